"""Deeds of one kind seen as another: who was told of something knew of it, and had the note of it.

What is alleged of somebody who is said to have been warned is that they knew; reports put it either
way, and both ways deny it. A message that reached somebody told them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.assess.claims.deeds import HOLDERS, Deed
from onrecord.assess.claims.roles import UNKNOWN, Role

_MESSAGES = frozenset(
    "note memo lette email messa repor warni word advic brief infor news intel minut talk rumou"
    " tidin".split()
)
_DEALINGS = ("give", "sell", "pay", "meet")
TOLD_BY = {
    "tell": ("tell", "know", "give"),
    "give": ("give", "take", "deal"),
    **{kind: (kind, "deal") for kind in _DEALINGS[1:]},
    "pay": ("pay", "deal", "give", "take"),
}
"""For a claim's kind of deed, the kinds that may tell of it."""


def kinds(kind: str) -> tuple[str, ...]:
    """Give the kinds of deeds that may tell of one of this kind."""
    return TOLD_BY.get(kind, (kind,))


def as_kind(kind: str, said: Iterable[Deed]) -> Iterator[Deed]:
    """Give the deeds of a kind that some deeds tell of; what is of another kind is left out."""
    for one in said:
        if one.kind == kind:
            yield one
        elif kind == "tell" and one.kind == "know" and not one.noun and one.doer.known:
            yield replace(one, kind="tell", doer=UNKNOWN, taker=one.doer)
        elif kind == "tell" and one.kind == "give" and not one.noun and one.taker.known:
            is_message = bool(one.thing.stems & _MESSAGES)
            if is_message or (one.denied and one.thing.gender == "x" and one.doer == UNKNOWN):
                yield replace(one, kind="tell", thing=UNKNOWN)
        elif kind in _DEALINGS and one.kind == "deal" and one.denied and one.taker.known:
            # Who never had dealings with somebody gave them nothing, and had nothing of them.
            yield replace(one, kind=kind, thing=UNKNOWN, noun=False)
            yield replace(one, kind=kind, thing=UNKNOWN, noun=False, doer=one.taker, taker=one.doer)
        elif kind == "pay" and one.kind == "give" and one.thing.stems & HOLDERS:
            yield replace(one, kind="pay")  # Of the envelope in which the money was.
        elif kind in ("give", "pay") and _took_nothing(one):
            anything = Role(anybody=True)
            if kind == "give":
                yield replace(one, kind=kind, taker=UNKNOWN, thing=anything)
            # Nor did anybody give them any.
            yield replace(one, kind=kind, doer=one.taker, taker=one.doer, thing=anything)


def _took_nothing(one: Deed) -> bool:
    """Say whether somebody never took anything out: then they gave nothing of it to anybody."""
    denied = one.kind == "take" and one.denied and not one.noun
    return denied and one.thing.anybody and one.doer.known
