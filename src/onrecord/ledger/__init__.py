"""Append-only, bitemporal store of a case's record. The only part of onrecord that speaks SQL."""

from onrecord.ledger.ledger import Ledger
from onrecord.ledger.report import Report

__all__ = ["Ledger", "Report"]
