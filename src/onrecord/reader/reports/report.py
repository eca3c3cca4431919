"""The words for one attribution while its sentence is read: the cue, and the report it makes.

All places are numbers of units in the sentence, `[first, last)`.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.core.vocabulary import Commitment, SpeechAct
from onrecord.reader.lexicon import Verb
from onrecord.reader.phrases import Range


@dataclass(slots=True)
class Report:
    """One attribution in one sentence. `source` None: the words name nobody."""

    source: Range | None
    cue: Range
    content: list[Range]
    act: SpeechAct = SpeechAct.ASSERTS
    commitment: Commitment = Commitment.NOT_STATED
    addressee: Range | None = None
    negated: bool = False
    to_end: bool = False
    """Its content runs to the end of the sentence, so that later cues lie inside it."""

    @property
    def agentless(self) -> bool:
        """Say whether nobody is named for it: "it is alleged"."""
        return self.source is None

    def end_before(self, unit: int) -> None:
        """Keep of the content what stands before `unit`."""
        self.content = [(first, min(last, unit)) for first, last in self.content if first < unit]


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue verb in its place: `at`, and from `begin` to `end` with its helpers and particles."""

    begin: int
    at: int
    end: int
    verb: Verb
    negated: bool

    def report(
        self,
        source: Range,
        content: list[Range],
        *,
        addressee: Range | None = None,
        to_end: bool = False,
    ) -> Report:
        """Make the report that this cue attributes to `source`."""
        return Report(
            source=source,
            cue=(self.begin, self.end),
            content=content,
            act=self.verb.act,
            commitment=self.verb.commitment,
            addressee=addressee,
            negated=self.negated,
            to_end=to_end,
        )
