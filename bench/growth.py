"""How the cost of comparing documents grows: 100, 1,000 and 10,000 pieces of the inquiry texts.

Pieces are of 100 words, taken evenly from all texts. One in ten is a copy of an earlier piece, cut
at its end, and one in ten quotes a sentence of one, so that there is something to find. Each size
is measured in a process of its own. Were every document compared with every other, ten times the
documents would cost a hundred times the work, and ten times as much each.
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from bench import measured
from bench.whole_path import text_of
from onrecord.assess import Carried, Parties, carrying, quotes
from onrecord.core.identity import SourceId, text_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Block, BlockKind, Text

SIZES = (100, 1_000, 10_000)
_WORDS = 100
_BAR = 40
"""Characters of the longest bar of the curve."""


@dataclass(frozen=True, slots=True)
class Grown:
    """What one number of documents took, in seconds, and what was found."""

    documents: int
    quotations: float
    carrying: float
    quoted: int
    links: int


def measure(data: Path, size: int) -> Grown:
    """Compare that many pieces with one another."""
    documents = list(pieces(data, size))
    begun = time.process_time()
    found = quotes(documents, {}, Parties(()))
    quoted = time.process_time()
    links = carrying(documents, found)
    done = time.process_time()
    return Grown(size, quoted - begun, done - quoted, len(found), len(links))


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


def section(data: Path, folder: Path) -> str:
    """Measure every size and write the table, with the cost of each document as a curve."""
    rows = []
    for size in SIZES:
        log = folder / f"growth-{size}.log"
        cost = measured.run(["-m", "bench.growth", str(data), str(size)], log)
        rows.append((Grown(**json.loads(log.read_text("utf-8").splitlines()[-1])), cost.memory))
    return "\n".join(_lines(rows))


def _lines(rows: list[tuple[Grown, float]]) -> Iterator[str]:
    most = max(_each(row) for row, _ in rows)
    yield "## growth"
    yield ""
    yield (
        "Pieces of 100 words of the inquiry texts, compared with one another: quotations, then"
        " copies, rewrites and names. Seconds are of the processor; the bar is the milliseconds"
        " that each document took. Were each compared with every other, it would grow tenfold from"
        " line to line."
    )
    yield ""
    yield "| documents | quotations | carrying | found | memory | ms a document | |"
    yield "|---" * 7 + "|"
    for row, memory in rows:
        bar = "█" * max(1, round(_BAR * _each(row) / most))
        yield (
            f"| {row.documents:,} | {row.quotations:.2f} s | {row.carrying:.2f} s |"
            f" {row.quoted:,} quoted, {row.links:,} links | {memory:,.0f} MiB |"
            f" {_each(row):.2f} | `{bar}` |"
        )
    yield ""


def _each(row: Grown) -> float:
    return 1000 * (row.quotations + row.carrying) / row.documents


if __name__ == "__main__":
    print(json.dumps(asdict(measure(Path(sys.argv[1]), int(sys.argv[2])))))
