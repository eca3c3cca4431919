"""Which sources are one page saved twice, and which are two reports that have much in common."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.case.pages import Pages
from onrecord.core.identity import SourceId, TextId
from onrecord.core.rows import SourceRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Attested, Basis, Block, BlockKind, Metadata, Text

STORY = (
    "The head of the school said on Monday that the roof of the gymnasium had been looked at twice"
    " in the spring, that both reports were in the archive of the town, and that nobody had asked"
    " to see them. A parent who sits on the board of the school said that she had asked for them in"
    " writing, and had been told that they were with the insurers of the town until the autumn."
)
OTHER = STORY.replace("The head of the school", "The head of the lower school").replace(
    "twice", "three times"
)


class Texts:
    """Holds texts, and remembers nothing."""

    def __init__(self, *words: str) -> None:
        self._texts = {TextId(f"txt_{number}"): one for number, one in enumerate(words)}

    def remembered(self, key: str) -> None:
        return None

    def remember(self, kind: str, key: str, body: bytes) -> None:
        pass

    def text(self, id: TextId) -> Text:
        words = self._texts[id]
        block = Block(BlockKind.PARAGRAPH, Span(0, len(words)))
        return Text(id=id, characters=words, blocks=(block,))


def row(number: int, saved: str | None = None, *, basis: Basis = Basis.TOLD, **told: str) -> Any:
    meta = {name: Attested(value, Basis.META) for name, value in told.items()}
    defaults = {"outlet": "Lakeside Post", "published": "2024-05-06", "title": "Roof looked at"}
    meta = {**{name: Attested(value, Basis.META) for name, value in defaults.items()}, **meta}
    return SourceRow(
        id=SourceId(f"src_{number}"), name=f"{number}.html", media_type="text/html", size=1,
        sha256="", known="2024-05-09", entered="", refusal=None, text=TextId(f"txt_{number}"),
        page=told.get("address", ""),
        metadata=Metadata(**meta, retrieved=Attested(saved, basis) if saved else None),
    )  # fmt: skip


def versions(*rows: Any, words: tuple[str, ...] = (STORY, OTHER, STORY)) -> list[int]:
    pages = Pages(Texts(*words))  # type: ignore[arg-type]
    return [one.versions for one in pages.numbered(rows)]


def test_one_page_saved_on_two_days_is_one_page() -> None:
    assert versions(row(0, "2024-05-06"), row(1, "2024-05-08")) == [2, 2]


def test_it_may_have_got_another_headline() -> None:
    """At least half of the words of the two are one."""
    later = row(1, "2024-05-08", title="Roof was looked at three times")
    assert versions(row(0, "2024-05-06"), later) == [2, 2]
    later = row(1, "2024-05-08", title="Insurers of the town keep reports on the roof")
    assert versions(row(0, "2024-05-06"), later) == [1, 1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (row(0, "2024-05-06"), row(1, "2024-05-06")),  # both stood there on that day
        (row(0), row(1)),
        (row(0, "2024-05-06"), row(1)),
        (row(0, "2024-05"), row(1, "2024-06")),  # not told to the day
        (row(0, "2024-05-06"), row(1, "2024-05-08", basis=Basis.CLOCK)),
        (row(0, "2024-05-06", byline="Ada Holm"), row(1, "2024-05-08", byline="Nils Brandt")),
        (row(0, "2024-05-06"), row(1, "2024-05-08", outlet="Hillside Post")),
        (row(0, "2024-05-06"), row(1, "2024-05-08", published="2024-05-07")),
    ],
)
def test_two_reports_that_have_much_in_common_are_two_documents(one: Any, other: Any) -> None:
    assert versions(one, other) == [1, 1]


def test_where_two_were_saved_on_one_day_no_third_is_held_to_be_the_later_of_either() -> None:
    rows = row(0, "2024-05-06"), row(1, "2024-05-06"), row(2, "2024-05-08")
    assert versions(*rows) == [1, 1, 1]


def test_two_addresses_are_two_pages() -> None:
    one = row(0, "2024-05-06", address="https://post.invalid/a")
    other = row(1, "2024-05-08", address="https://post.invalid/b")
    assert versions(one, other, row(2, "2024-05-09")) == [1, 1, 1]
    assert versions(one, row(1, "2024-05-08")) == [2, 2]
