"""The words of a statement made ready to be compared: whose they are, without their wrapping."""

from __future__ import annotations

import re
from collections.abc import Iterable

from onrecord.core.identity import SourceId, StatementId
from onrecord.core.said import StatementRow
from onrecord.core.spans import Span

Place = tuple[SourceId, StatementId]
"""A statement in one source: one text may stand in two."""

_THAT = re.compile(r"^(?:that|how|the (?:claim|allegation|suggestion|fact) that)\s+", re.IGNORECASE)
_MARKS = " \t\n,;:–—-“”\"‘'’"
_FIRST = re.compile(r"^(?:I|we|he|she|they|it|this|that|these|those|there)\b", re.IGNORECASE)


def plain(words: str) -> str:
    """Take off the "that" and the quotation marks round a content, and put it on one line."""
    text = " ".join(words.split()).strip(_MARKS)
    text = _THAT.sub("", text)
    return text[:1].upper() + text[1:]


def whose(row: StatementRow, words: str = "") -> str:
    """Give what a statement says with whose it is, as the model was taught to read it."""
    speaker = row.actor_name or " ".join(row.speaker.split())
    text = plain(words or row.content)
    return f"{speaker}: {text}" if speaker else text


def points(words: str) -> bool:
    """Say whether a wording begins with a word that points to what it does not name."""
    return bool(_FIRST.match(words))


def named(row: StatementRow, known: Iterable[tuple[Span, str]], characters: str) -> str:
    """Give a statement's content with names in the place of the words that point to them.

    Args:
        known: of mentions in the statement's text, the span and the name to be put there.
        characters: the text.
    """
    places = sorted((at, name) for at, name in known if name)
    made = []
    for span in row.content_spans:
        at = span.start
        for place, name in places:
            if at <= place.start and place.end <= span.end:
                made.append(characters[at : place.start] + name)
                at = place.end
        made.append(characters[at : span.end] + " ")
    return "".join(made).strip()


_NUMBER = re.compile(r"\d[\d,.]*\d|\d")
_SPELT = {
    word: str(number)
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
    if number > 1
}


def numbers(words: str) -> frozenset[str]:
    """Give the numbers in some words, as digits; "one" is too often none."""
    found = {one.replace(",", "").rstrip(".") for one in _NUMBER.findall(words)}
    return frozenset(
        found | {_SPELT[w] for w in re.findall(r"[a-z]+", words.lower()) if w in _SPELT}
    )
