"""E-mail: who wrote to whom, when, and what; what is attached becomes a source of its own.

The head of a message (From, To, Cc, Date) stands in the text as a reader is shown it, the subject
as headline. Quoted replies, signatures and notices are boilerplate: kept, not read as said here.
"""

from __future__ import annotations

import mimetypes
import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import Message
from email.parser import BytesHeaderParser
from email.utils import parseaddr
from itertools import groupby

from onrecord.core.errors import Refused
from onrecord.core.spans import Span, Stretch
from onrecord.core.vocabulary import Attested, Basis, Block, BlockKind, Metadata
from onrecord.intake import days, kinds, names, plain, wording
from onrecord.intake.building import Building
from onrecord.intake.decode import decode
from onrecord.intake.extracted import Attachment, Extracted
from onrecord.intake.limits import Limits

_HEAD_END = re.compile(rb"\r?\n\r?\n")
_FOLDED_FIELD = re.compile(rb"^[!-9;-~]{1,80}:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)+", re.M)
_BOUNDARY = re.compile(rb"\bboundary[ \t]*=", re.I)
_SHOWN = ("From", "To", "Cc")
_QUOTE_OPENS = re.compile(r"on .{4,200} wrote:|-{2,} ?forwarded message ?-{2,}", re.I)
_ORIGINAL = re.compile(r"-{2,} ?original message ?-{2,}", re.I)
_LONGEST_LINE = 250
# Lines; a "--" with more below it is a rule between parts of a text, not a signature.
_LONGEST_SIGNATURE = 30
_AS_THEY_STAND = policy.default.clone(refold_source="none", max_line_length=None)
_ENVELOPE = re.compile(rb"^From [^\r\n]*\d{4}[^\r\n]*\r?\n", re.M)
_VERBATIM = {"7bit", "8bit", "binary", ""}


def read_message(raw: bytes, limits: Limits) -> Extracted:
    """Read one message.

    Raises:
        Refused: its head is too long, it has too many parts or is nested too deeply.
    """
    message = _parsed(raw, limits)
    bodies, attached = _sorted_parts(message)
    building = Building()
    subject = _header(message, "Subject")
    building.block(BlockKind.HEADLINE, subject)
    for name in _SHOWN:
        value = _header(message, name)
        building.block(BlockKind.BYLINE, f"{name}: {value}" if value else "")
    written = _header(message, "Date")
    building.block(BlockKind.DATELINE, f"Date: {written}" if written else "")
    metadata = Metadata(
        title=_of_file(subject),
        byline=_of_file(_who(_header(message, "From"))),
        published=_of_file(days.day_of(written) or ""),
    )
    file = _File(raw)
    for body in bodies:
        _add_body(building, body, file)
    for attachment in attached:
        building.block(BlockKind.BOILERPLATE, f"Attached: {attachment.name}")
    return building.extracted(metadata, tuple(attached))


def read_mbox(raw: bytes, limits: Limits) -> Extracted:
    """Read a mailbox: its table of contents as text, each message as a source of its own.

    Raises:
        Refused: it holds no message, or too many.
    """
    starts = list(_envelopes(raw))
    if not starts:
        raise Refused("damaged", "no message in it", help="a mailbox starts with a 'From ' line")
    if len(starts) > limits.members:
        raise Refused("limit", f"{len(starts):,} messages; at most {limits.members:,} are read")
    building = Building()
    messages = []
    for number, (start, end) in enumerate(_between(starts, len(raw)), start=1):
        piece = raw[start:end].rstrip(b"\r\n") + b"\n"
        building.block(BlockKind.BOILERPLATE, f"{number}. {_contents_line(piece, limits)}")
        name = f"message-{number:04}.eml"
        messages.append(Attachment(name=name, media_type=kinds.MAIL, raw=piece))
    return building.extracted(Metadata(), tuple(messages))


def _parsed(raw: bytes, limits: Limits) -> Message:
    """Parse a message whose heads and parts have been weighed first: its parser is not thrifty."""
    most = limits.header_bytes
    end = _HEAD_END.search(raw)
    longest = max((len(field[0]) for field in _FOLDED_FIELD.finditer(raw)), default=0)
    if (end.start() if end else len(raw)) > most or longest > most:
        raise Refused("limit", f"a head of more than {most:,} bytes")
    if sum(1 for _ in _BOUNDARY.finditer(raw)) > limits.parts:
        raise Refused("limit", f"more than {limits.parts:,} parts")
    message = message_from_bytes(raw, policy=policy.default)
    deepest, count = _extent(message, limits)
    if count > limits.parts:
        raise Refused("limit", f"more than {limits.parts:,} parts")
    if deepest > limits.parts_deep:
        raise Refused("limit", f"parts more than {limits.parts_deep} deep in one another")
    return message


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
    building.part(characters, _body_blocks(characters), stretch)


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


def _body_blocks(characters: str) -> Iterator[Block]:
    """Cut a body into blocks; what is quoted from an earlier message is marked as not said here."""
    chunks = list(plain.cut(characters))
    ending = _ending(chunks)
    for chunk in chunks:
        if ending is not None and chunk[0].at.start >= ending:
            yield Block(BlockKind.BOILERPLATE, plain.around(chunk))
            continue
        for is_own, lines in groupby(chunk, key=lambda line: _is_own(line, ending)):
            run = list(lines)
            if is_own and not wording.is_notice(plain.around(run).of(characters)):
                yield from plain.classified(run, in_head=False)
            else:
                yield Block(BlockKind.BOILERPLATE, plain.around(run))


def _is_own(line: plain.Line, ending: int | None) -> bool:
    if ending is not None and line.at.start >= ending:
        return False
    return not line.words.startswith(">") and not _QUOTE_OPENS.fullmatch(line.words[:_LONGEST_LINE])


def _ending(chunks: list[plain.Chunk]) -> int | None:
    """Find where the signature or the whole earlier message below begins."""
    lines = [line for chunk in chunks for line in chunk]
    for number, line in enumerate(lines):
        if line.words == "--" and len(lines) - number <= _LONGEST_SIGNATURE:
            return line.at.start
        if _ORIGINAL.fullmatch(line.words[:_LONGEST_LINE]):
            return line.at.start
    return None


def _envelopes(raw: bytes) -> Iterator[re.Match[bytes]]:
    for found in _ENVELOPE.finditer(raw):
        before = raw[max(0, found.start() - 4) : found.start()]
        if not before or before.endswith((b"\n\n", b"\r\n\r\n")):
            yield found


def _between(starts: list[re.Match[bytes]], length: int) -> Iterator[tuple[int, int]]:
    ends = [found.start() for found in starts[1:]] + [length]
    for found, end in zip(starts, ends, strict=True):
        yield found.end(), end


def _contents_line(message: bytes, limits: Limits) -> str:
    end = _HEAD_END.search(message)
    head = message[: end.start()] if end else message
    if len(head) > limits.header_bytes:
        return "(a head too long to be read)"
    fields = BytesHeaderParser(policy=policy.default).parsebytes(head)
    shown = [_header(fields, name) for name in ("Date", "From", "Subject")]
    return " · ".join(filter(None, shown)) or "(no head)"


def _header(message: Message, name: str) -> str:
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
