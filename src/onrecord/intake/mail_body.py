"""Which blocks a message's body is made of: what is said in it, and what is only carried along.

Lines quoted from an earlier message, the signature and the notice below are boilerplate: kept, and
not read as said here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from onrecord.core.vocabulary import Block, BlockKind
from onrecord.intake import plain, wording

_QUOTE_OPENS = re.compile(r"on .{4,200} wrote:|-{2,} ?forwarded message ?-{2,}", re.I)
_ORIGINAL = re.compile(r"-{2,} ?original message ?-{2,}", re.I)
_LONGEST_LINE = 250
# Lines; a "--" with more below it is a rule between parts of a text, not a signature.
_LONGEST_SIGNATURE = 30


def body_blocks(characters: str) -> Iterator[Block]:
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
