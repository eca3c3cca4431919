"""What people put on rows without changing any other: their grades, and that they confirmed them.

Nothing is worked out from these marks, so what was worked out is kept without regard to them, and
they are laid over what is given out: whoever confirms a statement waits for nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeVar, cast, get_args, get_type_hints

from onrecord.core.grading import Grade
from onrecord.core.said import ReplyRow, StatementRow

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks in force as of a moment: grades by row, and the rows that somebody confirmed."""

    grades: Mapping[str, tuple[Grade, ...]]
    confirmed: Collection[str]

    def on(self, rows: Iterable[T]) -> list[T]:
        """Give rows with the marks that their statements and replies have as of this moment."""
        put = cast(Callable[[T], T], self._put)
        return [put(row) for row in rows]

    def _put(self, row: Any) -> Any:
        if isinstance(row, StatementRow):
            grades, confirmed = self.grades.get(row.id, ()), row.id in self.confirmed
            if row.grades == grades and row.confirmed is confirmed:
                return row
            return replace(row, grades=grades, confirmed=confirmed)
        if isinstance(row, ReplyRow):
            grades = self.grades.get(row.id, ())
            return row if row.grades == grades else replace(row, grades=grades)
        if isinstance(row, tuple):
            return _as_it_was(row, tuple(map(self._put, row)))
        marked = {}
        for name in _holding(cast(type, type(row))) if is_dataclass(row) else ():
            held = getattr(row, name)
            put = self._put(held)
            if put is not held:
                marked[name] = put
        return replace(cast(Any, row), **marked) if marked else row


def _as_it_was(row: tuple[Any, ...], put: tuple[Any, ...]) -> tuple[Any, ...]:
    same = all(one is other for one, other in zip(row, put, strict=True))
    return row if same else put


@cache
def _holding(kind: type) -> tuple[str, ...]:
    """Name the fields of a row in which a statement or a reply can stand, however deep."""
    hints = get_type_hints(kind)
    return tuple(one.name for one in fields(kind) if _can_hold(hints[one.name]))


def _can_hold(hint: Any) -> bool:
    if hint in (StatementRow, ReplyRow):
        return True
    if isinstance(hint, type) and is_dataclass(hint):
        return bool(_holding(hint))
    return any(map(_can_hold, get_args(hint)))
