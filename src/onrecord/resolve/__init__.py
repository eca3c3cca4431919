"""From mentions to actors, by decisions that can be taken back."""

from onrecord.resolve.actors import Seen, resolve
from onrecord.resolve.likeness import likeness

__all__ = ["Seen", "likeness", "resolve"]
