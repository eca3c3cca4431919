"""Allegations told as facts, identities taken as given, and hedges that were dropped.

What the draft says in its own voice is held against what the record has of the same: it is a
finding where somebody denies it, where whoever put it forward has withdrawn it, where all on record
hold back with it, or where nobody but an unnamed source says it. What a named source says flatly
and nobody disputes is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.check import fair
from onrecord.check.against import Against
from onrecord.check.draft import PUTS_FORWARD, Draft, Put
from onrecord.check.hedging import (
    DENIAL,
    IS_MEANT,
    OF_OTHERS,
    TAKES_BACK,
    all_kinds,
    holds_back,
    kinds,
    tells_of_proceeding,
)
from onrecord.check.meant import (
    NEGATION,
    PUT_FORWARD,
    SHOWN,
    affirming,
    concerned,
    covers,
    is_pronoun,
    people_in,
    stems,
    still_against,
    surname,
)
from onrecord.check.rules import identities
from onrecord.core.dates import When
from onrecord.core.drafts import Finding, Near, Severity
from onrecord.core.flows import IdentityRow
from onrecord.core.folding import fold
from onrecord.core.letters import CAPITAL
from onrecord.core.spans import Span
from onrecord.core.vocabulary import BlockKind, Commitment, Naming, SpeechAct, Stance
from onrecord.core.wording import SILENT

SURE = 0.8
"""A row of the record says the same as a draft's own voice where that is so likely."""
_SURE_TOLD, _LIKE = 0.6, 0.55
"""The same for what the draft gives to somebody, and how like the two must be."""
_COVERS = 0.4
"""A draft's sentence has so large a part of the words of what it is held to say again."""
_SURE_PLACED, _LIKE_PLACED = 0.7, 0.3
"""A statement that is placed on a draft's words as on a claim counts where that is so sure, and the
two are so much alike: a denial in general is neither."""
_MUCH, _AS_LIKE = 0.67, 0.08
"""What is so much like a sentence is what it tells, unless something else is nearly as like."""
_SURE_OTHERWISE = 0.9
"""A row that is so surely placed, and so like, says the same with hardly a word in common."""
_ALSO = 0.4
"""So like is then what is against it."""
_SHARES = 0.6
"""A row has so large a part of the words of a draft's sentence of which it says more."""
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
_SAYS_AGAIN, _SEVERAL = 0.8, 5
"""A sentence with so large a part of a row's words, if they are so many, says what the row does."""
_LIKE_DENIED = 0.45
"""A denial is less like what it denies than what says the same."""
_PUT_IN = re.compile(r",[^,]{2,60},")
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
_OPENS, _CLOSES = '“"‘', '”"’'
_FLAT = (Commitment.NOT_STATED, Commitment.CERTAIN)
_UNNAMED = (Naming.ANONYMOUS, Naming.AGENTLESS)
_TAKEN = r"['’]s?\s+(?:identification|identity|unmasking|outing)\b"
_SHORT = (BlockKind.HEADLINE, BlockKind.CAPTION)
"""Sentences that end without a full stop."""
_VERB = re.compile(r"\b(?:is|was|are|were|has|had)\b")
_CAPITAL = re.compile(rf"\b{CAPITAL}[\w’'-]{{2,}}")
_OF = r"\b(?:identification|unmasking|outing) of\s+(?:\w+\s+){0,2}"


def found(draft: Draft, record: Against) -> Iterator[Finding]:
    """Find what is told as a fact, or more firmly, than anybody on record has it."""
    # Vectors of a whole draft together take half the time.
    record.asked.prepare([one.words for one in (*draft.put, *draft.added)])
    known: set[Span] = set()
    for put in draft.put:
        by_it = _own_voice if put.by is None else _told
        for one in by_it(draft, record, put):
            known.add(one.sentence)
            tells_who = put.by is None and identities.is_told(draft, record, put.at)
            yield identities.as_identity(one) if tells_who else one
    for put in draft.added:
        if put.sentence.at not in known:
            # No sentence can stand in the place of a clause.
            yield from (replace(one, over=None) for one in _own_voice(draft, record, put))
    yield from identities.found(draft, record, known)
    yield from _taken_as_given(draft, record)


# --- in the draft's own voice ---------------------------------------------------------------------


