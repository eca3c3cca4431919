"""The trained reader: who said what, how firmly, through how many mouths.

A small network marks cues and, round each cue, source and content; tables and the structure of the
text decide the rest: quotation marks are kept whole, a statement inside another's content is its
child, a caption that repeats the body is a duplicate. The same text gives the same reading.
"""

from __future__ import annotations

import hashlib
import math
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from onrecord.core.dates import When
from onrecord.core.identity import (
    MentionId,
    RowId,
    StatementId,
    anchored,
    reading_id,
    statement_id,
)
from onrecord.core.spans import Span, Spans
from onrecord.core.vocabulary import (
    BlockKind,
    Content,
    Cue,
    Dated,
    IdentityClaim,
    Mode,
    Outcome,
    ReaderName,
    Reading,
    Reply,
    Statement,
    Text,
)
from onrecord.reader import lexicon as tables
from onrecord.reader import replies
from onrecord.reader.cast import Cast
from onrecord.reader.firmness import Firmness, firmness
from onrecord.reader.lexicon import Lexicon
from onrecord.reader.models import decode, network, pieces
from onrecord.reader.models.labels import NAMINGS, OUTCOMES
from onrecord.reader.pattern import code_digest
from onrecord.reader.phrases import span_of
from onrecord.reader.quotations import quotations
from onrecord.reader.times import Calendar
from onrecord.reader.words import Word, sentences, units, words

VERSION = "1"

_ALIKE = 0.8
"""A caption's content that shares so many of its words with a statement of the body repeats it."""


@dataclass(slots=True)
class _Draft:
    """One statement in the making, in places of the text."""

    source: Spans
    cue: Spans
    content: Spans
    addressee: Spans
    hedges: Spans
    kinds: dict[str, int]
    signs: tuple[float, ...]
    caption: bool = False
    parent: _Draft | None = None

    @property
    def size(self) -> int:
        return sum(span.end - span.start for span in self.content)

    def holds(self, other: _Draft) -> bool:
        """Say whether the cue of `other` lies in this one's content."""
        return self is not other and all(
            any(mine.holds(cue) for mine in self.content) for cue in other.cue
        )


class TrainedReader:
    """Reads one text by the shipped network. Keeps nothing between texts; asks no network."""

    @property
    def name(self) -> ReaderName:
        """Give name, version and the digest of weights, tables and code that decide the answers."""
        return ReaderName(name="trained", version=VERSION, digest=_digest())

    def read(self, text: Text, told_on: When | None) -> Reading:
        """Read `text`, whose relative dates count from `told_on`; None: that is not known.

        Only blocks of running text are read for statements, captions only for what they repeat.
        """
        lexicon, net = tables.load(), network.shipped()
        page = _Page(text, told_on, lexicon, net)
        told = None if told_on is None else told_on.edtf
        return Reading(
            id=reading_id(text.id, told or "", self.name.digest),
            text=text.id,
            reader=self.name,
            told_on=told,
            sentences=tuple(page.sentences),
            statements=page.statements,
            mentions=tuple(sorted(page.cast.roll.mentions.values(), key=lambda m: m.at)),
            dates=tuple(sorted(page.dates, key=lambda d: d.at)),
            replies=tuple(sorted(page.replies.values(), key=lambda r: r.at)),
            identity_claims=page.identity_claims,
        )


