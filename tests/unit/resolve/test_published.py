"""An outlet's own texts are found by its name, whatever else the case holds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.identity import SourceId
from onrecord.resolve.evidence import Evidence
from onrecord.resolve.forest import Forest
from onrecord.resolve.gathered import Gathered
from onrecord.resolve.names import folded

OUTLETS = ("The Marlow Echo", "Marlow Echo", "marlow echo", "Pell Post", "Écho", "Echo")


@given(st.lists(st.sampled_from(OUTLETS), max_size=12))
def test_the_texts_of_an_outlet_are_all_that_it_published_with_its_article_or_without(
    outlets: list[str],
) -> None:
    told = {SourceId(f"src_{number}"): outlet for number, outlet in enumerate(outlets)}
    case = Gathered([], Forest(0), Evidence(outlets=told))
    for name in ("marlow echo", "pell post", "echo", "nobody"):
        assert case.published(name) == {
            source for source, outlet in told.items() if folded(outlet).removeprefix("the ") == name
        }
