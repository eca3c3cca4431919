"""What a statement does to a claim: what its words do, together with what the reader knows of it.

The model compares words only. Who denies turns what is denied round; who doubts makes it doubtful;
who passes on what another says, or speaks for nobody, reports; who takes back withdraws; who asks,
promises or declines does not address anything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.assess.claims import general
from onrecord.assess.claims.labels import Relation
from onrecord.core.said import StatementRow
from onrecord.core.vocabulary import Commitment, Mode, Naming, SpeechAct, Stance

SILENT = (SpeechAct.DECLINES, SpeechAct.ASKS, SpeechAct.PROMISES)
"""Acts that put nothing forward: they take no stance on any claim."""
_IS_TOLD = re.compile(
    r"\b(?:was|were|been|being|is|are|be)\s+(?:\w+\s+)?(?:told|warned|informed|advised|briefed"
    r"|notified"
    r"|alerted|assured|asked)\b|\b(?:knew|known|knows?|learn(?:ed|t|s)?|heard|realised)\b$",
    re.IGNORECASE,
)
_PUTS = re.compile(r"\b(?:puts?|putting) (?:it )?to\b", re.IGNORECASE)
_NEVER_SAID = re.compile(
    r"\b(?:never|not)\s+(?:said|claimed|alleged|suggested|stated|argued|asserted)$", re.IGNORECASE
)
_TAKES_BACK = (SpeechAct.ASSERTS, SpeechAct.DENIES, SpeechAct.CRITICISES)
_NOT = re.compile(r"\b(?:not|no|never|none|nobody|nothing|neither|n't)\b|n['’]t\b", re.IGNORECASE)
_DENIAL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject|refut|rebut|dismiss|disput|contest|repudiat|contradict"
    r"|no longer)",
    re.IGNORECASE,
)
_TELLS_OF = re.compile(
    r"^(?P<who>(?!I |We )(?:The |the )?(?:[\w’-]+ ){1,5}?)(?:has |had )?"
    r"(?:finds|found|concludes|concluded|ruled|held) that\b"
)
"""What a body found, told by another, is not found by who tells it."""
_TURNED = {Relation.AFFIRMS: Relation.DENIES, Relation.DENIES: Relation.AFFIRMS}
_ANSWERS = {
    Relation.DENIES: Stance.DENIES,
    Relation.IN_PART: Stance.DENIES_IN_PART,
    Relation.DOUBTS: Stance.DOUBTS,
}
_WORDS = {
    Relation.AFFIRMS: "the words say the same",
    Relation.DENIES: "the words say the contrary",
    Relation.IN_PART: "the words admit it in part",
    Relation.DOUBTS: "the words put it in doubt",
}


@dataclass(frozen=True, slots=True)
class Taken:
    """A stance and what it follows from. `scope` says how far a partial denial reaches."""

    stance: Stance
    because: tuple[str, ...]
    scope: str = ""


def stance_of(
    row: StatementRow,
    relation: Relation,
    passes_on: str = "",
    words: str = "",
    *,
    unnamed: bool = False,
) -> Taken | None:
    """Say which stance a statement takes on a claim; None: it does not address it.

    Args:
        relation: what its words alone do to those of the claim.
        passes_on: whose statement it tells of, where the words in question are another's.
        words: the sentence of it that is in question; '' : all of it.
        unnamed: they tell what was done and not who did it, whom the claim names.
    """
    if relation in (Relation.NONE, Relation.DIFFERS) or row.act in SILENT:
        return None
    if _IS_TOLD.search(row.cue) or _PUTS.search(row.cue):
        return None  # Who "was told" something has not said it, nor who puts it to a witness.
    because = [_WORDS[relation]]
    if general.leaves_open(f"{row.cue} {row.content}"):
        return Taken(Stance.DOES_NOT_ADDRESS, (*because, "and it is left open whether it is so"))
    if _NEVER_SAID.search(row.cue):
        return Taken(Stance.DOES_NOT_ADDRESS, (*because, "and it is only not what was said"))
    if row.act in _TAKES_BACK and general.retracts(f"{row.cue} {row.content}"):
        return Taken(Stance.WITHDRAWS, (*because, "and it is taken back"))
    if general.who_takes_back(words or row.content) is not None:
        return None  # That an account was taken back puts nothing forward of what it said.
    if relation is Relation.AFFIRMS and general.doubts(f"{row.cue} {words or row.content}"):
        return Taken(Stance.DOUBTS, (*because, "and it is put in doubt"))
    if row.act is SpeechAct.DENIES:
        if is_turned(row):
            relation = _TURNED.get(relation, relation)
            because.append("and it is what is denied")
    elif row.act is SpeechAct.DOUBTS or row.commitment in (
        Commitment.DOUBTFUL,
        Commitment.IMPROBABLE,
    ):
        # "Had ever been": such words are turned by the doubt and not by a "not".
        if relation is Relation.AFFIRMS or (
            relation is Relation.DENIES and not _NOT.search(row.content)
        ):
            return Taken(Stance.DOUBTS, (*because, "and it is what is doubted"))
    elif row.commitment is Commitment.RULED_OUT and relation is Relation.AFFIRMS:
        return Taken(Stance.DENIES, (*because, "and it is what is ruled out"))
    if relation is Relation.DENIES and general.of_some(words or row.content):
        relation = Relation.IN_PART
        because.append("of some of them")
    if relation in _ANSWERS:
        scope = " ".join(row.content.split()) if relation is Relation.IN_PART else ""
        return Taken(_ANSWERS[relation], tuple(because), scope)
    if passes_on == "" and (tells := _TELLS_OF.match(words or row.content)) is not None:
        passes_on = tells["who"].strip()
    if passes_on:
        return Taken(Stance.REPORTS, (*because, f"as told by {passes_on}"))
    if row.naming in (Naming.PUBLISHER, Naming.AGENTLESS):
        return Taken(Stance.REPORTS, (*because, "nobody is named who says so"))
    if unnamed:
        return Taken(Stance.REPORTS, (*because, "and nobody is named who did it"))
    return Taken(Stance.ASSERTS, tuple(because))


def puts_to(row: StatementRow) -> bool:
    """Say whether somebody puts something to another, who answers it."""
    return bool(_PUTS.search(row.cue))


def is_turned(row: StatementRow) -> bool:
    """Say whether a denial's content is what is denied: "denied that ...", not "No, I never did".

    A quotation after a verb of denial may say itself what is not so, and so does whatever follows a
    plain "said".
    """
    if not _NOT.search(row.content):
        return True
    return row.mode is Mode.INDIRECT and bool(_DENIAL.search(row.cue))
