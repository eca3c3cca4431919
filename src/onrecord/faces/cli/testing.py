"""The command on tests: list standards, apply one, record a finding, show how elements stand."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.core.dates import When
from onrecord.core.errors import WrongUse
from onrecord.core.findings import NO_REASON, WHOLE
from onrecord.core.vocabulary import Met
from onrecord.faces.cli.options import as_of, example, in_case, in_form, in_time, open_case
from onrecord.faces.cli.printing import WIDEST, Column, headed, listing, paragraph, say

if TYPE_CHECKING:
    from onrecord.core.findings import ChangeRow, FoundRow, StateRow, TestRow

_DAY, _ELEMENT = 15, 30
"""Columns of a terminal for a day ("no longer met") and for an element, at least."""

_WORDS = 300


@click.group()
def test() -> None:
    """Hold the evidence against a standard, element by element and day by day.

    \b
    onrecord test list
    onrecord test apply full-code-test --to "R v Pell" --element taken="the ledger was taken"
    onrecord test find taken met --when 2024-04-02 --finder "Ida Marr"
    onrecord test show
    """


@test.command("list", epilog=example("onrecord test list"))
@in_form
@in_case
def list_(folder: Path, form: str) -> None:
    """List the standards that can be applied, and what each asks.

    One of your own is a YAML file in the folder "standards" of the case.
    """
    with open_case(folder) as case:
        tests = case.tests().standards()
    if form == "table":
        columns = [Column("key"), Column("name, and what it asks at each stage", wide=True)]
        cells = [
            [
                one.key,
                "\n".join(
                    [one.name]
                    + [
                        f"{stage.name} ({stage.threshold}): "
                        + "; ".join(e.wording for e in one.of_stage(stage.key))
                        for stage in one.stages
                    ]
                    + [f"laid down in: {'; '.join(one.sources)}"] * bool(one.sources)
                ),
            ]
            for one in tests
        ]
    else:
        columns = headed("key", "name", "stage", "threshold", "element", "wording", "stands for")
        cells = [
            [one.key, one.name, stage.key, stage.threshold, e.key, e.wording, e.stands_for]
            for one in tests
            for stage in one.stages
            for e in one.of_stage(stage.key)
        ]
    listing(form, columns, tests, cells, "there are no standards")


def _by(command: click.decorators.FC) -> click.decorators.FC:
    return click.option("--by", metavar="NAME", help="Who enters it.  [default: the user's name]")(
        command
    )


@test.command(epilog=example('onrecord test apply publication --to "The story on the dyke"'))
@click.argument("standard")
@click.option("--to", "matter", metavar="MATTER", required=True, help="To what, in words.")
@click.option(
    "--element", "elements", metavar="KEY=WORDS", multiple=True,
    help="An element of the case's own, in the place that the standard leaves; again for more.",
)  # fmt: skip
@click.option("--as", "called", metavar="KEY", default="", help="The key it bears in this case.")
@click.option("--because", metavar="WHY", default="", help="Why, for the log.")
@_by
@in_case
def apply(
    folder: Path,
    standard: str,
    matter: str,
    elements: tuple[str, ...],
    called: str,
    because: str,
    by: str | None,
) -> None:
    """Apply STANDARD to a matter: a key of 'test list', or the path of a YAML file.

    The case keeps the standard as it reads now; applying it again takes in a changed file.
    """
    with open_case(folder) as case:
        applied, number = case.tests().apply(
            standard,
            to=matter,
            elements=dict(_pair(words) for words in elements),
            called=called,
            by=by or case.user,
            because=because,
        )
    say(f"{applied.name} is applied to {matter} as {applied.key}:")
    for element in applied.elements:
        paragraph(f"{element.key}: {element.wording}", "  ")
    say(f"'onrecord undo {number}' takes it back.")


def _pair(words: str) -> tuple[str, str]:
    key, equals, wording = words.partition("=")
    if not equals:
        raise WrongUse(f"{words!r} is not an element", help="give it as KEY=WORDS")
    return key.strip(), wording


@test.command(epilog=example('onrecord test find taken met --when 2024-09 --finder "Ida Marr"'))
@click.argument("element")
@click.argument("found", type=click.Choice([met.value for met in Met if met is not Met.NOT_KNOWN]))
@click.option("--test", "key", metavar="KEY", default="", help="Of which test, if several apply.")
@click.option("--when", metavar="DATE", required=True, help="For which day it was found.")
@click.option("--finder", metavar="NAME", default="", help="Who found it.")
@click.option("--because", metavar="REASON", default="", help="The finder's reason, if stated.")
@click.option("--statement", metavar="ID", default="", help="A statement that reports it.")
@_by
@in_case
def find(
    folder: Path,
    element: str,
    found: str,
    key: str,
    when: str,
    finder: str,
    because: str,
    statement: str,
    by: str | None,
) -> None:
    """Record that somebody found ELEMENT ("whole": the test as a whole) to be FOUND.

    It is kept as your entry of another's finding: it says who found it, and who entered it.
    """
    with open_case(folder) as case:
        number = case.tests().find(
            key,
            WHOLE if element == "whole" else element,
            Met(found),
            when=When.of(when),
            finder=finder,
            reason=because,
            statement=case.find(statement) if statement else "",
            by=by or case.user,
        )
    reason = "" if because else f" ({NO_REASON})"
    say(f"Recorded{reason}. 'onrecord undo {number}' takes it back.")


@test.command(epilog=example("onrecord test show --between 2023-05-10 2024-03-31"))
@click.argument("key", required=False, default="")
@click.option("--between", "days", metavar="D1 D2", nargs=2, help="What changed between two days.")
@in_form
@in_time
@in_case
def show(
    folder: Path,
    key: str,
    days: tuple[str, str] | None,
    form: str,
    valid: str | None,
    known: str | None,
) -> None:
    """Show the elements of an applied test against the days on which anything was found of them.

    Numbers in brackets lead to the findings below, each with who found it and whose words report
    it. KEY is needed where several tests are applied.
    """
    with open_case(folder) as case:
        tests = case.tests(as_of(valid, known))
        if days:
            one, other = (When.of(day) for day in days)
            _show_changes(form, tests.between(key, one, other), one, other)
            return
        row = tests.of(key)
    if form == "table":
        _show(row)
        return
    columns = headed(
        "test", "element", "wording", "day", "state", "found", "finder", "reason",
        "attributed words", "entered by", "id", "source", "start", "end",
    )  # fmt: skip
    listing(form, columns, [row], list(_cells(row)), "nothing was found of it yet")


def _show(row: TestRow) -> None:
    import shutil

    numbers = {found.id: number for number, found in enumerate(row.found, 1)}
    say(f"{row.test.name}, applied to {row.applied.matter} ({row.test.key})")
    for stage in row.test.stages:
        say(f"{stage.name}: {stage.threshold}")
    say()
    for state in row.fell:
        _say_fallen(row, state, numbers)
    width = min(shutil.get_terminal_size().columns, WIDEST)
    at_once = max(1, (width - _ELEMENT) // _DAY)
    keys = [state.element for state in row.states if state.element not in row.silent]
    for start in range(0, len(row.days), at_once):
        part = row.days[start : start + at_once]
        columns = [Column("element", wide=True), *headed(*(str(day) for day in part))]
        cells = [
            [row.wording(key), *(_cell(row, key, day, numbers) for day in part)] for key in keys
        ]
        listing("table", columns, cells, cells, "")
        say()
    if row.days:
        say("In parentheses: as it stood before; nothing was found of it that day.")
    quiet = [row.wording(key) for key in row.silent]
    if quiet:
        paragraph(f"Not known, as nothing is said to have been found: {'; '.join(quiet)}")
    say()
    for found in row.found:
        of = "; ".join(row.wording(key) for key in found.elements)
        paragraph(f"[{numbers[found.id]}] {found.title}", "")
        paragraph(f"found of: {of}", "  ")
        paragraph(found.attributed(_WORDS), "  ")
    for what, rows in (
        ("no day is said", row.undated),
        ("it fits no element", row.unplaced),
        ("an official document reports it", row.aside),
    ):
        for found in rows:
            paragraph(f"not counted, as {what}: {found.title}: {found.attributed(_WORDS)}")


def _cell(row: TestRow, key: str, day: When, numbers: dict[str, int]) -> str:
    cell = row.cell(key, day)
    said = "".join(f"[{numbers[found.id]}]" for found in cell.leads_to)
    state = f"({cell.state.value})" if cell.carried else cell.state.value
    marks = [found.found.value for found in cell.found if found.found is not cell.state]
    extra = [m for m in dict.fromkeys(marks) if m in (Met.DOUBTED, Met.NOT_DECIDED)]
    return "\n".join([state, *extra, *([said] if said else [])])


def _say_fallen(row: TestRow, state: StateRow, numbers: dict[str, int]) -> None:
    leads = "".join(f"[{numbers[found.id]}]" for found in state.rests_on if found.id in numbers)
    paragraph(f"no longer met since {state.since}: {row.wording(state.element)} {leads}")
    for found in state.rests_on:
        paragraph(found.attributed(_WORDS), "  ")
    say()


def _cells(row: TestRow) -> Iterator[list[str]]:
    for cell in row.cells:
        nothing: list[FoundRow | None] = [None]
        for found in cell.found or nothing:
            yield [
                row.test.key, cell.element, row.wording(cell.element), str(cell.day),
                cell.state.value, *(_found_cells(found) if found else [""] * 9),
            ]  # fmt: skip


def _found_cells(found: FoundRow) -> list[str]:
    place = found.around
    return [
        found.found.value, found.finder, NO_REASON if found.reason is None else found.reason,
        found.attributed(), found.entered_by, found.id, found.source or "",
        f"{place.start if place else ''}", f"{place.end if place else ''}",
    ]  # fmt: skip


def _show_changes(form: str, rows: tuple[ChangeRow, ...], one: When, other: When) -> None:
    nothing = f"no element stands on {other} otherwise than on {one}"
    if form == "table":
        columns = [Column("element, how it stood and stands, and on whose words", wide=True)]
        cells = [[_change(row, one, other)] for row in rows]
    else:
        columns = headed("element", "wording", "before", "after", "since", "because", "words")
        cells = [
            [
                row.element, row.wording, row.before.state.value, row.after.state.value,
                str(row.after.since or ""), row.after.because,
                "; ".join(found.attributed() for found in row.after.rests_on),
            ]
            for row in rows
        ]  # fmt: skip
    listing(form, columns, rows, cells, nothing)


def _change(row: ChangeRow, one: When, other: When) -> str:
    lines = [
        row.wording,
        f"{one}: {row.before.state.value} ({row.before.because})",
        f"{other}: {row.after.state.value} since {row.after.since} ({row.after.because})",
    ]
    return "\n".join([*lines, *(found.attributed(_WORDS) for found in row.after.rests_on)])


COMMANDS = (test,)
