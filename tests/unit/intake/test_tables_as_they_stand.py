"""Files of rows are kept to the character; what they are is told by their first letters."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.vocabulary import BlockKind, Document
from onrecord.intake import LIMITS, formats, kinds, take
from onrecord.intake.extracted import Extracted
from onrecord.intake.table import read_table


@given(st.text(alphabet='ab,\n" é', max_size=9000))
def test_a_table_is_its_characters_in_blocks_of_lines(characters: str) -> None:
    """Only white space stands between blocks, and nothing is changed."""
    found = read_table(characters.encode(), LIMITS)
    assert found.characters == characters
    assert found.table
    at = 0
    for block in found.blocks:
        assert block.kind is BlockKind.TABLE
        assert not characters[at : block.at.start].strip()
        at = block.at.end
    assert not characters[at:].strip()


@pytest.mark.parametrize(
    ("kind", "raw", "expected"),
    [
        (kinds.PLAIN, b"name,post\n", kinds.CSV),
        (kinds.PLAIN, b' \n{"persons": []}', kinds.ROW),
        ("application/yaml", b"[1]", kinds.ROW),
        (kinds.CSV, b"\xef\xbb\xbf<publicwhip>", kinds.XML),
        (kinds.PDF, b"%PDF-1.7", kinds.PDF),
        (kinds.ZIP, b"PK\x03\x04", kinds.ZIP),
    ],
)
def test_what_a_table_is_in_is_told_by_its_first_letter(
    kind: str, raw: bytes, expected: str
) -> None:
    """What is certainly no text stays what it is."""
    assert kinds.of_table(kind, raw) == expected


def test_json_with_a_text_is_a_document_and_other_json_is_a_table() -> None:
    """A row of JSON Lines may stand in a file of its own."""
    told = formats.read("a.json", b'{"text": "The gate is shut, it said."}', kinds.ROW, LIMITS)
    assert isinstance(told, Extracted)
    assert not told.table
    table = formats.read("a.json", b'{"memberships": []}', kinds.ROW, LIMITS)
    assert isinstance(table, Extracted)
    assert table.table


def test_rows_of_json_lines_still_need_a_text(tmp_path: Path) -> None:
    """A line without one is refused by its number, and makes no table."""
    file = tmp_path / "rows.jsonl"
    file.write_text('{"id": "a", "name": "Ida Morrow"}\n{"id": "b", "text": "The gate is shut."}\n')
    made = [one for one in take([file], today=date(2026, 1, 1)) if isinstance(one, Document)]
    assert [one.source.name for one in made] == ["rows.jsonl:1", "rows.jsonl:b"]
    assert made[0].refusal is not None
    assert "no 'text'" in made[0].refusal.reason
    assert not made[1].table


def test_bytes_that_are_no_text_are_refused() -> None:
    """Whatever the name says."""
    found = formats.read("a.csv", b"a,b\0\0\0", kinds.CSV, LIMITS)
    assert not isinstance(found, Extracted)
    assert found.code == "damaged"
