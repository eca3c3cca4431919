"""Judging: what people decided, as of both clocks, and the one way by which they decide."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Protocol

from onrecord import ask
from onrecord.core.auditing import AuditRow
from onrecord.core.dates import When
from onrecord.core.deciding import decided, hypothesis_of
from onrecord.core.errors import NoSuchRow
from onrecord.core.grading import Grade
from onrecord.core.hypotheses import Matrix
from onrecord.core.judged import JudgementRow, without_words
from onrecord.core.vocabulary import Judgement, Verb
from onrecord.ledger import Decisions

Quote = Callable[[Iterable[str]], Mapping[str, str]]
"""Gives rows in their words, with whose they are; rows that have none are left out."""


class Decide(Protocol):
    """Puts a decision on record and gives it."""

    def __call__(
        self,
        verb: Verb,
        about: tuple[str, ...],
        *,
        by: str | None = None,
        because: str = "",
        value: str = "",
        when: When | None = None,
        note: str = "",
    ) -> Judgement: ...


class Judging:
    """Lists the judgements in force and takes new ones.

    Args:
        made: what the ledger has in force.
        anchor: gives the id a judgement is anchored to, of what a person calls a row.
        decide: records a decision.
        quote: gives rows in their words.
        valid: leaves out grades that hold only from a later day on.
    """

    def __init__(
        self,
        made: Decisions,
        anchor: Callable[[str], str],
        decide: Decide,
        quote: Quote,
        valid: When | None = None,
    ) -> None:
        self._made, self._anchor, self._decide, self._quote = made, anchor, decide, quote
        self._valid = valid

    def give(
        self,
        verb: Verb,
        about: Sequence[str] = (),
        *,
        because: str,
        value: str = "",
        by: str | None = None,
        when: When | None = None,
        note: str = "",
    ) -> Judgement:
        """Record a judgement; it can be taken back, and nothing it decides is lost then.

        Args:
            about: the rows it is about; an id may be cut short.
            value: what is decided, where the verb does not say it.
            when: the day for which it holds.
            note: what narrows it, as the scope of a denial does.

        Raises:
            NoSuchRow: no row bears such an id, or several do.
            WrongUse: the verb is not about such rows, the value is none of its scale, no reason.
        """
        rows = tuple(about) if verb is Verb.FIND else tuple(self._anchor(row) for row in about)
        value = decided(verb, rows, value, because)
        return self._decide(
            verb, rows, by=by, because=because.strip(), value=value, when=when, note=note.strip()
        )

    def of(
        self, *, verb: Verb | None = None, by: str = "", about: str = "", orphans: bool = False
    ) -> list[JudgementRow]:
        """List judgements in force, in the order in which they were given.

        Args:
            about: only those about this row, under its id then or now.
            orphans: only those about a row that is no longer read.
        """
        row = self._anchor(about) if about else ""
        return [
            one
            for one in self.rows
            if (verb is None or one.verb is verb)
            and (not by or one.by == by)
            and (not row or row in one.about or row in one.now)
            and (not orphans or one.orphans)
        ]

    def row(self, id: str) -> JudgementRow:
        """Give one judgement in force, with the rows it is about in their words.

        Raises:
            NoSuchRow: none in force has this id.
        """
        found = next((one for one in reversed(self.given) if one.id == id), None)
        if found is None:
            raise NoSuchRow(f"no judgement {id} is in force", help="see 'onrecord judgements'")
        words = self._words(_anchors(found))
        return replace(found, words=tuple(words.get(row, "") for row in _anchors(found)))

    @property
    def rows(self) -> list[JudgementRow]:
        """All judgements in force, with the rows they are about in their words."""
        return self._rows_once

    @cached_property
    def _rows_once(self) -> list[JudgementRow]:
        words = self._words({row for one in self.given for row in _anchors(one)})
        return [
            replace(one, words=tuple(words.get(row, "") for row in _anchors(one)))
            for one in self.given
        ]

    @cached_property
    def given(self) -> list[JudgementRow]:
        """The same without the words of the rows."""
        return given(self._made)

    @property
    def grades(self) -> dict[str, tuple[Grade, ...]]:
        """The grades of every row that has some, each person's with its history."""
        return self._grades_once

    @cached_property
    def _grades_once(self) -> dict[str, tuple[Grade, ...]]:
        return ask.grades(self.given, self._valid)

    @property
    def hypotheses(self) -> Matrix:
        """What is supposed, held against the evidence, as each person rates it."""
        return self._hypotheses_once

    @cached_property
    def _hypotheses_once(self) -> Matrix:
        rated = {_anchors(one)[1] for one in self.given if one.verb is Verb.RATE}
        return ask.matrix(self.given, self._words(rated), self.grades)

    @property
    def audited(self) -> list[AuditRow]:
        """How many of the rows that chance drew were right, by kind, reader and person."""
        return self._audited_once

    @cached_property
    def _audited_once(self) -> list[AuditRow]:
        return ask.audited(self.given)

    def quoted(self, rows: Iterable[str]) -> Mapping[str, str]:
        """Give rows, claims and hypotheses in their words, with whose they are."""
        return self._words(rows)

    def _words(self, rows: Iterable[str]) -> Mapping[str, str]:
        wanted = set(rows)
        supposed: dict[str, str] = {
            hypothesis_of(one.id): f"{one.by} supposes: {one.value}"
            for one in self.given
            if one.verb is Verb.SUPPOSE
        }
        return {**self._quote(wanted), **{row: supposed[row] for row in wanted & supposed.keys()}}


def given(made: Decisions) -> list[JudgementRow]:
    """Give the judgements in force, in the order in which they were given, without any words."""
    now = made.now
    return [
        JudgementRow(
            id=one.id,
            verb=one.verb,
            about=one.about,
            now=tuple(now.get(row, row) for row in one.about),
            value=without_words(one).value,
            by=one.by,
            because=one.because,
            known=known,
            when=one.when,
            note=one.note,
        )
        for one, known in made.given
    ]


def _anchors(one: JudgementRow) -> tuple[str, ...]:
    """Give the rows a judgement is about as they are read now, orphans as they were."""
    return tuple(now or was for now, was in zip(one.now, one.about, strict=True))
