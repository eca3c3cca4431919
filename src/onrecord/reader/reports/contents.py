"""Where reported words begin and end, on either side of their cue and speaker.

A content is never cut inside a quotation, and never holds the mark that only sets it off.
"""

from __future__ import annotations

from onrecord.reader.lexicon import Lexicon
from onrecord.reader.phrases import Range
from onrecord.reader.words import Word

PARENTHESES = frozenset({",", "—", "–", "-"})
"""Marks that set a speaker and a cue off from what was said."""

_BEFORE_A_QUOTATION = frozenset({",", ":", ";", "—", "."})
_OPENING = frozenset({"but", "and", "however", ",", "still", "yet"})


def before(sentence: list[Word], end: int) -> Range | None:
    """Give the content that ends before unit `end`, without the comma between."""
    while end and sentence[end - 1].text in PARENTHESES:
        end -= 1
    if not end:
        return None
    start = 0
    if sentence[end - 1].quote and end > 1 and sentence[end - 2].text in _BEFORE_A_QUOTATION:
        # 'And then, "…," she said': the quotation is the content.
        start = end - 1
    while start < end - 1 and sentence[start].low in _OPENING:
        start += 1
    return (start, end)


def quotation_after(sentence: list[Word], start: int) -> list[Range]:
    """Give the second part of a content broken by its attribution: '"A," she said, "b."'"""
    if start < len(sentence) and sentence[start].text in PARENTHESES | {":"}:
        start += 1
    if start >= len(sentence) or not sentence[start].quote:
        return []
    return [to_end(sentence, start)]


def to_end(sentence: list[Word], start: int) -> Range:
    """Give the content that begins at `start` and runs on to the sentence's end, without its stop.

    A quotation that ends the sentence keeps its own.
    """
    end = len(sentence)
    while end > start and not sentence[end - 1].quote and sentence[end - 1].text in (".", ",", ";"):
        end -= 1
    return (start, end)


def is_clause(sentence: list[Word], start: int, lexicon: Lexicon) -> bool:
    """Say whether a clause begins at `start`: a pronoun, or a phrase and then a finite verb."""
    word = sentence[start]
    if word.low in lexicon.subjects:
        return start + 1 < len(sentence) and not sentence[start + 1].is_mark
    if word.low in lexicon.subordinating:
        return True
    if not (word.capital or word.low in lexicon.determiners or word.low.endswith("s")):
        return False
    return any(other.low in lexicon.finite for other in sentence[start + 1 : start + 12])
