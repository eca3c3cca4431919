"""The published shape of what many rows of a reading have in common."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.core.vocabulary import Naming

Pair = tuple[int, int]
Pairs = list[Pair]


@dataclass(frozen=True, slots=True, kw_only=True)
class LineWhen:
    """A date in EDTF, the words it was read from, the day it was counted from, the rule."""

    edtf: str
    words: str
    at: Pair | None
    anchor: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineVoice:
    """Who speaks: the words that name them, how they do, and the mention they lead to."""

    spans: Pairs
    naming: Naming
    mention: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LineSpans:
    """A cue or a content: its places in the text, several where it is broken."""

    spans: Pairs
