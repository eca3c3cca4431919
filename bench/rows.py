"""JSON Lines of texts in, JSON Lines of predictions out."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bench.task import Amount, Options
from bench.texts import paragraphs
from onrecord.core.dates import When
from onrecord.core.spans import Spans
from onrecord.core.vocabulary import Reading
from onrecord.reader import load

Row = dict[str, Any]


def rows(source: Path) -> Iterator[Row]:
    """Read JSON Lines, gzipped or not."""
    opened = gzip.open if source.suffix == ".gz" else open
    with opened(source, "rt", encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def by_id(source: Path) -> dict[str, Row]:
    """Read JSON Lines into a table by their ids."""
    return {row["id"]: row for row in rows(source)}


def undated(_row: Row) -> When | None:
    """Tell the reader nothing of the day."""
    return None


def predicted(
    source: Path,
    out: Path,
    options: Options,
    made: Callable[[Row, Reading], Row],
    told: Callable[[Row], When | None] = undated,
) -> Amount:
    """Read the text of every row and write a line of its id and what `made` makes of the reading.

    Nothing of a row but its text, and the day where `told` gives one, reaches the reader.
    """
    reader = load(options["reader"])
    documents = words = 0
    with out.open("w", encoding="utf-8") as file:
        for row in rows(source):
            reading = reader.read(paragraphs(row["text"]), told(row))
            documents += 1
            words += len(row["text"].split())
            file.write(json.dumps({"id": row["id"], **made(row, reading)}) + "\n")
    return Amount(documents, words)


def pairs(spans: Spans) -> list[list[int]]:
    """Write spans as `[start, end]`."""
    return [list(span) for span in spans]
