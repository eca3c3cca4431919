"""Whether a deed that a statement tells is the one a claim tells: the same, its denial, another's.

The network affirms too readily where the same words stand in another order; here who did it and to
whom is held side by side. Nothing is said where the words do not place the deed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from onrecord.assess.claims.deed_words import MONEY
from onrecord.assess.claims.deeds import Deed
from onrecord.assess.claims.roles import UNKNOWN, Role
from onrecord.assess.claims.seen_as import as_kind

STRONG, WEAK = 0.9, 0.75
"""How likely a statement is taken to speak to a claim whose deed it tells: with two parts of it the
same, and with one."""


class Fit(IntEnum):
    """How what takes one part fits what takes it in the claim."""

    OTHER = -2
    APART = -1
    OPEN = 0
    LIKELY = 1
    SAME = 2


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a deed does to that of a claim. `denied` None: it is another deed of the kind.

    `near`: another, but of the same person: what is granted where the claim is denied. `unnamed`:
    it is told without a word of who did it, whom the claim names. `nobody`: the same is told to
    have been done with the same, and neither by whom nor to whom. `both`: another thing, between
    the same two.
    """

    denied: bool | None
    sure: float
    near: bool = False
    unnamed: bool = False
    nobody: bool = False
    both: bool = False


_ALIKE = (
    frozenset(
        "docum paper file files recor secre mater dossi memo memos repor infor intel email lette"
        " copie".split()
    ),
    MONEY,
    frozenset("resul figur readi numbe data recor test tests value measu".split()),
)
"""Things that reports call by each other's names, by the first letters of the word."""
THINGS = frozenset[str]().union(*_ALIKE)
_PEOPLE = (
    frozenset("board trust direc counc gover".split()),
    frozenset("minis gover cabin".split()),
    frozenset("polic detec offic inves const".split()),
    frozenset("prose state crown".split()),
    frozenset("compa firm group corpo".split()),
    frozenset("execu manag boss".split()),
)
"""People and bodies that reports call by each other's names."""
_NO_WORD = frozenset("perso peopl thing kind someb anoth other time first secon".split())


def verdict(
    claim: Deed,
    said: Sequence[Deed],
    *,
    speaker: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset()),
    us: Role = UNKNOWN,
    genders: Mapping[str, str] | None = None,
    called: Mapping[str, frozenset[str]] | None = None,
    places: frozenset[str] = frozenset(),
) -> Verdict | None:
    """Hold the deeds of a statement against those of a claim; None: nothing can be told.

    Args:
        claim: what it says was done.
        said: the deeds that the statement tells, as `deeds` reads them.
        speaker: the names of who speaks, for a body that calls itself "the company", and how they
            are described, for a minister who speaks of what ministers did.
        us: for whom they speak, where they say "we".
        genders: of the last names in the case, `m` or `f`.
        called: of the last names in the case, the beginnings of the words that describe them.
        places: names of places: what came from there came from somebody who is not told.
    """
    said = [
        replace(one, doer=UNKNOWN) if one.doer.names and one.doer.names <= places else one
        for one in said
    ]
    claim = replace(
        claim, doer=_described(claim.doer, called), taker=_described(claim.taker, called)
    )
    found = [
        one
        for theirs in as_kind(claim.kind, said)
        if (one := _held(claim, _as_itself(theirs, speaker, us), genders or {}, us)) is not None
    ]
    placed = [one for one in found if one.denied is not None]
    if placed:
        return max(placed, key=lambda one: one.sure)
    return found[0] if found else None


def touches(claim: Deed, said: Sequence[Deed]) -> bool:
    """Say whether some words speak of a deed of a claim's kind, and of nobody else's."""
    return any(
        claim.kind == one.kind
        and Fit.OTHER not in (_fit(claim.doer, one.doer, {}), _fit(claim.taker, one.taker, {}))
        for one in said
    )


_ANYTHING = frozenset("piece objec item artic goods thing stuff".split())


def things_fit(claim: Deed, said: Deed | None, words: str = "") -> bool:
    """Say whether what a deed was done with may be what a claim's was done with.

    Args:
        said: the deed; None: some words are looked at instead, which must tell the thing.
    """
    if said is None:
        there = frozenset(word[:5].casefold() for word in words.split() if len(word) > 3)
        return fit_thing(claim.thing, Role(stems=there)) is Fit.SAME
    other = replace(said.thing, stems=said.thing.stems - _ANYTHING)
    return fit_thing(claim.thing, other) is not Fit.APART


def _described(role: Role, called: Mapping[str, frozenset[str]] | None) -> Role:
    """Add to a name how the case describes who bears it: "the keeper" is Ann Vale."""
    if not role.names or called is None:
        return role
    found = [called[name] for name in role.names if name in called]
    return replace(role, stems=role.stems.union(*found)) if found else role


_ITSELF = frozenset(
    "compa firm group galle offic minis museu board agenc club bank counc commi unive trust chari"
    " insti autho depar hospi schoo union party".split()
)


def _as_itself(one: Deed, speaker: tuple[frozenset[str], frozenset[str]], us: Role) -> Deed:
    """Name a body that speaks of itself, and describe a person who does."""
    names, described = speaker
    if not names and not us.known:
        return one

    def named(role: Role) -> Role:
        if role.gender == "1":
            return us if us.known else replace(role, names=names)
        if not names:
            return role
        is_itself = not role.names and bool(role.stems) and role.stems <= _ITSELF
        if role.names & names:
            return replace(role, stems=role.stems | described)
        return replace(role, names=names) if is_itself else role

    return replace(one, doer=named(one.doer), taker=named(one.taker))


