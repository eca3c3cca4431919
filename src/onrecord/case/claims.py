"""Questions on claims: their standing and why, what would change it, who moved when.

The first question of a moment works all claims out and keeps them; after that a listing and a
single claim are read back. What is kept can be thrown away: it is a function of the record.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Protocol

import msgspec

from onrecord import assess
from onrecord.case.claiming import Asked, worked_out
from onrecord.case.kept import KeptClaim, Place, decoded, position
from onrecord.core.claims import ClaimLine, ClaimRow
from onrecord.core.dates import When
from onrecord.core.errors import NoSuchRow
from onrecord.core.folding import fold
from onrecord.core.identity import RowId
from onrecord.core.rows import StatementRow
from onrecord.core.standings import ClaimPage, ClaimPages, MoveRow, Why
from onrecord.core.vocabulary import Standing

RULES = 8
"""Raised when anything that is kept would come out otherwise: a new number finds nothing kept."""


class Memory(Protocol):
    """What can be thrown away and worked out again; the ledger keeps it."""

    def remembered(self, key: str) -> bytes | None: ...
    def remember_all(self, kind: str, bodies: Iterable[tuple[str, bytes]]) -> None: ...


class Claims:
    """Answers as of one pair of clocks."""

    def __init__(self, memory: Memory, asked: Asked) -> None:
        self._memory, self._asked = memory, asked
        self._moment = f"{RULES} {asked.moment}"

    # --- listings ---

    @cached_property
    def lines(self) -> list[ClaimLine]:
        """All claims, the best supported first; a dispute moves none up."""
        key = f"claim lines {self._moment}"
        body = self._memory.remembered(key)
        if body is not None:
            return decoded(body, list[ClaimLine])
        lines = [ClaimLine.of(row) for row in self.rows]
        self._remember("claim lines", [(key, msgspec.json.encode(lines))])
        self.changed()  # the rows are at hand now
        return lines

    def of(
        self,
        *,
        actor: str = "",
        standing: Standing | None = None,
        source: str = "",
        words: str = "",
    ) -> list[ClaimLine]:
        """List claims.

        Args:
            actor: only those on which this actor takes a stance: a name or an id.
            standing: only those of this standing.
            source: only those on which a statement of this source takes a stance.
            words: only those whose wording holds all these words.
        """
        wanted, name = set(fold(words).split()), fold(actor)
        return [
            line
            for line in self.lines
            if (standing is None or line.standing is standing)
            and (not source or source in line.spoken_to_in)
            and (not wanted or _holds(line.wording, wanted))
            and (
                not actor
                or any(one.actor == actor or fold(one.called) == name for one in line.stands)
            )
        ]

    @cached_property
    def rows(self) -> list[ClaimRow]:
        """All claims with the rows they rest on, in the order of `lines`."""
        said = {(row.source, row.id): row for row in self._asked.statements(None)}
        rows = [self._row(one, said) for one in self._kept(said)]
        return sorted(rows, key=lambda row: (row.weight, row.id))

    # --- one claim ---

    def find(self, beginning: str) -> RowId:
        """Give the one claim whose id begins so.

        Raises:
            NoSuchRow: none does, or several do.
        """
        if self._memory.remembered(self._claim_key(beginning)) is not None:
            return RowId(beginning)
        found = [line.id for line in self.lines if line.id.startswith(beginning)]
        if len(found) == 1 or beginning in found:
            return found[0] if len(found) == 1 else RowId(beginning)
        if found:
            raise NoSuchRow(f"several claims begin with {beginning}", help=", ".join(found[:10]))
        raise NoSuchRow(f"there is no claim {beginning}", help="'onrecord claims' lists them")

    def claim(self, id: str) -> ClaimRow:
        """Give one claim with the rows it rests on.

        Raises:
            NoSuchRow: there is none of this id as of then.
        """
        body = self._memory.remembered(self._claim_key(id))
        if body is None:
            for row in self.rows:
                if row.id == id:
                    return row
            raise NoSuchRow(f"there is no claim {id}", help="'onrecord claims' lists them")
        kept = decoded(body, KeptClaim)
        ids: set[str] = {one.statement for one in kept.positions if one.own is None}
        said = {(row.source, row.id): row for row in self._asked.statements(ids)}
        for one in kept.positions:
            if one.own is not None:
                said[one.source, one.statement] = self._asked.own(one.source, one.own)
        return self._row(kept, said)

    def worded(self, wordings: Sequence[str]) -> list[ClaimRow]:
        """Say how claims in one's own words stand: nothing is recorded, and nothing kept.

        Statements are placed on each by what their words say, as on a claim that somebody writes.
        """
        said = {(row.source, row.id): row for row in self._asked.statements(None)}
        written = replace(self._asked, grouped=lambda rows: self._asked.placed(rows, wordings))
        rows = {one.wording: self._row(one, said) for one in worked_out(written, said)}
        return [rows[wording] for wording in wordings]

    def holding(self, places: Collection[Place]) -> dict[Place, list[ClaimRow]]:
        """Give the claims on which some statements take a stance, by source and statement."""
        speaks = self._speaks if places else {}
        ids = dict.fromkeys(id for _, statement in places for id in speaks.get(statement, ()))
        wanted, found = set(places), dict[Place, list[ClaimRow]]()
        for row in map(self.claim, ids):
            for one in row.positions:
                place = one.statement.source, one.statement.id
                if place in wanted and not one.edit:
                    found.setdefault(place, []).append(row)
        return found

    @cached_property
    def spoken_to(self) -> dict[str, list[ClaimLine]]:
        """Give the claims on which each statement takes a stance, by its id."""
        lines: dict[str, ClaimLine] = {line.id: line for line in self.lines}
        return {
            statement: [lines[claim] for claim in claims if claim in lines]
            for statement, claims in self._speaks.items()
        }

    @cached_property
    def _speaks(self) -> dict[str, list[str]]:
        """To which claims each statement speaks."""
        body = self._memory.remembered(f"claims by statement {self._moment}")
        if body is None:
            return _by_statement(self._kept())
        return decoded(body, dict[str, list[str]])

    def why(self, row: ClaimRow) -> Why:
        """Say by which rule and rows a claim stands as it does, and what would change it."""
        return assess.why(row.positions, instead=row.instead)

    def page(self, row: ClaimRow) -> ClaimPage:
        """Give all that is shown of one claim."""
        taken, moves = tuple(assess.taken(row)), tuple(assess.moves(row))
        return ClaimPage(row=row, why=self.why(row), taken=taken, moves=moves)

    @property
    def pages(self) -> ClaimPages:
        """All that a dossier shows: the claims that more than one statement speaks to."""
        shown = [row for row in self.rows if len(row.positions) > 1]
        return ClaimPages(
            pages=tuple(self.page(row) for row in shown), alone=len(self.rows) - len(shown)
        )

    # --- over time ---

    def changed(self, since: When | None = None) -> list[MoveRow]:
        """List all changes of position, the latest last.

        Args:
            since: only those that came to be known on this day or later.
        """
        return self._moves if since is None else assess.since(self._moves, since)

    @cached_property
    def _moves(self) -> list[MoveRow]:
        key = f"claim moves {self._moment}"
        body = self._memory.remembered(key)
        if body is not None:
            return decoded(body, list[MoveRow])
        found = [move for row in self.rows for move in assess.moves(row)]
        found.sort(key=lambda move: (move.after.known, str(move.after.when), move.title))
        self._remember("claim moves", [(key, msgspec.json.encode(found))])
        return found

    # --- what is kept ---

    def _claim_key(self, id: str) -> str:
        return f"claim {id} {self._moment}"

    def _remember(self, kind: str, bodies: Iterable[tuple[str, bytes]]) -> None:
        """Keep the newest of a kind: what is so now apart from what was so then."""
        self._memory.remember_all(kind if self._asked.now else f"{kind} then", bodies)

    def _kept(self, said: Mapping[Place, StatementRow] | None = None) -> list[KeptClaim]:
        """Give the claims as of both clocks: read back, or worked out and kept.

        Args:
            said: all statements known by then, where they are at hand.
        """
        key = f"claims {self._moment}"
        body = self._memory.remembered(key)
        if body is not None:
            return decoded(body, list[KeptClaim])
        if said is None:
            said = {(row.source, row.id): row for row in self._asked.statements(None)}
        made = list(worked_out(self._asked, said))
        speaks = msgspec.json.encode(_by_statement(made))
        self._remember("claims", [(key, msgspec.json.encode(made))])
        self._remember("claims by statement", [(f"claims by statement {self._moment}", speaks)])
        self._remember(
            "claim", ((self._claim_key(one.id), msgspec.json.encode(one)) for one in made)
        )
        return made

    def _row(self, kept: KeptClaim, said: Mapping[Place, StatementRow]) -> ClaimRow:
        positions = tuple(
            position(one, said[one.source, one.statement])
            for one in kept.positions
            if (one.source, one.statement) in said
        )
        derived = assess.standing(positions, instead=kept.instead)
        return ClaimRow(
            id=kept.id,
            wording=kept.wording,
            worded_by=kept.worded_by,
            standing=derived.standing,
            because=derived.because,
            positions=positions,
            origins=kept.origins,
            counted=kept.counted,
            stands=derived.stands,
            corroborated_by=derived.independent,
            weight=assess.weight(derived),
            about=kept.about,
            answers=kept.answers,
            instead=kept.instead,
            proposed=kept.proposed,
        )


def _by_statement(claims: Iterable[KeptClaim]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for claim in claims:
        for id in dict.fromkeys(one.statement for one in claim.positions):
            found.setdefault(id, []).append(claim.id)
    return found


def _holds(wording: str, words: set[str]) -> bool:
    """Say whether a wording holds all of some folded words; most is ruled out unfolded."""
    plain = wording.casefold().replace("'", "").replace("`", "")
    if wording.isascii() and not all(word in plain for word in words):
        return False
    return words <= set(fold(wording).split())
