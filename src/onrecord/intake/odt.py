"""OpenDocument texts: headings, paragraphs, lists and tables of the body, and the file's own data.

The package is weighed before it is unpacked, and its XML is parsed without entities or network.
Deleted text that change tracking keeps, notes and comments are not read.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from onrecord.core.errors import Refused
from onrecord.core.vocabulary import Attested, Basis, BlockKind, Metadata
from onrecord.intake import archive, days, head
from onrecord.intake.building import Building
from onrecord.intake.extracted import Extracted
from onrecord.intake.limits import Limits

if TYPE_CHECKING:
    from lxml.etree import _Element

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_MANIFEST_ENCRYPTED = b"encryption-data"

_UNREAD = {
    f"{_TEXT}tracked-changes",
    f"{_TEXT}note",
    f"{_OFFICE}annotation",
    f"{_TEXT}sequence-decls",
}
_BLANKS = {f"{_TEXT}s": " ", f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}


def read_odt(raw: bytes, limits: Limits) -> Extracted:
    """Read an ODT file.

    Raises:
        Refused: it unpacks to too much, is encrypted, or is no sound ODT.
    """
    with archive.opened(BytesIO(raw), limits) as package:
        archive.weighed(package, limits)
        archive.without_doctype(package, "content.xml")
        if _MANIFEST_ENCRYPTED in _member(package, "META-INF/manifest.xml"):
            raise Refused("encrypted", "it is encrypted", help="take the password off")
        content = _parsed(_member(package, "content.xml"))
        meta = _parsed(_member(package, "meta.xml") or b"<none/>")
    body = content.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise Refused("damaged", "not an OpenDocument text: it has no body")
    building = Building()
    has_headline = False
    for number, (kind, words) in enumerate(_blocks(body)):
        if kind is BlockKind.HEADLINE:
            building.block(BlockKind.PARAGRAPH if has_headline else kind, words)
            has_headline = True
        elif kind is BlockKind.PARAGRAPH:
            in_head = number < head.BLOCKS
            building.block(head.kind_of_paragraph(words, in_head=in_head), words)
        else:
            building.block(kind, words)
    return head.with_visible(building.extracted(_metadata(meta)))


def _member(package: zipfile.ZipFile, name: str) -> bytes:
    try:
        return package.read(name)
    except KeyError:
        return b""


def _parsed(xml: bytes) -> _Element:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise Refused("damaged", f"its XML is broken: {error}") from error


def _blocks(element: _Element) -> Iterator[tuple[BlockKind, str]]:
    for child in element:
        if child.tag in _UNREAD or not isinstance(child.tag, str):
            continue
        if child.tag == f"{_TEXT}h":
            yield BlockKind.HEADLINE, _words(child)
        elif child.tag == f"{_TEXT}p":
            yield BlockKind.PARAGRAPH, _words(child)
        elif child.tag == f"{_TEXT}list":
            yield BlockKind.LIST, "\n".join(_items(child))
        elif child.tag == f"{_TABLE}table":
            yield BlockKind.TABLE, "\n".join(_rows(child))
        else:
            yield from _blocks(child)


def _items(outer: _Element) -> Iterator[str]:
    for paragraph in outer.iter(f"{_TEXT}p", f"{_TEXT}h"):
        words = _words(paragraph)
        if words:
            yield words


def _rows(table: _Element) -> Iterator[str]:
    for row in table.iter(f"{_TABLE}table-row"):
        cells = [" ".join(_items(cell)) for cell in row.iter(f"{_TABLE}table-cell")]
        if any(cells):
            yield "\t".join(cells).strip()


def _words(paragraph: _Element) -> str:
    return "".join(_pieces(paragraph)).strip()


def _pieces(element: _Element) -> Iterator[str]:
    """Give the text below an element. White space is folded, as the format has it."""
    yield _folded(element.text)
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _UNREAD:
            if child.tag in _BLANKS:
                yield _BLANKS[child.tag]
            else:
                yield from _pieces(child)
        yield _folded(child.tail)


def _folded(text: str | None) -> str:
    if not text:
        return ""
    words = " ".join(text.split())
    before, after = text[:1].isspace(), text[-1:].isspace()
    return f"{' ' * before}{words}{' ' * after}" if words else " "


def _metadata(meta: _Element) -> Metadata:
    def value(*tags: str) -> str:
        for tag in tags:
            for element in meta.iter(tag):
                if element.text and element.text.strip():
                    return " ".join(element.text.split())
        return ""

    return Metadata(
        title=_of_file(value(f"{_DC}title")),
        byline=_of_file(value(f"{_META}initial-creator", f"{_DC}creator")),
        published=_of_file(days.day_of(value(f"{_META}creation-date")) or ""),
        modified=_of_file(days.day_of(value(f"{_DC}date")) or ""),
        language=_of_file(value(f"{_DC}language")),
    )


def _of_file(value: str) -> Attested | None:
    return Attested(value, Basis.FILE) if value else None
