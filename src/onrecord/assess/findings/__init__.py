"""What was found of the elements of a test, as texts tell it, and how each stands on a day."""

from onrecord.assess.findings.explained import explained
from onrecord.assess.findings.placing import place
from onrecord.assess.findings.states import between, states, table
from onrecord.assess.findings.told import Sentence, prevailing, told_findings

__all__ = [
    "Sentence",
    "between",
    "explained",
    "place",
    "prevailing",
    "states",
    "table",
    "told_findings",
]
