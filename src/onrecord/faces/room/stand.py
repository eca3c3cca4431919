"""One open case that pages are made of, one at a time; its sites are kept while its head stands."""

from __future__ import annotations

import gc
import threading
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from onrecord.case import Case
from onrecord.core.errors import Busy, NoSuchRow
from onrecord.core.vocabulary import AsOf
from onrecord.faces.room.access import Role
from onrecord.faces.room.acts import Acts
from onrecord.faces.room.choosing import Asked
from onrecord.faces.room.days import Days, days_of
from onrecord.faces.room.guide import LOOKS, look_at
from onrecord.faces.room.moments import moment_of
from onrecord.faces.room.pictures import pages_of
from onrecord.show import Page, Site, environment

if TYPE_CHECKING:
    from jinja2 import Environment

TEMPLATES = Path(__file__).parent / "templates"
SITES = 4
"""Moments that are kept at once: each holds the rows of the record as of then."""
PAGES = 400
"""Pages that are kept once they are made: some 100 kB each."""

T = TypeVar("T")


class Ended(Busy):
    """It was closed meanwhile, as there is a later one."""


class Stand:
    """A case that is open, or held open as it was (`Case.hold`): its lock, and its sites.

    Whatever is asked of it at once is answered of one state; nothing is decided through it.

    Args:
        shared: what every page is given besides.
    """

    def __init__(self, case: Case, env: Environment, shared: Mapping[str, Any]) -> None:
        self._case, self._env, self._shared = case, env, shared
        self._lock = threading.Lock()
        self._ended = False
        self._sites: OrderedDict[str, tuple[str, Site]] = OrderedDict()
        self._made: OrderedDict[tuple[str, str, Role], tuple[str, str]] = OrderedDict()
        self._days: tuple[str, Days] | None = None
        self.digest = case.head().digest

    @contextmanager
    def case(self, patience: float) -> Iterator[Case]:
        """Give the case to one at a time.

        Raises:
            Busy: it is with somebody else, and that takes long.
            Ended: it is closed.
        """
        if not self._lock.acquire(timeout=patience):
            raise Busy("the record is being worked out", help="this page opens when it is done")
        try:
            if self._ended:
                raise Ended("the record has moved on", help="ask for this page again")
            with self._case.steady():
                self.digest = self._case.head().digest
                yield self._case
        finally:
            if self._ended:
                self._case.__exit__(None, None, None)
            self._lock.release()

    def end(self) -> None:
        """Close it: at once, or when whoever makes a page of it has done so."""
        self._ended = True
        if self._lock.acquire(blocking=False):
            self._case.__exit__(None, None, None)  # closing it twice does nothing
            self._lock.release()

    def make(self, make: Make[T], patience: float) -> T:
        """Make something of the record.

        Raises:
            Busy, Ended: as for `case`.
        """
        with self.case(patience) as case:
            return make(self, case)

    def hand_on(self) -> None:
        """Have what was worked out remembered in the case's file, for who opens it next."""
        with self.case(0) as case:
            case.hand_on()

    # --- only within `case` ----------------------------------------------------------------------

    def site(self, as_of: AsOf) -> Site:
        """Give the site as of a moment."""
        moment = moment_of(as_of)
        kept = self._sites.get(moment)
        if kept is None or kept[0] != self.digest:
            site = Site(self._case, as_of, datetime.now(UTC), self._env)
            self._sites[moment] = self.digest, site
        self._sites.move_to_end(moment)
        while len(self._sites) > SITES:
            self._sites.popitem(last=False)
        return self._sites[moment][1]

    def holds_more_than(self, many: int) -> bool:
        """Say whether the record has more statements than so many."""
        return sum(row.statements for row in self.site(AsOf()).rows.sources) > many

    def page(self, as_of: AsOf, name: str) -> Page:
        """Give a page of the record as of a moment.

        Raises:
            NoSuchRow: the record has no such page as of then.
        """
        page = self.site(as_of).page(name)
        if page is None:
            then = "" if as_of == AsOf() else " as of then"
            raise NoSuchRow(
                f"the record has no page {name[:80]}{then}", help="it may have another id now"
            )
        return page

    def kept(self, as_of: AsOf, name: str, role: Role) -> str:
        """Write a page of the record as of a moment, once while its head stands.

        Raises:
            NoSuchRow: as for `page`.
        """
        key = moment_of(as_of), name, role
        digest, html = self._made.get(key, ("", ""))
        if digest != self.digest:
            html = self.html(as_of, self.page(as_of, name), role)
            self._made[key] = self.digest, html
            while len(self._made) > PAGES:
                self._made.popitem(last=False)
        return html

    def piece(self, template: str, **filled: Any) -> str:
        """Write a piece of a page."""
        return self._env.get_template(template).render(**self._shared, **filled)

    def html(self, as_of: AsOf, page: Page, role: Role, **filled: Any) -> str:
        """Write a page in the room's clothes."""
        site, valid = self.site(as_of), as_of.valid
        return site.press.html(
            page,
            shell="room.html",
            site=site,
            moment=moment_of(as_of),
            valid=valid.edtf if valid else "",
            known=as_of.known or "",
            role=role,
            Role=Role,
            days=self._days_now(),
            pages_of=partial(pages_of, self._case),
            look=look_at(page.name),
            steps=len(LOOKS),
            may_judge=role >= Role.REVIEWER and as_of == AsOf(),
            **{**self._shared, "acts": Acts(site), "choice": Asked(), **filled},
        )

    def _days_now(self) -> Days:
        """Give the days of the whole record: who looks at a past day can go to a later one."""
        if self._days is None or self._days[0] != self.digest:
            self._days = self.digest, days_of(self._case)
        return self._days[1]


Make = Callable[[Stand, Case], T]
"""Makes something of a record. In a large case it is sent to another process: a plain value."""


def clothes() -> Environment:
    """Make what the room's pages are written in."""
    return environment(TEMPLATES)


def settle() -> None:
    """Leave what the record is made of to itself from now on, once what nobody needs has gone.

    A large case is millions of objects, and whoever looks for garbage among them keeps a page
    waiting for seconds.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
