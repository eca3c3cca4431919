"""Word and OpenDocument files: the body in its order, and nothing that a trap could unpack."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import docx
import pytest

from hostile import docx as raw_docx
from hostile import odt as raw_odt
from onrecord.core.errors import Refused
from onrecord.core.vocabulary import BlockKind
from onrecord.intake import LIMITS
from onrecord.intake.docx import read_docx
from onrecord.intake.extracted import Extracted
from onrecord.intake.odt import read_odt


def shown(found: Extracted) -> list[tuple[str, str]]:
    return [(block.kind.value, block.at.of(found.characters)) for block in found.blocks]


def word_file() -> bytes:
    document = docx.Document()
    document.core_properties.title = "Hearing of the inquiry"
    document.core_properties.author = "Ottoline Marsh"
    document.add_heading("The hearing", level=1)
    document.add_paragraph("5 March 2024")
    document.add_paragraph("The clerk denied it.")
    document.add_heading("Later", level=2)
    document.add_paragraph("first question", style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    for number, words in enumerate(("Name", "Post", "Marsh", "clerk")):
        table.cell(number // 2, number % 2).text = words
    document.add_paragraph("It closed at noon.")
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def test_a_word_file_is_read_in_the_order_of_its_body() -> None:
    """Headings, lists and tables stand where they stood."""
    found = read_docx(word_file(), LIMITS)
    assert shown(found) == [
        ("headline", "The hearing"),
        ("dateline", "5 March 2024"),
        ("paragraph", "The clerk denied it."),
        ("paragraph", "Later"),
        ("list", "first question"),
        ("table", "Name\tPost\nMarsh\tclerk"),
        ("paragraph", "It closed at noon."),
    ]
    assert (found.metadata.title and found.metadata.title.value) == "Hearing of the inquiry"
    assert (found.metadata.byline and found.metadata.byline.value) == "Ottoline Marsh"
    assert (found.metadata.published and found.metadata.published.value) == "2024-03-05"


def test_an_opendocument_text_is_read_in_the_order_of_its_body() -> None:
    """Deleted text and notes are left out; white space is folded as the format has it."""
    body = (
        b"<text:h>The\n  hearing</text:h><text:p>The <text:span>clerk</text:span><text:s/>denied"
        b" it.</text:p><text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
        b"<text:list><text:list-item><text:p>one</text:p></text:list-item></text:list>"
        b"<text:section><text:p>Inside.<text:note><text:p>aside</text:p></text:note></text:p>"
        b"</text:section><table:table><table:table-row><table:table-cell><text:p>a</text:p>"
        b"</table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell>"
        b"</table:table-row></table:table>"
    )
    assert shown(read_odt(raw_odt(body), LIMITS)) == [
        ("headline", "The hearing"),
        ("paragraph", "The clerk denied it."),
        ("list", "one"),
        ("paragraph", "Inside."),
        ("table", "a\tb"),
    ]


@pytest.mark.parametrize("doctype", [b"<!DOCTYPE x []>", b'<!doctype x SYSTEM "file:///etc/x">'])
def test_a_document_type_is_refused_before_it_is_parsed(doctype: bytes) -> None:
    """Office files have none; those that have one mean to expand or to fetch."""
    with pytest.raises(Refused, match="document type"):
        read_docx(raw_docx(b"<w:p/>", doctype), LIMITS)
    with pytest.raises(Refused, match="document type"):
        read_odt(raw_odt(b"<text:p/>", doctype), LIMITS)


def test_a_file_that_unpacks_to_too_much_is_refused_before_it_does() -> None:
    """By size and by ratio, as its directory declares them."""
    raw = raw_docx(b"<w:p><w:r><w:t>" + b"word " * 500_000 + b"</w:t></w:r></w:p>")
    with pytest.raises(Refused, match="100 times its size"):
        read_docx(raw, LIMITS)
    small = replace(LIMITS, unpacked_bytes=1_000)
    with pytest.raises(Refused, match="unpacks to more than 1,000 bytes"):
        read_docx(word_file(), small)


def test_what_is_no_such_file_is_damaged() -> None:
    """Cut off, or something else under its name."""
    for raw in (word_file()[:-40], b"not a zip", raw_odt(b"<text:p/>")):
        with pytest.raises(Refused):
            read_docx(raw, LIMITS)


def test_headlines_come_once() -> None:
    """Chapters below the first heading are part of the text."""
    body = b"<text:h>One</text:h><text:h>Two</text:h>"
    kinds = [block.kind for block in read_odt(raw_odt(body), LIMITS).blocks]
    assert kinds == [BlockKind.HEADLINE, BlockKind.PARAGRAPH]
