"""Doors for a team: names and passwords, with patience that grows and ends (`case.Team`).

Guesses are counted by name, whether or not there is such an account, and in memory: a restart of
the server forgets them.
"""

from __future__ import annotations

import hashlib
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from onrecord.case import Team
from onrecord.core.errors import NoSuchRow, OnrecordError
from onrecord.core.team import Account
from onrecord.faces.room.sessions import Session, same

FREE = 3
"""Wrong passwords in a row that cost no wait: a slip of the finger."""
LOCKED = 10
"""Wrong passwords in a row after which a name is locked."""
LOCK = 3600.0
"""Seconds that a lock lasts; every wrong password after it locks again."""
_NAMES = 10_000
"""Names whose guesses are remembered."""


class Locked(OnrecordError):
    """Nobody is let in under this name for some time, whatever they show."""


@dataclass(slots=True)
class _Guesses:
    wrong: int = 0
    until: float = 0.0
    seal: str = ""


class Accounts:
    """Lets in whoever has an account.

    Args:
        clock: tells seconds.
    """

    by_name = True

    def __init__(self, team: Team, clock: Callable[[], float] = time.monotonic) -> None:
        self._team, self._clock = team, clock
        self._guesses: OrderedDict[str, _Guesses] = OrderedDict()
        self._one = threading.Lock()

    def admitted(self, name: str, secret: str) -> Session | None:
        """Let somebody in.

        One at a time: a password costs 64 MB and a tenth of a second to look at, on purpose.

        Raises:
            Locked: too many wrong passwords came before.
        """
        with self._one:
            guesses = self._of(name)
            wait = guesses.until - self._clock()
            if wait > 0:
                raise Locked(
                    "too many wrong passwords for this name",
                    help=f"try again in {_spoken(wait)}, or ask an owner for a new password",
                )
            account = self._team.admitted(name.strip(), secret)
            if account is None:
                guesses.wrong += 1
                guesses.until = self._clock() + _patience(guesses.wrong)
                return None
            guesses.wrong = 0
            return _session(account)

    def program(self, token: str) -> Session | None:
        account = self._team.program(token)
        return _session(account, scripted=True) if account else None

    def stands(self, session: Session) -> bool:
        """Say whether the account is there still, with the same role and password."""
        try:
            return same(_seal(self._team.of(session.name)), session.seal)
        except OnrecordError:
            return False

    def _of(self, name: str) -> _Guesses:
        key = name.strip().casefold()[:200]
        guesses = self._guesses.pop(key, None) or _Guesses()
        try:
            seal = _seal(self._team.of(key))
        except NoSuchRow:
            seal = ""
        if seal != guesses.seal:  # a new password begins anew
            guesses = _Guesses(seal=seal)
        self._guesses[key] = guesses
        while len(self._guesses) > _NAMES:
            self._guesses.popitem(last=False)
        return guesses


def _patience(wrong: int) -> float:
    """Give the seconds that a name waits after so many wrong passwords in a row."""
    if wrong >= LOCKED:
        return LOCK
    return 2.0 ** (wrong - FREE) if wrong >= FREE else 0.0


def _session(account: Account, *, scripted: bool = False) -> Session:
    return Session(account.name, account.role, scripted=scripted, seal=_seal(account))


def _seal(account: Account) -> str:
    told = "\n".join((account.name, account.role.word, account.password))
    return hashlib.sha256(told.encode()).hexdigest()


def _spoken(seconds: float) -> str:
    return f"{-(-seconds // 60):.0f} minutes" if seconds > 60 else f"{-(-seconds // 1):.0f} seconds"
