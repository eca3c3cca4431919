"""Rulings under headings: "Matter (b). Not proved. The only witness had gone back on it."

The heading names the part, the next sentence says in a word how it was decided, and the one after
it, if it tells anything new, why. Where no word says it, a sentence that has the element's own
words does, with "not" or without.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.assess.findings.placing import by_words, covered
from onrecord.core.vocabulary import Met, Test

_RULED = (
    (
        Met.NOT_MET,
        re.compile(
            r"(?:(?:held|found|ruled) )?(?:not (?:proved|proven|upheld|met|made out|established"
            r"|found|satisfied|sustained)|dismissed|rejected|unproven|fails?|failed"
            r"|no case to answer)"
            r"(?:, by a majority)?",
            re.IGNORECASE,
        ),
    ),
    (
        Met.MET,
        re.compile(
            r"(?:(?:held|found|ruled) )?(?:proved|proven|upheld|met|made out|established|found"
            r"|satisfied|sustained|admitted|found proved)(?:, by a majority| in part)?",
            re.IGNORECASE,
        ),
    ),
    (Met.NOT_DECIDED, re.compile(r"not decided|left open|no finding", re.IGNORECASE)),
    (Met.NOT_ASSESSED, re.compile(r"not (?:considered|assessed|reached)", re.IGNORECASE)),
)
_REPEATED = 0.6
"""The share of an element's words in a sentence that says it again and gives no reason."""
_NOT = re.compile(r"\b(?:not|never|no)\b|n[’']t\b", re.IGNORECASE)
_FOLLOWS = re.compile(r"\b(?:it follows|therefore|accordingly|because|since)\b", re.IGNORECASE)
_OF_REASONS = re.compile(r"\breasons?\b", re.IGNORECASE)


def ruled(words: str) -> Met | None:
    """Give what a few words rule; None: they are no ruling alone."""
    plain = " ".join(words.split()).strip(" .;:–—-")
    return next((met for met, told in _RULED if told.fullmatch(plain)), None)


def ruled_in_words(words: str, keys: tuple[str, ...], test: Test) -> Met | None:
    """Give what a sentence under a heading rules in the element's own words; None: nothing."""
    if len(keys) != 1 or by_words(words, test.elements) != keys:
        return None
    wording = next(element.wording for element in test.elements if element.key == keys[0])
    is_denied = (_NOT.search(words) is None) != (_NOT.search(wording) is None)
    return Met.NOT_MET if is_denied else Met.MET


def reason_after(following: Sequence[str], keys: tuple[str, ...], test: Test) -> str | None:
    """Give why, by the sentence after a ruling; None where it repeats the element or tells none."""
    if not following or ruled(following[0]) is not None:
        return None
    words = " ".join(following[0].split())
    tells = _FOLLOWS.search(words) is not None
    repeats = any(
        covered(words, element) >= _REPEATED for element in test.elements if element.key in keys
    )
    if _OF_REASONS.search(words) or (repeats and not tells):
        return None
    return words


def follows(words: str) -> str | None:
    """Give a sentence that gives a reason for itself."""
    return " ".join(words.split()) if _FOLLOWS.search(words) else None
