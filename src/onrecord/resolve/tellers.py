"""Rules on those who are told by something else than a name: by the paper they spoke to, by age.

"The former clerk who spoke to this newspaper in May" is the one so called whom that paper quoted
then. "A woman of 34" is the only one of the case whose age stands with her name as 34.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from onrecord.core.dates import MONTHS
from onrecord.core.identity import SourceId
from onrecord.core.vocabulary import ActorKind, Likeness, Naming
from onrecord.resolve.described import SAYS
from onrecord.resolve.gathered import Candidate, Gathered
from onrecord.resolve.likeness import SURE
from onrecord.resolve.names import folded
from onrecord.resolve.tables import tables

_HER = re.compile(r"\b(?:woman|girl|mother|lady|she|her)\b", re.IGNORECASE)
_HIM = re.compile(r"\b(?:man|boy|father|he|him)\b", re.IGNORECASE)
_TWO = re.compile(r"\band (?:an?|the|one|two)\b", re.IGNORECASE)
_BIRTHDAY = 400
"""Days within which an age that stands with a name still tells who is meant."""


def by_paper(case: Gathered) -> Iterator[Candidate]:
    """Lead "the clerk whom the Echo quoted in May" to the only one so called in its texts then."""
    unnamed: defaultdict[str, dict[int, None]] = defaultdict(dict)
    for at, group in enumerate(case.groups):
        if not case.best(case.root[at]).is_named and group.fullest.naming in (
            Naming.ROLE_ONLY,
            Naming.ANONYMOUS,
        ):
            unnamed[_outlet(case, group.first.source)][at] = None
    called = _called(case)
    for at, group in enumerate(case.groups):
        if case.best(case.root[at]).is_named:
            continue
        source = group.first.source
        told = next(
            (one for item in group.seen
             if (one := case.evidence.told_to.get((item.source, item.mention.id)))), None
        )  # fmt: skip
        if told is None:
            continue
        who, paper, month = told
        own = paper in ("we", "us") or paper.startswith("this ")
        key = folded(paper).removeprefix("the ")
        outlet = _outlet(case, source) if own else called.get(key, "")
        nouns = _nouns([who]) - tables().anybody
        found = [
            one
            for one in unnamed.get(outlet, ()) if outlet
            if case.groups[one].first.source != source
            and _is_earlier(case, case.groups[one].first.source, source)
            and _is_of_month(case, case.groups[one].first.source, month)
            and nouns & _nouns(item.mention.name for item in case.groups[one].seen)
        ]  # fmt: skip
        roots = {case.root[one]: None for one in found}
        roots.pop(case.root[at], None)
        if len(roots) == 1 and nouns:
            (root,) = roots
            name = case.best(root).words
            because = f"it says so; the only one so called in what {outlet} told is {name}"
            yield Candidate(root, at, Likeness(SURE, (because,)))


def by_age(case: Gathered) -> Iterator[Candidate]:
    """Lead "a woman of 34" to the only named one of that age, where the texts have company."""
    named: defaultdict[int, dict[int, int]] = defaultdict(dict)
    waiting: list[tuple[int, int, str]] = []
    for at, group in enumerate(case.groups):
        root = case.root[at]
        is_named = case.best(root).is_named
        for item in group.seen:
            age = case.evidence.ages.get((item.source, item.mention.id))
            day = _day(case, item.source)
            if age is None or day is None:
                continue
            if is_named and case.best(root).is_person:
                named[age].setdefault(root, day)
            elif (
                not is_named
                and item.mention.kind is not ActorKind.PLACE
                and not _TWO.search(item.mention.name)
            ):
                waiting.append((at, age, item.mention.name))
    for at, age, name in waiting:
        day = _day(case, case.groups[at].first.source)
        gender = _gender(name)
        root = case.root[at]
        fitting = [
            one
            for one, then in named.get(age, {}).items()
            if day is not None
            and abs(then - day) <= _BIRTHDAY
            and not (gender and case.gender(one) and gender != case.gender(one))
        ]
        if len(fitting) != 1 or _is_source(case, at):
            continue
        beside = case.beside(root, fitting[0], 1)
        because = f"{case.best(fitting[0]).words} is the only one named whose age is told as {age}"
        if beside:
            yield Candidate(at, fitting[0], Likeness(SURE, (because, beside)))
        else:
            yield Candidate(at, fitting[0], Likeness(0.5, (because,)))


def _is_source(case: Gathered, at: int) -> bool:
    """Say whether somebody is quoted without a name: no age gives it away."""
    group = case.groups[at]
    around = case.evidence.sentences.get((group.first.source, group.first.mention.id), "")
    return group.fullest.naming is Naming.ANONYMOUS and bool(SAYS.search(around))


def _gender(name: str) -> str:
    return "she" if _HER.search(name) else "he" if _HIM.search(name) else ""


def _day(case: Gathered, source: SourceId) -> int | None:
    when = case.evidence.told_on.get(source)
    return None if when is None else when.first


def _outlet(case: Gathered, source: SourceId) -> str:
    return folded(case.evidence.outlets.get(source, "")).removeprefix("the ")


def _called(case: Gathered) -> dict[str, str]:
    """Give the outlets by what they are called, in full or by the last word, where it is one's."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for name in case.evidence.outlets.values():
        whole = folded(name).removeprefix("the ")
        found[whole].add(whole)
        found[whole.rpartition(" ")[2]].add(whole)
    return {key: next(iter(some)) for key, some in found.items() if len(some) == 1}


def _nouns(names: Iterator[str] | list[str]) -> set[str]:
    """Give the nouns by which somebody unnamed is called, "ex-" and marks aside."""
    found = set()
    for name in names:
        words = folded(name).split()
        end = next((n for n, word in enumerate(words) if word in tables().follows), len(words))
        noun = words[end - 1].strip(",.'‘’\"") if end else ""
        found |= {noun.removeprefix("ex-")} if noun not in tables().pronouns else set()
    return found - {""}


def _is_earlier(case: Gathered, one: SourceId, other: SourceId) -> bool:
    first, second = _day(case, one), _day(case, other)
    return first is None or second is None or first <= second


def _is_of_month(case: Gathered, source: SourceId, month: str) -> bool:
    when = case.evidence.told_on.get(source)
    first = None if when is None else when.first_date
    if not month or first is None:
        return True
    return MONTHS[first.month - 1].casefold() == month.casefold()
