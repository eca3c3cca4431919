"""A page becomes blocks of their kinds: the article told from what stands around it, all kept."""

from __future__ import annotations

import pytest

from onrecord.core.vocabulary import BlockKind
from onrecord.intake.html import read_html

PAGE = """<!doctype html><html lang=en>
<head><title>Harbour board drops inquiry | Courier</title></head>
<body><nav><ul><li><a href=/>Home</a><li><a href=/n>News</a></ul></nav>
<div class="cookie-banner">We use cookies to make this site better for all who read it.</div>
<article>
<h1>Harbour board drops inquiry</h1>
<p class="byline">By Tamsin Orrell</p> <time datetime="2025-03-04">4 March 2025</time>
<div class=share><a href=#>Share</a> 214 shares</div>
<figure><img src=a.jpg alt="not text"><figcaption>The harbour office last winter.
 Photograph: Ben Aske/Northlight</figcaption></figure>
<p>The harbour board has dropped its inquiry into the missing ledgers, its chair said on Tuesday,
 after two members withdrew what they had <b>told</b> it.</p>
<p>“We have nothing left to ask,” she said.</p>
<aside><a href=#end>skip past newsletter promotion</a>
<p>Sign up to First Light, our free newsletter with the main stories of the day, every day.</p>
</aside>
<h2>What was alleged</h2>
<ul><li>that a clerk kept two ledgers;</li><li>that the board knew.</li></ul>
<table><tr><th>Year<th>Fees<tr><td>2023<td>1,200<tr><td>2024<td>900</table>
<blockquote>The clerk, who was never named in any of the papers of the board, could not be reached
for comment on Tuesday.</blockquote>
<p>Read Entire Article</p>
<p><a href=y>Read more: the ledgers explained</a></p>
</article>
<section class=comments><h3>2 comments</h3><p>I never believed a word of it, and I said so at the
time to everyone who would listen to me, whatever they thought of it.</p></section>
<footer>© 2025 The Courier. All rights reserved.</footer></body></html>"""


def blocks(page: str) -> list[tuple[str, str]]:
    found = read_html(page.encode())
    return [(block.kind.value, block.at.of(found.characters)) for block in found.blocks]


def of_kind(page: str, kind: BlockKind) -> list[str]:
    return [words for found, words in blocks(page) if found == kind]


def test_an_article_is_told_from_its_page() -> None:
    """Headline, byline, day, paragraphs, list, table, caption and credit each have their kind."""
    told = [(kind, words) for kind, words in blocks(PAGE) if kind != BlockKind.BOILERPLATE]
    assert told == [
        ("headline", "Harbour board drops inquiry"),
        ("byline", "By Tamsin Orrell"),
        ("dateline", "4 March 2025"),
        ("caption", "The harbour office last winter."),
        ("credit", "Photograph: Ben Aske/Northlight"),
        (
            "paragraph",
            "The harbour board has dropped its inquiry into the missing ledgers, its chair said on "
            "Tuesday, after two members withdrew what they had told it.",
        ),
        ("paragraph", "“We have nothing left to ask,” she said."),
        ("paragraph", "What was alleged"),
        ("list", "that a clerk kept two ledgers;\nthat the board knew."),
        ("table", "Year\tFees\n2023\t1,200\n2024\t900"),
        (
            "paragraph",
            "The clerk, who was never named in any of the papers of the board, could not be "
            "reached for comment on Tuesday.",
        ),
    ]


@pytest.mark.parametrize(
    "furniture",
    [
        "Home\nNews",
        "We use cookies to make this site better for all who read it.",
        "Share 214 shares",
        "skip past newsletter promotion",
        "Read Entire Article",
        "Read more: the ledgers explained",
        "2 comments",
        "© 2025 The Courier. All rights reserved.",
    ],
)
def test_furniture_is_kept_and_marked(furniture: str) -> None:
    """Nothing of the page is cut out; what is not the article is boilerplate."""
    assert furniture in of_kind(PAGE, BlockKind.BOILERPLATE)


