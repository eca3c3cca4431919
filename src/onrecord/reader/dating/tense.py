"""Whether the words round a time tell what was, what is to come ("will meet on Monday"), or what
always is ("in June it rains").

"On Monday" alone is the last one: a report tells what was. Looked at are a few words of the same
sentence, first before the time, then after it.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum, auto

from onrecord.reader.dating.tables import tables
from onrecord.reader.dating.tokens import Tokens

NEAR = 12
"""Words on either side that are looked at."""

_DOCUMENTS = frozenset(
    "letter letters notice report statement decision ruling order judgment judgement note memo "
    "memorandum email e-mail message circular article affidavit testimony minutes".split()
)
"""What there is already when somebody tells of its day."""

_SET = frozenset("leaves retires joins starts opens closes expires returns".split())
_WHOSE = frozenset("who which that he she it".split())
"""In "who leaves at the end of August" the present tells what is to come."""

_HAD = 6
"""Words before a time among which "had" puts it behind."""


class Tense(Enum):
    """What the nearest verb that tells says of a time."""

    PAST = auto()
    OVER = auto()
    """A verb before tells of a day on which something was: "was arrested on 3 May"."""
    GONE = auto()
    """It lies surely behind: "had been lodged on 8 November", "her letter of 20 November"."""
    TO_COME = auto()
    ALWAYS = auto()


def tense(tokens: Tokens, first: int, end: int) -> Tense:
    """Find the nearest verb that tells, before the time or else after it; PAST where none does.

    "Since October" looks back whatever the verb says.
    """
    lead = tokens.low(first - 1)
    if lead in ("until", "till"):
        return Tense.TO_COME
    if lead == "since":
        return Tense.PAST
    by = lead == "by" or (lead == "than" and tokens.low(first - 2) == "later")
    before = _nearest(tokens, range(first - 1, max(-1, first - 1 - NEAR), -1), by)
    if lead in ("of", "dated") and tokens.low(first - 2) in _DOCUMENTS:
        return Tense.GONE
    if before is Tense.PAST and lead == "on" and _had(tokens, first):
        return Tense.GONE
    if before is not None:
        dated = before is Tense.PAST and lead == "on" and not _was_to(tokens, first)
        return Tense.OVER if dated else before
    if by:
        return Tense.TO_COME
    after = _nearest(tokens, range(end, min(len(tokens), end + NEAR)), False)
    if after is not None:
        return after
    around = range(max(0, first - NEAR), min(len(tokens), end + NEAR))
    return Tense.ALWAYS if _always(tokens, around) else Tense.PAST


def _nearest(tokens: Tokens, places: Iterable[int], by: bool) -> Tense | None:
    """Give what the first telling verb says; "asked to answer by Friday", "demanded the papers no
    later than Friday": that is to come.
    """
    for at in places:
        if tokens.sentence_ends(at):
            return None
        if by and (tokens.low(at) == "to" or tokens.low(at) in tables().words["asking"]):
            return Tense.TO_COME
        told = _told(tokens, at)
        if told is not None:
            return told
    return None


def _had(tokens: Tokens, first: int) -> bool:
    for at in range(first - 1, max(-1, first - 1 - _HAD), -1):
        if tokens.sentence_ends(at):
            return False
        if tokens.low(at) == "had":
            return True
    return False


def _was_to(tokens: Tokens, first: int) -> bool:
    """Say whether what is told was still to come: "the trial was to open on 27 March"."""
    return any(
        tokens.low(at) in ("was", "were") and tokens.low(at + 1) == "to"
        for at in range(max(0, first - _HAD), first)
    )


def _told(tokens: Tokens, at: int) -> Tense | None:
    words, low = tables().words, tokens.low(at)
    if low == "be" and tokens.low(at - 1) == "to":
        return Tense.TO_COME
    if tokens.low(at + 1) == "to" and low in words["bound_to"]:
        return Tense.TO_COME
    if low in words["will"]:
        return None if low == "may" and tokens[at].capital else Tense.TO_COME
    if low in _SET and tokens.low(at - 1) in _WHOSE:
        return Tense.TO_COME
    if tokens.low(at - 1) in ("be", "stay", "remain", "keep"):
        return None
    past = low in words["was"] or (len(low) > 4 and low.endswith("ed"))
    return Tense.PAST if past and not tokens[at].capital else None


def _always(tokens: Tokens, places: Iterable[int]) -> bool:
    """Say whether a verb tells of no time: "is", "can"; somebody's "I am" tells of today."""
    words = tables().words["always"]
    return any(tokens.low(at) in words for at in places)
