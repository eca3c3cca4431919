"""Which sentences of a record tell a deed of which kind: to read all of a large one takes long."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

import msgspec

from onrecord.assess.claims.measure import Memory


def by_kind(
    kinds: Callable[[int], Iterable[str]], count: int, name: str, memory: Memory | None
) -> dict[str, list[int]]:
    """Give the numbers of the sentences of each kind, rising.

    Args:
        kinds: reads the kinds that a sentence tells.
        count: of the sentences.
        name: names all sentences, and by what rules they are read.
        memory: where it is kept; None: nowhere.
    """
    known = known_by_kind(name, memory)
    if known is not None:
        return known
    found: defaultdict[str, list[int]] = defaultdict(list)
    for at in range(count):
        for kind in sorted(kinds(at)):
            found[kind].append(at)
    if memory is not None:
        memory.remember_each([("claims deeds", _key(name), msgspec.msgpack.encode(found))])
    return dict(found)


def known_by_kind(name: str, memory: Memory | None) -> dict[str, list[int]] | None:
    """Give the same where it is kept; None: it is not."""
    body = memory.remembered(_key(name)) if memory is not None else None
    return None if body is None else msgspec.msgpack.decode(body, type=dict[str, list[int]])


def _key(name: str) -> str:
    return f"claims deeds {name}"
