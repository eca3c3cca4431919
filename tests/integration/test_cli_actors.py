"""Who is who by the commands: reasons, proposals, joining and parting; identity claims and their
withdrawal, after which every listing and every page is what it was before, byte for byte.
"""

from __future__ import annotations

import csv
import io
import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from once import Once
from onrecord.case import Case
from onrecord.core.vocabulary import AsOf
from onrecord.faces.cli.main import main
from onrecord.intake import Told
from onrecord.reader import load

TEXTS = {
    "1.txt": """The lock inquiry opened on Monday.

Ada Finch, clerk of the Harbour Inquiry, said that a senior pilot had burned the log. The Tarn
Board, formerly the Tarn Lock Trust, would not comment. Ivo Marsh denied that he had seen the log.
""",
    "2.txt": """Mr Marsh told the Harbour Inquiry on Tuesday that the log was safe. Ada Finch said
that it was not. The Tarn Lock Trust declined to comment.
""",
    "3.txt": """Mr Noel Marsh, a pilot, said that the pier was closed.
""",
}
CLAIM = """The senior pilot is understood to be Una Reed, two people familiar with the matter said.
Una Reed denied it. Ada Finch said that a senior pilot had burned the log. That person is
understood to be Una Reed.
"""


def day() -> datetime:
    return datetime(2024, 5, 1, tzinfo=UTC)


def two_texts(folder: Path) -> None:
    place = folder / "texts"
    place.mkdir()
    for name, words in TEXTS.items():
        (place / name).write_text(words, "utf-8")
    with Case.create(folder / "case", name="lock", by="ed", clock=day) as case:
        case.add([place / "1.txt", place / "2.txt"], reader=load("trained"), told=Told())


@pytest.fixture
def folder(tmp_path: Path, once: Once) -> Path:
    return Path(shutil.copytree(once(two_texts), tmp_path, dirs_exist_ok=True))


def _rows(capsys: pytest.CaptureFixture[str], *words: str) -> list[dict[str, str]]:
    assert main([*words, "--format", "csv"]) == 0
    return list(csv.DictReader(io.StringIO(capsys.readouterr().out)))


def _names(case: Case) -> dict[str, str]:
    return {name: row.id for row in case.actors() for name in row.names}


def test_a_surname_is_led_to_its_bearer_until_a_second_one_comes(folder: Path) -> None:
    """With a second Marsh in the case it is only proposed, and without him it is led again."""
    with Case.open(folder / "case", clock=day) as case:
        (marsh,) = [row for row in case.actors() if "Marsh" in row.names]
        assert "Ivo Marsh" in marsh.names
        assert any("nobody else in the case bears it" in one for one in marsh.because)
        added = case.add([folder / "texts" / "3.txt"], reader=load("trained"), told=Told())
        (short,) = [row for row in case.actors() if row.name == "Marsh"]
        assert {row.beside(short.id)[1] for row in case.proposals(actor=short.id)} == {
            "Ivo Marsh",
            "Noel Marsh",
        }
        case.take_back(added.operation, because="another pier")
        assert [row for row in case.actors() if "Marsh" in row.names] == [marsh]


def test_a_renamed_body_is_one_actor_in_texts_that_have_only_one_of_its_names(
    folder: Path,
) -> None:
    with Case.open(folder / "case", clock=day) as case:
        (board,) = [row for row in case.actors() if "Tarn Board" in row.names]
        assert "Tarn Lock Trust" in board.names
        assert board.sources == 2


