"""Where the noun phrase before some words begins: who was asked, of "Ann Vale did not respond".

Without a grammar this is a matter of walls: marks, conjunctions and finite auxiliaries that a
phrase does not cross. A phrase is given as numbers of units in its sentence; None where none is
clear.
"""

from __future__ import annotations

from onrecord.core.spans import Span
from onrecord.reader.lexicon import Lexicon
from onrecord.reader.words import Word

LONGEST = 25
"""No phrase for a speaker is longer (units): 99.3 % of 18,382 in PolNeAR's training part have at
most 24 (2026-11-23)."""

Range = tuple[int, int]


def span_of(sentence: list[Word], units: Range) -> Span:
    """Give the place of some units of a sentence in its text."""
    return Span(sentence[units[0]].start, sentence[units[1] - 1].end)


def _is_adverb(word: Word, lexicon: Lexicon) -> bool:
    """Say whether a word beside a verb only tells how: "later", "flatly" (but not "fly")."""
    return word.low in lexicon.adverbs or (
        word.low.endswith("ly") and len(word.low) > 4 and not word.capital
    )


def before(sentence: list[Word], end: int, lexicon: Lexicon, depth: int = 2) -> Range | None:
    """Give the noun phrase that ends just before unit `end`, appositions included.

    Args:
        depth: how many appositions and brackets may follow one another.
    """
    last = end - 1
    if last < 0:
        return None
    word = sentence[last]
    if word.text == "," and last and depth:
        return _with_apposition(sentence, last, lexicon, depth)
    if word.text == ")" and depth:
        return _with_brackets(sentence, last, lexicon, depth)
    if word.quote or word.is_mark:
        return None
    if word.low in lexicon.pronouns:
        return (last, end)
    while last and (sentence[last].low in lexicon.weekdays or sentence[last].low in lexicon.days):
        last -= 1
    start = _start(sentence, last, lexicon)
    if start is not None and start > 1 and depth and sentence[start - 1].low == "who":
        return _with_clause(sentence, start - 1, last + 1, lexicon, depth)
    if start is None or not _may_speak(sentence[start : last + 1], lexicon):
        return None
    return (start, last + 1)


def _may_speak(phrase: list[Word], lexicon: Lexicon) -> bool:
    """Say whether the words can be a speaker's: no date, no lone verb, not "nobody"."""
    first = phrase[0]
    if first.low in lexicon.nobody or _is_broken_off(phrase[-1], lexicon):
        return False
    if _is_only_a_date(phrase, lexicon) or _is_participial(phrase, lexicon):
        return False
    if len(phrase) > 1 or first.capital:
        return True
    return (
        first.low in lexicon.roles
        or first.low in lexicon.anonymous
        or first.low in lexicon.plural
        or first.low.endswith("s")
    )


def _is_broken_off(last: Word, lexicon: Lexicon) -> bool:
    """Say whether a phrase cannot end with `last`: "the office of", "Vale and", "to the"."""
    return last.low in lexicon.prepositions or last.low in lexicon.unfinished


def _is_participial(phrase: list[Word], lexicon: Lexicon) -> bool:
    """Say whether the words only describe somebody before them: "charged in 2023"."""
    return (
        len(phrase) > 1
        and phrase[0].low.endswith(("ed", "ing"))
        and not phrase[0].capital
        and phrase[1].low in lexicon.prepositions
    )


def _is_only_a_date(phrase: list[Word], lexicon: Lexicon) -> bool:
    """Say whether the words name a day or a year and nobody; "May" alone may be somebody."""
    if len(phrase) == 1 and phrase[0].low in lexicon.months:
        return False
    return all(word.is_mark or _is_date(word, lexicon) for word in phrase)


def _with_apposition(
    sentence: list[Word], comma: int, lexicon: Lexicon, depth: int
) -> Range | None:
    """Take "Ann Vale, the clerk of the court," together as one phrase."""
    for number in range(comma - 1, max(0, comma - LONGEST), -1):
        if sentence[number].text in (";", ":") or sentence[number].quote:
            return None
        if sentence[number].text == "," and not _is_broken_off(sentence[comma - 1], lexicon):
            head = before(sentence, number, lexicon, depth - 1)
            if head is None or head[1] != number:
                return None
            return (head[0], comma)
    return None


def _with_clause(
    sentence: list[Word], who: int, end: int, lexicon: Lexicon, depth: int
) -> Range | None:
    """Take "a man who worked at the harbour" together as one phrase."""
    head = before(sentence, who, lexicon, depth - 1)
    if head is None or head[1] != who or _is_broken_off(sentence[end - 1], lexicon):
        return None
    return (head[0], end)


def _with_brackets(
    sentence: list[Word], closing: int, lexicon: Lexicon, depth: int
) -> Range | None:
    """Take "Ann Vale (the clerk)" together as one phrase."""
    for number in range(closing - 1, max(0, closing - LONGEST), -1):
        if sentence[number].text == "(":
            head = before(sentence, number, lexicon, depth - 1)
            if head is None or head[1] != number:
                return None
            return (head[0], closing + 1)
    return None


def _start(sentence: list[Word], last: int, lexicon: Lexicon) -> int | None:
    start = last
    for number in range(last, max(-1, last - LONGEST), -1):
        word = sentence[number]
        if word.low == "and" and number and _joins(sentence, number, lexicon):
            start = number
            continue
        if word.low == "and" or word.low in lexicon.walls or _is_wall(word):
            break
        start = number
    if sentence[start].low == "and":
        # ", and Vale said": it joined the phrase to one behind a comma, which is not taken.
        start += 1
    start = _without_opening(sentence, start, last, lexicon)
    if start > last or sentence[last].low in lexicon.walls or _is_wall(sentence[last]):
        return None
    # "The report says" has a cue in its noun's place: an article alone speaks for nobody.
    if sentence[last].low in lexicon.determiners:
        return None
    return start


def _is_wall(word: Word) -> bool:
    if word.quote:
        # A word or two in quotation marks belongs to the phrase: the "gang of five".
        return word.text.count(" ") > 3 or not word.text[-2:-1].isalnum()
    return word.is_mark and word.text not in "&’'$"


def _joins(sentence: list[Word], number: int, lexicon: Lexicon) -> bool:
    """Say whether "and" joins two of a kind: "Vale and Marr", not "it fell and Vale"."""
    left, right = sentence[number - 1], sentence[number + 1]
    return (left.capital and right.capital) or (
        right.low not in lexicon.determiners and not left.capital and not right.capital
    )


def _without_opening(sentence: list[Word], start: int, last: int, lexicon: Lexicon) -> int:
    """Leave out what only introduces: "On Monday Vale", "In a statement the court"."""
    while start <= last and (
        sentence[start].low in lexicon.weekdays or _is_adverb(sentence[start], lexicon)
    ):
        start += 1
    if start >= last or sentence[start].low not in lexicon.prepositions:
        return start
    dated = start + 1
    while dated <= last and _is_date(sentence[dated], lexicon):
        dated += 1
    if start + 1 < dated <= last:
        return dated
    begin = last
    if sentence[last].capital:
        while begin - 1 > start and (
            sentence[begin - 1].capital and sentence[begin - 1].low not in lexicon.weekdays
        ):
            begin -= 1
        return begin
    while begin > start and sentence[begin].low not in lexicon.determiners:
        begin -= 1
    return begin if begin > start else last


def _is_date(word: Word, lexicon: Lexicon) -> bool:
    return (
        word.low in lexicon.weekdays
        or word.text[0].isdigit()
        or (word.low in lexicon.months and word.capital)
    )
