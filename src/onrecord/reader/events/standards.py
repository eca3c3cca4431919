"""Findings on a test in one sentence: which test or element, met or not, and for what reason.

"The evidence no longer met the evidential test" is a finding; "whether the test was met" is none,
nor is what a test requires.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.core.vocabulary import Met
from onrecord.reader.events.sentence import Sentence
from onrecord.reader.flows.phrases import Range

_NEAR = 7
"""A denial stands at most so many words before what it denies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """A finding by the numbers of its words; `test` is the phrase for the test or its element."""

    test: Range
    is_element: bool
    found: Met
    trigger: int
    at: Range


def standards(here: Sentence) -> Iterator[Standard]:
    """Give the findings of a sentence, in the order of their words."""
    tests = here.tables.tests
    seen: set[Range] = set()
    for number, word in enumerate(here.words):
        low = word.low
        for one in (
            _of_verb(here, number) if low in tests["meets_irregular"] | tests["meets"] else None,
            _made_out(here, number) if low == "made" and here.low(number + 1) == "out" else None,
            _failed(here, number) if low in tests["fails"] | {"fell", "falls", "fall"} else None,
            _prospect(here, number) if low in _PROSPECT_FIRST else None,
            _enough(here, number) if low == "evidence" else None,
        ):
            if one is not None and one.test not in seen:
                seen.add(one.test)
                yield one


_PROSPECT_FIRST = frozenset("realistic reasonable case prima".split())


def _is_test(here: Sentence, phrase: Range | None) -> bool:
    """Say whether a phrase names a test of the law, or an element of one."""
    if phrase is None:
        return False
    lows = [here.low(n) for n in range(*phrase)]
    tests = here.tables.tests
    return any(low in tests["names"] for low in lows) and any(low in tests["legal"] for low in lows)


def _of_verb(here: Sentence, verb: int) -> Standard | None:
    """Read "met the evidential test", "the standard is no longer met", "could not be proved"."""
    passive = any(here.phrases.tables.has("be", here.low(n)) for n in range(verb - 3, verb))
    phrase = _subject(here, verb) if passive else here.phrases.noun(verb + 1) if (
        verb + 1 < len(here.words)
    ) else None  # fmt: skip
    if not _is_test(here, phrase):
        return None
    assert phrase is not None
    return _standard(here, phrase, verb)


def _subject(here: Sentence, verb: int) -> Range | None:
    """Give the phrase before the verb's group: "the evidential standard for the offence is met"."""
    at = verb - 1
    while at > 0 and (
        here.phrases.tables.has("be", here.low(at))
        or here.low(at) in ("no", "longer", "not", "never", "been", "has", "had", "have", "also")
        or here.low(at) in ("could", "can", "cannot", "now", "therefore", "being")
    ):
        at -= 1
    start = at
    while start > 0 and at - start < 14:
        low = here.low(start - 1)
        if here.words[start - 1].is_mark or here.tables.has("clauses", low):
            break
        start -= 1
    while start < at and here.low(start) in ("and", "but", "so"):
        start += 1
    return (start, at + 1) if start <= at else None


def _made_out(here: Sentence, verb: int) -> Standard | None:
    phrase = _subject(here, verb)
    return _standard(here, phrase, verb) if phrase and _is_test(here, phrase) else None


def _failed(here: Sentence, verb: int) -> Standard | None:
    """Read "failed the evidential test", "falls short of the threshold"."""
    start = verb + 1
    if here.low(start) == "short" and here.low(start + 1) == "of":
        start += 2
    elif not here.tables.tests["fails"] & {here.low(verb)}:
        return None
    if start >= len(here.words) or here.low(start) == "to":
        return None
    phrase = here.phrases.noun(start)
    if not _is_test(here, phrase) or _is_asked(here, verb):
        return None
    assert phrase is not None
    return _made(here, phrase, Met.NOT_MET, verb)


def _standard(here: Sentence, phrase: Range, verb: int) -> Standard | None:
    if _is_asked(here, verb):
        return None
    return _made(here, phrase, _met(here, verb), verb)


