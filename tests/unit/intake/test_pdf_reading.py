"""PDF: lines with their boxes, joined to paragraphs; page furniture apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hostile import pdf, written
from onrecord.core.errors import Refused
from onrecord.core.spans import Box, OffsetMap, Span
from onrecord.core.vocabulary import BlockKind
from onrecord.intake import LIMITS
from onrecord.intake.extracted import Extracted
from onrecord.intake.pdf import read_pdf

Drawn = tuple[float, float, float, str]  # left, bottom, size of letters, words

PROSE = [
    (72, 700, 20, "The harbour inquiry"),
    (72, 660, 10, "5 March 2024"),
    (
        72,
        630,
        10,
        "The clerk of the inquiry told the committee on Monday that she had never seen the",
    ),
    (
        72,
        618,
        10,
        "letters, and that nobody in her office had been asked about them before the hear-",
    ),
    (72, 606, 10, "ing in May."),
    (72, 580, 10, "The committee did not reply."),
]


def pages(*drawn: list[Drawn], trailer: bytes = b"") -> bytes:
    """Make a PDF with these lines on its pages."""
    count = len(drawn)
    kids = b" ".join(b"%d 0 R" % (4 + 2 * number) for number in range(count))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[" + kids + b"]/Count %d>>" % count,
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for number, lines in enumerate(drawn):
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F 3 0 R>>>>>>" % (5 + 2 * number)
        )
        stream = b"".join(
            b"BT /F %g Tf %g %g Td (%s) Tj ET\n" % (size, left, bottom, words.encode("cp1252"))
            for left, bottom, size, words in lines
        )
        objects.append(b"<</Length %d>>stream\n" % len(stream) + stream + b"endstream")
    objects.append(b"<</Title(Report of the inquiry)/CreationDate(D:20240401120000Z)>>")
    return written(objects, b"/Info %d 0 R" % len(objects) + trailer)


def shown(found: Extracted) -> list[tuple[str, str]]:
    return [(block.kind.value, block.at.of(found.characters)) for block in found.blocks]


def test_lines_become_paragraphs_and_cut_words_are_joined() -> None:
    """A step wider than the usual, or a short line that ends a sentence, ends a paragraph."""
    found = read_pdf(pages(PROSE), LIMITS)
    assert shown(found) == [
        ("headline", "The harbour inquiry"),
        ("dateline", "5 March 2024"),
        (
            "paragraph",
            "The clerk of the inquiry told the committee on Monday that she had never seen the "
            "letters, and that nobody in her office had been asked about them before the hearing "
            "in May.",
        ),
        ("paragraph", "The committee did not reply."),
    ]
    assert found.metadata.title is not None
    assert found.metadata.title.value == "Report of the inquiry"
    assert found.metadata.published is not None
    assert found.metadata.published.value == "2024-03-05"


def test_every_word_leads_to_its_box_on_the_page() -> None:
    """Also a word that two lines share."""
    found = read_pdf(pages(PROSE), LIMITS)
    at = found.characters.index("hearing")
    boxes = OffsetMap(found.stretches).raw(Span(at, at + 7))
    assert [type(box) for box in boxes] == [Box, Box]
    first, second = (box for box in boxes if isinstance(box, Box))
    assert first.page == second.page == 1
    assert 612 < first.bottom + 5 < 630
    assert 600 < second.bottom + 5 < 616
    assert all(stretch.text.start < stretch.text.end for stretch in found.stretches)


def test_what_repeats_at_the_edge_of_pages_is_boilerplate() -> None:
    """Running heads and page numbers, whatever the number; a paragraph goes on between them."""
    drawn: list[list[Drawn]] = [
        [
            (72, 800, 10, "Report of the inquiry"),
            (72, 700, 10, f"The {which} part of the evidence was heard in a closed room and"),
            (72, 688, 10, f"it was said to the {which} of the members who were there that"),
            (300, 40, 10, f"Page {number} of 4"),
        ]
        for number, which in enumerate(("first", "second", "third", "fourth"), start=1)
    ]
    drawn[1][1] = (72, 700, 10, "nothing of it had been kept.")
    found = read_pdf(pages(*drawn), LIMITS)
    aside = [words for kind, words in shown(found) if kind == "boilerplate"]
    assert aside.count("Report of the inquiry") == 4
    assert "Page 3 of 4" in aside
    assert "there that nothing of it had been kept." in found.characters


def test_a_hyphen_that_belongs_to_the_word_stays() -> None:
    """The document itself tells: it has the word with its hyphen elsewhere."""
    lines: list[Drawn] = [
        (72, 700, 10, "A well-known clerk was named, and the clerk who was until then a well-"),
        (72, 688, 10, "known figure in the town did not answer."),
    ]
    assert "a well-known figure" in read_pdf(pages(lines), LIMITS).characters


def test_a_scan_is_refused_with_what_it_lacks() -> None:
    """No text layer is not the same as nothing said."""
    with pytest.raises(Refused, match="no text layer") as refused:
        read_pdf(pdf(b"0 0 100 100 re f"), LIMITS)
    assert refused.value.code == "empty"


def test_encrypted_long_and_damaged_files_are_refused_each_by_its_name() -> None:
    """The reason says what would help."""
    locked = pages(
        PROSE,
        trailer=b"/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%s>/U<%s>>>/ID[<00><00>]"
        % (b"00" * 32, b"11" * 32),
    )
    with pytest.raises(Refused) as refused:
        read_pdf(locked, LIMITS)
    assert refused.value.code == "encrypted"
    with pytest.raises(Refused) as refused:
        read_pdf(pages(PROSE, PROSE), replace(LIMITS, pages=1))
    assert refused.value.code == "limit"
    with pytest.raises(Refused) as refused:
        read_pdf(b"%PDF-1.4 and nothing more", LIMITS)
    assert refused.value.code == "damaged"


def test_a_blank_page_among_others_is_no_obstacle() -> None:
    """It has no lines, and the text goes on after it."""
    found = read_pdf(pages(PROSE, [], PROSE[2:]), LIMITS)
    assert sum(block.kind is BlockKind.PARAGRAPH for block in found.blocks) >= 3
