"""One text while it is being read: what was found so far, and how it becomes rows with ids.

Holds what reaches over a sentence's end: the last speaker, and a quotation that goes on in the next
paragraph. It is thrown away with the reading.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TypeVar

from onrecord.core.dates import When
from onrecord.core.identity import RowId, StatementId, anchored, statement_id
from onrecord.core.spans import Span, Spans
from onrecord.core.vocabulary import (
    ActorKind,
    Commitment,
    Content,
    Cue,
    Dated,
    IdentityClaim,
    Mention,
    Mode,
    Naming,
    Polarity,
    Reply,
    SpeechAct,
    Statement,
    Text,
    Voice,
)
from onrecord.reader import voices
from onrecord.reader.lexicon import Lexicon
from onrecord.reader.names import Roll
from onrecord.reader.phrases import Range
from onrecord.reader.replies import Unanswered
from onrecord.reader.reports import Report
from onrecord.reader.times import Calendar
from onrecord.reader.words import Word, words

Read = list[tuple[list[Word], list[Report], list[Unanswered]]]


@dataclass(slots=True)
class Draft:
    """A statement that may still grow: a quotation is broken, or goes on in the next paragraph."""

    source: Voice | None
    cue: Spans
    content: list[Span]
    quotes: int
    pieces_quoted: bool
    act: SpeechAct
    polarity: Polarity
    commitment: Commitment
    hedges: Spans
    made: Dated | None
    addressee: Mention | None
    parent: Draft | None = None

    @property
    def mode(self) -> Mode:
        if not self.quotes:
            return Mode.INDIRECT
        return Mode.DIRECT if self.pieces_quoted else Mode.MIXED

    def identifier(self, text: Text) -> StatementId:
        spans = self.source.spans if self.source else ()
        return statement_id(text.id, spans, self.cue, self.content)

    def holds(self, other: Draft) -> bool:
        """Say whether all that makes `other` lies in the content of this one."""
        return self is not other and all(
            any(mine.holds(span) for mine in self.content)
            for span in (*other.content, *other.cue, *(other.source.spans if other.source else ()))
        )


@dataclass(slots=True)
class Page:
    """The reading of one text in the making."""

    text: Text
    told_on: When | None
    lexicon: Lexicon
    characters: str = field(init=False)
    sentences: list[Span] = field(default_factory=list)
    """The sentences of the running text, in its order."""
    _roll: Roll = field(init=False)
    _calendar: Calendar = field(init=False)
    _dates: list[Dated] = field(default_factory=list)
    _drafts: list[Draft] = field(default_factory=list)
    _replies: dict[str, Reply] = field(default_factory=dict)
    _identities: list[tuple[Mention, Mention, Draft, Spans]] = field(default_factory=list)
    _of_block: list[Mention] = field(default_factory=list)
    _dates_of_block: list[Dated] = field(default_factory=list)
    _last_speaker: Mention | None = None
    _people_since: set[str] = field(default_factory=set)
    _open: Draft | None = None
    _last_in_block: Draft | None = None

    def __post_init__(self) -> None:
        self.characters = self.text.characters
        self._roll = Roll(self.text.id, self.lexicon)
        self._calendar = Calendar(self.text.id, self.told_on, self.lexicon, self.characters)

    # --- taking in ---

    def take_dates(self, found: list[Word]) -> None:
        """Enter the dates of one block."""
        self._dates_of_block = self._calendar.dates(found)
        self._dates.extend(self._dates_of_block)

    def take_names(self, found: list[Word], read: Read) -> None:
        """Enter the names of one block; phrases that speak are known by then."""
        sure = [
            _span(sentence, report.source)
            for sentence, reported, _ in read
            for report in reported
            if report.source is not None
        ]
        self._of_block = self._roll.take(found, sorted(sure))

    def begin_block(self) -> None:
        self._last_in_block = None

    def end_block(self, still_open: bool) -> None:
        """Keep the statement whose quotation the next block goes on with."""
        self._open = self._last_in_block if still_open else None

    def take_sentence(
        self, sentence: list[Word], reported: list[Report], unanswered: list[Unanswered]
    ) -> None:
        """Enter one sentence and what it reports."""
        self.sentences.append(_span(sentence, (0, len(sentence))))
        dates = _inside(self._dates_of_block, sentence)
        names = self._mentions_within(sentence)
        silent = [one.at for one in unanswered]
        made = [
            (report, self._draft(sentence, report, names, dates))
            for report in reported
            if not any(a <= report.cue[0] < b for a, b in silent)
        ]
        for one in unanswered:
            self._reply(sentence, one, names)
        drafts = [draft for _, draft in made]
        for draft in drafts:
            around = [other for other in drafts if other.holds(draft)]
            draft.parent = min(around, key=_extent, default=None)
        for report, draft in made:
            if report.agentless:
                self._identity(sentence, report, draft, names)
        if drafts:
            self._drafts.extend(drafts)
            self._last_in_block = next(
                (d for d in reversed(drafts) if d.parent is None), drafts[-1]
            )
        else:
            self._continue(sentence)

    def _continue(self, sentence: list[Word]) -> None:
        """Join a sentence that is one quotation to the statement it goes on with."""
        if not sentence[0].quote or any(not w.is_mark for w in sentence[1:]):
            return
        onto = self._last_in_block or self._open
        if onto is not None and onto.quotes:
            onto.content.append(sentence[0].span)
            onto.quotes += 1
            self._last_in_block = onto

    # --- one statement ---

    def _draft(
        self, sentence: list[Word], report: Report, names: list[Mention], dates: list[Dated]
    ) -> Draft:
        content = [_span(sentence, piece) for piece in report.content]
        inside = [unit for a, b in report.content for unit in sentence[a:b]]
        quotes = sum(unit.quote for unit in inside)
        hedges, commitment = self._hedging(sentence, report, inside)
        outside = [
            one
            for one in dates
            if one.when is not None and not any(span.overlaps(one.at) for span in content)
        ]
        act, polarity, commitment = _act(report, commitment)
        source = None if report.source is None else self._voice(sentence, report, names)
        return Draft(
            source=source,
            cue=(_span(sentence, report.cue),),
            content=content,
            quotes=quotes,
            pieces_quoted=all(
                all(unit.quote or unit.is_mark for unit in sentence[a:b]) for a, b in report.content
            ),
            act=act,
            polarity=polarity,
            commitment=commitment,
            hedges=hedges,
            made=outside[0] if len(outside) == 1 else None,
            addressee=self._addressee(sentence, report, names),
        )

    def _hedging(
        self, sentence: list[Word], report: Report, inside: list[Word]
    ) -> tuple[Spans, Commitment]:
        hedges = []
        commitment = report.commitment
        lexicon = self.lexicon
        of_cues = lexicon.agentless_hedges if report.agentless else lexicon.hedging_cues
        for unit in sentence[report.cue[0] : report.cue[1]]:
            if unit.low in of_cues:
                hedges.append(unit.span)
                commitment = of_cues[unit.low]
        for unit in inside:
            if not unit.quote and unit.low in self.lexicon.hedges and unit.text != "May":
                hedges.append(unit.span)
                commitment = self.lexicon.hedges[unit.low]
        return tuple(sorted(hedges)), commitment

    def _addressee(
        self, sentence: list[Word], report: Report, names: list[Mention]
    ) -> Mention | None:
        if report.addressee is None:
            return None
        at = _span(sentence, report.addressee)
        return next((mention for mention in names if at.holds(mention.at)), None)

    # --- who speaks ---

    def _voice(self, sentence: list[Word], report: Report, names: list[Mention]) -> Voice:
        assert report.source is not None
        first, last = report.source
        phrase = sentence[first:last]
        span = _span(sentence, report.source)
        if len(phrase) == 1 and phrase[0].low in self.lexicon.pronouns:
            return self._by_pronoun(phrase[0], span, names)
        cue = {word.low for word in sentence[report.cue[0] : report.cue[1]]}
        named = self._head_name(phrase, names)
        if voices.is_outlet(phrase, self.lexicon) and cue & self.lexicon.publisher_verbs:
            mention = named or self._described(span, ActorKind.ORGANISATION, Naming.PUBLISHER)
            return Voice(spans=(span,), naming=Naming.PUBLISHER, mention=mention.id)
        how = voices.naming(phrase, named is not None, self.lexicon)
        if named is None or how is Naming.ANONYMOUS:
            mention = self._described(span, voices.kind(how), how)
        else:
            mention = named
        self._speaks(mention)
        return Voice(spans=(span,), naming=how, mention=mention.id)

    def _by_pronoun(self, word: Word, span: Span, names: list[Mention]) -> Voice:
        """Resolve "he", "she", "they" to the last speaker if nobody else came between."""
        if word.low in ("who", "which"):
            before = [m for m in names if m.at.end <= span.start <= m.at.end + 3]
            if before:
                self._speaks(before[-1])
                return Voice(spans=(span,), naming=Naming.NAMED, mention=before[-1].id)
            return Voice(spans=(span,), naming=Naming.ROLE_ONLY)
        if word.low not in self.lexicon.personal:
            how = Naming.ANONYMOUS if word.low in ("some", "many", "others") else Naming.ROLE_ONLY
            return Voice(spans=(span,), naming=how)
        last = self._last_speaker
        alone = word.low in ("he", "she")
        if last is None or len(self._people_since) > 1 or (alone and self._is_many(last)):
            return Voice(spans=(span,), naming=Naming.NAMED)
        return Voice(spans=(span,), naming=last.naming, mention=last.id)

    def _is_many(self, mention: Mention) -> bool:
        """Say whether "he" cannot be meant: a body, or people known by what they are."""
        if mention.naming is Naming.NAMED:
            return mention.kind in (ActorKind.ORGANISATION, ActorKind.PUBLIC_BODY)
        found = words(self.characters, mention.at, self.lexicon)
        return voices.head_of(found, self.lexicon).low.endswith("s")

    def _speaks(self, mention: Mention) -> None:
        self._last_speaker = mention
        self._people_since = {mention.same_as or mention.id}

    def _head_name(self, phrase: list[Word], names: list[Mention]) -> Mention | None:
        """Give the name that the phrase is about, not one it only mentions: "Vale's lawyer"."""
        found: list[Mention] = []
        ends = {word.end: number for number, word in enumerate(phrase)}
        starts = {word.start: number for number, word in enumerate(phrase)}
        for mention in names:
            first = starts.get(mention.at.start)
            last = ends.get(mention.at.end)
            if first is None or last is None:
                continue
            following = phrase[last + 1] if last + 1 < len(phrase) else None
            before = phrase[first - 1] if first else None
            if following is not None and following.text in ("’", "'"):
                continue
            if following is not None and _is_noun(following, self.lexicon):
                continue
            if before is not None and before.low in self.lexicon.prepositions | {"the"} and found:
                continue
            if before is not None and before.low in self.lexicon.prepositions:
                continue
            found.append(mention)
        people = [mention for mention in found if mention.kind is ActorKind.PERSON]
        return next(iter(people or found), None)

    def _described(self, span: Span, kind: ActorKind, naming: Naming) -> Mention:
        name = " ".join(span.of(self.characters).split())
        return self._roll.add(span, name, kind, naming)

    # --- silences and identities ---

    def _reply(self, sentence: list[Word], one: Unanswered, names: list[Mention]) -> None:
        span = _span(sentence, one.asked)
        at = (_span(sentence, one.at),)
        report = Report(one.asked, one.at, [], SpeechAct.DECLINES, Commitment.NOT_STATED)
        voice = self._voice(sentence, report, names)
        identifier = RowId(anchored("rep", self.text.id, [span], at))
        self._replies[identifier] = Reply(id=identifier, asked=voice, outcome=one.outcome, at=at)

    def _identity(
        self, sentence: list[Word], report: Report, draft: Draft, names: list[Mention]
    ) -> None:
        """Enter "X is understood to be Y": both must be named or described in these words."""
        if len(report.content) != 2:
            return
        subject, rest = report.content
        if [word.low for word in sentence[rest[0] : rest[0] + 2]] != ["to", "be"]:
            return
        at = _span(sentence, (rest[0] + 2, rest[0] + 3)) if rest[1] > rest[0] + 2 else None
        others = [m for m in names if at is not None and m.at.start <= at.start < m.at.end]
        if not others:
            return
        phrase = sentence[subject[0] : subject[1]]
        one = self._head_name(phrase, names)
        if one is None:
            span = _span(sentence, subject)
            one = self._described(span, ActorKind.NOT_KNOWN, Naming.ROLE_ONLY)
        self._identities.append((one, others[0], draft, (draft_span(draft),)))

    # --- looking up ---

    def _mentions_within(self, sentence: list[Word]) -> list[Mention]:
        names = _inside(self._of_block, sentence)
        self._people_since |= {
            name.same_as or name.id
            for name in names
            if name.kind in (ActorKind.PERSON, ActorKind.NOT_KNOWN)
        }
        return names

    # --- giving out ---

    def statements(self) -> tuple[Statement, ...]:
        """Give the statements in the order of their words, each once."""
        made: dict[StatementId, Statement] = {}
        for draft in self._drafts:
            statement = self._statement(draft)
            made.setdefault(statement.id, statement)
        return tuple(sorted(made.values(), key=lambda s: (s.anchor, s.id)))

    def _statement(self, draft: Draft) -> Statement:
        return Statement(
            id=draft.identifier(self.text),
            source=draft.source,
            cue=Cue(draft.cue),
            content=Content(tuple(draft.content)),
            mode=draft.mode,
            act=draft.act,
            polarity=draft.polarity,
            commitment=draft.commitment,
            hedges=draft.hedges,
            made=draft.made.when if draft.made else None,
            addressee=draft.addressee.id if draft.addressee else None,
            parent=draft.parent.identifier(self.text) if draft.parent else None,
        )

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
                id=RowId(anchored("idc", self.text.id, at, [one.at], [other.at])),
                one=one.id,
                other=other.id,
                statement=draft.identifier(self.text),
                at=at,
            )
            for one, other, draft, at in self._identities
        )


def draft_span(draft: Draft) -> Span:
    """Give the span from a draft's first to its last word."""
    spans = [*draft.content, *draft.cue]
    return Span(min(s.start for s in spans), max(s.end for s in spans))


