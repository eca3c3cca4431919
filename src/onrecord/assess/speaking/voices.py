"""In whose voice does a source carry a claim, and how precisely does it say so?"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from onrecord.assess.speaking.parties import Parties, Party, is_with_teller
from onrecord.assess.speaking.resting import Resting
from onrecord.core.folding import fold
from onrecord.core.identity import SourceId
from onrecord.core.origins import CarriesRow, Carrying
from onrecord.core.said import StatementRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Commitment, Naming

_FLAT = (Commitment.NOT_STATED, Commitment.CERTAIN)
_KNOWS = re.compile(r"\b(?:underst|learn|reveal|believed to)", re.IGNORECASE)
"""Cues of what an outlet knows from sources it does not name: "is understood to be"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of one document: its label, who put it out, and when.

    `day` orders documents: when it was published, or else when the case came to know it.
    """

    source: SourceId
    label: str
    outlet: str
    day: str


@dataclass(frozen=True, kw_only=True)
class Tree:
    """What the documents of a case carry of one another, and who speaks for whom.

    `documents` in the order in which they came to be known; `heads` who holds an accuser's post,
    and whose post it is; `again` gives the other sources that have the words of given places.
    """

    documents: Mapping[SourceId, Known]
    links: Mapping[SourceId, Sequence[CarriesRow]]
    parties: Parties
    rests: Sequence[Resting] = ()
    heads: Sequence[tuple[Party, Party]] = ()
    again: Callable[[Iterable[tuple[SourceId, Span]]], Mapping[SourceId, SourceId]] = lambda _: {}

    @cached_property
    def order(self) -> Mapping[SourceId, tuple[str, int]]:
        """Give by what documents are put in order of time: their day, and when they came."""
        return {source: (one.day, at) for at, (source, one) in enumerate(self.documents.items())}

    @cached_property
    def _rests_of(self) -> Mapping[str, Sequence[int]]:
        found: dict[str, list[int]] = {}
        for number, one in enumerate(self.rests):
            found.setdefault(one.who.key, []).append(number)
        return found

    def resting(self, keys: Iterable[str]) -> list[Resting]:
        """Give what rests of some parties: a claim has few of them, and a large case has many."""
        numbers = sorted(at for key in keys for at in self._rests_of.get(key, ()))
        return [self.rests[at] for at in numbers]

    @cached_property
    def outlets(self) -> Sequence[tuple[frozenset[str], Party]]:
        """Give the bodies that put documents out, each with the words of its name, the last last.

        An outlet has many documents: each is looked at once.
        """
        named = dict.fromkeys(one.outlet for one in reversed([*self.documents.values()]))
        return [
            (frozenset(fold(outlet).split()), party)
            for outlet in reversed(named)
            if (party := self.parties.of_outlet(outlet)) is not None
        ]

    @cached_property
    def retracted(self) -> frozenset[SourceId | None]:
        """Give the documents that another takes back."""
        return frozenset(
            link.of
            for links in self.links.values()
            for link in links
            if link.kind is Carrying.RETRACTION
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Carrier:
    """That a source carries a claim, in the words at `at`; no statement: in its own voice."""

    source: SourceId
    at: Span
    statement: StatementRow | None = None


class How(IntEnum):
    """By what a document was put under an origin, the most specific first."""

    BODY = 0
    PERSON = 1
    ROLE = 2
    UNNAMED = 3
    OUTLET = 4
    UNSOURCED = 5


@dataclass(frozen=True, slots=True)
class Voice:
    key: str
    name: str
    how: How
    at: Span

    @property
    def is_somebody(self) -> bool:
        return self.how <= How.ROLE


def unnamed(outlet: str) -> str:
    """Give the key under which one outlet's unnamed sources go together."""
    return f"unnamed {fold(outlet)}"


