"""Questions on claims: their standing and why, what would change it, who moved when.

The first question of a moment works all claims out and keeps each; after that a listing and a
single claim are read back. A decision on a claim works that one out anew: the others are found
under what they were worked out from. What is kept can be thrown away: it is a function of the
record.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from functools import cached_property

import msgspec

from onrecord import assess
from onrecord.case.claiming import Asked
from onrecord.case.keeping import AtHand, Keeping, Memory, row_of
from onrecord.case.kept import KeptClaim, Place, decoded
from onrecord.case.marks import Marks
from onrecord.core.claims import ClaimLine, ClaimRow
from onrecord.core.dates import When
from onrecord.core.errors import NoSuchRow
from onrecord.core.folding import fold
from onrecord.core.identity import RowId
from onrecord.core.rows import StatementRow
from onrecord.core.standings import ClaimPage, ClaimPages, MoveRow, Why
from onrecord.core.vocabulary import Standing

RULES = 30
"""Raised when anything that is kept would come out otherwise: a new number finds nothing kept."""

PAGE = 500
"""Lines that are kept together: who wants the first of many reads no more."""


class Claims:
    """Answers as of one pair of clocks.

    Args:
        at_hand: what is at hand of the same context; None: nothing.
    """

    def __init__(self, memory: Memory, asked: Asked, at_hand: AtHand | None = None) -> None:
        self._memory, self._asked = memory, asked
        self._moment = f"{RULES} {asked.moment}"
        self._at_hand = at_hand or AtHand(asked)
        self._kept = Keeping(memory, asked, self._at_hand, RULES)

    @property
    def moment(self) -> str:
        """Name all that the claims depend on."""
        return self._moment

    # --- listings ---

    @cached_property
    def lines(self) -> list[ClaimLine]:
        """All claims, the best supported first; a dispute moves none up."""
        kept = self._pages()
        if kept is not None:
            return [line for page in kept for line in page]
        lines = [worked.line for worked in self._kept.all]
        pages = [lines[at : at + PAGE] for at in range(0, len(lines), PAGE)] or [[]]
        self._memory.remember_all(
            self._kept.kind("claim lines"),
            (
                (f"claim lines {number} {self._moment}", msgspec.json.encode((len(lines), page)))
                for number, page in enumerate(pages)
            ),
        )
        return lines

    def first(self, most: int) -> tuple[list[ClaimLine], int]:
        """Give the first so many of `lines`, and how many there are."""
        page = None if "lines" in self.__dict__ or most > PAGE else self._page(0)
        if page is None:
            return self.lines[:most], len(self.lines)
        count, lines = page
        return lines[:most], count

    def _page(self, number: int) -> tuple[int, list[ClaimLine]] | None:
        body = self._memory.remembered(f"claim lines {number} {self._moment}")
        return None if body is None else decoded(body, tuple[int, list[ClaimLine]])

    def _pages(self) -> list[list[ClaimLine]] | None:
        """Give the lines that are kept; None where one of them is not."""
        pages: list[list[ClaimLine]] = []
        count = 1
        while len(pages) * PAGE < count:
            page = self._page(len(pages))
            if page is None:
                return None
            count = page[0]
            pages.append(page[1])
        return pages

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
        return self._marks.on(
            self._kept.row(one, worked.kept)
            for one, worked in zip(self._kept.index, self._kept.all, strict=True)
        )

    # --- one claim ---

    def find(self, beginning: str) -> RowId:
        """Give the one claim whose id begins so.

        Raises:
            NoSuchRow: none does, or several do.
        """
        found = [id for id, *_ in self._kept.index if id.startswith(beginning)]
        if len(found) == 1 or beginning in found:
            return found[0] if len(found) == 1 else RowId(beginning)
        if found:
            raise NoSuchRow(f"several claims begin with {beginning}", help=", ".join(found[:10]))
        raise NoSuchRow(f"there is no claim {beginning}", help="'onrecord claims' lists them")

    def was(self, id: str) -> bool:
        """Say whether there is a claim of this id, or was when claims were last worked out."""
        return id in self._kept.before

    def worded_before(self, ids: Collection[str], most: int) -> dict[str, str]:
        """Give some claims as what they are, as they stood when claims were last worked out."""
        before = self._kept.before
        found = (self._kept.remembered(before[id]) for id in ids if id in before)
        return {one.line.id: one.line.attributed(most) for one in found if one is not None}

    def claim(self, id: str) -> ClaimRow:
        """Give one claim with the rows it rests on.

        Raises:
            NoSuchRow: there is none of this id as of then.
        """
        if id not in self._kept.states:
            raise NoSuchRow(f"there is no claim {id}", help="'onrecord claims' lists them")
        return self._several([id])[0]

    def _several(self, ids: Iterable[str]) -> list[ClaimRow]:
        """Give some claims; the statements of all of them are asked for at once."""
        ones = [self._kept.states[id] for id in ids]
        rows = self._at_hand.rows
        kept = {one: self._kept.worked(one).kept for one in ones if one not in rows}
        places = [each for claim in kept.values() for each in claim.positions]
        said: dict[Place, StatementRow] = {}
        if wanted := {str(each.statement) for each in places if each.own is None}:
            said |= {(row.source, row.id): row for row in self._asked.statements(wanted)}
        for each in places:
            if each.own is not None:
                said[each.source, each.statement] = self._asked.own(each.source, each.own)
        return self._marks.on(row_of(kept[one], said) if one in kept else rows[one] for one in ones)

    def worded(self, wordings: Sequence[str]) -> list[ClaimRow]:
        """Say how claims in one's own words stand: nothing is recorded, and nothing kept.

        Statements are placed on each by what their words say, as on a claim that somebody writes.
        """
        working = self._at_hand.working
        made = map(working.kept, working.states(self._asked.placed(wordings)))
        rows = self._marks.on(row_of(one, working.said) for one in made if one is not None)
        found = {row.wording: row for row in rows}
        return [found[wording] for wording in wordings]

    @cached_property
    def _marks(self) -> Marks:
        return self._asked.marks()

    def holding(self, places: Collection[Place]) -> dict[Place, list[ClaimRow]]:
        """Give the claims on which some statements take a stance, by source and statement."""
        speaks = self._speaks if places else {}
        ids = dict.fromkeys(id for _, statement in places for id in speaks.get(statement, ()))
        wanted, found = set(places), dict[Place, list[ClaimRow]]()
        for row in self._several(ids):
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
        key = f"claims by statement {self._moment}"
        body = self._memory.remembered(key)
        if body is not None:
            return decoded(body, dict[str, list[str]])
        found = _by_statement(sorted((one.kept for one in self._kept.all), key=_id))
        self._memory.remember_all(
            self._kept.kind("claims by statement"), [(key, msgspec.json.encode(found))]
        )
        return found

    def why(self, row: ClaimRow) -> Why:
        """Say by which rule and rows a claim stands as it does, and what would change it."""
        return assess.why(row.positions, instead=row.instead)

    def page(self, row: ClaimRow) -> ClaimPage:
        """Give all that is shown of one claim."""
        taken, moves = tuple(assess.taken(row)), tuple(assess.moves(row))
        return ClaimPage(row=row, why=self.why(row), taken=taken, moves=moves)

    @property
    def pages(self) -> ClaimPages:
        """What a dossier shows: claims that more than one statement speaks to, or people word."""
        # Of a large case most claims rest on one statement: their rows are not made for this.
        likely = self._marks.on(
            self._kept.row(one, worked.kept)
            for one, worked in zip(self._kept.index, self._kept.all, strict=True)
            if len(worked.kept.positions) > 1 or worked.kept.worded_by
        )
        shown = tuple(row for row in likely if len(row.positions) > 1 or row.worded_by)
        ids = {row.id for row in shown}
        return ClaimPages(
            rows=shown,
            alone=len(self._kept.index) - len(shown),
            moves=tuple(move for move in self.changed() if move.claim in ids),
            page=self.page,
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
        return self._marks.on(self._all_moves())

    def _all_moves(self) -> list[MoveRow]:
        key = f"claim moves {self._moment}"
        body = self._memory.remembered(key)
        if body is not None:
            return decoded(body, list[MoveRow])
        found = [move for one in self._kept.all for move in one.moves]
        found.sort(key=lambda move: (move.after.known, str(move.after.when), move.title))
        self._memory.remember_all(
            self._kept.kind("claim moves"), [(key, msgspec.json.encode(found))]
        )
        return found


def _id(claim: KeptClaim) -> str:
    return claim.id


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
