"""One utterance in several documents: aligned to the fullest wording, each difference typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pages_by_hand import Page

from onrecord.assess import Parties, Quoting
from onrecord.assess.words.wordings import common, word_diff
from onrecord.core.quotes import Drift, QuoteRow, VariantRow, WordingRow
from onrecord.core.vocabulary import Mode

FULL = "We have opened every gate on the river, and not one of them was found to be locked."
WORDS = [a + b for a in "bcdfglmprst" for b in ("ale", "orn", "ick", "und", "esh")]
SENTENCES = st.lists(st.sampled_from(WORDS), min_size=8, max_size=16, unique=True)


def page(name: str, *said: tuple[str, str], day: str = "2031-03-01") -> Page:
    """Make a page on which each of the words is quoted from the speaker named beside it."""
    lines = [f"“{words}” {speaker} said." for words, speaker in said]
    made = Page(name, "\n\n".join(["A headline", *lines]), outlet=f"{name} Echo", day=day)
    for words, speaker in said:
        made.says(f"“{words}”", speaker)
    return made


def quoting(pages: Sequence[Page], known: Sequence[Page]) -> Quoting:
    """Make the quotations of pages ready; whose they are is told by all that are known."""
    said = {one.source: one.said for one in pages}
    parties = Parties([row for one in known for row in one.said], [one.outlet for one in known])
    return Quoting([one.carried for one in pages], said, parties)


def compared(*pages: Page) -> list[QuoteRow]:
    return quoting(pages, pages).all


def only(*pages: Page) -> VariantRow:
    (row,) = compared(*pages)
    (variant,) = row.variants
    return variant


@pytest.mark.parametrize(
    ("other", "drift"),
    [
        (FULL.rstrip("."), "identical"),
        (FULL.lower().replace(", ", " —  ").replace(".", "!"), "identical"),
        ("We have opened every gate on the river.", "cut"),
        ("not one of them was found to be locked", "cut"),
        ("We have opened every gate, and not one of them was found to be locked", "cut"),
        (FULL.replace("not one", "none"), "altered"),
        ("We have opened nearly every gate on the river, and not one was found locked", "altered"),
    ],
)
def test_a_wording_is_typed_by_what_differs(other: str, drift: str) -> None:
    """White space and punctuation do not count; a word left out or changed does."""
    assert only(page("One", (FULL, "Ada Quill")), page("Two", (other, "Ada Quill"))).drift == drift


def test_two_sentences_run_into_one_are_merged() -> None:
    """What stood between them, a caveat even, is gone, and the difference shows it."""
    said = (
        "I take it for today that the gate was shut. That is no finding. My trouble lies elsewhere."
    )
    merged = only(
        page("One", (said, "Ada Quill")),
        page("Two", ("I take it for today that my trouble lies elsewhere", "Ada Quill")),
    )
    assert merged.drift is Drift.MERGED
    assert "[-the gate was shut. That is no finding.-]" in merged.difference


def test_pieces_of_two_sentences_in_one_sentence_are_merged() -> None:
    """A reporter's "and" between two quoted pieces makes one of them."""
    letter = page(
        "One", ("Bram Vale is no smuggler. He has never met Cora Lund in his life.", "X Y")
    )
    report = Page("two", "Head\n\nHe is “no smuggler” and “has never met Cora Lund in his life”.")
    assert only(letter, report).drift is Drift.MERGED


def test_a_cue_in_the_middle_is_no_difference() -> None:
    """ "We have opened every gate," she said, "and ..." is one sentence."""
    broken = Page(
        "two",
        "Head\n\n“We have opened every gate on the river,” Ada Quill said, “and not one of them was"
        " found to be locked.”",
    )
    assert only(page("One", (FULL, "Ada Quill")), broken).drift is Drift.IDENTICAL


