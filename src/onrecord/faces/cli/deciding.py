"""Commands by which people decide: judge, a form for each verb; and the judgements in force."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from onrecord.core.dates import When
from onrecord.core.deciding import on_scale
from onrecord.core.grading import Credibility, Fit, Likelihood, Reliability
from onrecord.core.vocabulary import Met, Stance, Verb
from onrecord.faces.cli.again import listed
from onrecord.faces.cli.options import (
    as_of,
    by_whom,
    example,
    in_case,
    in_form,
    in_time,
    open_case,
)
from onrecord.faces.cli.printing import Column, headed, listing, say

if TYPE_CHECKING:
    from onrecord.core.judged import JudgementRow

Command = Callable[..., Any]


class _AsWritten(click.Group):
    """Lists its forms in the order in which they are written below."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


@click.group(
    cls=_AsWritten,
    epilog=example("onrecord judge reject sta_3f2a91 --because 'the caption was cut off'"),
)
def judge() -> None:
    """Put a decision of yours on record: who, when, and why (--because) stand beside it.

    Ids may be cut short. Nothing is overwritten: 'onrecord undo' takes a judgement back, and then
    everything is as if it had never been given, while the log keeps both.
    """


def _form(verb: Verb, epilog: str) -> Callable[[Command], click.Command]:
    """Offer one form of judging; what it needs besides it names itself."""

    def made(command: Command) -> click.Command:
        on = click.option(
            "--on", metavar="DATE", help="The day for which it holds, where it holds for one."
        )
        return judge.command(verb.value, epilog=example(epilog))(on(by_whom(in_case(command))))

    return made


def give(
    verb: Verb,
    about: tuple[str, ...],
    *,
    folder: Path,
    by: str | None,
    because: str,
    on: str | None = None,
    value: str = "",
    note: str = "",
) -> None:
    """Record a judgement and say what is on record now."""
    when = None if on is None else When.of(on)
    with open_case(folder) as case:
        made = case.judging().give(
            verb, about, because=because, value=value, by=by, when=when, note=note
        )
        row = case.judging().of(verb=verb)[-1]
    say(f"On record: {row.title}.")
    say(f"'onrecord undo {made.id}' takes it back.")


@_form(Verb.JOIN, "onrecord judge join act_5d1c act_77e0 --because 'same chamber, same dates'")
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
def join(one: str, other: str, **told: Any) -> None:
    """Hold A and B to be one.

    A and B are two actors or mentions, or two claims.
    """
    give(Verb.JOIN, (one, other), **told)


@_form(Verb.PART, "onrecord judge part act_5d1c men_08af --because 'father and son'")
@click.argument("one", metavar="A")
@click.argument("other", metavar="B")
def part(one: str, other: str, **told: Any) -> None:
    """Hold A and B to be different.

    A and B are two actors or mentions, two claims, or a claim and a statement.
    """
    give(Verb.PART, (one, other), **told)


@_form(Verb.CONFIRM, "onrecord judge confirm sta_3f2a91 rep_90c2 --because 'read in the print'")
@click.argument("rows", metavar="ID...", nargs=-1, required=True)
def confirm(rows: tuple[str, ...], **told: Any) -> None:
    """Say that rows are what their words say.

    They are then no longer marked as read by a machine only.
    """
    give(Verb.CONFIRM, rows, **told)


@_form(Verb.REJECT, "onrecord judge reject sta_3f2a91 --because 'a picture credit, not speech'")
@click.argument("rows", metavar="ID...", nargs=-1, required=True)
def reject(rows: tuple[str, ...], **told: Any) -> None:
    """Say that rows are not what their words say.

    They leave every list; '--rejected' and 'onrecord judgements' still show them. What somebody
    said is never rejected for being untrue: that is what claims and grades are for.
    """
    give(Verb.REJECT, rows, **told)


@_form(Verb.WRITE, "onrecord judge write 'The log was lost' sta_3f2a91 --because 'both are of it'")
@click.argument("wording", metavar="WORDS")
@click.argument("statements", metavar="[STATEMENT]...", nargs=-1)
def write(wording: str, statements: tuple[str, ...], **told: Any) -> None:
    """Write a claim in your own WORDS, of STATEMENTS if any."""
    give(Verb.WRITE, statements, value=wording, **told)


@_form(Verb.REWORD, "onrecord judge reword clm_81 'The log was mislaid' --because 'so he said'")
@click.argument("claim", metavar="CLAIM")
@click.argument("wording", metavar="WORDS")
def reword(claim: str, wording: str, **told: Any) -> None:
    """Give CLAIM another wording."""
    give(Verb.REWORD, (claim,), value=wording, **told)


@_form(Verb.PLACE, "onrecord judge place clm_81 sta_3f2a91 denies --because 'it is of the log'")
@click.argument("claim", metavar="CLAIM")
@click.argument("statement", metavar="STATEMENT")
@click.argument("stance", metavar="STANCE")
@click.option("--scope", "note", metavar="WORDS", default="", help="How far a denial reaches.")
def place(claim: str, statement: str, stance: str, **told: Any) -> None:
    """Say which stance STATEMENT takes on CLAIM."""
    give(Verb.PLACE, (claim, statement), value=stance, **told)


