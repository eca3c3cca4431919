"""Which elements of a test somebody's words mean: by number, by "each", by the words they share.

What fits no element is placed on none; it is shown as unplaced, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.core.findings import WHOLE, FoundRow
from onrecord.core.folding import fold
from onrecord.core.vocabulary import Element, Test

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
             "tenth")  # fmt: skip
_EVERY = re.compile(r"\b(?:each|every|all|both)\b[^.;]*\b(?:elements?|limbs?|parts?|stages?)\b")
_WHOLE = re.compile(r"\b(?:standard|test|threshold|code|stage|prospect|case|bar)\b")
_PARTS = re.compile(r"\b(?:elements?|limbs?|parts?|limb|ingredients?)\b")
_SMALL = frozenset(
    "the a an of to in on by at for and or that this it they were was is are be been had has have "
    "with as their its his her which who whom not no element elements could proved whether likely "
    "can each what how".split()
)
_BEGINNING = 6
"""Letters in which words must agree: "disclosed" and "disclosure", not "discover"."""

_LIKE = {"knew": "know", "known": "know", "knowledge": "know", "knowing": "know"}
_ENOUGH = 0.5
"""The share of the words' weight that an element must hold. A convention, not a measurement."""


def place(told: Iterable[FoundRow], test: Test, applied: Sequence[Test]) -> list[FoundRow]:
    """Place what texts tell to have been found on the elements of one test.

    Args:
        applied: all tests of the case; where there are several, a finding is of those alone whose
            name, stages or thresholds share a word with its `said_test`, if any do.
    """
    rows = []
    for row in told:
        meant = [one for one in applied if set(_stems(row.said_test)) & _named(one)]
        if not meant or test in meant or len(applied) == 1:
            elements = placed(row.said_of or _each(row.words), test)
            rows.append(replace(row, elements=elements))
    return rows


def _named(test: Test) -> set[str]:
    words = [test.name, *(f"{stage.name} {stage.threshold}" for stage in test.stages)]
    return set(_stems(" ".join(words)))


def _each(words: str) -> str:
    """Give words that speak of every element of the whole; '' where none do."""
    found = _EVERY.search(fold(words))
    return found.group() if found else ""


def placed(words: str, test: Test) -> tuple[str, ...]:
    """Give the keys of the elements that `words` mean; `WHOLE` for the test as a whole.

    Args:
        words: what something is found of, as the text has it; '' means the whole.
    """
    folded = fold(words)
    if not folded:
        return (WHOLE,)
    if _EVERY.search(folded):
        return tuple(element.key for element in _counted(test))
    numbered = [n for n, ordinal in enumerate(_ORDINALS) if re.search(rf"\b{ordinal}\b", folded)]
    elements = _counted(test)
    if numbered and (_PARTS.search(folded) or len(folded.split()) <= 3):
        return tuple(elements[n].key for n in numbered if n < len(elements))
    named = by_words(folded, test.elements)
    if named:
        return named
    stage = next((s for s in test.stages if set(_stems(s.name)) & set(_stems(folded))), None)
    if _WHOLE.search(folded) or stage is not None:
        return (WHOLE,)
    return ()


def _counted(test: Test) -> tuple[Element, ...]:
    """Give the elements that "the second element" counts: those of the first stage that needs all.

    Where a case put elements of its own into a stage that has others, its own come first.
    """
    stage = next((s for s in test.stages if s.every), None)
    return test.elements if stage is None else test.of_stage(stage.key)


def by_words(words: str, elements: tuple[Element, ...]) -> tuple[str, ...]:
    """Give the one element that shares most with the words, weighed by how few elements have it."""
    of = {e.key: set(_stems(f"{e.key} {e.wording}")) for e in elements}
    said = set(_stems(words))
    weight = {stem: 1 / count for stem in said if (count := sum(stem in s for s in of.values()))}
    total = sum(weight.values())
    if not total:
        return ()
    scores = {
        key: (
            sum(weight[stem] for stem in said & stems if stem in weight) / total,
            len(said & stems) / len(stems),
        )
        for key, stems in of.items()
        if stems
    }
    best = max(scores.values())
    leading = [key for key, score in scores.items() if score == best]
    return (leading[0],) if best[0] >= _ENOUGH and len(leading) == 1 else ()


def covered(words: str, element: Element) -> float:
    """Give the share of an element's own words, from 0 to 1, that a sentence has."""
    own = set(_stems(element.wording))
    return len(own & set(_stems(words))) / len(own) if own else 0.0


def _stems(words: str) -> list[str]:
    found = re.findall(r"[a-z]+", fold(words))
    kept = (_LIKE.get(word, word) for word in found if word not in _SMALL)
    return [word[:_BEGINNING] for word in kept]
