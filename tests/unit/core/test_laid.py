"""Things in an order, each made when it is first looked at."""

from __future__ import annotations

import pytest

from onrecord.core.laid import UNLAID, Each, joined


def test_each_is_made_once_when_it_is_looked_at() -> None:
    made: list[int] = []

    def make(at: int) -> str:
        made.append(at)
        return "abcdef"[at]

    some = Each(6, make)
    assert (len(some), made) == (6, [])
    assert (some[4], some[-2], some[4], made) == ("e", "e", "e", [4, 4])
    assert some[1:3] == ["b", "c"]
    assert list(some) == list("abcdef")
    assert len(made) == 7


@pytest.mark.parametrize("place", [3, -4])
def test_there_is_none_beyond_the_ends(place: int) -> None:
    with pytest.raises(IndexError):
        _ = Each(3, str)[place]


def test_two_are_one_after_the_other() -> None:
    assert list(joined("ab", Each(2, str))) == ["a", "b", "0", "1"]


def test_what_is_not_laid_out_is_made_each_time() -> None:
    assert UNLAID.value("any", list[int], lambda: [1]) == [1]
    assert UNLAID.rows("any", int, lambda: [1, 2]) == [1, 2]
    assert UNLAID.raw("any", lambda: b"x") == b"x"
