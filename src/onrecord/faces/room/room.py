"""The case as the room has it open: its pages as of any moment, each made once for each head.

A page that was made is kept, and while something new is being worked out it is given as it was
right before, which it says. What is only somebody's (their name, the secret of their forms, what
they just did) is put into a page afterwards.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple

from onrecord.case import Case
from onrecord.core.activity import ActivityRow
from onrecord.core.errors import Busy
from onrecord.core.judged import JudgementRow
from onrecord.core.rows import LogRow
from onrecord.core.seams import Reader
from onrecord.core.vocabulary import AsOf
from onrecord.demo import manifest
from onrecord.faces.room import choosing
from onrecord.faces.room.access import Role
from onrecord.faces.room.moments import moment_of
from onrecord.faces.room.records import PATIENCE, SOON, Make, Records
from onrecord.faces.room.sessions import Session
from onrecord.faces.room.slots import Slots
from onrecord.faces.room.stand import Stand
from onrecord.faces.room.visits import Visit
from onrecord.show import Page, environment

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"

PAGES = 400
"""Pages that are kept once they are made: some 100 kB each."""
_JUST_BEFORE = (
    '<p class="then" role="status">Something new is being worked out. This is the page as it was'
    " right before.</p>"
)
_ON_RECORD = (
    '<p class="then" role="status">What follows from it is being worked out. This is the page as'
    " it was right before; open it again in a while.</p>"
)

Key = tuple[str, str, str, Role]
"""The moment, the head, the name of a page, and for whom it was made."""


class Just(NamedTuple):
    """What a reader just did, which the page then tells: the id of a judgement, an operation."""

    done: str = ""
    undone: str = ""


NOTHING = Just()

Told = tuple[str, str]
"""A page, and what it tells besides to whoever asked for it."""
Fill = Callable[[Case, AsOf], Mapping[str, Any]]
"""Gives what fills a page that no dossier has."""


class Room:
    """One case, open. Close it when nobody reads any more.

    Args:
        ahead: once nothing was decided for a while, read in what is held open beside, so that its
            pages come at once when they are needed.
    """

    def __init__(self, folder: Path, *, ahead: bool = False) -> None:
        self.folder = folder
        self.slots = Slots()
        shared: dict[str, Any] = {"slots": self.slots}
        self._records = Records(folder, lambda case: Stand(case, self.env, shared), ahead=ahead)
        self.name = self._records.name
        shared["is_sample"] = self.name == manifest().case
        self._entries = 0
        self.entries()
        self._reading = threading.Lock()
        self._made: OrderedDict[Key, str] = OrderedDict()
        self._before: OrderedDict[tuple[str, str, Role], str] = OrderedDict()

    def __enter__(self) -> Room:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._records.close()

    @contextmanager
    def case(self, patience: float = PATIENCE) -> Iterator[Case]:
        """Give the case to ask of, to one at a time; nothing is decided through it.

        Raises:
            Busy: the record is being worked out for somebody else, and that takes long.
        """
        with self._records.now.case(patience) as case:
            yield case

    @contextmanager
    def slowly(self) -> Iterator[Case]:
        """Give the case to ask of what can take long; nobody who reads or decides waits for it.

        Raises:
            Busy: as for `case`.
        """
        with self._records.slow.case(PATIENCE) as case:
            yield case

    @contextmanager
    def deciding(self) -> Iterator[Case]:
        """Give the case to decide in, to one at a time; what follows is worked out afterwards.

        Raises:
            Busy: others decide, and that takes long.
        """
        with self._records.deciding() as case:
            yield case

    @property
    def reader(self) -> Reader:
        """The reader of drafts: made ready when the first one comes."""
        with self._reading:
            return self._reader

    @cached_property
    def _reader(self) -> Reader:
        from onrecord.reader import load

        return load()

    @cached_property
    def env(self) -> Environment:
        return environment(TEMPLATES)

    def entries(self) -> int:
        """Count the entries of the record: how far its log is, or was when that could be asked."""
        with suppress(Busy), self.case(SOON) as case:
            self._entries = case.head().entries
        return self._entries

    # --- pages -----------------------------------------------------------------------------------

    def page(
        self,
        as_of: AsOf,
        name: str,
        session: Session,
        just: Just = NOTHING,
        visit: Visit | None = None,
    ) -> str:
        """Give a page of the record as of a moment.

        Args:
            just: what this reader just did, which the page then tells.
            visit: where the page tells what is new since the one before.

        Raises:
            NoSuchRow: the record has no such page as of then.
            Busy: as for `case`.
        """

        def made(stand: Stand, case: Case) -> tuple[str, str]:
            key = (moment_of(as_of), stand.digest, name, session.role)
            html = self._made.get(key)
            if html is None:
                page = stand.page(as_of, name)
                html = stand.html(as_of, page, session.role)
                self._keep(key, html, newest=stand is self._records.now)
            told = self._told(case, just)
            if visit is not None:
                told += self._new_since(case, visit.before)
            return html, told

        before = self._at_hand(moment_of(as_of), name, session.role, only_that=visit is None)
        html, told = self._soon(made, just, None if before is None else (before, ""))
        return self.slots.filled(html, session, told)

    def _at_hand(self, moment: str, name: str, role: Role, *, only_that: bool) -> str | None:
        """Give a page that was made of what is held open, or else of the newest record there was.

        Args:
            only_that: the page tells nothing besides.
        """
        held = self._records.aside
        if held is None or not self._records.is_long:
            return self._before.get((moment, name, role))
        return self._made.get((moment, held.digest, name, role)) if only_that else None

    def chosen(self, as_of: AsOf, name: str, session: Session, query: Mapping[str, str]) -> str:
        """Give a page of the record with the rows that an address asks for; it is not kept.

        Raises:
            WrongUse: the address asks for what there is none of.
        """

        def made(stand: Stand, case: Case) -> tuple[str, str]:
            page = stand.page(as_of, name)
            filled = choosing.chosen(case, stand.site(as_of), query)
            return stand.html(as_of, page, session.role, **filled), ""

        html, told = self._soon(made)
        return self.slots.filled(html, session, told)

    def extra(
        self,
        as_of: AsOf,
        page: Page,
        session: Session,
        fill: Fill | None = None,
        just: Just = NOTHING,
        *,
        slow: bool = False,
    ) -> str:
        """Give a page that no dossier has, in the same clothes; it is not kept.

        Args:
            fill: what is asked of the case for it.
            slow: that can take long the first time; nobody who reads or decides waits for it.
        """

        def made(stand: Stand, case: Case) -> tuple[str, str]:
            filled = fill(case, as_of) if fill is not None else {}
            return stand.html(as_of, page, session.role, **filled), self._told(case, just)

        if slow:
            with self.slowly() as case:
                html, told = made(self._records.slow, case)
        else:
            html, told = self._soon(made, just)
        return self.slots.filled(html, session, told)

    def _soon(self, make: Make[Told], just: Just = NOTHING, before: Told | None = None) -> Told:
        """Make a page and what it tells besides, or give them as they were right before."""
        made, was_before = self._records.soon(make, decided=any(just), before=before)
        if not was_before:
            return made
        note = _JUST_BEFORE
        if any(just):
            with self.deciding() as case:
                note = self._told(case, just) + _ON_RECORD
        html, told = made
        return html, note + told

    def _keep(self, key: Key, html: str, *, newest: bool) -> None:
        self._made[key] = html
        if newest:
            self._before[key[0], key[2], key[3]] = html
        for kept in (self._made, self._before):
            while len(kept) > PAGES:
                kept.popitem(last=False)

    def _told(self, case: Case, just: Just) -> str:
        """Tell what was just done, with the way to take it back."""
        told: JudgementRow | LogRow | None = None
        if just.done:
            told = next((one for one in case.judging().given if one.id == just.done), None)
        elif just.undone:
            told = next((one for one in case.log() if str(one.number) == just.undone), None)
        if told is None:
            return ""
        page = self.env.get_template("done.html")
        return page.render(row=told, undone=bool(just.undone), slots=self.slots)

    def _new_since(self, case: Case, before: int) -> str:
        """Tell the operations after an entry, the last first."""
        if case.head().entries <= before:
            return ""
        done = [ActivityRow(log=row) for row in reversed(case.log()) if row.number > before]
        return self.env.get_template("since.html").render(done=done) if done else ""
