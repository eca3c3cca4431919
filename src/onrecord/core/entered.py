"""Rows that a person entered by hand: words of a document that were chosen, and what they are.

Such a row is held in the value of a judgement. It stands on exact words: where one of its spans no
longer has the words that it had when it was entered, the row is an orphan and stands nowhere.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from onrecord.core.dates import When
from onrecord.core.errors import WrongUse
from onrecord.core.identity import SourceId, TextId, anchored, mention_id, statement_id
from onrecord.core.said import Teller
from onrecord.core.spans import Span, Spans
from onrecord.core.vocabulary import (
    ActorKind,
    Commitment,
    Dated,
    Mention,
    Mode,
    Naming,
    Polarity,
    SpeechAct,
    Statement,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """One row that a person entered: a statement, a date, or a mention.

    `words` has every span the row stands on with the words that stood there. With a statement,
    `mention` is whom its source words name, and `chain` those through whom it came, outermost
    first, in the words they had then. A mention that leads to itself (`same_as`) is nobody whom a
    reader found; one that leads nowhere is whoever a reader finds in the same words. `around` is
    the sentence of a date.
    """

    source: SourceId
    text: TextId
    words: tuple[tuple[Span, str], ...]
    statement: Statement | None = None
    mention: Mention | None = None
    dated: Dated | None = None
    chain: tuple[Teller, ...] = ()
    around: Span | None = None

    @property
    def id(self) -> str:
        """Give the id of the row."""
        row = self.statement or self.dated or self.mention
        return row.id if row is not None else ""

    @property
    def kind(self) -> str:
        """Say what kind of row it is, in the word that ids are told by."""
        return "statement" if self.statement else "date" if self.dated else "mention"

    @property
    def spans(self) -> Spans:
        """Give the spans that the row stands on."""
        found: list[Span] = []
        if (said := self.statement) is not None:
            voice = said.source.spans if said.source else ()
            found += (*said.content.spans, *said.cue.spans, *voice, *said.hedges)
        if self.dated is not None:
            found.append(self.dated.at)
        if self.mention is not None:
            found.append(self.mention.at)
        return tuple(found)

    def stands_in(self, characters: str) -> bool:
        """Say whether each of its spans has the words in a text that it was entered with."""
        had = dict(self.words)
        return bool(self.id) and all(
            span.fits(characters) and had.get(span) == span.of(characters) for span in self.spans
        )

    @property
    def twin(self) -> str:
        """Give the id that a row of the same words bears which a reader found: this stands for it.

        It may be there now, or come with a newer reader.
        """
        if (said := self.statement) is not None:
            voice = said.source.spans if said.source else ()
            return statement_id(self.text, voice, said.cue.spans, said.content.spans)
        if self.dated is not None:
            return anchored("dat", self.text, [self.dated.at])
        return mention_id(self.text, self.mention.at) if self.mention is not None else ""

    @property
    def teller(self) -> Teller | None:
        """Give who makes an entered statement, as whoever passes on what is reported inside it."""
        if (said := self.statement) is None:
            return None
        had = dict(self.words)

        def words(spans: Spans) -> str:
            return " … ".join(had.get(span, "") for span in spans)

        voice, name = said.source, self.mention.name if self.mention else ""
        speaker = words(voice.spans) if voice else ""
        return Teller(
            id=said.id,
            speaker=f"{name} (“{speaker}”)" if name and name not in speaker else speaker,
            name=name,
            naming=voice.naming if voice else Naming.AGENTLESS,
            cue=words(said.cue.spans),
            act=said.act,
            polarity=said.polarity,
            commitment=said.commitment,
            hedges=tuple(had.get(span, "") for span in said.hedges),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """Whom entered words name: an actor of the case (an id, or a name), or a new one, by name.

    Neither: whoever a reader finds in the same words, or else somebody called as the words are.
    """

    actor: str = ""
    new: str = ""
    kind: ActorKind = ActorKind.NOT_KNOWN
    title: str = ""
    naming: Naming | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """A statement as a person chose it: words of a document in their roles, as `pick` takes them.

    `nth` is which place of the first words of the content is meant. `mode` None: by the quotation
    marks. `instead` is the statement that it stands in place of.
    """

    content: tuple[str, ...]
    voice: tuple[str, ...] = ()
    cue: tuple[str, ...] = ()
    hedges: tuple[str, ...] = ()
    nth: int | None = None
    whose: Whose = Whose()
    act: SpeechAct = SpeechAct.ASSERTS
    polarity: Polarity = Polarity.POSITIVE
    commitment: Commitment = Commitment.NOT_STATED
    mode: Mode | None = None
    made: When | None = None
    instead: str = ""


class DateBound(StrEnum):
    """How a date that is entered bounds what it is of."""

    ON = "on"
    ABOUT = "about"
    BEFORE = "before"
    BY = "by"
    SINCE = "since"
    AFTER = "after"

    def of(self, when: When) -> When:
        """Give the EDTF of a date so bounded.

        Raises:
            WrongUse: the date has no such end.
        """
        if self is DateBound.ON:
            return when
        if self is DateBound.ABOUT and not when.is_interval:
            return When.of(f"{when.edtf.rstrip('?~%')}~")
        first, last = when.first_date, when.last_date
        one = timedelta(days=1)
        if self is DateBound.BY and last is not None:
            return When.of(f"../{last}")
        if self is DateBound.SINCE and first is not None:
            return When.of(f"{first}/..")
        if self is DateBound.BEFORE and first is not None and first > date.min:
            return When.of(f"../{first - one}")
        if self is DateBound.AFTER and last is not None and last < date.max:
            return When.of(f"{last + one}/..")
        raise WrongUse(f"{when} cannot be put as '{self}'", help="give an EDTF interval instead")


def entered_by(name: str) -> str:
    """Say in place of a reader's name who entered a row."""
    return f"entered by {name}"
