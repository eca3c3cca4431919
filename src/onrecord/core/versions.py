"""What a publisher changed in a page, as rows: each passage as it was, and as it is.

The earlier version stays on record. That something is no longer in a page does not say that it was
wrong, nor that its publisher has taken it back.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.core.identity import SourceId, StatementId
from onrecord.core.spans import Span
from onrecord.core.vocabulary import BlockKind
from onrecord.core.wording import quoted


class Edit(StrEnum):
    """What became of a passage between two versions of a page."""

    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"
    REATTRIBUTED = "re-attributed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageRow:
    """One sentence, headline or caption of one version, with the statements that stand in it."""

    source: SourceId
    source_label: str
    kind: BlockKind
    at: Span
    words: str
    statements: tuple[StatementId, ...] = ()

    def attributed(self, most: int | None = None) -> str:
        """Give the words with the page and the version they stand in."""
        return f"{self.source_label}: {quoted(self.words, most)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """One change. `pieces`: as in a variant of a quotation, "-" only before, "+" only after."""

    edit: Edit
    before: PassageRow | None
    after: PassageRow | None
    pieces: tuple[tuple[str, str], ...] = ()
    because: str = ""

    @property
    def difference(self) -> str:
        """Show what differs, on one line: [-left out-] {+put in+}."""
        shown = {"": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}
        return " ".join(shown[mark].format(words) for mark, words in self.pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionsRow:
    """Two versions of one page, one after the other, and all that was changed between them.

    Attributes:
        known: the day on which the case came to know the later one: the change was made by then.
        notice: the words by which the page says that it was changed; '' where it does not.
        dated_alike: both give the same day as theirs.
    """

    earlier: SourceId
    earlier_label: str
    later: SourceId
    later_label: str
    known: str
    notice: str
    dated_alike: bool
    changes: tuple[ChangeRow, ...]

    @property
    def gone(self) -> frozenset[StatementId]:
        """Give the statements of the earlier version that the page no longer has as they were."""
        return frozenset(
            one
            for change in self.changes
            if change.before is not None
            for one in change.before.statements
        )
