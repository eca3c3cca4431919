"""What standing an arrow has: derived from those who tell of it, by rules that are written down.

withdrawn: whoever said it has withdrawn the claim that it is in. disputed: somebody says it, and
somebody denies it or the claim that it is in. doubted: somebody says it, and that claim is doubted.
denied: only denials. unaddressed: nobody says that it was done, only that it was tried or
considered. corroborated: told as done by two named tellers in two sources of independent origin.
asserted: all else. Nothing here is a fact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from onrecord.assess.flows.told import Claims, Told, none, told_of
from onrecord.core.claims import Holds
from onrecord.core.flows import ArrowRow, HopRow, IdentityRow, key_of
from onrecord.core.identity import SourceId
from onrecord.core.said import StatementRow
from onrecord.core.vocabulary import Commitment, Realised, SpeechAct, Standing
from onrecord.core.wording import counted

_RANK = {
    Standing.UNADDRESSED: 0,
    Standing.DENIED: 0,
    Standing.WITHDRAWN: 2,
    Standing.DOUBTED: 4,
    Standing.DISPUTED: 4,
    Standing.ASSERTED: 5,
    Standing.CORROBORATED: 6,
}
_NEVER_SOURCED, _HEDGED_GAP = 1, 3
"""How strong a hop is by its standing; in between stand what nobody is given for, and what is told
with a hedge and without whoever passed it."""
_FIRM = (
    Commitment.RULED_OUT,
    Commitment.IMPROBABLE,
    Commitment.DOUBTFUL,
    Commitment.POSSIBLE,
    Commitment.PROBABLE,
    Commitment.NOT_STATED,
    Commitment.CERTAIN,
)
"""How firmly, the least first. What is said flatly binds more than what is held for probable."""

Origins = Callable[[Iterable[SourceId]], int]
"""Counts the independent origins of some sources."""


def arrows(hops: Iterable[HopRow], origins: Origins, claims: Claims = none) -> list[ArrowRow]:
    """Put together the hops between the same two actors, in the order in which they came.

    An end that is held to be no actor is nobody known: its hop stands alone.
    """
    groups: dict[object, list[HopRow]] = {}
    for hop in hops:
        ends = key_of(hop.giver), key_of(hop.taker)
        alone = None in ends
        groups.setdefault((hop.source, hop.id, hop.number) if alone else ends, []).append(hop)
    return [_arrow(rows, origins, claims) for rows in groups.values()]


def _arrow(rows: Sequence[HopRow], origins: Origins, claims: Claims) -> ArrowRow:
    told = told_of(rows, claims)
    standing = _standing(told, origins)
    says = told.stands or told.says
    best = max(map(firmness, says), key=_FIRM.index, default=None)
    sayers, deniers = _tellers(says), _tellers(told.denies)
    deniers += tuple(
        row.called
        for kind in (Holds.DENIES, Holds.DENIES_IN_PART)
        for row in told.placed.get(kind, ())
    )
    gap = all(row.gap for row in says)
    return ArrowRow(
        giver=rows[0].giver,
        taker=rows[0].taker,
        standing=standing,
        because=tuple(_because(rows, told, standing)),
        says=sayers,
        denies=tuple(dict.fromkeys(deniers)),
        firmness=best.word if best is not None else "",
        hops=tuple(rows),
        placed=tuple(row for some in told.placed.values() for row in some),
        strength=(
            _rank(told, standing, best, gap or rows[0].giver is None),
            int(not gap),
            -1 if best is None else _FIRM.index(best),
            int(any(row.is_named for row in says)),
            -min((depth(row.statement) for row in says), default=99),
            len(sayers),
        ),
    )


def _rank(told: Told, standing: Standing, best: Commitment | None, gap: bool) -> int:
    """Give how strong it is before all else."""
    if standing not in (Standing.CORROBORATED, Standing.DENIED, Standing.UNADDRESSED):
        if not told.is_sourced:
            return _NEVER_SOURCED
        hedged = best is not None and _FIRM.index(best) < _FIRM.index(Commitment.NOT_STATED)
        if hedged and gap and standing is not Standing.WITHDRAWN:
            return _HEDGED_GAP
    return _RANK[standing]


def _standing(told: Told, origins: Origins) -> Standing:
    says, placed = told.stands, told.placed
    if told.says and not says:
        return Standing.WITHDRAWN
    denied = told.denies or told.denials
    if says and denied:
        return Standing.DISPUTED
    if denied:
        return Standing.DENIED
    if not says:
        return Standing.UNADDRESSED
    if placed.get(Holds.DOUBTS):
        return Standing.DOUBTED
    done = [row for row in says if row.realised is Realised.DONE and row.is_named and not row.gap]
    sources = {row.source for row in done}
    several = len(_tellers(done)) > 1 and len(sources) > 1
    return Standing.CORROBORATED if several and origins(sources) > 1 else Standing.ASSERTED


def firmness(row: HopRow) -> Commitment:
    """Say how firmly a hop is told: what is only alleged is held for no more than possible."""
    said = row.statement.commitment if row.statement is not None else Commitment.NOT_STATED
    if row.statement is not None and row.statement.proposed:
        said = min(said, Commitment.POSSIBLE, key=_FIRM.index)
    if row.realised is Realised.ALLEGED:
        said = min(said, Commitment.POSSIBLE, key=_FIRM.index)
    return said


def depth(said: StatementRow | None) -> int:
    """Say through how many it came to the source, the one who says it counted in."""
    return 0 if said is None else said.depth + 1


def _tellers(rows: Iterable[HopRow]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row.teller for row in rows))


def _because(rows: Sequence[HopRow], told: Told, standing: Standing) -> Iterable[str]:
    """Say what the standing rests on, teller by teller, then what weakens it."""
    says = told.says
    for kind, verb in _VERBS.items():
        tellers = _tellers(row for row in rows if row.realised is kind)
        if tellers:
            yield f"{verb} {'; '.join(tellers)}"
    for holds, verb in _PLACED.items():
        names = dict.fromkeys(row.called for row in told.placed.get(holds, ()))
        if names:
            yield f"the claim it is in {verb} {'; '.join(names)}"
    if standing is Standing.UNADDRESSED:
        yield "nobody says that it was done"
    if says and all(row.gap for row in says):
        yield "others whom no words name stand between the two"
    if standing is Standing.CORROBORATED:
        yield "in sources of independent origin"
    unsure = sum(row.statement is not None and row.statement.proposed for row in rows)
    if unsure:
        yield f"{counted(unsure, 'statement')} of these only proposed by the reader"
    ends = {key_of(rows[0].giver), key_of(rows[0].taker)} - {None}
    for said in told.against:
        if said.actor in ends:
            yield f"{said.actor_name or said.speaker} is one of the two"
            break


_PLACED = {
    Holds.DENIES: "is denied by",
    Holds.DENIES_IN_PART: "is denied in part by",
    Holds.DOUBTS: "is doubted by",
    Holds.NO_LONGER_ASSERTS: "was withdrawn by",
}
_VERBS = {
    Realised.DONE: "told as done by",
    Realised.ALLEGED: "alleged by",
    Realised.DENIED: "denied by",
    Realised.ATTEMPTED: "told as only attempted by",
    Realised.CONSIDERED: "told as only considered by",
    Realised.EXPECTED: "told as only expected by",
}


def held(identity: IdentityRow) -> tuple[int, ...]:
    """Give the strength of an identity claim as a step: never more than that of a dispute."""
    said = identity.statement
    firm = said.commitment if said is not None else Commitment.NOT_STATED
    if said is not None and said.act in (SpeechAct.DENIES, SpeechAct.DOUBTS):
        firm = Commitment.RULED_OUT
    return (_RANK[Standing.DISPUTED], 0, _FIRM.index(firm), 0, -depth(said), 1)


def weakest(
    strengths: Sequence[tuple[int, ...]], reasons: Sequence[ArrowRow | IdentityRow]
) -> tuple[int, str]:
    """Name the weakest step of a path and say why: by the first thing in which it is weaker."""
    low = min(strengths)
    at = strengths.index(low)
    why = _why(reasons[at], low, [one for one in strengths if one != low])
    if len(strengths) == 1:
        return at, f"it is the only step: {why}"
    same = [str(number + 1) for number, one in enumerate(strengths) if one == low]
    if len(same) > 1:
        why += f"; steps {' and '.join(same)} are as weak"
    return at, why


def _why(
    row: ArrowRow | IdentityRow, low: tuple[int, ...], others: Sequence[tuple[int, ...]]
) -> str:
    if isinstance(row, IdentityRow):
        return f"it holds {row.condition}"
    reasons = "; ".join(row.because)
    lowest = min(others, default=None)
    differs = 0 if lowest is None else next(n for n in range(len(low)) if low[n] != lowest[n])
    if low[0] == _NEVER_SOURCED and differs == 0:
        return f"no source is given for it ({row.standing.value}: {reasons})"
    if differs == 0:
        return f"it is {row.standing.value}: {reasons}"
    told = (
        "",
        "others whom no words name stand between the two",
        f"it is told no more firmly than “{row.firmness}”",
        "nobody who tells it is named",
        "it comes through more mouths than the others",
        f"fewer tell it: {'; '.join(row.says)}",
    )[differs]
    return f"{told} ({row.standing.value}: {reasons})"
