"""Rules on descriptions that have an owner: "his son", "her office", "this newspaper".

They lead to the one whom the case knows to be that: the only son that a text tells of, the office
of which she is told to be director, the paper that published the text. Nothing else is one by them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from onrecord.core.dates import MONTHS, When
from onrecord.core.identity import SourceId
from onrecord.core.vocabulary import Likeness, Naming
from onrecord.resolve.gathered import Candidate, Gathered
from onrecord.resolve.groups import Group
from onrecord.resolve.likeness import SURE
from onrecord.resolve.names import folded
from onrecord.resolve.people import parents
from onrecord.resolve.tables import tables

_OWNED = re.compile(r"(?P<owner>his|her|their|its|your|my|our)\s(?P<what>[a-z-]+)")
_THIS = re.compile(r"(?:this|our|the present) (?P<what>[a-z-]+)")
_OFFICE_OF = re.compile(r"\b(?:of|for) (?:the )?(?P<what>[^,;]+)$")
_WHOSE = re.compile(r"(?:the )?(?P<what>[a-z-]+) of (?P<who>[^,;]+)")
_CHILD = {"son": "he", "daughter": "she", "child": ""}
_PARENT = {"father": "he", "mother": "she", "parent": ""}
_NAMED_BEFORE = 20
"""So many names before "her union" are looked at for hers."""
_PAPERS = frozenset({"newspaper", "paper", "magazine", "website", "programme", "broadcaster"})
_QUOTED = re.compile(
    r"(?P<who>.+?) (?:quoted|cited|interviewed) (?:by|in) "
    r"(?P<paper>this (?:news)?paper|the [\w ]+?)"
    r"(?: on (?P<day>\d{1,2} [a-z]+|[a-z]+ \d{1,2}))?"
)

_MONTHS = tuple(map(str.casefold, MONTHS))
_TOLD = re.compile(
    r"^the same \w+ who (?:told|spoke to|talked to|briefed) "
    r"(?P<paper>this (?:news)?paper|the [\w ]+?)"
    rf" (?:last|in) (?P<month>{'|'.join(_MONTHS)})(?: (?P<year>\d{{4}}))?\b"
)


def _owned(case: Gathered) -> Iterator[tuple[int, int, str]]:
    """Give the unnamed with an owner: the group, the owner's root, and what it is to the owner."""
    owners: dict[tuple[SourceId, int], int] = {}
    for at, group in enumerate(case.groups):
        for item in () if group.said.isdisjoint(tables().pronouns) else group.seen:
            if folded(item.mention.name) in tables().pronouns:
                owners[item.source, item.mention.at.start] = case.root[at]
    for at, group in enumerate(case.groups):
        if group.is_named:
            continue
        for item in group.seen:
            found = _OWNED.fullmatch(folded(item.mention.name))
            owner = owners.get((item.source, item.mention.at.start)) if found else None
            if found is not None and owner is not None and owner != case.root[at]:
                yield at, owner, found["what"]
                break


def _owned_by_last(case: Gathered) -> Iterator[tuple[int, int, str]]:
    """Give "her union" where the reader led "her" to nobody: hers who was named last before it.

    Of the named before it the nearest whom the case knows to be a woman; for "his" a man.
    """
    said: defaultdict[SourceId, list[tuple[int, int]]] = defaultdict(list)
    for at, group in enumerate(case.groups):
        if group.is_named and group.is_person:
            for item in group.seen:
                said[item.source].append((item.mention.at.start, case.root[at]))
    for places in said.values():
        places.sort()
    for at, group in enumerate(case.groups):
        found = None if group.is_named else _OWNED.fullmatch(folded(group.first.mention.name))
        whose = {"his": "he", "her": "she"}.get(found["owner"]) if found else None
        if found is None or whose is None:
            continue
        places = said[group.first.source]
        before = bisect_left(places, (group.first.mention.at.start, -1))
        for _, root in reversed(places[max(0, before - _NAMED_BEFORE) : before]):
            if case.gender(root) == whose:
                yield at, root, found["what"]
                break


