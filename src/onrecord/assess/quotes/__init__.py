"""Quotations in different documents that are one utterance, and how each differs."""

from onrecord.assess.quotes.quotes import QUOTING, Quoting

__all__ = [
    "QUOTING",
    "Quoting",
]
