"""The benchmark's own parts: what a prediction file holds, and what a results page keeps back."""

from __future__ import annotations

import gzip
import json
import platform
import sys
from datetime import date
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[3]))

from bench import results
from bench.__main__ import main
from bench.measured import Cost
from bench.speed import SPEED, SpeedRow
from bench.task import Amount, Scored
from bench.tasks import TASKS
from bench.texts import paragraphs

ROW = {
    "id": "r1",
    "text": "The harbour\n\nIda Morrow said that Sorley denied it.",
    "gold": "kept back",
}


@pytest.mark.parametrize("name", ["in.jsonl", "in.jsonl.gz"])
def test_a_prediction_holds_the_outermost_statements_of_every_text(tmp_path, capsys, name) -> None:
    """Offsets count in the text as given; what is reported inside a report stays inside."""
    line = (json.dumps(ROW) + "\n").encode()
    (tmp_path / name).write_bytes(gzip.compress(line) if name.endswith("gz") else line)
    out = tmp_path / "out.jsonl"
    assert main(["predict", "attribution", str(tmp_path / name), "-o", str(out)]) == 0
    row = json.loads(out.read_text("utf-8"))
    (found,) = row["attributions"]
    words = {key: [ROW["text"][s:e] for s, e in found[key]] for key in found}
    assert row["id"] == "r1"
    assert words == {"source": ["Ida Morrow"], "cue": ["said"], "content": ["Sorley denied it"]}
    assert capsys.readouterr().out == "1 documents, 9 words\n"


def test_a_file_that_is_not_there_is_named_and_nothing_is_written(tmp_path, capsys) -> None:
    """Wrong use ends with status 2 and one line."""
    out = tmp_path / "out.jsonl"
    assert main(["predict", "seed", str(tmp_path / "none.txt"), "-o", str(out)]) == 2
    assert "none.txt" in capsys.readouterr().err
    assert not out.exists()


def test_a_paragraph_is_a_line_that_is_not_blank() -> None:
    """The characters stay as they are."""
    text = paragraphs("One.\r\n\n  Two.\n")
    assert [block.at.of(text.characters) for block in text.blocks] == ["One.", "Two."]
    assert text.characters == "One.\r\n\n  Two.\n"


def test_a_results_page_names_versions_and_day_but_no_host_and_no_path() -> None:
    """It is published, and the machine it was made on is nobody's business."""
    row = Scored(who="onrecord", figures={"f1": 0.5})
    section = results.task_section("seed", TASKS["seed"], [row], Cost(1, 1, 10), Amount(1, 100))
    speeds = results.speed_section({"reader": [SpeedRow("read", 30_000, "words", 20_000)]})
    page = results.page(date(2025, 3, 12), [section, speeds])
    assert "2025-03-12" in page
    assert "at least 20,000: yes" in page
    assert f" {platform.node()} " not in page
    assert str(Path.home()) not in page


def test_every_task_and_speed_bench_is_registered_with_what_it_needs() -> None:
    """A new one is a module and a line."""
    assert {"extraction", "attribution", "seed"} <= TASKS.keys()
    assert all(task.about and not Path(task.input).is_absolute() for task in TASKS.values())
    assert all(callable(measure) for measure in SPEED.values())
