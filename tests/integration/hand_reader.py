"""A reader for tests that knows one story by heart: chains, a proposal, a duplicate, a silence."""

from __future__ import annotations

import re
from pathlib import Path

from onrecord.case import Case
from onrecord.core.dates import When
from onrecord.core.identity import (
    RowId,
    anchored,
    mention_id,
    reading_id,
    statement_id,
)
from onrecord.core.spans import Span, Spans
from onrecord.core.vocabulary import (
    Commitment,
    Content,
    Cue,
    Mention,
    Mode,
    Naming,
    Outcome,
    Polarity,
    ReaderName,
    Reading,
    Reply,
    SpeechAct,
    Statement,
    Text,
    Voice,
)
from onrecord.intake import Told

STORY = """Pilot heard shouting, court is told

Lena Oduya, the pilot's lawyer, told the court that a deckhand had probably heard the mate say that
the wheel was lashed. It is said that a light was out.

Ivo Marrin denied that the mate had warned him of ice. The Pier asked the ministry through its
press office whether it knew, and it did not respond.

The wheel was lashed, a deckhand heard.
"""


class HandReader:
    """Reads the story; in any other text it finds nothing."""

    @property
    def name(self) -> ReaderName:
        return ReaderName(name="hand", version="1", digest="hand-reader")

    def read(self, text: Text, told_on: When | None) -> Reading:
        day = told_on.edtf if told_on else ""
        found = _Story(text) if "the wheel was lashed" in text.characters else None
        return Reading(
            id=reading_id(text.id, day, self.name.digest),
            text=text.id,
            reader=self.name,
            told_on=day or None,
            sentences=tuple(Span(*m.span()) for m in re.finditer(r"\S[^.]*\.?", text.characters)),
            statements=found.statements() if found else (),
            mentions=tuple(found.mentions.values()) if found else (),
            replies=found.replies() if found else (),
        )


class _Story:
    def __init__(self, text: Text) -> None:
        self.text = text
        self.mentions: dict[str, Mention] = {}
        for words in ("Lena Oduya", "Ivo Marrin", "The Pier", "the ministry", "the court"):
            at = self._at(words)[0]
            self.mentions[words] = Mention(id=mention_id(text.id, at), at=at, name=words)

    def _at(self, words: str, after: str = "") -> Spans:
        whole = self.text.characters
        start = whole.index(words, whole.index(after) if after else 0)
        return (Span(start, start + len(words)),)

    def _voice(self, words: str, naming: Naming, after: str = "") -> Voice:
        mention = self.mentions.get(words)
        at = self._at(words, after)
        return Voice(spans=at, naming=naming, mention=mention.id if mention else None)

    def _said(
        self, voice: Voice | None, cue: Spans, content: Spans, sureness: float, **more: object
    ) -> Statement:
        spoken = voice.spans if voice else ()
        given: dict[str, object] = {"mode": Mode.INDIRECT, **more}
        return Statement(
            id=statement_id(self.text.id, spoken, cue, content),
            source=voice,
            cue=Cue(cue),
            content=Content(content),
            sureness=sureness,
            **given,  # type: ignore[arg-type] # fields of a statement, as the tests name them
        )

    def statements(self) -> tuple[Statement, ...]:
        at, role = self._at, Naming.ROLE_ONLY
        lawyer = self._said(
            self._voice("Lena Oduya", Naming.NAMED), at("told"),
            at("a deckhand had probably heard the mate say that\nthe wheel was lashed"), 0.97,
            addressee=self.mentions["the court"].id,
            hedges=at("probably"), commitment=Commitment.PROBABLE,
        )  # fmt: skip
        deckhand = self._said(
            self._voice("a deckhand", role), at("heard", "probably"),
            at("the mate say that\nthe wheel was lashed"), 0.83, parent=lawyer.id,
        )  # fmt: skip
        mate = self._said(
            self._voice("the mate", role), at("say"), at("the wheel was lashed"), 0.44,
            parent=deckhand.id,
        )  # fmt: skip
        light = self._said(None, at("It is said"), at("a light was out"), 0.31)
        denial = self._said(
            self._voice("Ivo Marrin", Naming.NAMED), at("denied"),
            at("the mate had warned him of ice"), 0.9,
            act=SpeechAct.DENIES, polarity=Polarity.NEGATIVE,
        )  # fmt: skip
        warning = self._said(
            self._voice("the mate", role, "denied that"), at("warned"), at("of ice"), 0.6,
            parent=denial.id,
        )  # fmt: skip
        again = self._said(
            self._voice("a deckhand", role, "The wheel"), at("heard", "The wheel"),
            at("The wheel was lashed"), 0.7, duplicate_of=deckhand.id,
        )  # fmt: skip
        return lawyer, deckhand, mate, light, denial, warning, again

    def replies(self) -> tuple[Reply, ...]:
        at = self._at("did not respond")
        return (
            Reply(
                id=RowId(anchored("rep", self.text.id, at)),
                asked=self._voice("the ministry", Naming.NAMED),
                outcome=Outcome.NO_RESPONSE,
                at=at,
                asked_by=self._voice("The Pier", Naming.NAMED),
                through=self._voice("its\npress office", Naming.ROLE_ONLY),
            ),
        )


def story_case(folder: Path) -> None:
    """Make a case of the story in `case`, with the document beside it."""
    (folder / "story.txt").write_text(STORY)
    told = Told(published="2026-03-01")
    with Case.create(folder / "case", by="ed", name="The lock") as case:
        case.add([folder / "story.txt"], reader=HandReader(), told=told, by="ed")
