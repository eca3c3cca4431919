"""A file system that remembers what was written and what was synced, to be cut off at any moment.

After a power loss a disk holds all that was synced, and of the rest any part: a write or none of it
or some of its 512-byte sectors, a file's new length or its old, a deletion or the file as it was.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import apsw

SECTOR = 512


@dataclass(frozen=True)
class Step:
    """One thing done to a file: create, write, truncate, sync or delete; or an acknowledgement."""

    verb: str
    name: str = ""
    at: int = 0
    data: bytes = b""
    sync: bool = False


class Losing(apsw.VFS):
    """The ordinary file system, with a log of what was done to the files of a case."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.log: list[Step] = []
        super().__init__(name, "")

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:
        path = Path(name.filename() if isinstance(name, apsw.URIFilename) else name)
        if not path.exists():
            self.log.append(Step("create", path.name))
        return _LosingFile(self.log, path.name, name, flags)

    def xDelete(self, name: str, sync: bool) -> None:
        super().xDelete(name, sync)
        self.log.append(Step("delete", Path(name).name, sync=bool(sync)))


class _LosingFile(apsw.VFSFile):
    def __init__(self, log: list[Step], short: str, name: Any, flags: list[int]) -> None:
        self._log, self._short = log, short
        super().__init__("", name, flags)

    def xWrite(self, data: bytes, offset: int) -> None:
        super().xWrite(data, offset)
        self._log.append(Step("write", self._short, offset, bytes(data)))

    def xTruncate(self, size: int) -> None:
        super().xTruncate(size)
        self._log.append(Step("truncate", self._short, size))

    def xSync(self, flags: int) -> None:
        super().xSync(flags)
        self._log.append(Step("sync", self._short))


@dataclass
class _Life:
    """One life of a file, from its creation on. `synced` None: there is no file."""

    synced: bytearray | None
    pending: list[Step] = field(default_factory=list)
    new: bool = True


class Disk:
    """What is on the disk for sure, and what may be."""

    def __init__(self, files: dict[str, bytes]) -> None:
        self._lives = {name: [_Life(bytearray(data), new=False)] for name, data in files.items()}

    def take(self, step: Step) -> None:
        """Carry out one step of the log."""
        lives = self._lives.setdefault(step.name, [_Life(None)])
        if step.verb == "create":
            lives.append(_Life(bytearray()))
        elif step.verb == "delete":
            lives.append(_Life(None))
            if step.sync:
                self._names_are_synced()
        elif step.verb == "sync":
            life = lives[-1]
            for pending in life.pending:
                _apply(life.synced, pending)
            life.pending.clear()
            if life.new:  # SQLite syncs the folder with the first sync of a file it made
                life.new = False
                self._names_are_synced()
        elif step.verb in ("write", "truncate"):
            lives[-1].pending.append(step)

    def _names_are_synced(self) -> None:
        for lives in self._lives.values():
            del lives[:-1]

    def after_a_loss(self, chance: random.Random) -> dict[str, bytes]:
        """Give the files as they may be found when the power is back."""
        likely = chance.choice((0.0, 0.1, 0.5, 0.9, 1.0))
        files = {}
        for name, lives in self._lives.items():
            life = chance.choice(lives)
            if life.synced is None:
                continue
            data = bytearray(life.synced)
            for step in life.pending:
                for piece in _sectors(step):
                    if chance.random() < likely:
                        _apply(data, piece)
            files[name] = bytes(data)
        return files


def _apply(data: bytearray | None, step: Step) -> None:
    assert data is not None
    if step.verb == "truncate":
        del data[step.at :]
        return
    if len(data) < step.at:
        data.extend(bytes(step.at - len(data)))
    data[step.at : step.at + len(step.data)] = step.data


def _sectors(step: Step) -> Iterator[Step]:
    if step.verb != "write":
        yield step
        return
    at, end = step.at, step.at + len(step.data)
    while at < end:
        until = min(end, (at // SECTOR + 1) * SECTOR)
        yield Step("write", step.name, at, step.data[at - step.at : until - step.at])
        at = until


def losses(
    files: dict[str, bytes], log: list[Step], moments: Iterable[int], chance: random.Random
) -> Iterator[tuple[int, dict[str, bytes]]]:
    """Cut the power at each of these moments (in order): what was acknowledged, what is found."""
    disk, done, acknowledged = Disk(files), 0, 0
    for moment in moments:
        for step in log[done:moment]:
            if step.verb == "acknowledged":
                acknowledged += 1
            else:
                disk.take(step)
        done = max(done, moment)
        yield acknowledged, disk.after_a_loss(chance)
