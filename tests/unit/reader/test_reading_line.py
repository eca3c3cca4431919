"""One reading as one line of JSON, and its published schema."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from onrecord.core.errors import WrongUse
from onrecord.core.seams import Reader
from onrecord.reader import TrainedReader, line, load, readers, schema

WORDS = (
    "Mr Oskar Marr said the pump had failed. Ann Vale declined to comment.\n"
    "The official is understood to be Oskar Marr."
)
PUBLISHED = Path(__file__).parents[3] / "docs" / "reading.schema.json"


def test_a_line_fits_the_schema_and_every_place_fits_its_text(read) -> None:
    """Whoever has the line has all that is needed to check it."""
    found = read(WORDS)
    row = json.loads(line("letter-1", None, found.text, found.reading))
    jsonschema.validate(row, schema())
    assert row["text"] == WORDS
    assert row["statements"]
    assert row["replies"]
    assert row["identity_claims"]
    start, end = row["statements"][0]["content"]["spans"][0]
    assert row["text"][start:end] == "the pump had failed"


def test_a_line_says_how_sure_its_reader_is_and_what_is_a_duplicate(read) -> None:
    """Null where the reader gives no sureness; and lines from before there was any still fit."""
    found = read(WORDS)
    first, *rest = found.reading.statements
    sure = replace(first, sureness=0.25, duplicate_of=rest[0].id if rest else None)
    row = json.loads(line("a", None, found.text, replace(found.reading, statements=(sure, *rest))))
    jsonschema.validate(row, schema())
    assert row["statements"][0]["sureness"] == 0.25
    assert row["statements"][0]["duplicate_of"] == sure.duplicate_of
    assert json.loads(line("a", None, found.text, found.reading))["statements"][0].keys() == (
        row["statements"][0].keys()
    )
    for statement in row["statements"]:
        del statement["sureness"], statement["duplicate_of"]
    jsonschema.validate(row, schema())


def test_a_line_tells_who_holds_which_post_and_since_when(read) -> None:
    """With the mention of the holder; a line from before tenures were written still fits."""
    found = read("Ann Vale has been minister of mines since March 2021. Rain fell.")
    row = json.loads(line("a", None, found.text, found.reading))
    jsonschema.validate(row, schema())
    (tenure,) = row["tenures"]
    assert tenure["post"] == "minister of mines"
    assert tenure["held"]["edtf"] == "2021-03/.."
    assert tenure["said_in"] is None
    (holder,) = (one for one in row["mentions"] if one["id"] == tenure["holder"])
    assert holder["name"] == "Ann Vale"
    del row["tenures"]
    jsonschema.validate(row, schema())


def test_the_same_reading_gives_the_same_bytes_on_one_line(read) -> None:
    """So that two runs can be compared byte by byte."""
    one, two = read(WORDS), read(WORDS)
    written = line("a", None, one.text, one.reading)
    assert written == line("a", None, two.text, two.reading)
    assert written.count(b"\n") == 1


def test_the_published_schema_is_the_one_in_force() -> None:
    """Write it anew with: json.dumps(onrecord.reader.schema(), indent=2, ensure_ascii=False)."""
    assert json.loads(PUBLISHED.read_text("utf-8")) == schema()


def test_the_trained_reader_is_found_by_its_name() -> None:
    """It is a reader as the seam wants one."""
    assert isinstance(load("trained"), Reader)
    assert readers()["trained"] is TrainedReader


def test_a_reader_that_is_not_there_is_answered_with_those_that_are() -> None:
    """The message says what to ask for instead."""
    with pytest.raises(WrongUse, match="there are: llm, trained"):
        load("oracle")


def test_a_reader_names_the_digest_of_what_decides_its_answers(read) -> None:
    """Every reading carries it."""
    name = TrainedReader().name
    assert (name.name, len(name.digest)) == ("trained", 64)
    assert read("Rain fell.").reading.reader == name
