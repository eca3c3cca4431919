"""Quotations: altered, cut, merged, given to another speaker, or in no source at all.

The draft stands among the documents whose utterances are aligned; what is looked at is how its own
wordings differ from the fullest. A cut is told of only where something that turns the sense is left
out: a negation, a hedge, or what limits it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from onrecord.check.against import Against
from onrecord.check.draft import Draft
from onrecord.check.quotations import SHORTEST, Unfound, bare, quotations
from onrecord.check.ready import altered
from onrecord.check.record import DRAFT
from onrecord.check.rules.quoted_by import (
    counted,
    is_anothers,
    is_fair,
    is_named_there,
    is_same_speaker,
    said_by_another,
)
from onrecord.core.drafts import Finding, Held, Near, Severity
from onrecord.core.identity import SourceId
from onrecord.core.quotes import Drift, QuoteRow, VariantRow, WordingRow
from onrecord.core.said import StatementRow
from onrecord.core.spans import Span
from onrecord.core.wording import names_somebody, one_line

_TURNS = frozenset(
    "not no never nor neither nobody nothing none hardly scarcely barely unless if but although "
    "though except only may might could perhaps possibly probably apparently allegedly suspected "
    "believe believed understand understood think thought seems seemed about nearly almost least "
    "most more fewer without until cannot".split()
)
"""Words whose loss can turn the sense of what is quoted."""

_LIMITS = frozenset("but if unless except although though until without only".split())
"""Words after a part of a sentence that limit it."""
_NOTHING = frozenset("not no never nobody nothing none neither hardly scarcely".split())
_LAST_CLAUSE = re.compile(r"[^,;:.!?]+$")
_HANGS = re.compile(r"\b(?:if|unless|until|without)\b[^.;!?]*,?$", re.IGNORECASE)
_REACH = 6
"""Words before a part among which one can turn it."""
_MARKS = '“”"‘’'
_SHOWS_A_CUT = re.compile(r"…|\.\.\.|\[|[“”\"]")
"""A mark that words are left out there, or that two pieces are quoted."""
_STOP = re.compile(r"[.!?…]+\s+")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class _Kind:
    code: str
    severity: Severity
    says: str


_KINDS = {
    Drift.ALTERED: _Kind("OR201", Severity.FAULT, "the quotation has other words than the record"),
    Drift.CUT: _Kind("OR202", Severity.WARNING, "the quotation leaves out words"),
    Drift.MERGED: _Kind("OR203", Severity.FAULT, "the quotation runs two sentences into one"),
    Drift.REATTRIBUTED: _Kind(
        "OR204", Severity.FAULT, "the quotation is given to another speaker than in the record"
    ),
}
_DIFFER = "the sources of the record differ in"
_PUT_IN = _Kind(
    "OR201", Severity.WARNING, "the quotation has words that no source of the record has in it"
)


def found(draft: Draft, record: Against) -> Iterator[Finding]:
    """Find quotations of the draft that differ from the record's, or that it does not hold."""
    seen: list[Span] = []
    here = altered(draft.quotes)
    rows: dict[str, StatementRow] = {row.id: row for row in draft.statements}
    for quote in draft.quotes:
        if quote.fullest.source == DRAFT:
            seen.append(quote.fullest.at)
            yield from _fuller(draft, record, quote)
            said = rows.get(quote.fullest.statement or "")
            if is_anothers(record, quote, said):
                yield _of_another(draft, record, quote, said)
        for variant in quote.variants:
            if variant.wording.source != DRAFT or _is_another(variant):
                continue
            if variant.wording.marked:
                seen.append(variant.wording.at)
                said = rows.get(variant.wording.statement) if variant.wording.statement else None
                if variant.drift is Drift.IDENTICAL and is_anothers(record, quote, said):
                    variant = replace(variant, drift=Drift.REATTRIBUTED)
                elif is_fair(record, variant, quote, said):
                    variant = _by_words(variant)  # who may have said it, the words can differ
                    if variant.drift in (Drift.IDENTICAL, Drift.MERGED):
                        continue
                # As another source has it, and that is not as the fullest has it.
                place = variant.of.source, variant.of.at
                other = here.get(place) or record.ready.altered(*place)
                variant = _through(variant, other)
                if said is not None and is_same_speaker(record, variant.of, said):
                    variant = _by_words(variant)
                if not _is_another(variant):
                    yield from _differing(draft, record, variant, quote, said)
    seen.sort()
    starts = [at.start for at in seen]
    for at in quotations(draft.characters):
        first = max(0, bisect_right(starts, at.start) - 1)
        some = seen[first : bisect_right(starts, at.end)]
        for part in _unseen(draft.characters, at, some):
            yield from _nowhere(draft, record, part)


