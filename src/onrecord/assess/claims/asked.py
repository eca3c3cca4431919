"""The statements of a case made ready to be compared, each once."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from onrecord.assess.claims import general
from onrecord.assess.claims.avoiding import CONTACT, is_party, only_about
from onrecord.assess.claims.by_kind import by_kind, known_by_kind
from onrecord.assess.claims.charges import Counts, Fell, Named, told_of
from onrecord.assess.claims.choosing import by_figures, by_words, is_heard
from onrecord.assess.claims.contents import Contents, contents
from onrecord.assess.claims.deeds import DEEDS, Deed, deeds, main_deed
from onrecord.assess.claims.doubting import doubts
from onrecord.assess.claims.for_whom import ForWhom
from onrecord.assess.claims.going_on import going_on
from onrecord.assess.claims.held_against import STRONG, WEAK, Verdict, verdict
from onrecord.assess.claims.labels import WIDTH, Relation
from onrecord.assess.claims.legal_words import in_one_form
from onrecord.assess.claims.measure import Kept, Measure, Memory, Pair
from onrecord.assess.claims.negation import only_no_longer
from onrecord.assess.claims.own_deeds import denies_own
from onrecord.assess.claims.roles import UNKNOWN, Role
from onrecord.assess.claims.seen_as import kinds
from onrecord.assess.claims.tests_met import is_of_test, of_test
from onrecord.assess.claims.to_ask import asked_for, tells_the_asking
from onrecord.assess.claims.together import (
    AllTold,
    ByPlace,
    Sentences,
    all_told_by,
    parties_of,
    sentences_of,
)
from onrecord.assess.claims.told import (
    Place,
    plain,
    whose,
)
from onrecord.assess.claims.whom import (
    accused,
    persons,
    speaking,
)
from onrecord.assess.speaking import Parties, Side
from onrecord.core.identity import SourceId
from onrecord.core.laid import UNLAID, Each, Laid
from onrecord.core.said import StatementRow
from onrecord.core.vocabulary import Commitment, Naming, SpeechAct

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

_NAME, _PART = re.compile(r"[\w’'-]+"), re.compile(r"[\w-]+")
_BACK = 3
"""Sentences of a statement back from one to what its "it" may be."""
_GAP = 4
"""Characters between two sentences of which one follows the other."""
_SMALL = re.compile(r"(?<![\w’'-])[^\W\d_A-ZÀ-Þ][\w’'-]+")
ASIDE = "of a draft"
"""What is asked aside is not remembered under the name of any source."""


class Asked:
    """Statements cut into their sentences, with words, vectors and what they pass on.

    All lists are parallel, one entry a sentence: `rows` gives the statement it belongs to, `part`
    its number there.

    Args:
        rows: the statements, in the order in which they came to be known.
        measure: compares texts.
        wordings: of a statement, its content with names in the place of pronouns.
        memory: where costly answers are kept.
        parties: tells for whom speakers speak; None: the statements alone tell it.
        laid: has what all of them together tell; a statement is then read when it is looked at.
    """

    def __init__(
        self,
        rows: Sequence[StatementRow],
        measure: Measure,
        wordings: Callable[[], Mapping[Place, str]] = dict,
        memory: Memory | None = None,
        parties: Parties | None = None,
        laid: Laid = UNLAID,
    ) -> None:
        self._laid = laid
        cut = laid.value("sentences", Sentences, lambda: sentences_of(rows, wordings()))
        self.words, self.part = cut.words, cut.part
        self._at = list(zip(cut.sources, cut.statements, strict=True))
        self.rows: Sequence[StatementRow]
        self._plainly: Sequence[str]
        self.whose: Sequence[str]
        if laid is UNLAID:
            self.rows = [rows[number] for number in cut.of]
            self._plainly = [in_one_form(words) for words in self.words]
            self.whose = list(map(whose, self.rows, self._plainly))
        else:
            count = len(cut.of)
            self.rows = Each(count, lambda at: rows[cut.of[at]])
            self._plainly = Each(count, lambda at: in_one_form(self.words[at]))
            self.whose = Each(count, lambda at: whose(self.rows[at], self._plainly[at]))
        all_told = laid.value("all told", AllTold, lambda: all_told_by(rows))
        self.passes_on = {(source, id): who for source, id, who in all_told.passes_on}
        self._recounts = frozenset(all_told.recounts)
        self._genders, self._places = all_told.genders, all_told.places
        self._called = all_told.called
        self._for_whom = ForWhom(self.rows, parties or parties_of(rows, laid), laid)
        self._measure, self._memory = measure, memory
        self._deeds: dict[int, tuple[Deed, ...]] = {}
        self._alone: dict[int, tuple[Deed, ...]] = {}
        self._kept, self._aside = Kept(measure, memory), ""
        self._likeness: tuple[str, Floats] | None = None

    @cached_property
    def vectors(self) -> Floats:
        """The vectors of all contents, (statements, WIDTH)."""
        made = np.zeros((len(self.rows), WIDTH), np.float32)
        for source, numbers_ in self.by_source.items():
            made[numbers_] = self._kept.vectors(source, [self.words[at] for at in numbers_])
            self._kept.keep()
        return made

    def vector(self, wording: str) -> Floats:
        """Give the vector of a claim's wording."""
        made: Floats = self._kept.vectors("of wordings", [plain(wording)])[0]
        return made

    def likeness(self, wording: str) -> Floats:
        """Give the cosine of each sentence to a claim's wording; the last ones are at hand."""
        if self._likeness is None or self._likeness[0] != wording:
            self._likeness = wording, self.vectors @ self.vector(wording)
        return self._likeness[1]

    def vectors_of(self, wordings: Sequence[str]) -> Floats:
        """Give the vectors of claims' wordings, worked out together: (wordings, WIDTH)."""
        return self._kept.vectors("of wordings", [plain(one) for one in wordings])

    def relations(
        self, at: int, claims: Sequence[str], foresee: Callable[[], None] | None = None
    ) -> list[tuple[Relation, float]]:
        """Say what a statement's words do to each of some claims, and how likely.

        Args:
            foresee: called before anything has to be worked out.
        """
        of = self._aside or self.rows[at].source
        return self.between([(at, claim) for claim in claims], of, foresee)

    def between(
        self,
        pairs: Sequence[tuple[int, str]],
        of: str,
        foresee: Callable[[], None] | None = None,
    ) -> list[tuple[Relation, float]]:
        """Say of each pair what that statement does to that claim: they are worked out together.

        Args:
            of: names what is remembered of them.
            foresee: called before anything has to be worked out.
        """
        told = {(at, claim): self._by_words(at, claim) for at, claim in pairs}
        likely = [
            (claim, self.whose[at]) for (at, claim), found in told.items()
            if found is None and self._is_heard(at, claim)
        ]  # fmt: skip
        if foresee is not None and self._kept.lacks(of, likely):
            foresee()
        found = dict(zip(likely, self._kept.relations(of, likely), strict=True))
        none = np.eye(len(Relation), dtype=np.float32)[Relation.NONE]
        return [
            self._unless_no_longer(
                at,
                claim,
                told[at, claim]
                or self._by_figures(at, claim, found.get((claim, self.whose[at]), none)),
            )
            for at, claim in pairs
        ]

    def _by_words(self, at: int, claim: str) -> tuple[Relation, float] | None:
        """Say what a statement does to a claim where its words tell; None: the network must."""
        if is_of_test(claim):
            row, before = self.rows[at], self.words[at - 1] if self.part[at] else ""
            met = of_test(
                claim,
                self._plainly[at],
                told=self.words[at],
                before=before,
                cue=row.cue,
                known=row.known,
            )
            if met is not None:
                return met, STRONG
        if denies_own(claim, self._plainly[at], self._us(self.rows[at])):
            return Relation.DENIES, STRONG
        if asked_for(claim) is not None:
            before = self.words[at - 1] if self.part[at] else ""
            if tells_the_asking(claim, self.words[at], before):
                return Relation.AFFIRMS, STRONG
        deed = main_deed(claim)
        told = self.deed_told(at, deed)
        return by_words(claim, self.whose[at], self._plainly[at], deed, told)

    def _by_figures(self, at: int, claim: str, figures: Floats) -> tuple[Relation, float]:
        told = self.deed_told(at, main_deed(claim))
        return by_figures(figures, claim, self.whose[at], self._plainly[at], told)

    def _is_heard(self, at: int, claim: str) -> bool:
        """Say whether the network is heard on a sentence and a claim."""
        deed = main_deed(claim)
        told = self.deed_told(at, deed)
        return is_heard(claim, self.whose[at], self._plainly[at], deed, told)

    def _unless_no_longer(
        self, at: int, claim: str, found: tuple[Relation, float]
    ) -> tuple[Relation, float]:
        """Take no "no longer" for a denial of what was before, unless it is taken back."""
        words = self.words[at]
        if found[0] is Relation.DENIES and only_no_longer(claim, words):
            taken_back = general.retracts(f"{self.rows[at].cue} {words}")
            return found if taken_back else (Relation.NONE, 1.0)
        return found

    @cached_property
    def accused(self) -> frozenset[str]:
        """The last names of those who are told to be accused or charged: none of who accuses.

        What stands in small letters somewhere ("code", "notice") is nobody's name, nor is what no
        text has with a title or beside a first name ("Town").
        """
        return self._laid.value("accused", frozenset[str], self._accused)

    def _accused(self) -> frozenset[str]:
        pairs = zip(self.rows, self.words, strict=True)
        found = accused(f"{row.cue} {words}" for row, words in pairs)
        small = {
            word
            for words in self.words
            if any(name in words for name in found)  # to find all its words takes far longer
            for word in found & set(_SMALL.findall(words))
        }
        accusers = {
            row.actor_name.split()[-1].casefold()
            for row in self.rows
            if row.actor_name and self.holder(row) == Side.PROSECUTION
        }
        known = persons(self.words, {row.actor_name for row in self.rows})
        return (found - small - accusers) & known

    @cached_property
    def counts(self) -> Counts:
        """Which counts of charges the texts tell of, and which were given up."""
        made = self._laid.value(
            "counts", tuple[Named, Fell], lambda: told_of(self.rows, self.words)
        )
        return Counts(*made)

    @cached_property
    def by_place(self) -> Mapping[Place, StatementRow]:
        """The statements, by where they stand."""
        return ByPlace(self.rows, self.sentences)

    @cached_property
    def sentences(self) -> dict[Place, list[int]]:
        """The numbers of the sentences of each statement."""
        found: dict[Place, list[int]] = {}
        for at, place in enumerate(self._at):
            found.setdefault(place, []).append(at)
        return found

    def deeds(self, at: int) -> tuple[Deed, ...]:
        """Give the deeds that a sentence tells; each is read when it is first asked for."""
        if at not in self._deeds:
            before = self._before(at)
            self._deeds[at] = going_on(
                self._told_at(at), [one for place in before for one in self._told_at(place)],
                self._plainly[before[-1]] if before else "", self._plainly[at],
            )  # fmt: skip
        return self._deeds[at]

    def _told_at(self, at: int) -> tuple[Deed, ...]:
        """Give the deeds that the words of a sentence tell by themselves."""
        if at not in self._alone:
            self._alone[at] = deeds(self._plainly[at])
        return self._alone[at]

    def _before(self, at: int) -> range:
        """Give the sentences before one, of the same voice, in which its "them" may be named."""
        row = self.rows[at]
        if self.part[at]:
            return range(at - min(self.part[at], _BACK), at)
        last = self.rows[at - 1] if at else row
        own = row.naming is last.naming is Naming.PUBLISHER and row.source == last.source
        follows = own and 0 <= row.at.start - last.at.end <= _GAP
        return range(at - 1, at) if follows else range(at, at)

    @cached_property
    def _by_kind(self) -> dict[str, list[int]]:
        """The sentences that tell a deed of each kind; which they are is remembered."""
        return by_kind(
            lambda at: {deed.kind for deed in self.deeds(at)},
            len(self.words), f"{DEEDS} {self.told()}", self._memory,
        )  # fmt: skip

    @cached_property
    def _laid_kinds(self) -> dict[str, frozenset[int]] | None:
        """The same of a record that is laid out; None: it is not, and few are worth all reading."""
        if self._laid is UNLAID:
            return None
        found = known_by_kind(f"{DEEDS} {self.told()}", self._memory)
        return None if found is None else {kind: frozenset(some) for kind, some in found.items()}

    def _tells(self, at: int, deed: Deed) -> bool:
        """Say whether a sentence tells a deed by which one of a claim's kind may be told."""
        known, wanted = self._laid_kinds, kinds(deed.kind)
        if known is None:
            return any(one.kind in wanted for one in self.deeds(at))
        return any(at in known.get(kind, ()) for kind in wanted)

    def each(self, among: Collection[int] | None) -> Iterable[int]:
        """Give the sentences that are looked at, in their order; None: all."""
        return range(len(self.rows)) if among is None else sorted(among)

    def telling(self, deed: Deed | None, among: Collection[int] | None = None) -> list[int]:
        """Give the sentences that tell a deed of a claim's kind, of which something can be said.

        Args:
            among: the sentences that are looked at; None: all.
        """
        found = self._of_kinds(deed, among)
        return [at for at in sorted(set(found)) if self.deed_told(at, deed)]

    def _of_kinds(self, deed: Deed | None, among: Collection[int] | None) -> list[int]:
        if deed is None:
            return []
        if among is not None:  # a few, of which each is looked at
            return [at for at in self.each(among) if self._tells(at, deed)]
        return [at for kind in kinds(deed.kind) for at in self._by_kind.get(kind, ())]

    @cached_property
    def _colours(self) -> list[int]:
        return [at for at, words in enumerate(self.words) if only_about(words)]

    def of_kind(
        self, deed: Deed | None, claim: str, among: Collection[int] | None = None
    ) -> list[int]:
        """Give the sentences in which a party to a claim may grant it with another colour.

        Args:
            among: the sentences that are looked at; None: all.
        """
        if deed is None:
            return []
        found = self._of_kinds(deed, among)
        if deed.kind in CONTACT and among is None:
            found += self._colours
        elif deed.kind in CONTACT:
            found += [at for at in self.each(among) if only_about(self.words[at])]
        return [at for at in found if is_party(self.holder(self.rows[at]), claim)]

    def deed_told(self, at: int, deed: Deed | None) -> Verdict | None:
        """Say what the deeds that a sentence tells do to that of a claim; None: nothing is told."""
        if deed is None or not self._tells(at, deed):
            return None
        row = self.rows[at]
        found = verdict(
            deed, self.deeds(at), speaker=speaking(row), us=self._us(row),
            genders=self._genders, called=self._called, places=self._places,
        )  # fmt: skip
        if found is not None and found.nobody:
            is_of = self._is_guarded(row) and self._names_before(at, deed)
            return Verdict(False, WEAK, unnamed=True, nobody=True) if is_of else None
        return found

    def _us(self, row: StatementRow) -> Role:
        """Give whom "we" means where somebody speaks: for whom they speak, by name."""
        held = self.holder(row)
        if held == f"{row.source} {row.speaker}":
            return UNKNOWN
        words = [one for one in held.split() if one != "the"]
        return Role(names=frozenset(words)) if words else UNKNOWN

    def _is_guarded(self, row: StatementRow) -> bool:
        """Say whether somebody unnamed says it, or says only that it is believed."""
        flat = (Commitment.NOT_STATED, Commitment.CERTAIN)
        return row.naming is Naming.ANONYMOUS or row.commitment not in flat

    def _names_before(self, at: int, deed: Deed) -> bool:
        """Say whether a text names before both whom a claim tells of, and no other such deed.

        "The person named them as Ann Beck and Ivo Pell ... papers were handed over": of them.
        """
        row = self.rows[at]
        here = self.by_source[row.source]
        words = " ".join(self.words[one] for one in here if self.rows[one].at.start < row.at.start)
        there = {one.casefold().removesuffix("’s") for one in _NAME.findall(words)}
        if not (deed.doer.names & there and deed.taker.names & there):
            return False
        return not any(
            one.kind == deed.kind and (one.doer.known or one.taker.known)
            for other in here
            for one in self.deeds(other)
            if not one.noun
        )

    def of_this_kind(self, deed: Deed) -> list[int]:
        """Give the sentences that tell a deed of a claim's kind."""
        return self._by_kind.get(deed.kind, [])

    @cached_property
    def contents(self) -> dict[int, Contents]:
        """The sentences that tell what was in something, in their order."""
        return dict(self._contents_of(range(len(self.words))))

    def telling_contents(self, among: Collection[int] | None) -> Iterable[tuple[int, Contents]]:
        """Give those of some sentences; None: of all."""
        return self.contents.items() if among is None else self._contents_of(self.each(among))

    def _contents_of(self, some: Iterable[int]) -> Iterator[tuple[int, Contents]]:
        for at in some:
            told = contents(self.words[at])
            if told is not None:
                yield at, told

    @cached_property
    def in_doubt(self) -> list[int]:
        """The sentences that doubt something, however they put it, in their order."""
        return [at for at in range(len(self.rows)) if self.is_in_doubt(at)]

    def is_in_doubt(self, at: int) -> bool:
        """Say whether a sentence doubts something, however it puts it."""
        row = self.rows[at]
        return row.act is SpeechAct.DOUBTS or doubts(f"{row.cue} {self.words[at]}")

    def is_recounted(self, at: int) -> bool:
        """Say whether a sentence is what its outlet tells that it said before, in a correction."""
        row = self.rows[at]
        return (row.source, row.id) in self._recounts

    def name(self, at: int) -> str:
        """Name all that decides what a sentence does to the claims that it is held against."""
        row = self.rows[at]
        told = (
            row.source, row.id, self.part[at], self.words[at], self.whose[at],
            self.passes_on.get((row.source, row.id), ""), row.speaker, row.actor, row.actor_name,
            row.naming, row.cue, row.content, row.mode, row.act, row.polarity, row.commitment,
            row.hedges, row.addressee, row.proposed, self._known_of(self.whose[at]),
            self.holder(row), self.is_recounted(at), [one.naming for one in row.chain],
        )  # fmt: skip
        return _digest(told)

    def sentence(self, at: int) -> str:
        """Name a sentence with its words."""
        row = self.rows[at]
        return _digest((row.source, row.id, self.part[at], self.words[at]))

    def told(self) -> str:
        """Name what all sentences say, and as what they are told."""
        return self._laid.value("told", str, self._told)

    def _told(self) -> str:
        made = hashlib.blake2b(digest_size=16)
        for row, words in zip(self.rows, self.words, strict=True):
            made.update(
                f"{row.source}\x1f{row.id}\x1f{row.act}\x1f{row.naming}\x1f{row.cue}\x1f"
                f"{row.speaker}\x1f{row.actor_name}\x1f{row.duplicate_of is None}\x1f{words}\x1e"
                .encode("utf-8", "surrogatepass")
            )  # fmt: skip
        return made.hexdigest()

    def _known_of(self, words: str) -> list[tuple[str, str | None, list[str]]]:
        """Give what the whole case tells of the names in some words: gender, and description."""
        small = words.casefold()
        names = self._told_of.intersection(_NAME.findall(small))
        if "’" in small or "'" in small:
            names |= self._told_of.intersection(_PART.findall(small))
        return [
            (name, self._genders.get(name), sorted(self._called.get(name, ())))
            for name in sorted(names)
        ]

    @cached_property
    def _told_of(self) -> frozenset[str]:
        return self._places.union(self._genders, self._called)

    def foresee(self, claims: Mapping[int, Sequence[str]]) -> None:
        """Work out at once what `relations` will be asked of statements and claims."""
        pairs: defaultdict[SourceId, list[Pair]] = defaultdict(list)
        for at, wordings in claims.items():
            said = self.whose[at]
            pairs[self.rows[at].source] += [
                (claim, said)
                for claim in wordings
                if self._by_words(at, claim) is None and self._is_heard(at, claim)
            ]
        for source, some in pairs.items():
            self._kept.relations(source, some)

    def holder(self, row: StatementRow) -> str:
        """Tell for whom somebody speaks, as `ForWhom.holder` does."""
        return self._for_whom.holder(row)

    def doer(self, words: str) -> str:
        """Tell for whom somebody named in passing stands, as `ForWhom.doer` does."""
        return self._for_whom.doer(words)

    def lay_out(self) -> None:
        """Work out what is else worked out when it is first asked for."""
        _ = self.accused, self.counts, self._by_kind
        self._for_whom.lay_out()

    def keep(self) -> None:
        """Remember what was worked out."""
        self._kept.keep()

    def let_go(self) -> None:
        """Forget the answers at hand; what is asked from now on is not remembered.

        Nor is it kept by source then: what is asked in two ways is worked out once.
        """
        self._kept, self._aside = Kept(self._measure), ASIDE

    @cached_property
    def by_source(self) -> dict[SourceId, list[int]]:
        """Give the sentences of each source, by number."""
        found: defaultdict[SourceId, list[int]] = defaultdict(list)
        for at, (source, _) in enumerate(self._at):
            found[source].append(at)
        return found


def _digest(one: object) -> str:
    return hashlib.blake2b(msgspec.msgpack.encode(one), digest_size=12).hexdigest()
