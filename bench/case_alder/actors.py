"""Who is who, in the scorer's terms: the mentions that the bench tells, put together by actor."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

from bench.case_alder.built import Built, Told
from onrecord.core.identity import ActorId, SourceId
from onrecord.core.spans import Span

_NO_HEAD = re.compile(
    r"\b(of|at|for|by|in|on|with|from|to|who|whom|whose|that|which|about|against|behind|under|near)\W*$"
    r"|\b(works?|said to be|named)\W*$",
    re.IGNORECASE,
)
"""What stands before a mention inside a longer one that is not its head: "the clerk of Pell"."""
_POSSESSIVE = re.compile(r"^['’]s?\b|^['’]\s")

Places = dict[SourceId, list[tuple[Span, ActorId]]]


def actors(built: Built) -> list[list[Told]]:
    """Give the told mentions as clusters of `{doc, quote, in?}`.

    A told mention is matched to the record's by its place in the text, white space aside: the
    record's mention that shares most of it, unless that one only stands inside it as a complement
    ("the clerk of the Board" is not the Board). One that the record has no mention for stands
    alone.
    """
    places: Places = defaultdict(list)
    for row in built.case.actors():
        for source, span in row.mentions:
            places[source].append((span, row.id))
    made: defaultdict[str, list[Told]] = defaultdict(list)
    seen: set[tuple[str, ...]] = set()
    for number, told in enumerate(built.told.get("mentions", [])):
        words = (told["doc"], told["quote"].casefold(), told.get("in", "").casefold())
        if words in seen:
            continue  # the scorer knows no letter case: two of them are one mention
        seen.add(words)
        span = built.place(told)
        source = built.sources.get(told["doc"])
        actor = None
        if span is not None and source is not None:
            actor = held_by(built.texts[told["doc"]].characters, span, places[source.id])
        made[actor or f"alone {number}"].append(told)
    return list(made.values())


def held_by(characters: str, told: Span, there: list[tuple[Span, ActorId]]) -> ActorId | None:
    """Give the actor of the mention that shares most of a told one; None: none does."""
    best: tuple[float, int] | None = None
    found = None
    for span, actor in there:
        shared = min(span.end, told.end) - max(span.start, told.start)
        if shared <= 0 or _is_complement(characters, told, span):
            continue
        likeness = 2 * shared / (span.end - span.start + told.end - told.start)
        rank = (likeness, -span.start)
        if best is None or rank > best:
            best, found = rank, actor
    return found


def _is_complement(characters: str, told: Span, span: Span) -> bool:
    """Say whether a mention stands inside a told one without being its head."""
    if span.start <= told.start and not span.end < told.end:
        return False
    before = characters[told.start : max(span.start, told.start)]
    after = characters[span.end : told.end]
    return bool(_NO_HEAD.search(before) or _POSSESSIVE.match(after))
