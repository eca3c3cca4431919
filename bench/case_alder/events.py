"""When told events were: each put to what the case's texts date, document by document.

An event is told in a few words ("Vale leaves the Agency"). What the record dates may tell of it: a
date in a sentence, a statement, a letter or notice that is itself the event. How alike the two are
is counted in the words they share, the rarer the more; in whom they name, by the actors of the
record; in the kinds of event; and in the vectors of the network of claims, which know that a case
abandoned is a case dropped. How much each weighs was set on the two constructed cases at hand
(2026-11-26) and tried on a third, in `tests/unit/bench/test_told_events.py`.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from math import log
from typing import Any

from bench.case_alder.built import Built
from bench.case_alder.nearby import beside, kinds_of, moment, near
from onrecord.assess import load_measure
from onrecord.case import NOW
from onrecord.case.officials import is_official
from onrecord.core.dates import When
from onrecord.core.folding import fold
from onrecord.core.identity import ActorId, SourceId
from onrecord.core.rows import TimelineRow
from onrecord.core.sentences import stems
from onrecord.core.spans import Span
from onrecord.core.vocabulary import AsOf, EventKind

_NAME = re.compile(
    r"\b(?!(?:THE|OF|AND|FOR|AT|IN|The|Of|A|An|In|On|At|Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady"
    r"|Justice|Judge|Prof)\b)[A-Z][\w’'-]+\b"
)
_OWN = re.compile(
    r"^\s*(?:Dear\b|To:|From:)|\b(?:press (?:notice|release)|for immediate release|transcript"
    r"|notes to editors|charging decision|yours (?:sincerely|faithfully)"
    r"|record of (?:the )?(?:hearing|proceedings|meeting)|minutes of|summary of findings?)\b",
    re.IGNORECASE | re.MULTILINE,
)
"""Signs of a document that is an act of its own, and no report of others: a letter, a notice."""
_LETTER = re.compile(r"^\s*(?:Dear\b|To:)|\byours (?:sincerely|faithfully)\b", re.I | re.M)
_WRITES = re.compile(r"\b(?:writes?|wrote|written|letter)\b", re.IGNORECASE)
_SITS = re.compile(r"hearing|session|sitting|debate", re.IGNORECASE)
"""What is told by its own name, with who sat behind it: "hearing before Judge Vale"."""
_TAKEN_BACK = re.compile(
    r"\b(?:we (?:said|wrote|reported|gave)|earlier version|wrongly|in error|mistakenly)\b"
)
_SAYING = re.compile(
    r"\b(?:say|tell|told|write|wrote|answer|repl(?:y|ie)|den(?:y|ie)|reject|announce|confirm|admit"
    r"|concede|accept|apologi|position|statement|letter|notice|report|publish|respond|claim|call|ask"
    r"|demand|promise|warn|insist|declare|issue|hearing|session|sitting|debate)",
    re.IGNORECASE,
)
"""Words of a told event by which it may be the very act of a document: a letter, a statement."""
_SAID = re.compile(
    r"\b(?:says?|said|tells?|told|writes?|wrote|den(?:y|ies|ied)|denial|announces?|admits?|claims?"
    r"|concedes?|accepts?|insists?|answers?|replies|replied|apologi[sz]es?|speaks?)\b",
    re.IGNORECASE,
)
"""Where a told event is that somebody says something."""
_TOLD_ON = re.compile(
    r"\b(?:said|says|told|wrote|writes|den(?:ied|ies)|announced|admitted|added|insisted|answered"
    r"|denial|statement|replied)\b[^.;”’]{0,45}$",
    re.IGNORECASE,
)
"""Where a date is that of the saying, and not of what is said."""
_HEAD, _TOP = 400, 120
LEAST = 0.16
"""What is less alike is not the event."""
ALIKE = 0.72
"""How near a document's best has to come to the best of all to count for the date of an event."""

