"""Claims that a test was met on a day, and which words speak to them: of that day, or of another.

"It was met when the charge was laid" says it of the day of a charge, "no longer met" says nothing
of that day, and "is met", said later, is of later. Whether a prosecution's evidence sufficed is put
in the words of the test before (`legal_words`).
"""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.assess.claims.charges import counts
from onrecord.assess.claims.labels import Relation
from onrecord.assess.claims.told import day_of
from onrecord.core.dates import MONTH, MONTHS

_TEST = r"(?:test|standard|threshold|bar|criteri(?:on|a)|requirements?|conditions?)"
_DONE = r"(?:met|satisfied|passed|reached|cleared|fulfilled)"
_BE = r"(?:is|was|are|were|be|been|being)"
_MET = re.compile(
    rf"\b{_TEST}\b(?P<how>[^.;]{{0,80}}?\b{_BE}\b[^.;]{{0,30}}?)\b{_DONE}\b", re.IGNORECASE
)
_IT_MET = re.compile(
    rf"^it (?P<how>(?:{_BE}|had not been|had been|has been)\b[^.;]{{0,30}}?)\b{_DONE}\b", re.I
)
_MEETS = re.compile(
    rf"\b(?P<how>(?:not|never|no longer|did not|does not)? ?)(?:meets?|satisf(?:y|ies)) the"
    rf" (?:\w+ )?{_TEST}\b",
    re.IGNORECASE,
)
_NAMES_TEST = re.compile(rf"\b{_TEST}\b", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|never|hardly|nowhere near)\b|n[’']t\b", re.IGNORECASE)
_NO_LONGER = re.compile(r"\bno longer\b|\bnot now\b|\bceased\b", re.IGNORECASE)
_EVER = re.compile(
    r"\bnever\b|\b(?:even|already) (?:in|then|on|at)\b|\bat no (?:time|stage)\b", re.I
)
_STILL = re.compile(r"\b(?:remains?|still|continues?|stands? by|maintains?)\b", re.IGNORECASE)
_NOW = re.compile(r"\b(?:is|are|has been|have been|meets)\b", re.IGNORECASE)
_AT_CHARGE = re.compile(
    r"\b(?:when|at the time|on the day)\b[^.;]{0,40}\b(?:charge[ds]?|laid|brought|authorised)\b",
    re.IGNORECASE,
)
_MONTH = re.compile(rf"\b(?P<month>{MONTH})(?: (?P<year>\d{{4}}))?\b")


@lru_cache(maxsize=1024)
def is_of_test(claim: str) -> bool:
    """Say whether a claim says that a test was met on a day, or was not."""
    told = _MET.search(claim) or _MEETS.search(claim)
    return bool(day_of(claim)) and bool(told) and not _NO_LONGER.search(claim)


def of_test(
    claim: str, words: str, *, told: str, before: str, cue: str, known: str
) -> Relation | None:
    """Say what words do to a claim that a test was met on a day; None: they tell of no such test.

    Args:
        claim, words: both with what the law calls by several names in one form.
        told: the words as they were said.
        before: the sentence of the same speaker before them, for whose "it" is the test.
        cue: the words that attribute them.
        known: the day from which they are known.
    """
    found = _MET.search(words) or _MEETS.search(words)
    if found is None and (_NAMES_TEST.search(before) or _AT_CHARGE.search(words)):
        found = _IT_MET.search(words)
    if found is None:
        return None
    ours, theirs = counts(claim), counts(words)
    if ours and theirs and not ours & theirs:
        return Relation.NONE
    day = day_of(claim)
    if _NO_LONGER.search(words) or not _is_of(day, words):
        return Relation.NONE
    negative = bool(_NOT.search(found["how"]) or _EVER.search(words))
    told_then = _MONTH.search(words) or _AT_CHARGE.search(words) or known[:10] == day
    if not told_then and not (negative and _EVER.search(words)):
        is_later = _NOW.search(told) or (negative and not _EVER.search(words))
        if is_later and not _STILL.search(f"{cue} {words}"):
            return Relation.NONE
    claim_how = _MET.search(claim) or _MEETS.search(claim)
    is_denied = claim_how is not None and bool(_NOT.search(claim_how["how"]))
    return Relation.DENIES if negative != is_denied else Relation.AFFIRMS


def _is_of(day: str, words: str) -> bool:
    """Say whether no month that words name rules out a day."""
    months = [(MONTHS.index(one["month"]) + 1, one["year"]) for one in _MONTH.finditer(words)]
    return not months or any(
        month == int(day[5:7]) and year in (None, day[:4]) for month, year in months
    )
