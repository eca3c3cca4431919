"""What was found of the elements that the bench tells: which day, by whom, if with a reason."""

from __future__ import annotations

from typing import Any

from bench.case_alder.built import Built
from onrecord.assess import found_table, prevailing
from onrecord.core.findings import WHOLE, AppliedRow, FoundRow
from onrecord.core.vocabulary import Element, Met, Stage, Test

FOUND = {
    Met.MET: "met",
    Met.NOT_MET: "not_met",
    Met.NO_LONGER_MET: "no_longer_met",
    Met.NOT_KNOWN: "not_known",
    Met.NOT_ASSESSED: "not_assessed",
    Met.NOT_DECIDED: "not_decided",
    Met.DOUBTED: "doubted",
}


def tests(built: Built) -> list[dict[str, Any]]:
    """Give what each is told to have found of each element and day, with a reason if told."""
    test = told_test(built)
    if not test.elements:
        return []
    rows, _ = prevailing(built.case.tests().found_of(test))
    best: dict[tuple[str, str, str], FoundRow] = {}
    for row in rows:
        for element in row.elements:
            if element == WHOLE or row.when is None:
                continue
            key = element, row.when.edtf, row.finder
            if key not in best or _rank(row) > _rank(best[key]):
                best[key] = row
    found = [
        _one(element, day, row.found, row.finder, row.reason is not None)
        for (element, day, _), row in best.items()
    ]
    return [*found, *_derived(test, rows, {(element, day) for element, day, _ in best})]


def told_test(built: Built) -> Test:
    """Give the test whose elements the bench tells, all of them needed."""
    told: dict[str, str] = built.told.get("elements", {})
    stage = Stage(key="all", name="elements", threshold="")
    elements = tuple(Element(key=key, wording=words, stage="all") for key, words in told.items())
    return Test(key="told", name="elements", elements=elements, stages=(stage,))


def _derived(test: Test, rows: list[FoundRow], told: set[tuple[str, str]]) -> list[dict[str, Any]]:
    """Give what a finding of the whole means for the elements that nobody names."""
    applied = AppliedRow(id="told", test=test, matter="told", by="", because="")
    return [
        _one(cell.element, cell.day.edtf, cell.state, cell.standing.rests_on[0].finder, False)
        for cell in found_table(applied, rows).cells
        if cell.element != WHOLE
        and (cell.element, cell.day.edtf) not in told
        and not cell.carried
        and cell.standing.rests_on
    ]


def _one(element: str, day: str, found: Met, by: str, reasoned: bool) -> dict[str, Any]:
    return {
        "element": element,
        "when": day,
        "finding": FOUND[found],
        "by": by,
        "reason_stated": reasoned,
    }


def _rank(row: FoundRow) -> tuple[bool, bool]:
    return row.official, row.reason is not None
