"""Where two documents tell one thing with two values that cannot both be so.

Two tellings are held to be of one thing where their sentences share most of what they say besides
the value, and the words next to the value too; what is only alike in its numbers is left alone. A
sentence is compared with those alone that share a rare word, so the cost grows with the sentences.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from onrecord.core.dates import When
from onrecord.core.differences import DifferenceRow, Matter, SettledRow, ToldRow
from onrecord.core.quantities import Agreement, Counted, compare, same_thing
from onrecord.core.vocabulary import Bound

ALIKE = 0.55
"""The share of the shorter sentence's weight that two must have in common."""

FEWEST, FEWEST_WHOLE = 3, 2
"""Words two sentences must share; fewer do where nearly all of the shorter is shared."""

_WHOLE = 0.9
_COMMON = 40
"""A word that stands in more sentences than this finds no candidates: it is too common to tell."""

_WIDEST = 62
"""Days that a date may span: two dates are held apart only where both are near a month at most."""

Value = When | Counted | int


@dataclass(frozen=True, slots=True)
class Telling:
    """One value in one sentence. `words` are its stems without the value's own, `near` those next
    to it, `deeds` those of them that look like what is done ("arrested"); `page` tells versions of
    one page; `about` what alone can be compared with it. `sure`: all that it is about is one thing,
    whatever the sentences share (the age of one actor)."""

    matter: Matter
    about: str
    value: Value
    words: frozenset[str]
    near: frozenset[str]
    row: ToldRow
    page: str = ""
    deeds: frozenset[str] = frozenset()
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Retraction:
    """A publisher takes back a telling: of which pages, what was wrong, what stands instead."""

    outlet: str
    wrong: tuple[frozenset[str], ...]
    right: frozenset[str]
    wrong_values: tuple[Telling, ...]
    right_values: tuple[Telling, ...]
    row: ToldRow


@dataclass(slots=True)
class _Block:
    tellings: list[Telling] = field(default_factory=list)
    pairs: dict[tuple[int, int], float] = field(default_factory=dict)


def differences(
    tellings: Iterable[Telling], retractions: Sequence[Retraction] = ()
) -> list[DifferenceRow]:
    """Find the differences, those of one matter together, each pair of values once.

    Args:
        tellings: in the order in which they came to be known.
    """
    blocks: dict[tuple[Matter, str], _Block] = defaultdict(_Block)
    for telling in tellings:
        blocks[telling.matter, telling.about].tellings.append(telling)
    found: list[DifferenceRow] = []
    pools: dict[Matter, list[Telling]] = defaultdict(list)
    for (matter, _), block in blocks.items():
        pools[matter] += block.tellings
    for (matter, _), block in blocks.items():
        found += _of_block(block, pools[matter], retractions)
    told = {frozenset((row.one.value, row.other.value)) for row in found}
    for retraction in retractions:
        found += (row for row in _taken_back(retraction, blocks) if row and _new(row, told))
    return found


def _new(row: DifferenceRow, told: set[frozenset[str]]) -> bool:
    """Say whether two values are not told yet, and note that they are now."""
    before = len(told)
    told.add(frozenset((row.one.value, row.other.value)))
    return len(told) > before


def _taken_back(
    retraction: Retraction, blocks: dict[tuple[Matter, str], _Block]
) -> Iterator[DifferenceRow | None]:
    """Hold what a correction takes back against who tells what it puts in its place."""
    for wrong in retraction.wrong_values:
        rows = blocks[wrong.matter, wrong.about].tellings
        mine = [
            row
            for row in rows
            if _outlet(row.row) == retraction.outlet
            and row.row.at != wrong.row.at
            and _same_value(row, wrong)
        ]
        if not wrong.row.at.overlaps(retraction.row.at):
            mine = [wrong]  # the correction only says what is so: this is what it sets right
        for right in retraction.right_values:
            if (right.matter, right.about) != (wrong.matter, wrong.about):
                continue
            if differ(wrong, right) is None:
                continue
            others = [
                row
                for row in rows
                if _outlet(row.row) != retraction.outlet
                and _same_value(row, right)
                and _shares(row, (wrong, right, *mine))
            ]
            yield _against(retraction, mine, others, wrong.matter)


def _shares(one: Telling, others: Iterable[Telling]) -> bool:
    """Say whether a telling may be of one thing with others: a day alone tells nothing, and the
    sentence must have a word of theirs; a number with its unit tells enough.
    """
    return one.matter is not Matter.DATE or any(one.words & other.words for other in others)


def _against(
    retraction: Retraction, mine: Sequence[Telling], others: Sequence[Telling], matter: Matter
) -> DifferenceRow | None:
    if not mine or not others:
        return None
    first = mine[0]
    other = min(others, key=lambda t: (not t.row.official, abs(t.row.day - first.row.day)))
    settled = SettledRow(
        side=2, because=f"{retraction.row.source_label} corrected it", by=retraction.row
    )
    because = (f"{retraction.row.source_label} takes back the one and gives the other",)
    return DifferenceRow(
        matter=matter, one=first.row, other=other.row, because=because, settled=settled
    )


