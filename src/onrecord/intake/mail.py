"""E-mail: who wrote to whom, when, and what; what is attached becomes a source of its own.

The head of a message (From, To, Cc, Date) stands in the text as a reader is shown it, the subject
as headline. Quoted replies, signatures and notices are boilerplate: kept, not read as said here.
"""

from __future__ import annotations

import mimetypes
import re
from email import message_from_bytes, policy
from email.message import Message
from email.utils import parseaddr

from onrecord.core.errors import Refused
from onrecord.core.spans import Span, Stretch
from onrecord.core.vocabulary import Attested, Basis, BlockKind, Metadata
from onrecord.intake import days, kinds, names
from onrecord.intake.building import Building
from onrecord.intake.decode import decode
from onrecord.intake.extracted import Attachment, Extracted
from onrecord.intake.limits import Limits
from onrecord.intake.mail_body import body_blocks

HEAD_END = re.compile(rb"\r?\n\r?\n")
_FOLDED_FIELD = re.compile(rb"^[!-9;-~]{1,80}:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)+", re.M)
_BOUNDARY = re.compile(rb"\bboundary[ \t]*=[ \t]*\"?([^\"\r\n;]{1,100})", re.I)
_DELIMITER = re.compile(rb"^--([^\r\n]{1,100})", re.M)
_SHOWN = ("From", "To", "Cc")
_AS_THEY_STAND = policy.default.clone(refold_source="none", max_line_length=None)
_VERBATIM = {"7bit", "8bit", "binary", ""}


def read_message(raw: bytes, limits: Limits) -> Extracted:
    """Read one message.

    Raises:
        Refused: its head is too long, it has too many parts or is nested too deeply.
    """
    message = _parsed(raw, limits)
    bodies, attached = _sorted_parts(message)
    building = Building()
    subject = header(message, "Subject")
    building.block(BlockKind.HEADLINE, subject)
    for name in _SHOWN:
        value = header(message, name)
        building.block(BlockKind.BYLINE, f"{name}: {value}" if value else "")
    written = header(message, "Date")
    building.block(BlockKind.DATELINE, f"Date: {written}" if written else "")
    metadata = Metadata(
        title=_of_file(subject),
        byline=_of_file(_who(header(message, "From"))),
        published=_of_file(days.day_of(written) or ""),
    )
    file = _File(raw)
    for body in bodies:
        _add_body(building, body, file)
    for attachment in attached:
        building.block(BlockKind.BOILERPLATE, f"Attached: {attachment.name}")
    return building.extracted(metadata, tuple(attached))


def _parsed(raw: bytes, limits: Limits) -> Message:
    """Parse a message whose heads and parts have been weighed first: its parser is not thrifty."""
    most = limits.header_bytes
    end = HEAD_END.search(raw)
    longest = max((len(field[0]) for field in _FOLDED_FIELD.finditer(raw)), default=0)
    if (end.start() if end else len(raw)) > most or longest > most:
        raise Refused("limit", f"a head of more than {most:,} bytes")
    if _seeming_parts(raw) > limits.parts:
        raise Refused("limit", f"more than {limits.parts:,} parts")
    message = message_from_bytes(raw, policy=policy.default)
    deepest, count = _extent(message, limits)
    if count > limits.parts:
        raise Refused("limit", f"more than {limits.parts:,} parts")
    if deepest > limits.parts_deep:
        raise Refused("limit", f"parts more than {limits.parts_deep} deep in one another")
    return message


def _seeming_parts(raw: bytes) -> int:
    """Count what looks like the beginning of a part: a line made of a boundary that is named."""
    named = {found[1].strip() for found in _BOUNDARY.finditer(raw)}
    return sum(found[1].rstrip() in named for found in _DELIMITER.finditer(raw)) if named else 0


def _extent(message: Message, limits: Limits) -> tuple[int, int]:
    """Count how deep the parts lie and how many there are, without descending by recursion."""
    deepest = count = 0
    level = [message]
    while level and deepest <= limits.parts_deep and count <= limits.parts:
        count += len(level)
        deepest += 1
        level = [part for outer in level for part in _parts(outer)]
    return deepest, count


def _parts(message: Message) -> list[Message]:
    payload = message.get_payload() if message.is_multipart() else []
    return [part for part in payload if isinstance(part, Message)]


