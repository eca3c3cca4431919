"""What many rows of a reading have in common, as plain values for its line of JSON."""

from __future__ import annotations

from typing import Any

from onrecord.core.dates import When
from onrecord.core.spans import Spans
from onrecord.core.vocabulary import Voice


def pairs(spans: Spans) -> list[list[int]]:
    """Give spans as pairs of offsets."""
    return [list(span) for span in spans]


def when(one: When | None) -> dict[str, Any] | None:
    """Give a date with its words, anchor and rule; None: there is none."""
    if one is None:
        return None
    return {
        "edtf": one.edtf,
        "words": one.words,
        "at": None if one.at is None else list(one.at),
        "anchor": one.anchor,
        "rule": one.rule,
    }


def voice(one: Voice | None) -> dict[str, Any] | None:
    """Give somebody by words, naming and mention; None: nobody."""
    if one is None:
        return None
    return {
        "spans": pairs(one.spans),
        "naming": one.naming.value,
        "mention": one.mention,
    }
