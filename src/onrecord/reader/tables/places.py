"""The rows of a file with their places: every item of a JSON array, every row of CSV, every tag.

Nothing is read twice and nothing is searched backwards, so that time grows with the length.
"""

from __future__ import annotations

import csv
import html
import json
import re
from collections.abc import Generator, Iterator
from typing import Any

from onrecord.core.errors import Refused
from onrecord.core.spans import Span

_SPACE = re.compile(r"[ \t\r\n]*")
_decode = json.JSONDecoder().raw_decode
_TAG = re.compile(r"<moffice\b([^<>]*)>")
_ATTRIBUTE = re.compile(r"""([a-z_]{1,40})\s{0,9}=\s{0,9}(?:"([^"<>]*)"|'([^'<>]*)')""")
DELIMITERS = ",;\t|"


def json_rows(text: str) -> Iterator[tuple[str, Span, Any]]:
    """Give the items of the array that `text` is, or of every array in the object that it is.

    Each comes with the key its array stands under ('' in an array), its place, and its value. What
    stands under a key and is no array comes as it is.

    Raises:
        Refused: it is not JSON, or is nested too deeply.
    """
    try:
        at = _skip(text, 0)
        end = yield from (_items(text, at, "") if text[at : at + 1] == "[" else _members(text, at))
        if _skip(text, end) < len(text):
            raise ValueError("more after its end")
    except (ValueError, IndexError) as error:
        raise Refused("damaged", f"not JSON: {error}") from error
    except RecursionError as error:
        raise Refused("limit", "it is nested too deeply to be read") from error


def json_inner(text: str, outer: Span, wanted: str) -> Iterator[tuple[Span, Any]]:
    """Give the items of the array under one key of an object that was read before."""
    yield from ((at, value) for key, at, value in _members(text, outer.start) if key == wanted)


def _members(text: str, at: int) -> Generator[tuple[str, Span, Any], None, int]:
    if text[at : at + 1] != "{":
        raise ValueError("neither an object nor an array")
    at = _skip(text, at + 1)
    while text[at] != "}":
        key, at = _decode(text, at)
        at = _skip(text, at)
        if not isinstance(key, str) or text[at] != ":":
            raise ValueError(f"no key at {at}")
        at = _skip(text, at + 1)
        if text[at] == "[":
            at = yield from _items(text, at, key)
        else:
            value, end = _decode(text, at)
            yield key, Span(at, end), value
            at = end
        at = _after(text, at, "}")
    return at + 1


def _items(text: str, at: int, key: str) -> Generator[tuple[str, Span, Any], None, int]:
    at = _skip(text, at + 1)
    while text[at] != "]":
        value, end = _decode(text, at)
        yield key, Span(at, end), value
        at = _after(text, end, "]")
    return at + 1


def _after(text: str, at: int, closing: str) -> int:
    at = _skip(text, at)
    if text[at] == ",":
        at = _skip(text, at + 1)
        if text[at] == closing:
            raise ValueError(f"a comma before the end at {at}")
    elif text[at] != closing:
        raise ValueError(f"neither a comma nor an end at {at}")
    return at


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    assert found is not None
    return found.end()


def csv_rows(text: str) -> Iterator[tuple[Span, list[str]]]:
    """Give the rows of CSV with their places, blank ones left out; what parts cells is seen from
    the first line.

    Raises:
        Refused: a cell is longer than any cell needs to be.
    """
    first = text[: text.find("\n") if "\n" in text else len(text)][:10_000]
    delimiter = max(DELIMITERS, key=first.count)
    lines = _Lines(text)
    start = 0
    try:
        for cells in csv.reader(lines, delimiter=delimiter):
            at = Span(start, lines.at).trimmed(text)
            start = lines.at
            if at.start < at.end:
                yield at, cells
    except csv.Error as error:
        raise Refused("damaged", f"not CSV: {error} near character {start}") from error


class _Lines:
    """The lines of a text, and how far they were taken."""

    def __init__(self, text: str) -> None:
        self._text, self.at = text, 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        if self.at >= len(self._text):
            raise StopIteration
        end = self._text.find("\n", self.at) + 1 or len(self._text)
        line, self.at = self._text[self.at : end], end
        return line


def office_tags(text: str) -> Iterator[tuple[Span, dict[str, str]]]:
    """Give every `moffice` of a ParlParse file with its attributes."""
    for tag in _TAG.finditer(text):
        found = {
            name: html.unescape(double or single)
            for name, double, single in _ATTRIBUTE.findall(tag[1])
        }
        yield Span(*tag.span()), found
