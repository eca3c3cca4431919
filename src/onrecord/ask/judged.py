"""What judgements come to: grades by the row they are of, and verdicts counted by kind.

Grades of several persons stand side by side; none is put together with another's.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from onrecord.core.auditing import AuditRow
from onrecord.core.dates import When
from onrecord.core.deciding import GRADES
from onrecord.core.grading import Grade, Verdict
from onrecord.core.identity import kind_of
from onrecord.core.judged import JudgementRow
from onrecord.core.rows import ReplyRow, SourceRow, StatementRow
from onrecord.core.vocabulary import Verb

Graded = TypeVar("Graded", SourceRow, StatementRow, ReplyRow)


def grades(
    given: Iterable[JudgementRow], valid: When | None = None
) -> dict[str, tuple[Grade, ...]]:
    """Give the grades of each row, by person, each person's history in the order of its days.

    The latest of a person stands; of two for one day the one given later. An orphan has none.

    Args:
        given: judgements in force, in the order in which they were given.
        valid: leaves out what holds only from a later day on.
    """
    found: defaultdict[str, defaultdict[str, list[tuple[str, Grade]]]]
    found = defaultdict(lambda: defaultdict(list))
    for one in given:
        row = one.now[0] if one.verb is Verb.GRADE else None
        if row is None or (valid is not None and one.when and valid.is_before(one.when)):
            continue
        on = str(one.when) if one.when is not None else one.known
        grade = Grade(
            about=row, value=one.value, meaning=GRADES[kind_of(row)](one.value).meaning,
            by=one.by, because=one.because, on=on, stands=False,
        )  # fmt: skip
        found[row][one.by].append((_day(one), grade))
    return {
        row: tuple(grade for history in by.values() for grade in _in_order(history))
        for row, by in found.items()
    }


def _day(one: JudgementRow) -> str:
    first = one.when.first_date if one.when is not None else None
    return first.isoformat() if first is not None else one.known


def _in_order(history: list[tuple[str, Grade]]) -> list[Grade]:
    """Put one person's grades of one row in order; the last stands."""
    ordered = [grade for _, grade in sorted(history, key=lambda pair: pair[0])]
    return [*ordered[:-1], replace(ordered[-1], stands=True)]


def graded(rows: Iterable[Graded], found: Mapping[str, tuple[Grade, ...]]) -> Iterator[Graded]:
    """Give rows with their grades beside them."""
    for row in rows:
        mine = found.get(row.id)
        yield row if mine is None else replace(row, grades=mine)


def audited(given: Iterable[JudgementRow]) -> list[AuditRow]:
    """Count the verdicts on rows that chance drew, by kind, reader and person.

    Of several verdicts of one person on one row the latest counts. A verdict is of a row as its
    reader read it, so it counts on when a newer reader reads otherwise: for the old one.
    """
    latest: dict[tuple[str, str, str, str], str] = {}
    for one in given:
        if one.verb is Verb.AUDIT:
            row = one.about[0]
            latest[kind_of(row), one.note, one.by, row] = one.value
    counts: dict[tuple[str, str, str], Counter[str]] = {}
    for (kind, reader, by, _), value in latest.items():
        counts.setdefault((kind, reader, by), Counter())[value] += 1
    return [
        AuditRow(
            kind=kind, reader=reader, by=by, right=found[Verdict.RIGHT],
            wrong=found[Verdict.WRONG], unsure=found[Verdict.UNSURE],
        )
        for (kind, reader, by), found in sorted(counts.items())
    ]  # fmt: skip
