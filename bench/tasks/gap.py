"""Whom a pronoun points to: rows with a pronoun and two names in, `a_coref`, `b_coref` out.

The mention that shares the largest part with the pronoun, and the one that does with the name, have
one founder or not. Nothing but the text reaches the reader; the three places are looked up after.
"""

from __future__ import annotations

from pathlib import Path

from bench.bootstrap import measured
from bench.cast import Cast
from bench.rates import Counts, f1, share
from bench.rows import Row, by_id, predicted
from bench.scorers import Scorer, must_agree
from bench.task import Amount, Figures, Measured, Options, Task
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Reading


def predict(source: Path, out: Path, options: Options) -> Amount:
    """Read every text and write `{id, a_coref, b_coref}` a line; say how much there was."""
    return predicted(source, out, options, answers)


def answers(row: Row, reading: Reading) -> Row:
    """Say of both names whether the pronoun's mention points to the same actor."""
    cast = Cast(reading)
    pronoun = cast.at(Span(*row["pronoun"]))
    made = {}
    for name in ("a", "b"):
        named = cast.at(Span(*row[name]))
        made[f"{name}_coref"] = (
            pronoun is not None
            and named is not None
            and pronoun.id != named.id
            and cast.founder(pronoun.id) == cast.founder(named.id)
        )
    return made


def score(data: Path, source: Path, prediction: Path) -> dict[str, Measured]:
    """Count both decisions of every row; the benchmarks' own scorer must agree."""
    gold, found = by_id(source), by_id(prediction)
    whole = Scorer(data, "gap").whole(gold, found)
    made = measured([counts(gold[key], found[key]) for key in gold], figures)
    must_agree(made.figures, {"F1": whole["f1"], "accuracy": whole["accuracy"]})
    return {"": made}


def counts(gold: Row, found: Row) -> dict[str, float]:
    """Count the two decisions of one row."""
    decided = [(bool(gold[key]), bool(found[key])) for key in ("a_coref", "b_coref")]
    return {
        "asked": len(decided),
        "agree": sum(is_so == said for is_so, said in decided),
        "gold": sum(is_so for is_so, _ in decided),
        "found": sum(said for _, said in decided),
        "right": sum(is_so and said for is_so, said in decided),
    }


def figures(totals: Counts) -> Figures:
    """Make precision, recall, F1 and accuracy."""
    made = {
        name.strip(): value
        for name, value in f1("", totals["right"], totals["found"], totals["gold"]).items()
    }
    return made | share("accuracy", totals["agree"], totals["asked"])


TASK = Task(
    about="Whether a pronoun points to either of two names of its passage (GAP, Wikipedia).",
    predict=predict,
    inputs={
        "development": "bench/coref/data/gap_dev.jsonl.gz",
    },
    score=score,
)
