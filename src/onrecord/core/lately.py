"""What was worked out for the text at hand and the one before it, and for none older.

Who checks nearly the same text over and over, as an editor does, works out only what is new in it;
and however long that goes on, no more is kept than two texts need.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


class Lately(Generic[K, V]):
    """Answers by what they depend on; who asks changes nothing in them."""

    def __init__(self) -> None:
        self._now: dict[K, V] = {}
        self._before: dict[K, V] = {}

    def __len__(self) -> int:
        return len(self._now) + len(self._before)

    def turn(self) -> None:
        """Begin the next text: what the last one did not ask for is forgotten."""
        self._now, self._before = {}, self._now

    def get(self, key: K, make: Callable[[], V]) -> V:
        """Give the answer for a key, worked out where neither text has asked for it."""
        if key not in self._now:
            self._now[key] = self._before[key] if key in self._before else make()
            self._before.pop(key, None)
        return self._now[key]

    def missing(self, keys: Iterable[K]) -> list[K]:
        """Give those keys, each once, for which no answer is kept; the others are asked for now."""
        found = []
        for key in dict.fromkeys(keys):
            if key in self._before:
                # Else what is only looked up beforehand would be forgotten at every second text.
                self._now.setdefault(key, self._before.pop(key))
            elif key not in self._now:
                found.append(key)
        return found

    def take(self, answers: Mapping[K, V]) -> None:
        """Take in answers that were worked out together."""
        self._now.update(answers)
