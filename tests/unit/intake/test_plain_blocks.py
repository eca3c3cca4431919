"""Plain text keeps every character and is cut where a reader sees a break."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.errors import Refused
from onrecord.core.vocabulary import BlockKind
from onrecord.intake.limits import LIMITS
from onrecord.intake.markdown import blocks_of_markdown, read_markdown
from onrecord.intake.plain import blocks_of, read_plain

ARTICLE = """Harbour inquiry drops two questions

By Ottoline Marsh

5 March 2024

2 hours ago 14

The harbour inquiry has dropped two of its seven questions, its chair said.

Dame Petra Quill stands at a lectern. She wears a green coat.
Petra Quill at the opening in May. Photograph: Ivo Lund/Coastal Wire

“Nothing was hidden,” said the clerk.

skip past newsletter promotion

The clerk did not respond to a second letter.

Read Entire Article
Harbour | Inquiry | | |"""

LETTERS = st.sampled_from(list("aB1 \t\n\r.>|:/-–“é\u2028\x0b😀")) | st.characters()
TEXTS = st.lists(
    st.sampled_from(["\n\n", "\r\n", "By Ann", "Photo: A/PA", "a | b", "- x"]) | LETTERS
).map("".join)


def kinds(text: str) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.at.of(text)) for block in blocks_of(text)]


def of_kind(text: str, kind: BlockKind) -> list[str]:
    return [words for found, words in kinds(text) if found is kind]


@given(TEXTS)
def test_blocks_lie_in_order_and_leave_out_only_white_space(text: str) -> None:
    """Every visible character belongs to exactly one block, in text and in Markdown."""
    for blocks in (blocks_of(text), list(blocks_of_markdown(text))):
        end = 0
        for block in blocks:
            assert not text[end : block.at.start].strip()
            assert block.at.of(text).strip() == block.at.of(text) != ""
            end = block.at.end
        assert not text[end:].strip()


def test_an_article_is_cut_into_its_head_its_prose_and_its_furniture() -> None:
    """Title, author and date open it; promotion, counters and tags are kept but marked."""
    assert of_kind(ARTICLE, BlockKind.HEADLINE) == ["Harbour inquiry drops two questions"]
    assert of_kind(ARTICLE, BlockKind.BYLINE) == ["By Ottoline Marsh"]
    assert of_kind(ARTICLE, BlockKind.DATELINE) == ["5 March 2024"]
    assert of_kind(ARTICLE, BlockKind.BOILERPLATE) == [
        "2 hours ago 14",
        "skip past newsletter promotion",
        "Read Entire Article",
        "Harbour | Inquiry | | |",
    ]
    assert len(of_kind(ARTICLE, BlockKind.PARAGRAPH)) == 3


def test_a_credit_makes_what_stands_before_it_in_its_group_a_caption() -> None:
    """The description for those who cannot see the picture is not the article's either."""
    [caption] = of_kind(ARTICLE, BlockKind.CAPTION)
    assert caption.startswith("Dame Petra Quill stands")
    assert caption.endswith("at the opening in May.")
    assert of_kind(ARTICLE, BlockKind.CREDIT) == ["Photograph: Ivo Lund/Coastal Wire"]


def test_without_a_blank_line_every_line_is_a_paragraph() -> None:
    """A text with one line per paragraph has no other break."""
    text = "Clerk resigns\nThe clerk has resigned.\nNo reason was given."
    assert [kind for kind, _ in kinds(text)] == [
        BlockKind.HEADLINE,
        BlockKind.PARAGRAPH,
        BlockKind.PARAGRAPH,
    ]


def test_lines_cut_to_a_width_are_sentences_again_where_no_blank_line_is() -> None:
    """A line that surely goes on tells that they were cut; then only a short line ends one."""
    words = (
        "The harbour board said that the gates of\nthe old lock had been left open over night by\n"
        "Ida Moss, who keeps them, since\n2016. She denies it.\nThe inquiry opens on Monday in the"
        "\ntown hall."
    )
    made = [block.at.of(words) for block in blocks_of(words)]
    assert [" ".join(one.split()) for one in made] == [
        "The harbour board said that the gates of the old lock had been left open over night by Ida"
        " Moss, who keeps them, since",
        "2016. She denies it.",
        "The inquiry opens on Monday in the town hall.",
    ]