def _unseen(characters: str, at: Span, seen: Sequence[Span]) -> Iterator[Span]:
    """Give what of a quotation was not looked at: all of it, or whole sentences beside others."""
    if not any(other.overlaps(at) for other in seen):
        yield at
        return
    edges = [at.start, *(one.end() for one in _STOP.finditer(characters, *at)), at.end]
    for start, end in pairwise(edges):
        part = Span(start, end).trimmed(characters)
        if not any(other.overlaps(part) for other in seen):
            yield part


def _nowhere(draft: Draft, record: Against, at: Span) -> Iterator[Finding]:
    """Find a quotation whose words stand in no source, or that sources have of another."""
    theirs = said_by_another(draft, record, at)
    if theirs is not None:
        kind, here = _KINDS[Drift.REATTRIBUTED], draft.teller(at)
        assert here is not None
        yield Finding(
            code=kind.code,
            severity=Severity.WARNING,
            at=at,
            sentence=draft.sentence(at.start).at,
            says=f"{kind.says}: {theirs.actor_name} there, {here.actor_name} here",
            rests_on=(
                Near(
                    statement=theirs, words=theirs.content, likeness=1.0, stance=None, sure=1.0
                ).held,
            ),
            wording=theirs.actor_name,
            over=here.source_spans[0] if len(here.source_spans) == 1 else None,
        )
    found = record.ready.unfound_at(at, draft.characters)
    if found is not None:
        yield _unfound(draft, replace(found, at=at), record.labels)


def _by_words(variant: VariantRow) -> VariantRow:
    """Tell how a wording differs whoever is said to have spoken it."""
    if variant.drift is not Drift.REATTRIBUTED:
        return variant
    marks = {mark for mark, _ in variant.pieces}
    drift = Drift.ALTERED if "+" in marks else Drift.CUT if "-" in marks else Drift.IDENTICAL
    return replace(variant, drift=drift)


def _through(variant: VariantRow, before: VariantRow | None) -> VariantRow:
    """Hold a wording that another source has too against the one that that goes back to."""
    if before is None or variant.drift is not Drift.IDENTICAL:
        return variant
    return replace(before, wording=variant.wording)


def _fuller(draft: Draft, record: Against, quote: QuoteRow) -> Iterator[Finding]:
    """Find a quotation that has words which no source of the record has in it."""
    theirs = [one for one in quote.variants if one.wording.source != DRAFT]
    if not theirs or any(one.drift is Drift.IDENTICAL for one in theirs):
        return
    if record.ready.unfound_at(quote.fullest.at, draft.characters) is None:
        return  # a source has it as it is, if not as a quotation
    nearest = max(theirs, key=lambda one: len(one.wording.words))
    turned = {"-": "+", "+": "-"}
    pieces = tuple((turned.get(mark, mark), words) for mark, words in nearest.pieces)
    put_in = [words for mark, words in pieces if mark == "+"]
    kind = _KINDS[Drift.MERGED] if _all_held(record, put_in) else _PUT_IN
    yield Finding(
        code=kind.code,
        severity=kind.severity,
        at=quote.fullest.at,
        sentence=draft.sentence(quote.fullest.at.start).at,
        says=kind.says,
        rests_on=(held(nearest.wording),),
        difference=replace(nearest, pieces=pieces).difference,
        wording=_fair(nearest.wording),
        over=quote.fullest.at,
    )


