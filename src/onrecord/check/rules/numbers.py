"""Numbers: changed, or their bound dropped, against the record's number of the same thing.

A number of the draft is compared with those of the record that count the same thing in sentences
about the same matter: the two share names or rare words. It is a finding only where none of those
agrees with it; where the record is at odds with itself, any of its numbers will do.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.check.against import Against
from onrecord.check.draft import Draft
from onrecord.core.drafts import Finding, Held, Severity
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
_SHOWN = 3


def found(draft: Draft, record: Against) -> Iterator[Finding]:
    """Find numbers that no number of the record for the same thing agrees with."""
    matter, by_thing = record.ready.matter_of_quantities, record.ready.quantities
    for quantity in draft.reading.quantities:
        if quantity.number is None or quantity.bound is Bound.VAGUE:
            continue
        sentence = draft.sentence(quantity.at.start).at
        words = draft.words(sentence)
        theirs = [
            row
            for row in by_thing.get(same_thing(quantity.item), quantity.unit)
            if row.number is not None and (row.item or row.unit) and matter.same(words, row.words)
        ]
        if theirs:
            yield from _compared(sentence, quantity, theirs)
        elif not quantity.item and not quantity.unit and quantity.bound is Bound.EXACTLY:
            yield from _bound_in_the_same_words(draft, sentence, quantity, record)


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


def _compared(
    sentence: Span, quantity: Quantity, theirs: Sequence[QuantityRow]
) -> Iterator[Finding]:
    loose = quantity.bound in _LOOSE
    agreeing = [row for row in theirs if _agree(quantity, row) or (loose and _near(quantity, row))]
    if any(words_of(row) == words_of(quantity) for row in agreeing):
        return
    if not agreeing:
        says = f"the record has another number: {_why(quantity, theirs[0])}"
        yield _instead("OR401", says, sentence, quantity, theirs)
        return
    bounded = [row for row in agreeing if row.bound is not Bound.EXACTLY]
    if quantity.bound is Bound.EXACTLY and len(bounded) == len(agreeing):
        yield _without_bound(sentence, quantity, bounded)


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
