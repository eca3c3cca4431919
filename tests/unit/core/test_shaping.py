"""A class shaped later is what the standard library would have made of it."""

from __future__ import annotations

import copy
import dataclasses
import inspect
import pickle
from dataclasses import field
from typing import Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.shaping import dataclass


class _Boat:
    name: str
    crew: int = 4
    marks: tuple[str, ...] = field(default=(), compare=False)
    heats: list[int] = field(default_factory=list, repr=False)
    rows: ClassVar[int] = 8


class _Strict:
    length: int

    def __post_init__(self) -> None:
        if self.length < 0:
            raise ValueError("no boat is shorter than nothing")


HOW = [
    {"frozen": frozen, "slots": slots, "kw_only": kw_only, "eq": eq}
    for frozen in (False, True)
    for slots in (False, True)
    for kw_only in (False, True)
    for eq in (False, True)
]


def _both(like: type, how: dict[str, bool]) -> tuple[Any, Any]:
    def again() -> type:
        space = {
            name: copy.copy(value)
            for name, value in vars(like).items()
            if name not in ("__dict__", "__weakref__")
        }
        return type(like.__name__, (), space)

    return dataclass(**how)(again()), dataclasses.dataclass(**how)(again())


@pytest.mark.parametrize("how", HOW, ids=str)
def test_it_is_made_shown_compared_and_frozen_as_the_standard_one(how: dict[str, bool]) -> None:
    """Same arguments, same words, same equality and hash, same refusal to be changed."""
    ours, standard = _both(_Boat, how)
    assert inspect.signature(ours) == inspect.signature(standard)
    assert [one.name for one in dataclasses.fields(ours)] == ["name", "crew", "marks", "heats"]
    assert repr(ours.__dataclass_params__) == repr(standard.__dataclass_params__)
    assert ours.__match_args__ == standard.__match_args__
    one, other, third = ours(name="Ebb"), ours(name="Ebb", marks=("a",)), ours(name="Flow")
    like, alike, unlike = (
        standard(name="Ebb"), standard(name="Ebb", marks=("a",)), standard(name="Flow"),
    )  # fmt: skip
    assert repr(one) == repr(like)
    assert (one == other, one == third) == (like == alike, like == unlike)
    assert one != like
    assert (ours.__hash__ is None) == (standard.__hash__ is None)
    for made in (one, like):
        if how["frozen"]:
            with pytest.raises(dataclasses.FrozenInstanceError):
                made.crew = 5
            with pytest.raises(dataclasses.FrozenInstanceError):
                del made.crew
        else:
            made.crew = 5
        assert dataclasses.replace(made, name="Neap").name == "Neap"
        with pytest.raises((TypeError, AttributeError)):
            type(made)("Ebb", 4, (), [], "too many")
        assert hasattr(made, "__dict__") != how["slots"]


@pytest.mark.parametrize("how", HOW, ids=str)
def test_what_looks_after_it_was_made_is_called(how: dict[str, bool]) -> None:
    """A class that checks itself does so."""
    ours, _ = _both(_Strict, how)
    assert ours(length=3).length == 3
    with pytest.raises(ValueError, match="shorter"):
        ours(length=-1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heat:
    number: int
    lanes: tuple[str, ...] = ()


@given(st.integers(), st.lists(st.text()).map(tuple))
def test_equal_ones_have_one_hash_and_travel(number: int, lanes: tuple[str, ...]) -> None:
    """They can be kept in sets, copied and sent to another process."""
    one = Heat(number=number, lanes=lanes)
    assert hash(one) == hash(Heat(number=number, lanes=lanes))
    assert {one, copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one))} == {one}


def test_what_has_functions_of_its_own_or_inherits_fields_is_the_standard_one() -> None:
    """Nothing of its own is written over, and fields are inherited as ever."""

    @dataclass(frozen=True)
    class Named:
        name: str

        def __repr__(self) -> str:
            return f"<{self.name}>"

    @dataclass(frozen=True)
    class Long(Named):
        length: int = 8

    assert repr(Named("Ebb")) == "<Ebb>"
    assert Long("Ebb", 9) != Long("Ebb")
    assert [one.name for one in dataclasses.fields(Long)] == ["name", "length"]
    with pytest.raises(dataclasses.FrozenInstanceError):
        Long("Ebb").length = 3  # type: ignore[misc]
