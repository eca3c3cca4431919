"""One proceeding across documents: the same matter by those whom it is about and by its body.

Two sources tell of one proceeding where they name somebody in common, and nothing tells the two
matters apart; so do two that each name one of several who are told to be in it together. How it
ended is what its latest ending step says, and who tells it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.core.dates import When, by_time
from onrecord.core.events import EndingRow, EventRow, MatterRow, ProceedingRow
from onrecord.core.findings import FoundRow
from onrecord.core.flows import key_of, name_of
from onrecord.core.folding import fold
from onrecord.core.identity import ActorId, RowId, SourceId
from onrecord.core.rows import Party
from onrecord.core.vocabulary import EventKind, Naming, Realised

ENDS = (
    EventKind.DISCONTINUANCE,
    EventKind.EVIDENCE_NOT_OFFERED,
    EventKind.VERDICT,
    EventKind.APPEAL,
)
_OPENS = (EventKind.CHARGE, EventKind.ARREST)
_TOLD = (Realised.DONE, Realised.ALLEGED)
_HOW = {
    EventKind.DISCONTINUANCE: "discontinued",
    EventKind.EVIDENCE_NOT_OFFERED: "no evidence offered",
}
_SMALL = frozenset("the a an of to for with and in on at by from his her their under".split())

Placed = tuple[SourceId, RowId]


def proceedings(
    matters: Sequence[MatterRow], events: Iterable[EventRow], findings: Iterable[FoundRow]
) -> list[ProceedingRow]:
    """Put the proceedings of many sources together, those that began first before the others.

    Args:
        matters: as each source tells of them, in the order in which they came to be known, with
            the actors whom their parties are held to be.
        events: those in force; a step that is not among them is left out. So for `findings`.
    """
    steps = {(one.source, one.id): one for one in events}
    found = {(one.source, RowId(one.id)): one for one in findings if one.source is not None}
    groups: list[_Group] = []
    by_actor: dict[ActorId, list[int]] = {}
    for matter in matters:
        actors = [key for party in matter.parties if (key := _named(party)) is not None]
        near = sorted({number for actor in actors for number in by_actor.get(actor, ())})
        fits = [number for number in near if groups[number].may_be(matter)]
        if not fits:
            fits = [len(groups)]
            groups.append(_Group())
        mine, *others = fits
        groups[mine].take(matter)
        for other in others:  # "Quill and Vane were charged", after texts on one of the two
            if all(map(groups[mine].may_be, groups[other].matters)):
                for one in groups[other].matters:
                    groups[mine].take(one)
                groups[other] = _Group()
                for numbers in by_actor.values():
                    numbers[:] = dict.fromkeys(mine if n == other else n for n in numbers)
        for actor in actors:
            if mine not in by_actor.setdefault(actor, []):
                by_actor[actor].append(mine)
    made = [row for group in groups if (row := group.row(steps, found)) is not None]
    return sorted(made, key=lambda row: (by_time(row.opened), row.title, row.id))


def _named(party: Party) -> ActorId | None:
    """Give the actor that joins two matters: only somebody who is named does."""
    return key_of(party) if party.naming is Naming.NAMED else None


class _Group:
    """The matters that are held to be one."""

    def __init__(self) -> None:
        self.matters: list[MatterRow] = []
        self.because: list[tuple[SourceId, str]] = []
        self._bodies: set[ActorId] = set()
        self._words: set[str] = set()
        self._laws: set[str] = set()

    def may_be(self, matter: MatterRow) -> bool:
        """Say whether nothing tells a matter apart: another body, and another charge."""
        body = key_of(matter.body)
        words = _words(matter.matter)
        laws = {fold(law) for law in matter.law}
        if not self._bodies or body is None or body in self._bodies:
            return not (words and self._words and laws and self._laws) or bool(
                words & self._words or laws & self._laws
            )
        if words & self._words or laws & self._laws:
            return True
        return not words or not self._words

    def take(self, matter: MatterRow) -> None:
        """Put a matter with the others, and say why."""
        if self.matters:
            mine = {key_of(party) for one in self.matters for party in one.parties}
            who = [name_of(party) for party in matter.parties if key_of(party) in mine]
            self.because.append((matter.source, f"both are about {' and '.join(who)}"))
        self.matters.append(matter)
        body = key_of(matter.body)
        if body is not None:
            self._bodies.add(body)
        self._words |= _words(matter.matter)
        self._laws |= {fold(law) for law in matter.law}

    def row(
        self, steps: Mapping[Placed, EventRow], found: Mapping[Placed, FoundRow]
    ) -> ProceedingRow | None:
        """Make the row; None: none of its steps is in force."""
        mine = [
            steps[one.source, step]
            for one in self.matters
            for step in one.steps
            if (one.source, step) in steps
        ]
        if not mine:
            return None
        mine.sort(key=lambda step: (*by_time(step.when), step.known, step.source, step.at))
        findings = [
            found[one.source, finding]
            for one in self.matters
            for finding in one.findings
            if (one.source, finding) in found
        ]
        findings.sort(key=lambda one: by_time(one.when))
        telling = {step.source: step.source_label for step in mine}
        told = [one for one in self.matters if one.source in telling]
        return ProceedingRow(
            id=self.matters[0].id,
            parties=tuple(_once(party for one in told for party in one.parties)),
            bodies=tuple(_once(one.body for one in told if one.body is not None)),
            matters=tuple(dict.fromkeys(one.matter for one in told if one.matter)),
            laws=tuple(dict.fromkeys(law for one in told for law in one.law)),
            tests=tuple(dict.fromkeys(one.test for one in told if one.test)),
            thresholds=tuple(dict.fromkeys(one.threshold for one in told if one.threshold)),
            opened=_opened(mine),
            steps=tuple(mine),
            findings=tuple(findings),
            ending=ending(mine),
            because=tuple(
                dict.fromkeys(
                    f"{telling[source]}: {why}" for source, why in self.because if source in telling
                )
            ),
        )


def _once(parties: Iterable[Party]) -> Iterator[Party]:
    """Give everybody once; descriptions only where nobody is named: "two clerks" may be they."""
    seen: set[str] = set()
    found = list(parties)
    named = [one for one in found if one.naming is Naming.NAMED]
    for party in named or found:
        key = party.actor or fold(party.called)
        if key not in seen:
            seen.add(key)
            yield party


def _opened(steps: Iterable[EventRow]) -> When | None:
    days = [s.when for s in steps if s.kind in _OPENS and s.realised in _TOLD and s.when]
    return min(days, key=by_time, default=None)


def ending(steps: Sequence[EventRow]) -> EndingRow | None:
    """Give how a proceeding is told to have ended; `steps` are in order of time.

    The latest ending step with a day counts, or else the one that came to be known last.
    """
    ends = [s for s in steps if s.kind in ENDS and s.realised in _TOLD and _is_end(s)]
    if not ends:
        return None
    dated = [step for step in ends if step.when is not None]
    last = dated[-1] if dated else max(ends, key=lambda step: step.known)
    same = [step for step in ends if _how(step) == _how(last)]
    return EndingRow(how=_how(last), when=last.when, steps=(*(s for s in same if s != last), last))


def _is_end(step: EventRow) -> bool:
    return step.kind is not EventKind.APPEAL or bool(step.outcome)


def _how(step: EventRow) -> str:
    if step.kind is EventKind.VERDICT:
        return f"found {step.outcome}" if step.outcome else "a verdict was given"
    if step.kind is EventKind.APPEAL:
        return "conviction quashed" if step.outcome == "quashed" else f"appeal {step.outcome}"
    return _HOW[step.kind]


def _words(matter: str) -> set[str]:
    return set(fold(matter).split()) - _SMALL
