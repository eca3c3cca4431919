"""The tables that events are read by: verbs and nouns of what happens, and the words round them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources
from typing import Any

from onrecord.core.vocabulary import EventKind, Realised, Role
from onrecord.reader.flows import tables as passing
from onrecord.reader.lexicon import forms

Tail = tuple[str, ...]
_ROLES = {"to": ("to",), "from": ("from",), "with": ("with", "between"), "on": ("on",)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """One sense of a word for what happens: see the head of `tables.toml`.

    `noun`: it is a noun, whose `object` is whoever has it. `things` are the nouns of which its
    object has to be one. `led` says what somebody after a preposition is.
    """

    kind: EventKind
    lemma: str
    subject: Role | None
    object: Role | None
    must: Role | None
    things: frozenset[str]
    denying: bool
    tails: tuple[Tail, ...]
    after: frozenset[str]
    excluded: frozenset[str]
    led: Mapping[str, Role]
    places: frozenset[str]
    about: frozenset[str]
    alone: bool
    outcome: str
    realised: Realised
    noun: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """All tables, ready to look up. `phrases` are the words by which phrases are cut."""

    verbs: Mapping[str, tuple[Sense, ...]]
    nouns: Mapping[str, tuple[Sense, ...]]
    things: Mapping[str, frozenset[str]]
    words: Mapping[str, frozenset[str]]
    tests: Mapping[str, frozenset[str]]
    signs: frozenset[str]
    phrases: passing.Tables

    def has(self, table: str, low: str) -> bool:
        """Say whether a word stands in one of the lists of words."""
        return low in self.words[table]


@lru_cache(maxsize=1)
def load() -> Tables:
    """Read the tables; the first call reads the file."""
    made = tomllib.loads(resources.files(__package__).joinpath("tables.toml").read_text("utf-8"))
    things = {key: frozenset(words) for key, words in made["things"].items()}
    things["items"] = passing.load().words["things"] - {"it", "them", "these", "those"}
    verbs: dict[str, tuple[Sense, ...]] = {}
    for group in made["verbs"]:
        for lemma in group["lemmas"]:
            sense = _sense(group, lemma, things, noun=False)
            for form in (lemma, *made["irregular"].get(lemma, forms(lemma))):
                verbs[form] = (*verbs.get(form, ()), sense)
    nouns: dict[str, tuple[Sense, ...]] = {}
    for group in made["nouns"]:
        for word in group["words"]:
            sense = _sense({**group, "object": group["of"]}, word, things, noun=True)
            nouns[word] = (*nouns.get(word, ()), sense)
    realised = {word: Realised(kind) for kind, words in made["realised"].items() for word in words}
    return Tables(
        verbs=verbs,
        nouns=nouns,
        things=things,
        words={key: frozenset(words) for key, words in made["words"].items()},
        tests={key: frozenset(words) for key, words in made["tests"].items()},
        signs=frozenset(verbs) | frozenset(nouns),
        phrases=replace(passing.load(), realised=realised),
    )


def _sense(
    group: Mapping[str, Any], lemma: str, things: Mapping[str, frozenset[str]], *, noun: bool
) -> Sense:
    led = {p: Role(group[key]) for key, ps in _ROLES.items() if group.get(key) for p in ps}
    needs = group.get("needs", "")

    def role(key: str) -> Role | None:
        return Role(group[key]) if group.get(key) else None

    return Sense(
        kind=EventKind(group["kind"]),
        lemma=lemma,
        subject=role("subject"),
        object=role("object"),
        must=role("must"),
        things=things[needs] if needs else frozenset(),
        denying=needs.startswith("no "),
        tails=tuple(tuple(words.split()) for words in group.get("tail", ())),
        after=frozenset(group.get("after", ())),
        excluded=frozenset(group.get("not", ())),
        led=led,
        places=frozenset(group.get("place", ())),
        about=frozenset(group.get("about", ())),
        alone=bool(group.get("alone")),
        outcome=group.get("outcome", ""),
        realised=Realised(group.get("realised", Realised.DONE)),
        noun=noun,
    )
