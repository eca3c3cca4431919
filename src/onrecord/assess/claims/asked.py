"""The statements of a case made ready to be compared, each once."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from onrecord.assess.claims import general
from onrecord.assess.claims.deeds import Deed, deeds, main_deed
from onrecord.assess.claims.held_against import STRONG, WEAK, Verdict, touches, verdict
from onrecord.assess.claims.labels import WIDTH, Relation
from onrecord.assess.claims.measure import Kept, Measure, Memory, Pair
from onrecord.assess.claims.told import (
    Place,
    numbers,
    parts,
    plain,
    shared,
    shared_words,
    whose,
)
from onrecord.assess.claims.whom import (
    described,
    exchanged,
    genders,
    names_who_it_is,
    others,
    speaking,
    unnamed,
)
from onrecord.assess.speaking import Parties
from onrecord.core.identity import SourceId
from onrecord.core.said import StatementRow
from onrecord.core.vocabulary import Naming
from onrecord.core.wording import SOMEBODY

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

_NAME, _PART = re.compile(r"[\w’'-]+"), re.compile(r"[\w-]+")
SURE, LEAST = 0.5, 0.3
"""A statement speaks to a claim where that is so likely, and one relation by itself so likely."""
SHARED = 0.25
"""A statement that has fewer of a claim's words, its speaker's name among them, is none of it."""
OTHERWISE = 0.5
"""Where a claim tells a deed and a statement tells none like it, the network is heard only if so
large a share of the claim's words are the statement's: it affirms what is merely near. Of 24 such
figures above 0.7 in two constructed cases 3 were right (November 2026)."""
_COVERS = 0.6
"""A statement whose words are for so large a part another's passes on what that one says."""


