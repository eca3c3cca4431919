"""Commands that ask how many and how much, and what is asked: quantities, questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.core.answers import Open
from onrecord.core.quantities import Compared, compare
from onrecord.core.rows import NOBODY, quoted
from onrecord.faces.cli.again import listed
from onrecord.faces.cli.options import (
    as_of,
    example,
    in_case,
    in_form,
    in_time,
    open_case,
    or_rejected,
)
from onrecord.faces.cli.printing import ID_SHOWN, Column, headed, listing

if TYPE_CHECKING:
    from onrecord.core.answers import AnsweredRow
    from onrecord.core.rows import QuantityRow, QuestionRow
    from onrecord.core.vocabulary import AsOf, Quantity


@dataclass(frozen=True, slots=True)
class _Held:
    """A quantity held against another, as JSON gives it."""

    against: Compared
    quantity: QuantityRow


@click.command(epilog=example('onrecord quantities --item reports --against "at least 34 reports"'))
@click.option("--source", metavar="ID", help="Only those in this source.")
@click.option("--actor", metavar="ID", help="Only what is this actor's, or said by them.")
@click.option("--item", metavar="WORD", help="Only what counts or measures this.")
@click.option(
    "--against", metavar="WORDS", help="Hold each against this one: do they agree, and why?"
)
@or_rejected
@in_form
@in_time
@in_case
@listed
def quantities(
    folder: Path,
    valid: str | None,
    known: str | None,
    form: str,
    source: str | None,
    actor: str | None,
    item: str | None,
    against: str | None,
    rejected: bool,
) -> None:
    """List how many and how much, as the texts say: bound, number, unit or item, and whose it is.

    A number is somebody's words: the statement that carries it stands beside it.
    """
    from onrecord.reader import only_quantity

    wanted = only_quantity(against) if against is not None else None
    with open_case(folder) as case:
        rows = case.quantities(
            as_of(valid, known),
            source=source and case.find(source),
            actor=actor and case.find(actor),
            item=item,
            rejected=rejected,
        )
    if form == "table":
        columns = [Column("source"), Column("whose words, what they say, how many", wide=True)]
        cells = [[row.source[:ID_SHOWN], _card(row, wanted)] for row in rows]
    else:
        columns = headed(
            "id", "quantity", "bound", "number", "to", "unit", "item", "said of",
            "attributed words", "statement", "source", "start", "end",
            *(("against", "because") if wanted else ()),
        )  # fmt: skip
        cells = [_cells(row, wanted) for row in rows]
    held = rows if wanted is None else [_Held(compare(row, wanted), row) for row in rows]
    listing(form, columns, held, cells, "nothing is counted or measured as of then")


def _card(row: QuantityRow, wanted: Quantity | None) -> str:
    words = row.statement.content if row.statement else row.words
    said_of = f", said of {quoted(row.owner)}" if row.owner else ""
    lines = [row.attribution, quoted(words, 240), f"read from {quoted(row.counted)}{said_of}"]
    if wanted is not None:
        found = compare(row, wanted)
        lines.append(f"{found.agreement}: {found.because}")
    return "\n".join(lines)


def _cells(row: QuantityRow, wanted: Quantity | None) -> list[str]:
    cells = [
        row.id, row.counted, row.bound.value, _written(row.number), _written(row.most), row.unit,
        row.item, row.owner, row.attributed(), row.statement.id if row.statement else "",
        row.source, str(row.at.start), str(row.at.end),
    ]  # fmt: skip
    if wanted is not None:
        found = compare(row, wanted)
        cells += [found.agreement.value, found.because]
    return cells


def _written(number: float | None) -> str:
    return "" if number is None else f"{number:.15g}"


@click.command(epilog=example("onrecord questions --actor act_5d1c"))
@click.option("--source", metavar="ID", help="Only those in this source.")
@click.option("--actor", metavar="ID", help="Only what this actor asks or is asked.")
@click.option(
    "--open",
    "unanswered",
    is_flag=True,
    help="Only those not answered in full, and what is missing.",
)
@or_rejected
@in_form
@in_time
@in_case
@listed
def questions(
    folder: Path,
    valid: str | None,
    known: str | None,
    form: str,
    source: str | None,
    actor: str | None,
    rejected: bool,
    unanswered: bool,
) -> None:
    """List what is asked of whom, by whom, on which day, and by what day.

    With --open, those that nothing on record answers in full by then: only what the one asked says
    afterwards, about what is asked, answers it. A question put to nobody known stays open.
    """
    if unanswered:
        _open_questions(folder, as_of(valid, known), form, source, actor)
        return
    with open_case(folder) as case:
        rows = case.questions(
            as_of(valid, known),
            source=source and case.find(source),
            actor=actor and case.find(actor),
            rejected=rejected,
        )
    if form == "table":
        columns = [Column("due"), Column("who asks, what, and whom", wide=True)]
        cells = [[str(row.due or "no day said"), _question_card(row)] for row in rows]
    else:
        columns = headed(
            "id", "attribution", "words", "asked by", "asked", "put", "due", "statement", "source",
            "start", "end",
        )  # fmt: skip
        cells = [
            [row.id, row.attribution, quoted(row.words), row.statement.speaker or NOBODY,
             row.asked.called if row.asked else "", str(row.put or ""), str(row.due or ""),
             row.statement.id, row.source, str(row.at.start), str(row.at.end)]
            for row in rows
        ]  # fmt: skip
    listing(form, columns, rows, cells, "nothing is asked as of then")


def _open_questions(
    folder: Path, when: AsOf, form: str, source: str | None, actor: str | None
) -> None:
    with open_case(folder) as case:
        source, actor = source and case.find(source), actor and case.find(actor)
        rows = [
            row
            for row in case.answered(when)
            if row.state is not Open.ANSWERED
            and source in (None, row.question.source)
            and (actor is None or actor in _parties(row.question))
        ]
    if form == "table":
        columns = [Column("state"), Column("who asks, what, and what is missing", wide=True)]
        cells = [[row.state.value, _open_card(row)] for row in rows]
    else:
        columns = headed(
            "id", "state", "attribution", "words", "asked", "put", "due", "part", "answered",
            "attributed answer", "because", "limits",
        )  # fmt: skip
        cells = [cells for row in rows for cells in _open_cells(row)]
    listing(form, columns, rows, cells, "no question is open as of then")


def _parties(row: QuestionRow) -> tuple[str | None, str | None]:
    return row.statement.actor, row.asked.actor if row.asked else None


def _open_card(row: AnsweredRow) -> str:
    lines = [_question_card(row.question)]
    for part in row.parts:
        if len(row.parts) > 1 or part.answers:
            lines.append(f"{'answered' if part.is_answered else 'open'}: {quoted(part.words, 120)}")
        lines += [f"  {answer.attributed(160)} ({answer.because})" for answer in part.answers[:2]]
    return "\n".join([*lines, *row.limits])


def _open_cells(row: AnsweredRow) -> Iterator[list[str]]:
    question = row.question
    head = [
        question.id, row.state.value, question.attribution, quoted(question.words),
        question.asked.called if question.asked else "", str(question.put or ""),
        str(question.due or ""),
    ]  # fmt: skip
    for part in row.parts:
        answers = [(a.attributed(), a.because) for a in part.answers] or [("", "")]
        for words, because in answers:
            yield [
                *head, part.words, "yes" if part.is_answered else "no", words, because,
                "; ".join(row.limits),
            ]  # fmt: skip


def _question_card(row: QuestionRow) -> str:
    whom = f"asked of {row.asked.called}" if row.asked else "of whom is not said"
    when = f", on {row.put}" if row.put else ""
    return f"{row.attribution}\n{quoted(row.words, 240)}\n{whom}{when}"


COMMANDS = (quantities, questions)