_Placed = TypeVar("_Placed", Mention, Dated)


def _inside(placed: list[_Placed], sentence: list[Word]) -> list[_Placed]:
    """Give those of `placed`, which are in order, that lie in the sentence."""
    first = bisect_left(placed, sentence[0].start, key=lambda one: one.at.start)
    last = bisect_left(placed, sentence[-1].end, key=lambda one: one.at.start)
    return placed[first:last]


def _span(sentence: list[Word], piece: Range) -> Span:
    return Span(sentence[piece[0]].start, sentence[piece[1] - 1].end)


def _extent(draft: Draft) -> int:
    return sum(span.end - span.start for span in draft.content)


def _is_noun(word: Word, lexicon: Lexicon) -> bool:
    """Say whether a lower-case word after a name makes the name a mere part: "CPS spokesperson"."""
    return (
        not word.is_mark
        and not word.quote
        and not word.capital
        and word.low not in lexicon.prepositions
        and word.low not in ("who", "and", "or", "himself", "herself")
    )


def _act(report: Report, commitment: Commitment) -> tuple[SpeechAct, Polarity, Commitment]:
    """Give act, polarity and commitment; a cue that is denied itself asserts nothing."""
    if not report.negated:
        denies = report.act is SpeechAct.DENIES
        return report.act, Polarity.NEGATIVE if denies else Polarity.POSITIVE, commitment
    if report.commitment in (Commitment.PROBABLE, Commitment.POSSIBLE):
        return report.act, Polarity.NEGATIVE, Commitment.IMPROBABLE
    return SpeechAct.DECLINES, Polarity.POSITIVE, Commitment.NOT_STATED
