"""Commands on posts: tenures, who, was."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.core.dates import When
from onrecord.core.errors import WrongUse
from onrecord.faces.cli.again import listed
from onrecord.faces.cli.options import as_of, example, in_case, in_form, in_time, open_case
from onrecord.faces.cli.printing import ID_SHOWN, Column, headed, listing, say

if TYPE_CHECKING:
    from onrecord.case import Case
    from onrecord.core.posts import HolderRow, TenureRow
    from onrecord.show import Strip


def on_day(command: click.decorators.FC) -> click.decorators.FC:
    """Offer on which day, and in which body."""
    body = click.option(
        "--body", metavar="BODY", default="", help="In this body: its name, or words of it."
    )
    day = click.option("--on", "day", metavar="DATE", required=True, help="On this day.")
    return day(body(command))


def _day(words: str) -> date:
    when = When.of(words)
    first, last = when.first_date, when.last_date
    if first is None or first != last or when.uncertain or when.approximate:
        raise WrongUse(f"'{words}' is not one day", help="--on takes a day like 2024-07-05")
    return first


@click.command(epilog=example('onrecord tenures --actor "Ida Morrow" --format csv'))
@click.option("--actor", metavar="ACTOR", default="", help="Only of this actor: a name or an id.")
@click.option("--post", metavar="POST", default="", help="Only of this post.")
@click.option("--body", metavar="BODY", default="", help="Only in this body.")
@click.option("--source", metavar="ID", default="", help="Only those in this source.")
@in_form
@in_time
@in_case
@listed
def tenures(
    folder: Path,
    valid: str | None,
    known: str | None,
    form: str,
    actor: str,
    post: str,
    body: str,
    source: str,
) -> None:
    """List who held which post from when to when, each with its row in the file it comes from."""
    with open_case(folder) as case:
        rows = case.posts(as_of(valid, known)).tenures(
            actor=actor, post=post, body=body, source=source and case.find(source)
        )
    if form == "table":
        drawn = _strip(rows) if actor else None
        columns = [
            Column("id"),
            Column("who is told to have held what, and by whom", wide=True),
            Column(f"from/to\n{drawn.axis}" if drawn else "from/to"),
        ]
        cells = [
            [row.id[:ID_SHOWN], _told(row), f"{row.dates}\n{_line(drawn, row)}".rstrip()]
            for row in rows
        ]
    else:
        columns = headed("id", *_COLUMNS)
        cells = [[row.id, *_cells(row)] for row in rows]
    listing(form, columns, rows, cells, "no tenures as of then; 'onrecord add' takes in tables")
    if form == "table" and actor and rows:
        from onrecord.show import CITED, LEGEND

        say(f"{LEGEND}  {CITED} attested", err=True)


def _strip(rows: list[TenureRow]) -> Strip:
    """Give the axis on which an actor's tenures are drawn."""
    from onrecord.show import Strip

    dates = [when for row in rows for when in (row.held, *row.cited)]
    return Strip(dates, until=[row.seen for row in rows if _is_open(row)])


def _line(strip: Strip | None, row: TenureRow) -> str:
    if strip is None:
        return ""
    return strip.drawn(row.held, row.cited, row.seen if _is_open(row) else None)


def _is_open(row: TenureRow) -> bool:
    return row.held is not None and row.held.edtf.endswith("..")


def _told(row: TenureRow) -> str:
    """Tell of a tenure under whose word it is: nobody holds a post in our own voice."""
    if row.statement is not None:
        return f"{row.attribution}\n{row.name}: {row.attributed_post}; {_place(row)}"
    return f"{row.name}\n{row.attributed_post}; {_place(row)}"


_COLUMNS = ("holder", "post", "body", "held", "attested", "person", "office", "source", "start",
            "end", "told by", "statement")  # fmt: skip


def _cells(row: TenureRow) -> list[str]:
    return [
        row.name, row.post, row.body, str(row.held or ""), "; ".join(map(str, row.cited)),
        row.person, row.office, row.source, str(row.at.start), str(row.at.end), row.attribution,
        row.statement.id if row.statement else "",
    ]  # fmt: skip


def _place(row: TenureRow) -> str:
    return f"{row.source_label}:{row.at}"


@click.command(epilog=example('onrecord who "Harbour Master" --on 2024-07-05'))
@click.argument("post")
@on_day
@in_form
@in_time
@in_case
def who(
    folder: Path, valid: str | None, known: str | None, form: str, post: str, day: str, body: str
) -> None:
    """Say who held POST on a day, and on which rows that rests.

    POST is its name, a short title ("foreign secretary"), or a table's key. A day of change is not
    known: a table gives no hour.
    """
    with open_case(folder) as case:
        answer = case.posts(as_of(valid, known)).who(post, _day(day), body=body)
        nobody = "nobody" if answer.vacant else answer.answer.value
        _answers(case, form, answer.holders, f"{nobody}: {'; '.join(answer.because)}")
    if form != "table" or answer.holders:
        for reason in answer.because:
            say(reason, err=True)


@click.command(epilog=example('onrecord was "Ida Morrow" "Harbour Master" --on 2024-07-05'))
@click.argument("actor")
@click.argument("post")
@on_day
@in_form
@in_time
@in_case
def was(
    folder: Path,
    valid: str | None,
    known: str | None,
    form: str,
    actor: str,
    post: str,
    day: str,
    body: str,
) -> None:
    """Say whether ACTOR held POST on a day: yes, no or not known, with the reasons.

    ACTOR is a name (any that the person bears in the tables), an actor's id, or a table's key.
    Nobody's absence is a no, but where a table that knows the actor has another in the post.
    """
    with open_case(folder) as case:
        row = case.posts(as_of(valid, known)).was(
            actor if not actor.startswith("act_") else case.find(actor), post, _day(day), body=body
        )
        _answers(case, form, (row,), "")


def _answers(case: Case, form: str, rows: tuple[HolderRow, ...], nothing: str) -> None:
    if form == "table":
        columns = [Column("answer"), Column("who, what and why", wide=True)]
        cells = [[row.answer.value, _card(case, row)] for row in rows]
    else:
        columns = headed("answer", "holder", "post", "body", "on", "because", "rests on")
        cells = [
            [row.answer.value, row.name, row.post, row.body, str(row.on), "; ".join(row.because),
             "; ".join(one.id for one in row.rests_on)]
            for row in rows
        ]  # fmt: skip
    listing(form, columns, rows, cells, nothing)


def _card(case: Case, row: HolderRow) -> str:
    post = f"{row.post}, {row.body}" if row.body else row.post
    lines = [f"{row.name}: {post}" if post else row.name, *row.because]
    for one in row.rests_on[:3]:
        text = case.text(one.source).characters
        line = text.count("\n", 0, one.at.start) + 1
        words = " ".join(one.at.of(text).split())
        shown = words if len(words) <= 160 else f"{words[:157]}..."
        lines.append(f"{one.id[:ID_SHOWN]}  {one.source_label}, line {line}: {shown}")
    return "\n".join(lines)


COMMANDS = (tenures, who, was)
