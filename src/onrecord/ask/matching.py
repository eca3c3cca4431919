"""Which post or person is meant by some words: exactly, by a known short title, or not at all.

What is only near is offered and never taken: one letter is the difference between two ministers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator

from onrecord.core.folding import fold
from onrecord.core.posts import TenureRow

NEAR = 75.0
"""Likeness (0 to 100) from which a name is offered. Of 300 names of posts and 300 of ministers
with a letter wrong or a word left out 89 to 96 % were then among the three offered, and for 1 of
600 names of the other kind anything was; at 70 for 3, at 85 only 77 to 90 % were (2026-11-26)."""

MOST = 3

_SECRETARY = re.compile(r"([\w ]{2,60}) secretary")
_STATE = ("secretary of state for ", "secretary of state for the ", "secretary for ")
_SHORT = {"chancellor": "chancellor of the exchequer", "pm": "prime minister"}
_BEFORE_NAMES = frozenset("mr mrs ms miss dr sir dame rt right hon honourable prof".split())


def titles(folded: str, called: Callable[[], Collection[str]]) -> list[str]:
    """Give the folded names of posts that a short title stands for: the `foreign secretary` is the
    `Secretary of State for Foreign ...`, whatever came after that word over the years.

    Args:
        called: gives the folded names of all posts; asked only for what can be a short title.
    """
    if folded in _SHORT:
        return [_SHORT[folded]] if _SHORT[folded] in called() else []
    found = _SECRETARY.fullmatch(folded)
    if found is None:
        return []
    begins = tuple(f"{state}{found[1]}" for state in _STATE)
    return sorted(name for name in called() if _begins(name, begins))


def _begins(name: str, begins: tuple[str, ...]) -> bool:
    return any(name == one or name.startswith(f"{one} ") for one in begins)


def plainly_named(words: str) -> str:
    """Fold a person's name without what is put before it: `The Rt Hon Sir Ivo Marrin`."""
    parts = fold(words).split()
    while len(parts) > 1 and parts[0] in _BEFORE_NAMES:
        parts = parts[1:]
    return " ".join(parts)


def near(words: str, called: Iterable[str]) -> list[str]:
    """Give the few names nearest to some words, nearest first, each with its likeness."""
    from rapidfuzz import fuzz, process

    found = process.extract(
        fold(words), sorted(called), scorer=fuzz.token_sort_ratio, limit=MOST, score_cutoff=NEAR
    )
    return [f"“{name}” (likeness {score / 100:.2f})" for name, score, _ in found]


def in_body(rows: Iterable[TenureRow], body: str) -> list[TenureRow]:
    """Keep the tenures in a body: one of that name, or else one whose name holds all its words."""
    rows = list(rows)
    wanted = fold(body)
    same = [row for row in rows if fold(row.body) == wanted]
    return same or [row for row in rows if set(wanted.split()) <= set(fold(row.body).split())]


def bodies(rows: Iterable[TenureRow]) -> Iterator[str]:
    """Give the names of the bodies of tenures, each once."""
    yield from dict.fromkeys(row.body for row in rows if row.body)
