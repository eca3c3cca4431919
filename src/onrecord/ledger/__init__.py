"""Append-only, bitemporal store of a case's record. The only part of onrecord that speaks SQL."""

from onrecord.ledger.clocks import Clause, Decisions
from onrecord.ledger.held import Held
from onrecord.ledger.ledger import FILE, Ledger
from onrecord.ledger.report import Report
from onrecord.ledger.tenures import Tenures

__all__ = ["FILE", "Clause", "Decisions", "Held", "Ledger", "Report", "Tenures"]
