"""The statements and mentions of one text while its windows come in, and the rows they become.

A statement whose words all stand in the content of another is reported inside it. A name is held to
be an earlier one when it is written alike, or is the end of exactly one earlier name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from onrecord.core.identity import StatementId, mention_id, statement_id
from onrecord.core.spans import Span, Spans
from onrecord.core.vocabulary import (
    ActorKind,
    Content,
    Cue,
    Mention,
    Naming,
    Polarity,
    SpeechAct,
    Statement,
    Text,
    Voice,
)
from onrecord.reader.llm.placing import Placed
from onrecord.reader.llm.windows import Window

PRONOUNS = frozenset(("he", "she", "they", "it", "we", "i", "who"))


@dataclass(slots=True)
class Page:
    """The reading of one text in the making. Thrown away with it."""

    text: Text
    twice: int = 0
    """How many entries had the words of an earlier one."""
    _statements: dict[StatementId, Statement] = field(default_factory=dict)
    _mentions: dict[Span, Mention] = field(default_factory=dict)

    def take(self, window: Window, placed: Iterable[Placed]) -> None:
        """Enter the statements whose words stand in `window`, each under the one that holds it."""
        found: list[Statement] = []
        for one in placed:
            statement = self._statement(window, one)
            if statement.id in self._statements:
                self.twice += 1
            else:
                self._statements[statement.id] = statement
                found.append(statement)
        for statement in found:
            parent = _parent(statement, found)
            self._statements[statement.id] = replace(statement, parent=parent)

    def statements(self) -> tuple[Statement, ...]:
        """Give the statements in the order of their words."""
        return tuple(sorted(self._statements.values(), key=lambda s: (s.anchor, s.id)))

    def mentions(self) -> tuple[Mention, ...]:
        """Give the mentions in the order of their words, each led back to its first."""
        led: list[Mention] = []
        first: dict[str, Mention] = {}
        for mention in sorted(self._mentions.values(), key=lambda m: m.at):
            if mention.naming is Naming.NAMED:
                earlier = _earlier(mention.name, first)
                if earlier is None:
                    first[mention.name] = mention
                else:
                    mention = replace(mention, same_as=earlier.id)
            led.append(mention)
        return tuple(led)

    def _statement(self, window: Window, placed: Placed) -> Statement:
        source = window.of_text(placed.source) if placed.source else ()
        cue = window.of_text(placed.cue) if placed.cue else ()
        name = window.of_text(placed.name) if placed.name else ()
        content = tuple(span for one in placed.content for span in window.of_text(one))
        denies = placed.pointed.act is SpeechAct.DENIES
        return Statement(
            id=statement_id(self.text.id, source, cue, content),
            source=self._voice(source, name, placed.pointed.anonymous) if source else None,
            cue=Cue(cue),
            content=Content(content),
            mode=placed.mode,
            act=placed.pointed.act,
            polarity=Polarity.NEGATIVE if denies else Polarity.POSITIVE,
        )

    def _voice(self, source: Spans, name: Spans, anonymous: bool) -> Voice:
        """Say who speaks: by name, or as described; a pronoun without a name is left open."""
        if name:
            mention = self._mention(name[0], ActorKind.NOT_KNOWN, Naming.NAMED)
            return Voice(spans=source, naming=Naming.NAMED, mention=mention.id)
        if source[0].of(self.text.characters).lower() in PRONOUNS:
            return Voice(spans=source, naming=Naming.NAMED)
        how = Naming.ANONYMOUS if anonymous else Naming.ROLE_ONLY
        kind = ActorKind.UNNAMED_SOURCE if anonymous else ActorKind.NOT_KNOWN
        return Voice(spans=source, naming=how, mention=self._mention(source[0], kind, how).id)

    def _mention(self, at: Span, kind: ActorKind, naming: Naming) -> Mention:
        known = self._mentions.get(at)
        if known is not None and known.naming is Naming.NAMED:
            return known
        name = " ".join(at.of(self.text.characters).split())
        made = Mention(id=mention_id(self.text.id, at), at=at, name=name, kind=kind, naming=naming)
        self._mentions[at] = made
        return made


def _earlier(name: str, first: dict[str, Mention]) -> Mention | None:
    """Give the one earlier mention of a name, or of one that ends in it."""
    if name in first:
        return first[name]
    longer = [mention for full, mention in first.items() if full.endswith(f" {name}")]
    return longer[0] if len(longer) == 1 else None


def _parent(one: Statement, others: list[Statement]) -> StatementId | None:
    """Give the narrowest statement in whose content all that makes `one` stands."""
    around = [other for other in others if _size(other) > _size(one) and _holds(other, one)]
    return min(around, key=_size).id if around else None


def _holds(outer: Statement, inner: Statement) -> bool:
    source = inner.source.spans if inner.source else ()
    return all(
        any(mine.holds(span) for mine in outer.content.spans)
        for span in (*inner.content.spans, *inner.cue.spans, *source)
    )


def _size(statement: Statement) -> int:
    return sum(span.end - span.start for span in statement.content.spans)
