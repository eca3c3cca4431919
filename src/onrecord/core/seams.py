"""Where parts can be exchanged: the reader, the clock, and whoever watches progress."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Protocol, runtime_checkable

from onrecord.core.dates import When
from onrecord.core.vocabulary import ReaderName, Reading, Text


@runtime_checkable
class Reader(Protocol):
    """Reads who said what out of one text. Found by entry point in the group `onrecord.readers`.

    A reader version is deterministic: the same text told on the same day gives the same reading.
    It writes nothing, keeps nothing between texts, and asks no network. The one exception, `llm`,
    asks only where its user tells it to, and is no more deterministic than who answers there.
    """

    @property
    def name(self) -> ReaderName: ...

    def read(self, text: Text, told_on: When | None) -> Reading:
        """Read `text`, whose relative dates count from `told_on`; None: that is not known.

        It may be no more than a month: then only what every day of it gives alike is resolved.
        """
        ...


Clock = Callable[[], datetime]
"""Tells the present moment, in UTC. Handed in, so that a test can tell another."""

Progress = Callable[[str, int, int | None], None]
"""Called with what is being done, how many are done, and how many there are (None: not known)."""


def silent(_what: str, _done: int, _of: int | None) -> None:
    """Watch nothing."""
