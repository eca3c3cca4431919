"""What the lists must tell: flows, dates, proceedings, tests, questions, copies, decisions."""

from __future__ import annotations

from collections.abc import Iterator

from telling import (
    ENTRY,
    Filled,
    Must,
    ends,
    flat,
    graded,
    hop_told,
    how_asked,
    judged,
    quoted_words,
    whose_said,
    worded,
)
from telling_parts import anchor, drawn_dates, literal, side_told

from onrecord.core.answers import AnsweredRow
from onrecord.core.findings import FoundRow
from onrecord.core.flows import ArrowRow
from onrecord.core.rows import (
    QuantityRow,
    ReplyRow,
    StatementRow,
    TimelineRow,
)
from onrecord.show.dates import minute, spoken


def flows_page(filled: Filled) -> Iterator[Must]:
    for number, arrow, proceedings in filled["entries"]:
        yield Must(f"//h2[@id='arrow-{number}']", _parties(arrow))
        table = f"//h2[@id='arrow-{number}']/following-sibling::table[1]"
        yield Must(f"{table}//tr", ("standing", arrow.standing.value))
        yield Must(f"{table}//tr", ("because", *arrow.because))
        if arrow.firmness:
            yield Must(f"{table}//tr", ("how firmly", arrow.firmness))
        for row in proceedings:
            yield Must(f"{table}//tr", ends(row))
        for hop in arrow.hops:
            yield Must(ENTRY, hop_told(hop))
            yield Must(f"{ENTRY}/p[@class='kind']", hop_told(hop)[:2])
        for one in arrow.placed:
            yield Must("//p[@class='kind']", (f"{one.called} {one.takes}",))
            words = quoted_words(one.statement)
            yield Must("//p[@class='kind']/following-sibling::article[1]", words)


def _parties(arrow: ArrowRow) -> tuple[str, ...]:
    return tuple(
        flat(one.words) if one else "somebody not named" for one in (arrow.giver, arrow.taker)
    )


def network_page(filled: Filled) -> Iterator[Must]:
    nodes = filled["nodes"]
    for one in filled["entries"]:
        ends_ = (nodes[one.giver].name, nodes[one.taker].name)
        if one.arrow is not None:
            because, firm = one.arrow.because, one.arrow.firmness
            standing = _drawn(one.arrow)
            marks = (*ends_, standing, *because, f"at most {firm}" if firm else "")
            for row in filled["proceedings_of"](one):
                yield Must("//tbody/tr", (*ends_, *ends(row)))
        else:
            standing, because = "held to be one", (one.identity.condition,)
            marks = (*ends_, standing, *because)
        yield Must("//tbody/tr", marks)
        for named in ("@aria-label", "title"):
            yield Must(f"//a[contains(@class,'line')]/{named}", (*ends_[:1], *because))
            if one.arrow is not None:
                yield Must(f"//a[contains(@class,'line')]/{named}", (standing, *because))
    for node in nodes:
        if node.page:
            yield Must("//g[contains(@class,'node')]/a/@aria-label", (node.name,))
            yield Must("//g[contains(@class,'node')]/a/title", (node.name,))
        yield Must("//g[contains(@class,'node')]//text", (node.shown,))
    if filled["picture"] is not None:
        for one, _, word, _ in filled["picture"].lines:
            if word is not None:
                yield Must("//text[@class='word']", (one.word,))
    if filled["middle"] is not None:
        yield Must("//h1", (filled["middle"].name,))


def _drawn(arrow: ArrowRow) -> str:
    """Give the word that a line must be told by: how it stands, or that it is only alleged."""
    kinds = {hop.realised.value for hop in arrow.hops}
    if "done" not in kinds and "alleged" in kinds:
        return "alleged"
    return arrow.standing.value


def timeline_page(filled: Filled) -> Iterator[Must]:
    yield from drawn_dates(filled["drawing"])
    for mark in filled["marks"]:
        sure = "that day" if mark.covers.day else mark.covers.kind
        perhaps = ", perhaps" if mark.covers.perhaps else ""
        marks = (mark.name, mark.when, f"{sure}{perhaps}")
        yield Must("//table[contains(@class,'marks')]//tr", marks)
    yield Must("//p[@class='lanes-by']", tuple(one.word for one in filled["choices"]))
    if "entries" not in filled:
        for unit in ("//head/title", "//h1"):
            yield Must(unit, (f"Timeline by {filled['chosen'].word}",))
    for one in filled["outside"]:
        yield Must("//p[@class='notice']", (spoken(one.when),))
    for entry in filled.get("entries", ()):
        yield Must(ENTRY, dated(entry.row))


def dated(row: TimelineRow) -> tuple[str, ...]:
    """Give what stands with a date: how exactly it is known, from which words, whose word it is."""
    when = row.when
    told = (
        row.kind,
        when.edtf if when else "",
        f"from the words “{flat(when.words)[:60]}" if when and when.words else "",
        f"counted from {when.anchor}" if when and when.anchor else "",
        f"entered by hand by {row.entered_by}" if row.entered_by else "",
    )
    what = (
        (f"{row.told}", row.standing.value if row.standing else "", f"“{flat(row.what)}", row.ended)
        if row.what
        else ()
    )
    if row.statement is not None:
        return *told, *what, flat(row.statement.content), *whose_said(row.statement)
    return *told, *what, row.source_label, flat(row.words)


