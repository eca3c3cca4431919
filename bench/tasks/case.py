"""A folder of documents made into a case, and the case into a prediction of the folder's scorer.

Parts that need what the bench tells (claims in words, questions, mentions) are left out where it
tells nothing.
"""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.case_alder import standing
from bench.case_alder.actors import actors
from bench.case_alder.built import Built, built
from bench.case_alder.carried import quotes, versions
from bench.case_alder.contradictions import contradictions
from bench.case_alder.drafts import drafts
from bench.case_alder.events import events
from bench.case_alder.findings import tests
from bench.case_alder.posts import tenures
from bench.case_alder.quantities import quantities
from bench.case_alder.questions import questions
from bench.case_alder.replies import replies
from bench.case_alder.stances import stances
from bench.scorers import figures_of
from bench.task import READER, Amount, Measured, Options, Task

PARTS: dict[str, Callable[[Built], Any]] = {
    "contradictions": contradictions,
    "quantities": quantities,
    "questions": questions,
    "actors": actors,
    "replies": replies,
    "tests": tests,
    "tenures": tenures,
    "events": events,
    "quotes": quotes,
    "versions": versions,
    "stances": stances,
    "origins": standing.origins,
    "flows": standing.flows,
    "as_of": standing.as_of_answers,
    "drafts": drafts,
}
"""What makes each part of a prediction, by the scorer's name of it."""


def predict(source: Path, out: Path, options: Options) -> Amount:
    """Make the case in a folder of its own, ask it part by part, and write the prediction."""
    told = Path(options["told"]) if options["told"] else None
    with (
        tempfile.TemporaryDirectory() as folder,
        built(source, Path(folder) / "case", reader=options["reader"], told=told) as case,
    ):
        made = {name: part(case) for name, part in PARTS.items()}
        words = sum(row.words for row in case.sources.values())
        out.write_text(json.dumps(made, indent=1, ensure_ascii=False), encoding="utf-8")
        return Amount(len(case.sources), words)


def score(data: Path, source: Path, prediction: Path) -> dict[str, Measured]:
    """Ask the scorer that lies in the case's folder. There is one case, so no interval."""
    del data
    found = figures_of(source / "score.py", source / "gold.json", prediction, "--json")
    figures = {
        f"{part}: {name.replace('_', ' ')}": float(value)
        for part, values in found.items()
        if values is not None
        for name, value in values.items()
        if isinstance(value, (int, float))
    }
    return {"": Measured(figures)}


TASK = Task(
    about="A folder of documents made into one case, each recorded on the day it was had: actors,"
    " origins, stances, standing, tests and the rest, against the folder's gold.",
    predict=predict,
    inputs={"": "case-alder"},
    score=score,
    options={"reader": READER, "told": ""},
)
