"""Reading again: the difference is shown first, judgements go along, and it can be taken back."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hand_reader import STORY, HandReader

from once import Once
from onrecord.case import Case
from onrecord.core.dates import When
from onrecord.core.identity import reading_id, statement_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import (
    AsOf,
    Content,
    ReaderName,
    Reading,
    SpeechAct,
    Statement,
    Text,
    Verb,
)
from onrecord.intake import Told


class NewerReader(HandReader):
    """Reads the light no more, the ice with one word less, and the silence as it was."""

    @property
    def name(self) -> ReaderName:
        return ReaderName(name="hand", version="2", digest="newer-reader")

    def read(self, text: Text, told_on: When | None) -> Reading:
        reading = super().read(text, told_on)
        said = [row for row in reading.statements if "light" not in _words(row, text)]
        said = [_shorter(row, text) if "warned him of ice" in _words(row, text) else row
                for row in said]  # fmt: skip
        was = {old.id: new.id for old, new in zip(_kept(reading, text), said, strict=True)}
        said = [replace(row, parent=was[row.parent] if row.parent else None) for row in said]
        said = [
            replace(row, act=SpeechAct.DOUBTS) if _words(row, text) == "of ice" else row
            for row in said
        ]
        return replace(
            reading,
            id=reading_id(text.id, reading.told_on or "", self.name.digest),
            reader=self.name,
            statements=tuple(said),
        )


def _words(row: Statement, text: Text) -> str:
    return " ".join(span.of(text.characters) for span in row.content.spans)


def _kept(reading: Reading, text: Text) -> list[Statement]:
    return [row for row in reading.statements if "light" not in _words(row, text)]


def _shorter(row: Statement, text: Text) -> Statement:
    """Leave out the last word: the same statement with slightly other words."""
    (at,) = row.content.spans
    content = (Span(at.start, at.start + at.of(text.characters).rindex(" ")),)
    spoken = row.source.spans if row.source else ()
    made = statement_id(text.id, spoken, row.cue.spans, content)
    return replace(row, id=made, content=Content(content))


class Days:
    def __init__(self) -> None:
        self.day = 1

    def __call__(self) -> datetime:
        return datetime(2026, 5, self.day, tzinfo=UTC)


@pytest.fixture
def days() -> Days:
    return Days()


def two_documents(folder: Path) -> None:
    files = folder / "files"
    files.mkdir()
    (files / "a.txt").write_text(STORY)
    (files / "b.txt").write_text("Nothing\n\nNobody says a thing.\n")
    with Case.create(folder / "case", by="ed", clock=Days()) as case:
        case.add([files], reader=HandReader(), told=Told(published="2026-05-01"), by="ed")


@pytest.fixture
def case(tmp_path: Path, days: Days, once: Once) -> Iterator[Case]:
    """A case of two documents, one of them with the story, read by the older reader."""
    shutil.copytree(once(two_documents), tmp_path, dirs_exist_ok=True)
    days.day = 2
    with Case.open(tmp_path / "case", clock=days) as case:
        yield case


def everything(case: Case, as_of: AsOf = AsOf()) -> list[object]:
    return [
        case.sources(as_of), case.statements(as_of), case.replies(as_of), case.actors(as_of),
        case.timeline(as_of), case.search("wheel", as_of), case.judging(as_of).rows,
    ]  # fmt: skip


def named(case: Case, words: str) -> str:
    return next(row.id for row in case.statements() if words in row.content)


def reread(case: Case) -> None:
    with closing(case.rereading(NewerReader()).apply(by="ed", because="version 2")) as found:
        assert all(not one.fault for one in found)


def test_the_difference_is_shown_and_nothing_is_kept(case: Case) -> None:
    """One statement gone, one with a word less, one read otherwise; the rest the same."""
    head = case.head()
    story, nothing = case.rereading(NewerReader()).differences()
    assert (story.before, story.now) == ("hand 1 (hand-rea)", "hand 2 (newer-re)")
    assert [row.words.split(": ")[-1] for row in story.gone] == ["“a light was out”"]
    ((was, now),) = story.moved
    assert (was.words[:11], now.words.endswith("him of”")) == ("Ivo Marrin ", True)
    assert [(old.id, new.id) for old, new in story.changed if old.kind == "statement"]
    assert story.new == ()
    assert not nothing.differs
    assert case.head() == head


def test_kept_it_is_what_is_shown_and_undone_all_is_as_before(case: Case) -> None:
    """Old readings stay: an earlier day shows them, and undo gives them back."""
    before, earlier = everything(case), everything(case, AsOf(known="2026-05-01"))
    actors = {row.name: row.id for row in case.actors()}
    reread(case)
    assert not any("light" in row.content for row in case.statements())
    assert {row.reader for row in case.statements()} == {"hand 2 (newer-re)"}
    assert {row.name: row.id for row in case.actors()} == actors
    assert everything(case, AsOf(known="2026-05-01")) == earlier
    assert case.log()[-1].summary == "2 read again"
    assert case.verify().faults == []
    assert case.rereading(NewerReader()).due == []
    case.take_back(because="the old one was better", by="ed")
    assert everything(case) == before
    assert len(case.rereading(NewerReader()).due) == 2


def test_judgements_go_along_with_their_words_and_orphans_wait(case: Case) -> None:
    """Rejected words stay rejected with one word less; a judgement of what is gone is an orphan."""
    ice, light = named(case, "warned him of ice"), named(case, "light")
    give = case.judging().give
    moved = give(Verb.REJECT, [ice], because="he did not say so", by="ed")
    lost = give(Verb.GRADE, [light], value="4", because="no name", by="ed")
    story, _ = case.rereading(NewerReader()).differences()
    assert (story.carried, story.orphaned) == ((moved.id,), (lost.id,))
    reread(case)
    assert not any("warned him" in row.content for row in case.statements())
    (gone,) = case.statements(rejected=True)
    assert gone.content.endswith("warned him of")
    (row,) = case.judging().of(verb=Verb.REJECT)
    assert row.moved == ((ice, gone.id),)
    (orphan,) = case.judging().of(orphans=True)
    assert (orphan.id, orphan.orphans) == (lost.id, (light,))
    assert "a light was out" in orphan.words[0]
    assert light not in case.judging().grades
    case.take_back(because="read again too soon", by="ed")
    assert case.judging().of(orphans=True) == []
    assert case.judging().grades[light][0].value == "4"


def test_what_was_kept_when_interrupted_stays_and_the_rest_is_due(case: Case) -> None:
    """The one text that was read is kept; the next run reads the other alone."""
    with closing(case.rereading(NewerReader()).apply(by="ed")) as found:
        next(found)
    assert [row.name for row in case.rereading(NewerReader()).due] == ["b.txt"]
    reread(case)
    assert case.rereading(NewerReader()).due == []


class FailingReader(NewerReader):
    def read(self, text: Text, told_on: When | None) -> Reading:
        raise ValueError("no idea")


def test_a_text_at_which_the_reader_fails_keeps_its_reading(case: Case) -> None:
    """The fault is told, the rest goes on, and nothing is lost."""
    before = everything(case)
    with closing(case.rereading(FailingReader()).apply(by="ed")) as found:
        assert [one.fault for one in found] == ["ValueError: no idea"] * 2
    assert everything(case) == before
