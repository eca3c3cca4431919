"""Puts the public names of every front door on the page "From Python", from their docstrings."""

from __future__ import annotations

import inspect
from importlib import import_module
from typing import Any

MARK = "<!-- names -->"
DOORS = (
    "case", "core.claims", "core.standings", "core.dates", "core.errors", "core.events",
    "core.flows", "core.quantities", "core.rows", "core.said", "core.seams", "core.spans",
    "core.identity",
    "core.vocabulary", "core.wording", "intake", "reader", "resolve", "ledger", "assess", "ask",
    "show", "check", "scale", "demo", "models",
)  # fmt: skip


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Replace the mark, where a page has it."""
    return markdown.replace(MARK, names()) if MARK in markdown else markdown


def names() -> str:
    """Give a heading and a table for every front door."""
    return "\n".join(_door(f"onrecord.{door}") for door in DOORS)


def public(door: str) -> list[tuple[str, object]]:
    """Give a module's public names: those it lists, or else those written in it."""
    module = import_module(door)
    listed = getattr(module, "__all__", None)
    if listed is not None:
        return [(name, getattr(module, name)) for name in listed]
    return [
        (name, value)
        for name, value in vars(module).items()
        if not name.startswith("_") and getattr(value, "__module__", "") == door
    ]


def _door(door: str) -> str:
    rows = [
        f"| `{name}` | {_first_line(value)} |"
        for named, owner in public(door)
        for name, value in [(named, owner), *_members(named, owner)]
    ]
    return "\n".join([f"\n## {door}\n", "| name | |", "|---|---|", *rows, ""])


def _members(named: str, owner: object) -> list[tuple[str, object]]:
    """Give a class's own methods and properties that have something to explain."""
    if not inspect.isclass(owner):
        return []
    return [
        (f"{named}.{name}", value)
        for name, value in vars(owner).items()
        if not name.startswith("_") and _first_line(value)
    ]


def _first_line(value: object) -> str:
    documented = inspect.isclass(value) or inspect.isroutine(value) or isinstance(value, property)
    words = inspect.getdoc(value) or "" if documented else ""
    first = words.split("\n\n")[0].replace("\n", " ").replace("|", "\\|")
    return "" if first.startswith(f"{getattr(value, '__name__', '')}(") else first
