"""Where statements stand: the network's cues and roles as places of the text, nested as they lie.

The structure of the text has the last word: quotation marks are kept whole, the addressee of a
letter is none of its source, a statement inside another's content is its child.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from onrecord.core.sentences import split
from onrecord.core.spans import Span, Spans
from onrecord.core.vocabulary import Commitment, Naming, SpeechAct
from onrecord.reader import mending, worded
from onrecord.reader.acts import is_act, is_heading
from onrecord.reader.layout import Layout
from onrecord.reader.models import pieces
from onrecord.reader.models.labels import ACTS, COMMITMENTS, NAMINGS
from onrecord.reader.models.network import Found, Spotted
from onrecord.reader.sifting import can_be_somebody
from onrecord.reader.sureness import Sureness

WORDED = 0.8
"""How sure an attribution in set words is."""
_PLAIN = {
    "act": ACTS.index(SpeechAct.ASSERTS), "commitment": COMMITMENTS.index(Commitment.NOT_STATED),
    "naming": NAMINGS.index(Naming.NAMED), "outcome": 0, "negative": 0, "identity": 0,
}  # fmt: skip
_LETTER = re.compile(r"\b[A-Z]\.\Z")
_THAT = re.compile(r"that\s")
_NOBODY = re.compile(r"(?:no(?:body\b|[ -]one\b| \w)|none\b|neither\b)", re.IGNORECASE)
_AND_THAT = re.compile(r"[;,]?\s+(?:and\s+|or\s+|but\s+)?that\s")
_FIRST = re.compile(r"(?:that\s+)?\(?(?:a|i|1)\)\s")
_NEXT = re.compile(r"[;,]?\s+(?:and\s+|or\s+)?(?:that\s+)?\(?(?:b|ii|2)\)\s")
"""The first and the second of a list with letters or numbers."""


@dataclass(slots=True)
class Outline:
    """One statement in the making, in places of the text."""

    source: Spans
    cue: Spans
    content: Spans
    addressee: Spans
    hedges: Spans
    kinds: dict[str, int]
    sureness: float
    signs: tuple[float, ...] = ()
    """The figures from which its sureness was worked out; empty where set words told it."""
    nobodys: bool = False
    """It is told that nobody says it."""
    caption: bool = False
    parent: Outline | None = None

    @property
    def size(self) -> int:
        """Give the number of characters that were said."""
        return sum(span.end - span.start for span in self.content)

    @property
    def places(self) -> Spans:
        """Give all the places of source, cue and content."""
        return (*self.source, *self.cue, *self.content)

    def holds(self, other: Outline) -> bool:
        """Say whether the cue of `other` lies in this one's content."""
        return self is not other and all(
            any(mine.holds(cue) for mine in self.content) for cue in other.cue
        )


