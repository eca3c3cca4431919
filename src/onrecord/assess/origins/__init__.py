"""Where what a document says comes from, and to how many independent origins a claim goes."""

from onrecord.assess.origins.again import Places, carried_again, told_again
from onrecord.assess.origins.branches import branches
from onrecord.assess.origins.carrying import CARRYING, carrying
from onrecord.assess.origins.claim_origins import claim_origins
from onrecord.assess.origins.counting import origins_of

__all__ = [
    "CARRYING",
    "Places",
    "branches",
    "carried_again",
    "carrying",
    "claim_origins",
    "origins_of",
    "told_again",
]
