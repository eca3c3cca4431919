"""Taking documents in: batch by batch, each document read, every one of them accounted for."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from onrecord import intake, scale
from onrecord.case import team
from onrecord.core.dates import When
from onrecord.core.errors import Refused
from onrecord.core.fitting import misfits
from onrecord.core.seams import Progress, Reader
from onrecord.core.vocabulary import Document, Reading, Refusal
from onrecord.ledger import Ledger

BATCH_DOCUMENTS, BATCH_BYTES = 50, 2_000_000
"""What is kept in one go: an interruption loses at most the work on so much."""


@dataclass(slots=True)
class Added:
    """What came of adding: given = read + refused + already there.

    `unread` are sources among the read whose text is kept and searched but holds no statements,
    because the reader failed at it. `notes` are what the reader says of how it read them.
    """

    read: list[str] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)
    already: list[str] = field(default_factory=list)
    unread: list[tuple[str, str]] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    operation: int | None = None

    @property
    def given(self) -> int:
        return len(self.read) + len(self.refused) + len(self.already)


def take_in(
    ledger: Ledger,
    paths: Sequence[Path],
    *,
    reader: Reader,
    told: intake.Told,
    each: Mapping[str, intake.Told],
    today: date,
    by: str,
    because: str,
    jobs: int,
    progress: Progress,
    posts: bool,
) -> Added:
    """Read files, folders and archives into a ledger, batch by batch, in one operation.

    `Case.add` says what each argument is.
    """
    from onrecord.reader import TableReader

    tables = TableReader()
    made = intake.take(
        paths,
        told=told,
        today=today,
        jobs=jobs,
        progress=progress,
        skip=ledger.holds_bytes,
        leave_out=[*ledger.own_paths(), ledger.folder.resolve() / team.FILE],
        posts=posts,
    )
    added = Added()
    operation: int | None = None
    with closing(made), closing(_readings(made, reader, each, jobs, added)) as readings:
        for batch in batches(readings):
            if operation is None:
                operation = ledger.begin("add", by=by, because=because)
                added.operation = operation
            batch = [
                tabled(document, tables, added) if document.table else (document, reading)
                for document, reading in batch
            ]
            kept = ledger.keep(operation, batch)
            for (document, _), new in zip(batch, kept, strict=True):
                account(document, new, added)
    return added


Read = tuple[Document, Reading | None]


def _readings(
    made: Iterator[Document | intake.Already],
    reader: Reader,
    each: Mapping[str, intake.Told],
    jobs: int,
    added: Added,
) -> Generator[Read, None, None]:
    """Read the documents that are new; note at once those that are there already.

    A reader that fails at a document, or gives rows without words, costs only this one.
    """
    documents = (intake.tell_each(document, each) for document in _new(made, added))
    given = ((document, _job(document)) for document in documents)
    for document, reading in scale.read_in_order(given, reader, jobs):
        if isinstance(reading, Reading) and document.text is not None:
            if fault := next(misfits(reading, document.text), None):
                reading = scale.Unread(f"reader {reader.name.name} failed: {fault}")
            else:
                added.notes.extend((document.source.name, note) for note in reading.notes)
        if isinstance(reading, scale.Unread):
            added.unread.append((document.source.name, reading.reason))
            reading = None
        yield document, reading


def _new(made: Iterator[Document | intake.Already], added: Added) -> Iterator[Document]:
    for document in made:
        if isinstance(document, intake.Already):
            added.already.append(document.name)
        else:
            yield document


def _job(document: Document) -> scale.Job:
    """Give what the reader reads of a document: nothing of a table."""
    return scale.Job(None if document.table else document.text, told_on(document))


def batches(readings: Iterator[Read]) -> Iterator[list[Read]]:
    """Collect what is to be kept in one go."""
    batch: list[Read] = []
    size = 0
    for document, reading in readings:
        batch.append((document, reading))
        size += len(document.raw)
        if len(batch) >= BATCH_DOCUMENTS or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def tabled(document: Document, tables: Reader, added: Added) -> tuple[Document, Reading | None]:
    """Read a file of rows; one that is no table of posts is refused, for nothing else reads it."""
    assert document.text is not None
    try:
        reading = tables.read(document.text, told_on(document))
    except Refused as why:
        refusal = Refusal(code=why.code, reason=str(why))
        return replace(document, text=None, refusal=refusal), None
    added.notes.extend((document.source.name, note) for note in reading.notes)
    return document, replace(reading, notes=())


def told_on(document: Document) -> When | None:
    """Give the date from which relative dates count: that of publication; None: not known."""
    published = document.source.metadata.published
    return None if published is None else When.of(published.value)


def account(document: Document, kept: bool, added: Added) -> None:
    name = document.source.name
    if not kept:
        added.already.append(name)
    elif document.refusal is not None:
        added.refused.append((name, document.refusal.reason))
    else:
        added.read.append(name)