def by_kin(case: Gathered) -> Iterator[Candidate]:
    """Lead "his son" to the only one who is told to be a son of his; "his father" likewise."""
    told: defaultdict[int, dict[tuple[str, int], None]] = defaultdict(dict)
    for pairs in parents(case).values():
        for parent, child in pairs:
            told[parent]["child", child] = None
            told[child]["parent", parent] = None
    for at, owner, what in _owned(case):
        which = "child" if what in _CHILD else "parent" if what in _PARENT else ""
        kin = [one for relation, one in told.get(owner, ()) if relation == which]
        gender = _CHILD.get(what) or _PARENT.get(what) or ""
        if len(kin) == 1 and case.root[at] != kin[0] and case.gender(kin[0]) in ("", gender):
            name, of = case.best(kin[0]).words, case.best(owner).words
            yield _offer(at, kin[0], [f"{name} is the only {what} of {of} that a text tells of"])


def by_office(case: Gathered) -> Iterator[Candidate]:
    """Lead "her office" to the body that is of what she is told to be director of."""
    bodies: defaultdict[tuple[str, str], dict[int, None]] = defaultdict(dict)
    for at, group in enumerate(case.groups):
        if group.is_named and not group.is_person:
            for name in group.names:
                head, _, what = name.partition(" of ")
                if what:
                    bodies[head.split()[-1], what.removeprefix("the ")][case.root[at]] = None
    for at, owner, what in _owned(case):
        found: dict[int, str] = {}
        for post in sorted(case.posts(owner)):
            of = _OFFICE_OF.search(post)
            for body in bodies.get((what, of["what"]), ()) if of else ():
                found[body] = post
        if len(found) == 1 and case.root[at] not in found:
            ((body, post),) = found.items()
            yield _offer(at, body, [f"{case.best(owner).words} is told to be {post}"])


def by_owner(case: Gathered) -> Iterator[Candidate]:
    """Put together the body that texts tell by one owner: "her union", "the union of Ann Vale".

    A body of a kind of which one mostly has one; where somebody is told to have two, nothing.
    """
    found: defaultdict[tuple[int, str], dict[int, None]] = defaultdict(dict)
    for at, owner, what in (*_owned(case), *_owned_by_last(case)):
        if what in tables().body_words and case.best(owner).is_named:
            found[owner, what][at] = None
    named: defaultdict[str, dict[int, None]] = defaultdict(dict)
    for at, group in enumerate(case.groups):
        if group.is_named and group.is_person and group.is_whole:
            named[group.key][case.root[at]] = None
    for at, group in enumerate(case.groups):
        told = _WHOSE.fullmatch(folded(group.words))
        owners = named.get(told["who"], {}) if told else {}
        if told and told["what"] in tables().body_words and len(owners) == 1:
            found[next(iter(owners)), told["what"]][at] = None
    for (owner, what), places in found.items():
        roots = list(dict.fromkeys(case.root[at] for at in places))
        bodies = [one for one in roots if case.best(one).is_named and case.best(one).is_whole]
        first = bodies[0] if bodies else roots[0]
        if len({root for root in bodies if not _WHOSE.fullmatch(case.best(root).key)}) > 1:
            continue
        for at in places:
            if case.root[at] != first:
                because = f"both are told to be the {what} of {case.best(owner).words}"
                yield _offer(at, first, [because])


def by_outlet(case: Gathered) -> Iterator[Candidate]:
    """Lead "this newspaper" to who published the text, "this office" to whose name has the word."""
    named: defaultdict[str, dict[int, None]] = defaultdict(dict)
    for at, group in enumerate(case.groups):
        if group.is_named and not group.is_person:
            for name in group.names:
                named[name][case.root[at]] = None
    for at, group in enumerate(case.groups):
        found = None if group.is_named else _THIS.fullmatch(folded(group.words))
        if found is None:
            continue
        outlet = case.evidence.outlets.get(group.first.source, "")
        words = folded(outlet).removeprefix("the ")
        if found["what"] not in _PAPERS and found["what"] not in words.split():
            continue
        roots = [one for one in named.get(words, ()) if one != case.root[at]]
        if len(roots) == 1:
            yield _offer(at, roots[0], [f"{outlet} published the text"])


