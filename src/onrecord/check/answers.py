"""What a desk decided of findings: accepted, by whom and why. Kept beside the draft, in TOML.

A decision is anchored to the code and the words it is about, so that it holds while they stand,
wherever they move to in the draft, and no longer.

    [[accepted]]
    code = "OR402"
    words = "12 results"
    by = "Hester Quillan"
    because = "the court bundle has exactly twelve"
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from onrecord.core.drafts import Finding
from onrecord.core.errors import WrongUse

_KEYS = ("code", "words", "by", "because")
_CALLED = {"accepted": "decision"}


@dataclass(frozen=True, slots=True)
class Accepted:
    """One finding that somebody accepted."""

    code: str
    words: str
    by: str
    because: str


@dataclass(frozen=True, slots=True)
class Answers:
    """The decisions on one draft."""

    accepted: tuple[Accepted, ...] = ()

    def applied(self, finding: Finding, characters: str) -> Finding:
        """Give a finding with who accepted it, if somebody did."""
        words = " ".join(finding.at.of(characters).split())
        for one in self.accepted:
            if one.code == finding.code and " ".join(one.words.split()) == words:
                return replace(finding, answered=f"{one.by}: {one.because}")
        return finding

    def accepting(self, code: str, words: str, by: str, because: str) -> Answers:
        """Give these and one more: that somebody accepts a finding.

        Args:
            words: those in the draft that the finding is about.

        Raises:
            WrongUse: no name, or no reason.
        """
        if not by.strip() or not because.strip():
            raise WrongUse("a finding is accepted by somebody, for a reason", help="give both")
        one = Accepted(code, *(" ".join(each.split()) for each in (words, by, because)))
        return Answers((*self.accepted, one))

    def without(self, number: int) -> Answers:
        """Give these without one of them, counted from 0."""
        return Answers(tuple(one for at, one in enumerate(self.accepted) if at != number))

    @property
    def toml(self) -> str:
        """Write them as the file beside a draft has them."""
        return "\n".join(_table(one.code, one.words, one.by, one.because) for one in self.accepted)


def beside(draft: Path) -> Path:
    """Give where the decisions on a draft are kept: `story.md` has them in `story.md.desk.toml`."""
    return draft.with_name(f"{draft.name}.desk.toml")


def accepting(finding: Finding, characters: str, by: str) -> str:
    """Word the decision to accept a finding, as TOML; its reason is left empty, to be written."""
    return _table(finding.code, " ".join(finding.at.of(characters).split()), by, "")


def _table(*values: str) -> str:
    rows = zip(_KEYS, values, strict=True)
    return "\n".join(["[[accepted]]", *(f"{key} = {_string(value)}" for key, value in rows), ""])


def _string(words: str) -> str:
    """Write a string as TOML does: as JSON, with DEL escaped too."""
    return json.dumps(words, ensure_ascii=False).replace("\x7f", "\\u007f")


def read_answers(path: Path) -> Answers:
    """Read decisions; a file that is not there holds none.

    Raises:
        WrongUse: it is not TOML, or a decision lacks its code, words, name or reason.
    """
    return Answers(tuple(Accepted(*row) for row in tables(path, "accepted", _KEYS)))


def answers_in(words: str) -> Answers:
    """Read decisions from the words of such a file.

    Raises:
        WrongUse: as for `read_answers`.
    """
    rows = _tables(words, "what was decided", "accepted", _KEYS)
    return Answers(tuple(Accepted(*row) for row in rows))


def tables(path: Path, name: str, keys: Sequence[str], also: str = "") -> Iterator[list[str]]:
    """Give the rows of one kind of table that a file holds: the words under each key.

    Args:
        also: the name of a table that the file may hold too.

    Raises:
        WrongUse: the file is not TOML, holds something else, or a row lacks a key.
    """
    if path.exists():
        yield from _tables(_read(path), str(path), name, keys, also)


def one_table(path: Path, name: str) -> dict[str, object]:
    """Give the one table of a name that a file holds; empty where there is none.

    Raises:
        WrongUse: the file is not TOML, or what has the name is no table.
    """
    found = _loaded(_read(path), str(path)).get(name, {}) if path.exists() else {}
    if not isinstance(found, dict):
        raise WrongUse(f"'{name}' is no table", where=str(path), help=f"write [{name}]")
    return found


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise WrongUse(f"cannot be read ({error})", where=str(path)) from error


def _loaded(words: str, place: str) -> dict[str, object]:
    try:
        return tomllib.loads(words)
    except tomllib.TOMLDecodeError as error:
        raise WrongUse(f"cannot be read ({error})", where=place) from error


def _tables(
    words: str, place: str, name: str, keys: Sequence[str], also: str = ""
) -> Iterator[list[str]]:
    table = _loaded(words, place)
    rows = table.get(name, [])
    if not isinstance(rows, list) or set(table) - {name, also}:
        raise WrongUse(f"holds something else than [[{name}]] tables", where=place)
    for number, row in enumerate(rows, 1):
        where = f"{place}, {_CALLED.get(name, name)} {number}"
        if not isinstance(row, dict):
            raise WrongUse("is no table", where=where)
        for key in keys:
            if not isinstance(row.get(key), str) or not row[key].strip():
                raise WrongUse(f"has no '{key}'", where=where, help="give it in quotation marks")
        yield [row[key] for key in keys]
