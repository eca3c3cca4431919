"""Flows of one text: what the grammar finds, led to mentions, statements and dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.core.dates import When
from onrecord.core.identity import RowId, StatementId, anchored
from onrecord.core.spans import Span
from onrecord.core.vocabulary import (
    Flow,
    Hop,
    Mention,
    Naming,
    Realised,
    Statement,
    Voice,
)
from onrecord.reader.cast import Cast
from onrecord.reader.flows.carrying import Carrying
from onrecord.reader.flows.found import Found
from onrecord.reader.flows.grammar import find
from onrecord.reader.flows.phrases import Phrases, Range
from onrecord.reader.flows.pointing import point_back
from onrecord.reader.flows.tables import load
from onrecord.reader.flows.telling import as_told
from onrecord.reader.layout import Layout
from onrecord.reader.speaking import Speakers


def flows(
    layout: Layout, cast: Cast, speakers: Speakers, statements: Sequence[Statement]
) -> tuple[Flow, ...]:
    """Give the flows of one text, in the order of the words that tell them."""
    found = tuple(_Flows(layout, cast, speakers, statements).read())
    point_back(cast, found)
    return found


Ends = tuple[Voice | None, Voice | None]
_DATES = 20
"""A sentence with more dates is only looked at from the verb on."""
_SHORT = 4
"""A description of more words is left to the nouns in it."""


class _Flows:
    def __init__(
        self, layout: Layout, cast: Cast, speakers: Speakers, statements: Sequence[Statement]
    ) -> None:
        self._layout, self._cast, self._speakers = layout, cast, speakers
        self._by_id = {one.id: one for one in statements}
        self._carrying = Carrying([one for one in statements if one.duplicate_of is None])
        self._starting: dict[int, Mention] = {}
        for mention in sorted(cast.roll.mentions.values(), key=_certainty):
            if mention.naming is Naming.NAMED or _is_short(mention):
                self._starting.setdefault(mention.at.start, mention)

    def read(self) -> Iterator[Flow]:
        for sentence in self._layout.sentences:
            words = self._layout.words(sentence)
            dates = {dated.at.start for dated in self._layout.dates_in(sentence)}
            here = Phrases(words, self._cast.lexicon, load(), self._starting, dates)
            asked = words[-1].text == "?"
            found = list(find(here))
            for number, one in enumerate(found):
                following = found[number + 1].trigger if number + 1 < len(found) else len(words)
                if asked:
                    one.signs[-1] = Realised.CONSIDERED
                flow = self._flow(here, one, sentence, words[following - 1].end)
                if flow.hops:
                    yield flow

    def _flow(self, here: Phrases, one: Found, sentence: Span, end: int) -> Flow:
        trigger = here.sentence[one.trigger].span
        inside = self._carrying.at(trigger)
        told = as_told(self._layout, here, one.signs, one.denials, inside[0] if inside else None)
        when = self._when(here, one, sentence, end, inside[0] if inside else None)
        means = ", ".join(self._words(here, phrase) for phrase in one.means)
        carried = tuple(self._chain(inside[0])) if inside else ()
        hops = [
            replace(hop, means=means, when=when, realised=told, carried_by=carried)
            for hop in self._hops(here, one, inside[0] if inside else None)
        ]
        return Flow(
            id=RowId(anchored("flw", self._layout.text.id, [trigger], [h.at[0] for h in hops])),
            what="" if one.item is None else self._words(here, one.item),
            hops=tuple(hops),
        )

    def _words(self, here: Phrases, phrase: Range) -> str:
        at = _span(here, phrase)
        return " ".join(at.of(self._layout.characters).split())

    # --- who ---

    def _hops(self, here: Phrases, one: Found, inside: Statement | None) -> Iterator[Hop]:
        """Give each step from one who gives, through others, to one who takes."""
        rows = [self._parties(here, one.giver), *(self._parties(here, t) for t in one.through)]
        rows.append(self._parties(here, one.taker))
        if one.taker is None and one.through and one.giver is not None:
            rows.pop()
        places = [_span(here, place) for place in one.places]
        at = Span(min(place.start for place in places), max(place.end for place in places))
        last = len(rows) - 2
        for number, (givers, takers) in enumerate(pairwise(rows)):
            gap = (one.gap_before and number == 0) or (one.gap_after and number == last > 0)
            for giver in givers:
                for taker in takers:
                    ends = self._apart(giver, taker, inside)
                    if any(ends) and not _same(*ends):
                        yield Hop(giver=ends[0], taker=ends[1], at=(at,), gap=gap)

    def _apart(self, giver: Voice | None, taker: Voice | None, inside: Statement | None) -> Ends:
        """Keep a pronoun from being the other end: nobody gives to himself.

        "He" who took from Marr is then whoever says so, if that is not Marr; else nobody known.
        """
        if not _same(giver, taker) or giver is None or taker is None:
            return giver, taker
        speaker = inside.source.mention if inside and inside.source else None
        other = None if speaker == giver.mention else speaker
        if self._is_pronoun(taker):
            return giver, replace(taker, mention=other)
        if self._is_pronoun(giver):
            return replace(giver, mention=other), taker
        return giver, taker

    def _is_pronoun(self, voice: Voice) -> bool:
        words = self._layout.words_of(voice.spans)
        return len(words) == 1 and load().has("pronouns", words[0].low)

    def _parties(self, here: Phrases, phrase: Range | None) -> list[Voice | None]:
        """Give those whom a phrase names; nobody is nobody."""
        if phrase is None or here.tables.has("nobody", here.low(phrase[0])):
            return [None]
        return [self._voice(here, each) for each in here.each(phrase)]

    def _voice(self, here: Phrases, phrase: Range) -> Voice:
        voice = self._speakers.asked((_span(here, phrase),))
        if voice.mention is None and here.low(phrase[0]) == "who":
            # "a clerk, who passed them on": the relative goes back to no name
            comma = here.low(phrase[0] - 1) == ","
            before = here.before(phrase[0] - comma)
            party = None if before is None else here.cut(before)
            if party is not None and here.low(party[0]) != "who":
                return self._speakers.asked((_span(here, party),))
        return voice

    # --- when ---

    def _when(
        self, here: Phrases, one: Found, sentence: Span, end: int, inside: Statement | None
    ) -> When | None:
        """Give the one date that stands with it; of several none is chosen."""
        near = Span(here.sentence[one.trigger].start, end)
        dates = self._layout.dates_in(sentence)
        if len(dates) > _DATES:  # a page without a full stop
            dates = self._layout.dates_in(near)
        if inside is not None:
            dates = [d for d in dates if any(c.holds(d.at) for c in inside.content.spans)]
        if len(dates) > 1:
            dates = [dated for dated in dates if near.start < dated.at.start < near.end]
        return dates[0].when if len(dates) == 1 else None

    def _chain(self, inside: Statement) -> Iterator[StatementId]:
        """Give the statements in whose contents it stands, the innermost first."""
        seen: set[StatementId] = set()
        one: Statement | None = inside
        while one is not None and one.id not in seen:
            seen.add(one.id)
            yield one.id
            one = self._by_id.get(one.parent) if one.parent else None


def _span(here: Phrases, phrase: Range) -> Span:
    return Span(here.sentence[phrase[0]].start, here.sentence[phrase[1] - 1].end)


def _same(giver: Voice | None, taker: Voice | None) -> bool:
    return (
        giver is not None
        and taker is not None
        and (giver.mention == taker.mention and giver.mention is not None)
    )


def _certainty(mention: Mention) -> tuple[bool, int]:
    """Put names first, then what is told in few words."""
    return mention.naming is not Naming.NAMED, mention.at.end


def _is_short(mention: Mention) -> bool:
    """Say whether a description is no more than a noun phrase: no clause hangs on it."""
    return "," not in mention.name and len(mention.name.split()) <= _SHORT
