"""What the words of a sentence settle about a statement that the network drew by halves.

An attribution that is put into a sentence ("..., she conceded, ...") is of all of the sentence; a
cue after a quotation has its speaker behind it ("“...”, claims the notice of the board"); the
second verb of a sentence has the subject of the first.
"""

from __future__ import annotations

import re
from itertools import pairwise

from onrecord.core.letters import CAPITAL
from onrecord.core.spans import Span, Spans
from onrecord.reader.layout import Layout

_BEFORE = re.compile(r",\s+(?:it\s+)?")
"""Between the first part of a sentence and an attribution that is put into it."""
_AFTER = re.compile(r"[,;]\s+")
_NO_MORE = re.compile(
    r"(?:adding|saying|citing|referring|noting|speaking|according|but|and|or|who|which|whose|when"
    r"|after|before|while|whilst|as|though|although|because|since|if|where|in (?:an?|his|her|their"
    r"|its|the)\b|on \w+day|yesterday|last|this|at (?:a|the)|during|with|without|despite)\b"
    r"|[“‘\"']",
    re.IGNORECASE,
)
"""What follows an attribution and tells of the speaking, or is another clause."""
_LONGEST = 400
"""Characters of a sentence that are taken into a content after an attribution, at most."""
_CLOSED = re.compile(r"[”’\"'],?\s+$|,[”’\"']\s+$")
_SAYS = frozenset(
    "says said claims claimed writes wrote insists insisted adds added alleges alleged argues"
    " argued warns warned admits admitted states stated declares declared".split()
)
_NAMED = re.compile(
    rf"\s+(?P<who>(?:an?|the|one|two|three|some|his|her|its|their|{CAPITAL}[\w’'-]*)\s[^;:“”\"]{{2,160}})"
)
"""A phrase for a speaker behind a cue."""
_ENDS = re.compile(r",? (?:who|which|whose|when|in an?|on \w+day|last|after|before|as)\b|[,;:]|\.$")
_PASSIVE = re.compile(r"(?:is|are|was|were|be|(?:has|have|had) been)\b(?! of the)|\w+ed\s*$")
_LABEL = re.compile(r"[A-Z][A-Z.’' -]+:\s+")
"""Who speaks in a transcript, before the words."""
_OPENS = re.compile(
    rf"(?P<who>(?:The|An?|{CAPITAL}[\w’'-]*)(?: [\w’'-]+){{0,5}}?(?:, [^,;:.]{{2,60}}(?=,))?),? "
    r"(?:has|have|had|is|are|was|were|remains?|remained)\b"
)
"""The subject of a sentence, up to its verb."""
_IS_OF = re.compile(r"\b(?:is|are|was|were|remains?|remained) of $")
"""Before "the view": whoever is of it holds it."""
_AND = re.compile(r"\band (?:\w+ly |still |also |now |then )?$")


def is_adverb(layout: Layout, cue: Spans) -> bool:
    """Say whether a cue is nothing but an adverb by which nobody named speaks: "has reportedly"."""
    lexicon = layout.lexicon
    low = [word.low for word in layout.words_of(cue)]
    others = lexicon.agentless_adverbs | lexicon.did | lexicon.be
    return not lexicon.agentless_adverbs.isdisjoint(low) and others.issuperset(low)


def goes_on(layout: Layout, source: Spans, cue: Spans, content: Spans, cues: list[Span]) -> Spans:
    """Give a content with the rest of the sentence that an attribution is put into.

    "The boat was late, she conceded, by an hour, and nobody rang; it had never happened before."

    Args:
        cues: the cues of all statements, in order; where one follows, its words are not taken.
    """
    characters = layout.characters
    said = sorted((*source, *cue))
    if not content or said[0].start < content[0].end:
        return content
    if not _BEFORE.fullmatch(characters, content[0].end, said[0].start):
        return content
    if any(characters[a.end : b.start].strip() for a, b in pairwise(said)):
        return content
    after = content[1:]  # what the network took of the rest, if anything
    if after and after[0].start < said[-1].end:
        return content
    sentence = layout.sentence_at(said[-1].end - 1)
    gap = _AFTER.match(characters, after[-1].end if after else said[-1].end)
    if sentence is None or gap is None or content[0].start < sentence.start:
        return content
    start, end = gap.end(), sentence.end
    rest = characters[start:end]
    if not 0 < len(rest) <= _LONGEST or _NO_MORE.match(rest):
        return content
    if layout.quotations_at(Span(content[0].start, end)):
        return content
    if any(start <= one.start < end for one in cues):
        return content
    end = start + len(rest.rstrip(" \n.!?"))
    begin = after[0].start if after else start
    return (content[0], Span(begin, end)) if end > start else content


