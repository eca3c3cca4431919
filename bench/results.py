"""Writes the results page: tables, the machine in words, versions, the day; no host, no paths."""

from __future__ import annotations

import os
import platform
from datetime import date
from importlib.metadata import PackageNotFoundError, version

from bench.measured import Cost
from bench.speed import SpeedRow
from bench.task import Amount, Measured, Scored, Task

LIBRARIES = ("apsw", "chardet", "lxml", "msgspec", "pypdfium2", "trafilatura")


def page(day: date, reader: str, sections: list[str]) -> str:
    """Put the page together from its sections."""
    head = [
        "# Results",
        "",
        f"Measured on {day.isoformat()} with `python -m bench run DATA`, reader `{reader}`."
        f" {machine()}.",
        "",
        "In brackets: 95 % intervals over documents drawn again with replacement, 1,000 times.",
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


def task_section(
    name: str, task: Task, columns: list[Scored], costs: list[tuple[str, Cost, Amount]]
) -> str:
    """Write the section of one task."""
    notes = [line for one in columns for line in ("", *one.measured.notes) if one.measured.notes]
    return "\n".join(
        [
            f"## {name}",
            "",
            task.about,
            "",
            *_scores(columns, task.percent),
            *notes,
            "",
            *(_cost(*row) for row in costs),
        ]
    )


def _cost(label: str, cost: Cost, amount: Amount) -> str:
    return (
        f"Ours{f', {label}' if label else ''}: {amount.documents:,} documents, "
        f"{amount.words:,} words in {cost.cpu:.1f} CPU s "
        f"({cost.wall:.1f} s on the clock), start-up and child processes included: "
        f"{amount.documents / cost.cpu:,.1f} documents and {amount.words / cost.cpu:,.0f} "
        f"words a CPU second; {cost.memory:,.0f} MiB at most in one process.\n"
    )


def _scores(columns: list[Scored], percent: bool) -> list[str]:
    figures = dict.fromkeys(name for column in columns for name in column.measured.figures)
    head = [
        f"| {'%' if percent else ''} | " + " | ".join(column.who for column in columns) + " |",
        "|---" * (len(columns) + 1) + "|",
    ]
    body = [
        f"| {name} | " + " | ".join(_cell(one.measured, name, percent) for one in columns) + " |"
        for name in figures
    ]
    return [*head, *body]


def _cell(found: Measured, name: str, percent: bool) -> str:
    """Write a figure and its interval; what was not asked stays empty."""
    if name not in found.figures:
        return ""
    shown = _percent if percent else _number
    interval = found.intervals.get(name)
    behind = f" ({shown(interval[0])} to {shown(interval[1])})" if interval else ""
    return shown(found.figures[name]) + behind


def _percent(value: float) -> str:
    return f"{100 * value:.1f}"


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
