"""Plain text: the characters as they are, cut into blocks.

Not a character is changed, so that offsets fit the text that was given. Paragraphs end at blank
lines. In a text that has no blank line they end at every line break, or, where its lines were cut
to a width in the middle of sentences, after each line that ends short. What a block is, its wording
says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from onrecord.core.errors import Refused
from onrecord.core.spans import Span, Stretch
from onrecord.core.vocabulary import Block, BlockKind
from onrecord.intake import head, wording
from onrecord.intake.decode import decode
from onrecord.intake.extracted import Extracted
from onrecord.intake.limits import Limits

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|$)")
_PROSE_ENDS = (".", ".”", '."', ".’", ".'", ",", ";", ":")
_SENTENCE_ENDS = (".", "!", "?", '"', "”", "’", "'", ")", ":")
_LONGEST_HEADLINE = 200
_FULL = 0.7
"""A line that has so large a part of the longest one's length ends no paragraph."""
# The share of characters that no text holds (NUL, other controls, undecodable bytes) at which a
# file is no text: programs have 0.33 to 0.39, random bytes 0.12, accented prose read in any of five
# charsets none at all (measured 2026-11-23).
_MOST_UNPRINTABLE = 0.1


@dataclass(frozen=True, slots=True)
class Line:
    """One line that is not blank: its span, trimmed, and its words."""

    at: Span
    words: str


Chunk = list[Line]


def read_plain(raw: bytes, limits: Limits) -> Extracted:
    """Read a text file.

    Raises:
        Refused: it is too long, or no text at all.
    """
    return read_given(characters_of(raw, limits), limits)


def read_given(characters: str, limits: Limits) -> Extracted:
    """Cut a text into blocks.

    Raises:
        Refused: it has too many characters or lines.
    """
    _weigh(characters, limits)
    return extracted(characters, tuple(blocks_of(characters)))


def blocks_of(characters: str) -> list[Block]:
    """Give the blocks of a text: in order, not overlapping, only white space between them."""
    chunks = list(_chunks(characters))
    blocks: list[Block] = []
    has_headline = False
    for number, chunk in enumerate(chunks):
        in_head = number < head.BLOCKS
        if in_head and not has_headline and len(chunks) > 1 and _opens(blocks):
            rest = _after_headline(chunk)
            if rest is not None:
                has_headline = True
                blocks.append(Block(BlockKind.HEADLINE, chunk[0].at))
                chunk = rest
        blocks.extend(classified(chunk, in_head))
    return blocks


def cut(characters: str) -> Iterator[Chunk]:
    """Give the groups of lines between blank lines."""
    chunk: Chunk = []
    for line in _LINE.finditer(characters):
        at = Span(*line.span()).trimmed(characters)
        if at.start < at.end:
            chunk.append(Line(at, at.of(characters)))
        elif chunk:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def characters_of(raw: bytes, limits: Limits) -> str:
    characters, _ = decode(raw)
    _weigh(characters, limits)
    odd = sum(characters.count(mark) for mark in _UNPRINTABLE)
    if odd > _MOST_UNPRINTABLE * len(characters):
        raise Refused("unknown kind", "not a text, whatever its name says")
    return characters


def _weigh(characters: str, limits: Limits) -> None:
    lines = characters.count("\n") + characters.count("\r")
    for number, most, what in (
        (len(characters), limits.text_characters, "characters"),
        (lines, limits.lines, "lines"),
    ):
        if number > most:
            raise Refused("limit", f"{number:,} {what} of text; at most {most:,} are read")


_UNPRINTABLE = [chr(code) for code in range(32) if chr(code) not in "\t\n\v\f\r\x1b"] + ["\ufffd"]


def extracted(characters: str, blocks: tuple[Block, ...]) -> Extracted:
    whole = Span(0, len(characters))
    return Extracted(
        characters=characters,
        blocks=blocks,
        stretches=(Stretch(whole, whole),) if characters else (),
        metadata=head.visible(characters, blocks),
    )


