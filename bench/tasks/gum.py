"""Attributions in many kinds of text: GUM rows in, `attributions` with polarity out.

Every statement is given, also one inside another, as the corpus does. The corpus counts verbs of
thinking and seeing as attributions and joins quotations over several sentences.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bench.bootstrap import measured
from bench.rates import Counts, f1, share
from bench.rows import Row, by_id, pairs, predicted
from bench.scorers import Scorer, must_agree
from bench.task import Amount, Figures, Measured, Options, Task
from onrecord.core.vocabulary import Reading


def predict(source: Path, out: Path, options: Options) -> Amount:
    """Read every text and write `{id, attributions}` a line; say how much there was."""
    return predicted(source, out, options, lambda _row, read: {"attributions": attributions(read)})


def attributions(reading: Reading) -> list[Row]:
    """Give every statement in the benchmark's form."""
    made = []
    for statement in reading.statements:
        voice = statement.source.spans if statement.source else ()
        cue = statement.cue.spans
        row: Row = {
            "polarity": statement.polarity.value,
            "source_cue": pairs(tuple(sorted(voice + cue))),
            "content": pairs(statement.content.spans),
        }
        if cue:
            row["cue"] = list(cue[0])
        if voice:
            row["source"] = list(voice[0])
        made.append(row)
    return made


def score(data: Path, source: Path, prediction: Path) -> dict[str, Measured]:
    """Score by the benchmarks' own scorer, over all genres and over news alone."""
    gold, found = by_id(source), by_id(prediction)
    scorer = Scorer(data, "attribution")
    genre = {key: row["genre"] for key, row in gold.items()}
    each = {key: counts(result) for key, result in scorer.each(gold, found)}
    whole = scorer.whole(gold, found)
    everything = measured(list(each.values()), figures)
    must_agree(everything.figures, {"content F1": whole["f1"], "polarity": whole["polarity"]})
    news = [made for key, made in each.items() if genre[key] == "news"]
    shares = {"source overlaps": whole["source"], "cue overlaps": whole["cue"]}
    everything = Measured(everything.figures | shares, everything.intervals)
    return {"all genres": everything, "news": measured(news, figures)} if news else {"": everything}


def counts(result: dict[str, Any]) -> dict[str, float]:
    """Make counts of what the scorer says of one document."""
    right = round(result["p"] * result["pred"])
    return {
        "gold": result["gold"],
        "found": result["pred"],
        "right": right,
        "polarity": round(result["polarity"] * right),
    }


def figures(totals: Counts) -> Figures:
    """Make content precision, recall, F1 and the share of right polarity."""
    made = f1("content", totals["right"], totals["found"], totals["gold"])
    return made | share("polarity", totals["polarity"], totals["right"])


TASK = Task(
    about="Attributions over twelve kinds of text (GUM dev), by the benchmarks' scorer: content by"
    " half of its characters, one to one; source, cue and polarity among those found.",
    predict=predict,
    inputs={"": "bench/gum/data/dev.jsonl.gz"},
    score=score,
)
