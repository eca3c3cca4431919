"""What lies inside what: archives give their members, files of rows their rows, messages their
attachments. A container that cannot be opened stays as one item with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import BinaryIO

from onrecord.core.errors import Refused
from onrecord.core.identity import SourceId
from onrecord.core.vocabulary import Refusal
from onrecord.intake import archive, jsonl, kinds, walk
from onrecord.intake.extracted import Attachment
from onrecord.intake.limits import Limits

# Read from the disk piece by piece, so that they may be larger than one document.
_STREAMED = {kinds.ROWS: (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz"), kinds.ZIP: (".zip",)}


def opened(found: walk.Found, limits: Limits) -> Iterator[walk.Item]:
    """Give what one file on disk holds: most often itself."""
    name = found.name
    # A pipe or a device is not opened to see what it is: that may wait for ever.
    head = b"" if walk.why_not(found) else walk.head_of(found.path)
    kind = kinds.media_type(name, head)
    if not head or not name.lower().endswith(_STREAMED.get(kind, ())):
        yield from expanded(walk.load(found, limits), limits)
        return
    with found.path.open("rb") as stream:
        if kind == kinds.ROWS:
            yield from jsonl.rows(name, stream, limits)
        else:
            size = found.path.stat().st_size
            itself = walk.Item(name=name, kind=kind, size=size)
            yield from _members(itself, stream, limits, archive.Budget.of(limits))


def expanded(
    item: walk.Item, limits: Limits, budget: archive.Budget | None = None
) -> Iterator[walk.Item]:
    """Give an item itself, or in place of an archive or a file of rows what it holds."""
    if item.refusal is not None:
        yield item
    elif item.depth > limits.nested:
        why = Refusal(code="limit", reason=f"documents more than {limits.nested} deep in others")
        yield replace(item, refusal=why)
    elif item.kind == kinds.ROWS:
        for row in jsonl.rows(item.name, BytesIO(item.raw), limits):
            yield replace(row, parent=item.parent, depth=item.depth)
    elif item.kind == kinds.ZIP:
        budget = budget or archive.Budget.of(limits)
        yield from _members(item, BytesIO(item.raw), limits, budget)
    else:
        yield item


def inside(
    item: walk.Item, parent: SourceId, attachments: tuple[Attachment, ...], limits: Limits
) -> Iterator[walk.Item]:
    """Give the documents that a message or a mailbox holds, as children of `parent`."""
    for attachment in attachments:
        given = attachment.media_type
        inner = walk.item(
            f"{item.name}/{attachment.name}",
            attachment.raw,
            parent=parent,
            depth=item.depth + 1,
            archives=item.archives,
            kind=given if given == kinds.MAIL else "",
        )
        yield from expanded(inner, limits)


def _members(
    item: walk.Item, stream: BinaryIO, limits: Limits, budget: archive.Budget
) -> Iterator[walk.Item]:
    try:
        for member in archive.unpacked(item, stream, limits, budget):
            yield from expanded(member, limits, budget)
    except Refused as why:
        yield replace(item, refusal=Refusal(code=why.code, reason=str(why)))
