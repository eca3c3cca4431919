"""Every word of the documents, and where it stands: how a folder that holds no script is searched.

As at the back of a book, a word is told with places and nothing else: what is said there is read
there, with whose words it is.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from onrecord.core.folding import fold
from onrecord.core.record import Record
from onrecord.core.rows import SourceRow, StatementRow
from onrecord.show.gathered import Gathered
from onrecord.show.press import Page, lists, page_of

MOST = 30
"""Documents, and statements, that are told of one word: one that stands nearly everywhere leads
nowhere."""
_SHORTEST = 3
"""Characters of a word that is told, numbers aside: shorter ones are hardly ever looked for."""
_WORD = re.compile(r"\d+(?:[.,:/-]\d+)+|[^\W_]+(?:[-'’][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")


@dataclass(slots=True)
class Place:
    """A source in which a word stands: how often, and the statements in it that have the word."""

    source: SourceRow
    times: int = 0
    statements: list[StatementRow] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class WordEntry:
    """A word as it is mostly written, and where it stands.

    Attributes:
        places: the sources, unless there are too many; then none. Their statements likewise.
        anchor: where the words of a letter begin.
    """

    written: str
    times: int
    sources: int
    places: Sequence[Place]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of the alphabet, and where its words begin."""

    letter: str
    href: str


def register(record: Record, rows: Gathered) -> Iterator[Page]:
    """Give the words of all documents in the order of the alphabet."""
    entries, letters = list[WordEntry](), list[Letter]()
    for letter, same in groupby(_counted(record, rows), key=lambda told: _letter(told[0])):
        anchor = f"letter-{len(letters) + 1}"
        letters.append(Letter(letter, f"{page_of('words', len(entries))}#{anchor}"))
        (_, first), *rest = same
        entries += [replace(first, anchor=anchor), *(entry for _, entry in rest)]
    yield from lists("words", "words.html", entries, lambda: {"letters": letters, "most": MOST})


def _counted(record: Record, rows: Gathered) -> Iterator[tuple[str, WordEntry]]:
    """Give each word by the form under which two spellings are one, in the order of these."""
    written: dict[str, Counter[str]] = defaultdict(Counter)
    places: dict[str, dict[str, Place]] = defaultdict(dict)
    keys = _Keys()
    for source in rows.sources:
        if source.refusal is not None:
            continue
        for found, times in Counter(_WORD.findall(record.text(source.id).characters)).items():
            if (word := keys.words[found]) and (key := keys[found]):
                written[key][word] += times
                places[key].setdefault(source.id, Place(source)).times += times
        for row in rows.by_source.get(source.id, ()):
            found = {keys[one] for one in _WORD.findall(f"{row.speaker} {row.content}")}
            for key in found:
                if (place := places.get(key, {}).get(source.id)) is not None:
                    place.statements.append(row)
    for key in sorted(written):
        [(word, _)] = written[key].most_common(1)
        told = list(places[key].values())
        sources = len(told)
        if sum(len(place.statements) for place in told) > MOST:
            told = [replace(place, statements=[]) for place in told]
        yield (
            key,
            WordEntry(word, written[key].total(), sources, told if sources <= MOST else []),
        )


class _Words(dict[str, str]):
    """What is told of what stands in a text: without a possessive; empty where it is too short."""

    def __missing__(self, found: str) -> str:
        word = _POSSESSIVE.sub("", found)
        told = word if len(word) >= _SHORTEST or word[:1].isdecimal() else ""
        return self.setdefault(found, told)


class _Keys(dict[str, str]):
    """The form under which two spellings are one, each worked out once."""

    def __init__(self) -> None:
        super().__init__()
        self.words = _Words()

    def __missing__(self, found: str) -> str:
        return self.setdefault(found, fold(self.words[found]))


def _letter(key: str) -> str:
    return "0-9" if key[0].isdecimal() else key[0].upper()
