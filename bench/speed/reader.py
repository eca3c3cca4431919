"""How fast a reader reads, its memory, how soon it answers, and how bad text slows it.

Each measure of the first three runs in a fresh process that is told to use one thread. Memory is
the most the process had, its libraries and the texts included. The first reading is timed from
outside, from before the process begins until it has ended: one short paragraph, loading included.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bench import measured
from bench.speed.row import Plan, SpeedRow
from bench.texts import paragraphs
from onrecord.core.seams import Reader
from onrecord.reader import load

_PARAGRAPH = (
    "The Tarn Valley Water Board said on Monday that its clerk, Ida Morrow, had approved the pump. "
    "“Nobody asked me,” Morrow said. “I would have refused.” A spokesperson for the board, who did "
    "not wish to be named, denied that the pump had failed in March 2023, adding that the inquiry "
    "led by Prof Elin Sorley would report next month. Mr Sorley did not respond to a request for "
    "comment.\n\n"
)
_HOSTILE: dict[str, Callable[[int], str]] = {
    "no full stop": lambda size: "word " * (size // 5),
    "capitals": lambda size: "Vale " * (size // 5),
    "nested quotation marks": lambda size: "“" * (size // 2) + "”" * (size // 2),
    "open single quotes": lambda size: "'a " * (size // 3),
    "weekdays": lambda size: "Monday " * (size // 7),
    "said": lambda size: "Vale said " * (size // 10),
    "commas": lambda size: "Vale, a clerk, " * (size // 15),
}
SMALL, LARGE = 25_000, 100_000
PASSES = 3
AIM = 5_000
_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS")


def speeds(folder: Path, plan: Plan) -> list[SpeedRow]:
    """Give words a processor second, memory, the first reading, and the slow-down on bad text."""
    texts = list(plan.texts) or [_PARAGRAPH * 20] * 20
    with _one_thread():
        rows = [*_many(folder, plan.reader, texts), *_first(folder, plan.reader)]
        reader = load(plan.reader)
        reader.read(paragraphs(_PARAGRAPH), None)
        for name, made in _HOSTILE.items():
            small, large = (_seconds(reader, made(size)) for size in (SMALL, LARGE))
            what = f"hostile, {name}: time for 4 times the text"
            rows.append(SpeedRow(what, large / small, "times"))
    return rows


def _many(folder: Path, reader: str, texts: list[str]) -> Iterator[SpeedRow]:
    log = folder / "many.log"
    cost = _once(folder, reader, texts, log)
    took = json.loads(log.read_text("utf-8").splitlines()[-1])
    what = f"{reader} reader, {len(texts)} texts, one thread"
    yield SpeedRow(what, took["words"] / took["cpu"], "words/CPU s", AIM)
    yield SpeedRow(what, took["words"] / took["wall"], "words/s")
    yield SpeedRow(f"{reader} reader, memory of the process", cost.memory, "MiB")


def _first(folder: Path, reader: str) -> Iterator[SpeedRow]:
    """Take the least of some fresh processes: the first may find nothing in the disk's cache."""
    log = folder / "first.log"
    costs = [_once(folder, reader, [_PARAGRAPH], log) for _ in range(PASSES)]
    what = f"{reader} reader, from start to first reading"
    yield SpeedRow(what, min(cost.wall for cost in costs), "s")
    yield SpeedRow(what, min(cost.cpu for cost in costs), "CPU s")


def _once(folder: Path, reader: str, texts: list[str], log: Path) -> measured.Cost:
    file = folder / "texts.json"
    file.write_text(json.dumps(texts), encoding="utf-8")
    return measured.run(["-m", "bench.speed.once", reader, str(file)], log)


@contextmanager
def _one_thread() -> Iterator[None]:
    """Tell numeric libraries of processes started meanwhile to use one thread."""
    before = {name: os.environ.get(name) for name in _THREADS}
    os.environ.update(dict.fromkeys(_THREADS, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _seconds(reader: Reader, characters: str) -> float:
    text = paragraphs(characters)
    begun = time.process_time()
    reader.read(text, None)
    return max(time.process_time() - begun, 1e-6)
