"""Readings made by hand: what a reader would have found in a few words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from onrecord.core.identity import (
    MentionId,
    RowId,
    StatementId,
    mention_id,
    reading_id,
    statement_id,
    text_id,
)
from onrecord.core.spans import Span, Spans
from onrecord.core.vocabulary import (
    ActorKind,
    Content,
    Cue,
    IdentityClaim,
    Mention,
    Mode,
    Naming,
    Outcome,
    ReaderName,
    Reading,
    Reply,
    Statement,
    Voice,
)


class Made:
    """Builds a reading of `text`; words are named by themselves and must be there."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.mentions: list[Mention] = []
        self.statements: list[Statement] = []
        self.replies: list[Reply] = []
        self.claims: list[IdentityClaim] = []

    def at(self, words: str) -> Span:
        """Give the first place of some words; `words@2` is their second."""
        words, _, number = words.partition("@")
        start = -1
        for _ in range(int(number or 1)):
            start = self.text.index(words, start + 1)
        return Span(start, start + len(words))

    def spans(self, words: Sequence[str]) -> Spans:
        return tuple(self.at(one) for one in words)

    def mention(self, words: str, same_as: MentionId | None = None, **more: Any) -> MentionId:
        at = self.at(words)
        name = mention_id(text_id(self.text), at)
        given = {"name": at.of(self.text), "kind": ActorKind.PERSON, **more}
        self.mentions.append(Mention(id=name, at=at, same_as=same_as, **given))
        return name

    def voice(
        self, *words: str, mention: MentionId | None = None, naming: Naming = Naming.NAMED
    ) -> Voice:
        return Voice(spans=self.spans(words), naming=naming, mention=mention)

    def said(
        self, source: Voice | None, cue: Sequence[str], content: Sequence[str], **more: Any
    ) -> StatementId:
        cues, contents = self.spans(cue), self.spans(content)
        voice = source.spans if source else ()
        name = statement_id(text_id(self.text), voice, cues, contents)
        self.statements.append(
            Statement(
                id=name,
                source=source,
                cue=Cue(cues),
                content=Content(contents),
                mode=Mode.INDIRECT,
                **more,
            )
        )
        return name

    def reply(self, asked: Voice, *words: str, outcome: Outcome = Outcome.DECLINED) -> None:
        name = RowId(f"rep_{len(self.replies)}")
        self.replies.append(Reply(id=name, asked=asked, outcome=outcome, at=self.spans(words)))

    def one_and_the_same(self, one: MentionId, other: MentionId) -> None:
        name = RowId(f"idc_{len(self.claims)}")
        self.claims.append(IdentityClaim(id=name, one=one, other=other, statement=None, at=()))

    @property
    def reading(self) -> Reading:
        text = text_id(self.text)
        return Reading(
            id=reading_id(text, "", "made"),
            text=text,
            reader=ReaderName(name="made", version="1", digest="made"),
            told_on=None,
            mentions=tuple(self.mentions),
            statements=tuple(self.statements),
            replies=tuple(self.replies),
            identity_claims=tuple(self.claims),
        )
