"""The case on a thread of its own: drafts are held against it one after another, in order.

The record may grow while an editor is open; when its head is another, the desk is made anew.
"""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from onrecord.case import Case, Desk
from onrecord.core.drafts import Checked
from onrecord.core.errors import OnrecordError
from onrecord.core.spans import OffsetMap, Span
from onrecord.core.vocabulary import AsOf
from onrecord.reader import TrainedReader

_WINDOWS = 256
"""Windows of drafts whose figures are kept: some 12,000 words, 40 MB."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A draft as an editor has it, held against the record.

    Attributes:
        fault: why there is nothing of it, or only a part; '' where all went well.
        places: from the text that was read back to the characters in the editor.
    """

    checked: Checked | None
    fault: str
    places: OffsetMap

    def place(self, at: Span) -> Span | None:
        """Give where some words stand in the editor; None: they are none of its characters."""
        spans = [one for one in self.places.raw(at) if isinstance(one, Span)]
        return Span(min(spans).start, max(one.end for one in spans)) if spans else None


class Worker:
    """Opens a case on its own thread, where all is asked of it."""

    def __init__(self, folder: Path, as_of: AsOf) -> None:
        self._folder, self._as_of = folder, as_of
        self._thread = ThreadPoolExecutor(1, "desk")
        self._reader = TrainedReader(remembers=_WINDOWS)
        self._case: Case | None = None
        self._desk: tuple[str, Desk] | None = None

    def __enter__(self) -> Worker:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        self._thread.submit(self._close).result()
        self._thread.shutdown()

    def open(self) -> None:
        """Open the case.

        Raises:
            NoCase, TooNew, Damaged: as for `Case.open`.
        """
        self._thread.submit(self._opened).result()

    def hold(self, path: Path, words: str) -> Future[Held]:
        """Hold the words of a draft that lies at `path` against the record as it is by then."""
        return self._thread.submit(self._hold, path, words)

    def _hold(self, path: Path, words: str) -> Held:
        fault, places = "", OffsetMap(())
        try:
            desk = self._at_hand()
            document = desk.document(path, _bytes(words))
            if document.text is not None:
                places = OffsetMap(document.text.stretches)
            try:
                answers = desk.decided(path)
            except OnrecordError as error:
                answers, fault = None, str(error)
            return Held(checked=desk.hold(document, answers=answers), fault=fault, places=places)
        except OnrecordError as error:
            return Held(checked=None, fault=str(error), places=places)

    def _at_hand(self) -> Desk:
        case = self._opened()
        head = case.head().digest
        if self._desk is None or self._desk[0] != head:
            self._desk = head, case.desk(self._reader, self._as_of)
        return self._desk[1]

    def _opened(self) -> Case:
        if self._case is None:
            self._case = Case.open(self._folder)
        return self._case

    def _close(self) -> None:
        if self._case is not None:
            self._case.__exit__(None, None, None)


def _bytes(words: str) -> bytes:
    """Write what an editor has, with the mark that says how, whatever the draft's head declares."""
    return words.encode("utf-8-sig", "replace")
