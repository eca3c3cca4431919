"""Gathers for whom speakers speak from what all statements of a case call them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.assess.speaking.names import BODY, LONGEST, MEANT, NAME, PRONOUNS, is_body, person
from onrecord.assess.speaking.sides import Sides
from onrecord.assess.speaking.spoken_for import (
    LOOSE_BODY,
    LOOSE_CLIENT,
    NO_LONGER,
    OF,
    SCHOLAR,
    SPEAKS,
    SPEAKS_FOR,
    TAIL,
    SpokenFor,
)
from onrecord.core.folding import fold
from onrecord.core.letters import CAPITAL
from onrecord.core.said import StatementRow
from onrecord.core.vocabulary import Naming

_OWNED = re.compile(r"\b(?:owned|run|controlled|founded) by (?P<whom>[A-Z][^,;]+)$")
"""A firm that is told by whose it is speaks for whom it speaks of, if that is its owner."""
_ACTS_FOR = re.compile(
    r"\b(?:[Ww]e|I) (?:act|speak|appear|write|am writing|are writing) (?:for|on behalf of)"
    r" (?P<whom>[^,.;]+)"
)
"""A letter that says for whom it is written."""
_THROUGH = re.compile(rf"\bthrough (?:his|her|their|its|a) {SPEAKS},? (?P<who>{CAPITAL}[^,;.]+)")
"""A cue that names who spoke: "said through her solicitor, Ann Beck"."""
_OFFICE = re.compile(
    r"\b(?:chief (?:executive|officer|constable|inspector)|chair(?:man|woman|person)?|president"
    r"|(?:managing |general )?director(?:[- ]general)?|(?:general )?secretary|registrar|principal"
    r"|commissioner|governor|provost|dean|ombudsman|comptroller|clerk|head|spokes\w+)\b",
    re.IGNORECASE,
)
"""An office in which one speaks for a body that need not be named: it is whose the paper is."""
_APPOSED = re.compile(
    rf"^(?:[Tt]he|[Aa]n?) (?P<what>[a-z][a-z -]+), (?P<name>{CAPITAL}[\w’'& -]+)$"
)
"""A body with its kind before its name: "the company, Oddly"."""
_ITS = re.compile(r"(?:^|, )its (?:[\w-]+ ){0,2}$", re.IGNORECASE)
_WE = re.compile(r"\(“(?:we|us|our \w+)”\)$|^we$", re.IGNORECASE)
_SEVERAL = 2
"""So many full names with one surname, and the surname alone tells nobody apart."""


def gathered(
    statements: Sequence[StatementRow],
    outlets: Sequence[str],
    acting: Iterable[tuple[str, str]],
    bodies: Iterable[Sequence[str]],
) -> SpokenFor:
    """Take in what speakers are called; `Parties` tells what is asked for."""
    known = SpokenFor(
        sides=Sides(statements, (name for name in outlets if is_body(name)), is_body),
        bodies={fold(name) for name in outlets if is_body(name)},
        one_body=_one_body(statements, bodies),
    )
    rows = [row for row in statements if row.naming is Naming.NAMED and row.speaker]
    for row in rows:
        for name in {person(row.actor_name), _called(row.speaker).name}:
            if " " in name:
                for part in (name.split(" ")[0], name.rsplit(" ", 1)[1]):
                    known.full[part].add(name)
    for row in rows:
        words = _called(row.speaker).words
        name = known.in_full(person(words) or person(row.actor_name))
        whom = known.whom(words)
        if name and whom is not None and len(known.full.get(name, ())) < _SEVERAL:
            known.called[name].add(whom)
        through = _THROUGH.search(row.cue) if "through" in row.cue else None
        if name and through is not None and (lawyer := known.in_full(person(through["who"]))):
            known.called[lawyer].add(name)
        acts = _ACTS_FOR.search(row.content[:200]) if name else None
        if acts is not None:
            known.called[name].add(known.in_full(person(acts["whom"])) or fold(acts["whom"]))
    clients = set[str]()
    for who, whom in acting:
        name, client = known.in_full(person(who)), known.in_full(person(whom))
        if name and client and name != client:
            known.called[name].add(known.body(client))
            clients.add(known.body(client))
    _look_back(known, statements, {one for one in clients if not is_body(one)})
    return known


@dataclass(frozen=True, slots=True)
class _Called:
    """What the words tell by themselves that a statement has for its speaker.

    `name`: the folded name in them. `apposed`: the body that is named after its kind. `whose`: of
    whose body that has no name, or None. `is_clients`: it is a client who is not named. `owner`:
    the name of whose firm it is. `speaks`: they say for whom one speaks. `is_past`: they do so no
    longer, or teach. `office`: where an office is told, or None. `is_ours`: somebody says "we".
    """

    words: str
    name: str
    apposed: str
    whose: str | None
    is_clients: bool
    owner: str
    speaks: bool
    is_past: bool
    office: tuple[int, int] | None
    is_ours: bool


@lru_cache(maxsize=8192)
def _called(speaker: str) -> _Called:
    """Read the words for a speaker: few are called otherwise than others before."""
    plain = MEANT.sub("", speaker)
    words = plain[:LONGEST]
    office = _OFFICE.search(words)
    apposed, loose = _APPOSED.match(words), LOOSE_BODY.search(TAIL.sub("", words))
    owned = _OWNED.search(" ".join(words.split()))
    return _Called(
        words=words,
        name=person(plain),
        apposed=apposed["name"] if apposed is not None and is_body(apposed["what"]) else "",
        whose=loose["whose"] or "" if loose is not None else None,
        is_clients=LOOSE_CLIENT.search(words) is not None,
        owner=person(owned["whom"]) if owned is not None else "",
        speaks=SPEAKS_FOR.search(words) is not None,
        is_past=bool(NO_LONGER.search(words) or SCHOLAR.search(words)),
        office=None if office is None else office.span(),
        is_ours=_WE.search(speaker) is not None,
    )


def _owner(known: SpokenFor, row: StatementRow, name: str) -> str:
    """Give the owner of a firm, where it speaks of its owner first; '' where it does not."""
    if not name:
        return ""
    owner = known.in_full(name)
    spoken = NAME.search(row.content)
    is_of = spoken is not None and person(spoken.group()).split()[-1:] == owner.split()[-1:]
    return owner if owner and is_of else ""


def _look_back(
    known: SpokenFor, statements: Iterable[StatementRow], clients: Container[str]
) -> None:
    """Tell for whom speak "a spokesman for her office", "her lawyer", and who says "my client".

    The body, the client, is whoever spoke, or was spoken for, last in the same text.

    Args:
        clients: the people for whom lawyers act: none is "the company".
    """
    by_source: dict[str, list[StatementRow]] = defaultdict(list)
    for row in statements:
        by_source[row.source].append(row)
    for rows in by_source.values():
        last = client = body = ""
        outlet = rows[0].source_label.partition(",")[0]
        home = known.body(fold(outlet)) if is_body(outlet) else ""
        for row in sorted(rows, key=lambda one: one.at):
            called = _called(row.speaker)
            words = called.words
            name = known.in_full(person(words) or person(row.actor_name))
            # What texts say outright goes before what is only told by a seat.
            told = name in known.called
            if name and not told and (office := _in_office(row, called, home, body)):
                known.called[name].add(office)
            if called.apposed:
                body = known.body(fold(called.apposed))
            elif is_body(words) and "," not in words:
                body = known.body(fold(words))
            before = last
            if called.whose in ("its", "the") and last in clients:
                before = body  # "The company" is no person's own, as "her office" is.
            if owner := _owner(known, row, called.owner):
                known.meant[fold(words)].add(owner)
            elif before and called.whose is not None:
                known.meant[fold(words)].add(before)
            elif called.is_clients:
                if words != row.speaker[:LONGEST]:
                    continue  # The text points to somebody, and does not say so.
                found = NAME.search(row.content)
                whose = known.in_full(person(found.group())) if found else client
                known.meant[fold(words)].add(whose or client)
            elif (whom := known.whom(words) or known.whom(row.actor_name)) is not None:
                last = whom if not called.speaks or BODY.search(whom) else last
                client = whom
            elif (
                name
                and client
                and name not in known.called
                and ("my client" in row.content.casefold())
            ):
                known.called[name].add(client)
            elif name and len(known.called.get(name, ())) == 1:
                (last,) = known.called[name]


def _in_office(row: StatementRow, called: _Called, home: str, last: str) -> str:
    """Give the body for which somebody speaks whose office is told without it; '' none.

    It is the one whose paper it is ("Ida Moss, Registrar", "we"), or "its chair" of the one before.
    """
    if row.naming is not Naming.NAMED or called.is_past:
        return ""
    if called.office is None:
        return home if called.is_ours and not called.speaks else ""
    start, end = called.office
    if last and _ITS.search(called.words[:start]):
        return last
    of_another = OF.match(called.words[end:].lstrip()) is not None
    return home if not of_another and not called.speaks else ""


def _one_body(
    statements: Iterable[StatementRow], bodies: Iterable[Sequence[str]]
) -> dict[str, str]:
    """Give by the words of texts the one body, folded, that the case holds them to mean.

    "The Service" is the Harbour Service where no text means another by it; a body renamed is one
    under both names.
    """
    meant: defaultdict[str, set[str]] = defaultdict(set)
    for first, *others in bodies:
        for name in others:
            plain = fold(name).removeprefix("the ")
            if is_body(name) and " " in plain:
                meant[plain].add(fold(first).removeprefix("the "))
    for row in statements:
        if is_body(row.actor_name):
            for words in (row.actor_name, MEANT.sub("", row.speaker)[:LONGEST]):
                plain = fold(words).removeprefix("the ").removeprefix("your ")
                if plain and plain not in PRONOUNS and not SPEAKS_FOR.search(words):
                    meant[plain].add(fold(row.actor_name).removeprefix("the "))
    return {words: next(iter(bodies)) for words, bodies in meant.items() if len(bodies) == 1}
