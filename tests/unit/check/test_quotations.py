"""What a draft puts between quotation marks, held against the texts of a record."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.check.quotations import Unfound, Wordings, bare, quotations
from onrecord.core.identity import SourceId

SAID = "“We found no trace of the second ledger,” Oda Brenn said. ‘It was never ours to keep.’"


def texts(*written: str) -> Wordings:
    known = {SourceId(f"src_{number}"): words for number, words in enumerate(written)}
    return Wordings({source: bare(words) for source, words in known.items()}, known.__getitem__)


def unfound(draft: str, wordings: Wordings) -> list[Unfound]:
    """Look up every quotation of a draft."""
    found = (wordings.unfound(at, draft) for at in quotations(draft))
    return [one for one in found if one is not None]


@pytest.mark.parametrize(
    "draft",
    [
        "She said: “We found no trace of the second ledger.”",
        'She said: "we found NO trace of the second ledger"',
        "She said ‘never ours\nto keep’.",
        "The so-called “second book” is two words only.",
        "No quotation at all; it's the boys' affair.",
    ],
)
def test_words_that_a_source_holds_are_no_finding(draft: str) -> None:
    """Letter case, punctuation, line breaks and the kind of quotation mark do not count."""
    assert unfound(draft, texts(SAID)) == []


def test_an_altered_quotation_is_shown_beside_the_nearest_wording() -> None:
    """One word changed: found, with the source and the words as they stand there."""
    draft = "She said: “We found a trace of the second ledger.”"
    (row,) = unfound(draft, texts("Nothing here.", SAID))
    assert row.at.of(draft) == "We found a trace of the second ledger."
    assert row.source == "src_1"
    assert row.nearest_at is not None
    assert row.nearest_at.of(SAID) == row.nearest == "We found no trace of the second ledger"


def test_the_nearest_wording_begins_and_ends_with_its_own_words() -> None:
    """The words before and after it in the source are not dragged along."""
    source = "He was sworn. “The gate was shut in April.” On Monday he left."
    (row,) = unfound("“The gate was never shut in April”", texts(source))
    assert row.nearest == "The gate was shut in April"


def test_words_nobody_wrote_have_nothing_near_them() -> None:
    """Then no source is named."""
    (row,) = unfound("“Purple elephants danced all night.”", texts(SAID))
    assert (row.source, row.nearest) == (None, "")


@given(st.text(), st.text())
def test_every_finding_names_words_of_the_draft(draft: str, source: str) -> None:
    """Whatever the texts: the span fits, and the nearest wording stands in its source."""
    for row in unfound(draft, texts(source)):
        assert row.at.of(draft) == row.words
        if row.nearest_at is not None:
            assert row.nearest_at.of(source) == row.nearest
