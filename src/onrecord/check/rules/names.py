"""Names: a person of the record with another first name, or spelt another way than there.

Only full names are compared. Whoever bears a name that the record does not know is somebody else;
a finding needs all but one word to be the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from onrecord.check.against import Against
from onrecord.check.draft import Draft
from onrecord.core.drafts import Finding, Held, Severity
from onrecord.core.folding import fold
from onrecord.core.identity import SourceId
from onrecord.core.rows import ActorRow
from onrecord.core.vocabulary import ActorKind, Mention, Naming

NEAR = 84.0
"""The likeness (0 to 100, by edits) of two words from which one may be a misspelling of the other:
"Pelew" and "Pellew" have 91, "Morrow" and "Marlow" 67."""

_SHORTEST = 4
"""Letters of a word that can be misspelt; of shorter ones another is nearly always near."""


def found(draft: Draft, record: Against) -> Iterator[Finding]:
    """Find names of the draft that are nearly one of the record's, and are none."""
    ready = record.ready
    seen: set[str] = set()
    for mention in draft.reading.mentions:
        name = fold(mention.name)
        words = name.split()
        if not _is_full(mention, words) or ready.person(name) or name in seen:
            continue
        seen.add(name)
        others = _others(ready.with_surname(words[-1]), words)
        if others and not _may_be(words, others):
            yield _first_name(draft, record, mention, others)
            continue
        misspelt = [
            (theirs, row)
            for theirs, row in ready.with_first_name(words[0])
            if _is_misspelt(theirs, words)
        ]
        if misspelt:
            yield _spelt(draft, record, mention, [row for _, row in misspelt])


def _is_full(mention: Mention, words: list[str]) -> bool:
    named = mention.naming is Naming.NAMED and mention.kind is ActorKind.PERSON
    return named and len(words) > 1 and mention.same_as is None


def _others(bearers: Sequence[tuple[list[str], ActorRow]], words: list[str]) -> list[ActorRow]:
    return list({row.id: row for theirs, row in bearers if theirs != words}.values())


def _may_be(words: list[str], others: list[ActorRow]) -> bool:
    """Say whether the name is one of theirs, with an initial or with another name left out."""
    for row in others:
        for name in row.names:
            theirs = fold(name).split()
            if theirs[-1] != words[-1]:
                continue
            first, other = words[0].rstrip("."), theirs[0].rstrip(".")
            if len(theirs) > 1 and (first in theirs[:-1] or other in words[:-1]):
                return True
            if first[0] == other[0] and 1 in (len(first), len(other)):
                return True
    return False


def _is_misspelt(theirs: list[str], words: list[str]) -> bool:
    """Say whether all words after the first are the same but one, and that is nearly so."""
    if len(theirs) != len(words):
        return False
    apart = [(a, b) for a, b in zip(theirs[1:], words[1:], strict=True) if a != b]
    return len(apart) == 1 and _near(*apart[0])


def _near(one: str, other: str) -> bool:
    from rapidfuzz import fuzz

    return min(len(one), len(other)) >= _SHORTEST and fuzz.ratio(one, other) >= NEAR


def _first_name(draft: Draft, record: Against, mention: Mention, others: list[ActorRow]) -> Finding:
    names = ", ".join(row.name for row in others)
    return Finding(
        code="OR303",
        severity=Severity.WARNING,
        at=mention.at,
        sentence=draft.sentence(mention.at.start).at,
        says=f"the record has nobody called {mention.name}; of that surname it has {names}",
        rests_on=tuple(_held(row, record.labels) for row in others),
    )


def _spelt(draft: Draft, record: Against, mention: Mention, others: list[ActorRow]) -> Finding:
    return Finding(
        code="OR304",
        severity=Severity.WARNING,
        at=mention.at,
        sentence=draft.sentence(mention.at.start).at,
        says=f"the record spells it {' or '.join(row.name for row in others)}",
        rests_on=tuple(_held(row, record.labels) for row in others),
        wording=others[0].name,
        over=mention.at,
    )


def _held(row: ActorRow, labels: Mapping[SourceId, str]) -> Held:
    source, at = row.mentions[0]
    places = "source" if row.sources == 1 else "sources"
    return Held(
        source=source,
        source_label=labels.get(source, source),
        at=at,
        words=row.name,
        teller=f"The record, in {row.sources} {places},",
    )
