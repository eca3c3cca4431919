"""Standings, stances, origins, posts and replies as of pairs of days, in the scorer's terms.

The bench tells claims in words; the case puts statements to them as of each pair of days.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from datetime import date
from functools import lru_cache
from typing import Any

from bench.case_alder.asked import day_of, found_of, name_on
from bench.case_alder.built import Built, Told
from bench.case_alder.questions import state_at
from onrecord.core.claims import ClaimRow, PositionRow
from onrecord.core.dates import When
from onrecord.core.posts import TenureRow
from onrecord.core.standings import TakenRow
from onrecord.core.vocabulary import AsOf, Commitment, Naming, Outcome, SpeechAct, Stance, Standing

NOT_KNOWN = "not_known"
_STANDINGS = {Standing.UNADDRESSED: NOT_KNOWN, Standing.SUPERSEDED: "withdrawn"}
_STANCES = {Stance.DENIES_IN_PART: "denies_part", Stance.DOES_NOT_ADDRESS: "does_not_address"}
_OUTCOMES = {
    Outcome.NO_RESPONSE: "no_response",
    Outcome.DECLINED: "declined",
    Outcome.DENIED: "denied",
    Outcome.ANSWERED: "answered",
    Outcome.NOT_ASKED: "not_asked",
}
_DENIED = {Stance.DENIES: "denied", Stance.DENIES_IN_PART: "denied_in_part"}
_SILENT = {Outcome.NO_RESPONSE: "silent", Outcome.DECLINED: "declines"}
_SMALL = frozenset("the a an of to on in at for has was is what how did does had by it s".split())


class Asking:
    """Answers from one case; what is asked as of the same days is worked out once."""

    def __init__(self, built: Built) -> None:
        self.built, self.case = built, built.case
        self._told: dict[str, str] = dict(built.told.get("claims", {}))
        self.claims = lru_cache(maxsize=16)(self._claims)
        self.claim = lru_cache(maxsize=512)(self._claim)

    def _claims(self, valid: str, recorded: str) -> dict[str, ClaimRow]:
        room = self.case.claims(as_of(valid, recorded))
        rows = room.worded(list(self._told.values()))
        return dict(zip(self._told, rows, strict=True))

    def _claim(self, valid: str, recorded: str, claim: str) -> ClaimRow:
        (row,) = self.case.claims(as_of(valid, recorded)).worded([self._told[claim]])
        return row

    def naming(self, words: Collection[str]) -> list[str]:
        """Give the told claims whose words name somebody."""
        return [id for id, told in self._told.items() if set(words) & set(_words(told))]

    def taken(self, valid: str, recorded: str, claim: str) -> list[TakenRow]:
        """Give what each did about a told claim, in the order of time."""
        room = self.case.claims(as_of(valid, recorded))
        return list(room.page(self.claim(valid, recorded, claim)).taken)


def as_of(valid: str, recorded: str) -> AsOf:
    """Give both clocks of a told pair of days."""
    return AsOf(valid=When.of(valid), known=recorded)


def as_of_answers(built: Built) -> list[dict[str, str]]:
    """Answer the told questions, each as of its pairs of days."""
    asking = Asking(built)
    return [
        {"id": told["id"], "valid": at["valid"], "recorded": at["recorded"], "answer": answer}
        for told in built.told.get("as_of", [])
        for at in told["at"]
        if (answer := _answer(asking, told, at["valid"], at["recorded"])) is not None
    ]


def _answer(asking: Asking, told: Told, valid: str, recorded: str) -> str | None:
    kind, target = told["kind"], told["target"]
    if kind == "standing":
        return standing_word(asking.claim(valid, recorded, target).standing)
    if kind == "origins":
        return str(asking.claim(valid, recorded, target).independent)
    if kind == "stance":
        claim, actor = target.split(":")
        taken = asking.taken(valid, recorded, claim)
        mine = [one for one in taken if _means(one.called, told["question"], actor)]
        return _stance_word(mine[-1]) if mine else NOT_KNOWN
    if kind == "question":
        words = asking.built.told["questions"][target]["text"]
        return state_at(asking.built, words, as_of(valid, recorded))
    if kind == "post":
        return _post(asking, told, valid, recorded)
    if kind == "reply":
        return _reply(asking, told, valid, recorded)
    other = {"date": day_of, "test": found_of, "name": name_on}.get(kind)
    return other(asking.built, told, as_of(valid, recorded)) if other is not None else None


def _reply(asking: Asking, told: Told, valid: str, recorded: str) -> str:
    """Say what became of asking somebody, as of both days: the latest that is told of it.

    A statement by which they deny something is an answer too, if they were ever asked. Only claims
    that name them are looked at; of what they did on one day, what they did most often.
    """
    at = as_of(valid, recorded)
    days = {row.id: (row.published, row.known) for row in asking.case.sources(at)}

    def when(source: str, made: When | None) -> tuple[str, str]:
        published, known = days.get(source, (None, ""))
        return str(made or published or known), known

    replies = [
        row
        for row in asking.case.replies(at)
        if _means(row.asked.actor_name or row.asked.called, told["question"], told["target"])
    ]
    if not replies:
        return _OUTCOMES[Outcome.NOT_ASKED]
    found = [(when(row.source, row.made), _OUTCOMES[row.outcome]) for row in replies]
    found += [
        (when(row.source, row.made), _OUTCOMES[Outcome.DENIED])
        for row in asking.case.statements(at, act=SpeechAct.DENIES)
        if _means(row.actor_name or row.speaker, told["question"], told["target"])
    ]
    names = {_words(row.asked.actor_name or row.asked.called)[-1] for row in replies}
    denied = [
        (when(one.position.statement.source, one.when), _DENIED[one.position.stance])
        for claim in asking.naming(names)
        for one in asking.taken(valid, recorded, claim)
        if one.position is not None
        and one.position.stance in _DENIED
        and not one.aside
        and _means(one.called, told["question"], told["target"])
    ]
    if denied:  # Who has answered is not silent for not answering again.
        latest = max(day for day, _ in denied)
        counts = Counter(outcome for day, outcome in denied if day == latest)
        return max(counts, key=lambda outcome: (counts[outcome], outcome))
    return max(found)[1]


def _post(asking: Asking, told: Told, valid: str, recorded: str) -> str:
    """Name who held a post, or which post somebody held, on the valid day.

    Who is sure; else who is attested with it nearest to the day, which must not lie ahead of what
    is recorded.
    """
    room, day = asking.case.posts(as_of(valid, recorded)), When.of(valid).first
    if day is None or valid > recorded:
        return NOT_KNOWN
    asked = told["target"]
    if asked.startswith("a."):
        rows = [row for row in room.tenures() if _means(row.name, told["question"], asked)]
        return _nearest(rows, day, lambda row: row.post)
    sure = room.who(asked, date.fromordinal(day)).sure
    if sure:
        return sure[0].name
    words = set(_words(asked))
    rows = [row for row in room.tenures() if words <= set(_words(f"{row.post} {row.body}"))]
    return _nearest(rows, day, lambda row: row.name)


def _nearest(rows: list[TenureRow], day: int, name: Callable[[TenureRow], str]) -> str:
    """Give the name in the row that is attested nearest to a day; an end that is over counts."""
    found = [
        (abs(when.first - day), number)
        for number, row in enumerate(rows)
        for when in (row.cited or ((row.held,) if row.held is not None else ()))
        if when.first is not None and name(row)
    ]
    return name(rows[min(found)[1]]) if found else NOT_KNOWN


def standing_word(standing: Standing) -> str:
    """Give a standing in the scorer's words."""
    return _STANDINGS.get(standing, standing.value)


