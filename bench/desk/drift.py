"""Five hundred quotations of news, quoted again: as they are, in other marks, and with an edit.

The record is the documents of the attribution bench, those for development first, as many as hold
so many quotations; each quotation goes into a draft, whose speaker nobody names. Edits are drawn
by chance: a word exchanged, put in, left out of the middle without a mark, two neighbours
exchanged, a negation put in, two quotations run into one. Beside them the same quotations are
held unchanged, and in another typography.
"""

from __future__ import annotations

import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from random import Random

from bench.rows import rows
from onrecord.case import Case
from onrecord.core.drafts import Severity
from onrecord.intake import Told, read_bytes
from onrecord.reader import load

QUOTATIONS, _SEED, _TOGETHER = 500, 7, 20
_TODAY = date(2026, 1, 1)
_QUOTED = re.compile(r"[“\"]([^“”\"\n]{30,300})[”\"]")
_PUT = "harvest ladder copper winter garden village market silver candle lantern".split()
_STRAIGHT = str.maketrans("‘’“”–—", "''\"\"--")

Edit = Callable[[list[str], list[str], Random], list[str]]
"""Edits the words of one quotation; the second are those of another."""


def _exchanged(words: list[str], _other: list[str], chance: Random) -> list[str]:
    at = chance.randrange(1, len(words) - 1)
    return [*words[:at], chance.choice(_PUT), *words[at + 1 :]]


def _put_in(words: list[str], _other: list[str], chance: Random) -> list[str]:
    at = chance.randrange(1, len(words))
    return [*words[:at], chance.choice(_PUT), *words[at:]]


def _left_out(words: list[str], _other: list[str], chance: Random) -> list[str]:
    at = chance.randrange(1, len(words) - 1)
    return [*words[:at], *words[at + 1 :]]


def _neighbours(words: list[str], _other: list[str], chance: Random) -> list[str]:
    places = [
        at for at in range(len(words) - 1) if words[at].casefold() != words[at + 1].casefold()
    ]
    at = chance.choice(places)
    return [*words[:at], words[at + 1], words[at], *words[at + 2 :]]


def _negated(words: list[str], _other: list[str], chance: Random) -> list[str]:
    at = chance.randrange(1, len(words))
    return [*words[:at], "never", *words[at:]]


def _run_together(words: list[str], other: list[str], _chance: Random) -> list[str]:
    return [*words[: max(4, len(words) // 2)], *other[len(other) // 2 :]]


EDITS: dict[str, Edit] = {
    "a word exchanged": _exchanged,
    "a word put in": _put_in,
    "a word left out": _left_out,
    "neighbours exchanged": _neighbours,
    "a negation put in": _negated,
    "two run into one": _run_together,
}


def figures(data: Path) -> tuple[dict[str, tuple[int, int]], list[str]]:
    """Give, for each edit and for none, how many were found of how many; and what failed."""
    chance = Random(_SEED)
    found: dict[str, tuple[int, int]] = {}
    failed: list[str] = []
    with tempfile.TemporaryDirectory() as folder, _record(data, Path(folder)) as case:
        quotes = _quotations(case, chance)
        names = [list(EDITS)[at % len(EDITS)] for at in range(len(quotes))]
        edited = []
        for at, (name, quote) in enumerate(zip(names, quotes, strict=True)):
            other = quotes[(at + 1) % len(quotes)].split()
            edited.append(" ".join(EDITS[name](quote.split(), other, chance)))
        wanted = [("as it is", quotes), ("in other marks", [_typed(one) for one in quotes])]
        tallied: Counter[str] = Counter()
        for name, quote, flagged in zip(names, edited, _flagged(case, edited), strict=True):
            tallied[name] += flagged
            failed += [] if flagged else [f"{name}: {quote}"]
        for name in EDITS:
            found[name] = tallied[name], names.count(name)
        for what, some in wanted:
            flags = _flagged(case, some)
            found[what] = sum(flags), len(some)
            failed += [f"{what}: {one}" for one, bad in zip(some, flags, strict=True) if bad]
    return found, failed


def _record(data: Path, folder: Path) -> Case:
    (folder / "texts").mkdir()
    source, quotes = data / "bench" / "attribution" / "data", set[str]()
    for row in (*rows(source / "dev.jsonl"), *rows(source / "train.jsonl.gz")):
        if len(quotes) > QUOTATIONS:
            break
        quotes.update(_quoted(row["text"]))
        path = folder / "texts" / f"{row['id'].replace('/', '-')}.txt"
        path.write_text(row["text"], encoding="utf-8")
    case = Case.create(folder / "case")
    case.add([folder / "texts"], reader=load())
    return case


def _quotations(case: Case, chance: Random) -> list[str]:
    """Draw quotations, each wording once."""
    found: dict[str, None] = {}
    for row in case.sources():
        found |= dict.fromkeys(_quoted(case.text(row.id).characters) if row.text else ())
    return chance.sample(list(found), min(QUOTATIONS, len(found)))


def _quoted(characters: str) -> Iterator[str]:
    """Give the quotations of a text that are one sentence, of seven words or more."""
    for quote in _QUOTED.findall(characters):
        one = " ".join(quote.split())
        if one.count(" ") >= 6 and not re.search(r"[.!?;] |\.\.\.|…|\[", one):
            yield one


def _typed(words: str) -> str:
    """Write it with straight marks, or with curled ones where it has straight ones."""
    straight = words.translate(_STRAIGHT)
    return straight if straight != words else words.replace("'", "’").replace("-", "–")


def _flagged(case: Case, quotes: Sequence[str]) -> list[bool]:
    """Say of each whether anything is found in it; some go into one draft, a paragraph each."""
    desk, told = case.desk(load()), Told(language="en")
    flags: list[bool] = []
    for at in range(0, len(quotes), _TOGETHER):
        some = quotes[at : at + _TOGETHER]
        raw = "\n\n".join(f"The answer was: “{one}”" for one in some)
        document = read_bytes("draft.txt", raw.encode(), told=told, today=_TODAY)[0]
        checked = desk.hold(document, select=("OR2",))
        hit = {
            checked.place(one.at)[0]
            for one in checked.findings
            if one.severity is not Severity.INFORMATION
        }
        flags += [2 * number + 1 in hit for number in range(len(some))]
    return flags
