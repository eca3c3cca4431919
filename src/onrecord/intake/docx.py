"""Word documents: paragraphs, lists and tables in the order of the body, and the core properties.

The package is weighed before it is unpacked. Text boxes, comments and tracked changes are not read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from typing import Any

from onrecord.core.errors import Refused
from onrecord.core.vocabulary import Attested, Basis, BlockKind, Metadata
from onrecord.intake import archive, head
from onrecord.intake.building import Building
from onrecord.intake.extracted import Extracted
from onrecord.intake.limits import Limits

_STYLES = {
    "table": BlockKind.TABLE,
    "list": BlockKind.LIST,
    "caption": BlockKind.CAPTION,
    "heading": BlockKind.PARAGRAPH,
}
_HEADLINES = ("title", "heading 1")
# What python-docx writes into every new document; nobody's name and nobody's day.
_MADE_BY_TEMPLATE = ("python-docx", date(2013, 12, 23))


def read_docx(raw: bytes, limits: Limits) -> Extracted:
    """Read a DOCX file.

    Raises:
        Refused: it unpacks to too much, or is no sound DOCX.
    """
    import docx

    with archive.opened(BytesIO(raw), limits) as package:
        archive.weighed(package, limits)
        archive.without_doctype(package, "word/document.xml")
    try:
        document = docx.Document(BytesIO(raw))
    except (KeyError, ValueError) as error:
        raise Refused("damaged", f"not a sound Word document: {error}") from error
    building = Building()
    for kind, words in _classified(_blocks(document.iter_inner_content())):
        building.block(kind, words)
    made = head.with_visible(building.extracted(_metadata(document.core_properties)))
    return replace(made, alternatives=tuple(_alternatives(document.element)))


def _alternatives(body: Any) -> Iterator[str]:
    """Give the words that stand for pictures."""
    from docx.oxml.ns import qn

    for one in body.iter(qn("wp:docPr")):
        words = " ".join((one.get("descr") or "").split())
        if words:
            yield words


def _blocks(body: Iterable[Any]) -> Iterator[tuple[str, str]]:
    """Give the style name (small letters) and words of each paragraph; "table" for a table."""
    from docx.table import Table

    for inner in body:
        if isinstance(inner, Table):
            yield "table", "\n".join(_rows(inner))
        else:
            style = inner.style.name if inner.style is not None else ""
            yield (style or "").lower(), inner.text.strip()


def _rows(table: Any) -> Iterator[str]:
    for row in table.rows:
        cells: list[Any] = []
        for cell in row.cells:
            # A cell that spans several columns is given once for each.
            if not cells or cell._tc is not cells[-1]._tc:
                cells.append(cell)
        yield "\t".join(" ".join(cell.text.split()) for cell in cells).strip()


def _classified(blocks: Iterable[tuple[str, str]]) -> Iterator[tuple[BlockKind, str]]:
    has_headline = False
    for number, (style, words) in enumerate(block for block in blocks if block[1]):
        kind = _kind(style, words, in_head=number < head.BLOCKS)
        if style.startswith(_HEADLINES) and not has_headline:
            kind, has_headline = BlockKind.HEADLINE, True
        yield kind, words


def _kind(style: str, words: str, *, in_head: bool) -> BlockKind:
    for name, kind in _STYLES.items():
        if style.startswith(name):
            return kind
    return head.kind_of_paragraph(words, in_head=in_head)


def _metadata(properties: Any) -> Metadata:
    author, made = _MADE_BY_TEMPLATE
    created = properties.created
    return Metadata(
        title=_of_file(properties.title),
        byline=_of_file(properties.author if properties.author != author else ""),
        published=_day(created if created is None or created.date() != made else None),
        modified=_day(properties.modified),
        language=_of_file(properties.language),
    )


def _of_file(value: str | None) -> Attested | None:
    words = " ".join((value or "").split())
    return Attested(words, Basis.FILE) if words else None


def _day(moment: datetime | None) -> Attested | None:
    return Attested(moment.date().isoformat(), Basis.FILE) if moment is not None else None