def test_another_speaker_outranks_the_rest() -> None:
    """The same words, or a part of them, given to somebody else who is named."""
    one = page("One", (FULL, "Ada Quill"))
    found = only(one, page("Two", ("We have opened every gate on the river", "Bram Vale")))
    assert found.drift is Drift.REATTRIBUTED
    assert found.because.startswith("given to another speaker; words are left out")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Ada Quill", "Quill"),
        ("Ada Quill", "Ms Quill"),
        ("Ada Quill, chief executive of Harrow Water Board", "a spokesman for Harrow Water Board"),
        ("the prosecutor", "Prosecutors"),
    ],
)
def test_a_body_and_whoever_speaks_for_it_are_one_speaker(first: str, second: str) -> None:
    """So are a full name and the surname; a lawyer is the client."""
    assert only(page("One", (FULL, first)), page("Two", (FULL, second))).drift is Drift.IDENTICAL


def test_a_speaker_whom_the_text_does_not_name_is_not_said_to_be_another() -> None:
    """A pronoun may be read wrongly: that is no re-attribution."""
    two = Page("two", f"Head\n\n“{FULL}” he said.")
    two.says(f"“{FULL}”", "Bram Vale (“he”)", name="Bram Vale")
    assert only(page("One", (FULL, "Ada Quill")), two).drift is Drift.IDENTICAL


def test_a_letter_speaks_without_quotation_marks() -> None:
    """The fullest wording may be the speaker's own document, from which others quote."""
    letter = Page("letter", f"Dear Sir\n\nI write again.\n\n{FULL}\n\nAda Quill", outlet="A Board")
    letter.says(FULL, "Ada Quill", cue="", mode=Mode.DIRECT)
    found = only(letter, page("Two", ("not one of them was found to be locked", "Ada Quill")))
    assert (found.of.source, found.of.marked, found.drift) == (letter.source, False, Drift.CUT)


def test_what_is_only_reported_is_no_utterance() -> None:
    """Indirect speech is in the reporter's words: nothing is compared with it."""
    told = Page("told", "Head\n\nAda Quill said every gate on the river was found to be open.")
    told.says("every gate on the river was found to be open", "Ada Quill")
    assert not compared(told, page("Two", ("every gate on the river was found to be open", "Bram")))


def test_short_pieces_are_compared_only_as_a_whole() -> None:
    """Three words prove little: all of them, in one run, or nothing."""
    one = page("One", ("It is far from plain to me where it lies.", "Ada Quill"))
    assert only(one, page("Two", ("far from plain", "Ada Quill"))).drift is Drift.CUT
    assert not compared(one, page("Two", ("far from clear", "Ada Quill")))


def test_within_one_document_nothing_is_compared() -> None:
    """A headline that repeats its own quotation has not drifted from it."""
    assert not compared(page("One", (FULL, "Ada Quill"), (FULL, "Ada Quill")))


# --- laws ---


@given(SENTENCES)
def test_a_sentence_is_identical_with_itself_whichever_comes_first(words: list[str]) -> None:
    """Identity, and its symmetry."""
    said = " ".join(words)
    one, two = page("One", (said, "Ada Quill")), page("Two", (said, "Ada Quill"))
    for pair in ((one, two), (two, one)):
        found = only(*pair)
        assert found.drift is Drift.IDENTICAL
        assert [mark for mark, _ in found.pieces] == [""]


@settings(max_examples=60)
@given(SENTENCES, st.data())
def test_a_cut_is_always_found_and_is_a_cut(words: list[str], data: st.DataObject) -> None:
    """Whatever run of words is left out, as long as a run of three is kept and half of them."""
    start = data.draw(st.integers(3, len(words) - 1))
    end = data.draw(st.integers(start, min(len(words), start + len(words) - 6)))
    kept = words[:start] + words[end:]
    found = compared(
        page("One", (" ".join(words), "Ada Quill")), page("Two", (" ".join(kept), "Ada Quill"))
    )
    (variant,) = found[0].variants
    assert variant.drift is (Drift.IDENTICAL if kept == words else Drift.CUT)
    left_out = " ".join(w for mark, piece in variant.pieces if mark == "-" for w in piece.split())
    assert left_out == " ".join(words[start:end])


