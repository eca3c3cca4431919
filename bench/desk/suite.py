"""Mutants: true sentences of the cases with a fault put in, each held against its case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from bench.desk.material import Material
from bench.desk.mutations import KINDS, Kind, Pair, quotations
from onrecord.core.drafts import Checked, Severity

WANTED = 600
_SEED, _ROUNDS = 7, 4
"""A sentence can be changed in so many ways by chance, where a kind draws anything."""
_ALONE = ("OR5",)
"""What a draft leaves out is not asked of a sentence by itself, which leaves out nearly all."""


@dataclass
class Tally:
    """What became of the pairs of one kind."""

    kind: Kind
    pairs: int = 0
    caught: int = 0
    flagged: int = 0
    codes: Counter[str] = field(default_factory=Counter)
    """Of each code, the mutants in which it was found rightly."""
    false_codes: Counter[str] = field(default_factory=Counter)
    """Of each code, the untouched in which it was found."""
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)


def tally(cases: Sequence[Material], wanted: int = WANTED) -> list[Tally]:
    """Hold pairs of every kind against their cases: so many in all, as evenly as there are any."""
    chance = Random(_SEED)
    made: dict[str, list[tuple[Material, Pair]]] = {}
    for kind in KINDS:
        found: dict[tuple[str, str], tuple[Material, Pair]] = {}
        for case in cases:
            others = [words for other in cases if other is not case for words in quotations(other)]
            for _ in range(_ROUNDS):
                for pair in kind.make(case, others, chance):
                    if pair.true != pair.false:
                        found.setdefault((case.name, pair.false), (case, pair))
        made[kind.name] = chance.sample(list(found.values()), len(found))
    sizes = _evenly({name: len(some) for name, some in made.items()}, wanted)
    return [_tallied(kind, made[kind.name][: sizes[kind.name]]) for kind in KINDS]


def _evenly(there: dict[str, int], wanted: int) -> dict[str, int]:
    """Share out a number: each as many as there are, none more than another that has enough."""
    given = dict.fromkeys(there, 0)
    while sum(given.values()) < min(wanted, sum(there.values())):
        short = [name for name in there if given[name] < there[name]]
        for name in sorted(short, key=lambda name: (given[name], name)):
            if sum(given.values()) < wanted:
                given[name] += 1
    return given


def _tallied(kind: Kind, pairs: Sequence[tuple[Material, Pair]]) -> Tally:
    made = Tally(kind, len(pairs))
    for case, pair in pairs:
        wrong = _open(case.held(pair.true, pair.day, ignore=_ALONE))
        if wrong:
            made.flagged += 1
            made.false_codes.update(wrong)
            made.false.append(f"{case.name}: {' '.join(sorted(wrong))}: {pair.true}")
        right = _open(case.held(pair.false, pair.day, ignore=_ALONE)) & set(kind.codes)
        if right:
            made.caught += 1
            made.codes.update(right)
        else:
            made.missed.append(f"{case.name}: {pair.false}")
    return made


def _open(checked: Checked) -> set[str]:
    return {one.code for one in checked.findings if one.severity is not Severity.INFORMATION}
