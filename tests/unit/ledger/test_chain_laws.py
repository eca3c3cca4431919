"""The digest of a batch names every field of every entry, and their order."""

from __future__ import annotations

from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from onrecord.ledger.chain import GENESIS, Entry, seal

LINES = st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), max_size=12)
ENTRIES = st.builds(
    Entry,
    number=st.integers(1, 10**6),
    operation=st.integers(1, 10**6),
    kind=LINES,
    subject=LINES,
    known=LINES,
    entered=LINES,
    body=st.binary(max_size=20),
)
BATCHES = st.lists(ENTRIES, min_size=1, max_size=4)


@given(BATCHES, st.data())
def test_a_change_of_any_field_of_any_entry_changes_the_digest(
    batch: list[Entry], data: st.DataObject
) -> None:
    """Number, operation, kind, subject, both days, body: none can be altered unseen."""
    at = data.draw(st.integers(0, len(batch) - 1))
    field = data.draw(st.sampled_from(Entry._fields))
    old = getattr(batch[at], field)
    new: Any = data.draw(
        {int: st.integers(1, 10**6), str: LINES, bytes: st.binary(max_size=20)}[type(old)]
    )
    assume(new != old)
    changed = list(batch)
    changed[at] = batch[at]._replace(**{field: new})
    assert seal(GENESIS, changed) != seal(GENESIS, batch)


@given(BATCHES, BATCHES)
def test_two_different_batches_have_different_digests(one: list[Entry], other: list[Entry]) -> None:
    """Leaving out, adding, exchanging and shifting bytes between fields all show."""
    assert (seal(GENESIS, one) == seal(GENESIS, other)) == (one == other)


@given(BATCHES, st.binary(min_size=32, max_size=32))
def test_the_digest_hangs_on_the_one_before(batch: list[Entry], previous: bytes) -> None:
    """So the last digest names the whole record."""
    assume(previous != GENESIS)
    assert seal(previous, batch) != seal(GENESIS, batch)
