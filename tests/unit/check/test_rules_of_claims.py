"""Rules that ask what the record has of the same thing: what is found, and what is not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from onrecord.case import Case
from onrecord.core.drafts import Checked, Severity
from onrecord.intake import Told
from onrecord.reader import load

Check = Callable[..., Checked]
OF_CLAIMS = ("OR1", "OR5", "OR7", "OR302")


def found(result: Checked) -> dict[str, Severity]:
    return {one.code: one.severity for one in result.findings}


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        ("Ida Morrow gave 31 or more sealed permits to Tom Pell.", "OR101"),
        ("Aides had told the harbour master to burn the ledger.", "OR101"),
        # In words that are little like those of the record, and what is only denied there.
        ("Tom Pell got the permits from Morrow.", "OR101"),
        # What is only added of somebody.
        ("Tom Pell, to whom Ida Morrow gave 31 or more sealed permits, was there.", "OR101"),
        ("The boat, in which a shipper carried the permits to the island, was sold.", "OR103"),
        ("That shipper was Piers Loomis.", "OR102"),
        ("Piers Loomis’s identification divided the island.", "OR102"),
        ("The charging notice said that a shipper carried the permits to the island.", "OR103"),
        ("A shipper carried the permits to the island.", "OR103"),
        ("Tom Pell, a former mayor, was at the hearing.", "OR302"),
        ("Clara Voss, the harbour secretary, said that it was late.", "OR301"),
        ("Una Hale said that officers had told her what to write.", "OR501"),
        ("Tom Pell said that the safe had been opened in March by the night porter.", "OR701"),
        (
            "Several people with knowledge of it said that the safe had been opened in March by the"
            " night porter.",
            "OR702",
        ),
        (
            "A former clerk said that aides had told the harbour master to burn the ledger.",
            "OR703",
        ),
        ("Jan Oke will give evidence when the trial opens.", "OR601"),
        ("Ida Morrow plays the cello in a quartet on Thursdays.", "OR704"),
    ],
)
def test_what_the_record_has_otherwise_is_found_with_its_words(
    check: Check, draft: str, code: str
) -> None:
    result = check(draft)
    assert code in found(result)
    for one in result.findings:
        if one.code == code and code != "OR704":
            assert one.rests_on
            assert all(held.attributed() for held in one.rests_on)


@pytest.mark.parametrize(
    "draft",
    [
        "Prosecutors alleged that Ida Morrow gave at least 31 sealed permits to Tom Pell. She has"
        " told the truth, her lawyer said; she denies it.",
        "Ida Morrow is accused of giving at least 31 sealed permits to Tom Pell.",
        "That shipper is understood to be Piers Loomis.",
        "Tom Pell, to whom prosecutors allege that Ida Morrow gave the permits, was there.",
        "The boat, in which a shipper may have carried the permits to the island, was sold.",
        "The shed, in which he kept his oars, was sold.",
        "The charging notice said that a shipper was suspected of having carried the permits.",
        "Hugh Pell, a former mayor, was at the hearing.",
        "Clara Voss, then harbour secretary, said that it was late.",
        "Una Hale said that officers had told her what to write; the police deny that.",
        "Ruth Amis said that the safe had been opened in March by the night porter.",
        "The permits were kept in 14 locked drawers.",
        "Did Ida Morrow give sealed permits to Tom Pell?",
        "Tom Pell hauls freight.",
        "The permits were returned.",
        "Ida Morrow has maintained her innocence from the first day.",
        "THE STATE v (1) IDA MORROW (2) TOM PELL",
    ],
)
def test_what_is_told_fairly_is_no_fault(check: Check, draft: str) -> None:
    result = check(draft)
    wrong = [
        one
        for one in result.findings
        if one.code.startswith(OF_CLAIMS) and one.severity is not Severity.INFORMATION
    ]
    assert wrong == []


def test_a_headline_is_looked_at_like_a_sentence(check: Check) -> None:
    result = check(
        "<html><body><article><h1>Ida Morrow gave sealed permits to Tom Pell</h1><p>It was late"
        " when the boats came in, and nobody was on the quay.</p></article></body></html>",
        name="story.html",
    )
    assert found(result).get("OR101") is Severity.FAULT


def test_somebody_who_was_asked_and_is_not_heard_is_told_of(check: Check) -> None:
    draft = "The Ostrey Gazette has reported that the shipper is understood to be Piers Loomis."
    assert "OR502" in found(check(draft))
    asked = draft + " Piers Loomis did not respond to a request for comment."
    assert not {"OR502", "OR503"} & set(found(check(asked)))


def test_who_answered_and_is_said_to_have_been_silent_is_told_of(check: Check) -> None:
    """OR503, with the answer on record; whoever did not answer is rightly said to be silent."""
    result = check("Vera Brandt did not respond to a request for comment.")
    by_code = {one.code: one for one in result.findings}
    assert "OR503" in by_code
    assert "Vera Brandt" in by_code["OR503"].rests_on[0].attributed()
    silent = check("Piers Loomis did not respond to a request for comment.")
    assert "OR503" not in found(silent)


def test_who_was_never_asked_is_told_of_as_information(check: Check) -> None:
    """OR504: of whoever something is alleged, and who neither speaks nor was asked."""
    draft = "A clerk said that Nils Farrer had sold the keys of the gate to a shipper."
    assert found(check(draft)).get("OR504") is Severity.INFORMATION
    heard = check(f"{draft} Nils Farrer said that it was late.")
    assert "OR504" not in found(heard)


def test_the_fact_sheet_has_the_nearest_rows_of_the_record(check: Check) -> None:
    draft = "Ruth Amis said that the safe had been opened in March by the night porter."
    (row,) = check(draft).sentences
    assert any("safe had been opened" in held.words for held in row.support)
    assert all("Ruth Amis" in held.attributed() for held in row.support[:1])


def test_who_denied_and_then_granted_it_denies_it_no_longer(tmp_path: Path) -> None:
    """OR501 asks for a denial that stands; the earlier one is history."""
    told = {
        "2023-03-01": "“No log has left the yard,” Nell Ashby, the Pilots Board’s spokeswoman,"
        " said.",
        "2023-08-01": "“We accept that logs have left the yard,” Nell Ashby, the Pilots Board’s"
        " spokeswoman, said.",
    }  # fmt: skip
    with Case.create(tmp_path / "case", clock=lambda: datetime(2024, 6, 1, tzinfo=UTC)) as case:
        found = []
        for day, words in told.items():
            file = tmp_path / f"{day}.txt"
            file.write_text(f"Pilots Board\n\n{words}\n", encoding="utf-8")
            case.add([file], reader=load("trained"), told=Told(published=day, retrieved=day))
            desk, draft = case.desk(load("trained")), tmp_path / "draft.txt"
            draft.write_text("Una Hale found that logs of the Pilots Board had left the yard.")
            found.append("OR501" in {one.code for one in desk.hold_file(draft).findings})
    assert found == [True, False]
