"""Statements out of outlines: in what mode, how firmly, to whom, on which day.

A caption that repeats the body is a duplicate. The sentences of a letter are its writer's own.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from onrecord.core.dates import When
from onrecord.core.identity import MentionId, StatementId, statement_id
from onrecord.core.spans import Span, Spans
from onrecord.core.vocabulary import (
    Content,
    Cue,
    Mode,
    Polarity,
    SpeechAct,
    Statement,
)
from onrecord.reader.acts import is_heading
from onrecord.reader.cast import Cast
from onrecord.reader.firmness import firmness, is_plea
from onrecord.reader.layout import Layout
from onrecord.reader.outlines import Outline
from onrecord.reader.speaking import Speakers

_ALIKE = 0.8
"""A caption's content that shares so many of its words with a statement of the body repeats it."""
_ABOUT = re.compile(r",? (?:who|which|whose) [^,;:.]*")
"""Between a speaker and a date that is told of the speaker, and not of the saying."""
_POINT = re.compile(r";|\([a-z\d]{1,3}\)\s|,? and that\b")
"""What parts the points of a list."""
_SENTENCE_WORDS = 3
"""A letter's line of fewer words is no statement."""


def _leads(outline: Outline, at: Span) -> bool:
    """Say whether a place stands between the cue of a statement and its content."""
    if not outline.content:
        return False
    return outline.cue[-1].end <= at.start and at.end <= outline.content[0].start


