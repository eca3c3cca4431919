"""Makes files that have hung, blown up or fooled parsers, each in three sizes, and evil archives.

Run as `python tests/hostile.py FOLDER [SCALE]`. Every file is made here, from nothing; the largest
size is the one that did the harm when it was measured (scale 1), smaller scales run in tests.
"""

from __future__ import annotations

import random
import struct
import sys
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

MB = 1_000_000
SIZES = (0.01, 0.1, 1.0)

Named = tuple[str, bytes]


def corpus(scale: float = 1.0) -> Iterator[Named]:
    """Give every hostile file: its name and bytes. `scale` shrinks what is counted or weighed."""
    for number, size in enumerate(SIZES, start=1):
        for name, raw in _rows(size * scale):
            stem, _, suffix = name.partition(".")
            yield f"{stem}-{number}.{suffix}", raw
    yield from archives()


def _rows(size: float) -> Iterator[Named]:
    yield from _pages(size)
    yield from _messages(size)
    yield from _packed(size)
    yield from _texts(size)
    yield "stream.pdf", pdf(b" " * int(800 * MB * size))
    yield "picture.png", _png(max(8, int(30_000 * size**0.5)))


def _pages(size: float) -> Iterator[Named]:
    many = int(200_000 * size)
    yield "nested-div.html", b"<html><body>" + b"<div>" * many + b"deep" + b"</div>" * many
    yield "nested-table.html", b"<table><tr><td>" * many + b"deep"
    yield "nested-inline.html", b"<p>" + b"<b><i>" * many + b"deep"
    attributes = b" ".join(b'a%d="%d"' % (n, n) for n in range(many))
    yield "attributes.html", b"<html><body><p " + attributes + b">text</p>"
    yield "one-paragraph.html", b"<html><body><p>" + b"word " * int(4 * MB * size) + b"</p>"
    yield "open-comments.html", b"<html><body>" + b"<!--" * many + b"text"
    yield "open-scripts.html", b"<html><body>" + b"<script>" * many + b"text"
    yield "entities.html", b"<p>" + b"&amp;&lt;&#x41;&bogus" * many + b"</p>"
    yield "laughs.html", _laughs(max(2, int(9 * size**0.25)), "html") + b"<p>&l;</p>"
    yield "json-ld.html", (
        b'<script type="application/ld+json">' + b'{"a":' * many + b"1" + b"}" * many
        + b"</script><p>text</p>"
    )  # fmt: skip
    yield "noise.html", _noise(int(5 * MB * size))


