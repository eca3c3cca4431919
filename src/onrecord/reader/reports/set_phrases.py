"""Reports by set phrases: "according to X", and those that name nobody, "it is alleged that ...".

An agentless report has no source, and none is looked for.
"""

from __future__ import annotations

from onrecord.core.vocabulary import Commitment
from onrecord.reader import phrases
from onrecord.reader.lexicon import Lexicon
from onrecord.reader.phrases import Range
from onrecord.reader.reports import contents
from onrecord.reader.reports.report import Report
from onrecord.reader.words import Word


def according(sentence: list[Word], number: int, lexicon: Lexicon) -> Report | None:
    """Read "according to X, ..." and "..., according to X" at unit `number`."""
    for phrase in lexicon.according:
        end = number + len(phrase)
        if tuple(word.low for word in sentence[number:end]) != phrase or end >= len(sentence):
            continue
        leads = number == 0 or (number == 1 and sentence[0].low in lexicon.introducing)
        source = phrases.after(sentence, end, lexicon, to_comma=leads)
        if source is None or (len(phrase) == 1 and not sentence[source[0]].capital):
            return None
        content = _after(sentence, source[1]) if leads else _around(sentence, number, source[1])
        return Report(source, (number, end), content)
    return None


def _after(sentence: list[Word], start: int) -> list[Range]:
    while start < len(sentence) and sentence[start].text == ",":
        start += 1
    return [contents.to_end(sentence, start)]


def _around(sentence: list[Word], number: int, rest: int) -> list[Range]:
    before = contents.before(sentence, number)
    content = [before] if before else []
    if rest + 2 < len(sentence) and sentence[rest].text == ",":
        content.append(contents.to_end(sentence, rest + 1))
    return content


def agentless(sentence: list[Word], number: int, lexicon: Lexicon) -> Report | None:
    """Read "it is alleged that ...", "X is understood to be ..." at unit `number`."""
    if sentence[number].low not in lexicon.agentless:
        return None
    begin = _begin_of_passive(sentence, number, lexicon)
    following = number + 1
    if begin is None or following >= len(sentence):
        return None
    if sentence[following].low not in ("to", "that"):
        return None
    start, end = contents.to_end(sentence, following)
    start += sentence[following].low == "that"
    if start >= end:
        return None
    content = [(start, end)]
    if not _is_impersonal(sentence, begin):
        subject = phrases.before(sentence, begin, lexicon)
        if subject is None:
            return None
        content.insert(0, subject)
    commitment = lexicon.agentless_hedges.get(sentence[number].low, Commitment.NOT_STATED)
    return Report(None, (begin, following), content, commitment=commitment, to_end=True)


def _begin_of_passive(sentence: list[Word], number: int, lexicon: Lexicon) -> int | None:
    """Go back over adverbs to a form of "be" and its helpers; None where there is no "be"."""
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
    return begin


def _is_impersonal(sentence: list[Word], begin: int) -> bool:
    """Say whether the subject is the "it" of "it is alleged", which means nothing by itself."""
    if begin == 1:
        return sentence[0].low == "it"
    return begin > 1 and sentence[begin - 1].low in ("it", "what", "which")
