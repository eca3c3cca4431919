"""Judging: what people decided, as of both clocks, and the one way by which they decide."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Protocol

from onrecord.core.dates import When
from onrecord.core.deciding import decided
from onrecord.core.judged import JudgementRow
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
    """

    def __init__(
        self, made: Decisions, anchor: Callable[[str], str], decide: Decide, quote: Quote
    ) -> None:
        self._made, self._anchor, self._decide, self._quote = made, anchor, decide, quote

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

    @cached_property
    def rows(self) -> list[JudgementRow]:
        """All judgements in force, with the rows they are about."""
        now = self._made.now
        about = {row for one, _ in self._made.given for row in one.about}
        words = self._quote({now.get(row) or row for row in about})
        rows = []
        for one, known in self._made.given:
            read = tuple(now.get(row, row) for row in one.about)
            rows.append(
                JudgementRow(
                    id=one.id,
                    verb=one.verb,
                    about=one.about,
                    now=read,
                    value=one.value,
                    by=one.by,
                    because=one.because,
                    known=known,
                    when=one.when,
                    note=one.note,
                    words=tuple(
                        words.get(row or then, "")
                        for row, then in zip(read, one.about, strict=True)
                    ),
                )
            )
        return rows
