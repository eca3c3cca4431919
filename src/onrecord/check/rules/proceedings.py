"""The state of proceedings: still told as going on after the record has how they ended.

"Faces trial", "is charged with", "will give evidence when the trial opens": what is told as present
or to come, of somebody whose matter is on record as dropped or decided by the asked day. Also a
conviction that no source of the record tells of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from onrecord.check import fair
from onrecord.check.against import Against
from onrecord.check.draft import Draft, Sentence
from onrecord.check.people import surnames_in
from onrecord.check.stopped import goes_on_for, kinds_of
from onrecord.core.drafts import Finding, Held, Severity
from onrecord.core.events import EventRow, ProceedingRow
from onrecord.core.folding import fold
from onrecord.core.said import Party
from onrecord.core.vocabulary import ActorKind, EventKind, Mention, Naming, Realised

_GOES_ON = re.compile(
    r"\b(?:await(?:s|ing)?|fac(?:es?|ing)|stands?|standing)\s+(?:\w+\s+){0,2}?"
    r"(?:trial|charges?|prosecution|hearings?|proceedings|accused|charged)\b"
    r"|\b(?:is|are|remains?|has been|have been)\s+(?:still\s+|now\s+|currently\s+)?(?:charged"
    r"|accused|on trial|on bail|being (?:prosecuted|investigated|tried)|under (?:investigation"
    r"|inquiry)|suspended|banned|awaiting trial|before (?:the|a) (?:\w+ ){0,3}?(?:court|tribunal"
    r"|panel|board|committee|judge)|due (?:in court|to (?:appear|stand trial|go on trial"
    r"|be tried)))\b"
    r"|\b(?:is|are)\s+(?:still\s+|now\s+)?(?:looking into|investigating|inquiring into|examining"
    r"|pursuing|prosecuting)\b"
    r"|\b(?:has|have) yet to (?:\w+ ){0,2}?(?:close|decide|rule|charge|conclude|finish|be (?:picked"
    r"|chosen|sworn|tried|heard|decided))\b"
    r"|\bstill (?:maintains?|pursues?|alleges?|insists?|awaits?|faces?|says?)\b"
    r"|\bgo(?:es)? on (?:maintaining|pursuing|alleging|saying)\b"
    r"|\bwait(?:s|ing)? for (?:(?:his|her|their|the) (?:trial|hearing)"
    r"|the (?:\w+ ){0,2}?(?:court|tribunal|panel|board|judge) to)\b"
    r"|\banswering (?:that|the|those|these|to the) (?:\w+ )?(?:notice|charges?|allegations?)\b"
    r"|\b(?:investigation|inquiry|case|prosecution|reference|appeal|proceedings) (?:\w+ ){0,6}?"
    r"(?:continues?|goes on|is (?:still )?(?:open|pending|under way|going on))\b"
    r"|\b(?:has|have)\s+(?:\w+\s+){0,3}?(?:charges?|accusations?|case)\b[^.;]{0,60}?\bto answer\b"
    r"|\bwill\s+(?:\w+\s+){0,2}?(?:give evidence|go on trial|stand trial|be tried|plead|appear "
    r"(?:in|before|at) )"
    r"|\btrial\s+(?:opens|begins|starts|will (?:open|begin|start)|is (?:due|set|expected))\b",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"\b(?:dropped|abandoned|discontinued|withdrawn|scrapped|collapsed|acquitted|cleared|quashed|"
    r"no longer|had been|was to|were to)\b",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"\b(?:nobody|no one|none|neither|not|never)\b[^,;.]{0,20}$", re.IGNORECASE)
_BESIDE = 300
"""Characters round a sentence in which those are named whose matter it tells of."""
_SHOWN = 3


def found(draft: Draft, record: Against) -> Iterator[Finding]:
    """Find proceedings of the draft that are told otherwise than the record has them."""
    ended = [row for row in record.proceedings if _has_ended(row, draft.today)]
    going_on = [
        row for row in record.proceedings if not _has_ended(row, draft.today) and len(row.steps) > 1
    ]
    for sentence in draft.sentences:
        words = draft.words(sentence.at)
        told = _GOES_ON.search(sentence.at.of(draft.characters))
        if told and not _ENDED.search(words) and not _NOBODY.search(told.string[: told.start()]):
            stale = list(_stale(draft, sentence, ended, going_on, surnames_in(words, record)))
            yield from stale or _stopped(draft, sentence, record)
    yield from _convictions(draft, record)


def _has_ended(row: ProceedingRow, today: date | None) -> bool:
    """Say whether a matter was over by the day of the draft, which cannot tell what came later."""
    if row.ending is None:
        return False
    when = row.ending.when.first_date if row.ending.when is not None else None
    return when is None or today is None or when <= today


def _stale(
    draft: Draft,
    sentence: Sentence,
    ended: list[ProceedingRow],
    going_on: list[ProceedingRow],
    known: set[str],
) -> Iterator[Finding]:
    """Say how it ended, if it is about somebody of it, or if there is nothing else to be about."""
    names = _surnames(draft.mentions_in(sentence.at)) | known
    mine = [row for row in ended if names & _parties(row.parties)]
    others = [row for row in going_on if names & _parties(row.parties) and _outlasts(row, mine)]
    if not mine and not others and names:
        # A witness is no party: those are of it whom its steps name.
        mine = [row for row in ended if names & _named_in(row)]
        others = [row for row in going_on if names & _named_in(row)] if not mine else []
    if others or not (mine or (ended and not going_on)):
        return
    row = max(mine or ended, key=lambda one: len(one.steps))
    assert row.ending is not None
    when = f", {row.ending.when}" if row.ending.when is not None else ""
    yield Finding(
        code="OR601",
        severity=Severity.FAULT if mine else Severity.WARNING,
        at=sentence.at,
        sentence=sentence.at,
        says=f"the record tells how it ended: {row.ending.how}{when}",
        rests_on=tuple(_held(step) for step in row.ending.steps[-_SHOWN:]),
        wording=fair.cited(row.ending.steps[-1].words, row.ending.steps[-1].source_label),
        over=sentence.at,
    )


def _stopped(draft: Draft, sentence: Sentence, record: Against) -> Iterator[Finding]:
    """Find what a source tells in words to have been stopped, of the same people and of its kind.

    Of those of whom another source, or the same one, tells that it goes on, nothing is found.
    """
    words = draft.words(sentence.at)
    kinds = kinds_of(words)
    # Of an inquiry a text tells without saying once more into whom.
    names = (
        surnames_in(words, record) if "inquiry" in kinds else _surnames(_before(draft, sentence))
    )
    held = []
    for source, at in record.ready.stopped:
        published = record.published.get(source)
        day = published.first_date if published is not None else None
        if day is None or draft.today is None or day > draft.today:
            continue
        characters = record.text(source).characters
        if not kinds & kinds_of(at.of(characters)):
            continue
        around = characters[max(0, at.start - _BESIDE) : at.end + _BESIDE]
        mine = names & set(fold(around).split())
        if names and all(goes_on_for(name, around) for name in mine):
            continue
        held.append((day, source, at))
    if held:
        _, source, at = max(held)
        told = " ".join(at.of(record.text(source).characters).split())
        label = record.labels[source]
        yield Finding(
            code="OR601",
            severity=Severity.WARNING,
            at=sentence.at,
            sentence=sentence.at,
            says="a source of the record tells that it was stopped",
            rests_on=(Held(source=source, source_label=label, at=at, words=told),),
            wording=fair.cited(told, label),
            over=sentence.at,
        )


def _judged(mention: Mention) -> bool:
    """Say whether somebody only sits in judgement: "Judge Hale, who is hearing it"."""
    return mention.title.rstrip(".") in ("Judge", "Justice")


def _before(draft: Draft, sentence: Sentence) -> list[Mention]:
    """Give those whom a sentence names, or the last before it that names anybody."""
    number = draft.numbers[sentence.at]
    for one in reversed(draft.sentences[max(0, number - 2) : number + 1]):
        found = [draft.full(one) for one in draft.mentions_in(one.at) if not _judged(one)]
        if _surnames(found):
            return found
    return []


def _outlasts(row: ProceedingRow, ended: Iterable[ProceedingRow]) -> bool:
    """Say whether any step of a matter is of a day after others of the same people had ended.

    What has none is their matter told once more, by a source that had not heard of the end.
    """
    days = [one.ending.when.first for one in ended if one.ending and one.ending.when]
    if not days or None in days:
        return True
    last = max((step.when.first or 0 for step in row.steps if step.when is not None), default=0)
    return last > max(day for day in days if day is not None)


def _named_in(row: ProceedingRow) -> set[str]:
    return {word for step in row.steps for word in fold(step.words).split()}


def _convictions(draft: Draft, record: Against) -> Iterator[Finding]:
    decided = (
        row
        for kind in (EventKind.VERDICT, EventKind.SENTENCE)
        for row in record.ready.all_events.get(kind)
    )
    told = [row for row in decided if _is_conviction(row.kind, row.outcome, row.realised)]
    known = {name for row in told for name in _parties(row.parties())}
    mentions = draft.mentions
    for event in draft.reading.events:
        if not _is_conviction(event.kind, event.outcome, event.realised):
            continue
        who = _surnames(
            mentions[one.voice.mention]
            for one in event.participants
            if one.voice.mention in mentions
        )
        theirs = [row for row in record.proceedings if who & _parties(row.parties)]
        if who and theirs and not who & known:
            at = event.at[0]
            steps = [step for row in theirs for step in row.steps][-_SHOWN:]
            yield Finding(
                code="OR602",
                severity=Severity.FAULT,
                at=at,
                sentence=draft.sentence(at.start).at,
                says="no source of the record tells of a conviction in their proceedings",
                rests_on=tuple(map(_held, steps)),
            )


def _is_conviction(kind: EventKind, outcome: str, realised: Realised) -> bool:
    done = realised is Realised.DONE
    convicted = kind is EventKind.VERDICT and fold(outcome) == "guilty"
    return done and (convicted or kind is EventKind.SENTENCE)


def _surnames(mentions: Iterable[Mention]) -> set[str]:
    return {
        fold(mention.name).split()[-1]
        for mention in mentions
        if mention.naming is Naming.NAMED and mention.kind is ActorKind.PERSON
    }


def _parties(parties: Iterable[Party]) -> set[str]:
    names = (party.actor_name or party.words for party in parties)
    return {fold(name).split()[-1] for name in names if fold(name)}


def _held(step: EventRow) -> Held:
    return Held(
        source=step.source,
        source_label=step.source_label,
        at=step.around,
        words=step.words,
        statement=step.statement,
    )
