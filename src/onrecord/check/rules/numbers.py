"""Numbers: changed, or their bound dropped, against the record's number of the same thing.

A number of the draft is compared with those of the record that count the same thing in sentences
about the same matter: the two share names or rare words. It is a finding only where none of those
agrees with it; where the record is at odds with itself, any of its numbers will do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.check.against import Against
from onrecord.check.draft import Draft
from onrecord.check.meant import surname
from onrecord.check.quotations import SHORTEST, quotations
from onrecord.check.ready import number_key
from onrecord.core.drafts import Finding, Held, Severity
from onrecord.core.folding import fold
from onrecord.core.quantities import Agreement, compare, same_thing, words_of
from onrecord.core.rows import QuantityRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Bound, Quantity

_LOOSE = (Bound.VAGUE, Bound.ABOUT, Bound.NEARLY, Bound.JUST_OVER)

_WIDE = (*_LOOSE, Bound.BETWEEN)
"""What gives no number of its own that a draft would have to keep."""

_FAR = 0.25
"""A number told loosely ("about 40") is another than the record's where they are so far apart, as a
part of the larger: well beyond what "about" may mean (a tenth, by `core.quantities`)."""
_SAME_WORDS = 0.8
"""A sentence of the record has so large a part of the rare words of the draft's; with the bound and
with who said it, it has more of them."""
_KNOWN = re.compile(r"\b(?:the|these|those|all|its|his|her|their) $", re.IGNORECASE)
"""Before a number that was told before: "nine of the eleven"."""
_ROUND_SUM, _SEVERAL = 1000, 2
"""A number so large, or one that so many sources have, is known again without what it counts."""
_LARGE = 100
"""Smaller numbers of one thing are many in a story: of the eleven images three were late."""
_ROUND, _SAME_CLAUSE = 5, 0.45
"""Words on either side of a number, and the share of their weight that a sentence must have."""
_TELLING = 10
"""A number of two digits that comes again is seldom another one."""
_SHOWN = 3


def found(draft: Draft, record: Against) -> Iterator[Finding]:
    """Find numbers that no number of the record for the same thing agrees with."""
    matter, by_thing = record.ready.matter_of_quantities, record.ready.quantities
    quoted = [at for at in quotations(draft.characters) if _is_speech(at.of(draft.characters))]
    for quantity in draft.reading.quantities:
        if quantity.number is None or quantity.bound is Bound.VAGUE:
            continue
        sentence = draft.sentence(quantity.at.start).at
        words = draft.words(sentence)
        beside = _beside(draft, sentence, quantity)
        theirs = [
            row
            for row in by_thing.get(same_thing(quantity.item), quantity.unit)
            if row.number is not None
            and (row.item or row.unit)
            and (
                matter.same(words, row.words)
                or (
                    not row.unit
                    and min(quantity.number, row.number) >= _LARGE
                    and matter.alike(beside, row.words) >= _SAME_CLAUSE
                )
            )
        ]
        # What is between quotation marks is held against what was said.
        is_said = any(at.holds(quantity.at) for at in quoted)
        if theirs:
            compared = _compared(sentence, quantity, theirs, record)
            yield from (one for one in compared if not is_said or one.severity is Severity.FAULT)
        elif quantity.bound is Bound.EXACTLY and not is_said:
            if not quantity.item:
                yield from _bound_in_the_same_words(draft, sentence, quantity, record)
            yield from _bound_wherever_told(draft, sentence, quantity, record)


def _beside(draft: Draft, sentence: Span, quantity: Quantity) -> str:
    """Give the few words round a number: what a sentence tells besides may be another matter."""
    before = draft.characters[sentence.start : quantity.at.start].split()[-_ROUND:]
    after = draft.characters[quantity.at.end : sentence.end].split()[:_ROUND]
    return " ".join((*before, quantity.at.of(draft.characters), *after))


def _bound_in_the_same_words(
    draft: Draft, sentence: Span, quantity: Quantity, record: Against
) -> Iterator[Finding]:
    """Find a number of no named thing whose bound a sentence with nearly the same words has."""
    words, matter = draft.words(sentence), record.ready.matter_of_quantities
    same = [
        row
        for row in record.ready.quantities.get(same_thing(""), "")
        if row.number == quantity.number
        and matter.alike(words, row.words) >= _SAME_WORDS
        and matter.same(row.words, words)
    ]
    if same and all(row.bound is not Bound.EXACTLY for row in same):
        yield _without_bound(sentence, quantity, same)


def _bound_wherever_told(
    draft: Draft, sentence: Span, quantity: Quantity, record: Against
) -> Iterator[Finding]:
    """Find a number that all of the record has with a bound, however else it is told.

    The same number of the same thing; or, where no thing is named, a number of its own that
    whoever the sentence names has put forward.
    """
    assert quantity.number is not None
    before = draft.characters[sentence.start : quantity.at.start]
    if quantity.number < _TELLING or _KNOWN.search(before):
        return
    same = record.ready.quantities_of.get(number_key(quantity.number))
    same = [row for row in same if row.unit == quantity.unit]
    if quantity.item:
        same = [row for row in same if same_thing(row.item) == same_thing(quantity.item)]
    elif quantity.number < _ROUND_SUM and len({row.source for row in same}) < _SEVERAL:
        names = set(fold(draft.words(sentence)).split())
        if not all(
            row.statement is not None and surname(row.statement.actor_name) in names for row in same
        ):
            return
    bare = {row.source for row in same if row.bound is Bound.EXACTLY}
    bounded = [row for row in same if row.bound not in (Bound.EXACTLY, *_WIDE)]
    if not bare and bounded:
        yield _without_bound(sentence, quantity, bounded)
    elif len(bare) < len({row.source for row in bounded}):
        yield _with_most(sentence, quantity, bounded)


def _compared(
    sentence: Span, quantity: Quantity, theirs: Sequence[QuantityRow], record: Against
) -> Iterator[Finding]:
    loose = quantity.bound in _LOOSE
    agreeing = [row for row in theirs if _agree(quantity, row) or (loose and _near(quantity, row))]
    same = [row for row in agreeing if words_of(row) == words_of(quantity)]
    if same:
        yield from _mostly_with_bound(sentence, quantity, agreeing, same)
        return
    if not agreeing:
        if _is_part(quantity, theirs, record):
            return
        says = f"the record has another number: {_why(quantity, theirs[0])}"
        yield _instead("OR401", says, sentence, quantity, theirs)
        return
    bounded = [row for row in agreeing if row.bound is not Bound.EXACTLY]
    if quantity.bound is Bound.EXACTLY and len(bounded) == len(agreeing):
        yield _without_bound(sentence, quantity, bounded)


def _is_part(quantity: Quantity, theirs: Sequence[QuantityRow], record: Against) -> bool:
    """Say whether a sentence of the record tells of both numbers: "three of the eleven images"."""
    assert quantity.number is not None
    mine = {row.words for row in record.ready.quantities_of.get(number_key(quantity.number))}
    others = {row.number for row in theirs if row.number is not None} - {quantity.number}
    return any(
        row.words in mine
        for number in others
        for row in record.ready.quantities_of.get(number_key(number))
    )


def _is_speech(words: str) -> bool:
    """Say whether what stands between quotation marks is said, and no word held at a distance."""
    return words.count(" ") >= SHORTEST


def _mostly_with_bound(
    sentence: Span,
    quantity: Quantity,
    agreeing: Sequence[QuantityRow],
    same: Sequence[QuantityRow],
) -> Iterator[Finding]:
    """Find a number that more sources of the record have with a bound than without."""
    bounded = [row for row in agreeing if row.bound not in (Bound.EXACTLY, *_WIDE)]
    bare, most = ({row.source for row in rows} for rows in (same, bounded))
    says_so = quantity.bound_at and quantity.bound is Bound.EXACTLY and most
    if says_so or (quantity.bound is Bound.EXACTLY and len(bare - most) < len(most)):
        yield _with_most(sentence, quantity, bounded)


def _with_most(sentence: Span, quantity: Quantity, bounded: Sequence[QuantityRow]) -> Finding:
    says = f"most sources of the record have a bound with it: {bounded[0].bound.value}"
    found = _without_bound(sentence, quantity, bounded)
    return replace(found, severity=Severity.WARNING, says=says)


def _without_bound(sentence: Span, quantity: Quantity, bounded: Sequence[QuantityRow]) -> Finding:
    says = f"the record has a bound with it: {bounded[0].bound.value}"
    return _instead("OR402", says, sentence, quantity, bounded)


def _instead(
    code: str, says: str, sentence: Span, quantity: Quantity, theirs: Sequence[QuantityRow]
) -> Finding:
    """Find fault with a quantity, in whose place the first of the record's would be fair."""
    return Finding(
        code=code,
        severity=Severity.FAULT,
        at=quantity.at,
        sentence=sentence,
        says=says,
        rests_on=tuple(map(_held, theirs[:_SHOWN])),
        wording=theirs[0].counted,
        over=quantity.at,
    )


def _agree(quantity: Quantity, row: QuantityRow) -> bool:
    """Say whether a number may go back to one of the record.

    "At least 30" and "at least 25" can both be true; but whoever has the one from the record has
    not the other, and so it is with "30" for "at least 25".
    """
    if compare(quantity, row).agreement is not Agreement.AGREE:
        return False
    if quantity.bound is row.bound is Bound.BETWEEN:
        return (quantity.number, quantity.most) == (row.number, row.most)
    both_apart = (quantity.bound, row.bound)
    return quantity.number == row.number or any(one in _WIDE for one in both_apart)


def _near(quantity: Quantity, row: QuantityRow) -> bool:
    """Say whether a number told loosely is none that a number of the record is far from."""
    if quantity.number is None or row.number is None:
        return True
    return abs(quantity.number - row.number) <= _FAR * max(quantity.number, row.number)


def _why(quantity: Quantity, row: QuantityRow) -> str:
    found = compare(quantity, row)
    if found.agreement is Agreement.AGREE:
        return f"{words_of(row)}, and not {words_of(quantity)}"
    return found.because


def _held(row: QuantityRow) -> Held:
    return Held(
        source=row.source,
        source_label=row.source_label,
        at=row.at,
        words=row.words,
        statement=row.statement,
    )
