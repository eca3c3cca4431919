"""What kind of document some bytes are: by their content first, by their name where that is mute.

A kind that no reader here knows is named all the same, so that a refusal can say what it was.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

HTML, PLAIN, MARKDOWN = "text/html", "text/plain", "text/markdown"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
MAIL, MBOX = "message/rfc822", "application/mbox"
ROWS, ROW = "application/jsonl", "application/json"
CSV, XML, YAML = "text/csv", "application/xml", "application/yaml"
ZIP, GZIP = "application/zip", "application/gzip"
OTHER = "application/octet-stream"

_BY_NAME = {
    ".html": HTML, ".htm": HTML, ".xhtml": HTML, ".shtml": HTML,
    ".txt": PLAIN, ".text": PLAIN, ".md": MARKDOWN, ".markdown": MARKDOWN,
    ".eml": MAIL, ".mbox": MBOX, ".jsonl": ROWS, ".ndjson": ROWS,
    ".pdf": PDF, ".docx": DOCX, ".odt": ODT, ".zip": ZIP,
}  # fmt: skip

_BINARY = {PDF, DOCX, ODT, ZIP}

# Text that is not a document of the case: reading it as prose would invent statements.
_NOT_PROSE = {
    ".json": ROW, ".xml": XML, ".css": "text/css", ".js": "text/javascript",
    ".csv": CSV, ".tsv": CSV, ".svg": "image/svg+xml", ".rtf": "application/rtf",
    ".ics": "text/calendar", ".vcf": "text/vcard", ".yaml": YAML,
    ".yml": YAML, ".py": "text/x-python", ".log": "text/x-log",
}  # fmt: skip

_MAGIC = (
    (b"%PDF-", PDF),
    (b"PK\x03\x04", ZIP),
    (b"PK\x05\x06", ZIP),
    (b"\x1f\x8b", GZIP),
    (b"{\\rtf", "application/rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"7z\xbc\xaf", "application/x-7z-compressed"),
    (b"Rar!", "application/vnd.rar"),
    (b"SQLite format 3", "application/vnd.sqlite3"),
    (b"\x7fELF", "application/x-executable"),
    (b"WARC/1.", "application/warc"),
)
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_LOOKS_HTML = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*|<!--.{0,500}?-->\s*)*"
    rb"<(?:!doctype html|html|head|body)\b",
    re.I | re.S,
)
_LOOKS_MAIL = re.compile(rb"(?:[A-Za-z][A-Za-z0-9-]{0,40}:[^\n]*\n(?:[ \t][^\n]*\n)*){2}")
_MAIL_HEADERS = re.compile(
    rb"^(?:from|received|return-path|message-id|mime-version|delivered-to):", re.I | re.M
)
_HEAD = 4096


def media_type(name: str, raw: bytes) -> str:
    """Say what `raw`, found under `name`, is; `OTHER` where nothing tells."""
    by_content = _magic(raw)
    suffix = PurePosixPath(name.lower()).suffix
    if by_content == ZIP:
        return _packed(raw)
    if by_content == GZIP:
        return ROWS if name.lower().endswith((".jsonl.gz", ".ndjson.gz")) else GZIP
    if by_content:
        return by_content
    if suffix in _BY_NAME:
        by_name = _BY_NAME[suffix]
        # An error page saved under the name of the file it stands for is a page.
        return HTML if by_name in _BINARY and _looks_html(raw) else by_name
    if suffix in _NOT_PROSE:
        return _NOT_PROSE[suffix]
    return _sniffed(raw)


def _magic(raw: bytes) -> str:
    start = raw[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    for mark, kind in _MAGIC:
        if start.startswith(mark):
            return kind
    return PDF if b"%PDF-" in raw[:1024] else ""


def _packed(raw: bytes) -> str:
    """Tell office documents from plain archives by the names that stand in the bytes."""
    if raw[30:38] == b"mimetype":
        declared = raw[38:120].split(b"PK", 1)[0].decode("ascii", "replace").strip()
        return ODT if declared.startswith(ODT) else declared or ZIP
    if b"[Content_Types].xml" in raw:
        return DOCX if b"word/document" in raw else "application/x-office-open-xml"
    return ZIP


def _looks_html(raw: bytes) -> bool:
    return bool(_LOOKS_HTML.match(raw[:_HEAD].lstrip(b"\xef\xbb\xbf")))


def _sniffed(raw: bytes) -> str:
    head = raw[:_HEAD]
    if _looks_html(raw):
        return HTML
    if head.startswith(b"From ") and _MAIL_HEADERS.search(head):
        return MBOX
    if _LOOKS_MAIL.match(head.replace(b"\r\n", b"\n")) and _MAIL_HEADERS.search(head):
        return MAIL
    if b"\x00" in head and not head.startswith(_WIDE_MARKS):
        return OTHER
    return PLAIN


def of_table(kind: str, raw: bytes) -> str:
    """Say what family a file of rows belongs to, by its first letter, whatever its name says.

    A file that is certainly something else (a page, a PDF, an archive) stays what it is.
    """
    if kind not in (PLAIN, MARKDOWN, ROW, CSV, XML) and kind not in _NOT_PROSE.values():
        return kind
    first = raw[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    return {b"{": ROW, b"[": ROW, b"<": XML, b"-": YAML}.get(first, CSV)