def entries_page(filled: Filled) -> Iterator[Must]:
    state = None
    for entry in filled["entries"]:
        if entry.heading != state:
            yield Must("//*[contains(@class,'group')]", (entry.heading,))
            state = entry.heading
        if isinstance(entry.row, QuantityRow):
            row = entry.row
            said_of = f"said of “{flat(row.owner)[:60]}" if row.owner else ""
            counted = f"read from “{flat(row.counted)}"
            yield Must(ENTRY, (counted, *worded(row, flat(row.words)), said_of))
        elif isinstance(entry.row, StatementRow):
            yield Must(ENTRY, (flat(entry.row.content), *whose_said(entry.row)))
        elif isinstance(entry.row, ReplyRow):
            asked_of = (entry.row.asked.called, entry.row.outcome.value, entry.row.source_label)
            marks = (flat(entry.row.words), *map(flat, asked_of), *how_asked(entry.row))
            yield Must(ENTRY, marks)
    for label, _, _ in filled.get("contents", ()):
        if len(filled["contents"]) > 1:
            yield Must("//ul[@class='columns']/li", (label,))


def proceedings_page(filled: Filled) -> Iterator[Must]:
    for row in filled["entries"]:
        title, *ended = ends(row)
        yield Must("//h2", (title,))
        yield Must("//table[@class='arrow']//tr[1]", tuple(ended))
        if row.opened:
            yield Must("//table[@class='arrow']//tr", ("begun", spoken(row.opened)))
        if row.because:
            yield Must("//table[@class='arrow']//tr", ("put together", *row.because))
        for step in row.steps:
            when = spoken(step.when) if step.when else "day not said"
            marks = (f"{when}: {step.title}", f"“{flat(step.told)[:80]}")
            yield Must(ENTRY, (*marks, *worded(step, flat(step.words))))
        for found in row.findings:
            yield Must("//p[@class='kind']", ("found of", found.said_of or found.said_test))
            yield Must(ENTRY, found_told(found))


def found_told(found: FoundRow) -> tuple[str, ...]:
    by = f"entered by {found.entered_by}" if found.entered_by else ""
    words = worded(found, flat(found.words)) if found.statement or found.source else ()
    return found.title, by, *words


def tests_page(filled: Filled) -> Iterator[Must]:
    for row in filled["entries"]:
        applied = row.applied
        yield Must("//h2", (row.test.name, applied.matter))
        yield Must("//p[@class='how']", (f"applied by {applied.by}", applied.because))
        for state in row.fell:
            yield Must("//h3", (f"No longer met since {spoken(state.since)}",))
            yield Must("//p[@class='how']", (state.because,))
            yield Must("//h3", (row.wording(state.element),))
        for day in row.days:
            yield Must("//thead//th", (spoken(day),))
        for state in row.states:
            if state.element in row.silent:
                continue
            wording = row.wording(state.element)
            for day in row.days:
                cell = row.cell(state.element, day)
                met = f"({cell.state.value})" if cell.carried else cell.state.value
                line = f"//tr[contains(th, {literal(wording[:40])})]/td"
                yield Must(line, (met,))
                for found in cell.leads_to:
                    by = f"by {found.finder}" if found.finder else "by whom is not said"
                    yield Must(f"{line}//li", (found.found.value, by))
        for found in (*row.found, *row.undated, *row.unplaced, *row.aside):
            elements = map(row.wording, found.elements)
            yield Must(ENTRY, (*found_told(found), *elements))


def questions_page(filled: Filled) -> Iterator[Must]:
    for state, many in filled["counts"].items():
        yield Must("//p[@class='lead']", (f"{many} {state.value}",))
    for one in filled["entries"]:
        answered: AnsweredRow = one.row
        question = answered.question
        section = f"//section[@id='{anchor(question.id)}']"
        whom = flat(question.asked.words) if question.asked else "nobody named"
        due = f"an answer was asked for {one.due}" if one.due else ""
        yield Must(f"{section}/p[1]", ("Asked of", whom, one.put, due))
        yield Must("//h2", (one.heading,))
        yield Must(
            f"{section}/article",
            (flat(question.statement.content), *whose_said(question.statement)),
        )
        for part in answered.parts:
            for answer in part.answers:
                words = (flat(answer.statement.content), *whose_said(answer.statement))
                yield Must(f"{section}//div[@class='answer']/article", words)
                does = "says that no answer is given" if answer.declines else "addresses it"
                day = spoken(answer.said) if answer.said else ""
                yield Must(f"{section}//div[@class='answer']/p", (does, day, answer.because))
            if len(answered.parts) > 1:
                state = "answered" if part.is_answered else "open"
                yield Must(f"{section}/p", (flat(part.words)[:100], f": {state}"))
        for limit in answered.limits:
            yield Must(f"{section}/p", (limit,))


