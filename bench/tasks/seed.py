"""One article read closely: a text file in, one object with everything the reader found out.

Of what may be told only the date of publication is used; by default it is the day that the gold
counts from where a day is needed. The time expressions are those of the reader's resolver: a range
and its two ends, and durations, as the gold has them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from bench.cast import Cast
from bench.rows import pairs
from bench.scorers import figures_of
from bench.task import READER, Amount, Measured, Options, Task
from onrecord.core.dates import When
from onrecord.core.spans import Span
from onrecord.core.vocabulary import BlockKind, Mode, Reading, SpeechAct, Text
from onrecord.intake import Told, read_bytes
from onrecord.reader import Kind, load, time_expressions

_SET_ASIDE = {BlockKind.BOILERPLATE, BlockKind.CAPTION, BlockKind.CREDIT}
_TODAY = date(2026, 1, 1)


def predict(source: Path, out: Path, options: Options) -> Amount:
    """Take the article in and read it; say how much there was."""
    published = options["published"]
    documents = read_bytes(
        source.name, source.read_bytes(), told=Told(published=published), today=_TODAY
    )
    text = documents[0].text
    if text is None:
        raise SystemExit(f"{source.name}: {documents[0].refusal}")
    reader = load(options["reader"])
    found = prediction(text, reader.read(text, When.of(published)))
    out.write_text(json.dumps(found, indent=1), encoding="utf-8")
    return Amount(1, len(text.characters.split()))


def prediction(text: Text, reading: Reading) -> dict[str, Any]:
    """Put a reading into the form that the scorer wants."""
    cast = Cast(reading)
    mentions = {mention.id: mention for mention in reading.mentions}
    return {
        "boilerplate": [_place(b.at) for b in text.blocks if b.kind in _SET_ASIDE],
        "mentions": [
            {**_place(mention.at), "actor": cast.founder(mention.id)}
            for mention in reading.mentions
        ],
        "time_expressions": [
            {**_place(one.at), "edtf": one.edtf or None}
            for whole in time_expressions(text, When.of(reading.told_on or ""))
            for one in (whole, *whole.parts)
            if one.kind is not Kind.SET and (one.edtf or one.timex.startswith("XXXX"))
        ],
        "statements": [
            {
                "content": pairs(statement.content.spans),
                "source": pairs(statement.source.spans if statement.source else ()),
                "cue": pairs(statement.cue.spans),
                "type": Mode(statement.mode).value,
                "hedged": bool(statement.hedges),
                "denial": statement.act is SpeechAct.DENIES,
                "nested": statement.parent is not None,
            }
            for statement in reading.statements
        ],
        "silences": [
            {"cue": list(reply.at[0]), "actor": list(reply.asked.spans[0])}
            for reply in reading.replies
        ],
        "posts": [
            {
                "holder": _place(mentions[tenure.holder].at if tenure.holder else tenure.at[0]),
                "support": _place(Span(tenure.at[0].start, tenure.at[-1].end)),
                "edtf": tenure.held.edtf if tenure.held else None,
            }
            for tenure in reading.tenures
        ],
        "events": [{**_place(at), "edtf": when.edtf} for at, when in _dated(reading)],
    }


def _dated(reading: Reading) -> Iterator[tuple[Span, When]]:
    """Give what is dated: events, and sayings that have a day of their own."""
    for event in reading.events:
        if event.when is not None:
            yield Span(event.at[0].start, event.at[-1].end), event.when
    for said in reading.statements:
        if said.made is not None and said.cue.spans:
            yield said.cue.spans[0], said.made


def score(data: Path, source: Path, prediction: Path) -> dict[str, Measured]:
    """Give the main figures of the article's own scorer; one article has no interval."""
    del source
    result = figures_of(data / "seed" / "score.py", prediction)
    statements, mentions = result["statements"], result["mentions"]
    figures = {
        "boilerplate F1": result["boilerplate"]["f1"],
        "mentions F1": mentions["f1"],
        "names": mentions["names"],
        "dates F1": result["time_expressions"]["span"]["f1"],
        "date values F1": result["time_expressions"]["value"]["f1"],
        "statements F1": statements["f1"],
        "top statements F1": statements["top_f1"],
        "source": statements["source"],
        "cue": statements["cue"],
        "type": statements["type"],
        "silences": result["silences"]["found"],
        "false silences": result["silences"]["false"],
        "posts recall": result["posts"]["recall"],
        "posts EDTF": result["posts"]["edtf"],
        "events": result["events"]["recall"],
    }
    return {"": Measured(figures)}


def _place(span: Span) -> dict[str, int]:
    return {"s": span.start, "e": span.end}


TASK = Task(
    about="One article read closely, by its own scorer.",
    predict=predict,
    inputs={"": "seed/article.txt"},
    score=score,
    options={"reader": READER, "published": "2025-10-14"},
    percent=False,
)
