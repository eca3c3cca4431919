"""What a general denial answers: what is alleged of who denies, or what was told before it.

Whoever is accused answers what the same text alleges of them, and a denial of all charges what the
prosecution puts forward of them. Anybody else who denies "these claims" answers those of whoever
said most before in the same text: an agency's rumour is denied by a ministry. It is placed there,
marked so, and nowhere else.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.assess.claims import general
from onrecord.assess.claims.told import Place
from onrecord.assess.claims.whom import people
from onrecord.assess.speaking import Side
from onrecord.core.folding import fold
from onrecord.core.said import StatementRow
from onrecord.core.vocabulary import Naming, Position, Stance
from onrecord.core.wording import SOMEBODY

if TYPE_CHECKING:
    from onrecord.assess.claims.asked import Asked  # it loads numpy

GENERAL = "general"
"""The scope of what is said in general."""
_GUILT = re.compile(
    r"\b(?:charged?|charges|offences?|guilt\w*|crimes?|convict\w*|committed|fraud\w*"
    r"|unlawful\w*|illegal\w*"
    r"|brib\w+|corrupt\w*|murder\w*|theft|stole\w*|perjur\w+|espionage|sp(?:y|ies|ied|ying)\b"
    r"|conspir\w+|misconduct)\b",
    re.IGNORECASE,
)  # fmt: skip
_OF_THE_SAME = (
    "a general denial ({reach}): it answers what this text alleges of the same person,"
    " and names no proposition"
)
_TOLD_BEFORE = (
    "a general denial ({reach}): it answers what {who} put forward before it in this text,"
    " and names no proposition"
)
SURELY = 0.7
"""What is put to a claim with less likeness is only proposed: nobody denies or takes back that."""
PUT_FORWARD = (Stance.ASSERTS, Stance.REPORTS)
_LAST = 600
"""Characters: what is answered with "it was a lie" was put no further before."""
_OF_STATE = re.compile(r"\b(?:embassy|consulate|government|foreign ministry|high commission)\b")


@dataclass(frozen=True, slots=True)
class Held:
    """The words of a claim, the positions on it, and the statements that put it to somebody."""

    words: str
    positions: Mapping[Place, Position]
    put: Collection[Place] = ()


@dataclass(frozen=True, slots=True)
class _Put:
    """That a claim, by its number, is put forward at a place of a text, and by whom."""

    start: int
    number: int
    row: StatementRow
    who: str


class Answered:
    """Which of some claims a general denial answers.

    `by_actor` has the numbers of those that somebody puts forward, by who does.
    """

    def __init__(self, asked: Asked, claims: Sequence[Held], *, told: bool) -> None:
        """Gather where claims are put forward.

        Args:
            told: somebody worded the claims, so that one of guilt is denied by whoever denies
                guilt, in whatever text.
        """
        self._asked, self._claims, self._told = asked, claims, told
        self._rows, self._holder = asked.by_place, asked.holder
        self._in_text: defaultdict[str, list[int]] = defaultdict(list)
        self._put: defaultdict[str, list[_Put]] = defaultdict(list)
        self.by_actor: defaultdict[str, list[int]] = defaultdict(list)
        for number, claim in enumerate(claims):
            for place, position in claim.positions.items():
                if position.stance in PUT_FORWARD and (position.likeness or 1) >= SURELY:
                    self._in_text[place[0]].append(number)
                    self.by_actor[self._puts(number, place)].append(number)
            for place in claim.put:
                self._puts(number, place)
        guilt = (number for number, claim in enumerate(claims) if _GUILT.search(claim.words))
        self._of_guilt = list(guilt) if told else []

    def _puts(self, number: int, place: Place) -> str:
        row = self._rows[place]
        put = _Put(row.at.start, number, row, self._holder(row))
        self._put[place[0]].append(put)
        return put.who

    def by(
        self, row: StatementRow, words: str, reach: general.Reach
    ) -> Iterator[tuple[int, Position]]:
        """Give the claims that a general denial answers, by number, and the position on each."""
        last = general.answers_last(words)
        if last:
            near = dict.fromkeys(_put_last(row.at.start, self._put[row.source]))
        else:
            charged = self.by_actor[Side.PROSECUTION] if general.names_charges(words) else []
            near = dict.fromkeys([*self._in_text[row.source], *charged, *self._of_guilt])
        is_accused = False
        for number in near:
            stance = self._of_who_denies(row, reach, self._claims[number])
            if stance is not None:
                is_accused = True
                yield number, in_general(row, stance, _OF_THE_SAME.format(reach=reach))
        if reach is general.Reach.ALLEGATION and not is_accused:
            for put in self._told_before(row, words, near if last else None):
                who = put.row.actor_name or put.row.speaker or SOMEBODY
                because = _TOLD_BEFORE.format(reach=reach, who=who)
                yield put.number, in_general(row, Stance.DENIES, because)

    def _of_who_denies(self, row: StatementRow, reach: general.Reach, claim: Held) -> Stance | None:
        """Say how somebody who denies in general stands to a claim of them; None: it is not."""
        who, rows, holder = self._holder(row), self._rows, self._holder
        if not called(who, folded(claim.words)):
            return None
        guilt = bool(_GUILT.search(claim.words))
        if not (self._told and guilt) and not claim.put and not self._is_anothers(claim, who):
            return None
        if self._is_own(claim, who):
            return None
        if reach is general.Reach.ALLEGATION or guilt:
            return Stance.DENIES
        # Innocence of what they say nothing particular of: it is shown, and denies none of it.
        is_spoken_to = any(holder(rows[place]) == who for place in claim.positions)
        return None if is_spoken_to else Stance.DOES_NOT_ADDRESS

    def _is_anothers(self, claim: Held, who: str) -> bool:
        """Say whether somebody else puts a claim forward."""
        return any(
            position.stance in PUT_FORWARD and self._holder(self._rows[place]) != who
            for place, position in claim.positions.items()
        )

    def _is_own(self, claim: Held, who: str) -> bool:
        """Say whether somebody asserts a claim: what they say they do not deny with the rest."""
        return any(
            position.stance is Stance.ASSERTS and self._holder(self._rows[place]) == who
            for place, position in claim.positions.items()
        )

    def _told_before(
        self, row: StatementRow, words: str, among: Collection[int] | None
    ) -> Iterator[_Put]:
        """Give what another put forward of somebody before a denial that names no proposition.

        Args:
            among: the numbers of the claims that can be meant; None: any of the text.
        """
        who, seen = self._holder(row), set[int]()
        here = [put for put in self._put[row.source] if put.start < row.at.start]
        whose = self._accusers(row, words) if here else frozenset()
        for put in here:
            claim = self._claims[put.number]
            if put.who not in whose or put.row.naming is Naming.PUBLISHER or put.number in seen:
                continue
            if (among is not None and put.number not in among) or self._is_own(claim, who):
                continue
            if _is_of_another(claim.words, put.who):
                seen.add(put.number)
                yield put

    def _accusers(self, row: StatementRow, words: str) -> frozenset[str]:
        """Give whose "these claims" are: whom the denial names, or who said most before it there.

        Not the text itself, nor the body to which who denies belongs; nobody, where who denies was
        spoken of: they deny what is said of them.
        """
        asked, who, speaker = self._asked, self._holder(row), folded(row.speaker)
        told = Counter[str]()
        for at in asked.by_source.get(row.source, ()):
            other = asked.rows[at]
            if other.at.start >= row.at.start or other.naming is Naming.PUBLISHER:
                continue
            teller = self._holder(other)
            if teller in ("", who) or called(teller, speaker):
                continue
            if called(who, folded(asked.words[at])):
                return frozenset()
            told[teller] += 1
        said = folded(words)
        named = frozenset(one for one in told if called(one, said))
        return named or frozenset(one for one, _ in told.most_common(1))


def _is_of_another(claim: str, who: str) -> bool:
    """Say whether a claim names somebody besides who puts it forward."""
    return any(not called(who, [name]) for name in people(claim))


def _put_last(at: int, put: Iterable[_Put]) -> list[int]:
    """Give the claims that were put forward last before a place."""
    before = [one for one in put if at - _LAST <= one.start < at]
    last = max((one.start for one in before), default=None)
    return [one.number for one in before if one.start == last]


@lru_cache(maxsize=4096)
def _names(who: str) -> tuple[frozenset[str], frozenset[str]]:
    """Give the name that somebody is called by, and how the words begin that name their state.

    An embassy answers what is alleged of its state, by whatever form of its name.
    """
    words = fold(who).split()
    states = words[:-1] if _OF_STATE.search(who) else []
    return frozenset(words[-1:]), frozenset(one[:4] for one in states if len(one) > 4)


@lru_cache(maxsize=4096)
def folded(claim: str) -> tuple[str, ...]:
    """Give the words of a claim, folded: they are held against many names."""
    return tuple(fold(claim).split())


def called(who: str, words: Sequence[str]) -> bool:
    """Say whether some words, which are folded, call somebody by name."""
    names, states = _names(who)
    return not names.isdisjoint(words) or not states.isdisjoint(one[:4] for one in words)


def in_general(row: StatementRow, stance: Stance, because: str) -> Position:
    """Give the position of what is said in general."""
    return Position(
        source=row.source, statement=row.id, stance=stance, scope=GENERAL,
        likeness=0.5, because=(because,),
    )  # fmt: skip