def voice_of(said: StatementRow | None, tree: Tree) -> Voice | None:
    """Say whose a statement is: its speaker, or where nobody is named the nearest who told it."""
    if said is None:
        return None
    if said.commitment not in _FLAT:
        # "Detectives believe it, according to the Echo": the Echo has it, from whomever.
        for one in said.chain:
            if outlet := tree.parties.press(one.speaker) or tree.parties.press(one.name):
                return Voice(
                    unnamed(outlet), f"the unnamed sources of {outlet}", How.OUTLET, said.at
                )
    steps = [(said.speaker, said.actor_name, said.naming)]
    steps += [(one.speaker, one.name, one.naming) for one in reversed(said.chain)]
    for number, (words, name, naming) in enumerate(steps):
        if is_with_teller(words) and number + 1 < len(steps):
            continue
        if naming is Naming.AGENTLESS and not _KNOWS.search(said.cue):
            continue
        if outlet := tree.parties.press(words) or tree.parties.press(name):
            return _of_outlet(outlet, said)
        party = tree.parties.of(words, name, naming)
        if party is None:
            # A pronoun that leads to nobody is no source that the text keeps unnamed.
            how = How.UNSOURCED if _NOBODY.search(words) and not name else How.UNNAMED
            return Voice("", "", how, said.at)
        return Voice(party.key, party.name, _specific(party, naming), said.at)
    return Voice("", "", How.UNSOURCED, said.at)


_NOBODY = re.compile(r"^(?:it|they|this|that|which|who)$", re.IGNORECASE)
_PAPERS = re.compile(
    r"^(?:the |a |an |its |their |this )?(?:[\w'’-]+ ){0,2}(?:trail|logs?|records?|files?|minutes"
    r"|notes?|documents?|papers?|data|database|footage|ledgers?|registers?|correspondence|e-?mails?"
    r"|spreadsheets?|figures|statistics|results?|accounts|receipts?|invoices?|transcripts?)$",
    re.IGNORECASE,
)
"""Things in which something stands: who shows them in a document of their own says it."""

_I = re.compile(r"^(?:I|We)$|“(?:I|We)”")
"""A speaker of whom a text says "I"."""
_TELLS = re.compile(
    r"^[“\"‘]?(?:that )?(?:the )?(?P<who>[^,.;:“”\"]{3,60}?)"
    r"(?:[’']s? (?P<paper>files?|papers?|records?|notice|report|indictment|log|dossier"
    r"|charge sheet))? (?P<tells>has it|says?|states?|shows?"
    r"|finds?|found|concludes?|concluded) that\b",
    re.IGNORECASE,
)


def _within(said: StatementRow, tree: Tree) -> Voice | None:
    """Give whose papers an unnamed source speaks from, or whose finding somebody tells of.

    "The Board's file has it that ..., an official said": the Board has it. "The auditor finds
    that": it is the auditor's, whoever writes it.
    """
    found = _TELLS.match(" ".join(said.content.split()))
    if found is None or found["who"].casefold() in ("i", "we", "he", "she", "they", "it"):
        return None
    nameless = said.naming in (Naming.ANONYMOUS, Naming.AGENTLESS)
    is_finding = found["tells"].casefold().startswith(("find", "found", "conclude"))
    if not (is_finding or (nameless and found["paper"])):
        return None
    party = _by_its_office(found["who"], tree) or tree.parties.of(
        found["who"], "", Naming.ROLE_ONLY
    )
    if party is None or not party.known:
        return None
    return Voice(party.key, party.name, How.BODY, said.at)


def _by_its_office(words: str, tree: Tree) -> Party | None:
    """Give the one body of the record's documents that words name in short: "the Ombudsman"."""
    short = set(fold(words).split()) - {"the"}
    found = {party.key: party for name, party in tree.outlets if short and short <= name}
    return next(iter(found.values())) if len(found) == 1 else None


def origin_of(said: StatementRow | None, tree: Tree) -> Voice | None:
    """Say who first made what a statement says, as far as its own words tell.

    Its voice, but: what an unnamed source has from somebody's file is theirs, what is told of a
    finding is the finder's, and who says "I" in a body's own document, or a paper that it shows
    there, speaks for the body.
    """
    if said is None:
        return None
    known = tree.documents.get(said.source)
    if known is not None and (_I.search(said.speaker) or _PAPERS.search(said.speaker)):
        own = tree.parties.of_outlet(known.outlet)
        if own is not None:
            return Voice(own.key, own.name, How.BODY, said.at)
    return _within(said, tree) or voice_of(said, tree)


def _of_outlet(outlet: str, said: StatementRow) -> Voice:
    return Voice(unnamed(outlet), f"the unnamed sources of {outlet}", How.OUTLET, said.at)


def _specific(party: Party, naming: Naming) -> How:
    if naming is Naming.NAMED:
        return How.PERSON
    return How.BODY if party.known else How.ROLE
