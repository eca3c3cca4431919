"""A draft held against the record."""

from onrecord.check.quotations import Unfound, unfound_quotations

__all__ = ["Unfound", "unfound_quotations"]
