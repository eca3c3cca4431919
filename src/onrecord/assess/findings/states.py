"""How the elements of a test stand on a day: worked out from what was found, by stated rules.

1. Of one element the findings of the latest day count. Found met: met. Found not met: no longer
   met where it had been met before, else not met. Not assessed: not known from that day.
2. Where that day's findings of one element contradict each other, it is not known; both are shown.
3. A test found met as a whole is met in every element of which all are needed.
4. A test found not met as a whole, without an element being named for that day, leaves each of
   those elements not known from then until somebody names it; one that was not met before stays so.
5. A doubt, and a question left open, change no state; they are shown on their day.
6. Of reports of one finding those of official documents count, if there are any.
7. The test as a whole stands as found. Where nobody found of it as a whole, it is met if all needed
   elements are, not met if one of them is not, and else not known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from onrecord.assess.findings.told import prevailing
from onrecord.core.dates import When
from onrecord.core.findings import (
    WHOLE,
    AppliedRow,
    CellRow,
    ChangeRow,
    FoundRow,
    StateRow,
    TestRow,
)
from onrecord.core.vocabulary import Met, Test

_NOT = (Met.NOT_MET, Met.NO_LONGER_MET)
_DECIDES = {
    Met.MET: Met.MET,
    Met.NOT_MET: Met.NOT_MET,
    Met.NO_LONGER_MET: Met.NOT_MET,
    Met.NOT_ASSESSED: Met.NOT_KNOWN,
    Met.NOT_KNOWN: Met.NOT_KNOWN,
}
"""What a finding decides; one that is not here changes no state."""

Days = dict[str, dict[int, list[FoundRow]]]
"""Findings by element and day (the first that it can mean)."""


def states(test: Test, found: Iterable[FoundRow], day: When | None = None) -> tuple[StateRow, ...]:
    """Say how the test as a whole, and each element, stands.

    Args:
        found: placed findings, in any order; those without a day do not count.
        day: as of its last day; None: as of the last finding.
    """
    by_element = _by_element(prevailing(list(found))[0], day)
    needed = {e.key for stage in test.stages if stage.every for e in test.of_stage(stage.key)}
    ours = [
        _state(e.key, by_element, e.key in needed or not test.stages, test) for e in test.elements
    ]
    return (_whole(by_element, [s for s in ours if s.element in needed], test), *ours)


def between(test: Test, found: Iterable[FoundRow], one: When, other: When) -> tuple[ChangeRow, ...]:
    """Say which elements do not stand on the second day as on the first, the whole first."""
    rows = list(found)
    words = {WHOLE: "the test as a whole", **{e.key: e.wording for e in test.elements}}
    return tuple(
        ChangeRow(element=a.element, wording=words[a.element], before=a, after=b)
        for a, b in zip(states(test, rows, one), states(test, rows, other), strict=True)
        if a.state is not b.state
    )


def table(applied: AppliedRow, found: Iterable[FoundRow], day: When | None = None) -> TestRow:
    """Put a test's findings in the order of time, and its elements against their days."""
    test = applied.test
    rows, aside = prevailing(sorted(found, key=_in_time))
    placed = [row for row in rows if row.elements]
    dated = [row for row in placed if _first(row) is not None and _by(row, day)]
    days: dict[int, When] = {}
    for row in dated:
        first = _first(row)
        if first is not None and row.when is not None:
            days.setdefault(first, row.when)
    on = {first: {s.element: s for s in states(test, dated, when)} for first, when in days.items()}
    keys = (WHOLE, *(element.key for element in test.elements))
    cells = tuple(
        CellRow(
            element=key,
            day=when,
            standing=on[first][key],
            found=tuple(row for row in dated if key in row.elements and _first(row) == first),
        )
        for key in keys
        for first, when in days.items()
    )
    return TestRow(
        applied=applied,
        days=tuple(days.values()),
        cells=cells,
        states=states(test, dated, day),
        found=tuple(dated),
        undated=tuple(row for row in placed if _first(row) is None),
        unplaced=tuple(row for row in rows if not row.elements),
        aside=tuple(aside),
    )


