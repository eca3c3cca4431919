"""Readable text out of web pages: a folder with `html/<id>.html.gz` in, `{id, text}` out.

The text is that of the blocks which are neither boilerplate, caption, credit, headline nor byline;
nor dateline, which on a page is the line of its own that says when it came out (one that opens a
paragraph stays in it).
trafilatura's own settings stand beside it, over the same pages in the same run.
"""

from __future__ import annotations

import gzip
import json
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from bench.scorers import figures_of
from bench.task import Amount, Figures, Options, Task
from onrecord.core.vocabulary import BlockKind, Document
from onrecord.intake import take

_LEFT_OUT = {
    BlockKind.BOILERPLATE,
    BlockKind.CAPTION,
    BlockKind.CREDIT,
    BlockKind.HEADLINE,
    BlockKind.BYLINE,
    BlockKind.DATELINE,
}
_TODAY = date(2026, 1, 1)
"""The day of receipt that is told: no figure depends on it, so it may as well stand still."""

_ENDING = ".html.gz"


def predict(source: Path, out: Path, options: Options) -> Amount:
    """Take every page in as the product does and write its body text; say how much."""
    del options
    documents = words = 0
    with tempfile.TemporaryDirectory() as folder, out.open("w", encoding="utf-8") as file:
        for page in pages(source):
            name = page.name.removesuffix(_ENDING)
            (Path(folder) / f"{name}.html").write_bytes(gzip.decompress(page.read_bytes()))
        for document in take([Path(folder)], today=_TODAY):
            if not isinstance(document, Document):
                continue
            body = body_of(document)
            documents += 1
            words += len(body.split())
            file.write(_line(Path(document.source.name).stem, body))
    return Amount(documents, words)


def pages(source: Path) -> list[Path]:
    """Give the pages of the benchmark's data folder in the order of their names."""
    return sorted((source / "html").glob(f"*{_ENDING}"))


def body_of(document: Document) -> str:
    """Give the running text of a document, '' for one that was refused."""
    if document.text is None:
        return ""
    kept = (block for block in document.text.blocks if block.kind not in _LEFT_OUT)
    return "\n\n".join(block.at.of(document.text.characters) for block in kept)


def score(data: Path, prediction: Path) -> Figures:
    """Give precision, recall and F1 by the benchmark's own scorer."""
    folder = data / "bench" / "extraction"
    result = figures_of(folder / "score.py", folder / "data" / "gold.jsonl", prediction, "--json")
    return {key: float(result[key]) for key in ("precision", "recall", "f1", "empty")}


def _trafilatura(**settings: Any) -> Callable[[Path, Path], None]:
    def run(source: Path, out: Path) -> None:
        import trafilatura

        with out.open("w", encoding="utf-8") as file:
            for page in pages(source):
                raw = gzip.decompress(page.read_bytes())
                text = trafilatura.extract(raw, include_comments=False, **settings) or ""
                file.write(_line(page.name.removesuffix(_ENDING), text))

    return run


def _line(identifier: str, text: str) -> str:
    return json.dumps({"id": identifier, "text": text}, ensure_ascii=False) + "\n"


TASK = Task(
    about="The body of web pages, by runs of four words, by the benchmark's scorer.",
    predict=predict,
    input="bench/extraction/data",
    score=score,
    beside={
        "trafilatura, as it comes": _trafilatura(),
        "trafilatura, no tables": _trafilatura(include_tables=False),
        "trafilatura, precision": _trafilatura(favor_precision=True),
        "trafilatura, recall": _trafilatura(favor_recall=True),
        "trafilatura, fast": _trafilatura(fast=True),
    },
    options={},
)
