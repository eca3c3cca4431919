"""The case as the room has it open: its pages as of any moment, each made once for each head.

A page that was made is kept, and while something new is being worked out it is given as it was
right before, which it says. What is only somebody's (their name, the secret of their forms, what
they just did) is put into a page afterwards.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cached_property
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from onrecord.case import Case
from onrecord.core.errors import Busy
from onrecord.core.seams import Reader
from onrecord.core.vocabulary import AsOf
from onrecord.demo import manifest
from onrecord.faces.room.access import Role
from onrecord.faces.room.making import NOTHING, Chosen, Extra, Fill, Just, Made, PageOf, tell
from onrecord.faces.room.moments import NOW, moment_of
from onrecord.faces.room.records import PATIENCE, SOON, Records
from onrecord.faces.room.sessions import Session
from onrecord.faces.room.slots import Slots
from onrecord.faces.room.stand import PAGES
from onrecord.faces.room.visits import Visit

if TYPE_CHECKING:
    from jinja2 import Environment

Key = tuple[str, str, Role]
"""The moment and the name of a page, and for whom it was made."""
LATELY = 200
"""Pages that are made anew before a newer large record is shown: 15 s of a processor at most."""
_JUST_BEFORE = (
    '<p class="then" role="status">Something new is being worked out. This is the page as it was'
    " right before.</p>"
)
_ON_RECORD = (
    '<p class="then" role="status">What follows from it is being worked out. This is the page as'
    " it was right before; open it again in a while.</p>"
)


class Room:
    """One case, open. Close it when nobody reads any more.

    Attributes:
        shared: what every page is given besides.

    Args:
        ahead: once nothing was decided for a while, read in what is held open beside, so that its
            pages come at once when they are needed.
    """

    def __init__(self, folder: Path, *, ahead: bool = False) -> None:
        self.folder = folder
        self.slots = Slots()
        self.shared: dict[str, Any] = {"slots": self.slots, "signed": False}
        self._made: OrderedDict[Key, Made] = OrderedDict()
        self._records = Records(folder, self.shared, self._read_lately, ahead=ahead)
        self.name = self._records.name
        self.shared["is_sample"] = self.name == manifest().case
        self._records.begin()
        self._entries = 0
        self.entries()
        self._reading = threading.Lock()

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

    @property
    def env(self) -> Environment:
        """What pages are written in."""
        return self._records.env

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

        since = None if visit is None else visit.before
        order = PageOf(as_of=as_of, name=name, role=session.role, just=just, since=since)
        made = self._soon(order, self._at_hand(order))
        key = moment_of(as_of), name, session.role
        self._made[key] = made
        self._made.move_to_end(key)
        while len(self._made) > PAGES:
            self._made.popitem(last=False)
        return self._filled(made, session)

    def _at_hand(self, order: PageOf) -> Made | None:
        """Give a page that was made right before; in a large case, of what is held open."""
        made = self._made.get((moment_of(order.as_of), order.name, order.role))
        if made is None:
            return None
        held = self._records.aside
        if held is not None and self._records.is_long:
            tells = order.since is not None
            return None if tells or made.digest != held.digest else made
        return made._replace(told="")

    def _read_lately(self) -> list[tuple[str, Role]]:
        """Name the pages of now that were read last, with who they were made for."""
        keys = (key for key in reversed(list(self._made)) if key[0] == NOW)
        return [(name, role) for _, name, role in islice(keys, LATELY)]

    def chosen(self, as_of: AsOf, name: str, session: Session, query: Mapping[str, str]) -> str:
        """Give a page of the record with the rows that an address asks for; it is not kept.

        Raises:
            WrongUse: the address asks for what there is none of.
        """

        order = Chosen(as_of=as_of, name=name, role=session.role, query=dict(query))
        return self._filled(self._soon(order), session)

    def extra(
        self,
        as_of: AsOf,
        name: str,
        session: Session,
        fill: Fill,
        just: Just = NOTHING,
        *,
        slow: bool = False,
    ) -> str:
        """Give a page that no dossier has, in the same clothes; it is not kept.

        Args:
            name: of the page and of its template.
            fill: what is asked of the case for it.
            slow: that can take long the first time; nobody who reads or decides waits for it.
        """
        order = Extra(as_of=as_of, name=name, role=session.role, just=just, fill=fill)
        made = self._records.slow.make(order, PATIENCE) if slow else self._soon(order)
        return self._filled(made, session)

    def _soon(self, order: PageOf | Chosen | Extra, before: Made | None = None) -> Made:
        """Make a page and what it tells besides, or give them as they were right before."""
        just = order.just
        if self._records.is_long and order.as_of != AsOf():
            # What was the case on another day is worked out for whoever asks: nobody waits beside.
            return self._records.slow.make(order, PATIENCE)
        made, was_before = self._records.soon(order, decided=any(just), before=before)
        if not was_before:
            return made
        note = _JUST_BEFORE
        if any(just):
            with self.deciding() as case:
                note = tell(self._records.now, case, just) + _ON_RECORD
        return made._replace(told=note + made.told)

    def _filled(self, made: Made, session: Session) -> str:
        return self.slots.filled(made.html, session, made.told)
