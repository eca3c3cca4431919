"""What is asked of words alone is worked out once, for as long as a case remembers it.

Most of what a stage asks of a text or a sentence depends on its words and on nothing else, and the
answer mostly is that nothing is found. One document more asks it of all that was there before. So a
function of words alone says so, and within `at_hand` its answers are kept by a digest of the words:
whoever works out a case again finds what it worked out before, and asks only what is new.

Answers are plain values, as JSON has them, and nobody changes one. A change of the program may
change any answer, so they are kept under a name of the program.
"""

from __future__ import annotations

import json
import sys
from array import array
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps
from hashlib import blake2b
from typing import Protocol, TypeVar, cast

T = TypeVar("T")
_KIND = "words alone"
_SIZE = 16
"""Bytes of a digest: nobody makes two texts of one."""


class Memory(Protocol):
    """Keeps what can be worked out again; the ledger is one."""

    def remembered(self, key: str) -> bytes | None: ...
    def remember(self, kind: str, key: str, body: bytes) -> None: ...


class Answers:
    """Answers by words: which were asked for is told by a bit of each function, in its order.

    Only what is not empty is kept as a value.

    Args:
        body: what `written` gave before; empty: nothing is known.
    """

    def __init__(self, body: bytes = b"") -> None:
        self._asked: dict[bytes, int] = {}
        self._values: dict[str, dict[bytes, object]] = {}
        self._bits: dict[str, int] = {}
        self._met: dict[str, bytes] = {}
        self.is_more = False
        """Whether something is known now that was not before."""
        if body:
            self._read(body)

    def of(self, name: str, words: str, make: Callable[[str], T], empty: Callable[[], object]) -> T:
        """Give the answer of a function, by its name, or have it made."""
        digest = self._met.get(words)
        if digest is None:
            digest = blake2b(words.encode("utf-8", "surrogatepass"), digest_size=_SIZE).digest()
            self._met[words] = digest
        bit = self._bits.get(name)
        if bit is None:
            bit = self._bits[name] = 1 << len(self._bits)
            self._values[name] = {}
        asked = self._asked.get(digest, 0)
        if asked & bit:
            found = self._values[name].get(digest)
            return cast(T, empty() if found is None else found)
        made = make(words)
        self._asked[digest] = asked | bit
        if made:
            self._values[name][digest] = made
        self.is_more = True
        return made

    def written(self) -> bytes:
        """Write all down; of words that were not met again no more than there are of others."""
        met = set(self._met.values())
        every = self._asked if len(self._asked) <= 2 * len(met) else met
        digests = [digest for digest in self._asked if digest in every]
        at = {digest: number for number, digest in enumerate(digests)}
        values = {
            name: {at[digest]: value for digest, value in some.items() if digest in at}
            for name, some in self._values.items()
        }
        head = json.dumps({"count": len(digests), "values": values}, ensure_ascii=False)
        coded = head.encode("utf-8", "surrogatepass")
        bits = array("Q", (self._asked[digest] for digest in digests))
        size = len(coded).to_bytes(8, "little")
        return b"".join((size, coded, bits.tobytes(), *digests))

    def _read(self, body: bytes) -> None:
        end = 8 + int.from_bytes(body[:8], "little")
        head = json.loads(body[8:end].decode("utf-8", "surrogatepass"))
        bits = array("Q")
        starts = end + head["count"] * bits.itemsize
        bits.frombytes(body[end:starts])
        digests = [body[at : at + _SIZE] for at in range(starts, len(body), _SIZE)]
        self._asked = dict(zip(digests, bits, strict=True))
        self._bits = {name: 1 << number for number, name in enumerate(head["values"])}
        self._values = {
            name: {digests[int(number)]: value for number, value in some.items()}
            for name, some in head["values"].items()
        }


_AT_HAND: ContextVar[Answers | None] = ContextVar("answers", default=None)


def of_words(empty: Callable[[], object]) -> Callable[[Callable[[str], T]], Callable[[str], T]]:
    """Have a function of words alone give the answers that are at hand, and keep those it makes.

    Args:
        empty: gives its answer where it finds nothing.
    """

    def kept(make: Callable[[str], T]) -> Callable[[str], T]:
        name = f"{make.__module__} {make.__qualname__}"

        @wraps(make)
        def asked(words: str) -> T:
            answers = _AT_HAND.get()
            if answers is None:
                return make(words)
            return answers.of(name, words, make, empty)

        return asked

    return kept


@contextmanager
def at_hand(memory: Memory, work: str, program: str) -> Iterator[None]:
    """Have what was asked of words before at hand, and remember what is asked now.

    Work within other work has its own: it finds what it left, whatever it was done for.

    Args:
        work: names what is worked out: what it no longer asks is forgotten in time.
        program: names the program by all that could change an answer.
    """
    kind = f"{_KIND} {work}"
    key = f"{kind} {program} {sys.version}"
    answers = Answers(memory.remembered(key) or b"")
    token = _AT_HAND.set(answers)
    try:
        yield
    finally:
        _AT_HAND.reset(token)
    if answers.is_more:
        memory.remember(kind, key, answers.written())
