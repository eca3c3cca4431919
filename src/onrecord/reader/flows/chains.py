"""Chains of hands: "the last link in a chain that carried papers out of the ministry".

Between the end that is named and the one who is a link stand others, whom the words do not name.
"""

from __future__ import annotations

from onrecord.reader.flows.found import Found
from onrecord.reader.flows.leading import Leading, leading
from onrecord.reader.flows.phrases import Phrases
from onrecord.reader.flows.tables import Frame
from onrecord.reader.flows.trailing import trailing


def chained(here: Phrases, number: int) -> Found | None:
    """Read "X was the last link in a chain that carried ITEM out of A to B" at "chain"."""
    verb = number + 2
    if here.low(number + 1) not in ("that", "which"):
        return None
    passing = here.tables.verbs.get(here.low(verb))
    if passing is None or not {Frame.CARRIES, Frame.GIVES} & {frame for frame, _ in passing.frames}:
        return None
    link = next(
        (at for at in range(number - 1, max(-1, number - 5), -1) if _is_link(here, at)), None
    )
    if link is None:
        return None
    before = _who(here, link)
    who = None if before.subject is None else here.cut(before.subject)
    after = trailing(here, verb + 1, two_objects=False)
    if who is None or not after.objects or (after.from_ is None and after.to is None):
        return None
    which = {here.low(at) for at in range(max(0, link - 3), link)}
    found = Found(verb, after.from_, after.to, [who], after.objects[0], after.means)
    found.gap_before = not which & here.tables.words["first_links"]
    found.gap_after = not which & here.tables.words["last_links"]
    if after.to is None:
        found.through, found.taker = [], who
    elif after.from_ is None:
        found.through, found.giver = [], who
        found.gap_before = found.gap_after
    found.signs, found.denials = before.signs, before.denials
    return found


def _is_link(here: Phrases, at: int) -> bool:
    return here.low(at) in ("link", "links")


def _who(here: Phrases, link: int) -> Leading:
    """Find who is the link: the subject of the words before it."""
    at = link
    while at > 0 and not here.tables.has("be", here.low(at - 1)) and link - at < 6:
        at -= 1
    return leading(here, at)