def _own_voice(draft: Draft, record: Against, put: Put) -> Iterator[Finding]:
    if DENIAL.search(put.words) or TAKES_BACK.search(_PUT_IN.sub("", put.words)):
        return
    if _is_heading(put.words) or _is_quoted(put.words):
        return
    if _tells_of_silence(draft, put):
        return
    own = kinds(put.words)
    guarded = bool(own) or tells_of_proceeding(put.words)
    if guarded and put.sentence.kind not in _SHORT:
        return

    def counts(one: Near) -> bool:
        """Say whether it can make a finding: the network, which is dear, is not asked of others."""
        is_of_it = guarded or covers(put.words, one) >= _COVERS or _holds_identity(one, record)
        return is_of_it and _is_theirs(one)

    told = [one for one in record.asked.near(put.words, counts) if _says_so(put.words, one)]
    if guarded:
        if told:
            yield from _half_dropped(draft, record, put, told, own)
        return
    meant = [one for one in told if _holds_identity(one, record)]
    meant = [one for one in meant if _tells_who(put.words, one, record)]
    if meant and _names_of(meant, record) & _surnames(draft, put):
        yield _identity(draft, record, put, meant)
        return
    if not people_in(draft, put.at) and not NEGATION.search(put.words):
        # Of nobody in particular: only what is put forward in so many words counts.
        told = [
            one
            for one in told
            if one.likeness >= _LIKE and (one.sure >= 0.95 or covers(put.words, one) >= _SAYS_AGAIN)
        ]
    told = [one for one in told if covers(put.words, one) >= _COVERS]
    found = list(_as_fact(draft, record, put, told)) if told else []
    found = found or list(_in_other_words(draft, record, put))
    yield from found or _most_alike(draft, record, put)


def _is_theirs(one: Near) -> bool:
    """Say whether a row is somebody's, or an outlet's own that holds back."""
    return not one.statement.is_own_voice or bool(all_kinds(one.statement))


def _says_so(words: str, one: Near) -> bool:
    """Say whether a row puts forward what a sentence of the draft says, or a part of it.

    By what it does to the whole, or because nearly all its words stand in the draft's.
    """
    if one.stance in PUT_FORWARD and one.sure >= SURE:
        return True
    unsure = one.stance in PUT_FORWARD or (
        one.stance is None and one.statement.act in PUTS_FORWARD and not one.statement.depth
    )
    return (
        unsure
        and one.likeness >= _LIKE
        and len(stems(one.words)) >= _SEVERAL
        and covers(words, one) >= _SAYS_AGAIN
        and bool(NEGATION.search(words)) == bool(NEGATION.search(one.words))
    )


def _in_other_words(draft: Draft, record: Against, put: Put) -> Iterator[Finding]:
    """Find what the record tells in other words than the draft's, and what it only denies."""
    is_sentence = put.words[-1] in ".!?" or put.sentence.kind in _SHORT
    if NEGATION.search(put.words) or not is_sentence or _stands_in_quotation(draft, put):
        return
    placed = [
        one
        for one in record.asked.placed(put.words)
        if one.stance is Stance.WITHDRAWS
        or (one.sure >= _SURE_PLACED and one.likeness >= _LIKE_PLACED)
    ]
    same = [one for one in affirming(placed, 0.0) if _of_one_matter(put.words, one)]
    told = same or [one for one in affirming(placed, 0.0) if _is_sure(one)]
    sides = {one.party for one in told if one.party}
    against = [one for one in placed if one.party not in sides]
    if not same:
        # What hardly has a word in common says the same only where the denial too is sure.
        against = [one for one in against if one.sure >= _SURE_OTHERWISE and one.likeness >= _ALSO]
    denied = still_against(record, against)
    doubted = [one for one in against if one.stance is Stance.DOUBTS]
    withdrawn = [
        one
        for one in placed
        if one.stance is Stance.WITHDRAWS and _takes_back(draft, record, put, one, told)
    ]
    what = "denied" if denied else "withdrawn" if withdrawn else "doubted"
    rests = (denied or withdrawn or doubted)[: SHOWN - 1]
    if told and rests:
        yield _finding(
            draft, record, put, "OR101", Severity.FAULT, told, rests,
            f"the draft says it itself; on record it is put forward and {what}",
        )  # fmt: skip
    elif any(one.stance is Stance.DENIES and one.likeness >= _LIKE_DENIED for one in denied):
        yield _finding(
            draft, record, put, "OR101", Severity.FAULT, (), rests,
            "the draft says it itself; on record nobody puts it forward, and it is denied",
        )  # fmt: skip


