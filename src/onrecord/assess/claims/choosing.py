"""What a sentence does to a claim: the deeds that both tell go first, then the network's figures.

The network affirms and denies too readily what is merely near. Where the words can be held side by
side, who did what to whom, who is said to be whom, what kind a thing is, they decide; where nothing
in them says that something is not so, nobody has denied anything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.assess.claims import general
from onrecord.assess.claims.deeds import Deed, deeds
from onrecord.assess.claims.doubting import doubts
from onrecord.assess.claims.held_against import STRONG, WEAK, Verdict, touches
from onrecord.assess.claims.identities import (
    says_kind,
    says_who_it_is,
    speaks_of_kind,
    tells_of_who,
)
from onrecord.assess.claims.labels import Relation
from onrecord.assess.claims.legal_words import denies_evidence
from onrecord.assess.claims.negation import negates
from onrecord.assess.claims.qualities import denies_quality, opposed, says_quality, tells_quality
from onrecord.assess.claims.seen_as import kinds
from onrecord.assess.claims.told import numbers, shared, shared_words
from onrecord.assess.claims.whom import exchanged, names_who_it_is, others, unnamed

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

SURE, LEAST, SURELY = 0.5, 0.3, 0.7
"""A statement speaks to a claim where that is so likely, and one relation by itself so likely."""
OTHERWISE, MOSTLY = 0.5, 0.7
"""Where a claim tells a deed and a statement tells none like it, the network is heard only if so
large a share of the claim's words are the statement's, `MOSTLY` if it tells another deed: it
affirms what is merely near. To hear it all the same from .98 on was tried, and from .85 on where a
word is shared that is no name. Of the four cases by which the latter was chosen 32 of 57 sentences
were put rightly; on a case nobody had seen the stances fell from .249 to .214, and answers as of a
day from .49 to .44 (November 2026)."""
SHARED = 0.25
"""The same of every claim, its speaker's name among the words of the statement."""
UNNAMED = 0.3
"""Who is not said to have done it has done what a claim tells of somebody only if the network finds
it at least so likely: that entries were changed says little of whether Ann Beck changed them."""


def is_heard(claim: str, said: str, words: str, deed: Deed | None, told: Verdict | None) -> bool:
    """Say whether words have enough of a claim's for the network to be heard on the two.

    What tells another deed may imply the claim's: who leaked papers let them leave. It does not say
    it, and nobody is held to what follows from his words.

    Args:
        claim, said, words, deed, told: as for `by_words`.
    """
    much = shared(claim, said) >= SHARED
    if told is not None and told.denied is not None:
        return much or told.unnamed
    return much and (deed is None or told is not None or _is_otherwise_told(claim, words, deed))


def _is_otherwise_told(claim: str, words: str, deed: Deed) -> bool:
    """Say whether words that tell no deed like a claim's share most of its words all the same."""
    plain, told = unnamed(claim), [one for one in deeds(words) if not one.noun]
    if not told:
        return shared(claim, words) >= OTHERWISE and shared_words(plain, words) > 0
    least = OTHERWISE if any(one.kind in kinds(deed.kind) for one in told) else MOSTLY
    return shared(plain, words) >= least and shared_words(plain, words) > 1


def by_words(
    claim: str, said: str, words: str, deed: Deed | None, told: Verdict | None
) -> tuple[Relation, float] | None:
    """Say what words do to a claim where the network need not be asked; None: it must be.

    Args:
        claim: its words.
        said: what is said, with whose it is.
        words: the words alone.
        deed: what the claim says was done.
        told: what the deeds that the words tell do to it.
    """
    if claim.casefold() == words.casefold():
        return Relation.AFFIRMS, 1.0
    if says_who_it_is(claim, words):
        return Relation.AFFIRMS, STRONG
    is_so = says_kind(claim, words) if deed is None else None
    if is_so is not None:
        return (Relation.AFFIRMS if is_so else Relation.DENIES), STRONG
    if deed is None and says_quality(claim, words):
        return Relation.AFFIRMS, WEAK
    if denies_evidence(claim, words) or (deed is None and denies_quality(claim, words)):
        return Relation.DENIES, WEAK
    if told is not None and (told.both or not told.near):
        return None if told.denied is not None else (Relation.NONE, 1.0)
    if deed is not None and general.doubts(words) and touches(deed, deeds(words)):
        return Relation.DOUBTS, WEAK
    if (
        not (names_who_it_is(claim, said) and tells_of_who(claim, words))
        or not speaks_of_kind(claim, words)
        or (deed is None and not tells_quality(claim, words))
        or exchanged(claim, words)
        or others(claim, said, words)
    ):
        return Relation.NONE, 1.0
    return None


def by_figures(
    figures: Floats, claim: str, said: str, words: str, told: Verdict | None
) -> tuple[Relation, float]:
    """Say what words do to a claim by what the network made of the two, and how likely.

    Args:
        figures: of the network, one a relation.
        claim, said, words, told: as for `by_words`.
    """
    if told is not None and told.denied is not None and not told.near:
        relation = Relation.DENIES if told.denied else Relation.AFFIRMS
        part = float(figures[Relation.IN_PART] + figures[Relation.DOUBTS])
        named = not told.unnamed or told.nobody
        if not named and 1.0 - float(figures[Relation.NONE]) < UNNAMED:
            return Relation.NONE, 1.0
        if part < SURE or told.sure >= STRONG:
            return relation, max(told.sure, float(figures[relation]))
        if exchanged(claim, words) or others(claim, said, words):
            return Relation.NONE, 1.0
    figures = figures.copy()
    one, other = numbers(claim), numbers(words)
    if not one or not other or one & other:
        # No two numbers stand against each other: what only differs a little says the same.
        figures[Relation.AFFIRMS] += figures[Relation.DIFFERS]
        figures[Relation.DIFFERS] = 0
    if not (negates(words) or doubts(words)):
        # No word of theirs puts anything in doubt.
        figures[Relation.AFFIRMS] += figures[Relation.DOUBTS]
        figures[Relation.DOUBTS] = 0
    addresses = 1.0 - float(figures[Relation.NONE])
    best = Relation(int(figures[1:].argmax()) + 1)
    if addresses < SURE or figures[best] < LEAST:
        return Relation.NONE, 1.0 - addresses
    if best is Relation.IN_PART and addresses < SURELY:
        return Relation.NONE, 1.0 - addresses
    if best is Relation.DENIES and not negates(words) and not opposed(claim, words):
        return Relation.NONE, 1.0  # Nothing in them says that something is not so.
    return best, addresses
