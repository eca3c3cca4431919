"""What the user tells of each document of a backlog: one table, a row for every file.

A backlog enters the record on the days on which its documents were had, not on the day it is typed
in; so the days must be told. A table that cannot be read is refused whole, with the line.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from pathlib import Path

from onrecord.core.errors import WrongUse
from onrecord.core.vocabulary import Document
from onrecord.intake.told import Told, over

_HOUR = re.compile(r"(?<=^\d{4}-\d\d-\d\d)T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?$")
_TELLS = tuple(field.name for field in fields(Told))


def read_told(path: Path) -> dict[str, Told]:
    """Read a table of what is told: CSV with headings, a JSON list, or JSON Lines.

    Columns: file, and any of published, retrieved, outlet, title, address, language; others are
    left aside. A row of JSON may have `items`, the rows of a feed by their `id`, of each of which
    the same may be told; what is not told of one is what is told of the file.

    Raises:
        WrongUse: a row names no file or tells a date that is none; the message has the row.
    """
    try:
        words = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise WrongUse("cannot be read as UTF-8 text", where=str(path)) from error
    told = {}
    for number, row in enumerate(_rows(path, words), 1):
        where = f"{path}, row {number}"
        file = row.get("file")
        if not isinstance(file, str) or not file:
            raise WrongUse("no file is named", where=where, help="give each row a 'file'")
        values = _values(row)
        items = row.get("items")
        try:
            told[file] = Told(**values)
            for item in items if isinstance(items, list) else ():
                if isinstance(item, dict) and item.get("id"):
                    told[f"{file}:{item['id']}"] = Told(**(values | _values(item)))
        except WrongUse as error:
            raise WrongUse(error.what, where=where, help=error.help) from error
    return _by_ends(told) | told


def _values(row: Mapping[str, object]) -> dict[str, str]:
    """Give what a row tells; of a published moment, as feeds give it, only the day."""
    values = {key: str(row[key]) for key in _TELLS if row.get(key)}
    if "published" in values:
        values["published"] = _HOUR.sub("", values["published"])
    return values


def _by_ends(told: Mapping[str, Told]) -> dict[str, Told]:
    """Give what is told by each end of a path that only one file has.

    A table that stands beside a folder says `docs/a.html`; adding the folder calls it `a.html`.
    """
    found: dict[str, list[Told]] = {}
    for file, one in told.items():
        end = file
        while "/" in end:
            end = end.partition("/")[2]
            found.setdefault(end, []).append(one)
    return {end: ones[0] for end, ones in found.items() if len(ones) == 1}


def _rows(path: Path, words: str) -> Iterable[Mapping[str, object]]:
    if path.suffix.lower() == ".csv":
        return csv.DictReader(io.StringIO(words))
    try:
        if words.lstrip()[:1] == "[":
            rows = json.loads(words)
        else:
            rows = [json.loads(line) for line in words.splitlines() if line.strip()]
    except ValueError as error:
        raise WrongUse(f"is not JSON ({error})", where=str(path)) from error
    if not all(isinstance(row, dict) for row in rows):
        raise WrongUse("is not a list of objects", where=str(path))
    return list(rows)


def tell_each(document: Document, each: Mapping[str, Told]) -> Document:
    """Lay what is told of a document's file over its metadata.

    What a file holds (rows, attachments, members of an archive) takes what is told of the file.
    A file may be named by the end of its path.
    """
    told = _told_of(document.source.name, each)
    if told is None:
        return document
    source = document.source
    return replace(document, source=replace(source, metadata=over(source.metadata, told, None)))


def _told_of(name: str, each: Mapping[str, Told]) -> Told | None:
    outer = name
    while outer:
        for candidate in (outer, outer.rpartition("/")[2]):
            if candidate in each:
                return each[candidate]
        cut = max(outer.rfind(":"), outer.rfind("/"))
        outer = outer[:cut] if cut > 0 else ""
    return None
