"""Reads what follows a post's noun: its field ("of public prosecutions") and its body.

A body is given in its own words, without its article.
"""

from __future__ import annotations

from onrecord.reader.posts.tables import Tables
from onrecord.reader.words import Word

LONGEST = 8
"""No body's name is read over more words than so many."""

POSSESSIVE = ("'s", "’s")

Part = tuple[str, int, int]
"""A body and its own words `[first, last)`, where one phrase names several."""

_INSIDE = ("of", "for", "at", "the", "&", "’", "'")
_GOES_ON = frozenset(
    {"in", "at", "on", "from", "until", "then", "now", "since", "who", "later", "has", "was", "is"}
)
"""After "and" they tell something new: "head of sales and in 2021 its port manager"."""
_MUCH = ("most", "much", "many", "life", "more", "less")


class Complements:
    """Reads what stands behind posts among the words of one sentence.

    Args:
        names: the numbers of words `[first, last)` of names that the network found.
        persons: those of them that are a person's.
        dates: the numbers of words that are part of a date.
        months: the names of the months, which need no date.
        function: small words, with which no name begins.
    """

    def __init__(
        self,
        tables: Tables,
        words: list[Word],
        names: list[tuple[int, int]],
        persons: list[tuple[int, int]],
        dates: set[int],
        months: frozenset[str],
        function: frozenset[str],
    ) -> None:
        self._tables, self._dates, self._months = tables, dates, months
        self._words, self._function = words, function
        # A single word may be a place misread: "Oxlow mayor".
        self._persons = {
            n for first, last in persons if last > first + 1 for n in range(first, last)
        }
        self._opening = {0, *(n + 1 for n, word in enumerate(words) if word.text in "“\"‘'.:")}
        self._names = {n: name for name in names for n in range(*name)}

    def after(self, words: list[Word], number: int, post: str) -> tuple[int, str, str]:
        """Give where the phrase ends, what more belongs to the post, and the body."""
        more: list[str] = []
        while number + 1 < len(words):
            preposition = words[number].low
            if preposition not in self._tables.words["prepositions"]:
                break
            whole = " ".join([post, *more]).lower()
            if preposition == "to" and not self._is_beside(whole):
                break
            last, text, is_body = self._complement(words, number + 1)
            if last is None:
                break
            fielded = preposition in ("of", "for") and self._is_fielded(whole)
            if not is_body or fielded:
                more.append(f"{words[number].text} {text_of(words, number + 1, last)}")
                number = last
                continue
            return last, " ".join(more), text
        return number, " ".join(more), ""

    def _is_beside(self, post: str) -> bool:
        return any(post == one or post.endswith(f" {one}") for one in self._tables.words["beside"])

    def _is_fielded(self, post: str) -> bool:
        return post.removeprefix("shadow ").removeprefix("junior ") in self._tables.words["fielded"]

    def _complement(self, words: list[Word], first: int) -> tuple[int | None, str, bool]:
        """Give the end of a noun phrase, its words, and whether it is a body."""
        article = words[first].low in ("the", "a", "an", "his", "her", "its", "their")
        start = first + 1 if article else first
        if start >= len(words) or start in self._dates:
            return None, "", False
        low = words[start].low
        if low in self._tables.numbers or low in _MUCH or low[0].isdigit():
            return None, "", False
        if words[start].capital:
            end = self._run(words, start)
            return end, _shown(words, start, end), True
        last = self._common(words, start, article)
        if last is None:
            return None, "", False
        return last, _shown(words, start, last), article

    def _run(self, words: list[Word], start: int) -> int:
        """Give the end of a name: capitals and small words between, "the Board's audit office"."""
        number = start
        while number < len(words) and number - start < LONGEST:
            word = words[number]
            if number in self._dates or (word.is_mark and word.text not in "&’'"):
                break
            goes_on = number + 1 < len(words) and words[number + 1].capital
            if word.text.endswith(POSSESSIVE) and not goes_on:
                owned = self._owned(words, number + 1)
                return owned if owned is not None else number + 1
            if word.capital or word.text[0].isdigit():
                number += 1
                continue
            skipped = number
            while skipped < len(words) and words[skipped].low in _INSIDE and skipped - number < 2:
                skipped += 1
            same = self._names.get(number) is not None and self._names.get(number) == (
                self._names.get(start)
            )
            if same and number + 1 < len(words):
                number += 1
                continue
            if skipped == number or skipped >= len(words) or not words[skipped].capital:
                break
            if word.low in ("for", "at") and skipped in self._dates:
                break
            number = skipped
        return number

    def _owned(self, words: list[Word], start: int) -> int | None:
        for number in range(start, min(start + 3, len(words))):
            low = words[number].low
            if low in self._tables.words["groups"]:
                return number + 1
            if not low.isalpha():
                return None
        return None

    def _common(self, words: list[Word], start: int, article: bool) -> int | None:
        """Give the end of a phrase in small letters: a group behind an article, else the field."""
        number = start
        while number < len(words) and number - start < 5:
            low = words[number].low
            if not low.replace("-", "").isalpha() or low in self._tables.words["prepositions"]:
                break
            if article and self._tables.head(low) is not None:
                return self._person(words, number)
            if article and low in self._tables.words["groups"]:
                number += 1
                while number < len(words) and words[number].low in self._tables.words["groups"]:
                    number += 1
                return self._with_name(words, number)
            if not article and not self._is_field(words, number, start):
                break
            number += 1
        return number if not article and number > start else None

    def _with_name(self, words: list[Word], number: int) -> int:
        """Take "committee of the Orange Party" together."""
        if number + 1 < len(words) and words[number].low == "of":
            start = number + 2 if words[number + 1].low == "the" else number + 1
            if start < len(words) and words[start].capital and start not in self._dates:
                last = self._run(words, start)
                while last < len(words) and words[last].low in self._tables.words["groups"]:
                    last += 1
                return last
        return number

    def _person(self, words: list[Word], number: int) -> int | None:
        """Take "the governor of Karsk", whom one can be beside."""
        if number + 2 < len(words) and words[number + 1].low == "of" and words[number + 2].capital:
            return self._run(words, number + 2)
        return number + 1

    def _is_field(self, words: list[Word], number: int, start: int) -> bool:
        low = words[number].low
        if low == "and":
            following = words[number + 1].low if number + 1 < len(words) else ""
            return number > start and following.isalpha() and following not in _GOES_ON
        if number > start and low in ("said", "told", "was", "is", "has", "will", "who", "when"):
            return False
        return low in self._tables.words["fields"] or number == start or low.endswith(("ions", "s"))

    def each(self, words: list[Word], number: int) -> tuple[int, list[Part]] | None:
        """Read "of the home affairs and justice committees", "of the Guild and the Union"."""
        if number + 3 >= len(words) or words[number].low not in ("of", "at"):
            return None
        start = number + 2 if words[number + 1].low == "the" else number + 1
        for last in range(start, min(start + LONGEST, len(words))):
            low = words[last].low
            if low.endswith("s") and _singular(low) in self._tables.words["groups"]:
                return last + 1, _shared(words, start, last)
        if not words[start].capital:
            return None
        first = self._run(words, start)
        if first + 2 < len(words) and words[first].low == "and":
            second = first + 2 if words[first + 1].low == "the" else first + 1
            if words[second].capital:
                last = self._run(words, second)
                return last, [
                    (text_of(words, *part), *part) for part in ((start, first), (second, last))
                ]
        return None

    def named(self, words: list[Word], first: int) -> tuple[int, str]:
        """Give where a body ends that begins at `first`, and its words; '' for none."""
        if first >= len(words):
            return first, ""
        last, text, is_body = self._complement(words, first)
        return (last, text) if last is not None and is_body else (first, "")


def _shared(words: list[Word], start: int, last: int) -> list[Part]:
    """Give each of "home affairs and justice" the noun that follows them."""
    noun = _singular(words[last].text)
    ands = [n for n in range(start, last) if words[n].low == "and"]
    if len(ands) != 1 or ands[0] == start or ands[0] + 1 == last:
        return [(f"{text_of(words, start, last)} {noun}".strip(), start, last + 1)]
    parts = (start, ands[0]), (ands[0] + 1, last)
    return [(f"{text_of(words, *part)} {noun}", *part) for part in parts]


def _singular(word: str) -> str:
    return f"{word[:-3]}y" if word.endswith("ies") else word[:-1]


def _shown(words: list[Word], first: int, last: int) -> str:
    text = text_of(words, first, last)
    return text[:-2] if text.endswith(POSSESSIVE) else text


def text_of(words: list[Word], first: int, last: int) -> str:
    """Join words as they stand in the text: with a space where there was one."""
    made = ""
    for number in range(first, last):
        spaced = number > first and words[number].start > words[number - 1].end
        made += f"{' ' if spaced else ''}{words[number].text}"
    return made