def _most_alike(draft: Draft, record: Against, put: Put) -> Iterator[Finding]:
    """Find what is most like something that the record only has as alleged, suspected or believed.

    The network may not know the one for the other; that nothing said flatly is nearly so like, and
    that both are of the same people, tells as much.
    """
    near = record.asked.like(put.words)
    if not near or near[0].likeness < _MUCH or NEGATION.search(put.words):
        return
    names = {surname(draft.full(one).name) for one in people_in(draft, put.at)}
    about = [one for one in near if one.likeness >= near[0].likeness - _AS_LIKE]
    same = all(
        all_kinds(one.statement) - {"reported"} and not NEGATION.search(one.words) for one in about
    )
    if same and names & set(fold(near[0].words).split()):
        held = frozenset().union(*(all_kinds(one.statement) for one in about))
        yield _finding(
            draft, record, put, "OR101" if held <= OF_OTHERS else "OR103", Severity.WARNING,
            about, (),
            f"what the record has most like it nobody says flatly: there it is"
            f" {', '.join(sorted(held))}",
        )  # fmt: skip


def _as_fact(draft: Draft, record: Against, put: Put, told: Sequence[Near]) -> Iterator[Finding]:
    wide = record.asked.wide(put.words)
    against = still_against(record, wide)
    general = [one for one in against if not one.likeness]
    is_concerned = concerned(draft, record, put.at)
    denied = [
        one
        for one in against
        if one.sure >= (_SURE_TOLD if is_concerned(one.party) else SURE)
        and one.likeness >= _LIKE_DENIED
    ]
    withdrawn = [
        one
        for one in wide
        if one.stance is Stance.WITHDRAWS and _takes_back(draft, record, put, one, told)
    ]
    if denied or general or withdrawn:
        what = "denied" if denied or general else "withdrawn"
        against = (general + denied or withdrawn)[: SHOWN - 1]
        yield _finding(
            draft, record, put, "OR101", Severity.FAULT, told, against,
            f"the draft says it itself; on record it is put forward and {what}",
        )  # fmt: skip
    elif _is_told_flatly(record, put):
        return
    elif all(holds_back(one, attributed=False) for one in told):
        held = frozenset().union(*(all_kinds(one.statement) for one in told))
        # What is only somebody's word on record is no hedge that the draft drops: it is theirs.
        code = "OR101" if held <= OF_OTHERS else "OR103"
        yield _finding(
            draft, record, put, code, Severity.FAULT, told, (),
            f"nobody on record says it flatly: there it is {', '.join(sorted(held))}",
        )  # fmt: skip
    elif all(one.statement.naming in _UNNAMED for one in told):
        yield _finding(
            draft, record, put, "OR101", Severity.WARNING, told, (),
            "the draft says it itself; on record only an unnamed source does",
        )  # fmt: skip


def _is_told_flatly(record: Against, put: Put) -> bool:
    """Say whether an outlet of the record says the same in its own voice."""
    flat = record.asked.near(put.words, lambda one: not _is_theirs(one))
    return any(_says_so(put.words, one) for one in flat)


def _of_one_matter(words: str, near: Near) -> bool:
    """Say whether a draft's sentence and a row share most of the words of either."""
    ours = stems(words)
    shared = len(ours & stems(f"{near.words} {near.statement.speaker}"))
    return covers(words, near) >= _COVERS or (bool(ours) and shared >= _SHARES * len(ours))


def _takes_back(draft: Draft, record: Against, put: Put, back: Near, told: Sequence[Near]) -> bool:
    """Say whether somebody who takes something back takes back what is told.

    Who takes back all that they alleged has not taken back whatever else they told: then only what
    is told of somebody, as what they say, by a source of a day before.
    """
    theirs = [one for one in told if one.party and one.party == back.party]
    if back.likeness >= _LIKE_PLACED or not theirs:
        return bool(theirs)
    day = record.published.get(back.statement.source)
    return bool(people_in(draft, put.at)) and any(
        not one.statement.is_own_voice
        and one.statement.source != back.statement.source
        and _is_before(record.published.get(one.statement.source), day)
        for one in theirs
    )


def _is_before(one: When | None, other: When | None) -> bool:
    return one is not None and other is not None and (one.first or 0) <= (other.first or 0)


def _is_sure(near: Near) -> bool:
    """Say whether a row so surely says the same, in other words, that their number is no matter."""
    return near.sure >= _SURE_OTHERWISE and near.likeness >= _LIKE


def _half_dropped(
    draft: Draft, record: Against, put: Put, told: Sequence[Near], own: frozenset[str]
) -> Iterator[Finding]:
    """Find a headline that keeps one hedge of two: whose suspicion is understood, not known."""
    nearest = told[0]
    there = all_kinds(nearest.statement)
    if own and own < there and all(all_kinds(one.statement) - own for one in told[:1]):
        dropped = ", ".join(sorted(there - own))
        yield _finding(
            draft, record, put, "OR103", Severity.FAULT, [nearest], (),
            f"the record holds back more: {dropped}",
        )  # fmt: skip


