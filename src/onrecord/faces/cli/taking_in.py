"""Commands that take documents in: new, add, read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

import click

from onrecord.core.errors import Unwritable, WrongUse
from onrecord.core.identity import canonical
from onrecord.faces.cli.options import by_whom, example, in_case, open_case
from onrecord.faces.cli.printing import say, watched

if TYPE_CHECKING:
    from onrecord.case import Added
    from onrecord.core.seams import Reader
    from onrecord.core.vocabulary import Document, Reading
    from onrecord.intake import Told
    from onrecord.scale import Job

REFUSED = 1
_ROW_OF_STDIN = "-:"


@click.command(epilog=example("onrecord new harbour-case && cd harbour-case"))
@click.argument("folder", type=click.Path(path_type=Path), default=Path())
@click.option("--name", metavar="NAME", default="", help="What to call it.  [default: the folder]")
@click.option("--by", metavar="NAME", help="Who begins it.  [default: the user's name]")
def new(folder: Path, name: str, by: str | None) -> None:
    """Begin a case in FOLDER (the current one if not given)."""
    from onrecord.case import Case

    with Case.create(folder, name=name, by=by) as case:
        say(f"The case “{case.name}” begins in {folder}.")
        say("Now add documents: onrecord add FILES-OR-FOLDERS")


def tell(command: click.decorators.FC) -> click.decorators.FC:
    """Offer what the user can tell of documents."""
    for name, metavar, words in (
        (
            "--language",
            "TAG",
            "In which language; en-GB also tells which of 3/4 is the month.",
        ),
        ("--address", "URL", "Under which address they stand; versions of a page share it."),
        ("--outlet", "NAME", "Who published them."),
        ("--retrieved", "DATE", "When they were had: the day the case could know them."),
        ("--published", "DATE", "When they were published."),
    ):
        command = click.option(name, metavar=metavar, help=words)(command)
    return command


def by_reader(command: click.decorators.FC) -> click.decorators.FC:
    """Offer which reader reads, and what one that asks elsewhere must be told."""
    for name, metavar, words in (
        ("--llm-model", "NAME", "Which model it asks for.  [env: ONRECORD_LLM_MODEL]"),
        (
            "--llm-address",
            "URL",
            "Where --reader llm sends the text.  [env: ONRECORD_LLM_ADDRESS]",
        ),
    ):
        command = click.option(name, metavar=metavar, help=words)(command)
    return click.option(
        "--reader", "reader_name", default="trained", show_default=True, help="Which reader."
    )(command)


def chosen_reader(name: str, llm_address: str | None, llm_model: str | None) -> Reader:
    """Make the reader that was asked for."""
    from onrecord import reader

    told = {"address": llm_address, "model": llm_model}
    return reader.load(name, **{key: value for key, value in told.items() if value is not None})


@click.command(epilog=example("onrecord add ~/articles letter.pdf --retrieved 2024-05-02"))
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@tell
@click.option(
    "--told",
    "told_in",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="CSV or JSON that tells these of each file: file, outlet, published, retrieved, address.",
)
@by_reader
@click.option("--jobs", default=1, show_default=True, help="Documents read at once.")
@click.option(
    "--posts", is_flag=True, help="All are tables of who held which post, whatever their names."
)
@by_whom
@in_case
def add(
    paths: tuple[Path, ...],
    published: str | None,
    retrieved: str | None,
    outlet: str | None,
    language: str | None,
    address: str | None,
    told_in: Path | None,
    reader_name: str,
    llm_address: str | None,
    llm_model: str | None,
    jobs: int,
    posts: bool,
    by: str | None,
    because: str,
    folder: Path,
) -> int:
    """Take files, folders and zip archives into the case.

    HTML, text, Markdown, PDF, DOCX, ODT, e-mail and JSON Lines are read, and tables of who held
    which post: CSV, Popolo, ParlParse and others. Each file is kept as it came, and ends as read,
    or as refused with the reason. Adding again adds only what is new.
    """
    from onrecord import intake

    told = _told(published, retrieved, outlet, address, language)
    each = intake.read_told(told_in) if told_in is not None else {}
    _look_for(paths)
    with open_case(folder) as case, watched() as progress:
        try:
            added = case.add(
                paths,
                reader=chosen_reader(reader_name, llm_address, llm_model),
                told=told,
                each=each,
                by=by,
                because=because,
                jobs=jobs,
                progress=progress,
                posts=posts,
            )
        except KeyboardInterrupt:
            say("What was taken in until now is kept. Run the same again for the rest.", err=True)
            raise
    _report(added)
    return REFUSED if added.refused or added.unread else 0


def _look_for(paths: tuple[Path, ...]) -> None:
    missing = [path for path in paths if not path.exists()]
    if missing:
        raise WrongUse("there is no such file or folder", where=", ".join(map(str, missing)))


def _told(
    published: str | None,
    retrieved: str | None,
    outlet: str | None,
    address: str | None,
    language: str | None,
) -> Told:
    from onrecord.intake import Told

    if retrieved is not None and retrieved > datetime.now(UTC).date().isoformat():
        raise WrongUse(f"{retrieved} has not come yet", help="--retrieved takes a past day")
    return Told(
        published=published,
        retrieved=retrieved,
        outlet=outlet,
        address=address,
        language=language,
    )


def _report(added: Added) -> None:
    for name, reason in added.refused:
        say(f"refused  {name}: {reason}")
    for name, note in added.notes:
        say(f"{name}: {note}", err=True)
    for name, reason in added.unread:
        say(f"unread   {name}: {reason}; its text is kept")
    say(
        f"{added.given} given: {len(added.read)} read, {len(added.refused)} refused,"
        f" {len(added.already)} already there."
    )
    if added.operation is not None:
        number = added.operation
        say(f"This was operation {number}; 'onrecord undo {number}' takes it back.")


@click.command(epilog=example("zcat articles.jsonl.gz | onrecord read - -o readings.jsonl"))
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path, allow_dash=True))
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to a file.")
@by_reader
@click.option("--jobs", default=1, show_default=True, help="Processes that read at once.")
@tell
@click.option(
    "--explain", "told", is_flag=True, help="Tell in words what was found, sentence by sentence."
)
@click.option("--schema", is_flag=True, help="Print the JSON Schema of a line, and stop.")
def read(
    paths: tuple[Path, ...],
    output: Path | None,
    reader_name: str,
    llm_address: str | None,
    llm_model: str | None,
    jobs: int,
    published: str | None,
    retrieved: str | None,
    outlet: str | None,
    language: str | None,
    address: str | None,
    told: bool,
    schema: bool,
) -> int:
    """Read documents without a case: one reading a document, as JSON Lines, in order.

    PATHS are files and folders; - (or nothing) is JSON Lines on standard input, plain or gzipped,
    with id, text and if wanted title, published, url, outlet. A refused document gives a line too.

    --explain writes for people instead: each sentence in which something was found, and under it
    who is reported to say what, by which words, how firmly, through whom, and how sure that is.
    """
    import json

    from onrecord import reader, scale

    if schema:
        click.echo(json.dumps(reader.schema(), indent=2, ensure_ascii=False))
        return 0
    chosen = chosen_reader(reader_name, llm_address, llm_model)
    refused = 0
    given = _told(published, retrieved, outlet, address, language)
    with _Output(output) as out, watched() as progress:
        write = _explained(out) if told else _as_lines(out)
        documents = ((d, _job(d)) for d in _documents(paths, given, jobs))
        for done, (document, reading) in enumerate(scale.read_in_order(documents, chosen, jobs), 1):
            if isinstance(reading, scale.Unread):
                document, reading = _unread(document, reading.reason), None
            if document.text is None or reading is None:
                refused += 1
                reason = document.refusal.reason if document.refusal else "no text"
                say(f"refused  {document.source.name}: {reason}", err=True)
            for note in reading.notes if reading else ():
                say(f"{document.source.name}: {note}", err=True)
            write(document, reading)
            progress("reading", done, None)
    return REFUSED if refused else 0


def _unread(document: Document, reason: str) -> Document:
    """Refuse a document at which its reader failed."""
    from onrecord.core.vocabulary import Refusal

    return replace(document, text=None, refusal=Refusal(code="unread", reason=reason))


Write = Callable[["Document", "Reading | None"], None]
"""Writes one document with what was read in it; None: it was refused."""


def _as_lines(out: BinaryIO) -> Write:
    from onrecord import reader

    def write(document: Document, reading: Reading | None) -> None:
        identifier = _identifier(document)
        if document.text is None or reading is None:
            reason = document.refusal.reason if document.refusal else "no text"
            out.write(canonical({"id": identifier, "refusal": reason}) + b"\n")
        else:
            out.write(reader.line(identifier, document, document.text, reading))

    return write


def _explained(out: BinaryIO) -> Write:
    """Tell readings in words: with colour on a terminal, plainly elsewhere."""
    from onrecord.faces.cli.explaining import explain

    def write(document: Document, reading: Reading | None) -> None:
        if document.text is not None and reading is not None:
            told = explain(_identifier(document), document.text, reading, out.isatty())
            out.write(told.encode("utf-8", "replace"))
            out.flush()

    return write


def _job(document: Document) -> Job:
    from onrecord.case import told_on
    from onrecord.scale import Job

    return Job(document.text, told_on(document))


def _documents(paths: tuple[Path, ...], told: Told, jobs: int) -> Iterator[Document]:
    from onrecord import intake
    from onrecord.core.vocabulary import Document

    today: date = datetime.now(UTC).date()
    files = [path for path in paths if str(path) != "-"]
    _look_for(tuple(files))
    if files:
        for document in intake.take(files, told=told, today=today, jobs=jobs):
            if isinstance(document, Document):
                yield _no_table(document)
    if not paths or len(files) < len(paths):
        if sys.stdin.isatty():
            say("reading JSON Lines from the keyboard; Ctrl-D ends", err=True)
        yield from intake.lines(sys.stdin.buffer, name="-", told=told, today=today)


def _no_table(document: Document) -> Document:
    """Refuse a file of rows: readers read prose, and a table of posts belongs in a case."""
    if not document.table:
        return document
    from onrecord.core.vocabulary import Refusal

    reason = "a file of rows; 'onrecord add' takes a table of posts into a case"
    refusal = Refusal(code="unknown kind", reason=reason)
    return replace(document, text=None, refusal=refusal, table=False)


def _identifier(document: Document) -> str:
    """Name a row of JSON Lines by its own id, anything else by its file."""
    name = document.source.name
    if name.startswith(_ROW_OF_STDIN):
        return name.removeprefix(_ROW_OF_STDIN)
    for ending in (".jsonl.gz:", ".jsonl:", ".ndjson:"):
        before, found, row = name.partition(ending)
        if found and before:
            return row
    return name


class _Output:
    """Opens where lines go: standard output, or a file that appears only when it is whole."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._partial = path.with_name(f".{path.name}.part") if path else None
        self._stream: BinaryIO

    def __enter__(self) -> BinaryIO:
        if self._partial is None:
            self._stream = sys.stdout.buffer
            return self._stream
        try:
            self._stream = self._partial.open("wb")
        except OSError as error:
            raise Unwritable(
                f"cannot be written ({error.strerror})",
                where=str(self._path),
                help="choose another place",
            ) from error
        return self._stream

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self._partial is None or self._path is None:
            if kind is None:
                self._stream.flush()
            return
        self._stream.close()
        if kind is None:
            self._partial.replace(self._path)
        else:
            self._partial.unlink(missing_ok=True)


COMMANDS = (new, add, read)
