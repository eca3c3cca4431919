"""Statements of many documents put together into propositions, by the machine: its proposal.

Statements are taken in the order in which they came to be known. Each that puts something forward
is held against the claims that are near to it; where it speaks of the same thing, and its words say
the same, the contrary, or part of it, it takes a position there, else it founds a claim of its own.
So a claim is named by its founding statement, and what comes later never renames it.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from onrecord.assess.claims.answering import Held
from onrecord.assess.claims.asked import Asked
from onrecord.assess.claims.candidates import UNSEEN, Candidates, Looked
from onrecord.assess.claims.checkable import is_checkable, puts_forward
from onrecord.assess.claims.common import Common, stems
from onrecord.assess.claims.deeds import main_deed
from onrecord.assess.claims.held_against import STRONG
from onrecord.assess.claims.in_general import generally
from onrecord.assess.claims.labels import WIDTH, Relation
from onrecord.assess.claims.stance import SILENT, stance_of
from onrecord.assess.claims.steps import Step, Taken
from onrecord.assess.claims.taking import takes
from onrecord.assess.claims.told import Place, points
from onrecord.core.identity import RowId, StatementId, row_id
from onrecord.core.vocabulary import Claim, Position, SpeechAct, Stance
from onrecord.core.wording import counted

NEAREST, LEAST = 12, 0.4
"""So many of the nearest statements are looked at, of so high a cosine."""
TRIED = 4
"""A statement is compared with so many claims at most."""
ALIKE, IN_COMMON, RATHER_ALIKE = 0.75, 0.33, 0.55
"""A sentence speaks of what a claim does where the cosine of the two is so high, or where they have
so much in common (`Common.share`) and are rather alike. Of 243 answers of the network in the sample
case, judged by eye, nearly all below were wrong and nearly all above right (November 2026)."""
TELLS, SHARES = 30, 1
"""Words that more sentences than these would have by chance (`Common.by_chance`) tell nothing in
particular, where a sentence has no others and would found a claim, and where it shares no others
with a claim. In hearings of 93,532 sentences, judged by eye, 2 of 28 claims founded on less told of
something; of what claims gathered 19 of 30 were right with more in common, 10 of 70 with less
(2026-11-27)."""
FOUNDER = "the claim is proposed from this statement"
AHEAD = 64
"""So many statements are compared at once with the claims that are near them so far."""
KEEP = 2048
"""After so many statements what was compared is written down: a few minutes' work."""
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


def proposed(asked: Asked, before: Sequence[Step] = ()) -> tuple[list[Claim], list[Step]]:
    """Group statements into claims; see the module's text.

    Args:
        asked: the statements in the order in which they came to be known.
        before: the steps that were taken before, over the same statements or others. As far as
            they come out the same, nothing is compared anew: what is new mostly comes last.

    Returns:
        The claims, and the steps that were taken.
    """
    made = _Making(asked)
    spoken = [
        at
        for at, row in enumerate(asked.rows)
        if row.duplicate_of is None and row.act not in SILENT
    ]
    steps: list[Step] = []
    for at, step in zip(spoken, before, strict=False):
        if asked.name(at) == step.asked:
            made.take_again(at, step)
            steps.append(step)
            continue
        if asked.sentence(at) != step.said:
            break
        # The case tells something else of a name in it. Where that changes nothing, go on.
        steps.append(made.take(at))
        if replace(steps[-1], asked=step.asked) != step:
            break
    begun = len(steps)
    for order, at in enumerate(spoken[begun:]):
        if order % KEEP == KEEP - 1:
            asked.keep()  # whoever interrupts this has it go on from here
        if order % AHEAD == 0:
            made.look(spoken[begun + order : begun + order + AHEAD])
        steps.append(made.take(at))
    _place_general(asked, made)
    asked.keep()
    return list(_claims(asked, made.groups)), steps


