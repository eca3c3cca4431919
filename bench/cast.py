"""Who is who in one reading: the mentions that point to one actor, by their links."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.core.identity import MentionId
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Mention, Naming, Reading, Voice


class Cast:
    """The mentions of a reading and how they hang together."""

    def __init__(self, reading: Reading) -> None:
        self.mentions = {mention.id: mention for mention in reading.mentions}

    def founder(self, mention: MentionId) -> MentionId:
        """Follow the links to the mention that none goes on from."""
        seen = {mention}
        while True:
            known = self.mentions.get(mention)
            if known is None or known.same_as is None or known.same_as in seen:
                return mention
            mention = known.same_as
            seen.add(mention)

    def cluster(self, mention: MentionId) -> list[Mention]:
        """Give all mentions of the same founder, first in the text first."""
        founder = self.founder(mention)
        found = [one for one in self.mentions.values() if self.founder(one.id) == founder]
        return sorted(found, key=lambda one: one.at)

    def at(self, place: Span) -> Mention | None:
        """Give the mention that shares the largest part with a place; None where none touches."""
        touching = [one for one in self.mentions.values() if one.at.overlaps(place)]
        return max(touching, key=lambda one: likeness(one.at, place), default=None)

    def signs(self, text: str, voice: Voice) -> bool:
        """Say whether the voice is whoever signs the text: a mention that fills a line."""
        signatory = self.mentions.get(voice.mention) if voice.mention else None
        if signatory is None:
            return False
        places = [one.at for one in self.cluster(signatory.id) if one.naming is Naming.NAMED]
        lines = [(text.rfind("\n", 0, at.start), text.find("\n", at.end), at) for at in places]
        return any(
            text[begin + 1 : end if end >= 0 else len(text)].strip() == at.of(text)
            for begin, end, at in lines
        )

    def names(self, voice: Voice) -> list[str]:
        """Give the names that the voice's mention and those before it in its chain carry."""
        found: list[str] = []
        mention, seen = voice.mention, set[MentionId]()
        while mention is not None and mention not in seen and mention in self.mentions:
            seen.add(mention)
            found.append(self.mentions[mention].name)
            mention = self.mentions[mention].same_as
        return found


def likeness(one: Span, other: Span) -> float:
    """Give the shared part of two places as a share of what either covers."""
    both = min(one.end, other.end) - max(one.start, other.start)
    return both / (len_of(one) + len_of(other) - both) if both > 0 else 0.0


def len_of(span: Span) -> int:
    return span.end - span.start


def touches(some: Iterable[Span], others: Iterable[Span]) -> bool:
    """Say whether any place of one set shares a character with any of the other."""
    others = list(others)
    return any(one.overlaps(other) for one in some for other in others)
