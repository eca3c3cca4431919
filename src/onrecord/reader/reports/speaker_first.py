"""Reports whose words come after their cue: "Vale told the Courier that ...", "..., adding ...".

Between the cue and the content may stand the one spoken to, and when and where it was said.
"""

from __future__ import annotations

from onrecord.reader import phrases
from onrecord.reader.lexicon import Lexicon
from onrecord.reader.phrases import Range
from onrecord.reader.reports import contents
from onrecord.reader.reports.report import Cue, Report
from onrecord.reader.words import Word


def x_said_that(sentence: list[Word], cue: Cue, source: Range, lexicon: Lexicon) -> Report | None:
    """Read 'Vale told the Courier that ...', 'Vale denied taking it'."""
    addressee = _addressee(sentence, cue, lexicon)
    start = _past_circumstances(sentence, addressee[1] if addressee else cue.end, lexicon)
    start, marked = _past_opening(sentence, start)
    if start >= len(sentence) or sentence[start].text in (".", ";", "?", "!", ")"):
        return None
    if cue.verb.frame == "clause" and not (marked or contents.is_clause(sentence, start, lexicon)):
        return None
    if cue.verb.frame == "object" and sentence[start].low in lexicon.not_objects:
        return None
    _, end = contents.to_end(sentence, start)
    if sentence[source[0]].low in lexicon.relatives:
        # A relative clause between commas ends at the second.
        end = next((n for n in range(start, end) if sentence[n].text == ","), end)
    if cue.verb.frame == "object":
        end = _end_of_object(sentence, start, end, lexicon)
    if end <= start:
        return None
    return cue.report(source, [(start, end)], addressee=addressee, to_end=True)


def _past_opening(sentence: list[Word], start: int) -> tuple[int, bool]:
    """Step over what opens a content; say whether "that", a colon or a quotation marks it."""
    if start < len(sentence) and sentence[start].low == "that":
        return start + 1, True
    marked = start < len(sentence) and sentence[start].quote
    while start < len(sentence) and sentence[start].low in ("that", ",", ":"):
        marked = marked or sentence[start].text == ":"
        start += 1
    return start, marked


def _end_of_object(sentence: list[Word], start: int, end: int, lexicon: Lexicon) -> int:
    """Leave out through whom it was said: "denied the charge through her lawyer"."""
    for number in range(start + 1, end):
        if sentence[number].low in ("through", "via") and any(
            word.low in lexicon.roles for word in sentence[number + 1 : min(end, number + 4)]
        ):
            return number
    return end


# --- between cue and content ---


def _addressee(sentence: list[Word], cue: Cue, lexicon: Lexicon) -> Range | None:
    """Give the one spoken to, after a verb that takes one: "told the Courier"."""
    start = cue.end
    if start >= len(sentence) or sentence[cue.at].low not in lexicon.addressing:
        return None
    word = sentence[start]
    if word.is_mark or word.quote or word.low in lexicon.no_addressee:
        return None
    if word.low in lexicon.addressees:
        return (start, start + 1)
    end = start
    while end < min(len(sentence), start + 12) and not _ends_addressee(
        sentence, start, end, lexicon
    ):
        end += 1
    return (start, end) if end > start else None


def _ends_addressee(sentence: list[Word], start: int, number: int, lexicon: Lexicon) -> bool:
    word = sentence[number]
    if word.quote or word.text in (",", ":", ".") or word.low in lexicon.after_addressee:
        return True
    return (
        number > start
        and word.low in lexicon.determiners
        and sentence[number - 1].low not in ("of", "to", "at", "for", "and")
    )


def _past_circumstances(sentence: list[Word], start: int, lexicon: Lexicon) -> int:
    """Step over when and where it was said, if the content is plainly marked after it."""
    if start >= len(sentence):
        return start
    low = sentence[start].low
    if (
        (low in lexicon.weekdays or low in ("yesterday", "today"))
        and start + 1 < len(sentence)
        and not sentence[start + 1].is_mark
    ):
        start += 1
    if sentence[start].low not in lexicon.tails and sentence[start].low not in lexicon.weekdays:
        return start
    for number in range(start, min(len(sentence), start + 14)):
        word = sentence[number]
        if _marks_content(word) or word.text == ":":
            return number
        if word.text == ",":
            after = number + 1
            return after if after < len(sentence) and _marks_content(sentence[after]) else start
    return start


def _marks_content(word: Word) -> bool:
    return word.quote or word.low == "that"


# --- "..., adding that ..." ---


def adding_that(
    sentence: list[Word], cue: Cue, lexicon: Lexicon, found: list[Report]
) -> Report | None:
    """Read "..., saying that ...": the speaker is whoever the sentence is about.

    What was being said before, in the reports `found`, ends at the comma.
    """
    comma = cue.begin - 1
    if comma < 0 or sentence[comma].text != ",":
        return None
    source = next((r.source for r in reversed(found) if r.source is not None), None)
    source = source or _subject(sentence, comma, lexicon)
    if source is None:
        return None
    report = x_said_that(sentence, cue, source, lexicon)
    if report is not None:
        for earlier in found:
            earlier.end_before(comma)
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
    return None if phrases.is_broken_off(sentence[last - 1], lexicon) else (start, last)
