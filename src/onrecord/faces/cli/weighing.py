"""Commands that weigh: grade, and hypotheses held against the evidence."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.core.errors import WrongUse
from onrecord.core.grading import Credibility, Likelihood, Reliability
from onrecord.core.vocabulary import Verb
from onrecord.faces.cli.options import as_of, by_whom, example, in_case, in_form, in_time, open_case
from onrecord.faces.cli.printing import ID_SHOWN, Column, headed, listing, paragraph, say

if TYPE_CHECKING:
    from onrecord.core.hypotheses import EvidenceRow, Matrix


def _scales() -> str:
    reliability = "; ".join(f"{one} {one.meaning}" for one in Reliability)
    credibility = "; ".join(f"{one} {one.meaning}" for one in Credibility)
    likelihood = "; ".join(f"{one} ({one.meaning})" for one in Likelihood)
    return (
        f"\n\n    Reliability of a source: {reliability}.\n\n    Credibility of a statement or"
        f" reply: {credibility}.\n\n    Likelihood of a claim or hypothesis: {likelihood}."
    )


@click.command(epilog=example("onrecord grade src_ab12 B --because 'two corrections in a year'"))
@click.argument("row", metavar="[ID]", required=False)
@click.argument("value", metavar="[GRADE]", required=False)
@click.option("--on", metavar="DATE", help="The day from which it holds.")
@by_whom
@in_form
@in_time
@in_case
def grade(
    folder: Path,
    valid: str | None,
    known: str | None,
    form: str,
    row: str | None,
    value: str | None,
    on: str | None,
    by: str | None,
    because: str,
) -> None:
    """Give the row ID a GRADE; without one, list the grades of it or of all rows.

    The grades of several persons stand side by side and are never averaged. An earlier grade of
    the same person stays, as the history of the row.
    """
    if value is not None and row is not None:
        from onrecord.faces.cli.deciding import give

        give(Verb.GRADE, (row,), folder=folder, by=by, because=because, on=on, value=value)
        return
    with open_case(folder) as case:
        judging = case.judging(as_of(valid, known))
        wanted = case.find(row) if row else None
        found = [
            (one, each)
            for one, grades in judging.grades.items()
            if wanted in (None, one)
            for each in grades
        ]
        words = {
            one: said
            for judged in judging.rows
            for one, said in zip(judged.now, judged.words, strict=True)
            if one is not None
        }
    if form == "table":
        columns = [Column("id"), Column("grade, by whom, why, and of what", wide=True)]
        cells = [
            [one[:ID_SHOWN], f"{'' if each.stands else 'before: '}{each}\n{words.get(one, '')}"]
            for one, each in found
        ]
    else:
        columns = headed("id", "grade", "meaning", "by", "on", "because", "stands", "of")
        cells = [
            [one, each.value, each.meaning, each.by, each.on, each.because,
             "yes" if each.stands else "no", words.get(one, "")]
            for one, each in found
        ]  # fmt: skip
    faint = {number for number, (_, each) in enumerate(found) if not each.stands}
    listing(
        form, columns, [each for _, each in found], cells, "nothing is graded as of then", faint
    )


grade.help = f"{grade.help}{_scales()}"


@click.group(
    invoke_without_command=True, epilog=example("onrecord hypotheses && onrecord hypotheses rate")
)
@in_form
@in_time
@in_case
@click.pass_context
def hypotheses(
    context: click.Context, folder: Path, valid: str | None, known: str | None, form: str
) -> None:
    """Hold competing hypotheses against the evidence: a matrix of ratings, person by person.

    The hypothesis with the least against it stands first (Heuer); what speaks for one counts
    nothing, for it may speak for the others too. CC very consistent, C consistent, N neutral, NA
    not applicable, I inconsistent, II very inconsistent, - not rated.
    """
    if context.invoked_subcommand is not None:
        return
    with open_case(folder) as case:
        matrix = case.judging(as_of(valid, known)).hypotheses
    if form == "table":
        _show(matrix)
        return
    columns = headed(
        "row", "hypothesis", "wording", "by", "fit", "because", "diagnosticity", "decides", "words"
    )
    worded = {one.id: one.wording for one in matrix.hypotheses}
    cells = [
        [row.id, each.hypothesis, worded[each.hypothesis], each.by, each.fit.value, each.because,
         str(row.diagnosticity.get(each.by, "")), str(row.decides.get(each.by, "")), row.words]
        for row in matrix.evidence
        for each in row.ratings
    ]  # fmt: skip
    listing(form, columns, [matrix], cells, "")


@hypotheses.command("add", epilog=example("onrecord hypotheses add 'It was burnt' --because '…'"))
@click.argument("wording", metavar="WORDS")
@by_whom
@in_case
def add(folder: Path, wording: str, by: str | None, because: str) -> None:
    """Put a hypothesis on record, in WORDS."""
    from onrecord.faces.cli.deciding import give

    give(Verb.SUPPOSE, (), folder=folder, by=by, because=because, value=wording)


@hypotheses.command(
    "rate", epilog=example("onrecord hypotheses rate sta_3f2a H1=C H2=II --because 'it was dry'")
)
@click.argument("row", metavar="ID")
@click.argument("ratings", metavar="HYPOTHESIS=FIT...", nargs=-1, required=True)
@by_whom
@in_case
def rate(folder: Path, row: str, ratings: tuple[str, ...], by: str | None, because: str) -> None:
    """Say how a claim, a statement or another row fits each hypothesis.

    A hypothesis is named by its label in the matrix or by its id, FIT by its word or letters.
    """
    with open_case(folder) as case:
        labels = {one.label: one.id for one in case.judging().hypotheses.hypotheses}
    for told in ratings:
        hypothesis, equals, fit = told.partition("=")
        if not equals:
            raise WrongUse(f"{told!r} is no rating", help="write H1=C, or H2='very inconsistent'")
        from onrecord.faces.cli.deciding import give

        about = (labels.get(hypothesis.upper(), hypothesis), row)
        give(Verb.RATE, about, folder=folder, by=by, because=because, value=fit)


def _show(matrix: Matrix) -> None:
    if not matrix.hypotheses:
        say("no hypothesis is on record; 'onrecord hypotheses add' puts one there", err=True)
        return
    for one in matrix.hypotheses:
        held = "; ".join(str(each) for each in one.likelihoods if each.stands)
        paragraph(f"{one.label}  {one.wording} (supposed by {one.by}, {one.known}: {one.because})")
        if held:
            paragraph(f"held to be: {held}", indent="    ")
    say()
    labels = [one.label for one in matrix.hypotheses]
    columns = [
        Column("row"), Column("evidence", wide=True), Column("by"), *map(Column, labels),
        Column("tells"), Column("decides"),
    ]  # fmt: skip
    cells = [
        _cells(matrix, row, by) for row in matrix.evidence for by in matrix.people
        if any(one.by == by for one in row.ratings)
    ]  # fmt: skip
    listing("table", columns, cells, cells, "nothing is rated against them yet")
    for by in matrix.people:
        against = {score.hypothesis: score for score in matrix.scores if score.by == by}
        counted = ", ".join(
            f"{one.label} {against[one.id].points} ({against[one.id].very_inconsistent} II,"
            f" {against[one.id].inconsistent} I)"
            for one in matrix.hypotheses
        )
        say()
        order = " before ".join(" = ".join(group) for group in matrix.order[by])
        paragraph(f"{by}: against each, II counted twice: {counted}. Least contradicted: {order}.")
        if by in matrix.matters:
            row = next(one for one in matrix.evidence if one.id == matrix.matters[by])
            paragraph(
                f"{by}: what matters most is {row.id[:ID_SHOWN]}: without it {row.decides[by]} of"
                f" the pairs of hypotheses would stand otherwise. {row.words}"
            )
        else:
            paragraph(f"{by}: no single row decides the order; taking out any leaves it as it is.")


def _cells(matrix: Matrix, row: EvidenceRow, by: str) -> list[str]:
    mine = {one.hypothesis: one.fit.letters for one in row.ratings if one.by == by}
    return [
        row.id[:ID_SHOWN], row.words, by,
        *(mine.get(one.id, "-") for one in matrix.hypotheses),
        str(row.diagnosticity.get(by, "-")), str(row.decides.get(by, "-")),
    ]  # fmt: skip


COMMANDS = (grade, hypotheses)
