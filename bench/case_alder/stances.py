"""Who takes which stance on the told claims, in the scorer's terms: one row for each change of it.

What a document says in its own voice is taken in too: a sentence that no statement covers is the
outlet's. It asserts where nobody is on record with it before, and else reports.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from bench.case_alder.built import Built
from onrecord.assess import Measure, Parties, load_measure, placed
from onrecord.core.folding import fold
from onrecord.core.identity import SourceId, StatementId, statement_id
from onrecord.core.rows import ReplyRow, SourceRow, StatementRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import (
    BlockKind,
    Commitment,
    Mode,
    Naming,
    Outcome,
    Polarity,
    Position,
    SpeechAct,
    Stance,
    Text,
)

WORDS = {
    Stance.ASSERTS: "asserts",
    Stance.DENIES: "denies",
    Stance.DENIES_IN_PART: "denies_part",
    Stance.DOUBTS: "doubts",
    Stance.REPORTS: "reports",
    Stance.WITHDRAWS: "withdraws",
    Stance.DOES_NOT_ADDRESS: "does_not_address",
}
OUTCOMES = {Outcome.DECLINED: "declines", Outcome.NO_RESPONSE: "silent"}
_OWN = (BlockKind.PARAGRAPH, BlockKind.LIST, BlockKind.HEADLINE)
_BODY = re.compile(
    r"\b(?:office|prosecut|police|unit|court|service|agency|ministry|crown|state)", re.IGNORECASE
)
"""A side is named by its body before the people who lead it."""
_FEWEST = 5
OWN_SURE = 0.8
"""A sentence in nobody's name counts where it is so likely to speak to a claim."""


@dataclass(frozen=True, slots=True)
class Row:
    """One stance, before those of one actor, claim and day are made one."""

    claim: str
    actor: str
    when: str
    stance: str
    sure: float


def stances(built: Built) -> list[dict[str, Any]]:
    """Give the stances on the claims that the bench tells."""
    case = built.case
    statements = case.statements()
    return taken(
        built.told.get("claims", {}),
        statements,
        case.replies(),
        {row.id: row for row in built.sources.values()},
        {row.id: built.texts[name] for name, row in built.sources.items() if name in built.texts},
        case.wordings(statements),
        load_measure(),
    )


def taken(
    claims: dict[str, str],
    statements: list[StatementRow],
    replies: Iterable[ReplyRow],
    sources: dict[SourceId, SourceRow],
    texts: dict[SourceId, Text],
    wordings: dict[tuple[SourceId, StatementId], str],
    measure: Measure,
) -> list[dict[str, Any]]:
    """Give `{claim, actor, when, stance}` rows: the surest of each actor, claim and day."""
    own = [row for id, text in texts.items() for row in own_voice(sources[id], text, statements)]
    parties = Parties(statements, [row.outlet for row in sources.values()])
    names = _names(statements, parties)
    every = [*statements, *own]
    every.sort(key=lambda row: _day(row, sources))
    at = {(row.source, row.id): row for row in every}
    found: list[Row] = []
    silent = list(replies)
    for claim, words in claims.items():
        positions = placed(words, every, measure, wordings=wordings)
        rows = list(_rows(claim, positions, at, sources, parties, names))
        found += rows
        told_in = {
            position.source
            for position in positions
            if position.stance in (Stance.ASSERTS, Stance.REPORTS)
        }
        found += _unanswered(claim, words, silent, told_in, sources)
    best: dict[tuple[str, str, str], Row] = {}
    for row in found:
        key = row.claim, fold(row.actor), row.when
        if key not in best or row.sure > best[key].sure:
            best[key] = row
    return [
        {"claim": row.claim, "actor": row.actor, "when": row.when, "stance": row.stance}
        for row in best.values()
    ]


def _rows(
    claim: str,
    positions: Iterable[Position],
    at: dict[tuple[SourceId, StatementId], StatementRow],
    sources: dict[SourceId, SourceRow],
    parties: Parties,
    names: dict[str, str],
) -> Iterator[Row]:
    said_before = False
    ordered = sorted(positions, key=lambda one: _day(at[one.source, one.statement], sources))
    for position in ordered:
        row = at[position.source, position.statement]
        stance = position.stance
        if row.naming is Naming.PUBLISHER and stance is Stance.REPORTS and not said_before:
            flat = row.commitment is Commitment.NOT_STATED and row.cue == ""
            stance = Stance.ASSERTS if flat else stance
        said_before = said_before or stance in (Stance.ASSERTS, Stance.REPORTS)
        if not _counts(row, position):
            continue
        actor = _called(row, sources, parties, names)
        if row.naming is Naming.PUBLISHER and position.scope == "general":
            # Who gave the case up is named by the words, not by who printed them.
            party = parties.of(" ".join(row.content.split()[:1]), "", Naming.ROLE_ONLY)
            actor = names.get(party.key, party.name) if party is not None else ""
        if actor:
            sure = position.likeness or 1.0
            yield Row(claim, actor, _day(row, sources), WORDS[stance], sure)


