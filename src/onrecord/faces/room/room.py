"""The case as the room has it open: its pages as of any moment, each made once for each head.

Who decides has a connection alone: a judgement is on record at once, however long it takes to work
out what follows. Who reads does not wait either. A page that was made is kept, and while something
new is being worked out it is given as it was right before, which it says; one that was not made yet
is then made from the record as it was, which is held open beside. In a large case all pages are
made of a record that is held open: right after a judgement a process of its own works out what
follows, once for all that came meanwhile, and then the newer record is held. What is only
somebody's (their name, the secret of their forms, what they just did) is put into a page
afterwards.
"""

from __future__ import annotations

import gc
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping
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
from onrecord.faces.room.ahead import LISTS, Ahead
from onrecord.faces.room.moments import moment_of
from onrecord.faces.room.sessions import Session
from onrecord.faces.room.slots import Slots
from onrecord.faces.room.stand import Ended, Stand
from onrecord.faces.room.visits import Visit
from onrecord.show import Page, environment

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"

PAGES = 400
"""Pages that are kept once they are made: some 100 kB each."""
SOON = 0.1
"""Seconds that a page waits for the record: then it is given as it was right before."""
QUIET = 3.0
"""Seconds without a new head after which what is held open beside is read in."""
PATIENCE = 20.0
"""Seconds that a page waits for the record before it says that it is being worked out."""


MANY = 2_000
"""Statements above which nobody waits for what follows from a judgement: some 1.4 ms of processor
time each, where it changes what a statement is held to say (73,000 statements: 104 s, November
2026)."""


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

Fill = Callable[[Case, AsOf], Mapping[str, Any]]
"""Gives what fills a page that no dossier has."""


