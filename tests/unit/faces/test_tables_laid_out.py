"""Tables are laid out as rich would, only sooner."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from onrecord.faces.cli import printing, tables
from onrecord.faces.cli.printing import Column, plain

WORDS = st.text(
    st.sampled_from("abc de fghi-, \n\n日本é́​🚣‍") | st.characters(codec="utf-8"),
    max_size=60,
).map(plain)


@st.composite
def listings(draw: st.DrawFn) -> tuple[list[Column], list[list[str]], set[int], int]:
    columns = [
        Column(draw(WORDS.map(lambda words: f"x{words[:9]}")), wide=draw(st.booleans()))
        for _ in range(draw(st.integers(1, 4)))
    ]
    cell = st.lists(st.one_of(WORDS, WORDS.map(lambda words: words[:6])), min_size=1)
    cells = draw(
        st.lists(st.tuples(*[cell.map(lambda w: w[0]) for _ in columns]), min_size=1, max_size=4)
    )
    return columns, [list(row) for row in cells], {1}, draw(st.integers(8, 120))


def _rich(monkeypatch: pytest.MonkeyPatch, listing: object, *, styled: bool) -> str:
    columns, cells, faint, across = listing  # type: ignore[misc]
    out = Console(
        file=io.StringIO(), width=across, highlight=False, soft_wrap=False, markup=False,
        force_terminal=styled, color_system="standard" if styled else None,
        _environ={},
    )  # fmt: skip
    monkeypatch.setattr(printing, "console", lambda: out)
    printing._drawn_by_rich(columns, cells, faint)
    return out.file.getvalue()  # type: ignore[attr-defined, no-any-return]


@given(listings())
def test_every_line_is_the_one_that_rich_draws(
    listing: tuple[list[Column], list[list[str]], set[int], int],
) -> None:
    """Whatever the words and however many columns there are, where the columns fit."""
    columns, cells, faint, across = listing
    ours = tables.laid_out(columns, cells, faint, across=across, styled=False)
    with pytest.MonkeyPatch.context() as monkeypatch:
        theirs = _rich(monkeypatch, listing, styled=False)
    if ours is not None:
        assert ours.split("\n") == theirs.split("\n")


@given(listings())
def test_on_a_terminal_the_same_characters_are_set_off(
    listing: tuple[list[Column], list[list[str]], set[int], int],
) -> None:
    """Every character looks as rich would show it, whatever the codes in between."""
    columns, cells, faint, across = listing
    ours = tables.laid_out(columns, cells, faint, across=across, styled=True)
    with pytest.MonkeyPatch.context() as monkeypatch:
        theirs = _rich(monkeypatch, listing, styled=True)
    if ours is not None:
        assert _seen(ours) == _seen(theirs)


def _seen(drawn: str) -> list[tuple[str, str]]:
    """Give each character with the codes that hold for it; a space shows underlining alone."""
    found, codes, at = [], "", 0
    while at < len(drawn):
        if drawn.startswith("\x1b[", at):
            end = drawn.index("m", at)
            codes = ";".join(sorted(drawn[at + 2 : end].replace("0", "").split(";")))
            at = end + 1
            continue
        one = drawn[at]
        found.append((one, ("4" if "4" in codes else "") if one == " " else codes))
        at += 1
    return found


def test_columns_that_do_not_fit_are_left_to_rich() -> None:
    """Narrow columns wider than the terminal are cut, which is not done here."""
    columns = [Column("id"), Column("what", wide=True)]
    assert tables.laid_out(columns, [["x" * 90, "y"]], (), across=80, styled=False) is None
