"""Who: the actors of a case and how they are named, and the posts they hold."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from onrecord.core.dates import When
from onrecord.core.identity import ActorId, MentionId, RowId, SourceId, StatementId
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
    """A span that names or points to an actor.

    `same_as` is another mention of that actor in the same text: an earlier one, or the name that
    follows a description ("The clerk, Ann Pell").
    """

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
    """One actor's holding of a post. `cited` are days it is attested on, apart from `held`.

    `held` is an interval: an end that is stated, one that is not known (nothing after or before
    the stroke), or one that was open when the source was made (`..`). None: no date is given.

    The holder is a mention of a text, or else the `name` that a row of a table gives. `person`,
    `office` and `organisation` are what the table itself calls holder, post and body; labels, which
    may stand in another table, say their names. `listed`: it stands in a table, which names every
    holder of its posts that its makers know of; a sentence names only whom it speaks of.

    `said_in` is the innermost statement in whose content it stands: whoever makes that says so, not
    the text. None: the text says it in its own voice.
    """

    id: RowId
    holder: MentionId | None = None
    post: str
    body: str
    held: When | None
    cited: tuple[When, ...] = ()
    at: Spans
    name: str = ""
    person: str = ""
    office: str = ""
    organisation: str = ""
    listed: bool = False
    said_in: StatementId | None = None


class Labelled(StrEnum):
    """What a key of a table stands for."""

    PERSON = "person"
    POST = "post"
    BODY = "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What a table says the name behind one of its keys is, and while it was so (None: always).

    A person who marries or becomes a peer has several. `of` is the key of a post's body.
    """

    kind: Labelled
    key: str
    name: str
    borne: When | None = None
    of: str = ""
    at: Span
