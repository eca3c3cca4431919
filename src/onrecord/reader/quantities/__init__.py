"""Quantities: bound, number, unit or item, and whose it is, by tables and a grammar over words."""

from __future__ import annotations

from onrecord.core.errors import WrongUse
from onrecord.core.identity import RowId, TextId, anchored, text_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Quantity
from onrecord.reader.lexicon import Lexicon
from onrecord.reader.lexicon import load as load_lexicon
from onrecord.reader.quantities.again import again as again
from onrecord.reader.quantities.grammar import Found, find
from onrecord.reader.quantities.tables import load
from onrecord.reader.words import Word, words

_AGE = "old"


def quantities(
    text: TextId, characters: str, sentence: list[Word], dates: list[Span], lexicon: Lexicon
) -> list[Quantity]:
    """Find the quantities of one sentence, in order; whose they are is given as words alone.

    Args:
        characters: of the whole text.
        dates: where the sentence gives dates; a number in one of them counts nothing.
    """
    return [
        _quantity(text, characters, one)
        for one in find(sentence, load(frozenset(lexicon.months)))
        if not any(date.overlaps(one.number_at) for date in dates)
    ]


def only_quantity(characters: str) -> Quantity:
    """Read the one quantity that some words give: "at least 34 reports".

    Raises:
        WrongUse: they give none, or several.
    """
    lexicon = load_lexicon()
    found = words(characters, Span(0, len(characters)), lexicon)
    read = quantities(text_id(characters), characters, found, [], lexicon)
    if len(read) != 1:
        raise WrongUse(
            f"{characters!r} is not one quantity", help="say it as in: at least 34 reports"
        )
    return read[0]


def _quantity(text: TextId, characters: str, one: Found) -> Quantity:
    item = " ".join(" ".join(at.of(characters).split()) for at in one.item_at)
    return Quantity(
        id=RowId(anchored("qty", text, [one.at], [one.number_at])),
        bound=one.bound,
        number=None if one.number is None else float(one.number),
        most=None if one.most is None else float(one.most),
        unit=one.unit,
        item="age" if item == _AGE else item,
        at=one.at,
        number_at=one.number_at,
        bound_at=one.bound_at,
        unit_at=one.unit_at,
        item_at=one.item_at,
        owner_at=one.owner_at,
    )
