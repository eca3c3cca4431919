"""Keeps what the draft desk asks of a record in the case, so that the next command finds it there.

It is a function of all entries, of both clocks and of the program, whose names are in every key:
whatever is added, decided or taken back lays it out anew. Of each name the newest alone is kept.
"""

from __future__ import annotations

import struct
import zlib
from array import array
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Protocol, TypeVar

import msgspec

from onrecord.case.kept import decoded, uncollected
from onrecord.core.laid import Each

T = TypeVar("T")
_HEAD = struct.Struct("<II")
_DICTIONARY = 4096
"""Bytes of the first rows by which all are packed: names of fields, and what many rows share."""


class Memory(Protocol):
    """Keeps what can be worked out again; the ledger is one."""

    def remembered(self, key: str) -> bytes | None: ...
    def remember(self, kind: str, key: str, body: bytes) -> None: ...


class LaidOut:
    """What is laid out in a case.

    Args:
        moment: names all that it depends on.
    """

    def __init__(self, memory: Memory, moment: str) -> None:
        self._memory, self._moment = memory, moment

    def value(self, name: str, kind: type[T], make: Callable[[], T]) -> T:
        """Give something that is small beside the record, whole."""
        body = self._memory.remembered(self._key(name))
        if body is not None:
            return decoded(body, kind)
        made = make()
        self._lay(name, msgspec.json.encode(made))
        return made

    def rows(self, name: str, kind: type[T], make: Callable[[], Sequence[T]]) -> Sequence[T]:
        """Give rows, each of which is read when it is looked at."""
        body = self._memory.remembered(self._key(name))
        if body is not None:
            return unpacked(body, kind)
        made = make()
        self._lay(name, packed(made))
        return made

    def raw(self, name: str, make: Callable[[], bytes]) -> bytes:
        """Give bytes as they are."""
        body = self._memory.remembered(self._key(name))
        if body is None:
            body = make()
            self._lay(name, body)
        return body

    def _key(self, name: str) -> str:
        return f"desk {name} {self._moment}"

    def _lay(self, name: str, body: bytes) -> None:
        self._memory.remember(f"desk {name}", self._key(name), body)


def packed(rows: Sequence[object]) -> bytes:
    """Write rows so that each can be read by itself: where they end, and each packed."""
    encode = msgspec.json.Encoder().encode
    with uncollected():
        bodies = [encode(row) for row in rows]
        shared = b"".join(bodies[:8])[:_DICTIONARY]
        bodies = [_deflated(body, shared) for body in bodies]
    ends = array("Q", accumulate(map(len, bodies), initial=0))
    return b"".join((_HEAD.pack(len(bodies), len(shared)), ends.tobytes(), shared, *bodies))


def unpacked(body: bytes, kind: type[T]) -> Sequence[T]:
    """Read such rows back, each when it is looked at."""
    count, size = _HEAD.unpack_from(body)
    ends = array("Q")
    starts_at = _HEAD.size + (count + 1) * ends.itemsize
    ends.frombytes(body[_HEAD.size : starts_at])
    shared = body[starts_at : starts_at + size]
    first, view = starts_at + size, memoryview(body)
    decode = msgspec.json.Decoder(kind).decode

    def made(at: int) -> T:
        unpack = zlib.decompressobj(zdict=shared)
        return decode(unpack.decompress(view[first + ends[at] : first + ends[at + 1]]))

    return Each(count, made)


def _deflated(body: bytes, shared: bytes) -> bytes:
    pack = zlib.compressobj(zdict=shared)
    return pack.compress(body) + pack.flush()
