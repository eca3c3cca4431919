"""The words in which mentions stand, for those who tell whether two are one.

Two versions of a page are compared by what stands about a mention, those whom nobody names by the
sentence in which they are described.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping

from onrecord.core.charging import charges
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


def _is_begun(mention: Mention) -> bool:
    return mention.naming in (
        Naming.ROLE_ONLY,
        Naming.ANONYMOUS,
    ) and mention.name.lower().startswith(("a ", "an ", "one "))
