"""Words and quotations of one block of text, with the places where they stand.

A quotation becomes one unit, so that whoever looks for a speaker does not wander into what was
said. Everything here takes time in proportion to the text, however its marks are nested or open.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import NamedTuple

from onrecord.core.sentences import ends_with_letter
from onrecord.core.spans import Span
from onrecord.reader.lexicon import Lexicon

# A word with its apostrophes, hyphens and inner stops; combining marks belong to their letter.
_WORD = re.compile(r"\w[\w’'.,&\u0300-\u036f-]*|\S")

_OPENING = {"“": "”", "‘": "’", "«": "»", "„": "“"}
_STRAIGHT = {'"', "'"}

LONGEST = 200
"""A sentence is cut after so many units, so that what looks at pairs of cues in it stays in
proportion to the text. In 300 training texts of PolNeAR the longest has 94 (2026-11-23)."""
_ENDS = frozenset(".!?…")
_INITIAL = re.compile(r"[A-Z]\.")


class Word(NamedTuple):
    """A word, a mark, or a whole quotation with its marks."""

    text: str
    low: str
    start: int
    end: int
    quote: bool = False

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    @property
    def capital(self) -> bool:
        """Say whether it is a word that begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def is_mark(self) -> bool:
        return not self.quote and not self.text[0].isalnum()

    @property
    def closes(self) -> bool:
        """Say whether a sentence can end after it."""
        if self.quote:
            return len(self.text) > 1 and self.text[-2] in _ENDS
        return self.text in _ENDS


def words(characters: str, at: Span, lexicon: Lexicon) -> list[Word]:
    """Cut `at` into words and marks; a stop stays with its word when that is an abbreviation."""
    found: list[Word] = []
    for match in _WORD.finditer(characters, at.start, at.end):
        text, start = match.group(), match.start()
        end = match.end()
        if text[-1] in ".,’'&-" and len(text) > 1:
            kept = _without_tail(text, lexicon.abbreviations)
            found.append(Word(kept, kept.lower(), start, start + len(kept)))
            found.extend(
                Word(mark, mark, start + number, start + number + 1)
                for number, mark in enumerate(text[len(kept) :], len(kept))
            )
        else:
            found.append(Word(text, text.lower(), start, end))
    return found


def whole(characters: str, at: Span) -> Span:
    """Give a place with all of its first and last word."""
    start, end = at
    while start > 0 and characters[start - 1].isalnum() and characters[start].isalnum():
        start -= 1
    while end < len(characters) and characters[end - 1].isalnum() and characters[end].isalnum():
        end += 1
    return Span(start, end)


class Cut:
    """The words of a whole text, cut once and handed out by place."""

    def __init__(self, characters: str, lexicon: Lexicon) -> None:
        self.characters, self._lexicon = characters, lexicon
        self._all = words(characters, Span(0, len(characters)), lexicon)
        self._starts = [word.start for word in self._all]

    def words(self, at: Span) -> list[Word]:
        """Give the words of a stretch; one that begins or ends within a word is cut by itself."""
        first = bisect_left(self._starts, at.start)
        last = bisect_left(self._starts, at.end, first)
        cuts_first = first > 0 and self._all[first - 1].end > at.start
        if cuts_first or (last > first and self._all[last - 1].end > at.end):
            return words(self.characters, at, self._lexicon)
        return self._all[first:last]


def _without_tail(text: str, abbreviations: frozenset[str]) -> str:
    bare = text.rstrip(".,’'&-")
    if text[len(bare) : len(bare) + 1] != ".":
        return bare
    initial = len(bare) == 1 and bare.isupper() and bare != "I"
    if initial or bare.lower() in abbreviations or (bare[-2:-1] == "." and bare[-1].isupper()):
        return bare + "."
    return bare


def units(found: list[Word], characters: str, open_to_end: bool) -> list[Word]:
    """Put each outermost quotation into one word.

    Args:
        open_to_end: a quotation left open lasts to the end of the block (the next block goes on
            with it); otherwise its mark stands for nothing.
    """
    made: list[Word] = []
    closing = _closings(found, characters, open_to_end)
    number = 0
    while number < len(found):
        last = closing.get(number)
        if last is None:
            made.append(found[number])
            number += 1
            continue
        start, end = found[number].start, found[last].end
        text = characters[start:end]
        made.append(Word(text, text, start, end, True))
        number = last + 1
    return made


