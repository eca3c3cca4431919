"""Rows for spreadsheets and scripts: nothing in them runs, and words keep their speaker."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.dates import When
from onrecord.core.identity import SourceId
from onrecord.core.rows import Fault, Hit
from onrecord.core.spans import Span
from onrecord.show import as_csv, as_json, raw_cell, safe_cell


@pytest.mark.parametrize(
    "cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", ' "=1', "＝1", "“=1", "\u200b=1"]
)
def test_a_cell_that_would_run_gets_an_apostrophe(cell: str) -> None:
    """Also after quotation marks, spaces and unseen characters, and in full-width forms."""
    assert safe_cell(cell) == f"'{cell}"


@given(st.text(max_size=20))
def test_a_safe_cell_leads_back_to_what_it_was(cell: str) -> None:
    """Nothing is lost by making a cell safe."""
    assert safe_cell(cell)[:1] not in tuple("=+-@\t\r")
    assert raw_cell(safe_cell(cell)) == cell or cell.startswith("'")


def test_headings_are_made_safe_too() -> None:
    """A heading may be a name that somebody gave."""
    table = list(csv.reader(io.StringIO(as_csv(["=who", "when"], [["a", When.of("2024-04")]]))))
    assert table == [["'=who", "when"], ["a", "2024-04"]]


def test_what_is_not_known_is_an_empty_cell() -> None:
    """None is no word: it is neither 'None' nor 'no'."""
    assert as_csv(["made"], [[None]]).splitlines()[1] in ("", '""')


def test_json_keeps_the_words_with_whose_they_are() -> None:
    """A row with words has them attributed in the same object."""
    hit = Hit(
        source=SourceId("src_1"),
        source_label="Fenmark Courier",
        at=Span(3, 8),
        words="gone",
        found=(Span(3, 7),),
    )
    (row,) = json.loads(as_json([hit]))
    assert row["attributed"] == "Fenmark Courier writes: “gone”"
    assert row["at"] == [3, 8]
    assert row["statement"] is None


def test_any_row_becomes_an_object_and_no_rows_an_empty_array() -> None:
    """Whoever reads the output always finds an array."""
    assert json.loads(as_json([Fault(where="a", what="b")])) == [{"where": "a", "what": "b"}]
    assert json.loads(as_json([])) == []
