"""The hostile corpus: everything ends with a verdict, nothing is written, nothing else suffers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from hostile import corpus
from onrecord import intake

# A fiftieth of the sizes that did harm when they were measured; the limits are shortened too.
SCALE = 0.02
READ_ALL = """
import json, sys
from datetime import date
from pathlib import Path
from onrecord import intake
limits = intake.Limits(cpu_seconds=5, wall_seconds=15, memory_bytes=1_000_000_000)
for made in intake.take([Path(sys.argv[1])], today=date(2024, 5, 1), jobs=2, limits=limits):
    refusal = made.refusal
    print(json.dumps({
        "name": made.source.name,
        "verdict": refusal.code if refusal else "read",
        "reason": refusal.reason if refusal else "",
        "characters": made.text.characters[:60] if made.text else None,
    }))
# In kB; unlike ru_maxrss it does not begin with that of the process that started us.
print(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0])
"""


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[dict[str, str]], int, Path]:
    """Every file of the corpus with a good one after it, read in a process that is measured."""
    home = tmp_path_factory.mktemp("hostile")
    given = home / "given"
    given.mkdir()
    (home / "cwd").mkdir()
    for name, raw in corpus(SCALE):
        (given / name).write_bytes(raw)
        (given / f"{name}.next.txt").write_text(f"The clerk denied what {name} says.")
    done = subprocess.run(
        [sys.executable, "-c", READ_ALL, str(given)],
        env={**os.environ, "PYTHONPATH": str(Path(intake.__file__).parents[2])},
        cwd=home / "cwd",
        capture_output=True,
        text=True,
        check=True,
    )
    *rows, peak = [json.loads(line) for line in done.stdout.splitlines()]
    return rows, peak, home


def test_every_file_ends_with_a_verdict_and_the_next_is_read(
    outcome: tuple[list[dict[str, str]], int, Path],
) -> None:
    """Sums agree: each file given, or what lies in it, is in the list; no text is empty."""
    rows, _, home = outcome
    given = sorted(path.name for path in (home / "given").iterdir())
    assert len(given) >= 2 * 60
    named = Counter(row["name"] for row in rows)
    for name in given:
        inside = [n for n in named if n.startswith((f"{name}/", f"{name}:"))]
        assert named[name] == 1 or inside, name
        if name.endswith(".next.txt"):
            assert next(row for row in rows if row["name"] == name)["verdict"] == "read"
    for row in rows:
        assert row["reason"] or (row["characters"] or "").strip(), row


def test_nothing_crashes_and_memory_stays_small(
    outcome: tuple[list[dict[str, str]], int, Path],
) -> None:
    """The caps come before the parsers, so that the last defence is rarely needed."""
    rows, peak, _ = outcome
    assert peak < 300_000
    assert not [row for row in rows if row["verdict"] in ("crashed", "timeout")]


def test_nothing_is_written_and_no_other_file_is_read(
    outcome: tuple[list[dict[str, str]], int, Path],
) -> None:
    """Neither by a name that leads out of its archive nor by an entity that leads to a file."""
    rows, _, home = outcome
    assert not list((home / "cwd").iterdir())
    assert {path.name for path in home.iterdir()} == {"given", "cwd"}
    assert not Path("/tmp/slip.txt").exists()  # the absolute name in the corpus
    assert not any("root:" in (row["characters"] or "") for row in rows)


@pytest.mark.parametrize(
    ("archive", "expected"),
    [
        ("slip.zip", ["unreadable", "read"]),
        ("slip-inside.zip", ["unreadable"]),
        ("backslash.zip", ["unreadable"]),
        ("absolute.zip", ["unreadable"]),
        ("drive.zip", ["unreadable", "unreadable"]),
        ("nul.zip", ["unreadable"]),
        ("link.zip", ["unreadable"]),
        ("device.zip", ["unreadable"]),
        ("pipe.zip", ["unreadable"]),
        ("twice.zip", ["read", "read"]),
        ("members-10001.zip", ["limit"]),
        ("bomb.zip", ["limit", "read"]),
        ("cut.zip", ["damaged"]),
        ("lying.zip", ["damaged"]),
        ("encrypted.zip", ["encrypted"]),
        ("empty.zip", ["empty"]),
        ("not-a-zip.zip", ["damaged"]),
    ],
)
def test_an_archive_that_lies_is_refused_where_it_does(
    outcome: tuple[list[dict[str, str]], int, Path], archive: str, expected: list[str]
) -> None:
    """Member by member; what is sound beside it is read."""
    rows, _, _ = outcome
    found = [
        r["verdict"] for r in rows if r["name"] == archive or r["name"].startswith(f"{archive}/")
    ]
    assert found == expected


def test_archives_are_opened_three_deep_and_no_deeper(
    outcome: tuple[list[dict[str, str]], int, Path],
) -> None:
    """What stands beside the inner archive on the way down is read."""
    rows, _, _ = outcome
    deep = [row for row in rows if row["name"].startswith("deep.zip/")]
    assert sorted(row["verdict"] for row in deep) == ["limit", "read", "read", "read"]


def test_both_files_of_one_name_are_kept_and_ten_thousand_are_read(
    outcome: tuple[list[dict[str, str]], int, Path],
) -> None:
    """A number tells the second apart."""
    rows, _, _ = outcome
    names = [row["name"] for row in rows]
    assert "twice.zip/same (2).txt" in names
    assert sum(name.startswith("members-9999.zip/") for name in names) == 9_999
