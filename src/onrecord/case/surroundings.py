"""The words in which mentions stand, for those who tell whether two are one.

Two versions of a page are compared by what stands about a mention, those whom nobody names by the
sentence in which they are described.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping

from onrecord.core.charging import charges
from onrecord.core.dates import MONTH
from onrecord.core.identity import MentionId, SourceId
from onrecord.core.sentences import sentences
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Mention, Naming, Text

_AROUND = 40
"""So many characters on either side tell the place of a mention in two versions of a page."""

Place = tuple[SourceId, MentionId]
Words = dict[Place, str]
Mentions = Iterable[tuple[SourceId, Mention]]


def around(texts: Mapping[SourceId, Text], mentions: Mentions) -> Words:
    """Give the words around the mentions of some sources."""
    return {
        (source, mention.id): _words_around(texts[source].characters, mention.at)
        for source, mention in mentions
        if source in texts
    }


def _words_around(characters: str, at: Span) -> str:
    before = characters[max(0, at.start - _AROUND) : at.start]
    return f"{before}|{characters[at.end : at.end + _AROUND]}"


def described(texts: Mapping[SourceId, Text], mentions: Mentions) -> Words:
    """Give the sentences of those who are first met as "a clerk", "an agent of the firm"."""
    found: Words = {}
    cut: dict[SourceId, list[Span]] = {}
    for source, mention in mentions:
        if not _is_begun(mention) or source not in texts:
            continue
        if source not in cut:
            cut[source] = sorted(sentences(texts[source]))
        number = bisect_right(cut[source], (mention.at.start, 1 << 60)) - 1
        if number >= 0 and cut[source][number].end > mention.at.start:
            found[source, mention.id] = cut[source][number].of(texts[source].characters)
    return found


def accusing(texts: Mapping[SourceId, Text], mentions: Mentions) -> list[Place]:
    """Give those of whom a text says that they lay, or drop, a charge."""
    return [
        (source, mention.id)
        for source, mention in mentions
        if source in texts and charges(texts[source].characters, mention.at.end)
    ]


_AGE = re.compile(r"\s?(?:,\s?|\()(?:aged\s)?(?P<age>[1-9]\d)(?:\)|,|\.|;|\sand\b)")
_AGED = re.compile(
    r"\b(?:aged|(?:wo)?man of|girl of|boy of)\s(?P<of>[1-9]\d)\b|\b(?P<old>[1-9]\d)-year-old\b"
)


def ages(texts: Mapping[SourceId, Text], mentions: Mentions) -> dict[Place, int]:
    """Give the ages that stand with people: "Ann Vale, 52," and "a woman of 52"."""
    found: dict[Place, int] = {}
    for source, mention in mentions:
        if source not in texts or not mention.name[:1].strip():
            continue
        characters = texts[source].characters
        is_named = mention.naming is Naming.NAMED
        behind = _AGE.match(characters, mention.at.end) if is_named else None
        aged = (
            None
            if is_named
            else _AGED.search(
                characters, mention.at.start, min(mention.at.end + 8, mention.at.start + _FAR)
            )
        )
        if behind is not None:
            found[source, mention.id] = int(behind["age"])
        elif aged is not None:
            found[source, mention.id] = int(aged["of"] or aged["old"])
    return found


_PAPER = r"(?P<{0}>this\s(?:news)?paper|we|us|the\s[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){{0,3}})"
_TO_A_PAPER = re.compile(
    r"(?:The|the|That|that)\s(?P<who>[^.;:!?]{2,60}?),?\s(?:"
    rf"(?:who|that)\s(?:had\s|has\s|first\s|also\s)?(?:told|spoke\sto|spoke\swith|talked\sto"
    rf"|briefed|wrote\sto|approached|contacted)\s{_PAPER.format('told')}"
    rf"|(?:quoted|cited|interviewed)\s(?:by|in)\s{_PAPER.format('by')}"
    rf"|(?:whom?|whose\s\w+|(?:to|with)\swhom)\s{_PAPER.format('whom')}\s(?:had\s|has\s|first\s)?"
    r"(?:quoted|cited|interviewed|published|printed|spoke|reported|carried|told)"
    rf")(?![\w-])(?:[^.;!?]{{0,40}}?\b(?:in|last|of|on)\s(?:\d+\s)?(?P<month>{MONTH})\b)?"
)
_FAR = 200


def told_to(
    texts: Mapping[SourceId, Text], mentions: Mentions
) -> dict[Place, tuple[str, str, str]]:
    """Give those whom a text tells by the paper they spoke to: what they are, paper, and month.

    "The former clerk who spoke to this newspaper in May", "the official whom the Echo quoted".
    """
    found: dict[Place, tuple[str, str, str]] = {}
    for source, mention in mentions:
        if mention.naming is Naming.NAMED or source not in texts:
            continue
        start = mention.at.start
        told = _TO_A_PAPER.match(texts[source].characters, start, start + _FAR)
        if told is not None:
            paper = told["told"] or told["by"] or told["whom"]
            found[source, mention.id] = told["who"], " ".join(paper.split()), told["month"] or ""
    return found


def _is_begun(mention: Mention) -> bool:
    return mention.naming in (
        Naming.ROLE_ONLY,
        Naming.ANONYMOUS,
    ) and mention.name.lower().startswith(("a ", "an ", "one "))
