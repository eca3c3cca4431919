"""Charges, cases, inquiries and penalties that a text tells in some words to have been stopped.

The steps of criminal proceedings are read as events. What a league, a museum or a regulator
withdraws or closes is often told in words that no step has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.core.folding import fold
from onrecord.core.sentences import sentences
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Text

_KINDS = {
    "charge": r"charg\w+|counts?|accus\w+|allegations?|prosecut\w+|trial|tried|case|notice|plead",
    "reference": r"reference|tribunal|panel|complaint|hearings?|proceedings|appeal|case"
    r"|allegations?",
    "inquiry": r"investigat\w+|inquir\w+|looking into|files?|examin\w+|police|constabulary"
    r"|detectives",
    "penalty": r"suspen\w+|bann?(?:ed|s)?|penalt\w+",
}
"""What may go on or end, by the words in which it is told."""
_KIND = re.compile(
    "|".join(rf"(?P<{kind}>\b(?:{words})\b)" for kind, words in _KINDS.items()), re.IGNORECASE
)
_STOPPED = re.compile(
    r"\b(?:(?:has|have|had|was|were|is|are|today|\w+day|officer|office|prosecutors?|board|commission)"
    r"\s+)?(?:withdr(?:ew|awn)|dropped|closed|discontinued|abandoned|halted|lifted|quashed|annulled"
    r"|set aside|no longer (?:maintains?|pursues?|alleges?|says?|contends?)|no further action"
    r"|cleared|acquitted|dismissed|(?:not )?proved|end(?:ed|s))\b",
    re.IGNORECASE,
)
_UNSAID = re.compile(r"\bno longer (?:says?|contends?|alleges?|maintains?)\b")
_SAID = re.compile(
    r"\b(?:still|goes on|go on) (?:says?|contends?|alleg\w+|maintain\w*|insists?|saying)\b"
)
"""What is alleged no longer, or still."""
_CONTINUES = re.compile(
    r"\b(?:continues?|goes on|went on|remains?|stays?|still|upheld|stands)\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"[.!?]\s")


def stopped(text: Text) -> Iterator[Span]:
    """Give the sentences of a text that tell that something of the kind was stopped."""
    for at in sentences(text):
        words = at.of(text.characters)
        if _STOPPED.search(words) and (_KIND.search(words) or _UNSAID.search(words)):
            yield at


def kinds_of(words: str) -> set[str]:
    """Give the kinds of what may go on or end that some words name."""
    found = {one.lastgroup or "" for one in _KIND.finditer(words)}
    return found | {"charge"} if _UNSAID.search(words) or _SAID.search(words) else found


def goes_on_for(name: str, words: str) -> bool:
    """Say whether a sentence with a surname, which is folded, tells that something goes on."""
    return any(
        name in fold(one).split() and _CONTINUES.search(one) for one in _SENTENCE.split(words)
    )
