"""What happened as an anchor: "two years after the arrests" counts from the day given for them.

Only a day that the words beside what happened give, and only where the text gives one: of two
arrests on two days nobody knows which is meant, and nothing is counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from onrecord.reader.dating.stretches import Stretch
from onrecord.reader.dating.tables import tables
from onrecord.reader.dating.tokens import Tokens

NEAR = 6
"""Words between what happened and its date, at most: "arrested at his home in Oxlow in March"."""
_LEADING = 6
"""Words between "after" and what happened: "after the two men were first arrested"."""
_PASSIVE = frozenset(("was", "were", "been", "being", "had", "has", "have", "be"))


@dataclass
class Happened:
    """The days that a text gives for what happened, by the words for it."""

    _days: dict[str, set[Stretch]] = field(default_factory=dict)

    def enter(self, tokens: Tokens, first: int, end: int, day: Stretch) -> None:
        """Enter what is told to have happened beside a date, which is the tokens from `first`."""
        for word in _beside(tokens, first, end):
            self._days.setdefault(tables().happenings[word], set()).add(day)

    def day(self, event: str) -> Stretch | None:
        """Give the one day, month or year in which it happened; None: not told, or several."""
        days = self._days.get(event, ())
        return next(iter(days)) if len(days) == 1 else None


def named(tokens: Tokens, at: int) -> tuple[int, str] | None:
    """Find what happened behind "after" or "before"; give where its words end and what it is."""
    known = tables()
    for place in range(at, at + _LEADING):
        low = tokens.low(place)
        if low in known.happenings:
            return place + 1, known.happenings[low]
        small = low in known.words["to_happening"] or low in _PASSIVE or low in known.numbers
        if not small and not tokens[place].capital:
            return None
    return None


def _beside(tokens: Tokens, first: int, end: int) -> Iterator[str]:
    """Give the words for what happened nearest before and nearest after a date."""
    for places in (range(first - 1, first - 2 - NEAR, -1), range(end, end + NEAR + 1)):
        for place in places:
            low = tokens.low(place)
            if tokens.sentence_ends(place) or low == " ":
                break
            if low in tables().happenings:
                yield low
                break
            if _tells(tokens, place):
                break


def _tells(tokens: Tokens, place: int) -> bool:
    """Say whether a verb tells of something else there: the date may be of that."""
    low = tokens.low(place)
    if low in _PASSIVE:
        return False
    past = len(low) > 4 and low.endswith("ed") and not tokens[place].capital
    return past or low in tables().words["was"] or low in tables().words["will"]
