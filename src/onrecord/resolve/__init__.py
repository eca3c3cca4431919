"""From mentions to actors, by decisions that can be taken back."""

from onrecord.resolve.actors import VERSION, Proposal, Resolved, resolve
from onrecord.resolve.evidence import Evidence, Holding, Seen
from onrecord.resolve.likeness import likeness

__all__ = ["VERSION", "Evidence", "Holding", "Proposal", "Resolved", "Seen", "likeness", "resolve"]
