"""What the rows that commands and exports print must tell: in a table, and cell by cell as CSV."""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any
from unittest.mock import patch

from telling import TOLD, flat

import onrecord.case
from onrecord.case import Case
from onrecord.core.flows import IdentityRow, name_of
from onrecord.core.rows import NOBODY, ReplyRow, StatementRow
from onrecord.core.vocabulary import AsOf
from onrecord.core.wording import MANNER
from onrecord.faces.cli import printing
from onrecord.faces.cli.main import main

Marks = tuple[str, ...]
Rows = Callable[[Case], Iterator[Marks]]


def printed(folder: Path, words: Sequence[str], form: str) -> list[str]:
    """Run a command and give each row that it prints, as one line of words.

    What is not a row of a table, as the lines about one claim, is one line together.
    """
    rows: list[str] = []

    def table(columns: object, cells: Sequence[Sequence[str]], faint: object) -> None:
        rows.extend(" ".join(map(str, row)) for row in cells)

    told = io.StringIO()
    with (
        redirect_stdout(told),
        redirect_stderr(io.StringIO()),
        patch.dict(printing._WAYS, table=table),
        patch.object(onrecord.case, "shown", NothingKept),
    ):
        assert main([*words, "--case", str(folder), "--format", form]) == 0, words
    if form == "csv":
        rows = [" | ".join(row) for row in csv.reader(io.StringIO(told.getvalue()))]
    else:
        rows.append(told.getvalue())
    return [flat(row) for row in rows]


class NothingKept:
    """In place of what was printed before: every command prints anew."""

    def __init__(self, folder: Path) -> None:
        pass

    def get(self, kind: str, told: str) -> tuple[str, None]:
        return "", None


def missing(rows: Sequence[str], musts: Sequence[Marks]) -> list[str]:
    """List what no row tells and should."""
    wanted = [[flat(mark) for mark in marks if mark] for marks in musts]
    return [str(one) for one in wanted if not any(_tells(row, one) for row in rows)]


def _tells(row: str, marks: Sequence[str]) -> bool:
    """Say whether a row tells all marks; one after "==" is all that it tells."""
    return all(mark[2:] == row if mark[:2] == "==" else mark in row for mark in marks)


def whose(row: StatementRow | ReplyRow) -> Marks:
    """Give what stands before somebody's words wherever they are quoted."""
    if isinstance(row, ReplyRow):
        by = f"asked by {row.asked_by.called}" if row.asked_by else ""
        through = f"through {row.through.called}" if row.through else ""
        where = f"reported by {row.source_label})"
        return f"{row.asked.called} ({row.outcome.value}", through, by, where, flat(row.words)[:90]
    if row.is_own_voice:
        return f"{row.source_label} writes", flat(row.content)[:90]
    proposed = "proposed" if row.proposed else ""
    tellers = (one.called for one in row.chain)
    who = flat(row.speaker) or NOBODY
    return (f"{who} (", proposed, MANNER[row.act], *tellers, f"; {row.source_label})",
            flat(row.content).strip("“”")[:90])  # fmt: skip


def of(row: Any, words: str = "") -> Marks:
    """Give whose the words of a row are: of its statement, or of its source itself."""
    statement = getattr(row, "statement", None)
    if statement is not None:
        return whose(statement)
    return f"{row.source_label} writes", flat(words or row.words)[:90]


def _statements(case: Case) -> Iterator[Marks]:
    for row in case.statements():
        graded = (f"{one.value} by {one.by}" for one in row.grades if one.stands)
        sure = "confirmed" if row.confirmed else f"sure {hundredths(row.sureness)}"
        sure = "by hand" if row.entered_by else sure
        depth = f"depth {row.depth}" if row.depth else ""
        yield row.id[:12], *whose(row), *graded, sure, depth


def hundredths(sureness: float | None) -> str:
    return f"{math.floor((sureness or 0) * 100 + 1e-9) / 100:.2f}"


def _statement_cells(case: Case) -> Iterator[Marks]:
    for row in case.statements():
        yes = "yes" if row.confirmed else "no"
        made = f" | {row.made} | " if row.made else ""
        yield (row.id, *whose(row), f"| {row.speaker or NOBODY} |", f"| {row.act.value} |",
               f"| {row.commitment.word} |", made, " > ".join(one.called for one in row.chain),
               f"| {'yes' if row.proposed else 'no'} |", f"| {yes} |",
               f"| {row.sureness!r} |" if row.sureness is not None else "",
               f"| {row.entered_by}" if row.entered_by else "")  # fmt: skip


