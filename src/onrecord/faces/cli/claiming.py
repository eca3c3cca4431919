"""Commands on claims: claims, claim."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.core.dates import When
from onrecord.core.errors import WrongUse
from onrecord.core.vocabulary import Standing
from onrecord.core.wording import counted
from onrecord.faces.cli.again import listed
from onrecord.faces.cli.options import as_of, example, in_case, in_form, in_part, in_time, open_case
from onrecord.faces.cli.printing import ID_SHOWN, Column, headed, listing, paragraph, say

if TYPE_CHECKING:
    from onrecord.core.claims import ClaimLine, ClaimRow, PositionRow
    from onrecord.core.standings import MoveRow, TakenRow, Why

_WORDS = 300
"""Characters of somebody's words on a terminal; --format csv has them whole."""


@click.command(epilog=example("onrecord claims --standing disputed --known 2024-03-01"))
@click.option(
    "--actor", metavar="ACTOR", default="", help="Only where this actor takes a stance: name or id."
)
@click.option(
    "--standing",
    type=click.Choice([one.value for one in Standing]),
    help="Only those of this standing.",
)
@click.option("--source", metavar="ID", default="", help="Only those that this source speaks to.")
@click.option("--words", metavar="WORDS", default="", help="Only those worded with all of these.")
@click.option(
    "--changed-since",
    "since",
    metavar="DATE",
    help="List changes of position that came to be known on DATE or later instead.",
)
@click.option(
    "--most",
    type=click.IntRange(1),
    default=100,
    show_default=True,
    help="Rows of a table; CSV and JSON have all.",
)
@in_part
@in_form
@in_time
@in_case
@listed
def claims(
    folder: Path,
    valid: str | None,
    known: str | None,
    form: str,
    actor: str,
    standing: str | None,
    source: str,
    words: str,
    since: str | None,
    most: int,
    limit: int | None,
) -> None:
    """List what is claimed, with its standing and why.

    No claim is a fact, and no standing says that it is true: it follows from who asserts, denies,
    doubts, reports or withdraws it, by rules that are printed with it. The best supported come
    first; a dispute moves none up. With --changed-since it lists who changed position, from what to
    what, with both statements.
    """
    most = min(most, limit or most)
    if since is not None and (actor or standing or source or words):
        raise WrongUse("--changed-since lists changes of all claims", help="leave the others out")
    with open_case(folder) as case:
        room = case.claims(as_of(valid, known))
        if since is not None:
            _show_moves(form, room.changed(When.of(since))[-(limit or 0) :], most, since)
            return
        if form == "table" and not (actor or standing or source or words):
            lines, count = room.first(most)
        else:
            lines = room.of(
                actor=case.find(actor) if actor.startswith("act_") else actor,
                standing=Standing(standing) if standing else None,
                source=source and case.find(source),
                words=words,
            )[:limit]
            count = len(lines)
    nothing = "no claim is on record as of then"
    if form == "table":
        columns = [
            Column("claim"),
            Column("standing"),
            Column("what is claimed, by which rule it stands so, and who stands where", wide=True),
        ]
        cells = [[one.id[:ID_SHOWN], one.state, _card(one)] for one in lines[:most]]
        listing(form, columns, lines, cells, nothing)
        if count > most:
            say(f"and {count - most} more; --most lists them", err=True)
        return
    columns = headed(
        "id", "standing", "claim", "worded by", "rule", "who stands where", "independent origins",
        "corroborated by", "statements", "sources",
    )  # fmt: skip
    listing(form, columns, lines, [_cells(one) for one in lines], nothing)


def _card(one: ClaimLine) -> str:
    rows = (
        f"{counted(one.positions, 'statement')} in {counted(one.sources, 'source')},"
        f" {counted(one.independent, 'independent origin')}"
    )
    return "\n".join([one.attributed(_WORDS), *one.because, rows])


def _cells(one: ClaimLine) -> list[str]:
    return [
        one.id, one.standing.value, one.attributed(), one.worded_by, one.because[0],
        "; ".join(one.because[1:]), str(one.independent), str(one.corroborated_by),
        str(one.positions), str(one.sources),
    ]  # fmt: skip


