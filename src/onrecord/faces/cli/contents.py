"""The contents page of the command line: every command under a heading, in the order of the work.

The line beside a command is what a newcomer reads first, so it is whole on a screen of 80 columns;
what else the command does stands in its own help.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from importlib import import_module

import click

SECTIONS = {
    "Begin": {
        "demo": "The invented sample case, with record and dossier",
        "new": "A case of your own, in a folder",
        "completion": "Complete commands and options in your shell",
    },
    "Take documents in": {
        "add": "Take files, folders and archives into the case",
        "read": "Read documents without a case, as JSON Lines",
        "sources": "Documents: read or refused, outlet, day, version",
        "reread": "Read again what an older reader has read",
    },
    "Who said what": {
        "statements": "Who is reported to have said what, and where",
        "replies": "Who was asked, and what became of it",
        "questions": "What is asked of whom, by what day, answered or open",
        "search": "Sentences that hold the words you give, or mean them",
        "show": "One thing, down to its place in the raw file",
    },
    "Who is who": {
        "actors": "Who speaks or is named, and under which names",
        "tenures": "Who held which post from when to when",
        "who": "Who held a post on a day",
        "was": "Whether somebody held a post on a day, or not known",
    },
    "What is claimed": {
        "claims": "What is claimed, with its standing and why",
        "claim": "One claim, and every position taken on it",
        "differences": "Where documents tell one thing in two ways",
        "test": "The evidence against a legal test, by element and day",
    },
    "How it spread": {
        "origins": "Which documents carry which",
        "quotes": "Quotations cut, altered or given to somebody else",
        "versions": "What publishers changed in a page",
    },
    "When, how much, through whom": {
        "timeline": "Dates, each as wide as it may be",
        "events": "What is told to have happened, in order of time",
        "proceedings": "Proceedings step by step, and how each ended",
        "flows": "What is told to have passed from whom to whom",
        "paths": "How something is told to have come from A to B",
        "quantities": "How many and how much, as the texts say",
    },
    "Judge": {
        "judge": "Join, part, confirm, reject, write, find, rate ...",
        "enter": "Enter what no reader found, or mend what it found",
        "judgements": "The judgements in force: who, when, why",
        "grade": "Grade a source, an item, a likelihood",
        "hypotheses": "Competing explanations against the evidence",
        "audit": "Rows drawn by chance for your verdict: measured error",
        "log": "What was done to the case, and what was taken back",
        "undo": "Take an operation back, with all that rests on it",
    },
    "Hand on": {
        "brief": "The case on one page",
        "check": "A draft held against the record",
        "lsp": "Findings of the draft desk in your editor, as you type",
        "serve": "The reading room: the record in a browser",
        "team": "Who may come into the reading room from elsewhere",
        "dossier": "The record as plain pages",
        "ready": "Work all listings out ahead",
        "verify": "Whether a case or a dossier is whole and unchanged",
    },
}
"""Heading -> command -> what it does in one line."""


class Later(MutableMapping[str, click.Command]):
    """Commands by their names, each loaded when it is asked for.

    Args:
        package: of the modules that have them.
        where: by module, the names of its commands.
    """

    def __init__(self, package: str, where: Mapping[str, str]) -> None:
        self._where = {
            name: f"{package}.{module}" for module, names in where.items() for name in names.split()
        }
        self._loaded: dict[str, click.Command] = {}

    def __getitem__(self, name: str) -> click.Command:
        if name not in self._loaded:
            for command in import_module(self._where[name]).COMMANDS:
                self._loaded[command.name] = command
        return self._loaded[name]

    def __setitem__(self, name: str, command: click.Command) -> None:
        self._loaded[name] = command

    def __delitem__(self, name: str) -> None:
        self._where.pop(name, None)
        self._loaded.pop(name, None)

    def __contains__(self, name: object) -> bool:
        return name in self._where or name in self._loaded

    def __iter__(self) -> Iterator[str]:
        return iter({**self._where, **self._loaded})

    def __len__(self) -> int:
        return len({**self._where, **self._loaded})


class Contents(click.Group):
    """A group whose help lists its commands under the headings of `SECTIONS`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Give the commands in the order of the work, any without a heading at the end."""
        placed = [name for section in SECTIONS.values() for name in section]
        return [n for n in placed if n in self.commands] + [
            name for name in self.commands if name not in placed
        ]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write each section; all have their second column at one place."""
        wide = max(map(len, self.commands), default=0)
        for heading, section in SECTIONS.items():
            rows = [(n.ljust(wide), words) for n, words in section.items() if n in self.commands]
            with formatter.section(heading):
                formatter.write_dl(rows)
        placed = {name for section in SECTIONS.values() for name in section}
        # Those that are placed are not loaded: their lines are known.
        left = [(name, self.commands[name]) for name in self.commands if name not in placed]
        others = [
            (name.ljust(wide), command.get_short_help_str(60))
            for name, command in left
            if not command.hidden
        ]
        if others:
            with formatter.section("Others"):
                formatter.write_dl(others)
