"""Commands on what documents carry of one another: origins, quotes, versions."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from onrecord.core.quotes import Drift
from onrecord.faces.cli.again import listed
from onrecord.faces.cli.options import as_of, example, in_case, in_form, in_part, in_time, open_case
from onrecord.faces.cli.printing import Column, headed, listing

if TYPE_CHECKING:
    from onrecord.core.origins import BranchRow, CarriesRow
    from onrecord.core.quotes import QuoteRow, VariantRow
    from onrecord.core.versions import ChangeRow, VersionsRow

_SHOWN = 240
"""Characters of words shown in a table; --format csv has them whole."""


@click.command(epilog=example("onrecord origins --format csv"))
@click.option("--source", metavar="ID", default="", help="Only what this source carries.")
@in_part
@in_form
@in_time
@in_case
@listed
def origins(
    folder: Path,
    valid: str | None,
    known: str | None,
    form: str,
    source: str,
    limit: int | None,
) -> None:
    """Show which documents carry which: copies, rewrites, quotations, names, versions.

    A document stands below the one it carries, with the words that show it. What carries another
    is no second origin, and what no words show is not claimed.
    """
    with open_case(folder) as case:
        rows = case.carried(as_of(valid, known)).branches
        only = source and case.find(source)
    rows = [row for row in rows if not only or row.source == only][:limit]
    nothing = "no document was found to carry another"
    if form == "table":
        columns = [Column("which carries which, and the words that show it", wide=True)]
        cells = [[_branch(row)] for row in rows]
    else:
        columns = headed(
            "depth", "source", "kind", "of", "title", "because", "likeness", "attributed words",
            "start", "end",
        )  # fmt: skip
        cells = [
            _link_cells(row, link)
            for row in rows
            for link in (*((row.link,) if row.link else ()), *row.others)
        ]
    listing(form, columns, rows, cells, nothing)


def _branch(row: BranchRow) -> str:
    indent = "    " * row.depth
    outside = "" if row.source is not None else " (not in the record)"
    if row.link is None:
        lines = [f"{indent}{row.source_label}{outside}"]
    else:
        lines = [f"{indent}{row.link.title}", f"{indent}  {_shown(row.link)}"]
    also: dict[str, list[CarriesRow]] = {}
    for link in row.others:
        also.setdefault(link.manner, []).append(link)
    for manner, links in also.items():
        if row.link is not None and manner == row.link.manner:
            continue
        lines.append(f"{indent}  also {manner}: {_shown(links[0])}")
    return "\n".join(lines)


def _shown(link: CarriesRow) -> str:
    return f"{link.because}; {link.attributed(_SHOWN)}" if link.words else link.because


def _link_cells(row: BranchRow, link: CarriesRow) -> list[str]:
    return [
        str(row.depth), link.source, link.kind.value, link.of or "", link.title, link.because,
        "" if link.likeness is None else f"{link.likeness:.2f}",
        link.attributed() if link.words else "",
        str(link.at.start) if link.at else "", str(link.at.end) if link.at else "",
    ]  # fmt: skip


@click.command(epilog=example("onrecord quotes --drift altered"))
@click.option("--source", metavar="ID", default="", help="Only those that this source has.")
@click.option(
    "--drift",
    type=click.Choice([one.value for one in Drift]),
    multiple=True,
    help="Only wordings that differ so; may be repeated.",
)
@in_form
@in_time
@in_case
@listed
def quotes(
    folder: Path,
    valid: str | None,
    known: str | None,
    form: str,
    source: str,
    drift: tuple[str, ...],
) -> None:
    """List what several documents quote, with the fullest wording and how each other differs.

    Another wording is identical, cut, merged (two pieces run into one), altered, or re-attributed
    (given to another speaker). In the difference [-these words-] are left out and {+these+} put in.
    The fullest wording is not said to be the right one.
    """
    with open_case(folder) as case:
        rows = case.carried(as_of(valid, known)).quotes
        only = source and case.find(source)
    chosen = [
        (row, variants)
        for row in rows
        if (variants := [one for one in row.variants if _is_chosen(row, one, only, drift)])
    ]
    nothing = "no quotation was found in several documents"
    if form == "table":
        columns = [Column("the fullest wording, and the others", wide=True)]
        cells = [[_quote(row, variants)] for row, variants in chosen]
    else:
        columns = headed(
            "drift", "attributed fullest", "attributed wording", "difference", "because",
            "source of the fullest", "start", "end", "source", "start here", "end here",
        )  # fmt: skip
        cells = [_quote_cells(one) for _, variants in chosen for one in variants]
    listing(form, columns, [row for row, _ in chosen], cells, nothing)


def _is_chosen(row: QuoteRow, one: VariantRow, source: str, drift: tuple[str, ...]) -> bool:
    held = not source or source in (row.fullest.source, one.wording.source)
    return held and (not drift or one.drift.value in drift)


def _quote(row: QuoteRow, variants: list[VariantRow]) -> str:
    lines = [row.fullest.attributed(_SHOWN)]
    for one in variants:
        lines.append(f"{one.drift.value}: {one.wording.attributed(_SHOWN)}")
        if one.drift is not Drift.IDENTICAL:
            lines.append(f"  {one.because}: {one.difference}")
    return "\n".join(lines)


def _quote_cells(one: VariantRow) -> list[str]:
    return [
        one.drift.value, one.of.attributed(), one.wording.attributed(), one.difference,
        one.because, one.of.source, str(one.of.at.start), str(one.of.at.end),
        one.wording.source, str(one.wording.at.start), str(one.wording.at.end),
    ]  # fmt: skip


@click.command(epilog=example("onrecord versions --known 2024-03-01"))
@click.option("--source", metavar="ID", default="", help="Only of the page of this source.")
@in_form
@in_time
@in_case
@listed
def versions(folder: Path, valid: str | None, known: str | None, form: str, source: str) -> None:
    """List what publishers changed in a page: added, removed, reworded, re-attributed.

    Versions are documents under one address that have a text in common. The earlier one stays on
    record, and its statements are marked as no longer in the page.
    """
    with open_case(folder) as case:
        rows = case.carried(as_of(valid, known)).versions
        only = source and case.find(source)
    rows = [row for row in rows if not only or only in (row.earlier, row.later)]
    nothing = "no page is on record in two versions"
    if form == "table":
        columns = [Column("which page, and what was changed in it", wide=True)]
        cells = [[_versions(row)] for row in rows]
    else:
        columns = headed(
            "edit", "attributed before", "attributed after", "difference", "because", "known",
            "notice", "earlier", "start", "end", "later", "start later", "end later",
        )  # fmt: skip
        cells = [_change_cells(row, change) for row in rows for change in row.changes]
    listing(form, columns, rows, cells, nothing)


def _versions(row: VersionsRow) -> str:
    said = f"the page says so: “{row.notice}”" if row.notice else "the page does not say so"
    dated = ", and both bear the same day" if row.dated_alike else ""
    lines = [
        f"{row.earlier_label} → {row.later_label}",
        f"changed by {row.known}; {said}{dated}" if row.changes else "nothing was changed",
    ]
    return "\n".join([*lines, *(_change(one) for one in row.changes)])


def _change(one: ChangeRow) -> str:
    if one.before is None or one.after is None:
        passage = one.before or one.after
        return f"{one.edit.value}: {passage.attributed(_SHOWN) if passage else ''}"
    because = f" ({one.because})" if one.because else ""
    return f"{one.edit.value}{because}: {one.after.source_label}: {one.difference}"


def _change_cells(row: VersionsRow, one: ChangeRow) -> list[str]:
    before, after = one.before, one.after
    return [
        one.edit.value,
        before.attributed() if before else "", after.attributed() if after else "",
        one.difference, one.because, row.known, row.notice,
        row.earlier, str(before.at.start) if before else "", str(before.at.end) if before else "",
        row.later, str(after.at.start) if after else "", str(after.at.end) if after else "",
    ]  # fmt: skip


COMMANDS = (origins, quotes, versions)
