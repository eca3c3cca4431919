"""Two readings of one text held against each other: what is new, gone, read otherwise, or moved.

Rows are the same where their ids are, which are of the text and its words. How sure the reader is
makes no difference, unless it makes a proposal of a row or a row of a proposal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from onrecord.core.identity import SourceId, kind_of
from onrecord.core.moving import MOVED, alike
from onrecord.core.rows import quoted
from onrecord.core.spans import Span, Spans
from onrecord.core.telling import rows
from onrecord.core.vocabulary import Reading, Statement, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRow:
    """One row of a reading, in its words and with whose they are."""

    id: str
    kind: str
    at: Span
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TextDifference:
    """What a reader reads otherwise than the one before it, in one source.

    `moved` and `changed` are pairs, before and now: other words of the same row, and other things
    read of the same words. `carried` are judgements that go over to moved rows, `orphaned` those
    whose rows are gone; each has as many as rows it names. `fault`: the reader failed at the text.
    """

    source: SourceId
    label: str
    before: str
    now: str
    same: int = 0
    new: tuple[ReadRow, ...] = ()
    gone: tuple[ReadRow, ...] = ()
    moved: tuple[tuple[ReadRow, ReadRow], ...] = ()
    changed: tuple[tuple[ReadRow, ReadRow], ...] = ()
    carried: tuple[str, ...] = ()
    orphaned: tuple[str, ...] = ()
    fault: str = ""

    @property
    def differs(self) -> bool:
        """Say whether any row is read otherwise."""
        return bool(self.new or self.gone or self.moved or self.changed)


def difference(
    before: Reading | None,
    now: Reading,
    text: Text,
    source: SourceId,
    label: str,
    judged: Mapping[str, Iterable[str]],
) -> TextDifference:
    """Hold two readings of a text against each other.

    Args:
        before: None: it was not read before.
        judged: the judgements about each row that is judged.
    """
    old, new = _rows(before), _rows(now)
    told = _told(now, text, label)
    told_before = _told(before, text, label) if before else {}
    gone = {one: row for one, row in old.items() if one not in new}
    came = {one: row for one, row in new.items() if one not in old}
    moved = dict(_moved(gone, came))
    changed = [one for one, row in old.items() if one in new and _differ(row, new[one])]

    def shown(one: str, row: Any, words: Mapping[str, str]) -> ReadRow:
        at = _span(row)
        given = words.get(one) or f"{label} writes: {quoted(at.of(text.characters))}"
        return ReadRow(id=one, kind=kind_of(one), at=at, words=given)

    return TextDifference(
        source=source,
        label=label,
        before=str(before.reader) if before else "",
        now=str(now.reader),
        same=len(old) - len(gone) - len(changed),
        new=tuple(shown(one, row, told) for one, row in came.items() if one not in moved.values()),
        gone=tuple(shown(one, row, told_before) for one, row in gone.items() if one not in moved),
        moved=tuple(
            (shown(one, gone[one], told_before), shown(other, came[other], told))
            for one, other in moved.items()
        ),
        changed=tuple(
            (shown(one, old[one], told_before), shown(one, new[one], told)) for one in changed
        ),
        carried=tuple(one for row in moved for one in judged.get(row, ())),
        orphaned=tuple(one for row in gone if row not in moved for one in judged.get(row, ())),
    )


def _rows(reading: Reading | None) -> dict[str, Any]:
    """Give all rows of a reading by their ids, of whatever kind, in the order of its parts."""
    if reading is None:
        return {}
    parts = (getattr(reading, each.name) for each in fields(reading))
    return {
        row.id: row for part in parts if isinstance(part, tuple) for row in part
        if hasattr(row, "id") and _spans(row)
    }  # fmt: skip


def _spans(row: Any) -> Spans:
    """Give where a row stands: of a statement its content, of a flow its hops."""
    if isinstance(row, Statement):
        return row.content.spans
    if hasattr(row, "hops"):
        return tuple(span for hop in row.hops for span in hop.at)
    return (row.at,) if isinstance(row.at, Span) else tuple(row.at)


def _span(row: Any) -> Span:
    spans = (row.anchor,) if isinstance(row, Statement) else _spans(row)
    return Span(min(span.start for span in spans), max(span.end for span in spans))


def _differ(one: Any, other: Any) -> bool:
    if isinstance(one, Statement):
        if one.is_proposal != other.is_proposal:
            return True
        one, other = replace(one, sureness=None), replace(other, sureness=None)
    return bool(one != other)


def _moved(gone: Mapping[str, Any], came: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Find the rows that have taken the place of others: each the only one of its kind to do so."""
    places = sorted((_span(row), one) for one, row in came.items())
    for one, row in gone.items():
        at = _span(row)
        near = {
            other for span, other in places
            if span.overlaps(at) and kind_of(other) == kind_of(one)
            and _alike(row, came[other]) > MOVED
        }  # fmt: skip
        if len(near) == 1:
            yield one, near.pop()


def _alike(one: Any, other: Any) -> float:
    if isinstance(one, Statement):
        return alike(one.content.spans, other.content.spans, one.cue.spans, other.cue.spans)
    return alike((_span(one),), (_span(other),))


def _told(reading: Reading, text: Text, label: str) -> dict[str, str]:
    statements, replies = rows(reading, text, label)
    said: dict[str, str] = {row.id: row.attributed() for row in statements}
    return {**said, **{row.id: row.attributed() for row in replies}}
