"""Who is who: rows of text in, `mentions [{s, e, cluster}]` out; the cluster is its founder's id.

Only gold mentions of persons, bodies and places are asked for: the reader looks for actors, not for
every noun phrase. Figures stand for all of them, and again without actors mentioned only once. The
tokens of LitBank are parted by spaces; the text is read as it stands.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bench.bootstrap import measured
from bench.cast import Cast
from bench.rates import Counts, f1, mean_f1
from bench.rows import Row, by_id, predicted
from bench.scorers import Scorer, must_agree
from bench.task import Amount, Figures, Measured, Options, Task
from onrecord.core.vocabulary import Reading

_ACTORS = {"person", "organization", "place", "PER", "ORG", "GPE", "LOC", "FAC"}
ALONE = "only once too"
TOGETHER = "more than once"


def predict(source: Path, out: Path, options: Options) -> Amount:
    """Read every text and write `{id, mentions}` a line; say how much there was."""
    return predicted(source, out, options, lambda _row, read: {"mentions": mentions(read)})


def mentions(reading: Reading) -> list[dict[str, Any]]:
    """Give every mention with its founder."""
    cast = Cast(reading)
    return [
        {"s": one.at.start, "e": one.at.end, "cluster": cast.founder(one.id)}
        for one in reading.mentions
    ]


def score(data: Path, source: Path, prediction: Path) -> dict[str, Measured]:
    """Score by the benchmarks' own scorer, with and without what is mentioned only once."""
    found = by_id(prediction)
    gold = {key: {"mentions": wanted(row)} for key, row in by_id(source).items()}
    parts = {}
    for name, drop in ((ALONE, False), (TOGETHER, True)):
        scorer = Scorer(data, "coref", drop_singletons=drop)
        documents = []
        for key, result in scorer.each(gold, found):
            there, given = (
                scorer.module.clusters({key: side[key]}, scorer.options).get(key, [])
                for side in (gold, found)
            )
            documents.append(counts(there, given, result))
        parts[name] = measured(documents, figures)
        whole = scorer.whole(gold, found)
        must_agree(
            parts[name].figures,
            {"CoNLL F1": whole["conll"], "mentions F1": whole["mentions"]["f1"],
             "LEA F1": whole["lea"]["f1"]},
        )  # fmt: skip
    return parts


def wanted(row: Row) -> list[dict[str, Any]]:
    """Give the gold mentions of actors."""
    return [one for one in row["mentions"] if one["type"] in _ACTORS]


def counts(gold: list[set[Any]], found: list[set[Any]], result: dict[str, Any]) -> dict[str, float]:
    """Make counts of the shares that the scorer gives for one document: share times its size."""
    made: dict[str, float] = {}
    for side, clusters in (("r", gold), ("p", found)):
        size = sum(map(len, clusters))
        links = size - len(clusters)
        wholes = {
            "mentions": len({one for cluster in clusters for one in cluster}),
            "muc": links,
            "b3": size,
            "ceaf_e": len(clusters),
            "lea": size,
        }
        for measure, whole in wholes.items():
            made[f"{measure} {side} of"] = whole
            made[f"{measure} {side}"] = result[measure][side] * whole
    return made


def figures(totals: Counts) -> Figures:
    """Make mention, LEA and CoNLL figures (the mean F1 of MUC, B-cubed and CEAF-e)."""
    made = f1("mentions", totals["mentions p"], totals["mentions p of"], totals["mentions r of"])
    conll = sum(mean_f1(*_sides(totals, measure)) for measure in ("muc", "b3", "ceaf_e")) / 3
    precision, recall = _sides(totals, "lea")
    return made | {
        "LEA precision": precision,
        "LEA recall": recall,
        "LEA F1": mean_f1(precision, recall),
        "CoNLL F1": conll,
    }


def _sides(totals: Counts, measure: str) -> tuple[float, float]:
    precision, recall = (
        totals[f"{measure} {side}"] / totals[f"{measure} {side} of"]
        if totals[f"{measure} {side} of"]
        else 0.0
        for side in ("p", "r")
    )
    return precision, recall


TASK = Task(
    about="Which mentions of persons, bodies and places are one actor, by the benchmarks' scorer;"
    " with actors mentioned only once, and without.",
    predict=predict,
    inputs={
        "GUM dev": "bench/gum/data/dev.jsonl.gz",
        "LitBank dev": "bench/coref/data/litbank_dev.jsonl.gz",
    },
    score=score,
)
