"""What each page must tell, by its template."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from telling import Filled, Must
from telling_claims import (
    actor_page,
    claim_page,
    claims_page,
    coverage_page,
    index_page,
    people_page,
    refused_page,
    source_page,
    sources_page,
)
from telling_lists import (
    activity_page,
    chains_page,
    differences_page,
    entries_page,
    flows_page,
    hypotheses_page,
    judgements_page,
    network_page,
    origins_page,
    proceedings_page,
    questions_page,
    quotes_page,
    tests_page,
    timeline_page,
    versions_page,
)

TELLS: dict[str, Callable[[Filled], Iterator[Must]]] = {
    "claim.html": claim_page,
    "claims.html": claims_page,
    "index.html": index_page,
    "actor.html": actor_page,
    "people.html": people_page,
    "flows.html": flows_page,
    "network.html": network_page,
    "network-around.html": network_page,
    "timeline.html": timeline_page,
    "timeline-lanes.html": timeline_page,
    "statements.html": entries_page,
    "disputes.html": entries_page,
    "quantities.html": entries_page,
    "nobody.html": entries_page,
    "proceedings.html": proceedings_page,
    "tests.html": tests_page,
    "questions.html": questions_page,
    "chains.html": chains_page,
    "quotes.html": quotes_page,
    "versions.html": versions_page,
    "differences.html": differences_page,
    "origins.html": origins_page,
    "judgements.html": judgements_page,
    "hypotheses.html": hypotheses_page,
    "activity.html": activity_page,
    "sources.html": sources_page,
    "coverage.html": coverage_page,
    "source.html": source_page,
    "refused.html": refused_page,
}


def musts(template: str, filled: Filled, common: Filled) -> list[Must]:
    """Give all that a page of this template is to tell of the rows that fill it.

    Args:
        common: what every page tells of the record.
    """
    tells = TELLS.get(template)
    return [*_foot(common), *(tells({**common, **filled}) if tells is not None else ())]


def _foot(common: Filled) -> Iterator[Must]:
    tally, left = common["tally"], common["unconfirmed"]
    yield Must("//footer", ("They do not say that any of it is so", common["as_of"]))
    if left:
        marks = (f"{left:,} w", "found by machine", "not yet confirmed by a person",
                 f"{tally.proposals:,} " if tally.proposals else "")  # fmt: skip
        yield Must("//footer", marks)
