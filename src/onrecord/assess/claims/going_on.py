"""Deeds of a sentence that only its speaker's sentence before makes whole: "she fetched them".

What "them" are, and which payment "it was for rent" speaks of, stands in the sentence before, of
the same speaker and statement. Nothing is taken from further back, nor from what others say.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from onrecord.assess.claims.deeds import Deed, is_sum
from onrecord.assess.claims.roles import Role, role

_THERE = re.compile(r"\bthere (?:was|were|had been) (?P<what>[^,.;:]{3,60})", re.IGNORECASE)
_FOR = re.compile(
    r"^(?:it|this|that|(?:the|that) (?:money|fee|sum|payment)) (?:was|were|had been)"
    r" (?P<not>not |never )?(?:paid |given )?for (?P<what>[^,.;]{3,80})",
    re.IGNORECASE,
)


def going_on(
    told: tuple[Deed, ...], before: Sequence[Deed], earlier: str, words: str
) -> tuple[Deed, ...]:
    """Give the deeds of a sentence with what its "them" and "it" stand for.

    Args:
        told: its deeds, as its words alone tell them.
        before, earlier: the deeds and the words of the sentence before; none: it is the first.
        words: its own words.
    """
    if not earlier:
        return told
    what = _FOR.match(words)
    paid = [
        one for one in before if one.kind == "pay" or (one.kind == "give" and is_sum(one.thing))
    ]
    if what is not None and paid and not any(one.kind == "pay" for one in told):
        last, limit = paid[-1], role(what["what"].split())
        return (*told, replace(last, kind="pay", limit=limit, denied=bool(what["not"])))
    thing = _thing(before, earlier)
    if thing is None:
        return told
    return tuple(
        replace(
            one,
            thing=thing if _points(one.thing) else one.thing,
            limit=thing if _points(one.limit) else one.limit,
        )
        for one in told
    )


def _points(part: Role) -> bool:
    """Say whether a part is only pointed to: "it", "them"."""
    return not part.known and part.gender == "x"


def _thing(before: Sequence[Deed], earlier: str) -> Role | None:
    """Give what was spoken of last as a thing; None: nothing was."""
    known = [one.thing for one in before if one.thing.known and not one.thing.anybody]
    if known:
        return known[-1]
    there = _THERE.search(earlier)
    return role(there["what"].split()) if there is not None else None
