"""No view of the record shows an allegation as a fact, whatever day it is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from fairness import unfair
from hand_reader import STORY

from onrecord import intake
from onrecord.case import Case
from onrecord.core.dates import When
from onrecord.core.vocabulary import AsOf
from onrecord.reader import load
from onrecord.show import Site

TEXTS = {
    "2024-03-04": STORY,
    "2024-03-11": "Ida Marsh, the harbour master, said that the wheel was lashed. She said the "
    "log was lost.\n\nIvo Marrin denied that the wheel was lashed.\n",
    "2024-04-02": "Ida Marsh claimed that the log was lost.\n\n“The log was lost,” Tom Vane "
    "said.\n",
    "2024-04-20": "Tom Vane no longer says that the log was lost. Ida Marsh denied that the log "
    "was lost.\n\nThe ministry confirmed that the wheel was lashed.\n",
}
KNOWN = [f"2024-03-{day:02}" for day in range(3, 13, 2)] + [
    f"2024-04-{day:02}" for day in (1, 2, 3, 19, 20)
]
MOMENTS = [
    *(AsOf(known=day) for day in KNOWN),
    *(AsOf(valid=When.of(day)) for day in ("2023", "2024-03", *KNOWN[2:9])),
    AsOf(),
]


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Case]:
    folder = tmp_path_factory.mktemp("fair")
    reader = load()
    with Case.create(folder / "case", name="The wheel") as made:
        for day, words in TEXTS.items():
            path = folder / f"{day}.txt"
            path.write_text(words, "utf-8")
            told = intake.Told(outlet=f"The Pier {day}", published=day, retrieved=day)
            made.add([path], reader=reader, told=told)
        yield made


def test_there_are_twenty_days() -> None:
    assert len({str(one) for one in MOMENTS}) == 20


def test_words_stand_with_whose_they_are_and_how_they_stand(case: Case) -> None:
    """Over every claim and statement, every page, twenty days by both clocks."""
    wrong, pages, shown = [], 0, 0
    for then in MOMENTS:
        site = Site(case, then, datetime(2025, 2, 4, tzinfo=UTC))
        claims, statements = case.claims(then).lines, case.statements(then)
        shown += len(claims)
        for page in site.pages():
            pages += 1
            told = unfair(site.press.html(page), claims, statements, site.rows.sources)
            wrong += [f"{then} {page.name}: {one}" for one in told]
    assert wrong == []
    assert shown > 20
    assert pages > 400
