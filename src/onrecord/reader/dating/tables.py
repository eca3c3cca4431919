"""The words of the calendar, read once from the table beside this module."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """All tables, in lower case; `words` are the lists by name."""

    months: Mapping[str, int]
    short_months: Mapping[str, int]
    weekdays: Mapping[str, int]
    short_weekdays: Mapping[str, int]
    seasons: Mapping[str, int]
    days: Mapping[str, int]
    feasts: Mapping[tuple[str, ...], tuple[int, int]]
    steps: Mapping[str, int]
    following: Mapping[str, int]
    units: Mapping[str, str]
    numbers: Mapping[str, int]
    tens: Mapping[str, int]
    ordinals: Mapping[str, int]
    decades: Mapping[str, int]
    clock: Mapping[str, str]
    ever: Mapping[str, str]
    sets: Mapping[str, str]
    words: Mapping[str, frozenset[str]]
    fiscal_years: Mapping[str, int]
    happenings: Mapping[str, str]


@lru_cache(maxsize=1)
def tables() -> Tables:
    """Read the table; later calls give the same object."""
    file = resources.files(__package__).joinpath("words.toml")
    found = tomllib.loads(file.read_text("utf-8"))
    lists = found.pop("lists") | found.pop("countries")
    feasts = {tuple(words.split()): (m, d) for words, (m, d) in found.pop("feasts").items()}
    happened = lists.pop("happenings")
    return Tables(
        happenings={form: forms.split()[0] for forms in happened for form in forms.split()},
        feasts=feasts,
        words={name: frozenset(words) for name, words in lists.items()},
        **found,
    )