class _Making:
    """The claims so far, and where their statements lie."""

    def __init__(self, asked: Asked) -> None:
        self.asked, self.groups = asked, list[Group]()
        self._led: list[int] = []
        self._founders: set[tuple[StatementId, int]] = set()
        self._near = Candidates(WIDTH)
        self._looked: dict[int, Looked] = {}
        self._unforeseen: list[int] = []
        self._common = Common()

    def take(self, at: int) -> Step:
        """Put a statement to the claims it speaks to, or found one with it."""
        asked, row, tried = self.asked, self.asked.rows[at], self._nearest(at)
        self._common.meet(asked.words[at])
        groups = {one: self.groups[one] for one in tried}
        same, taken, affirmed = _takes(asked, at, groups, self._foresee)
        founder = row.id, asked.part[at]
        is_new = same is None and founder not in self._founders and not asked.is_recounted(at)
        if is_new and is_checkable(row, asked.words[at]) and self._tells_something(at):
            same = self._found(at)
        return Step(
            asked=asked.name(at), said=asked.sentence(at), taken=taken, affirmed=affirmed,
            leads=same, into=None if same is None else self._lead(at, same),
        )  # fmt: skip

    def take_again(self, at: int, step: Step) -> None:
        """Do what was done before."""
        row = self.asked.rows[at]
        self._common.meet(self.asked.words[at])
        for number, stance, scope, likeness, because in step.taken:
            self.groups[number].positions[row.source, row.id] = Position(
                source=row.source, statement=row.id, stance=stance, scope=scope,
                likeness=likeness, because=because,
            )  # fmt: skip
        for number in step.affirmed:
            self.groups[number].same.append(at)
        if step.leads is not None:
            if step.leads == len(self.groups):
                self._found(at)
            self._lead(at, step.leads, step.into)

    def look(self, some: Sequence[int]) -> None:
        """Hold the statements that come next against what is there: all at once costs less."""
        looked = self._near.look(self.asked.vectors[list(some)])
        self._looked = dict(zip(some, looked, strict=True))
        self._unforeseen = list(some)

    def _foresee(self) -> None:
        """Ask at once what the statements that were looked at will be asked, if it was not yet.

        But for what they found themselves. It is worked out side by side, and what follows finds it
        done; it decides nothing. Where all is remembered from before, nobody has need of it.
        """
        some, self._unforeseen = self._unforeseen, []
        if some:
            self.asked.foresee(
                {at: [self.groups[number].words for number in self._nearest(at)] for at in some}
            )

    def _nearest(self, at: int) -> list[int]:
        """Give the claims whose matter a sentence speaks of, the nearest first."""
        if not puts_forward(self.asked.words[at]):
            return []
        found = self._near.near(
            self.asked.vectors[at], NEAREST, LEAST, self._looked.get(at, UNSEEN)
        )
        near = dict.fromkeys(self._led[number] for number, _ in found)
        return [group for group in near if self._is_of(at, self.groups[group])][:TRIED]

    def _tells_something(self, at: int) -> bool:
        """Say whether a sentence has more than words that are said everywhere in the case."""
        return self._common.by_chance(self.asked.words[at], but=self._own(at)) <= TELLS

    def _is_of(self, at: int, group: Group) -> bool:
        """Say whether a sentence speaks of the same thing as a claim."""
        return self._is_near(at, group) and self._has_of(at, group)

    def _has_of(self, at: int, group: Group) -> bool:
        """Say whether what a sentence shares with a claim is more than what is said everywhere."""
        words, but = self.asked.words[at], self._own(at) | self._own(group.founder)
        if stems(words) == stems(group.words):
            return True
        return self._common.by_chance(group.words, words, but=but) <= SHARES

    def share_something(self, one: str, other: str) -> bool:
        """Say whether what two texts share is more than what is said everywhere in the case."""
        return self._common.by_chance(one, other) <= SHARES

    def _own(self, at: int) -> frozenset[str]:
        """Give the words of who says a sentence: their "I" was given their name."""
        row = self.asked.rows[at]
        return stems(f"{row.actor_name} {row.speaker}")

    def _is_near(self, at: int, group: Group) -> bool:
        """Say whether a sentence is near a claim by its meaning, by its words or by its deed."""
        asked, words = self.asked, self.asked.words[at]
        cosine = float(asked.vectors[at] @ asked.vectors[group.founder])
        if cosine >= ALIKE:
            return True
        if cosine >= RATHER_ALIKE and self._common.share(group.words, words) >= IN_COMMON:
            return True
        told = asked.deed_told(at, main_deed(group.words))
        return told is not None and told.denied is not None and told.sure >= STRONG

    def _found(self, at: int) -> int:
        self._founders.add((self.asked.rows[at].id, self.asked.part[at]))
        self.groups.append(_founded(self.asked, at))
        return len(self.groups) - 1

    def _lead(self, at: int, group: int, into: int | None = None) -> int:
        self._led.append(group)
        return self._near.add(self.asked.vectors[at], into, self._looked.get(at, UNSEEN))


def _takes(
    asked: Asked, at: int, groups: Mapping[int, Group], foresee: Callable[[], None]
) -> tuple[int | None, tuple[Taken, ...], tuple[int, ...]]:
    """Place a statement on the claims it speaks to.

    Args:
        foresee: as for `Asked.relations`.

    Returns:
        The claim that it affirms or denies, the positions it takes, the claims that it affirms.
    """
    row = asked.rows[at]
    place = row.source, row.id
    best: tuple[float, int] | None = None
    made: list[Taken] = []
    affirmed: list[int] = []
    relations = asked.relations(at, [group.words for group in groups.values()], foresee)
    for (number, group), (relation, sure) in zip(groups.items(), relations, strict=True):
        taken = takes(asked, at, group.words, relation)
        if taken is None:
            continue
        if sure <= (group.positions[place].likeness or 0 if place in group.positions else 0):
            continue
        position = group.positions[place] = Position(
            source=row.source, statement=row.id, stance=taken.stance, scope=taken.scope,
            likeness=round(sure, 3), because=taken.because,
        )  # fmt: skip
        made.append((number, position.stance, position.scope, round(sure, 3), position.because))
        if relation in (Relation.AFFIRMS, Relation.DENIES) and (best is None or sure > best[0]):
            best = sure, number
        if relation is Relation.AFFIRMS:
            group.same.append(at)
            affirmed.append(number)
    return None if best is None else best[1], tuple(made), tuple(affirmed)


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


def _place_general(asked: Asked, made: _Making) -> None:
    held = [Held(group.words, group.positions) for group in made.groups]
    for number, position in generally(asked, held, tells=made.share_something):
        made.groups[number].positions.setdefault((position.source, position.statement), position)


def _claims(asked: Asked, groups: Sequence[Group]) -> Iterator[Claim]:
    taken: set[str] = set()
    for group in groups:
        worded = _fullest(asked, group, taken)
        taken.add(asked.words[worded].casefold())
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


def _fullest(asked: Asked, group: Group, taken: Container[str]) -> int:
    """Choose the statement that words a claim: plain, naming whom it speaks of, full, early.

    Args:
        taken: what words other claims: two that are worded alike could not be told apart.
    """

    def rank(at: int) -> tuple[bool, bool, bool, bool, int, int]:
        row, words = asked.rows[at], asked.words[at]
        count = words.count(" ") + 1
        plainly = row.act is SpeechAct.ASSERTS and not row.hedges
        free = words.casefold() not in taken
        return free, plainly, not points(words), count <= LONGEST, min(count, LONGEST), -at

    return max(group.same, key=rank)