class Outlines:
    """Draws the outlines of one text."""

    def __init__(
        self, layout: Layout, made: pieces.Pieces, spotted: list[Spotted], facts: dict[str, Any]
    ) -> None:
        self.layout, self.made = layout, made
        self._sureness = Sureness(facts)
        self._people = [made.ends[one.last] for one in spotted if one.is_name and one.kind == 1]
        self._owners: dict[int, int] = {}
        self._starts: dict[int, int] = {}
        for one in spotted:
            start, end = made.starts[one.first], made.ends[one.last]
            self._owners.setdefault(end, start)
            self._starts[start] = max(end, self._starts.get(start, 0))

    def draw(self, found: list[Found]) -> list[Outline]:
        """Draw what is sure enough, in the order of the cues, each under the one that holds it."""
        outlines: dict[tuple[Spans, Spans], Outline] = {}
        places = self.layout.places
        for one in self._sure_enough(found):
            cue = places(one.cue, self.made)
            if any(at.overlaps(span) for _, at, _ in self.layout.silent for span in cue):
                continue
            content = self._ending(self._whole(places(one.content, self.made)))
            source = places(one.source, self.made)
            if is_act(self.layout, cue, content) or is_heading(self.layout, cue):
                continue
            outline = Outline(
                source=self._somebody(source) or self._owner(cue[0]),
                cue=cue,
                content=content,
                addressee=places(one.addressee, self.made),
                hedges=places(one.hedges, self.made),
                kinds=one.kinds,
                signs=one.signs,
                sureness=self._sureness.of(one.signs),
                nobodys=self._is_nobody(source),
                caption=any(at.holds(cue[0]) for at in self.layout.captions),
            )
            outlines.setdefault((cue, content), outline)
        drawn = self._with_worded(_each_once(outlines.values()))
        cues = [cue for one in drawn for cue in one.cue]
        for outline in drawn:
            outline.content = self._with_all_that(outline.content, cues)
            self._mend(outline, cues)
        _nest(drawn)
        return drawn

    def _ending(self, content: Spans) -> Spans:
        """Cut what runs past a letter that ends its sentence: "calls Person K. The clerk"."""
        characters, made = self.layout.characters, []
        for span in content:
            sentence = self.layout.sentence_at(span.start)
            over = sentence is not None and span.start < sentence.end < span.end
            if over and sentence and _LETTER.search(characters, sentence.start, sentence.end):
                span = Span(span.start, sentence.end)
            made.append(span)
        return tuple(made)

    def _with_worded(self, drawn: list[Outline]) -> list[Outline]:
        """Add the attributions in set words, for what is drawn without a source or not at all."""
        contents = sorted((at, n) for n, one in enumerate(drawn) for at in one.content)
        starts = [at.start for at, _ in contents]
        gone: set[int] = set()
        added = []
        for source, cue, content in worded.worded(self.layout):
            near = slice(
                max(0, bisect_left(starts, content[0].start - pieces.LONGEST)),
                bisect_left(starts, content[-1].end),
            )
            over = {n for at, n in contents[near] if any(at.overlaps(mine) for mine in content)}
            if any(drawn[n].source and not _lies_in(drawn[n], content) for n in over):
                continue
            if over and len(content) > 1:
                continue  # whose the other clauses of the sentence are is not told
            gone |= {n for n in over if not _lies_in(drawn[n], content)}
            added.append(
                Outline(
                    source=source, cue=cue, content=content, addressee=(), hedges=(),
                    kinds=dict(_PLAIN), sureness=WORDED,
                    caption=any(at.holds(cue[0]) for at in self.layout.captions),
                )
            )  # fmt: skip
        kept = [one for n, one in enumerate(drawn) if n not in gone]
        return sorted([*kept, *added], key=lambda o: (o.cue, o.content))

    def _mend(self, outline: Outline, cues: list[Span]) -> None:
        """Put right what the words of the sentence settle."""
        layout, cue = self.layout, outline.cue
        if mending.is_adverb(layout, cue):
            # "A clerk allegedly took it": of whom it is told says nothing.
            of = outline.source or mending.subject(layout, cue, self._starts)
            told = (at for at in of if not any(at.overlaps(one) for one in outline.content))
            outline.content = tuple(sorted((*told, *outline.content)))
            outline.source = ()
            return
        turned = mending.inverted(layout, cue, outline.content)
        if turned is not None:
            outline.source, outline.content = turned
        if not outline.source:
            outline.source, outline.content = mending.speaker(layout, cue, outline.content)
        if not outline.source:
            outline.source = mending.subject(layout, cue, self._starts)
        outline.content = mending.whole_turn(layout, outline.source, cue, outline.content)
        outline.content = mending.goes_on(layout, outline.source, cue, outline.content, cues)

    def _with_all_that(self, content: Spans, cues: list[Span]) -> Spans:
        """Take in the clauses that go on with "that": "alleges that A; that B; and that C".

        Up to the end of the sentence, unless another cue stands in them. A list with letters, "(a)
        ...; (b) ...", is taken whole.
        """
        characters = self.layout.characters
        sentence = self.layout.sentence_at(content[-1].start) if content else None
        if sentence is None:
            return content
        start = content[-1].end
        lists = _FIRST.match(characters, content[0].start) and _NEXT.match(
            characters, start, sentence.end
        )
        if not lists and not (
            _THAT.match(characters, content[0].start)
            and _AND_THAT.match(characters, start, sentence.end)
        ):
            return content
        over = next(split(characters, Span(start, sentence.end))).end
        if not lists and any(start <= cue.start < over for cue in cues):
            return content
        end = start + len(characters[start:over].rstrip(' .\n”"'))
        return (*content[:-1], Span(content[-1].start, end))

    def _sure_enough(self, found: list[Found]) -> list[Found]:
        """Leave out silences, and what is not sure enough for where it stands."""
        said = [one for one in found if not one.silence]
        sure = [one for one in said if self._is_enough(one)]
        contents = sorted((a, b) for one in sure for a, b in one.content)
        starts = [a for a, _ in contents]
        kept = []
        for one in said:
            at = one.cue[0][0]
            first = bisect_left(starts, at - pieces.LONGEST)
            inside = any(a <= at < b for a, b in contents[first : bisect_left(starts, at + 1)])
            judged = self._sureness.is_enough_inside if inside else self._is_enough
            if judged(one):
                kept.append(one)
        return kept

    def _is_enough(self, one: Found) -> bool:
        content = self.layout.places(one.content, self.made)
        quoted = any(self.layout.quotations_at(at) for at in content)
        return self._sureness.is_enough(one, quoted=quoted)

    def _is_nobody(self, source: Spans) -> bool:
        """Say whether it is told that nobody says it: "no one had said", "none of them claims"."""
        return bool(source) and bool(_NOBODY.match(source[0].of(self.layout.characters)))

    def _somebody(self, source: Spans) -> Spans:
        """Give a source without the addressee before it; nothing where it names nobody: "Nor"."""
        if not any(can_be_somebody(span, self.layout) for span in source):
            return ()
        return self._speaking(source)

    def _speaking(self, source: Spans) -> Spans:
        """Leave the addressee of a letter out of its source: the names before the last one."""
        if len(source) != 1:
            return source
        sentence = self.layout.sentence_at(source[0].start)
        if sentence is None or sentence.start >= source[0].start:
            return source
        low = [word.low for word in self.layout.words(Span(sentence.start, source[0].start))]
        if low[:1] != ["in"] or "to" not in low or not self.layout.lexicon.letters & set(low):
            return source
        ends = [end for end in self._people if source[0].start < end <= source[0].end]
        if len(ends) < 2:
            return source
        begin = ends[-2]
        while not self.layout.characters[begin].isalnum():
            begin += 1
        return (Span(begin, source[0].end),)

    def _owner(self, cue: Span) -> Spans:
        """Give the owner of a cue that is a noun: "the developer’s promise"."""
        before = self.layout.characters[max(0, cue.start - 3) : cue.start]
        if before not in ("’s ", "'s "):
            return ()
        start = self._owners.get(cue.start - 3, self._owners.get(cue.start - 1))
        return () if start is None else (Span(start, cue.start - 3),)

    def _whole(self, content: Spans) -> Spans:
        """Give each piece of a content the mark that its edge left out, and how it goes on.

        A quotation that is not closed at the end of its paragraph goes on in the next.
        """
        made: list[Span] = []
        for span in content:
            start, end = span
            quotations = self.layout.quotations_at(span)
            for quotation in quotations:
                if start == quotation.start + 1 and end >= quotation.end - 1:
                    start = quotation.start
                if end == quotation.end - 1 and start <= quotation.start + 1:
                    end = quotation.end
            made.append(Span(start, end))
            if quotations and quotations[-1].end <= end:
                after = self.layout.goes_on(quotations[-1])
                made.extend(part for part in after if not any(p.overlaps(part) for p in content))
        return tuple(made)


