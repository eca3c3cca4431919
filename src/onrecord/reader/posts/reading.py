"""Reads the tenures of one text, sentence by sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.core.dates import When
from onrecord.core.folding import fold
from onrecord.core.identity import MentionId, RowId, anchored
from onrecord.core.spans import Span
from onrecord.core.vocabulary import (
    ActorKind,
    Commitment,
    Mention,
    Naming,
    Polarity,
    SpeechAct,
    Statement,
    Tenure,
)
from onrecord.reader.layout import Layout
from onrecord.reader.posts import tables as posts_tables
from onrecord.reader.posts.bodies import Bodies
from onrecord.reader.posts.dating import held
from onrecord.reader.posts.leading import leading
from onrecord.reader.posts.naming import named
from onrecord.reader.posts.offices import Office, offices
from onrecord.reader.posts.predicates import Predicates
from onrecord.reader.posts.sentence import Sentence, placed, pronouns
from onrecord.reader.posts.signing import signed
from onrecord.reader.posts.subjects import Subjects
from onrecord.reader.posts.telling import Kind, Told
from onrecord.reader.posts.unnamed import unnamed
from onrecord.reader.words import Word

_BODIES = (ActorKind.ORGANISATION, ActorKind.PUBLIC_BODY, ActorKind.GROUP)
LONGEST = 400
"""A sentence of more words, which a long quotation makes, is not read: what looks at pairs of words
in it stays in proportion to the text."""
_DESCRIPTION = 100
"""A description that points back is looked for over so many characters before its noun."""
_WORD = re.compile(r"[^\W\d_]+")


def tenures(
    layout: Layout,
    mentions: Iterable[Mention],
    statements: Sequence[Statement],
    told_on: When | None,
) -> tuple[Tenure, ...]:
    """Give the tenures that a text tells of, in the order of their words.

    Args:
        mentions: all of the text; the holders are among them.
        told_on: what "former" and a post held now are bounded by; None: not known.
    """
    return tuple(_Tenures(layout, mentions, statements, told_on).read())


class _Tenures:
    """The tenures of one text. Kept for one reading only."""

    def __init__(
        self,
        layout: Layout,
        mentions: Iterable[Mention],
        statements: Sequence[Statement],
        told_on: When | None,
    ) -> None:
        self._layout, self._told_on = layout, told_on
        self._tables = posts_tables.load()
        self._mentions = {mention.at: mention for mention in mentions}
        self._by_id = {mention.id: mention for mention in self._mentions.values()}
        self._named = sorted(
            (
                m
                for m in self._mentions.values()
                if m.naming is Naming.NAMED and m.name[:1].isupper()
            ),
            key=lambda m: m.at,
        )
        self._pointing = sorted(
            m.at for m in self._mentions.values() if m.naming is Naming.ROLE_ONLY and m.same_as
        )
        self._pointing_starts = [span.start for span in self._pointing]
        self._starts = [mention.at.start for mention in self._named]
        self._contents = sorted(
            ((span, number) for number, one in enumerate(statements) for span in one.content.spans)
        )
        self._statements = statements
        self._content_starts = [span.start for span, _ in self._contents]
        self._longest = max((span.end - span.start for span, _ in self._contents), default=0)
        self._sources = sorted(
            (
                (span, one.content.spans)
                for one in statements
                if one.source is not None
                for span in one.source.spans
            ),
            key=lambda both: both[0],
        )
        self._source_starts = [span.start for span, _ in self._sources]

    def read(self) -> Iterator[Tenure]:
        """Read sentence by sentence; a post without a holder last, if nobody named has it."""
        known: set[str] = set()
        waiting: list[Tenure] = []
        made: dict[RowId, Tenure] = {}
        for at in self._layout.sentences:
            if not self._has_post(at):
                continue
            for tenure in self._of(at, self._layout.words(at)):
                if tenure.holder is None and not tenure.name:
                    waiting.append(tenure)
                else:
                    known.add(fold(f"{tenure.post}|{tenure.body}"))
                    made.setdefault(tenure.id, tenure)
        for at, words in signed(self._layout, self._named):
            for tenure in self._of(at, words):
                if tenure.holder is not None:
                    made.setdefault(tenure.id, tenure)
        for tenure in waiting:
            key = fold(f"{tenure.post}|{tenure.body}")
            if key not in known:
                known.add(key)
                made.setdefault(tenure.id, tenure)
        return iter(sorted(made.values(), key=lambda tenure: tenure.at))

    def _has_post(self, at: Span) -> bool:
        """Say whether any word of a sentence may name a post: most have none."""
        text = at.of(self._layout.characters).lower()
        return not self._tables.signs.isdisjoint(_WORD.findall(text))

    def _of(self, at: Span, words: list[Word]) -> Iterator[Tenure]:
        lexicon = self._layout.lexicon
        if len(words) > LONGEST:
            return
        sentence = placed(
            words, self._tables, self._names_in(at), self._layout.dates_in(at),
            self._layout.quotations_at(at),
        )  # fmt: skip
        bodies = Bodies(
            self._tables,
            words,
            sentence.names,
            [(p.first, p.last) for p in sentence.persons if _is_person(p.mention)],
            sentence.date_words(),
            frozenset(lexicon.months),
            lexicon.determiners | lexicon.walls | lexicon.prepositions | lexicon.adverbs,
        )
        found = [o for o in offices(words, bodies, self._tables) if o.noun not in sentence.quoted]
        called, extents = named(sentence, found)
        subjects = Subjects(sentence, extents, list(pronouns(words, self._mentions)))
        predicates = Predicates(sentence, found, called, subjects, bodies)
        called = [one for one in called if not self._says_it_of(sentence, one)]
        told = [one for one in called if not one.office.nobody]
        told += [one for one in predicates.told() if self._is_told(sentence, one)]
        told += [
            one
            for one in leading(sentence, bodies, predicates, subjects)
            if self._is_told(sentence, one)
        ]
        told = [self._employed(one, bodies, sentence) for one in told]
        ended = {(one.office.noun, one.person) for one in told if one.kind is Kind.ENDS}
        told = [
            one
            for one in told
            if one.kind is not Kind.BEARS or (one.office.noun, one.person) not in ended
        ]
        taken = {one.office.noun for one in told} | predicates.seen
        sure = [one for one in found if self._tables.head(words[one.noun].low) is not None]
        told += (one for one in unnamed(sentence, sure, taken) if not self._points(sentence, one))
        for one in told:
            yield self._tenure(sentence, one)

    def _employed(self, told: Told, bodies: Bodies, sentence: Sentence) -> Told:
        """Take the body of "a senior surveyor who has worked in the print room since 2019"."""
        if told.office.body or told.person is None:
            return told
        number = told.office.last + (sentence.low(told.office.last) == ",")
        if sentence.low(number) != "who":
            return told
        number += 2 if sentence.low(number + 1) in ("has", "had", "have") else 1
        works = sentence.low(number) in ("works", "worked", "working")
        if not works or sentence.low(number + 1) not in ("in", "at", "for"):
            return told
        body = bodies.named(sentence.words, number + 2)[1]
        return replace(told, office=replace(told.office, body=body)) if body else told

    def _says_it_of(self, sentence: Sentence, told: Told) -> bool:
        """Say whether who holds an office speaks of whom it stands beside: they are two.

        "The boats belong to Tom Reed, the minister said": the minister is not Reed.
        """
        if told.person is None:
            return False
        noun = sentence.words[told.office.noun].span
        person = sentence.span(told.person.first, told.person.last)
        first = bisect_left(self._source_starts, sentence.words[0].start)
        last = bisect_left(self._source_starts, noun.start + 1)
        return any(
            source.holds(noun) and any(one.holds(person) for one in contents)
            for source, contents in self._sources[first:last]
        )

    def _points(self, sentence: Sentence, told: Told) -> bool:
        """Say whether a description points back to somebody: then he is not unnamed."""
        noun = sentence.words[told.office.noun].span
        low = bisect_left(self._pointing_starts, noun.start - _DESCRIPTION)
        high = bisect_left(self._pointing_starts, noun.start + 1)
        return any(span.holds(noun) for span in self._pointing[low:high])

    def _names_in(self, at: Span) -> list[Mention]:
        first = bisect_left(self._starts, at.start)
        return self._named[first : bisect_left(self._starts, at.end)]

    def _is_told(self, sentence: Sentence, told: Told) -> bool:
        """Say whether whoever says it says that it is so: not where it is denied or only asked."""
        if told.verb is None:
            return True
        one = self._carrying(sentence, told, told.verb)
        return one is None or (
            one.act is SpeechAct.ASSERTS
            and one.polarity is Polarity.POSITIVE
            and one.commitment >= Commitment.NOT_STATED
        )

    def _carrying(self, sentence: Sentence, told: Told, *also: int) -> Statement | None:
        """Give the innermost statement in whose content a post stands, with these words.

        "The board appointed her clerk" appoints and reports nothing: a statement by the very verb
        that tells the tenure is none here, nor is one only proposed that names nobody.
        """
        words = (told.office.noun, *also)
        at = sentence.span(min(words), max(words) + 1)
        verb = None if told.verb is None else sentence.words[told.verb].span
        low = bisect_left(self._content_starts, at.start - self._longest)
        high = bisect_left(self._content_starts, at.start + 1)
        holding = (self._statements[n] for span, n in self._contents[low:high] if span.holds(at))
        saying = (
            one
            for one in holding
            if not (verb is not None and any(cue.overlaps(verb) for cue in one.cue.spans))
            and (one.source is not None or not one.is_proposal)
        )
        return min(saying, key=_breadth, default=None)

    def _tenure(self, sentence: Sentence, told: Told) -> Tenure:
        when, cited = held(sentence, told, self._told_on)
        office = sentence.span(told.office.first, told.office.last)
        places = [office]
        if told.office.own is not None:
            places.append(sentence.span(*told.office.own))
        holder: MentionId | None = None
        if told.person is not None:
            places.append(sentence.span(told.person.first, told.person.last))
            holder = self._holder(told.person.mention)
        if told.verb is not None:
            places.append(sentence.words[told.verb].span)
        at = tuple(sorted(set(places)))
        identifier = anchored("ten", self._layout.text.id, at)
        carrying = self._carrying(sentence, told)
        return Tenure(
            id=RowId(identifier), holder=holder, post=told.office.post,
            body=told.office.body or self._owner(sentence, told.office),
            held=when, cited=cited, at=at, said_in=carrying.id if carrying else None,
        )  # fmt: skip

    def _owner(self, sentence: Sentence, office: Office) -> str:
        """Give the body that "its" means: "its leader"; '' where that is not known."""
        if office.article not in ("its", "their"):
            return ""
        mention = self._mentions.get(sentence.words[office.first].span)
        founder = self._by_id.get(mention.same_as) if mention and mention.same_as else None
        if founder is None or founder.kind not in _BODIES:
            return ""
        first, _, rest = founder.name.partition(" ")
        return rest if first.lower() in ("the", "a", "an") else founder.name

    def _holder(self, mention: Mention | None) -> MentionId | None:
        """Give the mention under which the holder is named; None for a "he" that is nobody."""
        if mention is None:
            return None
        founder = self._by_id.get(mention.same_as) if mention.same_as else mention
        if founder is None or founder.naming is not Naming.NAMED:
            return None
        if mention.naming is Naming.NAMED and " " not in mention.name and mention.name[0].isupper():
            return mention.id  # of two with this surname it may be the other
        return founder.id


def _breadth(one: Statement) -> int:
    return sum(at.end - at.start for at in one.content.spans)


def _is_person(mention: Mention | None) -> bool:
    return mention is not None and mention.kind is ActorKind.PERSON