def _replies(case: Case) -> Iterator[Marks]:
    for row in case.replies():
        yield whose(row)


def _reply_cells(case: Case) -> Iterator[Marks]:
    for row in case.replies():
        by = f"| {row.asked_by.called} |" if row.asked_by else ""
        through = f"| {row.through.called} |" if row.through else ""
        yield row.id, *whose(row), f"| {row.asked.called} | {row.outcome.value} |", by, through


def _claims(case: Case) -> Iterator[Marks]:
    for one in case.claims().lines:
        by = one.worded_by or "the machine"
        stands = (side.called for side in one.stands)
        does = (side.holds.value for side in one.stands)
        words = f"Claim ({one.state}; worded by {by}): “{flat(one.wording)[:90]}"
        yield f"{one.id[:12]} {one.state} {words}", *stands, *does


def _claim_cells(case: Case) -> Iterator[Marks]:
    for one in case.claims().lines:
        words = f"Claim ({one.state}; worded by {one.worded_by or 'the machine'}): “"
        stands = (side.called for side in one.stands)
        yield (f"{one.id} | {one.standing.value} | {words}", f"| {one.worded_by} |", *stands,
               f"| {one.because[0]} |")  # fmt: skip


def _moves(case: Case) -> Iterator[Marks]:
    for one in case.claims().changed():
        by = one.worded_by or "the machine"
        then = f"then: {one.after.called}" if one.after.position else ""
        yield (f"{one.after.known} {one.after.called}: {one.before.does} (", str(one.before.when),
               f"→ {one.after.does} ({one.after.when or 'no date'})", then and "then: ",
               f"Claim ({one.standing}; worded by {by}): “",
               *(whose(side.position.statement)[0] for side in (one.before, one.after)
                 if side.position))  # fmt: skip


def _move_cells(case: Case) -> Iterator[Marks]:
    for one in case.claims().changed():
        for side in (one.before, one.after):
            if side.position is not None:
                moved = f"{one.after.called} | {one.before.does} | {one.before.when or ''} |"
                yield (f"{one.claim} | {moved}",
                       f"| {one.after.does} | {one.after.when or ''} | {one.after.known} |",
                       *whose(side.position.statement))  # fmt: skip


def _claim(case: Case) -> Iterator[Marks]:
    room = case.claims()
    row = room.claim(room.lines[0].id)
    page = room.page(row)
    by = row.worded_by or "the machine"
    yield (f"Claim ({row.state}; worded by {by}): “{flat(row.wording)}”", *row.because)
    yield (f"Why {row.state}: {page.why.rule}.",)
    for cited in page.why.cited:
        words = whose(cited.position.statement)
        spare = " (redundant: without it the standing is the same)" if cited.redundant else ""
        yield (f"{cited.position.called} {cited.position.takes}{spare} {words[0]}",)
    for position, reason in page.why.set_aside:
        yield (f"not counted, {reason}: {whose(position.statement)[0]}",)
    for one in page.taken:
        aside = f" (not counted: {one.aside})" if one.aside else ""
        said = one.position.statement if one.position is not None else one.reply
        assert said is not None
        first = whose(said)[0]
        yield (f"{one.when or 'no date'}: {one.called} {one.does}{aside}; known {one.known}"
               f" {first}",)  # fmt: skip
    for words in (*row.counted, *map(str, page.why.changes)):
        yield (words,)


def _taken_cells(case: Case) -> Iterator[Marks]:
    room = case.claims()
    row = room.claim(room.lines[0].id)
    for one in room.page(row).taken:
        said = one.position.statement if one.position is not None else one.reply
        assert said is not None
        first = f"{row.id} | {one.called} | {one.does} | {one.when or ''} | {one.known}"
        yield f"{first} | {one.aside or 'yes'} |", *whose(said)