def _of_another(
    draft: Draft, record: Against, quote: QuoteRow, said: StatementRow | None
) -> Finding:
    """Tell of a quotation of which the record has a part, and another as its speaker."""
    kind = _KINDS[Drift.REATTRIBUTED]
    theirs = next(one.wording for one in quote.variants if one.wording.source != DRAFT)
    here = said.actor_name if said is not None else "nobody named"
    return Finding(
        code=kind.code,
        severity=kind.severity if is_named_there(record, theirs) else Severity.WARNING,
        at=quote.fullest.at,
        sentence=draft.sentence(quote.fullest.at.start).at,
        says=f"{kind.says}: {_speaker(theirs)} there, {here} here",
        rests_on=(held(theirs),),
        wording=_by(theirs),
        over=_speaking(draft, quote.fullest),
    )


def _all_held(record: Against, runs: Sequence[str]) -> bool:
    """Say whether all that was put into a quotation are runs of words that a source has."""
    long = [words for words in runs if bare(words).count(" ") >= SHORTEST]
    return len(long) == len(runs) and all(map(record.ready.wordings.hold, long))


def _differing(
    draft: Draft,
    record: Against,
    variant: VariantRow,
    quote: QuoteRow,
    said: StatementRow | None,
) -> Iterator[Finding]:
    kind = _KINDS.get(variant.drift)
    if kind is None or variant.of.source == DRAFT:
        return
    at = variant.wording.at
    says, severity = kind.says, kind.severity
    why = _cut(draft, variant) if variant.drift is Drift.CUT else ""
    if variant.drift is Drift.REATTRIBUTED:
        says = f"{says}: {_speaker(variant.of)} there, {_speaker(variant.wording)} here"
        mine, most = counted(record, quote, said) if said is not None else (0, 1)
        if mine == most:
            says, severity = f"{_DIFFER} who said it", Severity.WARNING
        elif not is_named_there(record, variant.of):
            severity = Severity.WARNING
    elif variant.drift is Drift.CUT and not why:
        return
    elif _as_a_report_has_it(draft, record, variant):
        says, severity = f"{_DIFFER} these words", Severity.INFORMATION
        if _few_have_it(record, variant):
            says, severity = "most sources of the record have other words", Severity.WARNING
    elif why:
        says = f"{says} {why}"
    elsewhere = variant.drift is Drift.REATTRIBUTED
    yield Finding(
        code=kind.code,
        severity=severity,
        at=at,
        sentence=draft.sentence(at.start).at,
        says=says,
        rests_on=(held(variant.of),),
        difference="" if elsewhere else variant.difference,
        wording=_by(variant.of) if elsewhere else _fair(variant.of),
        over=_speaking(draft, variant.wording) if elsewhere else at,
    )


def _is_another(variant: VariantRow) -> bool:
    """Say whether a wording has less than half of the words of what it is held to alter.

    What only ends alike ("when was she told that ...", "nobody told me that ...") is another thing
    that was said.
    """
    count = dict.fromkeys(("", "-", "+"), 0)
    for mark, words in variant.pieces:
        count[mark] += len(_WORD.findall(words))
    return variant.drift is Drift.ALTERED and count[""] < max(count["-"], count["+"])


def _as_a_report_has_it(draft: Draft, record: Against, variant: VariantRow) -> bool:
    """Say whether two reports quote it in two ways, of which the draft has one.

    Neither is where it was said: who follows one of them, word for word between its marks, has made
    no fault. A part of the fuller wording is by itself no other way of quoting it.
    """
    at = variant.wording.at
    if not variant.of.marked:
        return False
    if bare(at.of(draft.characters)) in record.ready.quoted:
        return True
    cut_at_the_ends = variant.drift is Drift.CUT and "-" not in _inner(variant)
    return not cut_at_the_ends and record.ready.unfound_at(at, draft.characters) is None


