"""Where words are shown: no word is left out of the pages, and none gets a name somebody chose."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.identity import text_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Block, BlockKind, Text
from onrecord.show import places
from onrecord.show.places import file_name, numbered, parts_of

blocks = st.lists(
    st.tuples(st.integers(0, 200), st.integers(1, 90), st.sampled_from(BlockKind)), max_size=8
)


@given(characters=st.text(alphabet="ab \n", max_size=260), found=blocks)
def test_every_word_stands_in_exactly_one_block_of_one_part(
    characters: str, found: list[tuple[int, int, BlockKind]]
) -> None:
    """Gaps between blocks are shown too, and what two blocks share is shown once."""
    text = Text(
        id=text_id(characters),
        characters=characters,
        blocks=tuple(Block(kind, Span(start, start + size)) for start, size, kind in found),
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(places, "PART", 40)
        spans = [block.at for part in parts_of(text) for block in part]
    assert spans == sorted(spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    shown = "".join(span.of(characters) for span in spans)
    assert "".join(shown.split()) == "".join(characters.split())
    assert all(span.end - span.start <= 40 for span in spans)


def test_a_name_that_is_no_plain_word_becomes_a_digest() -> None:
    """Nothing that somebody chose can lead out of the folder or collide by case."""
    assert file_name("src_0123456789abcdef") == "src_0123456789abcdef"
    for name in ("../x", "a/b", "", "a.html", "é", "x" * 65, "a\0b", "\ud800"):
        assert file_name(name).startswith("x_")
        assert len(file_name(name)) == 18


def test_the_first_page_of_a_list_bears_its_plain_name() -> None:
    """So that the menu can lead to it."""
    assert numbered("statements", 1) == "statements.html"
    assert numbered("statements", 2) == "statements-2.html"
