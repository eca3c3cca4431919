"""Which readers there are, and how to load one by name.

Readers are found by entry point in the group `onrecord.readers`; the trained reader and the one
that asks a model elsewhere are always there, also in a checkout that is not installed.
"""

from __future__ import annotations

from importlib.metadata import entry_points
from inspect import signature

from onrecord.core.errors import WrongUse
from onrecord.core.seams import Reader
from onrecord.reader.llm import LlmReader
from onrecord.reader.trained import TrainedReader

GROUP = "onrecord.readers"
DEFAULT = "trained"
_OURS: dict[str, type[Reader]] = {"llm": LlmReader, "trained": TrainedReader}


def readers() -> dict[str, type[Reader]]:
    """Give every reader's class by its name, in the order of the names."""
    return {name: _class_of(name) for name in _names()}


def load(name: str = DEFAULT, **settings: str) -> Reader:
    """Make the reader called `name`; the code of the others is left alone.

    Args:
        settings: what the user tells this reader, such as the `address` and `model` of `llm`.

    Raises:
        WrongUse: there is no reader of that name, and the message lists those there are; or it
            does not take one of the settings, or needs another.
    """
    known = _names()
    if name not in known:
        raise WrongUse(f"there is no reader called {name!r}", help=f"there are: {', '.join(known)}")
    made = _class_of(name)
    if strange := sorted(settings.keys() - signature(made).parameters.keys()):
        raise WrongUse(f"the reader {name!r} takes no {' and no '.join(strange)}")
    return made(**settings)


def _names() -> list[str]:
    return sorted(set(_OURS) | {point.name for point in entry_points(group=GROUP)})


def _class_of(name: str) -> type[Reader]:
    if name in _OURS:
        return _OURS[name]
    (point, *_) = entry_points(group=GROUP, name=name)
    made: type[Reader] = point.load()
    return made
