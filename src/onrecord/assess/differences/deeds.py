"""Which step of an affair a date that is told by its weekday is of, by the words next to it.

Reports of one day tell what was done "on Thursday" and "yesterday". Where the reader finds no
event, the verb next to such a date still says what it is the date of. Only what is done once to
somebody is named, or what is announced.
"""

from __future__ import annotations

import re

from onrecord.core.spans import Span

_STEPS = {
    "arrest": r"arrest(?:ed|s)?|(?:taken|took)(?: \w+){0,8} into custody|detained|detention",
    "charge": r"charged|indicted",
    "questioning": r"questioned|interviewed under caution"
    r"|interviewed by (?:the )?(?:police|detectives)",
    "search": r"search(?:ed|es)|raid(?:ed|s)?",
    "ban": r"banned|bans?|suspended|suspension|disqualified|struck off|expelled|barred"
    r"|(?:kicked|thrown|drummed) out",
    "verdict": r"convicted|acquitted|cleared|found guilty",
    "sentence": r"jailed|sentenced|imprisoned",
    "dismissal": r"sacked|dismissed|fired",
    "resignation": r"resigned|stepped down|stood down|quit",
    "end of the case": r"dropped|discontinued|abandoned",
    "announcement": r"announced",
    "death": r"died",
}
_NAMED = [(name, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for name, words in _STEPS.items()]
_SAID = re.compile(r"\b(?:said|told|wrote|says)\b[^,.;]{0,25}$", re.IGNORECASE)
_BY_ITS_NAME = re.compile(
    r"(?:on )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today|last night)"
    r"(?: (?:morning|afternoon|evening|night))?",
    re.IGNORECASE,
)
_BEFORE, _AFTER = 90, 40
"""Characters before and after a date in which its deed stands."""


def is_by_its_name(words: str) -> bool:
    """Say whether a day is told by its weekday or as "yesterday", and not by its number."""
    return _BY_ITS_NAME.fullmatch(" ".join(words.split())) is not None


def step_at(sentence: str, at: Span) -> str:
    """Name the step that a date of a sentence is of, by the nearest deed; '' where there is none.

    When somebody said something ("she said on Thursday") is no step's date.
    """
    start = max(0, at.start - _BEFORE)
    before = sentence[start : at.start]
    cut = max(before.rfind(mark) for mark in ";:.”")
    before = before[cut + 1 :]
    if _SAID.search(before):
        return ""
    after = re.split(r"[;:.]", sentence[at.end : at.end + _AFTER], maxsplit=1)[0]
    found = [
        (len(before) - one.end(), name) for name, deed in _NAMED for one in deed.finditer(before)
    ]
    found += [(one.start() + 5, name) for name, deed in _NAMED for one in deed.finditer(after)]
    return min(found, default=(0, ""))[1]
