"""Whom a pronoun cannot mean, by what is said where.

Nobody is told of by name in what they report themselves ("She was shown them by Vale, she said" is
not Vale), and nobody who is quoted speaks of themselves as "he" or "she".
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable

from onrecord.core.identity import MentionId
from onrecord.core.spans import Span
from onrecord.core.vocabulary import ActorKind, Mention
from onrecord.reader.layout import Layout
from onrecord.reader.outlines import Outline

_NEAR = 4
"""So many quotations that begin before a place are looked at, and names of one content."""
_NAMES = 40


class Unmeant:
    """Tells it for one text, once its statements are outlined and its names entered."""

    def __init__(self, outlines: Iterable[Outline], layout: Layout) -> None:
        self._said: dict[Span, list[Span]] = {}
        quoted: list[tuple[Span, Span]] = []
        for one in outlines:
            if len(one.source) != 1:
                continue
            self._said.setdefault(one.source[0], []).extend(one.content)
            is_turn = all(span.of(layout.characters) == ":" for span in one.cue)
            for at in one.content:
                if is_turn:
                    quoted.append((at, one.source[0]))
                else:
                    quoted.extend((q, one.source[0]) for q in layout.quotations_at(at))
        self._quoted = sorted(quoted)
        self._starts = [at.start for at, _ in self._quoted]
        self._characters = layout.characters

    def is_quoted(self, at: Span) -> bool:
        """Say whether a place lies in what somebody else is quoted to say."""
        last = bisect_right(self._starts, at.start)
        near = self._quoted[max(0, last - _NEAR) : last]
        return any(quoted.holds(at) and not source.overlaps(quoted) for quoted, source in near)

    def by(self, at: Span, names_in: Callable[[Span], list[Mention]]) -> set[MentionId]:
        """Give the founders of those whom a pronoun of the third person at a place cannot mean.

        Args:
            names_in: gives the names that lie in a stretch.
        """
        found = {
            one.same_as or one.id
            for content in self._said.get(at, ())
            for one in names_in(content)[:_NAMES]
            if one.kind is ActorKind.PERSON
        }
        last = bisect_right(self._starts, at.start)
        for quotation, source in self._quoted[max(0, last - _NEAR) : last]:
            if quotation.holds(at) and not source.overlaps(quotation):
                found |= {one.same_as or one.id for one in self._named(source, names_in)}
        return found

    def _named(self, source: Span, names_in: Callable[[Span], list[Mention]]) -> list[Mention]:
        """Give the first person whom a source names, none who only owns: "Vale's lawyer"."""
        people = [
            one
            for one in names_in(source)
            if one.kind is ActorKind.PERSON
            and not self._characters.startswith(("’s", "'s", "’ ", "' "), one.at.end)
        ]
        return people[:1]


class Names:
    """The names of one text, by place."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self.all = sorted(mentions, key=lambda m: m.at)
        self._starts = [m.at.start for m in self.all]

    def within(self, at: Span) -> list[Mention]:
        """Give the names that lie in a stretch, in their order."""
        first = bisect_left(self._starts, at.start)
        last = bisect_left(self._starts, at.end)
        return [m for m in self.all[first:last] if at.holds(m.at)]

    def before(self, place: int, start: int) -> list[Mention]:
        """Give the names that begin between two places."""
        first = bisect_left(self._starts, start)
        return self.all[first : bisect_left(self._starts, place)]
