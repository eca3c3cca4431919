"""Names that come from content alone."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core import identity
from onrecord.core.spans import Span

TEXTS = st.text(st.characters(), max_size=40)  # lone surrogates too
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)
SPANS = st.lists(
    st.tuples(st.integers(0, 999), st.integers(0, 999)).map(lambda ends: Span(*sorted(ends))),
    max_size=3,
)


@given(JSON)
def test_canonical_json_reads_back_as_the_same_value(value: object) -> None:
    """Nothing is lost, lone surrogates and odd keys included."""
    assert json.loads(identity.canonical(value).decode("utf-8", "surrogatepass")) == value


@given(st.dictionaries(TEXTS, st.integers(), max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_keys_is_no_part_of_a_value(value: dict[str, int], by: random.Random) -> None:
    """One value has one text."""
    items = list(value.items())
    by.shuffle(items)
    assert identity.canonical(dict(items)) == identity.canonical(value)


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_what_json_cannot_say_is_refused(number: float) -> None:
    """A number that is none would read back as nothing elsewhere."""
    with pytest.raises(ValueError, match="JSON"):
        identity.canonical({"score": number})


def test_canonical_json_keeps_characters_as_they_are() -> None:
    """No escapes, no spaces, no normalisation: composed and decomposed stay different."""
    assert identity.canonical({"b": "é", "a": [1, True]}) == '{"a":[1,true],"b":"é"}'.encode()
    assert identity.canonical("e\u0301") != identity.canonical("\u00e9")


@given(st.binary(max_size=60))
def test_a_source_is_named_by_its_bytes(data: bytes) -> None:
    """A prefix that tells the kind and sixteen hexadecimal digits of the SHA-256."""
    name = identity.source_id(data)
    assert re.fullmatch(r"src_[0-9a-f]{16}", name)
    assert identity.sha256(data).startswith(name[4:])
    assert identity.kind_of(name) == "source"


@given(TEXTS, TEXTS)
def test_texts_share_a_name_only_when_they_are_the_same(one: str, other: str) -> None:
    """A text is named by its characters."""
    assert (identity.text_id(one) == identity.text_id(other)) == (one == other)


@given(SPANS, SPANS, SPANS, SPANS, SPANS, SPANS)
def test_a_statement_is_named_by_the_spans_of_each_role(
    a: list[Span], b: list[Span], c: list[Span], d: list[Span], e: list[Span], f: list[Span]
) -> None:
    """The same words in another role are another statement."""
    text = identity.text_id("x")
    same = (a, b, c) == (d, e, f)
    assert (identity.statement_id(text, a, b, c) == identity.statement_id(text, d, e, f)) == same


def test_ids_are_the_same_on_every_machine_and_in_every_process() -> None:
    """No clock, no random number, no hash seed: these names are for ever."""
    text = identity.text_id("Vale denied it.")
    mention = identity.mention_id(text, Span(0, 4))
    ids = [
        identity.source_id(b"Vale denied it."),
        text,
        mention,
        identity.actor_id(mention),
        identity.statement_id(text, [Span(0, 4)], [Span(5, 11)], [Span(12, 14)]),
        identity.reading_id(text, "2024-04-09", "digest"),
        identity.row_id("jdg", {"by": "ed", "verb": "join"}),
    ]
    elsewhere = subprocess.run(
        [
            sys.executable,
            "-c",
            "from onrecord.core import identity as i; from onrecord.core.spans import Span as S;"
            "t = i.text_id('Vale denied it.'); m = i.mention_id(t, S(0, 4));"
            "print(i.source_id(b'Vale denied it.'), t, m, i.actor_id(m),"
            "i.statement_id(t, [S(0, 4)], [S(5, 11)], [S(12, 14)]),"
            "i.reading_id(t, '2024-04-09', 'digest'),"
            "i.row_id('jdg', {'verb': 'join', 'by': 'ed'}))",
        ],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert elsewhere == ids
    assert ids[0] == "src_438133b15824ab39"
    assert ids[4] == "sta_509adc1fd16b01d0"


@pytest.mark.parametrize("odd", ["", "src", "xyz_0123", "Source", "🙂_1"])
def test_what_is_no_id_of_ours_has_no_kind(odd: str) -> None:
    """Only a known prefix tells a kind; a bare prefix is enough to ask."""
    assert identity.kind_of(odd) == ("source" if odd == "src" else "")
