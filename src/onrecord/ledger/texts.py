"""The texts that were asked for last, decoded: most questions go through all of a case in turn."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.core.vocabulary import Text

MOST = 12_000_000
"""Characters that are kept at once: a thousand reports, or fifty hearing days in full."""


class Texts:
    """Gives texts, and keeps those asked for last."""

    def __init__(self, read: Callable[[str], Text]) -> None:
        self._read = read
        self._kept: dict[str, Text] = {}
        self._characters = 0

    def get(self, identifier: str) -> Text:
        """Give a text; whoever asks changes nothing in it."""
        text = self._kept.pop(identifier, None)
        if text is None:
            text = self._read(identifier)
            self._characters += len(text.characters)
        self._kept[identifier] = text  # it is the newest again
        while self._characters > MOST and len(self._kept) > 1:
            self._characters -= len(self._kept.pop(next(iter(self._kept))).characters)
        return text
