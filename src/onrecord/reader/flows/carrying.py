"""In which statements a place lies: who tells of a hop tells it in the content that holds it."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.core.spans import Span
from onrecord.core.vocabulary import Statement


class Carrying:
    """Finds the statements in whose content a place lies; places come in the order of the text."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self._pieces = sorted(
            ((at, number) for number, one in enumerate(statements) for at in one.content.spans)
        )
        self._statements = statements
        self._open: list[tuple[Span, int]] = []
        self._next = 0

    def at(self, place: Span) -> list[Statement]:
        """Give them, the one of fewest words first."""
        while self._next < len(self._pieces) and self._pieces[self._next][0].start <= place.start:
            self._open.append(self._pieces[self._next])
            self._next += 1
        self._open = [one for one in self._open if one[0].end > place.start]
        holding = {number for at, number in self._open if at.holds(place)}
        return sorted((self._statements[n] for n in sorted(holding)), key=_breadth)


def _breadth(one: Statement) -> int:
    return sum(at.end - at.start for at in one.content.spans)
