"""As what something is told: the words before its verb, weighed with the statement it stands in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from onrecord.core.vocabulary import Realised, SpeechAct, Statement
from onrecord.reader.flows.found import realised
from onrecord.reader.flows.phrases import Phrases
from onrecord.reader.layout import Layout


def as_told(
    layout: Layout,
    here: Phrases,
    signs: Mapping[int, Realised],
    denials: Sequence[int],
    inside: Statement | None,
) -> Realised:
    """Weigh the words before a verb with what the statement does in whose content it is.

    Args:
        signs: words by number and what they make of it; `denials` likewise.
        inside: the innermost statement; None: the text tells it in its own voice.
    """
    if inside is None:
        return realised(signs, denials)
    if inside.act is SpeechAct.DENIES:  # its own "denied" does not count twice
        signs = {n: s for n, s in signs.items() if not _in_cue(here, n, inside)}
        denials = [n for n in denials if not _in_cue(here, n, inside)]
    told = realised(signs, denials)
    words = [word.low for word in layout.words_of(inside.cue.spans)]
    if inside.act is SpeechAct.DENIES:
        denying = any(here.tables.realised.get(word) is Realised.DENIED for word in words)
        if denying and any(here.tables.has("negations", word) for word in words):
            return Realised.ALLEGED  # "did not deny that" says neither
        # "Denied that he never passed it" says that he did; "says she never did" does not.
        return Realised.DONE if denying and told is Realised.DENIED else Realised.DENIED
    if told is not Realised.DONE:
        return told
    if inside.act is SpeechAct.ASKS or inside.act is SpeechAct.PROMISES:
        return Realised.CONSIDERED
    accusing = tuple(here.tables.words["accusing"])
    alleged = any(word.startswith(accusing) for word in words) or (
        inside.source is None
        and any(here.tables.realised.get(word) is Realised.ALLEGED for word in words)
    )
    return Realised.ALLEGED if alleged or inside.act is SpeechAct.DOUBTS else told


def _in_cue(here: Phrases, number: int, inside: Statement) -> bool:
    if number < 0:
        return False
    return any(c.overlaps(here.sentence[number].span) for c in inside.cue.spans)
