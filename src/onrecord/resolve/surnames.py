"""A surname of two persons: with a post beside it, it is of whom other texts tell to hold that.

"Moss, the bursar, said no" in a text that names Ann Moss, a sculptor, is Tom Moss where other texts
have him, and not her, as bursar. The reader of the one text cannot know it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from onrecord.core.folding import fold
from onrecord.core.identity import MentionId, SourceId
from onrecord.core.vocabulary import Mention, Naming
from onrecord.resolve.described import role_of
from onrecord.resolve.evidence import Evidence, Seen


def parted(seen: Sequence[Seen], evidence: Evidence) -> list[Seen]:
    """Part such surnames, and what describes them, from whom their text's reader led them to."""
    by_place = {(one.source, one.mention.id): one.mention for one in seen}
    holders: defaultdict[tuple[str, str], dict[str, set[SourceId]]] = defaultdict(dict)
    for holding in evidence.holdings:
        holder = by_place.get((holding.source, holding.holder))
        if holder is not None and " " in holder.name:
            key = fold(holder.name).rpartition(" ")[2], fold(holding.post)
            holders[key].setdefault(fold(holder.name), set()).add(holding.source)
    leads: dict[tuple[SourceId, MentionId], MentionId | None] = {}
    for source, described, named in evidence.apposed:
        one, name = by_place.get((source, described)), by_place.get((source, named))
        if one is None or name is None or not _is_surname(name):
            continue
        founder = by_place.get((source, name.same_as)) if name.same_as else None
        held = holders.get((fold(name.name), role_of(one.name)), {})
        others = {who for who, sources in held.items() if sources - {source}}
        if founder is not None and len(others) == 1 and fold(founder.name) not in others:
            leads[source, named] = None
            leads[source, described] = named
    if not leads:
        return list(seen)
    return [
        replace(one, mention=replace(one.mention, same_as=leads[one.source, one.mention.id]))
        if (one.source, one.mention.id) in leads
        else one
        for one in seen
    ]


def _is_surname(mention: Mention) -> bool:
    return mention.naming is Naming.NAMED and " " not in mention.name
