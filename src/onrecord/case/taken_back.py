"""What publishers take back of what they told: values, clauses, and what is only set right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from onrecord import assess
from onrecord.case.officials import is_official
from onrecord.core.dates import When
from onrecord.core.differences import DifferenceRow, Matter, SettledRow, ToldRow
from onrecord.core.identity import SourceId
from onrecord.core.rows import SourceRow
from onrecord.core.sentences import sentences, stems
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Text

_DENIES = re.compile(r"\b(?:no|not|never|none|nothing|nobody|n[’']t)\b", re.IGNORECASE)
_SAYS_IT, _HALF = 0.7, 0.5
"""The share of what a correction takes back that an earlier sentence must say; and of what it puts
in its place that another document must say, where that gives the same number too."""

FEWEST = 3
"""Words and numbers that a sentence must have of a clause."""

_NUMBER = re.compile(
    r"\b\d[\d,.]*(?<=\d)|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|"
    r"fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|"
    r"seventy|eighty|ninety|hundred|thousand|million)\b",
    re.IGNORECASE,
)
_MORE = re.compile(r",\s(?=(?:until|which|who|when|where|as)\b)")


class TakenBack:
    """Reads the corrections of some documents.

    Args:
        sources: those that have a text, in the order in which they came to be known.
        told: makes a row of a sentence of a source, with its value.
    """

    def __init__(
        self,
        sources: Mapping[SourceId, SourceRow],
        text: Callable[[SourceRow], Text],
        told: Callable[[SourceId, str, str, Span], ToldRow],
    ) -> None:
        self._sources, self._text, self._told = sources, text, told

    def retractions(self, tellings: Sequence[assess.Telling]) -> Iterator[assess.Retraction]:
        """Give the values that corrections take back, each with what stands instead."""
        for row in self._sources.values():
            text = self._text(row)
            for found in assess.corrected(text):
                mine = [
                    t for t in tellings if t.row.source == row.id and found.at.overlaps(t.row.at)
                ]
                words = found.at.of(text.characters)
                yield assess.Retraction(
                    outlet=row.label.partition(",")[0],
                    wrong=tuple(stems(s.of(text.characters)) for s in found.wrong),
                    right=stems(" ".join(s.of(text.characters) for s in found.right)),
                    wrong_values=tuple(
                        t for t in mine if any(_holds(s, t, text.characters) for s in found.wrong)
                    ),
                    right_values=tuple(
                        t for t in mine if any(_holds(s, t, text.characters) for s in found.right)
                    ),
                    row=ToldRow(
                        value="", source=row.id, source_label=row.label, words=words, at=found.at
                    ),
                )

        yield from self._set_right(tellings)

    def _set_right(self, tellings: Sequence[assess.Telling]) -> Iterator[assess.Retraction]:
        """Give what corrections that only say what is so take back: the page's one other value."""
        for row in self._sources.values():
            notes = list(assess.set_right(self._text(row)))
            if not notes:
                continue
            mine = [t for t in tellings if t.row.source == row.id and t.matter is Matter.NUMBER]
            for note in notes:
                inside = [t for t in mine if note.overlaps(t.row.at)]
                for right in inside if len(inside) == 1 else ():
                    wrong = [
                        t
                        for t in mine
                        if t.about == right.about and t.row.at.end <= note.start and t != right
                    ]
                    # "18,000 crowns" sets a sum right, and no "900,000-crown house".
                    wrong = [t for t in wrong if _item(t) == _item(right)] or wrong
                    values = {t.row.value for t in wrong}
                    if len(values) == 1 and all(assess.differ(t, right) for t in wrong):
                        yield assess.Retraction(
                            outlet=row.label.partition(",")[0],
                            wrong=(),
                            right=right.words,
                            wrong_values=tuple(wrong),
                            right_values=(right,),
                            row=self._told(row.id, "", right.row.words, right.row.at),
                        )

    def clauses(self, known: Sequence[DifferenceRow] = ()) -> Iterator[DifferenceRow]:
        """Hold a clause that a correction takes back against what stands.

        What stands is a sentence of another document that says as much, an official one before
        others, else the correction's own.

        Args:
            known: differences found already: what these give of a note is not given twice.
        """
        for row in self._sources.values():
            text = self._text(row)
            for found in assess.corrected(text):
                rights = [s for s in found.right if stems(s.of(text.characters))]
                for span in found.wrong if row.published is not None and rights else ():
                    words = span.of(text.characters)
                    wrong = self._most_like(row, found.at, words)
                    if wrong is None or _is_known(wrong, row.id, found.at, known):
                        continue
                    at = _stands_for(span, rights, text.characters)
                    right = at.of(text.characters)
                    itself = self._told(row.id, "as corrected", right, at)
                    other = self._official(wrong, stems(right), _DENIES.search(right))
                    other = other or self._elsewhere(wrong, words, right)
                    yield DifferenceRow(
                        matter=Matter.CORRECTED,
                        one=wrong,
                        other=other or itself,
                        because=(f"{row.label} takes it back",),
                        settled=SettledRow(side=2, because=f"{row.label} corrected it", by=itself),
                    )

    def _most_like(self, correcting: SourceRow, note: Span, clause: str) -> ToldRow | None:
        """Find the sentence of the same publisher, not after its note, that says what is wrong."""
        wrong, numbers = stems(clause), numbers_in(clause)
        if len(wrong) + len(numbers) < FEWEST or len(wrong) < 2:
            return None
        best: tuple[float, ToldRow | None] = (_SAYS_IT, None)
        for row in self._sources.values():
            if row.outlet != correcting.outlet or _is_later(row, correcting):
                continue
            text = self._text(row)
            for span in sentences(text):
                if row.id == correcting.id and span.end > note.start:
                    break
                words = span.of(text.characters)
                if not numbers <= numbers_in(words):
                    continue
                share = float(len(wrong & stems(words)) + len(numbers))
                share /= len(wrong) + len(numbers)
                if share >= best[0] and (share > best[0] or best[1] is None):
                    best = share, self._told(row.id, "as first told", words, span)
        return best[1]

    def _elsewhere(self, wrong: ToldRow, clause: str, right: str) -> ToldRow | None:
        """Find the sentence of somebody else's document that says most of what now stands.

        It has all numbers of what stands and most of its words; of the words that both clauses have
        it has one at least, for they say what it is about.
        """
        new, about, numbers = stems(right), stems(clause) & stems(right), numbers_in(right)
        numbers -= numbers_in(clause)
        if len(new) < 2:  # "it was seven" says too little to be found again
            return None
        best: tuple[float, ToldRow | None] = (0.0, None)
        for row in self._sources.values():
            if row.outlet == self._sources[wrong.source].outlet or not new:
                continue
            text = self._text(row)
            for span in sentences(text):
                words = span.of(text.characters)
                held = stems(words)
                if not numbers <= numbers_in(words) or (about and not about & held):
                    continue
                share = len(new & held) / len(new)
                least = _HALF if numbers else _SAYS_IT
                if len(held & (new | stems(clause))) + len(numbers) < FEWEST or share < least:
                    continue
                score = share + 0.2 * is_official(row.outlet)
                if score > best[0]:
                    best = score, self._told(row.id, "as corrected", words, span)
        return best[1]

    def _official(
        self, wrong: ToldRow, right: frozenset[str], denies: re.Match[str] | None
    ) -> ToldRow | None:
        """Find the sentence of an official document that says what now stands, if one does."""
        for row in self._sources.values():
            if not is_official(row.outlet) or row.id == wrong.source:
                continue
            text = self._text(row)
            for span in sentences(text):
                words = span.of(text.characters)
                held = stems(words)
                if len(held) < (1 if denies else FEWEST):
                    continue
                if bool(_DENIES.search(words)) is bool(denies) and held <= right:
                    return self._told(row.id, "as corrected", words, span)
        return None


