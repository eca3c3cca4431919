"""Works the claims of a case out: positions with their days and origins, edits, and who is named.

All of it is a function of what the case knew by a day, and of what had been said by a day.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from onrecord import assess
from onrecord.case.kept import KeptClaim, Place, kept
from onrecord.core.claims import AnswerRow, PositionRow
from onrecord.core.dates import When
from onrecord.core.identity import ActorId, SourceId
from onrecord.core.rows import ReplyRow, SourceRow, StatementRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Claim, Naming, Stance, Text

_HEARSAY = re.compile(
    r"\b(?:elsewhere|reportedly|allegedly|according to|it is (?:said|claimed|alleged|reported)"
    r"|(?:is|are|was|were) (?:said|alleged|reported|rumoured) to)\b",
    re.IGNORECASE,
)
"""Words by which an outlet tells that others say it."""
_SUPPORT = (Stance.ASSERTS, Stance.REPORTS)


class Counted(Protocol):
    """The origins of a claim: their sources, how they were counted, and each position's origin."""

    @property
    def origins(self) -> tuple[tuple[SourceId, ...], ...]: ...
    @property
    def because(self) -> tuple[str, ...]: ...
    @property
    def index(self) -> tuple[int, ...]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What the room asks the rest of the case for, all of it as known by the asked day.

    Attributes:
        moment: what names the record as of both clocks.
        now: neither clock is asked for.
        valid: the valid time asked for.
        grouped: puts statements together into claims, with the positions they take on them.
        placed: puts statements to claims given in words.
        statements: rows by id, with nobody held to speak; None: all, with the actors who are, and
            with what outlets say themselves.
        own: gives a sentence that an outlet says itself, by its place.
        holders: tells whose positions statements are, from all of them.
        counted: counts the origins of a claim.
        sources: all sources known.
        versions: which source is a later version of the page of which: earlier, later.
        words: gives the readable text of a source.
        named: gives the actors that the words of a statement name, when it is asked to begin.
        replies: what became of requests, as of both clocks.
    """

    moment: str
    now: bool
    valid: When | None
    grouped: Callable[[Sequence[StatementRow]], Sequence[Claim]]
    placed: Callable[[Sequence[StatementRow], Sequence[str]], Sequence[Claim]]
    statements: Callable[[set[str] | None], Iterable[StatementRow]]
    own: Callable[[SourceId, Span], StatementRow]
    holders: Callable[[Iterable[StatementRow]], assess.Holders]
    counted: Callable[[Sequence[PositionRow]], Counted]
    sources: Callable[[], Sequence[SourceRow]]
    versions: Callable[[], Iterable[tuple[SourceId, SourceId]]]
    words: Callable[[SourceId], str]
    named: Callable[[], Callable[[StatementRow], Iterable[ActorId]]]
    replies: Callable[[], Sequence[ReplyRow]]


def all_said(
    statements: Iterable[StatementRow],
    sources: Iterable[SourceRow],
    text: Callable[[SourceRow], Text],
) -> list[StatementRow]:
    """Give all statements, and with them what outlets say themselves, in the order of knowing."""
    said = list(statements)
    by_source: dict[SourceId, list[StatementRow]] = {}
    for row in said:
        by_source.setdefault(row.source, []).append(row)
    for source in sources:
        if source.text is not None and not (words := text(source)).is_rows:
            said += assess.own_voice(source, words, by_source.get(source.id, []))
    return sorted(said, key=lambda row: row.known)


def worked_out(asked: Asked, said: Mapping[Place, StatementRow]) -> Iterator[KeptClaim]:
    """Give all claims with their positions, as of both clocks; those without any are left out.

    Args:
        said: the statements known by then; a position of another is left out.
    """
    sources = {row.id: row for row in asked.sources()}
    published = {id: row.published for id, row in sources.items()}
    holders = asked.holders(said.values())
    claims = [
        (claim, [*_positions(claim, said, published, holders)])
        for claim in sorted(asked.grouped([*said.values()]), key=_id)
    ]
    edits = assess.edited(
        {claim.id: rows for claim, rows in claims}, _newer(asked.versions(), sources), asked.words
    )
    named = asked.named()
    answers = _answers(asked, sources, holders)
    for claim, rows in claims:
        edit = edits.get(claim.id)
        rows += edit.rows if edit is not None else ()
        rows = [row for row in rows if assess.said_by(row, asked.valid)]
        rows = list(_as_outlets_say(rows, holders))
        if not rows and not claim.worded_by:
            continue
        origins = asked.counted(rows)
        about = tuple(dict.fromkeys(who for row in rows for who in named(row.statement)))
        yield KeptClaim(
            id=claim.id,
            wording=claim.wording,
            worded_by=claim.worded_by,
            proposed=claim.because,
            positions=tuple(
                kept(row, origin) for row, origin in zip(rows, origins.index, strict=True)
            ),
            origins=origins.origins,
            counted=origins.because,
            about=about,
            answers=tuple(_answering(rows, about, answers)),
            instead=edit.instead if edit is not None else None,
        )


def _answers(
    asked: Asked, sources: Mapping[SourceId, SourceRow], holders: assess.Holders
) -> dict[SourceId, list[AnswerRow]]:
    """Give what became of requests, by source: a silence belongs to what is said around it."""
    found: dict[SourceId, list[AnswerRow]] = {}
    for reply in asked.replies():
        source = sources[reply.source]
        holder = holders.asked(reply.asked)
        answer = AnswerRow(
            reply=reply, when=reply.made or source.published, known=source.known,
            party=holder.key, party_name=holder.name,
        )  # fmt: skip
        found.setdefault(reply.source, []).append(answer)
    return found


def _answering(
    rows: Sequence[PositionRow],
    about: Collection[ActorId],
    answers: Mapping[SourceId, Sequence[AnswerRow]],
) -> Iterator[AnswerRow]:
    """Give the replies to a claim: of those who take a stance on it or are named by its words."""
    involved = {row.holder for row in rows} | set(about)
    for source in dict.fromkeys(row.statement.source for row in rows):
        for answer in answers.get(source, ()):
            if answer.holder in involved or answer.reply.asked.actor in involved:
                yield answer


def _id(claim: Claim) -> str:
    return claim.id


def _positions(
    claim: Claim,
    said: Mapping[Place, StatementRow],
    published: Mapping[SourceId, When | None],
    holders: assess.Holders,
) -> Iterator[PositionRow]:
    for one in claim.positions:
        row = said.get((one.source, one.statement))
        if row is not None:
            holder = holders.of(row)
            if row.is_own_voice and one.stance is Stance.WITHDRAWS:
                # An outlet that tells who gave the case up has given nothing up itself.
                holder = holders.named(assess.who_gives_up(row.content)) or holder
            yield PositionRow(
                stance=one.stance,
                statement=row,
                said=_said(row) or published.get(one.source),
                origin=-1,
                scope=one.scope,
                likeness=one.likeness,
                because=one.because,
                party=holder.key,
                party_name=holder.name,
            )


def _said(row: StatementRow) -> When | None:
    """Give when something was said; a time from a day to another is when what is told of was."""
    return None if row.made is None or "/" in row.made.edtf else row.made


def _as_outlets_say(rows: Sequence[PositionRow], holders: assess.Holders) -> Iterator[PositionRow]:
    """Say what sentences do that no statement covers.

    A body that speaks for itself takes its stance. An outlet reports what another is on record
    with, and asserts what nobody was before; that its words speak against a claim is nobody's
    denial, and is left out.
    """
    support = [row for row in rows if row.stance in _SUPPORT]
    for row in rows:
        said = row.statement
        if said.naming is Naming.AGENTLESS and row.stance is Stance.REPORTS:
            # "Is suspected of", in a body's own notice, is what that body suspects.
            own = holders.is_body(said.source) and not said.chain
            yield replace(row, stance=Stance.ASSERTS) if own else row
        elif not said.is_own_voice:
            yield row
        elif holders.is_body(said.source):
            asserts = row.stance is Stance.REPORTS
            yield replace(row, stance=Stance.ASSERTS) if asserts else row
        elif row.stance is Stance.WITHDRAWS and not holders.is_outlet(row.party):
            yield row
        elif row.stance in _SUPPORT:
            before = _HEARSAY.search(said.content) is not None or any(
                other.statement.source == said.source or assess.day(other) <= assess.day(row)
                for other in support
                if other.holder != row.holder
            )
            because = "said by the outlet itself, and by nobody on record before"
            yield (
                row
                if before
                else replace(row, stance=Stance.ASSERTS, because=(*row.because, because))
            )


def _newer(
    versions: Iterable[tuple[SourceId, SourceId]], sources: Mapping[SourceId, SourceRow]
) -> dict[SourceId, assess.Newer]:
    """Give for each source the next version of its page."""
    found: dict[SourceId, assess.Newer] = {}
    for earlier, later in versions:
        row = sources[later]
        if earlier not in found or row.known < found[earlier].known:
            found[earlier] = assess.Newer(source=later, label=row.label, known=row.known)
    return found
