"""Whom a text blames, by the words beside a mention: who else is "the suspect" is not told.

A word for a wrongdoer that is led to a victim, or to whoever was named last, says of them what
nobody said.
"""

from __future__ import annotations

import re

from onrecord.core.spans import Span

_TOLD_OF = re.compile(r"(?:, \d\d)?,? (?:(?:is|was|as|became|remains) (?:\w+ly )?)?")
"""Between a name and what is said of its bearer."""
_AFTER = re.compile(
    r"[^.!?\n]{0,100}?\b(?:accused|alleg\w+|arrest\w*|charge[sd]?|confess\w*|convicted|custody"
    r"|detained|guilty|indicted|investigated|jailed|on trial|plead\w*|pled|prosecut\w+|remanded"
    r"|sentenced|suspect\w*|trial|tried for|wanted)\b"
)
_BEFORE = re.compile(
    r"\b(?:accus\w+|against|alleg\w+|arrest\w*|charg\w+|convict\w*|detain\w*|jailed|prosecut\w+"
    r"|suspect\w*|trial of|tried|wanted)\b[^.!?\n]{0,60}$"
)
"""Beside the name of somebody who is held to have done a wrong."""
_FAR = 90


def is_told_of(characters: str, one: Span, at: Span) -> bool:
    """Say whether a description says what somebody is: "Pell, 20, is the accused"."""
    return _TOLD_OF.fullmatch(characters, one.end, at.start) is not None


def is_blamed(characters: str, one: Span, at: Span) -> bool:
    """Say whether words of blame stand beside a mention, those of a description left out.

    Args:
        one: the place of the mention.
        at: that of the description.
    """
    end = at.start if one.end <= at.start else len(characters)
    start = max(0, one.start - _FAR, at.end if at.end <= one.start else 0)
    return bool(
        _AFTER.match(characters, one.end, end) or _BEFORE.search(characters, start, one.start)
    )
