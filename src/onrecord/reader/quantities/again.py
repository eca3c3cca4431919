"""Quantities that point back to one before them: "at least that number", "the same figure".

The number and what is counted are those of the last quantity before it, not far away; the bound is
its own. Where nothing is counted near before it, nothing is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.core.identity import RowId, TextId, anchored
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Bound, Quantity

_AGAIN = re.compile(
    r"\b(?:(?P<bound>at least|at most|more than|fewer than|about|nearly|just over)\s+)?"
    r"(?P<number>(?:that|the same)\s+(?:number|figure|many|amount|total|sum))\b",
    re.IGNORECASE,
)
_FAR = 300
"""Characters between a quantity and the words that point back to it, at most."""


def again(text: TextId, characters: str, made: Sequence[Quantity]) -> Iterator[Quantity]:
    """Give the quantities of a text that point back to one of those made of it, in order."""
    at = 0
    for found in _AGAIN.finditer(characters):
        while at < len(made) and made[at].at.end <= found.start():
            at += 1
        last = made[at - 1] if at else None
        if last is None or last.number is None or found.start() - last.at.end > _FAR:
            continue
        number_at = Span(*found.span("number"))
        bound = found["bound"]
        yield replace(
            last,
            id=RowId(anchored("qty", text, [Span(*found.span())], [number_at])),
            bound=Bound(" ".join(bound.casefold().split())) if bound else last.bound,
            at=Span(*found.span()),
            number_at=number_at,
            bound_at=(Span(*found.span("bound")),) if bound else (),
            owner_at=(),
            owner=None,
        )
