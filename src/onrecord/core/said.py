"""What was said, as rows: statements with those they came through, and what became of requests.

Words are offered only together with whose they are, and with the whole chain of those who passed
them on: what a witness is said to have told a lawyer is never shown as said to us.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from onrecord.core.dates import When
from onrecord.core.grading import Grade
from onrecord.core.identity import ActorId, MentionId, RowId, SourceId, StatementId, TextId
from onrecord.core.spans import Span, Spans
from onrecord.core.vocabulary import (
    Commitment,
    Mode,
    Naming,
    Outcome,
    Polarity,
    SpeechAct,
)
from onrecord.core.vocabulary.statements import is_proposed
from onrecord.core.wording import (
    DUPLICATE,
    ENTERED,
    GONE,
    MANNER,
    NOBODY,
    PROPOSED,
    SOMEBODY,
    counted,
    quoted,
    told_on,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """One through whom a statement came: who speaks in a statement that it is reported in.

    `name` is the name that the words lead to, and empty where there is none.
    """

    id: StatementId
    speaker: str
    name: str
    naming: Naming
    cue: str
    act: SpeechAct
    polarity: Polarity
    commitment: Commitment
    hedges: tuple[str, ...]

    @property
    def called(self) -> str:
        """Name them in the words of the text, on one line."""
        return " ".join(self.speaker.split()) or SOMEBODY


OWN_VOICE = "own voice"
"""In place of a reader: what a document says in nobody's name."""


def _by_words(one: Teller | Party) -> str:
    return one.called


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementRow:
    """One statement in one source.

    `chain` has those through whom it came, outermost first. `duplicate_of` is the statement of the
    same text that it repeats: it is shown as that and not counted again. `gone` is the day on which
    the case came to know a later version of the page that no longer has it word for word; '': none.
    `entered_by` is who entered it by hand; '': a reader read it.
    """

    id: StatementId
    source: SourceId
    source_label: str
    text: TextId
    speaker: str
    naming: Naming
    actor: ActorId | None
    actor_name: str
    cue: str
    content: str
    at: Span
    content_spans: Spans
    source_spans: Spans
    cue_spans: Spans
    hedge_spans: Spans
    mention: MentionId | None
    mode: Mode
    act: SpeechAct
    polarity: Polarity
    commitment: Commitment
    hedges: tuple[str, ...]
    made: When | None
    parent: StatementId | None
    chain: tuple[Teller, ...]
    reader: str
    known: str
    confirmed: bool = False
    addressee: str = ""
    sureness: float | None = None
    duplicate_of: StatementId | None = None
    gone: str = ""
    grades: tuple[Grade, ...] = ()
    entered_by: str = ""

    @property
    def is_own_voice(self) -> bool:
        """Say whether no reader read it: a sentence that no statement covers is its outlet's."""
        return self.reader == OWN_VOICE

    @property
    def depth(self) -> int:
        """Give the hearsay depth: through how many it came."""
        return len(self.chain)

    @property
    def proposed(self) -> bool:
        """Say whether its reader only proposes it, and no person has confirmed it."""
        return is_proposed(self.sureness, confirmed=self.confirmed)

    @property
    def attribution(self) -> str:
        """Say who is reported to have done what: speech act and speaker, through whom, by whom."""
        return f"{' '.join(self.speaker.split()) or NOBODY} {self.manner()}"

    def manner(self, called: Callable[[Teller], str] = _by_words, *, placed: bool = True) -> str:
        """Give the rest of the attribution: what is reported to be done, through whom, and where.

        Args:
            called: names one through whom it came.
            placed: name the source too.
        """
        found = (
            (PROPOSED, self.proposed),
            (DUPLICATE, self.duplicate_of is not None),
            (f"{GONE} {self.gone}", bool(self.gone)),
            (f"{ENTERED} {self.entered_by}", bool(self.entered_by)),
        )
        marks = ", ".join(mark for mark, on in found if on)
        where = f"; {self.source_label}" if placed else ""
        return (
            f"({marks}{': ' if marks else ''}{MANNER[self.act]}"
            f"{''.join(f', {step}' for step in self.told(called))}{where})"
        )

    def told(self, called: Callable[[Teller], str] = _by_words) -> list[str]:
        """Say through whom it came, from the one who told it first to the outermost."""
        return [
            told_on(called(teller), teller.act, teller.polarity, nearest=nearest == 0)
            for nearest, teller in enumerate(reversed(self.chain))
        ]

    def attributed(self, most: int | None = None) -> str:
        """Give the words with whose they are; `most` cuts the words, never the attribution."""
        if self.is_own_voice:
            return f"{self.source_label} writes, giving nobody for it: {quoted(self.content, most)}"
        return f"{self.attribution}: {quoted(self.content, most)}"


def told_by(statement: StatementRow | None, source_label: str) -> str:
    """Say whose words stand in a source: of whom the statement is that has them, or its own."""
    return f"{source_label} writes" if statement is None else statement.attribution


def told_in(statement: StatementRow | None, source_label: str, words: str, most: int | None) -> str:
    """Give words of a source, or the whole statement that has them, with whose they are."""
    if statement is not None:
        return statement.attributed(most)
    return f"{source_label} writes: {quoted(words, most)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many statements some rows are: duplicates are not counted, proposals are told apart."""

    statements: int
    proposals: int
    duplicates: int

    @classmethod
    def of(cls, rows: Iterable[StatementRow]) -> Tally:
        """Count statements."""
        duplicates = statements = proposals = 0
        for row in rows:
            again = row.duplicate_of is not None
            duplicates += again
            statements += not again
            proposals += row.proposed and not again
        return cls(statements=statements, proposals=proposals, duplicates=duplicates)

    def __str__(self) -> str:
        """Give the counts in words: nothing is mixed with what is only proposed unsaid."""
        words = counted(self.statements, "statement")
        if self.proposals:
            words += f", {self.proposals:,} of them only proposed"
        if self.duplicates:
            words += f", {counted(self.duplicates, 'duplicate')} not counted"
        return words


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody whom a reply names: the words, how they name, and the actor who is meant."""

    words: str
    naming: Naming = Naming.NAMED
    mention: MentionId | None = None
    actor: ActorId | None = None
    actor_name: str = ""

    @property
    def called(self) -> str:
        """Name them in the words of the text, on one line."""
        return " ".join(self.words.split()) or SOMEBODY


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyRow:
    """What became of one request, in one source. `asked_by` None: the words do not say by whom."""

    id: RowId
    source: SourceId
    source_label: str
    asked: Party
    outcome: Outcome
    words: str
    at: Span
    spans: Spans = ()
    asked_by: Party | None = None
    through: Party | None = None
    made: When | None = None
    grades: tuple[Grade, ...] = ()

    @property
    def parties(self) -> tuple[Party, ...]:
        return tuple(p for p in (self.asked, self.asked_by, self.through) if p is not None)

    @property
    def attribution(self) -> str:
        """Say who was asked, what became of it, through whom, by whom, and who reports it."""
        return f"{self.asked.called} {self.manner()}"

    def manner(self, called: Callable[[Party], str] = _by_words, *, placed: bool = True) -> str:
        """Give the rest of the attribution. `called` names somebody."""
        through = f", through {called(self.through)}" if self.through else ""
        by = f"; asked by {called(self.asked_by)}" if self.asked_by else ""
        where = f"; reported by {self.source_label}" if placed else ""
        return f"({self.outcome.value}{through}{by}{where})"

    def attributed(self, most: int | None = None) -> str:
        """Give the words with whose they are."""
        return f"{self.attribution}: {quoted(self.words, most)}"
