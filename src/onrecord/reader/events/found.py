"""What was found in one sentence, by the numbers of its words."""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.core.vocabulary import EventKind, Realised, Role
from onrecord.reader.events.tables import Sense
from onrecord.reader.flows.phrases import Range


@dataclass(slots=True)
class Found:
    """One event. `thing` is what is dropped, opened, published; `matter` what it is about.

    `told` are the words for it; `reach` is the last word that belongs to it for certain.
    """

    sense: Sense
    kind: EventKind
    trigger: int
    told: Range
    reach: int
    roles: list[tuple[Role, Range]] = field(default_factory=list)
    thing: Range | None = None
    place: Range | None = None
    matter: Range | None = None
    outcome: str = ""
    signs: dict[int, Realised] = field(default_factory=dict)
    denials: list[int] = field(default_factory=list)

    def has(self, role: Role) -> bool:
        """Say whether somebody takes part in this role."""
        return any(one is role for one, _ in self.roles)

    def add(self, role: Role | None, phrase: Range | None) -> None:
        """Let somebody take part."""
        if role is not None and phrase is not None and (role, phrase) not in self.roles:
            self.roles.append((role, phrase))
