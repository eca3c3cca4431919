"""A rule on outlets: "the Mercury", "KPS", "this newspaper" are outlets that the case knows.

Who put out each document is told, so a last word or initials that one outlet of the case has, and
no other, name that one; "this newspaper" is whose the text is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from onrecord.core.vocabulary import ActorKind, Likeness
from onrecord.resolve.gathered import Candidate, Gathered
from onrecord.resolve.groups import Group
from onrecord.resolve.likeness import SURE
from onrecord.resolve.names import folded
from onrecord.resolve.tables import tables

_OWN = re.compile(
    r"(?:this|your|our) (?:own )?(?:news)?(?:paper|magazine|website|programme|station|agency)"
)
_KIND = re.compile(r"^(?:the )?(?:(?:news )?agency|newspaper|paper|broadcaster|website|tabloid) ")
_THE = re.compile(r"^[Tt]he [A-Z]")
_INITIALS = 2


def by_outlet_in_short(case: Gathered) -> Iterator[Candidate]:
    """Put together all that names one outlet of the case, in full or in short."""
    called = _called(case)
    surnames = {
        word
        for group in case.groups
        if group.person is not None and group.person.is_full
        for word in (group.person.surname, group.person.given[0])
    }
    first: dict[str, int] = {}
    for at, group in enumerate(case.groups):
        outlet = _outlet(case, group, called, surnames)
        if not outlet:
            continue
        older = first.setdefault(outlet, at)
        if case.root[older] != case.root[at]:
            because = f"{outlet} is an outlet of the case, and no other is called so"
            yield Candidate(older, at, Likeness(SURE, (because,)))


def _outlet(
    case: Gathered, group: Group, called: dict[str, set[str]], surnames: set[str]
) -> str | None:
    """Give the one outlet that a group's words mean; None: none, or somebody beside it."""
    if group.titles or group.said & (tables().his | tables().hers):
        return None  # somebody is meant whom the outlet speaks of
    words = group.words
    if _OWN.fullmatch(folded(words)):
        return case.evidence.outlets.get(group.first.source)
    key = _KIND.sub("", folded(words)).removeprefix("the ")
    outlets = called.get(key, set())
    if len(outlets) != 1 or key in surnames:
        return None
    (outlet,) = outlets
    is_whole = folded(outlet).removeprefix("the ") == key
    is_initials = words.split()[-1].isupper() and len(key) > _INITIALS
    if group.fullest.kind is ActorKind.PLACE and not _THE.match(words):
        return None  # a town of that name
    # A reader leaves the article out of the name: "the Mercury's report".
    is_body = group.is_named and group.fullest.kind is ActorKind.ORGANISATION
    is_word = is_body and " " not in key and words[:1].isupper()
    return outlet if is_whole or is_initials or is_word or _THE.match(words) else None


def _called(case: Gathered) -> dict[str, set[str]]:
    """Give the outlets of the case by how they are called: in full, by the end, by initials."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for outlet in dict.fromkeys(case.evidence.outlets.values()):
        words = folded(outlet).removeprefix("the ").split()
        for start in range(len(words)):
            found[" ".join(words[start:])].add(outlet)
        if len(words) >= _INITIALS:
            found["".join(word[0] for word in words)].add(outlet)
    # A word that another body of the case ends in may be that body's: "the Service".
    others = {
        name.rpartition(" ")[2]
        for group in case.groups
        if group.is_named and not group.is_person
        for name in group.names
        if " " in name and name.removeprefix("the ") not in found
    }
    common = tables().body_words
    return {key: some for key, some in found.items() if key not in others | common}
