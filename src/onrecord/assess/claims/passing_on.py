"""Whose words a statement passes on, and what it only recounts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.assess.claims.told import Place
from onrecord.core.said import StatementRow
from onrecord.core.vocabulary import Naming
from onrecord.core.wording import SOMEBODY

_COVERS = 0.6
"""A statement whose words are for so large a part another's passes on what that one says."""
_OWN_PAGE = re.compile(
    r"(?:we|(?:an earlier|a previous|the original|our) (?:version|report|article|story)\b.*"
    r"|this (?:newspaper|paper|page|site|website|article|report|story))$",
    re.IGNORECASE,
)
_SAID = re.compile(r"\b(?:said|reported|stated|wrote|named|suggested|described|claimed)\b")


def recounted(rows: Sequence[StatementRow]) -> frozenset[Place]:
    """Give what outlets tell that they said before, in corrections: it is said there no more."""
    found = {
        (row.source, row.id)
        for row in rows
        if _OWN_PAGE.match(" ".join(row.speaker.split()))
        and _SAID.search(row.cue)
        and row.naming is not Naming.NAMED
        and not row.actor_name.strip()[:1].isupper()
    }
    under = {(row.source, row.id) for row in rows if (row.source, row.parent) in found}
    return frozenset(found | under)


def passed_on(rows: Sequence[StatementRow]) -> dict[Place, str]:
    """Say of each statement that only tells what another said, who that is."""
    at = {(row.source, row.id): row for row in rows}
    found: dict[Place, str] = {}
    for row in rows:
        outer = at.get((row.source, row.parent)) if row.parent else None
        if outer is None or len(row.content) < _COVERS * len(outer.content):
            continue
        if row.proposed or row.naming in (Naming.AGENTLESS, Naming.PUBLISHER):
            continue
        if row.actor is None or row.actor != outer.actor:
            name = row.actor_name or " ".join(row.speaker.split()) or SOMEBODY
            found.setdefault((outer.source, outer.id), name)
    return found
