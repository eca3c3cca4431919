"""Questions on tests: what is applied to what, what was found of it, how it stands on a day.

What is applied, and what a person finds, are judgements; what texts tell of findings comes beside
them. All that is said of a state is worked out from these, as of both clocks.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict
from functools import cached_property
from pathlib import Path

import msgspec

from onrecord import assess
from onrecord.core.dates import When
from onrecord.core.errors import NoSuchRow, WrongUse
from onrecord.core.findings import WHOLE, AppliedRow, ChangeRow, FoundRow, TestRow
from onrecord.core.identity import canonical
from onrecord.core.said import StatementRow
from onrecord.core.vocabulary import Judgement, Met, Test, Verb

FOLDER = "standards"
"""The folder of a case in which the user's own standards are kept."""

Judge = Callable[..., int]
"""Records a decision: `Case.judge` without the verbs' own rules."""


class Tests:
    """Answers as of one pair of clocks; what it writes is written now.

    Args:
        folder: where the user's own standards are kept.
        judgements: those in force.
        told: the findings that texts tell of, placed on nothing yet: their `said_of` has the words.
        statements: gives the statements that findings entered by a person name.
        sentences: gives those of every text, to be read for what they tell of a test's elements.
        day: the valid time asked for.
        judge: records a decision.
    """

    __test__ = False  # the trade's word; not something for pytest to collect

    def __init__(
        self,
        folder: Path,
        judgements: Sequence[Judgement],
        told: Iterable[FoundRow],
        statements: Callable[[set[str]], Iterable[StatementRow]],
        sentences: Callable[[], Iterable[assess.Sentence]],
        *,
        day: When | None,
        judge: Judge,
    ) -> None:
        self._folder, self._judgements, self._statements = folder, judgements, statements
        self._sentences = sentences
        self._day, self._judge = day, judge
        self.told = tuple(told)

    # --- what there is ---

    def standards(self) -> list[Test]:
        """List the standards that can be applied: the case's own, then those that are shipped.

        Raises:
            WrongUse: a file of the case's own cannot be read.
        """
        own = sorted(self._folder.glob("*.yaml")) if self._folder.is_dir() else []
        tests = [assess.load_standard(str(file), self._folder) for file in own]
        taken = {test.key for test in tests}
        return [*tests, *(test for test in assess.standards() if test.key not in taken)]

    @cached_property
    def applied(self) -> list[AppliedRow]:
        """The tests that are applied, in the order of time; of each the latest wording counts."""
        rows: dict[str, AppliedRow] = {}
        for one in self._judgements:
            if one.verb is Verb.APPLY:
                told = json.loads(one.value)
                rows[one.about[0]] = AppliedRow(
                    id=one.id,
                    test=_test(told["test"]),
                    matter=told["matter"],
                    by=one.by,
                    because=one.because,
                )
        return list(rows.values())

    @cached_property
    def rows(self) -> list[TestRow]:
        """Every applied test with its findings, in the order of time, and its states."""
        return [
            assess.found_table(applied, self._found(applied), self._day) for applied in self.applied
        ]

    def of(self, key: str = "") -> TestRow:
        """Give one applied test; '' where there is only one.

        Raises:
            NoSuchRow: none is applied under that key.
            WrongUse: no key is given, and several are applied.
        """
        keys = [applied.test.key for applied in self.applied]
        if not keys:
            raise NoSuchRow("no test is applied", help="onrecord test apply STANDARD --to MATTER")
        if not key and len(keys) > 1:
            raise WrongUse("several tests are applied", help=f"name one: {', '.join(keys)}")
        if key and key not in keys:
            raise NoSuchRow(f"no test {key} is applied", help=f"there are {', '.join(keys)}")
        return self.rows[keys.index(key) if key else 0]

    def between(self, key: str, one: When, other: When) -> tuple[ChangeRow, ...]:
        """Say which elements of a test do not stand on one day as on another."""
        applied = self.of(key).applied
        return assess.between(applied.test, self._found(applied), one, other)

    def _found(self, applied: AppliedRow) -> list[FoundRow]:
        return [*self.found_of(applied.test), *self._entered(applied)]

    def found_of(self, test: Test) -> list[FoundRow]:
        """List what texts tell to have been found of a test, whether it is applied or not.

        What the reader found of a standard in general comes where no sentence names an element.
        """
        read = list(assess.told_findings(self._sentences(), test))
        taken = {(row.source, row.around) for row in read}
        general = assess.place_findings(self.told, test, [a.test for a in self.applied])
        others = [
            row
            for row in general
            if not any(
                row.source == s and at and row.around and at.overlaps(row.around) for s, at in taken
            )
        ]
        return list(assess.explained([*read, *others]))

    def _entered(self, applied: AppliedRow) -> list[FoundRow]:
        finds = [
            one
            for one in self._judgements
            if one.verb is Verb.FIND and one.about[0].partition(":")[0] == applied.test.key
        ]
        named = {one.about[1] for one in finds if len(one.about) > 1}
        said: dict[str, StatementRow] = (
            {row.id: row for row in self._statements(named)} if named else {}
        )
        keys = {WHOLE, *(element.key for element in applied.test.elements)}
        rows = []
        for one in finds:
            row = said.get(one.about[1]) if len(one.about) > 1 else None
            element = one.about[0].partition(":")[2]
            rows.append(
                FoundRow(
                    id=one.id,
                    elements=(element,) if element in keys else (),
                    found=Met(one.value),
                    when=one.when,
                    finder=one.note,
                    reason=one.because or None,
                    said_of=element,
                    entered_by=one.by,
                    source=row.source if row else None,
                    source_label=row.source_label if row else "",
                    words=row.content if row else "",
                    around=row.at if row else None,
                    statement=row,
                )
            )
        return rows

    # --- what is decided ---

    def apply(
        self,
        standard: str,
        *,
        to: str,
        elements: Mapping[str, str] | None = None,
        called: str = "",
        by: str,
        because: str = "",
    ) -> tuple[Test, int]:
        """Apply a standard to a matter, as it reads now; gives it and the operation's number.

        Args:
            to: the proceeding or matter, in words.
            elements: the case's own, for the place that the standard leaves.
            called: the key it bears here; '' its own.

        Raises:
            WrongUse: the key is borne by the test of another matter, or a key does not fit.
        """
        test = assess.load_standard(standard, self._folder)
        test = assess.with_elements(test, elements or {})
        key = called or test.key
        if not key.replace("-", "").isalnum():
            raise WrongUse(f"{key!r} cannot be a test's key", help="letters, digits and hyphens")
        if not to.strip():
            raise WrongUse("a test is applied to something", help="--to names the matter")
        other = next((a for a in self.applied if a.test.key == key and a.matter != to), None)
        if other is not None:
            raise WrongUse(
                f"{key} is applied to {other.matter!r} already", help="--as gives it another key"
            )
        body = {"test": {**asdict(test), "key": key}, "matter": to}
        value = canonical(body).decode("utf-8", "surrogatepass")
        number = self._judge(Verb.APPLY, (key,), by=by, because=because, value=value)
        return _test(body["test"]), number

    def find(
        self,
        key: str,
        element: str,
        found: Met,
        *,
        when: When | None,
        finder: str,
        reason: str = "",
        statement: str = "",
        by: str,
    ) -> int:
        """Record what somebody found of an element (`WHOLE`: of the whole); gives the operation.

        Args:
            statement: the id of one that reports it.

        Raises:
            NoSuchRow: there is no such test or element.
        """
        test = self.of(key).applied.test
        keys = [each.key for each in test.elements]
        if element != WHOLE and element not in keys:
            raise NoSuchRow(
                f"{test.key} has no element {element}", help=f"it has {', '.join(keys)}"
            )
        anchor = f"{test.key}:{element}" if element != WHOLE else test.key
        about = (anchor, statement) if statement else (anchor,)
        return self._judge(
            Verb.FIND, about, by=by, because=reason, value=found.value, when=when, note=finder
        )


def _test(told: object) -> Test:
    return msgspec.convert(told, Test)