def whole_turn(layout: Layout, source: Spans, cue: Spans, content: Spans) -> Spans:
    """Give the content of a turn of a transcript, "THE CHAIR: ...", to its paragraph's end."""
    characters = layout.characters
    if len(cue) != 1 or len(source) != 1 or len(content) != 1 or cue[0].of(characters) != ":":
        return content
    paragraph = layout.paragraph_at(cue[0].start)
    if paragraph is None or source[0].start != paragraph.start:
        return content
    if not source[0].end <= cue[0].start <= content[0].start <= cue[0].end + 1:
        return content
    end = paragraph.start + len(paragraph.of(characters).rstrip(" \n.!?"))
    return (Span(content[0].start, max(end, content[0].end)),)


def inverted(layout: Layout, cue: Spans, content: Spans) -> tuple[Spans, Spans] | None:
    """Give source and content of a cue that follows a quotation and was read the wrong way round.

    "Ann Vale “gave him the keys”, claims the notice of the board" is what the notice claims.
    """
    characters = layout.characters
    if len(cue) != 1 or len(content) != 1 or cue[0].of(characters) not in _SAYS:
        return None
    sentence = layout.sentence_at(cue[0].start)
    after = content[0]
    if sentence is None or sentence.start >= cue[0].start or layout.quotations_at(after):
        return None
    if after.start != cue[0].end + 1 or not _CLOSED.search(
        characters, cue[0].start - 3, cue[0].start
    ):
        return None
    source = phrase_after(layout, cue[0].end)
    if source is None or not source.overlaps(after):
        return None
    end = cue[0].start
    while end > sentence.start and characters[end - 1] in " ,\n":
        end -= 1
    return (source,), (Span(sentence.start, end),)


def phrase_after(layout: Layout, place: int) -> Span | None:
    """Give the phrase for a speaker that follows a place of a sentence, without what tells more."""
    characters = layout.characters
    sentence = layout.sentence_at(place - 1)
    if sentence is None:
        return None
    found = _NAMED.match(characters, place, sentence.end)
    if found is None:
        return None
    start, stop = found.span("who")
    ends = _ENDS.search(characters, start, stop)
    end = ends.start() if ends is not None else stop
    while end > start and not characters[end - 1].isalnum():
        end -= 1
    return Span(start, end) if end - start > 2 else None


def speaker(layout: Layout, cue: Spans, content: Spans) -> tuple[Spans, Spans]:
    """Give the speaker whom the network left out behind its cue, or took for said, and the rest.

    "The box was empty, said an official who had seen it" is what the official said.
    """
    characters = layout.characters
    if not content or len(cue) != 1 or cue[0].of(characters) not in _SAYS:
        return (), content
    behind = content[1:]
    if content[0].end > cue[0].start or (behind and behind[0].start != cue[0].end + 1):
        return (), content
    between = characters[content[0].end : cue[0].start]
    if between.strip(" ,”’\"'") or "," not in characters[content[0].end - 2 : cue[0].start]:
        return (), content
    found = phrase_after(layout, cue[0].end)
    if found is None or len(behind) > 1 or (behind and layout.quotations_at(behind[0])):
        return (), content
    return (found,), content[:1]


def subject(layout: Layout, cue: Spans, starts: dict[int, int]) -> Spans:
    """Give the subject of a sentence for a second verb of it: "Vale has read it and insists that".

    Args:
        starts: where spotted mentions begin, and where the longest that begins there ends.
    """
    sentence = layout.sentence_at(cue[0].start)
    if sentence is None or sentence.start >= cue[0].start:
        return ()
    characters = layout.characters
    if _PASSIVE.match(cue[0].of(characters)):
        return ()
    before = max(sentence.start, cue[0].start - 20)
    if not any(one.search(characters, before, cue[0].start) for one in (_AND, _IS_OF)):
        return ()
    label = _LABEL.match(characters, sentence.start, sentence.end)
    start = label.end() if label is not None else sentence.start
    end = starts.get(start)
    if end is None:
        opens = _OPENS.match(characters, start, cue[0].start)
        end = opens.end("who") if opens is not None else None
    return () if end is None or end > cue[0].start else (Span(start, end),)
