"""Reading many texts by the command line: as a filter, by several processes, and interrupted."""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from command_line import Run

ARTICLE = """Harbour board drops case against pilot

By Ann Ferrow

The harbour board said on Tuesday that the charges against Ivo Marrin were dropped.

“There was no collision,” said Lena Oduya, the pilot's lawyer.

Mr Marrin denied that he had left the wheel. The ministry did not respond to a request for comment.
"""


def read_lines(data: bytes, *arguments: str) -> tuple[int, list[dict[str, Any]]]:
    done = subprocess.run(
        [sys.executable, "-m", "onrecord", "read", *arguments],
        input=data, capture_output=True, check=False,
    )  # fmt: skip
    return done.returncode, [json.loads(line) for line in done.stdout.splitlines()]


@pytest.mark.parametrize("packed", [False, True])
def test_read_is_a_filter_in_order_with_offsets_that_fit(packed: bool) -> None:
    """JSON Lines on standard input, plain or gzipped: one reading a row, in order, none lost."""
    rows = [{"id": f"row:{n}", "text": f"{ARTICLE}\nNumber {n}."} for n in range(5)]
    data = b"".join(json.dumps(row).encode() + b"\n" for row in rows) + b"not json\n"
    code, lines = read_lines(gzip.compress(data) if packed else data, "-")
    assert code == 1
    assert [line["id"] for line in lines[:5]] == [row["id"] for row in rows]
    assert "refusal" in lines[5]
    for line, row in zip(lines[:5], rows, strict=True):
        assert line["text"] == row["text"]
        assert any(
            row["text"][s:e].startswith("Lena Oduya")
            for statement in line["statements"]
            if statement["source"]
            for s, e in statement["source"]["spans"]
        )


def test_read_gives_the_same_bytes_with_one_process_and_with_two(tmp_path: Path) -> None:
    """`--jobs` changes the time, not the answer."""
    data = b"".join(
        json.dumps({"id": str(n), "text": f"{ARTICLE}{n}"}).encode() + b"\n" for n in range(12)
    )
    assert read_lines(data, "-", "--jobs", "1") == read_lines(data, "-", "--jobs", "2")


def test_an_interrupted_add_leaves_a_good_case_and_goes_on(run: Run, tmp_path: Path) -> None:
    """Ctrl-C in the middle: what was kept is kept, the case verifies, the rest follows."""
    pile = tmp_path / "pile"
    pile.mkdir()
    for n in range(120):  # more than twice what is kept in one go
        (pile / f"{n:03}.txt").write_text(f"{ARTICLE}\nNumber {n}.\n")
    run("new", "case")
    adding = subprocess.Popen(
        [sys.executable, "-m", "onrecord", "add", str(pile), "--case", "case"],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    database = tmp_path / "case" / "sources"
    deadline = time.monotonic() + 300
    while not any(database.glob("*/*")) and time.monotonic() < deadline:
        time.sleep(0.02)
    os.killpg(adding.pid, signal.SIGINT)
    _, err = adding.communicate(timeout=300)
    if adding.returncode != 0:  # else it had finished first
        assert adding.returncode == 130
        assert "Traceback" not in err
        assert "is kept" in err
    assert run("verify", "--case", "case")[0] == 0
    code, out, _ = run("add", str(pile), "--case", "case")
    assert code == 0
    assert "120 given" in out
    assert len(json.loads(run("sources", "--case", "case", "--format", "json")[1])) == 120