def test_readers_comments_are_no_part_of_the_article() -> None:
    """However long they are."""
    comment = "<p>And another thing that I have to say about this board and its harbour.</p>"
    page = PAGE.replace("</section>", comment * 30 + "</section>")
    assert of_kind(page, BlockKind.PARAGRAPH) == of_kind(PAGE, BlockKind.PARAGRAPH)


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>var words = 1</script>",
        "<style>p {}</style>",
        "<template>words</template>",
        "<noscript>words</noscript>",
        "<p hidden>words</p>",
        "<p style='display: none'>words</p>",
        "<p aria-hidden=true>words</p>",
        "<!-- words -->",
        "<img alt='words'>",
        "<select><option>words</select>",
        "<textarea>words</textarea>",
        "<svg><title>words</title></svg>",
        "<iframe>words</iframe>",
    ],
)
def test_what_a_page_hides_is_no_text(unseen: str) -> None:
    """A block that no reader of the page sees is left out."""
    assert blocks(f"<p>Seen.</p>{unseen}<p>Seen too.</p>") == [
        ("paragraph", "Seen."),
        ("paragraph", "Seen too."),
    ]


def test_a_label_that_turns_out_to_be_a_sentence_is_text() -> None:
    """Wordings of furniture are furniture only where they stand as labels."""
    page = PAGE.replace("<h2>", "<p>Share prices fell sharply on Tuesday.</p><p>Share</p><h2>")
    assert "Share prices fell sharply on Tuesday." in of_kind(page, BlockKind.PARAGRAPH)
    assert "Share" in of_kind(page, BlockKind.BOILERPLATE)


def test_a_short_article_under_many_comments_is_still_the_article() -> None:
    """A discussion is none of it, unless the page's own headline stands in it."""
    story = "<h1>Ferry stops</h1><p>The ferry stops at the end of the week, the council said.</p>"
    comment = (
        "<p>And what are we now to do, who live on the far side and work on this one, I ask?</p>"
    )
    page = f"{story}<div class=comments>{comment * 40}</div>"
    said = "The ferry stops at the end of the week, the council said."
    assert of_kind(page, BlockKind.PARAGRAPH) == [said]
    assert len(of_kind(f"<div class=comments>{story}{comment}</div>", BlockKind.PARAGRAPH)) == 2


def test_a_page_that_unveils_itself_by_script_is_read() -> None:
    """A hidden body is shown a moment later by every browser."""
    assert blocks("<body style='visibility:hidden'><p>Seen.") == [("paragraph", "Seen.")]


def test_the_standfirst_belongs_to_the_headline() -> None:
    """The line under the headline often says what nothing else on the page does."""
    under = "</h1><p>Two members say they were told what to write</p>"
    headlines = of_kind(PAGE.replace("</h1>", under), BlockKind.HEADLINE)
    assert headlines == [
        "Harbour board drops inquiry",
        "Two members say they were told what to write",
    ]


def test_a_short_last_sentence_and_a_correction_are_text() -> None:
    """They stand in the article's own container, though short or behind an advertisement."""
    story = "The harbour board met for the {} time and put off what it had come to decide, again."
    boxes = [f"<div class=par>{story.format(n)}</div>" for n in ("first", "second", "third")]
    end = "<div class=par>Neither replied.</div><div class=ad>Win a boat</div>"
    correction = "<div class=corr>Correction: the board met on Monday.</div>"
    page = f"<div class=story>{''.join(boxes)}{end}{correction}</div><div>Elsewhere.</div>"
    said = of_kind(page, BlockKind.PARAGRAPH)
    assert said[3:] == ["Neither replied.", "Correction: the board met on Monday."]


