"""What is told of each file of a backlog, and what it is laid over."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from onrecord.core.errors import WrongUse
from onrecord.core.vocabulary import Basis
from onrecord.intake import Told, read_bytes, read_told, tell_each

ROWS = [{"file": "a.txt", "outlet": "The Quay", "retrieved": "2023-01-09"}, {"file": "b.txt"}]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("told.csv", "file,outlet,retrieved\na.txt,The Quay,2023-01-09\nb.txt,,\n"),
        ("told.json", json.dumps(ROWS)),
        ("told.jsonl", "\n".join(json.dumps(row) for row in ROWS)),
    ],
)
def test_a_table_may_be_csv_json_or_json_lines(tmp_path: Path, name: str, words: str) -> None:
    """All three say the same; what is left empty is not told."""
    path = tmp_path / name
    path.write_text(words)
    assert read_told(path) == {
        "a.txt": Told(outlet="The Quay", retrieved="2023-01-09"),
        "b.txt": Told(),
    }


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("told.json", "[1]"),
        ("told.json", "["),
        ("told.jsonl", '{"outlet": "no file"}'),
        ("told.csv", "file,published\na.txt,31 February\n"),
    ],
)
def test_a_table_that_cannot_be_read_is_refused_with_its_place(
    tmp_path: Path, name: str, words: str
) -> None:
    """The message names the table."""
    path = tmp_path / name
    path.write_text(words)
    with pytest.raises(WrongUse, match=name):
        read_told(path)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("a.txt", True),
        ("pile/a.txt", True),
        ("feed.jsonl:row:7", True),
        ("letter.eml/annex.txt", True),
        ("other.txt", False),
        ("extra-a.txt", False),
    ],
)
def test_a_file_and_what_it_holds_take_what_is_told_of_it(name: str, told: bool) -> None:
    """Rows, attachments and members go with their file; a longer name is another file."""
    each = {key: Told(outlet="The Quay") for key in ("a.txt", "feed.jsonl", "letter.eml")}
    (document,) = read_bytes("x.txt", b"Some words of a text.", told=Told(), today=date(2024, 1, 2))
    from dataclasses import replace

    renamed = replace(document, source=replace(document.source, name=name))
    outlet = tell_each(renamed, each).source.metadata.outlet
    assert (outlet is not None and outlet.basis is Basis.TOLD) is told


def test_a_table_beside_a_folder_tells_the_files_of_the_folder(tmp_path: Path) -> None:
    """The table says docs/a.html, the folder was added; an end that two share tells nothing."""
    table = tmp_path / "told.jsonl"
    table.write_text(
        '{"file": "docs/a.html", "published": "2024-05-01"}\n'
        '{"file": "one/b.html", "published": "2024-05-02"}\n'
        '{"file": "two/b.html", "published": "2024-05-03"}\n'
    )
    told = read_told(table)
    assert told["a.html"].published == "2024-05-01"
    assert told["two/b.html"].published == "2024-05-03"
    assert "b.html" not in told


def test_the_items_of_a_feed_may_be_told_of_one_by_one(tmp_path: Path) -> None:
    """Each has its own outlet and day, and of the rest what is told of the file."""
    items = [{"id": "a1", "outlet": "Harrow Echo", "published": "2023-01-02T07:30:00Z"}, {"id": 7}]
    row = {"file": "feed.jsonl", "outlet": "a dump", "retrieved": "2023-01-09", "items": items}
    path = tmp_path / "told.jsonl"
    path.write_text(json.dumps(row))
    told = read_told(path)
    assert told["feed.jsonl:a1"] == Told(
        outlet="Harrow Echo", published="2023-01-02", retrieved="2023-01-09"
    )
    assert told["feed.jsonl:7"] == told["feed.jsonl"]
