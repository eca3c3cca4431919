"""Keeps the bytes of every source, each under the name of its own SHA-256, for good.

A blob is on disk, under its final name, before the entry that speaks of it is committed; so a crash
can leave a blob that no entry names, never an entry without its blob.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from onrecord.core.errors import Damaged, Unwritable
from onrecord.core.identity import sha256


class Blobs:
    """The folder `sources/` of a case."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, digest: str) -> Path:
        return self.folder / digest[:2] / digest

    def keep(self, blobs: Iterable[bytes]) -> None:
        """Write each under its digest and sync it to disk; what is there already stays.

        Raises:
            Unwritable: the disk is full or the folder cannot be written; nothing half is left.
        """
        touched: set[Path] = set()
        try:
            for data in blobs:
                path = self.path(sha256(data))
                if not path.exists():
                    if not path.parent.exists():
                        path.parent.mkdir(parents=True, exist_ok=True)
                        touched.add(self.folder)
                    _write(path, data)
                    touched.add(path.parent)
            for folder in touched:
                _sync_folder(folder)
        except OSError as error:
            raise Unwritable(
                f"cannot keep a source ({error.strerror})",
                where=str(self.folder),
                help="check room and permissions, then run again",
            ) from error

    def get(self, digest: str) -> bytes:
        """Give the bytes.

        Raises:
            Damaged: they are gone, or no longer what their name says.
        """
        try:
            data = self.path(digest).read_bytes()
        except OSError as error:
            raise Damaged(
                "the bytes of a source are missing",
                where=str(self.path(digest)),
                help="restore the file from a copy",
            ) from error
        if sha256(data) != digest:
            raise Damaged(
                "the bytes of a source have been changed",
                where=str(self.path(digest)),
                help="restore the file from a copy",
            )
        return data


def _write(path: Path, data: bytes) -> None:
    # The process id keeps two writers of one blob apart; the rename makes the last of them win,
    # with the same bytes.
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.rename(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
