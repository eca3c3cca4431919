"""Whatever a document says, nothing of it does anything where its exports are opened."""

from __future__ import annotations

import csv
import io
import json
import re
import sys
import zipfile
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from dossier_checks import made as made_dossier
from test_dossier_hostile import hostile_record

sys.path.append(str(Path(__file__).parents[1] / "browser"))

from hostile_words import WORDS

from onrecord.core.drafts import Checked, Finding, Held, Severity
from onrecord.core.identity import SourceId
from onrecord.core.spans import Span
from onrecord.show import as_csv, as_json, as_sarif, raw_cell, verify_dossier

FORMULAS = ("=cmd|'/c calc'!A1", "+1+1", "-2", "@SUM(A1)", "\t=1", "\r\n=1", "＝1", "“=1", " =1")
LISTED = ("sources", "statements", "replies", "timeline", "origins")
EVERY = (*WORDS, *FORMULAS)


@pytest.mark.parametrize("listed", LISTED)
def test_no_cell_of_a_table_runs_and_none_is_lost(listed: str) -> None:
    """As a spreadsheet reads it: so many rows and cells, none begins as a formula does."""
    for payload in (" ".join(EVERY), *FORMULAS):
        rows = getattr(hostile_record(payload), listed)()
        cells = [[payload, f"{payload}x", *_texts(json.loads(as_json([row]))[0])] for row in rows]
        table = list(csv.reader(io.StringIO(as_csv([payload], cells), newline=""), strict=True))
        assert [len(row) for row in table] == [1, *map(len, cells)]
        for row, before in zip(table[1:], cells, strict=True):
            for cell, words in zip(row, before, strict=True):
                assert cell.lstrip(" \"'“”‘’«»\u00a0\ufeff\u200b")[:1] not in tuple("=+-@＝") or (
                    cell.startswith("'")
                )
                assert cell[:1] not in ("\t", "\r", "\n")
                assert raw_cell(cell) == words or words.startswith("'")


@pytest.mark.parametrize("listed", LISTED)
def test_json_holds_words_as_words(listed: str) -> None:
    """It is read back as it was, with whose words they are beside them."""
    rows = getattr(hostile_record(" ".join(EVERY)), listed)()
    read = json.loads(as_json(rows))
    assert len(read) == len(rows)
    if listed in ("statements", "replies"):
        assert [one["attributed"] for one in read] == [
            row.attributed().encode("utf-8", "backslashreplace").decode() for row in rows
        ]
    assert any(word in str(read) for word in ("<script>alert(1)</script>",))


def test_findings_for_editors_lead_nowhere_but_to_the_draft() -> None:
    """Its name is an address of a file and no other, and no words become a link (SARIF 3.11.6)."""
    for name in ("javascript:alert(1)//a.md", "//evil.invalid/a.md", "a b?c#d.md", "draft.md"):
        page = json.loads(as_sarif([draft(name, "[look](http://evil.invalid) \\")], {"OR101": "x"}))
        (result,) = page["runs"][0]["results"]
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert not urlsplit(place).scheme
        assert not urlsplit(place).netloc
        assert unquote(place) == re.sub("^/+", "/", name)
        told = result["message"]["text"]
        assert not re.search(r"(?<!\\)(?:\\\\)*\[", told)
        assert re.sub(r"\\(.)", r"\1", told).count("[look](http://evil.invalid) \\") == 2


def draft(name: str, words: str) -> Checked:
    held = Held(source=SourceId("src_1"), source_label="The Pier", at=None, words=words)
    finding = Finding(
        code="OR101", severity=Severity.FAULT, at=Span(0, 3), sentence=Span(0, 3), says=words,
        rests_on=(held,),
    )  # fmt: skip
    return Checked(
        draft=name, characters="Abc.", as_of="", head="", findings=(finding,), sentences=()
    )


def test_an_archive_of_a_dossier_unpacks_into_its_own_folder(tmp_path: Path) -> None:
    """Its names are plain words, whatever documents and people are called; and it verifies."""
    record: Any = hostile_record(" ".join(EVERY))
    made_dossier(record, tmp_path / "made" / "dossier")
    made = zipfile.ZipFile(io.BytesIO(), "w")
    for path in sorted((tmp_path / "made").rglob("*")):
        name = path.relative_to(tmp_path / "made").as_posix()
        assert re.fullmatch(r"dossier(/[A-Za-z0-9_.-]+)*", name), name
        assert ".." not in name
        made.write(path, name)
    made.extractall(tmp_path / "out")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["dossier"]
    assert verify_dossier(tmp_path / "out" / "dossier") == []


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for one in value.values() for text in _texts(one)]
    if isinstance(value, list):
        return [text for one in value for text in _texts(one)]
    return []
