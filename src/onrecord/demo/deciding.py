"""The judgements of the sample case: read from its data, and given to a case in their order.

Everybody who decides something here is invented. Rows are named by the file they stand in and by
words of theirs; what no row bears is left out, and said to be.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from typing import Any, Protocol

from onrecord.core.dates import When
from onrecord.core.errors import NoSuchRow
from onrecord.core.grading import Verdict
from onrecord.core.vocabulary import Met, Verb

Given = Mapping[str, Any]


class Decides(Protocol):
    """What a case lets people do; the sample knows no more of it."""

    def sources(self) -> Iterable[Any]: ...
    def statements(self) -> Iterable[Any]: ...
    def actors(self) -> Iterable[Any]: ...
    def judging(self) -> Any: ...
    def auditing(self) -> Any: ...
    def tests(self) -> Any: ...
    def claims(self) -> Any: ...
    def take_back(self, operation: str, *, because: str, by: str) -> Any: ...


@dataclass(slots=True)
class ToldClock:
    """A clock that stands where it was last set: the sample is made on days of its own story."""

    moment: datetime

    def __call__(self) -> datetime:
        return self.moment


@dataclass(slots=True)
class Recorded:
    """How many judgements were recorded, and which were left out and why."""

    given: int = 0
    left_out: list[str] = field(default_factory=list)


def told() -> dict[str, Any]:
    """Read the data: the moment of adding, the judgements, and the verdicts of the audit."""
    data = Path(str(files("onrecord.demo"))) / "judgements.toml"
    return tomllib.loads(data.read_text(encoding="utf-8"))


def began() -> datetime:
    """Give the moment at which the sample's documents are added."""
    return datetime.fromisoformat(told()["added"])


def record(case: Decides, clock: ToldClock) -> Recorded:
    """Give the sample's judgements to a case that holds its documents.

    Args:
        clock: the case's own; it is set to the moment of each judgement.
    """
    data = told()
    made = _Making(case, data["verdicts"])
    recorded = Recorded()
    for one in data["judgement"]:
        clock.moment = datetime.fromisoformat(one["moment"])
        try:
            recorded.given += made.give(one)
        except NoSuchRow as fault:
            recorded.left_out.append(f"{one['verb']}, by {one['by']}: {fault}")
    return recorded


class _Making:
    """Finds the rows that judgements name, and gives these one by one."""

    def __init__(self, case: Decides, verdicts: Iterable[Given]) -> None:
        self._case, self._verdicts = case, list(verdicts)
        self._made: dict[str, str] = {}
        self._sources = {row.id: row for row in case.sources()}
        self._statements = list(case.statements())

    def give(self, one: Given) -> int:
        """Give what one entry tells; gives how many judgements that made."""
        other: dict[str, Callable[[Given], int]] = {
            "take back": self._take_back, "apply": self._apply, "find": self._find,
            "rate": self._rate, "audit": self._audit,
        }  # fmt: skip
        if one["verb"] in other:
            return other[one["verb"]](one)
        self._judge(one, [self._row(row) for row in one.get("rows", ())], one.get("value", ""))
        return 1

    def _judge(self, one: Given, rows: list[str], value: str) -> None:
        made = self._case.judging().give(
            Verb(one["verb"]), rows, by=one["by"], because=one["because"], value=value,
            note=one.get("note", ""),
        )  # fmt: skip
        if "as" in one:
            self._made[one["as"]] = made.id

    def _take_back(self, one: Given) -> int:
        for row in one["rows"]:
            self._case.take_back(self._row(row), because=one["because"], by=one["by"])
        return 1

    def _apply(self, one: Given) -> int:
        self._case.tests().apply(one["value"], to=one["note"], by=one["by"], because=one["because"])
        return 1

    def _find(self, one: Given) -> int:
        tests = self._case.tests()
        for element in one["elements"]:
            tests.find(
                "", element, Met(one["value"]), when=When.of(one["when"]), finder=one["finder"],
                reason=one.get("because", ""), statement=self._row(one["rows"][0]), by=one["by"],
            )  # fmt: skip
        return len(one["elements"])

    def _rate(self, one: Given) -> int:
        supposed = self._case.judging().hypotheses.hypotheses
        row = self._row(one["rows"][0])
        for hypothesis, fit in zip(supposed, one["values"], strict=True):
            self._judge(one, [hypothesis.id, row], fit)
        return len(one["values"])

    def _audit(self, one: Given) -> int:
        """Give a verdict on each row that chance drew and the data has a verdict on."""
        auditing, given = self._case.auditing(), 0
        drawn = auditing.draw(one["kind"], most=one["most"], seed=one["seed"], by=one["by"])
        for row in drawn:
            for verdict in self._verdicts:
                if verdict["file"] == self._file(row.source) and verdict["said"] in row.words:
                    auditing.judge(row, Verdict(verdict["is"]), by=one["by"])
                    given += 1
                    break
        return given

    def _row(self, named: Given) -> str:
        found = next(self._rows(named), None)
        if found is None:
            words = ", ".join(f"{key} {value!r}" for key, value in named.items())
            raise NoSuchRow(f"no row of the sample case is {words}")
        return found

    def _rows(self, named: Given) -> Iterator[str]:
        if "made" in named:
            yield from (id for name, id in self._made.items() if name == named["made"])
        elif "claim" in named:
            lines = self._case.claims().lines
            yield from (line.id for line in lines if line.wording == named["claim"])
        elif "actor" in named:
            yield from (
                actor.id
                for actor in self._case.actors()
                if actor.name == named["actor"]
                and ("file" not in named or self._file(actor.mentions[0][0]) == named["file"])
            )
        elif "said" in named:
            yield from (
                row.id
                for row in self._statements
                if self._file(row.source) == named["file"]
                and row.duplicate_of is None
                and named["said"] in " ".join(row.content.split())
            )
        else:
            yield from (id for id in self._sources if self._file(id) == named["file"])

    def _file(self, source: str) -> str:
        return str(self._sources[source].name)
