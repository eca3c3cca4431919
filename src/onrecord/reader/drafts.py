"""One statement while it may still grow: a quotation is broken, or goes on in the next paragraph.

A draft says what one report's words mean: mode, act, polarity, commitment. It becomes a row, with
an id from its words, when the whole text has been read.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.core.identity import StatementId, statement_id
from onrecord.core.spans import Span, Spans
from onrecord.core.vocabulary import (
    Commitment,
    Content,
    Cue,
    Dated,
    Mention,
    Mode,
    Polarity,
    SpeechAct,
    Statement,
    Text,
    Voice,
)
from onrecord.reader.lexicon import Lexicon
from onrecord.reader.phrases import span_of
from onrecord.reader.reports import Report
from onrecord.reader.words import Word


@dataclass(slots=True)
class Draft:
    """A statement in the making; `quotes` counts its quotations."""

    source: Voice | None
    cue: Spans
    content: list[Span]
    quotes: int
    only_quotes: bool
    act: SpeechAct
    polarity: Polarity
    commitment: Commitment
    hedges: Spans
    made: Dated | None
    addressee: Mention | None
    parent: Draft | None = None

    def go_on(self, quotation: Span) -> None:
        """Take in a quotation with which the same speaker goes on."""
        self.content.append(quotation)
        self.quotes += 1

    @property
    def mode(self) -> Mode:
        if not self.quotes:
            return Mode.INDIRECT
        return Mode.DIRECT if self.only_quotes else Mode.MIXED

    @property
    def size(self) -> int:
        """Give how many characters its content has."""
        return sum(span.end - span.start for span in self.content)

    @property
    def extent(self) -> Span:
        """Give the span from the first to the last word of its cue and content."""
        spans = [*self.content, *self.cue]
        return Span(min(s.start for s in spans), max(s.end for s in spans))

    def holds(self, other: Draft) -> bool:
        """Say whether all that makes `other` lies in the content of this one."""
        return self is not other and all(
            any(mine.holds(span) for mine in self.content)
            for span in (*other.content, *other.cue, *(other.source.spans if other.source else ()))
        )

    def identifier(self, text: Text) -> StatementId:
        """Give the id that its words in `text` make."""
        spans = self.source.spans if self.source else ()
        return statement_id(text.id, spans, self.cue, self.content)

    def statement(self, text: Text) -> Statement:
        """Give the statement it has become."""
        return Statement(
            id=self.identifier(text),
            source=self.source,
            cue=Cue(self.cue),
            content=Content(tuple(self.content)),
            mode=self.mode,
            act=self.act,
            polarity=self.polarity,
            commitment=self.commitment,
            hedges=self.hedges,
            made=self.made.when if self.made else None,
            addressee=self.addressee.id if self.addressee else None,
            parent=self.parent.identifier(text) if self.parent else None,
        )


def draft(
    sentence: list[Word],
    report: Report,
    lexicon: Lexicon,
    *,
    source: Voice | None,
    names: list[Mention],
    dates: list[Dated],
) -> Draft:
    """Make a draft of one report.

    Args:
        source: the one who speaks; None where the words name nobody.
        names, dates: those of the sentence, in their order.
    """
    content = [span_of(sentence, piece) for piece in report.content]
    inside = [unit for first, last in report.content for unit in sentence[first:last]]
    hedges, commitment = _hedging(sentence, report, inside, lexicon)
    act, polarity, commitment = _act(report, commitment)
    return Draft(
        source=source,
        cue=(span_of(sentence, report.cue),),
        content=content,
        quotes=sum(unit.quote for unit in inside),
        only_quotes=all(unit.quote or unit.is_mark for unit in inside),
        act=act,
        polarity=polarity,
        commitment=commitment,
        hedges=hedges,
        made=_day_of_saying(content, dates),
        addressee=_addressee(sentence, report, names),
    )


def _hedging(
    sentence: list[Word], report: Report, inside: list[Word], lexicon: Lexicon
) -> tuple[Spans, Commitment]:
    """Give the words that hold back, and how firmly they leave the speaker bound."""
    hedges = []
    commitment = report.commitment
    of_cues = lexicon.agentless_hedges if report.agentless else lexicon.hedging_cues
    for unit in sentence[report.cue[0] : report.cue[1]]:
        if unit.low in of_cues:
            hedges.append(unit.span)
            commitment = of_cues[unit.low]
    for unit in inside:
        if not unit.quote and unit.low in lexicon.hedges and unit.text != "May":
            hedges.append(unit.span)
            commitment = lexicon.hedges[unit.low]
    return tuple(sorted(hedges)), commitment


def _act(report: Report, commitment: Commitment) -> tuple[SpeechAct, Polarity, Commitment]:
    """Give act, polarity and commitment; a cue that is denied itself asserts nothing."""
    if not report.negated:
        denies = report.act is SpeechAct.DENIES
        return report.act, Polarity.NEGATIVE if denies else Polarity.POSITIVE, commitment
    if report.commitment in (Commitment.PROBABLE, Commitment.POSSIBLE):
        return report.act, Polarity.NEGATIVE, Commitment.IMPROBABLE
    return SpeechAct.DECLINES, Polarity.POSITIVE, Commitment.NOT_STATED


def _day_of_saying(content: list[Span], dates: list[Dated]) -> Dated | None:
    """Give the one date outside the content: a date inside it dates what was said."""
    outside = [
        dated
        for dated in dates
        if dated.when is not None and not any(span.overlaps(dated.at) for span in content)
    ]
    return outside[0] if len(outside) == 1 else None


def _addressee(sentence: list[Word], report: Report, names: list[Mention]) -> Mention | None:
    if report.addressee is None:
        return None
    at = span_of(sentence, report.addressee)
    return next((mention for mention in names if at.holds(mention.at)), None)
