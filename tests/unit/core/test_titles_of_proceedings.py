"""How a proceeding is called."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from onrecord.core.events import ProceedingRow

_MARR = SimpleNamespace(actor_name="Ida Marr", called="the clerk")
_STEP = SimpleNamespace(source_label="The Yard Bell, 2031-04-02")


def _proceeding(**told: Any) -> ProceedingRow:
    fields: dict[str, Any] = {
        "parties": (),
        "bodies": (),
        "steps": (),
        "ending": None,
        "opened": None,
    }
    empty = dict.fromkeys(("matters", "laws", "tests", "thresholds", "findings", "because"), ())
    return ProceedingRow(id="pro_1", **(fields | empty | told))


@pytest.mark.parametrize(
    ("told", "title"),
    [
        ({"parties": (_MARR,), "steps": (_STEP,)}, "Ida Marr"),
        ({"steps": (_STEP,)}, "nobody named in The Yard Bell, 2031-04-02"),
        ({}, "nobody named"),
    ],
)
def test_a_proceeding_against_nobody_named_says_which_document_tells_of_it(
    told: dict[str, Any], title: str
) -> None:
    assert _proceeding(**told).title == title
