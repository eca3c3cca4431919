"""How the cost of many documents grows: 100, 1,000 and 10,000 pieces of the inquiry texts.

What compares documents: candidates for actors, statements grouped into claims, quotations, and what
carries what. Pieces are of 100 words, taken evenly from all texts. One in ten is a copy of an
earlier piece, cut at its end, and one in ten quotes a sentence of one, so that there is something
to find. Each size is measured in a process of its own. Were every document compared with every
other, ten times the documents would cost a hundred times the work, and ten times as much each.

The network that compares two texts takes its time by texts and by pairs; so its pairs are counted,
and while grouping is timed, words are counted in its place.

What needs no reading is measured first, and each part is told when it is done: a size that is
stopped after `LIMIT` seconds of the processor leaves the parts that it came to. Adding takes most
of it, and a case can be kept: one that was stopped goes on where it was, in several short runs.

    python -m bench.growth DATA SIZE [FOLDER]
"""

from __future__ import annotations

import gzip
import json
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from bench import measured
from bench.task import READER
from bench.whole_path import text_of
from bench.words_apart import Words
from onrecord import assess
from onrecord.assess import Carried, Parties, Quoting, carrying
from onrecord.case import Case
from onrecord.core.identity import SourceId, text_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import AsOf, Block, BlockKind, Text
from onrecord.reader import load

SIZES = (100, 1_000, 10_000)
_WORDS = 100
_BAR = 40
"""Characters of the longest bar of the curve."""


T = TypeVar("T")


LIMIT = 3_600
"""Seconds of the processor that one size may take."""


@dataclass(frozen=True, slots=True)
class Grown:
    """What one number of documents took, in processor seconds, and what was found.

    None: it was stopped before it came to that.
    """

    documents: int
    quotations: float | None = None
    carrying: float | None = None
    quoted: int | None = None
    links: int | None = None
    add: float | None = None
    actors: float | None = None
    mentions: int | None = None
    found_actors: int | None = None
    statements: int | None = None
    grouping: float | None = None
    pairs: int | None = None

    @property
    def origins(self) -> float | None:
        both = self.quotations, self.carrying
        return None if None in both else sum(one for one in both if one is not None)


def measure(data: Path, size: int, kept: Path | None = None) -> Iterator[dict[str, float | None]]:
    """Compare that many pieces with one another, then add them to a case and group what they say.

    Args:
        kept: the folder in which the case is kept, and gone on with.

    Yields:
        What was measured of `Grown`, part by part.
    """
    documents = list(pieces(data, size))
    found, quotations = _timed(lambda: Quoting(documents, {}, Parties(())).all)
    links, carried = _timed(lambda: carrying(documents, found))
    yield {
        "documents": size, "quotations": quotations, "carrying": carried, "quoted": len(found),
        "links": len(links),
    }  # fmt: skip
    words = Words()
    with tempfile.TemporaryDirectory() as spare:
        folder = kept or Path(spare)
        folder.mkdir(parents=True, exist_ok=True)
        given, at = folder / "given.jsonl", folder / "case"
        given.write_text("".join(told(data, size)), "utf-8")
        with Case.open(at) if at.exists() else Case.create(at) as case:
            reader, there = load(READER), len(case.sources())
            _, add = _timed(lambda: case.add([given], reader=reader))
            yield {"add": None if there else add}
        # What is kept must not remember what is measured here.
        with Case.open(Path(shutil.copytree(at, Path(spare) / "asked"))) as case:
            people, actors = _timed(lambda: case.people.resolved(AsOf()).actors)
            yield {
                "actors": actors, "mentions": sum(len(one.mentions) for one in people),
                "found_actors": len(people),
            }  # fmt: skip
            rows = case.statements()
            wordings = case.wordings(rows)
            _, grouping = _timed(lambda: assess.grouped(rows, (), words, wordings=wordings))
            yield {"grouping": grouping, "statements": len(rows), "pairs": words.pairs}


def _timed(work: Callable[[], T]) -> tuple[T, float]:
    begun = time.process_time()
    made = work()
    return made, time.process_time() - begun


def told(data: Path, size: int) -> Iterator[str]:
    """Give the pieces as rows of JSON Lines."""
    for one in pieces(data, size):
        row = {"id": str(one.source), "title": one.label, "text": one.text.characters}
        yield json.dumps(row, ensure_ascii=False) + "\n"


