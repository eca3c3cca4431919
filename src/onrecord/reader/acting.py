"""Who acts for whom: lawyers and their clients, and the parties of a case by their number.

"My client" in a lawyer's words is the one whom the text says the lawyer acts for; "the first
defendant" is the first name after the "v". Where the text tells of two, or of none, it is nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from onrecord.core.identity import MentionId, mention_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import ActorKind, Mention, Naming
from onrecord.reader.names import Roll

_LAWYER = r"(?:lawyer|solicitor|barrister|counsel|attorney|advocate)s?"
_FOR = re.compile(
    rf",? (?:(?:a |an |the |his |her )?(?:\w+ )?{_LAWYER} (?:for|of|acting for|representing)"
    r"|for|acting for|representing|who (?:acts|acted|is acting) for) $",
    re.IGNORECASE,
)
"""Between a lawyer and a client: "Tom Reed, for Vorn", "Tom Reed, counsel for Vorn"."""
_OWN = re.compile(rf"^[’']s? (?:\w+ )?{_LAWYER},? $")
"""Between a client and a lawyer: "Vorn's lawyer, Tom Reed"."""
_OWN_AFTER = re.compile(rf"^[’']s? (?:\w+ )?{_LAWYER}\b")
_APPEARS = re.compile(r"^: $")
_ACTS = re.compile(
    rf"\b(?:(?:we|i) act for|(?:a|an|the|his|her)? ?{_LAWYER} (?:for|of|acting for)) $",
    re.IGNORECASE,
)
"""Before a client whose lawyer is not named: "We act for", "A lawyer for"."""
_CLIENT = re.compile(r"\b(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]heir)\s+clients?\b")
_PARTY = re.compile(
    r"\b[Tt]he\s+(first|second|third|fourth|fifth)\s+(?:defendant|accused|respondent)\b"
)
_VERSUS = re.compile(r"(?<=\s)v(?:s|ersus)?\.?(?=\s)")
_ORDER = ("first", "second", "third", "fourth", "fifth")
_A_LAWYER_FOR = re.compile(rf"(?:an?|the) {_LAWYER} for ", re.IGNORECASE)
_LAST = 8
"""So many lawyers before a place are looked at."""
_QUOTE = 400
"""Characters from "my client" to who says it, at most."""
_WAY = 60
"""Characters between a lawyer and a client, at most."""
_STOP = re.compile(r"[.!?][”’\"')]*\s")
_SAID = re.compile(r"[’”'\"],? said $")


@dataclass(frozen=True, slots=True)
class _Acts:
    """A lawyer, if one is named, and a client: founders, and the place of the words."""

    lawyer: MentionId | None
    client: MentionId
    at: int


class Acting:
    """Leads clients and parties of one text by what it tells of them."""

    def __init__(
        self,
        characters: str,
        roll: Roll,
        paragraphs: list[Span],
        apart: list[tuple[Span, Span]],
    ) -> None:
        self._characters, self._roll, self._paragraphs = characters, roll, paragraphs
        self._apart = apart
        self._parties = sorted(
            (
                m for m in roll.mentions.values()
                if m.kind is ActorKind.PERSON
                or (m.naming is Naming.NAMED and m.kind is not ActorKind.PLACE)
            ),
            key=lambda m: m.at,
        )  # fmt: skip
        self._starts = [m.at.start for m in self._parties]

    def lead(self) -> None:
        """Lead them, parties first: a party may be a client."""
        if _PARTY.search(self._characters):
            self._lead_parties()
        if not _CLIENT.search(self._characters):
            return
        acts = list(self._acts())
        self._clients_of: defaultdict[MentionId, set[MentionId]] = defaultdict(set)
        for one in acts:
            if one.lawyer is not None:
                self._clients_of[one.lawyer].add(one.client)
        self._lawyers = [m for m in self._parties if (m.same_as or m.id) in self._clients_of]
        self._lawyer_starts = [m.at.start for m in self._lawyers]
        self._unnamed = sorted((one.at, one.client) for one in acts if one.lawyer is None)
        for paragraph in self._paragraphs:
            for found in _CLIENT.finditer(self._characters, paragraph.start, paragraph.end):
                at = Span(*found.span())
                clients = self._clients(at, paragraph)
                if len(clients) == 1:
                    (client,) = clients
                    self._put(at, client)
                    self._name_the_lawyer(at, paragraph, client)
                elif clients and at in self._roll.mentions:
                    self._roll.mentions[at] = replace(self._roll.mentions[at], same_as=None)

    # --- parties by number ---

    def _lead_parties(self) -> None:
        versus = _VERSUS.search(self._characters)
        if versus is None:
            return
        block = next((p for p in self._paragraphs if p.start <= versus.start() < p.end), None)
        if block is None:
            return
        names = [
            m.same_as or m.id
            for m in self._within(Span(versus.end(), block.end))
            if m.naming is Naming.NAMED
        ]
        for found in _PARTY.finditer(self._characters):
            number = _ORDER.index(found.group(1))
            if number < len(names):
                self._put(Span(*found.span()), names[number])

    # --- clients ---

    def _acts(self) -> Iterator[_Acts]:
        """Give what the text tells of who acts for whom."""
        for number, one in enumerate(self._parties):
            if one.naming is not Naming.NAMED and not _PARTY.fullmatch(one.name):
                continue  # nobody who acts, nor for whom one does
            before = self._characters[max(0, one.at.start - _WAY) : one.at.start].replace("\n", " ")
            if _ACTS.search(before):
                yield _Acts(None, one.same_as or one.id, one.at.start)
            for other in self._parties[number + 1 : number + 4]:
                between = self._characters[one.at.end : other.at.start].replace("\n", " ")
                if len(between) > _WAY:
                    break
                is_lawyer = one.naming is Naming.NAMED and one.kind is ActorKind.PERSON
                if is_lawyer and _FOR.fullmatch(between):
                    yield _Acts(one.same_as or one.id, other.same_as or other.id, one.at.start)
                elif _OWN.fullmatch(between) or (
                    _APPEARS.fullmatch(between) and before.endswith("For ")
                ):
                    yield _Acts(other.same_as or other.id, one.same_as or one.id, one.at.start)
                elif between == ", " and _OWN_AFTER.match(self._characters, other.at.end):
                    yield _Acts(one.same_as or one.id, other.same_as or other.id, one.at.start)

    def _clients(self, at: Span, paragraph: Span) -> set[MentionId]:
        """Give whose lawyer speaks: the last one named before in the paragraph, or of a letter.

        Of two who are named in one sentence either may speak.
        """
        end = bisect_left(self._lawyer_starts, at.start)
        near = self._lawyers[max(0, end - _LAST) : end] or self._lawyers[end : end + 1]
        before = [m for m in near if paragraph.start <= m.at.start < paragraph.end]
        clients: set[MentionId] = set()
        for one in before:
            last = before[-1].at.start
            if not _STOP.search(self._characters, one.at.end, max(one.at.end, last)):
                clients |= self._clients_of[one.same_as or one.id]
        clients |= {client for _, client in self._unnamed_in(paragraph)}
        if not clients and not self._lawyers:
            clients = {client for _, client in self._unnamed[:_LAST]}
        return clients

    def _unnamed_in(self, paragraph: Span) -> list[tuple[int, MentionId]]:
        """Give the first places of a paragraph at which somebody's unnamed lawyer is told of."""
        first = bisect_left(self._unnamed, (paragraph.start, ""))
        return [one for one in self._unnamed[first : first + _LAST] if one[0] < paragraph.end]

    def _name_the_lawyer(self, at: Span, paragraph: Span, client: MentionId) -> None:
        """Lead "a lawyer for Vorn" to the only one who is named as saying "my client"."""
        unnamed = self._unnamed_in(paragraph)
        speakers = {
            m.same_as or m.id
            for m in self._within(Span(at.end, min(paragraph.end, at.end + _QUOTE)))[:_LAST]
            if m.naming is Naming.NAMED
            and _SAID.search(self._characters, max(0, m.at.start - 10), m.at.start)
        }
        if len(unnamed) != 1 or len(speakers) != 1 or client in speakers:
            return
        where = unnamed[0][0]
        for mention in self._within(Span(max(paragraph.start, where - _WAY), where)):
            if _A_LAWYER_FOR.match(mention.name) and mention.at.end >= where:
                self._put(mention.at, next(iter(speakers)))

    # --- entering ---

    def _within(self, at: Span) -> list[Mention]:
        first = bisect_left(self._starts, at.start)
        return self._parties[first : bisect_left(self._starts, at.end)]

    def _put(self, at: Span, founder: MentionId) -> None:
        known = self._roll.mentions.get(at)
        if founder in self._roll.barred(at, self._apart):
            return  # that they are one is somebody's claim, and no more
        if known is None:
            name = " ".join(at.of(self._characters).split())
            self._roll.mentions[at] = Mention(
                id=mention_id(self._roll.text, at), at=at, name=name, kind=ActorKind.PERSON,
                naming=Naming.ROLE_ONLY, same_as=founder,
            )  # fmt: skip
        elif founder != known.id:
            self._roll.mentions[at] = replace(known, same_as=founder)