WIDER = 0.7
"""What who tells of a month weighs for a day of it."""
EXACT = 0.03
"""What a day has before a month that is as like."""
SAYING = 0.75
"""What is left of the likeness of a saying and of what is no saying. Set with the two above on
2026-11-27, on seven cases."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of the record and the words it may be of: all of them, and the clause it stands in."""

    source: SourceId
    when: When
    words: str
    near: str
    who: frozenset[ActorId]
    kinds: frozenset[EventKind] = frozenset()
    read: bool = False
    before: str = ""
    around: str = ""
    beside: frozenset[ActorId] = frozenset()
    own: bool = False
    act: bool = False
    corrected: bool = False
    of_saying: bool = False


def events(built: Built) -> dict[str, dict[str, Any]]:
    """Give for each told event the date that the record has for it, and that of each document."""
    told: dict[str, str] = built.told.get("events", {})
    if not told:
        return {}
    happened = Happened(built)
    made = {}
    for key, words in told.items():
        best = happened.best(words)
        if best:
            made[key] = {
                "edtf": happened.agreed(best),
                "by_doc": {built.documents[s]: one.when.edtf for s, (_, one) in best.items()},
            }
    return made


class Happened:
    """What one case dates, as of two clocks, ready to be held against told events."""

    def __init__(self, built: Built, at: AsOf = NOW) -> None:
        self.built, self.at = built, at
        self._measure = load_measure()
        self._vector = lru_cache(maxsize=None)(lambda words: self._measure.vectors([words])[0])

    @cached_property
    def sources(self) -> dict[SourceId, tuple[When | None, str]]:
        """Give each source's day and readable text, as far as the record has it."""
        return {
            SourceId(row.id): (
                row.published,
                self.built.texts[self.built.documents[row.id]].characters,
            )
            for row in self.built.case.sources(self.at)
            if self.built.documents[row.id] in self.built.texts
        }

    @cached_property
    def _mentions(self) -> dict[SourceId, list[tuple[Span, ActorId]]]:
        found: defaultdict[SourceId, list[tuple[Span, ActorId]]] = defaultdict(list)
        for row in self.built.case.actors(self.at):
            for source, span in row.mentions:
                found[source].append((span, row.id))
        return found

    def _named(self, source: SourceId, at: Span) -> frozenset[ActorId]:
        return frozenset(
            actor
            for span, actor in self._mentions.get(source, ())
            if at.start <= span.start and span.end <= at.end
        )

    @cached_property
    def dated(self) -> list[Dated]:
        """List what is dated: sentences with a date, statements, documents that are an act."""
        rows = [
            row
            for row in self.built.case.timeline(self.at)
            if row.when is not None
            and row.at is not None
            and row.source in self.sources
            and "X" not in row.when.edtf  # a month of no one year dates nothing
            and not self._is_dateline(row)
        ]
        dates: defaultdict[SourceId, set[Span]] = defaultdict(set)
        for row in rows:
            if row.when is not None and row.when.at is not None:
                dates[row.source].add(row.when.at)
        found = [self._one(row, dates[row.source]) for row in rows]
        joined: dict[tuple[object, ...], Dated] = {}
        for one in found:
            key = one.source, one.when.edtf, one.near
            same = joined.get(key)
            if same is None or (one.read and not same.read):
                joined[key] = one
            elif one.read:
                joined[key] = replace(same, kinds=same.kinds | one.kinds)
        return [*joined.values(), *self._acts()]

    def _is_dateline(self, row: TimelineRow) -> bool:
        """Say whether it is the day of a report, as its head gives it: that dates no event."""
        assert row.when is not None
        assert row.at is not None
        day, _ = self.sources[row.source]
        at = row.when.at or row.at
        written = row.when.rule == "as written" or "nearest" in row.when.rule
        return (
            day is not None and row.when.edtf == day.edtf and written
            and at.start < _HEAD and not self._is_own(row.source)
        )  # fmt: skip

    def _one(self, row: TimelineRow, dates: set[Span]) -> Dated:
        assert row.when is not None
        assert row.at is not None
        _, text = self.sources[row.source]
        clause = near(text, row.at, row.when.at or row.at, dates)
        who = self._named(row.source, row.at)
        if row.statement is not None and row.statement.actor is not None:
            who |= {row.statement.actor}
        before, after = beside(text, row.at)
        read = row.kind in set(EventKind)
        kinds = {row.kind} if read else kinds_of(clause)
        return Dated(
            source=row.source,
            when=moment(row.when),
            words=row.words,
            near=clause,
            who=who,
            kinds=frozenset(EventKind(kind) for kind in kinds),
            read=read,
            before=before.of(text),
            around=f"{before.of(text)} {after.of(text)}",
            beside=self._named(row.source, before) | self._named(row.source, after),
            own=self._is_own(row.source),
            of_saying=_is_of_saying(text, row.at, row.when.at or row.at),
            corrected=bool(_TAKEN_BACK.search(text, max(row.at.start - 60, 0), row.at.end)),
        )

    @cache  # noqa: B019 - a case is opened once a prediction
    def _is_own(self, source: SourceId) -> bool:
        row = next(row for row in self.built.case.sources(self.at) if row.id == source)
        return is_official(row.outlet) or bool(_OWN.search(self.sources[source][1]))

    def _acts(self) -> list[Dated]:
        """Give what documents that are acts themselves do on their day: they go out, and say."""
        rows = {row.id: row for row in self.built.case.sources(self.at)}
        made = []
        for source, (day, text) in self.sources.items():
            if day is None or not self._is_own(source):
                continue
            row = rows[source]
            head = " ".join(text[:_HEAD].split())
            outlet = row.metadata.outlet.value if row.metadata.outlet else ""
            title = f"{outlet} writes: {row.title}"
            who = self._called(outlet) | self._called(row.title)
            if not _LETTER.search(text):  # the head of a letter names whom it is written to
                who |= self._called(head)
            one = Dated(source, day, f"{title}. {head}", title, who, own=True, act=True)
            made.append(one)
            for said in self.built.case.statements(self.at, source=source):
                if said.made is None and said.parent is None:
                    words = " ".join(said.content.split())
                    told = frozenset({said.actor} if said.actor is not None else ())
                    made.append(
                        replace(one, words=words, near=f"{outlet} said: {words}", who=who | told)
                    )
        return made

    # --- names ---

    @cached_property
    def _bearers(self) -> dict[str, set[ActorId]]:
        """Give who bears each word of a name that is written with a capital."""
        found: defaultdict[str, set[ActorId]] = defaultdict(set)
        for row in self.built.case.actors(self.at):
            for name in row.names:
                for word in _NAME.findall(name):
                    found[fold(word)].add(row.id)
        return found

    def _called(self, words: str) -> frozenset[ActorId]:
        """Give who is named in some words: of those who share a surname, who has more of them."""
        count: Counter[ActorId] = Counter()
        by: defaultdict[ActorId, set[str]] = defaultdict(set)
        for word in _NAME.findall(words):
            for actor in self._bearers.get(fold(word.removesuffix("'s").removesuffix("’s")), ()):
                count[actor] += 1
                by[actor].add(word)
        return frozenset(
            actor
            for actor in count
            if not any(by[actor] < by[other] for other in count if other != actor)
        )

    # --- likeness ---

    @cached_property
    def _rare(self) -> dict[str, float]:
        seen = Counter(s for one in self.dated for s in stems(one.words))
        return {s: log((1 + len(self.dated)) / (1 + n)) + 0.5 for s, n in seen.items()}

    def likeness(self, told: str, one: Dated) -> float:
        """Give how alike a told event and something dated are, from 0 to 1."""
        mine = stems(told)
        rare = {s: self._rare.get(s, 1.0) for s in mine}
        total = sum(rare.values()) or 1.0
        all_of = sum(rare[s] for s in mine & stems(one.words)) / total
        clause = sum(rare[s] for s in mine & stems(one.near)) / total
        vector = self._vector(told)
        cosine = float(vector @ self._vector(one.near))
        whole = float(vector @ self._vector(" ".join(f"{one.before} {one.words}".split())))
        called = self._called(told)
        who = len(called & one.who) / len(called) if called else clause
        who += 0.5 * len(called & one.beside - one.who) / len(called) if called else 0.0
        around = sum(rare[s] for s in mine & stems(one.around)) / total
        kinds = kinds_of(told)
        kind = (
            0.0
            if not kinds
            else 1.0
            if kinds & one.kinds
            else 0.5 * bool(kinds & kinds_of(one.words))
        )
        score = (
            0.1 * all_of + 0.2 * clause + 0.1 * around
            + 0.3 * cosine + 0.1 * whole + 0.15 * who + 0.3 * kind + 0.1 * one.act
        )  # fmt: skip
        if kinds and not kinds & (one.kinds | kinds_of(one.words)):
            score *= 0.65
        if called and not self._agent(told) & (one.who | one.beside):
            score *= 0.8
        if not one.act and bool(_SAID.search(told)) != one.of_saying:
            score *= SAYING
        if _width(one.when) == 1:
            score += EXACT
        return score * 0.6 if one.corrected else score

    def _may_be(self, told: str, one: Dated) -> bool:
        """Say whether an act may be told: in a word for saying, of whoever is named first."""
        if not one.act:
            return True
        saying = _SAYING.search(told)
        if saying is None or (_WRITES.search(told) and not _LETTER.search(self._text_of(one))):
            return False
        # "The harbour board says ..." names nobody, and means whose document it is.
        before = told[: saying.start()]
        body = stems(before) if not self._called(before) else frozenset()
        row = next(row for row in self.built.case.sources(self.at) if row.id == one.source)
        head = stems(f"{row.outlet} {self._text_of(one)[:_TOP]}")
        if body and not _SITS.match(told, saying.start()):
            return body <= head
        return bool(self._agent(told) & one.who)

    def _text_of(self, one: Dated) -> str:
        return self.sources[one.source][1]

    def _agent(self, told: str) -> frozenset[ActorId]:
        """Give who may be named first in some words."""
        return next(
            (found for one in _NAME.finditer(told) if (found := self._called(told[: one.end()]))),
            frozenset(),
        )

    def best(self, told: str) -> dict[SourceId, tuple[float, Dated]]:
        """Give for each source what of it is most like a told event, with how alike."""
        best: dict[SourceId, tuple[float, Dated]] = {}
        for one in self.dated:
            score = self.likeness(told, one) if self._may_be(told, one) else 0.0
            if score >= LEAST and score > best.get(one.source, (0.0, one))[0]:
                best[one.source] = score, one
        return best

    def agreed(self, best: dict[SourceId, tuple[float, Dated]]) -> str:
        """Give the date on which the likeliest documents agree; an act's own record weighs more.

        Who tells of a month bears out any day of it, and not the other way: two days of one month
        that differ do not bear each other out.
        """
        top = max(score for score, _ in best.values())
        likely = [(s, one) for s, one in best.values() if s >= ALIKE * top]

        def support(when: When) -> tuple[float, int, float]:
            holders = [(s, o) for s, o in likely if _holds(o.when, when)]
            weight = sum(
                s**3 * (1.5 if o.own else 1.0) * (WIDER if _width(o.when) > _width(when) else 1.0)
                for s, o in holders
            )
            return weight, -_width(when), max(s for s, _ in holders)

        return max((one.when for _, one in likely), key=support).edtf


def _is_of_saying(text: str, around: Span, at: Span) -> bool:
    return bool(_TOLD_ON.search(text[max(around.start, at.start - 120) : at.start]))


def _width(when: When) -> int:
    return (when.after or 10**7) - (when.first or 0)


def _holds(wide: When, when: When) -> bool:
    """Say whether a date may be another that is as narrow or narrower."""
    return wide.may_be(when) and _width(when) <= _width(wide)