def _each_once(outlines: Iterable[Outline]) -> list[Outline]:
    """Give each once, in order: of two with one content and cues that overlap, the wider cue."""
    found: dict[Spans, list[Outline]] = {}
    for one in sorted(outlines, key=lambda o: (o.content, o.cue)):
        alike = found.setdefault(one.content, [])
        other = next((o for o in alike if o.cue[0].overlaps(one.cue[0])), None)
        if other is None or other.source != one.source:
            alike.append(one)
        elif one.cue[0].end - one.cue[0].start > other.cue[0].end - other.cue[0].start:
            alike[alike.index(other)] = one
    every = (one for alike in found.values() for one in alike)
    return sorted(every, key=lambda o: (o.cue, o.content))


def _lies_in(one: Outline, content: Spans) -> bool:
    """Say whether all of a statement lies in words: it is told inside of them."""
    return all(any(mine.holds(at) for mine in content) for at in one.places)


def _nest(outlines: list[Outline]) -> None:
    """Put each under the narrowest one whose content holds it; none in a loop."""
    ordered = sorted(outlines, key=lambda o: o.content[0].start)
    starts = [o.content[0].start for o in ordered]
    reach = 0
    longest = []
    for one in ordered:
        reach = max(reach, one.content[-1].end)
        longest.append(reach)
    for outline in outlines:
        around = []
        number = bisect_left(starts, outline.cue[0].start + 1) - 1
        while number >= 0 and longest[number] > outline.cue[0].start:
            other = ordered[number]
            if other.holds(outline) and (other.size, other.cue) > (outline.size, outline.cue):
                around.append(other)
            number -= 1
        outline.parent = min(around, key=lambda o: (o.size, o.cue), default=None)
