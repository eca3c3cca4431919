"""The same reader over many texts: in order, with as many processes as asked."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.core.dates import When
from onrecord.core.errors import WrongUse
from onrecord.core.identity import reading_id, text_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Block, BlockKind, ReaderName, Reading, Text
from onrecord.scale import Job, Unread, read_in_order


class Counting:
    """A reader that says of each text only when it was told."""

    name = ReaderName(name="counting", version="1", digest="d")

    def read(self, text: Text, told_on: When | None) -> Reading:
        told = None if told_on is None else told_on.edtf
        return Reading(
            id=reading_id(text.id, told or "", "d"), text=text.id, reader=self.name, told_on=told
        )


class Failing(Counting):
    """A reader that fails at every text told on an odd day."""

    def read(self, text: Text, told_on: When | None) -> Reading:
        assert told_on is not None
        if int(told_on.edtf[-1]) % 2:
            raise ValueError("an odd day")
        return super().read(text, told_on)


def jobs(count: int) -> Iterator[tuple[int, Job]]:
    for number in range(count):
        words = f"Number {number}."
        block = Block(BlockKind.PARAGRAPH, Span(0, len(words)))
        text = Text(id=text_id(words), characters=words, blocks=(block,))
        yield number, Job(text if number % 3 else None, When.of(f"2024-01-{1 + number:02}"))


def test_results_come_in_the_order_of_the_texts_whatever_the_number_of_processes() -> None:
    """One process or two: the same items with the same readings, in the same order."""
    alone = list(read_in_order(jobs(20), Counting()))
    together = list(read_in_order(jobs(20), Counting(), 2))
    assert alone == together
    assert [number for number, _ in alone] == list(range(20))


def test_a_reader_that_fails_at_a_text_costs_only_this_one() -> None:
    """Its place says why, and the texts after it are read."""
    found = [reading for _, reading in read_in_order(jobs(6), Failing())]
    assert found[4] == Unread("reader counting failed: ValueError: an odd day")
    assert isinstance(found[5], Reading)


def test_a_document_without_a_text_has_no_reading_and_keeps_its_place() -> None:
    """It comes out where it went in."""
    assert [reading is None for _, reading in read_in_order(jobs(6), Counting())] == [
        True, False, False, True, False, False,
    ]  # fmt: skip


def test_texts_are_drawn_only_as_results_are_taken() -> None:
    """So memory does not grow with the number of texts."""
    drawn = []

    def watched() -> Iterator[tuple[int, Job]]:
        for item in jobs(1_000_000 // 50_000):
            drawn.append(item[0])
            yield item

    results = read_in_order(watched(), Counting())
    next(results)
    assert len(drawn) == 1


def test_a_reader_that_cannot_be_copied_is_told_before_anything_is_read() -> None:
    """With what to do: one process needs no copy."""

    class Local(Counting):
        """A class inside a function, which another process cannot find."""

    with pytest.raises(WrongUse, match="'counting' cannot be copied") as told:
        next(read_in_order(jobs(2), Local(), 2))
    assert told.value.help == "read with one: --jobs 1"
    assert len(list(read_in_order(jobs(2), Local()))) == 2


ENDING = """
import os, signal, sys
from tests.unit.scale.test_local import Slow, jobs
from onrecord.scale import read_in_order

if __name__ == "__main__":
    for _ in read_in_order(jobs(8), Slow(), 2):
        print("begun", flush=True)
"""


class Slow(Counting):
    """Tells by which process a text is read, and takes its time over all but the first."""

    def read(self, text: Text, told_on: When | None) -> Reading:
        sys.stdout.write(f"{os.getpid()}\n")
        sys.stdout.flush()
        time.sleep(0 if "1" in text.characters else 120)
        return super().read(text, told_on)


def test_processes_that_read_end_with_the_one_that_takes_the_results(tmp_path: Path) -> None:
    """Killed outright, it can tell them nothing: they see that it is gone."""
    script = tmp_path / "reading.py"
    script.write_text(ENDING)
    root = Path(__file__).parents[3]
    places = os.pathsep.join((str(root), os.environ.get("PYTHONPATH", "")))
    taking = subprocess.Popen(
        [sys.executable, script], cwd=root, env={**os.environ, "PYTHONPATH": places},
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert taking.stdout is not None
    readers = set()
    for line in taking.stdout:
        if line.strip().isdecimal():
            readers.add(int(line))
        if len(readers) == 2:
            break
    taking.kill()
    # The pipe is at its end only when nobody is left who could write to it.
    assert all(line.strip().isdecimal() or line == "begun\n" for line in taking.stdout)
    assert taking.wait(60) == -signal.SIGKILL
    taking.stdout.close()
