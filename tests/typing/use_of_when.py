"""How others use dates: what the type checkers must see."""

from __future__ import annotations

from datetime import date
from typing import assert_type

from onrecord.core.dates import When, by_time

charged = When.of("2024-04")
ninth = When.on(date(2024, 4, 9))

assert_type(charged.is_before(ninth), bool | None)
assert_type(charged.covers(date(2024, 4, 9)), bool | None)
assert_type(charged.may_be(ninth), bool)
assert_type(charged.first_date, date | None)
assert_type(sorted([charged, None, ninth], key=by_time), list[When | None])


def in_words(order: bool | None) -> str:
    """Not known has a name of its own."""
    return "not known" if order is None else "before" if order else "not before"


in_words(charged.is_before(ninth))
