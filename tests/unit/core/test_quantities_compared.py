"""Laws of comparing quantities: the same both ways, and what counting by hand would say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.identity import RowId
from onrecord.core.quantities import (
    Agreement,
    Relation,
    compare,
    is_part,
    range_of,
    relation,
    same_thing,
)
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Bound, Quantity

AT = Span(0, 1)


def of(
    bound: Bound, number: float | None, item: str = "", unit: str = "", most: float | None = None
) -> Quantity:
    return Quantity(
        id=RowId("qty_1"), bound=bound, number=number, most=most, item=item, unit=unit,
        at=AT, number_at=AT,
    )  # fmt: skip


@st.composite
def counts(draw: st.DrawFn) -> Quantity:
    bound = draw(st.sampled_from([b for b in Bound if b is not Bound.VAGUE]))
    number = draw(st.integers(0, 60))
    most = number + draw(st.integers(1, 20)) if bound is Bound.BETWEEN else None
    return of(bound, number, most=most)


def fits(number: int, quantity: Quantity) -> bool:
    """Say whether a whole number is what the words say: written out, without intervals."""
    n = quantity.number
    assert n is not None
    room = max(1, int(n) // 10)
    return {
        Bound.EXACTLY: number == n,
        Bound.ABOUT: n - room <= number <= n + room,
        Bound.NEARLY: n - room <= number < n,
        Bound.JUST_OVER: n < number <= n + room,
        Bound.AT_LEAST: number >= n,
        Bound.MORE_THAN: number > n,
        Bound.AT_MOST: number <= n,
        Bound.FEWER_THAN: number < n,
        Bound.BETWEEN: n <= number <= (quantity.most or n),
    }[quantity.bound]


@given(counts(), counts())
def test_two_counts_agree_when_some_whole_number_is_both(one: Quantity, other: Quantity) -> None:
    """Every whole number that can matter is tried."""
    both = any(fits(n, one) and fits(n, other) for n in range(-100, 200))
    assert (compare(one, other).agreement is Agreement.AGREE) == both


numbers = st.floats(0, 1e6, allow_nan=False) | st.integers(0, 100).map(float)
quantities = st.builds(
    of,
    st.sampled_from(Bound),
    numbers | st.none(),
    st.sampled_from(["", "reports", "Report", "letters"]),
    st.sampled_from(["", "%", "share", "pound"]),
)


@given(quantities, quantities)
def test_the_order_does_not_matter(one: Quantity, other: Quantity) -> None:
    """Neither for the agreement nor for why two cannot be compared."""
    there, back = compare(one, other), compare(other, one)
    assert there.agreement is back.agreement
    if there.agreement is Agreement.NOT_COMPARABLE:
        assert there.because == back.because


@given(quantities)
def test_a_quantity_agrees_with_itself_if_it_gives_a_number(one: Quantity) -> None:
    """And without one it cannot be compared even with itself."""
    wanted = Agreement.NOT_COMPARABLE if one.number is None else Agreement.AGREE
    assert compare(one, one).agreement is wanted


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        (of(Bound.EXACTLY, 34), of(Bound.AT_LEAST, 34), Agreement.AGREE),
        (of(Bound.MORE_THAN, 40), of(Bound.EXACTLY, 34), Agreement.DO_NOT_AGREE),
        (of(Bound.ABOUT, 40), of(Bound.EXACTLY, 41), Agreement.AGREE),
        (of(Bound.ABOUT, 40), of(Bound.EXACTLY, 45), Agreement.DO_NOT_AGREE),
        (of(Bound.MORE_THAN, 40), of(Bound.FEWER_THAN, 41), Agreement.DO_NOT_AGREE),
        (of(Bound.MORE_THAN, 40, unit="km"), of(Bound.FEWER_THAN, 41, unit="km"), Agreement.AGREE),
        (of(Bound.EXACTLY, 20, unit="%"), of(Bound.EXACTLY, 0.2, unit="share"), Agreement.AGREE),
        (of(Bound.EXACTLY, 34, "reports"), of(Bound.EXACTLY, 34, "letters"),
         Agreement.NOT_COMPARABLE),
        (of(Bound.EXACTLY, 34, "reports"), of(Bound.EXACTLY, 34), Agreement.NOT_COMPARABLE),
        (of(Bound.EXACTLY, 5, unit="pound"), of(Bound.EXACTLY, 5, unit="euro"),
         Agreement.NOT_COMPARABLE),
        (of(Bound.VAGUE, None, "officials"), of(Bound.EXACTLY, 5, "officials"),
         Agreement.NOT_COMPARABLE),
    ],
)  # fmt: skip
def test_what_the_words_leave_open_decides(
    one: Quantity, other: Quantity, wanted: Agreement
) -> None:
    """Things that are counted have nothing between 40 and 41; a length has."""
    assert compare(one, other).agreement is wanted


def test_a_comparison_says_why() -> None:
    """A verdict never travels without its reason."""
    found = compare(of(Bound.AT_LEAST, 34, "reports"), of(Bound.EXACTLY, 12, "report"))
    assert found.because == "no number is both at least 34 reports and 12 report"
    assert "things counted and pound" in compare(of(Bound.EXACTLY, 1), of(
        Bound.EXACTLY, 1, unit="pound")).because  # fmt: skip
    with pytest.raises(ValueError, match="without a number"):
        range_of(of(Bound.VAGUE, None))


def test_singular_and_plural_are_one_thing() -> None:
    """In capitals or not; "press" and "basis" are no plurals."""
    assert same_thing("Confidential Reports") == same_thing("confidential report")
    assert same_thing("parties") == "party"
    assert same_thing("press") == "press"
    assert same_thing("People") == same_thing("person")


@pytest.mark.parametrize(
    ("one", "other", "parts", "how"),
    [
        (of(Bound.AT_LEAST, 34), of(Bound.AT_LEAST, 34), (False, False), Relation.SAME),
        (of(Bound.AT_LEAST, 34), of(Bound.EXACTLY, 34), (False, False), Relation.BOUND_DROPPED),
        (of(Bound.EXACTLY, 34), of(Bound.ABOUT, 34), (False, False), Relation.COMPATIBLE),
        (of(Bound.AT_LEAST, 34), of(Bound.ABOUT, 40), (False, False), Relation.COMPATIBLE),
        (of(Bound.EXACTLY, 34), of(Bound.ABOUT, 60), (False, False), Relation.CONFLICT),
        (of(Bound.EXACTLY, 19), of(Bound.EXACTLY, 34), (True, False), Relation.OTHER_SCOPE),
        (of(Bound.EXACTLY, 5, unit="crown"), of(Bound.EXACTLY, 5, unit="day"), (False, False),
         Relation.NOT_KNOWN),
        (of(Bound.VAGUE, None), of(Bound.EXACTLY, 5), (False, False), Relation.NOT_KNOWN),
    ],
)  # fmt: skip
def test_two_quantities_of_one_thing_stand_to_each_other_in_one_way(
    one: Quantity, other: Quantity, parts: tuple[bool, bool], how: Relation
) -> None:
    assert relation(one, other, parts=parts) is how


@given(one=counts(), other=counts(), parts=st.tuples(st.booleans(), st.booleans()))
def test_the_relation_of_two_quantities_has_no_order(
    one: Quantity, other: Quantity, parts: tuple[bool, bool]
) -> None:
    assert relation(one, other, parts=parts) is relation(other, one, parts=parts[::-1])
    assert relation(one, one) is Relation.SAME


def test_a_number_that_is_somewhere_in_the_proceedings_is_of_a_part() -> None:
    for after in (
        " of the sixty",
        " are before the court.",
        " were in the bundle",
        " is in evidence",
    ):
        assert is_part(after)
    for after in (" people were hurt", " are late", " of a kind", " were in the boat"):
        assert not is_part(after)
