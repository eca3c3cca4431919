"""What claims rest on, whatever is decided on them: made ready once for one pair of clocks.

A decision on a claim changes none of it, so a program that has the case open decides again and
again at the cost of the claim alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property

import msgspec

from onrecord import assess
from onrecord.case.claiming import Asked, all_said
from onrecord.case.claims import RULES
from onrecord.case.kept import Place, decoded
from onrecord.case.listing import Listing
from onrecord.case.named import Named
from onrecord.case.origins import Origins
from onrecord.case.present import NOW
from onrecord.core.identity import SourceId, row_id
from onrecord.core.rows import SourceRow, StatementRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import AsOf, BlockKind, Claim, Judgement, Mention, Position
from onrecord.ledger import Ledger


class Grounds:
    """Statements, documents and actors that the claims as of both clocks rest on.

    Args:
        carried: gives what documents carry of one another.
        known: names all that the machine proposes claims from: no valid time bounds it.
    """

    def __init__(
        self,
        ledger: Ledger,
        listing: Listing,
        carried: Callable[[AsOf], Origins],
        as_of: AsOf,
        known: str,
    ) -> None:
        self._ledger, self._list, self._carried = ledger, listing, carried
        self._as_of, self._known = as_of, AsOf(known=as_of.known)
        self._name = f"{RULES} {known}"
        self._headings: dict[SourceId, list[Span]] = {}

    def asked(self, context: str, moment: str, judgements: Sequence[Judgement]) -> Asked:
        """Give what the room of claims asks for, with what people decided laid over the claims."""
        return Asked(
            context=context,
            moment=moment,
            now=self._as_of == NOW,
            valid=self._as_of.valid,
            grouped=lambda: assess.decided(
                self.proposed, judgements, lambda: self.said.values(), self._placed
            ),
            placed=lambda wordings: [
                Claim(
                    id=row_id("clm", words), wording=words, worded_by="whoever asks",
                    positions=self._placed(words),
                )
                for words in dict.fromkeys(wordings)
            ],
            said=lambda: self.said,
            statements=lambda ids: self._list.bare_statements(self._known, ids),
            own=self._own,
            holders=lambda rows: assess.Holders(rows, self._origins.tree),
            counted=lambda rows: self._origins.counted(rows),
            sources=lambda: list(self._sources.values()),
            versions=self._versions,
            words=lambda source: self._list.text_of(self._sources[source]).characters,
            headlines=self._headlines,
            named=lambda: self._named.of,
            replies=lambda: self._list.ungraded_replies(self._as_of),
            marks=lambda: self._list.marks(self._known),
        )  # fmt: skip

    @cached_property
    def said(self) -> dict[Place, StatementRow]:
        """All statements known by then, with what outlets say themselves."""
        rows = self._list.unmarked_statements(self._known)
        every = all_said(rows, self._sources.values(), self._list.text_of)
        return {(row.source, row.id): row for row in every}

    @cached_property
    def proposed(self) -> list[Claim]:
        """The claims as the machine proposes them: remembered until what they rest on changes.

        Then only what comes after the change is grouped anew, as a rule what a new document says.
        """
        key = f"claims proposed {self._name}"
        body = self._ledger.remembered(key)
        if body is not None:
            return decoded(body, list[Claim])
        steps = f"claims steps {RULES} {assess.load_measure().digest}"
        before = self._ledger.remembered(steps)
        made, taken = assess.proposed(
            [*self.said.values()],
            assess.load_measure(),
            wordings=self._wordings,
            memory=self._ledger,
            before=[] if before is None else decoded(before, list[assess.Step]),
        )
        if self._known == NOW:
            self._ledger.remember("claims proposed", key, msgspec.json.encode(made))
            self._ledger.remember("claims steps", steps, msgspec.json.encode(taken))
        else:
            self._ledger.remember("claims proposed then", key, msgspec.json.encode(made))
        return made

    def _placed(self, words: str) -> tuple[Position, ...]:
        """Give the positions on a claim in words; remembered as what is proposed is."""
        kind = f"claim placed {row_id('clm', words)}"
        key = f"{kind} {self._name}"
        body = self._ledger.remembered(key)
        if body is not None:
            return decoded(body, tuple[Position, ...])
        made = assess.placed(
            words, [*self.said.values()], assess.load_measure(),
            wordings=self._wordings, memory=self._ledger, parties=self._origins.parties,
        )  # fmt: skip
        self._ledger.remember(
            f"claim placed {row_id('clm', words)}", key, msgspec.json.encode(made)
        )
        return made

    @cached_property
    def _wordings(self) -> dict[Place, str]:
        rows = [*self.said.values()]
        return self._list.wordings(rows, self._known, self._origins.parties, self._mentions)

    @cached_property
    def _mentions(self) -> list[tuple[SourceId, str, Mention]]:
        return self._ledger.ask.mentions(self._known)

    @cached_property
    def _sources(self) -> dict[SourceId, SourceRow]:
        return {row.id: row for row in self._list.sources(self._known)}

    @cached_property
    def _named(self) -> Named:
        return Named(self._mentions, self._list.people(self._known))

    @cached_property
    def _origins(self) -> Origins:
        return self._carried(self._known)

    def _versions(self) -> Iterator[tuple[SourceId, SourceId]]:
        for one in assess.versions(self._origins.documents):
            yield one.earlier, one.later

    def _headlines(self, source: SourceId) -> list[Span]:
        """Give where the headlines of a source stand. Its text is decoded only once."""
        if source not in self._headings:
            blocks = self._list.text_of(self._sources[source]).blocks
            self._headings[source] = [one.at for one in blocks if one.kind is BlockKind.HEADLINE]
        return self._headings[source]

    def _own(self, source: SourceId, at: Span) -> StatementRow:
        row = self._sources[source]
        return assess.own_sentence(row, self._list.text_of(row), at)
