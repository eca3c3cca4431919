"""Who speaks in a document, for whom, and on whose account theirs rests."""

from onrecord.assess.speaking.acting import acting, heads, lawyers
from onrecord.assess.speaking.holders import Holder, Holders
from onrecord.assess.speaking.names import MEANT, is_body
from onrecord.assess.speaking.parties import Parties, Party, is_with_teller, same_speaker
from onrecord.assess.speaking.resting import resting
from onrecord.assess.speaking.sides import Side
from onrecord.assess.speaking.voices import (
    Carrier,
    How,
    Known,
    Tree,
    Voice,
    origin_of,
    unnamed,
    voice_of,
)

__all__ = [
    "MEANT",
    "Carrier",
    "Holder",
    "Holders",
    "How",
    "Known",
    "Parties",
    "Party",
    "Side",
    "Tree",
    "Voice",
    "acting",
    "heads",
    "is_body",
    "is_with_teller",
    "lawyers",
    "origin_of",
    "resting",
    "same_speaker",
    "unnamed",
    "voice_of",
]
