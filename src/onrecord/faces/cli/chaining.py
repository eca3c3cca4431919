"""Prints what became of each actor's chance to reply, document by document."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.faces.cli.options import open_case
from onrecord.faces.cli.printing import Column, headed, listing

if TYPE_CHECKING:
    from onrecord.core.chains import ChainRow
    from onrecord.core.vocabulary import AsOf

_WORDS = 160


def list_chains(folder: Path, when: AsOf, form: str, actor: str | None) -> None:
    """List the chains of all actors, or of one."""
    with open_case(folder) as case:
        rows = case.chains(when, actor=actor and case.find(actor))
    if form == "table":
        columns = [Column("now"), Column("who, what it was first and became next", wide=True)]
        cells = [[row.now.value, _card(row)] for row in rows]
    else:
        columns = headed(
            "actor", "name", "now", "day", "became", "through", "attributed words", "source"
        )
        cells = [
            [row.actor, row.name, row.now.value, str(step.day or ""), step.became.value,
             step.through, step.attributed(), step.source]
            for row in rows
            for step in row.steps
        ]  # fmt: skip
    listing(form, columns, rows, cells, "nobody is told to have been asked or accused as of then")


def _card(row: ChainRow) -> str:
    lines = [row.name, row.course]
    for step in row.steps:
        through = f", through {step.through}" if step.through else ""
        when = step.day or "day not known"
        lines.append(f"{when}: {step.became.value}{through}: {step.attributed(_WORDS)}")
    return "\n".join(lines)
