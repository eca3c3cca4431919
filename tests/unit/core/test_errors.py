"""Errors that tell a person what to do next, and a script what happened."""

from __future__ import annotations

import pickle
from collections.abc import Iterator

import pytest

from onrecord.core import errors
from onrecord.core.errors import OnrecordError

EXAMPLES = [
    errors.OnrecordError("it broke", where="here", help="mend it"),
    errors.WrongUse("two dates given", where="--as-of", help="give one"),
    errors.UnreadableDate("the ides", where="letter-2:118-126"),
    errors.NoCase("/cases/quay"),
    errors.NoSuchRow("nothing is called sta_1", where="quay", help="see 'onrecord statements'"),
    errors.Refused("too-big", "larger than 100 MB", where="a.pdf", help="split it"),
    errors.Unwritable("the disk is full", where="quay", help="make room"),
    errors.Busy("another process is writing", where="quay", help="wait for it"),
    errors.Damaged("the chain is broken", where="batch 3", help="onrecord verify"),
    errors.TooNew("made by a newer onrecord", where="quay", help="upgrade"),
]


def family(kind: type[OnrecordError]) -> Iterator[type[OnrecordError]]:
    yield kind
    for child in kind.__subclasses__():
        yield from family(child)


def test_every_kind_of_error_has_an_example_here() -> None:
    """A new kind is tried like the others."""
    ours = {kind for kind in family(OnrecordError) if kind.__module__ == errors.__name__}
    assert {type(error) for error in EXAMPLES} == ours


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
def test_an_error_says_where_what_and_what_would_help(error: OnrecordError) -> None:
    """One line: place, fault, advice, in that order."""
    line = str(error)
    assert "\n" not in line
    assert line == f"{error.where}: {error.what}; {error.help}"


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
def test_an_error_survives_the_way_to_another_process(error: OnrecordError) -> None:
    """A worker's error arrives as itself, with all it had to say."""
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert str(again) == str(error)
    assert vars(again) == vars(error)


def test_exit_codes_tell_scripts_what_happened() -> None:
    """1 something was found or refused, 2 wrong use, 3 the case is damaged or not ours to read."""
    codes = {type(error).__name__: error.exit_code for error in EXAMPLES}
    assert codes == {
        "OnrecordError": 1,
        "WrongUse": 2,
        "UnreadableDate": 2,
        "NoCase": 2,
        "NoSuchRow": 2,
        "Refused": 1,
        "Unwritable": 1,
        "Busy": 1,
        "Damaged": 3,
        "TooNew": 3,
    }


def test_a_refusal_has_a_word_for_scripts_and_a_reason_for_people() -> None:
    """The code is stable; the reason may be put better."""
    refusal = errors.Refused("no-text", "the pages are pictures", where="scan.pdf")
    assert (refusal.code, str(refusal)) == ("no-text", "scan.pdf: the pages are pictures")


def test_a_fault_without_place_or_advice_is_just_the_fault() -> None:
    """No stray punctuation."""
    assert str(OnrecordError("it broke")) == "it broke"
