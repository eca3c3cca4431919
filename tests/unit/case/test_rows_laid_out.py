"""Rows written so that each can be read by itself."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.case.laid import LaidOut, packed, unpacked


class _Memory:
    """Keeps the newest of each kind."""

    def __init__(self) -> None:
        self.kept: dict[str, tuple[str, bytes]] = {}

    def remembered(self, key: str) -> bytes | None:
        return next((body for one, body in self.kept.values() if one == key), None)

    def remember(self, kind: str, key: str, body: bytes) -> None:
        self.kept[kind] = key, body


@given(st.lists(st.tuples(st.text(st.characters(exclude_categories=["Cs"])), st.integers(0, 9))))
def test_rows_come_back_as_they_were(rows: list[tuple[str, int]]) -> None:
    assert list(unpacked(packed(rows), tuple[str, int])) == rows


def test_one_row_is_read_and_no_other() -> None:
    """The second is no row of this kind, which is seen where it is looked at."""
    rows = unpacked(packed([("first", 1), ("second", "no number")]), tuple[str, int])
    assert rows[0] == ("first", 1)
    with pytest.raises(msgspec.ValidationError):
        _ = rows[1]


def test_what_is_laid_out_is_found_until_the_record_is_another() -> None:
    memory, made = _Memory(), list[str]()

    def make(words: str) -> str:
        made.append(words)
        return words

    for moment, words in (("one", "a"), ("one", "b"), ("two", "c"), ("one", "d")):
        assert LaidOut(memory, moment).value("name", str, lambda w=words: make(w)) in made
    assert made == ["a", "c", "d"]
    laid = LaidOut(memory, "one")
    assert list(laid.rows("rows", int, lambda: [3, 4])) == [3, 4]
    assert list(laid.rows("rows", int, lambda: [5])) == [3, 4]
    assert laid.raw("raw", lambda: b"\x00") == laid.raw("raw", lambda: b"\x01") == b"\x00"