def _of_block(
    block: _Block, pool: Sequence[Telling], retractions: Sequence[Retraction]
) -> Iterator[DifferenceRow]:
    rows = block.tellings
    weight = weights(row.words for row in rows)
    together = _Groups(len(rows))
    apart: dict[tuple[int, int], tuple[float, str, Matter]] = {}
    for one, other in _candidates(rows, weight):
        sure = rows[one].sure and rows[other].sure
        score = 1.0 if sure else alike(rows[one].words, rows[other].words, weight)
        if score < ALIKE or not (sure or _same_place(rows[one], rows[other])):
            continue
        differs = differ(rows[one], rows[other])
        together.join(one, other)
        if differs is not None and not _agree_elsewhere(rows, one, other):
            apart[one, other] = (score, *differs)
    best: dict[tuple[int, frozenset[str]], tuple[float, int, int]] = {}
    for (one, other), (score, _, matter) in apart.items():
        values = frozenset((str(matter), rows[one].row.value, rows[other].row.value))
        key = together.of(one), values
        best[key] = max(best.get(key, (0.0, 0, 0)), (score, -one, -other))
    for score, one, other in sorted(best.values(), key=lambda b: (-b[1], -b[2])):
        first, second = rows[-one], rows[-other]
        _, why, matter = apart[-one, -other]
        group = [row for n, row in enumerate(rows) if together.of(n) == together.of(-one)]
        row = DifferenceRow(
            matter=matter,
            one=first.row,
            other=second.row,
            because=(why, _one_thing(first, second, score)),
        )
        yield replace(row, settled=settles(first, second, group, pool, retractions))


def _one_thing(one: Telling, other: Telling, score: float) -> str:
    """Say why two tellings are held to be of one thing."""
    if one.sure and other.sure:
        return "both are told of one actor"
    return (
        f"the two sentences share {score:.0%} of what the shorter says besides, weighed by how"
        " rare each word is"
    )


def differ(one: Telling, other: Telling) -> tuple[str, Matter] | None:
    """Say in what two tellings of one thing differ, in either order; None: both can be so."""
    a, b = one.value, other.value
    if isinstance(a, When) and isinstance(b, When):
        if not (_is_near(a) and _is_near(b)) or a.may_be(b) or a.approximate or b.approximate:
            return None
        if _only_the_year(a, b):
            return None
        return f"no day is both {one.row.value} and {other.row.value}", Matter.DATE
    if isinstance(a, int) and isinstance(b, int):
        young, old = sorted((one, other), key=lambda t: (t.row.day, t.row.value))
        years = (old.row.day - young.row.day) / 365.25 if young.row.day else 0.0
        before, after = young.value, old.value
        assert isinstance(before, int)
        assert isinstance(after, int)
        if before + math.floor(years) <= after <= before + math.ceil(years):
            return None
        return f"nobody is {before} and {after} within {years:.1f} years", Matter.AGE
    if isinstance(a, (When, int)) or isinstance(b, (When, int)):
        return None
    compared = compare(a, b)
    if compared.agreement is Agreement.DO_NOT_AGREE:
        return compared.because, Matter.NUMBER
    bounds = {a.bound, b.bound}
    if a.number == b.number and bounds == {Bound.AT_LEAST, Bound.EXACTLY}:
        return f"“at least” is left out: {one.row.value} and {other.row.value}", Matter.BOUND
    return None


def _only_the_year(one: When, other: When) -> bool:
    """Say whether two dates differ in a year alone that the words of one of them do not give."""
    told = all(re.search(r"\d{4}", when.words) for when in (one, other) if when.words)
    return not told and one.edtf[4:] == other.edtf[4:] != ""


def alike(
    one: frozenset[str],
    other: frozenset[str],
    weight: dict[str, float],
    *,
    fewest: int = FEWEST,
) -> float:
    """Give the weight two sentences share, as a part of that of the lighter; 0: too little."""
    shared = one & other
    least = min(sum(weight[w] for w in one), sum(weight[w] for w in other))
    score = sum(weight[w] for w in shared) / least if least else 0.0
    enough = len(shared) >= (FEWEST_WHOLE if score >= _WHOLE else fewest)
    return score if enough else 0.0


def settles(
    one: Telling,
    other: Telling,
    group: Iterable[Telling],
    block: Iterable[Telling],
    retractions: Iterable[Retraction],
) -> SettledRow | None:
    """Say what settles a difference: a correction, an official document, or else the balance."""
    for retraction in retractions:
        for side, telling, right in ((2, one, other), (1, other, one)):
            if _takes_back(retraction, telling, right):
                because = f"{retraction.row.source_label} corrected it"
                return SettledRow(side=side, because=because, by=retraction.row)
    official: dict[int, Telling] = {}
    for side, telling in ((1, one), (2, other)):
        if telling.row.official:
            official[side] = telling
    for third in (*group, *block):
        if not third.row.official or third in (one, other):
            continue
        for side, telling in ((1, one), (2, other)):
            if _same_value(third, telling) and len(third.words & telling.words) >= 1:
                official.setdefault(side, third)
    if len(official) == 1:
        ((side, by),) = official.items()
        because = f"so says {by.row.source_label}, an official document"
        return SettledRow(side=side, because=because, by=by.row)
    return None if official else _on_balance(one, other, group)


