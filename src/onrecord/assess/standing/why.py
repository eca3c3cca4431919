"""Why a claim has its standing: the rule, the rows, and the nearest changes that would alter it.

Nothing here is written down beforehand: each cited row is left out in turn, and each change is made
in turn, and the rule is applied again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice

from onrecord.assess.standing.standing import RULES, Derived, judged
from onrecord.assess.standing.tips import Held, Tip, by_holder, held, settled
from onrecord.core.claims import Holds, PositionRow
from onrecord.core.dates import When
from onrecord.core.identity import ActorId, RowId, SourceId, StatementId, TextId
from onrecord.core.said import StatementRow
from onrecord.core.spans import Span
from onrecord.core.standings import CitedRow, Why, WouldChange
from onrecord.core.vocabulary import (
    Commitment,
    Mode,
    Naming,
    Polarity,
    SpeechAct,
    Stance,
    Standing,
)

MOST_CHANGES = 12
"""Changes listed, the nearest first; a claim with hundreds of tellers has thousands."""

_NAMED = 3
"""Holders named in one change; the rest are counted."""


class _Board:
    """Where each stands on one claim, and what the rules give when some of it were otherwise."""

    def __init__(
        self, rows: Iterable[PositionRow], valid: When | None, instead: RowId | None
    ) -> None:
        self._valid, self._instead = valid, instead
        self.rows = by_holder(rows)
        self.held = {holder: held(mine, valid) for holder, mine in self.rows.items()}
        self.tips = settled(self.held)
        self.now = judged(self.tips, instead)

    def otherwise(self, changed: Mapping[str, Sequence[PositionRow]]) -> Derived:
        """Apply the rules anew with other rows of some holders."""
        board: dict[str, Held] = dict(self.held)
        board.update((holder, held(rows, self._valid)) for holder, rows in changed.items())
        return judged(settled(board), self._instead)

    def without(self, row: PositionRow) -> Derived:
        """Apply the rules anew without one row."""
        left = [one for one in self.rows[row.holder] if one is not row]
        return self.otherwise({row.holder: left})


def why(
    rows: Iterable[PositionRow], *, valid: When | None = None, instead: RowId | None = None
) -> Why:
    """Say which rule and which rows a standing follows from, and what would change it.

    Args:
        valid, instead: as for `standing`.
    """
    board = _Board(rows, valid, instead)
    now = board.now
    return Why(
        standing=now.standing,
        independent=now.independent,
        rule=RULES[now.rule],
        cited=tuple(
            CitedRow(position=row, redundant=_same(now, board.without(row))) for row in cited(now)
        ),
        set_aside=tuple(pair for one in board.held.values() for pair in one.aside),
        changes=tuple(islice(_changes(board), MOST_CHANGES)),
    )


def cited(derived: Derived) -> list[PositionRow]:
    """Give the rows a standing rests on: where each of those stands, and their firm rows.

    Of the firm rows of one holder the latest of each origin is cited; and, with whatever was taken
    away by its origin, the row that took it away.
    """
    found: list[PositionRow] = []
    for tip in derived.on:
        firm = {row.origin: row for row in tip.run if row.is_firm}
        shown = [*firm.values()] if tip.holds is Holds.ASSERTS and firm else [tip.row]
        found += shown
        if tip.gone_with is not None:
            found.append(tip.gone_with)
    return [row for n, row in enumerate(found) if all(row is not one for one in found[:n])]


def _same(one: Derived, other: Derived) -> bool:
    """Say whether two are one standing; how many corroborate is part of it."""
    counts = one.standing is Standing.CORROBORATED
    return one.standing is other.standing and not (counts and one.independent != other.independent)


Changed = tuple[str, str, dict[str, Sequence[PositionRow]]]
"""A change in words, of which kind, and the rows of those whom it changes."""


def _changes(board: _Board) -> Iterator[WouldChange]:
    """Give the changes that alter the standing: of one holder first, then of several, then new.

    What several would have to do together is left out where one alone does as much.
    """
    alone: set[tuple[str, Standing]] = set()
    for change, kind, changed in _thinkable(board):
        then = board.otherwise(changed)
        if then.standing is board.now.standing:
            continue
        if len(changed) == 1:
            alone.add((kind, then.standing))
        elif (kind, then.standing) in alone:
            continue
        yield WouldChange(change=change, standing=then.standing, independent=then.independent)


def _thinkable(board: _Board) -> Iterator[Changed]:
    """Give the least changes: one holder taking back or mending what they hold, all of a kind, and
    what somebody new would say. Of a crowd no single one is tried: all of them are.
    """
    groups: dict[Holds, list[Tip]] = {}
    for tip in sorted(board.tips.values(), key=lambda tip: tip.order):
        kind = Holds.DENIES if tip.holds is Holds.DENIES_IN_PART else tip.holds
        if tip.gone_with is None:
            groups.setdefault(kind, []).append(tip)
    for holds, words in _OTHERWISE.items():
        some = groups.get(holds, [])
        alone = [[tip] for tip in some] if len(some) <= _CROWD else []
        for chosen in [*alone, *([some] if len(some) > 1 else [])]:
            changed = _changed(board, chosen, _taken_back)
            yield f"if {words.format(_names(chosen))}", words, changed
    hedged = [tip for tip in groups.get(Holds.ASSERTS, ()) if not tip.firm]
    for tip in hedged[:_CROWD]:
        words = "said it flatly and by name"
        yield f"if {_names([tip])} {words}", words, _changed(board, [tip], _firmly)
    yield from _by_somebody(board, asserted=Holds.ASSERTS in groups)


_CROWD = 20
"""So many of one kind are tried one by one: with more, no single one decides."""

_OTHERWISE = {
    Holds.DENIES: "{} no longer denied it",
    Holds.DOUBTS: "{} no longer doubted it",
    Holds.ASSERTS: "{} withdrew it",
    Holds.REPORTS: "{} no longer reported it",
    Holds.NO_LONGER_ASSERTS: "{} said it again",
    Holds.NO_LONGER_REPORTS: "{} reported it again",
}


def _changed(
    board: _Board, tips: Iterable[Tip], make: Callable[[Tip], PositionRow | None]
) -> dict[str, Sequence[PositionRow]]:
    """Add to the rows of some holders what they would say next; None: leave them none."""
    changed: dict[str, Sequence[PositionRow]] = {}
    for tip in tips:
        row = make(tip)
        mine = board.rows[tip.row.holder]
        changed[tip.row.holder] = [] if row is None else [*mine, row]
    return changed


def _taken_back(tip: Tip) -> PositionRow | None:
    if tip.holds in (Holds.DENIES, Holds.DENIES_IN_PART, Holds.DOUBTS):
        return None
    stance = {
        Holds.NO_LONGER_ASSERTS: Stance.ASSERTS,
        Holds.NO_LONGER_REPORTS: Stance.REPORTS,
    }.get(tip.holds, Stance.WITHDRAWS)
    return _next(tip.row, stance)


def _firmly(tip: Tip) -> PositionRow:
    row = _next(tip.row, Stance.ASSERTS)
    flat = replace(
        row.statement, commitment=Commitment.NOT_STATED, hedges=(), chain=(), sureness=None,
        naming=Naming.NAMED,
    )  # fmt: skip
    return replace(row, statement=flat)


def _next(row: PositionRow, stance: Stance) -> PositionRow:
    """Have the same holder say something after all that is on record."""
    later = replace(row.statement, known=date.max.isoformat(), made=None, duplicate_of=None)
    return replace(row, stance=stance, statement=later, said=None, likeness=None, edit="")


def _by_somebody(board: _Board, *, asserted: bool) -> Iterator[Changed]:
    """Give what somebody who has not spoken yet could add."""
    origin = 1 + max((row.origin for mine in board.rows.values() for row in mine), default=-1)
    for stance, words in (
        (
            Stance.ASSERTS,
            "if somebody else asserted it firmly, on an independent origin"
            if asserted
            else "if somebody asserted it",
        ),
        (Stance.REPORTS, "if somebody reported it"),
        (Stance.DENIES, "if somebody denied it"),
        (Stance.DOUBTS, "if somebody doubted it"),
    ):
        row = PositionRow(stance=stance, statement=_SOMEBODY, said=None, origin=origin)
        yield words, words, {_SOMEBODY.speaker: [row]}


_SOMEBODY = StatementRow(
    id=StatementId(""), source=SourceId(""), source_label="", text=TextId(""),
    speaker="somebody else", naming=Naming.NAMED, actor=ActorId("somebody else"), actor_name="",
    cue="", content="", at=Span(0, 0), content_spans=(), source_spans=(), cue_spans=(),
    hedge_spans=(), mention=None, mode=Mode.INDIRECT, act=SpeechAct.ASSERTS,
    polarity=Polarity.POSITIVE, commitment=Commitment.NOT_STATED, hedges=(), made=None,
    parent=None, chain=(), reader="", known=date.max.isoformat(),
)  # fmt: skip
"""Whoever might speak next: flatly, and of their own knowledge."""


def _names(tips: Sequence[Tip]) -> str:
    names = list(dict.fromkeys(tip.row.called for tip in tips))
    left = len(names) - _NAMED
    if left > 0:
        return f"{', '.join(names[:_NAMED])} and {left} more"
    return " and ".join(", ".join(names).rsplit(", ", 1)) if len(names) > 1 else names[0]
