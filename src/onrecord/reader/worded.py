"""Attributions in set words that the network passes over, found by the words alone.

"“It was mine,” in the words of the keeper", "It is the contention of the club that", "The club's
case was that", "The boat, to her mind, was sound". Each is entered only where no statement was
drawn over the same words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.core.letters import CAPITAL
from onrecord.core.spans import Span, Spans
from onrecord.reader.layout import Layout

_SAYINGS = (
    r"(?:comments?|verdict|answer|reply|response|view|message|advice|warning|assessment"
    r"|conclusion|summary|explanation|word|words|retort|reaction)"
)
_QUOTE_OF = re.compile(
    rf",?\s+(?P<cue>in the words of|(?:was|were|is|came) (?:the|a) (?:\w+ )?{_SAYINGS} (?:of|from)"
    rf"|(?:was|were) the words of)\s+(?P<who>[^.;:“”\"]{{3,160}})"
)
"""Behind a quotation: whose words it is in."""
_HELD = re.compile(
    r"It (?:is|was|remains|remained|had been|has been) (?P<cue>(?:the|a) (?:\w+ )?"
    r"(?:belief|view|opinion|contention|understanding|suspicion|allegation|claim|case|submission"
    r"|conclusion|position|conviction|argument|recollection))"
    r" of (?P<who>[^.;:“”\"]{3,120}?),? (?P<what>that .{5,600}?)[.!?]?$",
    re.DOTALL,
)
_IS_THEIR_CASE = re.compile(
    r"It (?:is|was|remains|remained|had been|has been) (?P<who>(?:the |an? )?[^.;:,“”\"]{2,80}?)"
    r"(?:[’']s|(?<=s)[’']) (?P<cue>(?:\w+ )?(?:belief|view|opinion|contention|understanding"
    r"|suspicion|allegation|claim|case|submission|conclusion|position|conviction|argument)),?"
    r" (?P<what>that .{5,600}?)[.!?]?$",
    re.DOTALL,
)
_CASE = (
    r" (?P<cue>(?:\w+ )?(?:case|belief|view|opinion|contention|suspicion|allegation|claim"
    r"|submission|conclusion|position|conviction|argument|theory|account)"
    r" (?:is|was|has been|had been|remains|remained)) (?P<what>that .{5,600}?)[.!?]?$"
)
_OWN_CASE = re.compile(
    rf"(?P<who>(?:The|An?) [^.;:,“”\"]{{2,80}}?|{CAPITAL}[^.;:,“”\"]{{1,80}}?)"
    rf"(?:[’']s|(?<=s)[’']){_CASE}",
    re.DOTALL,
)
_HER_CASE = re.compile(rf"(?P<who>His|Her|Their|Its){_CASE}", re.DOTALL)
_TO_HER_MIND = re.compile(
    rf"(?P<before>^|,\s)(?P<cue>[Tt]o|[Ii]n|[Bb]y|[Oo]n)\s(?P<who>his|her|their|{CAPITAL}[\w-]+)"
    r"(?P<own>[’']s?)?\s(?P<noun>own mind|mind|view|opinion|account|judge?ment|telling|reckoning"
    r"|estimation|eyes)(?P<after>,\s)"
)
_WITH = {
    "mind": "to", "own mind": "to", "view": "in", "opinion": "in", "account": "by on",
    "judgment": "in", "judgement": "in", "telling": "in", "reckoning": "by", "estimation": "in",
    "eyes": "in",
}  # fmt: skip

Worded = tuple[Spans, Spans, Spans]
"""Source, cue and content of one attribution."""


def worded(layout: Layout) -> Iterator[Worded]:
    """Find them in all sentences, and behind all quotations, of one text."""
    yield from _behind_quotations(layout)
    for sentence in layout.sentences:
        held = next(
            filter(
                None,
                (
                    one.match(layout.characters, *sentence)
                    for one in (_HELD, _IS_THEIR_CASE, _OWN_CASE, _HER_CASE)
                ),
            ),
            None,
        )
        if held is not None:
            yield (
                (Span(*held.span("who")),),
                (Span(*held.span("cue")),),
                (Span(*held.span("what")),),
            )
            continue
        yield from _by_the_way(layout, sentence)


def _behind_quotations(layout: Layout) -> Iterator[Worded]:
    characters = layout.characters
    for some in layout.quoted:
        for quotation in some:
            sentence = layout.sentence_at(quotation.end - 1)
            end = sentence.end if sentence is not None else quotation.end
            found = _QUOTE_OF.match(characters, quotation.end, max(end, quotation.end))
            if found is None:
                # A quotation with a full stop of its own ends its sentence.
                found = _QUOTE_OF.match(characters, quotation.end, quotation.end + 200)
                if found is None or "\n" in found.group():
                    continue
            yield (
                (Span(*found.span("who")).trimmed(characters),),
                (Span(*found.span("cue")),),
                (quotation,),
            )


def _before_stop(characters: str, sentence: Span) -> int:
    """Give the end of a sentence without its full stop."""
    end = sentence.end
    while end > sentence.start and characters[end - 1] in ".!? \n":
        end -= 1
    return end


def _by_the_way(layout: Layout, sentence: Span) -> Iterator[Worded]:
    """Give what a sentence says with "to her mind": what stands before and after it."""
    characters = layout.characters
    for found in _TO_HER_MIND.finditer(characters, sentence.start, sentence.end):
        owner, noun = found["who"], found["noun"]
        if found["cue"].lower() not in _WITH[noun].split():
            continue
        if owner[0].isupper() and not found["own"]:
            continue
        pieces = (
            Span(sentence.start, found.start()).trimmed(characters),
            Span(found.end(), _before_stop(characters, sentence)).trimmed(characters),
        )
        content = tuple(one for one in pieces if one.end > one.start)
        if content and not layout.quotations_at(sentence):
            at = Span(found.start("cue"), found.end("noun"))
            yield (Span(*found.span("who")),), (at,), content
