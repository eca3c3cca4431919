"""A folder made into a case: its documents by their ids, words found by place, tenures joined."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from bench.case_alder.built import Built, built
from bench.case_alder.posts import tenures

from onrecord.core.spans import Span

FIRST = "Harbour Post\n\nMara Quill, the director of Ostrey Port, said the\nlights had failed.\n"
SECOND = "Ostrey Echo\n\nMara Quill was director of Ostrey Port from 2019 to 2023. She left.\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("third")
    (folder / "docs").mkdir()
    rows = []
    for name, words, day in (("one", FIRST, "2024-03-01"), ("two", SECOND, "2024-04-01")):
        (folder / "docs" / f"{name}.txt").write_text(words, encoding="utf-8")
        rows.append({"id": name[0], "file": f"docs/{name}.txt", "outlet": "Post",
                     "published": day, "retrieved": day})  # fmt: skip
    manifest = "\n".join(map(json.dumps, rows))
    (folder / "manifest.jsonl").write_text(manifest, encoding="utf-8")
    (folder / "inputs.json").write_text(
        '{"claims": {"c1": "The lights failed."}}', encoding="utf-8"
    )
    return folder


@pytest.fixture(scope="module")
def made(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    with built(folder, tmp_path_factory.mktemp("made") / "case", reader="trained") as one:
        yield one


def test_documents_bear_the_manifest_s_ids_and_days(made: Built) -> None:
    assert set(made.sources) == {"o", "t"}
    assert made.sources["t"].known == "2024-04-01"
    assert made.documents[made.sources["o"].id] == "o"
    assert made.told["claims"] == {"c1": "The lights failed."}


def test_words_are_placed_whatever_the_white_space(made: Built) -> None:
    span = made.place({"doc": "o", "quote": "said the lights had failed"})
    assert isinstance(span, Span)
    assert "".join(span.of(made.texts["o"].characters).split()) == "saidthelightshadfailed"
    inner = made.place({"doc": "o", "quote": "Ostrey", "in": "director of Ostrey Port"})
    assert inner is not None
    assert inner.of(made.texts["o"].characters) == "Ostrey"
    assert made.place({"doc": "o", "quote": "no such words"}) is None
    assert made.place({"doc": "x", "quote": "Ostrey"}) is None


def test_the_tenures_of_one_holder_and_post_are_one_row(made: Built) -> None:
    rows = [row for row in tenures(made) if row["holder"] == "Mara Quill"]
    assert len(rows) == 1
    assert rows[0]["edtf"] == "2019/2023"
