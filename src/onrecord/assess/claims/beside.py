"""What of a record stands beside words of a draft, and what it does to them.

Nothing is grouped and nothing founded: the draft's words are taken as a claim, and the nearest
statements are held against them by the network. The record is made ready once, so that a draft
costs a vector and a few comparisons a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from onrecord.assess.claims.answering import Held, called, folded
from onrecord.assess.claims.asked import ASIDE, Asked
from onrecord.assess.claims.candidates import largest
from onrecord.assess.claims.in_general import General, generally, those
from onrecord.assess.claims.labels import Relation
from onrecord.assess.claims.measure import Measure, Memory
from onrecord.assess.claims.placing import placed
from onrecord.assess.claims.stance import SILENT, stance_of
from onrecord.assess.claims.told import Place, plain
from onrecord.core.drafts import Near
from onrecord.core.laid import UNLAID, Laid
from onrecord.core.lately import Lately
from onrecord.core.said import StatementRow
from onrecord.core.vocabulary import Position, SpeechAct, Stance

if TYPE_CHECKING:
    from numpy.typing import NDArray

LEAST, MOST = 0.5, 6
"""What is less like a sentence is not held against it, nor more than so many of the nearest."""
WIDE_LEAST, WIDE_MOST = 0.35, 40
"""The same where all who speak to it are asked for."""
_RULES = 4
"""Of what is said in general: raise it where the same sentences would be found otherwise."""
_TOGETHER = 64
"""Wordings that are looked up at once."""
PLACED_LEAST, PLACED_MOST = 0.3, 150
"""Statements of which no sentence is so much like a wording are not placed on it, nor more than so
many: in a large record there are always some hundreds that are a little like it."""
SHOWN = 0.45
"""From this likeness on a row is about the same thing, whether it addresses it or not."""
_NOT = re.compile(r"\b(?:not|no|never|none|nobody|nothing|neither|nor)\b|n['’]t\b", re.IGNORECASE)
_STEM = re.compile(r"[^\W\d_]{4,}")
_CONTRARY = 0.75
"""A sentence with a negation that the other lacks says the contrary where the other has so large a
part of its words, weighted alike, and two of them at least."""
_SURE_CONTRARY, _WEAK = 0.7, 0.9
_PIECE = re.compile(
    r"(?<=[.!?;])\s+|,\s+(?=(?:and|has|have|had)\b)|\s+and\s+(?=\W?(?:has|have|had)\b)"
)


class Nearest:
    """A record made ready to be held against drafts.

    Args:
        rows: its statements, with what its documents say in their own voice.
        measure: compares texts.
        wordings: gives, of a statement, its content with names in the place of pronouns.
        memory: where vectors of the record are kept.
        laid: has what all statements together tell.
    """

    def __init__(
        self,
        rows: Sequence[StatementRow],
        measure: Measure,
        wordings: Callable[[], Mapping[Place, str]],
        memory: Memory | None = None,
        laid: Laid = UNLAID,
    ) -> None:
        self._asked, self._memory = Asked(rows, measure, wordings, memory, laid=laid), memory
        self._laid = laid
        self._compared: Lately[tuple[str, str], tuple[Relation, float]] = Lately()
        self._known: Lately[tuple[str, int, bool], Near] = Lately()
        self._alike: Lately[str, list[tuple[int, float]]] = Lately()
        self._wide: Lately[str, list[Near]] = Lately()
        self._placed: Lately[str, list[Near]] = Lately()
        self._kept: tuple[Lately[Any, Any], ...] = (
            self._compared, self._known, self._alike, self._wide, self._placed,
        )  # fmt: skip
        if self._asked.rows:
            # What every draft asks for, so that the first waits no longer than others.
            _ = self._asked.vectors, self._in_general
            self._asked.keep()

    def lay_out(self) -> None:
        """Work out whatever a draft may ask for, so that it is laid out."""
        self._asked.lay_out()

    def prepare(self, wordings: Sequence[str]) -> None:
        """Begin another draft, and look up all its wordings, which is quicker than one by one."""
        for one in self._kept:
            one.turn()
        self._asked.let_go()
        self._look_up(plain(one) for one in wordings)

    @property
    def kept(self) -> int:
        """Count the answers that are kept: they are those of two drafts at most."""
        return sum(map(len, self._kept))

    def _look_up(self, claims: Iterable[str]) -> None:
        """Find the most alike statements of all wordings that were not looked up lately."""
        if not self._asked.rows:
            return
        missing = self._alike.missing(one for one in claims if one)
        for start in range(0, len(missing), _TOGETHER):
            some = missing[start : start + _TOGETHER]
            cosines = self._asked.vectors_of(some) @ self._asked.vectors.T
            # A product of two tables and one of a table and a row differ in the last places.
            cosines = np.round(cosines, 5)
            self._alike.take(
                {
                    claim: [(at, float(row[at])) for at in largest(row, WIDE_MOST)]
                    for claim, row in zip(some, cosines, strict=True)
                }
            )

    def _compare(self, pairs: Iterable[tuple[str, int]]) -> None:
        """Ask the network of all pairs at once: side by side it is quicker than one by one.

        What copies and versions have word for word is compared once.
        """
        asked: dict[tuple[str, str], tuple[int, str]] = {}
        for claim, at in pairs:
            asked.setdefault((claim, self._asked.whose[at]), (at, claim))
        missing = self._compared.missing(asked)
        for start in range(0, len(missing), _TOGETHER):
            some = missing[start : start + _TOGETHER]
            made = self._asked.between([asked[one] for one in some], ASIDE)
            self._compared.take(dict(zip(some, made, strict=True)))

    def party(self, words: str) -> str:
        """Tell for whom somebody named in a draft speaks, as `Near.party` does; '' not known."""
        return self._asked.doer(words)

    def like(self, wording: str) -> Sequence[Near]:
        """Give the nearest statements, the most alike first, whatever they do to the wording."""
        asked, claim = self._asked, plain(wording)
        if not asked.rows or not claim:
            return []
        return [self._near(at, likeness) for at, likeness in self._shown(claim, LEAST, MOST)]

    def near(self, wording: str, of: Callable[[Near], bool] | None = None) -> Sequence[Near]:
        """Give the nearest statements, the most alike first, and what each does to the wording.

        Args:
            of: says of which of those that `like` gives it is asked: the network, which is dear, is
                not asked of the others. None: of all.
        """
        claim = plain(wording)
        if not self._asked.rows or not claim:
            return []
        some = self._shown(claim, LEAST, MOST)
        if of is not None:
            some = [(at, likeness) for at, likeness in some if of(self._near(at, likeness))]
        return self._work(claim, some, LEAST)

    def wide(self, wording: str) -> Sequence[Near]:
        """Give all statements that may speak to a wording, general denials among them."""
        claim = plain(wording)
        if not self._asked.rows or not claim:
            return []
        return self._wide.get(claim, lambda: self._all(claim))

    def wide_of(self, wording: str, wanted: Callable[[str], bool]) -> Sequence[Near]:
        """Give those of `wide` that are of parties who are wanted; what is taken back is left out.

        The network is asked of no others, unless somebody wanted denies in general what others say.
        """
        asked, claim = self._asked, plain(wording)
        if not asked.rows or not claim:
            return []
        words = folded(claim)
        if any(called(who, words) and wanted(who) for who in self._deniers):
            return [one for one in self.wide(wording) if wanted(one.party)]
        shown = self._shown(claim, WIDE_LEAST, WIDE_MOST)
        mine = [(at, likeness) for at, likeness in shown if wanted(asked.holder(asked.rows[at]))]
        return self._work(claim, mine, WIDE_LEAST)

    def placed(self, wording: str) -> Sequence[Near]:
        """Give the statements that take a stance on a wording, as on a claim that somebody writes.

        What is told in other words is found too, by the deed, where any sentence of the statement
        is a little like the wording; this is the slowest.
        """
        claim = plain(wording)
        if not self._asked.rows or not claim:
            return []
        return self._placed.get(claim, lambda: self._place(claim))

    def _place(self, claim: str) -> list[Near]:
        asked = self._asked
        cosines = asked.likeness(claim)
        nearest = np.full(len(asked.sentences), -1.0, np.float32)
        np.maximum.at(nearest, self._numbers, cosines)
        if len(nearest) > PLACED_MOST:
            least = max(PLACED_LEAST, float(np.partition(nearest, -PLACED_MOST)[-PLACED_MOST]))
        else:
            least = PLACED_LEAST
        among = set(np.flatnonzero((nearest >= least)[self._numbers]).tolist())
        found = []
        for one in placed(claim, asked, self._in_general, among):
            at = max(asked.sentences[one.source, one.statement], key=cosines.__getitem__)
            near = self._near(at, float(cosines[at]))
            found.append(replace(near, stance=one.stance, sure=one.likeness or 0.0))
        return found

    def _near(self, at: int, likeness: float) -> Near:
        """Give a statement with one of its sentences, as one that does not address anything yet."""
        row = self._asked.rows[at]
        return Near(
            statement=row, words=self._asked.words[at], likeness=round(likeness, 3), stance=None,
            sure=0.0, party=self._asked.holder(row),
        )  # fmt: skip

    @cached_property
    def _numbers(self) -> NDArray[np.int32]:
        """Of each sentence, which statement it is of, by its place in `Asked.sentences`."""
        found = np.zeros(len(self._asked.rows), np.int32)
        for number, some in enumerate(self._asked.sentences.values()):
            found[some] = number
        return found

    def _all(self, claim: str) -> list[Near]:
        found = self._work(claim, self._shown(claim, WIDE_LEAST, WIDE_MOST), WIDE_LEAST)
        return [*found, *self._general(claim, found)]

    def _work(self, claim: str, some: Sequence[tuple[int, float]], least: float) -> list[Near]:
        """Say what sentences do to a wording, each with how alike the two are.

        Args:
            least: what is less alike is not held against it.
        """
        asked = self._asked
        held = [at for at, likeness in some if likeness >= least]
        self._compare((claim, at) for at in held if asked.rows[at].act not in SILENT)
        return [self._one(at, claim, likeness, held=likeness >= least) for at, likeness in some]

    def _shown(self, claim: str, least: float, most: int) -> list[tuple[int, float]]:
        """Give the sentences that are about the same as a wording, and how alike they are."""
        self._look_up([claim])
        return [
            (at, cosine)
            for at, cosine in self._alike.get(claim, list)[:most]
            if cosine >= min(least, SHOWN) and self._asked.rows[at].duplicate_of is None
        ]

    def _one(self, at: int, claim: str, likeness: float, *, held: bool) -> Near:
        return self._known.get(
            (claim, at, held), lambda: self._told(at, claim, likeness, held=held)
        )

    def _told(self, at: int, claim: str, likeness: float, *, held: bool) -> Near:
        row = self._asked.rows[at]
        relation, sure = Relation.NONE, 1.0
        if held and row.act not in SILENT:
            relation, sure = self._relation(at, claim)
            weak = relation is Relation.NONE or sure < _WEAK
            if weak and self._contrary(at, claim):
                relation, sure = Relation.DENIES, _SURE_CONTRARY
        passes = self._asked.passes_on.get((row.source, row.id), "")
        taken = stance_of(row, relation, passes, self._asked.words[at])
        return Near(
            statement=row,
            words=self._asked.words[at],
            likeness=round(likeness, 3),
            stance=None if taken is None else taken.stance,
            sure=round(sure, 3),
            party=self._asked.holder(row),
        )

    def _relation(self, at: int, claim: str) -> tuple[Relation, float]:
        key = claim, self._asked.whose[at]
        return self._compared.get(key, lambda: self._asked.relations(at, [claim])[0])

    def _contrary(self, at: int, claim: str) -> bool:
        """Say whether a sentence has a claim's words with a negation that the claim has not."""
        words = self._asked.words[at]
        if _NOT.search(claim) or not _NOT.search(words):
            return False
        if self._asked.rows[at].act is SpeechAct.DENIES:
            return False  # a negation that is denied says what the claim says
        ours = _stems(claim)
        for piece in _PIECE.split(words):
            theirs = _stems(piece) if _NOT.search(piece) else frozenset()
            common = theirs & ours
            if len(common) > 1 and len(common) >= _CONTRARY * len(theirs):
                return True
        return False

    @cached_property
    def _in_general(self) -> list[General]:
        """What is said in general; where in the record that is, is remembered."""
        asked, memory = self._asked, self._memory
        key = f"claims in general {_RULES} {asked.told()}"
        body = memory.remembered(key) if memory is not None else None
        if body is not None:
            return list(those(asked, np.frombuffer(body, np.int32).tolist()))
        found = list(those(asked))
        if memory is not None:
            places = np.array([one.at for one in found], np.int32)
            memory.remember_each([("claims in general", key, places.tobytes())])
        return found

    @cached_property
    def _deniers(self) -> list[str]:
        """For whom those speak who deny anything in general."""
        asked = self._asked
        return sorted({asked.holder(asked.rows[one.at]) for one in self._in_general if one.reach})

    def _general(self, claim: str, found: Sequence[Near]) -> list[Near]:
        positions = {
            (one.statement.source, one.statement.id): Position(
                source=one.statement.source, statement=one.statement.id, stance=one.stance
            )
            for one in found
            if one.stance is not None
        }
        rows = self._asked.by_place
        made = []
        for _, position in generally(
            self._asked, [Held(claim, positions)], told=True, said=self._in_general
        ):
            place = position.source, position.statement
            if place not in positions and position.stance is not Stance.DOES_NOT_ADDRESS:
                row = rows[place]
                made.append(
                    Near(
                        statement=row, words=row.content, likeness=0.0, stance=position.stance,
                        sure=position.likeness or SHOWN, party=self._asked.holder(row),
                    )
                )  # fmt: skip
        return made


def _stems(words: str) -> frozenset[str]:
    return frozenset(one[:4].casefold() for one in _STEM.findall(words)) - _EMPTY


_EMPTY = frozenset(
    word[:4] for word in "with that this from they them have been were which never none".split()
)
