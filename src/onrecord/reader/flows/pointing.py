"""Whom "that courier" means, once a courier was told to have taken something.

A description that repeats the noun of the one unnamed giver or taker of that noun before it is that
giver or taker: so that a claim who the courier was reaches the hop.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from onrecord.core.identity import MentionId
from onrecord.core.vocabulary import Flow, Mention, Naming
from onrecord.reader.cast import Cast

_DEFINITE = ("that ", "this ", "the ")


def point_back(cast: Cast, flows: Iterable[Flow]) -> None:
    """Lead descriptions back to the unnamed ends of hops, where the noun leaves one meaning."""
    by_id = {mention.id: mention for mention in cast.roll.mentions.values()}
    ends: dict[str, dict[MentionId, Mention]] = {}
    for hop in (hop for flow in flows for hop in flow.hops):
        for voice in (hop.giver, hop.taker):
            end = by_id.get(voice.mention) if voice and voice.mention else None
            if end is not None and end.naming is not Naming.NAMED and end.same_as is None:
                ends.setdefault(_noun(end), {})[end.id] = end
    founders = {mention.same_as for mention in cast.roll.mentions.values()}
    for at, mention in list(cast.roll.mentions.items()):
        if mention.same_as is not None or mention.id in founders:
            continue
        if mention.naming is Naming.NAMED or not mention.name.lower().startswith(_DEFINITE):
            continue
        one = _only(ends.get(_noun(mention), {}), mention)
        if one is not None:
            cast.roll.mentions[at] = replace(mention, same_as=one.id)


def _only(ends: dict[MentionId, Mention], mention: Mention) -> Mention | None:
    """Give the one end that stands before a description; None where several may be meant."""
    before = [end for end in ends.values() if end.at.end <= mention.at.start]
    return before[0] if len(before) == 1 else None


def _noun(mention: Mention) -> str:
    return mention.name.lower().split()[-1] if mention.name.split() else ""
