"""Turns bytes into documents: a source, and its text in blocks with the way back to the raw file.

The front door of intake. Files, folders, archives and streams go in; one `Document` per source
comes out, read or refused with the reason. It knows no language but the name of it, writes no file,
asks no network, and reads every file that a parser touches in a confined process of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from onrecord.core.seams import Progress, silent
from onrecord.core.vocabulary import Document
from onrecord.intake.already import Already
from onrecord.intake.backlog import read_told, tell_each
from onrecord.intake.limits import LIMITS, Limits
from onrecord.intake.paging import page_count, page_image
from onrecord.intake.told import Told

if TYPE_CHECKING:
    from onrecord.intake import walk

__all__ = [
    "LIMITS",
    "Already",
    "Limits",
    "Told",
    "confinement",
    "lines",
    "page_count",
    "page_image",
    "read_bytes",
    "read_told",
    "take",
    "tell_each",
]


def take(
    paths: Sequence[Path],
    *,
    told: Told = Told(),
    today: date,
    jobs: int = 1,
    progress: Progress = silent,
    skip: Callable[[str], bool] | None = None,
    leave_out: Collection[Path] = (),
    limits: Limits = LIMITS,
    posts: bool = False,
) -> Generator[Document | Already, None, None]:
    """Read files, folders and zip archives of HTML, text, Markdown, PDF, DOCX, ODT, e-mail, JSON
    Lines, and tables in CSV, JSON and XML: one document per source, in a fixed order, each read or
    refused.

    A folder's files come in the order of their names, hidden ones left out; members of an archive
    in its order, named "archive.zip/member"; rows of JSON Lines named "file:row id"; attachments of
    a message and messages of a mailbox right after it, with `source.parent` set. A refused file
    whose bytes were not had (it cannot be opened, is unsafe to unpack) has an empty `sha256`.

    Args:
        told: metadata that wins over what the files say.
        today: the day of receipt, where none is told.
        jobs: how many files are read at once, each in a process of its own.
        skip: asked with a file's SHA-256 (hexadecimal) whether the caller has it; then an `Already`
            is given in its place. A known message is still opened for what it holds.
        leave_out: resolved paths of files and folders that are passed over inside a given folder.
        progress: called after each document; the total grows as archives and messages open.
        posts: every file is a table, whatever its name says.

    Raises:
        OnrecordError: no reading process can be started on this machine.
    """
    from onrecord.intake import walk
    from onrecord.intake.documents import Line, Turn
    from onrecord.intake.sandbox import Sandbox
    from onrecord.intake.table import as_table
    from onrecord.intake.unfold import opened

    count = sum(1 for _ in walk.files(paths, leave_out))
    begun = 0

    def items() -> Iterator[walk.Item]:
        nonlocal begun
        for found in walk.files(paths, leave_out):
            begun += 1
            given = opened(found, limits)
            yield from map(as_table, given) if posts else given

    with Sandbox[Turn](jobs, limits) as sandbox:
        line = Line(
            sandbox=sandbox,
            told=told,
            today=today,
            limits=limits,
            skip=skip or _nothing_known,
            ahead=2 * max(1, jobs),
        )
        for done, made in enumerate(line.documents(items()), start=1):
            yield made
            progress("reading", done, max(done, done + count - begun))


def lines(
    stream: BinaryIO,
    *,
    name: str,
    told: Told = Told(),
    today: date | None = None,
    limits: Limits = LIMITS,
) -> Iterator[Document]:
    """Read JSON Lines, plain or gzipped, from a stream, row by row in this process.

    A line that is no row becomes a refusal that names `name` and the line's number.
    """
    from onrecord.intake import formats, jsonl
    from onrecord.intake.documents import document

    for item in jsonl.rows(name, stream, limits):
        outcome = item.refusal or formats.read(item.name, item.raw, item.kind, limits)
        yield document(item, outcome, told, today)


def read_bytes(
    name: str,
    raw: bytes,
    *,
    told: Told = Told(),
    today: date,
    limits: Limits = LIMITS,
) -> list[Document]:
    """Read bytes at hand as if they were a file called `name`; what lies inside comes after it."""
    from onrecord.intake import walk
    from onrecord.intake.documents import Line, Turn
    from onrecord.intake.sandbox import Sandbox
    from onrecord.intake.unfold import expanded

    with Sandbox[Turn](limits=limits) as sandbox:
        line = Line(sandbox=sandbox, told=told, today=today, limits=limits, skip=_nothing_known)
        items = expanded(walk.within_size(walk.item(name, raw), limits), limits)
        return [made for made in line.documents(items) if isinstance(made, Document)]


def confinement() -> tuple[str, ...]:
    """Say which measures hold in the reading processes here: memory, no network, and so on."""
    from onrecord.intake.sandbox import Sandbox

    with Sandbox[None]() as sandbox:
        return sandbox.confinement()


def _nothing_known(_sha256: str) -> bool:
    return False
