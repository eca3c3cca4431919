"""Rules on bodies by a common noun: "the tribunal", "a hospital trust", "the regulator".

A noun alone names nobody, but in one case it mostly means one: where the names of all bodies of the
case, and all that texts call them, give the noun to one body only, and the text has company in
common with it. A noun that no body has in its name, "the regulator", is told by who holds office
there: "the regulator's registrar" is registrar of one body elsewhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from onrecord.core.vocabulary import ActorKind, Likeness, Naming
from onrecord.resolve.gathered import COMMONEST, NEAR, Candidate, Gathered
from onrecord.resolve.groups import Group
from onrecord.resolve.likeness import SURE
from onrecord.resolve.names import folded
from onrecord.resolve.tables import tables

_DEFINITE = frozenset({"the", "this", "your", "our"})
_INDEFINITE = frozenset({"a", "an"})
_SMALL = frozenset("of the for and in on to at de la".split())
_PRESS = frozenset("press news media radio wire".split())
_MODIFIERS = 2
"""So many words at most between the article and the noun, all of them in the body's name."""
_SEVERAL = 2
_CALLED_ONLY = frozenset("group office team unit house state branch service services staff".split())
"""Nouns that fit parts of a body as well as a body: they lead only to a name that has them."""


def by_noun_of_case(case: Gathered) -> Iterator[Candidate]:
    """Lead "the tribunal" to the one body of the case that bears the noun or is called so."""
    bearing, called, wholes = _nouns(case)
    whole: defaultdict[int, set[str]] = defaultdict(set)
    for called_so, roots in wholes.items():
        for one in roots:
            whole[one].add(called_so)
    others = _others(case)
    for at, group in enumerate(case.groups):
        told = _told(group)
        if told is None:
            continue
        modifiers, noun = told
        root = case.root[at]
        if case.best(root).is_named and case.best(root).is_whole:
            continue
        bodies = dict.fromkeys([*bearing.get(noun, ()), *called.get(noun, ())])
        bodies.pop(root, None)
        # "The Board" is a name for short; what is only described in small letters is none.
        is_proper = group.is_named and group.words.removeprefix("the ")[:1].isupper()
        if len(bodies) != 1 or group.gender or (noun in others and not is_proper):
            continue
        if group.said & (tables().his | tables().hers):
            continue  # somebody who met it, and not the body
        (body,) = bodies
        words = {_one(word) for name in _names(case, body) for word in name.split()}
        if not {_one(word) for word in modifiers} <= words:
            continue
        is_borne = body in bearing.get(noun, ())
        if not is_borne and (noun in _CALLED_ONLY or modifiers):
            continue
        is_own = _plain(case.evidence.outlets.get(group.first.source, "")) in whole.get(body, ())
        beside = case.beside(root, body, 1 if is_proper else NEAR)
        name = case.best(body).words
        reasons = [f"{name} is the only {noun} that the case knows"]
        # One that a single text names is too little known to be what another means without a name.
        score = SURE if is_own or (beside and len(case.sources(body)) >= _SEVERAL) else 0.5
        yield _offer(at, body, score, [*reasons, *([beside] if beside else [])])


def by_holder(case: Gathered) -> Iterator[Candidate]:
    """Lead "the regulator" to the body whose registrar another text has as the regulator's."""
    told = _by_office(case)
    for at, group in enumerate(case.groups):
        words = folded(group.words).split()
        if group.is_named or len(words) != 2 or words[0] != "the":
            continue
        bodies = [one for one in told.get(words[1], ()) if one != case.root[at]]
        if len(bodies) != 1 or len(told[words[1]]) != 1:
            continue
        (body,) = bodies
        beside = case.beside(case.root[at], body, 1)
        who = told[words[1]][body]
        because = f"{who} holds one office of {case.best(body).words} and of {group.words}"
        yield _offer(at, body, SURE if beside else 0.5, [because, *([beside] if beside else [])])


def _nouns(
    case: Gathered,
) -> tuple[dict[str, dict[int, None]], dict[str, dict[int, None]], dict[str, dict[int, None]]]:
    """Give the bodies by the noun of their names, by what texts call them, and by whole name."""
    bearing: defaultdict[str, dict[int, None]] = defaultdict(dict)
    called: defaultdict[str, dict[int, None]] = defaultdict(dict)
    whole: defaultdict[str, dict[int, None]] = defaultdict(dict)
    for at, group in enumerate(case.groups):
        root = case.root[at]
        if group.is_person or case.best(root).is_person or not case.best(root).is_named:
            continue
        if not case.best(root).is_whole or case.best(root).fullest.kind is ActorKind.PLACE:
            continue
        for name in group.names:
            if " " in name:
                bearing[_noun(name)][root] = None
                whole[_plain(name)][root] = None
        for item in group.seen:
            words = folded(item.mention.name).split()
            if len(words) == 2 and words[0] == "the" and item.mention.name[4:5].islower():
                called[_one(words[1].removesuffix("'s"))][root] = None
    return bearing, called, whole


