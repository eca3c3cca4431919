"""The API keeps to its own description, whatever is asked of it: Schemathesis asks, seeded.

A few hundred cases here; `python -m bench.api_cases CASES` asks as many as it is told to.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from bench.api_cases import asked
from hand_reader import STORY, HandReader
from room_walk import HOST, TOKEN, opened

from onrecord.case import Case

CASES = 6
"""Of each operation. Of 9,991 cases none failed when it was last asked at length."""


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    folder = tmp_path_factory.mktemp("room")
    (folder / "letter.txt").write_text(STORY, "utf-8")
    with Case.create(folder / "case", name="The lock") as made:
        made.add([folder / "letter.txt"], reader=HandReader())
    with opened(folder / "case") as served:
        yield served


def test_every_answer_is_one_that_the_description_has(app: Any) -> None:
    """No failure within, no status, type or shape that is not told; over every operation."""
    told = asked(app, f"http://{HOST}", TOKEN, CASES)
    assert told.failures == []
    assert told.operations > 20
    assert told.cases > told.operations * CASES // 3
