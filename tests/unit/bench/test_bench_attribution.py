"""Who said what, counted paragraph by paragraph, and how sure the reader was."""

from __future__ import annotations

import pytest
from bench.rates import Counts
from bench.tasks import attribution
from reading_by_hand import Made

TEXT = "Vale said it rained. “Yes,” she said.\n\n“No. Not at all.”\nOrde agreed."


def _row(made: Made, source: list[str], cue: list[str], content: list[str]):
    roles = zip(attribution.ROLES, (source, cue, content), strict=True)
    return {role: [tuple(made.at(one)) for one in words] for role, words in roles}


def test_a_paragraph_is_a_unit_and_only_the_same_piece_is_right() -> None:
    """Gold: two cues, three pieces of content, one of which runs over two paragraphs.

    Found: the first cue; the first content with a word less; the quotation of the last but one
    paragraph, which the gold has as the second half of a piece that a paragraph's end cuts.
    """
    made = Made(TEXT)
    run_on = [made.at("“Yes,”"), (made.at("she said.").start, made.at("“No. Not at all.”").end)]
    gold = [
        _row(made, ["Vale"], ["said"], ["it rained"]),
        {"source": [], "cue": [tuple(made.at("agreed"))], "content": run_on},
    ]
    found = [
        _row(made, ["Vale"], ["said"], ["rained"]),
        _row(made, ["Vale"], ["said"], ["“No. Not at all.”"]),
    ]
    assert attribution.per_paragraph(TEXT, gold, found) == {
        "unit source gold": 1,
        "unit source pred": 1,
        "unit source exact": 1,
        "unit cue gold": 2,
        "unit cue pred": 1,
        "unit cue exact": 1,
        "unit content gold": 4,
        "unit content pred": 2,
        "unit content exact": 1,
    }


def test_only_outermost_statements_are_given_with_their_sureness() -> None:
    """A reader that gives no sureness leaves the key out."""
    made = Made("Ann Vale said Orde denied it.")
    outer = made.said(made.voice("Ann Vale"), ["said"], ["Orde denied it"], sureness=0.8)
    made.said(made.voice("Orde"), ["denied"], ["it"], parent=outer)
    assert attribution.attributions(made.reading) == [
        {"source": [[0, 8]], "cue": [[9, 13]], "content": [[14, 28]], "sureness": 0.8}
    ]
    silent = Made("Vale said so.")
    silent.said(silent.voice("Vale"), ["said"], ["so"])
    assert "sureness" not in attribution.attributions(silent.reading)[0]


def _figures(bins: Counts) -> dict[str, float]:
    nothing = {f"{role} {name}": 0 for role in attribution.ROLES
               for name in ("exact", "pred", "gold")}  # fmt: skip
    units = {f"unit {name}": 0 for name in nothing}
    return attribution.figures(
        {"found": 0, "who": 0, "pred": 0, "gold": 0} | nothing | units | bins
    )


def test_the_calibration_error_by_hand() -> None:
    """Two statements at 0.9, one right: off by 0.4. Two at 0.3, none right: off by 0.3.

    Half the statements each: 0.35.
    """
    bins = attribution.bins([0.9, 0.9, 0.3, 0.3], {0})
    assert bins == {
        "bin 9": 2,
        "sure 9": 1.8,
        "right 9": 1,
        "bin 3": 2,
        "sure 3": 0.6,
        "right 3": 0,
    }
    assert _figures(bins) == {"expected calibration error": pytest.approx(0.35)}
    assert attribution.calibration(bins)[2:] == [
        "| 0.3 to 0.4 | 2 | 0.30 | 0.00 |",
        "| 0.9 to 1.0 | 2 | 0.90 | 0.50 |",
    ]


def test_full_sureness_falls_into_the_last_bin() -> None:
    """1 is no eleventh bin."""
    assert attribution.bins([1.0], {0}) == {"bin 9": 1, "sure 9": 1.0, "right 9": 1}


def test_a_reader_that_is_not_sure_has_no_calibration() -> None:
    """Neither figure nor table."""
    assert attribution.bins([0.5, None], set()) == {}
    assert attribution.calibration({}) == []
    assert _figures({}) == {}
