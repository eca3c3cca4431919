"""Origins, quotations and versions of a whole small case, against what it was made to hold."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from bench.case_alder import carried  # noqa: E402  the bench lies beside the package
from bench.case_alder.built import Built, built  # noqa: E402

MARROW = ROOT / "tests" / "data" / "case-marrow"
GOLD: dict[str, Any] = json.loads((MARROW / "gold.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    with built(MARROW, tmp_path_factory.mktemp("marrow") / "case", reader="trained") as made:
        yield made


def test_each_claim_goes_back_to_its_origins(case: Built) -> None:
    """Given where each claim is asserted, the documents fall into the groups of the gold."""
    placed = {
        claim["id"]: [(e["doc"], at) for e in claim["asserted_in"] if (at := case.place(e))]
        for claim in GOLD["claims"]
    }
    found = carried.counted(case, placed)
    wrong = {
        claim["id"]: found[claim["id"]]
        for claim in GOLD["claims"]
        if set(map(frozenset, found[claim["id"]])) != set(map(frozenset, claim["origins"]))
    }
    assert wrong == {}


def test_each_quotation_that_drifted_is_found_and_typed(case: Built) -> None:
    """From which document to which, and how it differs."""
    found = {(one["a"]["doc"], one["b"]["doc"], one["kind"]) for one in carried.quotes(case)}
    wanted = {
        (quote["canonical"]["doc"], variant["doc"], variant["kind"])
        for quote in GOLD["quotes"]
        for variant in quote["variants"]
    }
    assert found == wanted


def test_each_change_of_the_page_is_found(case: Built) -> None:
    """As many of each kind as were made."""
    found = sorted(one["kind"] for one in carried.versions(case))
    wanted = sorted(one["kind"] for page in GOLD["versions"] for one in page["changes"])
    assert found == wanted