# --- given to somebody ----------------------------------------------------------------------------


def _told(draft: Draft, record: Against, put: Put) -> Iterator[Finding]:
    row = put.by
    assert row is not None
    whole = draft.words(put.sentence.at)
    yield from _given_to_one(draft, record, put, whole)
    meant = _only_meant(draft, record, put, whole)
    if meant:
        yield _identity(draft, record, put, meant)
        return
    if kinds(whole) - {"alleged", "claimed", "reported"} or row.commitment not in _FLAT:
        return
    party = record.asked.party(_called(row.speaker, row.actor_name))
    if unsure := _no_longer_sure(record, put, party):
        yield _finding(
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
    theirs = [one for one in near if is_theirs(one)] if near and near[0].likeness >= _LIKE else []
    if theirs:
        words = ", ".join(sorted(holds_back(theirs[0], attributed=True)))
        yield _finding(
            draft, record, put, "OR103", Severity.FAULT, theirs, (),
            f"the record holds back where the draft does not: there it is {words}",
        )  # fmt: skip
        return
    doubting = _only_doubts(record, put, party, whole)
    if doubting:
        yield _finding(
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
    near = [one for one in record.asked.like(put.words) if one.likeness >= _LIKE_DENIED]
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
    near = [one for one in record.asked.near(put.words, mine) if one.sure >= _SURE_OTHERWISE]
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
        held = affirming(record.asked.near(words, _keeps_back), _SURE_TOLD)
        named = any(is_theirs(one) and not _unnamed(one) for one in held)
        if held or wordings:
            flat = record.asked.near(words, lambda one: not _keeps_back(one))
            flat = affirming(flat, _SURE_TOLD)
            if named:
                flat = [one for one in flat if is_theirs(one) and not _unnamed(one)]
            if flat:
                return []
        if held:
            return held
    return []


def _may_hold_back(record: Against, words: str) -> bool:
    """Say whether any of what is much like some words holds back, whatever it does to them."""
    return any(one.likeness >= _LIKE and _keeps_back(one) for one in record.asked.like(words))


def _keeps_back(one: Near) -> bool:
    return bool(holds_back(one, attributed=True))


def _only_meant(draft: Draft, record: Against, put: Put, whole: str) -> list[Near]:
    """Find an identity that somebody is told to have said flatly, and on record nobody has."""
    if not record.identities or IS_MEANT.search(whole) or not people_in(draft, put.at):
        return []
    if kinds(whole) - OF_OTHERS - {"suspected"}:
        return []  # whom somebody is suspected of being helped by may be told as a fact
    alike = (one for one in record.asked.like(put.words) if one.likeness >= _NEARLY_ALL)
    if not any(_holds_identity(one, record) for one in alike):
        return []
    near = [
        one for one in affirming(record.asked.near(put.words), SURE) if one.likeness >= _NEARLY_ALL
    ]
    meant = [one for one in near if _holds_identity(one, record)]
    if any(not all_kinds(one.statement) for one in near):
        return []
    meant = [one for one in meant if _tells_who(put.words, one, record)]
    return meant if _names_of(meant, record) & _surnames(draft, put) else []


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
    same = affirming(near, _SURE_TOLD)
    if same and not any(
        one.party == record.asked.party(row.actor_name or row.speaker)
        for one in affirming(record.asked.near(put.words), _SURE_TOLD)
    ):
        yield _identity(draft, record, put, same)


# --- identities -----------------------------------------------------------------------------------


def _taken_as_given(draft: Draft, record: Against) -> Iterator[Finding]:
    """Find an identification that a sentence takes for granted: "his identification as ..."."""
    for one in record.identities:
        names = _CAPITAL.findall(one.other.actor_name or one.other.called)
        said = one.statement
        if not names or said is None or not all_kinds(said):
            continue
        either = "|".join(map(re.escape, names))
        pattern = re.compile(rf"\b(?:{either}){_TAKEN}|{_OF}(?:{either})\b")
        if not pattern.search(draft.characters):
            continue  # which is told at once of the whole draft
        for sentence in draft.sentences:
            words = sentence.at.of(draft.characters)
            told = pattern.search(words)
            if told and not kinds(words[: told.end()]):
                near = Near(statement=said, words=one.words, likeness=1.0, stance=None, sure=1.0)
                put = Put(sentence, sentence.at, draft.words(sentence.at), None)
                # The sentence tells more than this, and is not to be given up for it.
                yield replace(_identity(draft, record, put, [near]), over=None)


def _identity(draft: Draft, record: Against, put: Put, rests: Sequence[Near]) -> Finding:
    return _finding(
        draft, record, put, "OR102", Severity.FAULT, rests, (),
        identities.TAKEN,
    )  # fmt: skip


def _holds_identity(near: Near, record: Against) -> bool:
    said = near.statement
    told = f"{said.cue} {' '.join(said.hedges)}"
    return bool(IS_MEANT.search(told)) or any(
        one.statement is not None and one.statement.id == said.id and all_kinds(said)
        for one in record.identities
    )


def _tells_who(words: str, near: Near, record: Against) -> bool:
    """Say whether some words have the description of somebody, or most of what is said of them.

    Who is understood to be somebody may do other things in a draft under their name.
    """
    held = [
        one
        for one in record.identities
        if one.statement is not None and one.statement.id == near.statement.id
    ]
    ours = stems(words)
    if any(ours & stems(one.one.called) for one in held):
        return True
    # What stands beside the name ("the former clerk") is no part of what is only held to be so.
    beside = set().union(*(stems(_beside(one, near.words)) for one in held))
    theirs = stems(near.words) - beside
    return bool(theirs) and len(ours & theirs) / len(theirs) >= _COVERS


def _beside(one: IdentityRow, words: str) -> str:
    """Give the name of who somebody is held to be, with what stands after it up to the verb."""
    name = one.other.called
    after = words.partition(name)[2] if name in words else ""
    told = after.lstrip()[:1] == ","
    return f"{name} {_VERB.split(after)[0] if told else ''}"


def _names_of(meant: Iterable[Near], record: Against) -> set[str]:
    names = {surname(one.other.actor_name or one.other.called) for one in record.identities}
    return {name for one in meant for name in names if name in fold(one.statement.content).split()}


def _surnames(draft: Draft, put: Put) -> set[str]:
    return {surname(one.name) for one in people_in(draft, put.at)} | set(fold(put.words).split())


# --- shared ---------------------------------------------------------------------------------------


def _tells_of_silence(draft: Draft, put: Put) -> bool:
    """Say whether a sentence tells that somebody gave no answer, which alleges nothing."""
    silent = (reply for reply in draft.replies if reply.outcome in SILENT)
    return any(put.sentence.at.overlaps(reply.at) for reply in silent)


def _is_heading(words: str) -> bool:
    """Say whether it is a heading in capitals, as of a court's list: it tells nothing."""
    return sum(map(str.isupper, words)) > sum(map(str.isalpha, words)) / 2


def _is_quoted(words: str) -> bool:
    """Say whether a sentence is all in quotation marks: it is somebody's, and not the draft's."""
    return words[0] in _OPENS and words.rstrip(".")[-1] in _CLOSES


def _stands_in_quotation(draft: Draft, put: Put) -> bool:
    """Say whether it is a sentence of a longer quotation: its marks stand round several."""
    before = draft.characters[: put.at.start]
    return any(before.rfind(a) > before.rfind(b) for a, b in zip("“‘", "”’", strict=True))


def _unnamed(near: Near) -> bool:
    return near.statement.naming in (*_UNNAMED, Naming.PUBLISHER)


def _same(party: str, other: str) -> bool:
    """Say whether two parties may be one: "the notice" and "the notice of May"."""
    words = set(party.split()) - {"the"}
    return party == other or (bool(words) and words <= set(other.split()))


def _called(speaker: str, name: str) -> str:
    """Name a speaker, without what is told of them by the way: "A clerk who had seen it"."""
    return name or _BY_THE_WAY.split(speaker.partition(" (“")[0])[0]


def _finding(
    draft: Draft,
    record: Against,
    put: Put,
    code: str,
    severity: Severity,
    told: Sequence[Near],
    against: Sequence[Near],
    says: str,
) -> Finding:
    rests = (*told[:1], *against) if against else told[:SHOWN]
    over = put.by.at if put.by is not None else put.at
    # Where nobody puts it forward, what is said against it is all there is.
    denied = against[0] if told and against else None
    offered = fair.told(record, (told or against)[:SHOWN], denied, draft, over)
    return Finding(
        code=code,
        severity=severity,
        at=put.at,
        sentence=put.sentence.at,
        says=says,
        rests_on=tuple(one.held for one in rests),
        wording=offered.words,
        over=offered.over,
        sure=round(min(one.sure for one in told or against), 2),
    )
