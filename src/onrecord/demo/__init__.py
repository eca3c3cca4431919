"""The sample case: invented documents about a prosecution that was given up.

It says where the documents lie and what is told about each when it is added. What they were written
to show stands in `STORY.md`; nothing here knows what they mean. What invented people decided about
them comes as data too, and is recorded as anybody's judgements are.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from onrecord.demo.deciding import Recorded, ToldClock, began, record

__all__ = [
    "Listed",
    "Manifest",
    "Recorded",
    "ToldClock",
    "began",
    "documents",
    "draft",
    "manifest",
    "record",
    "standards",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One file and what is told of it; None: nothing is told. Days are EDTF."""

    file: str
    retrieved: str
    outlet: str | None = None
    published: str | None = None
    address: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The sample case by name, described, with its documents in the order of their file names."""

    case: str
    description: str
    documents: tuple[Listed, ...]


def documents() -> Path:
    """Give the folder of the sample documents. It is part of the package: copy, do not change."""
    return _here() / "documents"


def standards() -> Path:
    """Give the folder of standards that the sample case has of its own."""
    return _here() / "standards"


def draft() -> Path:
    """Give a draft about the sample case, with some faults in it, for the desk to find."""
    return _here() / "draft.md"


def manifest() -> Manifest:
    """Read what is told about each sample document."""
    told = json.loads((_here() / "manifest.json").read_text(encoding="utf-8"))
    listed = tuple(Listed(**entry) for entry in told["documents"])
    return Manifest(case=told["case"], description=told["description"], documents=listed)


def _here() -> Path:
    return Path(str(files(__name__)))
