"""The draft desk: a draft read like any document and held against the record, which stays as it is.

Nothing of the draft enters the record.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from onrecord import assess, check, intake
from onrecord.case.adding import told_on
from onrecord.case.kept import uncollected
from onrecord.case.posts import Posts
from onrecord.core import telling
from onrecord.core.dates import When
from onrecord.core.drafts import Checked, Finding
from onrecord.core.errors import Refused, WrongUse
from onrecord.core.events import EventRow, ProceedingRow
from onrecord.core.flows import IdentityRow
from onrecord.core.folding import fold
from onrecord.core.identity import MentionId, SourceId, StatementId, text_id
from onrecord.core.laid import Laid
from onrecord.core.quotes import QuoteRow
from onrecord.core.rows import (
    ActorRow,
    QuantityRow,
    ReplyRow,
    SourceRow,
    StatementRow,
    TimelineRow,
)
from onrecord.core.seams import Clock, Reader
from onrecord.core.spans import Span, Stretch
from onrecord.core.vocabulary import AsOf, Block, BlockKind, Document, Mention, Naming, Text


@dataclass(frozen=True, kw_only=True)
class Basis:
    """What drafts are held against: the rows of a record as of both clocks.

    `folder` is that of the case. `sources` are those that have a text, `labels` of them those with
    running text; `statements` those of any day of making. `quoting` compares quotations, `nearest`
    makes the record ready to be asked by meaning; `origins` counts those of a claim in words,
    slowly. `laid` has what no draft changes.
    """

    folder: Path
    as_of: AsOf
    head: str
    sources: Sequence[SourceRow]
    labels: Mapping[SourceId, str]
    text: Callable[[SourceId], Text]
    statements: Sequence[StatementRow]
    statement: Callable[[SourceId, StatementId], StatementRow]
    replies: Sequence[ReplyRow]
    quantities: Sequence[QuantityRow]
    quotes: Sequence[QuoteRow]
    actors: Sequence[ActorRow]
    people: Sequence[ActorRow]
    identities: Sequence[IdentityRow]
    events: Sequence[EventRow]
    proceedings: Sequence[ProceedingRow]
    dated: Sequence[TimelineRow]
    posts: Posts
    quoting: Callable[[], assess.Quoting]
    nearest: Callable[[], check.ByMeaning]
    origins: Callable[[str], Sequence[Sequence[SourceId]]]
    laid: Laid


class Desk:
    """Checks drafts; make one, and check many.

    Args:
        reader: the one that reads the drafts.
        clock: tells the day of receipt, where a draft has no day of its own.
    """

    def __init__(self, basis: Basis, reader: Reader, clock: Clock) -> None:
        self._basis, self._reader, self._clock = basis, reader, clock
        self._named = _Named(basis.actors, basis.laid)

    @cached_property
    def _nearest(self) -> check.ByMeaning:
        """The record made ready to be asked by meaning, once for all drafts."""
        with uncollected():
            return self._basis.nearest()

    def lay_out(self) -> None:
        """Work out now whatever of the record a draft may ask for, and keep it in the case."""
        with uncollected():
            self._nearest.lay_out()
            self._against.ready.lay_out()
            self._quoting.lay_out()
            _ = self._named.by_name

    def hold_file(
        self,
        path: Path,
        *,
        day: str | None = None,
        select: Collection[str] = (),
        ignore: Collection[str] = (),
    ) -> Checked:
        """Hold one file against the record, with what is accepted in the file beside it.

        Args:
            day: of the draft, in EDTF; None: what it says of itself, or the valid time asked for.
            select, ignore: codes, or how they begin ("OR2"); none selected means all.

        Raises:
            WrongUse: the file cannot be opened, a code is none, or what is accepted is malformed.
            Refused: the file is no text that can be read.
        """
        check.check_chosen([*select, *ignore])
        try:
            raw = path.read_bytes()
        except OSError as error:
            raise WrongUse(f"cannot be read ({error.strerror})", where=str(path)) from error
        return self.hold(
            self.document(path, raw),
            day=None if day is None else When.of(day),
            select=select,
            ignore=ignore,
            answers=self.decided(path),
        )

    def document(self, path: Path, raw: bytes) -> Document:
        """Take bytes as a draft that lies, or will lie, at `path`."""
        # Which language it is in is told by its words: what tells it by letters is slow to load.
        told = intake.Told(language="en")
        made = intake.read_bytes(path.name, raw, told=told, today=self._clock().date())[0]
        return _with_alternatives(made)

    def decided(self, path: Path) -> check.Answers:
        """Give what was decided of findings of the draft at `path`, as the file beside it has it.

        Raises:
            WrongUse: that file is malformed.
        """
        return check.read_answers(check.beside(path))

    def hold(
        self,
        document: Document,
        *,
        day: When | None = None,
        select: Collection[str] = (),
        ignore: Collection[str] = (),
        answers: check.Answers | None = None,
    ) -> Checked:
        """Hold one draft against the record.

        Raises:
            Refused: the draft is no text that can be read.
            WrongUse: what is settled for drafts of the case is malformed.
        """
        if document.text is None:
            refusal = document.refusal
            raise Refused(
                refusal.code if refusal else "no-text",
                refusal.reason if refusal else "has no text",
                where=document.source.name,
                help="give text, Markdown, HTML or DOCX",
            )
        settled = check.read_settings(self._basis.folder / check.SETTINGS)
        day = day or told_on(document) or self._basis.as_of.valid
        reading = check.with_people(self._reader.read(document.text, day), self._against)
        statements, replies = telling.rows(reading, document.text, document.source.name)
        mentions = {one.id: one for one in reading.mentions}
        statements = [
            self._named.of(replace(row, source=check.DRAFT), mentions) for row in statements
        ]
        draft = check.Draft(
            document.source.name, document.text, reading, day, statements, replies,
            self._quotes(document, statements),
        )  # fmt: skip
        foreign = check.other_language(document.text.characters)
        notes = [foreign] if foreign else []
        with uncollected():
            return check.checked(
                draft,
                self._against,
                as_of=_in_words(self._basis.as_of, day),
                head=self._basis.head,
                select=select,
                ignore=[*ignore, *(one.code for one in settled.off)],
                answers=answers,
                style=settled.style,
                notes=[*notes, *reading.notes, *map(str, settled.off)],
            )

    @cached_property
    def _against(self) -> check.Against:
        """The record as rules ask it, once for all drafts."""
        basis, asked = self._basis, self._nearest
        return check.Against(
            labels=basis.labels,
            text=basis.text,
            published={row.id: row.published for row in basis.sources},
            statements=basis.statements,
            replies=basis.replies,
            quantities=basis.quantities,
            quotes=basis.quotes,
            people=basis.people,
            events=basis.events,
            proceedings=basis.proceedings,
            dated=basis.dated,
            identities=basis.identities,
            asked=asked,
            origins=basis.origins,
            titles=basis.posts.titles,
            holders=basis.posts.holders,
            was=basis.posts.was,
            held=lambda name: basis.posts.tenures(actor=name),
            statement=basis.statement,
            laid=basis.laid,
        )

    def _quotes(self, document: Document, statements: Iterable[StatementRow]) -> list[QuoteRow]:
        """Give the utterances of the draft as the last document, and those of the record near."""
        text = document.text
        assert text is not None
        # At the address of a page of the record it would be a version of that: it has none.
        draft = assess.Carried(check.DRAFT, text, None, label=document.source.name)
        with uncollected():
            return self._quoting.beside(draft, statements)

    @cached_property
    def _quoting(self) -> assess.Quoting:
        """The quotations of the record made ready to be compared, once for all drafts."""
        return self._basis.quoting()


def _with_alternatives(document: Document) -> Document:
    """Put the words that stand for pictures behind the text of a draft, a caption each.

    A record leaves them out: nobody is told there to have written them. Who prints a draft answers
    for them as for all else.
    """
    text = document.text
    if text is None or not document.alternatives:
        return document
    page = document.raw.decode("utf-8-sig", "replace")
    characters, blocks, stretches, place = text.characters, [*text.blocks], [*text.stretches], 0
    for words in document.alternatives:
        at = Span(len(characters) + 2, len(characters) + 2 + len(words))
        characters = f"{characters}\n\n{words}"
        blocks.append(Block(BlockKind.CAPTION, at))
        there = page.find(words, place)
        if there >= 0:
            stretches.append(Stretch(text=at, raw=Span(there, there + len(words))))
            place = there + len(words)
    made = replace(
        text,
        id=text_id(characters),
        characters=characters,
        blocks=tuple(blocks),
        stretches=tuple(stretches),
    )
    return replace(document, text=made)


class _Named:
    """Gives the speakers of a draft the actors of the record whose full name they bear."""

    def __init__(self, actors: Sequence[ActorRow], laid: Laid) -> None:
        self._actors, self._laid = actors, laid

    @cached_property
    def by_name(self) -> dict[str, list[int]]:
        """Who bears each name, by number."""
        return self._laid.value("actors by name", dict[str, list[int]], self._named)

    def _named(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for at, row in enumerate(self._actors):
            for name in {fold(name) for name in row.names}:
                found.setdefault(name, []).append(at)
        return found

    def of(self, row: StatementRow, mentions: Mapping[MentionId, Mention]) -> StatementRow:
        """Give a statement with its actor, where the draft names just one of the record in full.

        It may name them so at another place, and more than the name with it: "Reed, its clerk".
        """
        mention = mentions.get(row.mention) if row.mention else None
        name = row.speaker.partition(" (“")[0].strip()
        if mention is not None and mention.naming is Naming.NAMED and row.naming is Naming.NAMED:
            name = mention.name
        found = self.by_name.get(fold(name), []) if " " in name else []
        if len(found) != 1:
            return row
        actor = self._actors[found[0]]
        return replace(row, actor=actor.id, actor_name=actor.name)


def side_file(draft: Path) -> Path:
    """Give where what is decided of the findings of a draft is kept."""
    return check.beside(draft)


def answers_in(words: str) -> check.Answers:
    """Read what was decided of the findings of a draft, as the file beside it has it.

    Raises:
        WrongUse: the words are malformed.
    """
    return check.answers_in(words)


def accepting(finding: Finding, characters: str, by: str) -> str:
    """Word the decision to accept a finding, for the side file; its reason is left to write."""
    return check.accepting(finding, characters, by)


def codes() -> dict[str, str]:
    """Give what each code of a finding is called."""
    return {code: one.name for code, one in check.all_codes().items()}


def explained(code: str) -> str:
    """Give the page of a code.

    Raises:
        WrongUse: there is no such code.
    """
    return check.explain(code).page


def _in_words(as_of: AsOf, day: When | None) -> str:
    clocks = (("true by", as_of.valid), ("known by", as_of.known))
    shown = ", ".join(f"{word} {value}" for word, value in clocks if value is not None)
    return f"{shown or 'now'}{f'; the draft is of {day}' if day else ''}"
