"""Rules on who acts for whom: "Ann Vale's solicitor", "her lawyer", "my client".

Where texts of the case name one lawyer of somebody, and no second, that one is meant by all texts
that only say whose lawyer it is; and a lawyer of one client who says "my client" means that one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from onrecord.core.identity import SourceId
from onrecord.core.vocabulary import Likeness
from onrecord.resolve.gathered import Candidate, Gathered
from onrecord.resolve.likeness import SURE
from onrecord.resolve.names import folded
from onrecord.resolve.tables import tables

_LAWYER = r"(?:lawyer|solicitor|attorney|barrister|advocate|counsel|brief)"
_WHOSE = re.compile(rf"^(?P<whose>[^,]+?)(?:'s|') (?:[\w-]+ )?{_LAWYER}$")
_FOR = re.compile(
    rf"^(?:(?:an?|the) )?(?:[\w-]+ )?{_LAWYER} (?:for|of|to) (?:the )?(?P<whom>[^,]+)$"
)
_HIS = re.compile(rf"^(?P<his>his|her|their) (?:[\w-]+ )?{_LAWYER}$")
_ANY = re.compile(_LAWYER)
"""What none of these is found without."""
_CLIENT = re.compile(r"^(?:my|our) client$")
_BACK = 20
"""So many names before "her lawyer" are looked at for her."""


def by_lawyer(case: Gathered) -> Iterator[Candidate]:
    """Lead "her lawyer" to the one named who is told to act for her."""
    here = _Here(case)
    acting: defaultdict[int, dict[int, None]] = defaultdict(dict)
    for who, whom in case.evidence.acting:
        lawyer, client = here.anywhere(who), here.anywhere(whom)
        if lawyer is not None and client is not None and lawyer != client:
            acting[client][lawyer] = None
    waiting: list[tuple[int, int]] = []
    for at, group in enumerate(case.groups):
        root = case.root[at]
        is_named = case.best(root).is_named and case.best(root).is_person
        for item in group.seen:
            client = here.client(item.source, item.mention.at.start, item.mention.name)
            if client is None or client == root:
                continue
            if is_named:
                acting[client][root] = None
            elif not case.best(root).is_named:
                waiting.append((at, client))
                break
    for at, client in waiting:
        lawyers = list(acting.get(client, ()))
        if len(lawyers) == 1 and lawyers[0] not in (case.root[at], client):
            names = case.best(lawyers[0]).words, case.best(client).words
            because = f"{names[0]} is the only one told to act for {names[1]}"
            yield Candidate(at, lawyers[0], Likeness(SURE, (because,)))
    yield from _clients(case, acting)


def _clients(case: Gathered, acting: dict[int, dict[int, None]]) -> Iterator[Candidate]:
    """Lead "my client" to whom alone the one lawyer whom the text names acts for."""
    clients: defaultdict[int, list[int]] = defaultdict(list)
    for client, lawyers in acting.items():
        for lawyer in lawyers:
            clients[lawyer].append(client)
    for at, group in enumerate(case.groups):
        if case.best(case.root[at]).is_named or not _CLIENT.match(folded(group.words)):
            continue
        source = group.first.source
        speaking = [one for one in clients if source in case.sources(one)]
        if len(speaking) == 1 and len(clients[speaking[0]]) == 1:
            (client,) = clients[speaking[0]]
            names = case.best(speaking[0]).words, case.best(client).words
            because = f"{names[0]}, whom the text names, is told to act for {names[1]} alone"
            yield Candidate(at, client, Likeness(SURE, (because,)))


class _Here:
    """Whom the words of a text mean by a name, or by "her"."""

    def __init__(self, case: Gathered) -> None:
        self._case = case
        self._named: defaultdict[tuple[SourceId, str], dict[int, None]] = defaultdict(dict)
        self._full: defaultdict[str, dict[int, None]] = defaultdict(dict)
        self._said: defaultdict[SourceId, list[tuple[int, int]]] = defaultdict(list)
        self._pronouns: dict[tuple[SourceId, int], int] = {}
        for at, group in enumerate(case.groups):
            root = case.root[at]
            best = case.best(root)
            for item in group.seen:
                words = folded(item.mention.name).split()
                if words and words[-1] in tables().pronouns:
                    self._pronouns[item.source, item.mention.at.start] = root
                elif best.is_named and words and item.mention.name[:1].isupper():
                    self._named[item.source, words[-1]][root] = None
                    if best.is_person:
                        self._said[item.source].append((item.mention.at.start, root))
            if best.is_named and best.is_person and best.person is not None:
                self._full[best.key][root] = None
                self._full[best.person.surname][root] = None
        for places in self._said.values():
            places.sort()

    def anywhere(self, name: str) -> int | None:
        """Give the only one of the case with a full name or surname."""
        words = [word for word in folded(name).split() if word.strip(".") not in tables().titles]
        found = self._full.get(" ".join(words), {})
        return next(iter(found)) if len(found) == 1 else None

    def client(self, source: SourceId, start: int, name: str) -> int | None:
        """Give whose lawyer a description in a text tells."""
        plain = folded(name)
        if _ANY.search(plain) is None:
            return None
        told = _WHOSE.match(plain) or _FOR.match(plain)
        if told is not None:
            found = self._named.get((source, told[1].split()[-1]), {})
            return next(iter(found)) if len(found) == 1 else None
        his = _HIS.match(plain)
        if his is None:
            return None
        wanted = {"his": "he", "her": "she"}.get(his["his"], "")
        led = self._pronouns.get((source, start))
        if led is not None and (not wanted or self._case.gender(led) in ("", wanted)):
            return led
        before = [root for place, root in self._said[source] if place < start][-_BACK:]
        fitting = (root for root in reversed(before) if self._case.gender(root) == wanted)
        return next(fitting, None)
