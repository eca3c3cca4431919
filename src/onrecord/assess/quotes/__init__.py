"""Quotations in different documents that are one utterance, and how each differs."""

from onrecord.assess.quotes.quotes import Quoting

__all__ = [
    "Quoting",
]
