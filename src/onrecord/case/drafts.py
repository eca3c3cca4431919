"""Drafts that somebody asked to keep: plain files beside the record, and nothing of them in it.

Each lies with what was decided of its findings, as `onrecord check` reads it: `story.md` and
`story.md.desk.toml`. A draft that nobody asked to keep is held against the record and forgotten.
"""

from __future__ import annotations

import re
from pathlib import Path

from onrecord import check
from onrecord.core.errors import NoSuchRow, Unwritable, WrongUse

FOLDER = "drafts"
"""The folder of a case in which drafts are kept."""
_PLAIN = re.compile(r"\w[\w.() -]{0,99}")
_KINDS = (".txt", ".md")


class Drafts:
    """The drafts kept in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def names(self) -> list[str]:
        """Name those that are kept."""
        found = self._folder.iterdir() if self._folder.is_dir() else ()
        return sorted(path.name for path in found if path.suffix in _KINDS)

    def read(self, name: str) -> tuple[str, check.Answers]:
        """Give the words of a draft, and what was decided of its findings.

        Raises:
            NoSuchRow: none of this name is kept.
            WrongUse: what was decided cannot be read.
        """
        path = self._path(name)
        if name not in self.names:
            raise NoSuchRow(f"no draft {name} is kept")
        words = path.read_bytes().decode("utf-8", "replace")
        return words, check.read_answers(check.beside(path))

    def keep(self, name: str, words: str, answers: check.Answers) -> str:
        """Keep a draft, instead of an earlier one of its name; gives the name it has then.

        Raises:
            WrongUse: that is no name for a file.
            Unwritable: the folder cannot be written.
        """
        path = self._path(name)
        try:
            self._folder.mkdir(exist_ok=True)
            path.write_bytes(words.encode("utf-8"))
            check.beside(path).write_bytes(answers.toml.encode("utf-8"))
        except OSError as error:
            raise Unwritable(f"the draft cannot be kept ({error.strerror})") from error
        return path.name

    def forget(self, name: str) -> None:
        """Delete a draft with what was decided of it.

        Raises:
            NoSuchRow: none of this name is kept.
        """
        if name not in self.names:
            raise NoSuchRow(f"no draft {name[:100]} is kept")
        path = self._path(name)
        path.unlink()
        check.beside(path).unlink(missing_ok=True)

    def _path(self, name: str) -> Path:
        if not _PLAIN.fullmatch(name):
            raise WrongUse(f"{name[:100]!r} is no name for a draft", help="use letters and digits")
        return self._folder / (name if name.endswith(_KINDS) else f"{name}.txt")
