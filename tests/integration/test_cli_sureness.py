"""Chains, proposals, duplicates and silences on the command line: each looks like what it is."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
from pathlib import Path

import pytest
from command_line import Run, carry_out, command_line, rows
from dossier_checks import broken_links, pages, unattributed
from hand_reader import STORY, HandReader

from once import Once
from onrecord.case import Case


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Carry out one command with the reader that knows the story; gives code, output, messages."""
    monkeypatch.setattr("onrecord.reader.load", lambda *_: HandReader())
    return command_line(capfd, monkeypatch, tmp_path, columns=80)


def harbour(folder: Path) -> None:
    (folder / "story.txt").write_text(STORY)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("onrecord.reader.load", lambda *_: HandReader())
        adding = ("add", "story.txt", "--case", "harbour", "--outlet", "The Pier")
        carry_out(folder, ("new", "harbour"), adding)


@pytest.fixture
def case(run: Run, tmp_path: Path, once: Once) -> Path:
    del run  # it stands in the folder
    shutil.copytree(once(harbour), tmp_path, dirs_exist_ok=True)
    os.chdir(tmp_path / "harbour")
    return tmp_path / "harbour"


def test_a_nested_statement_is_never_shown_as_said_to_us(run: Run, case: Path) -> None:
    """In table, CSV and JSON the whole chain stands with the words, and a denial stays one."""
    cards = " ".join(line[14:].strip() for line in run("statements")[1].splitlines())
    assert "as told by a deckhand, through Lena Oduya; The Pier" in cards
    assert "the mate (said, which Ivo Marrin denied; The Pier)" in cards
    table = csv.DictReader(io.StringIO(run("statements", "--format", "csv")[1]))
    by_words = {row["words"]: row for row in table}
    mate = by_words["“the wheel was lashed”"]
    assert mate["attribution"].startswith("the mate (proposed: said, as told by a deckhand, ")
    assert (mate["chain"], mate["depth"]) == ("Lena Oduya > a deckhand", "2")
    assert (mate["sureness"], mate["proposed"]) == ("0.44", "yes")
    again = by_words["“The wheel was lashed”"]
    assert again["duplicate_of"].startswith("sta_")
    for row in rows(run, "statements"):
        for teller in row["chain"]:
            assert teller["speaker"] in row["attributed"]


def test_proposals_are_marked_and_told_apart_in_every_count(run: Run, case: Path) -> None:
    """In the table's rows, beneath it, on the sources and the people."""
    _, out, err = run("statements")
    assert err.strip() == "6 statements, 2 of them only proposed, 1 duplicate not counted."
    assert out.count("(proposed: said") == 2
    assert "sure 0.44" in out
    assert "depth 2" in out
    assert all(len(line) <= 80 for line in out.splitlines())
    assert "6 statements, 2 of them only proposed" in " ".join(run("sources")[1].split())
    (source,) = rows(run, "sources")
    assert (source["statements"], source["proposals"]) == (6, 2)
    said = {row["name"]: row["statements"] for row in rows(run, "actors")}
    assert said["Lena Oduya"] == said["Ivo Marrin"] == 1


@pytest.mark.parametrize(
    ("options", "count"),
    [
        (["--proposals"], 2),
        (["--no-proposals"], 5),
        (["--min-depth", "1"], 3),
        (["--min-depth", "2"], 1),
        (["--naming", "agentless"], 1),
        (["--naming", "role-only", "--no-proposals"], 3),
        (["--naming", "publisher"], 0),
        (["--act", "denies"], 1),
    ],
)
def test_statements_are_listed_by_proposal_depth_naming_and_act(
    run: Run, case: Path, options: list[str], count: int
) -> None:
    """The filters go together and change no mark."""
    assert len(rows(run, "statements", *options)) == count


def test_show_tells_the_whole_chain_with_cues_words_and_hedges(run: Run, case: Path) -> None:
    """Outermost first; the words of each stand with whose they are."""
    mate = next(row for row in rows(run, "statements") if row["depth"] == 2)
    out = " ".join(run("show", mate["id"])[1].split())
    for words in (
        "depth 2, outermost first: 1. Lena Oduya (said; The Pier)",
        "named, cue “told”; how firmly: probable (“probably”)",
        "2. a deckhand (said, as told by Lena Oduya; The Pier)",
        "known by role only, cue “heard”",
        "3. the mate: this statement",
        "asserts, indirect, positive",
        "read with 0.44 sureness, not confirmed; only proposed",
    ):
        assert words in out, words
    lawyer = next(row for row in rows(run, "statements") if row["speaker"] == "Lena Oduya")
    out = " ".join(run("show", lawyer["id"])[1].split())
    assert "how firmly probable (“probably”)" in out
    assert "to the court" in out
    again = next(row for row in rows(run, "statements") if row["duplicate_of"])
    assert "repeats " + again["duplicate_of"][:12] in run("show", again["id"])[1]
    assert "repeated by " + again["id"][:12] in run("show", again["duplicate_of"])[1]