class Room:
    """One case, open. Close it when nobody reads any more.

    Args:
        ahead: once nothing was decided for a while, read in what is held open beside, so that its
            pages come at once when they are needed.
    """

    def __init__(self, folder: Path, *, ahead: bool = False) -> None:
        self.folder, self._ahead = folder, ahead
        case = Case.open(folder)
        self.name, self._entries = case.name, case.head().entries
        self.slots = Slots()
        self._shared = {"slots": self.slots, "is_sample": self.name == manifest().case}
        self._changes = not case.only_read
        self._now = Stand(case, self.env, self._shared)
        self._aside: Stand | None = None
        self._newer, self._newest = Ahead(folder, self._held), self._now.digest
        self._slow = Stand(Case.open(folder), self.env, self._shared)
        self._hand = Case.open(folder).deciding_at_once()
        self._deciding = threading.Lock()
        self._is_long = self._changes and self._now.holds_more_than(MANY)
        if self._is_long:
            self._aside = self._held()
            self._later(lambda: self._work_out(anew=True))
        self._working: threading.Thread | None = None
        self._leaving = False
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
        self._leaving = True
        self._newer.stop()
        with self._deciding:
            self._hand.__exit__(None, None, None)
        # Who only reads leaves first: the last who may write puts away SQLite's log.
        for stand in (self._aside, self._slow, self._now):
            if stand is not None:
                stand.end()

    @contextmanager
    def case(self, patience: float = PATIENCE) -> Iterator[Case]:
        """Give the case to ask of, to one at a time; nothing is decided through it.

        Raises:
            Busy: the record is being worked out for somebody else, and that takes long.
        """
        with self._now.case(patience) as case:
            yield case

    @contextmanager
    def slowly(self) -> Iterator[Case]:
        """Give the case to ask of what can take long; nobody who reads or decides waits for it.

        Raises:
            Busy: as for `case`.
        """
        with self._slow.case(PATIENCE) as case:
            yield case

    @contextmanager
    def deciding(self) -> Iterator[Case]:
        """Give the case to decide in, to one at a time; what follows is worked out afterwards.

        Raises:
            Busy: others decide, and that takes long.
        """
        if not self._deciding.acquire(timeout=PATIENCE):
            raise Busy("others are deciding", help="send it again in a while")
        try:
            yield self._hand
            self._newest = self._hand.head().digest
        finally:
            self._deciding.release()
        if self._is_long:
            self._work_out()

    def _work_out(self, *, anew: bool = False) -> None:
        """Work out beside what follows from what came on record, unless that is being done.

        Args:
            anew: also where nothing came.
        """
        if self._working is None or not self._working.is_alive():
            self._working = threading.Thread(target=self._follow, args=(anew,), daemon=True)
            self._working.start()

    def _follow(self, anew: bool) -> None:
        """Hold the newest record, worked out, in place of the one before, until nothing newer came.

        What its pages need is read in before it is shown: none of them is waited for afterwards.
        """
        while not self._leaving and (anew or self._has_moved_on()):
            anew, stand = False, self._newer.stand()
            if not self._leaving:
                _read_in(stand, LISTS)
            before, self._aside = self._aside, stand
            if before is not None:
                before.end()
        if self._leaving and self._aside is not None:
            self._aside.end()  # it may have come after all was closed

    def _held(self) -> Stand:
        return Stand(Case.hold(self.folder), self.env, self._shared)

    def _has_moved_on(self) -> bool:
        """Say whether the record has moved on since it was last held, as far as can be told now."""
        with suppress(Busy), self._now.case(SOON):
            self._newest = self._now.digest
        return self._aside is not None and self._aside.digest != self._newest

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
                self._keep(key, html, newest=stand is self._now)
            told = self._told(case, just)
            if visit is not None:
                told += self._new_since(case, visit.before)
            return html, told

        before = self._at_hand(moment_of(as_of), name, session.role, only_that=visit is None)
        html, told = self._soon(made, just, before)
        return self.slots.filled(html, session, told)

    def _at_hand(self, moment: str, name: str, role: Role, *, only_that: bool) -> str | None:
        """Give a page that was made of what is held open, or else of the newest record there was.

        Args:
            only_that: the page tells nothing besides.
        """
        if not self._is_long:
            return self._before.get((moment, name, role))
        held = self._aside
        return self._made.get((moment, held.digest, name, role)) if held and only_that else None

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
            with self._slow.case(PATIENCE) as case:
                html, told = made(self._slow, case)
        else:
            html, told = self._soon(made, just)
        return self.slots.filled(html, session, told)

    def _soon(
        self,
        make: Callable[[Stand, Case], tuple[str, str]],
        just: Just = NOTHING,
        before: str | None = None,
    ) -> tuple[str, str]:
        """Make something of the record as it is, or soon of how it was right before.

        Args:
            before: what was made right before.
        """
        if self._is_long:
            return self._of_what_is_held(make, just, before)
        wait = any(just) or (before is None and self._aside is None)
        try:
            with self._now.case(PATIENCE if wait else SOON) as case:
                made = make(self._now, case)
                self._set_aside()
                return made
        except Busy:
            # Somebody's judgement is being worked out. Who gave none reads on meanwhile: the page
            # names the head of the record that it was made from.
            if wait:
                raise
        return self._as_it_was(make, _JUST_BEFORE, before)

    def _of_what_is_held(
        self, make: Callable[[Stand, Case], tuple[str, str]], just: Just, before: str | None
    ) -> tuple[str, str]:
        """Make something of a large record as it is held; where it has moved on, say so.

        Args:
            just, before: as for `_soon`.
        """
        if not self._has_moved_on():
            return self._as_it_was(make, "", before if not any(just) else None)
        self._work_out()
        note = _JUST_BEFORE
        if any(just):
            with self.deciding() as case:
                note = self._told(case, just) + _ON_RECORD
        return self._as_it_was(make, note, before)

    def _as_it_was(
        self, make: Callable[[Stand, Case], tuple[str, str]], note: str, before: str | None
    ) -> tuple[str, str]:
        """Give what was made before, or make it of what is held; `note` is told with it."""
        if before is not None:
            return before, note
        while (aside := self._aside) is not None:
            with suppress(Ended), aside.case(PATIENCE) as case:  # or else there is a later one
                html, told = make(aside, case)
                return html, note + told
        raise Busy("the record is being worked out", help="ask for this page again")

    def _set_aside(self) -> None:
        """Hold the record open as it is now, to make pages of it while a later one is not ready.

        Only while the case is ours, and after something was made of it: what that took to work out
        is remembered, and held with it.
        """
        before = self._aside
        if not self._changes or (before is not None and before.digest == self._now.digest):
            return
        self._is_long = self._now.holds_more_than(MANY)
        self._aside = aside = self._held()
        self._later(lambda: self._read_in(aside))
        if before is not None:
            before.end()

    def _read_in(self, aside: Stand) -> None:
        with suppress(Exception):  # it may have been let go; whoever asks for a page is told
            if aside is self._aside:
                _read_in(aside, ("index",))

    def _later(self, what: Callable[[], None]) -> None:
        """Do something once nothing came to be decided for a while."""
        if self._ahead:
            later = threading.Timer(QUIET, what)
            later.daemon = True
            later.start()

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


def _read_in(stand: Stand, names: Iterable[str]) -> None:
    """Make some lists of a stand, and find what documents are marked by."""
    _settle()
    with stand.case(0):
        site = stand.site(AsOf())
        for name in names:
            if (page := site.page(f"{name}.html")) is not None:
                stand.html(AsOf(), page, Role.READER)
        site.page("sources/none.html")
    _settle()


def _settle() -> None:
    """Leave what the record is made of to itself from now on, once what nobody needs has gone.

    A large case is millions of objects, and whoever looks for garbage among them keeps a page
    waiting for seconds.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
