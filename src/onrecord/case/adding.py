"""Taking documents in: batch by batch, each document read, every one of them accounted for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from onrecord import intake
from onrecord.case import team
from onrecord.core.dates import When
from onrecord.core.errors import OnrecordError, Refused
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
    with closing(made):
        for batch in batches(made, added):
            if operation is None:
                operation = ledger.begin("add", by=by, because=because)
                added.operation = operation
            batch = [intake.tell_each(document, each) for document in batch]
            readings = [
                tabled(document, tables, added)
                if document.table
                else (document, read(document, reader, added))
                for document in batch
            ]
            kept = ledger.keep(operation, readings)
            for (document, _), new in zip(readings, kept, strict=True):
                account(document, new, added)
    return added


def batches(made: Iterator[Document | intake.Already], added: Added) -> Iterator[list[Document]]:
    """Collect documents to be kept in one go; note at once those that are there already."""
    batch: list[Document] = []
    size = 0
    for document in made:
        if isinstance(document, intake.Already):
            added.already.append(document.name)
            continue
        batch.append(document)
        size += len(document.raw)
        if len(batch) >= BATCH_DOCUMENTS or size >= BATCH_BYTES:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def read(document: Document, reader: Reader, added: Added) -> Reading | None:
    """Read a document; a reader that fails at it, or gives rows without words, costs only this."""
    if document.text is None:
        return None
    try:
        reading = reader.read(document.text, told_on(document))
    except OnrecordError as error:
        fault: str | None = str(error)
    except Exception as error:  # a plug-in may raise anything; the rest of the batch goes on
        fault = f"{type(error).__name__}: {error}"
    else:
        fault = next(misfits(reading, document.text), None)
        if fault is None:
            added.notes.extend((document.source.name, note) for note in reading.notes)
            return reading
    added.unread.append((document.source.name, f"reader {reader.name.name} failed: {fault}"))
    return None


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