class Statements:
    """Makes the statements of one text."""

    def __init__(
        self, layout: Layout, cast: Cast, speakers: Speakers, facts: dict[str, Any]
    ) -> None:
        self.layout, self.cast, self.speakers = layout, cast, speakers
        self._taught = bool(facts.get("kinds"))
        self._told_by: dict[StatementId, StatementId] = {}
        self._in_sentence: dict[int, list[Outline]] = {}

    def make(self, outlines: list[Outline]) -> tuple[Statement, ...]:
        """Make them all, in the order of their places."""
        body = [one for one in outlines if not one.caption]
        for one in outlines:
            if (sentence := self.layout.sentence_at(one.cue[0].start)) is not None:
                self._in_sentence.setdefault(sentence.start, []).append(one)
        made = {statement.id: statement for statement in self._written(body)}
        for outline in outlines:
            repeated = self._repeated(outline, body) if outline.caption else None
            if outline.caption and repeated is None:
                continue
            statement = self._statement(outline)
            if repeated is not None:
                statement = replace(statement, duplicate_of=self.id_of(repeated), parent=None)
            made.setdefault(statement.id, statement)
        return tuple(sorted(made.values(), key=lambda s: (s.anchor, s.id)))

    def id_of(self, outline: Outline) -> StatementId:
        """Name the statement that an outline becomes."""
        return statement_id(self.layout.text.id, outline.source, outline.cue, outline.content)

    def _statement(self, outline: Outline) -> Statement:
        verbs = self.layout.words_of(outline.cue)
        words = [(span, word) for span in outline.content for word in self.layout.words(span)]
        content = [word for _, word in words]
        unquoted = [
            word
            for span, word in words
            if not any(q.holds(word.span) for q in self.layout.quotations_at(span))
        ]
        firm = firmness(
            verbs,
            content,
            unquoted,
            bool(outline.source),
            bool(outline.addressee),
            outline.kinds if self._taught else None,
            outline.hedges,
            self.layout.lexicon,
        )
        if is_plea(verbs, content):
            firm = replace(firm, act=SpeechAct.ASSERTS, polarity=Polarity.POSITIVE)
        identifier = self.id_of(outline)
        parent = self.id_of(outline.parent) if outline.parent else self._told_by.get(identifier)
        return Statement(
            id=identifier,
            source=self.speakers.voice(outline),
            cue=Cue(outline.cue),
            content=Content(outline.content),
            mode=self._mode(outline.content),
            act=firm.act,
            polarity=Polarity.NEGATIVE if outline.nobodys else firm.polarity,
            commitment=firm.commitment,
            hedges=firm.hedges,
            made=self._day_of_saying(outline),
            addressee=self._addressee(outline),
            parent=parent,
            sureness=outline.sureness,
        )

    def _addressee(self, outline: Outline) -> MentionId | None:
        if not outline.addressee:
            return None
        at = Span(outline.addressee[0].start, outline.addressee[-1].end)
        names = self.cast.names_in(at)
        if names:
            return names[0].id
        return self.cast.voice(outline.addressee, set(), hint=None).mention

    # --- how, and when ---

    def _mode(self, content: Spans) -> Mode:
        """Say whether the content is quoted, in part, or told in the reporter's words."""
        quoted = [(span, self.layout.quotations_at(span)) for span in content]
        inside = sum(1 for _, found in quoted if found)
        if not inside:
            return Mode.INDIRECT
        bare = " ,.;:!?–—"
        for span, found in quoted:
            rest = span.of(self.layout.characters)
            for q in found:
                rest = rest.replace(self.layout.characters[q.start : q.end], "")
                if q.holds(span):
                    rest = ""
            if rest.strip(bare):
                return Mode.MIXED
        return Mode.DIRECT

    def _day_of_saying(self, outline: Outline) -> When | None:
        """Give the one date of the sentence outside all contents: one inside dates what was said.

        Nor does one in words about the speaker: "Vorn, who left in May, said she was well". One
        that stands between a cue and its content is of that cue: "who told them in 2019 '...'".
        """
        sentence = self.layout.sentence_at(outline.cue[0].start)
        if sentence is None:
            return None
        # What this one is told inside of does not date it.
        here = self._in_sentence.get(sentence.start, ())
        others = [one for one in here if one is not outline and not one.holds(outline)]
        outside = [
            dated
            for dated in self.layout.dates_in(sentence)
            if dated.when is not None
            and not any(c.overlaps(dated.at) for one in (outline, *others) for c in one.content)
            and not self._is_of_the_speaker(dated.at, outline)
            and not self._is_of_another_point(dated.at, outline)
        ]
        own = [dated for dated in outside if _leads(outline, dated.at)]
        free = [one for one in outside if not any(_leads(other, one.at) for other in others)]
        found = own if len(own) == 1 else free
        return found[0].when if len(found) == 1 else None

    def _is_of_another_point(self, at: Span, outline: Outline) -> bool:
        """Say whether a date stands in a later point of a list: "alleges (a) that ...; (b) ..."."""
        end = outline.content[-1].end if outline.content else at.start
        return end < at.start and _POINT.search(self.layout.characters, end, at.start) is not None

    def _is_of_the_speaker(self, at: Span, outline: Outline) -> bool:
        """Say whether a date stands in the source's own words, or in a clause that tells of it."""
        if any(span.overlaps(at) for span in outline.source):
            return True
        end = outline.source[-1].end if outline.source else at.start
        between = self.layout.characters[end : at.start]
        return end < at.start < outline.cue[0].start and _ABOUT.fullmatch(between) is not None

    # --- captions and letters ---

    def _repeated(self, outline: Outline, body: list[Outline]) -> Outline | None:
        """Give the statement of the body that a caption's repeats, if its words are the same."""
        mine = self._bag(outline)
        for other in body:
            theirs = self._bag(other)
            shared = len(mine & theirs)
            if mine and theirs and shared >= _ALIKE * max(len(mine), len(theirs)):
                return other
        return None

    def _bag(self, outline: Outline) -> set[str]:
        found = self.layout.words_of((*outline.content, *outline.cue))
        return {word.low for word in found if not word.is_mark}

    def _written(self, outlines: list[Outline]) -> list[Statement]:
        """Give what a letter says itself: its sentences but those that tell whose they are.

        What a sentence reports of others lies inside it: the writer tells it.
        """
        letter = self.speakers.letter
        if letter is None:
            return []
        made = []
        top = [one for one in outlines if one.parent is None and letter.says(one.cue[0])]
        for sentence in self.layout.sentences:
            found = self.layout.words(sentence)
            if (
                not letter.says(sentence)
                or sum(not word.is_mark for word in found) < _SENTENCE_WORDS
                or is_heading(self.layout, (Span(sentence.end - 1, sentence.end),))
            ):
                continue
            reported = [one for one in top if any(span.overlaps(sentence) for span in one.places)]
            if any(
                self.speakers.in_first_person(one)
                or not all(sentence.holds(at) for at in one.places)
                for one in reported
            ):
                continue
            asks = found[-1].text == "?"
            said = (Span(sentence.start, sentence.end - (found[-1].text == ".")),)
            identifier = statement_id(self.layout.text.id, (), (), said)
            self._told_by.update((self.id_of(one), identifier) for one in reported)
            made.append(
                Statement(
                    id=identifier,
                    source=self.speakers.writer,
                    cue=Cue(()),
                    content=Content(said),
                    mode=Mode.DIRECT,
                    act=SpeechAct.ASKS if asks else SpeechAct.ASSERTS,
                )
            )
        return made