def _messages(size: float) -> Iterator[Named]:
    many = int(100_000 * size)
    words = b"\r\n ".join([b"=?utf-8?q?a=C3=A9?="] * many)
    yield "encoded-words.eml", b"From: a@b.example\r\nSubject: " + words + b"\r\n\r\nbody\r\n"
    inner = b"From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x"
    part = b'\r\n\r\n--x\r\nContent-Type: text/plain; name="' + words + b'"\r\n\r\nbody\r\n--x--'
    yield "encoded-words-within.eml", inner + part
    yield "nested-parts.eml", _nested_parts(int(1_500 * size))
    yield "many-parts.eml", _many_parts(int(20_000 * size))
    yield "date-digits.eml", b"From: a@b.example\r\nDate: " + b"1" * many + b"\r\n\r\nbody text\r\n"
    yield (
        "date-ones.eml",
        b"From: a@b.example\r\nDate: " + b"1 " * (many // 10) + b"\r\n\r\nbody\r\n",
    )
    yield "mailbox.mbox", b"From a@b.example Mon Jan  1 2024\n\n\n" * (many // 5)


def _packed(size: float) -> Iterator[Named]:
    long_text = b"word " * int(60 * MB * size)
    yield "long-text.docx", docx(b"<w:p><w:r><w:t>" + long_text + b"</w:t></w:r></w:p>")
    yield "long-text.odt", odt(b"<text:p>" + long_text + b"</text:p>")
    many = int(200_000 * size)
    yield "nested.odt", odt(b"<text:section>" * many + b"deep" + b"</text:section>" * many)
    yield "nested.docx", docx(b"<w:tbl><w:tr><w:tc>" * many)
    depth = max(2, int(9 * size**0.25))
    yield "laughs.odt", odt(b"<text:p>&l;</text:p>", _laughs(depth, "x"))
    yield "laughs.docx", docx(b"<w:p><w:r><w:t>&l;</w:t></w:r></w:p>", _laughs(depth, "x"))
    outer = b'<!DOCTYPE x [<!ENTITY l SYSTEM "file:///etc/passwd">]>'
    yield "outer-entity.odt", odt(b"<text:p>before &l; after</text:p>", outer)
    yield "outer-entity.docx", docx(b"<w:p><w:r><w:t>b &l; a</w:t></w:r></w:p>", outer)
    yield "feed.xml", _laughs(depth, "rss") + b"<rss><channel><title>&l;</title></channel></rss>"


def _texts(size: float) -> Iterator[Named]:
    many = int(100_000 * size)
    yield "a-pump.txt", b"a" * max(37, many) + b"!"
    yield "byline-pump.txt", b"x\n\nBy " + b"A " * many + b"!"
    yield "credit-pump.txt", b"x\n\n" + b"Photo: A/" * many + b"!"
    yield "share-pump.txt", b"x\n\n" + b"share 1.2k, | " * many + b"!"
    yield "bars.txt", b"| " * many
    yield "lines.txt", b"a\n\n" * many
    yield "noise.txt", _noise(int(5 * MB * size))
    yield "nul.txt", b"\x00" * int(5 * MB * size)
    yield "nested.jsonl", b'{"id": 1, "text": ' + b"[" * many + b"\n"
    yield "long-line.jsonl", b'{"id": 1, "text": "' + b"a" * int(40 * MB * size) + b"\n"
    yield "date.jsonl", b'{"id": 1, "text": "a text", "published": "' + b"1" * many + b'"}\n'
    yield "bomb.jsonl.gz", _gzip(b'{"id": 1, "text": "' + b" " * int(300 * MB * size) + b'"}\n')
    name = b"../" * max(1, int(100 * size)) + b"etc/passwd"
    yield "attached-path.eml", _with_attachment(name)
    yield "headings.md", b"# a\n" * many
    yield "table.md", b"|a|b|\n|-|-|\n" * many


def archives() -> Iterator[Named]:
    """Give archives that lie about names, sizes and kinds."""
    yield "slip.zip", _zip([("../../slip.txt", b"slipped out"), ("good.txt", b"a good text")])
    yield "slip-inside.zip", _zip([("a/../../../slip.txt", b"slipped out")])
    yield "backslash.zip", _zip([("..\\..\\slip.txt", b"slipped out")])
    yield "absolute.zip", _zip([("/tmp/slip.txt", b"slipped out")])
    yield "drive.zip", _zip([("C:\\slip.txt", b"slipped out"), ("c:/slip.txt", b"slipped out")])
    yield "nul.zip", _zip([("goodX.txt", b"slipped out")]).replace(b"goodX", b"good\x00")
    yield "link.zip", _zip([("link.txt", b"/etc/passwd")], mode=0o120777)
    yield "device.zip", _zip([("device.txt", b"")], mode=0o020666)
    yield "pipe.zip", _zip([("pipe.txt", b"")], mode=0o010666)
    yield "twice.zip", _zip([("same.txt", b"the first text"), ("same.txt", b"the second text")])
    yield "members-9999.zip", _zip([(f"{n}.txt", b"text %d" % n) for n in range(9_999)])
    yield "members-10001.zip", _zip([(f"{n}.txt", b"") for n in range(10_001)])
    yield "bomb.zip", _zip([("zeros.txt", b"\x00" * 40 * MB), ("good.txt", b"a good text")])
    yield "cut.zip", _zip([("good.txt", b"a good text" * 99)])[:-30]
    yield "lying.zip", _lying()
    yield "encrypted.zip", _encrypted()
    yield "deep.zip", _deep(6)
    yield "empty.zip", _zip([])
    yield "not-a-zip.zip", b"this is not an archive"
    yield "zip-as-text.txt", _zip([("good.txt", b"a good text")])


def pdf(stream: bytes) -> bytes:
    """Make a PDF of one page whose content is `stream`, packed."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R"
        b">>>>>>",
    ]
    packed = zlib.compress(stream, 9)
    objects.append(
        b"<</Filter/FlateDecode/Length %d>>stream\n" % len(packed) + packed + b"\nendstream"
    )
    objects.append(b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
    return written(objects)


def written(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """Write PDF objects, numbered from 1, the first of them the catalogue."""
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj" % number + body + b"endobj\n"
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    root = b"trailer<</Size %d/Root 1 0 R%s>>\n" % (len(objects) + 1, trailer)
    return out + root + b"startxref\n%d\n%%%%EOF" % table


def docx(body: bytes, doctype: bytes = b"") -> bytes:
    """Make a Word file with this body."""
    types = (
        b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        b'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        b'relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.'
        b'openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    relations = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        b'relationships/officeDocument" Target="word/document.xml"/></Relationships>'
    )
    name = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    document = doctype + b'<w:document xmlns:w="' + name + b'"><w:body>' + body
    document += b"</w:body></w:document>"
    members = [("[Content_Types].xml", types), ("_rels/.rels", relations)]
    return _zip([*members, ("word/document.xml", document)])


def odt(body: bytes, doctype: bytes = b"") -> bytes:
    """Make an OpenDocument text with this body."""
    names = b"".join(
        b' xmlns:%s="urn:oasis:names:tc:opendocument:xmlns:%s:1.0"' % (name, name)
        for name in (b"office", b"text", b"table")
    )
    content = doctype + b"<office:document-content" + names + b"><office:body><office:text>" + body
    content += b"</office:text></office:body></office:document-content>"
    kind = b"application/vnd.oasis.opendocument.text"
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("mimetype", kind)
        package.writestr("content.xml", content, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _laughs(depth: int, root: str) -> bytes:
    lines = ['<!ENTITY l0 "ha">']
    for level in range(1, depth):
        lines.append(f'<!ENTITY l{level} "{f"&l{level - 1};" * 10}">')
    lines.append(f'<!ENTITY l "&l{depth - 1};">')
    return f"<!DOCTYPE {root} [{''.join(lines)}]>".encode()


def _nested_parts(depth: int) -> bytes:
    out = b"From: a@b.example\r\nMIME-Version: 1.0\r\n"
    for level in range(max(1, depth)):
        out += b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (level, level)
    return out + b"Content-Type: text/plain\r\n\r\nthe innermost text\r\n"


def _many_parts(count: int) -> bytes:
    head = (
        b"From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n"
    )
    return (
        head + b"\r\n" + b"--b\r\nContent-Type: text/plain\r\n\r\na part\r\n" * count + b"--b--\r\n"
    )


def _with_attachment(name: bytes) -> bytes:
    return (
        b"From: a@b.example\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n"
        b"--b\r\nContent-Type: text/plain\r\n\r\nsee attached\r\n"
        b"--b\r\nContent-Type: text/plain\r\n"
        b'Content-Disposition: attachment; filename="'
        + name
        + b'"\r\n\r\nattached text\r\n--b--\r\n'
    )


def _noise(length: int) -> bytes:
    return random.Random(7).randbytes(length)


def _gzip(raw: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return packer.compress(raw) + packer.flush()


def _png(side: int) -> bytes:
    """Make a picture of side x side points, one bit each, all black."""
    packer = zlib.compressobj(9)
    row = bytes(1 + (side + 7) // 8)
    data = b"".join(packer.compress(row) for _ in range(side)) + packer.flush()
    out = b"\x89PNG\r\n\x1a\n"
    head = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    for kind, body in ((b"IHDR", head), (b"IDAT", data), (b"IEND", b"")):
        out += struct.pack(">I", len(body)) + kind + body
        out += struct.pack(">I", zlib.crc32(kind + body))
    return out


def _zip(members: list[Named], mode: int = 0o100644) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, raw in members:
            info = zipfile.ZipInfo(name)
            info.external_attr = mode << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            if name in archive.NameToInfo:
                archive.NameToInfo.pop(name)  # or zipfile warns of the doublet we want
            archive.writestr(info, raw)
    return out.getvalue()


def _lying() -> bytes:
    """An archive whose directory says that a member is 10 bytes long, when it is 10,000."""
    raw = _zip([("good.txt", b"x" * 10_000)])
    return raw.replace(struct.pack("<I", 10_000), struct.pack("<I", 10))


def _encrypted() -> bytes:
    raw = bytearray(_zip([("good.txt", b"a good text")]))
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    return bytes(raw)


def _deep(levels: int) -> bytes:
    raw = _zip([("good.txt", b"a good text")])
    for level in range(levels):
        raw = _zip([(f"level-{level}.zip", raw), (f"beside-{level}.txt", b"a text beside")])
    return raw


def main() -> None:
    """Write the corpus into the folder named on the command line."""
    folder = Path(sys.argv[1])
    scale = float(sys.argv[2]) if len(sys.argv) > 2 else 1.0
    folder.mkdir(parents=True, exist_ok=True)
    for name, raw in corpus(scale):
        (folder / name).write_bytes(raw)


if __name__ == "__main__":
    main()
