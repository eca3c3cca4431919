"""Two hundred sentences "X held office Y on D", made from a list of ministers: half are false.

True: the middle of a tenure. False: a day on which that person held no post of that name, years
before or after; or somebody who held another post while it was held. The record is the list; a
sentence that is not so should be found (OR301), one that is so should not.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

from bench.rows import Row, rows
from bench.tasks.posts import imported
from onrecord.core.dates import When
from onrecord.intake import Told, read_bytes
from onrecord.reader import load

SENTENCES, _SEED = 200, 7
_Sentence = tuple[bool, str, str, date]
"""Whether it is so, and who was what on which day."""
_FORMS = (
    "On {day} {name} was {post}.",
    "{name} was {post} on {day}.",
    "{name}, the {post}, said on {day} that it was late.",
    "As {post}, {name} signed the letter on {day}.",
)


def figures(data: Path) -> dict[str, float]:
    """Give precision and recall of the findings, over false and true sentences alike."""
    source = data / "bench" / "posts" / "data"
    held = [row for row in rows(source / "uk_ministers.jsonl.gz") if row["end"]]
    chance = Random(_SEED)
    sentences = [*_true(held, chance), *_false(held, chance)]
    found = {True: 0, False: 0}
    with tempfile.TemporaryDirectory() as folder, imported(source, Path(folder)) as case:
        desk, told = case.desk(load()), Told(language="en")
        for number, (so, name, post, day) in enumerate(sentences):
            shown = f"{day.day} {day:%B %Y}"
            words = _FORMS[number % len(_FORMS)].format(day=shown, name=name, post=post)
            document = read_bytes("draft.txt", words.encode(), told=told, today=day)[0]
            when = When.of(day.isoformat())
            found[so] += bool(desk.hold(document, day=when, select=("OR301",)).findings)
    caught, wrong = found[False], found[True]
    return {
        "sentences": float(len(sentences)),
        "false ones found": float(caught),
        "true ones found": float(wrong),
        "precision": caught / (caught + wrong) if caught else 0.0,
        "recall": caught / (len(sentences) / 2),
    }


def _true(held: list[Row], chance: Random) -> Iterator[_Sentence]:
    for row in chance.sample(held, SENTENCES // 2):
        start, end = date.fromisoformat(row["start"]), date.fromisoformat(row["end"])
        day = start + (end - start) // 2
        yield True, _name(row, day), row["post"], day


def _false(held: list[Row], chance: Random) -> Iterator[_Sentence]:
    made = 0
    for row in chance.sample(held, len(held)):
        day = date.fromisoformat(row["start"]) + timedelta(days=chance.choice((-900, 2500)))
        if made % 2:
            day = date.fromisoformat(row["start"]) + timedelta(days=20)
            by_then = [one for one in held if one["start"] <= day.isoformat() <= one["end"]]
            row = {**chance.choice(by_then), "post": row["post"]}
        same = [one for one in held if one["person"] == row["person"]]
        if not any(
            _alike(one, row) and one["start"] <= day.isoformat() <= one["end"] for one in same
        ):
            yield False, _name(row, day), row["post"], day
            made += 1
        if made == SENTENCES // 2:
            return


def _alike(one: Row, other: Row) -> bool:
    """Say whether two posts may go by one name."""
    return bool(set(one["post"].split()) & set(other["post"].split()) - {"of", "for", "the", "and"})


def _name(row: Row, day: date) -> str:
    names = [one for one in row["names"] if (one["from"] or "") <= day.isoformat()]
    name: str = (names or row["names"])[-1]["name"]
    return name
