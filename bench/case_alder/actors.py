"""Who is who, in the scorer's terms: the mentions that the bench tells, put together by actor."""

from __future__ import annotations

import re
from collections import defaultdict

from bench.case_alder.built import Built, Told
from onrecord.core.folding import fold
from onrecord.core.identity import ActorId, SourceId
from onrecord.core.spans import Span

_NO_HEAD = re.compile(
    r"\b(of|at|for|by|in|on|with|from|to|who|whom|whose|that|which|about|against|behind|under|near)\W*$"
    r"|\b(of|at|for|by|to|with|under) (the )?(?-i:[A-Z]\w+ ){1,3}$|\b(works?|said to be|named)\W*$",
    re.IGNORECASE,
)
"""What stands before a mention inside a longer one that is not its head: "the clerk of Pell"."""
_CLOSES = frozenset({",", ".", ";", ""})
_POSSESSIVE = re.compile(r"^['’]s?\b|^['’]\s")

Places = dict[SourceId, list[tuple[Span, ActorId]]]


def actors(built: Built) -> list[list[Told]]:
    """Give the told mentions as clusters of `{doc, quote, in?}`.

    A told mention is matched to the record's by its place in the text, white space aside: the
    record's mention that shares most of it, unless that one only stands inside it as a complement
    ("the clerk of the Board" is not the Board). One that the record has no mention for goes with
    the name that it stands beside in apposition, else with the one actor that bears its words as a
    name, else with the told mentions of the same full name, and otherwise stands alone.
    """
    places: Places = defaultdict(list)
    named: defaultdict[str, set[ActorId]] = defaultdict(set)
    for row in built.case.actors():
        for source, span in row.mentions:
            places[source].append((span, row.id))
        for name in row.names:
            named[fold(name)].add(row.id)
    made: defaultdict[str, list[Told]] = defaultdict(list)
    seen: set[tuple[str, ...]] = set()
    for number, told in enumerate(built.told.get("mentions", [])):
        words = (told["doc"], told["quote"].casefold(), told.get("in", "").casefold())
        if words in seen:
            continue  # the scorer knows no letter case: two of them are one mention
        seen.add(words)
        span = built.place(told)
        source = built.sources.get(told["doc"])
        actor: str | None = None
        if span is not None and source is not None:
            characters, there = built.texts[told["doc"]].characters, places[source.id]
            actor = held_by(characters, span, there) or beside(characters, span, there)
        if actor is None and told["quote"][:1].isupper():
            bearers = named.get(fold(told["quote"]), set())
            quote = told["quote"]
            is_whole = " " in quote and (quote.istitle() or quote.isupper())
            alone = f"named {fold(told['quote'])}" if is_whole else None
            actor = next(iter(bearers)) if len(bearers) == 1 else alone
        made[actor or f"alone {number}"].append(told)
    return list(made.values())


def held_by(characters: str, told: Span, there: list[tuple[Span, ActorId]]) -> ActorId | None:
    """Give the actor of the mention that shares most of a told one; None: none does.

    One of the same words, an article aside, goes before all others.
    """
    best: tuple[float, int] | None = None
    found = None
    for span, actor in there:
        shared = min(span.end, told.end) - max(span.start, told.start)
        if shared <= 0 or _is_complement(characters, told, span):
            continue
        if fold(span.of(characters)) == fold(told.of(characters)):
            return actor
        likeness = 2 * shared / (span.end - span.start + told.end - told.start)
        rank = (likeness, -span.start)
        if best is None or rank > best:
            best, found = rank, actor
    return found


def beside(characters: str, told: Span, there: list[tuple[Span, ActorId]]) -> ActorId | None:
    """Give the actor of a name that a told mention stands beside in apposition; None: of none.

    "Pell, the clerk of the Board," and "The clerk, Ann Pell," are one actor each.
    """
    for span, actor in there:
        first, last = sorted((span, told))
        # "the clerk Ann Pell" needs no comma.
        close = first == told and told.of(characters).startswith(("the ", "The "))
        between = characters[first.end : last.start]
        if between == " " and close and characters[span.start].isupper():
            return actor
        is_beside = between == ", "
        is_closed = characters[last.end : last.end + 1] in _CLOSES
        if is_beside and is_closed and characters[span.start].isupper():
            return actor
    return None


def _is_complement(characters: str, told: Span, span: Span) -> bool:
    """Say whether one of the two stands inside the other without being its head."""
    if span.start < told.start and _NO_HEAD.search(characters[span.start : told.start]):
        return True
    if span.start <= told.start and not span.end < told.end:
        return False
    before = characters[told.start : max(span.start, told.start)]
    after = characters[span.end : told.end]
    return bool(_NO_HEAD.search(before) or _POSSESSIVE.match(after))
