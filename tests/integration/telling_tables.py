"""What commands must tell cell by cell, as CSV: each row by itself, whatever program opens it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from telling import flat
from telling_commands import Marks, Rows, of, whose

from onrecord.case import Case
from onrecord.core.dates import When
from onrecord.core.findings import ChangeRow
from onrecord.core.quantities import compare
from onrecord.core.rows import NOBODY, ReplyRow, StatementRow
from onrecord.reader import only_quantity

FIRST, LAST, DAY = "2024-03-10", "2024-05-01", "2020-05-01"


def row_of(*cells: object) -> str:
    """Give cells that stand beside each other, as `printed` writes them."""
    return flat(" | ".join(str(cell) for cell in cells))


def _sources(case: Case) -> Iterator[Marks]:
    for row in case.sources():
        yield (row_of(row.id, row.published or "", row.outlet),)


def _found(query: str) -> Rows:
    def rows(case: Case) -> Iterator[Marks]:
        for hit in case.search(query):
            yield of(hit)

    return rows


def _quantities(case: Case) -> Iterator[Marks]:
    for row in case.quantities():
        yield (row_of(row.id, row.counted, row.bound.value), *of(row))


def _against(case: Case) -> Iterator[Marks]:
    wanted = only_quantity("34 cups")
    for row in case.quantities():
        found = compare(row, wanted)
        yield (*of(row), f"{found.agreement}: {found.because}")


def _against_cells(case: Case) -> Iterator[Marks]:
    wanted = only_quantity("34 cups")
    for row in case.quantities():
        found = compare(row, wanted)
        yield row.id, *of(row), row_of("", found.agreement.value, found.because)


def _log(case: Case) -> Iterator[Marks]:
    for row in case.log():
        yield (row_of(row.number, row.entered, row.verb, row.by, ""),)
        if row.undone_by:
            yield row_of(row.number, row.entered), f"{row.undone_by}"


def _questions(case: Case) -> Iterator[Marks]:
    for row in case.questions():
        asked = row.asked.called if row.asked else ""
        who = flat(row.statement.speaker) or NOBODY
        cells = row_of("", who, asked, row.put or "", row.due or "")
        yield row.id, cells, *whose(row.statement)


def _open(case: Case) -> Iterator[Marks]:
    for row in case.answered():
        if row.state.value == "answered":
            continue
        for part in row.parts:
            many = len(row.parts) > 1 or part.answers
            part_of = f"{'answered' if part.is_answered else 'open'}: “{flat(part.words)[:60]}"
            yield row.state.value, *whose(row.question.statement), part_of if many else ""
            for answer in part.answers[:2]:
                yield row.state.value, whose(answer.statement)[0], f"({answer.because})"


def _open_cells(case: Case) -> Iterator[Marks]:
    for row in case.answered():
        if row.state.value == "answered":
            continue
        asked = row.question.asked.called if row.question.asked else ""
        for part in row.parts:
            told = "yes" if part.is_answered else "no"
            first = row_of(row.question.id, row.state.value)
            rest = (row_of("", asked, ""), row_of("", flat(part.words), told, ""))
            yield first, *whose(row.question.statement), *rest
            for answer in part.answers:
                yield row.question.id, *whose(answer.statement), row_of("", answer.because, "")


def _quotes(case: Case) -> Iterator[Marks]:
    for row in case.carried().quotes:
        for one in row.variants:
            sides = (
                f"{each.attribution}: “{flat(each.words)[:60]}" for each in (one.of, one.wording)
            )
            yield one.drift.value, *sides, row_of("", one.because, "")


def _versions(case: Case) -> Iterator[Marks]:
    for row in case.carried().versions:
        for one in row.changes:
            passages = (each for each in (one.before, one.after) if each is not None)
            told = (f"{each.source_label}: “{flat(each.words)[:60]}" for each in passages)
            yield one.edit.value, *told, row_of("", one.because, row.known, row.notice)


def _differences(case: Case) -> Iterator[Marks]:
    for row in case.differing():
        sides = (f"{side.attribution}: “{flat(side.words)[:60]}" for side in row.sides)
        yield row_of(row.matter.value, row.one.value), *sides, "; ".join(row.because), row.outcome


def _origins(case: Case) -> Iterator[Marks]:
    for row in case.carried().branches:
        for link in filter(None, (row.link, *row.others)):
            words = f"{link.source_label}: “{flat(link.words)[:60]}" if link.words else ""
            yield link.title, link.because, words


def _judgements(case: Case) -> Iterator[Marks]:
    for one in case.judging().rows:
        told = row_of(one.value, one.by, one.because, one.known, one.when or "")
        yield one.id, told, *(flat(words)[:60] for words in one.words)


def _hypotheses(case: Case) -> Iterator[Marks]:
    matrix = case.judging().hypotheses
    for row in matrix.evidence:
        for one in row.ratings:
            counted = (row.diagnosticity.get(one.by, ""), row.decides.get(one.by, ""))
            yield row_of("", one.by, one.fit.value, one.because, *counted, row.words), row.id


def _chains(case: Case) -> Iterator[Marks]:
    for chain in case.chains():
        for step in chain.steps:
            said = step.row
            said = said if isinstance(said, (ReplyRow, StatementRow)) else said.statement
            first = (chain.name, chain.now.value, step.day or "", step.became.value, step.through)
            yield row_of("", *first, ""), *whose(said)


def _tenures(case: Case) -> Iterator[Marks]:
    for row in case.posts().tenures():
        by = row.statement and whose(row.statement)[0]
        yield row.name, row.post, str(row.held or ""), by or row.source_label


def _tenure_cards(case: Case) -> Iterator[Marks]:
    for row in case.posts().tenures():
        post = f"{row.post}, {row.body}" if row.body else row.post
        if row.statement is not None:
            yield whose(row.statement)[0], f"{row.name}: {post}; {row.source_label}"
        else:
            yield (f"{row.name} {post}; {row.source_label}",)


def _holder(case: Case) -> Iterator[Marks]:
    answer = case.posts().was("Tom Vane", "treasurer", date.fromisoformat(DAY))
    for one in answer.rests_on[:3]:
        yield answer.answer.value, answer.name, *answer.because, f"{one.source_label}, line"


def _holder_cells(case: Case) -> Iterator[Marks]:
    answer = case.posts().was("Tom Vane", "treasurer", date.fromisoformat(DAY))
    yield (row_of(answer.answer.value, answer.name, answer.post, answer.body, DAY,
                  "; ".join(answer.because)),)  # fmt: skip


def _test(case: Case) -> Iterator[Marks]:
    for row in case.tests().rows:
        for cell in row.cells:
            yield (row_of(row.test.key, cell.element, row.wording(cell.element), cell.day,
                          cell.state.value, ""),)  # fmt: skip
            for found in cell.found:
                by = whose(found.statement) if found.statement else (found.reporter,)
                yield (
                    row_of("", found.found.value, found.finder, ""),
                    *by,
                    row_of("", found.entered_by, found.id),
                )


def _changed(case: Case) -> Iterator[Marks]:
    for change in case.tests().between("rule-7", When.of(FIRST), When.of(LAST)):
        before, after = change.before, change.after
        yield (change.wording, f"{FIRST}: {before.state.value} ({before.because})",
               f"{LAST}: {after.state.value} since {after.since} ({after.because})",
               *_rests_on(change))  # fmt: skip


def _changed_cells(case: Case) -> Iterator[Marks]:
    for change in case.tests().between("rule-7", When.of(FIRST), When.of(LAST)):
        before, after = change.before, change.after
        yield (row_of(change.element, change.wording, before.state.value, after.state.value,
                      after.since or "", after.because), *_rests_on(change))  # fmt: skip


def _rests_on(change: ChangeRow) -> Marks:
    rows = change.after.rests_on
    return tuple(of(one)[0] if one.statement or one.source else one.reporter for one in rows)


CELLS: tuple[tuple[tuple[str, ...], str, Rows], ...] = (
    (("sources",), "csv", _sources),
    (("search", "cup money"), "csv", _found("cup money")),
    (("search", "investigation"), "table", _found("investigation")),
    (("search", "investigation"), "csv", _found("investigation")), (("log",), "csv", _log),
    (("quantities", "--against", "34 cups"), "table", _against),
    (("quantities", "--against", "34 cups"), "csv", _against_cells),
    (("quantities",), "csv", _quantities), (("questions",), "csv", _questions),
    (("questions", "--open"), "table", _open), (("questions", "--open"), "csv", _open_cells),
    (("quotes",), "csv", _quotes), (("versions",), "csv", _versions),
    (("differences",), "csv", _differences), (("origins",), "csv", _origins),
    (("judgements",), "csv", _judgements), (("hypotheses",), "csv", _hypotheses),
    (("replies", "--chains"), "csv", _chains), (("tenures",), "csv", _tenures),
    (("tenures",), "table", _tenure_cards),
    (("was", "Tom Vane", "treasurer", "--on", DAY), "csv", _holder_cells),
    (("was", "Tom Vane", "treasurer", "--on", DAY), "table", _holder),
    (("test", "show"), "csv", _test),
    (("test", "show", "--between", FIRST, LAST), "csv", _changed_cells),
    (("test", "show", "--between", FIRST, LAST), "table", _changed),
)  # fmt: skip
"""A command, its form, and what its rows must tell."""
