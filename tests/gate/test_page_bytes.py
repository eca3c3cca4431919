"""No page of the room loads more script and style than a slow line bears."""

from __future__ import annotations

import pytest
from bench.page_bytes import MUST, STATIC, by_page


@pytest.mark.skipif(not (STATIC / "islands.json").is_file(), reason="the scripts were left out")
def test_no_page_is_heavy() -> None:
    """All its scripts, with what they import, and its sheets."""
    weights = {one.page: one.both for one in by_page()}
    assert "timeline" in weights
    assert {page: bytes_ for page, bytes_ in weights.items() if bytes_ > MUST} == {}
