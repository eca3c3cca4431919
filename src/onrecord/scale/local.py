"""Reads texts in processes of this machine and gives the results in the order of the texts.

Texts are drawn only as fast as results are taken, so that memory does not grow with their number.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TypeVar

from onrecord.core.dates import When
from onrecord.core.seams import Reader
from onrecord.core.vocabulary import Reading, Text

AHEAD = 4
"""Texts in hand for each process, so that one long text does not leave the others without work."""


@dataclass(frozen=True, slots=True)
class Job:
    """A text to be read, and the date on which it was told; None: a document without a text."""

    text: Text | None
    told_on: When | None = None


_reader: Reader
T = TypeVar("T")


def _begin(make: Callable[[], Reader]) -> None:
    global _reader
    _reader = make()


def _do(job: Job) -> Reading | None:
    return None if job.text is None else _reader.read(job.text, job.told_on)


def read_in_order(
    jobs: Iterable[tuple[T, Job]], make: Callable[[], Reader], processes: int = 1
) -> Iterator[tuple[T, Reading | None]]:
    """Give each item with the reading of its text, in the order given.

    Args:
        make: makes the reader, once in each process; it must be picklable for more than one.
    """
    if processes <= 1:
        reader = make()
        for item, job in jobs:
            yield item, None if job.text is None else reader.read(job.text, job.told_on)
        return
    waiting: deque[tuple[T, Future[Reading | None]]] = deque()
    pool = ProcessPoolExecutor(
        processes, mp_context=get_context("spawn"), initializer=_begin, initargs=(make,)
    )
    try:
        for item, job in jobs:
            waiting.append((item, pool.submit(_do, job)))
            if len(waiting) >= AHEAD * processes:
                first, result = waiting.popleft()
                yield first, result.result()
        while waiting:
            first, result = waiting.popleft()
            yield first, result.result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
