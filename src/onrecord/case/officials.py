"""Which publishers are bodies of the state: their documents settle what reports differ on."""

from __future__ import annotations

import re

_BODIES = frozenset(
    "court tribunal office ministry department committee commission council board authority "
    "police parliament assembly senate inquiry prosecutor prosecutions government registry "
    "inspectorate ombudsman regulator service treasury agency assize assizes magistrates coroner "
    "attorney auditor constabulary congress chamber panel procurator procuratorate bureau"
    " secretariat comptroller registrar accuser prefecture directorate commissioner".split()
)
_PRESS = frozenset("news press daily times post radio television tv herald gazette feed".split())


def is_official(outlet: str) -> bool:
    """Say whether a publisher's name is that of a body of the state, and not of the press."""
    words = set(re.findall(r"[a-z]+", outlet.casefold()))
    return bool(words & _BODIES) and not words & _PRESS
