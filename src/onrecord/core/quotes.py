"""One utterance in several documents, as rows: the fullest wording, and how another differs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.core.identity import SourceId
from onrecord.core.spans import Span
from onrecord.core.wording import quoted


class Drift(StrEnum):
    """How a wording differs from the fullest one.

    White space, closing punctuation, the kind of quotation mark and a cue in the middle do not
    count. Another speaker outranks the rest.
    """

    IDENTICAL = "identical"
    CUT = "cut"
    MERGED = "merged"
    ALTERED = "altered"
    REATTRIBUTED = "re-attributed"


@dataclass(frozen=True, slots=True, kw_only=True)
class WordingRow:
    """The words of an utterance as one source gives them, and whose it says they are.

    `marked`: they stand between quotation marks there.
    """

    source: SourceId
    source_label: str
    at: Span
    words: str
    speaker: str
    statement: str | None
    marked: bool = True

    @property
    def attribution(self) -> str:
        return f"{self.speaker or 'nobody named'} ({self.source_label})"

    def attributed(self, most: int | None = None) -> str:
        """Give the words with whose they are said to be, and where."""
        return f"{self.attribution}: {quoted(self.words, most)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantRow:
    """Another wording of an utterance.

    Attributes:
        drift: the kind of difference from `of`, and `of` is the part of the fullest wording that
            this one gives, in whole sentences.
        pieces: the words of both in order, each with "" where both have it, "-" where only the
            fullest wording does, "+" where only this one does.
        because: what makes it that kind.
    """

    drift: Drift
    of: WordingRow
    wording: WordingRow
    pieces: tuple[tuple[str, str], ...]
    because: str = ""

    @property
    def difference(self) -> str:
        """Show what differs, on one line: [-left out-] {+put in+}."""
        shown = {"": "{}", "-": "[-{}-]", "+": "{{+{}+}}"}
        return " ".join(shown[mark].format(words) for mark, words in self.pieces)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteRow:
    """One utterance: its fullest wording and the others, in the order in which they came."""

    fullest: WordingRow
    variants: tuple[VariantRow, ...]

    @property
    def changed(self) -> bool:
        return any(one.drift is not Drift.IDENTICAL for one in self.variants)