def _sorted_parts(message: Message) -> tuple[list[Message], list[Attachment]]:
    """Tell what is read as the message itself from what is attached to it."""
    bodies: list[Message] = []
    attached: list[Attachment] = []
    waiting = [message]
    while waiting:
        part = waiting.pop()
        kind = part.get_content_type()
        if kind == "multipart/alternative":
            waiting += _preferred(_parts(part))
        elif kind == kinds.MAIL:
            attached += [_forwarded(inner, len(attached)) for inner in _parts(part)]
        elif part.is_multipart():
            waiting += reversed(_parts(part))
        elif kind in ("text/plain", "text/html") and not _is_file(part):
            bodies.append(part)
        else:
            attached.append(_attachment(part, len(attached)))
    return bodies, attached


def _preferred(parts: list[Message]) -> list[Message]:
    """Of several forms of one text take the plain one, then the page, then whatever is there."""
    for wanted in ("text/plain", "text/html"):
        for part in parts:
            if part.get_content_type() == wanted:
                return [part]
    return parts[-1:]


def _is_file(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _attachment(part: Message, number: int) -> Attachment:
    payload = part.get_payload(decode=True)
    raw = payload if isinstance(payload, bytes) else b""
    kind = part.get_content_type()
    suffix = mimetypes.guess_extension(kind) or ""
    name = names.bare(part.get_filename() or "", f"attachment-{number + 1}{suffix}")
    return Attachment(name=name, media_type=kind, raw=raw)


def _forwarded(message: Message, number: int) -> Attachment:
    raw = message.as_bytes(policy=_AS_THEY_STAND)
    return Attachment(name=f"message-{number + 1:04}.eml", media_type=kinds.MAIL, raw=raw)


class _File:
    """The message as a file, in which bodies are found again, one after another."""

    def __init__(self, raw: bytes) -> None:
        self._raw, self._at = raw, 0
        self.characters, self._charset = decode(raw)

    def place(self, written: bytes) -> Span | None:
        """Find where a body as written in the file stands, in code points; None: not as it is."""
        at = self._raw.find(written, self._at) if written else -1
        if at < 0:
            return None
        self._at = at + len(written)
        start = len(decode(self._raw[:at], self._charset)[0])
        return Span(start, start + len(decode(written, self._charset)[0]))


def _add_body(building: Building, part: Message, file: _File) -> None:
    payload = part.get_payload(decode=True)
    raw = payload if isinstance(payload, bytes) else b""
    encoding = str(part.get("Content-Transfer-Encoding", "")).strip().lower()
    is_verbatim = encoding in _VERBATIM
    place = file.place(raw if is_verbatim else _as_written(part))
    charset = part.get_content_charset()
    if part.get_content_type() == "text/html":
        from onrecord.intake.html import read_html

        page = read_html(raw, declared_charset=charset)
        stretches = _moved(page, place, is_verbatim)
        building.part(page.characters, page.blocks, stretches)
        return
    characters, _ = decode(raw, charset)
    whole = Span(0, len(characters))
    stretch = [] if place is None else [Stretch(whole, place)]
    building.part(characters, body_blocks(characters), stretch)


def _as_written(part: Message) -> bytes:
    written = part.get_payload()
    return written.encode("ascii", "replace") if isinstance(written, str) else b""


def _moved(page: Extracted, place: Span | None, is_verbatim: bool) -> list[Stretch]:
    """Lead from a page inside a message to the message: place by place, or else as a whole."""
    if place is None:
        return []
    if not is_verbatim:
        return [Stretch(Span(0, len(page.characters)), place)]
    return [
        Stretch(one.text, one.raw.shifted(place.start))
        for one in page.stretches
        if isinstance(one.raw, Span)
    ]


def header(message: Message, name: str) -> str:
    """Give one field of a head, decoded and on one line; empty where there is none."""
    try:
        value = str(message.get(name, ""))
    except Exception:  # a field the parser stumbles over: take it as it is written
        value = next((str(v) for k, v in message.raw_items() if k.lower() == name.lower()), "")
    readable = value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return " ".join(readable.split())


def _who(sender: str) -> str:
    name, address = parseaddr(sender)
    return name or address or sender


def _of_file(value: str) -> Attested | None:
    return Attested(value, Basis.FILE) if value else None
