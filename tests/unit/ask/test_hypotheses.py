"""Competing hypotheses: what speaks against each, what tells them apart, which row decides."""

from __future__ import annotations

from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from onrecord import ask
from onrecord.core.deciding import hypothesis_of
from onrecord.core.grading import Fit
from onrecord.core.hypotheses import Matrix
from onrecord.core.identity import RowId
from onrecord.core.judged import JudgementRow
from onrecord.core.vocabulary import Verb

IDS = [RowId(f"jdg_{number}") for number in range(3)]
H = [hypothesis_of(one) for one in IDS]
_numbers = count(100)


def supposed(number: int) -> JudgementRow:
    return JudgementRow(
        id=IDS[number], verb=Verb.SUPPOSE, about=(), now=(), value=f"supposition {number}",
        by="ed", because="somebody might", known="2026-05-01",
    )  # fmt: skip


def rated(hypothesis: str, row: str, fit: Fit, by: str = "ed") -> JudgementRow:
    return JudgementRow(
        id=RowId(f"jdg_{next(_numbers)}"), verb=Verb.RATE, about=(hypothesis, row),
        now=(hypothesis, row), value=fit.value, by=by, because="so it reads", known="2026-05-02",
    )  # fmt: skip


SUPPOSED = [supposed(0), supposed(1), supposed(2)]


def points(matrix: Matrix, by: str) -> list[int]:
    return [score.points for score in matrix.scores if score.by == by]


def test_least_contradicted_stands_first_whatever_speaks_for_the_others() -> None:
    """Ten rows that fit a hypothesis weigh nothing against one that does not."""
    told = [rated(H[0], f"sta_{n}", Fit.VERY_CONSISTENT) for n in range(10)]
    told += [rated(H[0], "sta_x", Fit.VERY_INCONSISTENT), rated(H[1], "sta_x", Fit.NEUTRAL),
             rated(H[2], "sta_x", Fit.INCONSISTENT)]  # fmt: skip
    matrix = ask.matrix([*SUPPOSED, *told], {})
    assert points(matrix, "ed") == [2, 0, 1]
    assert matrix.order["ed"] == (("H2",), ("H3",), ("H1",))


def test_a_row_that_fits_all_alike_tells_nothing() -> None:
    """Diagnosticity is how far apart a row puts the hypotheses; not applicable has no place."""
    told = [rated(one, "sta_1", Fit.CONSISTENT) for one in H]
    told += [rated(H[0], "sta_2", Fit.VERY_CONSISTENT), rated(H[1], "sta_2", Fit.INCONSISTENT)]
    told += [rated(H[0], "sta_3", Fit.CONSISTENT), rated(H[1], "sta_3", Fit.NOT_APPLICABLE)]
    rows = {row.id: row for row in ask.matrix([*SUPPOSED, *told], {}).evidence}
    assert rows["sta_1"].diagnosticity == {"ed": 0}
    assert rows["sta_2"].diagnosticity == {"ed": 3}
    assert rows["sta_3"].diagnosticity == {}


def test_the_row_that_matters_most_is_the_one_without_which_the_order_turns() -> None:
    """A row that only widens a lead matters less than the one that makes it."""
    told = [
        rated(H[0], "sta_1", Fit.INCONSISTENT), rated(H[1], "sta_2", Fit.VERY_INCONSISTENT),
        rated(H[2], "sta_3", Fit.VERY_INCONSISTENT), rated(H[2], "sta_4", Fit.VERY_INCONSISTENT),
    ]  # fmt: skip
    matrix = ask.matrix([*SUPPOSED, *told], {})
    assert matrix.order["ed"] == (("H1",), ("H2",), ("H3",))
    assert matrix.matters["ed"] == "sta_2"
    alone = ask.matrix([*SUPPOSED, rated(H[0], "sta_1", Fit.CONSISTENT)], {})
    assert alone.matters == {}


def test_two_persons_stand_side_by_side() -> None:
    """Neither's ratings touch the other's; the latest of one person on one cell stands."""
    told = [
        rated(H[0], "sta_1", Fit.INCONSISTENT), rated(H[0], "sta_1", Fit.VERY_INCONSISTENT, "ida"),
        rated(H[0], "sta_1", Fit.CONSISTENT),
    ]  # fmt: skip
    matrix = ask.matrix([*SUPPOSED, *told], {})
    assert matrix.people == ("ed", "ida")
    assert (points(matrix, "ed"), points(matrix, "ida")) == ([0, 0, 0], [2, 0, 0])
    assert [rating.fit for rating in matrix.evidence[0].ratings] == [
        Fit.CONSISTENT, Fit.VERY_INCONSISTENT
    ]  # fmt: skip


ratings = st.lists(
    st.tuples(st.sampled_from(H), st.integers(0, 4), st.sampled_from(Fit)), max_size=25
)


@given(ratings)
def test_what_a_row_decides_is_what_its_removal_changes(told: list[tuple[str, int, Fit]]) -> None:
    """Taking out a row that decides nothing leaves the order; one that decides changes it."""
    given_rows = [rated(h, f"sta_{number}", fit) for h, number, fit in told]
    matrix = ask.matrix([*SUPPOSED, *given_rows], {})
    for row in matrix.evidence:
        without = [one for one in given_rows if one.about[1] != row.id]
        # One rating that counts nothing keeps the person in the matrix.
        kept = [*without, rated(H[0], "sta_none", Fit.NEUTRAL)]
        order = ask.matrix([*SUPPOSED, *kept], {}).order["ed"]
        assert (order != matrix.order["ed"]) == bool(row.decides["ed"])
    deciding = [row.decides["ed"] for row in matrix.evidence if row.decides["ed"]]
    if deciding:
        found = next(row for row in matrix.evidence if row.id == matrix.matters["ed"])
        assert found.decides["ed"] == max(deciding)
    else:
        assert "ed" not in matrix.matters


@given(ratings)
def test_whoever_is_not_on_record_is_not_in_the_matrix(
    told: list[tuple[str, int, Fit]],
) -> None:
    """Ratings of a hypothesis that was taken back leave no trace."""
    rows = [rated(h, f"sta_{number}", fit) for h, number, fit in told]
    two = [row for row in rows if row.about[0] != H[2]]
    assert ask.matrix([*SUPPOSED[:2], *rows], {}) == ask.matrix([*SUPPOSED[:2], *two], {})
