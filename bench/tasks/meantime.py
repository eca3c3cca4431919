"""Dates, and who said what, in news: MEANTIME rows in, `timex` and `attributions` out.

The day of writing is told to the reader where the benchmark gives it. Dates are scored by the
benchmarks' own scorer. Who said what is counted here, since the corpus marks heads and not extents:

- Asked for is every event that an slink starts from (somebody says or thinks it) and whose targets,
  the head events of what is said, are marked.
- It is found when a statement's cue overlaps the event and its content holds one of the targets.
  One statement answers for one event, in the order of the text.
- Who: of those whose event has an Arg0 participant, found with a source that overlaps one.
- A statement is wrong when it answers for none, unless its cue overlaps another event of saying or
  thinking: the corpus links the contents of only some of them, so those neither count nor harm.
- Only what stands before the end of the sentence with the last mark is counted: marks end after
  some ten lines although most articles go on.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from bench.bootstrap import measured
from bench.cast import touches
from bench.rates import Counts, f1, only_f1, share
from bench.rows import Row, by_id, pairs, predicted
from bench.scorers import Scorer, must_agree
from bench.task import Amount, Figures, Measured, Options, Task
from bench.tasks.time import timexes
from bench.texts import paragraphs
from onrecord.core.dates import When
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Reading

_MEASURES = ("strict", "relaxed", "value")


def predict(source: Path, out: Path, options: Options) -> Amount:
    """Read every text as told on its day; write `{id, timex, attributions}` a line."""
    return predicted(source, out, options, found_in, told)


def told(row: Row) -> When | None:
    """Give the day of writing; a few articles have none."""
    return When.of(row["dct"]) if row["dct"] else None


def found_in(row: Row, reading: Reading) -> Row:
    """Give the dates, and every statement's source, cue and content."""
    return {
        "timex": timexes(paragraphs(row["text"]), told(row)),
        "attributions": [
            {
                "source": pairs(statement.source.spans if statement.source else ()),
                "cue": pairs(statement.cue.spans),
                "content": pairs(statement.content.spans),
            }
            for statement in reading.statements
        ],
    }


def score(data: Path, source: Path, prediction: Path) -> dict[str, Measured]:
    """Score dates by the benchmarks' own scorer, and who said what by the rules above."""
    gold, found = by_id(source), by_id(prediction)
    scorer = Scorer(data, "time")
    documents = [
        {**dates(result), **who_said_what(gold[key], found[key]["attributions"])}
        for key, result in scorer.each(gold, found)
    ]
    made = measured(documents, figures)
    whole = scorer.whole(gold, found)
    must_agree(made.figures, {f"dates, {name} F1": whole[name]["f1"] for name in _MEASURES})
    return {"": made}


def dates(result: Row) -> dict[str, float]:
    """Make counts of what the scorer says of one document's dates."""
    made: dict[str, float] = {"gold dates": result["gold"], "found dates": result["pred"]}
    return made | {name: round(result[name]["p"] * result["pred"]) for name in _MEASURES}


def who_said_what(gold: Row, statements: list[Row]) -> dict[str, float]:
    """Count one document by the rules of this module."""
    end = _end_of_marks(gold)
    places = {one["id"]: Span(one["s"], one["e"]) for one in gold["events"] + gold["entities"]}
    told: dict[str, list[Span]] = defaultdict(list)
    for event, target in gold["slinks"]:
        if event in places and target in places:
            told[event].append(places[target])
    speakers: dict[str, list[Span]] = defaultdict(list)
    for event, role, entity in gold["participants"]:
        if role == "Arg0" and entity in places:
            speakers[event].append(places[entity])
    asked = sorted((places[event], event) for event in told if places[event].start < end)
    left = [one for one in map(_spans, statements) if _start(one) < end]
    made = {"asked": len(asked), "asked who": 0, "right": 0, "right who": 0, "unjudged": 0}
    made["found"] = len(left)
    for at, event in asked:
        made["asked who"] += event in speakers
        answers = [one for one in left if _says(one, at, told[event])]
        if not answers:
            continue
        right_who = [one for one in answers if touches(one["source"], speakers[event])]
        left.remove((right_who or answers)[0])
        made["right"] += 1
        made["right who"] += bool(right_who)
    speech = [places[one["id"]] for one in gold["events"]
              if one.get("instance_type") == "SPEECH_COGNITIVE" or one["id"] in told]  # fmt: skip
    made["unjudged"] = sum(touches(one["cue"], speech) for one in left)
    return dict(made)


def _spans(row: Row) -> dict[str, list[Span]]:
    return {role: [Span(*pair) for pair in row[role]] for role in ("source", "cue", "content")}


def _start(one: dict[str, list[Span]]) -> int:
    return min(span.start for span in one["cue"] or one["content"])


def _says(one: dict[str, list[Span]], event: Span, targets: list[Span]) -> bool:
    holds = any(span.holds(target) for span in one["content"] for target in targets)
    return holds and touches(one["cue"], [event])


def _end_of_marks(gold: Row) -> int:
    marks = [one["e"] for part in ("events", "entities", "timex", "values") for one in gold[part]]
    last = max(marks, default=0)
    return int(min((e for _, e in gold["sentences"] if e >= last), default=last))


def figures(totals: Counts) -> Figures:
    """Make the figures of dates and of who said what."""
    made: Figures = {}
    for name in _MEASURES:
        made |= only_f1(f"dates, {name}", totals[name], totals["found dates"], totals["gold dates"])
    made |= f1("said", totals["right"], totals["found"] - totals["unjudged"], totals["asked"])
    return made | share("who, of all with a speaker", totals["right who"], totals["asked who"])


TASK = Task(
    about="News with the day of writing told: dates by the benchmarks' scorer; who said what by"
    " event of saying, head of what is said, and speaker, up to the last mark of each article.",
    predict=predict,
    inputs={
        "dev": "bench/meantime/data/dev.jsonl.gz",
        "train": "bench/meantime/data/train.jsonl.gz",
    },
    score=score,
)
