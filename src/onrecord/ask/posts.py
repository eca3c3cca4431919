"""Who held a post on a day, and whether one actor did: yes, no, or not known, with the reasons.

Somebody's absence from a record is no answer. It becomes a no only where a table that knows the
actor names somebody else in the post on that day; a table means to name every holder. What somebody
is reported to have said of a post is theirs: by itself it makes neither a yes nor a no.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from onrecord.core.dates import When
from onrecord.core.folding import fold
from onrecord.core.holding import ANSWER, Holds, Why, ends
from onrecord.core.posts import Answer, HolderRow, TenureRow

_NOBODY = frozenset({"vacant", "vacancy", "post vacant", "position vacant"})
"""What tables write for a holder where there was none, folded."""

Judged = list[tuple[TenureRow, Why]]


def who(rows: Sequence[TenureRow], day: date, because: Sequence[str] = ()) -> Answer:
    """Say who held the posts of these tenures on a day.

    Args:
        because: how the question was read, to be told with the answer.
    """
    empty = [row for row in rows if _is_of_nobody(row)]
    rows = [row for row in rows if not _is_of_nobody(row)]
    held = [_holder(group, day) for group in _by_holder(rows, day)]
    found = sorted(
        (row for row in held if row.answer is not Holds.NO and _may(row, day)),
        key=lambda row: (row.answer is not Holds.YES, fold(row.name), row.post, row.body),
    )
    vacant = [row for row in empty if row.why(day) is Why.WITHIN]
    if vacant and not found:
        told = [f"it was vacant ({row.dates}, {row.source_label})" for row in vacant]
        return Answer(
            answer=Holds.NO, on=When.on(day), because=(*because, *told), vacant=tuple(vacant)
        )
    sure = any(row.answer is Holds.YES for row in found)
    reasons = [*because, *(() if sure else _nobody(rows, day, bool(found)))]
    return Answer(
        answer=Holds.YES if sure else Holds.NOT_KNOWN,
        on=When.on(day),
        because=tuple(reasons),
        holders=tuple(found),
    )


def _may(holder: HolderRow, day: date) -> bool:
    """Say whether any row leaves it open that somebody held it on a day, whoever says so."""
    return any(ANSWER.get(row.why(day)) is not Holds.NO for row in holder.rests_on)


def _is_of_nobody(row: TenureRow) -> bool:
    return fold(row.names[0].name) in _NOBODY


def was(
    mine: Sequence[TenureRow],
    rows: Sequence[TenureRow],
    elsewhere: Sequence[TenureRow],
    day: date,
    name: str,
    because: Sequence[str] = (),
) -> HolderRow:
    """Say whether one actor held a post on a day.

    Args:
        mine: the tenures of the post in which the actor is named.
        rows: all tenures of the post.
        elsewhere: all tenures of the actor, in whatever post.
        name: what to call the actor.
    """
    if mine:
        return _judged(mine, day, because)
    others = who(rows, day)
    knows = {row.source for row in elsewhere if row.listed}
    against = [
        holder
        for holder in others.sure
        if any(row.listed and row.source in knows for row in holder.rests_on)
    ]
    called = elsewhere[0].called(day) if elsewhere else name
    if against:
        answer, reasons = Holds.NO, [
            f"{_listed(holder.name for holder in against)} held it on that day, and the table "
            f"that says so knows {called} in other posts only"
        ]  # fmt: skip
    elif others.vacant:
        answer, reasons = Holds.NO, [*others.because]
    else:
        answer, reasons = Holds.NOT_KNOWN, [f"no row has {called} in this post", *others.because]
    first = rows[0] if rows else None
    return HolderRow(
        answer=answer,
        name=called,
        post=first.post if first else "",
        body=first.body if first else "",
        on=When.on(day),
        because=(*because, *reasons),
        rests_on=(*(row for holder in against for row in holder.rests_on), *others.vacant),
        person=elsewhere[0].person if elsewhere else "",
    )


def _judged(mine: Sequence[TenureRow], day: date, because: Sequence[str]) -> HolderRow:
    """Judge by an actor's own tenures of a post, which may be in several bodies.

    Where a table has several people of the name that was asked for, the answer says so.
    """
    order = (Holds.YES, Holds.NOT_KNOWN, Holds.NO)
    groups = [apart for group in _by_post(mine) for apart in _by_person(group)]
    people = {row.person for row in mine if row.person}
    sources = {row.source for row in mine if row.person}
    if len(people) > len(sources):
        because = [*because, f"{len(people)} people of that name are on record"]
    return min(
        (_holder(group, day, because) for group in groups),
        key=lambda row: order.index(row.answer),
    )


def _by_holder(rows: Sequence[TenureRow], day: date) -> list[list[TenureRow]]:
    """Put tenures of one post and one holder together, by the name borne on that day."""
    named: dict[str, list[TenureRow]] = defaultdict(list)
    for row in rows:
        named[fold(row.called(day))].append(row)
    return [
        apart for same in named.values() for group in _by_post(same) for apart in _by_person(group)
    ]


def _by_person(rows: list[TenureRow]) -> list[list[TenureRow]]:
    """Keep two people of one name apart where a table has both, by the keys it has for them."""
    people = {(row.source, row.person) for row in rows if row.person}
    if len(people) == len({source for source, _ in people}):
        return [rows]
    apart: dict[str, list[TenureRow]] = defaultdict(list)
    for row in rows:
        apart[row.holder].append(row)
    return list(apart.values())


def _by_post(rows: Sequence[TenureRow]) -> list[list[TenureRow]]:
    """Put tenures of one post together; one that names no body may be in the only body named."""
    posts: dict[str, dict[str, list[TenureRow]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        posts[fold(row.post)][fold(row.body)].append(row)
    for bodies in posts.values():
        if len(bodies) == 2 and "" in bodies:
            (only,) = (body for body in bodies if body)
            bodies[only] += bodies.pop("")
    return [group for bodies in posts.values() for group in bodies.values()]


def _holder(rows: Sequence[TenureRow], day: date, because: Sequence[str] = ()) -> HolderRow:
    """Judge whether the one holder of these tenures of one post held it on a day."""
    judged = _informed([(row, row.why(day)) for row in rows])
    answer, told = _decided(judged, day)
    first = told[0][0]
    return HolderRow(
        answer=answer,
        name=first.called(day),
        post=first.post,
        body=next((row.body for row, _ in told if row.body), ""),
        on=When.on(day),
        because=(*because, *_reasons(told, day, answer)),
        rests_on=tuple(row for row, _ in told),
        person=next((row.person for row, _ in told if row.person), ""),
    )


def _informed(judged: Judged) -> Judged:
    """Leave out an end that was still open where another source tells how the same tenure ended."""
    ended = {
        (bounds.first_start, bounds.last_start)
        for row, _ in judged
        if row.held is not None and row.statement is None and not (bounds := ends(row.held)).open
    }
    kept = [
        (row, why)
        for row, why in judged
        if why is not Why.BEYOND or row.held is None or _start(row) not in ended
    ]
    return kept or judged


def _start(row: TenureRow) -> tuple[int | None, int | None]:
    assert row.held is not None
    bounds = ends(row.held)
    return bounds.first_start, bounds.last_start


def _decided(judged: Judged, day: date) -> tuple[Holds, Judged]:
    """Give the answer and the tenures that it rests on.

    Where a source says yes, and a table made on that day or later has the same holder in the same
    post on other days only, the sources disagree, and the answer is not known.
    """
    by: dict[Holds, Judged] = defaultdict(list)
    for row, why in judged:
        by[_answer(row, why)].append((row, why))
    if by[Holds.YES]:
        silent = {row.source for row, _ in by[Holds.YES] + by[Holds.NOT_KNOWN]}
        against = [
            (row, why)
            for row, why in by[Holds.NO]
            if row.listed and row.seen >= day.toordinal() and row.source not in silent
        ]
        if against:
            return Holds.NOT_KNOWN, by[Holds.YES] + against
        return Holds.YES, by[Holds.YES]
    unsure = by[Holds.NOT_KNOWN]
    change: Judged = [
        (row, why)
        for row, why in unsure
        if row.statement is None and why in (Why.FIRST_DAY, Why.LAST_DAY)
    ]
    if len({why for _, why in change}) == 2:
        # One tenure ends and the same holder's next begins: whoever came and went, it is one.
        return Holds.YES, change
    return (Holds.NOT_KNOWN, unsure) if unsure else (Holds.NO, by[Holds.NO])


def _answer(row: TenureRow, why: Why) -> Holds:
    """Give what a row answers: one in somebody's statement is what they say, and no answer."""
    return Holds.NOT_KNOWN if row.statement is not None else ANSWER.get(why, Holds.NOT_KNOWN)


