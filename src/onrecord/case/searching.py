"""Searching a case: by the words that stand there, and by what statements mean."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from onrecord import ask, assess
from onrecord.case import concerning
from onrecord.case.claiming import all_said
from onrecord.case.claims import Claims
from onrecord.case.latest import Latest
from onrecord.case.listing import Listing
from onrecord.core.rows import Hit, StatementRow
from onrecord.core.vocabulary import AsOf
from onrecord.ledger import Ledger

LEAST = 0.3
"""What is less like what was asked is left out. On our invented case 68 in 100 pairs of statements
that speak to one claim are so much alike, and 20 in 100 of any two (measured 2026-11-26)."""
_ALL = 2000
"""So much is found before anything is left out of it."""


class _Meanings(Protocol):
    def near(
        self, words: str, measure: assess.Measure, most: int, least: float
    ) -> list[tuple[int, float]]: ...


class Searching:
    """Finds rows as of both clocks; the vectors of the moment last asked for are at hand."""

    def __init__(self, ledger: Ledger, listing: Listing, claims: Callable[[AsOf], Claims]) -> None:
        self._ledger, self._list, self._claims = ledger, listing, claims
        self._ready = Latest[tuple[list[StatementRow], _Meanings]]()

    def worded(self, query: str, as_of: AsOf, most: int, narrowed: ask.Narrowed) -> list[Hit]:
        """Find the sentences that hold all the words of `query`."""
        many = most if narrowed == ask.Narrowed() else _ALL
        found = self._ledger.search(query, as_of, many)
        said = [hit.statement for hit in found if hit.statement is not None]
        rows = ask.with_actors(said, self._list.people(as_of))
        known = {(row.source, row.id): row for row in ask.graded(rows, self._list.grades(as_of))}
        with_actors = [
            hit
            if hit.statement is None
            else replace(hit, statement=known[hit.source, hit.statement.id])
            for hit in found
        ]
        return self._left(with_actors, as_of, most, narrowed)

    def alike(self, words: str, as_of: AsOf, most: int, narrowed: ask.Narrowed) -> list[Hit]:
        """Find the statements that mean what `words` do, and what documents say themselves."""
        measure = assess.load_measure()
        rows, meanings = self._ready.of(
            f"{measure.digest} {concerning.all_but_marks(self._ledger.ask.clause(as_of))}",
            lambda: self._made_ready(measure, as_of),
        )
        many = most if narrowed == ask.Narrowed() else _ALL
        found = [
            Hit(
                source=rows[at].source,
                source_label=rows[at].source_label,
                at=rows[at].at,
                words=rows[at].content,
                found=(),
                statement=rows[at],
                likeness=round(likeness, 3),
            )
            for at, likeness in meanings.near(words, measure, many, LEAST)
        ]
        return self._left(self._list.marks(as_of).on(found), as_of, most, narrowed)

    def _made_ready(
        self, measure: assess.Measure, as_of: AsOf
    ) -> tuple[list[StatementRow], _Meanings]:
        sources = [row for row in self._list.sources(as_of) if row.text is not None]
        rows = [
            row
            for row in all_said(self._list.statements(as_of), sources, self._list.text_of)
            if row.duplicate_of is None
        ]
        moment = concerning.all_but_marks(self._ledger.ask.clause(as_of))
        key = f"meanings {measure.digest} {moment}"
        body = self._ledger.remembered(key)
        if body is not None:
            return rows, assess.read_meanings(body)
        made = assess.meanings(
            rows, measure, wordings=self._list.wordings(rows, as_of), memory=self._ledger
        )
        self._ledger.remember("meanings", key, made.written())
        return rows, made

    def _left(self, found: list[Hit], as_of: AsOf, most: int, narrowed: ask.Narrowed) -> list[Hit]:
        left = narrowed.of(
            found,
            lambda: {
                statement: {line.standing for line in lines}
                for statement, lines in self._claims(as_of).spoken_to.items()
            },
            lambda: {row.id: row.published for row in self._list.sources(as_of)},
        )
        return [hit for hit, _ in zip(left, range(most), strict=False)]
