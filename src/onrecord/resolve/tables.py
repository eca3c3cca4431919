"""The tables of names: titles, short forms of given names, words that name no one body."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Tables:
    """All words in small letters. `given` has for each given name those that may be the same."""

    pronouns: frozenset[str]
    his: frozenset[str]
    hers: frozenset[str]
    his_titles: frozenset[str]
    her_titles: frozenset[str]
    plain: frozenset[str]
    knightly: frozenset[str]
    titles: frozenset[str]
    elders: frozenset[str]
    youngers: frozenset[str]
    body_words: frozenset[str]
    first_words: frozenset[str]
    prosecuting: frozenset[str]
    prosecutors: frozenset[str]
    accusing: frozenset[str]
    legal_forms: frozenset[str]
    policing: frozenset[str]
    police: frozenset[str]
    labels: frozenset[str]
    articles: frozenset[str]
    follows: frozenset[str]
    anybody: frozenset[str]
    speaking: frozenset[str]
    given: dict[str, frozenset[str]]


@cache
def tables() -> Tables:
    """Read the tables, once."""
    text = (resources.files("onrecord.resolve") / "tables.toml").read_text("utf-8")
    told = tomllib.loads(text)
    given: defaultdict[str, set[str]] = defaultdict(set)
    for short, fulls in told.pop("nicknames").items():
        for full in fulls:
            given[short].add(full)
            given[full].add(short)
    words = {name: frozenset(listed) for name, listed in told.items()}
    return Tables(**words, given={name: frozenset(fits) for name, fits in given.items()})
