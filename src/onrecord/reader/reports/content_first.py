"""Reports whose words come before their cue: '"...," said Vale', 'The talks failed, Vale said'.

What follows the cue must be a second part of the content, or only tell when, where and to whom.
"""

from __future__ import annotations

from onrecord.reader import phrases
from onrecord.reader.lexicon import Lexicon
from onrecord.reader.phrases import Range
from onrecord.reader.reports import contents
from onrecord.reader.reports.report import Cue, Report
from onrecord.reader.words import Word

SHORTEST = 3
"""Fewer unquoted units before a speaker and cue are an opening or a subject, and no content."""


def said_x(sentence: list[Word], cue: Cue, lexicon: Lexicon) -> Report | None:
    """Read '"...," said Vale, the clerk.'"""
    if cue.begin != cue.at or not cue.at:
        return None
    left = sentence[cue.at - 1]
    if not (left.quote or (left.text == "," and sentence[cue.at].low not in lexicon.addressing)):
        return None
    source = phrases.after(sentence, cue.end, lexicon)
    if source is None or not _begins_a_speaker(sentence[source[0]], lexicon):
        return None
    if not _quoted_before(sentence, cue.at) and not _ends_at(sentence, source[1]):
        # ", said the board “...": the cue has a subject before it and content after it.
        return None
    content = contents.before(sentence, cue.at)
    if content is None:
        return None
    return cue.report(source, [content, *contents.quotation_after(sentence, source[1])])


def _begins_a_speaker(word: Word, lexicon: Lexicon) -> bool:
    if word.low == "that":
        return False
    return (
        word.capital
        or word.low in lexicon.determiners
        or word.low in lexicon.personal
        or word.low in lexicon.roles
        or word.low in lexicon.anonymous
    )


def _quoted_before(sentence: list[Word], number: int) -> bool:
    """Say whether a quotation ends before unit `number`, a mark between them or not."""
    return sentence[number - 1].quote or (number > 1 and sentence[number - 2].quote)


def _ends_at(sentence: list[Word], number: int) -> bool:
    return number >= len(sentence) or sentence[number].text in (".", ";")


def x_said(sentence: list[Word], cue: Cue, source: Range, lexicon: Lexicon) -> Report | None:
    """Read 'The talks failed, officials said on Monday' and '"...," Vale said. "..."'."""
    first = source[0]
    if not first or sentence[first].low in lexicon.relatives:
        return None
    left = sentence[first - 1]
    if not (left.quote or left.text in contents.PARENTHESES):
        return None
    content = contents.before(sentence, first)
    if content is None:
        return None
    right = _end_of_tail(sentence, cue.end)
    quoted = _quoted_before(sentence, first)
    if not _is_tail(sentence[cue.end : right], lexicon, cue, quoted):
        return None
    if not quoted:
        if right < len(sentence) and sentence[right].quote:
            return None
        introduced = _introduces_only(sentence, content, lexicon)
        if right == cue.end and right + 2 < len(sentence) and sentence[right].text == ",":
            return _in_the_midst(sentence, cue, source, [] if introduced else [content], right)
        if introduced or content[1] - content[0] < SHORTEST:
            return None
    return cue.report(source, [content, *contents.quotation_after(sentence, right)])


def _in_the_midst(
    sentence: list[Word], cue: Cue, source: Range, before: list[Range], comma: int
) -> Report:
    """Read 'The harbour, Pell argued, was never closed'."""
    if sentence[comma + 1].low.endswith("ing") and before:
        return cue.report(source, before)
    start = comma + 1
    while start < len(sentence) - 1 and sentence[start].low == "that":
        start += 1
    return cue.report(source, [*before, contents.to_end(sentence, start)])


def _end_of_tail(sentence: list[Word], start: int) -> int:
    for number in range(start, len(sentence)):
        word = sentence[number]
        if word.quote or word.text in (",", ".", ";", ":", "—", "–", "!", "?"):
            return number
    return len(sentence)


def _is_tail(tail: list[Word], lexicon: Lexicon, cue: Cue, quoted: bool) -> bool:
    """Say whether what follows a cue is only when, where, or to whom it was said."""
    if not tail:
        return True
    first = tail[0]
    if len(tail) > 24 or any(word.low == "that" for word in tail[:6]):
        return False
    if first.low in lexicon.tails or first.low in lexicon.weekdays or first.low in lexicon.months:
        return True
    addressed = first.low in lexicon.addressing or first.low in lexicon.adverbs
    return len(tail) < 12 and (addressed or (quoted and cue.verb.frame == "speech"))


def _introduces_only(sentence: list[Word], content: Range, lexicon: Lexicon) -> bool:
    """Say whether the words before are no clause: "On Monday, Vale said ..."."""
    first, last = content
    low = sentence[first].low
    opens = low in lexicon.prepositions or low in lexicon.walls or low.endswith("ing")
    return opens and not any(word.text == "," for word in sentence[first : last - 1])
