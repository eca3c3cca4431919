"""What is told to have passed between two, who tells of it, and how each arrow stands."""

from onrecord.assess.flows.arrows import arrows, held, weakest

__all__ = [
    "arrows",
    "held",
    "weakest",
]
