"""Which statements put a proposition forward that somebody could check."""

from __future__ import annotations

import re

from onrecord.assess.claims import general
from onrecord.assess.claims.common import spoken_of
from onrecord.assess.claims.stance import SILENT
from onrecord.assess.claims.told import plain
from onrecord.core.letters import CAPITAL
from onrecord.core.said import StatementRow
from onrecord.core.vocabulary import SpeechAct

MATTER = 2
"""Words beyond the small ones: "yes, so it would appear" tells nothing by itself."""
FEWEST = 4
"""Words that a proposition has at least: somebody, what was done, and to what."""
_WORD = re.compile(r"[^\W\d_][\w’'-]*|\d[\d.,]*")
_ANCHOR = re.compile(rf"(?<=[\w,;] ){CAPITAL}[\w’'-]+|\d")
_PIECE = re.compile(
    r"(?:who|whom|whose|what|which|where|when|why|how|whether|to|of|him|them|me|us"
    r"|(?:him|her|it|my)self|(?:them|our)selves)\b|[#>|]",
    re.IGNORECASE,
)
"""What opens a question told of, or a piece of a sentence, or stands before a heading."""
_REQUEST = re.compile(
    r"^(?:(?:and|so|now|then|okay|well|yes|sir|again|please|just|thank you)[,.]? )*"
    r"(?:can|could|may|might|shall|will|would) (?:I|we|you)\b|\bplease\W*$",
    re.IGNORECASE,
)
"""What asks for something to be done: "can we look at page 3", written with a full stop as well."""
_FINITE = re.compile(
    r"\b(?:is|are|was|were|am|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must"
    r"|shall|should|got|gave|took|came|went|saw|knew|told|sold|bought|paid|sent|met|left|kept|held"
    r"|made|said|found|lost|led|ran|wrote|read|heard|felt|began|became|brought|broke|chose|drew"
    r"|drove|fell|grew|hid|laid|lent|put|rose|set|shot|spent|spoke|stole|stood|taught|thought|threw"
    r"|understood|wore|won|\w{2,}ed)\b|n['’]t\b"
    rf"|(?:\b(?!\w+ing\b)(?-i:{CAPITAL})[\w’'-]+|\b(?:he|she|it|who|that)) [a-z]+s\b"
    r"|\b(?:the|an?|his|her|its|their|our|my) (?:[\w’'-]+ ){1,3}[a-z]{2,}s"
    r" (?:that|how|about|the|an?|no|it|him|her|them|his|its|their|to)\b",
    re.IGNORECASE,
)
"""Some word that can be the verb of a sentence."""
_VERDICT = re.compile(
    r"\b(?:disgrace\w*|outrag\w+|shame\w*|proud|pleased|delighted|grateful|disappoint\w+"
    r"|sad(?:dened)?|sorry|appall\w+|scandal\w*|absurd|ridiculous|unacceptable|wonderful"
    r"|terribl[ey]|right thing|welcomes?d?|should|ought to|must|hopes?d?|deserve[sd]?|regrets?"
    r"|confident|looks? forward|in the public interest)\b",
    re.IGNORECASE,
)  # fmt: skip
_PROCEDURE = re.compile(
    r"\b(?:adjourn\w*|hearing (?:will|is to)|further (?:details|comment)|due course|ongoing"
    r"|will (?:be published|respond|continue|consider|review|appear|be sentenced)"
    r"|under (?:review|consideration)|co-?operat\w+ (?:fully|with)|cannot comment"
    r"|takes? (?:this|these|the|all|any|such)[\w ]{0,30} seriously"
    r"|thank you|thanks|good (?:morning|afternoon)|(?:all|are) (?:of )?my questions"
    r"|no (?:further|more) questions|excuse me)\b",
    re.IGNORECASE,
)  # fmt: skip


def puts_forward(words: str) -> bool:
    """Say whether words put something forward: no question or request, no piece of a sentence.

    "Where the coins came from" and "to have been sold" put nothing forward.
    """
    text = plain(words)
    if text.endswith("?") or _PIECE.match(text) or _REQUEST.search(text):
        return False
    return len(_WORD.findall(text)) >= FEWEST


def is_checkable(row: StatementRow, words: str = "") -> bool:
    """Say whether a statement may found a claim of its own.

    Not: a duplicate, a proposal of its reader, a question, a promise, no answer, a general denial,
    procedure, or a mere judgement of value in which nobody and no number is named.
    """
    text = plain(words or row.content)
    if row.duplicate_of is not None or row.proposed or row.act in SILENT:
        return False
    if not (puts_forward(text) and _FINITE.search(text)) or spoken_of(text) < MATTER:
        return False
    if general.says_nothing(f"{row.cue} {text}") or _PROCEDURE.search(text):
        return False
    if general.reach(text, denies=row.act is SpeechAct.DENIES):
        return False
    return not _VERDICT.search(text) or (
        row.act is not SpeechAct.CRITICISES and bool(_ANCHOR.search(text)) and "should" not in text
    )