def _prospect(here: Sentence, first: int) -> Standard | None:
    """Read "there was no longer a realistic prospect of conviction"."""
    for words in here.tables.tests["prospects"]:
        parts = words.split()
        if [here.low(first + n) for n in range(len(parts))] == parts:
            if _is_asked(here, first) or not _is_there(here, first):
                return None
            return _made(here, (first, first + len(parts)), _met(here, first), first)
    return None


def _enough(here: Sentence, noun: int) -> Standard | None:
    """Read "there had been sufficient evidence", "the evidence was insufficient"."""
    tests, before = here.tables.tests, here.low(noun - 1)
    lacking = before == "insufficient" or (
        before == "of" and here.low(noun - 2) == "lack" and _is_cited(here, noun - 2)
    )
    if lacking:
        first = noun - 1 if before == "insufficient" else noun - 2
        if _is_asked(here, first) or (before != "of" and not _is_there(here, first)):
            return None
        return _made(here, (first, noun + 1), Met.NOT_MET, first)
    if before in tests["enough"] and _is_there(here, noun - 1) and not _is_asked(here, noun - 1):
        return _made(here, (noun - 1, noun + 1), _met(here, noun - 1), noun - 1)
    return None


def _is_cited(here: Sentence, lack: int) -> bool:
    """Say whether a lack is given as the reason: "citing a lack of evidence"."""
    return any(here.low(n) in ("citing", "cited", "for", "to") for n in range(lack - 3, lack))


def _is_there(here: Sentence, at: int) -> bool:
    """Say whether it is told to be there: "there is", "provides", "was"."""
    near = [here.low(n) for n in range(max(0, at - _NEAR), at)]
    return any(here.phrases.tables.has("be", low) or low in _PROVIDES for low in near)


_PROVIDES = frozenset("provide provides provided offers offered gave gives has had have".split())


def _is_asked(here: Sentence, at: int) -> bool:
    """Say whether the test is only spoken of: "whether it was met", "it requires a prospect"."""
    for number in range(at - 1, max(-1, at - 12), -1):
        low = here.low(number)
        if here.low(number) in (";", ":", ",", "“"):
            return False
        if low == "could" and here.low(number + 1) == "not":
            return False
        if low in here.tables.tests["asking"]:
            return True
    return False


def _met(here: Sentence, at: int) -> Met:
    """Read the words before it: "no longer", "not", "never", none of these."""
    negations = here.phrases.tables
    for number in range(at - 1, max(-1, at - 1 - _NEAR), -1):
        low = here.low(number)
        if here.words[number].is_mark or low in ("that", "and", "but"):
            break
        if low == "longer" and here.low(number - 1) in ("no", "not"):
            return Met.NO_LONGER_MET
        if negations.has("negations", low) or low.endswith(("n’t", "n't")) or low == "failed":
            longer = any(here.low(n) == "longer" for n in range(number, at))
            return Met.NO_LONGER_MET if longer else Met.NOT_MET
    return Met.MET


def _made(here: Sentence, phrase: Range, found: Met, trigger: int) -> Standard:
    start, end = phrase
    while start + 1 < end and here.low(start) in here.lexicon.determiners:
        start += 1
    is_element = any(here.low(n) in here.tables.tests["parts"] for n in range(start, end))
    at = min(start, trigger), max(end, trigger + 1)
    return Standard(test=(start, end), is_element=is_element, found=found, trigger=trigger, at=at)


def reason(here: Sentence, one: Standard) -> Range | None:
    """Give the words by which the reason is told: "because a witness had withdrawn"."""
    for number in range(one.at[1], min(len(here.words), one.at[1] + 12)):
        low, after = here.low(number), here.low(number + 1)
        two = (low, after) in (("due", "to"), ("owing", "to"), ("because", "of"))
        if not two and low not in ("because", "citing", "once", "since"):
            continue
        start = end = number + 1 + two
        while end < len(here.words) and here.words[end].text not in ".;”":
            end += 1
        return (start, end) if end > start else None
    return None
