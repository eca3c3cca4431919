"""The draft desk on the command line: check."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.core.errors import Refused, WrongUse
from onrecord.core.wording import counted
from onrecord.faces.cli.options import as_of, example, in_case, in_time, open_case
from onrecord.faces.cli.printing import paragraph, say

if TYPE_CHECKING:
    from onrecord.core.drafts import Checked, Finding

FOUND = 1
FORMS = ("text", "json", "sarif", "html")
_HELD = 3
"""Words of the record that are shown under a finding; --format json has them all."""


@click.command(epilog=example("onrecord check story.md --as-of 2024-06-01"))
@click.argument("drafts", nargs=-1, type=click.Path(path_type=Path))
@click.option("--day", metavar="DATE", help="The draft's own day.  [default: what it says itself]")
@click.option(
    "--select", metavar="CODES", default="", help="Only these: OR201, or OR2 for all of it."
)
@click.option("--ignore", metavar="CODES", default="", help="Not these.")
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    default="text",
    show_default=True,
    help="How findings are given; html is the annotated draft with its fact sheet.",
)
@click.option("--explain", metavar="CODE", help="Say what a code stands for, and stop.")
@in_time
@in_case
def check(
    folder: Path,
    valid: str | None,
    known: str | None,
    drafts: tuple[Path, ...],
    day: str | None,
    select: str,
    ignore: str,
    form: str,
    explain: str | None,
) -> int:
    """Hold DRAFTS (text, Markdown, HTML, DOCX) against the record, sentence by sentence.

    Every finding has a code, the words it is about, and what the record says with whose words that
    is. A finding can be accepted in a file beside the draft (story.md.desk.toml). Nothing of a
    draft enters the record. Exit code 1: something was found that nobody has accepted, or a
    draft could not be read.
    """
    from onrecord import reader
    from onrecord.case import explained

    if explain is not None:
        say(explained(explain).rstrip())
        return 0
    if not drafts:
        raise WrongUse("no draft is named", help="onrecord check story.md")
    with open_case(folder) as case:
        desk = case.desk(reader.load(), as_of(valid, known))
        results = []
        for draft in drafts:
            try:
                chosen, left = _codes(select), _codes(ignore)
                results.append(desk.hold_file(draft, day=day, select=chosen, ignore=left))
            except Refused as refusal:  # the other drafts are checked all the same
                say(f"onrecord: {refusal}", err=True)
    _print(form, results)
    unread = len(results) < len(drafts)
    return FOUND if unread or any(one.open for one in results) else 0


def _codes(words: str) -> list[str]:
    return [word for word in words.replace(",", " ").split() if word]


def _print(form: str, results: list[Checked]) -> None:
    from onrecord import show
    from onrecord.case import codes

    names = codes()

    if form == "json":
        click.echo(show.as_json(results))
    elif form == "sarif":
        click.echo(show.as_sarif(results, names))
    elif form == "html":
        click.echo(show.annotated(results, names), nl=False)
    else:
        for one in results:
            _say(one)


def _say(result: Checked) -> None:
    """Print findings the way a linter does: place, code, what; then what it rests on."""
    for finding in result.findings:
        line, column = result.place(finding.at)
        head = f"{result.draft}:{line}:{column}: {finding.code} {finding.severity.value}"
        say(head if not finding.answered else f"{head}, accepted by {finding.answered}")
        for text, indent in _lines(result, finding):
            paragraph(text, indent)
        say()
    for note in result.notes:
        say(f"{result.draft}: {note}", err=True)
    accepted = sum(bool(one.answered) for one in result.findings)
    told = len(result.findings) - accepted
    rest = f", {accepted} accepted" if accepted else ""
    say(
        f"{result.draft}: {counted(len(result.sentences), 'sentence')}, "
        f"{counted(told, 'finding')}{rest}; held against the record as of {result.as_of}"
    )


def _lines(result: Checked, finding: Finding) -> Iterator[tuple[str, str]]:
    words = " ".join(finding.at.of(result.characters).split())
    yield f"“{words}”: {finding.says}", "  "
    if finding.difference:
        yield f"difference: {finding.difference}", "    "
    for held in finding.rests_on[:_HELD]:
        yield f"the record: {held.attributed(300)}", "    "
    if len(finding.rests_on) > _HELD:
        yield f"and {len(finding.rests_on) - _HELD} more", "    "
    if finding.wording:
        yield f"{finding.offered}: {finding.wording}", "    "


COMMANDS = (check,)