class _Page:
    """The reading of one text in the making."""

    def __init__(
        self, text: Text, told_on: When | None, lexicon: Lexicon, net: network.Network
    ) -> None:
        self.text, self.lexicon, self.net = text, lexicon, net
        characters = text.characters
        shown = [b for b in text.blocks if b.kind.speaks or b.kind is BlockKind.CAPTION]
        trimmed = [(block.kind, block.at.trimmed(characters)) for block in shown]
        blocks = [(kind, at) for kind, at in trimmed if at.end > at.start]
        spans = [at for _, at in blocks]
        captions = [at for kind, at in blocks if kind is BlockKind.CAPTION]
        quoted = quotations(characters, spans, lexicon)
        self.quotations = sorted(span for one in quoted for span in one)
        self._quote_starts = [span.start for span in self.quotations]
        made = pieces.cut(characters, spans, quoted, net.tokenizer)
        seen = net.see(made)
        self._people = [
            made.ends[one.last] for one in seen.mentions if one.is_name and one.kind == 1
        ]
        self._owners: dict[int, int] = {}
        for one in seen.mentions:
            self._owners.setdefault(made.ends[one.last], made.starts[one.first])

        calendar = Calendar(text.id, told_on, lexicon, characters)
        self.dates: list[Dated] = []
        self.sentences: list[Span] = []
        silent: list[tuple[Span, Span, Outcome]] = []
        for block in text.blocks:
            if block.kind is BlockKind.DATELINE:
                self.dates.extend(calendar.dates(words(characters, block.at, lexicon)))
        for kind, at in blocks:
            if kind is not BlockKind.CAPTION:
                silent.extend(self._walk(at, calendar))
        self._sentence_starts = [span.start for span in self.sentences]
        self._date_starts = [dated.at.start for dated in sorted(self.dates, key=lambda d: d.at)]

        drafts = self._drafts(seen.found, made, captions, [at for _, at, _ in silent])
        self.signs = {self.id_of(draft): draft.signs for draft in drafts}
        apart = [(d.content[0], d.content[1]) for d in drafts if self._claims_identity(d)]
        self.cast = Cast(text, lexicon, net)
        self.cast.take(seen.mentions, made, apart)
        self._nest(drafts)
        self.statements = self._statements(drafts)
        self.replies: dict[RowId, Reply] = {}
        self._take_replies(silent, seen.found, made)
        self.identity_claims = tuple(self._identities(drafts))

    # --- what rules read ---

    def _walk(self, at: Span, calendar: Calendar) -> list[tuple[Span, Span, Outcome]]:
        """Enter the sentences and dates of one block; give its silences and refusals."""
        characters, lexicon = self.text.characters, self.lexicon
        found = words(characters, at, lexicon)
        self.dates.extend(calendar.dates(found))
        silent: list[tuple[Span, Span, Outcome]] = []
        for sentence in sentences(units(found, characters, False), lexicon):
            self.sentences.append(span_of(sentence, (0, len(sentence))))
            silent.extend(
                (span_of(sentence, one.asked), span_of(sentence, one.at), one.outcome)
                for one in replies.read(sentence, lexicon)
            )
        return silent

    # --- statements ---

    def _drafts(
        self,
        found: list[network.Found],
        made: pieces.Pieces,
        captions: list[Span],
        silent: list[Span],
    ) -> list[_Draft]:
        drafts: dict[tuple[Spans, Spans], _Draft] = {}
        for one in self._sure_enough(found):
            cue = self._spans(one.cue, made)
            if any(at.overlaps(span) for at in silent for span in cue):
                continue
            content = self._whole(self._spans(one.content, made))
            draft = _Draft(
                source=self._speaking(self._spans(one.source, made)) or self._owner(cue[0]),
                cue=cue,
                content=content,
                addressee=self._spans(one.addressee, made),
                hedges=self._spans(one.hedges, made),
                kinds=one.kinds,
                signs=one.signs,
                caption=any(at.holds(cue[0]) for at in captions),
            )
            drafts.setdefault((cue, content), draft)
        return sorted(drafts.values(), key=lambda d: (d.cue, d.content))

    def _speaking(self, source: Spans) -> Spans:
        """Leave the addressee of a letter out of its source: the names before the last one."""
        if len(source) != 1:
            return source
        sentence = self._sentence_at(source[0].start)
        if sentence is None or sentence.start >= source[0].start:
            return source
        before = words(self.text.characters, Span(sentence.start, source[0].start), self.lexicon)
        low = [word.low for word in before]
        if low[:1] != ["in"] or "to" not in low or not self.lexicon.letters & set(low):
            return source
        ends = [end for end in self._people if source[0].start < end <= source[0].end]
        if len(ends) < 2:
            return source
        begin = ends[-2]
        while not self.text.characters[begin].isalnum():
            begin += 1
        return (Span(begin, source[0].end),)

    def _owner(self, cue: Span) -> Spans:
        """Give the owner of a cue that is a noun: "the developer’s promise"."""
        before = self.text.characters[max(0, cue.start - 3) : cue.start]
        if before not in ("’s ", "'s "):
            return ()
        start = self._owners.get(cue.start - 3, self._owners.get(cue.start - 1))
        return () if start is None else (Span(start, cue.start - 3),)

    def _sure_enough(self, found: list[network.Found]) -> list[network.Found]:
        """Leave out silences, and the unsure that lie in nobody's content."""
        floor = self.net.facts.get("cue floor", decode.CUE_FLOOR)
        said = [one for one in found if not one.silence]
        sure = [one for one in said if one.signs[0] >= floor]
        contents = sorted((a, b) for one in sure for a, b in one.content)
        starts = [a for a, _ in contents]
        kept = []
        for one in said:
            at = one.cue[0][0]
            first = bisect_left(starts, at - pieces.LONGEST)
            inside = any(a <= at < b for a, b in contents[first : bisect_left(starts, at + 1)])
            if one.signs[0] >= floor or inside:
                kept.append(one)
        return kept

    def _spans(self, runs: Sequence[tuple[int, int]], made: pieces.Pieces) -> Spans:
        """Turn runs of pieces into places; runs with nothing but white space between are one."""
        joined: list[Span] = []
        for first, last in runs:
            span = Span(made.starts[first], made.ends[last - 1])
            if joined and not self.text.characters[joined[-1].end : span.start].strip():
                joined[-1] = Span(joined[-1].start, span.end)
            else:
                joined.append(span)
        return tuple(joined)

    def _whole(self, content: Spans) -> Spans:
        """Give each piece of a content the quotation mark that its edge left out."""
        made = []
        for span in content:
            start, end = span
            for quotation in self._quotations_at(span):
                if start == quotation.start + 1 and end >= quotation.end - 1:
                    start = quotation.start
                if end == quotation.end - 1 and start <= quotation.start + 1:
                    end = quotation.end
            made.append(Span(start, end))
        return tuple(made)

    def _quotations_at(self, span: Span) -> list[Span]:
        last = bisect_left(self._quote_starts, span.end)
        first = max(0, bisect_left(self._quote_starts, span.start) - 1)
        return [q for q in self.quotations[first:last] if q.overlaps(span)]

    def _sureness(self, signs: tuple[float, ...]) -> float:
        """Put together what speaks for a statement, as it was calibrated on held-out texts."""
        probability, path, sourced = signs
        constant, *shares = self.net.facts.get("sureness", (0.0, 1.0, 0.1, 0.0))
        odds = math.log((probability + 1e-4) / (1 - probability + 1e-4))
        total = constant + sum(
            share * sign for share, sign in zip(shares, (odds, path, sourced), strict=True)
        )
        return round(1 / (1 + math.exp(-total)), 2)

    def _nest(self, drafts: list[_Draft]) -> None:
        """Put each statement under the narrowest one whose content holds it; none in a loop."""
        ordered = sorted(drafts, key=lambda d: d.content[0].start)
        starts = [d.content[0].start for d in ordered]
        reach = 0
        longest = []
        for d in ordered:
            reach = max(reach, d.content[-1].end)
            longest.append(reach)
        for draft in drafts:
            around = []
            number = bisect_left(starts, draft.cue[0].start + 1) - 1
            while number >= 0 and longest[number] > draft.cue[0].start:
                other = ordered[number]
                if other.holds(draft) and (other.size, other.cue) > (draft.size, draft.cue):
                    around.append(other)
                number -= 1
            draft.parent = min(around, key=lambda d: (d.size, d.cue), default=None)

    def _statements(self, drafts: list[_Draft]) -> tuple[Statement, ...]:
        made: dict[StatementId, Statement] = {}
        body = [d for d in drafts if not d.caption]
        for draft in drafts:
            repeated = self._repeated(draft, body) if draft.caption else None
            if draft.caption and repeated is None:
                continue
            statement = self._statement(draft)
            if repeated is not None:
                statement = replace(statement, duplicate_of=self.id_of(repeated), parent=None)
            made.setdefault(statement.id, statement)
        return tuple(sorted(made.values(), key=lambda s: (s.anchor, s.id)))

    def id_of(self, draft: _Draft) -> StatementId:
        return statement_id(self.text.id, draft.source, draft.cue, draft.content)

    def _statement(self, draft: _Draft) -> Statement:
        characters = self.text.characters
        verbs = [w for span in draft.cue for w in words(characters, span, self.lexicon)]
        taught = bool(self.net.facts.get("kinds"))
        firm = self._firmness(draft, verbs, taught)
        hint = NAMINGS[draft.kinds["naming"]] if taught else None
        source = None
        if draft.source:
            low = {word.low for word in verbs}
            source = self.cast.voice(draft.source, low, hint=hint)
        return Statement(
            id=self.id_of(draft),
            source=source,
            cue=Cue(draft.cue),
            content=Content(draft.content),
            mode=self._mode(draft.content),
            act=firm.act,
            polarity=firm.polarity,
            commitment=firm.commitment,
            hedges=firm.hedges,
            made=self._day_of_saying(draft),
            addressee=self._addressee(draft),
            parent=self.id_of(draft.parent) if draft.parent else None,
            sureness=self._sureness(draft.signs),
        )

    def _firmness(self, draft: _Draft, verbs: list[Word], taught: bool) -> Firmness:
        unquoted = [
            word
            for span in draft.content
            for word in words(self.text.characters, span, self.lexicon)
            if not any(q.holds(word.span) for q in self._quotations_at(span))
        ]
        kinds = draft.kinds if taught else None
        return firmness(verbs, unquoted, bool(draft.source), kinds, draft.hedges, self.lexicon)

    def _mode(self, content: Spans) -> Mode:
        """Say whether the content is quoted, in part, or told in the reporter's words."""
        quoted = [(span, self._quotations_at(span)) for span in content]
        inside = sum(1 for _, found in quoted if found)
        if not inside:
            return Mode.INDIRECT
        bare = " ,.;:!?–—"
        for span, found in quoted:
            rest = span.of(self.text.characters)
            for q in found:
                rest = rest.replace(self.text.characters[q.start : q.end], "")
                if q.holds(span):
                    rest = ""
            if rest.strip(bare):
                return Mode.MIXED
        return Mode.DIRECT

    def _sentence_at(self, place: int) -> Span | None:
        number = bisect_left(self._sentence_starts, place + 1) - 1
        return self.sentences[number] if number >= 0 else None

    def _day_of_saying(self, draft: _Draft) -> When | None:
        """Give the one date of the sentence outside the content: one inside dates what was said."""
        sentence = self._sentence_at(draft.cue[0].start)
        if sentence is None:
            return None
        first = bisect_left(self._date_starts, sentence.start)
        last = bisect_left(self._date_starts, sentence.end)
        outside = [
            dated
            for dated in self.dates[first:last]
            if dated.when is not None and not any(c.overlaps(dated.at) for c in draft.content)
        ]
        return outside[0].when if len(outside) == 1 else None

    def _addressee(self, draft: _Draft) -> MentionId | None:
        if not draft.addressee:
            return None
        at = Span(draft.addressee[0].start, draft.addressee[-1].end)
        names = self.cast.names_in(at)
        if names:
            return names[0].id
        return self.cast.voice(draft.addressee, set(), hint=None).mention

    def _repeated(self, draft: _Draft, body: list[_Draft]) -> _Draft | None:
        """Give the statement of the body that a caption's repeats, if its words are the same."""
        mine = self._bag(draft)
        for other in body:
            theirs = self._bag(other)
            shared = len(mine & theirs)
            if mine and theirs and shared >= _ALIKE * max(len(mine), len(theirs)):
                return other
        return None

    def _bag(self, draft: _Draft) -> set[str]:
        spans = (*draft.content, *draft.cue)
        found = (w for s in spans for w in words(self.text.characters, s, self.lexicon))
        return {word.low for word in found if not word.is_mark}

    # --- silences, identities ---

    def _take_replies(
        self,
        silent: list[tuple[Span, Span, Outcome]],
        found: list[network.Found],
        made: pieces.Pieces,
    ) -> None:
        taught = bool(self.net.facts.get("kinds"))
        asked_by: dict[Span, Spans] = {}
        for one in found if taught else ():
            cue, source = self._spans(one.cue, made), self._spans(one.source, made)
            if not one.silence or not cue or not source:
                continue
            if one.addressee:
                asked_by[cue[0]] = self._spans(one.addressee, made)
            if not any(at.overlaps(cue[0]) for _, at, _ in silent):
                outcome = OUTCOMES[one.kinds["outcome"]]
                silent.append((source[0], cue[0], outcome))
        for asked, at, outcome in silent:
            voice = self.cast.voice((asked,), set(), hint=None)
            asker = next((spans for cue, spans in asked_by.items() if cue.overlaps(at)), None)
            identifier = RowId(anchored("rep", self.text.id, [asked], [at]))
            self.replies[identifier] = Reply(
                id=identifier,
                asked=voice,
                outcome=outcome,
                at=(at,),
                asked_by=self.cast.voice(asker, set(), hint=None) if asker else None,
            )

    def _claims_identity(self, draft: _Draft) -> bool:
        """Say whether two are said to be one: "is understood to be", and two contents round it."""
        if len(draft.content) != 2 or not draft.content[0].end <= draft.cue[0].start:
            return False
        low = [
            word.low
            for span in draft.cue
            for word in words(self.text.characters, span, self.lexicon)
        ]
        second = words(self.text.characters, draft.content[1], self.lexicon)
        opens = [word.low for word in second[:2]]
        if self.net.facts.get("kinds") and draft.kinds["identity"]:
            return True
        if not set(low) & self.lexicon.agentless:
            return False
        return low[-2:] == ["to", "be"] or opens == ["to", "be"]

    def _identities(self, drafts: list[_Draft]) -> list[IdentityClaim]:
        made = []
        for draft in drafts:
            if draft.caption or not self._claims_identity(draft):
                continue
            one, other = draft.content
            names = self.cast.names_in(other)
            if not names:
                continue
            mine = self.cast.voice((one,), set(), hint=None).mention
            theirs = names[0].same_as or names[0].id
            if mine is None or mine == theirs:
                continue
            at = Span(one.start, names[0].at.end)
            made.append(
                IdentityClaim(
                    id=RowId(anchored("idc", self.text.id, [at], [one], [names[0].at])),
                    one=mine,
                    other=theirs,
                    statement=self.id_of(draft),
                    at=(at,),
                )
            )
        return made


@lru_cache(maxsize=1)
def _digest() -> str:
    """Name the weights, and all tables and code of this folder."""
    return hashlib.sha256(network.data() + code_digest().encode()).hexdigest()
