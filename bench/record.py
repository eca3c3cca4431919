"""A record of some size: added, worked out, asked; and what one document more costs.

The inquiry documents are one case, each of them told with its address and day. Adding them and the
first listing of the claims, which works out who is who, origins and standing, are commands in
processes of their own. What is asked afterwards is asked twice: within a program that has the case
open, and as a command for the first rows, whose time has the start of Python in it. Then a person
decides something in the open case, and the claims are listed again.

One document is then added to cases of few and of many others, made of pieces of the same texts.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import growth, measured, whole_path
from onrecord.case import Case
from onrecord.core.vocabulary import Verb

SIZES = (10, 1_000)
"""Documents of the cases to which one is added."""
DOCUMENTS = 54
_AGAIN = 3
"""What is asked afterwards is asked so many times, and the least is given."""
_COMMANDS = ("claims", "actors", "statements", "timeline", "differences", "questions")
_AT_ONCE = str(os.cpu_count() or 1)
_LIMITED = ("claims", "actors", "statements", "timeline")
"""Commands that can be asked for the first rows only."""
_FIRST = "20"
_ASKED: dict[str, Callable[[Case], object]] = {
    "claims": lambda case: case.claims().lines,
    "actors": lambda case: case.actors(),
    "statements": lambda case: case.statements(),
    "differences": lambda case: case.differing(),
    "questions": lambda case: case.answered(),
    "timeline": lambda case: case.timeline(),
}


_DECIDED = ("a claim rejected", "a statement graded")


@dataclass(frozen=True, slots=True)
class Step:
    """A command, and what it cost."""

    what: str
    cost: measured.Cost


def section(data: Path, folder: Path, documents: int, sizes: Sequence[int]) -> str:
    """Make the tables."""
    folder.mkdir()
    return "\n".join([*_whole(data, folder, documents), *_one_more(data, folder, sizes)])


# --- the whole case ---


def _whole(data: Path, folder: Path, documents: int) -> Iterator[str]:
    given = inquiry(data, folder, documents)
    case, log = folder / "case", folder / "log"
    _onrecord(["new", str(case)], log)
    steps = [
        Step("add", _onrecord(["add", str(given), "--jobs", _AT_ONCE, "--case", str(case)], log)),
        Step(
            "the first listing of claims: standing worked out",
            _onrecord(["claims", "--format", "json", "--case", str(case)], log),
        ),
    ]
    claim = json.loads(log.read_text("utf-8"))[0]["id"]
    inside = _inside(case, folder / "inside.log")
    yield f"## {documents} inquiry documents as one case"
    yield ""
    yield "| step | on the clock | processor | memory of the process |"
    yield "|---|---|---|---|"
    for step in steps:
        cost = step.cost
        yield f"| {step.what} | {cost.wall:,.1f} s | {cost.cpu:,.1f} s | {cost.memory:,.0f} MiB |"
    total, cpu = (sum(getattr(step.cost, of) for step in steps) for of in ("wall", "cpu"))
    most = max(step.cost.memory for step in steps)
    yield f"| together | {total:,.1f} s | {cpu:,.1f} s | {most:,.0f} MiB |"
    yield ""
    yield (
        "After that, in seconds of the processor, the least of three: in a program that has the"
        f" case open (the first time, and again), and as a command with its start, for {_FIRST}"
        " rows where it can be asked so."
    )
    yield ""
    yield "| asked | rows | first, open | again, open | as a command |"
    yield "|---|---|---|---|---|"
    for name in _COMMANDS:
        rows, first, again = inside[name]
        some = ["--limit", _FIRST] if name in _LIMITED else []
        command = _least([name, *some, "--case", str(case)], log)
        yield f"| {name} | {rows:,} | {first:.3f} s | {again:.3f} s | {command:.3f} s |"
    command = _least(["claim", claim, "--why", "--case", str(case)], log)
    rows, first, again = inside["one claim"]
    times = f"{first:.3f} s | {again:.3f} s | {command:.3f} s"
    yield f"| one claim with its reasons | {rows} | {times} |"
    yield ""
    yield "A decision in an open case: the claims listed after it, and after it is taken back."
    yield ""
    yield "| decided | claims listed | taken back, listed |"
    yield "|---|---|---|"
    for name in _DECIDED:
        _, after, back = inside[name]
        yield f"| {name} | {after:.3f} s | {back:.3f} s |"
    yield ""


def inquiry(data: Path, folder: Path, documents: int) -> Path:
    """Write so many of the inquiry documents, taken evenly."""
    every, _ = whole_path.inquiries(data, folder)
    rows = every.read_text("utf-8").split("\n")[:-1]
    out = folder / "given.jsonl"
    taken = [rows[at * len(rows) // documents] for at in range(documents)]
    out.write_text("".join(f"{row}\n" for row in taken), "utf-8")
    return out


def _least(arguments: list[str], log: Path) -> float:
    return min(_onrecord(arguments, log, allow=1).cpu for _ in range(_AGAIN))


def _onrecord(arguments: list[str], log: Path, allow: int = 0) -> measured.Cost:
    return measured.run(["-m", "onrecord", *arguments], log, allow=allow)


def _inside(case: Path, log: Path) -> dict[str, tuple[int, float, float]]:
    measured.run(["-m", "bench.record", str(case)], log)
    found: dict[str, tuple[int, float, float]] = json.loads(log.read_text("utf-8").splitlines()[-1])
    return found


def asked(folder: Path) -> dict[str, tuple[int, float, float]]:
    """Ask a case that is open: rows, and seconds of the processor the first time and again."""
    found = {}
    with Case.open(folder) as case:
        lines = case.claims().lines
        questions = dict(_ASKED)
        questions["one claim"] = lambda case: [case.claims().page(case.claims().claim(lines[0].id))]
        for name, question in questions.items():
            times = []
            rows: object = ()
            for _ in range(_AGAIN + 1):
                begun = time.process_time()
                rows = question(case)
                times.append(time.process_time() - begun)
            assert isinstance(rows, list)
            found[name] = len(rows), times[0], min(times[1:])
        said = next(row.id for row in case.statements() if row.duplicate_of is None)
        abouts = dict(zip(_DECIDED, ((lines[-1].id,), (said,)), strict=True))
        for name, about in abouts.items():
            verb = Verb.REJECT if name == _DECIDED[0] else Verb.GRADE
            value = "" if verb is Verb.REJECT else "3"
            case.judging().give(verb, about, value=value, because="to see what it costs")
            after = _took(lambda: case.claims().lines)
            case.take_back(because="it was seen")
            found[name] = 0, after, _took(lambda: case.claims().lines)
    return found


def _took(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


# --- one more ---


def _one_more(data: Path, folder: Path, sizes: Sequence[int]) -> Iterator[str]:
    yield "## one document more"
    yield ""
    yield (
        "A piece of 100 words is added to cases of pieces of 100 words that have been listed"
        " before; then the listings are asked again, and what the document changes is worked out."
        " Seconds of the processor, each a command with its start (which alone takes"
        f" {_onrecord(['--version'], folder / 'log').cpu:.2f} s)."
    )
    yield ""
    yield "| documents | add | actors | statements | claims |"
    yield "|---|---|---|---|---|"
    for size in sizes:
        costs = _added(data, folder / f"of-{size}", size)
        yield f"| {size:,} | " + " | ".join(f"{cost.cpu:.2f} s" for cost in costs) + " |"
    yield ""


def _added(data: Path, folder: Path, size: int) -> list[measured.Cost]:
    folder.mkdir()
    rows = list(growth.told(data, size + 1))
    # The last is a piece of its own words: copies and quotations stand among the others.
    many, one = folder / "many.jsonl", folder / "one.jsonl"
    many.write_text("".join(rows[:-1]), "utf-8")
    one.write_text(rows[-1], "utf-8")
    case, log = folder / "case", folder / "log"
    _onrecord(["new", str(case)], log)
    _onrecord(["add", str(many), "--case", str(case)], log)
    _onrecord(["claims", "--case", str(case)], log, allow=1)
    asked_for = (["add", str(one)], ["actors"], ["statements"], ["claims"])
    return [_onrecord([*words, "--case", str(case)], log, allow=1) for words in asked_for]


if __name__ == "__main__":
    print(json.dumps(asked(Path(sys.argv[1]))))
