"""One sentence for the pass of events: its phrases, its dates by their words, its clauses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from onrecord.core.vocabulary import ActorKind, Dated, Mention
from onrecord.reader.events.tables import Tables
from onrecord.reader.flows.phrases import Phrases, Range
from onrecord.reader.lexicon import Lexicon
from onrecord.reader.words import Word

_OWN = ("’s", "'s", "’", "'")
_OWNS = ("his", "her", "their", "its", "my", "our")
_BACK = 4
"""Between "their" and the noun that it owns stand no more words."""


class Sentence:
    """One sentence. `phrases` cuts it; `dates` are its dates, by the numbers of their words."""

    def __init__(
        self,
        words: list[Word],
        lexicon: Lexicon,
        tables: Tables,
        starting: Mapping[int, Mention],
        dated: Sequence[Dated],
    ) -> None:
        self.words, self.lexicon, self.tables = words, lexicon, tables
        self.starting = starting
        starts = {one.at.start for one in dated}
        self.phrases = Phrases(words, lexicon, tables.phrases, starting, starts)
        self.dates = list(self._numbered(dated))
        self.lows = frozenset(word.low for word in words)

    def _numbered(self, dated: Sequence[Dated]) -> list[tuple[Range, Dated]]:
        found, number = [], 0
        for one in dated:
            while number < len(self.words) and self.words[number].end <= one.at.start:
                number += 1
            last = number
            while last < len(self.words) and self.words[last].start < one.at.end:
                last += 1
            found.append(((number, last), one))
        return found

    @cached_property
    def _date_ends(self) -> dict[int, int]:
        return {first: last for (first, last), _ in self.dates}

    def past_date(self, at: int) -> int:
        """Step past a date that begins with a word."""
        return max(at + 1, self._date_ends.get(at, at))

    def low(self, number: int) -> str:
        """Give a word in small letters, '' beyond the sentence."""
        return self.words[number].low if 0 <= number < len(self.words) else ""

    def is_place(self, phrase: Range) -> bool:
        """Say whether a phrase begins with a place: a named one, or else any capital."""
        first = phrase[0]
        while first + 1 < phrase[1] and self.low(first) in self.lexicon.determiners:
            first += 1
        mention = self.starting.get(self.words[first].start)
        if mention is not None:
            return mention.kind is not ActorKind.PERSON
        return self.words[first].capital and first > 0

    def is_named_place(self, phrase: Range) -> bool:
        """Say whether a phrase begins with a name of a place."""
        mention = self.starting.get(self.words[phrase[0]].start)
        return mention is not None and mention.kind is ActorKind.PLACE

    def is_body(self, phrase: Range) -> bool:
        """Say whether a phrase names a court or the like, before which something comes."""
        return any(self.tables.has("bodies", self.low(n)) for n in range(*phrase))

    def owner(self, noun: int) -> Range | None:
        """Give whoever has what a noun names: "their arrest", "Lena Oduya’s first conviction"."""
        for at in range(noun - 1, max(-1, noun - 1 - _BACK), -1):
            low = self.low(at)
            if low in _OWNS:
                return at, at + 1
            if low.endswith(_OWN) and len(low) > 2:
                return self._named_up_to(at)
            if self.words[at].is_mark or low in self.lexicon.prepositions:
                return None
        return None

    def _named_up_to(self, last: int) -> Range | None:
        for start in range(last, max(-1, last - _BACK), -1):
            mention = self.starting.get(self.words[start].start)
            if mention is not None and mention.at.end <= self.words[last].end:
                return start, last + 1
        return None

    @cached_property
    def clauses(self) -> list[int]:
        """Number each word by its clause, 0 the main one.

        A clause that a comma or the sentence opened, and one of time, ends with the next comma.
        """
        found: list[int] = []
        open_: list[tuple[int, bool]] = [(0, False)]
        made = 0
        for number in range(len(self.words)):
            low = self.low(number)
            if low == "," and open_[-1][1]:
                open_.pop()
            elif low in (";", ":"):
                open_ = [(0, False)]
            elif self._opens_clause(number):
                made += 1
                ends = self.low(number - 1) in (",", "") or (
                    self.tables.has("clauses_of_time", low)
                )
                open_.append((made, ends))
            found.append(open_[-1][0])
        return found

    def _opens_clause(self, number: int) -> bool:
        low = self.low(number)
        if self.tables.has("clauses", low):
            return not (low == "as" or (low == "that" and self._is_pointing(number)))
        if not self.tables.has("clauses_of_time", low):
            return False
        return any(
            self.low(at) in _FINITE or self.low(at) in self.tables.signs
            for at in range(number + 1, min(len(self.words), number + 12))
            if not any(self.low(n) in (",", ";") for n in range(number + 1, at))
        )

    def _is_pointing(self, number: int) -> bool:
        """Say whether "that" points to a thing: "that report", "that of the board"."""
        return self.low(number + 1) == "of" or self.low(number - 1) in self.lexicon.prepositions


_FINITE = frozenset("is was were are has have had did does will would could".split())
