"""A hostile file costs itself and nothing else: no hang, no crash, no leak, no stray process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from hostile import pdf
from onrecord import intake
from onrecord.core.errors import OnrecordError
from onrecord.core.vocabulary import Document
from onrecord.intake import LIMITS, Limits, sandbox, wire

TODAY = date(2024, 5, 1)
HOME = str(Path(intake.__file__).parents[2])
# Several seconds of work for the reader of PDFs.
SLOW = pdf(b"BT /F 1 Tf 1 0 0 1 9 800 Tm (word) Tj ET\n" * 1_500_000)
GOOD = "<html><body><h1>A title</h1><p>The clerk denied it on Monday.</p></body></html>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A good page, a file that keeps its reader busy, and another good page."""
    (tmp_path / "a.html").write_text(GOOD)
    (tmp_path / "b.pdf").write_bytes(SLOW)
    (tmp_path / "c.html").write_text(GOOD.replace("Monday", "Friday"))
    return tmp_path


def verdicts(folder: Path, limits: Limits) -> list[str]:
    made = intake.take([folder], today=TODAY, limits=limits)
    return [
        one.refusal.code if one.refusal else "read" for one in made if isinstance(one, Document)
    ]


@pytest.mark.parametrize("cap", ["cpu_seconds", "wall_seconds"])
def test_a_file_that_takes_too_long_is_a_timeout_and_the_next_is_read(
    folder: Path, cap: str
) -> None:
    """By the processor's clock and by the one on the wall."""
    assert verdicts(folder, replace(LIMITS, **{cap: 1})) == ["read", "timeout", "read"]


def test_a_file_that_takes_too_much_memory_is_refused_and_the_next_is_read(tmp_path: Path) -> None:
    """The limit is the system's, so that no reader can forget it."""
    (tmp_path / "a.txt").write_bytes(b"a\n\n" * 400_000)
    (tmp_path / "b.html").write_text(GOOD)
    tight = replace(LIMITS, memory_bytes=120_000_000, lines=10**8)
    assert verdicts(tmp_path, tight) == ["memory", "read"]


def test_a_reader_that_crashes_costs_its_file_only(folder: Path) -> None:
    """Its verdict names the signal; a fresh process reads the next."""

    def strike() -> None:
        time.sleep(1)
        for child in children(os.getpid()):
            os.kill(child, signal.SIGSEGV)

    made = intake.take([folder], today=TODAY, limits=replace(LIMITS, cpu_seconds=9))
    assert isinstance(first := next(made), Document)
    assert first.text is not None
    striking = threading.Thread(target=strike)
    striking.start()
    crashed, last = made
    striking.join()
    assert isinstance(crashed, Document)
    assert crashed.refusal is not None
    assert (crashed.refusal.code, "SIGSEGV" in crashed.refusal.reason) == ("crashed", True)
    assert isinstance(last, Document)
    assert last.text is not None


def test_processes_are_exchanged_and_the_order_stays(tmp_path: Path) -> None:
    """What a parser leaks is given back after so many files."""
    for number in range(7):
        (tmp_path / f"{number}.html").write_text(GOOD.replace("title", f"title {number}"))
    made = list(intake.take([tmp_path], today=TODAY, jobs=2, limits=Limits(worker_files=2)))
    texts = [one.text.characters for one in made if isinstance(one, Document) and one.text]
    assert [text.split("\n")[0] for text in texts] == [f"A title {n}" for n in range(7)]


def test_a_reading_process_can_reach_no_network_and_write_no_file(tmp_path: Path) -> None:
    """Each measure that is said to hold does."""
    code = f"""
import socket
from pathlib import Path
from onrecord.intake import jail
from onrecord.intake.limits import LIMITS
held = jail.confine(LIMITS)
def refused(act):
    try:
        act()
    except OSError:
        return True
    return False
def write():
    with open({str(tmp_path / "x")!r}, "wb") as out:
        out.write(b"words")
def call():
    socket.create_connection(("127.0.0.1", 9), 1)
def interfaces():
    for _, name in socket.if_nameindex():
        assert name == "lo"
interfaces() if "no network" in held else None
print(refused(write), refused(call), refused(Path({str(tmp_path)!r}, "y").mkdir)
      or "files read-only" not in held, "memory" in held)
"""
    assert run(["-c", code]).stdout.strip() == "True True True True"
    assert {"memory", "processor time"} <= set(intake.confinement())


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGKILL])
def test_no_process_outlives_the_one_that_started_it(folder: Path, ending: signal.Signals) -> None:
    """Whether it is interrupted or killed."""
    code = (
        "import sys; from pathlib import Path; from datetime import date; from onrecord import "
        "intake\nfor made in intake.take([Path(sys.argv[1])], today=date(2024, 5, 1), jobs=2): "
        "print(flush=True)"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", code, str(folder)],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    assert parent.stdout is not None
    parent.stdout.readline()
    started = children(parent.pid)
    assert started
    parent.send_signal(ending)
    parent.wait(timeout=30)
    parent.stdout.close()
    assert soon(lambda: not any(Path(f"/proc/{pid}/exe").is_symlink() for pid in started))


def test_memory_does_not_grow_with_the_number_of_files(tmp_path: Path) -> None:
    """What was given out is not kept."""
    for number in range(1_200):
        suffix = "html" if number % 4 == 0 else "txt"
        (tmp_path / f"{number:04}.{suffix}").write_text(GOOD.replace("title", f"title {number}"))
    code = """
import sys
from datetime import date
from pathlib import Path
from onrecord import intake
def peak():  # in kB; unlike ru_maxrss it does not begin with that of the process that started us
    return int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0])
peaks = {}
for number, made in enumerate(intake.take([Path(sys.argv[1])], today=date(2024, 5, 1), jobs=2)):
    assert made.text is not None
    peaks[number] = peak()
print(peaks[1_199] - peaks[200], peaks[1_199])
"""
    grown, peak = map(int, run(["-c", code, str(tmp_path)]).stdout.split())
    assert grown < 4_000
    assert peak < 300_000


def test_a_process_that_does_not_come_up_is_an_error_and_no_verdict(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No file is to blame when the reader itself is broken."""
    monkeypatch.setattr(sys, "executable", "/bin/false")
    with pytest.raises(OnrecordError, match="does not start"):
        verdicts(folder, LIMITS)


def test_an_answer_that_is_no_answer_is_refused() -> None:
    """What comes out of a reading process is decoded against its types, never trusted."""
    for body in (b"\xc1", wire.pack(wire.Hello(confined_by=("x",)))[8:] + b"\xff", b"\x91\x01"):
        with pytest.raises(ValueError, match=r"."):
            wire.unpack(body, wire.Answer)
    with sandbox.Sandbox[int]() as processes:
        processes.start(7, wire.Order(name="x", kind="text/html", raw=b""))
        [(ticket, outcome)] = processes.finished()
    assert ticket == 7
    assert getattr(outcome, "code", "") == "empty"


def children(pid: int) -> list[int]:
    """Give the processes that `pid` has started."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            after_name = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(after_name[1]) == pid and after_name[0] != "Z":
            found.append(int(folder.name))
    return found


def soon(holds: Callable[[], bool]) -> bool:
    for _ in range(100):
        if holds():
            return True
        time.sleep(0.05)
    return False


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": HOME}


def run(arguments: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], env=environment(), capture_output=True, text=True, check=True
    )
