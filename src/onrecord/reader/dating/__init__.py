"""Dates: the times in a text, what days they can mean, and from what they were counted.

Words are cut into tokens, a grammar reads senses from them, a resolver counts them from an anchor:
the day told on, or a date just named. What has no anchor keeps its words and gets no day.
"""

from __future__ import annotations

from onrecord.core.dates import When
from onrecord.core.vocabulary import BlockKind, Text
from onrecord.reader.dating.calendar import Calendar
from onrecord.reader.dating.senses import Expression, Kind

__all__ = ["Calendar", "Expression", "Kind", "anchor", "time_expressions"]


def anchor(text: Text, told_on: When | None) -> When | None:
    """Give the day from which a text's relative dates count: the one told, or its dateline's where
    none is told, or only the month or year in which that lies.
    """
    for block in text.blocks:
        if block.kind is not BlockKind.DATELINE:
            continue
        for dated in Calendar(text.id, None, text.characters, text.country or None).dates(block.at):
            day = dated.when.first_date if dated.when else None
            if day is None or dated.when is None or dated.when.last_date != day:
                continue
            if told_on is None or (told_on.covers(day) is not False and told_on.may_be(dated.when)):
                return When.on(day)
    return told_on


def time_expressions(
    text: Text, told_on: When | None, country: str | None = None
) -> list[Expression]:
    """Give all time expressions of a text's running words and datelines, in order.

    Args:
        told_on: the day the text was told on, as closely as it is known; None: not known.
        country: the outlet's, by ISO 3166; None: as the text has it.
    """
    country = country or text.country or None
    calendar = Calendar(text.id, anchor(text, told_on), text.characters, country)
    read = [b.at for b in text.blocks if b.kind.speaks or b.kind is BlockKind.DATELINE]
    return [one for at in read for one in calendar.expressions(at)]
