"""What a desk has settled for a whole case: codes that are off, each with who says so and why.

Kept in the case's folder, in `draft.toml`. A code is named in full or by how it begins ("OR7").

    [[off]]
    code = "OR704"
    by = "Hester Quillan"
    because = "our drafts go well beyond the record"
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from onrecord.check.answers import tables
from onrecord.check.codes import check_chosen
from onrecord.core.errors import WrongUse

FILE = "draft.toml"
_KEYS = ("code", "by", "because")


@dataclass(frozen=True, slots=True)
class Off:
    """A code that is not looked for in the drafts of a case."""

    code: str
    by: str
    because: str

    def __str__(self) -> str:
        return f"{self.code} is off in this case ({self.by}: {self.because})"


def read_settings(path: Path) -> tuple[Off, ...]:
    """Read which codes are off; a file that is not there switches none off.

    Raises:
        WrongUse: it is not TOML, a table lacks its code, name or reason, or there is no such code.
    """
    rows = tuple(Off(*row) for row in tables(path, "off", _KEYS))
    for number, row in enumerate(rows, 1):
        try:
            check_chosen([row.code])
        except WrongUse as error:
            raise WrongUse(str(error), where=f"{path}, off {number}") from error
    return rows
