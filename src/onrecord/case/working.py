"""Works the claims of a case out: positions with their days and origins, edits, and who is named.

All of it is a function of what the case knew by a day, and of what had been said by a day.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import msgspec

from onrecord import assess
from onrecord.case.claiming import Asked
from onrecord.case.headlines import as_the_text_says
from onrecord.case.kept import KeptClaim, Place, kept
from onrecord.case.outlets import as_outlets_say
from onrecord.core.claims import AnswerRow, PositionRow
from onrecord.core.dates import When
from onrecord.core.identity import ActorId, RowId, SourceId
from onrecord.core.rows import SourceRow, StatementRow
from onrecord.core.vocabulary import Claim, Stance


class Working:
    """What claims are worked out from, as of both clocks: made ready once, for however many.

    What each claim comes to depends on what all statements call their speakers, and on what all
    documents carry; but not on other claims, save where a page was edited. So a decision on a claim
    works that claim out anew and no other.
    """

    def __init__(self, asked: Asked) -> None:
        self._asked = asked
        self._positions: dict[tuple[RowId, str], list[PositionRow]] = {}

    @cached_property
    def said(self) -> Mapping[Place, StatementRow]:
        """The statements known by then; a position of another is left out."""
        return self._asked.said()

    @cached_property
    def sources(self) -> dict[SourceId, SourceRow]:
        return {row.id: row for row in self._asked.sources()}

    @cached_property
    def _published(self) -> dict[SourceId, When | None]:
        return {id: row.published for id, row in self.sources.items()}

    @cached_property
    def _holders(self) -> assess.Holders:
        return self._asked.holders(self.said.values())

    @cached_property
    def _named(self) -> Callable[[StatementRow], Iterable[ActorId]]:
        return self._asked.named()

    @cached_property
    def _answered(self) -> dict[SourceId, list[AnswerRow]]:
        return _answers(self._asked, self.sources, self._holders)

    @cached_property
    def _newer(self) -> dict[SourceId, assess.Newer]:
        """The next version of each page that has one."""
        if all(row.versions < 2 for row in self.sources.values()):
            return {}
        return _newer(self._asked.versions(), self.sources)

    def states(self, claims: Iterable[Claim]) -> list[State]:
        """Give each claim with all that it comes to follows from, in the order of ids."""
        claims = sorted(claims, key=_id)
        told = {claim.id: digest(claim) for claim in claims}
        paged = {*self._newer, *(one.source for one in self._newer.values())}
        edits = assess.edited(
            {
                claim.id: self._taken(claim, told[claim.id])
                for claim in claims
                if paged and any(one.source in paged for one in claim.positions)
            },
            self._newer,
            self._asked.words,
        )
        return [
            State(claim, told[claim.id], edits.get(claim.id), digest(edits.get(claim.id)))
            for claim in claims
        ]

    def kept(self, state: State) -> KeptClaim | None:
        """Work a claim out; None where nobody takes a stance on it, and nobody wrote it."""
        claim, edit = state.claim, state.edit
        rows = [*self._taken(claim, state.told), *(edit.rows if edit is not None else ())]
        rows = [row for row in rows if assess.said_by(row, self._asked.valid)]
        rows = list(as_outlets_say(rows, self._holders))
        rows = list(as_the_text_says(rows, self._asked.headlines))
        if not rows and not claim.worded_by:
            return None
        origins = self._asked.counted(rows)
        about = tuple(dict.fromkeys(who for row in rows for who in self._named(row.statement)))
        return KeptClaim(
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
            answers=tuple(_answering(rows, about, self._answered)),
            instead=edit.instead if edit is not None else None,
        )

    def _taken(self, claim: Claim, told: str) -> list[PositionRow]:
        """Give the positions on a claim; those of one that edits ask for are at hand."""
        if (claim.id, told) not in self._positions:
            found = list(_positions(claim, self.said, self._published, self._holders))
            if not self._newer:
                return found
            self._positions[claim.id, told] = found
        return self._positions[claim.id, told]


@dataclass(frozen=True, slots=True)
class State:
    """A claim, what edits did to it, and digests of both: `name` tells this state from others."""

    claim: Claim
    told: str
    edit: assess.Edited | None
    edited: str

    @property
    def name(self) -> str:
        return f"{self.told}{self.edited}" if self.edit is not None else self.told


def digest(one: object) -> str:
    """Name something by all that it holds."""
    return hashlib.blake2b(msgspec.msgpack.encode(one), digest_size=12).hexdigest()


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
                said=_said(row, published.get(one.source)),
                origin=-1,
                scope=one.scope,
                likeness=one.likeness,
                because=one.because,
                party=holder.key,
                party_name=holder.name,
            )


def _said(row: StatementRow, published: When | None) -> When | None:
    """Give when something was said, by default when its document came out.

    A time from a day to another is when what is told of was, and so is one that was still to come.
    """
    if row.made is None or "/" in row.made.edtf:
        return published
    return published if published is not None and published.is_before(row.made) else row.made


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
