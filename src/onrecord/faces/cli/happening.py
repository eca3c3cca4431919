"""Commands on what is told to have happened: events, proceedings."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.core.flows import TOLD, name_of
from onrecord.faces.cli.again import listed
from onrecord.faces.cli.options import as_of, example, in_case, in_form, in_time, open_case
from onrecord.faces.cli.printing import Column, headed, listing

if TYPE_CHECKING:
    from onrecord.core.events import EventRow, ProceedingRow

_SHOWN = 12
"""Steps shown under a proceeding of a table; --format csv lists them all."""


@click.command(epilog=example('onrecord events --actor "Ida Morrow" --kind step --format csv'))
@click.option(
    "--actor", metavar="ACTOR", default="", help="Only with this actor in them: a name or an id."
)
@click.option(
    "--kind", metavar="KIND", default="", help="Only of this kind; 'step': steps of proceedings."
)
@click.option("--source", metavar="ID", default="", help="Only those told of in this source.")
@in_form
@in_time
@in_case
@listed
def events(
    folder: Path,
    valid: str | None,
    known: str | None,
    form: str,
    actor: str,
    kind: str,
    source: str,
) -> None:
    """List what is told to have happened, in order of time, each with whose words tell it.

    Nothing here is a fact. What is denied, only alleged, considered or expected says so; a day
    stands only where the words give one, or bound it.
    """
    with open_case(folder) as case:
        rows = case.events(as_of(valid, known)).of(
            actor=case.find(actor) if actor.startswith("act_") else actor,
            kind=kind,
            source=source and case.find(source),
        )
    nothing = "no event is told of as of then"
    if form == "table":
        columns = [Column("when"), Column("what, who, in whose words", wide=True)]
        cells = [[str(row.when or "day not said"), _card(row)] for row in rows]
    else:
        columns = headed(
            "id", "when", "kind", "told as", "outcome", "who", "by", "to", "with", "before",
            "place", "matter", "law", "words for it", "attributed words", "statement", "source",
            "start", "end",
        )  # fmt: skip
        cells = [_cells(row) for row in rows]
    listing(form, columns, rows, cells, nothing)


def _card(row: EventRow) -> str:
    about = "; ".join(part for part in (row.matter, *row.law, row.place) if part)
    return f"{row.title}{f' · {about}' if about else ''}\n{row.attributed(240)}"


def _cells(row: EventRow) -> list[str]:
    by_role: dict[str, list[str]] = {}
    for role, party in row.participants:
        by_role.setdefault(role.value, []).append(name_of(party))
    roles = ["; ".join(by_role.get(role, ())) for role in ("who", "by", "to", "with", "before")]
    return [
        row.id, str(row.when or ""), row.kind.value, TOLD[row.realised], row.outcome, *roles,
        row.place, row.matter, "; ".join(row.law), row.told, row.attributed(),
        row.statement.id if row.statement else "", row.source, str(row.around.start),
        str(row.around.end),
    ]  # fmt: skip


@click.command(epilog=example('onrecord proceedings --actor "Ida Morrow"'))
@click.option("--actor", metavar="ACTOR", default="", help="Only about this actor: a name or id.")
@click.option("--source", metavar="ID", default="", help="Only those told of in this source.")
@in_form
@in_time
@in_case
@listed
def proceedings(
    folder: Path, valid: str | None, known: str | None, form: str, actor: str, source: str
) -> None:
    """List the proceedings that sources tell of: whom they are about, their steps, how they ended.

    Sources that name the same people in one matter are put together, and it says why. Steps are in
    order of time, those without a day last. Nothing here is a fact: each step has its words, and
    so has the end.
    """
    with open_case(folder) as case:
        rows = case.events(as_of(valid, known)).proceedings_of(
            actor=case.find(actor) if actor.startswith("act_") else actor,
            source=source and case.find(source),
        )
    nothing = "no proceeding is told of as of then"
    if form == "table":
        columns = [Column("begun"), Column("whom it is about, its steps, its end", wide=True)]
        cells = [[str(row.opened or "day not said"), _matter_card(row)] for row in rows]
    else:
        columns = headed(
            "id", "about", "by or before", "charge", "law", "test", "threshold", "begun", "ended",
            "ended on", "step", "when", "told as", "words for it", "attributed words", "source",
            "start", "end", "because",
        )  # fmt: skip
        cells = [_step_cells(row, step) for row in rows for step in row.steps]
    listing(form, columns, rows, cells, nothing)


def _matter_card(row: ProceedingRow) -> str:
    lines = [row.title]
    told = (
        ("charge or subject", row.matters),
        ("law", row.laws),
        ("test", row.tests),
        ("threshold", row.thresholds),
    )
    lines += [f"{name}: {'; '.join(words)}" for name, words in told if words]
    lines.append(row.ending.attributed(240) if row.ending else "no source tells of an end")
    for step in row.steps[:_SHOWN]:
        lines.append(f"{step.when or 'day not said'}: {step.title}: {step.attributed(160)}")
    left = len(row.steps) - _SHOWN
    if left > 0:
        lines.append(f"and {left} more steps")
    lines += [f"{one.said_of or one.said_test}: {one.title}" for one in row.findings]
    lines += [f"put together: {words}" for words in row.because]
    return "\n".join(lines)


def _step_cells(row: ProceedingRow, step: EventRow) -> list[str]:
    end = row.ending
    return [
        row.id, " and ".join(name_of(party) for party in row.parties),
        ", ".join(name_of(body) for body in row.bodies), "; ".join(row.matters),
        "; ".join(row.laws), "; ".join(row.tests), "; ".join(row.thresholds),
        str(row.opened or ""), end.how if end else "not known", str(end.when or "") if end else "",
        step.kind.value, str(step.when or ""), TOLD[step.realised], step.told, step.attributed(),
        step.source, str(step.around.start), str(step.around.end), "; ".join(row.because),
    ]  # fmt: skip


COMMANDS = (events, proceedings)
