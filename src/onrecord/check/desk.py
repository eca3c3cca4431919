"""The desk: every rule over one draft, in the order of its words, and the fact sheet."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from onrecord.check.against import Against
from onrecord.check.answers import Answers
from onrecord.check.codes import matches
from onrecord.check.draft import Draft
from onrecord.check.rules import RULES, in_style
from onrecord.check.settings import Style
from onrecord.core.drafts import Checked, Finding, Held, SentenceRow

ABOUT_IT, _NEAREST = 0.5, 3
"""From this likeness on a row of the record stands in the fact sheet, and so many of them."""


def checked(
    draft: Draft,
    record: Against,
    *,
    as_of: str,
    head: str,
    select: Collection[str] = (),
    ignore: Collection[str] = (),
    answers: Answers | None = None,
    style: Style | None = None,
    notes: Iterable[str] = (),
) -> Checked:
    """Hold a draft against a record.

    Args:
        as_of: the two clocks, in words; `head` names the record that was asked.
        select, ignore: codes, or how they begin ("OR2"); none selected means all.
        answers: what a desk decided of findings of this draft.
        style: of the house; None: it has none.
    """
    record.ready.turn()
    findings = [
        one
        for one in _every(draft, record, style or Style())
        if (not select or matches(one.code, select)) and not matches(one.code, ignore)
    ]
    findings.sort(key=lambda one: (one.at, one.code, one.says))
    findings = _without_doubles(findings)
    if answers is not None:
        findings = [answers.applied(one, draft.characters) for one in findings]
    return Checked(
        draft=draft.name,
        characters=draft.characters,
        as_of=as_of,
        head=head,
        findings=tuple(findings),
        sentences=tuple(_sheet(draft, record, findings)),
        notes=tuple(notes),
    )


def _every(draft: Draft, record: Against, house: Style) -> Iterable[Finding]:
    for rule in RULES:
        yield from rule(draft, record)
    yield from in_style(draft, house)


def _without_doubles(findings: Iterable[Finding]) -> list[Finding]:
    """Leave out what a code says a second time of the same words."""
    kept: dict[object, Finding] = {}
    for one in findings:
        kept.setdefault((one.code, one.at), one)
    return list(kept.values())


def _sheet(draft: Draft, record: Against, findings: Iterable[Finding]) -> Iterable[SentenceRow]:
    """Give each sentence what its findings rest on, and the rows of the record nearest to it."""
    by_sentence: dict[object, list[Finding]] = {}
    for one in findings:
        by_sentence.setdefault(one.sentence, []).append(one)
    near: dict[object, list[Held]] = {}
    for put in draft.put:
        rows = [one for one in record.asked.like(put.words) if one.likeness >= ABOUT_IT]
        near.setdefault(put.sentence.at, []).extend(one.held for one in rows[:_NEAREST])
    for sentence in draft.sentences:
        mine = tuple(by_sentence.get(sentence.at, ()))
        support = dict.fromkeys(held for one in mine for held in one.rests_on)
        support.update(dict.fromkeys(near.get(sentence.at, ())))
        yield SentenceRow(
            at=sentence.at, words=draft.words(sentence.at), support=tuple(support), findings=mine
        )
