"""In which statement a place lies: who tells of an event tells it in the content that holds it."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.core.spans import Span
from onrecord.core.vocabulary import Statement, Voice


class Inside:
    """Finds the narrowest statement round a place, sentence by sentence in the order of a text."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._statements = statements
        self._pieces = sorted(
            (at, number) for number, one in enumerate(statements) for at in one.content.spans
        )
        self._cues = sorted(
            (one.cue.spans[0].start, number)
            for number, one in enumerate(statements)
            if one.cue.spans and one.source is not None and one.source.spans
        )
        self._open: list[tuple[Span, int]] = []
        self._next = self._next_cue = 0

    def enter(self, sentence: Span) -> None:
        """Go on to a sentence: only places in it are asked for."""
        while self._next < len(self._pieces) and self._pieces[self._next][0].start < sentence.end:
            self._open.append(self._pieces[self._next])
            self._next += 1
        self._open = [one for one in self._open if one[0].end > sentence.start]
        while self._next_cue < len(self._cues) and self._cues[self._next_cue][0] < sentence.start:
            self._next_cue += 1

    def at(self, place: Span) -> Statement | None:
        """Give the statement of fewest words whose content holds a place; None: none does."""
        holding = [self._statements[number] for at, number in self._open if at.holds(place)]
        return min(holding, key=_breadth, default=None)

    def speaker_after(self, start: int, end: int) -> Voice | None:
        """Give the source of the first cue between two places, if it stands there too."""
        for place, number in self._cues[self._next_cue :]:
            if place >= end:
                break
            source = self._statements[number].source
            if place > start and source is not None and start < source.spans[0].start < end:
                return source
        return None


def _breadth(one: Statement) -> tuple[int, str]:
    return sum(at.end - at.start for at in one.content.spans), one.id