def by_quoted(case: Gathered) -> Iterator[Candidate]:
    """Lead "the official quoted by this newspaper on 1 May" to who was quoted in that text."""
    unnamed: defaultdict[str, list[int]] = defaultdict(list)
    for at, group in enumerate(case.groups):
        if not group.is_named and group.fullest.naming in (Naming.ROLE_ONLY, Naming.ANONYMOUS):
            outlet = case.evidence.outlets.get(group.first.source, "")
            unnamed[folded(outlet).removeprefix("the ")].append(at)
    for at, group in enumerate(case.groups):
        found = None if group.is_named else _told_elsewhere(group)
        if found is None:
            continue
        source = group.first.source
        paper = found["paper"]
        own = paper.startswith("this ")
        outlet = folded(case.evidence.outlets.get(source, "")) if own else paper
        those = [
            one
            for one in unnamed.get(outlet.removeprefix("the "), ())
            if case.groups[one].first.source != source
            and _is_called(case.groups[one], found["who"])
            and _is_of_day(case.evidence.told_on.get(case.groups[one].first.source), found["day"])
        ]
        roots = {case.root[one] for one in those}
        if len(roots) == 1 and case.root[at] not in roots:
            yield _offer(at, roots.pop(), [f"the only {found['who']} in that text of {outlet}"])


def by_told_before(case: Gathered) -> Iterator[Candidate]:
    """Lead "the same person who told this newspaper last May" to the source of that text.

    It is the only one there who is called by the same noun: "a former clerk", "the ex-clerk".
    """
    unnamed: defaultdict[str, dict[int, None]] = defaultdict(dict)
    for at, group in enumerate(case.groups):
        if not case.best(case.root[at]).is_named and _nouns(group):
            outlet = folded(case.evidence.outlets.get(group.first.source, ""))
            unnamed[outlet.removeprefix("the ")][at] = None
    for at, group in enumerate(case.groups):
        found = None if group.is_named else _told_before(group)
        day = case.evidence.told_on.get(group.first.source)
        if found is None or day is None or day.first_date is None:
            continue
        own = found["paper"].startswith("this ")
        paper = folded(case.evidence.outlets.get(group.first.source, "")) if own else found["paper"]
        month = _MONTHS.index(found["month"]) + 1
        year = day.first_date.year - (month >= day.first_date.month)
        wanted = int(found["year"] or year), month
        roots = {
            case.root[one]: None
            for one in unnamed.get(paper.removeprefix("the "), ())
            if _nouns(case.groups[one]) & _nouns(group)
            and _month(case.evidence.told_on.get(case.groups[one].first.source)) == wanted
        }
        if len(roots) == 1 and case.root[at] not in roots:
            (root,) = roots
            because = f"it says so; the only one so called in that text is {case.best(root).words}"
            yield _offer(at, root, [because])


def _told_before(group: Group) -> re.Match[str] | None:
    told = (_TOLD.search(folded(item.mention.name)) for item in group.seen)
    return next((found for found in told if found is not None), None)


def _nouns(group: Group) -> set[str]:
    """Give the nouns by which somebody unnamed is called, "ex-" aside: those of nobody else."""
    found = set()
    for item in group.seen:
        words = folded(item.mention.name).split()
        end = next((n for n, word in enumerate(words) if word in tables().follows), len(words))
        noun = words[end - 1].removeprefix("ex-").strip(",.") if end else ""
        if noun and noun not in tables().anybody | tables().pronouns:
            found.add(noun)
    return found


def _month(when: When | None) -> tuple[int, int] | None:
    first = None if when is None else when.first_date
    return None if first is None else (first.year, first.month)


def _told_elsewhere(group: Group) -> re.Match[str] | None:
    told = (_QUOTED.fullmatch(folded(item.mention.name)) for item in group.seen)
    return next((found for found in told if found is not None and found["day"]), None)


def _is_called(group: Group, who: str) -> bool:
    """Say whether a description begins with another's words, whatever the article."""
    words = who.split()[1:]
    names = (folded(item.mention.name).split() for item in group.seen)
    return any(name[1 : len(words) + 1] == words for name in names)


def _is_of_day(when: When | None, day: str | None) -> bool:
    if when is None or when.first is None or day is None:
        return False
    first = when.first_date
    if first is None:
        return False
    number, month = sorted(day.split(), key=str.isalpha)
    return first.day == int(number) and first.strftime("%B").lower().startswith(month)


def _offer(one: int, other: int, because: list[str]) -> Candidate:
    return Candidate(one, other, Likeness(SURE, tuple(because)))