def chains_page(filled: Filled) -> Iterator[Must]:
    for became, many in filled["counts"].items():
        yield Must("//p[@class='lead']", (f"{many} {became.value}",))
    for chain in filled["entries"]:
        section = f"//section[@id='{anchor(chain.actor)}']"
        yield Must(f"{section}/h2", (chain.name, chain.now.value))
        for step in chain.steps:
            through = f"through “{flat(step.through)}" if step.through else ""
            marks = (f"{step.became.value}, {spoken(step.day)}", through)
            yield Must(f"{section}//p[@class='kind']", marks)
            row = step.row if isinstance(step.row, ReplyRow) else None
            statement = step.row if isinstance(step.row, StatementRow) else None
            if row is None:
                statement = statement or getattr(step.row, "statement", None)
                assert statement is not None
                marks = (flat(statement.content), *whose_said(statement))
            else:
                marks = (flat(row.words), row.outcome.value, row.source_label, *how_asked(row))
            yield Must(f"{section}//article", marks)


def quotes_page(filled: Filled) -> Iterator[Must]:
    for row in filled["entries"]:
        for one in (row.fullest, *(each.wording for each in row.variants)):
            who = one.speaker or "nobody named"
            yield Must(ENTRY, (who, f"(as {one.source_label} gives it)", flat(one.words)[:200]))
        for each in row.variants:
            yield Must("//h3", (each.drift.value,))
            if each.drift.value != "identical":
                yield Must("//p[@class='how']", (each.because,))


def versions_page(filled: Filled) -> Iterator[Must]:
    for row in filled["entries"]:
        yield Must("//h2", (row.earlier_label, row.later_label))
        notice = f"“{flat(row.notice)}" if row.notice else "the page does not say so"
        yield Must("//p[@class='how']", (f"changed by {row.known}", notice))
        for one in row.changes:
            for passage, does in ((one.before, "wrote"), (one.after, "writes")):
                if passage is not None:
                    marks = (one.edit.value, one.because, f"{passage.source_label} {does}",
                             flat(passage.words)[:200])  # fmt: skip
                    yield Must(ENTRY, marks)


def differences_page(filled: Filled) -> Iterator[Must]:
    for row in filled["entries"]:
        sides = (row.one, row.other) if row.is_of_words else ()
        whose = (f"{side.attribution}: " for side in sides)
        yield Must("//h2", (f"{row.matter.value}: ", row.one.value, row.other.value, *whose))
        yield Must("//p[@class='how']", (row.outcome, *row.because))
        for side in row.sides:
            yield Must(ENTRY, side_told(side, row.is_of_words))


def origins_page(filled: Filled) -> Iterator[Must]:
    for row in filled["entries"]:
        outside = "(not in the record)" if row.source is None else ""
        branch = "//article[contains(@class,'branch')]"
        links = [("", row.link)] if row.link else []
        for also, link in [*links, *(("also ", one) for one in row.others)]:
            words = (f"{link.source_label} writes", flat(link.words)[:200]) if link.words else ()
            marks = (row.source_label, outside, f"{also}{link.manner}", link.because, *words)
            yield Must(branch, marks)
        yield Must(f"{branch}/p[1]", (row.source_label, outside))


def judgements_page(filled: Filled) -> Iterator[Must]:
    for one in (*filled["entries"], *filled["orphans"]):
        yield Must(f"{ENTRY}[contains(@class,'decision')]", judged(one))
    for _, words, grades in filled["graded"]:
        yield Must(ENTRY, (words,))
        yield from graded(grades)
    for row in filled["audited"]:
        yield Must("//li", (str(row),))


def hypotheses_page(filled: Filled) -> Iterator[Must]:
    matrix = filled["matrix"]
    for one in matrix.hypotheses:
        marks = (f"“{flat(one.wording)}", f"supposed by {one.by}, {one.known}: {one.because}")
        yield Must("//li[@class='entry']", marks)
        yield from graded(one.likelihoods)
    for by in matrix.people:
        yield Must("//h2", (f"As rated by {by}",))
        for row in matrix.evidence:
            if any(each.by == by for each in row.ratings):
                yield Must("//tr", (row.words,))
        for row in matrix.evidence:
            for each in row.ratings:
                if each.by == by:
                    yield Must("//tr", (row.words, each.fit.letters))
            if matrix.matters.get(by) == row.id:
                yield Must("//tr", (row.words, f"matters most to {by}"))
                yield Must("//p", ("What matters most:", row.words))


def activity_page(filled: Filled) -> Iterator[Must]:
    for one in filled["entries"]:
        done = one.log
        known = f"known {done.known}" if done.known != done.entered[:10] else ""
        undone = f"taken back by operation {done.undone_by}" if done.undone_by else ""
        back = f"operation {done.takes_back}" if done.takes_back is not None else ""
        at = minute(done.entered)
        marks = (back, done.by, one.did, one.outcome, undone, done.because, at, known, one.worded,
                 *one.words)  # fmt: skip
        yield Must(f"//li[@id='op-{done.number}']", marks)
    for name, many in filled["by"].most_common(6):
        yield Must("//p[@class='lead']", (f"{name} ({many})",))
