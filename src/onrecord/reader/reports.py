"""Who is reported to have said what, sentence by sentence: cues, their speakers, their contents.

Each cue is tried in the frames of the trade: "X said (that) ...", "..., X said", "..., said X",
"according to X", "..., adding that ...", "it is alleged that ...". A cue that fits none is dropped:
a speaker is not guessed. Results are numbers of units, so that no offset is made up here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.core.vocabulary import Commitment, SpeechAct
from onrecord.reader import phrases
from onrecord.reader.lexicon import Lexicon, Verb
from onrecord.reader.phrases import Range
from onrecord.reader.words import Word


@dataclass(slots=True)
class Report:
    """One attribution in one sentence, in unit numbers: `[first, last)` ranges.

    `source` None: the words name nobody.
    """

    source: Range | None
    cue: Range
    content: list[Range]
    act: SpeechAct
    commitment: Commitment
    agentless: bool = False
    addressee: Range | None = None
    negated: bool = False
    whole_tail: bool = False
    """Its content runs to the end of the sentence, so that later cues lie inside it."""


@dataclass(frozen=True, slots=True)
class _Cue:
    begin: int  # with auxiliaries and adverbs
    at: int
    end: int
    verb: Verb
    negated: bool


_ING = "ing"
_NEGATIONS = frozenset({"not", "n't", "never", "didn’t", "didn't", "doesn’t", "doesn't"})
_MARKS_OF_PARENTHESIS = frozenset({",", "—", "–", "-"})


def read(sentence: list[Word], lexicon: Lexicon) -> list[Report]:
    """Find the attributions of one sentence, in the order of their cues."""
    found: list[Report] = []
    for report in _candidates(sentence, lexicon, found):
        if report.content and all(a < b for a, b in report.content):
            found.append(report)
    _cut_at_next_speaker(found, sentence, lexicon)
    return [report for report in found if report.content]


def _candidates(sentence: list[Word], lexicon: Lexicon, found: list[Report]) -> Iterator[Report]:
    number = 0
    while number < len(sentence):
        word = sentence[number]
        report = None
        if not word.quote and word.low.isalpha():
            report = (
                _according(sentence, number, lexicon)
                or _agentless(sentence, number, lexicon)
                or _verb(sentence, number, lexicon, found)
            )
        if report is None:
            number += 1
            continue
        yield report
        number = max(number, report.cue[1] - 1) + 1


def _verb(
    sentence: list[Word], number: int, lexicon: Lexicon, found: list[Report]
) -> Report | None:
    for verb in lexicon.verbs.get(sentence[number].low, ()):
        end = number + 1 + len(verb.particles)
        if tuple(word.low for word in sentence[number + 1 : end]) != verb.particles:
            continue
        begin, negated = _begin_of_cue(sentence, number, lexicon)
        cue = _Cue(begin, number, end, verb, negated)
        report = _in_frames(sentence, cue, lexicon, found)
        if report is not None:
            return report
    return None


def _begin_of_cue(sentence: list[Word], number: int, lexicon: Lexicon) -> tuple[int, bool]:
    negated = False
    while number:
        low = sentence[number - 1].low
        if low in _NEGATIONS:
            negated = True
        elif not (
            low in lexicon.auxiliaries
            or low in lexicon.adverbs
            or (low.endswith("ly") and len(low) > 4 and not sentence[number - 1].capital)
        ):
            break
        number -= 1
    return number, negated


def _in_frames(
    sentence: list[Word], cue: _Cue, lexicon: Lexicon, found: list[Report]
) -> Report | None:
    if sentence[cue.at].low.endswith(_ING):
        return _participle(sentence, cue, lexicon, found)
    if cue.begin and sentence[cue.begin - 1].low in ("to", "by"):
        return None
    if cue.begin and sentence[cue.begin - 1].low in lexicon.be:
        return None
    if cue.verb.frame == "speech":
        report = _inverted(sentence, cue, lexicon)
        if report is not None:
            return report
    source = phrases.before(sentence, cue.begin, lexicon)
    if source is None or not _agrees(sentence, cue, source, lexicon):
        return None
    if cue.verb.frame != "object":
        report = _after_its_content(sentence, cue, source, lexicon)
        if report is not None:
            return report
    return _before_its_content(sentence, cue, source, lexicon)


def _agrees(sentence: list[Word], cue: _Cue, source: Range, lexicon: Lexicon) -> bool:
    """Tell "officials state" from "the office of state": a bare form wants a plural or a helper."""
    if cue.begin < cue.at or sentence[cue.at].low not in lexicon.base_forms:
        return True
    phrase = sentence[source[0] : source[1]]
    plural = any(word.low in lexicon.plural or word.low == "and" for word in phrase)
    return plural or any(word.low[-1] == "s" and word.low[-2:] != "ss" for word in phrase)


# --- "..., said X" --------------------------------------------------------------------------------


def _inverted(sentence: list[Word], cue: _Cue, lexicon: Lexicon) -> Report | None:
    """Read '"...," said Vale, the clerk.'"""
    if cue.begin != cue.at or not cue.at:
        return None
    left = sentence[cue.at - 1]
    if not (left.quote or (left.text == "," and sentence[cue.at].low not in lexicon.addressing)):
        return None
    source = phrases.after(sentence, cue.end, lexicon)
    if source is None:
        return None
    first = sentence[source[0]]
    if not (
        first.capital
        or first.low in lexicon.determiners
        or first.low in lexicon.personal
        or first.low in lexicon.roles
        or first.low in lexicon.anonymous
    ):
        return None
    if left.text == "," and not (cue.at > 1 and sentence[cue.at - 2].quote) and first.low == "that":
        return None
    quoted_before = left.quote or (cue.at > 1 and sentence[cue.at - 2].quote)
    if not quoted_before and source[1] < len(sentence) and sentence[source[1]].text not in ".;":
        # ", said the board “...": the cue has a subject before it and content after it.
        return None
    content = _content_before(sentence, cue.at)
    if not content:
        return None
    content += _rest_after(sentence, source[1])
    return _report(cue, source, content)


# --- "..., X said" --------------------------------------------------------------------------------


def _after_its_content(
    sentence: list[Word], cue: _Cue, source: Range, lexicon: Lexicon
) -> Report | None:
    """Read 'The talks failed, officials said on Monday' and '"...," Vale said. "..."'."""
    first = source[0]
    if not first or sentence[first].low in ("who", "which"):
        return None
    left = sentence[first - 1]
    if not (left.quote or left.text in _MARKS_OF_PARENTHESIS):
        return None
    content = _content_before(sentence, first)
    if not content:
        return None
    right = cue.end
    while right < len(sentence) and not _ends_tail(sentence[right]):
        right += 1
    tail = sentence[cue.end : right]
    quoted_before = left.quote or (first > 1 and sentence[first - 2].quote)
    if not _is_tail(tail, lexicon, cue, quoted_before):
        return None
    if not quoted_before:
        if right < len(sentence) and sentence[right].quote:
            return None
        introduced = _introduces_only(sentence, content, lexicon)
        if not tail and right + 2 < len(sentence) and sentence[right].text == ",":
            return _in_the_midst(sentence, cue, source, content if not introduced else [], right)
        if introduced or content[0][1] - content[0][0] < 3:
            return None
    content += _rest_after(sentence, right)
    return _report(cue, source, content)


def _in_the_midst(
    sentence: list[Word], cue: _Cue, source: Range, before: list[Range], comma: int
) -> Report:
    """Read 'The harbour, Pell argued, was never closed'."""
    if sentence[comma + 1].low.endswith(_ING) and before:
        return _report(cue, source, before)
    start = comma + 1
    while start < len(sentence) - 1 and sentence[start].low == "that":
        start += 1
    return _report(cue, source, [*before, (start, _end_of(sentence, start))])


def _ends_tail(word: Word) -> bool:
    return word.quote or word.text in (",", ".", ";", ":", "—", "–", "!", "?")


def _is_tail(tail: list[Word], lexicon: Lexicon, cue: _Cue, quoted_before: bool) -> bool:
    """Say whether what follows a cue is only when, where, or to whom it was said."""
    if not tail:
        return True
    first = tail[0]
    if len(tail) > 24 or any(word.low == "that" for word in tail[:6]):
        return False
    if first.low in lexicon.tails or first.low in lexicon.weekdays or first.low in lexicon.months:
        return True
    if first.low in lexicon.addressing or first.low in lexicon.adverbs:
        return len(tail) < 12
    if cue.verb.frame == "speech" and quoted_before:
        return len(tail) < 12
    return False


def _introduces_only(sentence: list[Word], content: list[Range], lexicon: Lexicon) -> bool:
    """Say whether the words before are no clause: "On Monday, Vale said ..."."""
    first, last = content[0][0], content[-1][1]
    low = sentence[first].low
    opens = low in lexicon.prepositions or low in lexicon.walls or low.endswith(_ING)
    return opens and not any(word.text == "," for word in sentence[first : last - 1])


def _content_before(sentence: list[Word], end: int) -> list[Range]:
    """Give the content that ends before unit `end`, without the comma between."""
    while end and sentence[end - 1].text in _MARKS_OF_PARENTHESIS:
        end -= 1
    if not end:
        return []
    start = 0
    if sentence[end - 1].quote and end > 1 and sentence[end - 2].text in (",", ":", ";", "—", "."):
        # 'And then, "…," she said': the quotation is the content.
        start = end - 1
    while start < end - 1 and sentence[start].low in ("but", "and", "however", ",", "still", "yet"):
        start += 1
    return [(start, end)]


def _rest_after(sentence: list[Word], start: int) -> list[Range]:
    """Give the second part of a content broken by its attribution: '"A," she said, "b."'"""
    if start < len(sentence) and sentence[start].text in _MARKS_OF_PARENTHESIS | {":"}:
        start += 1
        if (
            start < len(sentence)
            and not sentence[start].quote
            and sentence[start].low.endswith(_ING)
        ):
            return []
        if start < len(sentence) and not sentence[start].quote and sentence[start - 1].text == ",":
            return []
    if start < len(sentence) and sentence[start].quote:
        end = _end_of(sentence, start)
        return [(start, end)] if end > start else []
    return []


# --- "X said (that) ..." --------------------------------------------------------------------------


def _before_its_content(
    sentence: list[Word], cue: _Cue, source: Range, lexicon: Lexicon
) -> Report | None:
    """Read 'Vale told the Courier that ...', 'Vale denied taking it'."""
    start, addressee = _past_addressee(sentence, cue, lexicon)
    start = _past_tail(sentence, start, lexicon)
    opened = start < len(sentence) and sentence[start].low == "that"
    marked = opened or (start < len(sentence) and sentence[start].quote)
    while start < len(sentence) and (
        sentence[start].low == "that" or sentence[start].text in (",", ":")
    ):
        marked = marked or sentence[start].text == ":"
        start += 1
        if opened:
            break
    if start >= len(sentence) or sentence[start].text in (".", ";", "?", "!", ")"):
        return None
    if cue.verb.frame == "clause" and not (marked or _clause_at(sentence, start, lexicon)):
        return None
    if cue.verb.frame == "object" and sentence[start].low in _NOT_OBJECTS:
        return None
    end = _end_of(sentence, start)
    if sentence[source[0]].low in ("who", "which"):
        # A relative clause between commas ends at the second.
        end = next((n for n in range(start, end) if sentence[n].text == ","), end)
    if end <= start:
        return None
    report = _report(cue, source, [(start, end)], addressee)
    report.whole_tail = True
    return report


_NOT_OBJECTS = frozenset(
    {"by", "in", "on", "at", "from", "after", "before", "during", "when", "and", ",", "but"}
)


def _past_addressee(sentence: list[Word], cue: _Cue, lexicon: Lexicon) -> tuple[int, Range | None]:
    start = cue.end
    if start >= len(sentence) or sentence[cue.at].low not in lexicon.addressing:
        return start, None
    word = sentence[start]
    if word.is_mark or word.quote or word.low in ("that", "about", "if", "whether", "for", "to"):
        return start, None
    if word.low in ("me", "him", "her", "us", "them", "you", "reporters", "journalists", "it"):
        return start + 1, (start, start + 1)
    end = start
    for number in range(start, min(len(sentence), start + 12)):
        other = sentence[number]
        if (
            other.quote
            or other.text in (",", ":", ".")
            or other.low
            in (
                "that",
                "in",
                "on",
                "he",
                "she",
                "they",
                "it",
                "there",
                "to",
                "if",
                "whether",
                "during",
                "last",
                "this",
                "about",
            )
        ):
            break
        if (
            number > start
            and other.low in lexicon.determiners
            and sentence[number - 1].low not in ("of", "to", "at", "for", "and")
        ):
            break
        end = number + 1
    return (end, (start, end)) if end > start else (start, None)


def _past_tail(sentence: list[Word], start: int, lexicon: Lexicon) -> int:
    """Step over when and where it was said, if the content is plainly marked after it."""
    if start >= len(sentence):
        return start
    low = sentence[start].low
    if low in lexicon.weekdays or low in ("yesterday", "today"):
        following = sentence[start + 1] if start + 1 < len(sentence) else None
        if following is not None and not following.is_mark:
            start += 1
    for number in range(start, min(len(sentence), start + 14)):
        word = sentence[number]
        if number == start and word.low not in lexicon.tails and word.low not in lexicon.weekdays:
            return start
        if word.low == "that" or word.text == ":" or word.quote:
            return number
        if word.text == ",":
            after = number + 1
            quoted = after < len(sentence) and (
                sentence[after].quote or sentence[after].low == "that"
            )
            return after if quoted else start
    return start


def _clause_at(sentence: list[Word], start: int, lexicon: Lexicon) -> bool:
    """Say whether a clause begins here: a pronoun or phrase and then a finite verb."""
    word = sentence[start]
    if word.low in ("he", "she", "they", "it", "there", "i", "we", "you"):
        return start + 1 < len(sentence) and not sentence[start + 1].is_mark
    if word.low in ("to", "how", "why", "whether", "if", "what", "who", "where"):
        return True
    if not (word.capital or word.low in lexicon.determiners or word.low.endswith("s")):
        return False
    return any(other.low in _FINITE for other in sentence[start + 1 : start + 12])


_FINITE = frozenset(
    {
        "is",
        "was",
        "are",
        "were",
        "has",
        "have",
        "had",
        "will",
        "would",
        "could",
        "can",
        "should",
        "may",
        "might",
        "did",
        "does",
        "must",
    }
)


def _end_of(sentence: list[Word], start: int) -> int:
    """Give the end of a content that runs on: the sentence's end without its stop.

    A quotation that ends the sentence keeps its own.
    """
    end = len(sentence)
    while end > start and not sentence[end - 1].quote and sentence[end - 1].text in (".", ",", ";"):
        end -= 1
    return end


# --- "..., adding that ..." -----------------------------------------------------------------------


def _participle(
    sentence: list[Word], cue: _Cue, lexicon: Lexicon, found: list[Report]
) -> Report | None:
    """Read "..., saying that ...": the speaker is whoever the sentence is about."""
    if not cue.begin or sentence[cue.begin - 1].text != ",":
        return None
    source = next((r.source for r in reversed(found) if r.source is not None), None)
    if source is None:
        source = _subject(sentence, cue.begin - 1, lexicon)
    if source is None:
        return None
    report = _before_its_content(sentence, cue, source, lexicon)
    for earlier in found:
        # What was being said before ends at the comma.
        earlier.content = (
            [(a, min(b, cue.begin - 1)) if a < cue.begin else (a, b) for a, b in earlier.content]
            if report is not None
            else earlier.content
        )
    return report


def _subject(sentence: list[Word], end: int, lexicon: Lexicon) -> Range | None:
    """Give the first phrase of the sentence, if it is a pronoun or begins like a name or a role."""
    start = 0
    while start < end and sentence[start].low in lexicon.introducing:
        start += 1
    if start < end and sentence[start].low in lexicon.prepositions:
        comma = next((n for n in range(start, end) if sentence[n].text == ","), None)
        if comma is None:
            return None
        start = comma + 1
    if start >= end or sentence[start].quote or sentence[start].is_mark:
        return None
    word = sentence[start]
    if word.low in lexicon.personal:
        return (start, start + 1)
    if not (word.capital or word.low in lexicon.determiners):
        return None
    last = start + 1
    while last < end and sentence[last].capital:
        last += 1
    if word.low in lexicon.determiners:
        last = max(last, min(start + 2, end))
    return (start, last)


# --- "according to X", "it is alleged that ..." ---------------------------------------------------


def _according(sentence: list[Word], number: int, lexicon: Lexicon) -> Report | None:
    for phrase in lexicon.according:
        end = number + len(phrase)
        if tuple(word.low for word in sentence[number:end]) != phrase or end >= len(sentence):
            continue
        leads = number == 0 or (number == 1 and sentence[0].low in lexicon.introducing)
        source = phrases.after(sentence, end, lexicon, to_comma=leads)
        if source is None or (len(phrase) == 1 and not sentence[source[0]].capital):
            return None
        if leads:
            start = source[1]
            while start < len(sentence) and sentence[start].text == ",":
                start += 1
            content = [(start, _end_of(sentence, start))]
        else:
            content = _content_before(sentence, number)
            rest = source[1]
            if rest < len(sentence) and sentence[rest].text == "," and rest + 2 < len(sentence):
                content.append((rest + 1, _end_of(sentence, rest + 1)))
        verb = Verb(SpeechAct.ASSERTS, Commitment.NOT_STATED, "according")
        return _report(_Cue(number, number, end, verb, False), source, content)
    return None


def _agentless(sentence: list[Word], number: int, lexicon: Lexicon) -> Report | None:
    """Read "it is alleged that ...", "X is understood to be ...", "X allegedly took ..."."""
    if sentence[number].low not in lexicon.agentless or not number:
        return None
    begin = number
    while begin and (
        sentence[begin - 1].low in lexicon.adverbs or sentence[begin - 1].low.endswith("ly")
    ):
        begin -= 1
    if not begin or sentence[begin - 1].low not in lexicon.be:
        return None
    begin -= 1
    while begin and sentence[begin - 1].low in ("has", "have", "had", "been"):
        begin -= 1
    following = number + 1
    if following >= len(sentence) or sentence[following].low not in ("to", "that"):
        return None
    end = _end_of(sentence, following)
    impersonal = (begin == 1 and sentence[0].low == "it") or (
        begin > 1 and sentence[begin - 1].low in ("it", "what", "which")
    )
    content: list[Range] = []
    if not impersonal:
        subject = phrases.before(sentence, begin, lexicon)
        if subject is None:
            return None
        content.append(subject)
    start = following + 1 if sentence[following].low == "that" else following
    if start >= end:
        return None
    content.append((start, end))
    commitment = lexicon.agentless_hedges.get(sentence[number].low, Commitment.NOT_STATED)
    verb = Verb(SpeechAct.ASSERTS, commitment, "agentless")
    report = _report(_Cue(begin, number, number + 1, verb, False), None, content)
    report.agentless = True
    report.whole_tail = True
    return report


# --- putting together -----------------------------------------------------------------------------


def _report(
    cue: _Cue, source: Range | None, content: list[Range], addressee: Range | None = None
) -> Report:
    return Report(
        source=source,
        cue=(cue.begin, cue.end),
        content=content,
        act=cue.verb.act,
        commitment=cue.verb.commitment,
        addressee=addressee,
        negated=cue.negated,
    )


def _cut_at_next_speaker(found: list[Report], sentence: list[Word], lexicon: Lexicon) -> None:
    """End a content where a clause with its own speaker takes over: "..., but Marr denied ..."."""
    for number, later in enumerate(found):
        cut = _takes_over(later, sentence, lexicon)
        if cut is None:
            continue
        for earlier in found[:number]:
            if earlier.whole_tail:
                earlier.content = [(a, min(b, cut)) for a, b in earlier.content if a < cut]


def _takes_over(later: Report, sentence: list[Word], lexicon: Lexicon) -> int | None:
    """Give where the clause before a new speaker's ends, or None if his is no clause apart."""
    if later.source is None:
        return None
    first = min(later.source[0], later.cue[0])
    if first < 2 or sentence[first - 1].low not in lexicon.introducing:
        return None
    if sentence[first - 2].text not in (",", ";", "—") and not sentence[first - 2].quote:
        return None
    cut = first - 1
    while cut and sentence[cut - 1].text in (",", ";", "—"):
        cut -= 1
    return cut
