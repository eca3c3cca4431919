"""What was in the thing that was handed over: who says what it held speaks of what was given.

A claim that somebody gave files is not one of the envelopes they came in; but who says that the
envelopes held invoices denies it, who thinks it improbable that files were in them doubts it, and
who never looked inside, or leaves the question, does not address it. Whose envelopes are meant is
told by a text that has the same two people hand them over, or the thing handed over in them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from onrecord.assess.claims import general
from onrecord.assess.claims.asked import Asked
from onrecord.assess.claims.contents import Contents, containers, is_container
from onrecord.assess.claims.deeds import Deed
from onrecord.assess.claims.held_against import Fit, fit_thing, touches
from onrecord.core.vocabulary import Naming, SpeechAct, Stance


def said_inside(
    asked: Asked, deed: Deed | None, among: Collection[int] | None = None
) -> Iterator[tuple[int, Stance, str]]:
    """Give the sentences that tell what was in what a claim's two handed over, with their stance.

    Args:
        deed: what the claim says was done.
        among: the sentences that are looked at; None: all.
    """
    if deed is None or deed.kind not in ("give", "sell", "take") or not deed.thing.known:
        return
    if is_container(deed.thing.stems):
        return  # The claim is of the envelope itself.
    known: set[str] | None = None
    for at, told in asked.telling_contents(among):
        row = asked.rows[at]
        if row.duplicate_of is not None or row.naming is Naming.AGENTLESS:
            continue
        if told.of:
            if known is None:
                known = _containers(asked, deed)
            if told.of not in known:
                continue
        elif not _beside(asked, at, deed):
            continue
        yield at, *_stance(asked, at, told, deed)


def _stance(asked: Asked, at: int, told: Contents, deed: Deed) -> tuple[Stance, str]:
    row, words = asked.rows[at], asked.words[at]
    if not told.what.known:
        return Stance.DOES_NOT_ADDRESS, "what was in it is left open"
    if row.act is SpeechAct.DOUBTS or general.doubts(f"{row.cue} {words}"):
        return Stance.DOUBTS, "it is doubted that it was in what was handed over"
    same = fit_thing(deed.thing, told.what) is Fit.SAME
    if same is not told.denied:
        return Stance.ASSERTS, "it is said to have been in what was handed over"
    return Stance.DENIES, "what was handed over is said to have held something else"


def _containers(asked: Asked, deed: Deed) -> set[str]:
    """Give in what the case has somebody of a claim's two hand over something, by first letters."""
    found = set[str]()
    for at in asked.of_this_kind(deed):
        if not touches(deed, asked.deeds(at)):
            continue
        theirs = deed.doer.names | deed.taker.names
        if any(theirs & (one.doer.names | one.taker.names) for one in asked.deeds(at)):
            found |= set(containers(asked.words[at]))
    return found


def _beside(asked: Asked, at: int, deed: Deed) -> bool:
    """Say whether the same speaker tells, just before, that a claim's two handed something over."""
    row = asked.rows[at]
    for before in range(at - 1, max(-1, at - 4), -1):
        other = asked.rows[before]
        if other.source != row.source or asked.holder(other) != asked.holder(row):
            continue
        told = asked.deed_told(before, deed)
        if told is not None and (told.both or told.denied is False):
            return True
    return False
