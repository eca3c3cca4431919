"""Where documents differ on a fact, and who is told of in two ways."""

from onrecord.assess.differences.deeds import is_by_its_name, step_at
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
from onrecord.assess.differences.went_back import Stood, turns, went_back

__all__ = [
    "Borne",
    "Held",
    "Retraction",
    "StepTold",
    "Stood",
    "Telling",
    "Value",
    "about",
    "differ",
    "differences",
    "is_by_its_name",
    "past_and_present",
    "said_apart",
    "spelt_apart",
    "step_at",
    "steps_apart",
    "turns",
    "two_holders",
    "went_back",
]