def _held(claim: Deed, said: Deed, genders: Mapping[str, str], us: Role) -> Verdict | None:
    doer = _fit(claim.doer, said.doer, genders)
    taker = _fit(claim.taker, said.taker, genders)
    thing = fit_thing(claim.thing, said.thing)
    if Fit.OTHER in (doer, taker):
        return None if said.noun else Verdict(None, STRONG)
    if said.asked and not (said.noun and Fit.SAME in (doer, taker)):
        return None
    points = doer + taker + thing
    if said.limit.known and not claim.limit.known and said.denied:
        # That he was not paid for silence says nothing of whether he was paid.
        return Verdict(None, STRONG)
    if claim.what_for and said.denied and not said.limit.known:
        return Verdict(None, STRONG)  # Who paid nothing has not spoken of what it was for.
    if claim.limit.known and said.limit.known and not (said.noun or said.denied):
        what_for = fit_thing(claim.limit, said.limit)
        if claim.what_for and what_for is Fit.SAME and Fit.APART not in (doer, taker):
            return Verdict(claim.denied, STRONG)
        theirs = (said.doer, said.taker, claim.doer, claim.taker)
        is_party = any(us.names & role.names for role in theirs)
        fits = max(doer, taker) >= Fit.LIKELY or (is_party and Fit.APART not in (doer, taker))
        if claim.what_for and what_for is Fit.APART and fits:
            is_theirs = said.only or is_party
            return Verdict(not claim.denied if is_theirs else None, STRONG)
    if claim.limit.known and said.limit.known:
        points += 1 if fit_thing(claim.limit, said.limit) is Fit.SAME else -1
    same = [fit for fit in (doer, taker, thing) if fit is Fit.SAME]
    if claim.limit.known and not said.limit.known and not said.denied:
        points -= 1  # That he was paid says nothing of what for.
    is_told = points >= 3 or (points == 2 and (bool(same) or said.doer.anybody))
    apart = thing is Fit.APART and said.thing.new and not (said.denied or claim.denied)
    if apart and doer is taker is Fit.SAME:
        # What else went between the two is no other word for the thing.
        return Verdict(None, STRONG, near=True, both=True)
    if said.noun:
        is_told = points >= 0 and Fit.APART not in (doer, taker)
    elif same == [Fit.SAME] and thing is Fit.SAME and not said.denied:
        # Nobody is named: "papers were handed over" is of every hop of a chain.
        is_told = not said.doer.known and not claim.taker.known
    elif said.seen and doer >= Fit.LIKELY:
        is_told = points >= 1
    elif Fit.SAME not in same:
        is_told = said.denied and points > 2
    if said.denied and said.doer.names and not claim.doer.known and taker is not Fit.SAME:
        is_told = False  # What one did not do himself may have been done by another.
    if not is_told:
        is_near = Fit.SAME in (doer, taker) and points > 0 and not (said.denied or said.noun)
        nobody = same == [Fit.SAME] and thing is Fit.SAME and not (said.denied or said.noun)
        nobody = nobody and said.doer == said.taker == UNKNOWN
        return Verdict(None, WEAK, near=is_near, nobody=nobody) if is_near or nobody else None
    unnamed = bool(claim.doer.names) and said.doer == UNKNOWN and taker is not Fit.SAME
    unnamed = unnamed and not (said.noun or said.seen)
    return Verdict(said.denied != claim.denied, STRONG if points > 2 else WEAK, unnamed=unnamed)


def _fit(ours: Role, theirs: Role, genders: Mapping[str, str]) -> Fit:
    """Say how who takes a part in a statement fits who takes it in the claim."""
    if theirs.anybody and ours.known:
        if (ours.stems & theirs.stems) - _NO_WORD:
            return Fit.SAME
        # "None of its drivers" is nobody else: a claim that tells of a manager is left alone.
        return Fit.APART if theirs.stems - _NO_WORD else Fit.LIKELY
    if theirs.gender == "1" and ours.names:
        return Fit.APART  # Of "us", who are not known, it is not known that the claim is.
    if not ours.known or not theirs.known:
        if theirs.gender in ("m", "f") and ours.names:
            known = {genders[name] for name in ours.names if name in genders}
            if known:
                return Fit.LIKELY if theirs.gender in known else Fit.OTHER
        return Fit.OPEN
    if ours.names & theirs.names or ours.initials & theirs.initials:
        return Fit.SAME
    if ours.names and theirs.names:
        # "A senior Harbour Board member" and "a member of the board": the name is no one's own.
        is_part = min(len(ours.names), len(theirs.names)) == 1
        return Fit.SAME if is_part and (ours.stems & theirs.stems) - _NO_WORD else Fit.OTHER
    one, other = ours.stems, theirs.stems
    if (one & other) - _NO_WORD or any(one & some and other & some for some in _PEOPLE):
        return Fit.SAME
    return Fit.APART


def fit_thing(ours: Role, theirs: Role) -> Fit:
    """Say how what a deed was done with fits what a claim's was done with."""
    if theirs.anybody and not theirs.names and not theirs.stems and ours.known:
        return Fit.LIKELY
    if not ours.known or not theirs.known:
        return Fit.OPEN
    one, other = ({*role.stems, *(name[:5] for name in role.names)} for role in (ours, theirs))
    if (one & other) - _NO_WORD:
        return Fit.SAME
    return Fit.SAME if any(one & some and other & some for some in _ALIKE) else Fit.APART
