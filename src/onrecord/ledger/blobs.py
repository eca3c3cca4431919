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
from onrecord.ledger.store import sync_folder


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
        try:
            fresh = {}
            for data in blobs:
                path = self.path(sha256(data))
                fresh[path] = None if path.exists() else data
            _write({path: data for path, data in fresh.items() if data is not None})
            # A file that is there already may be another writer's of just now, not yet synced.
            for folder in {path.parent for path in fresh} | ({self.folder} if fresh else set()):
                sync_folder(folder)
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


def _write(files: dict[Path, bytes]) -> None:
    """Write all, then sync all, then give all their names: the disk is waited for once, not often.

    The process id keeps two writers of one blob apart; the rename makes the last of them win, with
    the same bytes.
    """
    temporary = {path: path.with_name(f".{path.name}.{os.getpid()}") for path in files}
    try:
        for folder in {path.parent for path in files}:
            folder.mkdir(parents=True, exist_ok=True)
        for path, data in files.items():
            temporary[path].write_bytes(data)
        for each in temporary.values():
            _sync(each)
        for path, each in temporary.items():
            each.rename(path)
    except BaseException:
        for each in temporary.values():
            each.unlink(missing_ok=True)
        raise


def _sync(file: Path) -> None:
    handle = os.open(file, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
