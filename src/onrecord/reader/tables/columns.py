"""Tables in CSV: plain ones (name, post, body, start, end), and the Institute for Government's.

The Institute for Government's ministers database is four files that name each other by keys:
appointment, person, post, organisation. Each is read by itself; the record joins them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from onrecord.core.spans import Span
from onrecord.core.vocabulary import Labelled
from onrecord.reader.tables.gathering import Gathering
from onrecord.reader.tables.places import csv_rows

Row = Mapping[str, str]

_CALLED = {
    "name": ("name", "minister_name", "holder", "person", "full_name", "display_name"),
    "post": ("post", "role", "position", "office", "post_name"),
    "body": ("body", "organisation", "organization", "department", "dept", "institution"),
    "start": ("start", "start_date", "from", "fromdate", "date_from"),
    "end": ("end", "end_date", "to", "todate", "date_to", "until"),
    "cited": ("cited", "attested"),
    "person": ("person_id", "holder_id"),
    "office": ("post_id", "office_id"),
    "organisation": ("body_id", "organisation_id", "organization_id"),
}
"""What a column of a plain table may be called, the first that is there counts."""


def read(text: str, into: Gathering) -> bool:
    """Take the rows of a table; False: its first line names no columns that we know."""
    rows = csv_rows(text)
    _, heads = next(rows, (Span(0, 0), []))
    names = [head.strip().casefold().replace(" ", "_").lstrip("\ufeff") for head in heads]
    take = _taker(set(names))
    if take is None:
        return False
    for at, cells in rows:
        take(dict(zip(names, cells, strict=False)), at, into)
    return True


def _taker(names: set[str]) -> Callable[[Row, Span, Gathering], None] | None:
    if names >= {"id", "person_id", "post_id", "start_date", "end_date"}:
        return _appointment
    if names >= {"id", "name", "organisation_id"}:
        return _post
    if names >= {"id", "name", "start_date", "end_date"}:
        return _organisation if "gender" not in names and "display_name" not in names else _person
    return _plain if _is_plain(names) else None


def _is_plain(names: set[str]) -> bool:
    has = {what for what, called in _CALLED.items() if names & set(called)}
    return bool(has & {"name"} and has & {"post", "office"} and has & {"start", "end", "cited"})


def _plain(row: Row, at: Span, into: Gathering) -> None:
    cells = {
        what: next((row[name] for name in called if row.get(name)), "")
        for what, called in _CALLED.items()
    }
    into.tenure(
        at,
        start=cells["start"],
        end=cells["end"],
        post=" ".join(cells["post"].split()),
        body=" ".join(cells["body"].split()),
        name=" ".join(cells["name"].split()),
        person=cells["person"],
        office=cells["office"],
        organisation=cells["organisation"],
        cited=[one.strip() for one in cells["cited"].split(";") if one.strip()],
    )


def _appointment(row: Row, at: Span, into: Gathering) -> None:
    into.tenure(
        at,
        start=row.get("start_date"),
        end=row.get("end_date"),
        post="",
        person=row.get("person_id"),
        office=row.get("post_id"),
    )


def _person(row: Row, at: Span, into: Gathering) -> None:
    into.label(
        Labelled.PERSON,
        row.get("id"),
        row.get("name", ""),
        at,
        start=row.get("start_date"),
        end=row.get("end_date"),
    )


def _post(row: Row, at: Span, into: Gathering) -> None:
    into.label(Labelled.POST, row.get("id"), row.get("name", ""), at, of=row.get("organisation_id"))


def _organisation(row: Row, at: Span, into: Gathering) -> None:
    into.label(Labelled.BODY, row.get("id"), row.get("name", ""), at)
