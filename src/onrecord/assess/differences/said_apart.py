"""Utterances that documents give to two speakers, or in words that turn their sense.

That a paper gives one man's words to another, or prints "never" for "no longer", is a difference of
fact between two documents: one of them is wrong about what was said. Cuts, mergers and other words
of the same sense are left to the listing of quotations. Versions of one page are held apart there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from onrecord.core.differences import DifferenceRow, Matter, SettledRow, ToldRow
from onrecord.core.identity import SourceId
from onrecord.core.quotes import Drift, QuoteRow, VariantRow, WordingRow

_TURNS = (
    ("no longer", re.compile(r"\b(?:no|any) longer\b|\bany ?more\b|\bceased?\b", re.IGNORECASE)),
    ("never", re.compile(r"\bnever\b|\bat no time\b", re.IGNORECASE)),
    ("not", re.compile(
        r"\b(?:no|not|nor|neither|nobody|nothing|none|cannot|without|hardly|scarcely|far from)\b"
        r"|n[’']t\b", re.IGNORECASE)),
)  # fmt: skip
"""In what ways a sentence denies: no more, at no time, or plainly."""

Told = Callable[[WordingRow, str], ToldRow | None]
"""Makes a row of the sentence that gives a wording, with its value."""


def said_apart(
    quotes: Iterable[QuoteRow], told: Told, page: Callable[[SourceId], str]
) -> Iterator[DifferenceRow]:
    """Find who is given another's words, and whose words are turned.

    Args:
        told: gives None where a place is in no sentence, or nobody is named there.
        page: names the page that a source is a version of; '' where it is the only one.
    """
    for quote in quotes:
        for one in quote.variants:
            versions = page(one.of.source) == page(one.wording.source) != ""
            if versions or not (one.of.marked or one.wording.marked):
                continue
            row = _apart(one, quote, told)
            if row is not None:
                yield row


def _apart(one: VariantRow, quote: QuoteRow, told: Told) -> DifferenceRow | None:
    if one.drift is Drift.REATTRIBUTED:
        matter, values = Matter.SPEAKER, (one.of.speaker, one.wording.speaker)
        because = "one utterance, word for word or nearly, is given to two speakers"
    elif one.drift is Drift.ALTERED and _is_turned(one):
        matter, values = Matter.WORDS, (one.of.words, one.wording.words)
        because = "one utterance is given in words that do not mean the same"
    else:
        return None
    first, second = told(one.of, values[0]), told(one.wording, values[1])
    if first is None or second is None:
        return None
    if matter is Matter.WORDS and (_asks(first) or _asks(second)):
        return None
    return DifferenceRow(
        matter=matter,
        one=first,
        other=second,
        because=(because, one.because),
        settled=_settled(one, quote, first, second, told),
    )


def _asks(row: ToldRow) -> bool:
    """Say whether a sentence only asks: it says neither."""
    return row.words.rstrip(" \"”’'").endswith("?")


def _is_turned(one: VariantRow) -> bool:
    """Say whether one of the two denies otherwise than the other, or where the other does not."""
    kept = [" ".join(words for mark, words in one.pieces if mark in ("", m)) for m in "-+"]
    return _denies(kept[0]) != _denies(kept[1])


def _denies(words: str) -> list[str]:
    found = []
    for name, turns in _TURNS:
        found += [name] * len(turns.findall(words))
        words = turns.sub("", words)
    return found


def _settled(
    one: VariantRow, quote: QuoteRow, first: ToldRow, second: ToldRow, told: Told
) -> SettledRow | None:
    """Say which side the body's own document gives, or else which other outlets give too."""
    official = [side for side, row in ((1, first), (2, second)) if row.official]
    if len(official) == 1:
        by = (first, second)[official[0] - 1]
        return SettledRow(
            side=official[0], because=f"so says {by.source_label}, an official document", by=by
        )
    if official:
        return None
    for other in quote.variants:
        same = other.drift in (Drift.IDENTICAL, Drift.CUT) and other.of.source == first.source
        row = told(other.wording, first.value) if same else None
        if row is not None and _outlet(row) not in (_outlet(first), _outlet(second)):
            because = f"on balance: {row.source_label} tells it so too, and nobody else the other"
            return SettledRow(side=1, because=because, by=row)
    return None


def _outlet(row: ToldRow) -> str:
    return row.source_label.partition(",")[0]
