"""The words of a statement made ready to be compared: whose they are, without their wrapping."""

from __future__ import annotations

import re

from onrecord.core.identity import SourceId, StatementId
from onrecord.core.said import StatementRow

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


_STOP = re.compile(r"(?<=[\w)][.!?])[”’\"']?\s+(?=[“‘\"']?[A-Z])|\s+…\s+|\n\s*\n")
_JOINT = re.compile(
    r"[,;]?\s+and (?=that\b)|;\s+(?:and )?|,\s+(?=that\b)"
    r"|,\s+(?:and|but) (?=(?:he|she|they|it|I|we|nobody|no|[A-Z]\w+) )"
)
_SHORT = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Prof|Sir|St|No|Gen|Col|Lt|Det|Supt|Insp|v|vs|[A-Z])\.$")
_FEWEST = 3


def parts(words: str) -> list[str]:
    """Cut a content into its sentences and clauses: each puts something forward of its own.

    What has fewer than three words stays with what stands before it.
    """
    found: list[str] = []
    for one in _STOP.split(words):
        joins = found and (_SHORT.search(found[-1]) or one.count(" ") + 1 < _FEWEST)
        if joins:
            found[-1] = f"{found[-1]} {one}"
        elif one.strip():
            found.append(one)
    return [clause for one in found for clause in _clauses(one)] or [""]


def _clauses(sentence: str) -> list[str]:
    """Cut a sentence where a second thing is said: "that he took them and that he sent them on"."""
    found: list[str] = []
    for one in _JOINT.split(sentence):
        if found and (one.count(" ") < _FEWEST or found[-1].count(" ") < _FEWEST):
            found[-1] = f"{found[-1]}, {one}"
        elif one.strip():
            found.append(one)
    return [plain(one) for one in found]


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


_NAMES = re.compile(r"\b(?:[A-Z][\w’'-]* )*([A-Z][\w’'-]*[a-z])\b")
_TURNS = re.compile(r"\b(?:by|from|was|were|been|being|is|are|be)\b")
"""Words by which the one who did it may stand last: a passive, "received from"."""


def exchanged(claim: str, words: str) -> bool:
    """Say whether two people stand the other way round: who gave is now who was given to.

    Only where both sentences are plainly active; else their order says nothing.
    """
    if _TURNS.search(claim) or _TURNS.search(words):
        return False
    order = list(dict.fromkeys(_NAMES.findall(claim)))
    there = [one for one in dict.fromkeys(_NAMES.findall(words)) if one in order]
    return len(there) > 1 and [order.index(one) for one in there] == sorted(
        (order.index(one) for one in there), reverse=True
    )


_STEM = re.compile(r"[^\W\d_]{4,}|\d+")


def shared(claim: str, words: str) -> float:
    """Give the share of a claim's words, by their first four letters, that other words have too."""
    ours = {one[:4].casefold() for one in _STEM.findall(claim)}
    theirs = {one[:4].casefold() for one in _STEM.findall(words)}
    return len(ours & theirs) / len(ours) if ours else 0.0
