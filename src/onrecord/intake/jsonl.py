"""JSON Lines: each line one document, `id` and `text` and perhaps `title, published, url, outlet`.

The text is the string given, to the character: offsets into it are the giver's own. A line that is
no such row is refused by file and line number; the lines around it are read.
"""

from __future__ import annotations

import gzip
import io
import json
import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from onrecord.core.errors import Refused
from onrecord.core.spans import Span, Stretch
from onrecord.core.vocabulary import Attested, Basis, Metadata, Refusal
from onrecord.intake import days, kinds, plain, walk
from onrecord.intake.extracted import Extracted
from onrecord.intake.limits import Limits
from onrecord.intake.names import shown

_GZIP = b"\x1f\x8b"
_BOM = b"\xef\xbb\xbf"
_BUFFER = 1 << 16
_TEXT_VALUE = re.compile(r'"text"\s*:\s*("[^"\\]*(?:\\.[^"\\]*)*")')
_ESCAPE = re.compile(r"\\u[dD][89abAB]..\\u[dD][c-fC-F]..|\\u....|\\.")


def rows(name: str, stream: BinaryIO, limits: Limits) -> Iterator[walk.Item]:
    """Give every line that is not blank as an item named "file:row id". `stream` may be gzipped."""
    number = 0
    try:
        for number, line in _lines(stream, limits):
            yield _item(name, number, line, limits)
    except (OSError, EOFError, zlib.error) as error:
        yield walk.refused(f"{name}:{number + 1}", "damaged", f"cannot be unpacked: {error}")
    except Refused as why:
        yield walk.refused(f"{name}:{number + 1}", why.code, str(why))
    else:
        if not number:
            yield walk.refused(name, "empty", "no rows in it", kind=kinds.ROWS)


def read_row(raw: bytes, limits: Limits) -> Extracted:
    """Read one row.

    Raises:
        Refused: it is not an object with a text.
    """
    row = _decoded(raw)
    text = _text_of(row)
    found = plain.read_given(text, limits)
    stretches = tuple(_places(raw.decode("utf-8"), text))
    metadata = Metadata(
        title=_attested(row.get("title")),
        outlet=_attested(row.get("outlet")),
        address=_attested(row.get("url")),
        published=_attested(days.day_of(str(row.get("published") or ""))),
        language=_attested(row.get("language")),
    )
    return Extracted(characters=text, blocks=found.blocks, stretches=stretches, metadata=metadata)


def _lines(stream: BinaryIO, limits: Limits) -> Iterator[tuple[int, bytes | None]]:
    """Number the lines from 1 and leave out blank ones; None for a line that is too long."""
    source = _Plain(stream, limits)
    number, most = 0, limits.row_bytes
    while line := source.readline(most + 1):
        number += 1
        if len(line) > most and not line.endswith(b"\n"):
            while (piece := source.readline(most)) and not piece.endswith(b"\n"):
                continue
            yield number, None
            continue
        row = line.strip()
        if number == 1:
            row = row.removeprefix(_BOM).strip()
        if row:
            yield number, row


class _Plain:
    """A stream of lines, unpacked on the way when it starts like gzip, and weighed meanwhile."""

    def __init__(self, stream: BinaryIO, limits: Limits) -> None:
        self._limits, self._unpacked = limits, 0
        self._counted = _Counted(stream)
        buffered = io.BufferedReader(self._counted, _BUFFER)
        self._packed = buffered.peek(2)[:2] == _GZIP
        self._lines: io.BufferedIOBase = (
            gzip.GzipFile(fileobj=buffered, mode="rb") if self._packed else buffered
        )

    def readline(self, most: int) -> bytes:
        line = self._lines.readline(most)
        self._unpacked += len(line)
        allowed = max(self._limits.ratio_from, self._counted.taken * self._limits.ratio)
        if self._packed and self._unpacked > allowed:
            raise Refused("limit", f"unpacks to more than {self._limits.ratio} times its size")
        return line


class _Counted(io.RawIOBase):
    """A stream that knows how many bytes were taken from it, and takes no more than are there."""

    def __init__(self, stream: BinaryIO) -> None:
        self._take = getattr(stream, "read1", stream.read)
        self.taken = 0

    def readable(self) -> bool:
        return True

    def readinto(self, into: Any) -> int:
        piece: bytes = self._take(len(into))
        into[: len(piece)] = piece
        self.taken += len(piece)
        return len(piece)


def _item(name: str, number: int, line: bytes | None, limits: Limits) -> walk.Item:
    if line is None:
        reason = f"line {number} has more than {limits.row_bytes:,} bytes"
        return walk.refused(f"{name}:{number}", "limit", reason, kind=kinds.ROW)
    try:
        row = _decoded(line)
        _text_of(row)
        identifier = row.get("id")
    except Refused as why:
        broken = walk.item(f"{name}:{number}", line, kind=kinds.ROW)
        refusal = Refusal(code=why.code, reason=f"line {number}: {why}")
        return replace(broken, refusal=refusal)
    known = isinstance(identifier, str | int) and str(identifier).strip()
    label = shown(str(identifier)) if known else str(number)
    return walk.item(f"{name}:{label}", line, kind=kinds.ROW)


def _decoded(line: bytes) -> dict[str, Any]:
    import msgspec

    try:
        row = msgspec.json.decode(line)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise Refused("damaged", f"not JSON: {error}") from error
    if not isinstance(row, dict):
        raise Refused("damaged", "not a JSON object", help="give one object a line")
    return row


def _text_of(row: dict[str, Any]) -> str:
    text = row.get("text")
    if not isinstance(text, str):
        raise Refused("damaged", "the row has no 'text'", help="give rows of id and text")
    return text


def _attested(value: object) -> Attested | None:
    words = " ".join(value.split()) if isinstance(value, str) else ""
    return Attested(words, Basis.FILE) if words else None


def _places(line: str, text: str) -> Iterator[Stretch]:
    """Lead from the text to its letters in the line, each escape to the whole of itself."""
    for literal in _TEXT_VALUE.finditer(line):
        if _string(literal[1]) == text:
            start = literal.start(1) + 1
            yield from _pieces(literal[1][1:-1], start)
            return


def _pieces(written: str, start: int) -> Iterator[Stretch]:
    at = length = 0
    for escape in _ESCAPE.finditer(written):
        letters = escape.start() - at
        if letters:
            raw = Span(at, escape.start()).shifted(start)
            yield Stretch(Span(length, length + letters), raw)
        length += letters
        yield Stretch(Span(length, length + 1), Span(*escape.span()).shifted(start))
        length, at = length + 1, escape.end()
    if at < len(written):
        yield Stretch(
            Span(length, length + len(written) - at), Span(at, len(written)).shifted(start)
        )


def _string(literal: str) -> object:
    try:
        return json.loads(literal)
    except ValueError:
        return None
