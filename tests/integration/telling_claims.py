"""What the overview and the pages of claims, people and documents must tell."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from telling import (
    ENTRY,
    Filled,
    Must,
    claimed,
    ends,
    flat,
    graded,
    held,
    how,
    how_asked,
    judged,
    moved,
    quoted_words,
    whose_said,
)
from telling_parts import anchor, drawn_dates, literal, side_told, source_named

from onrecord.core.claims import ClaimRow
from onrecord.core.flows import name_of
from onrecord.core.rows import (
    NOBODY,
    SourceRow,
)
from onrecord.core.vocabulary import Stance
from onrecord.core.wording import KIND_OF_SOURCE, MANNER
from onrecord.show.dates import minute, spoken


def claim_page(filled: Filled) -> Iterator[Must]:
    row: ClaimRow = filled["row"]
    why = filled["why"]
    yield Must("//head/title", (row.state,))
    yield Must("//p[@class='kicker']", (f"Claim · {row.state}",))
    yield Must("//p[@class='lead']", (f"it is {row.state}", why.rule))
    yield Must("//header[@class='claim']", claimed(row, 400))
    for one in row.stands:
        yield Must("//ul[@class='stances']/li", (one.holds.sign, f"{one.holds.value}", one.called))
        # The sign is for the eyes; in words it is told to those who hear the page, and beside it.
        yield Must("//ul[@class='stances']/li/span[@class='manner']", (one.holds.value,))
    yield Must("//dl", ("Worded by", row.worded_by or "the machine"))
    for because in row.proposed:
        yield Must("//dl", (because,))
    if row.corroborated_by:
        yield Must("//dl", (f"asserted firmly on {row.corroborated_by}",))
    for cited in why.cited:
        one = cited.position
        yield Must("//div[@class='cite']/h3", (f"{one.called} {one.takes}",))
        yield Must("//div[@class='cite']//article", quoted_words(one.statement))
    for position, because in why.set_aside:
        yield Must(
            "//div[@class='uncounted']//p[@class='kind']",
            (f"{position.called} {position.takes}: {because}",),
        )
        yield Must("//div[@class='uncounted']//article", quoted_words(position.statement))
    for one in filled["taken"]:
        aside = f"not counted: {one.aside}" if one.aside else ""
        marks = (spoken(one.when), one.called, one.does, f"known {one.known}", aside)
        yield Must("//ol[contains(@class,'times')]/li/p[@class='kind']", marks)
        if one.position is not None:
            words = quoted_words(one.position.statement)
            yield Must("//ol[contains(@class,'times')]/li/article", words)
    for tree in filled["trees"]:
        yield Must("//ol[@class='origins']/li/p", (tree.counted,))
        for leaf in _leaves(tree.roots):
            yield Must("//ol[@class='origins']//li", (leaf.label, leaf.manner))
            for one in leaf.positions:
                yield Must("//small[@class='taken']", (f"{one.called} {one.takes}",))
    for one in filled["against"]:
        part = one.stance is Stance.DENIES_IN_PART
        of = one.scope or ("a part that is not told apart" if part else "all of it")
        when = spoken(one.said) if one.said else "day not known"
        yield Must("//tr", (one.called, f"{one.stance.value}", of, when))
    for move in filled["moves"]:
        yield Must("//h2[@id='moves']/following-sibling::ul[1]/li", moved(move)[1:])
    for one in filled["differing"]:
        yield Must("//h3", (one.title,))
        yield Must("//p[@class='how']", (one.outcome,))
        for side in one.sides[:2]:
            yield Must(ENTRY, side_told(side, one.is_of_words))
    for name, _, grades in filled["graded"]:
        yield Must("//h3", (name,))
        yield from graded(grades)
    for change in why.changes:
        yield Must("//h2[@id='changes']/following-sibling::ul[1]/li", (str(change),))
    for one in filled["decided"]:
        yield Must(f"{ENTRY}[contains(@class,'decision')]", judged(one))


def _leaves(some: Iterable[Any]) -> Iterator[Any]:
    for leaf in some:
        yield leaf
        yield from _leaves(leaf.below)


def claims_page(filled: Filled) -> Iterator[Must]:
    columns = filled["columns"]
    for row in filled["entries"]:
        yield Must("//tr[@class='claim']", claimed(row))
        cell = f"//tr[@class='claim'][contains(., {literal(flat(row.wording)[:60])})]"
        for one in row.stands:
            names = (f"{one.holds.sign}{one.holds.value}", one.called)
            yield Must(f"{cell}//td", names)
    for one in columns:
        yield Must("//thead//th", (one.called,))
    for holds in filled["signs"]:
        yield Must("//ul[@class='key']/li", (f"{holds.sign}{holds.value} {holds.value}",))
    for move in filled["moves"]:
        yield Must("//article", moved(move))


def index_page(filled: Filled) -> Iterator[Must]:
    for one in (*filled["about"], *filled["disputed"]):
        told = "//li[contains(@class,'told claim')]"
        yield Must(told, (*claimed(one.row, 220), f"is claimed, and is {one.row.state}"))
        for side in one.sides:
            names = (one.called for one in side.some)
            yield Must(told, (*claimed(one.row, 220), side.does, *names))
    for _, row in filled["proceedings"][: filled["few"]]:
        yield Must("//section[@aria-labelledby='ended']//li", ends(row))
    for move in filled["changed"]:
        marks = moved(move)
        yield Must("//section[@aria-labelledby='changed']//li", marks)
    since = filled["since"]
    yield Must("//h2[@id='new']", (f"Known since {since.day}",))
    for row in since.sources[: filled["few"]]:
        yield Must("//section[@aria-labelledby='new']//li", (source_named(row),))
    if since.judgements:
        yield Must("//section[@aria-labelledby='new']//li", (since.judgements[0].by,))
    for one in filled["questions"][:3]:
        marks = (flat(one.statement.speaker) or NOBODY, MANNER[one.statement.act],
                 one.source_label)  # fmt: skip
        yield Must("//section[@aria-labelledby='open']//li", marks)
    for chain in filled["silent"][: filled["few"]]:
        marks = (chain.name, chain.now.value, spoken(chain.steps[-1].day))
        yield Must("//section[@aria-labelledby='silent']//li", marks)
    for row in filled["refused"][: filled["few"]]:
        yield Must("//p", (f"Not read: {source_named(row)}", row.refusal or ""))
    for row in filled["audited"]:
        yield Must("//p", (str(row),))
    if filled["readers"]:
        left = f"{filled['unconfirmed']} of {filled['tally'].statements} statement"
        marks = (left, "found by machine", *filled["readers"], "not yet confirmed")
        yield Must("//section[@aria-labelledby='coverage']/p", marks)
    if since.moves:
        yield Must("//section[@aria-labelledby='new']//li", (f"{len(since.moves)} change",))


def actor_page(filled: Filled) -> Iterator[Must]:
    actor = filled["actor"]
    yield Must("//h1", (actor.name,))
    yield Must("//head/title", (actor.name,))
    yield Must("//p[@class='kicker']", (KIND_OF_SOURCE[actor.naming],))
    if filled["pager"].number > 1:
        return
    for because in actor.because:
        yield Must("//dl", (because,))
    for row in filled["proceedings"]:
        yield Must("//li[@class='entry']", ends(row))
    for row, one in filled["stands"][: filled["most"]]:
        marks = (f"{one.holds.sign}{one.holds.value} {one.holds.value} · Claim (",
                 f"Claim ({row.state}; worded by ",
                 row.worded_by or "the machine", flat(row.wording)[:200])  # fmt: skip
        yield Must("//li[@class='entry claim']", marks)
    for row in filled["about"][: filled["most"]]:
        marks = (f"Claim ({row.state}; worded by {row.worded_by or 'the machine'})",
                 flat(row.wording)[:200])  # fmt: skip
        yield Must("//li[@class='entry claim']", marks)
    for row in filled["held_to_be"]:
        end = row.other if row.one.actor == actor.id else row.one
        yield Must("//li[@class='entry' and p[1]='" + flat(name_of(end)) + "']", (row.condition,))
    for row in filled["may_be"]:
        _, called = row.beside(actor.id)
        yield Must("//li[@class='entry']", tuple(row.because))
        yield Must("//li[@class='entry']/p[1]", (called,))
    for row in filled["said_of"][: filled["most"]]:
        yield Must("//div[@class='dated']/article", quoted_words(row))
    for entry in filled["entries"]:
        yield Must(ENTRY, (flat(entry.row.content), *whose_said(entry.row)))
    yield from drawn_dates(filled["posts"].drawing)
    for row in filled["posts"].rows:
        whose = row.statement.source_label if row.statement else row.attribution
        speaker = (flat(row.statement.speaker) or NOBODY,) if row.statement else ()
        act = (MANNER[row.statement.act],) if row.statement else ()
        yield Must("//tr", (row.attributed_post, whose, *speaker, *act))
        rule = f" ({row.held.rule})" if row.held and row.held.rule else ""
        ends_ = f"{spoken(row.held)}{rule}" if row.held else "no dates are given"
        dates = (ends_, f"{row.held.edtf}" if row.held else "", *map(spoken, row.cited))
        yield Must("//tr", (row.attributed_post, *dates))
    for source, _ in filled["mentions"]:
        yield Must("//ul[contains(@class,'mentions')]/li", (source_named(source),))
    for one in filled["decided"]:
        yield Must(f"{ENTRY}[contains(@class,'decision')]", judged(one))


def people_page(filled: Filled) -> Iterator[Must]:
    for actor, tally, hint in filled["entries"]:
        marks = (actor.name, KIND_OF_SOURCE[actor.naming], f"in {hint}" if hint else "",
                 f"({tally.proposals} proposed)" if tally.proposals else "")  # fmt: skip
        yield Must("//tr", marks)


def sources_page(filled: Filled) -> Iterator[Must]:
    for row in filled["sources"]:
        if "refused" not in filled or row.refusal is not None:
            yield Must("//tr", (source_named(row), row.refusal or ""))


def coverage_page(filled: Filled) -> Iterator[Must]:
    for row in filled["sources"]:
        if row.refusal is not None:
            yield Must("//tr", (source_named(row), row.refusal))


def source_page(filled: Filled) -> Iterator[Must]:
    source: SourceRow = filled["source"]
    title = (f"“{flat(source.title)[:150]}", source.label) if source.metadata.title else ()
    yield Must("//h1", title or (source_named(source),))
    yield Must("//head/title", title or (source_named(source),))
    for one in source.grades:
        was = "" if one.stands else "before: "
        yield Must("//p[@class='how']", (f"{was}{one}",))
    for told in (source.metadata.outlet, source.metadata.byline, source.metadata.published):
        if told is not None:
            yield Must("//dl//dd", (told.value, told.basis.value))
    yield Must("//dl//dd", (f"{source.known} entered {minute(source.entered)}",))
    for sign, standing in filled["signs"]:
        yield Must("//ul[@class='key']/li", (sign, f"a claim that is {standing.value}"))
    for run in filled["runs"]:
        for block in run.blocks:
            yield from _notes(block.notes)


def refused_page(filled: Filled) -> Iterator[Must]:
    source: SourceRow = filled["source"]
    for unit in ("//h1", "//head/title"):
        yield Must(unit, (source_named(source),))
    yield Must("//p[@class='notice']", (source.refusal or "",))
    yield Must("//dl//dd", (f"{source.known} entered {minute(source.entered)}",))


def _notes(notes: Iterable[Any]) -> Iterator[Must]:
    for item in notes:
        row = item.row
        id = f"//li[@id='note-{anchor(row.id)}']"
        if item.is_reply:
            marks = (flat(row.asked.called), f"({row.outcome.value}", *how_asked(row))
        elif item.continues:
            continue
        else:
            states = Counter(line.state for line in item.claims)
            state = (
                f"a claim that is {one}" if many == 1 else f"{many} claims that are {one}: "
                for one, many in states.items()
            )  # fmt: skip
            who = flat(row.speaker) or NOBODY
            tellers = (flat(one.called) for one in row.chain)
            marks = (who, MANNER[row.act], *tellers, *held(row), *how(row), *state)
        if not item.continues:
            yield Must(id, marks)
        if not item.is_reply:
            yield from _notes(item.inside)
