"""Where documents differ on a fact, and who is told of in two ways."""

from onrecord.assess.differences.differences import (
    Retraction,
    Telling,
    Value,
    about,
    differ,
    differences,
)
from onrecord.assess.differences.held_apart import (
    Borne,
    Held,
    past_and_present,
    spelt_apart,
    two_holders,
)
from onrecord.assess.differences.said_apart import said_apart
from onrecord.assess.differences.steps import StepTold, steps_apart

__all__ = [
    "Borne",
    "Held",
    "Retraction",
    "StepTold",
    "Telling",
    "Value",
    "about",
    "differ",
    "differences",
    "past_and_present",
    "said_apart",
    "spelt_apart",
    "steps_apart",
    "two_holders",
]
