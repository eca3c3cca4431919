"""What became of each actor's right of reply over the documents of a case, in order of time."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from onrecord.core.chains import Became, ChainRow, StepRow, unreached
from onrecord.core.dates import When, by_time
from onrecord.core.folding import fold
from onrecord.core.identity import ActorId, SourceId
from onrecord.core.letters import CAPITAL
from onrecord.core.rows import ActorRow, QuestionRow, ReplyRow, SourceRow, StatementRow
from onrecord.core.vocabulary import Mode, Naming, Outcome, Polarity, SpeechAct

_BECAME = {
    Outcome.NOT_ASKED: Became.NO_REQUEST,
    Outcome.NO_RESPONSE: Became.NO_RESPONSE,
    Outcome.DECLINED: Became.DECLINED,
    Outcome.DENIED: Became.DENIED,
    Outcome.ANSWERED: Became.ANSWERED,
}
_ACCUSES = re.compile(
    r"\b(?:alleg|accus|suspect|charg|claim|criticis|blam|believ|understood|reveal)", re.IGNORECASE
)
_FOR = re.compile(
    r"\b(?:lawyer|solicitor|barrister|counsel|spokes\w+|representative)s? (?:for|of)"
    rf" (?P<who>(?:the )?{CAPITAL}[\w.’'-]*(?: {CAPITAL}[\w.’'-]*)*)"
    rf"|^(?:an?|the) (?P<whose>{CAPITAL}[\w.’'-]*(?: {CAPITAL}[\w.’'-]*)*)"
    r" (?:spokes\w+|lawyers?)\b",
    re.IGNORECASE,
)
_OWN_LAWYER = re.compile(
    rf"^(?P<whose>(?:the )?{CAPITAL}\w*(?:[ -]{CAPITAL}\w*)*)(?:[’']s|[’'])"
    r" (?:(?:own|chief|leading) )?(?:lawyers?|solicitors?|barristers?|counsel|brief|advocates?"
    r"|attorneys?|spokes\w+|representatives?|agents?)\b"
)
"""Whoever is told by whose they are: "Pell's lawyer, Ida Roe", "Pell's brief"."""
_NO_LONGER = re.compile(r"\bno longer\b", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]")
_NEGATED = re.compile(r"\b(?:not|no|never|nothing|nobody|n[’']t)\b", re.IGNORECASE)


def chains(
    replies: Iterable[ReplyRow],
    questions: Iterable[QuestionRow],
    statements: Sequence[StatementRow],
    actors: Sequence[ActorRow],
    sources: Mapping[SourceId, SourceRow],
    speaks_for: Mapping[ActorId, ActorId],
) -> list[ChainRow]:
    """Give a chain for each actor who was asked, or against whom something is alleged.

    Args:
        sources: in the order in which they came to be known; of versions of a page that tell the
            same the first counts.
        speaks_for: whose lawyer or spokesman somebody is told to be: their denials are theirs.
    """
    steps: dict[ActorId, list[StepRow]] = defaultdict(list)
    named = {
        fold(name): actor.id
        for actor in reversed(actors)
        if actor.naming is Naming.NAMED
        for name in actor.names
    }
    for reply in replies:
        asked = _client(reply.asked.words, named) or reply.asked.actor
        asked = speaks_for.get(asked, asked) if asked is not None else None
        if asked is not None:
            other = asked != reply.asked.actor
            mouth = (reply.asked.actor_name or reply.asked.called) if other else ""
            steps[asked].append(_asked(reply, sources, mouth))
    for question in questions:
        if question.asked is not None and question.asked.actor is not None:
            steps[question.asked.actor].append(_step(Became.ASKED, question, question.put, sources))
    chances = {(actor, step.source) for actor, found in steps.items() for step in found}
    accused = _accused(statements, actors)
    concerned = {who for who, _ in accused} | {
        actor for actor, found in steps.items() if any(s.became.is_silence for s in found)
    }
    for said in statements:
        actor = said.actor
        if actor is None or said.duplicate_of is not None:
            continue
        party = speaks_for.get(actor) or _client(said.speaker, named) or actor
        if party in concerned:
            became = _said(said)
            if became is not None:
                through = said.actor_name if party != actor else ""
                steps[party].append(_step(became, said, said.made, sources, through))
                chances.add((party, said.source))
    for (actor, source), said in accused.items():
        if (actor, source) not in chances:
            steps[actor].append(_step(Became.NO_REQUEST, said, said.made, sources))
    names = {actor.id: actor.name for actor in actors}
    return [
        ChainRow(actor=actor, name=names[actor], steps=tuple(_in_order(found, sources)))
        for actor, found in steps.items()
        if actor in names
    ]


def _client(words: str, named: Mapping[str, ActorId]) -> ActorId | None:
    """Give for whom "a lawyer for Ida Pell" speaks, where that is a name of the record."""
    plain = " ".join(words.split())
    found = _FOR.search(plain)
    if found is not None:
        return named.get(fold(found["who"] or found["whose"]))
    own = _OWN_LAWYER.match(plain)
    return named.get(fold(own["whose"])) if own is not None else None


def _asked(reply: ReplyRow, sources: Mapping[SourceId, SourceRow], mouth: str) -> StepRow:
    became = _BECAME[reply.outcome]
    if became is Became.NO_RESPONSE and unreached(reply.words):
        became = Became.UNREACHED
    through = reply.through.called if reply.through else mouth
    return _step(became, reply, reply.made, sources, through)


def _step(
    became: Became,
    row: ReplyRow | QuestionRow | StatementRow,
    day: When | None,
    sources: Mapping[SourceId, SourceRow],
    through: str = "",
) -> StepRow:
    source = sources.get(row.source)
    return StepRow(
        became=became,
        source=row.source,
        source_label=row.source_label,
        day=day or (source.published if source else None),
        row=row,
        through=through,
    )


def _said(said: StatementRow) -> Became | None:
    """Say whether a statement denies; a denial beside what is granted is one in part."""
    if _NO_LONGER.search(said.content) and said.act is not SpeechAct.DENIES:
        return None  # what is so no longer is a change told, and no denial
    own = said.content if said.content[:1] in "\"“‘'" else _QUOTED.sub("", said.content)
    negative = said.polarity is Polarity.NEGATIVE or bool(
        said.mode is Mode.DIRECT and _NEGATED.search(own)
    )
    if said.act is not SpeechAct.DENIES and not (negative and said.act is SpeechAct.ASSERTS):
        return None
    first = said.content.split(".")[0]
    granted = said.mode is Mode.DIRECT and "." in said.content and not _NEGATED.search(first)
    return Became.DENIED_IN_PART if granted else Became.DENIED


def _accused(
    statements: Iterable[StatementRow], actors: Iterable[ActorRow]
) -> dict[tuple[ActorId, SourceId], StatementRow]:
    """Give whom a source tells something alleged of, with the first statement that does."""
    places: dict[SourceId, list[tuple[int, int, ActorId]]] = defaultdict(list)
    for actor in actors:
        if actor.naming is Naming.NAMED:
            for source, span in actor.mentions:
                places[source].append((span.start, span.end, actor.id))
    starts: dict[SourceId, list[tuple[int, int]]] = {
        source: sorted((start, n) for n, (start, _, _) in enumerate(some))
        for source, some in places.items()
    }
    found: dict[tuple[ActorId, SourceId], StatementRow] = {}
    for said in statements:
        accuses = said.act is SpeechAct.CRITICISES or _ACCUSES.search(said.cue)
        if not accuses or said.duplicate_of is not None:
            continue
        here = starts.get(said.source, [])
        within = {
            number
            for span in said.content_spans
            for _, number in here[
                bisect_left(here, (span.start, 0)) : bisect_left(here, (span.end, 0))
            ]
            if places[said.source][number][1] <= span.end
        }
        for number in sorted(within):
            party = places[said.source][number][2]
            if party != said.actor:
                found.setdefault((party, said.source), said)
    return found


def _in_order(steps: list[StepRow], sources: Mapping[SourceId, SourceRow]) -> list[StepRow]:
    """Put steps in order of time; a later version of a page tells nothing anew."""
    order = {source: n for n, source in enumerate(sources)}
    ordered = sorted(steps, key=lambda s: (by_time(s.day), order.get(s.source, len(order))))
    seen: set[tuple[str, Became]] = set()
    kept = []
    for step in ordered:
        source = sources.get(step.source)
        page = (source.page if source else "") or step.source
        if (page, step.became) not in seen:
            seen.add((page, step.became))
            kept.append(step)
    return kept
