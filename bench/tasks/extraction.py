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
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from bench.bootstrap import measured
from bench.rates import Counts, mean_f1
from bench.rows import by_id
from bench.scorers import figures_of, module_of, must_agree
from bench.task import Amount, Figures, Measured, Options, Task
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


def score(data: Path, source: Path, prediction: Path) -> dict[str, Measured]:
    """Give precision, recall and F1, page by page; the benchmark's own scorer must agree."""
    scorer = data / "bench" / "extraction" / "score.py"
    wanted = source / "gold.jsonl"
    result = figures_of(scorer, wanted, prediction, "--json")
    gold, found = by_id(wanted), by_id(prediction)
    runs = module_of(scorer).runs
    made = measured(
        [counts(runs(gold[key]["text"]), runs(found[key]["text"])) for key in gold], figures
    )
    must_agree(made.figures, {name: float(result[name]) for name in ("precision", "recall", "f1")})
    return {"": made}


def counts(wanted: Counter[Any], got: Counter[Any]) -> dict[str, float]:
    """Count one page, which weighs the same as any other: the shares of its runs of words."""
    both = sum((wanted & got).values())
    return {
        "pages with text": bool(got),
        "precision": both / sum(got.values()) if got else 0.0,
        "pages with gold": bool(wanted),
        "recall": both / sum(wanted.values()) if wanted else 0.0,
    }


def figures(totals: Counts) -> Figures:
    """Make the means over pages."""
    precision = totals["precision"] / (totals["pages with text"] or 1)
    recall = totals["recall"] / (totals["pages with gold"] or 1)
    return {"precision": precision, "recall": recall, "f1": mean_f1(precision, recall)}


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
    inputs={"": "bench/extraction/data"},
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
