"""The draft against itself: one thing counted two ways, one name spelt two ways."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from onrecord.check.against import Against
from onrecord.check.draft import Draft
from onrecord.check.matter import Matter
from onrecord.core.drafts import Finding, Severity
from onrecord.core.quantities import Agreement, compare, same_thing, words_of
from onrecord.core.vocabulary import ActorKind, Bound, Mention, Naming, Quantity

_LOOSE = (Bound.VAGUE, Bound.ABOUT, Bound.NEARLY, Bound.JUST_OVER)

_MOST = 40
"""Numbers of one thing that are compared with each other; a draft with more of them is a table."""

_NEAR = 88.0
"""The likeness (0 to 100, by edits) from which two surnames of one draft may be one, misspelt."""

_SHORTEST = 5


def found(draft: Draft, record: Against) -> Iterator[Finding]:
    """Find what the draft says in two ways that cannot both be right."""
    del record  # nothing but the draft is asked
    yield from _numbers(draft)
    yield from _names(draft)


def _numbers(draft: Draft) -> Iterator[Finding]:
    matter = Matter([draft.words(one.at) for one in draft.sentences])
    by_thing: dict[tuple[str, str], list[Quantity]] = defaultdict(list)
    for quantity in draft.reading.quantities:
        if quantity.number is not None and quantity.item and quantity.bound not in _LOOSE:
            by_thing[same_thing(quantity.item), quantity.unit].append(quantity)
    for some in by_thing.values():
        for one, other in combinations(some[:_MOST], 2):
            if compare(one, other).agreement is not Agreement.DO_NOT_AGREE:
                continue
            first, second = (draft.sentence(q.at.start).at for q in (one, other))
            if first == second or not matter.same(draft.words(first), draft.words(second)):
                continue
            line = draft.characters.count("\n", 0, one.at.start) + 1
            yield Finding(
                code="OR801",
                severity=Severity.WARNING,
                at=other.at,
                sentence=second,
                says=f"line {line} of the draft has another number: {words_of(one)}",
            )


def _names(draft: Draft) -> Iterator[Finding]:
    from rapidfuzz import fuzz

    first: dict[str, Mention] = {}
    for mention in draft.reading.mentions:
        if mention.naming is Naming.NAMED and mention.kind is ActorKind.PERSON:
            first.setdefault(mention.name.split()[-1], mention)
    words = [word for word in first if len(word) >= _SHORTEST]
    for one, other in combinations(words[:300], 2):
        if one[0] == other[0] and _NEAR <= fuzz.ratio(one.casefold(), other.casefold()) < 100:
            mine, theirs = first[other], first[one]
            if len({m.name.split()[0] for m in (mine, theirs) if " " in m.name}) > 1:
                continue  # two first names: two people
            line = draft.characters.count("\n", 0, theirs.at.start) + 1
            yield Finding(
                code="OR802",
                severity=Severity.WARNING,
                at=mine.at,
                sentence=draft.sentence(mine.at.start).at,
                says=f"line {line} of the draft spells it {one}",
            )
