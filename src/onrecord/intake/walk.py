"""What the user gave, one file after another: files, folders, archives, rows, in a fixed order.

Everything given is accounted for: what cannot be opened, is too large, or leads out of its folder
comes as an item with the reason. Hidden files of a folder are left out, as a listing does.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from onrecord.core.identity import SourceId, sha256
from onrecord.core.vocabulary import Refusal
from onrecord.intake import kinds
from onrecord.intake.limits import Limits
from onrecord.intake.names import shown

_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """Bytes under a name, or the reason why there are none.

    `digest` and `size` tell of a file whose bytes were not kept; '' where they are not known.
    `depth` counts the documents this one lies in, `archives` those of them that are archives.
    """

    name: str
    raw: bytes = b""
    kind: str
    refusal: Refusal | None = None
    digest: str = ""
    size: int = 0
    parent: SourceId | None = None
    depth: int = 0
    archives: int = 0


def item(name: str, raw: bytes, *, parent: SourceId | None = None, depth: int = 0,
         archives: int = 0, kind: str = "") -> Item:  # fmt: skip
    """Make an item of bytes at hand."""
    return Item(
        name=name,
        raw=raw,
        kind=kind or kinds.media_type(name, raw),
        digest=sha256(raw),
        size=len(raw),
        parent=parent,
        depth=depth,
        archives=archives,
    )


def refused(name: str, code: str, reason: str, *, kind: str = kinds.OTHER, size: int = 0,
            parent: SourceId | None = None) -> Item:  # fmt: skip
    """Make an item whose bytes cannot be had."""
    refusal = Refusal(code=code, reason=reason)
    return Item(name=name, kind=kind, refusal=refusal, size=size, parent=parent)


@dataclass(frozen=True, slots=True)
class Found:
    """A file on disk and the name it goes by: as given, or its path within the folder given."""

    path: Path
    name: str
    home: Path | None = None


def files(paths: Sequence[Path], leave_out: Collection[Path] = ()) -> Iterator[Found]:
    """List every file given, folders in the order of their names, without opening any.

    Args:
        leave_out: resolved paths that are not listed when a folder holds them.
    """
    left = frozenset(leave_out)
    for path in paths:
        if os.path.isdir(path):  # noqa: PTH112 - `Path.is_dir` raises where it may not look
            yield from _folder(path, path, path.resolve(), left)
        else:
            yield Found(path, shown(path.name))


def why_not(found: Found) -> str:
    """Say why a path is not opened at all; empty for a plain file in its place."""
    try:
        if found.home is not None and not found.path.resolve().is_relative_to(found.home):
            return "a link that leads out of its folder"
        if not found.path.exists():
            return "no such file"
        return "" if found.path.is_file() else "not a plain file"
    except (OSError, RuntimeError) as error:
        return f"cannot be opened: {error}"


def load(found: Found, limits: Limits) -> Item:
    """Read one file from disk, or say why it is not read."""
    why = why_not(found)
    if why:
        return refused(found.name, "unreadable", why)
    try:
        size = found.path.stat().st_size
        if size > limits.file_bytes:
            return _too_large(found, size, limits)
        return item(found.name, found.path.read_bytes())
    except OSError as error:
        return refused(found.name, "unreadable", f"cannot be opened: {error.strerror or error}")


def within_size(given: Item, limits: Limits) -> Item:
    """Refuse bytes at hand that are too many, as a file of that size is."""
    if given.size <= limits.file_bytes:
        return given
    return replace(given, refusal=_of_size(given.size, limits))


def _too_large(found: Found, size: int, limits: Limits) -> Item:
    """Name a file by its bytes without keeping them."""
    digest = hashlib.sha256()
    with found.path.open("rb") as stream:
        head = stream.read(_CHUNK)
        digest.update(head)
        while piece := stream.read(_CHUNK):
            digest.update(piece)
    return Item(
        name=found.name,
        kind=kinds.media_type(found.name, head),
        refusal=_of_size(size, limits),
        digest=digest.hexdigest(),
        size=size,
    )


def _of_size(size: int, limits: Limits) -> Refusal:
    reason = f"{size:,} bytes; at most {limits.file_bytes:,} are read; split it"
    return Refusal(code="limit", reason=reason)


def head_of(path: Path) -> bytes:
    """Give the first bytes of a file, none where it cannot be opened."""
    try:
        with path.open("rb") as stream:
            return stream.read(4096)
    except OSError:
        return b""


def _folder(folder: Path, top: Path, home: Path, left: frozenset[Path]) -> Iterator[Found]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield Found(folder, _within(folder, top), home)
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        path = Path(entry.path)
        if left and path.resolve() in left:
            continue
        # A link to a folder is not followed: it may lead round in a circle.
        if entry.is_dir(follow_symlinks=False):
            yield from _folder(path, top, home, left)
        else:
            yield Found(path, _within(path, top), home)


def _within(path: Path, top: Path) -> str:
    return shown(path.relative_to(top).as_posix() if path != top else top.name)
