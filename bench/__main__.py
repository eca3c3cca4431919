"""The benchmark's command line: `python -m bench predict|run`."""

from __future__ import annotations

import argparse
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from bench import measured, results, whole_path
from bench.scorers import ScorerFailed
from bench.speed import SPEED
from bench.task import Amount, Scored, Task
from bench.tasks import TASKS

RESULTS = Path(__file__).parent / "RESULTS.md"


def main(arguments: list[str]) -> int:
    """Run one command; 0 is fine, 2 is wrong use or a scorer's refusal."""
    chosen = _parser().parse_args(arguments)
    try:
        return int(chosen.do(chosen))
    except (OSError, ScorerFailed, measured.ProgramFailed) as fault:
        print(f"bench: {fault}", file=sys.stderr)
        return 2


def predict(chosen: argparse.Namespace) -> int:
    """Write the prediction file of one task and say how much was read."""
    task = TASKS[chosen.task]
    options = {key: getattr(chosen, key) or value for key, value in task.options.items()}
    amount = task.predict(chosen.input, chosen.o, options)
    print(f"{amount.documents} documents, {amount.words} words")
    return 0


def run(chosen: argparse.Namespace) -> int:
    """Make every table and write the results page."""
    names = chosen.only or list(TASKS)
    sections = []
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            sections.append(_section(name, TASKS[name], chosen.data, Path(folder)))
        if not chosen.only:
            sections.append(_whole_path(chosen.data, Path(folder)))
        speeds = {}
        for name, measure in SPEED.items():
            empty = Path(folder) / f"speed-{name}"
            empty.mkdir()
            speeds[name] = measure(empty)
        sections.append(results.speed_section(speeds))
    page = results.page(datetime.now(UTC).date(), sections)
    chosen.o.write_text(page, encoding="utf-8")
    print(page)
    return 0


def _section(name: str, task: Task, data: Path, folder: Path) -> str:
    source = data / task.input
    out, log = folder / f"{name}.pred", folder / f"{name}.log"
    cost = measured.run(["-m", "bench", "predict", name, str(source), "-o", str(out)], log)
    documents, _, words, _ = log.read_text("utf-8").split()[-4:]
    amount = Amount(int(documents), int(words))
    rows = [Scored(who="onrecord", figures=task.score(data, out))]
    for who, other in task.beside.items():
        other(source, out)
        rows.append(Scored(who=who, figures=task.score(data, out)))
    return results.task_section(name, task, rows, cost, amount)


def _whole_path(data: Path, folder: Path) -> str:
    walked = []
    for number, what in enumerate(whole_path.INPUTS):
        empty = folder / f"path-{number}"
        empty.mkdir()
        walked.append(whole_path.walk(what, data, empty))
    return whole_path.section(walked)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure onrecord.")
    commands = parser.add_subparsers(required=True)
    one = commands.add_parser("predict", help="write the prediction file of one task")
    one.add_argument("task", choices=sorted(TASKS))
    one.add_argument("input", type=Path, help="the task's file or folder of texts")
    one.add_argument("-o", type=Path, required=True, metavar="PRED")
    one.add_argument("--reader", help="which reader (default: pattern)")
    one.add_argument("--published", help="seed: when the article came out, in EDTF")
    one.set_defaults(do=predict)
    every = commands.add_parser("run", help="make every table into bench/RESULTS.md")
    every.add_argument("data", type=Path, help="the folder that holds bench/ and seed/")
    every.add_argument("-o", type=Path, default=RESULTS, metavar="PAGE")
    every.add_argument("--only", action="append", choices=sorted(TASKS), help="only this task")
    every.set_defaults(do=run)
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
