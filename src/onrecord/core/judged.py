"""Judgements as rows: what was decided, of what, by whom, why, and what became of its anchors."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.core.dates import When
from onrecord.core.identity import RowId, kind_of
from onrecord.core.vocabulary import Judgement, Verb


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementRow:
    """One judgement in force.

    `about` is what it was given of, `now` the same rows as they are read now: another id where
    the words of a row moved a little, None where no row in force has them (an orphan). `words` are
    those rows in their own words, with whose they are; '' where nothing is to be quoted.
    """

    id: RowId
    verb: Verb
    about: tuple[str, ...]
    now: tuple[str | None, ...]
    value: str
    by: str
    because: str
    known: str
    when: When | None = None
    note: str = ""
    words: tuple[str, ...] = ()

    @property
    def orphans(self) -> tuple[str, ...]:
        """Give the anchors that no row in force has any more."""
        return tuple(row for row, now in zip(self.about, self.now, strict=True) if now is None)

    @property
    def moved(self) -> tuple[tuple[str, str], ...]:
        """Give the anchors that were carried over to a row with slightly other words."""
        pairs = zip(self.about, self.now, strict=True)
        return tuple((row, now) for row, now in pairs if now is not None and now != row)

    @property
    def title(self) -> str:
        """Say what was decided, without a word of what the rows say."""
        return decided_words(self.verb, self.about, self.value, self.when, self.note)


_ELSEWHERE = frozenset((Verb.APPLY, Verb.ENTER, Verb.WRITE, Verb.REWORD))
"""Verbs whose value is not told here: a whole standard, a whole row, and a claim's wording, which
never goes without how the claim stands."""


def decided_words(
    verb: Verb, about: tuple[str, ...], value: str, when: When | None, note: str
) -> str:
    """Say in one line what a judgement decides of which rows."""
    rows = ", ".join(f"{kind_of(row)} {row[:12]}" if kind_of(row) else row for row in about)
    words = f"{verb} {rows}".strip()
    if verb is Verb.ENTER and len(about) > 1:
        first, *others = rows.split(", ")
        words = f"enter {first} in place of {', '.join(others)}"
    if value and verb not in _ELSEWHERE:
        words += f": {value}"
    if note:
        words += f" ({note})"
    return f"{words}, for {when}" if when is not None else words


def without_words(one: Judgement) -> Judgement:
    """Leave out the words of a row that a judgement enters: they go out with whose they are."""
    return replace(one, value=kind_of(one.about[0])) if one.verb is Verb.ENTER else one
