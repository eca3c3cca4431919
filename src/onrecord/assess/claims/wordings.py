"""Contents of statements with names in the place of the words that only point to somebody."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from onrecord.assess.claims.told import Place
from onrecord.assess.speaking import Parties
from onrecord.core.folding import fold
from onrecord.core.identity import SourceId
from onrecord.core.said import StatementRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Actor, Mention, Naming

_POINTS = re.compile(r"(?:he|him|she|they|them|it|his|their|its|the latter)", re.IGNORECASE)
""""Her" is left as it is: "saw her give" and "saw her office" are told apart by no table."""
_OWN = frozenset(("his", "their", "its"))
_FIRST = re.compile(r"\b(?:I|me)\b(?!['’])(?! Lord)")
_CLIENT = re.compile(r"\b(?:[Mm]y|[Oo]ur) client\b(?!['’])")
_PRONOUNS = frozenset("i he she they it we you who".split())


def wordings(
    rows: Iterable[StatementRow],
    mentions: Iterable[tuple[SourceId, Mention]],
    people: Iterable[Actor],
    characters: Callable[[SourceId], str],
) -> dict[Place, str]:
    """Write contents with names for their pronouns, where the case knows whom they mean.

    "I" becomes the speaker, "she" the person whom the reader leads it to; a pronoun that leads to
    nobody named stays. Only statements that this changes are given.

    Args:
        rows: the statements.
        mentions: all mentions of the case, each with its source.
        people: the actors that the mentions were put together to.
        characters: gives the text of a source.
    """
    names = {
        place: actor.names[0]
        for actor in people
        if actor.naming is Naming.NAMED and actor.names
        for place in actor.mentions
    }
    pointing: defaultdict[SourceId, list[tuple[Span, str]]] = defaultdict(list)
    for source, mention in mentions:
        name = names.get((source, mention.id), "")
        if name and name.casefold() not in _PRONOUNS:
            pointing[source].append((mention.at, name))
    rows = list(rows)
    parties = Parties(rows)
    made: dict[Place, str] = {}
    for row in rows:
        known = pointing.get(row.source)
        text = characters(row.source) if known else ""
        words = " ".join(_filled(row, known, text)) if known else row.content
        name = row.actor_name
        if name and row.naming is Naming.NAMED and name.casefold() not in _PRONOUNS:
            words = _FIRST.sub(name, words)
        if _CLIENT.search(words):
            party = parties.of(row.speaker, name, row.naming)
            if party is not None and party.sure and fold(party.name) != fold(name):
                words = _CLIENT.sub(party.name, words)
        if words != row.content:
            made[row.source, row.id] = words
    return made


def _filled(row: StatementRow, known: list[tuple[Span, str]], characters: str) -> Iterator[str]:
    for span in row.content_spans:
        at, made = span.start, ""
        for place, name in sorted(known, key=lambda one: one[0].start):
            if place.start < at or place.end > span.end:
                continue
            word = place.of(characters)
            if _POINTS.fullmatch(word):
                own = "’s" if word.casefold() in _OWN else ""
                made += characters[at : place.start] + name + own
                at = place.end
        yield made + characters[at : span.end]
