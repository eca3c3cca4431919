"""The whole path on real input: add to a new case, verify it, write its dossier and verify that.

Each step is the command a user would type, in a process of its own. What was given must equal what
was read, refused and there already, or the bench stops.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.measured import Cost, run

_SUM = re.compile(r"(\d+) given: (\d+) read, (\d+) refused, (\d+) already there")
_CHECKED = re.compile(r"checked: (.*)")
REFUSED = 1


@dataclass(frozen=True, slots=True)
class Walked:
    """What one input came to: documents, rows, and the cost of each step."""

    what: str
    given: int
    read: int
    refused: int
    statements: int
    spans: int
    add: Cost
    verify: Cost
    dossier: Cost


def article(data: Path, folder: Path) -> tuple[Path, list[str]]:
    """The seed article, told to be of October 2025."""
    return data / "seed" / "article.txt", ["--published", "2025-10"]


def inquiries(data: Path, folder: Path) -> tuple[Path, list[str]]:
    """The inquiry documents; the turns of a hearing are written one under the other."""
    out = folder / "inquiries.jsonl"
    with out.open("w", encoding="utf-8") as file:
        for source in sorted((data / "bench" / "cases" / "data").glob("*.jsonl.gz")):
            for line in gzip.decompress(source.read_bytes()).decode("utf-8").splitlines():
                row = json.loads(line)
                told = {"id": row["id"], "title": row["title"], "text": text_of(row)}
                for ours, theirs in (("url", "url"), ("published", "date")):
                    if row.get(theirs):
                        told[ours] = row[theirs]
                file.write(json.dumps(told, ensure_ascii=False) + "\n")
    return out, []


def text_of(row: dict[str, object]) -> str:
    turns = row.get("turns")
    if not isinstance(turns, list):
        return str(row["text"])
    return "\n\n".join(
        turn.get("heading") or turn.get("note") or f"{turn['speaker']}: {turn['text']}"
        for turn in turns
    )


def alder(data: Path, folder: Path) -> tuple[Path, list[str]]:
    """The constructed case, each document told to be had on its day."""
    case = data / "case-alder"
    return case / "docs", ["--told", str(case / "manifest.jsonl")]


def pages(data: Path, folder: Path) -> tuple[Path, list[str]]:
    """The web pages of the extraction bench, unpacked."""
    out = folder / "pages"
    out.mkdir()
    for packed in sorted((data / "bench" / "extraction" / "data" / "html").glob("*.html.gz")):
        (out / packed.name.removesuffix(".gz")).write_bytes(gzip.decompress(packed.read_bytes()))
    return out, []


INPUTS: dict[str, Callable[[Path, Path], tuple[Path, list[str]]]] = {
    "the seed article": article,
    "54 inquiry documents": inquiries,
    "the case Alder": alder,
    "127 web pages": pages,
}


def walk(what: str, data: Path, folder: Path) -> Walked:
    """Take one input the whole path in an empty folder."""
    given, told = INPUTS[what](data, folder)
    case, log = folder / "case", folder / "log"
    _onrecord(["new", str(case)], log)
    add = _onrecord(["add", str(given), *told, "--case", str(case)], log, allow=REFUSED)
    sums = _SUM.search(log.read_text("utf-8"))
    assert sums is not None
    count, read, refused, already = map(int, sums.groups())
    assert count == read + refused + already, sums.group()
    verify = _onrecord(["verify", "--case", str(case)], log)
    checked = _CHECKED.search(log.read_text("utf-8"))
    assert checked is not None
    rows = dict(reversed(part.split(" ", 1)) for part in checked[1].split(", "))
    dossier = _onrecord(["dossier", str(folder / "pages-of-it"), "--case", str(case)], log)
    _onrecord(["verify", str(folder / "pages-of-it")], log)
    return Walked(
        what, count, read, refused, int(rows.get("statements", 0)), int(rows.get("spans", 0)),
        add, verify, dossier,
    )  # fmt: skip


def _onrecord(arguments: list[str], log: Path, allow: int = 0) -> Cost:
    return run(["-m", "onrecord", *arguments], log, allow=allow)


def section(walked: list[Walked]) -> str:
    """Write the table."""
    head = [
        "## the whole path",
        "",
        "Real input through the commands: `add`, `verify` (every span, hash and view), `dossier`"
        " and `verify` of that. Seconds are of the processor, child processes included; in"
        " brackets on the clock. Memory is the most of any one process.",
        "",
        "| input | given | read | refused | statements | spans verified | add | verify | dossier"
        " | memory |",
        "|---" * 10 + "|",
    ]
    body = [
        f"| {row.what} | {row.given} | {row.read} | {row.refused} | {row.statements:,} |"
        f" {row.spans:,} | {_cost(row.add)} | {_cost(row.verify)} | {_cost(row.dossier)} |"
        f" {max(row.add.memory, row.verify.memory, row.dossier.memory):,.0f} MiB |"
        for row in walked
    ]
    return "\n".join([*head, *body, ""])


def _cost(cost: Cost) -> str:
    return f"{cost.cpu:.1f} s ({cost.wall:.1f})"
