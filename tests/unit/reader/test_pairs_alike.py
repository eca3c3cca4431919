"""All pairs of a mention at once: what is seen of each is what training saw of it."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.reader.models import likeness
from onrecord.reader.models.network import Spotted
from onrecord.reader.models.pairs import Earlier

HALF, MOST = 4, 30
_CHANCE = np.random.default_rng(7)


def numbers(*shape: int) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return _CHANCE.standard_normal(shape).astype(np.float32)


TABLES = {
    "alike": numbers(likeness.WIDTH, HALF),
    "form_weight": numbers(len(likeness.FORMS), HALF),
    "form_before_weight": numbers(len(likeness.FORMS), HALF),
    "verdict_weight": numbers(1, HALF),
    "verdict_bias": numbers(1),
}
BROUGHT = numbers(40, 2 * HALF)

words = st.lists(st.sampled_from("the lock keeper ann vale he her board".split()), min_size=1)
places = st.tuples(st.integers(0, 400), st.integers(0, 3), words, st.booleans())


def _mention(number: int, place: tuple[int, int, list[str], bool]) -> tuple[Spotted, likeness.Seen]:
    first, more, told, capital = place
    brought = BROUGHT[number % len(BROUGHT)]
    spotted = Spotted(first, first + more, 1, capital, brought, brought[::-1])
    return spotted, likeness.seen(first, first + more, told, capital)


@given(st.lists(places, min_size=2, max_size=80))
@settings(max_examples=60, deadline=None)
def test_every_pair_is_scored_as_if_it_were_alone(
    found: list[tuple[int, int, list[str], bool]],
) -> None:
    *before, (one, seen) = [_mention(number, place) for number, place in enumerate(found)]
    earlier = Earlier(TABLES, MOST)
    for other, look in before:
        earlier.enter(other, look)
    near = before[-MOST:]
    scores = earlier.alike(one, seen)
    assert len(scores) == len(near)
    for score, (other, look), apart in zip(scores, near, range(len(near), 0, -1), strict=True):
        told = TABLES["alike"][likeness.features(seen, look, apart)].sum(axis=0)
        hidden = one.one[:HALF] + other.before[:HALF] + one.one[HALF:] * other.before[HALF:]
        hidden = hidden + TABLES["form_weight"][seen.form]
        hidden = hidden + TABLES["form_before_weight"][look.form] + told
        alone = np.maximum(hidden, 0) @ TABLES["verdict_weight"][0] + TABLES["verdict_bias"][0]
        assert np.isclose(score, alone, rtol=1e-4, atol=1e-4)
