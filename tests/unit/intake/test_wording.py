"""Lines that say by themselves what they are, and lines that only look so."""

from __future__ import annotations

import pytest

from onrecord.intake import wording


@pytest.mark.parametrize(
    "line",
    [
        "skip past newsletter promotion",
        "Sign up to our Morning Tide newsletter",
        "Read more",
        "Read more: Clerk resigns over letters",
        "Read the full story »",
        "Related articles",
        "3 hours ago 5",
        "an hour ago",
        "12 comments",
        "Share on Facebook",
        "Share 12 Tweet 5 Email",
        "5 min read",
        "News | Sport | | |",
        "Tags: harbour, inquiry",
        "We use cookies to improve your visit.",
        "Accept all cookies",
        "Already a subscriber? Log in",
        "© 2024 Coastal Wire. All rights reserved.",
        "Advertisement",
        "This message is confidential. If you are not the intended recipient please delete it.",
    ],
)
def test_furniture_is_known_by_its_wording(line: str) -> None:
    """A whole line of promotion, counting, sharing or notice is not the article's."""
    assert wording.is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "The newsletter was withdrawn on Monday.",
        "Share prices fell after the board met.",
        "Three hours ago the clerk resigned, her lawyer said.",
        "Read more than one letter and you see the pattern.",
        "We use cookies as bait, the trapper said, though he denied it." * 5,
        "The committee likes to share the credit.",
        "Email traffic between the two stopped in May.",
        "Related offences were not charged.",
    ],
)
def test_prose_is_left_alone(line: str) -> None:
    """A sentence that starts like furniture is still a sentence."""
    assert not wording.is_furniture(line)


def test_bylines_are_names_and_not_deadlines() -> None:
    """A line that begins "By Friday the board must answer" names nobody."""
    assert wording.is_byline("By Ottoline Marsh and Ivo Lund, Political editor")
    assert not wording.is_byline("By Friday the board must answer.")
    assert wording.byline_name("By Ottoline Marsh") == "Ottoline Marsh"


def test_datelines_are_days_alone_or_with_a_place() -> None:
    """A date within a sentence is not the document's."""
    for line in ("5 March 2024", "Tue 5 Mar 2024 10.30 GMT", "For immediate release: 7 May 2022"):
        assert wording.is_dateline(line)
    assert not wording.is_dateline("5 March 2024 was the day the clerk resigned")


def test_a_credit_closes_a_caption() -> None:
    """The offset is where the credit starts; a sentence about a photograph has none."""
    line = "The quay in May. Photograph: Ivo Lund/Coastal Wire"
    assert wording.credit_in(line) == line.index("Photograph")
    assert wording.credit_in("The quay. Ivo Lund/Reuters") == 10
    assert (
        wording.credit_in("She kept the photograph: it proved nothing to anyone who saw it") is None
    )


@pytest.mark.parametrize(
    "pump", ["By A ", "Photo: A/", "share 1k, | ", "| ", "a", "1 ", "sign up "]
)
def test_a_line_made_to_keep_a_pattern_busy_is_answered(pump: str) -> None:
    """However long a line is, no pattern sees more of it than a line of print."""
    line = pump * 100_000
    assert not wording.is_furniture(line)
    assert not wording.is_byline(line)
    assert not wording.is_dateline(line)
    assert wording.credit_in(line) is None
    wording.credit_in(line[:1000])