def pieces(data: Path, size: int) -> Iterator[Carried]:
    """Make documents of the inquiry texts: each of its own words, but for one in five."""
    words = [word for text in _texts(data) for word in text.split()]
    step = len(words) / size
    if step < _WORDS:
        raise measured.ProgramFailed(f"there are no {size} pieces of {_WORDS} words in {data}")
    for number in range(size):
        start = int(number * step)
        own = words[start : start + _WORDS]
        earlier = int(number // 2 * step)
        if number % 10 == 8:
            own = words[earlier : earlier + _WORDS * 2 // 3]
        elif number % 10 == 9:
            said = " ".join(word.strip("“”\"'‘’") for word in words[earlier + 30 : earlier + 42])
            own = [*own[:60], f"“{said}”", *own[60:]]
        yield _document(number, " ".join(own))


def _texts(data: Path) -> Iterator[str]:
    for source in sorted((data / "bench" / "cases" / "data").glob("*.jsonl.gz")):
        for line in gzip.decompress(source.read_bytes()).decode("utf-8").splitlines():
            yield text_of(json.loads(line))


def _document(number: int, characters: str) -> Carried:
    block = Block(BlockKind.PARAGRAPH, Span(0, len(characters)))
    text = Text(id=text_id(characters), characters=characters, blocks=(block,))
    return Carried(
        SourceId(f"src_{number}"), text, None, f"Outlet {number % 97}", str(number), f"{number:06}"
    )


def section(data: Path, folder: Path, sizes: Sequence[int] = SIZES) -> str:
    """Measure every size and write the tables, with the cost of each document as curves."""
    rows = []
    for size in sizes:
        log = folder / f"growth-{size}.log"
        stopped = -signal.SIGXCPU
        cost = measured.run(["-m", "bench.growth", str(data), str(size)], log, allow=stopped)
        parts = [
            json.loads(line) for line in log.read_text("utf-8").splitlines() if line[:1] == "{"
        ]
        told_of = {name: value for part in parts for name, value in part.items()}
        rows.append((Grown(**{"documents": size, **told_of}), cost.memory))
    return "\n".join(_lines(rows))


def _lines(rows: list[tuple[Grown, float]]) -> Iterator[str]:
    yield "## growth"
    yield ""
    yield (
        "Pieces of 100 words of the inquiry texts, added to a case and compared with one another:"
        " who of the named may be one actor, statements grouped into claims (the network left out,"
        " its pairs counted), quotations, then copies, rewrites and names. Seconds are of the"
        " processor."
    )
    yield ""
    yield "| documents | add | actors | claims | quotations | carrying | found | memory |"
    yield "|---" * 8 + "|"
    for row, memory in rows:
        parts_of = (row.add, row.actors, row.grouping, row.quotations, row.carrying)
        shown = " | ".join("stopped" if one is None else f"{one:.2f} s" for one in parts_of)
        found = (
            (row.mentions, "mentions"), (row.found_actors, "actors"),
            (row.statements, "statements"), (row.pairs, "pairs with claims"),
            (row.quoted, "quoted"), (row.links, "links"),
        )  # fmt: skip
        counts = ", ".join(f"{one:,} {what}" for one, what in found if one is not None)
        yield f"| {row.documents:,} | {shown} | {counts} | {memory:,.0f} MiB |"
    yield ""
    yield (
        "Milliseconds that each document took. Were each compared with every other, a bar would"
        " grow tenfold from line to line."
    )
    yield ""
    yield "| | documents | ms a document | |"
    yield "|---" * 4 + "|"
    for name, seconds in _CURVES.items():
        each = [
            (row.documents, 1000 * took / row.documents)
            for row, _ in rows
            if (took := seconds(row)) is not None
        ]
        for documents, took in each:
            bar = "█" * max(1, round(_BAR * took / max(one for _, one in each)))
            yield f"| {name} | {documents:,} | {took:.2f} | `{bar}` |"
    yield ""


_CURVES: dict[str, Callable[[Grown], float | None]] = {
    "actors": lambda row: row.actors,
    "claims": lambda row: row.grouping,
    "origins": lambda row: row.origins,
}


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT + 60))
    folder = Path(sys.argv[3]) if sys.argv[3:] else None
    for part in measure(Path(sys.argv[1]), int(sys.argv[2]), folder):
        print(json.dumps(part), flush=True)