@given(SENTENCES, st.sampled_from(["alpha", "omega"]), st.data())
def test_a_changed_word_is_an_alteration(words: list[str], put: str, data: st.DataObject) -> None:
    """One word for another, anywhere but where no run of three is left."""
    at = data.draw(st.integers(0, len(words) - 1))
    other = [*words[:at], put, *words[at + 1 :]]
    found = only(page("One", (" ".join(words), "A B")), page("Two", (" ".join(other), "A B")))
    assert found.drift is Drift.ALTERED
    assert ("+", put) in found.pieces


@given(SENTENCES, st.integers(0, 40))
def test_offsets_lead_to_the_words(words: list[str], before: int) -> None:
    """What is shown is what stands at the span, however much stands before it."""
    said = " ".join(words)
    two = Page("two", f"Head\n\n{'x ' * before}“{said}” she said.")
    row = compared(page("One", (said, "Ada Quill")), two)[0]
    for wording in (row.fullest, *(v.wording for v in row.variants)):
        text = two.words if wording.source == two.source else page("One", (said, "Ada Quill")).words
        assert wording.at.of(text) == wording.words == said


WORD_ROWS = st.lists(st.sampled_from("abcd"), max_size=12)


@given(WORD_ROWS, WORD_ROWS)
def test_two_rows_of_words_have_the_same_in_common_both_ways(
    one: list[str], two: list[str]
) -> None:
    """Common words stand in the order of both, and the diff gives both rows back."""
    pairs = common(one, two)
    assert all(one[a] == two[b] for a, b in pairs)
    assert pairs == sorted(pairs)
    assert len({a for a, _ in pairs}) == len({b for _, b in pairs}) == len(pairs)
    assert len(pairs) == len(common(two, one))
    pieces = list(word_diff(one, two, pairs))
    assert [w for m, p in pieces if m in ("", "-") for w in p.split()] == one
    assert [w for m, p in pieces if m in ("", "+") for w in p.split()] == two


def letter(name: str, writer: str, *lines: str) -> Page:
    made = Page(name, "Dear all\n\n" + " ".join(lines), outlet="Oarsmen's Union")
    for line in lines:
        mode = Mode.INDIRECT if line.startswith("I find") else Mode.DIRECT
        row = made.says(
            line.rstrip("."),
            f"{writer} (“I”)" if mode is Mode.INDIRECT else writer,
            name=writer,
            cue="" if mode is Mode.DIRECT else "find",
            mode=mode,
        )
        assert row.depth == 0
    return made


def test_the_sentences_of_a_letter_are_its_writers_own_words_in_one_go() -> None:
    """What is told in the first person too; a paper may run two sentences of it into one."""
    own = letter(
        "letter",
        "Runa Vale",
        "The crew did not take the cup to the boathouse at all.",
        "They left it on the bar and nobody knows who came back for it that night.",
    )
    merged = page(
        "Post",
        ("did not take the cup to the boathouse and nobody knows who came back", "Runa Vale"),
    )
    assert only(own, merged).drift is Drift.MERGED
    found = letter(
        "letter",
        "Runa Vale",
        "The crew has read the report of the club with care.",
        "I find the report thin, late and in one respect untrue.",
    )
    assert only(found, page("Post", ("thin, late and in one respect untrue", "Runa Vale")))


RULED = "The jury does not find it shown that the second boat crossed the line before the gun."


def ruling(day: str = "2031-03-01") -> Page:
    """Make a body's own document, in which no statement was read."""
    words = f"Ruling\n\nThe regatta was sailed on Sunday. {RULED}"
    return Page("ruling", words, outlet="Regatta Appeals Board", day=day)


@pytest.mark.parametrize(
    ("quoted", "drift"),
    [
        (RULED, Drift.IDENTICAL),
        ("does not find it shown that the second boat crossed the line", Drift.CUT),
        ("does not find that the second boat crossed the line before the gun", Drift.CUT),
    ],
)
def test_a_bodys_own_document_is_quoted_though_nobody_is_said_to_say_it(
    quoted: str, drift: Drift
) -> None:
    found = only(ruling(), page("Post", (quoted, "The jury"), day="2031-03-02"))
    assert (found.drift, found.of.source) == (drift, "src_ruling")


