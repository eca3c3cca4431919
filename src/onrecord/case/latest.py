"""Keeps what was worked out last in this process: it is not read anew for each question."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Latest(Generic[T]):
    """What was worked out for the key last asked for, and for no other: it may be much."""

    def __init__(self) -> None:
        self._kept: tuple[str, T] | None = None

    def of(self, key: str, make: Callable[[], T]) -> T:
        """Give what is kept under a key that names all it depends on, or make it and keep it.

        Whoever asks for it changes nothing in it.
        """
        if self._kept is None or self._kept[0] != key:
            self._kept = None  # the older goes before the newer comes
            self._kept = key, make()
        return self._kept[1]

    def has(self, key: str) -> bool:
        """Say whether what is kept is kept under this key."""
        return self._kept is not None and self._kept[0] == key
