"""Whatever is done to the file of a case is detected, or changes nothing that can be read."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import apsw
import pytest
from small_record import ToldClock, refused, report

from onrecord.core.errors import OnrecordError
from onrecord.core.vocabulary import AsOf
from onrecord.ledger import Ledger
from onrecord.ledger.store import run

FLIPS = 300


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed case: what was altered is compared with it."""
    folder = tmp_path_factory.mktemp("sound") / "case"
    with Ledger.create(folder, clock=ToldClock(), by="ed") as ledger:
        operation = ledger.begin("add", by="ed")
        ledger.keep(operation, [report(1), report(2), refused(1)])
        ledger.keep(operation, [report(3)])
        ledger.take_back(ledger.begin("add", by="ed"), by="ed")
    return folder


@pytest.fixture
def folder(sound: Path, tmp_path: Path) -> Path:
    shutil.copytree(sound, tmp_path / "case")
    return tmp_path / "case"


def head(folder: Path) -> str:
    with Ledger.open(folder, clock=ToldClock()) as ledger:
        return ledger.head().digest


def readable(folder: Path) -> list[object]:
    """Give all that the case answers from."""
    with Ledger.open(folder, clock=ToldClock()) as ledger:
        rows: list[object] = [ledger.head(), ledger.log(), *ledger._journal.entries()]
        asked, now = ledger.ask, AsOf()
        rows += [asked.sources(now), list(asked.statements(now)), asked.mentions(now)]
        rows += [asked.dated(now), asked.replies(now), ledger.search("gate", now, 9)]
        return rows


def alarms(folder: Path, kept: str | None) -> list[str]:
    """Say what verification finds; a case that does not even open says so itself."""
    try:
        with Ledger.open(folder, clock=ToldClock()) as ledger:
            return [f"{fault.where}: {fault.what}" for fault in ledger.verify(kept=kept).faults]
    except OnrecordError as error:
        return [str(error)]


def alter(folder: Path, *changes: str) -> None:
    """Change the file as one would who knows it: the triggers are dropped, and put back."""
    connection = apsw.Connection(str(folder / "case.db"))
    triggers = list(
        connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    )
    for name, _ in triggers:
        run(connection, f"DROP TRIGGER {name}")
    for change in changes:
        run(connection, change)
    for _, sql in triggers:
        with suppress(apsw.SQLError):  # its table is gone
            run(connection, str(sql))
    connection.close()


def test_a_sound_case_gives_no_alarm(folder: Path) -> None:
    """Nothing is found where nothing is wrong, with a kept head and without."""
    assert alarms(folder, None) == alarms(folder, head(folder)) == []


def test_a_flipped_byte_is_detected_or_changes_nothing_that_can_be_read(
    sound: Path, folder: Path
) -> None:
    """At 300 places of the file, whatever the damage, verification answers and never raises."""
    kept, whole, expected = head(sound), (sound / "case.db").read_bytes(), readable(sound)
    places = random.Random(7)
    detected = 0
    for _ in range(FLIPS):
        data = bytearray(whole)
        data[places.randrange(len(data))] ^= places.randrange(1, 256)
        (folder / "case.db").write_bytes(data)
        if alarms(folder, kept):
            detected += 1
        else:
            assert readable(folder) == expected
        for left in folder.glob("case.db-*"):
            left.unlink()
    assert detected > FLIPS / 6  # the rest of so small a file is for the most part empty


ROWS: dict[str, tuple[str, ...]] = {
    "an entry deleted": ("DELETE FROM entry WHERE number = 4",),
    "the last entry deleted": ("DELETE FROM entry WHERE number = (SELECT max(number) FROM entry)",),
    "an entry put in at the end": (
        "INSERT INTO entry SELECT number + 100, operation, kind, subject, known, entered, body"
        " FROM entry WHERE number = 4",
    ),
    "two entries exchanged": (
        "UPDATE entry SET number = -4 WHERE number = 4",
        "UPDATE entry SET number = 4 WHERE number = 5",
        "UPDATE entry SET number = 5 WHERE number = -4",
    ),
    "a word in a body exchanged": (
        "UPDATE entry SET body = CAST(replace(CAST(body AS TEXT), 'Ida', 'Eda') AS BLOB)",
    ),
    "a day set back": ("UPDATE entry SET known = '2020-01-01' WHERE number = 3",),
    "the ledger's clock altered": ("UPDATE entry SET entered = '2020-01-01T00:00:00Z'",),
    "an undo disguised": ("UPDATE entry SET kind = 'note' WHERE kind = 'taken back'",),
    "a batch deleted": ("DELETE FROM batch WHERE number = 2",),
    "the last batch deleted": ("DELETE FROM batch WHERE number = (SELECT max(number) FROM batch)",),
    "a digest altered": ("UPDATE batch SET digest = zeroblob(32) WHERE number = 3",),
    "batches cut otherwise": ("UPDATE batch SET last = last + 1 WHERE number = 3",),
    "a batch of astronomical size": ("UPDATE batch SET last = 9223372036854775807",),
    "a batch that begins before time": ("UPDATE batch SET first = -9223372036854775807",),
    "the tail cut clean off": (
        "DELETE FROM entry WHERE number > (SELECT last FROM batch WHERE number = 3)",
        "DELETE FROM batch WHERE number > 3",
    ),
    "everything gone": ("DELETE FROM entry", "DELETE FROM batch"),
    "a view emptied": ("DELETE FROM statement",),
    "the views gone": ("DROP TABLE statement",),
    "the record gone": ("DROP TABLE entry",),
}


