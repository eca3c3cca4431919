"""The benchmark's own parts: what a prediction file holds, and what a results page keeps back."""

from __future__ import annotations

import gzip
import json
import platform
from datetime import date
from pathlib import Path

import pytest
from bench import measured, results
from bench.__main__ import main
from bench.measured import Cost
from bench.speed import SPEED, SpeedRow
from bench.task import READER, Amount, Measured, Scored
from bench.tasks import TASKS
from bench.texts import paragraphs

WORDS = ("source", "cue", "content")
ROW = {
    "id": "r1",
    "text": "The harbour\n\nIda Morrow said Sorley denied it.",
    "gold": "kept back",
}


@pytest.mark.parametrize("name", ["in.jsonl", "in.jsonl.gz"])
def test_a_prediction_holds_the_outermost_statements_of_every_text(tmp_path, capsys, name) -> None:
    """Offsets count in the text as given; what is reported inside a report stays inside."""
    line = (json.dumps(ROW) + "\n").encode()
    (tmp_path / name).write_bytes(gzip.compress(line) if name.endswith("gz") else line)
    out = tmp_path / "out.jsonl"
    given = str(tmp_path / name)
    command = ["predict", "attribution", given, "-o", str(out)]
    assert main(command) == 0
    row = json.loads(out.read_text("utf-8"))
    (found,) = row["attributions"]
    words = {key: [ROW["text"][s:e] for s, e in found[key]] for key in WORDS}
    assert row["id"] == "r1"
    assert words == {"source": ["Ida Morrow"], "cue": ["said"], "content": ["Sorley denied it"]}
    assert capsys.readouterr().out == "1 documents, 8 words\n"


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
    column = Scored(who="onrecord", measured=Measured({"f1": 0.5}, {}, ("a note",)))
    section = results.task_section(
        "seed", TASKS["seed"], [column], [("", Cost(1, 1, 10), Amount(1, 100))]
    )
    speeds = results.speed_section({"reader": [SpeedRow("read", 30_000, "words", 20_000)]})
    page = results.page(date(2025, 3, 12), "trained", [section, speeds])
    assert "2025-03-12" in page
    assert "at least 20,000: yes" in page
    assert "| f1 | 0.500 |\n\na note\n" in page
    assert "reader `trained`" in page
    assert f" {platform.node()} " not in page
    assert str(Path.home()) not in page


def test_a_share_is_printed_in_percent_with_its_interval_and_what_was_not_asked_is_empty() -> None:
    """A column for each part; nothing stands where a part has no such figure."""
    columns = [
        Scored(who="dev", measured=Measured({"recall": 0.5}, {"recall": (0.4, 0.625)})),
        Scored(who="news", measured=Measured({"F1": 1.0})),
    ]
    cost = [("dev", Cost(1, 1, 10), Amount(1, 100))]
    lines = results.task_section("gum", TASKS["gum"], columns, cost).splitlines()
    assert "| % | dev | news |" in lines
    assert "| recall | 50.0 (40.0 to 62.5) |  |" in lines
    assert "| F1 |  | 100.0 |" in lines


def test_a_program_costs_what_it_took_and_not_what_its_parent_held(tmp_path) -> None:
    """Python alone is far below the 300 MiB that are held here; a fault is told by its end."""
    held = bytearray(300 << 20)
    cost = measured.run(["-c", "print('read')"], tmp_path / "log")
    assert (tmp_path / "log").read_text("utf-8") == "read\n"
    assert 0 < cost.memory < len(held) >> 20
    assert cost.wall > 0
    with pytest.raises(measured.ProgramFailed, match="not today"):
        measured.run(["-c", "raise SystemExit('not today')"], tmp_path / "log")


def test_annotated_texts_are_scored_file_by_file(tmp_path) -> None:
    """The page has a column for all of them and one for each."""
    for name in ("plain", "other"):
        (tmp_path / f"{name}.txt").write_text(
            "=== a\n[s1 Ida Morrow] [c1 said] [t1 the pump failed].\n", "utf-8"
        )
    out = tmp_path / "pred"
    command = ["predict", "kinds", str(tmp_path), "-o", str(out)]
    assert main(command) == 0
    found = TASKS["kinds"].score(tmp_path, tmp_path, out)
    assert list(found) == ["all", "other", "plain"]
    assert found["all"].figures["who said what F1"] == 1


def test_a_text_that_does_not_hold_together_is_refused(tmp_path, capsys) -> None:
    """With its line."""
    (tmp_path / "bad.txt").write_text("=== a\n[s1 Ida Morrow said.\n", "utf-8")
    assert main(["predict", "kinds", str(tmp_path), "-o", str(tmp_path / "p")]) == 2
    assert "bad.txt:2" in capsys.readouterr().err


def test_every_task_and_speed_bench_is_registered_with_what_it_needs() -> None:
    """A new one is a module and a line."""
    assert {"extraction", "attribution", "seed"} <= TASKS.keys()
    assert all(task.about and task.inputs for task in TASKS.values())
    inputs = [place for task in TASKS.values() for place in task.inputs.values()]
    assert not any(Path(place).is_absolute() for place in inputs)
    assert {task.options.get("reader", READER) for task in TASKS.values()} == {READER}
    assert all(callable(measure) for measure in SPEED.values())
