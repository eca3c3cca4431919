"""Whom does a report name as where it has something from: another outlet, an agency, a document?

"as first reported by the Harrow Echo", "the Echo reports", "told the Echo", a dateline "(HNA)" or
"Reuters". Where an outlet of the record is meant the words lead to it, else to a name outside the
record. An outlet that names itself names nobody.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onrecord.core.alone import of_words
from onrecord.core.folding import fold
from onrecord.core.letters import CAPITAL
from onrecord.core.spans import Span
from onrecord.core.vocabulary import BlockKind, Text

_NAME = (
    rf"(?P<{{0}}>(?-i:{CAPITAL})[\w’'&.-]*"
    rf"(?:[ ](?:of[ ]|and[ ]|the[ ]|&[ ])?(?-i:{CAPITAL})[\w’'&-]+){{{{0,5}}}})"
)
_FIRST = (
    r"(?:first|originally|previously|initially|earlier)\s+(?:been\s+)?"
    r"(?:reported|published|revealed|disclosed|broken|told|carried)"
)
_TELLS = r"(?:reports?|reported|said|says|writes|wrote|revealed|reveals|has learnt|has learned)"
_CITED = re.compile(
    rf"\b(?:as\s+)?{_FIRST}\s+(?:by|in|on|to)\s+(?:the\s+)?{_NAME.format('first')}"
    rf"|\b(?:reported|published|revealed|obtained|seen|quoted)\s+(?:earlier\s+)?(?:by|in)\s+(?:the\s+)?"
    rf"{_NAME.format('by')}"
    rf"|\b(?:told|to|with)\s+the\s+{_NAME.format('told')}"
    rf"|\baccording\s+to\s+(?:the\s+)?{_NAME.format('according')}"
    rf"|(?<![\w’'&.-])(?:the\s+)?{_NAME.format('subject')}\s+(?:has\s+)?{_TELLS}\b",
    re.IGNORECASE,
)
_FIRMLY = ("first",)
"""Groups whose words say that a name is an outlet's, known to the record or not."""

_DATELINE = re.compile(
    r"^[^\n]{0,60}?\((?P<agency>[A-Z][A-Za-z]{1,20})\)\s*[-–—:]"
    r"|^[A-Z][^\n(]{0,40}[,(]\s*(?P<wire>Reuters|AP|AFP|PA|dpa|DPA|EFE|ANSA|TASS|Xinhua)\)?\s*[-–—:]"
)
_CREDIT = re.compile(
    r"\((?P<credit>AP|AFP|PA|Reuters|dpa|EFE|ANSA|TASS|Xinhua)\)\s*$"
    r"|\b(?:additional )?reporting by (?:the\s+)?(?P<by>AP|AFP|Reuters|Press Association)\b"
    r"|^(?P<ours>(?:by|from) (?:our|news|staff and) agenc(?:y|ies)|agencies)\.?$",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Cited:
    """The name of an outlet where a text names it; `outlet` folded, as the record knows it.

    `credit`: the text is that agency's own, by its dateline or credit line.
    """

    at: Span
    named: str
    outlet: str | None
    credit: bool


class Outlets:
    """The outlets of a record by what they are called: in full, in short, by their initials."""

    def __init__(self, outlets: Iterable[str]) -> None:
        found: dict[str, set[str]] = defaultdict(set)
        for name in dict.fromkeys(outlets):
            folded = fold(name)
            words = folded.split()
            if not words:
                continue
            found[folded].add(folded)
            found[words[-1]].add(folded)
            found["".join(word[0] for word in words)].add(folded)
            for size in range(2, len(words)):
                found[" ".join(words[-size:])].add(folded)
        self._called = {called: next(iter(of)) for called, of in found.items() if len(of) == 1}

    def called(self, name: str) -> str | None:
        """Give the outlet of the record that a name means, folded; None: none, or several."""
        return self._called.get(fold(name))


def cited(text: Text, own: str, outlets: Outlets) -> Iterator[Cited]:
    """Give the outlets that a text names as its source, in its order, each place once.

    Args:
        own: the outlet of the text itself.
    """
    ours = fold(own)
    for block in text.blocks:
        if block.kind is BlockKind.BOILERPLATE:
            continue
        for named, how, start, end in _named_in(block.at.of(text.characters)):
            outlet = outlets.called(named)
            if ours in (outlet, fold(named)) or (outlet is None and how == _LIKELY):
                continue
            at = Span(block.at.start + start, block.at.start + end)
            yield Cited(at=at, named=named, outlet=outlet, credit=how == _OWN)


_OWN, _FIRM, _LIKELY = range(3)
"""A name in a dateline or credit line; one that is told to be an outlet's; one that may be."""


@of_words(list)
def _named_in(words: str) -> list[tuple[str, int, int, int]]:
    """Give the names in some words that outlets may bear, how they are told, and where."""
    return [
        (found[group].rstrip(".,’'"), _OWN if own else _told(group), found.start(), found.end())
        for pattern, own in ((_DATELINE, True), (_CREDIT, True), (_CITED, False))
        for found in pattern.finditer(words)
        if (group := found.lastgroup) is not None
    ]


def _told(group: str) -> int:
    return _FIRM if group in _FIRMLY else _LIKELY
