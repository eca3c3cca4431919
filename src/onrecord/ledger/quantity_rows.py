"""The view of quantities: its rows out of a reading, and rows to show out of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from onrecord.core.rows import QuantityRow, StatementRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Quantity, Reading
from onrecord.ledger.made_rows import Selected

Row = tuple[object, ...]
_encode = msgspec.json.Encoder().encode
_QUANTITY = msgspec.json.Decoder(Quantity)
COLUMNS = "q.source, q.sentence_start, q.sentence_end, q.words, q.owner, q.body"


def derived(
    reading: Reading,
    characters: str,
    around: Callable[[Span], Span],
    where: Row,
    source: str,
    bounds: Row,
) -> Iterator[Row]:
    """Give the rows of a reading's quantities.

    Args:
        around: gives the sentence in which a place lies.
        where: the columns with which every row begins.
        bounds: the valid time of the source, in days.
    """
    names = {mention.id: mention.name for mention in reading.mentions}
    for q in reading.quantities:
        sentence = around(q.at)
        words = " ".join(" ".join(at.of(characters).split()) for at in q.owner_at)
        name = names.get(q.owner) if q.owner else None
        owner = words if name is None or name in words else f"{name} (“{words}”)"
        yield (
            *where, q.id, source, *q.at, *sentence, sentence.of(characters), owner, _as_kept(q),
            *bounds,
        )  # fmt: skip


def quantity_of(row: Selected) -> Quantity:
    """Give the quantity of a row as it was read."""
    return _QUANTITY.decode(row[-1])


def shown(row: Selected, labels: dict[str, str], statement: StatementRow | None) -> QuantityRow:
    """Make a row to show of one that `COLUMNS` select, with the statement that carries it."""
    source, start, end, words, owner, _ = row
    q = quantity_of(row)
    return QuantityRow(
        id=q.id,
        source=source,
        source_label=labels[source],
        counted=_within(words, start, q.at),
        words=words,
        at=q.at,
        around=Span(start, end),
        bound=q.bound,
        number=q.number,
        most=q.most,
        unit=q.unit,
        item=q.item,
        owner=owner,
        mention=q.owner,
        statement=statement,
    )


def _as_kept(q: Quantity) -> bytes:
    """Write a quantity as a rebuild would, which has it from JSON: a reader's 34 is 34.0 there."""
    return _encode(_QUANTITY.decode(_encode(q)))


def _within(words: str, start: int, at: Span) -> str:
    return " ".join(words[at.start - start : at.end - start].split())
