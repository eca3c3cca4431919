"""What documents carry of one another, as rows: each with the words of the document that show it.

That one report carries another says nothing of what is so. It says that the two are not two.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.core.identity import SourceId
from onrecord.core.spans import Span
from onrecord.core.wording import quoted


class Carrying(StrEnum):
    """How one document carries another."""

    VERSION = "version"
    COPY = "copy"
    REWRITE = "rewrite"
    QUOTATION = "quotation"
    CITATION = "citation"
    CORRECTION = "correction"
    RETRACTION = "retraction"

    @property
    def repeats(self) -> bool:
        """Say whether what the other told is told again, rather than taken back."""
        return self not in (Carrying.CORRECTION, Carrying.RETRACTION)

    @property
    def whole(self) -> bool:
        """Say whether the document is, for the most part, the other one."""
        return self in (Carrying.VERSION, Carrying.COPY)


_VERBS = {
    Carrying.VERSION: "is a version of",
    Carrying.COPY: "is a copy of",
    Carrying.REWRITE: "rewrites",
    Carrying.QUOTATION: "quotes",
    Carrying.CITATION: "names",
    Carrying.CORRECTION: "corrects",
    Carrying.RETRACTION: "takes back",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriesRow:
    """One document carries another, or something that is not in the record.

    Attributes:
        of: the document carried; None where it is not in the record, and `named` then says what
            the words call it.
        at, words: what shows it, in the document that carries; None and '' where the whole does.
        likeness: the share, from 0 to 1, that `because` says of what; None where words name it.
    """

    source: SourceId
    source_label: str
    of: SourceId | None
    named: str
    kind: Carrying
    because: str
    at: Span | None = None
    words: str = ""
    likeness: float | None = None

    @property
    def manner(self) -> str:
        """Say what the document does with which."""
        outside = "" if self.of is not None else " (not in the record)"
        return f"{_VERBS[self.kind]} {self.named}{outside}"

    @property
    def title(self) -> str:
        """Say which carries which."""
        return f"{self.source_label} {self.manner}"

    def attributed(self, most: int | None = None) -> str:
        """Give the words that show it, with whose they are."""
        shown = f": {quoted(self.words, most)}" if self.words else ""
        return f"{self.source_label}{shown}"


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchRow:
    """One document in the tree of what carries what; those that carry it follow, one deeper.

    Attributes:
        source: None where it is not in the record.
        link: what shows that it carries the document above it; None at depth 0.
        others: what else it carries, and what it corrects or takes back.
    """

    depth: int
    source: SourceId | None
    source_label: str
    link: CarriesRow | None = None
    others: tuple[CarriesRow, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedOrigins:
    """The documents that carry one claim, put under the origins that they go back to.

    Attributes:
        origins: the sources of each independent origin; the earliest origin first, and in each the
            earliest source first.
        because: how they were counted: a sentence for each origin, then what joined any of them.
        index: for each position, in the order in which they were given, the number of its origin
            from 0; -1 where it goes back to none of them, as a denial does.
        names: whose each origin is, in words.
        fallen: the numbers of the origins whose source has withdrawn, with all that carries them.
    """

    origins: tuple[tuple[SourceId, ...], ...]
    because: tuple[str, ...]
    index: tuple[int, ...]
    names: tuple[str, ...] = ()
    fallen: frozenset[int] = frozenset()

    @property
    def standing(self) -> int:
        """Count the origins that have not withdrawn."""
        return len(self.origins) - len(self.fallen)
