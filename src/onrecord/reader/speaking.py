"""Who speaks: the actor behind the source of a statement, and behind the one who was asked.

"I" is who is quoted, or who wrote the letter. A pronoun that the network leads to nobody, but that
is the subject of what somebody says ("the board said it would not comment"), is that somebody.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace
from functools import cached_property
from itertools import accumulate

from onrecord.core.identity import mention_id
from onrecord.core.letters import CAPITAL
from onrecord.core.spans import Span, Spans
from onrecord.core.vocabulary import ActorKind, BlockKind, Mention, Naming, Voice
from onrecord.reader import mending, papers
from onrecord.reader.cast import Cast
from onrecord.reader.layout import Layout
from onrecord.reader.letters import Letter
from onrecord.reader.models.labels import NAMINGS
from onrecord.reader.outlines import Outline

_PAPER = 200
_IN_A_PAPER = re.compile(
    r"\bin (?:an?|the|his|her|its|their) (?:\w+ )?(?:statement|letter|notice|report|e-?mail|message"
    r"|reply|response|submission|filing|tweet|post|memo)\b"
)
"""Before an "It" that says more: what somebody said in a statement."""
_WE = frozenset({"we", "us", "our", "ours", "ourselves"})
_WHO = re.compile(r"(?<=, )(?P<who>who)\s+(?:(?:had|has|have|later|also|first|then)\s+){0,2}$")
_WHO_LONGEST = 30
"""Characters between the beginning of ", who" and a cue."""
_BY = re.compile(
    rf"\s*(?:[Bb]y\s+)?(?P<name>{CAPITAL}[\w’'-]+(?:\s+{CAPITAL}[\w’'.-]*){{1,3}})\s*$"
)
"""A byline that is one name, and no more."""


class Speakers:
    """Names the speakers of one text."""

    def __init__(
        self,
        layout: Layout,
        cast: Cast,
        letter: Letter | None,
        outlines: list[Outline],
        taught: bool,
    ) -> None:
        self.layout, self.cast, self.letter = layout, cast, letter
        self._outlines, self._taught = outlines, taught
        self.writer = self._signed() if letter else None

    def voice(self, outline: Outline) -> Voice | None:
        """Give the voice of a statement; None where its words name nobody."""
        if mending.is_adverb(self.layout, outline.cue):
            return None
        if not outline.source:
            who = self._who_before(outline)
            return self.cast.voice((who,), set(), hint=None) if who is not None else None
        if outline.nobodys:
            return Voice(spans=outline.source, naming=Naming.AGENTLESS)
        speaker = None
        if self.in_first_person(outline):
            speaker = self._first_person(outline)
        elif self._is_loose(outline.source):
            speaker = self._subject(outline.source[0], outline.parent)
            speaker = speaker or self._spoke_last(outline)
        speaker = speaker or self._author_of_paper(outline)
        if speaker is not None:
            return replace(speaker, spans=outline.source)
        hint = NAMINGS[outline.kinds["naming"]] if self._taught else None
        verbs = {word.low for word in self.layout.words_of(outline.cue)}
        voice = self.cast.voice(self._without_ending(outline.source), verbs, hint=hint)
        return replace(voice, spans=outline.source)

    def _author_of_paper(self, outline: Outline) -> Voice | None:
        """Give the author of a paper that speaks: "Her statement reads"."""
        if len(outline.source) != 1:
            return None
        by = papers.author(self.layout.characters, outline.source[0])
        if by is None:
            return None
        voice = self.cast.voice((by,), set(), hint=None)
        return voice if voice.mention is not None else None

    def _without_ending(self, source: Spans) -> Spans:
        """Leave the ending of an owner out: "Vale’s denial" is Vale's."""
        if len(source) == 1:
            for ending in ("’s", "'s"):
                if source[0].of(self.layout.characters).endswith(ending):
                    return (Span(source[0].start, source[0].end - 2),)
        return source

    def _who_before(self, outline: Outline) -> Span | None:
        """Give the "who" that a cue follows and that the network left out: "Beck, who told"."""
        start = outline.cue[0].start if outline.cue else 0
        found = _WHO.search(self.layout.characters, max(0, start - _WHO_LONGEST), start)
        return None if found is None else Span(*found.span("who"))

    def asked(self, spans: Spans) -> Voice:
        """Give the voice of one who was asked for words."""
        if self._is_loose(spans):
            for outline in self._outlines:
                speaker = self._subject(spans[0], outline)
                if speaker is not None:
                    return replace(speaker, spans=spans)
        return self.cast.voice(spans, set(), hint=None)

    def enter_first_persons(self) -> None:
        """Enter each "I" and "we" as a mention of who says it: quoted, in a turn, in a letter.

        Outside all these an "I" is whoever signs the text, and a "we" nobody who is known.
        """
        for at, kind in self.cast.first_persons:
            if at in self.cast.roll.mentions:
                continue
            speaker = self._says(at)
            if speaker is None or speaker.mention is None:
                continue
            self.cast.roll.mentions[at] = Mention(
                id=mention_id(self.layout.text.id, at),
                at=at,
                name=at.of(self.layout.characters),
                kind=kind,
                naming=speaker.naming,
                same_as=speaker.mention,
            )

    def _says(self, at: Span) -> Voice | None:
        """Give whoever says "I" or "we" at a place."""
        around = [
            one for one in self._holding(at) if self._quotes(one, at) or self._is_turn(one)
        ]  # fmt: skip
        quoted = min(around, key=lambda one: one.size, default=None)
        if quoted is not None:
            return self.voice(quoted)
        if any(q.holds(at) for q in self.layout.quotations_at(at)):
            return None
        if self.letter is not None and self.letter.says(at):
            return self.writer
        is_one = at.of(self.layout.characters).casefold() not in _WE
        return self._author if is_one else None

    def _holding(self, at: Span) -> list[Outline]:
        """Give the statements in whose content a place lies."""
        number = bisect_right(self._contents[0], at.start) - 1
        found = []
        while number >= 0 and self._contents[2][number] > at.start:
            span, one = self._contents[1][number]
            if span.holds(at) and one not in found:
                found.append(one)
            number -= 1
        return found

    @cached_property
    def _contents(self) -> tuple[list[int], list[tuple[Span, Outline]], list[int]]:
        """Give where contents begin, the contents, and how far those up to each reach."""
        pieces = sorted(
            ((span, one) for one in self._outlines for span in one.content),
            key=lambda piece: piece[0],
        )
        reach = list(accumulate((span.end for span, _ in pieces), max))
        return [span.start for span, _ in pieces], pieces, reach

    def _quotes(self, outline: Outline, at: Span) -> bool:
        """Say whether a place stands in words that a statement quotes."""
        quotations = (q for span in outline.content for q in self.layout.quotations_at(span))
        return any(q.holds(at) for q in quotations)

    def in_first_person(self, outline: Outline) -> bool:
        """Say whether a statement is made by "I" or "we"."""
        found = self.layout.words_of(outline.source)
        return len(found) == 1 and found[0].low in self.layout.lexicon.first_person

    def _first_person(self, outline: Outline) -> Voice | None:
        around = outline.parent
        while around is not None:
            if (self._quotes(around, outline.cue[0]) or self._is_turn(around)) and around.source:
                return self.voice(around)
            around = around.parent
        if self.letter is not None and self.letter.says(outline.cue[0]):
            return self.writer
        if not any(q.holds(outline.cue[0]) for q in self.layout.quotations_at(outline.cue[0])):
            return self._author
        return None

    @cached_property
    def _author(self) -> Voice | None:
        """Give whoever signs an article: its "I", outside quotations, is theirs."""
        characters = self.layout.characters
        named = [
            Span(at.start + found.start("name"), at.start + found.end("name"))
            for block in self.layout.text.blocks
            if block.kind is BlockKind.BYLINE
            for at in [block.at]
            for found in [_BY.match(at.of(characters))]
            if found is not None
        ]
        if len(named) != 1:
            return None
        names = self.cast.names_in(named[0])
        one = names[0] if names else None
        if one is None:
            words = " ".join(named[0].of(characters).split())
            alike = next(
                (m for m in self.cast.roll.mentions.values()
                 if m.name == words and m.naming is Naming.NAMED), None,
            )  # fmt: skip
            one = alike or self.cast.roll.add(named[0], words, ActorKind.PERSON, Naming.NAMED)
        return Voice(spans=(), naming=Naming.NAMED, mention=one.same_as or one.id)

    def _spoke_last(self, outline: Outline) -> Voice | None:
        """Give the body that spoke just before an "It" that opens a sentence of its paragraph."""
        pronoun, characters = outline.source[0], self.layout.characters
        sentence = self.layout.sentence_at(pronoun.start)
        opens = sentence is not None and characters[sentence.start : pronoun.start].strip() == ""
        if pronoun.of(characters).casefold() != "it" or not opens:
            return None
        before = [
            one for one in self._outlines if one.source and one.source[-1].end < pronoun.start
        ]
        last = max(before, key=lambda one: one.source[-1].end, default=None)
        if last is None or "\n\n" in characters[last.source[-1].end : pronoun.start]:
            return None
        if _IN_A_PAPER.search(characters, max(0, last.places[0].start - _PAPER), pronoun.start):
            return self.voice(last) if not self._is_loose(last.source) else None
        mention = self.cast.roll.mentions.get(last.source[0])
        named = mention or next(iter(self.cast.names_in(last.source[0])), None)
        bodies = (ActorKind.ORGANISATION, ActorKind.PUBLIC_BODY)
        is_body = named is not None and named.kind in bodies
        return self.voice(last) if is_body and not self._is_loose(last.source) else None

    def _is_turn(self, outline: Outline) -> bool:
        """Say whether a statement is a turn of a transcript: its cue is the colon of a label."""
        return all(span.of(self.layout.characters) == ":" for span in outline.cue)

    def _is_loose(self, spans: Spans) -> bool:
        """Say whether a source is a pronoun that the network leads to nobody."""
        found = self.layout.words_of(spans)
        if len(found) != 1 or found[0].low not in self.layout.lexicon.third_person:
            return False
        mention = self.cast.roll.mentions.get(found[0].span)
        return mention is None or mention.same_as is None

    def _subject(self, pronoun: Span, outline: Outline | None) -> Voice | None:
        """Give the speaker of a statement in whose content a pronoun is the first word."""
        if outline is None or not outline.source:
            return None
        said = self.layout.words(outline.content[0])
        first = said[1:2] if said and said[0].low == "that" else said[:1]
        if not first or first[0].span != pronoun:
            return None
        speaker = self.voice(outline)
        who = self.layout.words_of(outline.source)
        same = len(who) == 1 and who[0].low == first[0].low
        return speaker if same or who[0].low not in self.layout.lexicon.third_person else None

    def _signed(self) -> Voice:
        assert self.letter is not None
        at = self.letter.signature
        names = self.cast.names_in(at)
        one = names[0] if names else None
        name = " ".join(at.of(self.layout.characters).split())
        if one is not None and one.same_as is None and " " not in one.name and not one.title:
            part, one = one, None  # "Halder" was seen of "Ines Halder"
            if " " in name and at != part.at:
                full = self.cast.roll.add(at, name, part.kind, Naming.NAMED)
                self.cast.roll.mentions[part.at] = replace(part, same_as=full.id)
        if one is None:
            one = self.cast.roll.add(at, name, ActorKind.NOT_KNOWN, Naming.NAMED)
        return Voice(spans=(), naming=Naming.NAMED, mention=one.same_as or one.id)
