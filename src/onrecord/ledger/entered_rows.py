"""Rows that people entered by hand: what such a judgement enters, and how it stands among others.

They stand in the views beside those that readers found, under the number of their own entry and
with whose they are. What stands in place of what is put right when rows are asked for, so that it
goes with its entry when that is taken back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

import msgspec

from onrecord.core.entered import Entered
from onrecord.core.identity import MentionId, SourceId, StatementId
from onrecord.core.said import StatementRow, Teller
from onrecord.core.vocabulary import Judgement, Mention, Verb

Seen = tuple[SourceId, str, Mention]
"""A mention with its source and the day on which the case came to know it."""

_ENTERED = msgspec.json.Decoder(Entered)


def entered(judgement: Judgement) -> Entered | None:
    """Give what a judgement enters; None: nothing that can be read."""
    if judgement.verb is not Verb.ENTER:
        return None
    try:
        return _ENTERED.decode(judgement.value)
    except ValueError:  # no such JSON, or a date that is none
        return None


@dataclass(frozen=True, slots=True)
class InPlace:
    """Which rows stand in place of which, and who tells on what is reported inside those.

    `hands` says by whom each row was entered, and why; of a statement whom its words name too.
    `dates` are the dates that were entered, in their order.
    """

    instead: Mapping[str, str] = field(default_factory=dict)
    tellers: Mapping[str, Teller] = field(default_factory=dict)
    hands: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    dates: tuple[Entered, ...] = ()

    def told(self, row: StatementRow) -> StatementRow:
        """Have a statement reported inside whatever stands in place of what its reader found."""
        if not self.tellers or not (row.parent in self.instead or row.chain):
            return row
        chain = tuple(self.tellers.get(one.id, one) for one in row.chain)
        parent = row.parent
        if parent is not None and parent in self.instead:
            parent = StatementId(self.instead[parent])
        return replace(row, parent=parent, chain=chain)


def in_place(
    given: Iterable[Judgement], now: Mapping[str, str | None]
) -> tuple[InPlace, list[Judgement]]:
    """Work out which rows entered ones stand in place of.

    Args:
        given: the judgements in force, in their order.
        now: where the rows that they are about are read now.

    Returns:
        These, and the judgements about rows as they are read now: one that enters a row is about
        that row first, and then about all that it stands in place of. One whose row stands nowhere
        is left out.
    """
    instead: dict[str, str] = {}
    tellers: dict[str, Teller] = {}
    hands: dict[str, tuple[str, str]] = {}
    dates: list[Entered] = []
    about: list[Judgement] = []
    for one in given:
        rows = tuple(now.get(row) or row for row in one.about)
        made = entered(one)
        if one.verb is Verb.ENTER:
            if made is None or now.get(made.id) is None:
                continue
            rows = tuple(dict.fromkeys((made.id, *rows[1:], made.twin)))
            instead.update(dict.fromkeys(rows[1:], made.id))
            if (teller := made.teller) is not None:
                tellers[made.id] = teller
            if made.dated is not None:
                dates.append(made)
            named = (made.mention.id,) if made.mention is not None else ()
            hands.update(dict.fromkeys((made.id, *named), (one.by, one.because)))
        about.append(replace(one, about=rows))
    last = {row: _last(row, instead) for row in instead}  # one that was mended is mended again
    told = {row: tellers[new] for row, new in last.items() if new in tellers}
    return InPlace(last, told, hands, tuple(dates)), about


def _last(row: str, instead: Mapping[str, str]) -> str:
    seen = {row}
    while (new := instead.get(row)) is not None and new not in seen:
        seen.add(new)
        row = new
    return row


def mended(
    rows: Iterable[tuple[Seen, bool]], rejected: frozenset[str], instead: Mapping[str, str]
) -> Iterator[Seen]:
    """Put entered mentions among those that readers found.

    One that leads nowhere leads to what a reader found in the same words; what it stands in place
    of leads to it under its name, so that whatever was said by that mention is said by this one.

    Args:
        rows: mentions in their order, each with whether a person entered it.
    """
    kept = list(rows)
    if not any(hand for _, hand in kept):  # nearly always, and there may be a million
        yield from (one for one, _ in kept if one[2].id not in rejected)
        return
    by_hand = {one.id: one for (_, _, one), hand in kept if hand and one.id not in rejected}
    read: defaultdict[SourceId, list[Mention]] = defaultdict(list)
    for (source, _, one), hand in kept:
        if not hand and one.id not in rejected:
            read[source].append(one)
    seen: set[tuple[SourceId, MentionId]] = set()
    for (source, known, one), hand in kept:
        if (source, one.id) in seen:
            continue  # entered twice, and one of the two was put in force again
        seen.add((source, one.id))
        if hand and one.id in by_hand and one.same_as is None:
            yield source, known, replace(one, same_as=_overlapping(one, read[source]))
        elif one.id not in rejected:
            yield source, known, one
        elif (new := by_hand.get(MentionId(instead.get(one.id, "")))) is not None:
            yield (
                source,
                known,
                replace(
                    one, name=new.name, title=new.title, kind=new.kind, naming=new.naming,
                    same_as=new.id,
                ),
            )  # fmt: skip


def _overlapping(one: Mention, read: Iterable[Mention]) -> MentionId | None:
    """Give the mention that shares most words with one; of equals the first."""
    near = [other for other in read if other.at.overlaps(one.at)]
    return max(near, key=lambda other: _shared(one, other)).id if near else None


def _shared(one: Mention, other: Mention) -> int:
    return min(one.at.end, other.at.end) - max(one.at.start, other.at.start)