def _few_have_it(record: Against, variant: VariantRow) -> bool:
    """Say whether fewer sources have a wording of the draft than have the one it differs from."""
    quote = record.ready.utterance(variant.of.source, variant.of.at)
    if quote is None:
        return False
    every = (quote.fullest, *(one.wording for one in quote.variants))
    words = [(one.source, bare(one.words)) for one in every]
    ours, theirs = bare(variant.wording.words), bare(variant.of.words)
    return len({a for a, b in words if ours in b}) < len({a for a, b in words if theirs in b})


def _inner(variant: VariantRow) -> str:
    """Give what is left out ("-") and what is kept ("="), without what is left out at the ends."""
    return "".join(mark or "=" for mark, _ in variant.pieces).strip("-")


def _cut(draft: Draft, variant: VariantRow) -> str:
    """Say what is wrong with leaving words out: they may turn the sense, or no mark shows it."""
    if _turns(variant):
        return "that may turn it"
    shown = _SHOWS_A_CUT.search(variant.wording.at.of(draft.characters))
    return "and no mark shows it" if "-" in _inner(variant) and not shown else ""


def _fair(wording: WordingRow) -> str:
    """Give the words that stand between the marks, as the record has them."""
    return one_line(wording.words).strip(f" ,{_MARKS}")


def _by(wording: WordingRow) -> str:
    """Name who said it by the record; '' where no source names them."""
    who = one_line(wording.speaker.partition(" (“")[0]).strip(" ,")
    return who if names_somebody(who) else ""


def _speaking(draft: Draft, wording: WordingRow) -> Span | None:
    """Give where the draft names who is told to have said some words."""
    said = (one for one in draft.statements if one.id == wording.statement)
    return next((one.source_spans[0] for one in said if len(one.source_spans) == 1), None)


def _speaker(wording: WordingRow) -> str:
    return wording.speaker or "nobody named"


def _turns(variant: VariantRow) -> bool:
    """Say whether a word that can turn the sense is among those left out.

    Whoever quotes a part leaves out the rest: there only what reaches into the part counts, a
    negation or hedge right before it, an "if" that it hangs on, a "but" or a "nothing" right after.
    """
    pieces = variant.pieces
    for number, (mark, words) in enumerate(pieces):
        if mark != "-":
            continue
        left = [word.casefold() for word in _WORD.findall(words)]
        if number == 0:
            reaches = _LAST_CLAUSE.search(words)
            near = _WORD.findall(reaches[0].casefold())[-_REACH:] if reaches else []
            if _TURNS.intersection(near) or _HANGS.search(words):
                return True
        elif number == len(pieces) - 1:
            if _LIMITS.intersection(left[:2]) or _NOTHING.intersection(left[:1]):
                return True
        elif _TURNS.intersection(left):
            return True
    return False


def held(wording: WordingRow) -> Held:
    """Give the words of a source with whose they are."""
    return Held(
        source=wording.source,
        source_label=wording.source_label,
        at=wording.at,
        words=wording.words,
        teller=f"{wording.speaker or 'nobody named'}, {wording.source_label},",
    )


def _unfound(draft: Draft, one: Unfound, labels: Mapping[SourceId, str]) -> Finding:
    near: tuple[Held, ...] = ()
    if one.source is not None:
        near = (
            Held(
                source=one.source,
                source_label=labels[one.source],
                at=one.nearest_at,
                words=one.nearest,
            ),
        )
    return Finding(
        code="OR205",
        severity=Severity.WARNING,
        at=one.at,
        sentence=draft.sentence(one.at.start).at,
        says="no source of the record has these words between quotation marks or without",
        rests_on=near,
        sure=1.0 if one.source is None else round(1 - one.likeness / 200, 2),
    )