def _closings(found: list[Word], characters: str, open_to_end: bool) -> dict[int, int]:
    """Pair outermost opening marks with their closing marks, by their numbers."""
    pairs: dict[int, int] = {}
    singles = max(
        (n for n, w in enumerate(found) if w.text == "'" and _may_close(w, found, n, characters)),
        default=-1,
    )
    outer = -1
    mark = ""
    depth = 0
    for number, word in enumerate(found):
        if len(word.text) > 1:
            continue
        if outer < 0:
            closing = _opens(word, characters)
            if closing and (closing != "'" or singles > number):
                outer, mark, depth = number, closing, 1
        elif word.text == mark and _may_close(word, found, number, characters):
            depth -= 1
            if depth == 0:
                pairs[outer] = number
                outer = -1
        elif _OPENING.get(word.text) == mark and mark != "’":
            depth += 1
    if outer >= 0 and open_to_end and outer < len(found) - 1:
        pairs[outer] = len(found) - 1
    elif outer >= 0 and depth > 1:
        # Marks that do not pair: take the first that closes.
        _repair(found, outer, mark, pairs)
    return pairs


def _repair(found: list[Word], outer: int, mark: str, pairs: dict[int, int]) -> None:
    for number in range(outer + 1, len(found)):
        if found[number].text == mark:
            pairs[outer] = number
            return


def _opens(word: Word, characters: str) -> str:
    """Give the mark that will close what `word` opens, or '' if it opens nothing."""
    closing = _OPENING.get(word.text, "")
    if closing:
        return closing
    if word.text not in _STRAIGHT:
        return ""
    after = characters[word.end : word.end + 1]
    before = characters[word.start - 1] if word.start else " "
    if not after or after.isspace() or before.isalnum():
        return ""
    return word.text


def _may_close(word: Word, found: list[Word], number: int, characters: str) -> bool:
    """Tell a closing mark from an apostrophe and from a second opening one."""
    after = characters[word.end : word.end + 1]
    if after.isalnum():
        return False
    if word.text not in "’'":
        return True
    before = characters[word.start - 1] if word.start else " "
    if before in "sS" and after == " " and number + 1 < len(found):
        # "the workers' rights": a plural's apostrophe, unless nothing else can close.
        ahead = found[number + 1 : number + 40]
        return not (
            found[number + 1].text[0].islower()
            and any(w.text == word.text for w in ahead)
            and not any(w.text == "‘" for w in ahead)
        )
    return not before.isspace()


def sentences(units_of_block: list[Word], lexicon: Lexicon) -> list[list[Word]]:
    """Cut a block's units into sentences; quotations are never cut."""
    found: list[list[Word]] = []
    begin = 0
    last = len(units_of_block) - 1
    for number in range(len(units_of_block)):
        full = number - begin >= LONGEST - 1
        if number < last and not full and not _ends(units_of_block, number, lexicon):
            continue
        found.append(units_of_block[begin : number + 1])
        begin = number + 1
    return found


def _ends(found: list[Word], number: int, lexicon: Lexicon) -> bool:
    unit, following = found[number], found[number + 1]
    starts = following.quote or not (following.text[0].islower() or following.is_mark)
    if not starts:
        return False
    if unit.quote and unit.closes:
        return unit.text[-2] == "." or not _attributed_after(found, number + 1, lexicon)
    if unit.text in _ENDS:
        return True
    if _INITIAL.fullmatch(unit.text):
        return number > 0 and ends_with_letter(found[number - 1].text, following.text)
    return unit.text[-1] == "." and unit.low[:-1] in lexicon.abbreviations_that_end


def _attributed_after(found: list[Word], start: int, lexicon: Lexicon) -> bool:
    """Say whether a cue follows before the next mark: '"Why?" Ann Vale asked.'"""
    for unit in found[start : start + 8]:
        if unit.is_mark or unit.quote:
            return False
        if unit.low in lexicon.verbs:
            return True
    return False
