"""Who held a post on a day, and whether one person did: questions in, answers out.

The tables are written in formats that the program imports - the Institute for Government's four
files, Popolo, plain CSV - and added to a case of their own; the questions go to that case.
"""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from bench.bootstrap import measured
from bench.rates import Counts, share
from bench.rows import Row, by_id, rows
from bench.scorers import Scorer, must_agree
from bench.task import Amount, Figures, Measured, Options, Task
from bench.tasks.posts_tables import write_tables
from onrecord.case import Case, Posts
from onrecord.core.holding import Holds
from onrecord.reader import TableReader


def predict(source: Path, out: Path, options: Options) -> Amount:
    """Import the tables, answer every question, and say how many there were and of how many words.

    The tables are those in the folder of the option `tables`, or beside the questions.
    """
    asked = list(rows(source))
    with tempfile.TemporaryDirectory() as folder:
        case = imported(Path(options["tables"] or source.parent), Path(folder))
        with case, out.open("w", encoding="utf-8") as file:
            posts = case.posts()
            begun = time.perf_counter()
            for row in asked:
                made = {"id": row["id"], "answer": answer(row, posts)}
                file.write(json.dumps(made, ensure_ascii=False) + "\n")
            took = time.perf_counter() - begun
            held = sum(row.tenures for row in case.sources())
    print(f"{len(asked) / took:,.0f} questions a second on {held:,} tenures")
    return Amount(len(asked), sum(len(row["post"].split()) for row in asked))


def imported(tables: Path, folder: Path) -> Case:
    """Write the tables in formats of their own into a folder, and add them to a case there."""
    written = folder / "tables"
    written.mkdir()
    write_tables(tables, written)
    case = Case.create(folder / "case", name="posts")
    added = case.add([written], reader=TableReader(), posts=True)
    if added.refused:
        raise SystemExit(f"refused: {added.refused}")
    return case


def answer(row: Row, posts: Posts) -> bool | list[dict[str, str]]:
    """Answer one question; what is not known is no name in a list, and no yes."""
    day = date.fromisoformat(row["date"])
    if row["question"] == "was":
        return posts.was(row["person"], row["post_id"], day).answer is Holds.YES
    return [
        {"person": holder.person, "name": holder.name}
        for holder in posts.who(row["post_id"], day).sure
    ]


def score(data: Path, source: Path, prediction: Path) -> Mapping[str, Measured]:
    """Count the right answers; the benchmark's own scorer must agree."""
    gold, found = by_id(source), by_id(prediction)
    whole = Scorer(data, "posts").whole(gold, found)
    made = measured([counts(gold[key], found[key]) for key in gold], figures)
    must_agree(made.figures, {"right": whole["all"]["accuracy"]})
    return {"": made}


def counts(gold: Row, found: Row) -> dict[str, float]:
    """Count one question, and whether its answer and the names in it are right."""
    kind = gold["question"]
    made = {"asked": 1.0, f"{kind} asked": 1.0}
    if kind == "was":
        return {**made, "right": float(gold["answer"] == found["answer"]), "was right": float(
            gold["answer"] == found["answer"])}  # fmt: skip
    right = _of(gold, "person") == _of(found, "person")
    named = _of(gold, "name") == _of(found, "name")
    return {**made, "right": float(right), "who right": float(right), "named": float(named)}


def _of(row: Row, field: str) -> set[str]:
    return {one[field] for one in row["answer"]}


def figures(totals: Counts) -> Figures:
    """Make shares of the questions answered right, and of the names right for their day."""
    return {
        **share("right", totals["right"], totals["asked"]),
        **share("who", totals.get("who right", 0), totals.get("who asked", 0)),
        **share("who, names of the day", totals.get("named", 0), totals.get("who asked", 0)),
        **share("was", totals.get("was right", 0), totals.get("was asked", 0)),
    }


TASK = Task(
    about="Who held a ministerial post on a day, and whether one person did (our own questions).",
    predict=predict,
    inputs={"development": "bench/posts/data/questions_dev.jsonl"},
    score=score,
    options={"tables": ""},
)
