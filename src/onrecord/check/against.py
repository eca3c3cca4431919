"""The record as the rules ask it: its rows, and what was made ready of them once for all drafts."""

from __future__ import annotations

from functools import cached_property

from onrecord.check.ready import Ready
from onrecord.check.record import Record


class Against(Record):
    """A record that drafts are held against, one after another."""

    @cached_property
    def ready(self) -> Ready:
        """What no draft changes, by what the rules look it up by."""
        return Ready(self)
