"""From statements to claims, their origins and their standing."""

from onrecord.assess.findings import between, states
from onrecord.assess.findings import table as found_table
from onrecord.assess.flows import arrows, held, weakest
from onrecord.assess.origins import Carried, origins
from onrecord.assess.placing import place as place_findings
from onrecord.assess.standards import load as load_standard
from onrecord.assess.standards import shipped as standards
from onrecord.assess.standards import with_elements

__all__ = [
    "Carried",
    "arrows",
    "between",
    "found_table",
    "held",
    "load_standard",
    "origins",
    "place_findings",
    "standards",
    "states",
    "weakest",
    "with_elements",
]
