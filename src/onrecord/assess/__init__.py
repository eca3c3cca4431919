"""From statements to claims, their origins and their standing."""

from onrecord.assess.flows import arrows, held, weakest
from onrecord.assess.origins import Carried, origins

__all__ = ["Carried", "arrows", "held", "origins", "weakest"]
