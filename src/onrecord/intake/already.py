"""The answer for a file that the caller has already."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.core.identity import SourceId


@dataclass(frozen=True, slots=True, kw_only=True)
class Already:
    """A file that need not be read: the caller has a source with these bytes."""

    name: str
    sha256: str
    id: SourceId