class Asked:
    """Statements cut into their sentences, with words, vectors and what they pass on.

    All lists are parallel, one entry a sentence: `rows` gives the statement it belongs to, `part`
    its number there.

    Args:
        rows: the statements, in the order in which they came to be known.
        measure: compares texts.
        wordings: of a statement, its content with names in the place of pronouns.
        memory: where costly answers are kept.
    """

    def __init__(
        self,
        rows: Sequence[StatementRow],
        measure: Measure,
        wordings: Mapping[Place, str] | None = None,
        memory: Memory | None = None,
    ) -> None:
        told = wordings or {}
        self.rows: list[StatementRow] = []
        self.words: list[str] = []
        self.part: list[int] = []
        for row in rows:
            cut = parts(told.get((row.source, row.id)) or row.content)
            self.rows += [row] * len(cut)
            self.words += cut
            self.part += range(len(cut))
        self.whose = [whose(row, words) for row, words in zip(self.rows, self.words, strict=True)]
        self.passes_on = _passed_on(rows)
        self._parties = Parties(rows)
        self._genders = genders(row.content for row in rows)
        self._called = described(words for row in rows for words in (row.content, row.speaker))
        self._measure = measure
        self._deeds: dict[int, tuple[Deed, ...]] = {}
        self._kept = Kept(measure, memory)

    @cached_property
    def vectors(self) -> Floats:
        """The vectors of all contents, (statements, WIDTH)."""
        made = np.zeros((len(self.rows), WIDTH), np.float32)
        for source, numbers_ in self._by_source().items():
            made[numbers_] = self._kept.vectors(source, [self.words[at] for at in numbers_])
            self._kept.keep()
        return made

    def vector(self, wording: str) -> Floats:
        """Give the vector of a claim's wording."""
        made: Floats = self._kept.vectors("of wordings", [plain(wording)])[0]
        return made

    def vectors_of(self, wordings: Sequence[str]) -> Floats:
        """Give the vectors of claims' wordings, worked out together: (wordings, WIDTH)."""
        return self._kept.vectors("of wordings", [plain(one) for one in wordings])

    def relations(self, at: int, claims: Sequence[str]) -> list[tuple[Relation, float]]:
        """Say what a statement's words do to each of some claims, and how likely."""
        said = self.whose[at]
        by_words = {claim: self._by_words(at, claim) for claim in claims}
        likely = [
            claim for claim, found in by_words.items() if found is None
            and shared(claim, said) >= SHARED
        ]  # fmt: skip
        pairs = [(claim, said) for claim in likely]
        found = dict(zip(likely, self._kept.relations(self.rows[at].source, pairs), strict=True))
        none = np.eye(len(Relation), dtype=np.float32)[Relation.NONE]
        return [
            by_words[claim] or self._by_figures(at, claim, found.get(claim, none))
            for claim in claims
        ]

    def _by_figures(self, at: int, claim: str, figures: Floats) -> tuple[Relation, float]:
        told = self.deed_told(at, main_deed(claim))
        return _by_figures(figures, claim, self.whose[at], self.words[at], told)

    def _by_words(self, at: int, claim: str) -> tuple[Relation, float] | None:
        """Say what a statement does to a claim where its words tell; None: the network must."""
        deed = main_deed(claim)
        return _chosen(claim, self.whose[at], self.words[at], deed, self.deed_told(at, deed))

    @cached_property
    def by_place(self) -> dict[Place, StatementRow]:
        """The statements, by where they stand."""
        return {(row.source, row.id): row for row in self.rows}

    def deeds(self, at: int) -> tuple[Deed, ...]:
        """Give the deeds that a sentence tells; each is read when it is first asked for."""
        if at not in self._deeds:
            self._deeds[at] = deeds(self.words[at])
        return self._deeds[at]

    @cached_property
    def _by_kind(self) -> dict[str, list[int]]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for at in range(len(self.words)):
            for kind in {deed.kind for deed in self.deeds(at)}:
                found[kind].append(at)
        return found

    def telling(self, deed: Deed | None) -> list[int]:
        """Give the sentences that tell a deed of a claim's kind, of which something can be said."""
        if deed is None:
            return []
        return [at for at in self._by_kind.get(deed.kind, ()) if self.deed_told(at, deed)]

    def deed_told(self, at: int, deed: Deed | None) -> Verdict | None:
        """Say what the deeds that a sentence tells do to that of a claim; None: nothing is told."""
        if deed is None:
            return None
        row = self.rows[at]
        return verdict(
            deed, self.deeds(at), speaker=speaking(row), genders=self._genders,
            called=self._called,
        )  # fmt: skip

    def name(self, at: int) -> str:
        """Name all that decides what a sentence does to the claims that it is held against."""
        row = self.rows[at]
        told = (
            row.source, row.id, self.part[at], self.words[at], self.whose[at],
            self.passes_on.get((row.source, row.id), ""), row.speaker, row.actor, row.actor_name,
            row.naming, row.cue, row.content, row.mode, row.act, row.polarity, row.commitment,
            row.hedges, row.addressee, row.proposed, self._known_of(self.whose[at]),
        )  # fmt: skip
        return hashlib.blake2b(repr(told).encode("utf-8", "replace"), digest_size=12).hexdigest()

    def _known_of(self, words: str) -> list[tuple[str, str | None, list[str]]]:
        """Give what the whole case tells of the names in some words: gender, and description."""
        names = {*_NAME.findall(words.casefold()), *_PART.findall(words.casefold())}
        return [
            (name, self._genders.get(name), sorted(self._called.get(name, ())))
            for name in sorted(names & (self._genders.keys() | self._called.keys()))
        ]

    def foresee(self, claims: Mapping[int, Sequence[str]]) -> None:
        """Work out at once what `relations` will be asked of statements and claims."""
        pairs: defaultdict[SourceId, list[Pair]] = defaultdict(list)
        for at, wordings in claims.items():
            said = self.whose[at]
            pairs[self.rows[at].source] += [
                (claim, said)
                for claim in wordings
                if shared(claim, said) >= SHARED and self._by_words(at, claim) is None
            ]
        for source, some in pairs.items():
            self._kept.relations(source, some)

    def holder(self, row: StatementRow) -> str:
        """Tell for whom somebody speaks from whom others do: a name, or the words in their source.

        A lawyer speaks for the client, a spokesman for the body.
        """
        party = self._parties.of(row.speaker, row.actor_name, row.naming)
        return party.key if party else f"{row.source} {row.speaker}"

    def doer(self, words: str) -> str:
        """Tell for whom somebody named in passing stands; '' where nobody is told."""
        party = self._parties.of(words, "", Naming.ROLE_ONLY)
        return party.key if party else ""

    def keep(self) -> None:
        """Remember what was worked out."""
        self._kept.keep()

    def let_go(self) -> None:
        """Forget the answers at hand; what is asked from now on is not remembered."""
        self._kept = Kept(self._measure)

    def _by_source(self) -> dict[SourceId, list[int]]:
        found: defaultdict[SourceId, list[int]] = defaultdict(list)
        for at, row in enumerate(self.rows):
            found[row.source].append(at)
        return found


