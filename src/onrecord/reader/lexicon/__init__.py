"""The tables the pattern reader goes by: cue verbs, hedges, titles, source nouns, the calendar.

They are TOML files beside this one, read once at first use. Nothing here knows a text; a word that
stands in no table decides nothing.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any, Literal

from onrecord.core.vocabulary import Commitment, Outcome, SpeechAct

TABLES = ("cues", "dates", "grammar", "hedges", "names", "sources")

_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class Verb:
    """What one cue verb does: its act, how firmly it binds, in which frame, its further words."""

    act: SpeechAct
    commitment: Commitment
    frame: Literal["speech", "clause", "object"]
    particles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All tables, ready to look up. Words are in lower case unless they are parts of names."""

    verbs: Mapping[str, tuple[Verb, ...]]
    auxiliaries: frozenset[str]
    adverbs: frozenset[str]
    according: tuple[tuple[str, ...], ...]
    agentless: frozenset[str]
    be: frozenset[str]
    addressing: frozenset[str]
    hedges: Mapping[str, Commitment]
    hedging_cues: Mapping[str, Commitment]
    agentless_hedges: Mapping[str, Commitment]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    days: Mapping[str, int]
    steps: Mapping[str, int]
    roles: frozenset[str]
    anonymous: frozenset[str]
    anonymous_signs: tuple[str, ...]
    publisher_verbs: frozenset[str]
    outlets: frozenset[str]
    letters: frozenset[str]
    requests: tuple[str, ...]
    replies: Mapping[str, tuple[tuple[tuple[str, ...], Outcome], ...]]
    titles: frozenset[str]
    abbreviations: frozenset[str]
    abbreviations_that_end: frozenset[str]
    particles: frozenset[str]
    organisations: frozenset[str]
    public_bodies: frozenset[str]
    not_names: frozenset[str]
    given: frozenset[str]
    pronouns: frozenset[str]
    personal: frozenset[str]
    nobody: frozenset[str]
    plural: frozenset[str]
    base_forms: frozenset[str]
    determiners: frozenset[str]
    walls: frozenset[str]
    prepositions: frozenset[str]
    unfinished: frozenset[str]
    tails: frozenset[str]
    introducing: frozenset[str]
    relatives: frozenset[str]
    negations: frozenset[str]
    finite: frozenset[str]
    subjects: frozenset[str]
    subordinating: frozenset[str]
    not_objects: frozenset[str]
    addressees: frozenset[str]
    no_addressee: frozenset[str]
    after_addressee: frozenset[str]


def table_bytes() -> Iterable[tuple[str, bytes]]:
    """Give each table's name and bytes, in the order of their names."""
    for name in TABLES:
        file = resources.files(__package__).joinpath(f"{name}.toml")
        yield name, file.read_bytes()


@lru_cache(maxsize=1)
def load() -> Lexicon:
    """Read the tables. The first call reads the files; later ones give the same object."""
    tables = {name: tomllib.loads(data.decode("utf-8")) for name, data in table_bytes()}
    cues, dates, grammar = tables["cues"], tables["dates"], tables["grammar"]
    hedges, names, sources = tables["hedges"], tables["names"], tables["sources"]
    sets: dict[str, frozenset[str]] = {
        key: frozenset(words) for table in (names, grammar) for key, words in table.items()
    }
    return Lexicon(
        verbs=_verbs(cues["verbs"], cues["irregular"]),
        auxiliaries=frozenset(cues["before"]["auxiliaries"]),
        adverbs=frozenset(cues["before"]["adverbs"]),
        according=tuple(tuple(words.split()) for words in cues["according"]["phrases"]),
        agentless=frozenset(cues["agentless"]["forms"]),
        be=frozenset(cues["agentless"]["be"]),
        addressing=frozenset(cues["addressing"]["forms"]),
        hedges=_grades(hedges["words"]),
        hedging_cues=_grades(hedges["cues"]),
        agentless_hedges=_grades(hedges["cues"] | hedges["agentless"]),
        months=dates["months"],
        weekdays=dates["weekdays"],
        days=dates["days"],
        steps=dates["steps"],
        roles=frozenset(sources["roles"]),
        anonymous=frozenset(sources["anonymous"]),
        anonymous_signs=tuple(sources["anonymous_signs"]),
        publisher_verbs=frozenset(sources["publisher_verbs"]),
        outlets=frozenset(sources["outlets"]),
        letters=frozenset(sources["letters"]),
        requests=tuple(sources["requests"]),
        replies=_replies(sources["replies"]),
        base_forms=_base_forms(cues["verbs"], cues["irregular"]),
        **sets,
    )


def _replies(
    table: Mapping[str, str],
) -> dict[str, tuple[tuple[tuple[str, ...], Outcome], ...]]:
    """Sort the phrases by their first word."""
    found: dict[str, tuple[tuple[tuple[str, ...], Outcome], ...]] = {}
    for words, outcome in table.items():
        phrase = tuple(words.split())
        found[phrase[0]] = (*found.get(phrase[0], ()), (phrase, Outcome(outcome)))
    return found


def _grades(table: Mapping[str, str]) -> dict[str, Commitment]:
    return {word: grade(name) for word, name in table.items()}


def grade(name: str) -> Commitment:
    """Give the step of the commitment scale that bears `name`."""
    return Commitment[name.upper().replace(" ", "_")]


def _verbs(
    groups: Iterable[Mapping[str, Any]], irregular: Mapping[str, list[str]]
) -> dict[str, tuple[Verb, ...]]:
    """Spell every form of every lemma; a form met again keeps its earlier group first."""
    found: dict[str, list[Verb]] = {}
    for group in groups:
        act, commitment = SpeechAct(group["act"]), grade(group["commitment"])
        for lemma in group["lemmas"]:
            head, *particles = lemma.split()
            verb = Verb(act, commitment, group["frame"], tuple(particles))
            for form in {head, *irregular.get(head, _regular(head))}:
                found.setdefault(form, []).append(verb)
    # Longer cues first: "pointed out" before "pointed".
    return {form: tuple(sorted(v, key=lambda x: -len(x.particles))) for form, v in found.items()}


def _base_forms(
    groups: Iterable[Mapping[str, Any]], irregular: Mapping[str, list[str]]
) -> frozenset[str]:
    """Give the forms that are no past too: "state", not "put"."""
    heads = {lemma.split()[0] for group in groups for lemma in group["lemmas"]}
    return frozenset(head for head in heads if head not in irregular.get(head, ()))


def _regular(lemma: str) -> list[str]:
    """Spell the third person, the past and the participle of a regular verb."""
    if lemma.endswith("e"):
        return [lemma + "s", lemma + "d", lemma[:-1] + "ing"]
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return [lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"]
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return [lemma + "es", lemma + "ed", lemma + "ing"]
    return [lemma + "s", lemma + "ed", lemma + "ing"]
