"""The benchmark's command line: `python -m bench predict|run|misses`."""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from bench import desk, growth, measured, record, results, room, rows, whole_path
from bench.markup import Malformed
from bench.scorers import ScorerFailed
from bench.speed import SPEED, Plan, SpeedRow
from bench.task import READER, Amount, Scored, Task
from bench.tasks import TASKS, alder

RESULTS = Path(__file__).parent / "RESULTS.md"
REPOSITORY = Path(__file__).parents[1]
OTHERS = ("path", "speed", "growth")
"""What `run` measures besides the tasks."""
ASKED = ("record", "desk", "room")
"""What it measures only where it is asked for: the first takes an hour, the others minutes."""


def main(arguments: list[str]) -> int:
    """Run one command; 0 is fine, 2 is wrong use or a scorer's refusal."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the product's commands do
    chosen = _parser().parse_args(arguments)
    try:
        return int(chosen.do(chosen))
    except (OSError, Malformed, ScorerFailed, measured.ProgramFailed) as fault:
        print(f"bench: {fault}", file=sys.stderr)
        return 2


def predict(chosen: argparse.Namespace) -> int:
    """Write the prediction file of one task and say how much was read."""
    task = TASKS[chosen.task]
    amount = task.predict(chosen.input, chosen.o, _options(task, chosen))
    print(f"{amount.documents} documents, {amount.words} words")
    return 0


def misses(chosen: argparse.Namespace) -> int:
    """List what a prediction of the constructed case does not have, or not from the right actor."""
    gold = json.loads((chosen.input / "gold.json").read_text("utf-8"))
    _, missed = alder.counted(gold, rows.by_id(chosen.prediction))
    print("\n".join(missed))
    print(f"{len(missed)} of {len(alder.items_of(gold))} items", file=sys.stderr)
    return 0


def run(chosen: argparse.Namespace) -> int:
    """Make every table and write the results page."""
    names = chosen.only or [*TASKS, *OTHERS]
    sections = []
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            if name in TASKS:
                options = _options(TASKS[name], chosen)
                sections.append(_section(name, TASKS[name], chosen.data, Path(folder), options))
            elif name == "path":
                sections.append(_whole_path(chosen.data, Path(folder)))
            elif name == "growth":
                sizes = chosen.sizes or growth.SIZES
                sections.append(growth.section(chosen.data, Path(folder), sizes))
            elif name == "desk":
                sections.append(desk.section(chosen.data, Path(folder) / name))
            elif name == "room":
                sections.append(
                    room.section(chosen.data, Path(folder) / name, chosen.case, chosen.seconds)
                )
            elif name == "record":
                sizes = chosen.sizes or record.SIZES
                sections.append(
                    record.section(chosen.data, Path(folder) / name, chosen.documents, sizes)
                )
            else:
                plan = Plan(reader=chosen.reader or READER, texts=_texts(chosen.data))
                sections.append(results.speed_section(_speeds(Path(folder), plan)))
    page = results.page(datetime.now(UTC).date(), chosen.reader or READER, sections)
    if not chosen.only or chosen.o != RESULTS:
        chosen.o.write_text(page, encoding="utf-8")
    print(page)
    return 0


def _options(task: Task, chosen: argparse.Namespace) -> Mapping[str, str]:
    return {key: getattr(chosen, key, None) or value for key, value in task.options.items()}


def _section(name: str, task: Task, data: Path, folder: Path, options: Mapping[str, str]) -> str:
    columns: list[Scored] = []
    costs: list[tuple[str, measured.Cost, Amount]] = []
    for number, (label, within) in enumerate(task.inputs.items()):
        source = (REPOSITORY if task.here else data) / within
        out, log = folder / f"{name}-{number}.pred", folder / f"{name}-{number}.log"
        told = [word for key, value in options.items() for word in (f"--{key}", value)]
        command = ["-m", "bench", "predict", name, str(source), "-o", str(out), *told]
        cost = measured.run(command, log)
        documents, _, words, _ = log.read_text("utf-8").split()[-4:]
        costs.append((label, cost, Amount(int(documents), int(words))))
        for part, found in task.score(data, source, out).items():
            who = ", ".join(word for word in (label, part) if word) or "onrecord"
            columns.append(Scored(who=who, measured=found))
        for who, other in task.beside.items():
            other(source, out)
            columns.append(Scored(who=who, measured=task.score(data, source, out)[""]))
    return results.task_section(name, task, columns, costs)


def _whole_path(data: Path, folder: Path) -> str:
    walked = []
    for number, what in enumerate(whole_path.INPUTS):
        empty = folder / f"path-{number}"
        empty.mkdir()
        walked.append(whole_path.walk(what, data, empty))
    return whole_path.section(walked)


def _texts(data: Path) -> list[str]:
    source = data / TASKS["attribution"].inputs[""]
    return [row["text"] for row in rows.rows(source)]


def _speeds(folder: Path, plan: Plan) -> dict[str, list[SpeedRow]]:
    speeds = {}
    for name, measure in SPEED.items():
        empty = folder / f"speed-{name}"
        empty.mkdir()
        speeds[name] = measure(empty, plan)
    return speeds


def _sizes(words: str) -> list[int]:
    return [int(word) for word in words.split(",")]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure onrecord.")
    commands = parser.add_subparsers(required=True)
    one = commands.add_parser("predict", help="write the prediction file of one task")
    one.add_argument("task", choices=sorted(TASKS))
    one.add_argument("input", type=Path, help="the task's file or folder of texts")
    one.add_argument("-o", type=Path, required=True, metavar="PRED")
    one.add_argument("--reader", help=f"which reader (default: {READER})")
    one.add_argument(
        "--told", metavar="FILE", help="case: what may be told (default: asks its scorer)"
    )
    one.add_argument("--published", help="seed: when the article came out, in EDTF")
    one.add_argument(
        "--tables", metavar="FOLDER", help="posts: the lists to import (default: beside the input)"
    )
    one.set_defaults(do=predict)
    every = commands.add_parser("run", help="make every table into bench/RESULTS.md")
    every.add_argument("data", type=Path, help="the folder that holds bench/, seed/, case-alder/")
    every.add_argument("-o", type=Path, default=RESULTS, metavar="PAGE")
    every.add_argument("--reader", help=f"which reader (default: {READER})")
    every.add_argument(
        "--only",
        action="append",
        choices=sorted([*TASKS, *OTHERS, *ASKED]),
        help="only this, may be repeated; the page is printed, and written only where -o says",
    )
    every.add_argument(
        "--documents", type=int, default=record.DOCUMENTS, metavar="N",
        help=f"record: so many of the inquiry documents (default: {record.DOCUMENTS})",
    )  # fmt: skip
    every.add_argument(
        "--sizes", type=_sizes, metavar="N,N,...", help="record, growth: so many documents"
    )
    every.add_argument(
        "--case", type=Path, metavar="FOLDER",
        help="room: a case to serve a copy of (default: the inquiry documents are read first)",
    )  # fmt: skip
    every.add_argument(
        "--seconds", type=float, default=300, metavar="N",
        help="room: many read and judge at once for so long (default: 300)",
    )  # fmt: skip
    every.set_defaults(do=run)
    lost = commands.add_parser("misses", help="list what an alder prediction does not have")
    lost.add_argument("input", type=Path, help="the case folder")
    lost.add_argument("prediction", type=Path, metavar="PRED")
    lost.set_defaults(do=misses)
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
