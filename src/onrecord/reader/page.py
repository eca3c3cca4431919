"""One text while it is being read: what was found so far, and how it becomes rows with ids.

Holds what reaches over a sentence's end, such as a quotation that goes on in the next paragraph. It
is thrown away with the reading.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from onrecord.core.dates import When
from onrecord.core.identity import RowId, StatementId, anchored
from onrecord.core.spans import Span
from onrecord.core.vocabulary import (
    ActorKind,
    Dated,
    IdentityClaim,
    Mention,
    Naming,
    Reply,
    Statement,
    Text,
)
from onrecord.reader.drafts import Draft, draft
from onrecord.reader.lexicon import Lexicon
from onrecord.reader.names import Roll
from onrecord.reader.phrases import span_of
from onrecord.reader.replies import Unanswered
from onrecord.reader.reports import Report
from onrecord.reader.speakers import Speakers, head_name
from onrecord.reader.times import Calendar
from onrecord.reader.words import Word


class Found(NamedTuple):
    """One sentence, and what its words report."""

    sentence: list[Word]
    reports: list[Report]
    unanswered: list[Unanswered]


class _Identity(NamedTuple):
    """Somebody is understood to be somebody: two mentions, as one statement holds."""

    one: Mention
    other: Mention
    draft: Draft
    at: Span


@dataclass(slots=True)
class Page:
    """The reading of one text in the making."""

    text: Text
    told_on: When | None
    lexicon: Lexicon
    sentences: list[Span] = field(default_factory=list)
    """The sentences of the running text, in its order."""
    _roll: Roll = field(init=False)
    _speakers: Speakers = field(init=False)
    _calendar: Calendar = field(init=False)
    _dates: list[Dated] = field(default_factory=list)
    _drafts: list[Draft] = field(default_factory=list)
    _replies: dict[RowId, Reply] = field(default_factory=dict)
    _identities: list[_Identity] = field(default_factory=list)
    _last_in_block: Draft | None = None
    _open: Draft | None = None
    """The statement whose quotation the block before left open."""

    def __post_init__(self) -> None:
        characters = self.text.characters
        self._roll = Roll(self.text.id, self.lexicon)
        self._speakers = Speakers(characters, self.lexicon, self._roll)
        self._calendar = Calendar(self.text.id, self.told_on, self.lexicon, characters)

    # --- taking in ---

    def take_dates(self, words: list[Word]) -> list[Dated]:
        """Enter the dates of one block and give them in their order."""
        dates = self._calendar.dates(words)
        self._dates.extend(dates)
        return dates

    def take_block(self, words: list[Word], found: list[Found], left_open: bool) -> None:
        """Enter one block of running text: its words, and its sentences with what they report.

        Args:
            left_open: it ends in a quotation with which the next block goes on.
        """
        dates = self.take_dates(words)
        speaking = sorted(
            span_of(sentence, report.source)
            for sentence, reports, _ in found
            for report in reports
            if report.source is not None
        )
        names = self._roll.take(words, speaking)
        self._last_in_block = None
        for one in found:
            self._take_sentence(one, _inside(names, one.sentence), _inside(dates, one.sentence))
        self._open = self._last_in_block if left_open else None

    def _take_sentence(self, found: Found, names: list[Mention], dates: list[Dated]) -> None:
        sentence, reports, unanswered = found
        self.sentences.append(span_of(sentence, (0, len(sentence))))
        self._speakers.meet(names)
        reports = [one for one in reports if not any(u.covers(one.cue) for u in unanswered)]
        drafts = [self._draft(sentence, report, names, dates) for report in reports]
        for one in unanswered:
            self._take_reply(sentence, one, names)
        self._take_drafts(sentence, drafts)
        for report, made in zip(reports, drafts, strict=True):
            if report.agentless:
                self._take_identity(sentence, report, made, names)

    def _draft(
        self, sentence: list[Word], report: Report, names: list[Mention], dates: list[Dated]
    ) -> Draft:
        source = None
        if report.source is not None:
            source = self._speakers.voice(sentence, report.source, report.cue, names)
        return draft(sentence, report, self.lexicon, source=source, names=names, dates=dates)

    def _take_drafts(self, sentence: list[Word], drafts: list[Draft]) -> None:
        """Enter a sentence's statements, each under the narrowest one that holds it."""
        if not drafts:
            self._go_on(sentence)
            return
        for one in drafts:
            around = [other for other in drafts if other.holds(one)]
            one.parent = min(around, key=lambda other: other.size, default=None)
        self._drafts.extend(drafts)
        outermost = (one for one in reversed(drafts) if one.parent is None)
        self._last_in_block = next(outermost, drafts[-1])

    def _go_on(self, sentence: list[Word]) -> None:
        """Join a sentence that is one quotation to the statement it goes on with."""
        if not sentence[0].quote or any(not word.is_mark for word in sentence[1:]):
            return
        onto = self._last_in_block or self._open
        if onto is not None and onto.quotes:
            onto.go_on(sentence[0].span)
            self._last_in_block = onto

    def _take_reply(self, sentence: list[Word], one: Unanswered, names: list[Mention]) -> None:
        span = span_of(sentence, one.asked)
        at = (span_of(sentence, one.at),)
        voice = self._speakers.voice(sentence, one.asked, one.at, names)
        identifier = RowId(anchored("rep", self.text.id, [span], at))
        self._replies[identifier] = Reply(id=identifier, asked=voice, outcome=one.outcome, at=at)

    def _take_identity(
        self, sentence: list[Word], report: Report, made: Draft, names: list[Mention]
    ) -> None:
        """Enter "X is understood to be Y": both must be named or described in these words."""
        if len(report.content) != 2:
            return
        subject, (first, last) = report.content
        if [word.low for word in sentence[first : first + 2]] != ["to", "be"] or last < first + 3:
            return
        at = sentence[first + 2].start
        other = next((name for name in names if name.at.start <= at < name.at.end), None)
        if other is None:
            return
        one = head_name(sentence[subject[0] : subject[1]], names, self.lexicon)
        if one is None:
            span = span_of(sentence, subject)
            one = self._speakers.described(span, ActorKind.NOT_KNOWN, Naming.ROLE_ONLY)
        self._identities.append(_Identity(one, other, made, made.extent))

    # --- giving out ---

    def statements(self) -> tuple[Statement, ...]:
        """Give the statements in the order of their words, each once."""
        made: dict[StatementId, Statement] = {}
        for one in self._drafts:
            statement = one.statement(self.text)
            made.setdefault(statement.id, statement)
        return tuple(sorted(made.values(), key=lambda s: (s.anchor, s.id)))

    def mentions(self) -> tuple[Mention, ...]:
        """Give the mentions in the order of their words."""
        return tuple(sorted(self._roll.mentions.values(), key=lambda m: m.at))

    def dates(self) -> tuple[Dated, ...]:
        """Give the dates in the order of their words."""
        return tuple(sorted(self._dates, key=lambda d: d.at))

    def replies(self) -> tuple[Reply, ...]:
        """Give the silences and refusals in the order of their words."""
        return tuple(sorted(self._replies.values(), key=lambda r: r.at))

    def identity_claims(self) -> tuple[IdentityClaim, ...]:
        """Give the identity claims in the order of their words."""
        return tuple(
            IdentityClaim(
                id=RowId(anchored("idc", self.text.id, [at], [one.at], [other.at])),
                one=one.id,
                other=other.id,
                statement=made.identifier(self.text),
                at=(at,),
            )
            for one, other, made, at in self._identities
        )


_Placed = TypeVar("_Placed", Mention, Dated)


def _inside(placed: list[_Placed], sentence: list[Word]) -> list[_Placed]:
    """Give those of `placed`, which are in order, that lie in the sentence."""
    first = bisect_left(placed, sentence[0].start, key=lambda one: one.at.start)
    last = bisect_left(placed, sentence[-1].end, key=lambda one: one.at.start)
    return placed[first:last]
