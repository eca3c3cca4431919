"""The posts task: lists written as the program imports them, and questions answered from them."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from bench.tasks.posts import counts, figures, predict

MINISTERS = [
    {
        "id": "a1", "person": "1f0e3dad-9990-4b3a-8d8c-000000000001",
        "names": [{"name": "Ida Morrow", "from": None, "to": "2021-05-01"},
                  {"name": "Lady Morrow", "from": "2021-05-01", "to": None}],
        "post": "Minister for Locks", "post_id": "1f0e3dad-9990-4b3a-8d8c-000000000002",
        "organisation": "Ministry of Works", "organisation_short": "MW",
        "start": "2020-01-05", "end": "2022-03-01",
    },
]  # fmt: skip
OFFICES = [{"id": "o1", "person": "7", "name": "Sam Pell", "role": None, "kind": "committee",
            "organisation": "Locks Committee", "start": "2019-01-01", "end": None}]  # fmt: skip
FEDERAL = [{"person": "H1", "name": "Cal Hart", "post": "Senator", "state": "VA",
            "start": "2001-01-03", "end": "2003-01-03"}]  # fmt: skip


def question(number: int, day: str, **more: object) -> dict[str, object]:
    return {"id": f"q{number}", "post": "Minister for Locks", "post_id": MINISTERS[0]["post_id"],
            "organisation": "Ministry of Works", "date": day, **more}  # fmt: skip


@pytest.fixture
def lists(tmp_path: Path) -> Path:
    for name, rows in (("uk_ministers", MINISTERS), ("us_federal", FEDERAL),
                       ("uk_offices_parlparse_to_2020", OFFICES)):  # fmt: skip
        with gzip.open(tmp_path / f"{name}.jsonl.gz", "wt", encoding="utf-8") as file:
            file.writelines(json.dumps(row) + "\n" for row in rows)
    return tmp_path


def test_questions_are_answered_from_the_lists_beside_them(
    lists: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """By the name of the day; nobody is an empty list; a day of change is no yes."""
    person = MINISTERS[0]["person"]
    asked = [
        question(1, "2021-06-01", question="who"),
        question(2, "2023-06-01", question="who"),
        question(3, "2021-06-01", question="was", person=person, name="Lady Morrow"),
        question(4, "2022-03-01", question="was", person=person, name="Lady Morrow"),
    ]
    source, out = lists / "asked.jsonl", lists / "out.jsonl"
    source.write_text("".join(json.dumps(one) + "\n" for one in asked), encoding="utf-8")
    assert predict(source, out, {"tables": ""}).documents == 4
    found = [json.loads(line)["answer"] for line in out.read_text("utf-8").splitlines()]
    assert found == [[{"person": person, "name": "Lady Morrow"}], [], True, False]
    assert "on 3 tenures" in capsys.readouterr().out


def test_figures_are_shares_of_the_questions() -> None:
    """A right person under a name of another day is right, and its name is not."""
    gold = {"question": "who", "answer": [{"person": "p", "name": "Lady Morrow"}]}
    found = {"answer": [{"person": "p", "name": "Ida Morrow"}]}
    one = counts(gold, found)
    assert (one["right"], one["named"]) == (1, 0)
    assert figures(one) == {"right": 1, "who": 1, "who, names of the day": 0}
    assert counts({"question": "was", "answer": False}, {"answer": True})["right"] == 0
