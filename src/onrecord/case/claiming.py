"""What the room of claims asks the rest of a case for, as of both clocks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from onrecord import assess
from onrecord.case.kept import Place
from onrecord.case.marks import Marks
from onrecord.core.claims import PositionRow
from onrecord.core.dates import When
from onrecord.core.identity import ActorId, SourceId
from onrecord.core.rows import ReplyRow, SourceRow, StatementRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Claim, Text


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
        context: names all that claims depend on, as of both clocks, but what was decided on claims.
        moment: names these decisions too.
        now: neither clock is asked for.
        valid: the valid time asked for.
        grouped: gives the claims with the positions that statements take on them.
        placed: puts statements to claims given in words.
        said: all statements, with the actors who are held to make them, and with what outlets say
            themselves.
        statements: rows by id, with nobody held to speak.
        own: gives a sentence that an outlet says itself, by its place.
        holders: tells whose positions statements are, from all of them.
        counted: counts the origins of a claim.
        sources: all sources known.
        versions: which source is a later version of the page of which: earlier, later.
        words: gives the readable text of a source.
        headlines: gives where the headlines of a source stand.
        named: gives the actors that the words of a statement name, when it is asked to begin.
        replies: what became of requests, as of both clocks.
        marks: what people put on statements and replies; all other rows come without.
    """

    context: str
    moment: str
    now: bool
    valid: When | None
    grouped: Callable[[], Sequence[Claim]]
    placed: Callable[[Sequence[str]], Sequence[Claim]]
    said: Callable[[], Mapping[Place, StatementRow]]
    statements: Callable[[set[str]], Iterable[StatementRow]]
    own: Callable[[SourceId, Span], StatementRow]
    holders: Callable[[Iterable[StatementRow]], assess.Holders]
    counted: Callable[[Sequence[PositionRow]], Counted]
    sources: Callable[[], Sequence[SourceRow]]
    versions: Callable[[], Iterable[tuple[SourceId, SourceId]]]
    words: Callable[[SourceId], str]
    headlines: Callable[[SourceId], Iterable[Span]]
    named: Callable[[], Callable[[StatementRow], Iterable[ActorId]]]
    replies: Callable[[], Sequence[ReplyRow]]
    marks: Callable[[], Marks]


def all_said(
    statements: Iterable[StatementRow],
    sources: Iterable[SourceRow],
    text: Callable[[SourceRow], Text],
) -> list[StatementRow]:
    """Give all statements, and with them what outlets say themselves, in the order of knowing.

    Of one day, source by source: what a new source says comes after all that was there, so claims
    are grouped on from where they were.
    """
    said = list(statements)
    by_source: dict[SourceId, list[StatementRow]] = {}
    for row in said:
        by_source.setdefault(row.source, []).append(row)
    order: dict[SourceId, int] = {}
    for source in sources:
        order[source.id] = len(order)
        if source.text is not None and not (words := text(source)).is_rows:
            said += assess.own_voice(source, words, by_source.get(source.id, []))
    return sorted(said, key=lambda row: (row.known, order.get(row.source, len(order))))
