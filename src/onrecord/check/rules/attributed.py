"""What a draft gives to somebody who on record holds back with it, doubts it, or is not named.

What others say flatly is no leave to have whoever holds back say it so.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from onrecord.check.against import Against
from onrecord.check.draft import Draft, Put
from onrecord.check.hedging import (
    IS_MEANT,
    OF_OTHERS,
    all_kinds,
    holds_back,
    kinds,
    tells_of_proceeding,
)
from onrecord.check.meant import (
    NEGATION,
    affirming,
    is_pronoun,
    people_in,
    stems,
    surname,
)
from onrecord.check.rules.claimed import (
    LIKE,
    LIKE_DENIED,
    SURE,
    SURE_OTHERWISE,
    SURE_TOLD,
    UNNAMED,
    finding,
    holds_identity,
    identity,
    names_of,
    surnames,
    tells_who,
)
from onrecord.core.drafts import Finding, Near, Severity
from onrecord.core.folding import fold
from onrecord.core.vocabulary import Commitment, Naming, SpeechAct, Stance

_LIKE_DOUBTED = 0.65
"""So like is what somebody doubts to what they are told to say, of which it is the contrary."""
_NEARLY_ALL = 0.8
"""So like are two that tell the same with little else."""
_A_PAPER = re.compile(
    r"(?:the|its?|his|her|their|this|that) (?:\w+ ){0,2}(?:notice|letter|report|statement|decision"
    r"|ruling|judge?ment|indictment|charge sheet|summons|writ|filing|submission|reply|note|memo)",
    re.IGNORECASE,
)
"""A document that is told to say something, and that is named nowhere."""
_BY_THE_WAY = re.compile(r",| wh(?:o|om|ose) ")
_NO_LONGER = re.compile(
    r"\b(?:no longer (?:\w+ ){0,2}?(?:say|claim|swear|sure|certain|tell)\w*"
    r"|can(?:not|[’']t| not) (?:now |any longer |any more )?(?:say|claim|swear|tell|be sure)"
    r"|(?:not|n[’']t) (?:quite |so )?(?:sure|certain)|not able to (?:say|swear|tell))\b",
    re.IGNORECASE,
)
_MAY_BE = frozenset(("possible", "likely", "apparent"))
_DOUBTING = re.compile(
    r"\b(?:doubt|s[ck]eptic|unconvinced|unpersuaded|question(?:s|ed)? whether"
    r"|(?:not|far from|less than|hardly) (?:convinced|persuaded|satisfied|certain|sure))",
    re.IGNORECASE,
)
_FLAT = (Commitment.NOT_STATED, Commitment.CERTAIN)


def told_by_somebody(draft: Draft, record: Against, put: Put) -> Iterator[Finding]:
    row = put.by
    assert row is not None
    whole = draft.words(put.sentence.at)
    yield from _given_to_one(draft, record, put, whole)
    meant = _only_meant(draft, record, put, whole)
    if meant:
        yield identity(draft, record, put, meant)
        return
    if kinds(whole) - {"alleged", "claimed", "reported"} or row.commitment not in _FLAT:
        return
    party = record.asked.party(_called(row.speaker, row.actor_name))
    if unsure := _no_longer_sure(record, put, party):
        yield finding(
            draft, record, put, "OR103", Severity.FAULT, unsure, (),
            "on record they only are not sure of it any more",
        )  # fmt: skip
        return
    if NEGATION.search(put.words):
        return
    pointed = is_pronoun(row.speaker) or _A_PAPER.fullmatch(row.speaker.strip()) is not None

    def is_theirs(one: Near) -> bool:
        return (
            _unnamed(one)
            or _same(party, one.party)
            # Whom a "he" means, and which notice, its words tell.
            or (pointed and one.likeness >= _NEARLY_ALL)
        )

    near = _firmly(record, put, whole, is_theirs)
    theirs = [one for one in near if is_theirs(one)] if near and near[0].likeness >= LIKE else []
    if theirs:
        words = ", ".join(sorted(holds_back(theirs[0], attributed=True)))
        yield finding(
            draft, record, put, "OR103", Severity.FAULT, theirs, (),
            f"the record holds back where the draft does not: there it is {words}",
        )  # fmt: skip
        return
    doubting = _only_doubts(record, put, party, whole)
    if doubting:
        yield finding(
            draft, record, put, "OR103", Severity.FAULT, doubting, (),
            "on record they say no such thing: they only doubt what others say",
        )  # fmt: skip


def _no_longer_sure(record: Against, put: Put, party: str) -> list[Near]:
    """Give where somebody no longer says, or says that it may be, what they are told to say.

    "I can no longer swear that it was he" is not "it was not he"; "it may have been a menu" is not
    "it was a menu".
    """
    assert put.by is not None
    if _NO_LONGER.search(f"{put.by.cue} {put.words}"):
        return []
    near = [one for one in record.asked.like(put.words) if one.likeness >= LIKE_DENIED]
    theirs = [one for one in near if one.party == party]
    if not NEGATION.search(put.words):
        mine = stems(put.words)
        return [
            one
            for one in theirs
            if kinds(one.words) & _MAY_BE and mine and mine <= stems(one.words)
        ]
    told = [one for one in theirs if _NO_LONGER.search(_told_with(one))]
    # Who says it too in so many words has gone further than to be unsure.
    flat = [one for one in theirs if NEGATION.search(one.words)]
    return told if all(_NO_LONGER.search(_told_with(one)) for one in flat) else []


def _told_with(near: Near) -> str:
    return f"{near.statement.cue} {near.words}"


def _only_doubts(record: Against, put: Put, party: str, whole: str) -> list[Near]:
    """Give what somebody doubts on record who is told to have said it outright."""

    def mine(one: Near) -> bool:
        return one.likeness >= _LIKE_DOUBTED and bool(party) and one.party == party

    if _DOUBTING.search(whole):
        return []
    near = [one for one in record.asked.near(put.words, mine) if one.sure >= SURE_OTHERWISE]
    stances = [one for one in near if one.stance is not None]
    doubting = [one for one in stances if one.stance is Stance.DOUBTS]
    told = any(_is_told_as_doubt(one) for one in doubting)
    return doubting if told and len(doubting) == len(stances) else []


def _is_told_as_doubt(near: Near) -> bool:
    said = near.statement
    return said.act is SpeechAct.DOUBTS or said.commitment is Commitment.DOUBTFUL


def _firmly(record: Against, put: Put, whole: str, is_theirs: Callable[[Near], bool]) -> list[Near]:
    """Give what says the same on record as somebody does in the draft, if all of theirs holds back.

    What others say flatly does not let who holds back say it so.
    """
    # A document that "says" something is found with its name before its words.
    alone = sum(one.naming is not Naming.AGENTLESS for one in put.sentence.statements) == 1
    wordings = [put.words, whole] if alone else [put.words]
    while any(_may_hold_back(record, words) for words in wordings):
        words = wordings.pop(0)
        held = affirming(record.asked.near(words, _keeps_back), SURE_TOLD)
        named = any(is_theirs(one) and not _unnamed(one) for one in held)
        if held or wordings:
            flat = record.asked.near(words, lambda one: not _keeps_back(one))
            flat = affirming(flat, SURE_TOLD)
            if named:
                flat = [one for one in flat if is_theirs(one) and not _unnamed(one)]
            if flat:
                return []
        if held:
            return held
    return []


def _may_hold_back(record: Against, words: str) -> bool:
    """Say whether any of what is much like some words holds back, whatever it does to them."""
    return any(one.likeness >= LIKE and _keeps_back(one) for one in record.asked.like(words))


def _keeps_back(one: Near) -> bool:
    return bool(holds_back(one, attributed=True))


def _only_meant(draft: Draft, record: Against, put: Put, whole: str) -> list[Near]:
    """Find an identity that somebody is told to have said flatly, and on record nobody has."""
    if not record.identities or IS_MEANT.search(whole) or not people_in(draft, put.at):
        return []
    if kinds(whole) - OF_OTHERS - {"suspected"}:
        return []  # whom somebody is suspected of being helped by may be told as a fact
    alike = (one for one in record.asked.like(put.words) if one.likeness >= _NEARLY_ALL)
    if not any(holds_identity(one, record) for one in alike):
        return []
    near = [
        one for one in affirming(record.asked.near(put.words), SURE) if one.likeness >= _NEARLY_ALL
    ]
    meant = [one for one in near if holds_identity(one, record)]
    if any(not all_kinds(one.statement) for one in near):
        return []
    meant = [one for one in meant if tells_who(put.words, one, record)]
    return meant if names_of(meant, record) & surnames(draft, put) else []


def _given_to_one(draft: Draft, record: Against, put: Put, whole: str) -> Iterator[Finding]:
    """Find the words of somebody unnamed given to who is only held to be that one."""
    row = put.by
    assert row is not None
    name = surname(row.actor_name or row.speaker.partition(",")[0])
    held = [one for one in record.identities if name and name == surname(one.other.called)]
    if not held or kinds(whole) or tells_of_proceeding(whole) or name in fold(put.words).split():
        return
    ids = {one.statement.id for one in held if one.statement is not None}
    if not any(one.statement.id in ids for one in record.asked.like(whole)):
        return
    near = [one for one in record.asked.near(whole) if one.statement.id in ids]
    same = affirming(near, SURE_TOLD)
    if same and not any(
        one.party == record.asked.party(row.actor_name or row.speaker)
        for one in affirming(record.asked.near(put.words), SURE_TOLD)
    ):
        yield identity(draft, record, put, same)


def _unnamed(near: Near) -> bool:
    return near.statement.naming in (*UNNAMED, Naming.PUBLISHER)


def _same(party: str, other: str) -> bool:
    """Say whether two parties may be one: "the notice" and "the notice of May"."""
    words = set(party.split()) - {"the"}
    return party == other or (bool(words) and words <= set(other.split()))


def _called(speaker: str, name: str) -> str:
    """Name a speaker, without what is told of them by the way: "A clerk who had seen it"."""
    return name or _BY_THE_WAY.split(speaker.partition(" (“")[0])[0]
