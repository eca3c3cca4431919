"""PDF: the text layer, its lines joined to paragraphs, each line with its box on the page.

Lines that stand at the edge of many pages are boilerplate. Pictures of text are not read: a file
without a text layer is refused, since guessing letters is another tool's work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.core.errors import Refused
from onrecord.core.spans import Span, Stretch
from onrecord.core.vocabulary import Attested, Basis, Block, BlockKind, Metadata
from onrecord.intake import days, head
from onrecord.intake.building import Building
from onrecord.intake.extracted import Extracted
from onrecord.intake.limits import Limits
from onrecord.intake.pdf_paragraphs import Paragraph, Words, paragraphs

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

    from onrecord.intake.pdf_lines import Line

# What programs write where nobody gave a name.
_NOBODY = {"(anonymous)", "anonymous", "(unspecified)", "untitled", "unknown", "user", "author"}


def read_pdf(raw: bytes, limits: Limits) -> Extracted:
    """Read a PDF file.

    Raises:
        Refused: encrypted, damaged, too long, or without a text layer.
    """
    document = _opened(raw)
    try:
        if len(document) > limits.pages:
            raise Refused("limit", f"{len(document):,} pages; at most {limits.pages:,} are read")
        pages = _pages(document, limits)
        if not any(pages):
            raise Refused("empty", "no text layer; OCR is not part of this version")
        found = paragraphs(pages)
        words = Words(line.words for page in pages for line in page)
        return _extracted(found, words, document.get_metadata_dict())
    finally:
        document.close()


def _opened(raw: bytes) -> PdfDocument:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise Refused("encrypted", "it is encrypted", help="take the password off") from error
        raise Refused("damaged", f"not a sound PDF: {error}") from error


def _pages(document: PdfDocument, limits: Limits) -> list[list[Line]]:
    from onrecord.intake.pdf_lines import lines_of

    pages = []
    characters = 0
    for number in range(len(document)):
        page = document[number]
        pages.append(lines_of(page, number + 1))
        page.close()
        characters += sum(len(line.words) for line in pages[-1])
        if characters > limits.text_characters:
            raise Refused("limit", f"more than {limits.text_characters:,} characters of text")
    return pages


def _extracted(found: list[Paragraph], words: Words, file: dict[str, str]) -> Extracted:
    building = Building()
    for number, paragraph in enumerate(found):
        characters, stretches = _joined(paragraph, words)
        kind = _kind(paragraph, characters, in_head=number < head.BLOCKS)
        building.part(characters, [Block(kind, Span(0, len(characters)))], stretches)
    made = days.day_of_pdf(file.get("CreationDate", ""))
    metadata = Metadata(
        title=_named(file.get("Title", "")),
        byline=_named(file.get("Author", "")),
        published=Attested(made, Basis.FILE) if made else None,
    )
    return head.with_visible(building.extracted(metadata))


def _joined(paragraph: Paragraph, words: Words) -> tuple[str, list[Stretch]]:
    """Put the lines of a paragraph in a row; each keeps its box."""
    characters = ""
    stretches = []
    for line in paragraph.lines:
        characters = words.join(characters, line.words) if characters else ""
        start = len(characters)
        characters += line.words
        stretches.append(Stretch(Span(start, len(characters)), line.box))
        # A hyphen may have gone from the end of the line before.
        if len(stretches) > 1 and stretches[-2].text.end > start:
            before = stretches[-2]
            stretches[-2] = Stretch(Span(before.text.start, start), before.raw)
    return characters, stretches


def _kind(paragraph: Paragraph, characters: str, *, in_head: bool) -> BlockKind:
    if paragraph.is_furniture:
        return BlockKind.BOILERPLATE
    if paragraph.is_headline:
        return BlockKind.HEADLINE
    return head.kind_of_paragraph(characters, in_head=in_head)


def _named(value: str) -> Attested | None:
    words = " ".join(value.split())
    return Attested(words, Basis.FILE) if words and words.lower() not in _NOBODY else None
