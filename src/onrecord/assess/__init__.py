"""From statements to claims, their origins and their standing."""

from onrecord.assess.origins import Carried, origins

__all__ = ["Carried", "origins"]
