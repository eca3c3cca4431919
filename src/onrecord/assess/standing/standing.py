"""The standing of a claim: derived from who says what of it, by rules that are written down.

The rules are `RULES`, and there is nothing else: no weight, no score, no vote. Nothing here says
whether a claim is true; what is not known stays "unaddressed".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from onrecord.assess.standing.tips import Tip, where_each_stands
from onrecord.core.claims import Holds, PositionRow, StandsRow
from onrecord.core.dates import When
from onrecord.core.identity import RowId
from onrecord.core.vocabulary import Standing

RULES = {
    "disputed": "somebody asserts it, and somebody denies it, wholly or in part",
    "doubted": "somebody asserts it, nobody denies it, and somebody doubts it",
    "corroborated": (
        "two or more assert it firmly, on two or more independent origins that stand,"
        " and nobody denies or doubts it"
    ),
    "one teller": "somebody asserts it firmly, nobody denies or doubts it; but it is only one",
    "one origin": (
        "several assert it firmly, nobody denies or doubts it; but it all goes back to one origin"
    ),
    "hedged": "it is asserted, but only with a hedge, by nobody named, or as a proposal",
    "partly hedged": (
        "one asserts it firmly; what others say of it is hedged, names nobody, or is only proposed,"
        " and adds nothing to it"
    ),
    "withdrawn": "whoever asserted it no longer does",
    "superseded": (
        "the publisher edited away the only words that supported it, and another claim stands in"
        " their place"
    ),
    "report disputed": "nobody asserts it of their own knowledge; it is reported, and denied",
    "report doubted": "nobody asserts it of their own knowledge; it is reported, and doubted",
    "reported": "nobody asserts it of their own knowledge; it is only reported",
    "report withdrawn": "whoever reported it no longer does, and nobody asserted it",
    "denied": "it is denied, and nobody on record says it",
    "only doubted": "it is doubted, and nobody on record says it",
    "unaddressed": "nothing on record says, denies, or doubts it",
}

_STANDING = {
    "disputed": Standing.DISPUTED,
    "doubted": Standing.DOUBTED,
    "corroborated": Standing.CORROBORATED,
    "one teller": Standing.ASSERTED,
    "one origin": Standing.ASSERTED,
    "hedged": Standing.ASSERTED,
    "partly hedged": Standing.ASSERTED,
    "withdrawn": Standing.WITHDRAWN,
    "superseded": Standing.SUPERSEDED,
    "report disputed": Standing.DISPUTED,
    "report doubted": Standing.DOUBTED,
    "reported": Standing.REPORTED,
    "report withdrawn": Standing.WITHDRAWN,
    "denied": Standing.DENIED,
    "only doubted": Standing.DOUBTED,
    "unaddressed": Standing.UNADDRESSED,
}


@dataclass(frozen=True, slots=True)
class Derived:
    """A standing, the rule it follows from (a key of `RULES`), and those it rests on, of all.

    `independent` counts the origins on which it is asserted firmly, `tellers` who so asserts it.
    """

    rule: str
    on: tuple[Tip, ...]
    tips: tuple[Tip, ...]
    independent: int
    tellers: int

    @property
    def standing(self) -> Standing:
        """Give the standing that the rule gives."""
        return _STANDING[self.rule]

    @property
    def because(self) -> tuple[str, ...]:
        """Give the rule, then who stands where, in words."""
        by: dict[Holds, list[str]] = {}
        for tip in self.tips:
            by.setdefault(tip.holds, []).append(tip.row.called)
        said = (
            f"{kind.value}: {', '.join(dict.fromkeys(by[kind]))}" for kind in Holds if kind in by
        )
        return (RULES[self.rule], *said)

    @property
    def stands(self) -> tuple[StandsRow, ...]:
        """Give where each stands, the earliest first."""
        return tuple(
            StandsRow(
                holder=tip.row.holder,
                called=tip.row.called,
                actor=tip.row.statement.actor,
                holds=tip.holds,
            )
            for tip in self.tips
        )


def standing(
    rows: Iterable[PositionRow], *, valid: When | None = None, instead: RowId | None = None
) -> Derived:
    """Derive the standing of a claim from the positions taken on it.

    It is a function of the rows alone, in whatever order. That only rows known by the asked day
    are given is the caller's part.

    Args:
        valid: only what can have been said by then counts; None: all.
        instead: the claim that stands where a publisher edited this one away, if one does.
    """
    return judged(where_each_stands(rows, valid), instead)


def judged(tips: Mapping[str, Tip], instead: RowId | None = None) -> Derived:
    """Apply the rules to where each stands."""
    ordered = sorted(tips.values(), key=lambda tip: tip.order)
    by: dict[Holds, list[Tip]] = {}
    for tip in ordered:
        kind = Holds.DENIES if tip.holds is Holds.DENIES_IN_PART else tip.holds
        by.setdefault(kind, []).append(tip)

    def of(*kinds: Holds) -> tuple[Tip, ...]:
        return tuple(tip for kind in kinds for tip in by.get(kind, ()))

    firm = [tip for tip in of(Holds.ASSERTS) if tip.firm]
    origins = {origin for tip in firm for origin in tip.firm}

    def derived(rule: str, *kinds: Holds) -> Derived:
        return Derived(rule, of(*kinds), tuple(ordered), len(origins), len(firm))

    if Holds.ASSERTS in by:
        if Holds.DENIES in by:
            return derived("disputed", Holds.ASSERTS, Holds.DENIES)
        if Holds.DOUBTS in by:
            return derived("doubted", Holds.ASSERTS, Holds.DOUBTS)
        return derived(_undisputed(len(of(Holds.ASSERTS)), len(firm), len(origins)), Holds.ASSERTS)
    if Holds.NO_LONGER_ASSERTS in by:
        gone = of(Holds.NO_LONGER_ASSERTS)
        edited = instead is not None and all(_edited(tip) for tip in gone)
        return derived("superseded" if edited else "withdrawn", Holds.NO_LONGER_ASSERTS)
    if Holds.REPORTS in by:
        if Holds.DENIES in by:
            return derived("report disputed", Holds.REPORTS, Holds.DENIES)
        if Holds.DOUBTS in by:
            return derived("report doubted", Holds.REPORTS, Holds.DOUBTS)
        return derived("reported", Holds.REPORTS)
    if Holds.NO_LONGER_REPORTS in by:
        edited = instead is not None and all(_edited(tip) for tip in of(Holds.NO_LONGER_REPORTS))
        rule = "superseded" if edited else "report withdrawn"
        return derived(rule, Holds.NO_LONGER_REPORTS)
    if Holds.DENIES in by:
        return derived("denied", Holds.DENIES)
    if Holds.DOUBTS in by:
        return derived("only doubted", Holds.DOUBTS)
    return derived("unaddressed")


def _undisputed(tellers: int, firm: int, origins: int) -> str:
    """Name the rule for what nobody disputes. What is hedged is not counted, however often."""
    if not firm:
        return "hedged"
    if firm > 1 and origins > 1:
        return "corroborated"
    if firm > 1:
        return "one origin"
    return "one teller" if tellers == 1 else "partly hedged"


def _edited(tip: Tip) -> bool:
    return bool(tip.row.edit or (tip.gone_with is not None and tip.gone_with.edit))


def weight(derived: Derived) -> tuple[int, ...]:
    """Give what listings are ordered by, the best supported first: a key to sort by, rising.

    Independent origins on which it is asserted firmly, then how many so assert it, then the rule,
    the clean before the disputed. A denial or a doubt is no support: one more of them never moves
    a claim up.
    """
    return (-derived.independent, -derived.tellers, _CLEAN.index(derived.rule))


_CLEAN = (
    "corroborated",
    "one origin",
    "one teller",
    "partly hedged",
    "hedged",
    "reported",
    "doubted",
    "disputed",
    "superseded",
    "withdrawn",
    "report doubted",
    "report disputed",
    "report withdrawn",
    "unaddressed",
    "only doubted",
    "denied",
)
