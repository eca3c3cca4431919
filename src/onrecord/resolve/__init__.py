"""From mentions to actors, by decisions that can be taken back."""

from typing import TYPE_CHECKING

from onrecord.core import doors

if TYPE_CHECKING:
    from onrecord.resolve.actors import resolve
    from onrecord.resolve.evidence import Evidence, Holding, Seen
    from onrecord.resolve.likeness import likeness
    from onrecord.resolve.resolved import VERSION, Proposal, Resolved

doors.open_later(
    __name__,
    {
        "actors": "resolve",
        "evidence": "Evidence Holding Seen",
        "likeness": "likeness",
        "resolved": "VERSION Proposal Resolved",
    },
)

__all__ = ["VERSION", "Evidence", "Holding", "Proposal", "Resolved", "Seen", "likeness", "resolve"]
