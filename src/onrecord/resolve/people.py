"""Rules on persons: one full name, a surname that only one in the case bears, short and misspelt.

A surname never joins on its own: it does where one person in the case bears it, nothing of gender
or generation speaks against it, and a title, a post or the company they stand in agrees.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from onrecord.core.vocabulary import Likeness
from onrecord.resolve.gathered import COMMONEST, NEAR, Candidate, Gathered
from onrecord.resolve.likeness import SURE, likeness
from onrecord.resolve.names import Fit, PersonName, fit, folded
from onrecord.resolve.tables import tables

_GENDER = {"he": "a man", "she": "a woman"}


def by_surname(case: Gathered) -> Iterator[Candidate]:
    """Lead a surname, alone or with an initial, to the one person of the case who bears it."""
    bearers = _bearers(case, by_given=False)
    knights = _bearers(case, by_given=True)
    for at, group in enumerate(case.groups):
        name = group.person or _taken_for_a_body(case, at)
        if name is None or name.is_full or not name.surname:
            continue
        knightly = bool(group.titles & tables().knightly) and not name.given
        found = knights if knightly and name.surname in knights else bearers
        yield from _led(case, at, name, found.get(name.surname, []))


def _taken_for_a_body(case: Gathered, at: int) -> PersonName | None:
    """Give one word of a name that a reader took for a body's, as the surname that it may be.

    Not where its actor has a longer name, or others with the word stand in the same text.
    """
    group = case.groups[at]
    if (
        not group.is_named
        or " " in group.key
        or not group.key
        or len(case.members(case.root[at])) > 1
    ):
        return None
    return None if case.is_in_a_body(group.first.source, group.key) else PersonName((), group.key)


def _bearers(case: Gathered, *, by_given: bool) -> dict[str, list[int]]:
    """Give the roots of fully named persons, by surname; by given name those of a knightly title.

    One person may be among them under two forms of a name: each root stands once.
    """
    found: defaultdict[str, dict[int, None]] = defaultdict(dict)
    for at, group in enumerate(case.groups):
        name = group.person
        if name is None or not name.is_full:
            continue
        if len(name.surname) < 2:
            continue  # "Witness B"
        if not by_given:
            found[name.surname][case.root[at]] = None
        elif case.titles(case.root[at]) & tables().knightly:
            found[name.given[0]][case.root[at]] = None
    return {surname: list(roots) for surname, roots in found.items()}


def _led(case: Gathered, at: int, name: PersonName, bearers: list[int]) -> Iterator[Candidate]:
    if not bearers or len(bearers) > COMMONEST:
        return
    group, root = case.groups[at], case.root[at]
    if root in bearers:
        return
    against = {bearer: _against(case, root, name, bearer) for bearer in bearers}
    fitting = [bearer for bearer in bearers if not against[bearer]]
    told = [bearer for bearer in fitting if case.posts(bearer) & case.posts(root)]
    if len(fitting) > 1 and len(told) == 1:  # "Pell, the bursar", where one Pell is bursar
        against |= {one: "told to be something else" for one in fitting if one not in told}
        fitting = told
    here = [one for one in fitting if group.first.source in case.sources(one)]
    if len(fitting) > 1 and len(here) == 1:  # a text that names one Pell in full means that one
        told_here = f"the text names {case.best(here[0]).words} in full, and no other who bears it"
        why = [f"{group.words} is in {case.best(here[0]).words}", told_here]
        yield _offer(at, here[0], SURE, why)
        return
    for bearer in fitting:
        called = case.best(bearer).words
        reasons = [f"{group.words} is in {called}"]
        if len(fitting) > 1:
            others = ", ".join(case.best(one).words for one in fitting if one != bearer)
            yield _offer(at, bearer, 0.4, [*reasons, f"it is in {others} too"])
            continue
        if len(bearers) > 1:
            reasons += [f"{case.best(one).words}: {why}" for one, why in against.items() if why]
        else:
            reasons.append("nobody else in the case bears it")
        least = 1 if len(bearers) == 1 else NEAR  # one does where no second can be meant
        agreeing = list(agreements(case, root, bearer, least))
        if len(bearers) == 1 and not agreeing:
            agreeing = list(_titled_alike(case, root, bearer))
        if agreeing:
            yield _offer(at, bearer, SURE, [*reasons, *agreeing])
        else:
            yield _offer(at, bearer, 0.5, [*reasons, "nothing else tells that they are one"])


def _titled_alike(case: Gathered, one: int, other: int) -> Iterator[str]:
    """Give that a titled surname is of the gender that titles or pronouns give its one bearer."""
    telling = tables().his_titles | tables().her_titles
    titled = any(case.groups[at].titles & telling for at in case.members(one))
    mine, theirs = case.gender(one), case.gender(other)
    if titled and mine and mine == theirs and len(case.sources(other)) > 1:
        yield f"both are told to be {_GENDER[mine]}, and several texts name the other"


def _against(case: Gathered, root: int, name: PersonName, bearer: int) -> str:
    """Say what speaks against a surname's being this bearer's; "" where nothing does."""
    mine, theirs = case.gender(root), case.gender(bearer)
    if mine and theirs and mine != theirs:
        return f"{_GENDER[mine]} there, {_GENDER[theirs]} here"
    names = [case.groups[at].person for at in case.members(bearer)]
    whole = [one for one in names if one is not None and one.is_full]
    if name.given and not any(fit(name, one) is Fit.INITIAL for one in whole):
        return "another initial"
    if name.generation and all(one.generation != name.generation for one in whole):
        return "not called the elder or the younger"
    if not name.generation and any(one.generation for one in whole) and not name.given:
        return "called the elder or the younger"
    return ""


def agreements(case: Gathered, one: int, other: int, least: int = NEAR) -> Iterator[str]:
    """Give what else tells that two are one: a title, a post, the company they stand in."""
    titles = sorted(case.titles(one) & case.titles(other))
    if titles:
        yield f"both are called {', '.join(titles)}"
    posts = sorted(case.posts(one) & case.posts(other))
    if posts:
        yield f"both are told to be {posts[0]}"
    if beside := case.beside(one, other, least):
        yield beside


_CHILD = re.compile(r"\b(?:son|daughter) of (?:the late )?([^,;]+)", re.IGNORECASE)


def parents(case: Gathered) -> dict[str, dict[tuple[int, int], None]]:
    """Give by surname of the child who is told to be whose child: parent and child, as roots."""
    found: defaultdict[str, dict[tuple[int, int], None]] = defaultdict(dict)
    named = {group.key: case.root[at] for at, group in enumerate(case.groups) if group.is_whole}
    for at, group in enumerate(case.groups):
        if group.person is None or not group.person.is_full:
            continue
        for item in group.seen:
            told = _CHILD.search(item.mention.name)
            parent = named.get(folded(told.group(1))) if told else None
            if parent is not None and parent != case.root[at]:
                found[group.person.surname][parent, case.root[at]] = None
    return found


def by_generation(case: Gathered) -> Iterator[Candidate]:
    """Lead "the elder Pell" to the one Pell whose son or daughter a text tells another Pell to be.

    "The younger Pell" is led to that son or daughter.
    """
    told = parents(case)
    for at, group in enumerate(case.groups):
        name = group.person
        if name is None or not name.generation or name.given:
            continue
        pairs = list(told.get(name.surname, ()))
        if len(pairs) == 1 and case.root[at] not in pairs[0]:
            (parent, child) = pairs[0]
            child_of = (
                f"{case.best(child).words} is told to be a child of {case.best(parent).words}"
            )
            which = ("elder", parent) if name.generation < 0 else ("younger", child)
            yield _offer(at, which[1], SURE, [f"called the {which[0]}", child_of])


def by_given(case: Gathered) -> Iterator[Candidate]:
    """Lead a given name alone ("I saw Una") to the one person of the case who bears it.

    A text in which that person is named otherwise too has nobody else in mind.
    """
    bearers: defaultdict[str, dict[int, None]] = defaultdict(dict)
    taken: set[str] = set()
    for at, group in enumerate(case.groups):
        if group.person is not None and group.person.is_full:
            bearers[group.person.given[0]][case.root[at]] = None
            taken.add(group.person.surname)
    for at, group in enumerate(case.groups):
        name = group.person
        if name is None or name.given or group.titles or name.surname in taken:
            continue
        roots = list(bearers.get(name.surname, ()))
        if len(roots) != 1 or case.root[at] == roots[0]:
            continue
        told = [
            f"{group.words} is the given name of {case.best(roots[0]).words}, and of nobody else"
        ]
        beside = case.beside(case.root[at], roots[0], least=1)
        yield _offer(at, roots[0], SURE if beside else 0.5, [*told, *([beside] if beside else [])])


def by_only_name(case: Gathered) -> Iterator[Candidate]:
    """Put together one word by which texts that tell the same story call a person: "Larkspur".

    Not where anybody in the case bears it within a longer name, or with a title: who is called by a
    surname alone may be a father or a son.
    """
    named: defaultdict[str, list[int]] = defaultdict(list)
    borne: set[str] = set()
    for root in case.roots():
        for at in case.members(root):
            bearer = case.groups[at]
            name = bearer.person
            if name is not None and (bearer.titles or (name.given and not bearer.words.isupper())):
                borne |= {*name.given, *name.surname.split()}
        group = case.groups[root]
        if group.person is not None and not group.person.given and not group.person.generation:
            named[group.key].append(root)
    for key, roots in named.items():
        if key in borne or len(roots) > COMMONEST:
            continue
        for one, other in combinations(roots, 2):
            told = case.beside(one, other) or case.names_beside(one, other)
            if told and not _of_two_genders(case, one, other):
                words = case.groups[one].words
                called = [
                    f"both are called {words}",
                    "nobody in the case bears a longer name with it",
                ]
                yield _offer(one, other, SURE, [*called, told])


def by_title(case: Gathered) -> Iterator[Candidate]:
    """Put together one surname with one rank where nobody in the case bears it in full.

    "Mr Justice Pell" in three texts is one judge, where the texts have company in common.
    """
    alone: defaultdict[str, list[int]] = defaultdict(list)
    for root in case.roots():
        group = case.groups[root]
        if group.person is not None and not any(
            (name := case.groups[at].person) is not None and name.is_full
            for at in case.members(root)
        ):
            alone[group.person.surname].append(root)
    full = _bearers(case, by_given=False)
    for surname, roots in alone.items():
        if not surname or surname in full or len(roots) > COMMONEST:
            continue
        for one, other in combinations(roots, 2):
            yield from _one_rank(case, one, other)


def _one_rank(case: Gathered, one: int, other: int) -> Iterator[Candidate]:
    a, b = case.groups[one].person, case.groups[other].person
    assert a is not None
    assert b is not None
    mine, theirs = case.gender(one), case.gender(other)
    if a.generation != b.generation or (mine and theirs and mine != theirs):
        return
    if a.given and b.given and fit(a, b) is Fit.NONE:
        return
    named = f"both are named {case.groups[one].words}"
    titles = sorted(case.titles(one) & case.titles(other))
    beside = case.beside(one, other)
    if titles and beside:
        title = f"both are called {', '.join(titles)}"
        yield _offer(one, other, SURE, [named, title, beside, "nobody bears the name in full"])
    elif beside or titles:
        told = beside or f"both are called {', '.join(titles)}"
        yield _offer(one, other, 0.5, [named, told])


def by_variant(case: Gathered) -> Iterator[Candidate]:
    """Compare full names of one surname: a short form, a further name; else offer the misspelt."""
    for roots in _bearers(case, by_given=False).values():
        if 1 < len(roots) <= COMMONEST:
            for one, other in combinations(roots, 2):
                yield from _varied(case, one, other, only=len(roots) == 2)
    blocks: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for root in case.roots():
        name = case.best(root).person
        if name is not None and name.is_full:
            blocks[name.given[0], name.surname[0]].append(root)
    for roots in blocks.values():
        if 1 < len(roots) <= COMMONEST:
            for one, other in combinations(roots, 2):
                yield from _misspelt(case, one, other)


def _varied(case: Gathered, one: int, other: int, *, only: bool) -> Iterator[Candidate]:
    a, b = case.best(one).person, case.best(other).person
    alike = likeness(case.best(one).fullest, case.best(other).fullest)
    if a is None or b is None or not alike.score or _of_two_genders(case, one, other):
        return
    how = fit(a, b) if a.surname == b.surname else Fit.NONE
    agreeing = list(agreements(case, one, other))
    apart = bool(case.sources(one) & case.sources(other))
    if only and len(agreeing) > 1 and not apart and how in (Fit.MIDDLE, Fit.SHORT, Fit.INITIAL):
        yield _offer(one, other, SURE, [*alike.because, *agreeing])
    elif not apart:
        yield _offer(one, other, alike.score, [*alike.because, *agreeing])


def _misspelt(case: Gathered, one: int, other: int) -> Iterator[Candidate]:
    a, b = case.best(one).person, case.best(other).person
    if a is None or b is None or a.surname == b.surname or _of_two_genders(case, one, other):
        return
    alike = likeness(case.best(one).fullest, case.best(other).fullest)
    if alike.score and not case.sources(one) & case.sources(other):
        yield _offer(one, other, alike.score, [*alike.because, *agreements(case, one, other)])


def _of_two_genders(case: Gathered, one: int, other: int) -> bool:
    return {case.gender(one), case.gender(other)} == {"he", "she"}


def _offer(one: int, other: int, score: float, because: list[str]) -> Candidate:
    return Candidate(one, other, Likeness(score, tuple(because)))
