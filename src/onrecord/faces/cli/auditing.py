"""Commands that measure and renew what was read: audit, reread."""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.core.grading import Verdict
from onrecord.faces.cli.options import by_whom, example, in_case, in_form, open_case
from onrecord.faces.cli.printing import ID_SHOWN, headed, listing, paragraph, say, watched
from onrecord.faces.cli.taking_in import by_reader, chosen_reader

if TYPE_CHECKING:
    from onrecord.case import Case
    from onrecord.core.auditing import AuditRow, DrawnRow
    from onrecord.core.rereading import ReadRow, TextDifference

_KEYS = {"r": Verdict.RIGHT, "w": Verdict.WRONG, "u": Verdict.UNSURE}
_AROUND = 160
"""Characters of context to either side."""


@click.command(epilog=example("onrecord audit --kind statements -n 50 --seed 7"))
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    metavar="KIND",
    help="Only of this kind, again for more: statements, replies, quantities, questions, tenures,"
    " flows, events.  [default: all]",
)
@click.option(
    "-n", "most", type=click.IntRange(1), default=30, show_default=True,
    help="So many rows of each kind.",
)  # fmt: skip
@click.option("--seed", default=1, show_default=True, help="Another seed draws other rows.")
@click.option("--by", metavar="NAME", help="Who judges.  [default: the user's name]")
@click.option("--results", is_flag=True, help="Ask nothing; print what was found until now.")
@in_form
@in_case
def audit(
    folder: Path, form: str, kinds: tuple[str, ...], most: int, seed: int, by: str | None,
    results: bool,
) -> None:  # fmt: skip
    """Draw rows by chance, take your verdict on each, and print how many were right.

    One key each: r right, w wrong, u unsure, s skip for now, q quit; typed as lines where input
    is not a terminal. What was judged is kept at once; the same command goes on with the rest.
    Precision is given with its 95 % interval (Wilson) by kind, reader and person; a verdict
    rejects nothing by itself.
    """
    with open_case(folder) as case:
        if not results:
            _ask(case, kinds, most, seed, by or case.user)
        rows = case.judging().audited
    if form == "table":
        for row in rows:
            paragraph(f"{row}.")
        if not rows:
            say("nothing was judged yet", err=True)
        return
    columns = headed("kind", "reader", "by", "right", "wrong", "unsure", "precision", "low", "high")
    listing(form, columns, rows, [_cells(row) for row in rows], "")


def _cells(row: AuditRow) -> list[str]:
    low, high = row.interval or ("", "")
    numbers = ["" if one in (None, "") else f"{one:.4f}" for one in (row.precision, low, high)]
    return [row.kind, row.reader, row.by, *map(str, (row.right, row.wrong, row.unsure)), *numbers]


def _ask(case: Case, kinds: tuple[str, ...], most: int, seed: int, by: str) -> None:
    auditing = case.auditing()
    for kind in kinds or auditing.kinds:
        drawn = auditing.draw(kind, most=most, seed=seed, by=by)
        for number, row in enumerate(drawn, 1):
            if row.verdict is not None:
                continue
            _show(case, row, f"{kind}, {number} of {len(drawn)}")
            key = _key()
            if key == "q":
                return
            if key in _KEYS:
                auditing.judge(row, _KEYS[key], by=by)


def _show(case: Case, row: DrawnRow, where: str) -> None:
    """Show a drawn row with its words where they stand, marked."""
    from rich.text import Text

    from onrecord.faces.cli.printing import console, plain

    characters = case.text(row.source).characters
    start, end = max(0, row.at.start - _AROUND), min(len(characters), row.at.end + _AROUND)
    words = Text(plain(characters[start:end]))
    for span in row.marked:
        words.stylize("reverse", max(0, span.start - start), max(0, span.end - start))
    say(f"\n{where}  {row.id[:ID_SHOWN]}")
    console().print("…", words, "…", sep="")
    say("read as:")
    for line in row.words.split("\n"):
        paragraph(line, indent="  ")


def _key() -> str:
    """Take one key: r, w, u, s or q; the end of the input quits."""
    say("right, wrong, unsure, skip, quit? [r/w/u/s/q] ")
    while True:
        if sys.stdin.isatty():
            given = click.getchar()
        else:
            given = sys.stdin.readline()
            if not given:
                return "q"
        key = given.strip()[:1].lower()
        if key in {*_KEYS, "s", "q"}:
            return key
        if key:
            say(f"{key!r} is none of r, w, u, s, q", err=True)


