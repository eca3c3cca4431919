"""Whom the words beside a speaker tell: a lawyer's client, the body that spoke, who signs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from onrecord.core.dates import When

Reads = Callable[..., Any]

DENIED = """Two deny it

Ivo Farrow, for Pell, said she denied every part of the allegation. “No document passed,” he said.

Clara Rudd, for Tom Beck, took a different line. “He had papers,” she said.

Nora Seal, Lund's solicitor, said her client rejected every one of the allegations. Ms Lund and
Nora Pell were there, and so was Mr Tom Beck.

The Harbour Board has decided not to go on. It no longer maintains that she took the papers.
"""


def test_a_lawyers_she_is_the_client_and_the_lawyer_goes_on_speaking(read: Reads) -> None:
    """And who opens a paragraph speaks in it, and "It" is the body that spoke before."""
    found = read(DENIED)
    named = {found.content(s): found.name_of(s) for s in found.reading.statements}
    assert named["every part of the allegation"] in ("Pell", "Nora Pell")
    assert named["“No document passed,”"] == "Ivo Farrow"
    assert named["“He had papers,”"] == "Clara Rudd"
    assert named["every one of the allegations"] == "Lund"
    assert named["that she took the papers"] == "Harbour Board"


def test_clauses_that_go_on_with_that_are_one_content(read: Reads) -> None:
    """All that is alleged in one sentence is alleged."""
    words = (
        "The state will allege that Ms Pell gave Mr Beck the papers; that Mr Beck passed them to a"
        " person known as Person C; and that he received 700 marks from Person C. That person"
        " has not been charged."
    )
    found = read(words)
    contents = [found.content(s) for s in found.reading.statements if "allege" in found.cue(s)]
    assert any("he received 700 marks from Person C" in one for one in contents)


def test_the_i_of_a_quotation_is_nobody_who_spoke_before(read: Reads) -> None:
    """ "He" is whom the sentence before the quotation tells of, not whoever was quoted above."""
    words = (
        "Ivo Lund, once head of the choir, was blunt. “I am not that man and I never was,” he said."
        " He lost his post when his friend lost the vote.\n\nWhy was it dropped? Tomas Brandt, the"
        " chairman of the day, says that this is false. “I asked nobody for anything,” he said."
    )
    found = read(words)
    named = {found.content(s): found.name_of(s) for s in found.reading.statements}
    assert named["“I asked nobody for anything,”"] == "Tomas Brandt"
    assert named["“I am not that man and I never was,”"] == "Ivo Lund"


def test_a_spokesman_is_nobody_who_was_she(read: Reads) -> None:
    words = (
        "Perpetua Lind, for Osgood, was blunt. “He altered nobody’s record,” she said.\n\nThe"
        " guild’s insistence that its hands are clean came from Harl Wick. “The guild does not hold"
        " ledgers,” the spokesman said."
    )
    found = read(words)
    named = {found.content(s): found.name_of(s) for s in found.reading.statements}
    assert "Perpetua" not in named["“The guild does not hold ledgers,”"]


def test_a_list_with_letters_is_one_content(read: Reads) -> None:
    """Each of the matters is alleged, not the first alone."""
    words = (
        "It will be alleged that (a) the choir's fund was emptied in June; (b) Ms Pell emptied it"
        " or had it emptied; and (c) her conduct was dishonest. The hearing opens in May."
    )
    found = read(words)
    contents = [found.content(s) for s in found.reading.statements if "allege" in found.cue(s)]
    assert any("(a)" in one and one.endswith("her conduct was dishonest") for one in contents)


def test_who_told_it_is_whoever_who_means_and_each_day_is_of_its_own_saying(read: Reads) -> None:
    """One sentence: what was told in one year, and what is written in a dated letter."""
    words = (
        "In a letter dated 22 March, Ivo Pell, who told police in 2019 “I saw her give him the case"
        " at the pier”, writes: “I cannot now say that it was her.”"
    )
    found = read(words, When.of("2021-04-02"))
    said = {found.content(s): s for s in found.reading.statements}
    told, writes = (
        next(s for content, s in said.items() if part in content)
        for part in ("I saw her", "I cannot")
    )
    assert found.name_of(told) == found.name_of(writes) == "Ivo Pell"
    assert str(told.made) == "2019"
    assert str(writes.made) == "2021-03-22"
