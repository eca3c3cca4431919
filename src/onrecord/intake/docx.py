"""Word documents: paragraphs, lists and tables in the order of the body, and the core properties.

The package is weighed before it is unpacked. Text boxes, comments and tracked changes are not read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from io import BytesIO
from typing import Any

from onrecord.core.errors import Refused
from onrecord.core.vocabulary import Attested, Basis, BlockKind, Metadata
from onrecord.intake import archive, wording
from onrecord.intake.building import Building
from onrecord.intake.extracted import Extracted
from onrecord.intake.limits import Limits

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
    try:
        document = docx.Document(BytesIO(raw))
    except (KeyError, ValueError) as error:
        raise Refused("damaged", f"not a sound Word document: {error}") from error
    building = Building()
    for kind, words in _classified(_blocks(document.iter_inner_content())):
        building.block(kind, words)
    return building.extracted(_metadata(document.core_properties))


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
        cells = []
        for cell in row.cells:
            words = " ".join(cell.text.split())
            if not cells or cell is not row.cells[0]:
                cells.append(words)
        yield "\t".join(cells).strip()


def _classified(blocks: Iterable[tuple[str, str]]) -> Iterator[tuple[BlockKind, str]]:
    has_headline = False
    for style, words in blocks:
        if not words:
            continue
        kind = _kind(style, words)
        if style.startswith(_HEADLINES) and not has_headline:
            kind, has_headline = BlockKind.HEADLINE, True
        yield kind, words


def _kind(style: str, words: str) -> BlockKind:
    if style == "table":
        return BlockKind.TABLE
    if style.startswith("list"):
        return BlockKind.LIST
    if style.startswith("caption"):
        return BlockKind.CAPTION
    return BlockKind.BOILERPLATE if wording.is_furniture(words) else BlockKind.PARAGRAPH


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
