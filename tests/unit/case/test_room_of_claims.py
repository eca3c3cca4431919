"""The room of claims, on rows made by hand: what is kept is what would be worked out again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import pytest
from pages_by_hand import Page
from positions import said

from onrecord import assess
from onrecord.case import Claims
from onrecord.case.claiming import Asked
from onrecord.case.marks import Marks
from onrecord.core.errors import NoSuchRow
from onrecord.core.identity import RowId, SourceId
from onrecord.core.origins import CountedOrigins
from onrecord.core.rows import SourceRow, StatementRow
from onrecord.core.vocabulary import Claim, Metadata, Position, Stance, Standing

SALE, LEAK = RowId("clm_sale"), RowId("clm_leak")
SAID = [
    said("Vale", source="one", known="2026-01-02", made="2026-01-01"),
    said("Pell", source="two", known="2026-02-02", made="2026-02-01"),
    said("Quill", source="two", known="2026-02-02", made="2026-02-01"),
]


@dataclass
class Kept:
    """A memory that counts how often something is put into it."""

    bodies: dict[str, bytes] = field(default_factory=dict)
    writes: int = 0

    def remembered(self, key: str) -> bytes | None:
        return self.bodies.get(key)

    kinds: dict[str, str] = field(default_factory=dict)

    def newest(self, kind: str) -> bytes | None:
        return next((self.bodies[key] for key, of in self.kinds.items() if of == kind), None)

    def remember_all(self, kind: str, bodies: Iterable[tuple[str, bytes]]) -> None:
        self.remember_changed(kind, bodies, [key for key, of in self.kinds.items() if of == kind])

    def remember_changed(
        self, kind: str, bodies: Iterable[tuple[str, bytes]], gone: Iterable[str]
    ) -> None:
        self.writes += 1
        for key in list(gone):
            del self.bodies[key], self.kinds[key]
        for key, body in bodies:
            self.bodies[key], self.kinds[key] = body, kind


def claim(id: RowId, *positions: tuple[StatementRow, Stance]) -> Claim:
    return Claim(
        id=id,
        wording=f"that {id} happened",
        positions=tuple(
            Position(source=row.source, statement=row.id, stance=stance, likeness=0.9)
            for row, stance in positions
        ),
    )


CLAIMS = [
    claim(SALE, (SAID[0], Stance.ASSERTS), (SAID[1], Stance.DENIES)),
    claim(LEAK, (SAID[2], Stance.ASSERTS)),
]


def source(name: str) -> SourceRow:
    return SourceRow(
        id=SourceId(f"src_{name}"), name=name, media_type="text/plain", size=1, sha256="00",
        known="2026-01-01", entered="2026-01-01", metadata=Metadata(), text=None, refusal=None,
    )  # fmt: skip


def room(memory: Kept, decided: str = "", claims: Sequence[Claim] = CLAIMS) -> Claims:
    """Make the room of one moment; no document carries another, and nobody speaks for another."""
    tree = assess.Tree(documents={}, links={}, parties=assess.Parties([]))
    return Claims(
        memory,
        Asked(
            context="now",
            moment=f"now {decided}",
            now=True,
            valid=None,
            grouped=lambda: claims,
            placed=lambda wordings: [replace(CLAIMS[0], wording=one) for one in wordings],
            said=lambda: {(row.source, row.id): row for row in SAID},
            statements=lambda ids: [row for row in SAID if row.id in ids],
            own=lambda source, at: Page("none", "").says(""),
            holders=lambda rows: assess.Holders(rows, tree),
            counted=lambda rows: CountedOrigins(
                origins=((SourceId("src_one"),),), because=(), index=(0,) * len(rows)
            ),
            sources=lambda: [source("one"), source("two")],
            versions=list,
            words=lambda source: "",
            headlines=lambda source: (),
            named=lambda: lambda row: (),
            replies=list,
            marks=lambda: Marks({}, ()),
        ),
    )


def test_what_is_read_back_is_what_was_worked_out() -> None:
    """Listing, one claim, changes, the claims of a statement; nothing is worked out twice."""
    memory = Kept()
    first = room(memory)
    shown = first.lines, first.claim(SALE), first.changed()
    writes = memory.writes
    again = room(memory)
    assert (again.lines, again.claim(SALE), again.changed()) == shown
    assert memory.writes == writes
    assert {row.id: row for row in again.rows}[SALE] == shown[1]
    place = SAID[0].source, SAID[0].id
    assert [row.id for row in again.holding([place])[place]] == [SALE]
    assert again.holding([]) == {}
    assert room(Kept()).claim(SALE) == shown[1]


def test_listings_are_ordered_and_can_be_narrowed() -> None:
    """The clean before the disputed; by actor, standing, source and words."""
    asked = room(Kept())
    assert [line.id for line in asked.lines] == [LEAK, SALE]
    assert [line.standing for line in asked.lines] == [Standing.ASSERTED, Standing.DISPUTED]
    assert [line.id for line in asked.of(standing=Standing.DISPUTED)] == [SALE]
    assert [line.id for line in asked.of(actor="pell")] == [SALE]
    assert [line.id for line in asked.of(source="src_two", words="clm_leak")] == [LEAK]
    assert asked.of(actor="Nobody") == []


def test_a_claim_is_found_by_the_beginning_of_its_id() -> None:
    """One line says what would help where it is not."""
    asked = room(Kept())
    assert asked.find("clm_s") == SALE
    with pytest.raises(NoSuchRow, match="several claims begin with clm_"):
        asked.find("clm_")
    with pytest.raises(NoSuchRow, match="there is no claim clm_x"):
        asked.find("clm_x")
    with pytest.raises(NoSuchRow, match="there is no claim clm_x"):
        asked.claim("clm_x")


def test_a_claim_in_ones_own_words_is_not_kept() -> None:
    """It stands as the statements put to it have it, and leaves nothing behind."""
    memory = Kept()
    (row,) = room(memory).worded(["it was sold"])
    assert (row.wording, row.standing) == ("it was sold", Standing.DISPUTED)
    assert not memory.bodies


def test_a_decision_on_one_claim_works_that_claim_out_and_no_other() -> None:
    """What is read back afterwards is what is worked out from nothing; so when it is taken back."""
    memory = Kept()
    before = room(memory).lines
    kept = {key for key, kind in memory.kinds.items() if kind == "claim"}
    claims = [CLAIMS[0], replace(CLAIMS[1], wording="that it was put otherwise")]
    decided = room(memory, "reworded", claims)
    assert decided.lines == room(Kept(), "reworded", claims).lines != before
    now = {key for key, kind in memory.kinds.items() if kind == "claim"}
    assert len(kept - now) == len(now - kept) == 1
    assert room(memory).lines == before
    rejected = room(memory, "rejected", CLAIMS[:1])
    assert [line.id for line in rejected.lines] == [SALE]
    assert rejected.claim(SALE) == room(Kept()).claim(SALE)
    with pytest.raises(NoSuchRow, match="there is no claim"):
        rejected.claim(LEAK)


def test_what_was_lost_of_what_is_kept_is_worked_out_again() -> None:
    """One claim's row is gone, or a page of the lines."""
    memory = Kept()
    shown = room(memory).lines
    for gone in [key for key, kind in memory.kinds.items() if kind in ("claim", "claim lines")]:
        broken = replace(memory, bodies={k: v for k, v in memory.bodies.items() if k != gone})
        broken.kinds = {k: v for k, v in memory.kinds.items() if k != gone}
        assert room(broken).lines == shown
        assert room(broken).claim(SALE) == room(Kept()).claim(SALE)
    assert room(memory).first(1) == (shown[:1], 2)
