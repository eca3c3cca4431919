"""House style of attribution: the verbs a desk uses, who an unnamed source is, alleged by whom.

Nothing is looked for that the case's `draft.toml` does not ask for, and nothing between quotation
marks: those words are somebody else's.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from onrecord.check.draft import PUTS_FORWARD, Draft
from onrecord.check.quotations import quotations
from onrecord.check.settings import Style
from onrecord.core.drafts import Finding, Severity
from onrecord.core.said import StatementRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Naming

_WORD = re.compile(r"[^\W\d_]+")
_IRREGULAR = {
    "said": "say", "told": "tell", "wrote": "write", "written": "write", "spoke": "speak",
    "spoken": "speak", "held": "hold", "thought": "think", "swore": "swear", "sworn": "swear",
    "knew": "know", "known": "know",
}  # fmt: skip
_ENDING = re.compile(r"(?:ies|ied|ying|es|ed|ing|s|e|y)$")
_TWICE = re.compile(r"([b-df-hj-np-tv-z])\1$")
_ALLEGED = re.compile(r"\b(?:alleg(?:ed|edly|es|ing))\b(?!\s+by\b)", re.IGNORECASE)
_BY_SOMEBODY = (Naming.NAMED, Naming.ROLE_ONLY, Naming.ANONYMOUS)


def found(draft: Draft, style: Style) -> Iterator[Finding]:
    """Find what is put otherwise than the house puts it."""
    if not style:
        return
    quoted = _Quoted(draft.characters)
    for row in draft.statements:
        if row.naming is Naming.PUBLISHER or row.at in quoted:
            continue
        yield from _verb(draft, style, row, quoted)
        if style.unnamed and row.naming is Naming.ANONYMOUS:
            yield from _unnamed(draft, style, row)
    if style.alleged_by:
        for told in _ALLEGED.finditer(draft.characters):
            at = Span(*told.span())
            if at not in quoted:
                yield from _alleged(draft, at)


def _verb(draft: Draft, style: Style, row: StatementRow, quoted: _Quoted) -> Iterator[Finding]:
    """OR901: a verb that the house does not use, or none of those that it uses."""
    words = [
        (Span(at.start + one.start(), at.start + one.end()), _stem(one.group()))
        for at in row.cue_spans
        for one in _WORD.finditer(at.of(draft.characters))
    ]
    avoid, used = {_stem(one) for one in style.avoid}, {_stem(one) for one in style.verbs}
    instead = style.verbs[0] if style.verbs else ""
    for at, stem in words:
        if stem in avoid and at not in quoted:
            says = f"the house does not use “{draft.words(at)}”"
            yield _finding(draft, "OR901", at, says, instead)
            return
    puts = row.act in PUTS_FORWARD and row.naming is not Naming.AGENTLESS
    cue = " ".join(draft.words(at).casefold() for at in row.cue_spans)
    phrases = [one.casefold() for one in style.verbs if " " in one]
    if (
        used and words and puts
        and not any(stem in used for _, stem in words)
        and not any(one in cue for one in phrases)
    ):  # fmt: skip
        at = Span(words[0][0].start, words[-1][0].end)
        yield _finding(draft, "OR901", at, f"the house uses {', '.join(style.verbs)}", "")


def _unnamed(draft: Draft, style: Style, row: StatementRow) -> Iterator[Finding]:
    """OR902: an unnamed source of whom the draft does not say what the house wants said."""
    here = draft.numbers[draft.sentence(row.at.start).at]
    around = draft.sentences[here : here + 2]
    words = " ".join(draft.words(one.at) for one in around).casefold()
    if not any(one.casefold() in words for one in style.unnamed):
        at = row.source_spans[0] if row.source_spans else row.at
        said = "; or ".join(style.unnamed)
        yield _finding(draft, "OR902", at, f"of an unnamed source the house says: {said}", "")


def _alleged(draft: Draft, at: Span) -> Iterator[Finding]:
    """OR903: "alleged", and nobody who alleges it."""
    for row in draft.sentence(at.start).statements:
        if row.naming in _BY_SOMEBODY and any(
            one.overlaps(at) for one in (*row.cue_spans, *row.content_spans)
        ):
            return
    yield _finding(draft, "OR903", at, f"“{draft.words(at)}”: the house says by whom", "")


class _Quoted:
    """The stretches of a draft between quotation marks."""

    def __init__(self, characters: str) -> None:
        self._spans = list(quotations(characters))

    def __contains__(self, at: Span) -> bool:
        number = bisect_right(self._spans, at.start, key=lambda one: one.start) - 1
        return number >= 0 and at.start < self._spans[number].end


def _stem(word: str) -> str:
    """Give what the forms of a verb have in common: "admits", "admitted" and "admit" are one."""
    low = word.casefold()
    return _TWICE.sub(r"\1", _ENDING.sub("", _IRREGULAR.get(low, low)))


def _finding(draft: Draft, code: str, at: Span, says: str, wording: str) -> Finding:
    return Finding(
        code=code,
        severity=Severity.WARNING,
        at=at,
        sentence=draft.sentence(at.start).at,
        says=says,
        wording=wording,
        over=at if wording else None,
    )
