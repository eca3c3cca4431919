"""The statements of a case together: cut into sentences, by place, and what all of them tell."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from onrecord.assess.claims.passing_on import passed_on, recounted
from onrecord.assess.claims.told import Place, parts
from onrecord.assess.claims.whom import described, genders, places
from onrecord.assess.speaking import Parties
from onrecord.core.identity import SourceId, StatementId
from onrecord.core.laid import Laid
from onrecord.core.said import StatementRow
from onrecord.core.vocabulary import Naming


class ByPlace(Mapping[Place, StatementRow]):
    """Statements by where they stand, each read when it is looked at."""

    def __init__(
        self, rows: Sequence[StatementRow], sentences: Mapping[Place, Sequence[int]]
    ) -> None:
        self._rows, self._sentences = rows, sentences

    def __getitem__(self, place: Place) -> StatementRow:
        return self._rows[self._sentences[place][-1]]

    def __iter__(self) -> Iterator[Place]:
        return iter(self._sentences)

    def __len__(self) -> int:
        return len(self._sentences)


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of statements, in parallel lists.

    `of`: the number of the statement; `part`: its own number there.
    """

    of: list[int]
    part: list[int]
    words: list[str]
    sources: list[SourceId]
    statements: list[StatementId]


def sentences_of(rows: Sequence[StatementRow], told: Mapping[Place, str]) -> Sentences:
    """Cut statements into their sentences; `told` has contents with names for pronouns."""
    made = Sentences([], [], [], [], [])
    for number, row in enumerate(rows):
        cut = parts(told.get((row.source, row.id)) or row.content)
        made.of.extend([number] * len(cut))
        made.part.extend(range(len(cut)))
        made.words.extend(cut)
        made.sources.extend([row.source] * len(cut))
        made.statements.extend([row.id] * len(cut))
    return made


@dataclass(frozen=True, slots=True)
class AllTold:
    """What all statements of a case together tell; see the functions that give it."""

    passes_on: list[tuple[SourceId, StatementId, str]]
    recounts: list[Place]
    genders: dict[str, str]
    places: frozenset[str]
    called: dict[str, frozenset[str]]


def all_told_by(rows: Sequence[StatementRow]) -> AllTold:
    """Gather what statements tell of names, and of what others said before."""
    return AllTold(
        passes_on=[(*place, who) for place, who in passed_on(rows).items()],
        recounts=sorted(recounted(rows)),
        genders=genders(row.content for row in rows),
        places=places(row.content for row in rows),
        called=described(words for row in rows for words in (row.content, row.speaker)),
    )


def parties_of(rows: Sequence[StatementRow], laid: Laid) -> Parties:
    """Give what tells for whom speakers speak, from the statements alone."""

    def made() -> Parties:
        return Parties(rows, sorted({r.speaker for r in rows if r.naming is Naming.PUBLISHER}))

    return Parties.laid(laid, "parties of statements", made)