def test_silences_are_listed_with_who_asked_whom_and_through_whom(run: Run, case: Path) -> None:
    """As table, CSV and JSON, by actor, and in full."""
    attribution = (
        "the ministry (did not respond, through its press office; asked by The Pier;"
        " reported by The Pier)"
    )
    assert attribution in " ".join(run("replies")[1].split())
    (row,) = csv.DictReader(io.StringIO(run("replies", "--format", "csv")[1]))
    assert (row["attribution"], row["asked by"], row["through"]) == (
        attribution, "The Pier", "its press office",
    )  # fmt: skip
    (reply,) = rows(run, "replies")
    asked = reply["asked"]["actor"]
    assert len(rows(run, "replies", "--actor", asked)) == 1
    pilot = next(row["id"] for row in rows(run, "actors") if row["name"] == "Ivo Marrin")
    assert rows(run, "replies", "--actor", pilot) == []
    assert "1 request for comment" in run("show", asked)[1]
    out = " ".join(run("show", reply["id"])[1].split())
    assert "who was asked the ministry (named); held to be the ministry" in out
    assert "through its press office (known by role only)" in out
    assert "nobody is reported" in run("replies", "--known", "1900")[2]


def test_the_dossier_draws_a_chain_inside_its_note_and_a_proposal_as_one(
    run: Run, case: Path
) -> None:
    """Nested notes name the whole chain themselves; counts leave duplicates out."""
    assert run("dossier", "pages")[0] == 0
    assert run("verify", "pages")[0] == 0
    assert broken_links(Path("pages")) == []
    with Case.open(case) as opened:
        assert unattributed(Path("pages"), opened.statements()) == []
    found = dict(pages(Path("pages")))
    (name,) = [name for name in found if name.startswith("sources/")]
    inside = found[name].xpath("//ol[@class='inside']//ol[@class='inside']/li")
    assert len(inside) == 1
    assert "proposed" in inside[0].get("class").split()
    assert "as told by “a deckhand”, through Lena Oduya" in inside[0].text_content()
    (silence,) = found[name].xpath("//li[contains(@class, 'note reply')]")
    assert "through “its press office”; asked by The Pier" in silence.text_content()
    (asked,) = found[name].xpath("//mark[contains(@class, 'reply')]")
    assert asked.text_content() == "did not respond"
    assert "6 statements, 2 of them only proposed, 1 duplicate" in found[name].text_content()
    people = [page for name, page in found.items() if name.startswith("people/act_")]
    assert any("Requests for comment" in page.text_content() for page in people)


def test_explain_tells_what_was_found_sentence_by_sentence(run: Run, tmp_path: Path) -> None:
    """Without a case, at 80 columns, plain in a pipe; numbers lead from a child to its parent."""
    (tmp_path / "story.txt").write_text(STORY)
    code, out, err = run("read", "--explain", "story.txt")
    assert (code, err) == (0, "")
    assert all(len(line) <= 80 and line == line.rstrip() for line in out.splitlines())
    assert "\x1b" not in out
    words = " ".join(out.split())
    for part in (
        "read by hand 1: 6 statements, 2 of them only proposed, 1 duplicate not counted;",
        "Lena Oduya (said)",
        "source named; cue “told”",
        "commitment probable, hedged by “probably”",
        "chain depth 2, reported inside 2: as told by a deckhand, through Lena Oduya",
        "to “the court”",
        "sureness read with 0.44 sureness, not confirmed, so it is only proposed",
        "nobody named (proposed: said)",
        "act denies, indirect, negative",
        "duplicate of 2; not counted again",
        "the ministry (did not respond, through its press office; asked by The Pier)",
    ):
        assert part in words, part
    assert run("read", "--explain", "story.txt", "-o", "told.txt")[0] == 0
    assert (tmp_path / "told.txt").read_text("utf-8") == out


def test_an_unsure_reading_is_a_line_of_json_too(run: Run, tmp_path: Path) -> None:
    """The line has what the record has."""
    (tmp_path / "story.txt").write_text(STORY)
    line = json.loads(run("read", "story.txt")[1])
    assert [s["sureness"] for s in line["statements"]][:3] == [0.97, 0.83, 0.44]
    assert sum(s["duplicate_of"] is not None for s in line["statements"]) == 1
