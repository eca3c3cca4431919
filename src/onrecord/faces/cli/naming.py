"""Commands on who is who: actors, who of them may be one, and deciding it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.core.laid import Each
from onrecord.core.rows import quoted
from onrecord.core.vocabulary import Naming
from onrecord.core.wording import counted
from onrecord.faces.cli.again import listed
from onrecord.faces.cli.options import (
    as_of,
    by_whom,
    example,
    in_case,
    in_form,
    in_part,
    in_time,
    open_case,
)
from onrecord.faces.cli.printing import ID_SHOWN, Column, headed, listing, say

if TYPE_CHECKING:
    from onrecord.core.rows import ActorRow, IdentityRow, ProposalRow


@click.group(invoke_without_command=True, epilog=example("onrecord actors --known 2024-05-01"))
@click.option("--proposals", is_flag=True, help="Only who may be one: the same as 'propose'.")
@click.option(
    "--all",
    "everybody",
    is_flag=True,
    help="In a table, also whoever is only described and says nothing.",
)
@in_part
@in_form
@in_time
@in_case
@click.pass_context
def actors(
    context: click.Context,
    folder: Path,
    valid: str | None,
    known: str | None,
    form: str,
    proposals: bool,
    everybody: bool,
    limit: int | None,
) -> None:
    """List who speaks or is named, under which names, and what holds them to be one.

    A full name alike joins by rule; a surname, a short form, initials or a role only where one in
    the case can be meant and a title, a post or the company agrees. 'onrecord show act_...' gives
    the reasons. What is doubtful is proposed, and you join or part it.
    """
    if context.invoked_subcommand is None:
        _everybody(
            folder=folder, valid=valid, known=known, form=form, proposals=proposals,
            everybody=everybody, limit=limit,
        )  # fmt: skip


@listed
def _everybody(
    *,
    folder: Path,
    valid: str | None,
    known: str | None,
    form: str,
    proposals: bool,
    everybody: bool,
    limit: int | None,
) -> None:
    with open_case(folder) as case:
        moment = as_of(valid, known)
        if proposals:
            _proposed(case.proposals(moment)[:limit], form)
        else:
            rows = case.actors(moment, limit=limit)
            shown = rows if everybody or form != "table" else [row for row in rows if _counts(row)]
            _people(shown, form)
            if left := len(rows) - len(shown):
                say(f"and {counted(left, 'description')} of nobody named who says nothing: --all")


def _counts(row: ActorRow) -> bool:
    return row.statements > 0 or row.naming is Naming.NAMED


def _people(rows: list[ActorRow], form: str) -> None:
    columns = [
        Column("id"), Column("name", wide=True), Column("kind"), Column("said"),
        Column("proposed"), Column("named"), Column("in sources"),
    ]  # fmt: skip

    def cells(at: int) -> list[str]:
        row = rows[at]
        return [
            row.id[:ID_SHOWN] if form == "table" else row.id, _called(row.names), row.kind.value,
            str(row.statements), str(row.proposals), str(len(row.mentions)), str(row.sources),
        ]  # fmt: skip

    listing(form, columns, rows, Each(len(rows), cells), "nobody as of then")


def _called(names: tuple[str, ...]) -> str:
    also = f" (also {', '.join(names[1:4])})" if names[1:] else ""
    return f"{names[0]}{also}"


@actors.command(epilog=example("onrecord actors propose --actor act_5d1c"))
@click.option("--actor", metavar="ID", help="Only who may be this actor.")
@in_form
@in_time
@in_case
@listed
def propose(
    folder: Path, valid: str | None, known: str | None, form: str, actor: str | None
) -> None:
    """List who may be one, the likeliest first, with the reasons; nobody is joined by it."""
    with open_case(folder) as case:
        rows = case.proposals(as_of(valid, known), actor=actor and case.find(actor))
    _proposed(rows, form)


def _proposed(rows: list[ProposalRow], form: str) -> None:
    if form == "table":
        columns = [Column("ids"), Column("how alike"), Column("who may be one, and why", wide=True)]
        cells = [
            [f"{row.one[:ID_SHOWN]}\n{row.other[:ID_SHOWN]}", f"{row.score:.2f}",
             f"{row.one_name}\n{row.other_name}\n{'; '.join(row.because)}"]
            for row in rows
        ]  # fmt: skip
    else:
        columns = headed("one", "name", "other", "other's name", "how alike", "because")
        cells = [
            [row.one, row.one_name, row.other, row.other_name, f"{row.score:.2f}",
             "; ".join(row.because)]
            for row in rows
        ]  # fmt: skip
    listing(form, columns, rows, cells, "nobody is proposed to be somebody else as of then")


@actors.command(epilog=example("onrecord actors claimed --format csv"))
@click.option("--actor", metavar="ID", help="Only of this actor.")
@in_form
@in_time
@in_case
@listed
def claimed(
    folder: Path, valid: str | None, known: str | None, form: str, actor: str | None
) -> None:
    """List who is said to be whom, and by whom. A claim joins nobody.

    What is worked out through one is shown on its condition; when its source is taken back, only
    the description is left.
    """
    with open_case(folder) as case:
        rows = case.identities(as_of(valid, known), actor=actor and case.find(actor))
    if form == "table":
        columns = [Column("id"), Column("who is said to be whom, in whose words", wide=True)]
        cells = [[row.id[:ID_SHOWN], f"{row.condition}\n{quoted(row.words)}"] for row in rows]
    else:
        columns = headed(
            "id", "one", "one's actor", "other", "other's actor", "act", "condition", "words",
            "source", "start", "end",
        )  # fmt: skip
        cells = [_cells(row) for row in rows]
    listing(form, columns, rows, cells, "nobody is said to be somebody else as of then")


def _cells(row: IdentityRow) -> list[str]:
    return [
        row.id, row.one.called, row.one.actor or "", row.other.called, row.other.actor or "",
        row.statement.act.value if row.statement else "", row.condition, quoted(row.words),
        row.source, str(row.at.start), str(row.at.end),
    ]  # fmt: skip


@actors.command(
    epilog=example("onrecord actors join act_5d1c act_77e0 --because 'one post, one day'")
)
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@by_whom
@in_case
def join(folder: Path, one: str, other: str, by: str | None, because: str) -> None:
    """Hold A and B to be one actor, and say why; the same as 'judge join'."""
    with open_case(folder) as case:
        number = case.join(case.find(one), case.find(other), because=because, by=by)
    say(f"They are held to be one. 'onrecord undo {number}' takes it back.")


@actors.command(epilog=example("onrecord actors part act_5d1c men_08af --because 'father and son'"))
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@by_whom
@in_case
def part(folder: Path, one: str, other: str, by: str | None, because: str) -> None:
    """Hold A and B to be different, whatever rules say; the same as 'judge part'.

    A mention's id (men_...) parts it, with what its text has for it, from the actor it is with.
    """
    with open_case(folder) as case:
        number = case.part(case.find(one), case.find(other), because=because, by=by)
    say(f"They are held apart. 'onrecord undo {number}' takes it back.")


COMMANDS = (actors,)
