"""Commands on what passed: flows, paths."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.core.flows import TOLD, name_of
from onrecord.faces.cli.again import listed
from onrecord.faces.cli.options import as_of, example, in_case, in_form, in_time, open_case
from onrecord.faces.cli.printing import Column, headed, listing, say

if TYPE_CHECKING:
    from onrecord.core.flows import ArrowRow, HopRow, PathRow, StepRow

_SHOWN = 3
"""Hops shown in full under an arrow of a table; --format csv lists them all."""


@click.command(epilog=example('onrecord flows --actor "Ida Morrow" --format csv'))
@click.option(
    "--actor", metavar="ACTOR", default="", help="Only from or to this actor: a name or an id."
)
@click.option("--source", metavar="ID", default="", help="Only those told of in this source.")
@in_form
@in_time
@in_case
@listed
def flows(
    folder: Path, valid: str | None, known: str | None, form: str, actor: str, source: str
) -> None:
    """List what is told to have passed from whom to whom, with its standing.

    Nothing here is a fact: each arrow says who tells it, how firmly, and who denies it. A denial
    that does not name the passing ("she denies it") and a charge that was dropped count where they
    are placed on the claim that the passing is in: see 'onrecord claims'.
    """
    with open_case(folder) as case:
        arrows = case.flows(as_of(valid, known)).of(
            actor=case.find(actor) if actor.startswith("act_") else actor,
            source=source and case.find(source),
        )
    nothing = "nothing is told to have passed as of then"
    if form == "table":
        columns = [
            Column("standing"),
            Column("from whom to whom, who says so, in what words", wide=True),
        ]
        cells = [[arrow.standing.value, _card(arrow)] for arrow in arrows]
        listing(form, columns, arrows, cells, nothing)
        return
    columns = headed(
        "id", "hop", "giver", "taker", "what", "means", "when", "told as", "told by", "standing",
        "because", "attributed words", "statement", "source", "start", "end",
    )  # fmt: skip
    cells = [_cells(arrow, hop) for arrow in arrows for hop in arrow.hops]
    listing(form, columns, arrows, cells, nothing)


def _card(arrow: ArrowRow) -> str:
    what = f": {'; '.join(arrow.what)}" if arrow.what else ""
    lines = [f"{arrow.title}{what}", "; ".join(arrow.because)]
    if arrow.firmness:
        lines.append(f"how firmly, at most: {arrow.firmness}")
    for hop in arrow.hops[:_SHOWN]:
        lines.append(f"{_manner(hop)}: {hop.attributed(240)}")
    left = len(arrow.hops) - _SHOWN
    if left > 0:
        lines.append(f"and {left} more")
    for row in arrow.placed[:_SHOWN]:
        lines.append(f"of its claim, {row.takes}: {row.attributed(240)}")
    return "\n".join(lines)


def _manner(hop: HopRow) -> str:
    """Say as what a hop is told, by what means, and when."""
    when = f", {hop.when}" if hop.when is not None else ""
    return f"{TOLD[hop.realised]}{f', {hop.means}' if hop.means else ''}{when}"


def _cells(arrow: ArrowRow, hop: HopRow) -> list[str]:
    return [
        hop.id, str(hop.number), name_of(hop.giver), name_of(hop.taker), hop.what, hop.means,
        str(hop.when or ""), TOLD[hop.realised], hop.teller, arrow.standing.value,
        "; ".join(arrow.because), hop.attributed(), hop.statement.id if hop.statement else "",
        hop.source, str(hop.around.start), str(hop.around.end),
    ]  # fmt: skip


@click.command(epilog=example('onrecord paths "Ida Morrow" "Harbour Board"'))
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
@click.option(
    "--unsaid", is_flag=True, help="Go also along what is only denied, tried or considered."
)
@click.option(
    "--hops",
    "most",
    type=click.IntRange(1, 50),
    default=8,
    show_default=True,
    help="No path is longer.",
)
@in_form
@in_time
@in_case
@listed
def paths(
    folder: Path,
    valid: str | None,
    known: str | None,
    form: str,
    one: str,
    other: str,
    unsaid: bool,
    most: int,
) -> None:
    """List the paths by which something is told to have come from A to B, the weakest hop named.

    A and B are names or ids of actors. A path that rests on somebody's claim that two are one says
    so: it holds only if they are.
    """
    with open_case(folder) as case:
        ends = [case.find(end) if end.startswith("act_") else end for end in (one, other)]
        found = case.flows(as_of(valid, known)).paths(*ends, unsaid=unsaid, most_hops=most)
    nothing = f"no path is told from {one} to {other}"
    if form == "table":
        columns = [Column("hops"), Column("path, weakest hop and why, and each hop", wide=True)]
        cells = [[str(len(path.steps)), _path_card(path)] for path in found.paths]
    else:
        columns = headed(
            "path", "step", "giver", "taker", "standing", "because", "weakest", "why",
            "conditions", "notes",
        )  # fmt: skip
        cells = [
            _path_cells(number, path, at)
            for number, path in enumerate(found.paths, 1)
            for at in range(len(path.steps))
        ]
    listing(form, columns, [found] if form == "json" else found.paths, cells, nothing)
    for words in found.cut:
        say(words, err=True)


def _path_card(path: PathRow) -> str:
    weak = path.steps[path.weakest]
    lines = [path.title, f"weakest: step {path.weakest + 1}, {weak.title}: {path.why}"]
    lines += [f"{number}. {_step(step)}" for number, step in enumerate(path.steps, 1)]
    lines += [f"mind: {note}" for note in path.notes]
    return "\n".join(lines)


def _step(step: StepRow) -> str:
    if step.arrow is None:
        return f"{step.title}: {_because(step)}"
    what = f" ({'; '.join(step.arrow.what)})" if step.arrow.what else ""
    return f"{step.title}{what}: {_standing(step)}; {_because(step)}"


def _standing(step: StepRow) -> str:
    return "on condition" if step.arrow is None else step.arrow.standing.value


def _because(step: StepRow) -> str:
    if step.arrow is not None:
        return "; ".join(step.arrow.because)
    return step.identity.condition if step.identity is not None else ""


def _path_cells(number: int, path: PathRow, at: int) -> list[str]:
    step = path.steps[at]
    return [
        str(number), str(at + 1), name_of(step.giver), name_of(step.taker), _standing(step),
        _because(step), "yes" if at == path.weakest else "", path.why if at == path.weakest else "",
        "; ".join(path.conditions), "; ".join(path.notes),
    ]  # fmt: skip


COMMANDS = (flows, paths)
