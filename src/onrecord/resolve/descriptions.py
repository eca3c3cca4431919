"""Rules on descriptions that end in a name: "a man known as Witness B", "the harbour board".

A description joins only where its words lead to one in the case and to no other: the label it ends
with, or the body whose name it shortens. What names nobody joins nobody.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from onrecord.core.letters import CAPITAL
from onrecord.core.vocabulary import Likeness, Naming
from onrecord.resolve.gathered import Candidate, Gathered
from onrecord.resolve.likeness import SURE
from onrecord.resolve.names import folded

_KNOWN_AS = re.compile(
    rf"\bknown (?:only |publicly )?as (?P<label>{CAPITAL}[\w’-]+(?: [\w’-]+)?)\s*$"
)
_EARLIER = frozenset({"former", "old", "then", "erstwhile"})
_SHORT = 2
"""Words of a body's name that its short form has at least: "the harbour board"."""


def by_known_as(case: Gathered) -> Iterator[Candidate]:
    """Lead "a courier known as Person C" to the one who is called Person C."""
    called: defaultdict[str, dict[int, None]] = defaultdict(dict)
    for at, group in enumerate(case.groups):
        if group.is_named:
            called[group.key][case.root[at]] = None
    for at, group in enumerate(case.groups):
        found = _KNOWN_AS.search(group.words)
        roots = list(called.get(folded(found["label"]), ())) if found else []
        if len(roots) == 1 and roots[0] != case.root[at]:
            name = case.best(roots[0]).words
            yield _offer(at, roots[0], SURE, [f"it says so, and only one is called {name}"])


def by_short_name(case: Gathered) -> Iterator[Candidate]:
    """Lead "the harbour board", in small letters, to the one body whose name ends so."""
    ends: defaultdict[str, dict[int, None]] = defaultdict(dict)
    for at, group in enumerate(case.groups):
        words = group.key.split()
        if group.is_named and not group.is_person and group.person is None:
            for start in range(1, len(words) - _SHORT + 1):
                ends[" ".join(words[start:])][case.root[at]] = None
    for at, group in enumerate(case.groups):
        words = folded(group.words).split()
        if words[1:2] and words[1] in _EARLIER:  # "the former harbour board"
            del words[1]
        if group.is_named or group.fullest.naming is not Naming.ROLE_ONLY or words[:1] != ["the"]:
            continue
        roots = list(ends.get(" ".join(words[1:]), ()))
        if len(roots) == 1 and roots[0] != case.root[at]:
            name = case.best(roots[0]).words
            because = [f"{group.words} is how {name} ends; no other body in the case is called so"]
            yield _offer(at, roots[0], SURE, because)


def _offer(one: int, other: int, score: float, because: list[str]) -> Candidate:
    return Candidate(one, other, Likeness(score, tuple(because)))