def _state(key: str, by_element: Days, needed: bool, test: Test) -> StateRow:
    own, whole = by_element[key], by_element[WHOLE] if needed else {}
    state, since, because = Met.NOT_KNOWN, None, "nothing is said to have been found of it"
    rests_on: tuple[FoundRow, ...] = ()
    was_met = False
    for first in sorted({*own, *whole}):
        step = _decided(own.get(first, ()))
        if step is None:
            named = any(
                first in by_element[e.key] and _decided(by_element[e.key][first])
                for e in test.elements
            )
            step = _by_the_whole(whole.get(first, ()), named)
            if step is not None and step[0] is Met.NOT_KNOWN and state in _NOT:
                continue  # it fails already, which is why the whole does
        if step is None:
            continue
        decided, because, rests_on = step
        state = Met.NO_LONGER_MET if decided is Met.NOT_MET and was_met else decided
        was_met = was_met or decided is Met.MET or _says_no_longer(rests_on)
        if decided is Met.NOT_MET and _says_no_longer(rests_on):
            state = Met.NO_LONGER_MET
        since = rests_on[0].when
    return StateRow(element=key, state=state, since=since, because=because, rests_on=rests_on)


def _says_no_longer(rows: Sequence[FoundRow]) -> bool:
    return any(row.found is Met.NO_LONGER_MET for row in rows)


Step = tuple[Met, str, tuple[FoundRow, ...]]


def _decided(rows: Sequence[FoundRow]) -> Step | None:
    """Say what one day's findings of one element decide; None: nothing."""
    deciding = [row for row in rows if row.found in _DECIDES]
    if not deciding:
        return None
    firm = [row for row in deciding if _DECIDES[row.found] is not Met.NOT_KNOWN] or deciding
    said = {_DECIDES[row.found] for row in firm}
    if len(said) > 1:
        return Met.NOT_KNOWN, f"findings of one day contradict each other: {_who(firm)}", (*firm,)
    return said.pop(), f"found {_who(firm)}", (*firm,)


def _by_the_whole(rows: Sequence[FoundRow], named: bool) -> Step | None:
    """Say what one day's findings of the whole mean for an element that nobody names that day."""
    step = _decided(rows)
    if step is None:
        return None
    decided, because, rests_on = step
    if decided is Met.MET:
        return Met.MET, f"the test as a whole is {because}, and each element is needed", rests_on
    if named:
        return None
    if decided is Met.NOT_MET:
        because = f"the test as a whole is {because}, and no element is named"
    return Met.NOT_KNOWN, because, rests_on


def _whole(by_element: Days, needed: Sequence[StateRow], test: Test) -> StateRow:
    if any(_decided(rows) for rows in by_element[WHOLE].values()):
        return _state(WHOLE, by_element, False, test)
    failing = [s for s in needed if s.state in _NOT]
    rests_on: Iterable[StateRow] = ()
    if failing:
        state, because = failing[-1].state, f"{failing[0].element} is {failing[0].state.value}"
        rests_on = failing
    elif needed and all(s.state is Met.MET for s in needed):
        state, because, rests_on = Met.MET, "every element that is needed is met", needed
    else:
        state, because = Met.NOT_KNOWN, "not every element that is needed is known"
    rows = tuple(dict.fromkeys(row for each in rests_on for row in each.rests_on))
    since = max((r.when for r in rows if r.when), key=lambda w: w.first or 0, default=None)
    return StateRow(element=WHOLE, state=state, since=since, because=because, rests_on=rows)


def _by_element(found: Iterable[FoundRow], day: When | None) -> Days:
    days: Days = defaultdict(lambda: defaultdict(list))
    for row in sorted(found, key=_in_time):
        first = _first(row)
        if first is not None and _by(row, day):
            for element in row.elements:
                days[element][first].append(row)
    return days


def _first(row: FoundRow) -> int | None:
    return None if row.when is None else row.when.first


def _by(row: FoundRow, day: When | None) -> bool:
    """Say whether a finding can have been made by the last day that `day` means."""
    first = _first(row)
    return day is None or day.after is None or (first is not None and first < day.after)


def _in_time(row: FoundRow) -> tuple[bool, int, str]:
    first = _first(row)
    return first is None, first or 0, row.id


def _who(rows: Iterable[FoundRow]) -> str:
    return "; ".join(dict.fromkeys(_found_by(rows)))


def _found_by(rows: Iterable[FoundRow]) -> Iterator[str]:
    for row in rows:
        yield f"{row.found.value}{f' by {row.finder}' if row.finder else ''}"