def test_a_phrase_of_its_sentence_and_a_papers_own_words_are_no_quotation() -> None:
    phrase = page("Post", ("before the second gun", "The jury"), day="2031-03-02")
    assert not compared(ruling(), phrase)
    told = Page("wire", f"Ruling\n\n{RULED}", outlet="The Wire Echo")
    assert not compared(told, page("Post", (RULED, "The jury"), day="2031-03-02"))


def test_what_came_out_first_leads_and_of_one_day_the_bodys_own() -> None:
    """Whatever came to be known first."""
    for day, leads in (("2031-03-01", "src_ruling"), ("2031-03-03", "src_Post")):
        post = page("Post", (RULED, "The jury"), day="2031-03-01")
        own = page("ruling", (RULED, "The jury"), day=day)
        own.outlet = "Regatta Appeals Board"
        assert only(post, own).of.source == leads


def test_words_that_only_stay_on_an_edited_page_are_no_quotation_in_two_documents() -> None:
    """Given to another in the edit, the fewest words are."""
    before, after = (
        page("Echo", ("a race by hearsay", "Ada Reed")),
        page("Echo2", ("a race by hearsay", "Tom Weir")),
    )
    assert not compared(before, after)
    before.address = after.address = "echo.example/race"
    assert only(before, after).drift is Drift.REATTRIBUTED
    same = page("Echo", (FULL, "Ada Reed")), page("Echo2", (FULL, "Ada Reed"))
    for one in same:
        one.address = "echo.example/race"
    assert not compared(*same)


def test_who_leads_an_office_by_the_way_is_still_who_they_are_named() -> None:
    """ "..., after five months as head of the office" does not make them the last who spoke."""
    first, second = (
        page("Echo", (FULL, "Ada Reed, who was named warden after a year as head of the office")),
        page("Post", (FULL, "Ada Reed")),
    )
    first.says("A headline", "prosecutors", cue="")
    assert only(first, second).drift is Drift.IDENTICAL


WAYS: dict[str, Callable[[list[str]], list[str]]] = {
    "whole": lambda words: words,
    "begun": lambda words: words[: len(words) // 2 + 1],
    "ended": lambda words: words[len(words) // 2 - 1 :],
    "changed": lambda words: ["other", *words[1:]],
}


@settings(max_examples=60, deadline=None)
@given(st.lists(SENTENCES, min_size=1, max_size=3), st.data())
def test_a_document_more_finds_what_it_would_find_among_all(
    sentences: list[list[str]], data: st.DataObject
) -> None:
    """And beside it those that go back to the same, where they share a run of words with it."""
    pages = []
    for number in range(data.draw(st.integers(3, 5))):
        ways = [data.draw(st.sampled_from(sorted(WAYS))) for _ in sentences]
        said = [" ".join(WAYS[way](words)) for way, words in zip(ways, sentences, strict=True)]
        told = [(f"{words.capitalize()}.", "Ada Quill") for words in said]
        pages.append(page(f"p{number}", *told, day=f"2031-03-0{number + 1}"))
    last = pages[-1].source
    every = quoting(pages, pages).all
    found = quoting(pages[:-1], pages).beside(pages[-1].carried, pages[-1].said)
    shown = {row.fullest: row for row in found}
    for row in every:
        mine = [
            one for one in (row.fullest, *(v.wording for v in row.variants)) if one.source == last
        ]
        near = set[tuple[str, ...]]().union(*map(runs, mine))
        for variant in row.variants if mine else ():
            if variant.wording.source == last or near & runs(variant.wording):
                assert variant in shown[row.fullest].variants
    for row in found:
        (whole,) = (one for one in every if one.fullest == row.fullest)
        assert {one.wording for one in row.variants} <= {one.wording for one in whole.variants}


def runs(wording: WordingRow) -> set[tuple[str, ...]]:
    """Give the runs of three words of a wording."""
    words = wording.words.casefold().strip(".").split()
    return set(zip(words, words[1:], words[2:], strict=False))
