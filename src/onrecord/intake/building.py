"""Puts a text together from parts, with a blank line between: for formats without one of their own.

What is added stands in the source; only the separators are ours, and they lead nowhere.
"""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.core.spans import Box, Span, Stretch
from onrecord.core.vocabulary import Block, BlockKind, Metadata
from onrecord.intake.extracted import Attachment, Extracted

_BETWEEN = "\n\n"


class Building:
    """A text that grows part by part."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._stretches: list[Stretch] = []

    def block(self, kind: BlockKind, words: str, raw: Span | Box | None = None) -> None:
        """Add one block and the place it comes from, if it has one; a blank one is left out."""
        words = words.strip()
        whole = Span(0, len(words))
        stretches = [] if raw is None else [Stretch(whole, raw)]
        self.part(words, [Block(kind, whole)], stretches)

    def part(
        self, characters: str, blocks: Iterable[Block], stretches: Iterable[Stretch] = ()
    ) -> None:
        """Add a text that is cut into blocks already."""
        if not characters.strip():
            return
        if self._parts:
            self._parts.append(_BETWEEN)
            self._length += len(_BETWEEN)
        start = self._length
        self._parts.append(characters)
        self._length += len(characters)
        self._blocks += [Block(block.kind, block.at.shifted(start)) for block in blocks]
        self._stretches += [Stretch(one.text.shifted(start), one.raw) for one in stretches]

    def extracted(self, metadata: Metadata, attachments: tuple[Attachment, ...] = ()) -> Extracted:
        """Give the whole."""
        return Extracted(
            characters="".join(self._parts),
            blocks=tuple(self._blocks),
            stretches=tuple(self._stretches),
            metadata=metadata,
            attachments=attachments,
        )
