"""What publishers take back of what they told: values, clauses, and what is only set right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

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
_SAYS_IT = 0.7
"""The share of what a correction takes back that an earlier sentence must say."""


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

    def clauses(self) -> Iterator[DifferenceRow]:
        """Hold a clause that a correction takes back, and that gives no value, against what stands.

        What stands is an official document's sentence that says as much, else the correction's own.
        """
        for row in self._sources.values():
            text = self._text(row)
            for found in assess.corrected(text):
                if row.published is None:
                    continue
                rights = [s for s in found.right if stems(s.of(text.characters))]
                for span in found.wrong:
                    words = span.of(text.characters)
                    wrong = self._most_like(row, stems(words))
                    if wrong is None or re.search(r"\d", words) or not rights:
                        continue
                    right = next((s for s in rights if _DENIES.search(s.of(text.characters))), None)
                    right = right or rights[0]
                    itself = self._told(row.id, "as corrected", right.of(text.characters), right)
                    other = self._official(wrong, stems(itself.words), _DENIES.search(itself.words))
                    yield DifferenceRow(
                        matter=Matter.CORRECTED,
                        one=wrong,
                        other=other or itself,
                        because=(f"{row.label} takes it back",),
                        settled=SettledRow(side=2, because=f"{row.label} corrected it", by=itself),
                    )

    def _most_like(self, correcting: SourceRow, wrong: frozenset[str]) -> ToldRow | None:
        """Find the sentence of the same publisher's earlier documents that says what is wrong."""
        best: tuple[float, ToldRow | None] = (_SAYS_IT, None)
        for row in self._sources.values():
            if row.outlet != correcting.outlet or row.id == correcting.id or len(wrong) < 3:
                continue
            text = self._text(row)
            for span in sentences(text):
                words = span.of(text.characters)
                share = len(wrong & stems(words)) / len(wrong)
                if share > best[0]:
                    best = share, self._told(row.id, "as first told", words, span)
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
                if bool(_DENIES.search(words)) is bool(denies) and held and held <= right:
                    return self._told(row.id, "as corrected", words, span)
        return None


def _holds(span: Span, telling: assess.Telling, characters: str) -> bool:
    value = telling.value
    words = value.words if isinstance(value, When) else getattr(value, "counted", str(value))
    return words in span.of(characters) and span.overlaps(telling.row.at)
