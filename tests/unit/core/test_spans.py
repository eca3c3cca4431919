"""Places in a text, and the way back to the raw document."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.spans import Box, OffsetMap, Span, Stretch, find_again, words_of

TEXT = st.text(max_size=60)
EDGES = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(sorted)
SPANS = EDGES.map(lambda ends: Span(*ends))


@st.composite
def maps(draw: st.DrawFn, *, exact: bool = False) -> tuple[list[Stretch], int]:
    """Draw stretches in the order of text and raw, with gaps, and the text's length."""
    stretches: list[Stretch] = []
    text_at = raw_at = 0
    for _ in range(draw(st.integers(1, 6))):
        text_at += draw(st.integers(0, 3))
        raw_at += draw(st.integers(0, 5))
        length = draw(st.integers(1, 8))
        raw_length = length if exact else draw(st.sampled_from([length, length, 1, 6]))
        stretches.append(
            Stretch(Span(text_at, text_at + length), Span(raw_at, raw_at + raw_length))
        )
        text_at, raw_at = text_at + length, raw_at + raw_length
    return stretches, text_at


def characters(span: Span) -> set[int]:
    return set(range(span.start, span.end))


# --- spans ----------------------------------------------------------------------------------------


@given(TEXT, SPANS)
def test_a_trimmed_span_keeps_every_word(text: str, span: Span) -> None:
    """Trimming leaves out white space at the edges and nothing else."""
    clipped = Span(min(span.start, len(text)), min(span.end, len(text)))
    trimmed = clipped.trimmed(text)
    assert trimmed.of(text) == clipped.of(text).strip()
    assert clipped.holds(trimmed)


@given(SPANS, SPANS)
def test_spans_overlap_when_they_share_a_character(one: Span, other: Span) -> None:
    """Half-open ends: spans that only touch do not overlap."""
    if one.start < one.end and other.start < other.end:
        assert one.overlaps(other) == bool(characters(one) & characters(other))
        assert one.overlaps(other) == other.overlaps(one)


@given(SPANS, SPANS)
def test_one_span_holds_another_when_it_has_all_its_characters(one: Span, other: Span) -> None:
    """Holding is containment."""
    if other.start < other.end:
        assert one.holds(other) == (characters(other) <= characters(one))


@given(TEXT, SPANS)
def test_a_span_that_fits_names_characters_that_are_there(text: str, span: Span) -> None:
    """What fits can be shown; an empty or overhanging span does not fit."""
    assert span.fits(text) == (bool(span.of(text)) and len(span.of(text)) == span.end - span.start)


def test_offsets_count_code_points() -> None:
    """A character outside the basic plane counts as one."""
    text = "𝒱ale 🙂 said"
    assert Span(5, 6).of(text) == "🙂"


def test_a_broken_quotation_shows_where_it_is_broken() -> None:
    """The words of several spans are parted by an ellipsis."""
    text = "“We saw it,” she said, “twice.”"
    assert words_of([Span(1, 10), Span(24, 29)], text) == "We saw it … twice"


# --- finding words again --------------------------------------------------------------------------


@given(st.text("ab", max_size=30), st.text("ab", min_size=1, max_size=3), st.integers(-5, 40))
def test_words_are_found_where_they_stand_nearest(text: str, words: str, near: int) -> None:
    """Of all occurrences the nearest is given, and none that is not one."""
    starts = [at for at in range(len(text)) if text.startswith(words, at)]
    found = find_again(words, text, near)
    if not starts:
        assert found is None
    else:
        assert found is not None
        assert found.of(text) == words
        assert abs(found.start - near) == min(abs(at - near) for at in starts)


def test_words_that_are_gone_are_an_orphan() -> None:
    """Nothing like them is taken in their place, and no words are found nowhere."""
    assert find_again("the letter", "a letter", 0) is None
    assert find_again("", "a letter", 0) is None


# --- offset maps ----------------------------------------------------------------------------------


@given(maps(exact=True), SPANS)
def test_a_span_leads_to_its_raw_place_and_back(
    made: tuple[list[Stretch], int], span: Span
) -> None:
    """Where characters map one to one, there and back gives the same characters."""
    stretches, _ = made
    offsets = OffsetMap(stretches)
    mapped = {c for stretch in stretches for c in characters(stretch.text)}
    back: set[int] = set()
    for place in offsets.raw(span):
        assert isinstance(place, Span)
        again = offsets.text(place)
        assert again is not None
        back |= characters(again) & mapped
    assert back == characters(span) & mapped


@given(maps(), SPANS)
def test_what_a_span_leads_to_leads_back_to_all_of_it(
    made: tuple[list[Stretch], int], span: Span
) -> None:
    """Folded white space and entities map as a whole: the way back never loses a character."""
    stretches, _ = made
    offsets = OffsetMap(stretches)
    mapped = {c for stretch in stretches for c in characters(stretch.text)}
    back: set[int] = set()
    for place in offsets.raw(span):
        assert isinstance(place, Span)
        again = offsets.text(place)
        assert again is not None
        back |= characters(again)
    assert characters(span) & mapped <= back


@given(maps(), SPANS)
def test_raw_places_come_in_order_and_joined(made: tuple[list[Stretch], int], span: Span) -> None:
    """Neighbours are one place, so that a highlight has no seams."""
    places = [place for place in OffsetMap(made[0]).raw(span) if isinstance(place, Span)]
    for before, after in itertools.pairwise(places):
        assert before.end < after.start


def test_a_raw_order_that_turns_back_loses_nothing() -> None:
    """A headline lifted from below the body keeps a place of its own."""
    offsets = OffsetMap([Stretch(Span(0, 5), Span(40, 45)), Stretch(Span(5, 9), Span(0, 4))])
    assert offsets.raw(Span(0, 9)) == (Span(40, 45), Span(0, 4))


def test_text_that_was_supplied_has_no_raw_place() -> None:
    """A line break we put in leads nowhere."""
    offsets = OffsetMap([Stretch(Span(0, 3), Span(0, 3)), Stretch(Span(4, 6), Span(9, 11))])
    assert offsets.raw(Span(3, 4)) == ()
    assert offsets.text(Span(5, 8)) is None


def test_boxes_of_one_line_are_one_box() -> None:
    """Words side by side on a page give one rectangle, lines and pages stay apart."""
    words = [
        Box(1, 10, 700, 50, 712),
        Box(1, 52, 699, 90, 712),
        Box(1, 10, 680, 60, 692),
        Box(2, 10, 680, 60, 692),
    ]
    stretches = [Stretch(Span(n, n + 1), box) for n, box in enumerate(words)]
    assert OffsetMap(stretches).raw(Span(0, 4)) == (
        Box(1, 10, 699, 90, 712),
        Box(1, 10, 680, 60, 692),
        Box(2, 10, 680, 60, 692),
    )
    assert OffsetMap(stretches).text(Span(0, 9)) is None
