"""Which stance a sentence takes on a claim: by what its words do, who says it and where.

What the words do is told by `Asked.relations`; here a party that grants a deed with another colour,
a doubt in words of one's own, and what is only told at second hand are seen to.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace

from onrecord.assess.claims import general
from onrecord.assess.claims.asked import Asked
from onrecord.assess.claims.avoiding import avoids, is_party, may_avoid
from onrecord.assess.claims.deeds import Deed, main_deed
from onrecord.assess.claims.doubting import doubts_such, is_held_impossible, is_of_plausibility
from onrecord.assess.claims.held_against import touches
from onrecord.assess.claims.labels import Relation
from onrecord.assess.claims.stance import SILENT, Taken, stance_of
from onrecord.assess.speaking import Side
from onrecord.core.vocabulary import Naming, SpeechAct, Stance

_TELLS = (SpeechAct.ASSERTS, SpeechAct.CRITICISES)


_BEFORE = re.compile(
    r"(?:(?:In|On|At|Last|Until|Before)\b[^,.;]{2,30}|Earlier|Previously|Originally|At first|Once)"
    r",? (?:I|we|he|she|they|[A-Z][\w’-]+(?: [A-Z][\w’-]+)?) (?:had |have )?"
    r"(?:said|told|stated|claimed)\b"
)


_NOT_THEIRS = re.compile(
    r"\b(?:to|in) (?:his|her|their|[\w ]{2,40}[’']s) (?:mind|view|opinion|eyes|account)\b"
)
"""What an outlet tells as another's thought is not its own."""


def puts_nothing(asked: Asked, at: int) -> bool:
    """Say whether a sentence takes no stance: who asks in one sentence may say in the next."""
    row = asked.rows[at]
    if _BEFORE.match(asked.words[at]) and asked.part[at + 1 : at + 2] == [asked.part[at] + 1]:
        return True  # What somebody said then is not what they say now, in the next sentence.
    if row.act is SpeechAct.ASKS and row.cue.strip() == ":":
        return asked.part[at] == 0 or asked.words[at].rstrip("”\"’' ").endswith("?")
    return row.act in SILENT


def takes(asked: Asked, at: int, claim: str, relation: Relation) -> Taken | None:
    """Say which stance a sentence takes on a claim; None: it does not address it."""
    row = asked.rows[at]
    place = row.source, row.id
    if asked.is_recounted(at):
        return None
    if row.naming is Naming.PUBLISHER and _NOT_THEIRS.search(asked.words[at]):
        return None
    if row.act is SpeechAct.ASKS and not puts_nothing(asked, at):
        row = replace(row, act=SpeechAct.ASSERTS)
    deed, words = main_deed(claim), asked.words[at]
    if (
        row.act in _TELLS
        and relation is not Relation.DENIES
        and may_avoid(words)
        and is_party(asked.holder(row), claim)
        and avoids(claim, deed, words)
    ) or _lacks_quality(asked, at, claim, deed):
        because = "it is granted, and said to have been something else"
        return Taken(Stance.DENIES_IN_PART, (because,), " ".join(words.split()))
    if relation is Relation.DOUBTS and is_of_plausibility(claim):
        relation = Relation.DENIES
    if relation is Relation.NONE and _doubts(asked, at, deed, claim):
        return Taken(Stance.DOUBTS, ("it is doubted of such people, in words of their own",))
    told = asked.deed_told(at, deed) if relation is Relation.AFFIRMS else None
    second_hand = any(one.naming is Naming.ANONYMOUS for one in row.chain)
    if second_hand and told is not None and told.unnamed:
        return None  # What somebody unnamed says that others believe is not theirs.
    taken = stance_of(
        row, relation, asked.passes_on.get(place, ""), asked.words[at],
        unnamed=told is not None and told.unnamed,
    )  # fmt: skip
    if (
        taken is not None
        and taken.stance is Stance.ASSERTS
        and general.is_not_made_out(f"{row.cue} {words}")
        and asked.holder(row) != Side.PROSECUTION
    ):
        return Taken(Stance.DOUBTS, (*taken.because, "and it is held not to be shown"))
    return taken


_NONE_WAS = re.compile(
    r"\b(?:neither|none|not one|nothing)\b[^.;]{0,30}\b(?:was|were|is|are) (?P<what>[a-z]{4,})\b"
)


def _lacks_quality(asked: Asked, at: int, claim: str, deed: Deed | None) -> bool:
    """Say whether a party grants that another thing passed, and that none was what a claim tells.

    "She was shown two lists, and neither was secret."
    """
    none_was = _NONE_WAS.search(asked.words[at])
    if deed is None or none_was is None or none_was["what"] not in claim.split():
        return False
    told = asked.deed_told(at, deed)
    return told is not None and told.both and is_party(asked.holder(asked.rows[at]), claim)


def doubting(
    asked: Asked, deed: Deed | None, claim: str, among: Collection[int] | None = None
) -> list[int]:
    """Give the sentences that doubt, in words of their own, what people like a claim's do.

    Args:
        among: the sentences that are looked at; None: all.
    """
    if deed is None:
        return []
    some = asked.in_doubt if among is None else asked.each(among)
    return [at for at in some if _doubts(asked, at, deed, claim)]


def _doubts(asked: Asked, at: int, deed: Deed | None, claim: str) -> bool:
    """Say whether somebody who is named doubts what such people as a claim's would do."""
    row = asked.rows[at]
    if (
        row.act in SILENT
        or row.naming in (Naming.PUBLISHER, Naming.AGENTLESS)
        or not asked.is_in_doubt(at)
    ):
        return False
    words = f"{row.cue} {asked.words[at]}"
    if row.act is SpeechAct.DOUBTS and deed is not None and touches(deed, asked.deeds(at)):
        return True
    return is_held_impossible(claim, words) or doubts_such(deed, words)
