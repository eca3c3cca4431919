"""What the sources tell of each day, by the words that stand round its date.

No reader of events knows every letter, seal and price list that a story turns on. Two dates tell of
one thing where the words beside them are the same, rare ones above all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from onrecord.core.dates import When
from onrecord.core.identity import SourceId
from onrecord.core.rows import TimelineRow
from onrecord.core.sentences import stems
from onrecord.core.spans import Span

MAY_BE, IS = 0.35, 0.5
"""The share of the weight of the words round one of two dates that stand round the other too, from
which both may tell, and do tell, of one thing. Set by hand on drafts of five invented cases."""
_BESIDE = 14
"""Words on either side of a date that are looked at, within its sentence."""
_DATELINE = 45
"""Characters before a date at the head of a report."""
_FEWEST = 2
"""So many words two dates must share, one of them no name."""

Round = tuple[list[str], list[str]]
"""The stems of the words round a date, and those of them that stand there in small letters."""


@dataclass(frozen=True, slots=True)
class Told:
    """A day that a source tells something of: `at` is its sentence, `alike` how like it is."""

    source: SourceId
    at: Span
    day: int
    alike: float


class Days:
    """Looks up what is told of a day in the words that stand round some other date.

    Args:
        held: of each date of the record its source, its sentence (start and end), its day as an
            ordinal, and the words round it.
    """

    def __init__(self, held: Sequence[tuple[SourceId, int, int, int, Round]]) -> None:
        self._held = held
        self._with: dict[str, list[int]] = defaultdict(list)
        for number, (_, _, _, _, (words, _)) in enumerate(held):
            for word in words:
                self._with[word].append(number)

    def like(self, words: Round) -> list[Told]:
        """Give the dates of the record that may tell of the same, the most alike first."""
        mine, small = set(words[0]), set(words[1])
        shared = Counter(number for word in mine for number in self._with.get(word, ()))
        found = []
        for number, count in shared.items():
            source, start, end, day, (theirs, low) = self._held[number]
            if count < _FEWEST or not small & set(low):
                continue
            both = mine & set(theirs)
            # A name that one of the two leaves out, or has more, tells nothing apart.
            least = min(self._weight(small | both), self._weight({*low} | both))
            alike = self._weight(both) / least
            if alike >= MAY_BE:
                found.append(Told(source, Span(start, end), day, round(alike, 3)))
        return sorted(found, key=lambda one: (-one.alike, one.source, one.at))

    def _weight(self, words: Iterable[str]) -> float:
        whole = 1 + len(self._held)
        return sum(log(1 + whole / (1 + len(self._with.get(word, ())))) for word in words)


def days_told(
    rows: Iterable[TimelineRow],
    characters: Callable[[SourceId], str],
    published: Mapping[SourceId, When | None],
) -> Iterator[tuple[SourceId, int, int, int, Round]]:
    """Give the dates of single days that texts give, with the words round them."""
    for row in rows:
        when = row.when
        if when is None or when.at is None or row.at is None:
            continue
        if when.first is None or when.after != when.first + 1 or when.uncertain:
            continue
        own = published.get(row.source)
        at_head = when.at.start - row.at.start < _DATELINE
        if at_head and own is not None and own.first == when.first:
            continue  # "SOLLVIK, March 25 (BPA) -" dates the report, and not what it tells
        words = words_round(characters(row.source), row.at, when.at)
        if len(words[0]) >= _FEWEST:
            yield row.source, row.at.start, row.at.end, when.first, words


def words_round(characters: str, sentence: Span, date: Span, names: Iterable[str] = ()) -> Round:
    """Give the stems of the words round a date, in its sentence.

    Args:
        names: of those who are only pointed to there.
    """
    before = characters[sentence.start : date.start].split()[-_BESIDE:]
    after = characters[date.end : sentence.end].split()[:_BESIDE]
    found = stems(" ".join((*before, *after, *names)))
    small = {word for word in (*before, *after) if word[:1].islower()}
    return sorted(found), sorted(found & stems(" ".join(small)))