def _counts(row: StatementRow, position: Position) -> bool:
    """Say whether a voice that names nobody takes a stance: what "is alleged" is another's."""
    if row.naming is Naming.AGENTLESS:
        return row.commitment is Commitment.PROBABLE
    return (
        row.naming is not Naming.PUBLISHER
        or (position.likeness or 1.0) >= OWN_SURE
        or (position.scope == "general")
    )


def _called(
    row: StatementRow,
    sources: dict[SourceId, SourceRow],
    parties: Parties,
    names: dict[str, str],
) -> str:
    """Name whose stance it is: the client for whom a lawyer speaks, the outlet where nobody is."""
    if row.naming in (Naming.AGENTLESS, Naming.PUBLISHER):
        return sources[row.source].outlet
    party = parties.of(row.speaker, row.actor_name, row.naming)
    if party is None:
        return row.actor_name or " ".join(row.speaker.split())
    return names.get(party.key, party.name)


def _names(rows: Iterable[StatementRow], parties: Parties) -> dict[str, str]:
    """Name each party as its statements do most often, by a name of its own."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        party = parties.of(row.speaker, row.actor_name, row.naming)
        if party is None or row.naming is not Naming.NAMED or not row.actor_name:
            continue
        own = parties.of(row.actor_name, "", Naming.NAMED)
        whole = set(fold(party.key).split()) <= set(fold(row.actor_name).split())
        if own is not None and own.key == party.key and (whole or is_side(party.key)):
            counts[party.key][row.actor_name] += 1
    return {
        key: max(found, key=lambda name: (bool(_BODY.search(name)), name.count(" "), found[name]))
        for key, found in counts.items()
    }


def is_side(key: str) -> bool:
    """Say whether a party is a side of the case: it has no name but those of its bodies."""
    return key.startswith("the ")


def _day(row: StatementRow, sources: dict[SourceId, SourceRow]) -> str:
    if row.made is not None and "/" not in row.made.edtf and "." not in row.made.edtf:
        return row.made.edtf
    published = sources[row.source].published
    return published.edtf[:10] if published is not None else row.known[:10]


def _unanswered(
    claim: str,
    words: str,
    replies: Iterable[ReplyRow],
    told_in: set[SourceId],
    sources: dict[SourceId, SourceRow],
) -> Iterator[Row]:
    """Give the silences of whoever the claim names, where a document that tells it asked them."""
    named = set(fold(words).split())
    for reply in replies:
        name = reply.asked.actor_name or reply.asked.called
        last = (fold(name).split() or [""])[-1]
        if reply.outcome in OUTCOMES and reply.source in told_in and last in named:
            day = reply.made or sources[reply.source].published
            if day is not None:
                yield Row(claim, name, day.edtf[:10], OUTCOMES[reply.outcome], 0.5)


def own_voice(
    source: SourceRow, text: Text, statements: Iterable[StatementRow]
) -> Iterator[StatementRow]:
    """Give what a document says in nobody's name: its sentences that no statement covers."""
    here = [row for row in statements if row.source == source.id]
    if not here:
        return
    covered = sorted(span for row in here for span in (*row.content_spans, *row.cue_spans))
    for block in text.blocks:
        if block.kind not in _OWN:
            continue
        for span in _sentences(block.at, text.characters):
            if any(one.start < span.end and span.start < one.end for one in covered):
                continue
            words = " ".join(span.of(text.characters).split())
            if words.count(" ") + 1 >= _FEWEST and not words.endswith("?"):
                yield replace(
                    here[0], id=statement_id(text.id, (), (), (span,)), speaker=source.outlet,
                    naming=Naming.PUBLISHER, actor=None, actor_name="", cue="", content=words,
                    at=span, content_spans=(span,), source_spans=(), cue_spans=(), hedge_spans=(),
                    mention=None, mode=Mode.INDIRECT, act=SpeechAct.ASSERTS, hedges=(),
                    polarity=Polarity.POSITIVE, commitment=Commitment.NOT_STATED, made=None,
                    parent=None, chain=(), sureness=None, duplicate_of=None,
                )  # fmt: skip


def _sentences(at: Span, characters: str) -> Iterator[Span]:
    start = at.start
    for place in range(at.start, at.end):
        ends = characters[place] in ".!?" and characters[place + 1 : place + 2].isspace()
        if ends or place + 1 == at.end:
            yield Span(start, place + 1)
            start = place + 1
