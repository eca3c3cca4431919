"""JSON Lines: each row a source of its own, its text the string given, to the character."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace
from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.spans import OffsetMap, Span
from onrecord.core.vocabulary import Document
from onrecord.intake import LIMITS, Told, lines


def rows(raw: bytes, **changed: int) -> list[Document]:
    return list(lines(BytesIO(raw), name="feed.jsonl", limits=replace(LIMITS, **changed)))


def line(**row: object) -> bytes:
    return json.dumps(row).encode() + b"\n"


def verdicts(documents: list[Document]) -> list[tuple[str, str]]:
    return [(made.source.name, made.refusal.code if made.refusal else "read") for made in documents]


def test_a_row_becomes_a_source_with_what_it_says_of_itself() -> None:
    """The row's line is the source's bytes; its fields are metadata on the basis of the file."""
    raw = line(id="a1", text="A text.", title="T", published="2024-02-13T23:20:00-05:00",
               url="https://wire.example/1", outlet="Coastal Wire")  # fmt: skip
    [made] = rows(raw)
    assert made.source.name == "feed.jsonl:a1"
    assert made.raw + b"\n" == raw
    metadata = made.source.metadata
    assert metadata.published is not None
    assert (metadata.published.value, metadata.published.basis.value) == ("2024-02-13", "file")
    assert (metadata.outlet and metadata.outlet.value) == "Coastal Wire"
    assert (metadata.address and metadata.address.value) == "https://wire.example/1"


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1), st.booleans())
def test_the_text_is_verbatim_and_leads_back_to_the_line(text: str, ascii_only: bool) -> None:
    """Escapes and all, each character has its place in the row."""
    raw = json.dumps({"title": '"text": "no"', "text": text}, ensure_ascii=ascii_only).encode()
    [made] = rows(raw)
    if made.text is None:
        assert not any(letter.isalnum() for letter in text)
        return
    assert made.text.characters == text
    way = OffsetMap(made.text.stretches)
    whole = made.raw.decode()
    for at, letter in enumerate(text):
        [place] = way.raw(Span(at, at + 1))
        assert isinstance(place, Span)
        assert json.loads(f'"{place.of(whole)}"') == letter


def test_a_bad_line_is_refused_by_file_and_line_and_costs_no_other() -> None:
    """What is no row, and what has no text, is named; the rows around it are read."""
    raw = b"\xef\xbb\xbf" + line(id=1, text="one") + b"{broken\n\n[1]\n" + line(id=5)
    raw += line(id=6, text=" ") + line(id=7, text="seven")
    made = rows(raw)
    assert verdicts(made) == [
        ("feed.jsonl:1", "read"),
        ("feed.jsonl:2", "damaged"),
        ("feed.jsonl:4", "damaged"),
        ("feed.jsonl:5", "damaged"),
        ("feed.jsonl:6", "empty"),
        ("feed.jsonl:7", "read"),
    ]
    assert "line 2" in made[1].refusal.reason if made[1].refusal else False


def test_a_line_that_never_ends_is_refused_and_the_next_is_read() -> None:
    """The cap is on the line, so memory is bounded however long it is."""
    raw = b'{"id": 1, "text": "' + b"a" * 5_000 + b'"}\n' + line(id=2, text="two")
    assert verdicts(rows(raw, row_bytes=1_000)) == [
        ("feed.jsonl:1", "limit"),
        ("feed.jsonl:2", "read"),
    ]


def test_a_row_of_a_million_lines_is_refused_before_it_is_cut() -> None:
    """Rows of a stream are read in this process, so their caps come before the work."""
    assert verdicts(rows(line(id=1, text="a\n\n" * 600), lines=1_000)) == [
        ("feed.jsonl:1", "limit")
    ]


def test_gzip_is_read_on_the_way_and_a_bomb_or_a_cut_is_told() -> None:
    """Rows before the end of a damaged file are kept."""
    packed = gzip.compress(line(id=1, text="one") + line(id=2, text="two"))
    assert verdicts(rows(packed)) == [("feed.jsonl:1", "read"), ("feed.jsonl:2", "read")]
    assert verdicts(rows(packed[:-4]))[-1] == ("feed.jsonl:3", "damaged")
    bomb = gzip.compress(line(id=1, text="a" * 2_000_000))
    assert verdicts(rows(bomb)) == [("feed.jsonl:1", "limit")]


def test_a_file_without_rows_is_not_passed_over() -> None:
    """Nothing is empty in silence."""
    assert verdicts(rows(b"\n \n")) == [("feed.jsonl", "empty")]


def test_what_is_told_outweighs_the_row() -> None:
    """The user knows where a dump came from."""
    raw = BytesIO(line(id=1, text="one", published="2024-01-01"))
    [made] = lines(raw, name="x", told=Told(published="2024-03", outlet="Wire"))
    assert made.source.metadata.published is not None
    assert made.source.metadata.published.value == "2024-03"
    assert made.source.metadata.published.basis.value == "told by the user"
