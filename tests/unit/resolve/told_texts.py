"""Texts with the people they name, built mention by mention, and who is held to be one."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.core.identity import MentionId, SourceId, TextId, mention_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Actor, ActorKind, Mention, Naming
from onrecord.resolve import Evidence, Resolved, Seen, resolve

BODY = ActorKind.PUBLIC_BODY


@dataclass
class Told:
    """A text under construction: each mention a hundred characters after the one before."""

    number: int
    seen: list[Seen] = field(default_factory=list)

    @property
    def source(self) -> SourceId:
        return SourceId(f"src_{self.number}")

    def add(
        self,
        name: str,
        kind: ActorKind = ActorKind.PERSON,
        title: str = "",
        naming: Naming = Naming.NAMED,
        same_as: MentionId | None = None,
    ) -> MentionId:
        at = Span(100 * len(self.seen), 100 * len(self.seen) + len(name))
        made = Mention(
            id=mention_id(TextId(f"txt_{self.number}"), at), at=at, name=name, title=title,
            kind=kind, naming=naming, same_as=same_as,
        )  # fmt: skip
        self.seen.append(Seen(self.source, made))
        return made.id

    def role(self, words: str, same_as: MentionId | None = None) -> MentionId:
        return self.add(words, naming=Naming.ROLE_ONLY, same_as=same_as)

    def company(self) -> Told:
        """Name two others, so that texts with company have both in common."""
        self.add("Harbour Inquiry", BODY)
        self.add("Ada Finch")
        return self


def told(*texts: Told, evidence: Evidence = Evidence()) -> Resolved:  # noqa: B008
    return resolve([one for text in texts for one in text.seen], (), evidence)


def holder(found: Resolved, mention: MentionId) -> Actor:
    return next(a for a in found.actors if any(m == mention for _, m in a.mentions))


def is_one(found: Resolved, one: MentionId, other: MentionId) -> bool:
    return holder(found, one).id == holder(found, other).id


def is_proposed(found: Resolved, one: MentionId, other: MentionId) -> bool:
    ends = {holder(found, one).id, holder(found, other).id}
    return any({row.one, row.other} == ends and row.likeness.because for row in found.proposals)
