"""Pages of a case that were shown before: found again without opening it.

They are kept in the case itself, under all that they depend on (`onrecord.ledger.Shown`), and made
again when any of it is another. This program is named by its files: a changed rule asks anew.
"""

from __future__ import annotations

import hashlib
import os
from functools import cache
from pathlib import Path

from onrecord import __version__
from onrecord.ledger import Shown

_MADE = "__pycache__"


def shown(folder: Path) -> Shown:
    """Give the pages that are kept in the case in `folder`, whether or not there is a case."""
    return Shown(folder, program())


@cache
def program() -> str:
    """Name this program by the names, sizes and days of all its files."""
    digest = hashlib.blake2b(__version__.encode(), digest_size=12)
    left = [str(Path(__file__).parents[1])]
    while left:
        with os.scandir(left.pop()) as entries:
            for one in sorted(entries, key=_name):
                if not one.is_dir():
                    file = one.stat()
                    digest.update(f"{one.path} {file.st_size} {file.st_mtime_ns}\n".encode())
                elif one.name != _MADE:
                    left.append(one.path)
    return digest.hexdigest()


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name
