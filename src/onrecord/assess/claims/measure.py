"""What grouping asks of whoever compares texts, and how the answers are remembered.

A comparison takes a millisecond or three; a case has tens of thousands of statements. So what was
worked out for the statements of one text is kept, under a name that tells all it depends on.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Protocol, TypeVar

from onrecord.assess.claims.labels import WIDTH, Relation

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]

Pair = tuple[str, str]
"""The words of a claim, and of a statement with whose they are."""
_Asked = TypeVar("_Asked", bound=tuple[str, ...])
_KEY = 16


class Measure(Protocol):
    """Compares texts. The same texts give the same answers, whatever is asked beside them."""

    @property
    def digest(self) -> str:
        """Name all that decides the answers."""
        ...

    def vectors(self, texts: Sequence[str]) -> Floats:
        """Give one vector of length 1 for each text: (texts, width)."""
        ...

    def relations(self, pairs: Sequence[Pair]) -> Floats:
        """Give how likely each `Relation` is for each pair, from 0 to 1: (pairs, relations)."""
        ...


class Memory(Protocol):
    """Keeps what can be worked out again, the newest of each kind; the ledger is one."""

    def remembered(self, key: str) -> bytes | None: ...

    def remember_each(self, bodies: Iterable[tuple[str, str, bytes]]) -> None: ...


class Kept:
    """A measure whose answers are kept, all that concern one text together.

    Args:
        measure: works out what is not remembered.
        memory: where answers are kept between two runs; None: nowhere.
    """

    def __init__(self, measure: Measure, memory: Memory | None = None) -> None:
        self._measure, self._memory = measure, memory
        self._open: dict[str, dict[bytes, bytes]] = {}
        self._changed: set[str] = set()

    def vectors(self, of: str, texts: Sequence[str]) -> Floats:
        """Give the vectors of texts that stand in what `of` names."""
        made = self._measure.vectors
        return self._answers(f"claim vectors {of}", [(text,) for text in texts],
                             lambda asked: made([text for (text,) in asked]))  # fmt: skip

    def relations(self, of: str, pairs: Sequence[Pair]) -> Floats:
        """Give the relations of pairs whose statements stand in what `of` names."""
        return self._answers(f"claim relations {of}", pairs, self._measure.relations)

    def lacks(self, of: str, pairs: Sequence[Pair]) -> bool:
        """Say whether the relations of some of these pairs would have to be worked out."""
        known = self._opened(f"claim relations {of}") if pairs else {}
        return any(_key(*pair) not in known for pair in pairs)

    def keep(self) -> None:
        """Write what was worked out since it was last kept."""
        if self._memory is not None and self._changed:
            self._memory.remember_each(
                (
                    kind,
                    self._name(kind),
                    b"".join(key + value for key, value in self._open[kind].items()),
                )
                for kind in sorted(self._changed)
            )
        self._changed.clear()

    def _answers(
        self, kind: str, asked: Sequence[_Asked], work: Callable[[list[_Asked]], Floats]
    ) -> Floats:
        import numpy as np

        known = self._opened(kind)
        keys = [_key(*one) for one in asked]
        missing = {key: one for key, one in zip(keys, asked, strict=True) if key not in known}
        if missing:
            made = work(list(missing.values())).astype(np.float16)
            known.update(zip(missing, (row.tobytes() for row in made), strict=True))
            self._changed.add(kind)
        body = b"".join(known[key] for key in keys)
        return np.frombuffer(body, np.float16).reshape(len(keys), _width(kind)).astype(np.float32)

    def _name(self, kind: str) -> str:
        return f"{kind} {self._measure.digest}"

    def _opened(self, kind: str) -> dict[bytes, bytes]:
        if kind not in self._open:
            body = self._memory.remembered(self._name(kind)) if self._memory else None
            self._open[kind] = dict(_cut(body or b"", kind))
        return self._open[kind]


def _cut(body: bytes, kind: str) -> Iterator[tuple[bytes, bytes]]:
    size = _KEY + 2 * _width(kind)
    for at in range(0, len(body) - size + 1, size):
        yield body[at : at + _KEY], body[at + _KEY : at + size]


def _width(kind: str) -> int:
    return WIDTH if kind.startswith("claim vectors") else len(Relation)


def _key(*parts: str) -> bytes:
    words = "\x1f".join(parts).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(words, digest_size=_KEY).digest()
