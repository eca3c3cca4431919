"""Reads texts in processes of this machine and gives the results in the order of the texts.

Texts are drawn only as fast as results are taken, so that memory does not grow with their number.
"""

from __future__ import annotations

import os
import pickle
import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import TypeVar

from onrecord.core.dates import When
from onrecord.core.errors import OnrecordError, WrongUse
from onrecord.core.seams import Reader
from onrecord.core.vocabulary import Reading, Text

AHEAD = 4
"""Texts in hand for each process, so that one long text does not leave the others without work."""


@dataclass(frozen=True, slots=True)
class Job:
    """A text to be read, and the date on which it was told; None: a document without a text."""

    text: Text | None
    told_on: When | None = None


@dataclass(frozen=True, slots=True)
class Unread:
    """Why there is no reading of a text: its reader failed at it."""

    reason: str


_reader: Reader
T = TypeVar("T")


def _begin(reader: Reader) -> None:
    """Begin in a process of its own, which ends with the one that reads the results."""
    global _reader
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides when work stops
    Thread(target=_end_with_parent, daemon=True).start()
    _reader = reader


def _end_with_parent() -> None:
    parent = parent_process()
    assert parent is not None
    parent.join()
    os._exit(1)


def _do(job: Job) -> Reading | Unread | None:
    return _read(_reader, job)


def _read(reader: Reader, job: Job) -> Reading | Unread | None:
    """Read one text; a reader that fails at it costs only this one."""
    if job.text is None:
        return None
    try:
        return reader.read(job.text, job.told_on)
    except OnrecordError as error:
        fault = str(error)
    except Exception as error:  # a plug-in may raise anything; the texts after it are read
        fault = f"{type(error).__name__}: {error}"
    return Unread(f"reader {reader.name.name} failed: {fault}")


def read_in_order(
    jobs: Iterable[tuple[T, Job]], reader: Reader, processes: int = 1
) -> Iterator[tuple[T, Reading | Unread | None]]:
    """Give each item with the reading of its text, or why there is none, in the order given.

    Args:
        reader: goes to each of several processes as a copy.

    Raises:
        WrongUse: more than one process is asked for, and the reader cannot be copied.
    """
    if processes <= 1:
        for item, job in jobs:
            yield item, _read(reader, job)
        return
    with _pool(reader, processes) as pool:
        waiting: deque[tuple[T, Future[Reading | Unread | None]]] = deque()
        for item, job in jobs:
            waiting.append((item, pool.submit(_do, job)))
            if len(waiting) >= AHEAD * processes:
                first, result = waiting.popleft()
                yield first, result.result()
        while waiting:
            first, result = waiting.popleft()
            yield first, result.result()


@contextmanager
def _pool(reader: Reader, processes: int) -> Iterator[ProcessPoolExecutor]:
    try:
        pickle.dumps(reader)
    except Exception as error:  # what a plug-in holds may refuse in any way
        raise WrongUse(
            f"the reader {reader.name.name!r} cannot be copied into other processes ({error})",
            help="read with one: --jobs 1",
        ) from error
    pool = ProcessPoolExecutor(
        processes, mp_context=get_context("spawn"), initializer=_begin, initargs=(reader,)
    )
    try:
        yield pool
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
