"""What people decide about claims, laid over what the machine proposes.

Judgements are taken in their order, and each only changes what it names, so that without one of
them all is as if it had never been given. A claim joined to an older one keeps answering to its own
id; parting gives it its own row again. A judgement on what is not there does nothing: it is an
orphan.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from onrecord.core.identity import RowId, StatementId, kind_of, row_id
from onrecord.core.vocabulary import Claim, Judgement, Position, Stance, Verb

Placing = Callable[[str], Iterable[Position]]
"""Gives the positions of statements on a claim that is given in words."""


@dataclass(slots=True)
class _Held:
    """One claim as decided so far. Its wording and its end are those of the row that it leads."""

    claim: Claim
    rejected: bool = False
    confirmed: str = ""
    decided: dict[StatementId, Position | None] = field(default_factory=dict)


class _Decided:
    """Claims and the decisions on them."""

    def __init__(
        self, claims: Iterable[Claim], statements: Callable[[], Iterable[Position]]
    ) -> None:
        self.held = {claim.id: _Held(claim) for claim in claims}
        self.together: list[list[RowId]] = [[id] for id in self.held]
        self._statements = statements

    @cached_property
    def _sources(self) -> dict[StatementId, list[Position]]:
        found: dict[StatementId, list[Position]] = {}
        for one in self._statements():
            found.setdefault(one.statement, []).append(one)
        return found

    def of(self, id: str) -> list[RowId]:
        """Give the claims joined with this one, the oldest first; none where there is no such."""
        return next((some for some in self.together if id in some), [])

    def write(self, judgement: Judgement, positions: Iterable[Position]) -> None:
        id = row_id("clm", judgement.id)
        if id in self.held or not judgement.value.strip():
            return
        claim = Claim(
            id=id, wording=judgement.value, worded_by=judgement.by, positions=tuple(positions),
            because=(f"written by {judgement.by}: {judgement.because}",),
        )  # fmt: skip
        self.held[id] = _Held(claim)
        self.together.append([id])
        known = {position.statement: position.stance for position in claim.positions}
        for about in judgement.about:
            statement = StatementId(about)
            self._place(id, statement, known.get(statement, Stance.ASSERTS), judgement)

    def join(self, one: str, other: str) -> None:
        a, b = self.of(one), self.of(other)
        if not a or not b or a is b:
            return
        order = list(self.held)
        joined = sorted(a + b, key=order.index)
        self.together = [some for some in self.together if some is not a and some is not b]
        self.together.append(joined)

    def part(self, one: str, other: str) -> None:
        some = self.of(one)
        if other not in some or one == other:
            return
        # Whichever is the younger goes, alone.
        gone = max((id for id in some if id in (one, other)), key=some.index)
        some.remove(gone)
        self.together.append([gone])

    def place(self, judgement: Judgement) -> None:
        """Take the stance that a person gives a statement on a claim."""
        claim, statement = judgement.about[0], StatementId(judgement.about[1])
        if claim in self.held and judgement.value in list(Stance):
            self._place(RowId(claim), statement, Stance(judgement.value), judgement)

    def _place(
        self, claim: RowId, statement: StatementId, stance: Stance, judgement: Judgement
    ) -> None:
        found = self._sources.get(statement)
        if found:
            self.held[claim].decided[statement] = replace(
                found[0], stance=stance, scope=judgement.note, likeness=None,
                because=(f"placed by {judgement.by}: {judgement.because}",),
            )  # fmt: skip

    def remove(self, claim: str, statement: str) -> None:
        for id in self.of(claim):
            self.held[id].decided[StatementId(statement)] = None

    def rows(self) -> list[Claim]:
        order = {id: at for at, id in enumerate(self.held)}
        made = []
        for some in sorted(self.together, key=lambda some: order[some[0]]):
            if any(self.held[id].rejected for id in some):
                continue
            claim = self._row(some)
            if claim.positions or claim.worded_by:
                made.append(claim)
        return made

    def _row(self, some: Sequence[RowId]) -> Claim:
        lead = self.held[some[0]].claim
        worded = next((self.held[id].claim for id in some if self.held[id].claim.worded_by), lead)
        found: dict[tuple[str, str], Position] = {}
        because = list(lead.because)
        for id in some:
            held = self.held[id]
            for position in self._positions(held):
                found.setdefault((position.source, position.statement), position)
            if id != lead.id:
                because.append(f"joined with {id}")
            if held.confirmed:
                because.append(held.confirmed)
        return replace(
            lead, wording=worded.wording, worded_by=worded.worded_by,
            positions=tuple(found.values()), because=tuple(because),
        )  # fmt: skip

    def _positions(self, held: _Held) -> Iterable[Position]:
        seen = set()
        for position in held.claim.positions:
            seen.add(position.statement)
            decided = held.decided.get(position.statement, position)
            if decided is not None:
                yield position if decided is position else replace(decided, source=position.source)
        for statement, decided in held.decided.items():
            if statement not in seen and decided is not None:
                for one in self._sources[statement]:
                    yield replace(decided, source=one.source)


def judged(
    claims: Iterable[Claim],
    judgements: Iterable[Judgement],
    statements: Callable[[], Iterable[Position]],
    placing: Placing,
) -> list[Claim]:
    """Lay people's decisions over proposed claims, in the order in which they were given.

    Args:
        claims: what the machine proposes, the oldest first.
        judgements: those in force; what they say of other things than claims is passed over.
        statements: gives for each statement of the case a position that names its source and its
            id, if a decision names one; the stance of it is not read.
        placing: gives the positions that the machine proposes on a claim somebody writes.
    """
    made = _Decided(claims, statements)
    for one in judgements:
        kinds = tuple(kind_of(about) for about in one.about)
        if one.verb is Verb.WRITE:
            made.write(one, placing(one.value))
        elif one.verb is Verb.JOIN and kinds == ("claim", "claim"):
            made.join(*one.about)
        elif one.verb is Verb.PART and kinds == ("claim", "claim"):
            made.part(*one.about)
        elif one.verb is Verb.PART and sorted(kinds) == ["claim", "statement"]:
            made.remove(*sorted(one.about))
        elif one.verb is Verb.PLACE and kinds == ("claim", "statement"):
            made.place(one)
        elif kinds == ("claim",) and one.about[0] in made.held:
            _decide(made, made.held[RowId(one.about[0])], one)
    return made.rows()


def _decide(made: _Decided, held: _Held, one: Judgement) -> None:
    if one.verb is Verb.REWORD and one.value.strip():
        reworded = replace(held.claim, wording=one.value, worded_by=one.by)
        held.claim = replace(
            reworded, because=(*held.claim.because, f"reworded by {one.by}: {one.because}")
        )
    elif one.verb is Verb.REJECT:
        held.rejected = True
    elif one.verb is Verb.CONFIRM:
        held.rejected = False
        held.confirmed = f"confirmed by {one.by}: {one.because}"
