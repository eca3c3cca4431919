"""What became of requests, document by document, in the scorer's terms.

Silences are given each; a denial where it is what an earlier silence of the same actor became.
"""

from __future__ import annotations

import re
from typing import Any

from bench.case_alder.built import Built
from onrecord.core.chains import Became, ChainRow, StepRow
from onrecord.core.folding import fold

_OUTCOME = {
    Became.UNREACHED: "unreachable",
    Became.NO_RESPONSE: "no_response",
    Became.DECLINED: "declined",
    Became.DENIED: "denied",
    Became.DENIED_IN_PART: "denied_in_part",
    Became.ANSWERED: "answered",
}
_DESCRIBED = re.compile(
    r"(?:An?|Her|His|Its|Our|Their|My|Your|Neither|Both)\b|[a-z]|[Tt]he (?:former|other) "
)
"""What is a description, and no name that the scorer could know."""

_ONE = re.compile(r"[A-Z][a-z]+")


def replies(built: Built) -> list[dict[str, str]]:
    """Give what became of requests of named actors."""
    found = []
    for chain in built.case.chains():
        if _DESCRIBED.match(chain.name):
            continue
        silent = ""
        for step in chain.steps:
            if step.became.is_silence:
                silent = step.source
                found.append(_one(built, chain, step))
            elif silent not in ("", step.source) and step.became in _OUTCOME:
                silent = ""
                found.append(_one(built, chain, step))
    return found


def _one(built: Built, chain: ChainRow, step: StepRow) -> dict[str, Any]:
    return {
        "asked": _name(built, chain, step),
        "doc": built.documents[step.source],
        "outcome": _OUTCOME[step.became],
    }


def _name(built: Built, chain: ChainRow, step: StepRow) -> str:
    """Give the name as an outlet bears it, or with the article that a single common noun has."""
    outlets = {fold(row.outlet): row.outlet for row in built.sources.values() if row.outlet}
    if fold(chain.name) in outlets:
        return outlets[fold(chain.name)]
    text = built.texts[built.documents[step.source]].characters
    common = _ONE.fullmatch(chain.name) and (
        f"the {chain.name} " in text or f"The {chain.name} " in text or chain.name.lower() in text
    )
    return f"the {chain.name}" if common else chain.name