def _timeline(case: Case) -> Iterator[Marks]:
    for row in case.timeline():
        when = str(row.when or "not known")
        ended = f"; {row.ended}" if row.ended else ""
        standing = f"; {row.standing.value}" if row.standing else ""
        told = f"{row.told}{standing}: {row.what}{ended}" if row.what else ""
        if row.at is None:
            yield when, row.source_label, row.words
        else:
            by = f"date entered by hand by {row.entered_by}" if row.entered_by else ""
            yield when, told, by, *of(row)


def _timeline_cells(case: Case) -> Iterator[Marks]:
    for row in case.timeline():
        words = of(row) if row.at is not None else (row.source_label, row.words)
        standing = row.standing.value if row.standing else ""
        anchor, rule = (row.when.anchor, row.when.rule) if row.when else ("", "")
        last = f"{row.id} | {anchor} | {rule} | {row.entered_by}"
        by = f" (date entered by hand by {row.entered_by})" if row.entered_by else ""
        yield (str(row.when or ""), row.kind, row.what, row.told, standing, row.ended, *words,
               flat(last), by if row.at is not None else "")  # fmt: skip


def _flows(case: Case) -> Iterator[Marks]:
    for arrow in case.arrows():
        firm = f"how firmly, at most: {arrow.firmness}" if arrow.firmness else ""
        yield f"{arrow.standing.value} {arrow.title}", "; ".join(arrow.because), firm
        for hop in arrow.hops[:5]:
            when = f", {hop.when}" if hop.when else ""
            means = f", {hop.means}" if hop.means else ""
            manner = f"{TOLD[hop.realised.value]}{means}{when}: {of(hop)[0]}"
            yield arrow.title, manner, *of(hop)
        for one in arrow.placed[:3]:
            yield arrow.title, f"of its claim, {one.takes}: {whose(one.statement)[0]}"


def _hop_cells(case: Case) -> Iterator[Marks]:
    for arrow in case.arrows():
        for hop in arrow.hops:
            when = f"| {hop.when} |" if hop.when else ""
            told = f"| {TOLD[hop.realised.value]} | {hop.teller} | {arrow.standing.value} |"
            ends = " | ".join(name_of(one) for one in (hop.giver, hop.taker))
            first = f"{hop.id} | {hop.number} | {ends} |"
            yield first, when, told, "; ".join(arrow.because), *of(hop)


def _paths(case: Case) -> Iterator[Marks]:
    for path in case.flows(AsOf()).paths("Tom Vane", "Ivo Marrin").paths:
        weak = path.steps[path.weakest]
        yield (f"{path.title} weakest: step {path.weakest + 1}, {weak.title}: {path.why}",)
        for step in path.steps:
            if step.arrow is not None:
                standing = f"{step.arrow.standing.value}; {'; '.join(step.arrow.because)}"
                yield f"{path.title}", f"{step.title} (", f"): {standing}"
            else:
                assert step.identity is not None
                yield f"{path.title}", f"{step.title}: {conditional(step.identity)}"
        for note in path.notes:
            yield (f"mind: {note}",)


def conditional(row: IdentityRow) -> str:
    """Give what a step holds only on: who is held to be whom, and by whom."""
    return f"only if {name_of(row.one)} is {name_of(row.other)}: {of(row)[0]}"


def _path_cells(case: Case) -> Iterator[Marks]:
    for path in case.flows(AsOf()).paths("Tom Vane", "Ivo Marrin").paths:
        for step in path.steps:
            if step.arrow is not None:
                ends = f"{name_of(step.giver)} | {name_of(step.taker)}"
                because = "; ".join(step.arrow.because)
                yield (f"| {ends} | {step.arrow.standing.value} | {because} |",)
        yield f"| yes | {path.why} |", "; ".join(path.notes)


def _events(case: Case) -> Iterator[Marks]:
    for row in case.events(AsOf()).rows:
        yield f"{row.when or 'day not said'} {row.title}", *of(row)


def _event_cells(case: Case) -> Iterator[Marks]:
    for row in case.events(AsOf()).rows:
        what = f"{row.kind.value} | {TOLD[row.realised.value]} | {row.outcome} |"
        yield f"{row.id} | {row.when or ''} | {what}", *of(row)