def _is_otherwise_told(claim: str, words: str) -> bool:
    """Say whether words that tell no deed like a claim's may speak of it all the same."""
    if not deeds(words):
        return shared(claim, words) >= OTHERWISE
    plain = unnamed(claim)
    return shared(plain, words) >= OTHERWISE and shared_words(plain, words) > 1


def _chosen(
    claim: str, said: str, words: str, deed: Deed | None, told: Verdict | None
) -> tuple[Relation, float] | None:
    """Say what words do to a claim where the network need not be asked; None: it must be."""
    if claim.casefold() == words.casefold():
        return Relation.AFFIRMS, 1.0
    if told is not None and not told.near:
        return None if told.denied is not None else (Relation.NONE, 1.0)
    if deed is not None and general.doubts(words) and touches(deed, deeds(words)):
        return Relation.DOUBTS, WEAK
    if (
        (deed is not None and told is None and not _is_otherwise_told(claim, words))
        or not names_who_it_is(claim, said)
        or exchanged(claim, words)
        or others(claim, said, words)
    ):
        return Relation.NONE, 1.0
    return None


def _by_figures(
    figures: Floats, claim: str, said: str, words: str, told: Verdict | None
) -> tuple[Relation, float]:
    """Say what words do to a claim by what the network made of the two."""
    if told is not None and told.denied is not None and not told.near:
        relation = Relation.DENIES if told.denied else Relation.AFFIRMS
        part = float(figures[Relation.IN_PART] + figures[Relation.DOUBTS])
        if part < SURE or told.sure >= STRONG:
            return relation, max(told.sure, float(figures[relation]))
        if exchanged(claim, words) or others(claim, said, words):
            return Relation.NONE, 1.0
    figures = figures.copy()
    one, other = numbers(claim), numbers(words)
    if not one or not other or one & other:
        # No two numbers stand against each other: what only differs a little says the same.
        figures[Relation.AFFIRMS] += figures[Relation.DIFFERS]
        figures[Relation.DIFFERS] = 0
    addresses = 1.0 - float(figures[Relation.NONE])
    best = Relation(int(figures[1:].argmax()) + 1)
    if addresses < SURE or figures[best] < LEAST:
        return Relation.NONE, 1.0 - addresses
    return best, addresses


def _passed_on(rows: Sequence[StatementRow]) -> dict[Place, str]:
    """Say of each statement that only tells what another said, who that is."""
    at = {(row.source, row.id): row for row in rows}
    found: dict[Place, str] = {}
    for row in rows:
        outer = at.get((row.source, row.parent)) if row.parent else None
        if outer is None or len(row.content) < _COVERS * len(outer.content):
            continue
        if row.proposed or row.naming in (Naming.AGENTLESS, Naming.PUBLISHER):
            continue
        if row.actor is None or row.actor != outer.actor:
            name = row.actor_name or " ".join(row.speaker.split()) or SOMEBODY
            found.setdefault((outer.source, outer.id), name)
    return found