def _on_balance(one: Telling, other: Telling, group: Iterable[Telling]) -> SettledRow | None:
    """Say which side other outlets tell too, where none of them tells the other side."""
    backed: dict[int, list[Telling]] = {1: [], 2: []}
    for third in group:
        for side, telling in ((1, one), (2, other)):
            if _outlet(third.row) != _outlet(telling.row) and _same_value(third, telling):
                backed[side].append(third)
    sides = [side for side, tellings in backed.items() if tellings]
    if len(sides) != 1:
        return None
    by = backed[sides[0]][0]
    because = f"on balance: {by.row.source_label} tells it so too, and nobody else the other"
    return SettledRow(side=sides[0], because=because, by=by.row)


def _takes_back(retraction: Retraction, telling: Telling, right: Telling) -> bool:
    """Say whether a correction takes back this value, of this outlet, and does not repeat it."""
    if retraction.outlet and retraction.outlet != _outlet(telling.row):
        return False
    wrong = any(_same_value(one, telling) for one in retraction.wrong_values)
    stands = any(_same_value(one, right) for one in retraction.right_values)
    return wrong and stands


def _outlet(row: ToldRow) -> str:
    return row.source_label.partition(",")[0]


def _same_value(one: Telling, other: Telling) -> bool:
    a, b = one.value, other.value
    if isinstance(a, When) and isinstance(b, When):
        return (a.first, a.after) == (b.first, b.after)
    if isinstance(a, int) or isinstance(b, int):
        return a == b
    if isinstance(a, When) or isinstance(b, When):
        return False
    return (a.number, a.unit) == (b.number, b.unit) and a.number is not None


def _is_near(when: When) -> bool:
    """Say whether a date is bounded, and by no more than about a month."""
    first, after = when.first, when.after
    return first is not None and after is not None and after - first <= _WIDEST


def _same_place(one: Telling, other: Telling) -> bool:
    """Say whether the words next to the values speak of one thing."""
    if one.deeds and other.deeds and not one.deeds & other.deeds:
        return False
    return len(one.near & other.near) >= min(2, len(one.near), len(other.near)) > 0


def _agree_elsewhere(rows: Sequence[Telling], one: int, other: int) -> bool:
    """Say whether one of the sentences gives the other's value too, of something else."""
    first, second = rows[one], rows[other]
    for at in (*_beside(rows, one), *_beside(rows, other)):
        third = rows[at]
        if third.row.source == first.row.source and differ(third, second) is None:
            return True
        if third.row.source == second.row.source and differ(third, first) is None:
            return True
    return False


def _beside(rows: Sequence[Telling], at: int) -> Iterator[int]:
    """Give the other tellings of the same sentence, which stand beside it."""
    for step in (-1, 1):
        n = at + step
        while 0 <= n < len(rows) and rows[n].row.source == rows[at].row.source:
            if rows[n].row.at == rows[at].row.at:
                yield n
            elif abs(n - at) > 8:
                break
            n += step


def _candidates(rows: Sequence[Telling], weight: dict[str, float]) -> Iterator[tuple[int, int]]:
    """Give the pairs that share a rare word, of two pages each."""
    holders: dict[str, list[int]] = defaultdict(list)
    told: set[str] = set()
    for number, row in enumerate(rows):
        if row.sure and row.row.value not in told:
            # Of what is surely one thing each value is held against the others once.
            told.add(row.row.value)
            holders[""].append(number)
        for word in row.words:
            holders[word].append(number)
    seen: set[tuple[int, int]] = set()
    for places in holders.values():
        if not 2 <= len(places) <= _COMMON:
            continue
        for n, one in enumerate(places):
            for other in places[n + 1 :]:
                if (one, other) not in seen and _two_pages(rows[one], rows[other]):
                    seen.add((one, other))
    yield from sorted(seen)


def _two_pages(one: Telling, other: Telling) -> bool:
    if one.row.source == other.row.source:
        return False
    return not one.page or one.page != other.page


def weights(sentences: Iterable[frozenset[str]]) -> dict[str, float]:
    """Give how much each word weighs: the more, the fewer of the sentences hold it."""
    held = Counter[str]()
    total = 0
    for words in sentences:
        held.update(words)
        total += 1
    return {word: math.log(1 + total / count) for word, count in held.items()}


class _Groups:
    """Tellings that are held to be of one thing, directly or through others."""

    def __init__(self, size: int) -> None:
        self._leader = list(range(size))

    def of(self, at: int) -> int:
        while self._leader[at] != at:
            self._leader[at] = self._leader[self._leader[at]]
            at = self._leader[at]
        return at

    def join(self, one: int, other: int) -> None:
        first, second = sorted((self.of(one), self.of(other)))
        self._leader[second] = first


def about(counted: Counted) -> str:
    """Give what alone a number can be compared with: its unit, or the last word of its item."""
    item = same_thing(counted.item).split()
    return counted.unit or (item[-1] if item else "")