def test_what_is_proposed_is_listed_joined_parted_and_taken_back(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each with its reasons, from the command line."""
    at = ("--case", str(folder / "case"))
    with Case.open(folder / "case", clock=day) as case:
        case.add([folder / "texts" / "3.txt"], reader=load("trained"), told=Told())
        names = _names(case)
    proposed = _rows(capsys, "actors", "propose", *at)
    assert proposed == _rows(capsys, "actors", "--proposals", *at)
    (pair,) = [row for row in proposed if {row["one"], row["other"]} == {names["Marsh"],
               names["Ivo Marsh"]}]  # fmt: skip
    assert "it is in Noel Marsh too" in pair["because"]
    join = ["actors", "join", pair["one"], pair["other"], "--because", "he signed", "--by", "ed"]
    assert main([*join, *at]) == 0
    assert "undo" in capsys.readouterr().out
    with Case.open(folder / "case", clock=day) as case:
        (row,) = [row for row in case.actors() if "Marsh" in row.names]
        assert "ed: he signed" in row.because
        assert not case.proposals(actor=row.id)
    assert main(["undo", *at]) == 0
    parting = ["actors", "part", pair["one"], pair["other"], "--because", "another man"]
    assert main([*parting, *at]) == 0
    capsys.readouterr()
    left = _rows(capsys, "actors", "propose", *at)
    assert pair not in left
    assert main(["show", names["Ivo Marsh"], *at]) == 0
    assert "it is in Noel Marsh too" not in capsys.readouterr().out


def _told(case: Case, as_of: AsOf) -> dict[str, object]:
    """Give all listings of a case as plain values."""
    listings: dict[str, Callable[[AsOf], object]] = {
        "sources": case.sources, "statements": case.statements, "replies": case.replies,
        "actors": case.actors, "proposals": case.proposals, "identities": case.identities,
        "timeline": case.timeline, "quantities": case.quantities, "questions": case.questions,
        "arrows": case.arrows, "origins": case.origins,
    }  # fmt: skip
    return {name: repr(ask(as_of)) for name, ask in listings.items()}


def _pages(case: Case, folder: Path, as_of: AsOf) -> dict[str, bytes]:
    """Give all pages of what is derived.

    The head of the record and the page of what was done are left out: the log keeps both the
    adding and the taking back.
    """
    case.dossier(folder, as_of)
    head = case.head()
    held = f"{head.entries} entries in {head.batches} batches"
    return {
        str(file.relative_to(folder)): file.read_bytes()
        .replace(head.digest.encode(), b"HEAD")
        .replace(held.encode(), b"HELD")
        for file in sorted(folder.rglob("*.html"))
        if file.name != "activity.html"
    }


@pytest.mark.parametrize("as_of", [AsOf(), AsOf(known="2024-06-01")], ids=["now", "known"])
def test_a_claim_taken_back_leaves_every_listing_and_page_as_it_was(
    folder: Path, as_of: AsOf
) -> None:
    """While it stands the two stay two, and both pages say on what condition they are one."""
    claiming = folder / "4.txt"
    claiming.write_text(CLAIM, "utf-8")
    with Case.open(folder / "case", clock=day) as case:
        before, pages = _told(case, as_of), _pages(case, folder / "one", as_of)
        assert case.identities(as_of) == []
        added = case.add([claiming], reader=load("trained"), told=Told())
        claimed = case.identities(as_of)
        assert claimed
        for row in claimed:
            assert row.one.actor != row.other.actor
            assert "only if" in row.condition
            assert case.identities(as_of, actor=row.one.actor)
        while_claimed = _pages(case, folder / "claimed", as_of)
        assert sum(b"Whom somebody claims" in page for page in while_claimed.values()) >= 2
        assert _told(case, as_of) != before
        case.take_back(added.operation, because="withdrawn")
        assert case.identities(as_of) == []
        assert _told(case, as_of) == before
        assert _pages(case, folder / "two", as_of) == pages


def test_a_claim_is_not_known_before_its_source_and_is_listed_by_the_command(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    claiming = folder / "4.txt"
    claiming.write_text(CLAIM, "utf-8")
    with Case.open(folder / "case", clock=day) as case:
        case.add([claiming], reader=load("trained"), told=Told())
        assert case.identities(AsOf(known="2024-04-30")) == []
    assert main(["actors", "claimed", "--case", str(folder / "case"), "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert rows
