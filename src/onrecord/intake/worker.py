"""The reading process: takes one file at a time over a pipe and gives back what stands in it.

Run as `python -m onrecord.intake.worker`. It confines itself before the first byte of a document
arrives, reads orders from standard input and answers on what was standard output; whatever a
parser prints goes nowhere. It ends when its input does.
"""

from __future__ import annotations

import os
import sys
from typing import BinaryIO

from onrecord.core.vocabulary import Refusal
from onrecord.intake import formats, jail, wire
from onrecord.intake.limits import Limits


def main() -> None:
    """Serve orders until the input ends."""
    answers = os.fdopen(os.dup(1), "wb", buffering=0)
    silence = os.open(os.devnull, os.O_RDWR)
    os.dup2(silence, 1)
    os.dup2(silence, 2)  # what stopped the start was said before; a full pipe would stop us
    orders = sys.stdin.buffer
    limits = wire.unpack(_frame(orders), Limits)
    _send(answers, wire.Hello(confined_by=jail.confine(limits)))
    while frame := _frame(orders):
        jail.allow_cpu(limits.cpu_seconds)
        _send(answers, _answer(wire.unpack(frame, wire.Order), limits))


def _answer(order: wire.Order, limits: Limits) -> wire.Answer:
    found = formats.read(order.name, order.raw, order.kind, limits)
    memory = jail.memory_held()
    if isinstance(found, Refusal):
        return wire.Answer(refusal=found, memory=memory)
    return wire.Answer(extracted=found, memory=memory)


def _frame(stream: BinaryIO) -> bytes:
    head = stream.read(wire.FRAME.size)
    return stream.read(wire.FRAME.unpack(head)[0]) if len(head) == wire.FRAME.size else b""


def _send(stream: BinaryIO, row: wire.Hello | wire.Answer) -> None:
    rest = memoryview(wire.pack(row))
    while rest:
        rest = rest[stream.write(rest) :]


if __name__ == "__main__":
    main()
