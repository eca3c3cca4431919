"""The tables of the readers: cue verbs, hedges, titles, source nouns, the calendar.

They are TOML files beside this one, read once at first use. Nothing here knows a text; a word that
stands in no table decides nothing.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from onrecord.core.vocabulary import Commitment, Outcome, SpeechAct

TABLES = ("cues", "dates", "grammar", "hedges", "names", "sources")

_SMALL = ("walls", "prepositions", "nor", "unfinished", "negations", "did")
_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class Verb:
    """What one cue verb does: its act, whether it always is that, and how firmly it binds."""

    act: SpeechAct
    commitment: Commitment
    always: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All tables, ready to look up. Words are in lower case unless they are parts of names."""

    verbs: Mapping[str, Verb]
    verbs_before: Mapping[tuple[str, str], Verb]
    """Verbs by themselves and the word right after them, without which they do something else."""
    nouns: Mapping[str, Verb]
    asking_words: frozenset[str]
    asking_openings: frozenset[str]
    agentless: frozenset[str]
    agentless_adverbs: frozenset[str]
    acts: frozenset[str]
    weighing: frozenset[str]
    hedges: Mapping[str, Commitment]
    hedging_cues: Mapping[str, Commitment]
    agentless_hedges: Mapping[str, Commitment]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    days: Mapping[str, int]
    roles: frozenset[str]
    anonymous: frozenset[str]
    anonymous_signs: tuple[str, ...]
    publisher_verbs: frozenset[str]
    outlets: frozenset[str]
    letters: frozenset[str]
    salutations: frozenset[str]
    sign_offs: frozenset[str]
    requests: tuple[str, ...]
    asking: tuple[str, ...]
    deadlines: frozenset[str]
    answering: frozenset[str]
    replies: Mapping[str, tuple[tuple[tuple[str, ...], Outcome], ...]]
    titles: frozenset[str]
    his_titles: frozenset[str]
    her_titles: frozenset[str]
    his_nouns: frozenset[str]
    her_nouns: frozenset[str]
    plain_titles: frozenset[str]
    generations: frozenset[str]
    relations: frozenset[str]
    kin: frozenset[str]
    blamed: frozenset[str]
    hidden: frozenset[str]
    person_nouns: frozenset[str]
    body_nouns: frozenset[str]
    abbreviations: frozenset[str]
    abbreviations_that_end: frozenset[str]
    public_bodies: frozenset[str]
    pronouns: frozenset[str]
    personal: frozenset[str]
    first_person: frozenset[str]
    third_person: frozenset[str]
    be: frozenset[str]
    nor: frozenset[str]
    did: frozenset[str]
    goes_on: frozenset[str]
    nobody: frozenset[str]
    plural: frozenset[str]
    determiners: frozenset[str]
    walls: frozenset[str]
    prepositions: frozenset[str]
    unfinished: frozenset[str]
    relatives: frozenset[str]
    openers: frozenset[str]
    negations: frozenset[str]
    adverbs: frozenset[str]
    small: frozenset[str]
    """Words that mean nobody, nor do several of them together."""


@lru_cache(maxsize=1)
def load() -> Lexicon:
    """Read the tables. The first call reads the files; later ones give the same object."""
    folder = resources.files(__package__)
    tables = {name: tomllib.loads((folder / f"{name}.toml").read_text("utf-8")) for name in TABLES}
    cues, dates, grammar = tables["cues"], tables["dates"], tables["grammar"]
    hedges, names, sources = tables["hedges"], tables["names"], tables["sources"]
    sets: dict[str, frozenset[str]] = {
        key: frozenset(words) for table in (names, grammar) for key, words in table.items()
    }
    return Lexicon(
        verbs=_verbs(cues["verbs"], cues["irregular"]),
        verbs_before=_verbs_before(cues["verbs"], cues["irregular"]),
        nouns=_nouns(cues["nouns"]),
        asking_words=_acts(cues["asking"], cues["irregular"]),
        asking_openings=frozenset(cues["asking"]["opening"]),
        agentless=frozenset(cues["agentless"]["forms"]),
        agentless_adverbs=frozenset(cues["agentless"]["adverbs"]),
        acts=_acts(cues["acts"], cues["irregular"]),
        weighing=frozenset(cues["acts"]["weighing"]),
        hedges=_grades(hedges["words"]),
        hedging_cues=_grades(hedges["cues"]),
        agentless_hedges=_grades(hedges["cues"] | hedges["agentless"]),
        months=dates["months"],
        weekdays=dates["weekdays"],
        days=dates["days"],
        roles=frozenset(sources["roles"]),
        anonymous=frozenset(sources["anonymous"]),
        anonymous_signs=tuple(sources["anonymous_signs"]),
        publisher_verbs=frozenset(sources["publisher_verbs"]),
        outlets=frozenset(sources["outlets"]),
        letters=frozenset(sources["letters"]),
        salutations=frozenset(sources["salutations"]),
        sign_offs=frozenset(sources["sign_offs"]),
        requests=tuple(sources["requests"]),
        asking=tuple(sources["asking"]),
        deadlines=frozenset(sources["deadlines"]),
        answering=frozenset(sources["answering"]),
        replies=_replies(sources["replies"]),
        small=frozenset({"same"}).union(*(sets[name] for name in _SMALL)),
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
    return {word: _grade(name) for word, name in table.items()}


def _grade(name: str) -> Commitment:
    """Give the step of the commitment scale that bears `name`."""
    return Commitment[name.upper().replace(" ", "_")]


def _verbs(
    groups: Iterable[Mapping[str, Any]], irregular: Mapping[str, list[str]]
) -> dict[str, Verb]:
    """Spell every form of every lemma's first word."""
    return {
        form: _verb(group)
        for group in groups
        if "before" not in group
        for form in _spelled(group, irregular)
    }


def _verbs_before(
    groups: Iterable[Mapping[str, Any]], irregular: Mapping[str, list[str]]
) -> dict[tuple[str, str], Verb]:
    """Spell every form of the verbs that stand before one of some words, with each of these."""
    return {
        (form, after): _verb(group)
        for group in groups
        for after in group.get("before", ())
        for form in _spelled(group, irregular)
    }


def _verb(group: Mapping[str, Any]) -> Verb:
    always = group.get("always", False)
    return Verb(SpeechAct(group["act"]), _grade(group["commitment"]), always)


def _spelled(group: Mapping[str, Any], irregular: Mapping[str, list[str]]) -> Iterator[str]:
    for lemma in group["lemmas"]:
        head = lemma.split()[0]
        yield from (head, *irregular.get(head, forms(head)))


def _nouns(groups: Iterable[Mapping[str, Any]]) -> dict[str, Verb]:
    """Lead each noun that is a cue to what it does."""
    return {
        word: Verb(SpeechAct(group["act"]), _grade(group["commitment"]))
        for group in groups
        for word in group["words"]
    }


def _acts(table: Mapping[str, list[str]], irregular: Mapping[str, list[str]]) -> frozenset[str]:
    """Spell every form of the acts of proceedings, and add the nouns for them."""
    spelled = (form for one in table["lemmas"] for form in (one, *irregular.get(one, forms(one))))
    return frozenset((*spelled, *table["nouns"]))


def forms(lemma: str) -> list[str]:
    """Spell the third person, the past and the participle of a regular verb."""
    if lemma.endswith("e"):
        return [lemma + "s", lemma + "d", lemma[:-1] + "ing"]
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return [lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"]
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return [lemma + "es", lemma + "ed", lemma + "ing"]
    return [lemma + "s", lemma + "ed", lemma + "ing"]
