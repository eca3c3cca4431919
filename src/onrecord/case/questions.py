"""Questions put on record and what became of them: open, partly answered, answered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from onrecord import assess
from onrecord.core.answers import AnsweredRow
from onrecord.core.dates import When
from onrecord.core.identity import SourceId
from onrecord.core.rows import QuestionRow, SourceRow
from onrecord.core.said import StatementRow
from onrecord.core.vocabulary import Text

_NUMBER = re.compile(
    r"(?:^|\n)[ \t]*(?:(?:question|answer|re|q|a)[ \t]*)?\(?(\d{1,3})[.):][ \t]*\Z", re.IGNORECASE
)
_REACH = 24
"""Characters before a sentence in which its number can stand."""

_PARAGRAPH = re.compile(
    r"(?:^|\n)[ \t]*(?:(?:question|answer|re|q|a)[ \t]*)?\(?(\d{1,3})[.):][ \t]+", re.IGNORECASE
)


def answered(
    questions: Iterable[QuestionRow],
    statements: Iterable[StatementRow],
    sources: Mapping[SourceId, SourceRow],
    text: Callable[[SourceRow], Text],
) -> list[AnsweredRow]:
    """Lay all that was said to the questions that were asked."""
    texts: dict[SourceId, str] = {}

    def characters(source: SourceId) -> str:
        if source not in texts:
            texts[source] = text(sources[source]).characters
        return texts[source]

    asked = [(row, _number(characters(row.source), row.at.start)) for row in questions]
    put_to = {row.asked.actor for row, _ in asked if row.asked is not None and row.asked.actor}
    replies = [
        assess.Reply(
            statement=row,
            words=row.at.of(characters(row.source)),
            said=row.made or _day(sources.get(row.source)),
            number=_stands_under(characters(row.source), row.at.start),
        )
        for row in statements
        if row.actor in put_to and row.duplicate_of is None
    ]
    return assess.answered(asked, replies)


def _number(characters: str, at: int) -> str:
    found = _NUMBER.search(characters[max(0, at - _REACH) : at])
    return found[1] if found else ""


def _stands_under(characters: str, at: int) -> str:
    """Give the number that opens the paragraph in which a place lies."""
    begin = characters.rfind("\n\n", 0, at)
    found = _PARAGRAPH.match(characters, max(begin + 1, 0), at)
    return found[1] if found else ""


def _day(source: SourceRow | None) -> When | None:
    return source.published if source is not None else None