def _others(case: Gathered) -> set[str]:
    """Give the nouns of bodies that texts only describe: "the panel that saw the accounts"."""
    found = set()
    for at, group in enumerate(case.groups):
        words = folded(group.words).split()
        end = next((n for n, word in enumerate(words) if word in tables().follows), 0)
        if not group.is_named and end > 1 and not case.best(case.root[at]).is_named:
            found.add(_one(words[end - 1]))
    return found


def _names(case: Gathered, root: int) -> Iterator[str]:
    for at in case.members(root):
        yield from case.groups[at].names


def _noun(name: str) -> str:
    """Give the noun of a body's name: "school" of "Vale Schools", "guild" of "Guild of Cooks"."""
    words = name.split()
    end = next((n for n, word in enumerate(words) if n and word in ("of", "for", "at")), len(words))
    return _one(words[end - 1])


def _one(word: str) -> str:
    """Give a noun without the ending of a plural or an owner."""
    word = word.removesuffix("'s").removesuffix("'")
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 4 else word


def _told(group: Group) -> tuple[list[str], str] | None:
    """Give modifiers and noun of a description of a body; None: it is none."""
    words = [word.removesuffix("'s") for word in folded(group.first.mention.name).split()]
    if group.is_named:
        alone = len(words) == 1 or (len(words) == 2 and words[0] == "the")
        is_noun = bool(words) and words[-1] in tables().body_words
        return ([], _one(words[-1])) if alone and is_noun else None
    if group.fullest.naming not in (Naming.ROLE_ONLY, Naming.NAMED) or len(words) < 2:
        return None
    if words[0] not in _DEFINITE | _INDEFINITE or len(words) > _MODIFIERS + 2:
        return None
    if set(words) & tables().follows:
        return None
    if group.fullest.kind is ActorKind.PLACE and words[0] not in _DEFINITE:
        return None  # "a hospital" may be any house; "the hospital" is whose it is
    return words[1:-1], _one(words[-1])


def _by_office(case: Gathered) -> dict[str, dict[int, str]]:
    """Give by noun the bodies of which one holds the office that a text has at "the noun"."""
    where = {(item.source, item.mention.id): at
             for at, group in enumerate(case.groups) for item in group.seen}  # fmt: skip
    _, _, whole = _nouns(case)
    at_noun: defaultdict[tuple[int, str], dict[str, None]] = defaultdict(dict)
    at_body: defaultdict[tuple[int, str], dict[int, None]] = defaultdict(dict)
    for holding in case.evidence.holdings:
        at = where.get((holding.source, holding.holder))
        post = folded(holding.post).split()
        if at is None or not post or not case.best(case.root[at]).is_named:
            continue
        root, body = case.root[at], _plain(holding.body)
        if body and " " not in body:
            at_noun[root, post[-1]][body] = None
        outlet = _plain(case.evidence.outlets.get(holding.source, ""))
        for name in (body,) if body else (outlet,) if _is_own(outlet) else ():
            found = list(whole.get(name, ()))
            if len(found) == 1:
                at_body[root, post[-1]][found[0]] = None
    for at, group in enumerate(case.groups):
        if not group.is_named or not group.is_person:
            continue
        for item in group.seen:
            owner, _, post_of = folded(item.mention.name).partition("'s ")
            words = owner.split()
            if post_of and len(words) == 2 and words[0] == "the":
                at_noun[case.root[at], post_of.split()[-1]][words[1]] = None
    found_at: defaultdict[str, dict[int, str]] = defaultdict(dict)
    for (holder, office), nouns in at_noun.items():
        for which in at_body.get((holder, office), ()):
            for noun in nouns:
                found_at[noun][which] = case.best(holder).words
    return {noun: bodies for noun, bodies in found_at.items() if len(bodies) <= COMMONEST}


def _plain(name: str) -> str:
    return folded(name).replace("'", "").removeprefix("the ")


def _is_own(outlet: str) -> bool:
    """Say whether an outlet is a body whose paper it is, and no newspaper."""
    words = set(outlet.split())
    return bool(words & tables().body_words) and not words & _PRESS


def _offer(one: int, other: int, score: float, because: list[str]) -> Candidate:
    return Candidate(one, other, Likeness(score, tuple(because)))
