"""A case from end to end: files in, rows out, taken back, asked as of a day, checked, rebuilt."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import apsw
import pytest

from onrecord.case import Added, Case
from onrecord.core.dates import When
from onrecord.core.errors import NoCase, NoSuchRow, WrongUse
from onrecord.core.vocabulary import AsOf
from onrecord.intake import Told
from onrecord.reader import TrainedReader

FIRST = """Lock keeper cleared

“The gate was shut at nine,” said Ida Morrow, the keeper, on Monday.

Sam Pell of the canal board denied that the log had been lost. The ministry did not respond to a
request for comment.
"""
SECOND = """Board names a date

Ida Morrow said that the inquiry would open on 9 April 2025.

“Nobody asked me,” Sam Pell said.
"""


class ToldClock:
    def __init__(self, day: str) -> None:
        self.day = day

    def __call__(self) -> datetime:
        return datetime.fromisoformat(self.day).replace(hour=9, tzinfo=UTC)


@pytest.fixture
def clock() -> ToldClock:
    return ToldClock("2026-02-01")


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "first.txt").write_text(FIRST)
    (folder / "second.txt").write_text(SECOND)
    return folder


def begin(folder: Path, clock: ToldClock) -> Case:
    return Case.create(folder, by="ed", clock=clock)


def add(case: Case, *paths: Path, retrieved: str | None = None, **more: Any) -> Added:
    told = Told(published="2025-03-03", retrieved=retrieved)
    return case.add(paths, reader=TrainedReader(), told=told, by="ed", **more)


def everything(case: Case, as_of: AsOf = AsOf()) -> tuple[object, ...]:
    return (
        case.sources(as_of),
        case.statements(as_of),
        case.actors(as_of),
        case.timeline(as_of),
        case.replies(as_of),
        case.origins(as_of),
        case.search("Ida", as_of),
    )


def substance(folder: Path) -> list[tuple[object, ...]]:
    """Give what was taken in, without the operations it came with."""
    connection = apsw.Connection(str(folder / "case.db"))
    rows = list(
        connection.execute(
            "SELECT kind, subject, known, body FROM entry WHERE kind <> 'operation' ORDER BY number"
        )
    )
    connection.close()
    return rows


def test_files_go_in_and_every_row_leads_to_its_words(
    tmp_path: Path, files: Path, clock: ToldClock
) -> None:
    """Statements, people, dates and a silence, in their words; adding again adds nothing."""
    with begin(tmp_path / "case", clock) as case:
        added = add(case, files)
        assert (len(added.read), added.refused, added.already, added.given) == (2, [], [], 2)
        speakers = {row.actor_name for row in case.statements()}
        assert {"Ida Morrow", "Sam Pell"} <= speakers
        for row in case.statements():
            text = case.text(row.source).characters
            assert row.content == " … ".join(span.of(text) for span in row.content_spans)
        morrow = next(row for row in case.actors() if row.name == "Ida Morrow")
        assert morrow.sources == 2
        assert "both are named Ida Morrow" in morrow.because
        assert case.statements(actor=morrow.id)
        assert case.replies()
        assert any(str(row.when) == "2025-04-09" for row in case.timeline())
        assert case.raw(case.sources()[0].id) == FIRST.encode()
        head, rows = case.head(), everything(case)
        again = add(case, files)
        assert (len(again.already), again.given, again.operation) == (2, 2, None)
        assert case.head() == head
        assert everything(case) == rows
        assert case.verify().faults == []


def test_the_same_bytes_under_two_names_are_one_source(
    tmp_path: Path, files: Path, clock: ToldClock
) -> None:
    """The second is already there, in one run or in the next; the sums agree."""
    (files / "copy.txt").write_text(FIRST)
    with begin(tmp_path / "case", clock) as case:
        added = add(case, files)
        assert (len(added.read), len(added.already), added.given) == (2, 1, 3)
        (files / "third.txt").write_text(FIRST)
        assert add(case, files / "third.txt").already != []
        assert len(case.sources()) == 2
        assert case.verify().faults == []


def test_a_file_that_cannot_be_read_is_kept_with_the_reason(
    tmp_path: Path, files: Path, clock: ToldClock
) -> None:
    """Refused, recorded, and no obstacle to the others."""
    (files / "noise.bin").write_bytes(bytes(range(256)) * 4)
    with begin(tmp_path / "case", clock) as case:
        added = add(case, files)
        assert (len(added.read), len(added.refused), added.given) == (2, 1, 3)
        name, reason = added.refused[0]
        assert "noise.bin" in name
        refused = next(row for row in case.sources() if row.refusal is not None)
        assert (refused.refusal, refused.statements, refused.text) == (reason, 0, None)
        with pytest.raises(NoSuchRow, match="has no text"):
            case.text(refused.id)
        assert case.verify().faults == []


def test_an_undo_takes_back_all_that_rests_on_it_and_its_undo_gives_it_back(
    tmp_path: Path, files: Path, clock: ToldClock
) -> None:
    """Rows, actors, timeline, search; the log keeps all three."""
    with begin(tmp_path / "case", clock) as case:
        add(case, files / "first.txt")
        one = everything(case)
        add(case, files / "second.txt")
        two = everything(case)
        undone = case.take_back(because="not ours", by="ed")
        assert everything(case) == one
        assert undone.undone_by is not None
        case.take_back(undone.undone_by, because="ours after all", by="ed")
        assert everything(case) == two
        assert [row.verb for row in case.log()] == ["new", "add", "add", "undo", "undo"]
        assert case.verify().faults == []


def test_actors_are_joined_and_parted_and_come_back(
    tmp_path: Path, files: Path, clock: ToldClock
) -> None:
    """A join keeps the older id; undoing it gives the very same actors as before."""
    with begin(tmp_path / "case", clock) as case:
        add(case, files)
        before = case.actors()
        ids = {row.name: row.id for row in before}
        case.join(ids["Ida Morrow"], ids["Sam Pell"], because="a test", by="ed")
        (joined,) = (row for row in case.actors() if "Sam Pell" in row.names)
        assert joined.id in ids.values()
        assert "ed: a test" in joined.because
        case.take_back(because="they are two", by="ed")
        assert case.actors() == before
        with pytest.raises(NoSuchRow, match="no actor"):
            case.join("act_none", ids["Sam Pell"], because="a test")


def test_both_clocks_turn_back(tmp_path: Path, files: Path, clock: ToldClock) -> None:
    """As known on a day before the second came; as of a day before anything was published."""
    with begin(tmp_path / "case", clock) as case:
        add(case, files / "first.txt", retrieved="2025-03-04")
        one = everything(case)
        add(case, files / "second.txt", retrieved="2025-03-20")
        two = everything(case)
        assert everything(case, AsOf(known="2025-03-19")) == one
        assert everything(case, AsOf(known="2025-03")) == two
        assert everything(case, AsOf(known="2025-03-03"))[0] == []
        assert case.sources(AsOf(valid=When.of("2025-03-02"))) == []
        clock.day = "2026-03-01"
        case.take_back(because="withdrawn", by="ed")
        assert everything(case) == one
        assert everything(case, AsOf(known="2026-02-28")) == two


def test_what_was_asked_before_is_answered_the_same_after_a_rebuild_and_a_reopening(
    tmp_path: Path, files: Path, clock: ToldClock
) -> None:
    """Everything derived can be thrown away."""
    with begin(tmp_path / "case", clock) as case:
        add(case, files)
        rows, head = everything(case), case.head()
        case.rebuild()
        assert everything(case) == rows
    with Case.open(tmp_path / "case", clock=clock) as case:
        assert everything(case) == rows
        assert case.head() == head
        assert case.verify(kept=head.digest).faults == []


def test_several_processes_read_the_same_as_one(
    tmp_path: Path, files: Path, clock: ToldClock
) -> None:
    """`jobs` changes the time, not the record; rows of one file are read at once too."""
    rows = [{"id": f"r{number}", "title": "", "text": f"{FIRST} {number}"} for number in range(6)]
    (files / "rows.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    for jobs in (1, 2):
        with begin(tmp_path / str(jobs), clock) as case:
            added = add(case, files, jobs=jobs)
            assert (len(added.read), added.unread) == (8, [])
            assert case.verify().faults == []
    assert substance(tmp_path / "1") == substance(tmp_path / "2")


class Stopped(KeyboardInterrupt):
    """Ctrl-C at a moment of the test's choosing."""


