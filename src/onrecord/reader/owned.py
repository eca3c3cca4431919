"""Lawyers and spokespeople by whom they speak for: "his lawyers" are Tom Reed's lawyers.

A pronoun tells nobody who reads one line alone whose they are. The owner is whom the text leads
the pronoun to; "a spokeswoman" of nobody is that of the only one whom her paragraph names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from onrecord.core.identity import MentionId
from onrecord.core.spans import Span
from onrecord.core.vocabulary import ActorKind, Mention, Naming
from onrecord.reader.unmeant import Names

_SPEAKS = (
    r"(?:lawyers?|barristers?|solicitors?|counsel|attorneys?|advocates?|brief|legal team"
    r"|spokes(?:man|woman|person|people|men|women)|press officers?|representatives?)"
)
_OWNED = re.compile(
    rf"(?P<owner>[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s+(?P<what>(?:[\w-]+\s+)?{_SPEAKS})"
)
_OF_NOBODY = re.compile(
    r"(?:[Aa]|[Tt]he)\s+(?P<what>(?:company |press )?spokes(?:man|woman|person))"
)
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|(?<!\w)‘[^’]*’(?!\w)")
"""Whoever is named in what she says is not thereby whom she speaks for."""
_SMALL = re.compile(r"^(?:[a-z][\w-]* )+")
"""Words before a name that are none of it: "crafty Corley Club"."""
_OF = re.compile(r"\s(?:for|of|at|from)\s")


def with_owners(mentions: Iterable[Mention], characters: str) -> tuple[Mention, ...]:
    """Give the mentions, those of lawyers and spokespeople named with whom they speak for."""
    found = tuple(mentions)
    by_place = {one.at: one for one in found}
    by_id: dict[MentionId, Mention] = {}
    for one in found:  # the fullest name of each
        known = by_id.get(one.same_as or one.id)
        if known is None or (one.naming is Naming.NAMED and len(one.name) > len(known.name)):
            by_id[one.same_as or one.id] = one
    parties = Names(
        m
        for m in found
        if m.naming is Naming.NAMED and (m.kind is not ActorKind.PLACE or _opens(m.at, characters))
    )
    return tuple(
        _told(one, characters, by_place, by_id, parties)
        if one.naming is Naming.ROLE_ONLY and one.same_as is None
        else one
        for one in found
    )


def _opens(at: Span, characters: str) -> bool:
    """Say whether words open a paragraph: a place that does acts ("Norway hit back")."""
    return characters[max(0, at.start - 2) : at.start].strip(" ") in ("", "\n", "\n\n")


def _told(
    one: Mention,
    characters: str,
    by_place: dict[Span, Mention],
    by_id: dict[MentionId, Mention],
    parties: Names,
) -> Mention:
    """Give "Tom Reed's lawyers" for "his lawyers"; as it was where it is not known whose they are.

    "The spokesman" is the one person whom his paragraph names: nobody met "a spokesman" before.
    """
    owned = _OWNED.fullmatch(one.name)
    if owned is not None:
        pronoun = by_place.get(Span(one.at.start, one.at.start + len(owned["owner"])))
        owner = by_id.get(pronoun.same_as) if pronoun is not None and pronoun.same_as else None
        is_known = owner is not None and owner.naming is Naming.NAMED
        name = _SMALL.sub("", owner.name) if is_known and owner is not None else ""
        return replace(one, name=f"{name}’s {owned['what']}") if name else one
    of_nobody = _OF_NOBODY.fullmatch(one.name)
    if of_nobody is None or _OF.match(characters, one.at.end):
        return one
    start = characters.rfind("\n\n", 0, one.at.start) + 1
    quoted = [found.span() for found in _QUOTED.finditer(characters, start, one.at.start)]
    named = {
        m.same_as or m.id: m
        for m in parties.before(one.at.start, start)
        if not any(first <= m.at.start < last for first, last in quoted)
    }
    if len(named) != 1:
        return one
    ((founder, party),) = named.items()
    if party.kind is ActorKind.PERSON and one.name[:3].casefold() == "the":
        return replace(one, same_as=founder)
    name = _SMALL.sub("", by_id.get(founder, party).name)
    return replace(one, name=f"{name}’s {of_nobody['what']}") if name else one
