"""Entering by hand: a person chooses words of a document and says what they are.

What comes of it is a judgement like any other, so it bears a name and a reason and can be taken
back. The words are looked for in the document as it is now; none is guessed at.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Any

import msgspec

from onrecord.case.deciding import Deciding
from onrecord.case.listing import Listing
from onrecord.case.present import NOW
from onrecord.core.dates import When
from onrecord.core.entered import Chosen, DateBound, Entered, Whose
from onrecord.core.errors import NoSuchRow, WrongUse
from onrecord.core.folding import fold
from onrecord.core.identity import (
    MentionId,
    RowId,
    SourceId,
    StatementId,
    entered_id,
    kind_of,
)
from onrecord.core.picking import pick
from onrecord.core.rows import SourceRow, StatementRow, Teller
from onrecord.core.spans import Span, Spans
from onrecord.core.vocabulary import (
    Content,
    Cue,
    Dated,
    Judgement,
    Mention,
    Mode,
    Naming,
    Statement,
    Text,
    Verb,
    Voice,
)
from onrecord.ledger import Ledger

_OPENING, _CLOSING = '“"‘«„', '”"’»“'


class Entering:
    """Takes statements, mentions and dates of one case that people enter."""

    def __init__(self, ledger: Ledger, listing: Listing, deciding: Deciding) -> None:
        self._ledger, self._list, self._deciding = ledger, listing, deciding

    def statement(
        self, source: str, chosen: Chosen, *, because: str, by: str | None = None
    ) -> Judgement:
        """Put a statement on record that no reader found, or found otherwise.

        What stands inside the content of another statement is reported inside that one.

        Args:
            source: the document: its id, which may be cut short, or its file's name.

        Raises:
            NoSuchRow: there is no such document, actor or statement.
            WrongUse: the words do not stand in it or not in one place only, or no reason is given.
        """
        page = self._page(source)
        if not chosen.content:
            raise WrongUse("a statement has words that were said", help="choose its content")
        content = page.spans(chosen.content, nth=chosen.nth)
        near = page.around(content)
        voice, cue = page.spans(chosen.voice, near=near), page.spans(chosen.cue, near=near)
        hedges = page.spans(chosen.hedges, near=near)
        before = self._statement(page, chosen.instead) if chosen.instead else None
        whose = self._whose(page, voice, chosen.whose) if voice else None
        made: dict[str, Any] = {
            "source": voice, "cue": cue, "content": content, "hedges": hedges,
            "mode": chosen.mode or _mode(content, page.characters), "act": chosen.act,
            "polarity": chosen.polarity, "commitment": int(chosen.commitment),
            "naming": _naming(chosen.whose.naming, whose, bool(voice)),
            "who": whose.id if whose else "", "made": str(chosen.made or ""),
        }  # fmt: skip
        parent, chain = self._inside(page, content, voice, cue)
        if before is not None:
            parent, chain = before.parent, before.chain
        row = Statement(
            id=StatementId(entered_id("sta", page.text.id, made)),
            source=_voice(voice, made["naming"], whose),
            cue=Cue(cue),
            content=Content(content),
            mode=made["mode"],
            act=chosen.act,
            polarity=chosen.polarity,
            commitment=chosen.commitment,
            hedges=hedges,
            made=chosen.made,
            parent=parent,
        )
        entered = page.entered(statement=row, mention=whose, chain=tuple(chain))
        instead = [before.id] if before else []
        return self._put(entered, instead, chosen.whose if voice else Whose(), because, by)

    def mention(
        self,
        source: str,
        words: str,
        whose: Whose = Whose(),  # noqa: B008 - frozen: nobody can change it
        *,
        because: str,
        by: str | None = None,
        nth: int | None = None,
        instead: str = "",
    ) -> Judgement:
        """Put on record that words name somebody.

        In place of a mention that a reader found (`instead`, or one in the same words), what was
        said by that one is then said by this one.
        """
        page = self._page(source)
        (at,) = page.spans((words,), nth=nth)
        before = [self._row(page, instead, "mention")] if instead else []
        row = self._whose(page, (at,), whose)
        return self._put(page.entered(mention=row), before, whose, because, by)

    def date(
        self,
        source: str,
        words: str,
        when: When,
        bound: DateBound = DateBound.ON,
        *,
        because: str,
        by: str | None = None,
        nth: int | None = None,
    ) -> Judgement:
        """Put on record what days words mean, in place of dates that were read from them."""
        page = self._page(source)
        (at,) = page.spans((words,), nth=nth)
        meant = bound.of(when).edtf
        means = When(edtf=meant, words=at.of(page.characters), at=at, rule="entered by hand")
        row = Dated(id=RowId(entered_id("dat", page.text.id, [at, meant])), at=at, when=means)
        dates = [one.id for one in self._ledger.ask.dated(NOW) if one.source == page.id]
        places = self._ledger.ask.places(dates)
        before = [one for one in dates if one in places and places[one][2].overlaps(at)]
        around = next((span for spans in page.around((at,))[:1] for span in spans), at)
        entered = page.entered(dated=row, around=around)
        return self._put(entered, [one for one in before if one != row.id], Whose(), because, by)

    # --- what stands there already ---------------------------------------------------------------

    def _page(self, source: str) -> _Page:
        sources = self._ledger.ask.sources(NOW)
        named = [one.id for one in sources if one.name == source]
        id = named[0] if len(named) == 1 else self._deciding.find(source)
        row = next((one for one in sources if one.id == id), None)
        if row is None or row.text is None:
            raise NoSuchRow(f"{source} has no text", help="'onrecord sources' lists what was read")
        read = self._ledger.ask.readings(NOW).get(row.id)
        sentences = self._ledger.reading(read[0]).sentences if read else ()
        return _Page(row, self._ledger.text(row.text), sentences)

    def _row(self, page: _Page, beginning: str, kind: str) -> str:
        id = self._deciding.find(beginning)
        place = self._ledger.ask.places([id]).get(id)
        if kind_of(id) != kind or place is None or place[0] != page.id:
            raise WrongUse(f"{beginning} is no {kind} of this document")
        return id

    def _statement(self, page: _Page, beginning: str) -> StatementRow:
        id = self._row(page, beginning, "statement")
        for rejected in (False, True):
            rows = self._ledger.ask.statements(NOW, source=page.id, ids={id}, rejected=rejected)
            if (found := next(rows, None)) is not None:
                return found
        raise NoSuchRow(f"{beginning} is read no more", help="'onrecord statements' lists them")

    def _inside(self, page: _Page, *roles: Spans) -> tuple[StatementId | None, Sequence[Teller]]:
        """Give the narrowest statement whose content holds all the words, and its chain."""
        spans = [span for role in roles for span in role]
        whole = Span(min(spans)[0], max(span.end for span in spans))
        found = self._ledger.ask.statements_at(NOW, [(page.id, whole)], self._labels)
        above = found.get((page.id, whole))
        if above is None or above.at == whole:
            return None, ()
        if above.content_spans == roles[0]:  # the same again, and not inside it
            return above.parent, above.chain
        teller = Teller(
            id=above.id, speaker=above.speaker, name="", naming=above.naming, cue=above.cue,
            act=above.act, polarity=above.polarity, commitment=above.commitment,
            hedges=above.hedges,
        )  # fmt: skip
        return above.id, (*above.chain, teller)

    @property
    def _labels(self) -> dict[str, str]:
        return self._ledger.ask.labels(NOW)

    # --- whom words name -------------------------------------------------------------------------

    def _whose(self, page: _Page, at: Spans, whose: Whose) -> Mention:
        """Make the mention that words are: its name, and whom else of the text it leads to."""
        words = " ".join(at[0].of(page.characters).split())
        name, kind, same = whose.new, whose.kind, None
        naming = whose.naming
        if whose.actor and whose.new:
            raise WrongUse(
                "it is somebody of the case, or somebody new", help="give one of the two"
            )
        if whose.actor:
            actor = self._actor(whose.actor)
            name, kind, same = actor.names[0], actor.kind, self._founder(whose.actor)
            naming = naming or actor.naming
        elif not whose.new:
            read = [
                one for source, _, one in self._ledger.ask.mentions(NOW)
                if source == page.id and one.at.overlaps(at[0])
            ]  # fmt: skip
            nearest = max(read, key=lambda one: len(one.name), default=None)
            if nearest is not None:
                name, naming = nearest.name, naming or nearest.naming
                kind = nearest.kind if kind is kind.NOT_KNOWN else kind
        name = name or words
        named = any(word[:1].isupper() for word in name.split())
        naming = naming or (Naming.NAMED if named else Naming.ROLE_ONLY)
        id = MentionId(entered_id(
            "men", page.text.id, [at[0], name, whose.title, kind, naming, same, whose.new]
        ))  # fmt: skip
        return Mention(
            id=id, at=at[0], name=name, title=whose.title, kind=kind, naming=naming,
            same_as=id if whose.new else same,
        )  # fmt: skip

    def _actor(self, called: str) -> Any:
        """Give the one actor of an id or a name."""
        people = self._list.people(NOW)
        if kind_of(called) == "actor":
            id = self._deciding.find(called)
            return next(one for one in people if one.id == id)
        wanted = fold(called)
        found = [one for one in people if any(fold(name) == wanted for name in one.names)]
        if len(found) == 1:
            return found[0]
        if found:
            ids = ", ".join(one.id for one in found[:6])
            raise NoSuchRow(f"several actors are called {called}", help=f"give one id: {ids}")
        raise NoSuchRow(
            f"nobody in the case is called {called}",
            help="'onrecord actors' lists them; somebody new is given as that",
        )

    def _founder(self, called: str) -> MentionId:
        mentions: Sequence[tuple[SourceId, MentionId]] = self._actor(called).mentions
        return mentions[0][1]

    # --- putting it on record --------------------------------------------------------------------

    def _put(
        self, row: Entered, instead: Iterable[str], whose: Whose, because: str, by: str | None
    ) -> Judgement:
        if not because.strip():
            raise WrongUse("a judgement needs a reason", help="--because says why")
        given = self._ledger.ask.decisions(NOW)
        if given.now.get(row.id) is not None:
            raise WrongUse(f"this was entered already, as {row.id}")
        with_it = []
        if whose.actor and row.mention is not None:
            with_it.append((Verb.JOIN, (row.mention.id, self._founder(whose.actor)), ""))
        value = msgspec.json.encode(row, order="deterministic").decode()
        about = (row.id, *(one for one in dict.fromkeys(instead) if one != row.id))
        return self._deciding.record(
            (Verb.ENTER, about, value), *with_it, by=by, because=because.strip()
        )


class _Page:
    """One document and its text, in which words are looked for."""

    def __init__(self, row: SourceRow, text: Text, sentences: Spans) -> None:
        self.id, self.text, self.characters = row.id, text, text.characters
        self._blocks = tuple(block.at for block in text.blocks)
        self._sentences = sentences or self._blocks

    def spans(
        self, chosen: Iterable[str], *, nth: int | None = None, near: Sequence[Spans] = ()
    ) -> Spans:
        """Find chosen words, in the order of the text; `nth` is of the first."""
        found: list[Span] = []
        for words in chosen:
            if words.strip():
                found.append(pick(words, self.characters, nth=nth, near=near))
                nth = None
        found.sort()
        for one, other in pairwise(found):
            if one.overlaps(other):
                raise WrongUse(f"@{one} and @{other} overlap", help="choose each word once")
        return tuple(found)

    def around(self, spans: Spans) -> list[Spans]:
        """Give where to look for what goes with some words: their sentences, then their blocks."""

        def holding(some: Spans) -> Spans:
            return tuple(one for one in some if any(one.overlaps(span) for span in spans))

        return [holding(self._sentences), holding(self._blocks)]

    def entered(self, **row: Any) -> Entered:
        """Make the row with the exact words that it stands on."""
        made = Entered(source=self.id, text=self.text.id, words=(), **row)
        words = tuple((span, span.of(self.characters)) for span in sorted(set(made.spans)))
        return Entered(source=self.id, text=self.text.id, words=words, **row)


def _voice(spans: Spans, naming: Naming, mention: Mention | None) -> Voice | None:
    if not spans:
        return None
    return Voice(spans=spans, naming=naming, mention=mention.id if mention else None)


def _naming(told: Naming | None, mention: Mention | None, named: bool) -> Naming:
    if told is not None:
        return told
    return mention.naming if mention is not None and named else Naming.AGENTLESS


def _mode(content: Spans, text: str) -> Mode:
    """Say by the quotation marks whether the words are the speaker's own."""

    def whole(span: Span) -> bool:
        words = span.of(text)
        if words[0] in _OPENING and words[-1] in _CLOSING:
            return True
        return text[span.start - 1 : span.start] in (*_OPENING,) and text[
            span.end : span.end + 1
        ] in (*_CLOSING,)

    if all(map(whole, content)):
        return Mode.DIRECT
    marked = any(mark in span.of(text) for span in content for mark in '“"«„')
    return Mode.MIXED if marked or any(map(whole, content)) else Mode.INDIRECT