def _proceedings(case: Case) -> Iterator[Marks]:
    for row in case.proceedings():
        ended = "no source tells of an end"
        if row.ending is not None:
            when = f", {row.ending.when}" if row.ending.when else ""
            ended = f"told to have ended: {row.ending.how}{when} ({of(row.ending.steps[-1])[0]}"
        yield f"{row.opened or 'day not said'} {row.title}", ended
        for step in row.steps[:8]:
            yield (
                row.title,
                f"{step.when or 'day not said'}: {step.title}: {of(step)[0]}",
                *of(step),
            )
        for one in row.findings:
            yield row.title, one.title
        for words in row.because:
            yield row.title, f"put together: {words}"


def _step_cells(case: Case) -> Iterator[Marks]:
    for row in case.proceedings():
        end = row.ending
        how = f"| {end.how if end else 'not known'} | {(end.when or '') if end else ''} |"
        for step in row.steps:
            told = f"{step.kind.value} | {step.when or ''} | {TOLD[step.realised.value]} |"
            who = " and ".join(name_of(party) for party in row.parties)
            bodies = ", ".join(name_of(body) for body in row.bodies)
            first = f"{row.id} | {who} | {bodies} |"
            yield first, how, f"| {told}", *of(step), "; ".join(row.because)


def _quantities(case: Case) -> Iterator[Marks]:
    for row in case.quantities():
        said_of = f", said of “{flat(row.owner)}" if row.owner else ""
        yield *of(row), f"read from “{flat(row.counted)}”{said_of}"


def _questions(case: Case) -> Iterator[Marks]:
    for row in case.questions():
        whom = f"asked of {row.asked.called}" if row.asked else "of whom is not said"
        due = f"{row.due}" if row.due else "no day said"
        yield due, *whose(row.statement), f"{whom}{f', on {row.put}' if row.put else ''}"


def _quotes(case: Case) -> Iterator[Marks]:
    for row in case.carried().quotes:
        ones = [("", row.fullest), *((f"{each.drift.value}: ", each.wording)
                                      for each in row.variants)]  # fmt: skip
        for drift, one in ones:
            yield (f"{drift}{one.speaker or 'nobody named'} ({one.source_label}): “",)
        for each in row.variants:
            if each.drift.value != "identical":
                yield (each.because,)


def _versions(case: Case) -> Iterator[Marks]:
    for row in case.carried().versions:
        notice = f"“{row.notice}”" if row.notice else "the page does not say so"
        yield f"{row.earlier_label} → {row.later_label}", f"changed by {row.known}; ", notice
        for one in row.changes:
            passage = one.after or one.before
            assert passage is not None
            because = f" ({one.because})" if one.because else ""
            both = one.after is not None and one.before is not None
            words = one.difference if both else f"“{flat(passage.words)[:60]}"
            yield (f"{one.edit.value}{because}: {passage.source_label}: {flat(words)}",)


def _differences(case: Case) -> Iterator[Marks]:
    for row in case.differing():
        yield f"{row.matter.value} {row.one.value} / {row.other.value}", row.outcome, *row.because
        for side in row.sides:
            yield f"{side.attribution}: “{flat(side.words)[:60]}", row.outcome


def _judgements(case: Case) -> Iterator[Marks]:
    for one in case.judging().rows:
        yield one.title, f"{one.by}, {one.known}: {one.because}", *(w[:60] for w in one.words)


def _grades(case: Case) -> Iterator[Marks]:
    for grades in case.judging().grades.values():
        for one in grades:
            before = "" if one.stands else "before: "
            yield (f"{before}{one.value} ({one.meaning}) by {one.by}, {one.on}: {one.because}",)


def _grade_cells(case: Case) -> Iterator[Marks]:
    for grades in case.judging().grades.values():
        for one in grades:
            stands = "yes" if one.stands else "no"
            yield (
                f"| {one.value} | {one.meaning} | {one.by} | {one.on} | {one.because} | {stands}",
            )


def _hypotheses(case: Case) -> Iterator[Marks]:
    matrix = case.judging().hypotheses
    for one in matrix.hypotheses:
        held = f"held to be: {one.likelihoods[0]}" if one.likelihoods else ""
        yield (f"{one.label} {one.wording} (supposed by {one.by}, {one.known}: {one.because})",
               held)  # fmt: skip
    for row in matrix.evidence:
        yield row.words, *(one.by for one in row.ratings), *(r.fit.letters for r in row.ratings)


