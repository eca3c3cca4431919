"""The case as the room has it open: its pages as of any moment, each made once for each head.

One connection, one lock: whoever asks waits for who asked before. A page that was made is kept
until the record moves on, and what is only somebody's (their name, the secret of their forms, what
they just did) is put into it afterwards.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cached_property, partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple

from onrecord.case import Case
from onrecord.core.activity import ActivityRow
from onrecord.core.errors import Busy, NoSuchRow
from onrecord.core.judged import JudgementRow
from onrecord.core.rows import LogRow
from onrecord.core.seams import Reader
from onrecord.core.vocabulary import AsOf
from onrecord.demo import manifest
from onrecord.faces.room import choosing
from onrecord.faces.room.access import Role
from onrecord.faces.room.acts import Acts
from onrecord.faces.room.choosing import Asked
from onrecord.faces.room.days import Days, days_of
from onrecord.faces.room.guide import LOOKS, look_at
from onrecord.faces.room.moments import moment_of
from onrecord.faces.room.pictures import pages_of
from onrecord.faces.room.sessions import Session
from onrecord.faces.room.slots import Slots
from onrecord.faces.room.visits import Visit
from onrecord.show import Page, Site, environment

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"

SITES = 4
"""Moments that are kept at once: each holds the rows of the record as of then."""
PAGES = 400
"""Pages that are kept once they are made: some 100 kB each."""
SOON = 0.2
"""Seconds that a page waits which was made before: then it is given as it was right before."""
PATIENCE = 20.0
"""Seconds that a page waits for the record before it says that it is being worked out."""


_JUST_BEFORE = (
    '<p class="then" role="status">Something new is being worked out. This is the page as it was'
    " right before.</p>"
)


class Just(NamedTuple):
    """What a reader just did, which the page then tells: the id of a judgement, an operation."""

    done: str = ""
    undone: str = ""


NOTHING = Just()

Fill = Callable[[Case, AsOf], Mapping[str, Any]]
"""Gives what fills a page that no dossier has."""


class Room:
    """One case, open. Close it when nobody reads any more."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._case = Case.open(folder)
        self._lock, self._reading = threading.Lock(), threading.Lock()
        self._sites: OrderedDict[str, tuple[str, Site]] = OrderedDict()
        self._made: OrderedDict[tuple[str, str, str, Role], str] = OrderedDict()
        self._before: dict[tuple[str, str, Role], str] = {}
        self._days: tuple[str, Days] | None = None
        self.slots = Slots()

    def __enter__(self) -> Room:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._lock:
            self._case.__exit__(kind, error, trace)

    @property
    def name(self) -> str:
        return self._case.name

    @cached_property
    def is_sample(self) -> bool:
        """Say whether it is the sample case, which newcomers open first."""
        return self._case.name == manifest().case

    @contextmanager
    def case(self, patience: float = PATIENCE) -> Iterator[Case]:
        """Give the case to one at a time.

        Raises:
            Busy: the record is being worked out for somebody else, and that takes long.
        """
        if not self._lock.acquire(timeout=patience):
            raise Busy("the record is being worked out", help="this page opens when it is done")
        try:
            yield self._case
        finally:
            self._lock.release()

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

    # --- pages ---

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
        moment = moment_of(as_of)
        before = None if any(just) else self._before.get((moment, name, session.role))
        try:
            html, told = self._page(
                as_of, name, session, just, visit, PATIENCE if before is None else SOON
            )
        except Busy:
            # Somebody's judgement is being worked out. Who gave none reads on meanwhile: the page
            # names the head of the record that it was made from.
            if before is None:
                raise
            html, told = before, _JUST_BEFORE
        return self.slots.filled(html, session, told)

    def _page(
        self,
        as_of: AsOf,
        name: str,
        session: Session,
        just: Just,
        visit: Visit | None,
        patience: float,
    ) -> tuple[str, str]:
        moment = moment_of(as_of)
        with self.case(patience) as case:
            digest = case.head().digest
            key = (moment, digest, name, session.role)
            html = self._made.get(key)
            if html is None:
                site = self._site(as_of, digest)
                page = site.page(name)
                if page is None:
                    raise _no_page(name, as_of)
                html = self._keep(key, self._html(site, page, session.role))
            else:
                self._made.move_to_end(key)
            told = self._told(case, just)
            if visit is not None:
                told += self._new_since(case, visit.before)
        return html, told

    def entries(self) -> int:
        """Count the entries of the record: how far its log is."""
        with self.case() as case:
            return case.head().entries

    def chosen(self, as_of: AsOf, name: str, session: Session, query: Mapping[str, str]) -> str:
        """Give a page of the record with the rows that an address asks for; it is not kept.

        Raises:
            WrongUse: the address asks for what there is none of.
        """
        with self.case() as case:
            site = self._site(as_of, case.head().digest)
            page = site.page(name)
            if page is None:
                raise _no_page(name, as_of)
            html = self._html(site, page, session.role, **choosing.chosen(case, site, query))
        return self.slots.filled(html, session, "")

    def extra(
        self,
        as_of: AsOf,
        page: Page,
        session: Session,
        fill: Fill | None = None,
        just: Just = NOTHING,
    ) -> str:
        """Give a page that no dossier has, in the same clothes; it is not kept.

        Args:
            fill: what is asked of the case for it.
        """
        with self.case() as case:
            site = self._site(as_of, case.head().digest)
            filled = fill(case, as_of) if fill is not None else {}
            html = self._html(site, page, session.role, **filled)
            told = self._told(case, just)
        return self.slots.filled(html, session, told)

    def site(self, as_of: AsOf) -> Site:
        """Give the site as of a moment; only within `case`, which is held while it is asked."""
        return self._site(as_of, self._case.head().digest)

    def _site(self, as_of: AsOf, digest: str) -> Site:
        moment = moment_of(as_of)
        kept = self._sites.get(moment)
        if kept is None or kept[0] != digest:
            site = Site(self._case, as_of, datetime.now(UTC), self.env)
            self._sites[moment] = digest, site
        self._sites.move_to_end(moment)
        while len(self._sites) > SITES:
            self._sites.popitem(last=False)
        return self._sites[moment][1]

    def _days_now(self) -> Days:
        """Give the days of the whole record: who looks at a past day can go to a later one."""
        digest = self._case.head().digest
        if self._days is None or self._days[0] != digest:
            self._days = digest, days_of(self._case)
        return self._days[1]

    def _html(self, site: Site, page: Page, role: Role, **filled: Any) -> str:
        valid = site.as_of.valid
        return site.press.html(
            page,
            shell="room.html",
            site=site,
            moment=moment_of(site.as_of),
            valid=valid.edtf if valid else "",
            known=site.as_of.known or "",
            role=role,
            Role=Role,
            slots=self.slots,
            days=self._days_now(),
            pages_of=partial(pages_of, self._case),
            look=look_at(page.name),
            steps=len(LOOKS),
            is_sample=self.is_sample,
            may_judge=role >= Role.REVIEWER and site.as_of == AsOf(),
            **{"acts": Acts(site), "choice": Asked(), **filled},
        )

    def _keep(self, key: tuple[str, str, str, Role], html: str) -> str:
        self._made[key] = self._before[key[0], key[2], key[3]] = html
        while len(self._before) > PAGES:
            del self._before[next(iter(self._before))]
        while len(self._made) > PAGES:
            self._made.popitem(last=False)
        return html

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


def _no_page(name: str, as_of: AsOf) -> NoSuchRow:
    then = "" if as_of == AsOf() else " as of then"
    return NoSuchRow(f"the record has no page {name[:80]}{then}", help="it may have another id now")
