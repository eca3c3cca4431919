"""Reads reference tables of posts: who held what from when to when, each with its row in the file.

Which of the formats a file has is told by its content. A row says what it says: a date that is
none, or an end before its beginning, is left out with a note, and nothing is put in its place.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from importlib import resources

from onrecord.core.dates import When
from onrecord.core.errors import Refused
from onrecord.core.identity import reading_id
from onrecord.core.vocabulary import ReaderName, Reading, Text
from onrecord.reader.tables import columns, legislators
from onrecord.reader.tables.gathering import Gathering
from onrecord.reader.tables.places import json_inner, json_rows, office_tags
from onrecord.reader.tables.popolo import KEYS, Popolo
from onrecord.reader.tables.popolo import fits as popolo_fits
from onrecord.reader.tables.yaml_places import yaml_rows

VERSION = "1"
EXPECTED = (
    "give Popolo or ParlParse JSON, ParlParse XML, congress-legislators YAML or JSON, the "
    "Institute for Government's tables, or CSV with columns name, post, body, start, end"
)


class TableReader:
    """Reads a table of posts: tenures, and what its keys stand for. Keeps nothing between texts."""

    @property
    def name(self) -> ReaderName:
        """Give name, version and the digest of the code that decides the answers."""
        return ReaderName(name="tables", version=VERSION, digest=_digest())

    def read(self, text: Text, told_on: When | None) -> Reading:
        """Read the rows of a table, in their order.

        Raises:
            Refused: it is none of the formats, or ends too soon.
        """
        into = Gathering(text)
        if not _take(text.characters, into) or not (into.tenures or into.labels):
            raise Refused("no table", "not a table of posts", help=EXPECTED)
        told = None if told_on is None else told_on.edtf
        places = {span for tenure in into.tenures for span in tenure.at}
        return Reading(
            id=reading_id(text.id, told or "", self.name.digest),
            text=text.id,
            reader=self.name,
            told_on=told,
            sentences=tuple(sorted(places)),
            tenures=tuple(into.tenures),
            labels=tuple(into.labels),
            notes=into.notes,
        )


def _take(text: str, into: Gathering) -> bool:
    start = text[:1000].lstrip("\ufeff \t\r\n")[:1]
    if start and start in "[{":
        return _take_json(text, into)
    if start == "<":
        return _take_offices(text, into)
    if start == "-":
        return _take_yaml(text, into)
    return columns.read(text, into)


def _take_json(text: str, into: Gathering) -> bool:
    popolo, found = Popolo(text, into), False
    for key, at, thing in json_rows(text):
        if key in KEYS and isinstance(thing, dict):
            popolo.take(key, at, thing)
            found = True
        elif not key and popolo_fits(thing):
            popolo.take("memberships", at, thing)
            found = True
        elif not key and legislators.fits(thing):
            legislators.take(at, thing, json_inner(text, at, "terms"), into)
            found = True
    return found


def _take_yaml(text: str, into: Gathering) -> bool:
    found = False
    for at, thing in yaml_rows(text):
        if legislators.fits(thing):
            legislators.take(at, thing, thing["terms"], into)
            found = True
    return found


def _take_offices(text: str, into: Gathering) -> bool:
    """Take a ParlParse file of ministers in XML."""
    found = False
    for at, office in office_tags(text):
        duty = office.get("responsibility", "")
        post = office.get("position", "")
        into.tenure(
            at,
            start=office.get("fromdate"),
            end=office.get("todate"),
            post=f"{post} ({duty})" if duty else post,
            body=office.get("dept", ""),
            name=office.get("name", ""),
        )
        found = True
    return found


@lru_cache(maxsize=1)
def _digest() -> str:
    """Name all code of this folder."""
    digest = hashlib.sha256()
    for file in sorted(resources.files(__name__).iterdir(), key=lambda file: file.name):
        if file.name.endswith(".py"):
            digest.update(file.read_bytes())
    return digest.hexdigest()