def test_lines_that_each_say_something_stay_paragraphs() -> None:
    words = "Gates left open, board says\nIda Moss denies it.\nThe inquiry opens on Monday"
    made = [block.at.of(words) for block in blocks_of(words)]
    assert made == words.split("\n")


def test_hard_wrapped_lines_stay_one_paragraph() -> None:
    """Where blank lines part the paragraphs, a line break within one means nothing."""
    text = "Dear Chair,\n\nThe committee met this morning and\nagreed nothing at all.\n\nYours"
    assert (BlockKind.PARAGRAPH, "The committee met this morning and\nagreed nothing at all.") in (
        kinds(text)
    )


def test_a_first_line_that_ends_like_a_sentence_is_no_headline() -> None:
    """Prose that opens a text is prose."""
    assert kinds("It was denied.\n\nNothing more.")[0][0] is BlockKind.PARAGRAPH
    assert kinds("(10.00 am)\n\nMR LUND: Good morning.")[0][0] is BlockKind.PARAGRAPH


def test_prose_that_speaks_of_furniture_is_prose() -> None:
    """Only a line that says nothing else is taken for the page's own."""
    text = (
        "Title here\n\nReaders were told to sign up, the clerk said, and share the letter.\n\nEnd."
    )
    assert not of_kind(text, BlockKind.BOILERPLATE)


def test_numbered_lines_are_a_list_and_tabbed_lines_a_table() -> None:
    """What is set out in rows is kept apart from running text."""
    text = "Questions put\n\n1. Who knew?\n2. When?\n\nName\tPost\nMarsh\tclerk\n\nEnd."
    assert of_kind(text, BlockKind.LIST) == ["1. Who knew?\n2. When?"]
    assert of_kind(text, BlockKind.TABLE) == ["Name\tPost\nMarsh\tclerk"]


def test_the_characters_of_a_file_are_kept_but_for_its_mark() -> None:
    """Line ends of any kind stay, so that offsets fit the file; only a byte order mark goes."""
    found = read_plain("\ufeffOne\r\n\r\nTwo \u00ad three\r".encode(), LIMITS)
    assert found.characters == "One\r\n\r\nTwo \u00ad three\r"
    assert found.stretches[0].exact


def test_what_the_head_shows_becomes_metadata() -> None:
    """A day on the page is taken as shown; its basis says so."""
    found = read_plain(ARTICLE.encode(), LIMITS).metadata
    assert (found.published and found.published.value) == "2024-03-05"
    assert (found.byline and found.byline.value) == "Ottoline Marsh"
    assert (found.title and found.title.basis.value) == "visible"


def test_bytes_that_are_no_text_are_refused_whatever_their_name() -> None:
    """A program or a picture called .txt is not read as prose."""
    with pytest.raises(Refused, match="not a text"):
        read_plain(bytes(range(256)) * 50 + b"\x00" * 4000, LIMITS)


def test_markdown_keeps_its_marks_and_tells_its_blocks() -> None:
    """The first heading is the headline, later ones are paragraphs."""
    text = "---\ntitle: x\n---\n\n# Inquiry\nIt met.\n\n## Later\n\n* one\n* two\n\na|b\n-|-\n1|2\n"
    found = read_markdown(text.encode(), LIMITS)
    assert found.characters == text
    assert [(block.kind.value, block.at.of(text)) for block in found.blocks] == [
        ("boilerplate", "---\ntitle: x\n---"),
        ("headline", "# Inquiry"),
        ("paragraph", "It met."),
        ("paragraph", "## Later"),
        ("list", "* one\n* two"),
        ("table", "a|b\n-|-\n1|2"),
    ]
