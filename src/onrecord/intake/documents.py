"""From items to documents: each with its verdict, in the order given, children after parents."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from onrecord.core.identity import SourceId, source_id, text_id
from onrecord.core.vocabulary import Document, Metadata, Refusal, Source, Text
from onrecord.intake import formats, kinds, walk, wire
from onrecord.intake.already import Already
from onrecord.intake.country import country_of
from onrecord.intake.extracted import Extracted
from onrecord.intake.limits import Limits
from onrecord.intake.sandbox import Outcome, Sandbox
from onrecord.intake.told import Told, over
from onrecord.intake.unfold import inside

_HOLDS_OTHERS = {kinds.MAIL, kinds.MBOX}
# Bytes of files taken ahead of the one whose turn it is, so that all processes have work.
_AHEAD_BYTES = 60_000_000


@dataclass(eq=False, slots=True)
class Turn:
    """An item waiting for its verdict. `known`: the caller has a source with these bytes."""

    item: walk.Item
    known: bool
    outcome: Outcome | None = None
    sent: bool = False

    @property
    def is_done(self) -> bool:
        # What lies in a known message may be new: an earlier intake may have been cut short.
        return self.outcome is not None or (self.known and self.item.kind not in _HOLDS_OTHERS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Reads items in a sandbox and gives documents back in the items' order."""

    sandbox: Sandbox[Turn]
    told: Told
    today: date | None
    limits: Limits
    skip: Callable[[str], bool]
    ahead: int = 2

    def documents(self, items: Iterator[walk.Item]) -> Iterator[Document | Already]:
        """Give a document for every item, each followed by those inside it."""
        waiting: deque[Turn] = deque()
        more = True
        while more or waiting:
            while more and self._has_room(waiting):
                item = next(items, None)
                more = item is not None
                if item is not None:
                    waiting.append(self._turn(item))
            self._send(waiting)
            if not waiting:
                continue
            if not waiting[0].is_done:
                for turn, outcome in self.sandbox.finished():
                    turn.outcome = outcome
                continue
            yield from self._done(waiting.popleft())

    def _has_room(self, waiting: deque[Turn]) -> bool:
        held = sum(len(turn.item.raw) for turn in waiting)
        return not waiting or (len(waiting) < self.ahead and held < _AHEAD_BYTES)

    def _turn(self, item: walk.Item) -> Turn:
        turn = Turn(item, known=bool(item.digest) and self.skip(item.digest))
        turn.outcome = item.refusal
        if not turn.is_done and formats.is_light(item.kind, len(item.raw)):
            turn.outcome = formats.read(item.name, item.raw, item.kind, self.limits)
        return turn

    def _send(self, waiting: deque[Turn]) -> None:
        for turn in waiting:
            if turn.sent or turn.is_done:
                continue
            if not self.sandbox.has_room:
                return
            item = turn.item
            turn.sent = True
            self.sandbox.start(turn, wire.Order(name=item.name, kind=item.kind, raw=item.raw))

    def _done(self, turn: Turn) -> Iterator[Document | Already]:
        item, outcome = turn.item, turn.outcome
        named = _identity(item)
        if turn.known:
            yield Already(name=item.name, sha256=item.digest, id=named)
        elif outcome is not None:
            yield document(item, outcome, self.told, self.today)
        if isinstance(outcome, Extracted) and outcome.attachments:
            yield from self.documents(inside(item, named, outcome.attachments, self.limits))


def document(item: walk.Item, outcome: Outcome, told: Told, today: date | None) -> Document:
    """Put together what is known of one source."""
    found = _described(outcome, told) if isinstance(outcome, Extracted) else Metadata()
    source = Source(
        id=_identity(item),
        sha256=item.digest,
        size=item.size,
        media_type=item.kind,
        name=item.name,
        metadata=over(found, told, today),
        parent=item.parent,
    )
    if isinstance(outcome, Refusal):
        return Document(source=source, raw=item.raw, refusal=outcome)
    text = Text(
        id=text_id(outcome.characters),
        characters=outcome.characters,
        blocks=outcome.blocks,
        stretches=outcome.stretches,
        country=country_of(source.metadata),
    )
    return Document(
        source=source,
        raw=item.raw,
        text=text,
        table=outcome.table,
        alternatives=outcome.alternatives,
    )


def _described(found: Extracted, told: Told) -> Metadata:
    """Give what a text says of itself; its language by its letters, where nothing tells of it.

    That is done here and not in the reading process: it sees characters only, and its model, which
    takes half a second to load, is loaded once.
    """
    if found.metadata.language is not None or told.language is not None or found.table:
        return found.metadata
    from onrecord.intake.language import language_of

    return replace(found.metadata, language=language_of(found.characters, found.blocks))


def _identity(item: walk.Item) -> SourceId:
    """Name a source by its bytes; one whose bytes were never had, by where it was found."""
    if item.digest:
        return SourceId(f"src_{item.digest[:16]}")
    return source_id(f"not had: {item.name}".encode())
