"""Who said what in news: JSON Lines with `id` and `text` in, attributions out.

The benchmark is flat (a statement reported inside another belongs to the outer one's content), so
only statements without a parent are given. Nothing but the text is used.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.scorers import figures_of
from bench.task import Amount, Figures, Options, Task
from bench.texts import paragraphs
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Reading
from onrecord.reader import load


def predict(source: Path, out: Path, options: Options) -> Amount:
    """Read every text and write `{id, attributions}` a line; say how much there was."""
    reader = load(options["reader"])
    documents = words = 0
    with out.open("w", encoding="utf-8") as file:
        for row in rows(source):
            reading = reader.read(paragraphs(row["text"]), None)
            documents += 1
            words += len(row["text"].split())
            file.write(json.dumps({"id": row["id"], "attributions": attributions(reading)}) + "\n")
    return Amount(documents, words)


def rows(source: Path) -> Iterator[dict[str, Any]]:
    """Read JSON Lines, gzipped or not."""
    opened = gzip.open if source.suffix == ".gz" else open
    with opened(source, "rt", encoding="utf-8") as file:
        yield from (json.loads(line) for line in file if line.strip())


def attributions(reading: Reading) -> list[dict[str, list[list[int]]]]:
    """Give the outermost statements in the benchmark's form."""
    return [
        {
            "source": _pairs(statement.source.spans if statement.source else ()),
            "cue": _pairs(statement.cue.spans),
            "content": _pairs(statement.content.spans),
        }
        for statement in reading.statements
        if statement.parent is None
    ]


def score(data: Path, prediction: Path) -> Figures:
    """Give the figures of the benchmark's own scorer, in percent."""
    folder = data / "bench" / "attribution"
    result = figures_of(folder / "score.py", folder / "data" / "dev.jsonl", prediction, "--json")
    return _percent(result)


def _percent(result: dict[str, Any]) -> Figures:
    found, roles = result["attributions"], result["roles"]
    shares = {
        "content-found precision": found["content_found"]["p"],
        "content-found recall": found["content_found"]["r"],
        "content-found F1": found["content_found"]["f1"],
        "who-said-what precision": found["who_said_what"]["p"],
        "who-said-what recall": found["who_said_what"]["r"],
        "who-said-what F1": found["who_said_what"]["f1"],
        "source exact F1": roles["source"]["exact"]["f1"],
        "cue exact F1": roles["cue"]["exact"]["f1"],
        "content exact F1": roles["content"]["exact"]["f1"],
    }
    return {name: round(100 * float(share), 1) for name, share in shares.items()}


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [list(span) for span in spans]


TASK = Task(
    about="Who said what in news articles (dev part), by the benchmark's scorer, in percent.",
    predict=predict,
    input="bench/attribution/data/dev.jsonl",
    score=score,
    beside={},
    options={"reader": "pattern"},
)
