"""What a publisher changed between two versions of a page, and what of it is no longer there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from pages_by_hand import Page

from onrecord.assess import Parties, changes, gone, notice, versions
from onrecord.core.versions import ChangeRow, Edit
from onrecord.core.vocabulary import Naming

ADDRESS = "https://echo.invalid/lock"
KEPT = [
    "The lock at Harrow was opened in the night of the flood.",
    "Ada Quill, who keeps the lock, said that nobody had asked her.",
    "The river stood two metres above its mark at dawn on Friday.",
    "A clerk of the water board found the log the next morning.",
]


def page(name: str, *sentences: str, headline: str = "Lock opened in flood", day: str = "") -> Page:
    words = "\n\n".join([headline, *sentences])
    return Page(name, words, address=ADDRESS, day=day or "2031-03-01")


def changed(one: Page, other: Page) -> list[ChangeRow]:
    said = {each.source: each.said for each in (one, other)}
    return changes(one.carried, other.carried, said, Parties([*one.said, *other.said]))


def told(rows: list[ChangeRow]) -> list[tuple[Edit, str, str]]:
    return [
        (row.edit, row.before.words if row.before else "", row.after.words if row.after else "")
        for row in rows
    ]


def test_sentences_go_come_and_are_reworded() -> None:
    """A sentence in its place with nothing in common is one that went and one that came."""
    one = page("one", *KEPT, "He is understood to be the deputy clerk, Bram Vale.")
    new = "Nobody has been named by the board."
    hedged = KEPT[2].replace("two metres", "nearly two metres")
    other = page("two", KEPT[0], KEPT[1], hedged, KEPT[3], new)
    assert told(changed(one, other)) == [
        (Edit.REWORDED, KEPT[2], hedged),
        (Edit.REMOVED, "He is understood to be the deputy clerk, Bram Vale.", ""),
        (Edit.ADDED, "", new),
    ]


def test_a_headline_is_a_passage_too() -> None:
    """A name that goes from the headline went from the page."""
    one, two = page("one", *KEPT), page("two", *KEPT, headline="Vale's lock opened in flood")
    (row,) = changed(one, two)
    assert row.edit is Edit.REWORDED
    assert row.before is not None
    assert row.before.kind.value == "headline"
    assert row.difference == "{+Vale's+} lock opened in flood"


def test_the_same_words_given_to_somebody_else_are_re_attributed() -> None:
    """From a lawyer who is not named to one who is."""
    one = page("one", *KEPT, "One lawyer called it “a case built on mud”.")
    one.says("“a case built on mud”", "One lawyer", naming=Naming.ANONYMOUS)
    two = page("two", *KEPT, "Cora Lund called it “a case built on mud”.")
    two.says("“a case built on mud”", "Cora Lund")
    (row,) = changed(one, two)
    assert row.edit is Edit.REATTRIBUTED
    assert row.because == "given to One lawyer before, and to Cora Lund after"


def test_a_sentence_that_only_moved_is_not_changed() -> None:
    """An edit that puts paragraphs in another order says nothing else."""
    assert not changed(page("one", *KEPT), page("two", *KEPT[::-1]))


def test_a_page_under_the_same_address_with_another_text_is_no_version() -> None:
    """The latest news stands where yesterday's stood."""
    other = page("two", *(f"Quite another thing number {n} was said by others." for n in range(4)))
    one, edited = page("one", *KEPT), page("three", *KEPT, "A line was added.")
    found = versions([one.carried, other.carried, edited.carried])
    assert [(pair.earlier, pair.later) for pair in found] == [(one.source, edited.source)]


def test_whether_the_page_says_that_it_was_changed() -> None:
    """Only a note that the earlier version did not have tells of this change."""
    note = "This article was amended on 3 March 2031 to correct a name."
    plain, noted = page("one", *KEPT), page("two", *KEPT, note)
    assert notice(plain.carried, noted.carried) == note
    assert notice(plain.carried, plain.carried) == ""
    assert notice(noted.carried, page("three", *KEPT[1:], note).carried) == ""


def test_what_is_gone_is_gone_as_of_the_first_version_without_it() -> None:
    """Also from the versions in between, and though a later one brings it back."""
    one = page("one", *KEPT)
    two = page("two", *KEPT[:3])
    back = page("three", *KEPT)
    known = {one.source: "2031-03-01", two.source: "2031-03-02", back.source: "2031-03-03"}
    found = gone([one.carried, two.carried, back.carried], known)
    assert [(span.of(one.words), day) for span, day in found[one.source]] == [
        (KEPT[3], "2031-03-02")
    ]
    assert found[two.source] == []
    late = gone([two.carried, back.carried, page("four", *KEPT[1:]).carried],
                known | {page("four").source: "2031-03-09"})  # fmt: skip
    assert [(span.of(two.words), day) for span, day in late[two.source]] == [
        (KEPT[0], "2031-03-09")
    ]


SENTENCES = st.lists(
    st.lists(st.sampled_from("ash birch cedar elm fir hazel oak pine".split()), min_size=2)
    .map(lambda words: " ".join(words).capitalize() + "."),
    max_size=8,
)  # fmt: skip


@given(SENTENCES)
def test_a_page_is_not_changed_against_itself(sentences: list[str]) -> None:
    """Identity."""
    assert not changed(page("one", *sentences), page("two", *sentences))


@given(SENTENCES, SENTENCES)
def test_back_and_forth_mirror_each_other(one: list[str], two: list[str]) -> None:
    """What came in the one direction went in the other, passage by passage."""
    forth, back = (
        changed(page("a", *one), page("b", *two)),
        changed(page("b", *two), page("a", *one)),
    )
    assert sum(row.before is not None for row in forth) == sum(r.after is not None for r in back)
    came = sorted(row.after.words for row in forth if row.after is not None)
    went = sorted(row.before.words for row in back if row.before is not None)
    assert came == went


@given(SENTENCES, SENTENCES)
def test_every_changed_passage_stands_where_it_says(one: list[str], two: list[str]) -> None:
    """Offsets lead to the words, and a diff holds the words of both."""
    first, second = page("a", *one), page("b", *two)
    for row in changed(first, second):
        for passage, text in ((row.before, first.words), (row.after, second.words)):
            assert passage is None or passage.at.of(text) == passage.words
        if row.before is not None and row.after is not None:
            kept = " ".join(words for mark, words in row.pieces if mark in ("", "+"))
            assert kept.split() == row.after.words.split()