def _chunks(characters: str) -> Iterator[Chunk]:
    """Give groups of lines; a text that is all one group has paragraphs that end at lines."""
    groups = cut(characters)
    first, second = next(groups, None), next(groups, None)
    if first is not None and second is None:
        yield from _paragraphs(first)
    elif first is not None and second is not None:
        yield first
        yield second
        yield from groups


def _paragraphs(lines: Chunk) -> Iterator[Chunk]:
    """Give the paragraphs of lines that no blank line parts."""
    if not any(_runs_on(before, line) for before, line in pairwise(lines)):
        yield from ([line] for line in lines)
        return
    full = _FULL * max(len(line.words) for line in lines)
    paragraph = lines[:1]
    for before, line in pairwise(lines):
        if _runs_on(before, line) or len(before.words) >= full:
            paragraph.append(line)
        else:
            yield paragraph
            paragraph = [line]
    yield paragraph


def _runs_on(before: Line, line: Line) -> bool:
    """Say whether a line surely goes on with the sentence of the one before."""
    return line.words[0].islower() and not before.words.endswith(_SENTENCE_ENDS)


def _opens(blocks: list[Block]) -> bool:
    """Only furniture, a date or a name may stand before the headline."""
    before = {BlockKind.BOILERPLATE, BlockKind.DATELINE, BlockKind.BYLINE}
    return all(block.kind in before for block in blocks)


def _after_headline(chunk: Chunk) -> Chunk | None:
    """Give what follows the headline within its chunk; None when its first line is none."""
    words = chunk[0].words
    is_short = len(words) <= _LONGEST_HEADLINE and not words.endswith(_PROSE_ENDS)
    is_short = is_short and not words.startswith(("(", "["))  # a stage direction: "(10.00 am)"
    if not is_short or head.kind_of_line(words, in_head=True) is not None or wording.is_item(words):
        return None
    runs_on = len(chunk) > 1 and any(line.words.endswith(_PROSE_ENDS) for line in chunk)
    if len(chunk) > 1 and _runs_on(chunk[0], chunk[1]):
        return None
    if runs_on and head.kind_of_line(chunk[1].words, in_head=True) is None:
        return None
    return chunk[1:]


def classified(chunk: Chunk, in_head: bool) -> Iterator[Block]:
    """Give the blocks of one group of lines; names and dates are looked for in a text's head."""
    if not chunk:
        return
    credit = wording.credit_in(chunk[-1].words)
    if credit is not None:
        yield from _captioned(chunk, credit)
        return
    if len(chunk) > 1 and _is_table(chunk):
        yield Block(BlockKind.TABLE, around(chunk))
        return
    prose: Chunk = []
    for line in chunk:
        kind = head.kind_of_line(line.words, in_head=in_head)
        if kind is None:
            prose.append(line)
            continue
        yield from _prose(prose)
        prose = []
        yield Block(kind, line.at)
    yield from _prose(prose)


def _prose(lines: Chunk) -> Iterator[Block]:
    if lines:
        is_list = wording.is_item(lines[0].words)
        yield Block(BlockKind.LIST if is_list else BlockKind.PARAGRAPH, around(lines))


def _captioned(chunk: Chunk, credit: int) -> Iterator[Block]:
    """A credit closes a caption; lines before it in the same group describe the same picture."""
    last = chunk[-1]
    start = last.at.start + credit
    caption = Span(chunk[0].at.start, start)
    words = last.words[:credit].rstrip()
    if caption.start < caption.end:
        end = last.at.start + len(words) if words else chunk[-2].at.end
        yield Block(BlockKind.CAPTION, Span(caption.start, end))
    yield Block(BlockKind.CREDIT, Span(start, last.at.end))


def _is_table(chunk: Chunk) -> bool:
    return any(
        all(line.words.strip(mark).count(mark) >= least for line in chunk)
        for mark, least in (("\t", 1), ("|", 1))
    )


def around(lines: Chunk) -> Span:
    """Give the span from the first to the last line."""
    return Span(lines[0].at.start, lines[-1].at.end)
