"""The record that pages are made of: as it is, or as it was right before, while that is worked out.

Who decides has a connection alone: a judgement is on record at once, however long it takes to work
out what follows. Who reads does not wait either: what is asked meanwhile is made from the record as
it was, which is held open beside. In a large case all pages are made of a record that is held open:
right after a judgement a process of its own works out what follows, once for all that came
meanwhile, and then the newer record is held.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from onrecord.case import Case
from onrecord.core.errors import Busy, OnrecordError
from onrecord.faces.room.apart import Apart, Kept, read_in
from onrecord.faces.room.stand import Ended, Make, Stand, T, clothes

SOON = 0.1
"""Seconds that a page waits for the record: then it is made of how it was right before."""
QUIET = 3.0
"""Seconds without a new head after which what is held open beside is read in."""
PATIENCE = 20.0
"""Seconds that a page waits for the record before it says that it is being worked out."""
MANY = 2_000
"""Statements above which nobody waits for what follows from a judgement: some 1.4 ms of processor
time each, where it changes what a statement is held to say (73,000 statements: 104 s, November
2026)."""


class Records:
    """One case, open for who reads, for who decides, and as it was. Close it in the end.

    Args:
        shared: what every page is given besides (`Stand`).
        lately: names pages that were read lately; of a large record they are made before a newer
            one is shown.
        ahead: once nothing was decided for a while, read in what is held open beside, so that its
            pages come at once when they are needed.
    """

    def __init__(
        self,
        folder: Path,
        shared: Mapping[str, Any],
        lately: Callable[[], list[Kept]] = list,
        *,
        ahead: bool,
    ) -> None:
        self._lately = lately
        self._folder, self._shared, self._ahead = folder, shared, ahead
        self.env = clothes()
        case = Case.open(folder)
        self.name, self._changes = case.name, not case.only_read
        self.now, self.slow = self._stand(case), self._stand(Case.open(folder))
        self.aside: Stand | Apart | None = None
        self._hand = Case.open(folder).deciding_at_once()
        self._deciding = threading.Lock()
        self._other: Apart | None = None
        self._newest = self.now.digest
        self._working: threading.Thread | None = None
        self._leaving = False
        self.is_long = self._changes and self.now.holds_more_than(MANY)
        self._is_read_in = not ahead

    def begin(self) -> None:
        """Have a large record opened by a process of its own before anybody asks for a page.

        Not before `shared` is whole: it goes with it.
        """
        if self._ahead and self.is_long:
            self._work_out(anew=True)

    def close(self) -> None:
        """Close all that is held open."""
        self._leaving = True
        if self._other is not None:
            self._other.end()
        if self._working is not None:
            self._working.join(PATIENCE)
        with self._deciding:
            self._hand.__exit__(None, None, None)
        # Who only reads leaves first: the last who may write puts away SQLite's log.
        for stand in (self._other, self.aside, self.slow, self.now):
            if stand is not None:
                stand.end()

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
        if self.is_long:
            self._work_out()

    # --- making something of it ------------------------------------------------------------------

    def soon(
        self, make: Make[T], *, decided: bool = False, before: T | None = None
    ) -> tuple[T, bool]:
        """Make something of the record as it is, or soon of how it was right before.

        Args:
            decided: whoever asks has just decided something.
            before: what was made right before; in a large case, of what is held open.

        Returns:
            It, and whether it is of how the record was right before.

        Raises:
            Busy: something is being worked out, and that takes long.
        """
        if self._ahead and self.is_long and self.aside is None:
            self._wait_for_it()
        was_before = self.is_long and self._has_moved_on()
        if self.is_long and self.aside is not None and (self._is_read_in or was_before):
            if was_before:
                self._work_out()
            elif decided:
                before = None  # what was decided is told
            return self._as_it_was(make, before), was_before
        wait = decided or (before is None and self.aside is None)
        try:
            with self.now.case(PATIENCE if wait else SOON) as case:
                made = make(self.now, case)
                self._set_aside()
                return made, False
        except Busy:
            # Somebody's judgement is being worked out. Who gave none reads on meanwhile: the page
            # names the head of the record that it was made from.
            if wait:
                raise
        return self._as_it_was(make, before), True

    def _as_it_was(self, make: Make[T], before: T | None) -> T:
        """Give what was made before, or make it of what is held open."""
        if before is not None:
            return before
        while (aside := self.aside) is not None and not self._leaving:
            try:
                return aside.make(make, PATIENCE)
            except Ended:  # there is a later one, or its process came to an end
                if aside is self.aside:
                    self.aside = self._held()
        raise Busy("the record is being worked out", help="ask for this page again")

    def _has_moved_on(self) -> bool:
        """Say whether the record has moved on since it was last held, as far as can be told now."""
        with suppress(Busy), self.now.case(SOON):
            self._newest = self.now.digest
        return self.aside is not None and self.aside.digest != self._newest

    # --- holding it open -------------------------------------------------------------------------

    def _stand(self, case: Case) -> Stand:
        return Stand(case, self.env, self._shared)

    def _held(self) -> Stand:
        return self._stand(Case.hold(self._folder))

    def _set_aside(self) -> None:
        """Hold the record open as it is now, to make pages of it while a later one is not ready.

        Only while the case is ours, and after something was made of it: what that took to work out
        is remembered, and held with it. Pages of a large one are made of what is held once its
        lists are read in.
        """
        before = self.aside
        if not self._changes or (before is not None and before.digest == self.now.digest):
            return
        self.is_long = self.now.holds_more_than(MANY)
        self.aside = aside = self._held()
        if self.is_long and before is None:
            self._later(lambda: self._work_out(anew=True))
        else:
            self._later(lambda: self._read_in(aside))
        if before is not None:
            before.end()

    def _wait_for_it(self) -> None:
        """Wait until a large record is held by a process of its own.

        Raises:
            Busy: that takes long.
        """
        self.begin()
        working = self._working
        if working is not None:
            working.join(PATIENCE)
            if working.is_alive() and self.aside is None:
                told = "the record is large and is being opened"
                raise Busy(told, help="this page opens when it is")

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

        What its pages need is worked out before it is shown: none of them is waited for afterwards.
        Two processes take turns: one is shown, the other moves on.
        """
        with suppress(OnrecordError):  # a page that is asked for meets it too, and tells it
            while not self._leaving and (anew or self._has_moved_on()):
                anew, newer = False, self._other or Apart(self._folder, self._shared)
                self._other = newer
                if self._leaving:
                    newer.end()
                stand = newer if newer.move_on(self._lately()) or self._leaving else self._held()
                before, self.aside, self._is_read_in = self.aside, stand, True
                self._other = before if isinstance(before, Apart) else None
                if isinstance(before, Stand):
                    before.end()

    def _read_in(self, aside: Stand) -> None:
        with suppress(Exception):  # it may have been let go; whoever asks for a page is told
            if aside is self.aside:
                read_in(aside, ("index",))

    def _later(self, what: Callable[[], None]) -> None:
        """Do something once nothing came to be decided for a while."""
        if self._ahead:
            later = threading.Timer(QUIET, what)
            later.daemon = True
            later.start()
