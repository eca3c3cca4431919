"""Which sentences tell which deeds is read once; what is remembered is of these sentences only."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.assess.claims.by_kind import by_kind


class Shelf:
    """Keeps the newest of each kind."""

    def __init__(self) -> None:
        self.kept: dict[str, tuple[str, bytes]] = {}

    def remembered(self, key: str) -> bytes | None:
        return next((body for held, body in self.kept.values() if held == key), None)

    def remember_each(self, bodies) -> None:
        for kind, key, body in bodies:
            self.kept[kind] = key, body


records = st.lists(st.frozensets(st.sampled_from(["meet", "pay", "write"])), max_size=8)


@given(st.lists(records, max_size=5))
def test_whatever_was_remembered_before_gives_what_is_read_anew(states):
    shelf = Shelf()
    for state in [*states, *states]:
        anew = by_kind(state.__getitem__, len(state), repr(state), None)
        assert by_kind(state.__getitem__, len(state), repr(state), shelf) == anew
        assert by_kind(lambda _: {}["read again"], len(state), repr(state), shelf) == anew
        for kind, numbers in anew.items():
            assert numbers == [at for at, kinds in enumerate(state) if kind in kinds]
