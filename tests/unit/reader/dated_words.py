"""Times in words, read as on Wednesday 12 March 2025 unless a test says otherwise."""

from __future__ import annotations

from onrecord.core.dates import When
from onrecord.core.identity import text_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Dated
from onrecord.reader.dating import Calendar, Expression

TOLD_ON = When.of("2025-03-12")


def dates(words: str, told: When | None = TOLD_ON, country: str | None = None) -> list[Dated]:
    calendar = Calendar(text_id(words), told, words, country)
    return calendar.dates(Span(0, len(words)))


def edtfs(words: str, told: When | None = TOLD_ON, country: str | None = None) -> list[str]:
    return [dated.when.edtf if dated.when else "" for dated in dates(words, told, country)]


def expressions(words: str, told: When | None = TOLD_ON) -> list[Expression]:
    return Calendar(text_id(words), told, words).expressions(Span(0, len(words)))