def test_a_headline_and_a_day_are_known_without_tags_of_their_own() -> None:
    """Old pages have neither h1 nor time; the title and the wording show them."""
    story = (
        "The harbour board met for the third time and put off what it had come to decide, again."
    )
    page = (
        "<title>Agency - Board puts off its decision</title><div>Board puts off its decision</div>"
        f"<div>6 March 2025 14:22</div><div>{story}</div>"
    )
    assert blocks(page)[:2] == [
        ("headline", "Board puts off its decision"),
        ("dateline", "6 March 2025 14:22"),
    ]


def test_teasers_under_links_are_no_article() -> None:
    """Paragraphs that each stand under a linked heading advertise other pages."""
    teaser = "<li><h3><a href=x>Another story altogether</a></h3><div class=t>{}</div></li>"
    story = "A teaser of some length that tells the beginning of quite another story, {}."
    teasers = "".join(teaser.format(story.format(n)) for n in range(12))
    page = PAGE.replace("<footer>", f"<ul>{teasers}</ul><footer>")
    assert of_kind(page, BlockKind.PARAGRAPH) == of_kind(PAGE, BlockKind.PARAGRAPH)


def test_paragraphs_in_boxes_of_a_suspicious_name_are_the_article_where_they_are_most_of_it() -> (
    None
):
    """What a class is called counts less than where the text of the page stands."""
    box = "<div class='card'><p>{}</p></div>"
    story = "The harbour board met for the {} time and put off what it had come to decide again."
    page = "".join(box.format(story.format(n)) for n in ("first", "second", "third", "fourth"))
    assert len(of_kind(page, BlockKind.PARAGRAPH)) == 4


def test_a_body_repeated_in_the_head_vouches_for_its_blocks() -> None:
    """JSON-LD that carries the article's body shows which blocks are the article."""
    story = "The tide gauge had been read by nobody since the spring, the clerk told the board."
    rest = (
        "<p>The board met again, and again it put off all that it had come there to decide.</p>" * 3
    )
    page = f"<aside class=promo><p>{story}</p></aside>{rest}"
    told = (
        f'<script type="application/ld+json">{{"@type":"Article","articleBody":"{story}"}}</script>'
    )
    assert story in of_kind(page, BlockKind.BOILERPLATE)
    assert story in of_kind(told + page, BlockKind.PARAGRAPH)


def test_line_breaks_part_paragraphs_when_doubled() -> None:
    """Old pages have no paragraphs, only breaks; a single one is a line of the same block."""
    assert blocks("<div>One line<br>and the next.<br><br>Another.</div>") == [
        ("paragraph", "One line\nand the next."),
        ("paragraph", "Another."),
    ]


def test_preformatted_text_keeps_its_lines() -> None:
    """A letter set in typewriter text is read line by line."""
    assert blocks("<pre>Dear sirs,\n  I write\n</pre>") == [("paragraph", "Dear sirs,\nI write")]


def test_a_table_for_layout_is_no_table() -> None:
    """A table that holds headings and paragraphs is a page's frame."""
    page = (
        "<table><tr><td>Menu</td><td><h1>A title of some words</h1><p>Said.</p></td></tr></table>"
    )
    assert BlockKind.TABLE not in [kind for kind, _ in blocks(page)]


def test_a_closing_line_of_an_agency_names_its_writers() -> None:
    """It is a byline wherever it stands last."""
    page = PAGE.replace(
        "<p>Read Entire Article</p>", "<p>Reporting by A. Quill; editing by B. Oss</p>"
    )
    assert "Reporting by A. Quill; editing by B. Oss" in of_kind(page, BlockKind.BYLINE)


def test_a_page_of_a_few_words_is_still_text() -> None:
    """Where nothing looks like an article, what is no furniture is taken as it stands."""
    assert blocks("<div>No trial.</div>") == [("paragraph", "No trial.")]


def test_figures_within_figures_are_captions() -> None:
    """Nesting does not turn a caption into a paragraph."""
    page = (
        "<figure><figure><img src=a><figcaption>The quay.</figcaption></figure>Two quays.</figure>"
    )
    assert set(blocks(page)) == {("caption", "The quay."), ("caption", "Two quays.")}
