"""The attributions of one sentence, in the order of their cues.

It goes through the sentence once and asks at every word whether an attribution stands there. One
ends where a clause with its own speaker takes over.
"""

from __future__ import annotations

from onrecord.reader.lexicon import Lexicon
from onrecord.reader.reports import frames, set_phrases
from onrecord.reader.reports.report import Report
from onrecord.reader.words import Word

_ENDS_A_CLAUSE = (",", ";", "—")


def read(sentence: list[Word], lexicon: Lexicon) -> list[Report]:
    """Find the attributions of one sentence, in the order of their cues."""
    found: list[Report] = []
    number = 0
    while number < len(sentence):
        report = _at(sentence, number, lexicon, found)
        number += 1
        if report is not None:
            number = max(number, report.cue[1])
            if report.content and all(first < last for first, last in report.content):
                found.append(report)
    _end_at_next_speaker(found, sentence, lexicon)
    return [report for report in found if report.content]


def _at(sentence: list[Word], number: int, lexicon: Lexicon, found: list[Report]) -> Report | None:
    word = sentence[number]
    if word.quote or not word.low.isalpha():
        return None
    return (
        set_phrases.according(sentence, number, lexicon)
        or set_phrases.agentless(sentence, number, lexicon)
        or frames.by_verb(sentence, number, lexicon, found)
    )


def _end_at_next_speaker(found: list[Report], sentence: list[Word], lexicon: Lexicon) -> None:
    """End a content where a clause with its own speaker takes over: "..., but Marr denied ..."."""
    for number, later in enumerate(found):
        end = _end_of_clause_before(later, sentence, lexicon)
        if end is None:
            continue
        for earlier in found[:number]:
            if earlier.to_end:
                earlier.end_before(end)


def _end_of_clause_before(later: Report, sentence: list[Word], lexicon: Lexicon) -> int | None:
    """Give where the clause before a new speaker's ends, or None if his is no clause apart."""
    if later.source is None:
        return None
    first = min(later.source[0], later.cue[0])
    if first < 2 or sentence[first - 1].low not in lexicon.introducing:
        return None
    if sentence[first - 2].text not in _ENDS_A_CLAUSE and not sentence[first - 2].quote:
        return None
    end = first - 1
    while end and sentence[end - 1].text in _ENDS_A_CLAUSE:
        end -= 1
    return end
