"""Reading again: what the present reader would read otherwise, shown first, and kept if wanted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Generator, Sequence
from dataclasses import replace

from onrecord.core.errors import OnrecordError
from onrecord.core.fitting import misfits
from onrecord.core.judged import JudgementRow
from onrecord.core.rereading import TextDifference, difference
from onrecord.core.rows import SourceRow
from onrecord.core.seams import Progress, Reader, silent
from onrecord.core.vocabulary import AsOf, Reading
from onrecord.ledger import Ledger

BATCH = 20
"""Readings kept in one go: an interruption loses at most the work on so many."""


class Rereading:
    """Reads again every text whose reading in force another reader made.

    Args:
        readers: the one that reads texts, and the one that reads tables of posts.
        given: the judgements in force, which may be about rows that are read otherwise.
    """

    def __init__(
        self,
        ledger: Ledger,
        sources: Sequence[SourceRow],
        readers: tuple[Reader, Reader],
        given: Sequence[JudgementRow],
    ) -> None:
        self._ledger, self._readers = ledger, readers
        self._before = ledger.ask.readings(AsOf())
        self._judged: defaultdict[str, list[str]] = defaultdict(list)
        for one in given:
            for row in one.now:
                if row is not None:
                    self._judged[row].append(one.id)
        self.due = [row for row in sources if row.text is not None and self._is_due(row)]

    def differences(self, progress: Progress = silent) -> Generator[TextDifference, None, None]:
        """Read each text that is due, and say what is read otherwise; nothing is kept."""
        for number, row in enumerate(self.due, 1):
            found, _ = self._read(row)
            progress("reading again", number, len(self.due))
            yield found

    def apply(
        self, *, by: str, because: str = "", progress: Progress = silent
    ) -> Generator[TextDifference, None, None]:
        """Read each text that is due and keep the new reading beside the old one.

        What is kept when it is interrupted stays kept, and the next time only the rest is due. A
        text at which the reader fails keeps the reading it has.
        """
        operation: int | None = None
        batch: list[tuple[str, Reading]] = []

        def keep() -> None:
            nonlocal operation
            if batch and operation is None:
                operation = self._ledger.begin("reread", by=by, because=because)
            if batch and operation is not None:
                self._ledger.keep_readings(operation, batch)
            batch.clear()

        try:
            for number, row in enumerate(self.due, 1):
                found, reading = self._read(row)
                if reading is not None:
                    batch.append((row.id, reading))
                if len(batch) >= BATCH:
                    keep()
                progress("reading again", number, len(self.due))
                yield found
        finally:
            keep()

    def _is_due(self, row: SourceRow) -> bool:
        before = self._before.get(row.id)
        return before is None or before[1] != str(self._reader(row).name)

    def _reader(self, row: SourceRow) -> Reader:
        """Choose the reader of a source: a table of posts stays one."""
        texts, tables = self._readers
        before = self._before.get(row.id)
        return (
            tables if before is not None and before[1].startswith(f"{tables.name.name} ") else texts
        )

    def _read(self, row: SourceRow) -> tuple[TextDifference, Reading | None]:
        assert row.text is not None
        text, reader = self._ledger.text(row.text), self._reader(row)
        entry = self._before.get(row.id)
        before = None if entry is None else self._ledger.reading(entry[0])
        try:
            reading = reader.read(text, row.published)
        except OnrecordError as error:
            fault = str(error)
        except Exception as error:  # a plug-in may raise anything; the rest goes on
            fault = f"{type(error).__name__}: {error}"
        else:
            fault = next(misfits(reading, text), "")
            if not fault:
                reading = replace(reading, notes=())
                found = difference(before, reading, text, row.id, row.label, self._judged)
                return found, reading
        failed = TextDifference(
            source=row.id, label=row.label, before=entry[1] if entry else "",
            now=str(reader.name), fault=fault,
        )  # fmt: skip
        return failed, None
