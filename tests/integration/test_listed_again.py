"""A listing that was printed before is printed again, and anew once the record is another."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from command_line import Run, carry_out, command_line, rows

from once import Once
from onrecord.faces.cli import asking
from onrecord.ledger import Shown

LETTERS = {
    "bee.txt": "Ida Morrow said that the regatta was moved to June. Tom Pell denied that it was.\n",
    "gull.txt": "Lena Oduya said that the regatta was moved to June.\n",
}
LISTINGS = ("sources", "statements", "actors", "claims", "timeline", "questions", "judgements")


def one_letter(folder: Path) -> None:
    for name, words in LETTERS.items():
        (folder / name).write_text(words)
    adding = ("add", "bee.txt", "--retrieved", "2024-05-16", "--case", "case")
    carry_out(folder, ("new", "case"), adding)


@pytest.fixture
def run(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, once: Once
) -> Run:
    return command_line(
        capfd, monkeypatch, tmp_path, columns=80, case="case", begun=once(one_letter)
    )


def _anew(monkeypatch: pytest.MonkeyPatch, run: Run, *arguments: str) -> tuple[int, str, str]:
    """Ask as if nothing had been kept, and keep nothing."""
    with monkeypatch.context() as without:
        without.setattr(Shown, "get", lambda *_: ("", None))
        return run(*arguments)


def test_what_is_printed_again_is_what_would_be_made_anew(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Byte for byte: in every form and width, after adding, deciding and taking back."""

    def agree() -> list[tuple[int, str, str]]:
        found = []
        for name in LISTINGS:
            for form in ("table", "csv", "json"):
                first = run(name, "--format", form)
                assert run(name, "--format", form) == first, (name, form)
                assert _anew(monkeypatch, run, name, "--format", form) == first, (name, form)
                found.append(first)
        monkeypatch.setenv("COLUMNS", "120")
        assert run("statements") == _anew(monkeypatch, run, "statements")
        monkeypatch.setenv("COLUMNS", "80")
        return found

    before = agree()
    said = rows(run, "statements")[0]["id"]
    assert run("judge", "reject", said, "--because", "misread")[0] == 0
    after = agree()
    assert after != before
    assert run("undo", "--because", "it was not")[0] == 0
    undone = agree()
    assert undone[:-3] == before[:-3]  # all but the list of judgements
    assert run("add", "gull.txt", "--retrieved", "2024-05-17")[0] == 0
    assert len(rows(run, "sources")) == 2
    known = run("statements", "--known", "2024-05-16")
    assert known == _anew(monkeypatch, run, "statements", "--known", "2024-05-16")
    assert known[1] == before[LISTINGS.index("statements") * 3][1]


def test_a_page_is_not_made_anew_while_the_record_is_as_it_was(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """It is there without opening the case; one that was damaged is made again."""
    first = run("statements")
    with monkeypatch.context() as closed:
        closed.setattr(asking, "open_case", None)
        assert run("statements") == first
    with sqlite3.connect(tmp_path / "case" / "case.db") as file:
        file.execute("UPDATE memory SET body = x'5B5D' WHERE key LIKE 'page %'")
    file.close()
    assert run("statements") == first


def test_all_listings_are_worked_out_ahead(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """`ready` shows nothing of them, and afterwards each is there at once."""
    code, out, _ = run("ready")
    assert (code, out) == (0, "17 listings stand ready, and the record for the draft desk.\n")
    with monkeypatch.context() as closed:
        closed.setattr(asking, "open_case", None)
        assert "the regatta was moved" in run("statements")[1]


def test_where_there_is_no_case_nothing_is_kept(run: Run, tmp_path: Path) -> None:
    """The fault is told as ever, and no file is made."""
    (tmp_path / "empty").mkdir()
    code, _, err = run("statements", "--case", "empty")
    assert code == 2 or code == 1
    assert "no case" in err
    assert list((tmp_path / "empty").iterdir()) == []
