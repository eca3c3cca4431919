"""Events and findings of one text: what the tables find, led to mentions, statements and dates."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from onrecord.core.dates import When
from onrecord.core.errors import UnreadableDate
from onrecord.core.identity import MentionId, RowId, anchored
from onrecord.core.spans import Span
from onrecord.core.vocabulary import (
    ActorKind,
    Event,
    EventKind,
    Finding,
    Flow,
    Mention,
    Naming,
    Participant,
    Proceeding,
    Realised,
    Role,
    SpeechAct,
    Statement,
    Voice,
)
from onrecord.reader.cast import Cast
from onrecord.reader.events import tables
from onrecord.reader.events.dating import dated
from onrecord.reader.events.found import Found
from onrecord.reader.events.inside import Inside
from onrecord.reader.events.laws import laws
from onrecord.reader.events.matters import proceedings
from onrecord.reader.events.nouns import nouns
from onrecord.reader.events.sentence import Sentence
from onrecord.reader.events.standards import reason, standards
from onrecord.reader.events.verbs import verbs
from onrecord.reader.flows.phrases import Range
from onrecord.reader.flows.telling import as_told
from onrecord.reader.layout import Layout
from onrecord.reader.speaking import Speakers

Told = tuple[tuple[Event, ...], tuple[Finding, ...], tuple[Proceeding, ...]]
LONGEST = 400
"""A sentence of more words, which a long quotation makes, is not read: what looks at pairs of words
in it stays in proportion to the text."""
_WORD = re.compile(r"[^\W\d_]+")
_SHORT = 4


def events(
    layout: Layout,
    cast: Cast,
    speakers: Speakers,
    statements: Sequence[Statement],
    passed: Sequence[Flow],
) -> Told:
    """Give what a text tells to have happened, what was found of a test, and the proceedings.

    Args:
        passed: the flows of the text: each hop is an event too, where no other tells it.
    """
    reading = _Events(layout, cast, speakers, statements)
    reading.read()
    happened = [*reading.events, *reading.passings(passed)]
    happened.sort(key=lambda one: (one.at, one.id))
    found = tuple(reading.findings)
    return tuple(happened), found, proceedings(layout, cast, happened, found)


class _Events:
    def __init__(
        self, layout: Layout, cast: Cast, speakers: Speakers, statements: Sequence[Statement]
    ) -> None:
        self._layout, self._cast, self._speakers = layout, cast, speakers
        self._tables = tables.load()
        self._inside = Inside([one for one in statements if one.duplicate_of is None])
        self._by_id = {one.id: one for one in statements}
        self._by_mention = {one.id: one for one in cast.roll.mentions.values()}
        self._starting: dict[int, Mention] = {}
        for mention in sorted(cast.roll.mentions.values(), key=_certainty):
            if mention.naming is Naming.NAMED or _is_short(mention):
                self._starting.setdefault(mention.at.start, mention)
        self._voices: dict[Span, Voice] = {}
        self.events: list[Event] = []
        self.findings: list[Finding] = []

    def read(self) -> None:
        """Read sentence by sentence; most have no word of those looked for."""
        for at in self._layout.sentences:
            self._inside.enter(at)
            lows = set(_WORD.findall(at.of(self._layout.characters).lower()))
            happens = not self._tables.signs.isdisjoint(lows)
            tested = not _TESTED.isdisjoint(lows)
            if not happens and not tested:
                continue
            words = self._layout.words(at)
            if len(words) > LONGEST:
                continue
            here = Sentence(
                words, self._cast.lexicon, self._tables, self._starting, self._layout.dates_in(at)
            )
            if happens:
                self.events.extend(self._happened(here))
            if tested:
                self.findings.extend(self._found(here))

    # --- events ---

    def _happened(self, here: Sentence) -> Iterator[Event]:
        told = list(verbs(here))
        taken = {n for one in told for n in _taken(here, one)}
        told += nouns(here, taken)
        told.sort(key=lambda one: one.trigger)
        acts = list(laws(here)) if told else []
        days = dated(here, told, acts, self._inside.at) if told else []
        named = [self._words(here, law) for law in acts]
        asked = here.words[-1].text == "?"
        for one, when in zip(told, days, strict=True):
            if asked:
                one.signs[-1] = Realised.CONSIDERED
            yield self._event(here, one, when, tuple(named))

    def _event(self, here: Sentence, one: Found, when: When | None, law: tuple[str, ...]) -> Event:
        trigger = here.words[one.trigger].span
        inside = self._inside.at(trigger)
        heard = None if _is_presupposed(here, one, inside) else inside
        told = as_told(self._layout, here.phrases, one.signs, one.denials, heard)
        at = _span(here, one.told)
        if one.thing is not None:
            thing = _span(here, one.thing)
            at = Span(min(at.start, thing.start), max(at.end, thing.end))
        legal = one.kind in (EventKind.CHARGE, EventKind.DISCONTINUANCE, EventKind.VERDICT)
        if one.kind is EventKind.LETTER:
            self._name_writer(here, one)
        people = tuple(self._participants(here, one))
        return Event(
            id=RowId(anchored("evt", self._layout.text.id, [at], [trigger])),
            kind=one.kind,
            at=(at,),
            when=when or self._bound(inside, told, here.words[one.trigger].low),
            participants=people,
            place="" if one.place is None else self._words(here, one.place),
            matter=self._matter(here, one),
            law=law if legal else (),
            outcome=one.outcome,
            said_in=None if inside is None else inside.id,
            realised=told,
        )

    def _participants(self, here: Sentence, one: Found) -> Iterator[Participant]:
        seen: set[tuple[Role, object]] = set()
        for role, phrase in one.roles:
            for each in here.phrases.each(phrase):
                voice = self._voice(_span(here, each))
                if (
                    role is Role.WHO
                    and one.kind in _OF_PERSONS
                    and self._is_body(here, each, voice)
                ):
                    voice = replace(voice, mention=None)
                key = (role, voice.mention or voice.spans)
                if key not in seen:
                    seen.add(key)
                    yield Participant(role=role, voice=voice)

    def _is_body(self, here: Sentence, phrase: Range, voice: Voice) -> bool:
        """Say whether a pronoun was led to a body, which is not arrested or charged."""
        mention = self._by_mention.get(voice.mention) if voice.mention else None
        pronoun = phrase[1] - phrase[0] == 1 and here.low(phrase[0]) in ("they", "them", "their")
        return pronoun and mention is not None and mention.kind in _BODIES

    def _voice(self, at: Span) -> Voice:
        if at not in self._voices:
            mention = self._cast.roll.mentions.get(at)
            low = at.of(self._layout.characters).lower()
            if low in _OWN and mention is not None:
                self._voices[at] = Voice(
                    spans=(at,), naming=mention.naming, mention=mention.same_as or mention.id
                )
            elif low in _OWN:
                self._voices[at] = Voice(spans=(at,), naming=Naming.ROLE_ONLY, mention=None)
            else:
                self._voices[at] = self._speakers.asked((_without_own(self._layout, at),))
        return self._voices[at]

    def _name_writer(self, here: Sentence, one: Found) -> None:
        """Give "in a letter to Pell, Vale said" its writer: who says it there."""
        if not one.sense.noun or one.has(Role.BY):
            return
        place = here.words[one.trigger].start
        end = here.words[-1].end
        speaker = self._inside.speaker_after(place, end)
        if speaker is not None:
            at = speaker.spans[0]
            first = next((n for n, w in enumerate(here.words) if w.start >= at.start), None)
            last = next((n for n, w in enumerate(here.words) if w.end >= at.end), None)
            if first is not None and last is not None and first <= last:
                one.add(Role.BY, (first, last + 1))

    def _matter(self, here: Sentence, one: Found) -> str:
        if one.matter is not None:
            return self._words(here, one.matter) if one.matter[0] < one.matter[1] else ""
        if one.thing is None or not one.kind.is_step:
            return ""
        things = here.tables.things
        for number in range(*one.thing):
            if here.low(number) not in things["cases"] or number == one.thing[0]:
                continue
            before = here.low(number - 1)
            if here.low(number + 1) == "of" and here.low(number + 2) not in ("the", "his", "her"):
                start = number + 2
                end = start
                while end < one.thing[1] and here.low(end) not in ("against", "and"):
                    end += 1
                if end > start:
                    return self._words(here, (start, end))
            plain = here.tables.has("plain_charges", before) or before in here.lexicon.determiners
            if not plain and before.isalpha() and not before.endswith(("ed", "ial")):
                return self._words(here, (number - 1, number))
            break
        return ""

    def _words(self, here: Sentence, phrase: Range) -> str:
        return " ".join(_span(here, phrase).of(self._layout.characters).split())

    def _bound(self, inside: Statement | None, told: Realised, low: str) -> When | None:
        """Bound what is told as past by the day on which it is said, where that is known."""
        if inside is None or told not in (Realised.DONE, Realised.ALLEGED):
            return None
        made = self._day_of(inside)
        if made is None or "/" in made.edtf or not made.edtf[:1].isdigit():
            return None
        if low.endswith(("ing", "s")) or made.last_date in (None, date.max):
            return None
        try:
            return When(
                edtf=f"../{made.edtf}", words=made.words, at=made.at, anchor=made.anchor,
                rule="not after it was said",
            )  # fmt: skip
        except UnreadableDate:
            return None

    def _day_of(self, inside: Statement) -> When | None:
        """Give the day on which a statement was made, or the one in which it is reported."""
        seen = set[str]()
        one: Statement | None = inside
        while one is not None and one.id not in seen:
            if one.made is not None:
                return one.made
            seen.add(one.id)
            one = self._by_id.get(one.parent) if one.parent else None
        return None

    # --- what passed ---

    def passings(self, passed: Sequence[Flow]) -> Iterator[Event]:
        """Give each hop of the flows as an event, where no event stands in its words."""
        starts = sorted(one.at[0].start for one in self.events)
        for flow in passed:
            for number, hop in enumerate(flow.hops):
                at = Span(hop.at[0].start, hop.at[-1].end)
                if _any_between(starts, at):
                    continue
                ends = ((Role.BY, hop.giver), (Role.TO, hop.taker))
                people = tuple(Participant(role=role, voice=voice) for role, voice in ends if voice)
                inside = self._by_id.get(hop.carried_by[0]) if hop.carried_by else None
                spans = [s for one in people for s in one.voice.spans]
                yield Event(
                    id=RowId(
                        anchored("evt", self._layout.text.id, [at], spans, [Span(number, number)])
                    ),
                    kind=EventKind.PASSING,
                    at=hop.at,
                    when=hop.when or self._bound(inside, hop.realised, ""),
                    participants=people,
                    matter=flow.what,
                    said_in=hop.carried_by[0] if hop.carried_by else None,
                    realised=hop.realised,
                )

    # --- findings ---

    def _found(self, here: Sentence) -> Iterator[Finding]:
        for one in standards(here):
            trigger = here.words[one.trigger].span
            inside = self._inside.at(trigger)
            days = [
                d for _, d in here.dates
                if d.when is not None and self._inside.at(d.at) == inside
            ]  # fmt: skip
            when = days[0].when if len(days) == 1 else self._day_of(inside) if inside else None
            why = reason(here, one)
            words = self._words(here, one.test)
            at = _span(here, one.at)
            yield Finding(
                id=RowId(anchored("fnd", self._layout.text.id, [at], [_span(here, one.test)])),
                test="" if one.is_element else words,
                element=words if one.is_element else "",
                found=one.found,
                at=(at,),
                when=when,
                finder=self._finder(inside),
                reported_in=None if inside is None else inside.id,
                reason=None if why is None else self._words(here, why),
            )

    def _finder(self, inside: Statement | None) -> MentionId | None:
        """Give who found it: the source of a statement that says that it found, not only said."""
        one, seen = inside, set[str]()
        while one is not None and one.id not in seen:
            lows = {word.low for word in self._layout.words_of(one.cue.spans)}
            if lows & self._tables.tests["found_by"]:
                return one.source.mention if one.source else None
            seen.add(one.id)
            one = self._by_id.get(one.parent) if one.parent else None
        return None


_OF_PERSONS = (EventKind.ARREST, EventKind.CHARGE, EventKind.PLEA, EventKind.RELEASE)
_BODIES = (ActorKind.ORGANISATION, ActorKind.PUBLIC_BODY)
_OWN = ("his", "her", "their", "its", "my", "our")
_TESTED = frozenset(
    "test tests standard standards threshold stage limb element elements requirement requirements"
    " prospect evidence criteria criterion ingredient answer".split()
)


def _is_presupposed(here: Sentence, one: Found, inside: Statement | None) -> bool:
    """Say whether a question takes it for done: "asked why the charges had been dropped"."""
    if inside is None or inside.act is not SpeechAct.ASKS:
        return False
    first = max(0, one.told[0] - 8)
    return any(here.low(number) in ("why", "how") for number in range(first, one.told[1]))


def _taken(here: Sentence, one: Found) -> Iterator[int]:
    """Give the numbers of words that a verb has told already: its own, and its thing's."""
    yield one.trigger
    if one.thing is not None:
        yield from range(*one.thing)
    yield from range(*one.told)


def _span(here: Sentence, phrase: Range) -> Span:
    return Span(here.words[phrase[0]].start, here.words[phrase[1] - 1].end)


def _without_own(layout: Layout, at: Span) -> Span:
    """Leave the mark of the genitive out: "Lena Oduya’s"."""
    words = at.of(layout.characters)
    for mark in ("’s", "'s", "’", "'"):
        if words.endswith(mark) and len(words) > len(mark):
            return Span(at.start, at.end - len(mark))
    return at


def _any_between(starts: Sequence[int], at: Span) -> bool:
    number = bisect_left(starts, at.start)
    return number < len(starts) and starts[number] < at.end


def _certainty(mention: Mention) -> tuple[bool, int]:
    """Put names first, then what is told in few words."""
    return mention.naming is not Naming.NAMED, mention.at.end


def _is_short(mention: Mention) -> bool:
    return "," not in mention.name and len(mention.name.split()) <= _SHORT
