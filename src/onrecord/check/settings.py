"""What a desk has settled for a whole case: codes that are off, and its style of attribution.

Kept in the case's folder, in `draft.toml`. A code is named in full or by how it begins ("OR7"), and
each that is off says who says so and why. Of the style only what is named is looked for.

    [[off]]
    code = "OR704"
    by = "Hester Quillan"
    because = "our drafts go well beyond the record"

    [style]
    verbs = ["said", "told", "wrote", "according to"]
    avoid = ["claimed", "admitted"]
    unnamed = ["asked not to be named because", "was not authorised to speak"]
    alleged_by = true
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from onrecord.check.answers import one_table, tables
from onrecord.check.codes import check_chosen
from onrecord.core.errors import WrongUse

FILE = "draft.toml"
_KEYS = ("code", "by", "because")
_LISTS, _SWITCH = ("verbs", "avoid", "unnamed"), "alleged_by"


@dataclass(frozen=True, slots=True)
class Off:
    """A code that is not looked for in the drafts of a case."""

    code: str
    by: str
    because: str

    def __str__(self) -> str:
        return f"{self.code} is off in this case ({self.by}: {self.because})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """A house style of attribution; what is empty is not looked at.

    Attributes:
        verbs: the only ones by which the house gives words to somebody; those that stand first are
            offered. A phrase ("according to") may be among them.
        avoid: verbs that the house never uses.
        unnamed: wordings of which one stands wherever an unnamed source speaks.
        alleged_by: "alleged" says by whom.
    """

    verbs: tuple[str, ...] = ()
    avoid: tuple[str, ...] = ()
    unnamed: tuple[str, ...] = ()
    alleged_by: bool = False

    def __bool__(self) -> bool:
        return bool(self.verbs or self.avoid or self.unnamed or self.alleged_by)


@dataclass(frozen=True, slots=True)
class Settings:
    """All that is settled for the drafts of a case."""

    off: tuple[Off, ...] = ()
    style: Style = Style()


def read_settings(path: Path) -> Settings:
    """Read what is settled; a file that is not there settles nothing.

    Raises:
        WrongUse: it is not TOML, a table lacks its code, name or reason, there is no such code, or
            the style holds what is none.
    """
    rows = tuple(Off(*row) for row in tables(path, "off", _KEYS, also="style"))
    for number, row in enumerate(rows, 1):
        try:
            check_chosen([row.code])
        except WrongUse as error:
            raise WrongUse(str(error), where=f"{path}, off {number}") from error
    return Settings(rows, _style(path, one_table(path, "style")))


def _style(path: Path, table: dict[str, object]) -> Style:
    where = f"{path}, style"
    for key in set(table) - {*_LISTS, _SWITCH}:
        known = ", ".join((*_LISTS, _SWITCH))
        raise WrongUse(f"there is no '{key}' in a style", where=where, help=f"there are {known}")
    made: dict[str, tuple[str, ...]] = {}
    for key in _LISTS:
        words = table.get(key, [])
        if not isinstance(words, list) or not all(isinstance(w, str) and w.strip() for w in words):
            raise WrongUse(f"'{key}' is no list of words", where=where, help=f'{key} = ["said"]')
        made[key] = tuple(" ".join(word.split()) for word in words)
    by = table.get(_SWITCH, False)
    if not isinstance(by, bool):
        raise WrongUse(f"'{_SWITCH}' is neither true nor false", where=where)
    return Style(**made, alleged_by=by)
