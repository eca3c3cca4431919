"""The sample case is whole: what is listed is there, and what a script makes can be made again."""

from __future__ import annotations

import importlib.util
import json
import re
import tomllib
from datetime import date, datetime
from pathlib import Path
from types import ModuleType

import pytest

from onrecord.core.dates import When
from onrecord.core.vocabulary import Verb
from onrecord.demo import began, documents, manifest

SCRIPT = Path(__file__).parents[3] / "tools" / "make_sample.py"
IN_WORDS = {".html", ".txt", ".md", ".eml", ".jsonl", ".csv"}


def words_of(name: str) -> str:
    return (documents() / name).read_text(encoding="utf-8")


def test_every_listed_file_is_there_and_every_file_is_listed() -> None:
    """Manifest and folder agree, so a newcomer's count of documents is the folder's."""
    listed = [entry.file for entry in manifest().documents]
    assert listed == sorted(set(listed))
    assert {path.name for path in documents().iterdir()} == set(listed)


def test_no_document_is_retrieved_before_it_is_published() -> None:
    """Told days are EDTF, and a case cannot know a document that does not exist yet."""
    for entry in manifest().documents:
        date.fromisoformat(entry.retrieved)
        if entry.published is not None:
            assert When.of(entry.retrieved).is_before(When.of(entry.published)) is not True


def test_it_shows_nine_formats_in_less_than_400_kilobytes() -> None:
    """A newcomer sees more formats read than they will ask about, at little weight."""
    paths = list(documents().iterdir())
    assert len({path.suffix for path in paths}) == 9
    assert sum(path.stat().st_size for path in paths) < 400_000


def test_the_two_versions_of_a_page_differ_under_one_address_and_one_date() -> None:
    """The page was edited overnight, and neither its address nor its stated date says so."""
    first, second = (words_of(f"11{letter}-sentinel-purchaser.html") for letter in "ab")
    for stated in (r'rel="canonical" href="([^"]+)"', r'"dateModified":"([^"]+)"'):
        assert re.findall(stated, first) == re.findall(stated, second) != []
    removed = "taken into the strongroom at least three times in 2015"
    assert removed in first
    assert removed not in second


def test_what_its_people_decided_names_files_that_are_there() -> None:
    """Each judgement has who, when and why, and is about documents of the sample."""
    data = tomllib.loads((documents().parent / "judgements.toml").read_text(encoding="utf-8"))
    listed = {entry.file for entry in manifest().documents}
    moments = [datetime.fromisoformat(one["moment"]) for one in data["judgement"]]
    assert moments == sorted(moments)
    assert min(moments) > began()
    rows = [row for one in data["judgement"] for row in one.get("rows", ())]
    named = [row["file"] for row in [*rows, *data["verdicts"]] if "file" in row]
    assert len(named) > 30
    assert set(named) <= listed
    for one in data["judgement"]:
        assert one["by"]
        assert one["verb"] in {verb.value for verb in Verb} | {"take back"}
        assert one.get("because") or one["verb"] in {"find", "audit"}


def test_every_address_in_it_leads_nowhere() -> None:
    """Hosts end in `.example`, which nobody can register, or name a vocabulary."""
    vocabularies = {"schema.org", "ogp.me"}
    for path in documents().iterdir():
        if path.suffix in IN_WORDS:
            words = words_of(path.name)
            for host in re.findall(r"(?:https?://|\w@)([\w.-]+\w)", words):
                assert host.endswith(".example") or host in vocabularies, (path.name, host)


def test_feed_items_are_whole() -> None:
    """Each line is an item with its own outlet, day and words."""
    items = [json.loads(line) for line in words_of("16-feed.jsonl").splitlines()]
    assert len(items) == 4
    for item in items:
        assert {"id", "title", "text", "outlet", "published", "url"} == set(item)


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_sample", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_binary_files_are_what_the_script_makes(script: ModuleType) -> None:
    """Nobody has to trust a binary file: it is made again, byte for byte, from readable words."""
    pytest.importorskip("fpdf", reason="the PDFs of the sample are set with fpdf2")
    made: dict[str, bytes] = script.make()
    binary = {path.name for path in documents().iterdir() if path.suffix not in IN_WORDS}
    assert set(made) == binary
    for name, content in made.items():
        assert (documents() / name).read_bytes() == content, name


def test_the_story_quotes_the_documents_exactly(script: ModuleType) -> None:
    """Right answers are derived from the story, so its quotations stand in the documents."""

    def plain(words: str) -> str:
        one_kind = re.sub(r"[“”‘’']", '"', re.sub(r"\n> |<[^>]+>", " ", words))
        return " ".join(one_kind.replace('\\"', '"').split())

    set_words = (*script.NOTICE, *script.CHARGING, *script.LETTER, *script.REPLY)
    written = [words_of(path.name) for path in documents().iterdir() if path.suffix in IN_WORDS]
    everything = plain(" ".join((*set_words, *written)))
    story = (documents().parent / "STORY.md").read_text(encoding="utf-8")
    quoted = re.findall(r'"([^"]+)"', story)
    assert len(quoted) > 50
    assert [words for words in quoted if plain(words).rstrip(".,") not in everything] == []
