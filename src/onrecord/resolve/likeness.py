"""How alike two names are, and why. A likeness is offered with its reasons; it joins nobody."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from onrecord.core.vocabulary import ActorKind, Likeness, Mention, Naming
from onrecord.resolve.names import Fit, fit, key_of, person_name

SURE = 1.0
"""Only what reaches this is joined by rule; all below is for a person to decide."""

SPELT = 85.0
"""From this ratio (rapidfuzz, 0 to 100) two names may be one, spelt in two ways: one letter in
seven may differ. A pair of it is only ever offered."""

_INITIAL = re.compile(r"\w\.? ")
_BY_FIT = {Fit.MIDDLE: 0.8, Fit.SHORT: 0.7, Fit.INITIAL: 0.6, Fit.UNSAID: 0.4}


def likeness(one: Mention, other: Mention) -> Likeness:
    """Say how alike two mentions of different texts are, by their names alone.

    Sure only for one full name: a given name and a surname, or the name of a body in more than one
    word. A surname alone fits a father and a son; a description fits whoever holds the post.
    """
    a, b = key_of(one), key_of(other)
    if Naming.NAMED not in (one.naming, other.naming) or one.naming is not other.naming:
        return Likeness(0.0, ("at least one of them is not named",))
    if a == b:
        return _of_one_name(one, other, a)
    if one.kind is other.kind is ActorKind.PERSON:
        return _of_persons(one, other)
    if ActorKind.PERSON not in (one.kind, other.kind) and " " in a and " " in b:
        return _spelt(a, b)
    return Likeness(0.0, ("the names differ",))


def _of_one_name(one: Mention, other: Mention, key: str) -> Likeness:
    named = f"both are named {one.name}"
    if ActorKind.PERSON in (one.kind, other.kind) and one.kind is not other.kind:
        return Likeness(0.5, (named, "one may be no person"))
    if one.kind is ActorKind.PERSON:
        mine, theirs = (person_name(m.name, m.title) for m in (one, other))
        if mine.generation != theirs.generation:
            return Likeness(0.3, (named, "one of them is called the elder or the younger"))
        if _INITIAL.match(key):
            return Likeness(0.7, (named, "an initial fits several given names"))
    if " " in key:
        return Likeness(SURE, (named,))
    return Likeness(0.5, (named, "it is one word, which others may share"))


def _of_persons(one: Mention, other: Mention) -> Likeness:
    a, b = (person_name(m.name, m.title) for m in (one, other))
    if a.surname != b.surname:
        return _spelt(key_of(one), key_of(other)) if a.is_full and b.is_full else _differ()
    how = fit(a, b)
    if a.generation != b.generation and a.is_full and b.is_full:
        return _differ()
    if how in _BY_FIT:
        return Likeness(_BY_FIT[how], (f"the surname {a.surname} is in both", how.value))
    if how is Fit.SAME:
        return Likeness(0.9, ("the same given name and surname",))
    return _spelt(key_of(one), key_of(other))


def _spelt(a: str, b: str) -> Likeness:
    """Offer two names that differ by a few letters: "Kettering" and "Ketering"."""
    alike = fuzz.ratio(a, b)
    if alike < SPELT:
        return _differ()
    return Likeness(round(0.6 * alike / 100, 2), ("the names differ by a few letters",))


def _differ() -> Likeness:
    return Likeness(0.0, ("the names differ",))
