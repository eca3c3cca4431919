"""Seals entries in batches, each with the digest of the one before: the head names all of them.

Whoever has kept a head can later see whether anything up to it was altered, put in, left out or
exchanged. Without a kept head, a cut tail or a whole rewrite cannot be told; verification says so.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import NamedTuple

GENESIS = bytes(32)


class Entry(NamedTuple):
    """One entry of the record.

    `known` is the day on which the case could know it, `entered` the ledger's own clock.
    """

    number: int
    operation: int
    kind: str
    subject: str
    known: str
    entered: str
    body: bytes


def seal(previous: bytes, entries: Iterable[Entry]) -> bytes:
    """Give the digest of a batch: SHA-256 over the digest before it and every field of each entry.

    The six short fields are joined by a line feed, which none of them can hold, and closed by a
    line feed and the body's length, so that no two lists of entries are written alike.
    """
    digest = hashlib.sha256(previous)
    for entry in entries:
        head = "\n".join(map(str, entry[:6]))
        digest.update(f"{head}\n{len(entry.body)}\n".encode())
        digest.update(entry.body)
    return digest.digest()
