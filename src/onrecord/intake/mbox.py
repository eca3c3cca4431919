"""Mailboxes: a table of contents as the text, and each message as a source of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import policy
from email.parser import BytesHeaderParser

from onrecord.core.errors import Refused
from onrecord.core.vocabulary import BlockKind, Metadata
from onrecord.intake import kinds
from onrecord.intake.building import Building
from onrecord.intake.extracted import Attachment, Extracted
from onrecord.intake.limits import Limits
from onrecord.intake.mail import HEAD_END, header

_ENVELOPE = re.compile(rb"^From [^\r\n]*\d{4}[^\r\n]*\r?\n", re.M)


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
    end = HEAD_END.search(message)
    head = message[: end.start()] if end else message
    if len(head) > limits.header_bytes:
        return "(a head too long to be read)"
    fields = BytesHeaderParser(policy=policy.default).parsebytes(head)
    shown = [header(fields, name) for name in ("Date", "From", "Subject")]
    return " · ".join(filter(None, shown)) or "(no head)"
