"""Rows on actors who may be one: proposed with reasons, never joined until a person says so."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.core.identity import ActorId


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalRow:
    """Two actors who may be one: how alike, from 0 to 1, and why. The older stands first."""

    one: ActorId
    one_name: str
    other: ActorId
    other_name: str
    score: float
    because: tuple[str, ...]

    @property
    def title(self) -> str:
        """Name the two."""
        return f"{self.one_name} / {self.other_name}"

    def beside(self, actor: ActorId) -> tuple[ActorId, str]:
        """Give the one whom an actor may be, and its name."""
        return (self.other, self.other_name) if actor == self.one else (self.one, self.one_name)
