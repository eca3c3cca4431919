"""Writes the results page: tables, the machine in words, versions, the day; no host, no paths."""

from __future__ import annotations

import os
import platform
from datetime import date
from importlib.metadata import PackageNotFoundError, version

from bench.measured import Cost
from bench.speed import SpeedRow
from bench.task import Amount, Scored, Task

LIBRARIES = ("apsw", "chardet", "lxml", "msgspec", "pypdfium2", "trafilatura")


def page(day: date, sections: list[str]) -> str:
    """Put the page together from its sections."""
    head = [
        "# Results",
        "",
        f"Measured on {day.isoformat()} with `python -m bench run DATA`. {machine()}.",
        "",
    ]
    return "\n".join([*head, *sections])


def machine() -> str:
    """Describe the machine: cores, Python, libraries."""
    found = [f"{name} {_version(name)}" for name in LIBRARIES]
    return (
        f"{os.cpu_count()} processor cores ({platform.machine()}), "
        f"Python {platform.python_version()}, {', '.join(found)}"
    )


def task_section(name: str, task: Task, rows: list[Scored], cost: Cost, amount: Amount) -> str:
    """Write the section of one task."""
    return "\n".join(
        [
            f"## {name}",
            "",
            task.about,
            "",
            *_scores(rows),
            "",
            f"Ours: {amount.documents:,} documents, {amount.words:,} words in {cost.cpu:.1f} CPU s "
            f"({cost.wall:.1f} s on the clock), start-up and child processes included: "
            f"{amount.documents / cost.cpu:,.1f} documents and {amount.words / cost.cpu:,.0f} "
            f"words a CPU second; {cost.memory:,.0f} MiB at most in one process.",
            "",
        ]
    )


def _scores(rows: list[Scored]) -> list[str]:
    columns = list(rows[0].figures)
    if len(rows) == 1:
        body = [f"| {key} | {_number(value)} |" for key, value in rows[0].figures.items()]
        return ["| figure | ours |", "|---|---|", *body]
    body = [
        f"| {row.who} | " + " | ".join(_number(row.figures[key]) for key in columns) + " |"
        for row in rows
    ]
    return ["| | " + " | ".join(columns) + " |", "|---" * (len(columns) + 1) + "|", *body]


def speed_section(found: dict[str, list[SpeedRow]]) -> str:
    """Write the table of speeds."""
    body = [
        f"| {name} | {row.what} | {_number(row.figure)} {row.unit} | {_aim(row)} |"
        for name, rows in found.items()
        for row in rows
    ]
    head = ["## speed", "", "| part | what | figure | aim |", "|---|---|---|---|"]
    return "\n".join([*head, *body, ""])


def _aim(row: SpeedRow) -> str:
    if row.aim is None:
        return ""
    return f"at least {_number(row.aim)}: {'yes' if row.figure >= row.aim else 'no'}"


def _number(value: float) -> str:
    if value == int(value):
        return f"{int(value):,}"
    return (
        f"{value:,.0f}"
        if abs(value) >= 1000
        else f"{value:.3f}"
        if abs(value) < 2
        else f"{value:.1f}"
    )


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"
