"""Texts annotated by hand, one file for each kind of difficulty: a folder in, counts out.

The input holds the answers beside the texts, so a document is scored as it is read: the prediction
file has its counts, by the rules of `bench.kinds`.
"""

from __future__ import annotations

import json
from pathlib import Path

from bench import kinds, markup
from bench.bootstrap import measured
from bench.rows import Row, rows
from bench.task import Amount, Measured, Options, Task
from bench.texts import paragraphs
from onrecord.reader import load


def predict(source: Path, out: Path, options: Options) -> Amount:
    """Read every annotated text and write `{id, counts}` a line; say how much there was."""
    reader = load(options["reader"])
    documents = words = 0
    with out.open("w", encoding="utf-8") as file:
        for gold in markup.read_folder(source):
            reading = reader.read(paragraphs(gold.text), None)
            documents += 1
            words += len(gold.text.split())
            row = {"id": gold.id, "counts": kinds.count(reading, gold)}
            file.write(json.dumps(row) + "\n")
    return Amount(documents, words)


def score(data: Path, source: Path, prediction: Path) -> dict[str, Measured]:
    """Sum the counts, over all files and over each."""
    del data, source
    found = list(rows(prediction))
    files: dict[str, list[Row]] = {}
    for row in found:
        files.setdefault(row["id"].partition("/")[0], []).append(row)
    parts = {"all": found, **files} if len(files) > 1 else files
    return {
        name: measured([row["counts"] for row in part], kinds.figures)
        for name, part in parts.items()
    }


TASK = Task(
    about="Invented texts annotated by hand, a file for each kind of difficulty. A statement is"
    " found when its content is (Dice 0.6); see `bench/kinds.py` for every rule.",
    predict=predict,
    inputs={"": "tests/gate/texts"},
    score=score,
    here=True,
)
