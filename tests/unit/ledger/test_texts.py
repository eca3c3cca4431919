"""Texts asked for last are at hand, and no more of them than there is room for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.identity import TextId
from onrecord.core.vocabulary import Text
from onrecord.ledger import texts
from onrecord.ledger.texts import Texts


@given(st.lists(st.sampled_from("abcdef")), st.integers(0, 40))
def test_whatever_is_at_hand_each_text_is_the_one_that_was_read(asked, most):
    sizes = {name: 1 + 4 * number for number, name in enumerate("abcdef")}
    read: list[str] = []

    def reading(name: str) -> Text:
        read.append(name)
        return Text(id=TextId(name), characters=name * sizes[name], blocks=())

    kept, texts.MOST = texts.MOST, most
    try:
        at_hand = Texts(reading)
        for name in asked:
            assert at_hand.get(name).characters == name * sizes[name]
            assert at_hand._characters == sum(sizes[one] for one in at_hand._kept)
            assert at_hand._characters <= most or len(at_hand._kept) == 1
            assert list(at_hand._kept)[-1] == name
        if most >= sum(sizes.values()):
            assert len(read) == len(set(asked))
    finally:
        texts.MOST = kept
