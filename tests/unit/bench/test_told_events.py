"""Told events put to what a case's texts date: by words, names and kinds, document by document."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from bench.case_alder.asked import day_of, name_on
from bench.case_alder.built import Built, built
from bench.case_alder.events import Happened, events
from bench.case_alder.nearby import kinds_of, moment

from onrecord.core.dates import When
from onrecord.core.vocabulary import AsOf, EventKind

TEXTS = {
    "wire": ("Fenwick Wire", "2021-09-15", """Hospital trust raided in scanner inquiry

Detectives raided the offices of the Penrow Hospital Trust on Tuesday over the purchase of three
scanners, police said.

The trust signed the contract with Halden Imaging on 4 June after a tender.

Mara Quill, who joined the trust in March 2019, is its head of purchasing.
"""),
    "notice": ("Penrow Hospital Trust", "2021-09-16", """PENROW HOSPITAL TRUST

Press notice
16 September 2021

The trust said: "No patient money was misspent on the scanners."

The Penrow Hospital Trust will be known from 1 January 2022 as the Penrow Health Board.
"""),
    "daily": ("Daily Quay", "2022-02-11", """Purchasing head held over scanners

Mara Quill was arrested on Thursday at her home in Penrow. She was released on bail last night.

The Penrow Health Board, as the trust has been called since last month, would not comment.

Otto Brandt, the board's former treasurer, will give evidence to the assembly on 3 March.
"""),
    "court": ("Quay Gazette", "2022-11-02", """Scanner trial date set

The trial of Mara Quill was fixed for 20 March. Quill was arrested on 10 February.
"""),
    "letter": ("Office of the Public Accuser", "2023-02-20", """20 February 2023

Dear Mr Brandt,

Thank you for your letter of 6 February, which reached us on 9 February. The trial was to open on 27
March. On 17 February the prosecution was discontinued.

Yours sincerely,

Ida Pell
"""),
}  # fmt: skip
TOLD = {
    "raid": ("Police search the trust's offices", "2021-09-14"),
    "contract": ("Contract awarded to Halden Imaging", "2021-06-04"),
    "joins": ("Quill joins the trust", "2019-03"),
    "says": ("Trust says that no patient money was misspent", "2021-09-16"),
    "renamed": ("Trust renamed Penrow Health Board", "2022-01-01"),
    "arrest": ("Arrest of Mara Quill", "2022-02-10"),
    "bail": ("Quill released on bail", "2022-02-10"),
    "evidence": ("Brandt to give evidence to the assembly", "2022-03-03"),
    "reaches": ("Brandt's letter reaches the accuser", "2023-02-09"),
    "writes": ("Brandt writes to the accuser", "2023-02-06"),
    "dropped": ("Prosecution dropped", "2023-02-17"),
    "trial": ("Trial was to open", "2023-03-27"),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    folder = tmp_path_factory.mktemp("scanners")
    (folder / "docs").mkdir()
    rows = []
    for name, (outlet, day, words) in TEXTS.items():
        (folder / "docs" / f"{name}.txt").write_text(words, encoding="utf-8")
        rows.append({"id": name, "file": f"docs/{name}.txt", "outlet": outlet,
                     "published": day, "retrieved": day})  # fmt: skip
    (folder / "manifest.jsonl").write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    told = {"events": {key: words for key, (words, _) in TOLD.items()}}
    (folder / "inputs.json").write_text(json.dumps(told), encoding="utf-8")
    with built(folder, folder / "case", reader="trained") as one:
        yield one


@pytest.fixture(scope="module")
def found(made: Built) -> dict[str, dict[str, object]]:
    return events(made)


@pytest.mark.parametrize("key", TOLD)
def test_a_told_event_has_the_date_that_the_texts_agree_on(
    key: str, found: dict[str, dict[str, object]]
) -> None:
    assert found[key]["edtf"] == TOLD[key][1]


def test_each_document_has_its_own_value(found: dict[str, dict[str, object]]) -> None:
    by_document = found["arrest"]["by_doc"]
    assert isinstance(by_document, dict)
    assert {key: by_document.get(key) for key in ("daily", "court")} == {
        "daily": "2022-02-10", "court": "2022-02-10",
    }  # fmt: skip


def test_a_day_that_was_moved_is_the_one_that_the_record_had_then(made: Built) -> None:
    told = {"target": "trial"}
    assert day_of(made, told, AsOf(known="2022-12-01")) == "2023-03-20"
    assert day_of(made, told, AsOf(known="2023-03-01")) == "2023-03-27"


def test_a_body_is_called_by_its_name_of_the_day(made: Built) -> None:
    told = {"target": "a.trust"}
    for day, name in (
        ("2021-12-31", "Penrow Hospital Trust"),
        ("2022-01-01", "Penrow Health Board"),
    ):
        assert name_on(made, told, AsOf(valid=When.of(day), known="2023-03-01")) == name


def test_since_and_until_are_the_day_it_began_or_ended() -> None:
    assert moment(When.of("2023-04/..")).edtf == "2023-04"
    assert moment(When.of("/2015")).edtf == "2015"
    assert moment(When.of("2022-03/2022-09")).edtf == "2022-03/2022-09"


def test_kinds_are_those_of_the_words_with_what_they_need_beside_them() -> None:
    assert EventKind.HEARING in kinds_of("The trial was to open")
    assert not kinds_of("The bridge is to open")
    assert EventKind.DISCONTINUANCE in kinds_of("the prosecution was discontinued")


def test_what_nothing_is_like_has_no_date(made: Built) -> None:
    assert Happened(made).best("Herring quota raised by ministers in Ostrey") == {}
