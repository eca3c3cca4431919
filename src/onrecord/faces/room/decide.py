"""Deciding about one row: the row in its words, what was decided of it, and all that can be.

What a row may be joined with or placed on is found by words, so that it stays quick in a record of
any size; without words it is what has most words in common.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from onrecord.case import Case
from onrecord.core.claims import ClaimLine, ClaimRow
from onrecord.core.deciding import FOUND, GRADES
from onrecord.core.errors import NoSuchRow
from onrecord.core.folding import fold
from onrecord.core.identity import ActorId, kind_of
from onrecord.core.rows import ActorRow, ProposalRow, StatementRow
from onrecord.core.vocabulary import AsOf

MOST = 12
"""Rows that are offered at once; words find others."""
_LONG = 4
"""Letters of a word by which rows are held to be near: shorter ones stand everywhere."""


def decide(case: Case, as_of: AsOf, asked: Mapping[str, str]) -> dict[str, Any]:
    """Fill the page on which a row is decided about.

    Raises:
        NoSuchRow: the address names none.
    """
    del as_of  # what is decided is decided now
    if not asked.get("about"):
        raise NoSuchRow("no row is named", help="its page leads here")
    id, words = case.find(asked["about"]), asked.get("words", "").strip()[:200]
    kind = kind_of(id)
    judging = case.judging()
    filled: dict[str, Any] = {
        "id": id,
        "kind": kind,
        "words": words,
        "told": judging.quoted([id]).get(id, ""),
        "decided": judging.of(about=id)
        if kind != "actor"
        else case.decided_on().get(ActorId(id), []),
        "found": kind in FOUND or kind == "claim",
        "scale": list(GRADES.get(kind, ())),
        "claim": None,
        "row": None,
        "hypotheses": judging.hypotheses.hypotheses if kind in (*FOUND, "claim") else (),
    }
    if kind == "claim":
        claim = case.claims().claim(id)
        filled |= {
            "claim": claim,
            "near": _claims(case, claim, words),
            "placeable": _statements(case, claim, words),
        }
    elif kind == "statement":
        row = _statement(case, id)
        held = case.claims().holding({(row.source, row.id)}).get((row.source, row.id), [])
        filled |= {
            "row": row,
            "text": case.text(row.source).characters,
            "rejected": not case.statements(id=id),
            "held": held,
            "near": _claims(case, row, words, {claim.id for claim in held}),
        }
    elif kind == "actor":
        row_of: dict[str, ActorRow] = {one.id: one for one in case.actors()}
        filled |= {
            "actor": row_of[id],
            "may_be": [_beside(one, id, row_of) for one in case.proposals(actor=id)[:MOST]],
            "near": _called(row_of, id, words),
            "mentions": case.mentions(id),
        }
    return filled


def _statement(case: Case, id: str) -> StatementRow:
    for rejected in (False, True):
        rows = case.statements(id=id, rejected=rejected)
        if rows:
            return rows[0]
    raise NoSuchRow(f"there is no statement {id}", help="a reader may not find it any more")


def _claims(
    case: Case, row: ClaimRow | StatementRow, words: str, but: Collection[str] = ()
) -> list[ClaimLine]:
    """Give claims with some words, or else those with most in common with the row."""
    claims = case.claims()
    lines = claims.of(words=words) if words else claims.lines
    own = row.wording if isinstance(row, ClaimRow) else row.content
    wanted = _words(own)
    others = [line for line in lines if line.id != row.id and line.id not in but]
    shared = {line.id: len(wanted & _words(line.wording)) for line in others}
    others.sort(key=lambda line: -shared[line.id])
    return [line for line in others if words or shared[line.id]][:MOST]


def _statements(case: Case, claim: ClaimRow, words: str) -> list[StatementRow]:
    """Give statements with some words that do not speak to the claim yet."""
    taken = {one.statement.id for one in claim.positions}
    found: dict[str, StatementRow] = {}
    for query in [words] if words else _queries(claim.wording):
        for hit in case.search(query):
            said = hit.statement
            if said is not None and not said.is_own_voice and said.id not in taken:
                found.setdefault(said.id, said)
        if found:
            break
    return list(found.values())[:MOST]


def _queries(wording: str) -> list[str]:
    """Give what to search by where nobody says: the longest words, two by two, then alone."""
    longest = sorted(_words(wording), key=lambda word: (-len(word), word))[:4]
    pairs = [f"{a} {b}" for n, a in enumerate(longest) for b in longest[n + 1 :]]
    return [*pairs, *longest]


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in fold(text).split() if len(word) >= _LONG)


def _beside(
    one: ProposalRow, id: str, rows: Mapping[str, ActorRow]
) -> tuple[ActorRow, Sequence[str]]:
    return rows[one.beside(ActorId(id))[0]], one.because


def _called(rows: Mapping[str, ActorRow], id: str, words: str) -> list[ActorRow]:
    """Give the actors who bear a name with some words."""
    wanted = set(fold(words).split())
    if not wanted:
        return []
    found = [
        row
        for row in rows.values()
        if row.id != id and any(wanted <= set(fold(name).split()) for name in row.names)
    ]
    return sorted(found, key=lambda row: (-row.statements, row.name, row.id))[:MOST]
