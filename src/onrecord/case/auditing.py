"""Measuring error: rows of each kind drawn by chance, and a person's verdict on each.

The order in which rows are drawn is that of a digest of the seed and the row's id. So the same seed
draws the same rows of the same record on any machine, a verdict does not change who is drawn next,
and what was begun one day goes on the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from onrecord.case.judging import Judging
from onrecord.core.auditing import DrawnRow
from onrecord.core.errors import WrongUse
from onrecord.core.events import EventRow
from onrecord.core.flows import TOLD, HopRow, name_of
from onrecord.core.grading import Verdict
from onrecord.core.identity import SourceId, kind_of, sha256
from onrecord.core.posts import TenureRow
from onrecord.core.rows import QuantityRow, QuestionRow, StatementRow, quoted
from onrecord.core.spans import Span, Spans
from onrecord.core.vocabulary import Judgement, Verb

Rows = Callable[[], Iterable[Any]]


class Auditing:
    """Draws rows and takes verdicts.

    Args:
        rows: gives the rows in force by the name of their kind, as the listings are called.
        readers: who read each source.
        judging: what was judged until now.
    """

    def __init__(
        self, rows: Mapping[str, Rows], readers: Mapping[str, str], judging: Judging
    ) -> None:
        self._rows, self._readers, self._judging = rows, readers, judging

    @property
    def kinds(self) -> Sequence[str]:
        """The kinds that can be drawn."""
        return list(self._rows)

    def draw(self, kind: str, *, most: int, seed: int, by: str) -> list[DrawnRow]:
        """Draw rows of one kind, each as likely as any other, and none twice.

        Args:
            most: how many; all of them where there are fewer.
            by: whose verdicts are told with them.

        Raises:
            WrongUse: there is no such kind.
        """
        if kind not in self._rows:
            raise WrongUse(f"{kind!r} is not drawn", help=f"one of: {', '.join(self._rows)}")
        found = {row.id: row for row in self._rows[kind]()}
        order = sorted(found, key=lambda one: sha256(f"{seed}\x1f{one}".encode()))
        said = self._verdicts(by)
        return [self._drawn(kind, found[one], said.get(one)) for one in order[:most]]

    def judge(self, row: DrawnRow, verdict: Verdict, *, by: str, because: str = "") -> Judgement:
        """Record a person's verdict on a drawn row."""
        return self._judging.give(
            Verb.AUDIT, (row.id,), value=verdict.value, by=by, note=row.reader,
            because=because or "drawn by chance, and held against its words",
        )  # fmt: skip

    def _verdicts(self, by: str) -> dict[str, Verdict]:
        """Give this person's verdicts by the rows as they are read now."""
        return {
            row: Verdict(one.value)
            for one in self._judging.given
            if one.verb is Verb.AUDIT and one.by == by
            for row in one.now
            if row is not None
        }

    def _drawn(self, kind: str, row: Any, verdict: Verdict | None) -> DrawnRow:
        at = getattr(row, "around", None) or row.at
        return DrawnRow(
            id=row.id,
            kind=kind_of(row.id),
            source=SourceId(row.source),
            words=_words(row),
            at=at,
            marked=_marked(row, at),
            reader=self._readers.get(row.source, ""),
            verdict=verdict,
        )


def _words(row: Any) -> str:
    """Give all that was read of a row in a few lines, with whose words it is."""
    if isinstance(row, QuantityRow):
        number = "" if row.number is None else f" {row.number:.15g}"
        most = "" if row.most is None else f" and {row.most:.15g}"
        unit = f" {row.unit}" if row.unit else ""
        item = f" of {quoted(row.item)}" if row.item else ""
        owner = f", said of {quoted(row.owner)}" if row.owner else ""
        return f"{row.bound.value}{number}{most}{unit}{item}{owner}\n{row.attributed()}"
    if isinstance(row, QuestionRow):
        whom = f"asked of {row.asked.called}" if row.asked else "of whom is not said"
        return f"{whom}, by {row.due or 'no day that is said'}\n{row.attributed()}"
    if isinstance(row, TenureRow):
        return f"{row.attribution}: {row.name}, {row.attributed_post}, {row.dates}"
    if isinstance(row, HopRow):
        what = f": {quoted(row.what)}" if row.what else ""
        told = f"{TOLD[row.realised]}{f', {row.means}' if row.means else ''}"
        return f"{name_of(row.giver)} → {name_of(row.taker)}{what}, {told}\n{row.attributed()}"
    if isinstance(row, EventRow):
        return f"{row.title}, {row.when or 'no day'}\n{row.attributed()}"
    if isinstance(row, StatementRow):
        return f"{row.attributed()}\nput as {row.commitment.word}, {row.polarity.value}"
    return str(row.attributed())


def _marked(row: Any, at: Span) -> Spans:
    for name in ("content_spans", "spans"):
        if spans := getattr(row, name, ()):
            return tuple(spans)
    return (row.at,) if row.at else (at,)
