"""Timelines of a target over many documents (SemEval-2015 task 4), from the raw text.

The documents lie beside the file of targets. Each is read as told on its day. An event is the word
of a statement that the target makes, or a verb of what is past beside its name, in a headline one
of the present: the program itself knows no events of every kind, so that this rule is the
benchmark's. Its day is the date of the sentence that stands nearest, or else the day of the
document.

With every word of a statement in a sentence that names the target, and nothing else, the first
figure was F1 8.9; see `bench.timelines` for how relations are scored.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.bootstrap import measured
from bench.cast import Cast, touches
from bench.rates import Counts, f1
from bench.rows import Row, rows
from bench.task import Amount, Figures, Measured, Options, Task
from bench.texts import paragraphs
from bench.timelines import Entry, compared
from onrecord.core.dates import When
from onrecord.core.folding import fold
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Reading
from onrecord.reader import load

_CLOSE, _OPEN = ("'s", "'", "’s", ",", ".", ";", ":", ")", "n't", "%"), ("(", "$")
REACH = 10
"""Characters between the target's name and a verb that tells of it. On the targets for development
(2026-11-26): 5 gives F1 23.3, 8 23.0, 12 22.2, 40 under 18."""
_PAST = frozenset(
    (
        "began bought broke built came chose cut drew fell flew found gave grew held hit kept left"
        " led lost made met paid rose saw sent sold took went won wrote"
    ).split()
)
_DAY = re.compile(r"\d{4}(?:-\d\d){0,2}")


def predict(source: Path, out: Path, options: Options) -> Amount:
    """Read the documents of each corpus; write `{target, entries}` a line."""
    reader = load(options["reader"])
    targets = list(rows(source))
    wanted = {row["corpus"] for row in targets}
    read = []
    words = 0
    for row in rows(source.parent / "docs.jsonl.gz"):
        if row["corpus"] in wanted:
            text, places = joined(row["sentences"])
            reading = reader.read(paragraphs(text), When.of(row["dct"]))
            read.append((row, text, places, reading))
            words += len(text.split())
    with out.open("w", encoding="utf-8") as file:
        for row in targets:
            found = [
                one
                for document, text, places, reading in read
                if document["corpus"] == row["corpus"]
                for one in events(row["target"], document, text, places, reading)
            ]
            file.write(json.dumps({"target": row["target"], "entries": ordered(found)}) + "\n")
    return Amount(len(read), words)


def joined(sentences: Sequence[Row]) -> tuple[str, list[list[Span]]]:
    """Give the text, a line for each sentence, and the place of each token."""
    text = ""
    places: list[list[Span]] = []
    for sentence in sentences:
        places.append([])
        for token in sentence["tokens"]:
            token = {"``": "“", "''": "”"}.get(token, token)
            if token in _CLOSE and text.endswith(" "):
                text = text[:-1]
            places[-1].append(Span(len(text), len(text) + len(token)))
            text += token if token in _OPEN or token == "“" else f"{token} "
        text = f"{text.rstrip()}\n\n"
    return text, places


def events(
    target: str, document: Row, text: str, places: list[list[Span]], reading: Reading
) -> Iterator[tuple[str, list[list[object]]]]:
    """Give the day and the mention of each event of a document that has to do with the target."""
    named = _places_of(target, text, reading)
    dates = [(one.at, _day(one.when)) for one in reading.dates]
    telling = {
        cue: bool(one.source and touches(one.source.spans, named))
        for one in reading.statements
        if one.duplicate_of is None
        for cue in one.cue.spans
    }
    for number, tokens in enumerate(places):
        line = Span(tokens[0].start, tokens[-1].end) if tokens else Span(0, 0)
        here = [at for at in named if line.overlaps(at)]
        days = [(at, day) for at, day in dates if day and line.overlaps(at)]
        for at in tokens:
            if not here or min(_apart(one, at) for one in here) > REACH:
                continue
            told = next((mine for cue, mine in telling.items() if at.overlaps(cue)), None)
            if told or (told is None and _tells(at.of(text), headline=number == 0)):
                day = min(days, key=lambda pair: _apart(pair[0], at))[1] if days else ""
                yield day or document["dct"], [[document["id"], number, at.of(text)]]


def _tells(word: str, *, headline: bool) -> bool:
    """Say whether a word looks like a verb of what is past, or in a headline of what is new."""
    if not word.islower() or len(word) < 3:
        return False
    if headline and len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        return True
    return word in _PAST or (len(word) > 4 and word.endswith("ed"))


def _places_of(target: str, text: str, reading: Reading) -> list[Span]:
    """Give where a target is named or pointed to."""
    cast = Cast(reading)
    wanted = fold(target)
    named = [m for m in reading.mentions if fold(m.name) == wanted]
    found = {one.at for mention in named for one in cast.cluster(mention.id)}
    found.update(Span(*one.span()) for one in re.finditer(re.escape(target), text))
    return sorted(found)


def _day(when: When | None) -> str:
    """Write a date as the timelines do: unknown digits are X."""
    if when is None or not _DAY.fullmatch(when.edtf):
        return ""
    year, *rest = when.edtf.split("-")
    if rest and int(rest[0]) > 12:
        return f"{year}-XX-XX"
    return "-".join([year, *rest, *["XX"] * (2 - len(rest))])


def _apart(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)


def ordered(found: list[tuple[str, list[list[object]]]]) -> list[Entry]:
    """Put events in order of their dates; those of one date stand at one place."""
    by_day: dict[str, list[list[list[object]]]] = defaultdict(list)
    for day, mentions in found:
        by_day[day].append(mentions)
    days = sorted(by_day, key=lambda day: day.replace("X", "0"))
    return [
        {"order": order, "date": day, "mentions": mentions}
        for order, day in enumerate(days, 1)
        for mentions in by_day[day]
    ]


def score(data: Path, source: Path, prediction: Path) -> dict[str, Measured]:
    """Count the relations of each target's timeline."""
    del data
    found = {row["target"]: row["entries"] for row in rows(prediction)}
    counts = [compared(row["entries"], found[row["target"]]) for row in rows(source)]
    return {"": measured(counts, figures)}


def figures(totals: Counts) -> Figures:
    """Make shares of the counts: of what was found and of what there is, in one F1."""
    precision = totals["found right"] / totals["found"] if totals["found"] else 0.0
    recall = totals["gold right"] / totals["gold"] if totals["gold"] else 0.0
    both = precision + recall
    return {
        "relations precision": precision,
        "relations recall": recall,
        "relations F1": 2 * precision * recall / both if both else 0.0,
        **f1("events", totals["events right"], totals["events named"], totals["events"]),
    }


TASK = Task(
    about="What happened to a target, in order, over 30 articles: micro F1 of relations in time.",
    predict=predict,
    inputs={"": "bench/timeline/data/timelines_dev.jsonl.gz"},
    score=score,
)
