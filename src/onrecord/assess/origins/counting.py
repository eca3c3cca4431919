"""Puts the documents that carry a claim under their origins, each with the reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.assess.speaking import MEANT, Carrier, How, Tree, Voice, origin_of, unnamed
from onrecord.core.identity import SourceId
from onrecord.core.origins import CarriesRow, Carrying
from onrecord.core.vocabulary import Naming
from onrecord.core.wording import counted

_ANOTHER = re.compile(
    r"\b(?:another|second|third|two|three|several|separate(?:ly)?|independent(?:ly)?|different|other"
    r"|others|further|more)\b",
    re.IGNORECASE,
)
"""An unnamed source that is told to be one more."""
_ANYBODY = re.compile(
    r"\b(?:employees?|staffers?|staff|staff members?|workers?|insiders?|persons?|people|friends?"
    r"|colleagues?|somebody|someone)(?:\s(?:at|of|in|from|with|who|familiar)\b.*)?$",
    re.IGNORECASE | re.DOTALL,
)
"""Who is only described so may be whoever else is: an employee may be an insider."""
_NEW = re.compile(r"(?:an?|one|some(?:one|body)?)\b", re.IGNORECASE)


@dataclass(slots=True)
class Groups:
    """Which keys are one origin, and what joined them."""

    leader: dict[str, str] = field(default_factory=dict)
    because: list[str] = field(default_factory=list)

    def of(self, key: str) -> str:
        while self.leader.get(key, key) != key:
            key = self.leader[key]
        return key

    def join(self, one: str, other: str, because: str) -> None:
        first, second = self.of(one), self.of(other)
        if first != second:
            self.leader[second] = first
            self.because.append(because)


@dataclass(frozen=True, slots=True, kw_only=True)
class Partition:
    """The sources that carry a claim, by origin; `keys` and `names` say whose each is."""

    origins: tuple[tuple[SourceId, ...], ...]
    keys: tuple[str, ...]
    names: tuple[str, ...]
    because: tuple[str, ...]
    number: Mapping[SourceId, int]
    groups: Groups


def origins_of(carriers: Sequence[Carrier], tree: Tree) -> Partition:
    """Put the documents that carry a claim under the origins that they go back to."""
    return _Counting(carriers, tree).partition()


class _Counting:
    """One count: which key each source has, and why."""

    def __init__(self, carriers: Sequence[Carrier], tree: Tree) -> None:
        self._tree = tree
        self._order = tree.order
        self._carriers: dict[SourceId, list[Carrier]] = {}
        for one in carriers:
            self._carriers.setdefault(one.source, []).append(one)
        self._sources = sorted(self._carriers, key=self._order.__getitem__)
        self._voices = {source: self._best(source) for source in self._sources}
        self._key: dict[SourceId, str] = {}
        self._why: dict[SourceId, str] = {}
        self._name: dict[str, str] = {}

    def partition(self) -> Partition:
        for source in self._sources:
            self._place(source, ())
        groups = Groups()
        have = set(self._key.values())
        for rest in self._tree.resting(have):
            if rest.on.key in have:
                where = self._tree.documents[rest.source].label
                groups.join(
                    rest.who.key,
                    rest.on.key,
                    f"what {rest.who.name} says rests on {rest.on.name} by “{rest.words}”, {where}",
                )
        for head, side in self._tree.heads:
            if {head.key, side.key} <= have:
                because = f"{head.name} holds an office of {side.name}, and speaks for it"
                groups.join(side.key, head.key, because)
        self._join_roles(groups)
        self._join_unnamed(groups)
        members: dict[str, list[SourceId]] = {}
        for source in self._sources:
            members.setdefault(groups.of(self._key[source]), []).append(source)
        number = {s: n for n, together in enumerate(members.values()) for s in together}
        return Partition(
            origins=tuple(tuple(together) for together in members.values()),
            keys=tuple(members),
            names=tuple(self._name[key] for key in members),
            because=(*self._reasons(members), *groups.because),
            number=number,
            groups=groups,
        )

    # --- whose ---

    def _best(self, source: SourceId) -> Voice | None:
        """Give the most specific voice in which a source carries the claim; None: its own."""
        voices = [
            voice
            for carrier in self._carriers[source]
            if (voice := origin_of(carrier.statement, self._tree)) is not None
        ]
        somebody = [v for v in voices if v.is_somebody]
        return min(somebody or voices, key=lambda v: (v.how, v.at), default=None)

    def _place(self, source: SourceId, through: tuple[SourceId, ...]) -> str:
        """Give the key of a source's origin; `through`: those that led to it, to end a circle."""
        if source in self._key:
            return self._key[source]
        voice, known = self._voices[source], self._tree.documents[source]
        link = self._carried(source, voice, through)
        if link is not None and link.of is not None:
            key = self._place(link.of, (*through, source))
            return self._put(source, key, self._name[key], f"{known.label} {link.manner}")
        if voice is not None and voice.is_somebody:
            why = f"{known.label} has it from {voice.name}"
            return self._put(source, voice.key, voice.name, why)
        own = self._tree.parties.of_outlet(known.outlet)
        if own is not None and (voice is None or voice.how is How.UNSOURCED):
            return self._put(source, own.key, own.name, f"{known.label} says it itself")
        if self._knows_only_itself(source) and self._earlier(source, through) is not None:
            return self._unsourced(source, through)
        if voice is not None and voice.how is How.UNNAMED:
            name = f"the unnamed sources of {known.outlet or known.label}"
            why = f"{known.label} has it from sources it does not name"
            return self._put(source, unnamed(known.outlet or source), name, why)
        if voice is not None and voice.how is How.OUTLET:
            why = f"{known.label} has it from an outlet of which no item on record carries it"
            return self._put(source, voice.key, voice.name, why)
        return self._unsourced(source, through)

    def _unsourced(self, source: SourceId, through: tuple[SourceId, ...]) -> str:
        """Put an unsourced sentence under the earliest origin there is, or under its own outlet."""
        known = self._tree.documents[source]
        other = self._earlier(source, through)
        if other is not None:
            key = self._place(other, (*through, source))
            first = self._tree.documents[other].label
            why = f"{known.label} gives no source; the earliest origin in the record is in {first}"
            return self._put(source, key, self._name[key], why)
        name = f"the unnamed sources of {known.outlet or known.label}"
        why = f"{known.label} gives no source, and none is earlier in the record"
        return self._put(source, unnamed(known.outlet or source), name, why)

    def _earlier(self, source: SourceId, through: tuple[SourceId, ...]) -> SourceId | None:
        """Give the earliest document of the record whose origin an unsourced one may share."""
        for other in self._sources:
            if other == source or other in through or not self._before(other, source):
                continue
            if self._voices[other] is not None or other in self._key:
                return other
        return None

    def _knows_only_itself(self, source: SourceId) -> bool:
        """Say whether a document gives but its own word: "the Echo can reveal"."""
        said = [one.statement for one in self._carriers[source] if one.statement is not None]
        return bool(said) and all(one.naming is Naming.PUBLISHER for one in said)

    def _put(self, source: SourceId, key: str, name: str, why: str) -> str:
        self._key[source], self._why[source] = key, why
        self._name.setdefault(key, name)
        return key

    def _before(self, one: SourceId, other: SourceId) -> bool:
        return self._order[one][0] <= self._order[other][0]

    # --- through what ---

    def _carried(
        self, source: SourceId, voice: Voice | None, through: tuple[SourceId, ...]
    ) -> CarriesRow | None:
        """Give what shows that a source carries another that carries the claim too."""
        links = [
            link
            for link in self._tree.links.get(source, ())
            if link.kind.repeats
            and link.of in self._carriers
            and link.of != source
            and link.of not in through
        ]
        whole = [link for link in links if link.kind.whole]
        if whole:
            return whole[0]
        beside = [
            link
            for link in links
            if link.kind is Carrying.QUOTATION and self._is_here(source, link)
        ]
        if beside:
            return beside[0]
        if voice is not None and voice.how < How.OUTLET:
            # Who tells another's report again has from it whomever it only describes.
            again = (one for one in links if one.kind is Carrying.REWRITE)
            return next(again, None) if voice.how >= How.ROLE else None
        return min(
            links,
            key=lambda link: (_LED.index(link.kind), self._order[link.of or source]),
            default=None,
        )

    def _join_roles(self, groups: Groups) -> None:
        """Join whoever is only described in one document with whoever carries or is carried by it.

        "The only eyewitness" in the one and a name in the other, which quotes it, are one origin.
        """
        for source in self._sources:
            for link in self._tree.links.get(source, ()):
                if link.of is None or link.of not in self._key or not link.kind.repeats:
                    continue
                if link.kind is Carrying.QUOTATION and not self._is_here(source, link):
                    continue
                if self._is_described(source) or self._is_described(link.of):
                    because = f"{link.title}, and one only describes whose it is"
                    groups.join(self._key[link.of], self._key[source], because)

    def _join_unnamed(self, groups: Groups) -> None:
        """Join those whom no document names, where none tells that they are two.

        "An insider" of one paper and "a person close to the inquiry" of another may be one, and
        nothing is counted twice. "Another official", "a second source" are told to be others.
        """
        described = {
            self._key[one]
            for one in self._sources
            if self._is_somebody_new(one) and not self._is_anybody(one)
        }
        first = None
        for source in self._sources:
            key = self._key[source]
            # Two who are described in two ways are told to be two: an usher is no boatman.
            alone = len(described) == 1 and self._is_somebody_new(source)
            nobody = self._is_unnamed(source) or self._is_anybody(source)
            if not (nobody or alone) or self._is_told_apart(source):
                continue
            if first is None:
                first = source
            elif groups.of(self._key[first]) != groups.of(key):
                names = self._tree.documents[first].label, self._tree.documents[source].label
                groups.join(
                    self._key[first],
                    key,
                    f"nothing tells that whom {names[0]} and {names[1]} do not name are two",
                )

    def _is_unnamed(self, source: SourceId) -> bool:
        """Say whether a document has it from a person whom it does not name."""
        voice = self._voices[source]
        return (
            voice is not None
            and voice.how is How.UNNAMED
            and self._key[source] == unnamed(self._tree.documents[source].outlet or source)
        )

    def _is_anybody(self, source: SourceId) -> bool:
        """Say whether a document has it from one whom it describes as anybody might be."""
        said = [one.statement for one in self._carriers[source] if one.statement is not None]
        return self._is_described(source) and all(
            _ANYBODY.search(MEANT.sub("", one.speaker)) for one in said
        )

    def _is_somebody_new(self, source: SourceId) -> bool:
        """Say whether a document has it from somebody whom it only describes: "a councillor"."""
        return self._is_described(source) and any(
            one.statement is not None and _NEW.match(one.statement.speaker)
            for one in self._carriers[source]
        )

    def _is_told_apart(self, source: SourceId) -> bool:
        return any(
            one.statement is not None and _ANOTHER.search(one.statement.speaker)
            for one in self._carriers[source]
        )

    def _is_here(self, source: SourceId, link: CarriesRow) -> bool:
        """Say whether what shows a link stands where the document carries the claim."""
        return link.at is not None and any(
            link.at.start < one.at.end and one.at.start < link.at.end
            for one in self._carriers[source]
        )

    def _is_described(self, source: SourceId) -> bool:
        voice = self._voices[source]
        return voice is not None and voice.how is How.ROLE and self._key[source] == voice.key

    def _reasons(self, members: Mapping[str, Sequence[SourceId]]) -> Iterator[str]:
        for number, (key, together) in enumerate(members.items(), 1):
            whys = "; ".join(self._why[source] for source in together)
            yield f"{number}. {self._name[key]} ({counted(len(together), 'document')}): {whys}"


_LED = (
    Carrying.VERSION,
    Carrying.COPY,
    Carrying.REWRITE,
    Carrying.CITATION,
    Carrying.QUOTATION,
)
