"""A record that was laid out finds what a record read from its beginning finds."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from onrecord.case import Case
from onrecord.intake import Told
from onrecord.reader import load

DRAFT = """Ida Morrow gave 31 or more sealed permits to Tom Pell.

Aides had told the harbour master to burn the ledger. Ada Morrow, the secretary, faces trial.

“The permits were never sealed at any time,” Una Hale said on 3 May. Tom Pell did not reply.
"""


@pytest.fixture
def copied(case: Case, folder: Path, tmp_path: Path) -> Path:
    del case  # it has been made
    return Path(shutil.copytree(folder / "case", tmp_path / "case"))


def held(folder: Path) -> str:
    """Hold the draft against a case as a command does that opens it anew."""
    with Case.open(folder) as case:
        desk = case.desk(load("trained"))
        return repr(desk.hold(desk.document(Path("draft.txt"), DRAFT.encode())))


def test_the_same_is_found_whether_the_record_was_laid_out_or_not(copied: Path) -> None:
    """By the first command, by the second, and after it was laid out for a draft to come."""
    first = held(copied)
    assert "OR" in first
    assert held(copied) == first
    with Case.open(copied) as case:
        case.desk(load("trained")).lay_out()
    assert held(copied) == first


def test_a_document_more_lays_the_record_out_anew(copied: Path, tmp_path: Path) -> None:
    first = held(copied)
    (tmp_path / "more.txt").write_text("Tom Pell said that the harbour bank had 12 boats.")
    with Case.open(copied) as case:
        case.add([tmp_path / "more.txt"], reader=load("trained"), told=Told(published="2024-01-01"))
    second = held(copied)
    assert second != first  # it names another head
    assert held(copied) == second
