"""What became of requests for comment: silence and refusal, as events of their own.

Only set phrases count, and only with somebody named before them, or after "neither did". That an
article reports no answer says nothing; it is not read as silence.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.core.vocabulary import Outcome
from onrecord.reader import phrases
from onrecord.reader.lexicon import Lexicon
from onrecord.reader.phrases import Range
from onrecord.reader.words import Word

_NOTHING = {
    "comment": Outcome.DECLINED, "word": Outcome.NO_RESPONSE, "answer": Outcome.NO_RESPONSE,
    "reply": Outcome.NO_RESPONSE, "response": Outcome.NO_RESPONSE,
}  # fmt: skip
"""What there was none of, and what that is."""


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Who was asked and what became of it, in unit numbers of one sentence."""

    asked: Range
    outcome: Outcome
    at: Range


def read(sentence: list[Word], lexicon: Lexicon, before: Outcome | None = None) -> list[Unanswered]:
    """Find the silences and refusals of one sentence.

    Args:
        before: what became of the request of which the sentence before tells; "Neither did Mr Pell"
            goes on from it.
    """
    found: list[Unanswered] = list(_came_from(sentence, lexicon))
    for number, word in enumerate(sentence):
        if word.low in lexicon.nor:
            outcome = found[-1].outcome if found else before
            asked = _nor(sentence, number, lexicon) if outcome else None
            if asked is not None and outcome is not None:
                found.append(Unanswered(asked, outcome, (number, number + 2)))
            continue
        for phrase, outcome in lexicon.replies.get(word.low, ()):
            end = number + len(phrase)
            if tuple(other.low for other in sentence[number:end]) != phrase:
                continue
            begin = number
            while begin and sentence[begin - 1].low in lexicon.adverbs:
                begin -= 1
            asked = _asked(sentence, begin, lexicon)
            if asked is not None and _about_comment(sentence, end, outcome, lexicon):
                found.append(Unanswered(asked, outcome, (number, _end(sentence, end))))
            break
    return found


def _came_from(sentence: list[Word], lexicon: Lexicon) -> Iterator[Unanswered]:
    """Find "From the club there was no comment"; who was asked stands first."""
    lows = [word.low for word in sentence[: phrases.LONGEST]]
    if lows[:1] != ["from"] or "there" not in lows:
        return
    number = lows.index("there")
    after = [word.low for word in sentence[number + 1 : number + 6]]
    told = next((k for k, low in enumerate(after[:3]) if low == "no"), None)
    if told is None or after[0] not in ("was", "were", "came", "has", "is"):
        return
    outcome = _NOTHING.get(after[told + 1] if told + 1 < len(after) else "")
    if outcome is not None and number > 1:
        end = number - (sentence[number - 1].text == ",")
        yield Unanswered((1, end), outcome, (number, _end(sentence, number)))


def _asked(sentence: list[Word], end: int, lexicon: Lexicon) -> Range | None:
    """Give who was asked: the phrase before, or whoever says it of themselves.

    "The museum said that it had nothing to add" is the museum's.
    """
    asked = phrases.before(sentence, end, lexicon)
    if asked is None or asked[1] - asked[0] > 1:
        return asked
    if sentence[asked[0]].low not in lexicon.third_person:
        return asked
    verb = asked[0] - 1
    verb -= verb > 0 and sentence[verb].low == "that"
    if verb < 1 or sentence[verb].low not in ("said", "says"):
        return asked
    return phrases.before(sentence, verb, lexicon) or asked


def _nor(sentence: list[Word], number: int, lexicon: Lexicon) -> Range | None:
    """Give who did not either: "Neither did Mr Pell", "nor would the ministry"."""
    start = number + 2
    if len(sentence) <= start or sentence[number + 1].low not in lexicon.did:
        return None
    end = start
    while (
        end < len(sentence)
        and not sentence[end].is_mark
        and sentence[end].low not in lexicon.goes_on
    ):
        end += 1
    return (start, end) if end > start else None


def _about_comment(sentence: list[Word], end: int, outcome: Outcome, lexicon: Lexicon) -> bool:
    """Say whether it was a request to speak: "did not respond to the alarm" is none."""
    if outcome is Outcome.DECLINED:
        return True
    following = [word.low for word in sentence[end : end + 12]]
    if not following or following[0] in (".", ";", ",", "yesterday", "on", "last"):
        return True
    return any(low.startswith(lexicon.requests) for low in following)


def _end(sentence: list[Word], end: int) -> int:
    while end < len(sentence) and not sentence[end].is_mark and not sentence[end].quote:
        if sentence[end].low in ("but", "and", "while"):
            break
        end += 1
    return end
