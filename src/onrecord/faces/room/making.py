"""What a page is to be: an order that whoever holds the record carries out, here or elsewhere.

Orders are plain values, since a large record is held by a process of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from onrecord.case import Case
from onrecord.core.activity import ActivityRow
from onrecord.core.judged import JudgementRow
from onrecord.core.rows import LogRow
from onrecord.core.vocabulary import AsOf
from onrecord.faces.room import choosing
from onrecord.faces.room.access import Role
from onrecord.faces.room.stand import Stand
from onrecord.show import Page

Fill = Callable[[Case, AsOf], Mapping[str, Any]]
"""Gives what fills a page that no dossier has: a function of a module, or one of these with what
was asked of it (`functools.partial`)."""


class Just(NamedTuple):
    """What a reader just did, which the page then tells: the id of a judgement, an operation."""

    done: str = ""
    undone: str = ""


NOTHING = Just()


class Made(NamedTuple):
    """A page, what it tells besides to whoever asked for it, and the head it was made from."""

    html: str
    told: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A page as of a moment, for somebody of a role, who `just` did something."""

    as_of: AsOf
    name: str
    role: Role
    just: Just = NOTHING


@dataclass(frozen=True, slots=True, kw_only=True)
class PageOf(Order):
    """A page of the record; with `since`, it tells the operations after that entry of the log."""

    since: int | None = None

    def __call__(self, stand: Stand, case: Case) -> Made:
        html = stand.kept(self.as_of, self.name, self.role)
        told = tell(stand, case, self.just)
        if self.since is not None:
            told += _new_since(stand, case, self.since)
        return Made(html, told, stand.digest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen(Order):
    """A page of the record with the rows that an address asks for."""

    query: Mapping[str, str]

    def __call__(self, stand: Stand, case: Case) -> Made:
        page = stand.page(self.as_of, self.name)
        filled = choosing.chosen(case, stand.site(self.as_of), self.query)
        return Made(stand.html(self.as_of, page, self.role, **filled), "", stand.digest)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extra(Order):
    """A page that no dossier has; its template has its name."""

    fill: Fill

    def __call__(self, stand: Stand, case: Case) -> Made:
        page = Page(name=self.name, template=self.name)
        html = stand.html(self.as_of, page, self.role, **self.fill(case, self.as_of))
        return Made(html, tell(stand, case, self.just), stand.digest)


def tell(stand: Stand, case: Case, just: Just) -> str:
    """Tell what was just done, with the way to take it back."""
    told: JudgementRow | LogRow | None = None
    if just.done:
        told = next((one for one in case.judging().given if one.id == just.done), None)
    elif just.undone:
        told = next((one for one in case.log() if str(one.number) == just.undone), None)
    return stand.piece("done.html", row=told, undone=bool(just.undone)) if told else ""


def _new_since(stand: Stand, case: Case, before: int) -> str:
    """Tell the operations after an entry, the last first."""
    if case.head().entries <= before:
        return ""
    done = [ActivityRow(log=row) for row in reversed(case.log()) if row.number > before]
    return stand.piece("since.html", done=done) if done else ""
