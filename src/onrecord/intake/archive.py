"""What stands in a zip archive, read member by member and never written to disk.

Names, sizes and ratios are looked at before a byte is unpacked; a member that lies about its size
is damaged. Every member ends as an item: its bytes, or the reason why it is refused.
"""

from __future__ import annotations

import stat
import struct
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from onrecord.core.errors import Refused
from onrecord.intake import names, walk
from onrecord.intake.limits import Limits

_END = struct.Struct("<4s4H2LH")
_END_MARK = b"PK\x05\x06"
_LONGEST_COMMENT = 65_536
# Each entry of the directory is 46 bytes and a name; a folder of long names comes to 200 each.
_ENTRY_BYTES = 400
_METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}
_ENCRYPTED = 0x1
_ODD = {
    stat.S_IFLNK: "a symbolic link",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
}


@dataclass(slots=True)
class Budget:
    """What is left to unpack of one archive and all archives inside it."""

    bytes: int
    members: int

    @classmethod
    def of(cls, limits: Limits) -> Budget:
        return cls(limits.unpacked_bytes, limits.members)


def opened(stream: BinaryIO, limits: Limits) -> zipfile.ZipFile:
    """Open a zip file whose directory has been weighed first.

    Raises:
        Refused: too many members, or not a sound zip file.
    """
    size = stream.seek(0, 2)
    stream.seek(max(0, size - _LONGEST_COMMENT - _END.size))
    tail = stream.read()
    at = tail.rfind(_END_MARK)
    if at < 0 or len(tail) - at < _END.size:
        raise Refused("damaged", "the archive has no directory", help="it may be cut off")
    _, _, _, _, members, directory, _, _ = _END.unpack_from(tail, at)
    if members > limits.members or directory > limits.members * _ENTRY_BYTES:
        raise Refused("limit", f"more than {limits.members:,} members", help="unpack it yourself")
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise Refused("damaged", f"not a sound archive: {error}") from error
    if len(archive.infolist()) > limits.members:
        raise Refused("limit", f"more than {limits.members:,} members", help="unpack it yourself")
    return archive


def weighed(archive: zipfile.ZipFile, limits: Limits) -> None:
    """Refuse a packed document (DOCX, ODT) that unpacks to more than it should, before it does.

    Raises:
        Refused: too large, too tightly packed, or encrypted.
    """
    budget = Budget.of(limits)
    for info in archive.infolist():
        _weigh(info, budget, limits)
        budget.bytes -= info.file_size


def without_doctype(package: zipfile.ZipFile, name: str) -> None:
    """Refuse XML that declares a document type: office files never do, traps of entities must.

    Raises:
        Refused: it does, or the member is not there.
    """
    try:
        with package.open(name) as member:
            opening = member.read(4096)
    except KeyError:
        raise Refused("damaged", f"not a sound document: no {name} in it") from None
    if b"<!doctype" in opening.lower():
        raise Refused("damaged", "its XML declares a document type, which no such file does")


def unpacked(
    outer: walk.Item, stream: BinaryIO, limits: Limits, budget: Budget
) -> Iterator[walk.Item]:
    """Give the members of an archive in its own order, each named "archive/member".

    Raises:
        Refused: the archive as a whole cannot be read.
    """
    deep = outer.archives + 1
    if deep > limits.archives_deep:
        raise Refused("limit", f"archives more than {limits.archives_deep} deep")
    with opened(stream, limits) as archive:
        seen: Counter[str] = Counter()
        for info in archive.infolist():
            if _left_out(info):
                continue
            seen[info.filename] += 1
            inner = names.shown(_numbered(info.filename, seen[info.filename]))
            name = f"{outer.name}/{inner}"
            try:
                raw = _member(archive, info, budget, limits)
            except Refused as why:
                size, parent = info.file_size, outer.parent
                yield walk.refused(name, why.code, str(why), size=size, parent=parent)
                continue
            depth = outer.depth + 1
            yield walk.item(name, raw, parent=outer.parent, depth=depth, archives=deep)
        if not seen:
            raise Refused("empty", "an archive without files")


def _left_out(info: zipfile.ZipInfo) -> bool:
    """Leave out folders and hidden files, as in a folder on disk."""
    if names.unsafe(info.orig_filename):
        return False
    parts = info.filename.strip("/").split("/")
    return info.is_dir() or any(part.startswith(".") or part == "__MACOSX" for part in parts)


def _member(
    archive: zipfile.ZipFile, info: zipfile.ZipInfo, budget: Budget, limits: Limits
) -> bytes:
    why = names.unsafe(info.orig_filename)
    if why:
        raise Refused("unreadable", why)
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind in _ODD:
        raise Refused("unreadable", f"{_ODD[kind]}, not a file")
    _weigh(info, budget, limits)
    if info.file_size > limits.file_bytes:
        most = limits.file_bytes
        raise Refused("limit", f"{info.file_size:,} bytes; at most {most:,} are read; split it")
    budget.bytes -= info.file_size
    budget.members -= 1
    try:
        return archive.read(info)
    except Exception as error:  # zlib, CRC, missing local header: each costs its member only
        raise Refused("damaged", f"cannot be unpacked: {error}") from error


def _weigh(info: zipfile.ZipInfo, budget: Budget, limits: Limits) -> None:
    if info.flag_bits & _ENCRYPTED:
        raise Refused("encrypted", "it is encrypted", help="take the password off")
    if info.compress_type not in _METHODS:
        raise Refused("unknown kind", f"packed by method {info.compress_type}", help="zip it anew")
    tight = info.file_size > limits.ratio * max(1, info.compress_size)
    if tight and info.file_size > limits.ratio_from:
        raise Refused("limit", f"unpacks to more than {limits.ratio} times its size")
    if info.file_size > budget.bytes:
        most = limits.unpacked_bytes
        raise Refused("limit", f"unpacks to more than {most:,} bytes", help="unpack it yourself")
    if budget.members <= 0:
        raise Refused("limit", f"more than {limits.members:,} members", help="unpack it yourself")


def _numbered(name: str, number: int) -> str:
    if number == 1:
        return name
    stem, dot, suffix = name.rpartition(".")
    return f"{stem} ({number}).{suffix}" if dot and "/" not in suffix else f"{name} ({number})"
