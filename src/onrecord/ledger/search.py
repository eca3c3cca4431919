"""Finds words: the blocks that hold them, the sentence they stand in, and whose words it is."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import apsw
import msgspec

from onrecord.core.rows import Hit
from onrecord.core.spans import Span, Spans
from onrecord.core.vocabulary import (
    AsOf,
)
from onrecord.ledger.clocks import Clause
from onrecord.ledger.queries import Queries
from onrecord.ledger.store import plainly


class _Sentences(msgspec.Struct):
    sentences: Spans = ()


class _HasSentences(msgspec.Struct):
    reading: _Sentences


class _HasCharacters(msgspec.Struct):
    characters: str


class Search:
    """Searches the texts of one open case."""

    def __init__(self, file: Path, connection: apsw.Connection, ask: Queries) -> None:
        self._file, self._connection, self._ask = file, connection, ask

    def find(self, query: str, as_of: AsOf, most: int) -> list[Hit]:
        """Find blocks that hold all the words; “quoted words” in their order; best first."""
        with plainly(self._file):
            return self._find(query, as_of, most)

    def _find(self, query: str, as_of: AsOf, most: int) -> list[Hit]:
        match = _match(query)
        if not match:
            return []
        force = self._ask.clause(as_of)
        labels = self._ask.labels(as_of)
        rows = list(
            self._connection.execute(
                'SELECT s.id, b.text, b.start, b."end" FROM search JOIN block b'
                " ON b.row = search.rowid JOIN source s ON s.text = b.text"
                f" WHERE search MATCH :match AND {force.on('s')}"
                " ORDER BY bm25(search), s.entry, b.row LIMIT :most",
                {**force.values, "match": match, "most": most},
            )
        )
        hits = [
            (row[0], self._sentence(row[0], row[1], Span(row[2], row[3]), query, force))
            for row in rows
        ]
        places = [(source, found[0]) for source, (_, found, _) in hits if found]
        said = self._ask.statements_at(as_of, places, labels)
        return [
            Hit(
                source=source,
                source_label=labels[source],
                at=at,
                words=words,
                found=found,
                statement=said.get((source, found[0])) if found else None,
            )
            for source, (at, found, words) in hits
        ]

    def _sentence(
        self, source: str, text: str, block: Span, query: str, force: Clause
    ) -> tuple[Span, Spans, str]:
        characters = self._journal_text(text)
        sentences = self._sentences(source, force) or (block,)
        found = _places(query, characters, block)
        if not found:
            return block, (), block.of(characters)
        around = next((span for span in sentences if span.overlaps(found[0])), block)
        inside = tuple(span for span in found if around.holds(span))
        return around, inside, around.of(characters)

    def _sentences(self, source: str, force: Clause) -> Spans:
        body = self._connection.execute(
            "SELECT e.body FROM reading r JOIN entry e ON e.number = r.entry"
            " WHERE r.source = :source AND r.hand = ''"
            f" AND {force.known_on('r')}",
            {**force.values, "source": source},
        ).get
        return (
            () if body is None else msgspec.json.decode(body, type=_HasSentences).reading.sentences
        )

    def _journal_text(self, identifier: str) -> str:
        body = self._connection.execute(
            "SELECT e.body FROM text t JOIN entry e ON e.number = t.entry WHERE t.id = ?",
            (identifier,),
        ).get
        return msgspec.json.decode(body, type=_HasCharacters).characters


_TERM = re.compile(r'"([^"]+)"|“([^”]+)”|(\S+)')


def _terms(query: str) -> list[str]:
    return [next(part for part in found if part) for found in _TERM.findall(query)]


def _match(query: str) -> str:
    """Write a query for FTS5: every term in quotation marks, so that nothing is an operator."""
    terms = [re.sub(r'["\x00]', " ", term).strip() for term in _terms(query)]
    return " ".join(f'"{term}"' for term in terms if any(map(str.isalnum, term)))


def _places(query: str, characters: str, block: Span) -> Spans:
    """Find where the terms of a query stand in a block, letter case and accents aside."""
    words, origin = _plain(block.of(characters))
    found = set()
    for term in _terms(query):
        pattern = r"\W+".join(map(re.escape, re.findall(r"\w+", _plain(term)[0])))
        for at in re.finditer(pattern, words) if pattern else ():
            found.add(Span(origin[at.start()], origin[at.end()]).shifted(block.start))
    return tuple(sorted(found))


def _plain(words: str) -> tuple[str, list[int]]:
    """Leave out accents and letter case; give for each place, and the end, where it was before."""
    plain, origin = [], []
    for at, letter in enumerate(words):
        for part in unicodedata.normalize("NFKD", letter.casefold()):
            if not unicodedata.combining(part):
                plain.append(part)
                origin.append(at)
    return "".join(plain), [*origin, len(words)]
