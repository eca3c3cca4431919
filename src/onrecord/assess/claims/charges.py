"""Charges and their counts: who is charged with what, and under which count something was alleged.

A charge is laid count by count, and may be given up so: what was alleged under a count that goes on
is alleged still. Under which count a sentence stands is told by the count that its text named last
before it; where a text names none, nothing is told.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from onrecord.assess.claims import general
from onrecord.assess.claims.whom import people
from onrecord.core.alone import of_words
from onrecord.core.said import StatementRow

_NUMBER = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten"
    r"|\d{1,2}\b(?! (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))"
)
_COUNT = re.compile(
    rf"\b(?:counts?|charges?) (?P<these>{_NUMBER}(?:(?:, | and |, and ){_NUMBER})*)\b"
    r"|\b(?P<order>first|second|third|fourth|fifth|sixth) (?:count|charge)\b",
    re.IGNORECASE,
)
_NUMBERS = "one two three four five six seven eight nine ten".split()
_ORDER = "first second third fourth fifth sixth".split()
_FELL = re.compile(
    r"\bno longer (?:be )?(?:met|satisfied|passed|pursued|proceeded)\b", re.IGNORECASE
)
_CHARGES = re.compile(
    r"(?i:\b(?:is|was|were|are|has been|have been|stands?|hereby|also|jointly) charged\b"
    r"|\b(?:charges?|counts?|indictments?)\b[^.;]{0,80}\b(?:is|are|was|were|has been|have been)"
    r" (?:hereby |today )?(?:laid|brought|preferred|filed|authorised)\b"
    r"|\b(?:lays?|laid|brings?|brought|prefers?|preferred|files?|filed|authoris\w+) (?:\w+ ){0,2}?"
    r"(?:charges?|counts?|indictments?)\b)"
    r"|\b(?:charges|charged|indicts|indicted|prosecutes) (?=[A-Z])"
)
_GUILTY = re.compile(
    r"\bcommitted (?:the|an|this|that) (?:offence|crime)s?\b|\bis guilty\b|\bwas guilty\b",
    re.IGNORECASE,
)


def counts(words: str) -> frozenset[str]:
    """Give the counts that some words name, as digits: "count one", "counts 2 and 3"."""
    return frozenset(_counts(words))


@of_words(list)
def _counts(words: str) -> list[str]:
    found = set[str]()
    for one in _COUNT.finditer(words):
        if one["order"]:
            found.add(str(_ORDER.index(one["order"].casefold()) + 1))
        for number in re.findall(_NUMBER, one["these"] or "", re.IGNORECASE):
            low = number.casefold()
            found.add(str(_NUMBERS.index(low) + 1) if low in _NUMBERS else low)
    return sorted(found)


Named = dict[str, list[tuple[int, frozenset[str]]]]
"""By source where it names counts, in the order of the text, and which."""
Fell = dict[str, frozenset[str]]
"""By source the counts that it says were given up."""


def told_of(rows: Iterable[StatementRow], words: Iterable[str]) -> tuple[Named, Fell]:
    """Give which counts texts tell of, and which of them they say were given up.

    Args:
        rows: the sentences' statements, with their words beside them.
    """
    named: defaultdict[str, list[tuple[int, frozenset[str]]]] = defaultdict(list)
    fell: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for row, sentence in zip(rows, words, strict=True):
        these = counts(sentence)
        if not these:
            continue
        named[row.source].append((row.at.start, these))
        if _FELL.search(sentence) or general.ends_the_case(f"{row.cue} {sentence}"):
            fell[row.source] |= these
    return {source: sorted(some, key=lambda one: one[0]) for source, some in named.items()}, dict(
        fell
    )


class Counts:
    """Which counts texts tell of, where, and which of them they say were given up."""

    def __init__(self, named: Named, fell: Fell) -> None:
        self._named, self._fell = named, fell

    def under(self, row: StatementRow) -> frozenset[str]:
        """Give the counts under which a statement stands; empty: its text names none before it."""
        some = self._named.get(row.source, [])
        at = bisect_right([start for start, _ in some], row.at.start)
        return some[at - 1][1] if at else frozenset()

    def given_up(self, source: str) -> frozenset[str]:
        """Give the counts that a text, or where it names none any text, says were given up."""
        here = self._fell.get(source)
        return here or frozenset().union(*self._fell.values())


def is_of_guilt(claim: str) -> bool:
    """Say whether a claim says that somebody committed what they are charged with."""
    return bool(_GUILTY.search(claim))


def charges(claim: str, words: str) -> bool:
    """Say whether words lay the charge of which a claim says that somebody is guilty."""
    if not is_of_guilt(claim) or not _CHARGES.search(words):
        return False
    ours, theirs = counts(claim), counts(words)
    return bool(set(people(claim)) & set(people(words))) and (
        not ours or not theirs or bool(ours & theirs)
    )
