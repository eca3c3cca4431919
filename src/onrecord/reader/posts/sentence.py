"""One sentence as posts are read from it: its words, whom it names, its dates, its quotations."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.core.spans import Span
from onrecord.core.vocabulary import ActorKind, Dated, Mention
from onrecord.reader.posts.tables import Tables
from onrecord.reader.words import Word


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may hold a post: words `[first, last)`. `mention` None: nobody we know of."""

    first: int
    last: int
    mention: Mention | None


@dataclass(slots=True)
class Sentence:
    """The words of one sentence and what stands at which of them."""

    words: list[Word]
    tables: Tables
    persons: list[Person]
    names: list[tuple[int, int]]
    dates: list[tuple[int, int, Dated]]
    quoted: set[int]
    asks: bool
    _ends: dict[int, Person] = field(default_factory=dict)
    _starts: dict[int, Person] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._ends = {person.last: person for person in self.persons}
        self._starts = {person.first: person for person in self.persons}

    def low(self, number: int) -> str:
        """Give a word in small letters; '' outside the sentence."""
        return self.words[number].low if 0 <= number < len(self.words) else ""

    def starting(self, number: int) -> Person | None:
        """Give the person whose name begins with that word."""
        return self._starts.get(number)

    def ending(self, number: int) -> Person | None:
        """Give the person whose name ends before that word."""
        return self._ends.get(number)

    def small(self, number: int, table: str) -> bool:
        """Say whether a word stands in a table of small words."""
        return self.low(number) in self.tables.small[table]

    def span(self, first: int, last: int) -> Span:
        """Give the place of words `[first, last)`."""
        return Span(self.words[first].start, self.words[last - 1].end)

    def date_words(self) -> set[int]:
        """Give the numbers of all words that are part of a date."""
        return {number for first, last, _ in self.dates for number in range(first, last)}


def placed(
    words: list[Word],
    tables: Tables,
    named: list[Mention],
    dated: list[Dated],
    quotations: list[Span],
) -> Sentence:
    """Put names, dates and quotations at the words of a sentence."""
    starts = [word.start for word in words]
    spans: list[tuple[int, int]] = []
    persons: list[Person] = []
    for mention in named:
        first, last = _range(starts, mention.at)
        if first >= last:
            continue
        begun = _past_titles(words, first, last, mention)
        spans.append((begun, last))
        if mention.kind in (ActorKind.PERSON, ActorKind.NOT_KNOWN) or _like_a_person(
            words, begun, last, tables
        ):
            persons.append(Person(begun, last, mention))
    return Sentence(
        words=words,
        tables=tables,
        persons=persons,
        names=spans,
        dates=[(*_range(starts, one.at), one) for one in dated],
        quoted={n for q in quotations for n in range(*_range(starts, q))},
        asks=any(word.text == "?" for word in words[-2:]),
    )


def _range(starts: list[int], at: Span) -> tuple[int, int]:
    return bisect_left(starts, at.start), bisect_left(starts, at.end)


def _past_titles(words: list[Word], first: int, last: int, mention: Mention) -> int:
    """Give where a name begins behind its titles: they may be a post."""
    name = mention.name.split(" ")[0]
    for number in range(first, last):
        if words[number].text == name:
            return number
    return first


def _like_a_person(words: list[Word], first: int, last: int, tables: Tables) -> bool:
    """Say whether a body may be a person misread: two bare capitals, none of them a body's noun."""
    inside = words[first:last]
    return len(inside) == 2 and all(
        word.text.isalpha() and word.text[1:].islower() and word.low not in tables.words["groups"]
        for word in inside
    )


def pronouns(words: list[Word], mentions: dict[Span, Mention]) -> Iterator[Person]:
    """Give the "he", "she", "they" and "him" of a sentence, with whom they point to."""
    for number, word in enumerate(words):
        if word.low in ("he", "she", "they", "him", "her"):
            yield Person(number, number + 1, mentions.get(word.span))