def _chains(case: Case) -> Iterator[Marks]:
    for chain in case.chains():
        first = chain.steps[0]
        yield (f"{chain.name} {first.became.value} ({first.day or 'day not known'})",)
        for step in chain.steps:
            through = f", through {step.through}" if step.through else ""
            row = step.row
            said = row if isinstance(row, (ReplyRow, StatementRow)) else row.statement
            yield (chain.name, chain.now.value,
                   f"{step.day or 'day not known'}: {step.became.value}{through}: {whose(said)[0]}",
                   *whose(said))  # fmt: skip


def _tenures(case: Case) -> Iterator[Marks]:
    for rows in case.tenures().values():
        for row in rows:
            yield row.name, row.attributed_post, row.source_label, str(row.held or "")


def _test(case: Case) -> Iterator[Marks]:
    row = case.tests().rows[0]
    yield (f"{row.test.name}, applied to {row.applied.matter}",)
    for state in row.fell:
        yield (f"no longer met since {state.since}: {row.wording(state.element)}",)
    for found in row.found:
        whose_words = of(found) if found.statement or found.source else (found.reporter,)
        yield f"] {found.title}", f"found of: {row.wording(found.elements[0])}", whose_words[0]
    for cell in row.cells:
        state = f"({cell.state.value})" if cell.carried else cell.state.value
        yield row.wording(cell.element), state


def _log(case: Case) -> Iterator[Marks]:
    for row in case.log():
        yield str(row.number), row.entered, f"{row.verb}, by {row.by}", row.because
        if row.undone_by:
            yield str(row.number), row.entered, f"{row.undone_by}"


def _sources(case: Case) -> Iterator[Marks]:
    for row in case.sources():
        title = f"“{flat(row.title)[:100]}" if row.refusal is None else f"refused: {row.refusal}"
        graded = (f"{one.value} by {one.by}" for one in row.grades if one.stands)
        yield row.label, title, *graded


def _origins(case: Case) -> Iterator[Marks]:
    for row in case.carried().branches:
        outside = "(not in the record)" if row.source is None else ""
        if row.link is None:
            yield (f"=={row.source_label}{outside}",)
        for also in row.others:
            yield (f"also {also.manner}: {also.because}",)
        if row.link is not None:
            words = f"; {row.link.source_label}: “" if row.link.words else ""
            yield row.link.title, f"{row.link.because}{words}"


def _search(case: Case) -> Iterator[Marks]:
    for hit in case.search("cup money"):
        yield of(hit)


COMMANDS: tuple[tuple[tuple[str, ...], str, Rows], ...] = (
    (("statements",), "table", _statements), (("statements",), "csv", _statement_cells),
    (("replies",), "table", _replies), (("replies",), "csv", _reply_cells),
    (("replies", "--chains"), "table", _chains), (("claims",), "table", _claims),
    (("claims",), "csv", _claim_cells),
    (("claims", "--changed-since", "2024"), "table", _moves),
    (("claims", "--changed-since", "2024"), "csv", _move_cells),
    (("claim", "FIRST", "--why"), "table", _claim), (("claim", "FIRST"), "csv", _taken_cells),
    (("timeline",), "table", _timeline), (("timeline",), "csv", _timeline_cells),
    (("flows",), "table", _flows), (("flows",), "csv", _hop_cells),
    (("paths", "Tom Vane", "Ivo Marrin"), "table", _paths),
    (("paths", "Tom Vane", "Ivo Marrin"), "csv", _path_cells),
    (("events",), "table", _events), (("events",), "csv", _event_cells),
    (("proceedings",), "table", _proceedings), (("proceedings",), "csv", _step_cells),
    (("quantities",), "table", _quantities), (("questions",), "table", _questions),
    (("quotes",), "table", _quotes), (("versions",), "table", _versions),
    (("differences",), "table", _differences), (("judgements",), "table", _judgements),
    (("grade",), "table", _grades), (("grade",), "csv", _grade_cells),
    (("hypotheses",), "table", _hypotheses), (("tenures",), "table", _tenures),
    (("test", "show"), "table", _test), (("log",), "table", _log),
    (("sources",), "table", _sources),
    (("origins",), "table", _origins), (("search", "cup money"), "table", _search),
)  # fmt: skip