place.help = f"{place.help}\n\n    STANCE: {', '.join(Stance)}."


@_form(Verb.GRADE, "onrecord judge grade src_ab12 B --because 'two corrections in a year'")
@click.argument("row", metavar="ID")
@click.argument("grade", metavar="GRADE")
def grade(row: str, grade: str, **told: Any) -> None:
    """Grade a source, an item or a likelihood."""
    give(Verb.GRADE, (row,), value=grade, **told)


grade.help = (
    f"{grade.help}\n\n    GRADE: for a source {', '.join(Reliability)}; for a statement or reply"
    f" {', '.join(Credibility)}; for a claim or hypothesis {', '.join(Likelihood)}."
)


@_form(Verb.FIND, "onrecord judge find full-code-test:taken met --on 2024-09 --finder 'Ida Marr'")
@click.argument("element", metavar="TEST[:ELEMENT]")
@click.argument("found", metavar="FOUND")
@click.option("--reported-in", metavar="STATEMENT", default="", help="A statement that reports it.")
@click.option("--finder", metavar="NAME", default="", help="Who found it.")
def find(
    folder: Path,
    element: str,
    found: str,
    on: str | None,
    by: str | None,
    because: str,
    reported_in: str,
    finder: str,
) -> None:
    """Record what somebody found of an element of a test.

    Here --because is the finder's reason, and may be left out: a reason not stated is on record as
    that. See 'onrecord test'.
    """
    key, _, part = element.partition(":")
    with open_case(folder) as case:
        number = case.tests().find(
            key,
            part or "whole",
            Met(on_scale(Met, found)),
            when=None if on is None else When.of(on),
            finder=finder,
            reason=because,
            statement=reported_in and case.find(reported_in),
            by=by or case.user,
        )
    say(f"On record: {element} was found {found}.")
    say(f"'onrecord undo {number}' takes it back.")


find.help = f"{find.help}\n\n    FOUND: {', '.join(Met)}."


@_form(Verb.SUPPOSE, "onrecord judge suppose 'The log was burnt by mistake' --because 'the cook'")
@click.argument("wording", metavar="WORDS")
def suppose(wording: str, **told: Any) -> None:
    """Put a hypothesis on record, in WORDS."""
    give(Verb.SUPPOSE, (), value=wording, **told)


@_form(Verb.RATE, "onrecord judge rate hyp_77 sta_3f2a91 inconsistent --because 'it was dry then'")
@click.argument("hypothesis", metavar="HYPOTHESIS")
@click.argument("row", metavar="ID")
@click.argument("fit", metavar="FIT")
def rate(hypothesis: str, row: str, fit: str, **told: Any) -> None:
    """Say how a claim, a statement or another row fits HYPOTHESIS."""
    give(Verb.RATE, (hypothesis, row), value=fit, **told)


rate.help = f"{rate.help}\n\n    FIT: {', '.join(f'{fit} ({fit.letters})' for fit in Fit)}."


@click.command(epilog=example("onrecord judgements --verb reject"))
@click.option("--verb", type=click.Choice([verb.value for verb in Verb]), help="Only such.")
@click.option("--by", metavar="NAME", default="", help="Only those this person gave.")
@click.option("--about", metavar="ID", default="", help="Only those about this row.")
@click.option("--orphans", is_flag=True, help="Only those about a row that is no longer read.")
@in_form
@in_time
@in_case
@listed
def judgements(
    folder: Path,
    valid: str | None,
    known: str | None,
    form: str,
    verb: str | None,
    by: str,
    about: str,
    orphans: bool,
) -> None:
    """List the judgements in force: what was decided of which words, by whom, and why.

    One whose row has moved a little in a newer reading says so; one whose row is read no more is an
    orphan: it decides nothing, and waits for its words.
    """
    with open_case(folder) as case:
        rows = case.judging(as_of(valid, known)).of(
            verb=Verb(verb) if verb else None, by=by, about=about, orphans=orphans
        )
    judgement_rows(form, rows)


def judgement_rows(form: str, rows: list[JudgementRow]) -> None:
    """List judgements in one of the forms of lists."""
    if form == "table":
        columns = [Column("id"), Column("what was decided, why, and of which words", wide=True)]
        cells = [[row.id[:12], card(row)] for row in rows]
    else:
        columns = headed(
            "id", "verb", "about", "now", "value", "by", "because", "known", "holds for", "note",
            "attributed words",
        )  # fmt: skip
        cells = [
            [row.id, row.verb.value, " ".join(row.about), " ".join(one or "" for one in row.now),
             row.value, row.by, row.because, row.known, str(row.when or ""), row.note,
             "; ".join(row.words)]
            for row in rows
        ]  # fmt: skip
    listing(form, columns, rows, cells, "no judgement is in force as of then")


def card(row: JudgementRow) -> str:
    """Tell one judgement: what, by whom and why, of which words, and what became of its anchors."""
    lines = [row.title, f"{row.by}, {row.known}: {row.because}"]
    lines += [words for words in row.words if words]
    lines += [f"carried over from {was} to {now}: its words moved" for was, now in row.moved]
    lines += [f"orphan: {one} is no longer read" for one in row.orphans]
    return "\n".join(lines)


COMMANDS = (judge, judgements)
