"""The tables the quantities go by: numbers, bounds, units, and small words round them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib import resources

from onrecord.core.vocabulary import Bound

Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
"""Phrases by their first word, the longest first, each with what it stands for."""


@dataclass(frozen=True, kw_only=True)
class Tables:
    """All tables, ready to look up; words are in lower case."""

    small: Mapping[str, float]
    tens: Mapping[str, float]
    scales: Mapping[str, float]
    suffixes: Mapping[str, float]
    plurals: Mapping[str, float]
    fractions: Mapping[str, float]
    glyphs: Mapping[str, float]
    times: Mapping[str, float]
    before: Phrases
    after: Phrases
    vague: Phrases
    currencies: Mapping[str, str]
    units: Phrases
    glued: Mapping[str, str]
    words: Mapping[str, frozenset[str]]
    months: frozenset[str]

    def counts(self, low: str) -> bool:
        """Say whether a number can begin with this word."""
        return low in self.small or low in self.tens or low[0].isdecimal() or low in self.glyphs

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """The words with which a quantity can begin; digits besides.

        Seven words in eight are none, and nothing further is looked at there.
        """
        signs = {sign[:-1] for sign in self.currencies if len(sign) > 1}  # the "us" of "US$"
        return frozenset(
            {"between", "from", "half", "a", "an"} | signs | self.vague.keys() | self.before.keys()
            | self.currencies.keys() | self.times.keys() | self.plurals.keys() | self.glyphs.keys()
            | self.small.keys() | self.tens.keys()
        )  # fmt: skip


@lru_cache(maxsize=1)
def load(months: frozenset[str]) -> Tables:
    """Read the tables; the first call reads the file. `months` are the names of the calendar."""
    file = resources.files(__package__).joinpath("tables.toml")
    made = tomllib.loads(file.read_text("utf-8"))
    return Tables(
        small=made["numbers"],
        before=_phrases({key: Bound(name).value for key, name in made["before"].items()}),
        after=_phrases({key: Bound(name).value for key, name in made["after"].items()}),
        vague=_phrases({key: Bound(name).value for key, name in made["vague"].items()}),
        units=_phrases(made["units"]),
        words={key: frozenset(words) for key, words in made["words"].items()},
        months=months,
        **{
            key: made[key]
            for key in (
                "tens", "scales", "suffixes", "plurals", "fractions", "glyphs", "times",
                "currencies", "glued",
            )
        },
    )  # fmt: skip


def _phrases(table: Mapping[str, str]) -> Phrases:
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for words, stands_for in table.items():
        phrase = tuple(words.split())
        found.setdefault(phrase[0], []).append((phrase, stands_for))
    return {
        first: tuple(sorted(some, key=lambda one: -len(one[0]))) for first, some in found.items()
    }
