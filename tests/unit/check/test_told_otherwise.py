"""What a draft has otherwise than the record where hardly a word of the two is the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime

import pytest

from onrecord.case import Case
from onrecord.core.dates import When
from onrecord.core.drafts import Checked, Severity
from onrecord.core.vocabulary import AsOf, Document
from onrecord.intake import Told, read_bytes
from onrecord.reader import load

COURIER = """Karsk Courier

A man whom the inspectors call Person K carried the fare boxes out of the tram depot, the Transit
Inspectorate alleged in a notice on Wednesday. It said that Bo Ritter had handed him at least 14
fare boxes.

"The boxes were as light as hats," said Oda Ferrand, who keeps the night book. She doubts that the
book is the original.

"Nobody counts on a Sunday," she said.

Marius Holt, the traffic manager of the depot, declined to comment.

A seal on the counting room was found to be broken on 26 January 2024, the inspectorate said.

The depot serves 21,000 passengers, said Ilva Nord, its acting director.
"""

FLASH = """Karsk Flash

The Flash lifts the lid on the shadowy Person K. He is Edvin Sorel, 44, who keeps a barber's shop on
Bridge Street.

"The boxes were as heavy as hats," said Oda Ferrand.
"""

ECHO = """Lower Karsk Echo

"The boxes were as light as hats," Oda Ferrand told the Echo.

Marius Holt, the head of timetables, was asked about the seal and said nothing.
"""

CLOSED = """Karsk Courier

The Transit Inspectorate closed its inquiry on Friday. It has withdrawn the notice against Bo
Ritter. "I carried nothing and handed nothing to anybody," Bo Ritter said.

"My client is not Person K," said Lene Abel, the lawyer of Edvin Sorel.

Bram Lund, a porter at the depot until May, wrote to the inspectors: "I can no longer swear that
the man had a key."

Marius Holt has been head of timetables since 1 March 2024. Signe Dahl, who took over as traffic
manager in March, would not discuss it.
"""

HEARD = """Hearing before the Transport Chamber, 12 March 2024

MS ABEL: The book is a copy. A book that is written in one hand is not kept at night.

MR VEIT: I have read the book. It is kept in two hands. A depot that cannot count is not a depot.
"""

Hold = Callable[[str], Checked]


@pytest.fixture(scope="module")
def hold(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hold]:
    """Hold a draft of 20 March 2024 against a case of five documents."""
    folder = tmp_path_factory.mktemp("karsk")
    told = {
        "courier": (COURIER, "2024-02-01", "Karsk Courier"),
        "flash": (FLASH, "2024-02-04", "Karsk Flash"),
        "echo": (ECHO, "2024-03-05", "Lower Karsk Echo"),
        "closed": (CLOSED, "2024-03-10", "Karsk Courier"),
        "heard": (HEARD, "2024-03-12", "Transport Chamber"),
    }
    with Case.create(folder / "case", clock=lambda: datetime(2024, 6, 1, tzinfo=UTC)) as case:
        for name, (words, day, outlet) in told.items():
            (folder / f"{name}.txt").write_text(words, encoding="utf-8")
            case.add(
                [folder / f"{name}.txt"],
                reader=load("trained"),
                told=Told(published=day, retrieved=day, outlet=outlet),
            )
        desk = case.desk(load("trained"), AsOf(valid=When.of("2024-03-20")))
        yield lambda words: desk.hold(_draft(words))


def _draft(words: str) -> Document:
    told = Told(published="2024-03-20", language="en")
    made = read_bytes("story.txt", words.encode(), told=told, today=date(2024, 3, 20))
    return made[0]


def faults(checked: Checked) -> set[str]:
    return {one.code for one in checked.findings if one.severity is not Severity.INFORMATION}


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        # Who somebody is: told of whom the record has it only claimed, and denied.
        ("Person K is Edvin Sorel, who keeps a barber’s shop.", "OR102"),
        ("Edvin Sorel was Person K.", "OR102"),
        ("Person K, Edvin Sorel, has never been heard.", "OR102"),
        # Whose words they are: named with more than the name, by a pronoun there, in a hearing.
        ("“Nobody counts on a Sunday,” said Marius Holt, the traffic manager.", "OR204"),
        ("“A book that is written in one hand is not kept at night,” said Marius Holt.", "OR204"),
        # In which words: as fewer sources have them.
        ("“The boxes were as heavy as hats,” Oda Ferrand said.", "OR201"),
        # A post that was left for another by then, or not yet held.
        ("Marius Holt, the traffic manager of the depot, was there.", "OR301"),
        ("Signe Dahl, who as traffic manager saw the seal in January 2024, was there.", "OR301"),
        ("Ilva Nord, the director of the depot, was there.", "OR301"),
        # What is told as going on, of what was stopped in words of no court.
        ("Inspectors are still looking into the fare boxes.", "OR601"),
        ("Bo Ritter stands accused of handing over fare boxes.", "OR601"),
        # A day that the record gives otherwise, of something that is no step of a case.
        ("The broken seal on the counting room was found on 29 January 2024.", "OR403"),
        # Numbers in a clause that is told by the way, and a bound that is dropped.
        ("The depot, which serves 12,000 passengers, was closed on Monday.", "OR401"),
        ("The notice spoke of 14 fare boxes.", "OR402"),
        # What somebody only doubts.
        ("Oda Ferrand says that the book is a copy.", "OR103"),
        ("Bram Lund wrote to the inspectors that the man did not have a key.", "OR103"),
    ],
)
def test_it_is_found(hold: Hold, draft: str, code: str) -> None:
    checked = hold(draft)
    assert code in faults(checked)
    assert all(one.rests_on for one in checked.findings if one.code == code)


@pytest.mark.parametrize(
    "draft",
    [
        "The Flash has named Edvin Sorel as Person K; his lawyer says he is not Person K.",
        "“Nobody counts on a Sunday,” said Oda Ferrand, who keeps the night book.",
        "“A book that is written in one hand is not kept at night,” Lene Abel told the chamber.",
        "“The boxes were as light as hats,” Oda Ferrand said.",
        "Marius Holt, who was traffic manager then, declined to comment in February.",
        "Marius Holt, the head of timetables, was there.",
        "The inspectors have closed their inquiry.",
        "The broken seal on the counting room was found on 26 January 2024.",
        "The depot, which serves 21,000 passengers, was closed on Monday.",
        "The notice spoke of at least 14 fare boxes.",
        "Oda Ferrand doubts that the book is the original.",
        "Bram Lund wrote that he could no longer swear that the man had a key.",
        "Ilva Nord, the acting director of the depot, was there.",
        "Nobody is still under investigation, the inspectors said.",
    ],
)
def test_what_the_record_has_so_is_no_fault(hold: Hold, draft: str) -> None:
    assert not faults(hold(draft)) - {"OR704"}


@pytest.mark.parametrize(
    ("draft", "whose"),
    [
        ("Edvin Sorel carried the fare boxes out of the tram depot.", "Inspectorate"),
        ("Person K is Edvin Sorel.", "Karsk Flash"),
        ("Person K, Edvin Sorel, has never been heard.", "Karsk Flash"),
    ],
)
def test_a_fair_wording_of_who_somebody_is_says_whose_it_is(
    hold: Hold, draft: str, whose: str
) -> None:
    found = [one for one in hold(draft).findings if one.code == "OR102"]
    assert found
    assert all(whose in one.wording for one in found)
    assert all(held.at is not None for one in found for held in one.rests_on)
