"""The words that hold back: which of them a wording has, so that a dropped one can be told.

Words of one kind count as one: "is suspected of" and "a suspect" hold back alike. A word that only
says whose words they are ("said", "wrote") is none of them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.core.drafts import Near
from onrecord.core.said import StatementRow

_KINDS = {
    "suspected": r"suspects?|suspected|suspicions?",
    "understood": r"understood|understands?",
    "believed": r"believes?|believed",
    "thought": r"thinks?|thought",
    "alleged": r"alleg\w+|(?:is|are|was|were|be|been) (?:also )?said to",
    "claimed": r"claim(?:s|ed|ing)?",
    # "40 reports" are things that somebody has; "reports that", "reports say" hold back.
    "reported": r"report(?:ed|edly)|reports? (?:that|say|suggest)\w*|reports of"
    r"|rumou?red|rumou?rs? (?:that|has|have)",
    "accused": r"accus\w+",
    "apparent": r"apparent(?:ly)?|appear(?:s|ed)?(?= to\b)|seem(?:s|ed|ingly)?",
    "possible": r"may|might|could|possib\w+|perhaps|potential(?:ly)?",
    "likely": r"likely|probabl\w+|presum\w+|supposed(?:ly)?|purport\w+",
}
_WORD = re.compile("|".join(rf"(?P<{kind}>\b(?:{words})\b)" for kind, words in _KINDS.items()))
_NOT_MAY = re.compile(r"(?<=[\w,] )May\b|\bMay (?=\d)")
OF_OTHERS = frozenset(("alleged", "claimed", "reported", "accused"))
"""Kinds that only say that it is somebody's word: naming who says it does the same."""
_NOT_TOLD = re.compile(r"\b(?:must|should|would|whether|if|unless)\b", re.IGNORECASE)
_MEANT_FOR = re.compile(r"\b(?:so|in order) that\b[^,.;]*", re.IGNORECASE)
"""To what end something is told to have been done: "paid her so that they should lose"."""
_PROCEEDING = re.compile(
    r"\b(?:charg(?:e|es|ed|ing)|prosecut(?:ion|ed|ing)|trial|case against|investigat\w+|arrest\w*|"
    r"accus\w+|alleg\w+|indict\w*|den(?:y|ies|ied|ials?)|disput\w+|according to|defendants?|"
    r"appear(?:s|ed|ing)? (?:before|in|at) (?:[\w’']+ ){0,4}"
    r"(?:court|tribunal|judge|magistrates?))\b",
    re.IGNORECASE,
)
_ADDED = re.compile(
    r",\s+(?:and\s+)?who(?:m|se)?\b[^,;.]*(?=[,;.]|$)"
    # By what name a notice calls somebody takes nothing back of what is told of them.
    r"|\s+whom\s+(?:[\w’']+\s+){1,6}?(?:call|name|describe)\w*\s+(?:as\s+)?[“‘'\"]?[A-Z][^,;.]*"
)
DENIAL = re.compile(
    r"\bden(?:y|ies|ied|ying|ials?)\b|\breject(?:s|ed|ing)?\b|\bdismiss(?:es|ed)?\b|\bdisput\w+|"
    r"\brefut\w+|\bcontest(?:s|ed)\b|\binnocen\w+|\bnot guilty\b|\bdoes not accept\b|"
    r"\b(?:un|not )true\b|\bfalse\b|\bno truth\b",
    re.IGNORECASE,
)
TAKES_BACK = re.compile(
    r"\b(?:withdr[ea]w(?:s|n|ing)?|withdrawals?|retract\w*|recant\w*|disown(?:s|ed)?|dropped|drops"
    r"|t(?:ook|akes?|aken|aking) (?:\w+ ){0,6}?back|g(?:ave|ives?|iven) (?:\w+ ){0,3}?up"
    r"|no longer (?:says?|said|claim\w*|maintain\w*|stands? by|stood by|insist\w*|alleg\w*))\b",
    re.IGNORECASE,
)
"""By which somebody is told to hold to something no longer: that is told, and not the thing."""
IS_MEANT = re.compile(
    r"\b(?:understood|thought|believed|said|suspected|alleged|reported|named|identified|known)\b"
    r".{0,20}\b(?:to be|to have been|as)\b",
    re.IGNORECASE | re.DOTALL,
)
"""By which somebody is held to be somebody."""


@lru_cache(maxsize=4096)
def kinds(words: str) -> frozenset[str]:
    """Give the kinds of holding back that some words have."""
    plain = _NOT_MAY.sub(" ", words).casefold()
    return frozenset(found.lastgroup or "" for found in _WORD.finditer(plain))


def all_kinds(row: StatementRow) -> frozenset[str]:
    """Give the kinds that a statement has: in its words, its cue, and in those it came through."""
    through = (f"{one.cue} {' '.join(one.hedges)}" for one in row.chain)
    return kinds(" ".join((row.content, row.cue, *row.hedges, *through)))


def holds_back(near: Near, *, attributed: bool) -> frozenset[str]:
    """Give the kinds that a row of the record has and that a draft would have to keep.

    Args:
        attributed: the draft names who says it, so that "alleged" need not stand there too.
    """
    found = all_kinds(near.statement)
    return found - OF_OTHERS if attributed else found


def tells_of_proceeding(words: str) -> bool:
    """Say whether a sentence tells what is held against somebody, or asked, not what they did.

    What it only adds of them ("..., who has not been charged") does not count.
    """
    main = _ADDED.sub("", words)
    return bool(_PROCEEDING.search(main) or _NOT_TOLD.search(_MEANT_FOR.sub("", main)))
