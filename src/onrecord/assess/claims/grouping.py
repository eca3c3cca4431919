"""Statements of many documents put together into propositions, by the machine: its proposal.

Statements are taken in the order in which they came to be known. Each is held against the claims
that are near to it; where the words say the same, the contrary, or part of it, it takes a position
there, else it founds a claim of its own. So a claim is named by its founding statement, and what
comes later never renames it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from onrecord.assess.claims.asked import Asked
from onrecord.assess.claims.candidates import Candidates
from onrecord.assess.claims.checkable import is_checkable
from onrecord.assess.claims.in_general import Held, generally
from onrecord.assess.claims.labels import WIDTH, Relation
from onrecord.assess.claims.stance import SILENT, stance_of
from onrecord.assess.claims.told import Place, points
from onrecord.core.identity import RowId, StatementId, row_id
from onrecord.core.vocabulary import Claim, Position, SpeechAct, Stance
from onrecord.core.wording import counted

NEAREST, LEAST = 12, 0.4
"""So many of the nearest statements are looked at, of so high a cosine."""
TRIED = 4
"""A statement is compared with so many claims at most."""
FOUNDER = "the claim is proposed from this statement"
AHEAD = 64
"""So many statements are compared at once with the claims that are near them so far."""
LONGEST = 40
"""Words: a wording has no more, where there is a shorter one."""


@dataclass(slots=True)
class Group:
    """A claim in the making: its founder's number and words, and who takes which position on it."""

    founder: int
    words: str
    positions: dict[Place, Position] = field(default_factory=dict)
    same: list[int] = field(default_factory=list)
    """The statements whose words say the same as the founder's."""


def claim_id(founder: StatementId, part: int = 0) -> RowId:
    """Name a claim that the machine proposes, by its founding statement and the sentence of it."""
    return row_id("clm", [founder, part] if part else founder)


def proposed(asked: Asked) -> list[Claim]:
    """Group statements into claims; see the module's text.

    Args:
        asked: the statements in the order in which they came to be known.
    """
    groups: list[Group] = []
    led: list[int] = []
    founders: set[tuple[StatementId, int]] = set()
    near = Candidates(WIDTH)
    vectors = asked.vectors
    spoken = [
        at
        for at, row in enumerate(asked.rows)
        if row.duplicate_of is None and row.act not in SILENT
    ]

    def nearest(at: int) -> list[int]:
        found = near.near(vectors[at], NEAREST, LEAST)
        return list(dict.fromkeys(led[number] for number, _ in found))[:TRIED]

    for order, at in enumerate(spoken):
        if order % AHEAD == 0:
            # What the next ones will be asked is known but for what they found themselves: it is
            # worked out side by side, and what follows finds it done. It decides nothing.
            asked.foresee(
                {
                    one: [groups[number].words for number in nearest(one)]
                    for one in spoken[order : order + AHEAD]
                }
            )
        row, tried = asked.rows[at], nearest(at)
        same = _takes(asked, at, [groups[number] for number in tried])
        founder = row.id, asked.part[at]
        if same is None and founder not in founders and is_checkable(row, asked.words[at]):
            founders.add(founder)
            same = len(groups)
            groups.append(_founded(asked, at))
        elif same is not None:
            same = tried[same]
        if same is not None:
            near.add(vectors[at])
            led.append(same)
    _place_general(asked, groups)
    asked.keep()
    return list(_claims(asked, groups))


def _takes(asked: Asked, at: int, groups: Sequence[Group]) -> int | None:
    """Place a statement on the claims it speaks to; give the one it affirms or denies."""
    row = asked.rows[at]
    place = row.source, row.id
    best: tuple[float, int] | None = None
    relations = asked.relations(at, [group.words for group in groups])
    for number, (relation, sure) in enumerate(relations):
        taken = stance_of(row, relation, asked.passes_on.get(place, ""), asked.words[at])
        if taken is None:
            continue
        group = groups[number]
        if sure <= (group.positions[place].likeness or 0 if place in group.positions else 0):
            continue
        group.positions[place] = Position(
            source=row.source, statement=row.id, stance=taken.stance, scope=taken.scope,
            likeness=round(sure, 3), because=taken.because,
        )  # fmt: skip
        if relation in (Relation.AFFIRMS, Relation.DENIES) and (best is None or sure > best[0]):
            best = sure, number
        if relation is Relation.AFFIRMS:
            group.same.append(at)
    return None if best is None else best[1]


def _founded(asked: Asked, at: int) -> Group:
    row = asked.rows[at]
    place = row.source, row.id
    taken = stance_of(row, Relation.AFFIRMS, asked.passes_on.get(place, ""))
    stance = taken.stance if taken else Stance.ASSERTS
    position = Position(
        source=row.source, statement=row.id, stance=stance, likeness=1.0,
        because=(FOUNDER, *(taken.because[1:] if taken else ())),
    )  # fmt: skip
    return Group(at, asked.words[at], {place: position}, [at])


def _place_general(asked: Asked, groups: Sequence[Group]) -> None:
    held = [Held(group.words, group.positions) for group in groups]
    for number, position in generally(asked, held):
        groups[number].positions.setdefault((position.source, position.statement), position)


def _claims(asked: Asked, groups: Sequence[Group]) -> Iterator[Claim]:
    for group in groups:
        worded = _fullest(asked, group)
        others = len(group.positions) - 1
        yield Claim(
            id=claim_id(asked.rows[group.founder].id, asked.part[group.founder]),
            wording=asked.words[worded],
            positions=tuple(group.positions.values()),
            because=(
                f"worded by its fullest plain statement, in {asked.rows[worded].source_label}",
                f"{counted(others, 'other statement')} put to it by what the words say"
                if others
                else "no other statement says the same or the contrary",
            ),
        )


def _fullest(asked: Asked, group: Group) -> int:
    """Choose the statement that words a claim: plain, naming whom it speaks of, full, early."""

    def rank(at: int) -> tuple[bool, bool, bool, int, int]:
        row, words = asked.rows[at], asked.words[at]
        count = words.count(" ") + 1
        plainly = row.act is SpeechAct.ASSERTS and not row.hedges
        return plainly, not points(words), count <= LONGEST, min(count, LONGEST), -at

    return max(group.same, key=rank)
