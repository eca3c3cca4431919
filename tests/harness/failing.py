"""A file system that fails at the n-th call: the disk is full, or the device does not answer."""

from __future__ import annotations

from typing import Any

import apsw


class Failing(apsw.VFS):
    """The ordinary file system until `when` calls have been made; then every call fails.

    Args:
        error: what SQLite is told.
        verbs: the calls that count and fail.
    """

    def __init__(self, name: str, error: type[apsw.Error], verbs: frozenset[str]) -> None:
        self.name, self.error, self.verbs = name, error, verbs
        self.left: int | None = None
        self.failed = False
        super().__init__(name, "")

    def fail_after(self, calls: int | None) -> None:
        """Let so many calls pass; None: all."""
        self.left, self.failed = calls, False

    def passes(self, verb: str) -> None:
        if self.left is None or verb not in self.verbs:
            return
        if self.left == 0:
            self.failed = True
            raise self.error(f"made to fail at {verb}")
        self.left -= 1

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:
        return _FailingFile(self, name, flags)


class _FailingFile(apsw.VFSFile):
    def __init__(self, files: Failing, name: Any, flags: list[int]) -> None:
        self._files = files
        super().__init__("", name, flags)

    def xRead(self, amount: int, offset: int) -> bytes:
        self._files.passes("read")
        return super().xRead(amount, offset)

    def xWrite(self, data: bytes, offset: int) -> None:
        self._files.passes("write")
        super().xWrite(data, offset)

    def xTruncate(self, size: int) -> None:
        self._files.passes("truncate")
        super().xTruncate(size)

    def xSync(self, flags: int) -> None:
        self._files.passes("sync")
        super().xSync(flags)
