"""What passes between the parent and a reading process: framed MessagePack of typed rows.

Never pickle: what comes back was made by a process that had read a hostile file. It is decoded
against its types, and its spans are checked, before anyone relies on it.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TypeVar

from onrecord.core.vocabulary import Refusal
from onrecord.intake.extracted import Extracted
from onrecord.intake.limits import Limits

FRAME = struct.Struct(">Q")


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One file to read."""

    name: str
    kind: str
    raw: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Hello:
    """The first words of a reading process: which measures of confinement hold."""

    confined_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What came of an order: one of the two, and how many bytes of memory the process holds."""

    extracted: Extracted | None = None
    refusal: Refusal | None = None
    memory: int = 0


Row = TypeVar("Row", Order, Hello, Answer, Limits)


def pack(row: Order | Hello | Answer | Limits) -> bytes:
    """Write one row as a frame: its length in 8 bytes, then MessagePack."""
    import msgspec

    body = msgspec.msgpack.encode(row)
    return FRAME.pack(len(body)) + body


def unpack(body: bytes | bytearray, kind: type[Row]) -> Row:
    """Read one frame's body as a row of `kind`.

    Raises:
        ValueError: it is none.
    """
    import msgspec

    try:
        return msgspec.msgpack.decode(body, type=kind)
    except msgspec.MsgspecError as error:
        raise ValueError(str(error)) from error


def fault(found: Extracted) -> str:
    """Say what is wrong with the spans of `found`; empty when they are in order and in the text."""
    end = 0
    for block in found.blocks:
        if not end <= block.at.start < block.at.end <= len(found.characters):
            return f"a {block.kind} block at {block.at} lies outside the text or over another"
        end = block.at.end
    end = 0
    for stretch in found.stretches:
        if not end <= stretch.text.start <= stretch.text.end <= len(found.characters):
            return f"the offset map is out of order at {stretch.text}"
        end = stretch.text.end
    return ""
