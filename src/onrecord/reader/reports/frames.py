"""A cue verb and the frame it stands in: which of the trade's patterns fits its surroundings.

A verb that may be a noun ("the office of state") or a passive ("was told") is no cue.
"""

from __future__ import annotations

from onrecord.reader import phrases
from onrecord.reader.lexicon import Lexicon
from onrecord.reader.phrases import Range
from onrecord.reader.reports import content_first, speaker_first
from onrecord.reader.reports.report import Cue, Report
from onrecord.reader.words import Word


def by_verb(
    sentence: list[Word], number: int, lexicon: Lexicon, found: list[Report]
) -> Report | None:
    """Read the attribution whose cue verb is unit `number`; `found` are those before it."""
    for verb in lexicon.verbs.get(sentence[number].low, ()):
        end = number + 1 + len(verb.particles)
        if tuple(word.low for word in sentence[number + 1 : end]) != verb.particles:
            continue
        begin, negated = _begin_of_cue(sentence, number, lexicon)
        report = _in_frames(sentence, Cue(begin, number, end, verb, negated), lexicon, found)
        if report is not None:
            return report
    return None


def _begin_of_cue(sentence: list[Word], number: int, lexicon: Lexicon) -> tuple[int, bool]:
    """Go back over helpers and adverbs; say whether one of them negates."""
    negated = False
    while number:
        word = sentence[number - 1]
        if word.low in lexicon.negations:
            negated = True
        elif not (word.low in lexicon.auxiliaries or phrases.is_adverb(word, lexicon)):
            break
        number -= 1
    return number, negated


def _in_frames(
    sentence: list[Word], cue: Cue, lexicon: Lexicon, found: list[Report]
) -> Report | None:
    if sentence[cue.at].low.endswith("ing"):
        return speaker_first.adding_that(sentence, cue, lexicon, found)
    before = sentence[cue.begin - 1].low if cue.begin else ""
    if before in ("to", "by") or before in lexicon.be:
        return None
    if cue.verb.frame == "speech":
        report = content_first.said_x(sentence, cue, lexicon)
        if report is not None:
            return report
    source = phrases.before(sentence, cue.begin, lexicon)
    if source is None or not _agrees(sentence, cue, source, lexicon):
        return None
    if cue.verb.frame != "object":
        report = content_first.x_said(sentence, cue, source, lexicon)
        if report is not None:
            return report
    return speaker_first.x_said_that(sentence, cue, source, lexicon)


def _agrees(sentence: list[Word], cue: Cue, source: Range, lexicon: Lexicon) -> bool:
    """Tell "officials state" from "the office of state": a bare form wants a plural or a helper."""
    if cue.begin < cue.at or sentence[cue.at].low not in lexicon.base_forms:
        return True
    first, last = source
    if (
        first
        and sentence[first - 1].low == "and"
        and sentence[first].low not in lexicon.determiners
    ):
        # "Sorley, 44, and Marr, 57, deny it": the phrase is the last of several.
        return True
    return any(
        word.low in lexicon.plural
        or word.low == "and"
        or (word.low.endswith("s") and not word.low.endswith("ss"))
        for word in sentence[first:last]
    )
