"""Marks are laid over rows wherever a statement stands in them, and nothing else is touched."""

from __future__ import annotations

from dataclasses import replace

from positions import said

from onrecord.case.marks import Marks
from onrecord.core.claims import PositionRow
from onrecord.core.differences import DifferenceRow, Matter, SettledRow, ToldRow
from onrecord.core.identity import SourceId
from onrecord.core.said import StatementRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Stance

VALE = said("Vale", source="one", known="2026-01-02", made="2026-01-01")
PELL = said("Pell", source="two", known="2026-02-02", made="2026-02-01")


def told(statement: StatementRow | None) -> ToldRow:
    row = ToldRow(
        value="9", source=SourceId("src_one"), source_label="One", words="nine", at=Span(0, 4)
    )
    return replace(row, statement=statement)


def test_a_mark_is_put_on_a_statement_however_deep_it_stands() -> None:
    """On either side of a difference, and on what settles it."""
    row = DifferenceRow(
        matter=Matter.NUMBER, one=told(VALE), other=told(None), because=("alike",),
        settled=SettledRow(side=1, because="later", by=told(PELL)),
    )  # fmt: skip
    (marked,) = Marks({}, {VALE.id, PELL.id}).on([row])
    assert marked.one.statement == replace(VALE, confirmed=True)
    assert marked.settled is not None
    assert marked.settled.by.statement == replace(PELL, confirmed=True)
    assert Marks({}, ()).on([marked]) == [row]


def test_rows_that_bear_their_marks_are_given_as_they_are() -> None:
    """No row is made anew for nothing: there are very many."""
    row = PositionRow(
        stance=Stance.ASSERTS, statement=VALE, said=None, origin=0, scope="", likeness=None,
        because=(),
    )  # fmt: skip
    (same,) = Marks({}, {PELL.id}).on([row])
    assert same is row
