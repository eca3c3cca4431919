"""What was worked out of a whole record, laid out so that a part of it can be taken up by itself.

Whoever asks one thing of a large record should not have to read all of it. What no question changes
is worked out once, kept under a name, and read back when it is looked at, row by row.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Protocol, TypeVar, overload

T = TypeVar("T")


class Laid(Protocol):
    """Gives what is laid out under a name, or works it out and lays it out."""

    def value(self, name: str, kind: type[T], make: Callable[[], T]) -> T:
        """Give something that is small beside the record, whole."""
        ...

    def rows(self, name: str, kind: type[T], make: Callable[[], Sequence[T]]) -> Sequence[T]:
        """Give rows, each of which is read when it is looked at."""
        ...

    def raw(self, name: str, make: Callable[[], bytes]) -> bytes:
        """Give bytes as they are."""
        ...


class Unlaid:
    """Lays nothing out: all is worked out where it is asked for."""

    def value(self, name: str, kind: type[T], make: Callable[[], T]) -> T:
        del name, kind
        return make()

    def rows(self, name: str, kind: type[T], make: Callable[[], Sequence[T]]) -> Sequence[T]:
        del name, kind
        return make()

    def raw(self, name: str, make: Callable[[], bytes]) -> bytes:
        del name
        return make()


UNLAID = Unlaid()


class Each(Sequence[T]):
    """Things in an order, each made when it is first looked at, and kept.

    Args:
        count: how many there are.
        make: gives one by its place.
    """

    def __init__(self, count: int, make: Callable[[int], T]) -> None:
        self._count, self._make = count, make
        self._made: dict[int, T] = {}

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> list[T]: ...
    def __getitem__(self, at: int | slice) -> T | list[T]:
        if isinstance(at, slice):
            return [self[one] for one in range(*at.indices(self._count))]
        found = self._made.get(at)
        if found is None:
            place = at + self._count if at < 0 else at
            if not 0 <= place < self._count:
                raise IndexError(at)
            found = self._made[at] = self._make(place)
        return found

    def __iter__(self) -> Iterator[T]:
        return map(self.__getitem__, range(self._count))


def joined(one: Sequence[T], other: Sequence[T]) -> Sequence[T]:
    """Give two sequences as one; nothing is looked at for that."""
    first = len(one)
    return Each(first + len(other), lambda at: one[at] if at < first else other[at - first])
