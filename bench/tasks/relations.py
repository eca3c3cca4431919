"""Who holds a post or heads a body, in encyclopaedia abstracts: `{id, relations}` out.

The corpus links entities, we tell of a holder, a post and a body; a pair counts as found when one
tenure joins the two. Head of government, head of state, chair and position held are one question
here: somebody and a post or its body. `start` and `end` of the corpus are mostly those of wars and
games, which are no tenures: they are counted as they stand.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from bench.bootstrap import measured
from bench.cast import Cast
from bench.rates import Counts, share
from bench.rows import Row, by_id, rows
from bench.task import Amount, Figures, Measured, Options, Task
from bench.texts import paragraphs
from onrecord.core.folding import fold
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Naming, Reading
from onrecord.reader import load

POSTS = {"P39": "h", "P6": "t", "P35": "t", "P488": "t"}
"""The relations of posts, and which of the two is the holder."""
DATES = {"P580": 0, "P582": 1}
_CLOSE, _OPEN = ("'s", "'", "’s", ",", ".", ";", ":", ")"), ("(",)


def predict(source: Path, out: Path, options: Options) -> Amount:
    """Read every abstract as one paragraph; write who is joined with what, and the ends."""
    reader = load(options["reader"])
    documents = words = 0
    with out.open("w", encoding="utf-8") as file:
        for row in rows(source):
            text, places = joined(row)
            reading = reader.read(paragraphs(text), None)
            documents += 1
            words += len(text.split())
            file.write(
                json.dumps({"id": row["id"], "relations": relations(reading, places)}) + "\n"
            )
    return Amount(documents, words)


def joined(row: Row) -> tuple[str, list[list[Span]]]:
    """Give the text of a row, its tokens put together as one writes, and each entity's places."""
    text = ""
    starts: list[list[Span]] = []
    for sentence in row["sentences"]:
        starts.append([])
        for token in sentence:
            if token in _CLOSE and text.endswith(" "):
                text = text[:-1]
            starts[-1].append(Span(len(text), len(text) + len(token)))
            text += token if token in _OPEN else f"{token} "
    places = [
        [
            Span(starts[s][first].start, starts[s][last - 1].end)
            for s, first, last in one["mentions"]
        ]
        for one in row["entities"]
    ]
    return text, places


def relations(reading: Reading, places: list[list[Span]]) -> list[dict[str, Any]]:
    """Give for each tenure the entities that are its holder, those in its words, and its ends."""
    cast = Cast(reading)
    made = []
    for tenure in reading.tenures:
        if tenure.holder is None:
            continue
        # A description of the holder has the body's name in it.
        known = cast.cluster(tenure.holder)
        mine = [mention.at for mention in known if mention.naming is Naming.NAMED]
        holders = [n for n, spans in enumerate(places) if _touch(mine, spans)]
        start, _, end = (tenure.held.edtf if tenure.held else "").partition("/")
        what = [
            n for n, spans in enumerate(places) if _touch(tenure.at, spans) and n not in holders
        ]
        made.append({"holders": holders, "what": what, "start": start, "end": end})
    return made


def _touch(some: Any, others: list[Span]) -> bool:
    return any(one.overlaps(other) for one in some for other in others)


def score(data: Path, source: Path, prediction: Path) -> dict[str, Measured]:
    """Count pairs of a holder and a post or body, and dates of them."""
    del data
    gold, found = by_id(source), by_id(prediction)
    return {"": measured([counts(gold[key], found[key]["relations"]) for key in gold], figures)}


def counts(row: Row, found: list[dict[str, Any]]) -> dict[str, float]:
    """Count one document: a tenure is judged where the corpus has holder and post as entities."""
    gold = {
        (one["h"], one["t"]) if POSTS[one["r"]] == "h" else (one["t"], one["h"])
        for one in row["relations"]
        if one["r"] in POSTS
    }
    pairs = [{(h, w) for h in one["holders"] for w in one["what"]} for one in found]
    reached = set().union(*pairs) if pairs else set()
    dated = [one for one in row["relations"] if one["r"] in DATES]
    names = {n: {fold(m["name"])} for n, m in enumerate(row["entities"])}
    right = sum(
        any(
            one["h"] in tenure["holders"] + tenure["what"]
            and (tenure["start"], tenure["end"])[DATES[one["r"]]] in names[one["t"]]
            for tenure in found
        )
        for one in dated
    )
    return {
        "judged": sum(bool(pair) for pair in pairs),
        "right": sum(bool(pair & gold) for pair in pairs),
        "gold": len(gold),
        "found": len(gold & reached),
        "dates": len(dated),
        "dates right": right,
    }


def figures(totals: Counts) -> Figures:
    """Make shares of the counts."""
    return {
        **share("posts precision", totals["right"], totals["judged"]),
        **share("posts recall", totals["found"], totals["gold"]),
        **share("starts and ends recall", totals["dates right"], totals["dates"]),
    }


TASK = Task(
    about="Who holds a post or heads a body in Re-DocRED's abstracts, joined by one tenure.",
    predict=predict,
    inputs={"": "bench/relations/data/redocred_dev.jsonl.gz"},
    score=score,
)