_ROWS = 40
"""Rows shown of one text; --format csv lists them all."""


@click.command(epilog=example("onrecord reread && onrecord reread --apply --because 'reader 3'"))
@click.option("--apply", "keep", is_flag=True, help="Keep the new readings; else only show them.")
@by_reader
@by_whom
@in_form
@in_case
def reread(
    folder: Path, form: str, keep: bool, by: str | None, because: str, reader_name: str,
    llm_address: str | None, llm_model: str | None,
) -> int:  # fmt: skip
    """Read again, with the present reader, every text that another reader or version read.

    Shows what is new, gone, read otherwise, or moved by a few words, and what becomes of
    judgements: carried over to the moved rows, or orphaned. The old readings stay; 'onrecord undo'
    gives them back. When interrupted, run it again for the rest.
    """
    made = chosen_reader(reader_name, llm_address, llm_model)
    found: list[TextDifference] = []
    with open_case(folder) as case, watched() as progress:
        again = case.rereading(made)
        differences = (
            again.apply(by=by or case.user, because=because, progress=progress)
            if keep
            else again.differences(progress)
        )
        try:
            with closing(differences):
                found += differences
        except KeyboardInterrupt:
            if keep:
                say("What was read until now is kept. Run the same again for the rest.", err=True)
            raise
    rows = [row for one in found for row in _listed(one)]
    if form == "table":
        for one in found:
            if one.differs or one.fault or one.orphaned:
                _print(one)
        _sum(found, keep)
    else:
        columns = headed("source", "difference", "kind", "id", "before", "words", "words before")
        listing(form, columns, found, rows, "")
    return 1 if any(one.fault for one in found) else 0


def _listed(one: TextDifference) -> list[list[str]]:
    rows = [[one.source, "new", row.kind, row.id, "", row.words, ""] for row in one.new]
    rows += [[one.source, "gone", row.kind, row.id, "", "", row.words] for row in one.gone]
    for what, pairs in (("moved", one.moved), ("changed", one.changed)):
        rows += [
            [one.source, what, now.kind, now.id, was.id, now.words, was.words] for was, now in pairs
        ]
    return rows


def _print(one: TextDifference) -> None:
    say()
    if one.fault:
        paragraph(f"{one.label}: the reader failed ({one.fault}); it keeps the reading it has")
        return
    say(f"{one.label}  {one.source[:ID_SHOWN]}")
    lines = [f"+ {row.kind} {row.id[:ID_SHOWN]}  {row.words}" for row in one.new if _told(row)]
    lines += [f"- {row.kind} {row.id[:ID_SHOWN]}  {row.words}" for row in one.gone if _told(row)]
    for mark, pairs in (("~", one.moved), ("=", one.changed)):
        lines += [
            f"{mark} {now.kind} {now.id[:ID_SHOWN]}  {now.words}; before: {was.words}"
            for was, now in pairs
            if _told(now)
        ]
    for line in lines[:_ROWS]:
        paragraph(line, indent="  ")
    if len(lines) > _ROWS:
        say(f"  and {len(lines) - _ROWS} more; --format csv lists them all")
    if one.carried:
        say(f"  judgements carried over: {', '.join(row[:ID_SHOWN] for row in one.carried)}")
    if one.orphaned:
        say(f"  judgements orphaned: {', '.join(row[:ID_SHOWN] for row in one.orphaned)}")


def _told(row: ReadRow) -> bool:
    """Say whether a row is told of in the table: mentions and dates are only counted."""
    return row.kind not in ("mention", "date")


def _sum(found: list[TextDifference], keep: bool) -> None:
    if not found:
        say("every text was read by the present reader")
        return
    counts = {
        what: sum(len(getattr(one, what)) for one in found)
        for what in ("new", "gone", "moved", "changed", "carried", "orphaned")
    }
    same = sum(one.same for one in found)
    say()
    paragraph(
        f"{len(found)} texts read again: {same} rows the same, {counts['new']} new (+),"
        f" {counts['gone']} gone (-), {counts['moved']} moved (~), {counts['changed']} read"
        f" otherwise (=); judgements: {counts['carried']} carried over, {counts['orphaned']}"
        " orphaned."
    )
    if keep:
        say("Kept. 'onrecord undo' gives the readings before back; orphans: 'onrecord judgements"
            " --orphans'.")  # fmt: skip
    else:
        say("Nothing was changed; --apply keeps the new readings.")


COMMANDS = (audit, reread)