def _stance_word(one: TakenRow) -> str:
    if one.position is not None:
        return _STANCES.get(one.position.stance, one.position.stance.value)
    return _SILENT.get(one.reply.outcome, NOT_KNOWN) if one.reply is not None else NOT_KNOWN


def _means(called: str, question: str, id: str) -> bool:
    """Say whether a question, or the told id of an actor, is about somebody called so.

    By the last word of a name; or, for a description in the question, by any word of it.
    """
    words = _words(called)
    return bool(words) and (words[-1] in _words(question) or id.rpartition(".")[2] in words)


def _words(text: str) -> list[str]:
    return [w for w in re.findall(r"[^\W_]+", text.casefold()) if w not in _SMALL]


# --- flows ---

_RANK = {
    Standing.WITHDRAWN: 1,
    Standing.SUPERSEDED: 1,
    Standing.DISPUTED: 3,
    Standing.DOUBTED: 3,
    Standing.ASSERTED: 4,
    Standing.REPORTED: 4,
    Standing.CORROBORATED: 5,
}
_FLAT = (Commitment.NOT_STATED, Commitment.CERTAIN)


def flows(built: Built) -> dict[str, Any]:
    """Give the state of each told hop at each recorded day, and the weakest hop of each flow."""
    asking, told = Asking(built), built.told
    pairs = [(pair["valid"], pair["recorded"]) for pair in told.get("as_of_pairs", [])]
    hops = {
        hop["id"]: {
            recorded: standing_word(asking.claims(valid, recorded)[hop["claim"]].standing)
            for valid, recorded in pairs
        }
        for hop in _hops(told)
    }
    weakest = {}
    for flow, some in told.get("hops", {}).items():
        if len(some) > 1 and pairs:
            claims = asking.claims(*pairs[-1])
            weakest[flow] = min(some, key=lambda hop: _strength(hop, claims))["id"]
    return {"hops": hops, "weakest": weakest}


def _hops(told: Told) -> Iterator[Told]:
    for some in told.get("hops", {}).values():
        yield from some


def _strength(hop: Told, claims: dict[str, ClaimRow]) -> tuple[int, int]:
    """Give how strong a hop is: never sourced, withdrawn, hedged without a passer, and so on."""
    row = claims[hop["claim"]]
    support = [one for one in row.positions if one.stance in (Stance.ASSERTS, Stance.REPORTS)]
    if not any(_is_sourced(one) for one in support):
        return 0, 0
    hedged = not any(one.is_firm for one in support)
    if hedged and not hop["frm"] and row.standing is not Standing.WITHDRAWN:
        return 2, 0
    return _RANK.get(row.standing, 0), row.corroborated_by


def _is_sourced(one: PositionRow) -> bool:
    return one.statement.naming not in (Naming.PUBLISHER, Naming.AGENTLESS)


# --- stances and origins ---


def origins(built: Built) -> dict[str, list[list[str]]]:
    """Give for each told claim the documents that assert it, put under their origins."""
    claims = Asking(built).claims(*_last(built.told)) if built.told.get("claims") else {}
    return {
        claim: [[built.documents[source] for source in together] for together in row.origins]
        for claim, row in claims.items()
    }


def _last(told: Told) -> tuple[str, str]:
    """Give the last of the told pairs of days."""
    pair = max(told["as_of_pairs"], key=lambda pair: (pair["recorded"], pair["valid"]))
    return pair["valid"], pair["recorded"]