def test_an_add_that_was_interrupted_goes_on_to_the_same_state(
    tmp_path: Path, files: Path, clock: ToldClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At any moment: what was kept stays, the rest is taken in by the next run, nothing twice."""
    monkeypatch.setattr("onrecord.case.adding.BATCH_DOCUMENTS", 2)
    for number in range(5):
        words = FIRST.replace("nine", f"nine on day {number}")
        (files / f"more-{number}.txt").write_text(words)
    with begin(tmp_path / "whole", clock) as case:
        add(case, files)
    expected = substance(tmp_path / "whole")
    for moment in (1, 4, 6):
        folder = tmp_path / f"case-{moment}"
        with begin(folder, clock) as case:
            calls = 0

            def stop(_what: str, _done: int, _of: int | None, last: int = moment) -> None:
                nonlocal calls
                calls += 1
                if calls == last:
                    raise Stopped

            with pytest.raises(Stopped):
                add(case, files, progress=stop)
            assert case.verify().faults == []
            kept = len(case.sources())
            assert kept < 7
            added = add(case, files)
            assert (len(added.already), added.given) == (kept, 7)
            assert case.verify().faults == []
        assert substance(folder) == expected


def test_ids_are_found_by_their_beginning(tmp_path: Path, files: Path, clock: ToldClock) -> None:
    """One that fits several, or nothing, is refused with what would help."""
    with begin(tmp_path / "case", clock) as case:
        add(case, files)
        statement = case.statements()[0].id
        assert case.find(statement[:-3]) == case.find(statement) == statement
        actor = case.actors()[0].id
        assert case.find(actor[:-2]) == actor
        with pytest.raises(NoSuchRow, match="several ids begin with sta_"):
            case.find("sta_")
        with pytest.raises(NoSuchRow, match="nothing here is called sta_zz"):
            case.find("sta_zz")
        with pytest.raises(NoSuchRow):
            case.find("*")


def test_a_case_is_begun_once_and_found_where_it_is(tmp_path: Path, clock: ToldClock) -> None:
    """A second beginning, and an opening where nothing is, are refused."""
    with begin(tmp_path / "case", clock) as case:
        assert case.name == "case"
    with pytest.raises(WrongUse, match="a case here already"):
        begin(tmp_path / "case", clock)
    with pytest.raises(NoCase, match="onrecord new"):
        Case.open(tmp_path, clock=clock)
    (tmp_path / "case.db").write_bytes(b"")
    with pytest.raises(NoCase):
        Case.open(tmp_path, clock=clock)


def test_a_source_keeps_the_bytes_as_they_came(
    tmp_path: Path, files: Path, clock: ToldClock
) -> None:
    """Under the name of their hash, in the folder of the case."""
    with begin(tmp_path / "case", clock) as case:
        add(case, files)
        digests = {row.sha256 for row in case.sources()}
    files_kept = (path for path in (tmp_path / "case/sources").rglob("*") if path.is_file())
    kept = {path.name: path.read_bytes() for path in files_kept}
    assert kept.keys() == digests
    assert all(hashlib.sha256(data).hexdigest() == name for name, data in kept.items())
