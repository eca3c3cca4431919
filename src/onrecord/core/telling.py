"""Whose words a statement is, from a reading alone: who speaks, to whom, and through whom it came.

The ledger makes its views of this; without a record, `rows` gives a reading as rows straight away.
"""

from __future__ import annotations

from collections.abc import Mapping

from onrecord.core.identity import MentionId, SourceId, StatementId
from onrecord.core.said import Party, ReplyRow, StatementRow, Teller
from onrecord.core.spans import Span, Spans, words_of
from onrecord.core.vocabulary import Mention, Naming, Reading, Reply, Statement, Text, Voice

Mentions = Mapping[MentionId, Mention]
Statements = Mapping[StatementId, Statement]


def words_at(spans: Spans, characters: str) -> str:
    """Give the words of spans; nearly always there is one, and this is called for every row."""
    if len(spans) == 1:
        start, end = spans[0]
        return characters[start:end]
    return words_of(spans, characters)


def called(voice: Voice | None, mentions: Mentions, characters: str) -> str:
    """Name a speaker in the words of the text, and beside a pronoun whom it stands for."""
    if voice is None:
        return ""
    words = words_at(voice.spans, characters)
    mention = mentions.get(voice.mention) if voice.mention else None
    if mention is None or mention.at in voice.spans or mention.name in words:
        return words
    if not words:  # the writer of a letter: the name stands under it
        return mention.name
    return f"{mention.name} (“{words}”)"


def addressee(statement: Statement, mentions: Mentions, characters: str) -> str:
    """Name whom a statement was made to, in the words of the text; empty where nobody is named."""
    mention = mentions.get(statement.addressee) if statement.addressee else None
    if mention is None:
        return ""
    words = mention.at.of(characters)
    return words if mention.name in words else f"{mention.name} (“{words}”)"


def chain(
    statement: Statement, by_id: Statements, mentions: Mentions, characters: str
) -> tuple[Teller, ...]:
    """List those through whom a statement came, outermost first."""
    outer: list[Teller] = []
    seen = {statement.id}
    parent = statement.parent
    while parent is not None and parent in by_id and parent not in seen:
        seen.add(parent)
        above = by_id[parent]
        outer.append(_teller(above, mentions, characters))
        parent = above.parent
    return tuple(outer[::-1])


def _teller(above: Statement, mentions: Mentions, characters: str) -> Teller:
    voice = above.source
    mention = mentions.get(voice.mention) if voice and voice.mention else None
    return Teller(
        id=above.id,
        speaker=called(voice, mentions, characters),
        name=mention.name if mention else "",
        naming=voice.naming if voice else Naming.AGENTLESS,
        cue=words_at(above.cue.spans, characters),
        act=above.act,
        polarity=above.polarity,
        commitment=above.commitment,
        hedges=tuple(span.of(characters) for span in above.hedges),
    )


def party(voice: Voice, mentions: Mentions, characters: str) -> Party:
    """Name somebody who asked, was asked, or answered for another."""
    return Party(
        words=called(voice, mentions, characters), naming=voice.naming, mention=voice.mention
    )


def parties(
    reply: Reply, mentions: Mentions, characters: str
) -> tuple[Party, Party | None, Party | None]:
    """Name who was asked, by whom, and through whom; None where the words do not say."""
    asked_by, through = (
        None if voice is None else party(voice, mentions, characters)
        for voice in (reply.asked_by, reply.through)
    )
    return party(reply.asked, mentions, characters), asked_by, through


def rows(reading: Reading, text: Text, label: str) -> tuple[list[StatementRow], list[ReplyRow]]:
    """Give a reading as rows without a record. `label` names the source of the text."""
    characters = text.characters
    mentions = {mention.id: mention for mention in reading.mentions}
    by_id = {statement.id: statement for statement in reading.statements}
    source = SourceId(label)
    by = reading.reader
    said = [
        StatementRow(
            id=s.id,
            source=source,
            source_label=label,
            text=text.id,
            speaker=called(s.source, mentions, characters),
            naming=s.source.naming if s.source else Naming.AGENTLESS,
            actor=None,
            actor_name="",
            cue=words_at(s.cue.spans, characters),
            content=words_at(s.content.spans, characters),
            at=s.anchor,
            content_spans=s.content.spans,
            source_spans=s.source.spans if s.source else (),
            cue_spans=s.cue.spans,
            hedge_spans=s.hedges,
            mention=s.source.mention if s.source else None,
            mode=s.mode,
            act=s.act,
            polarity=s.polarity,
            commitment=s.commitment,
            hedges=tuple(span.of(characters) for span in s.hedges),
            made=s.made,
            parent=s.parent,
            chain=chain(s, by_id, mentions, characters),
            reader=f"{by.name} {by.version} ({by.digest[:8]})",
            known="",
            addressee=addressee(s, mentions, characters),
            sureness=s.sureness,
            duplicate_of=s.duplicate_of,
        )
        for s in reading.statements
    ]
    asked = [_reply_row(reply, source, label, mentions, characters) for reply in reading.replies]
    return said, asked


def _reply_row(
    reply: Reply, source: SourceId, label: str, mentions: Mentions, characters: str
) -> ReplyRow:
    asked, asked_by, through = parties(reply, mentions, characters)
    return ReplyRow(
        id=reply.id,
        source=source,
        source_label=label,
        asked=asked,
        outcome=reply.outcome,
        words=words_at(reply.at, characters),
        at=Span(reply.at[0].start, reply.at[-1].end),
        spans=reply.at,
        asked_by=asked_by,
        through=through,
        made=reply.made,
    )
