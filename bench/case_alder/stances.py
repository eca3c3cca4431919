"""Who takes which stance on the told claims, in the scorer's terms: one row for each change of it.

All of it is what the case says of claims in words: statements, what documents say in their own
voice, and what became of requests.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable
from typing import Any

from bench.case_alder.built import Built
from onrecord.assess import GENERAL, Parties
from onrecord.core.chains import unreached
from onrecord.core.folding import fold
from onrecord.core.identity import SourceId
from onrecord.core.rows import SourceRow, StatementRow
from onrecord.core.standings import TakenRow
from onrecord.core.vocabulary import Commitment, Naming, Outcome, Stance

WORDS = {
    Stance.ASSERTS: "asserts",
    Stance.DENIES: "denies",
    Stance.DENIES_IN_PART: "denies_part",
    Stance.DOUBTS: "doubts",
    Stance.REPORTS: "reports",
    Stance.WITHDRAWS: "withdraws",
    Stance.DOES_NOT_ADDRESS: "does_not_address",
}
_SUPPORT = (Stance.ASSERTS, Stance.REPORTS)
OUTCOMES = {Outcome.DECLINED: "declines", Outcome.NO_RESPONSE: "silent"}
_TITLED = re.compile(
    r"\(“((?:M[rs]s? )?(?:Justice|Judge|Lord|Lady|Sir|Dame|Dr|Professor) [\w’-]+)”\)", re.I
)
"""A speaker of one name is named with the title by which the text calls them."""
_OWN = re.compile(r"[’']s\b")
_BODY = re.compile(
    r"\b(?:office|prosecut|police|unit|court|service|agency|ministry|crown|state)", re.IGNORECASE
)
"""A side is named by its body before the people who lead it."""


def stances(built: Built) -> list[dict[str, Any]]:
    """Give what each does about the claims that the bench tells, as the case has it now.

    Returns:
        rows `{claim, actor, when, stance}`, the last of each actor, claim and day.
    """
    case, told = built.case, built.told.get("claims", {})
    room = case.claims()
    sources = {row.id: row for row in built.sources.values()}
    statements = case.statements()
    parties = Parties(statements, [row.outlet for row in sources.values()])
    names = _names(statements, parties)
    unnamed = _unnamed(built)
    found: dict[tuple[str, str, str], dict[str, Any]] = {}
    for (claim, words), row in zip(told.items(), room.worded(list(told.values())), strict=True):
        told_in = {one.statement.source for one in row.positions if one.stance in _SUPPORT}
        spoken: dict[str, str] = {}
        for one in room.page(row).taken:
            stance = _stance(one, words, told_in)
            if not stance or one.aside:
                continue
            if _is_cited(one, sources, parties):
                continue
            actor = _called(one, sources, parties, names)
            if one.position is not None and one.position.statement.naming is Naming.ANONYMOUS:
                actor = unnamed.get(one.position.statement.actor or "", actor)
            when = _day(one, sources)
            if one.position is not None:
                spoken.setdefault(fold(actor), when)
            elif spoken.get(fold(actor), "9999") <= when:
                continue  # Who has answered it once does not fall silent by declining more.
            if actor:
                made = {"claim": claim, "actor": actor, "when": when, "stance": stance}
                found[claim, fold(actor), when] = made
    return list(found.values())


def _stance(one: TakenRow, words: str, told_in: Container[str]) -> str:
    """Give a row in the scorer's words; '' where it counts for nobody.

    A voice that names nobody takes a stance where it says what is understood; what "is alleged" is
    another's. A silence counts of whoever the claim names, in a document that tells it; who could
    not be reached has not been silent.
    """
    if one.position is None:
        assert one.reply is not None
        asked = one.reply.asked
        name = asked.actor_name if asked.words.islower() else asked.called
        last = {(fold(each.split(",")[0]).split() or [""])[-1] for each in (name, one.called)}
        named = bool(last & set(fold(_OWN.sub("", words)).split()))
        named = named and not unreached(one.reply.words)
        return OUTCOMES.get(one.reply.outcome, "") if named and one.reply.source in told_in else ""
    said = one.position.statement
    if one.position.stance is Stance.DOES_NOT_ADDRESS and one.position.scope == GENERAL:
        return ""  # A plea of innocence speaks to guilt only.
    reports = one.position.stance is Stance.REPORTS
    if said.naming is Naming.AGENTLESS and reports and said.commitment is not Commitment.PROBABLE:
        return ""
    return WORDS[one.position.stance]


def _is_cited(one: TakenRow, sources: dict[SourceId, SourceRow], parties: Parties) -> bool:
    """Say whether it is of an outlet that another cites: it carries what its own sources say."""
    if one.position is None:
        return False
    said = one.position.statement
    press = parties.press(said.speaker) or parties.press(said.actor_name)
    return bool(press) and fold(press) != fold(sources[said.source].outlet)


def _called(
    one: TakenRow, sources: dict[SourceId, SourceRow], parties: Parties, names: dict[str, str]
) -> str:
    """Name whose stance it is: the client for whom a lawyer speaks, the outlet where nobody is."""
    if one.position is None:
        return one.called
    row = one.position.statement
    key = one.holder.removeprefix("party ")
    if key != one.holder:
        return names.get(key, one.called)
    if row.naming in (Naming.AGENTLESS, Naming.PUBLISHER):
        return sources[row.source].outlet
    party = parties.of(row.speaker, row.actor_name, row.naming)
    if party is None:
        return row.actor_name or " ".join(row.speaker.split())
    return names.get(party.key, party.name)


_DEFINITE = re.compile(r"the (?!same|person|people|source)", re.IGNORECASE)


def _unnamed(built: Built) -> dict[str, str]:
    """Name those whom nobody names as the texts do when they speak of them again."""
    return {
        row.id: name
        for row in built.case.actors()
        for name in [min(filter(_DEFINITE.match, row.names), key=len, default="")]
        if name and row.naming is Naming.ANONYMOUS
    }


def _names(rows: Iterable[StatementRow], parties: Parties) -> dict[str, str]:
    """Name each party as its statements do most often, by a name of its own."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        party = parties.of(row.speaker, row.actor_name, row.naming)
        if party is None or row.naming is not Naming.NAMED or not row.actor_name:
            continue
        titled = _TITLED.search(row.speaker)
        if (
            titled
            and " " not in row.actor_name
            and row.actor_name.casefold() in titled[0].casefold()
        ):
            counts[party.key][titled[1].title()] += 1
            continue
        own = parties.of(row.actor_name, "", Naming.NAMED)
        whole = set(fold(party.key).split()) <= set(fold(row.actor_name).split())
        if own is not None and own.key == party.key and (whole or is_side(party.key)):
            counts[party.key][row.actor_name] += 1
    return {
        key: max(found, key=lambda name: (bool(_BODY.search(name)), name.count(" "), found[name]))
        for key, found in counts.items()
    }


def is_side(key: str) -> bool:
    """Say whether a party is a side of the case: it has no name but those of its bodies."""
    return key.startswith("the ")


def _day(one: TakenRow, sources: dict[SourceId, SourceRow]) -> str:
    if one.when is not None and "/" not in one.when.edtf and "." not in one.when.edtf:
        return one.when.edtf
    row = one.position.statement if one.position is not None else one.reply
    assert row is not None
    published = sources[row.source].published
    return published.edtf[:10] if published is not None else one.known[:10]
