"""What a document inside a document may be called. A given name is a label, never a place."""

from __future__ import annotations

import re
import unicodedata

_LONGEST = 200
_DRIVE = re.compile(r"^[A-Za-z]:")


def unsafe(name: str) -> str:
    """Say why a member's name is refused; empty when it is a plain path below its archive."""
    if "\x00" in name:
        return "its name holds a NUL"
    path = name.replace("\\", "/")
    if path.startswith("/") or _DRIVE.match(path):
        return "its name is an absolute path"
    if ".." in path.split("/"):
        return "its name leads out of the archive"
    return "" if path.strip("/. ") else "it has no name"


def shown(name: str) -> str:
    """Give a name that is safe to print: no control or direction characters, at most 200 long."""
    kept = "".join("\ufffd" if unicodedata.category(c) in _UNSEEN else c for c in name)
    return kept if len(kept) <= _LONGEST else kept[: _LONGEST - 40] + "…" + kept[-39:]


def bare(name: str, otherwise: str) -> str:
    """Give the last part of a name that may pretend to be a path."""
    last = re.split(r"[\\/]", name.replace("\x00", ""))[-1].strip(" .")
    return shown(_DRIVE.sub("", last)) or otherwise


_UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}
