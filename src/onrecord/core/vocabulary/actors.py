"""Who: the actors of a case and how they are named, and the posts they hold."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.core.dates import When
from onrecord.core.identity import ActorId, MentionId, RowId, SourceId
from onrecord.core.spans import Span, Spans


class ActorKind(StrEnum):
    """What kind of actor; an unnamed source is one of its own."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PUBLIC_BODY = "public body"
    GROUP = "group"
    PLACE = "place"
    UNNAMED_SOURCE = "unnamed source"
    NOT_KNOWN = "not known"


class Naming(StrEnum):
    """How the one who speaks is named."""

    NAMED = "named"
    ROLE_ONLY = "role-only"
    ANONYMOUS = "anonymous"
    AGENTLESS = "agentless"
    PUBLISHER = "publisher's own knowledge"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A span that names or points to an actor. `same_as` is an earlier mention in the same text."""

    id: MentionId
    at: Span
    name: str
    title: str = ""
    kind: ActorKind = ActorKind.NOT_KNOWN
    naming: Naming = Naming.NAMED
    same_as: MentionId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Those mentions that decisions hold to be one. `names` has the fullest first."""

    id: ActorId
    kind: ActorKind
    naming: Naming
    names: tuple[str, ...]
    mentions: tuple[tuple[SourceId, MentionId], ...]
    because: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """One actor's holding of a post. `cited` are days it is attested on, apart from `held`."""

    id: RowId
    holder: MentionId | None
    post: str
    body: str
    held: When | None
    cited: tuple[When, ...]
    at: Spans