def _is_later(row: SourceRow, than: SourceRow) -> bool:
    if row.published is None or than.published is None:
        return False
    return (row.published.first or 0) > (than.published.first or 0)


def _is_known(wrong: ToldRow, note: SourceId, at: Span, known: Iterable[DifferenceRow]) -> bool:
    """Say whether a sentence that a note takes back is held apart already."""
    return any(
        side.source == wrong.source and side.at.overlaps(wrong.at)
        for row in known
        if row.settled is not None
        and row.settled.by.source == note
        and (row.settled.by.at.overlaps(at) or row.matter is Matter.CORRECTED)
        for side in (row.one, row.other)
    )


def _stands_for(wrong: Span, rights: Sequence[Span], characters: str) -> Span:
    """Give which of the clauses that stand takes the place of one: of those most like it the first.

    What denies goes before what only says more, and a relative clause behind it says more only.
    Where none is like it, the next that follows it stands in its place.
    """
    mine = stems(wrong.of(characters))
    cut = [_cut(one, characters) for one in rights]
    shared = {one: len(mine & stems(one.of(characters))) for one in cut}
    best = max(cut, key=lambda one: shared[one])
    denying = [one for one in cut if _DENIES.search(one.of(characters))]
    if shared[best] and any(shared[one] == shared[best] for one in denying):
        return next(one for one in denying if shared[one] == shared[best])
    if not shared[best]:
        return next((one for one in cut if one.start >= wrong.end), best)
    return best


def _cut(one: Span, characters: str) -> Span:
    more = _MORE.search(characters, one.start, one.end)
    return one if more is None else Span(one.start, more.start())


def numbers_in(words: str) -> frozenset[str]:
    """Give the numbers of some words, in figures or in letters, as they are written."""
    return frozenset(one.casefold() for one in _NUMBER.findall(words))


def _item(telling: assess.Telling) -> str:
    """Give what a number counts or measures; '' where it has a unit alone."""
    return getattr(telling.value, "item", "")


def _holds(span: Span, telling: assess.Telling, characters: str) -> bool:
    value = telling.value
    words = value.words if isinstance(value, When) else getattr(value, "counted", str(value))
    return words in span.of(characters) and span.overlaps(telling.row.at)
