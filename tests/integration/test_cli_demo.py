"""The sample case as `onrecord demo` leaves it, and its dossiers as of earlier days."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from command_line import Run

from once import Once
from sample import PRINTED, sample


@pytest.fixture
def made(run: Run, tmp_path: Path, once: Once) -> Path:
    """What `demo sample` leaves in the folder in which commands are carried out."""
    del run  # it stands in the folder
    return Path(shutil.copytree(once(sample), tmp_path, dirs_exist_ok=True))


def test_the_demo_makes_a_record_and_a_dossier(run: Run, made: Path) -> None:
    """The sample case is read, refused where it should be, summed up and written out; and again."""
    out = (made / PRINTED).read_text("utf-8")
    assert "1 refused" in out
    assert "judgements of two invented people" in out
    assert "left out" not in out
    assert run("verify", "sample/dossier")[0] == 0
    assert run("verify", "--case", "sample/case")[0] == 0
    listed = json.loads(run("judgements", "--case", "sample/case", "--format", "json")[1])
    assert {row["known"][:10] for row in listed} == {"2019-03-22"}
    code, out, _ = run("check", "sample/draft.md", "--select", "OR204", "--case", "sample/case")
    assert code == 1
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    shown = readme.partition("--select OR204\n")[2].partition("\n\n")[0].splitlines()
    assert len(shown) == 4
    assert " ".join(" ".join(shown).split()).partition(": ")[2] in " ".join(out.split())
    code, out, _ = run("demo", "sample")
    assert code == 0
    assert "0 read, 0 refused" in out
    assert "judgements of two invented people" not in out


@pytest.mark.parametrize(
    "clock", [("--as-of", "2012"), ("--as-of", "2018-03"), ("--known", "2019-02")]
)
@pytest.mark.usefixtures("made")
def test_a_dossier_as_of_a_day_holds_the_pages_of_all_it_cites(run: Run, clock: list[str]) -> None:
    """What was made by then and reported later keeps its source's name and page."""
    assert run("dossier", "early", *clock, "--case", "sample/case")[0] == 0
    assert run("verify", "early")[0] == 0
    rows = json.loads(run("statements", *clock, "--case", "sample/case", "--format", "json")[1])
    listed = json.loads(run("sources", *clock, "--case", "sample/case", "--format", "json")[1])
    assert rows
    assert {row["source"] for row in rows} <= {row["id"] for row in listed}
    assert not any(row["source_label"].startswith("src_") for row in rows)


@pytest.mark.usefixtures("made")
def test_what_the_office_dropped_nobody_asserts_any_more(run: Run) -> None:
    """Not its successor in the post either: an office is not who holds it."""
    rows = json.loads(run("claims", "--case", "sample/case", "--format", "json")[1])
    gave = next(row for row in rows if row["wording"].startswith("Dagny Ørsholt gave coins of"))
    assert gave["standing"] == "withdrawn"
    actors = json.loads(run("actors", "--case", "sample/case", "--format", "json")[1])
    held = next(row for row in actors if row["name"] == "Signe Hallomund")
    assert "The state" not in held["names"]
