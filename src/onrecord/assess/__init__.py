"""From statements to claims, their origins and their standing."""

from onrecord.assess.answers import Reply, answered
from onrecord.assess.branches import branches
from onrecord.assess.carrying import CARRYING, carrying
from onrecord.assess.changes import changes, notice
from onrecord.assess.claim_origins import claim_origins
from onrecord.assess.claims import (
    Measure,
    Place,
    Relation,
    grouped,
    load_measure,
    placed,
    worded,
)
from onrecord.assess.corrected import Correction, corrected
from onrecord.assess.counting import origins_of
from onrecord.assess.differences import Retraction, Telling, Value, about, differences
from onrecord.assess.edits import Edited, Newer, edited
from onrecord.assess.findings import between, states
from onrecord.assess.findings import table as found_table
from onrecord.assess.flows import arrows, held, weakest
from onrecord.assess.held_apart import Borne, Held, past_and_present, spelt_apart, two_holders
from onrecord.assess.holders import Holder, Holders
from onrecord.assess.moves import moves, since, taken
from onrecord.assess.origins import Carried, origins
from onrecord.assess.own_voice import own_sentence, own_voice
from onrecord.assess.pages import Versions, gone, versions
from onrecord.assess.parties import Parties, same_speaker
from onrecord.assess.placing import place as place_findings
from onrecord.assess.proceedings import proceedings
from onrecord.assess.quotes import quotes
from onrecord.assess.resting import resting
from onrecord.assess.standards import load as load_standard
from onrecord.assess.standards import shipped as standards
from onrecord.assess.standards import with_elements
from onrecord.assess.standing import RULES, Derived, standing, weight
from onrecord.assess.tips import day, said_by
from onrecord.assess.told_findings import Sentence, prevailing, told_findings
from onrecord.assess.voices import Carrier, Known, Tree
from onrecord.assess.why import why

__all__ = [
    "CARRYING",
    "RULES",
    "Borne",
    "Carried",
    "Carrier",
    "Correction",
    "Derived",
    "Edited",
    "Held",
    "Holder",
    "Holders",
    "Known",
    "Measure",
    "Newer",
    "Parties",
    "Place",
    "Relation",
    "Reply",
    "Retraction",
    "Sentence",
    "Telling",
    "Tree",
    "Value",
    "Versions",
    "about",
    "answered",
    "arrows",
    "between",
    "branches",
    "carrying",
    "changes",
    "claim_origins",
    "corrected",
    "day",
    "differences",
    "edited",
    "found_table",
    "gone",
    "grouped",
    "held",
    "load_measure",
    "load_standard",
    "moves",
    "notice",
    "origins",
    "origins_of",
    "own_sentence",
    "own_voice",
    "past_and_present",
    "place_findings",
    "placed",
    "prevailing",
    "proceedings",
    "quotes",
    "resting",
    "said_by",
    "same_speaker",
    "since",
    "spelt_apart",
    "standards",
    "standing",
    "states",
    "taken",
    "told_findings",
    "two_holders",
    "versions",
    "weakest",
    "weight",
    "why",
    "with_elements",
    "worded",
]
