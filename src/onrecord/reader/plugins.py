"""Which readers there are, and how to load one by name.

Readers are found by entry point in the group `onrecord.readers`; the pattern reader is always
there, also in a checkout that is not installed.
"""

from __future__ import annotations

from importlib.metadata import entry_points

from onrecord.core.errors import WrongUse
from onrecord.core.seams import Reader
from onrecord.reader.pattern import PatternReader

GROUP = "onrecord.readers"


def readers() -> dict[str, type[Reader]]:
    """Give every reader's class by its name, in the order of the names."""
    found: dict[str, type[Reader]] = {"pattern": PatternReader}
    for point in entry_points(group=GROUP):
        if point.name not in found:
            found[point.name] = point.load()
    return dict(sorted(found.items()))


def load(name: str = "pattern") -> Reader:
    """Make the reader called `name`.

    Raises:
        WrongUse: there is no reader of that name; the message lists those there are.
    """
    known = {"pattern"} | {point.name for point in entry_points(group=GROUP)}
    if name not in known:
        there = ", ".join(sorted(known))
        raise WrongUse(f"there is no reader called {name!r}", help=f"there are: {there}")
    return readers()[name]()