@pytest.mark.parametrize("changes", ROWS.values(), ids=ROWS.keys())
def test_rows_deleted_put_in_exchanged_or_altered_are_detected(
    folder: Path, changes: tuple[str, ...]
) -> None:
    """Given a head that was kept, no change of any row of the record goes unseen."""
    kept = head(folder)
    alter(folder, *changes)
    assert alarms(folder, kept)


@pytest.mark.parametrize(
    ("column", "kind"),
    [(c, k) for c in ("body", "known", "kind") for k in ("TEXT", "BLOB", "INTEGER", "REAL")],
)
def test_a_column_that_changed_its_type_is_detected_or_reads_the_same(
    sound: Path, folder: Path, column: str, kind: str
) -> None:
    """A number where words are meant breaks the reading of a row, not the verifier."""
    kept, expected = head(folder), readable(sound)
    loose = (
        "CREATE TABLE loose (number INTEGER PRIMARY KEY, operation, kind, subject, known, entered,"
        " body)"
    )
    alter(
        folder,
        loose,
        "INSERT INTO loose SELECT * FROM entry",
        f"UPDATE loose SET {column} = CAST({column} AS {kind})",
        "DROP TABLE entry",
        "ALTER TABLE loose RENAME TO entry",
    )
    assert alarms(folder, kept) or readable(folder) == expected


@pytest.mark.parametrize("digest", ["7", "10000000000", "'words'", "NULL", "1.5", "zeroblob(0)"])
def test_a_digest_that_is_none_is_detected(folder: Path, digest: str) -> None:
    """A number as digest would ask for that many bytes; it is reported instead."""
    kept = head(folder)
    alter(
        folder,
        "CREATE TABLE loose (number INTEGER PRIMARY KEY, first, last, digest)",
        "INSERT INTO loose SELECT * FROM batch",
        f"UPDATE loose SET digest = {digest} WHERE number = 2",
        "DROP TABLE batch",
        "ALTER TABLE loose RENAME TO batch",
    )
    assert alarms(folder, kept)


def test_a_trigger_that_is_gone_is_named(folder: Path) -> None:
    """A case that no longer refuses changes says so before anything was changed."""
    connection = apsw.Connection(str(folder / "case.db"))
    run(connection, "DROP TRIGGER entry_stays")
    connection.close()
    (alarm,) = alarms(folder, None)
    assert "entry_stays" in alarm


@pytest.mark.parametrize("share", [0.0, 0.001, 0.3, 0.5, 0.9, 0.999])
def test_a_file_cut_short_is_detected(folder: Path, share: float) -> None:
    """At whatever length."""
    kept, file = head(folder), folder / "case.db"
    data = file.read_bytes()
    file.write_bytes(data[: int(len(data) * share)])
    assert alarms(folder, kept)


def test_yesterdays_file_is_detected_by_a_kept_head_and_only_by_it(folder: Path) -> None:
    """A file rolled back is sound in itself: without a head the report names none as compared."""
    yesterday = (folder / "case.db").read_bytes()
    with Ledger.open(folder, clock=ToldClock()) as ledger:
        ledger.keep(ledger.begin("add", by="ed"), [report(9)])
    kept = head(folder)
    (folder / "case.db").write_bytes(yesterday)
    assert alarms(folder, None) == []
    assert any("cut or rewritten" in alarm for alarm in alarms(folder, kept))


def test_an_earlier_head_that_was_kept_is_found_again(folder: Path) -> None:
    """What came after it does not make it strange."""
    kept = head(folder)
    with Ledger.open(folder, clock=ToldClock()) as ledger:
        ledger.keep(ledger.begin("add", by="ed"), [report(9)])
    assert alarms(folder, kept) == []
    assert alarms(folder, "00" * 31 + "01")


def change_byte(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[0] ^= 1
    file.write_bytes(data)


@pytest.mark.parametrize(
    ("harm", "said"), [(Path.unlink, "missing"), (change_byte, "have been changed")]
)
def test_the_bytes_of_a_source_that_are_gone_or_changed_are_named(
    folder: Path, harm: Callable[[Path], None], said: str
) -> None:
    """By the source's file name and by the place they are kept in."""
    document, _ = report(2)
    digest = document.source.sha256
    harm(folder / "sources" / digest[:2] / digest)
    (alarm,) = alarms(folder, None)
    assert f"sources/{digest[:2]}/{digest}" in alarm
    assert "report-2.txt" in alarm
    assert said in alarm


def test_a_source_may_not_be_answered_from_changed_bytes(folder: Path) -> None:
    """Asking for them says what is wrong instead."""
    document, _ = report(2)
    with Ledger.open(folder, clock=ToldClock()) as ledger:
        assert ledger.raw(document.source.id) == document.raw
        change_byte(folder / "sources" / document.source.sha256[:2] / document.source.sha256)
        with pytest.raises(OnrecordError, match="have been changed"):
            ledger.raw(document.source.id)
