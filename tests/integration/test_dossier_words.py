"""The words of all documents in a dossier, as at the back of a book: none missing, all found."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from dossier_checks import made, pages
from invented_record import invented_record
from record_in_memory import InventedRecord

from onrecord.core.folding import fold
from onrecord.core.vocabulary import AsOf
from onrecord.show import register
from onrecord.show.gathered import Gathered


@pytest.fixture(scope="module")
def record() -> InventedRecord:
    return invented_record()


@pytest.fixture(scope="module")
def told(record: InventedRecord, tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """Give the entries of all pages of words."""
    folder: Path = tmp_path_factory.mktemp("words") / "dossier"
    made(record, folder)
    found = [page for name, page in pages(folder) if re.fullmatch(r"words(-\d+)?\.html", name)]
    return [entry for page in found for entry in page.xpath("//dl[@class='register']/div")]


def word_of(entry: Any) -> str:
    return str(entry.xpath("string(dt/bdi)"))


def test_every_word_of_every_document_is_told_once(told: list[Any], record: InventedRecord) -> None:
    texts = [text.characters for text in record.texts.values()]
    words = {fold(word) for text in texts for word in re.findall(r"[A-Za-z]{3,}", text)}
    entries = [fold(word_of(entry)) for entry in told]
    assert entries == sorted(set(entries))
    parts = {part for entry in entries for part in entry.split()}
    assert words - parts <= {"isn", "wasn", "didn", "doesn"}  # these are told with their end


def test_a_word_leads_to_the_statements_that_have_it(
    told: list[Any], record: InventedRecord
) -> None:
    rows = {row.id: row for row in record.statement_rows}
    followed = 0
    for entry in told:
        for link in entry.xpath("dd/a[@aria-label]"):
            row = rows[link.get("href").partition("#")[2]]
            assert fold(word_of(entry)) in fold(f"of {row.speaker} {row.content}")
            followed += 1
    assert followed > 100


def test_a_word_that_stands_nearly_everywhere_is_counted_and_leads_nowhere(
    record: InventedRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(register, "MOST", 1)
    counted = dict(register._counted(record, Gathered(record, AsOf())))
    widely = [entry for entry in counted.values() if entry.sources > 1]
    assert widely
    assert not any(entry.places for entry in widely)
    assert all(len(place.statements) <= 1 for entry in counted.values() for place in entry.places)


def test_a_word_is_told_without_its_possessive_and_a_number_whole() -> None:
    text = "The Clerk's office; the clerks’. 2,000 at 9.30, and an e-mail"
    words = [register._Words()[found] for found in register._WORD.findall(text)]
    assert [*filter(None, words)] == [
        "The", "Clerk", "office", "the", "clerks", "2,000", "9.30", "and", "e-mail",
    ]  # fmt: skip
