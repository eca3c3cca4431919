"""Where documents differ on a fact, and who is told of in two ways."""

from onrecord.assess.differences.differences import Retraction, Telling, Value, about, differences
from onrecord.assess.differences.held_apart import (
    Borne,
    Held,
    past_and_present,
    spelt_apart,
    two_holders,
)

__all__ = [
    "Borne",
    "Held",
    "Retraction",
    "Telling",
    "Value",
    "about",
    "differences",
    "past_and_present",
    "spelt_apart",
    "two_holders",
]
