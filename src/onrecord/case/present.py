"""The present: what the clock tells, who is at the keyboard, and the record as it is now."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime

from onrecord.core.vocabulary import AsOf

NOW = AsOf()


def by_the_clock() -> datetime:
    return datetime.now(UTC)


def by_the_user() -> str:
    """Name whoever is at the keyboard, as the system knows them."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "not known"
