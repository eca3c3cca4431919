"""Append-only, bitemporal store of a case's record. The only part of onrecord that speaks SQL."""

from onrecord.ledger.ledger import Ledger
from onrecord.ledger.verify import Report

__all__ = ["Ledger", "Report"]