def _show_moves(form: str, moves: list[MoveRow], most: int, since: str) -> None:
    nothing = f"nobody is known to have changed position since {since}"
    if form == "table":
        columns = [
            Column("known"),
            Column("who moved from what to what, on which claim, in what words", wide=True),
        ]
        cells = [[move.after.known, _move(move)] for move in moves[-most:]]
    else:
        columns = headed(
            "claim", "who", "before", "said", "words before", "after", "said then", "known",
            "words after",
        )  # fmt: skip
        cells = [
            [
                move.claim, move.after.called, move.before.does, str(move.before.when or ""),
                move.before.attributed(), move.after.does, str(move.after.when or ""),
                move.after.known, move.after.attributed(),
            ]
            for move in moves
        ]  # fmt: skip
    listing(form, columns, moves, cells, nothing)


def _move(move: MoveRow) -> str:
    lines = [move.title, f"on {move.claim[:ID_SHOWN]}: {move.attributed(_WORDS)}"]
    return "\n".join(
        [*lines, move.before.attributed(_WORDS), f"then: {move.after.attributed(_WORDS)}"]
    )


@click.command(epilog=example("onrecord claim clm_0f3a --why"))
@click.argument("id", metavar="CLAIM")
@click.option("--why", "asked", is_flag=True, help="Rule, rows, and what would change it.")
@in_form
@in_time
@in_case
@listed
def claim(
    folder: Path, valid: str | None, known: str | None, form: str, id: str, asked: bool
) -> None:
    """Show one claim: its standing, and every position taken on it, in the order of time.

    CLAIM is an id, or a claim in your own words, which is not recorded: statements are put to it by
    what their words say. Silences and declined requests stand among the positions, as the texts
    report them. With --why also the rule, the rows it rests on, those that were set aside and for
    what reason, how origins were counted, and the nearest changes by which the standing would be
    another.
    """
    with open_case(folder) as case:
        room = case.claims(as_of(valid, known))
        words = " ".join(id.split())
        row = room.worded([words])[0] if " " in words else room.claim(room.find(words))
        page = room.page(row)
    if form == "table":
        _show(row, page.taken, page.why if asked else None)
    elif form == "json":
        listing(form, [], [page if asked else row], [], "")
    else:
        columns = headed(
            "claim", "who", "does", "said", "known", "counts", "attributed words", "id", "source",
            "start", "end",
        )  # fmt: skip
        listing(form, columns, page.taken, [_taken_cells(row, one) for one in page.taken], "")


def _show(row: ClaimRow, taken: tuple[TakenRow, ...], why: Why | None) -> None:
    paragraph(row.attributed())
    say(f"  {row.id}")
    for words in row.because:
        paragraph(words, "  ")
    if why is not None:
        _show_why(row, why)
    say()
    say("Positions, in the order of time:")
    for one in taken:
        when = str(one.when) if one.when is not None else "no date"
        aside = f" (not counted: {one.aside})" if one.aside else ""
        paragraph(f"{when}: {one.called} {one.does}{aside}; known {one.known}", "  ")
        paragraph(one.attributed(_WORDS), "    ")


def _show_why(row: ClaimRow, why: Why) -> None:
    say()
    paragraph(f"Why {row.state}: {why.rule}.")
    for cited in why.cited:
        spare = " (redundant: without it the standing is the same)" if cited.redundant else ""
        paragraph(f"{cited.position.called} {cited.position.takes}{spare}", "  ")
        paragraph(cited.position.attributed(_WORDS), "    ")
    for position, reason in why.set_aside:
        paragraph(f"not counted, {reason}: {_aside(position)}", "  ")
    if row.counted:
        say("Origins, counted:")
        for words in row.counted:
            paragraph(words, "  ")
    say("What would change it:")
    for change in why.changes:
        paragraph(str(change), "  ")
    if not why.changes:
        say("  no single change that was tried")


def _aside(position: PositionRow) -> str:
    return position.attributed(_WORDS)


def _taken_cells(row: ClaimRow, one: TakenRow) -> list[str]:
    words = one.position.statement if one.position is not None else one.reply
    assert words is not None
    return [
        row.id, one.called, one.does, str(one.when or ""), one.known, one.aside or "yes",
        one.attributed(), words.id, words.source, str(words.at.start), str(words.at.end),
    ]  # fmt: skip


COMMANDS = (claims, claim)