def _reasons(judged: Judged, day: date, answer: Holds) -> list[str]:
    reasons = [f"{day} {why.value} ({row.dates}, {row.told_by})" for row, why in judged]
    if all(row.statement is not None for row, _ in judged):
        reasons.append("it is only reported that somebody said so")
    if answer is Holds.YES and {why for _, why in judged} == {Why.FIRST_DAY, Why.LAST_DAY}:
        reasons.append("one tenure ends on that day and the next of the same holder begins")
    if {_answer(row, why) for row, why in judged} >= {Holds.YES, Holds.NO}:
        reasons.append("the sources disagree")
    return reasons


def _nobody(rows: Sequence[TenureRow], day: date, perhaps: bool) -> list[str]:
    """Say what is known around a day on which nobody surely held a post."""
    if perhaps:
        return ["who held it on that day is not known for sure"]
    if not rows:
        return []
    reasons = ["no row has anybody in it on that day: vacant, renamed, or not recorded"]
    before = [row for row in rows if row.why(day) is Why.AFTER]
    after = [row for row in rows if row.why(day) is Why.BEFORE]
    if before:
        last = max(before, key=lambda row: ends(row.held).last_end or 0 if row.held else 0)
        reasons.append(f"before that day: {last.called(day)} ({last.dates}, {last.told_by})")
    if after:
        first = min(after, key=lambda row: ends(row.held).first_start or 0 if row.held else 0)
        reasons.append(f"after it: {first.called(day)} ({first.dates}, {first.told_by})")
    return reasons


def _listed(names: Iterable[str]) -> str:
    found = list(dict.fromkeys(names))
    return " and ".join([", ".join(found[:-1]), found[-1]] if len(found) > 1 else found)
