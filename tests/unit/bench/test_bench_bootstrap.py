"""Figures from counts, and how far they could have come out otherwise."""

from __future__ import annotations

import pytest
from bench import bootstrap
from bench.rates import f1, mean_f1, only_f1, share


def _share(totals):
    return share("right", totals["right"], totals["asked"])


def test_documents_that_are_all_alike_leave_no_room() -> None:
    """Whatever is drawn, the share is the same."""
    made = bootstrap.measured([{"right": 1, "asked": 4}] * 20, _share)
    assert made.figures == {"right": 0.25}
    assert made.intervals == {"right": (0.25, 0.25)}


def test_an_interval_holds_its_figure_and_is_the_same_every_time() -> None:
    """100 documents, half of them right: the interval is some ten points to either side.

    The binomial's is 0.5 +- 1.96 * 0.05.
    """
    documents = [{"right": number % 2, "asked": 1} for number in range(100)]
    made = bootstrap.measured(documents, _share)
    low, high = made.intervals["right"]
    assert low == pytest.approx(0.40, abs=0.02)
    assert high == pytest.approx(0.60, abs=0.02)
    assert made == bootstrap.measured(documents, _share)


def test_one_document_has_figures_and_no_interval() -> None:
    """There is nothing to draw."""
    assert bootstrap.measured([{"right": 1, "asked": 2}], _share).intervals == {}


def test_a_count_that_a_document_lacks_is_nought() -> None:
    """Documents list what they have."""
    made = bootstrap.measured([{"right": 1, "asked": 1}, {"asked": 1}], _share)
    assert made.figures == {"right": 0.5}


def test_precision_recall_and_f1_by_hand() -> None:
    """Three right of four found and of six wanted."""
    assert f1("x", 3, 4, 6) == {"x precision": 0.75, "x recall": 0.5, "x F1": 0.6}
    assert mean_f1(0.75, 0.5) == pytest.approx(0.6)


def test_nothing_asked_is_not_nought() -> None:
    """Where nothing was wanted there is no recall; where nothing was found no precision."""
    assert f1("x", 0, 0, 0) == {}
    assert f1("x", 0, 2, 0) == {"x precision": 0, "x F1": 0}
    assert f1("x", 0, 0, 2) == {"x recall": 0, "x F1": 0}
    assert only_f1("x", 0, 0, 0) == share("x", 0, 0) == {}
