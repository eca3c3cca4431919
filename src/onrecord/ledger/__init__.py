"""Append-only, bitemporal store of a case's record. The only part of onrecord that speaks SQL."""

from typing import TYPE_CHECKING

from onrecord.core import doors

if TYPE_CHECKING:
    from onrecord.ledger.clocks import Clause, Decisions
    from onrecord.ledger.held import Held
    from onrecord.ledger.ledger import FILE, Ledger
    from onrecord.ledger.report import Report
    from onrecord.ledger.shown import Shown
    from onrecord.ledger.tenures import Tenures

doors.open_later(
    __name__,
    {
        "clocks": "Clause Decisions",
        "held": "Held",
        "ledger": "FILE Ledger",
        "report": "Report",
        "shown": "Shown",
        "tenures": "Tenures",
    },
)

__all__ = ["FILE", "Clause", "Decisions", "Held", "Ledger", "Report", "Shown", "Tenures"]
