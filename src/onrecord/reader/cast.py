"""The cast of one text: who is named, described or pointed to, and which words point to one actor.

Names are led to names by their words (a surname to the one fuller name it fits); pronouns and
descriptions by their words or the network, never across an identity claim: that two are one is then
somebody's claim, and no more.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container
from dataclasses import dataclass, field

from onrecord.core.identity import mention_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import ActorKind, Mention, Naming, Text, Voice
from onrecord.reader import again
from onrecord.reader.acting import Acting
from onrecord.reader.calling import KINDS, Calling
from onrecord.reader.described import Described
from onrecord.reader.describing import are_several
from onrecord.reader.layout import Layout
from onrecord.reader.lexicon import Lexicon
from onrecord.reader.models import pieces
from onrecord.reader.models.network import Network, Spotted
from onrecord.reader.names import Roll
from onrecord.reader.pointing import Pointing
from onrecord.reader.spotting import straighten
from onrecord.reader.unmeant import Names, Unmeant
from onrecord.reader.voicing import Voicing


@dataclass(slots=True)
class Cast:
    """The mentions of one text. Kept for one reading only."""

    text: Text
    lexicon: Lexicon
    network: Network
    roll: Roll = field(init=False)
    first_persons: list[tuple[Span, ActorKind]] = field(default_factory=list)
    """The places of "I" and "we", which the network leads to nobody: who says it tells whom."""
    _calling: Calling = field(init=False)
    _pointing: Pointing = field(init=False)
    _voicing: Voicing = field(init=False)
    _starts: list[int] = field(default_factory=list)
    _named: list[Mention] = field(default_factory=list)

    def __post_init__(self) -> None:
        characters = self.text.characters
        self.roll = Roll(self.text.id)
        self._calling = Calling(characters, self.lexicon, self.roll)
        self._pointing = Pointing(self.text.id, characters, self.network, self._calling, self.roll)
        self._voicing = Voicing(characters, self.lexicon, self.roll, self.names_in)

    def take(
        self,
        spotted: list[Spotted],
        made: pieces.Pieces,
        apart: list[tuple[Span, Span]],
        speaking: list[Span],
        layout: Layout,
        unmeant: Unmeant | None = None,
    ) -> None:
        """Enter what the network spotted, in the order of the text.

        Args:
            apart: places said to be one actor by an identity claim; they are never led together.
            speaking: the sources of the statements, in the order of the text.
            unmeant: tells whom pronouns cannot mean.
        """
        self._pointing.speaking, self._pointing.apart = speaking, apart
        spotted = straighten(spotted, made, self.text.characters, self.lexicon)
        firsts = {one.first for one in spotted if one.is_name}
        lasts = {one.last: one.first for one in spotted if one.is_name}
        starts = {made.starts[one.first]: made.ends[one.last] for one in spotted if one.is_name}
        self._calling.look_over(starts)
        kinds = self._calling.kinds(spotted, made)
        titled = {self._calling.title(Span(start, start))[1] for start in starts} - starts.keys()
        names: dict[int, Mention | None] = {}
        for one in spotted:  # all names first: a pronoun may point to one that follows
            if one.is_name:
                at = Span(made.starts[one.first], made.ends[one.last])
                names[at.start] = self._calling.name(at, kinds[at.of(self.text.characters)])
        follows = {name.at.start: name for name in names.values() if name is not None}
        self._pointing.unmeant, self._pointing.names = unmeant, Names(follows.values())
        introducing: list[tuple[Span, int]] = []
        for one in spotted:
            at = Span(made.starts[one.first], made.ends[one.last])
            if not one.is_name and (
                at.start in titled or self._before_name(at, starts) or self._before_name(at, titled)
            ):
                if at.start not in titled:
                    introducing.append((at, one.kind))
                continue  # "the mayor, Tom Pell", "Dr Tom Pell, the mayor": the name speaks
            if one.is_name:
                mention = names[at.start]
            elif one.first in firsts or one.first >= lasts.get(one.last, one.first + 2) - 1:
                continue  # a name and what stands about it: "the Harbour Board"
            elif self._pointing.is_first_person(self._pointing.look(one, made)):
                self.first_persons.append((at, KINDS[one.kind]))
                continue
            else:
                ahead = self._pointing.ahead(at, layout, follows) or self._pointing.subject(
                    at, layout, follows
                )
                mention = self._pointing.mention(one, at, made, ahead)
            if mention is None:
                continue
            self._pointing.enter(one, self._pointing.look(one, made), mention)
        self._introduce(introducing)
        again.take(self.text.characters, self.roll, self.lexicon, apart)
        Acting(self.text.characters, self.roll, layout.spans, apart).lead()
        Described(self.text.characters, self.roll, self.lexicon, layout.spans, apart).lead()
        self._named = sorted(
            (m for m in self.roll.mentions.values() if m.naming is Naming.NAMED),
            key=lambda m: m.at,
        )
        self._starts = [m.at.start for m in self._named]

    def _introduce(self, introducing: list[tuple[Span, int]]) -> None:
        """Lead a description to the person whose name follows it: "the mayor, Tom Pell"."""
        starts = {at.start: mention for at, mention in self.roll.mentions.items()}
        whole = {at.end: at for at, _ in sorted(introducing, reverse=True)}
        for at, kind in introducing:
            if at != whole[at.end]:
                continue  # "the head of the group, Tom Pell": he is no group
            named = starts.get(at.end + 2) if self._is_comma(at.end) else starts.get(at.end + 1)
            if named is None or named.kind is not ActorKind.PERSON or KINDS[kind] is not named.kind:
                continue
            if self._is_put_in(at, named):
                continue
            if named.naming is Naming.NAMED and at not in self.roll.mentions:
                name = " ".join(at.of(self.text.characters).split())
                self.roll.mentions[at] = Mention(
                    id=mention_id(self.text.id, at), at=at, name=name, kind=named.kind,
                    naming=Naming.ROLE_ONLY, same_as=named.same_as or named.id,
                )  # fmt: skip

    def _is_put_in(self, at: Span, named: Mention) -> bool:
        """Say whether a name behind a comma only tells who says so: "The clerk, Pell said"."""
        characters = self.text.characters
        after = characters[named.at.end : named.at.end + 40].split(" ", 2)
        says = len(after) > 1 and not after[0] and after[1].strip(",.:;") in self.lexicon.verbs
        several = are_several(at.of(characters).casefold().split(), self.lexicon)
        return self._is_comma(at.end) and (says or several)

    def _is_comma(self, end: int) -> bool:
        return self.text.characters[end : end + 2] == ", "

    def _before_name(self, at: Span, starts: Container[int]) -> bool:
        """Say whether a name follows in apposition, a comma or nothing between."""
        if at.of(self.text.characters).rstrip("”\"’'")[-1:] in (".", "!", "?"):
            return False  # A sentence ends with it.
        between = self.text.characters[at.end : at.end + 2]
        return (between == ", " and at.end + 2 in starts) or (
            between[:1] == " " and at.end + 1 in starts
        )

    def names_in(self, at: Span) -> list[Mention]:
        """Give the names that lie in a stretch, in their order."""
        first = bisect_left(self._starts, at.start)
        last = bisect_left(self._starts, at.end)
        return [m for m in self._named[first:last] if at.holds(m.at)]

    def voice(self, spans: tuple[Span, ...], verbs: set[str], *, hint: Naming | None) -> Voice:
        """Give the one whom the source's words name.

        Args:
            verbs: the words of the cue, in small letters.
            hint: what the network makes of the naming; None where it was not taught.
        """
        return self._voicing.voice(spans, verbs, hint=hint)
