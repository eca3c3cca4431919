"""Asks the views who held which post: few rows a question, found by folded names and by keys.

What a table calls holder, post and body by keys is joined here with the labels that name them,
from whatever table in force they come. One object answers for one pair of clocks, so that many
questions ask what is in force only once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import apsw
import msgspec

from onrecord.core.dates import When
from onrecord.core.holding import borne_on
from onrecord.core.identity import RowId, SourceId, TextId
from onrecord.core.posts import Named, TenureRow
from onrecord.core.said import StatementRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Labelled
from onrecord.ledger.clocks import Clause
from onrecord.ledger.made_rows import Selected
from onrecord.ledger.store import plainly

_WHEN = msgspec.json.Decoder(When)
_CITED = msgspec.json.Decoder(tuple[When, ...])
_SELECT = (
    'SELECT t.id, t.source, r.text, t.start, t."end", t.mention, t.name, t.post, t.body, t.person,'
    " t.office, t.organisation, t.held, t.cited, t.listed, t.seen, t.known, r.reader,"
    " t.sentence_start, t.sentence_end, t.said_in"
    " FROM tenure t JOIN reading r ON r.entry = t.entry WHERE "
)

_POST = "t.post_folded = :post AND t.post_folded <> ''"
_OFFICE = "t.office = :office AND t.office <> ''"
_ON_DAY = " AND (t.low IS NULL OR t.low <= :day) AND (t.high IS NULL OR t.high >= :day)"


Carrying = dict[tuple[str, str], StatementRow]
"""Statements by source and id."""


@dataclass(frozen=True, slots=True)
class _Label:
    named: Named
    of: str


class Tenures:
    """The tenures in force as of one pair of clocks.

    Args:
        sources: the label of each source.
        carrying: gives the statements of these ids that are in force; asked at most once.
    """

    def __init__(
        self,
        file: Path,
        connection: apsw.Connection,
        force: Clause,
        sources: Mapping[str, str],
        carrying: Callable[[set[str]], Carrying],
    ) -> None:
        self._file, self._connection, self._sources = file, connection, sources
        self._ask_carrying = carrying
        self._force, self._values = force.found_on("t"), force.values
        self._labelled = labelled = force.on_nameless("t")
        self._label_sql = (
            "SELECT t.name, t.borne, t.of FROM label t"
            f" WHERE t.key = :key AND t.kind = :kind AND {labelled} ORDER BY t.known, t.row"
        )
        self._keys_sql = (
            "SELECT DISTINCT t.key FROM label t"
            f" WHERE t.name_folded = :named AND t.kind = :kind AND {labelled}"
        )
        self._found: dict[tuple[Labelled, str], list[_Label]] = {}

    def all(self) -> Iterator[TenureRow]:
        """List every tenure, in the order in which they came to be known."""
        return self._rows("true", {})

    def with_id(self, identifier: str) -> list[TenureRow]:
        """Give the tenures that bear an id: one, or one for each source of the same text."""
        return list(self._rows("t.id = :id", {"id": identifier}))

    def of_post(self, folded: str, day: int | None = None) -> Iterator[TenureRow]:
        """Give the tenures whose own words name their post so.

        Args:
            day: only those that can have been held on this day, an ordinal.
        """
        return self._rows(f"{_POST}{_window(day)}", {"post": folded, "day": day})

    def of_office(self, key: str, day: int | None = None) -> Iterator[TenureRow]:
        """Give the tenures of the post that a table calls by this key; `day` as for `of_post`."""
        return self._rows(f"{_OFFICE}{_window(day)}", {"office": key, "day": day})

    def has_post(self, folded: str) -> bool:
        """Say whether a tenure names its post so."""
        return self._any(_POST, {"post": folded})

    def has_office(self, key: str) -> bool:
        """Say whether a table calls a post by this key."""
        return self._any(_OFFICE, {"office": key})

    def sources(self, folded: Iterable[str], offices: Iterable[str]) -> set[str]:
        """Give the sources that have tenures of posts of these names and keys."""
        sql = "SELECT DISTINCT t.source FROM tenure t WHERE "
        asked = [(_POST, "post", name) for name in folded]
        asked += [(_OFFICE, "office", key) for key in offices]
        found: set[str] = set()
        with plainly(self._file):
            for which, name, value in asked:
                rows = self._connection.execute(
                    f"{sql}{which} AND {self._force}", {**self._values, name: value}
                )
                found.update(row[0] for row in rows)
        return found

    def _any(self, which: str, values: dict[str, apsw.SQLiteValue]) -> bool:
        sql = f"SELECT 1 FROM tenure t WHERE {which} AND {self._force} LIMIT 1"
        with plainly(self._file):
            found = self._connection.execute(sql, {**self._values, **values})
            return found.get is not None

    def of_name(self, folded: str) -> list[TenureRow]:
        """Give the tenures whose own words name their holder so."""
        return list(self._rows("t.name_folded = :name AND t.name_folded <> ''", {"name": folded}))

    def of_person(self, key: str) -> list[TenureRow]:
        """Give the tenures of the person whom a table calls by this key."""
        return list(self._rows("t.person = :person AND t.person <> ''", {"person": key}))

    def keys(self, kind: Labelled, folded: str) -> list[str]:
        """Give the keys that a folded name stands for."""
        values = {**self._values, "named": folded, "kind": kind.value}
        with plainly(self._file):
            return [row[0] for row in self._connection.execute(self._keys_sql, values)]

    def names(self, kind: Labelled, key: str) -> tuple[Named, ...]:
        """Give the names that a key stands for."""
        return tuple(label.named for label in self._labels(kind, key))

    @cached_property
    def from_texts(self) -> bool:
        """Say whether any tenure was read in a text, where a mention holds the post."""
        return self._any("t.mention IS NOT NULL", {})

    @cached_property
    def _carrying(self) -> Carrying:
        sql = (
            f"SELECT DISTINCT t.said_in FROM tenure t WHERE t.said_in IS NOT NULL AND {self._force}"
        )
        with plainly(self._file):
            ids = {row[0] for row in self._connection.execute(sql, self._values)}
        return self._ask_carrying(ids)

    @cached_property
    def posts_called(self) -> frozenset[str]:
        """The folded names of all posts."""
        return self._called("post_folded", Labelled.POST)

    @cached_property
    def people_called(self) -> frozenset[str]:
        """The folded names of all holders."""
        return self._called("name_folded", Labelled.PERSON)

    def _called(self, column: str, kind: Labelled) -> frozenset[str]:
        values = {**self._values, "kind": kind.value}
        sql = (
            f"SELECT t.{column} FROM tenure t WHERE {self._force} UNION SELECT t.name_folded"
            f" FROM label t WHERE t.kind = :kind AND {self._labelled}"
        )
        with plainly(self._file):
            return frozenset(row[0] for row in self._connection.execute(sql, values)) - {""}

    def _rows(self, which: str, values: dict[str, apsw.SQLiteValue]) -> Iterator[TenureRow]:
        sql = f"{_SELECT}{which} AND {self._force} ORDER BY t.known, t.row"
        with plainly(self._file):
            for row in self._connection.execute(sql, {**self._values, **values}):
                # One whose statement is not in force as of then is told by nobody.
                if row[20] is None or (row[1], row[20]) in self._carrying:
                    yield self._row(row)

    def _row(self, row: Selected) -> TenureRow:
        held = None if row[12] is None else _WHEN.decode(row[12])
        post, body = self._post_and_body(row[7], row[8], row[10], row[11], held)
        names = self.names(Labelled.PERSON, row[9]) if row[9] else ()
        return TenureRow(
            id=RowId(row[0]),
            source=SourceId(row[1]),
            source_label=self._sources[row[1]],
            text=TextId(row[2]),
            at=Span(row[3], row[4]),
            around=Span(row[18], row[19]),
            names=names or (Named(name=row[6] or row[9] or "not named"),),
            post=post,
            body=body,
            held=held,
            cited=() if row[13] is None else _CITED.decode(row[13]),
            listed=bool(row[14]),
            known=row[16],
            reader=row[17],
            seen=row[15],
            person=row[9],
            office=row[10],
            mention=row[5],
            statement=None if row[20] is None else self._carrying[row[1], row[20]],
        )

    def _post_and_body(
        self, post: str, body: str, office: str, organisation: str, held: When | None
    ) -> tuple[str, str]:
        """Name post and body as its row does, or else by the labels of their keys at its time."""
        label = self._label_at(Labelled.POST, office, held) if office else None
        post = post or (label.named.name if label else office)
        organisation = organisation or (label.of if label else "")
        if not body and organisation:
            of = self._label_at(Labelled.BODY, organisation, held)
            body = of.named.name if of else ""
        return post, body

    def _label_at(self, kind: Labelled, key: str, held: When | None) -> _Label | None:
        day = held.first_date if held else None
        labels = self._labels(kind, key)
        fit = (label for label in labels if borne_on(label.named.borne, day))
        return next(fit, labels[0] if labels else None)

    def _labels(self, kind: Labelled, key: str) -> list[_Label]:
        if (kind, key) not in self._found:
            values = {**self._values, "kind": kind.value, "key": key}
            with plainly(self._file):
                self._found[kind, key] = [
                    _Label(
                        Named(name=row[0], borne=None if row[1] is None else _WHEN.decode(row[1])),
                        row[2],
                    )
                    for row in self._connection.execute(self._label_sql, values)
                ]
        return self._found[kind, key]


def _window(day: int | None) -> str:
    return "" if day is None else _ON_DAY
