"""What is taken from the rows of one table: tenures and labels, each with its place.

A cell that is no date is not guessed at: its end of the tenure is then not known, and a note says
where. Keys that are not made to be the same everywhere are kept apart by their text.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from onrecord.core.dates import When
from onrecord.core.errors import UnreadableDate
from onrecord.core.identity import RowId, anchored
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Label, Labelled, Tenure, Text

OPEN, UNKNOWN = "..", ""
MOST_NOTES = 5
"""Of notes on single rows: whoever waits reads a few, and how many more there are."""

_UUID = re.compile(r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_NOTHING = ("", "NULL")
"""What stands where there is no date; the second is what databases write out."""

_FOREVER = "9999-12-31"
_DAY_AND_HOUR = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:.*", re.S)


class Gathering:
    """Tenures and labels as they are found in one text."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self.tenures: list[Tenure] = []
        self.labels: list[Label] = []
        self._notes: list[str] = []
        self._at: Counter[Span] = Counter()

    def tenure(
        self,
        at: Span,
        *,
        start: object,
        end: object,
        post: str,
        body: str = "",
        name: str = "",
        person: object = "",
        office: object = "",
        organisation: object = "",
        cited: Sequence[str] = (),
    ) -> None:
        """Take one tenure; an end that is not given was open when the table was made."""
        given = tuple(When.of(one) for one in cited if self._date(one, at))
        self._at[at] += 1  # a row that names several holders gives each a tenure of its own
        self.tenures.append(
            Tenure(
                id=RowId(anchored("ten", self._text.id, *[[at]] * self._at[at])),
                post=post,
                body=body,
                held=None if given and not start and not end else self._held(start, end, at),
                cited=given,
                at=(at,),
                name=name,
                person=self.key(person),
                office=self.key(office),
                organisation=self.key(organisation),
                listed=True,
            )
        )

    def label(
        self,
        kind: Labelled,
        key: object,
        name: str,
        at: Span,
        *,
        start: object = "",
        end: object = "",
        of: object = "",
    ) -> None:
        """Take one name of what a key stands for; without key or name there is none."""
        if not self.key(key) or not name:
            return
        first, last = self._date(start, at) or OPEN, self._date(end, at) or OPEN
        borne = None if first == last == OPEN else self._interval(first, last, at)
        self.labels.append(
            Label(kind=kind, key=self.key(key), name=name, borne=borne, of=self.key(of), at=at)
        )

    def key(self, value: object) -> str:
        """Give a key that means the same in every text, or is kept to this one."""
        key = words(value)
        if not key or "/" in key or ":" in key or _UUID.fullmatch(key):
            return key
        return f"{self._text.id}:{key}"

    @property
    def notes(self) -> tuple[str, ...]:
        more = len(self._notes) - MOST_NOTES
        return (*self._notes[:MOST_NOTES], *([f"and {more} more rows like these"] * (more > 0)))

    def _held(self, start: object, end: object, at: Span) -> When | None:
        first = self._date(start, at) or UNKNOWN
        last = self._date(end, at) if words(end) not in _NOTHING else OPEN
        if not first and last in (None, OPEN):
            return None
        return self._interval(first, last or UNKNOWN, at)

    def _interval(self, first: str, last: str, at: Span) -> When | None:
        try:
            return When.of(f"{first}/{last}")
        except UnreadableDate:
            self._note(
                at, f"it ends on {last}, before it begins on {first}; its dates are left out"
            )
            return None

    def _date(self, value: object, at: Span) -> str | None:
        """Read a cell as a date; None where there is none, or it cannot be read as one."""
        cell = words(value)
        if cell in _NOTHING:
            return None
        if cell == _FOREVER:
            return OPEN
        hour = _DAY_AND_HOUR.fullmatch(cell)
        cell = hour[1] if hour else cell
        try:
            if not When.of(cell).is_interval:
                return cell
        except UnreadableDate:
            pass
        shown = cell if len(cell) <= 40 else f"{cell[:37]}..."
        self._note(at, f"cannot read {shown!r} as a date; it is taken as not known")
        return None

    def _note(self, at: Span, what: str) -> None:
        self._notes.append(f"row at {at}: {what}")


def words(value: object) -> str:
    """Give a cell as words: numbers as they are written, anything else as nothing."""
    if isinstance(value, str):
        return " ".join(value.split())
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else ""
