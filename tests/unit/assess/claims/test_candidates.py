"""Near vectors are found without comparing all with all."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.assess.claims import candidates
from onrecord.assess.claims.candidates import Candidates


def vectors(count: int, seed: int = 1) -> np.ndarray:
    """Make vectors in clusters, as the statements of a case are."""
    dice = np.random.default_rng(seed)
    centres = dice.normal(size=(40, 24))
    made = centres[dice.integers(0, 40, count)] + 0.5 * dice.normal(size=(count, 24))
    return (made / np.linalg.norm(made, axis=1, keepdims=True)).astype(np.float32)


def test_few_are_searched_exactly() -> None:
    table = vectors(300)
    near = Candidates(24)
    for row in table:
        near.add(row)
    for row in vectors(20, seed=2):
        found = near.near(row, 5, -1.0)
        right = np.sort(table @ row)[::-1][:5]
        assert np.allclose([cosine for _, cosine in found], right, atol=1e-5)


def test_many_are_searched_in_the_nearest_lists_and_mostly_found() -> None:
    table = vectors(candidates.EXACT + 2000)
    near = Candidates(24)
    for row in table:
        near.add(row)
    hits = [
        near.near(row, 1, -1.0)[0][0] == int((table @ row).argmax()) for row in vectors(200, seed=3)
    ]
    assert sum(hits) >= 190


def test_what_comes_later_does_not_change_what_was_found_before() -> None:
    table = vectors(500)
    small, large = Candidates(24), Candidates(24)
    for row in table:
        before = small.near(row, 3, 0.2)
        assert before == large.near(row, 3, 0.2)
        small.add(row)
        large.add(row)
    assert small.near(table[0], 1, 0.5)[0][0] == 0


@pytest.mark.parametrize("there", [0, 300, candidates.EXACT - 20, candidates.EXACT + 500])
def test_many_that_are_looked_up_together_find_what_each_finds_alone(there: int) -> None:
    """Also where others come between the looking and the search, and where not all are compared."""
    table = vectors(there + 64)
    alone, together = Candidates(24), Candidates(24)
    for row in table[:there]:
        assert alone.add(row) == together.add(row)
    for row, looked in zip(table[there:], together.look(table[there:]), strict=True):
        found, right = together.near(row, 12, 0.4, looked), alone.near(row, 12, 0.4)
        assert [number for number, _ in found] == [number for number, _ in right]
        assert np.allclose([each for _, each in found], [each for _, each in right], atol=1e-6)
        assert alone.add(row) == together.add(row, None, looked)
