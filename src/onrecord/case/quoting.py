"""Rows of any kind in their own words, each with whose words they are."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.core.identity import kind_of
from onrecord.core.rows import quoted
from onrecord.core.vocabulary import AsOf
from onrecord.ledger import Ledger

MOST = 240
"""Characters of words shown of a row that is named by its id elsewhere."""


def quoted_rows(ledger: Ledger, ids: Iterable[str], as_of: AsOf) -> dict[str, str]:
    """Give rows in their words, with whose they are; what is no row of a text is left out.

    A statement or reply, rejected or not, is given as such; any other row as what its source
    writes there, so that one which no reader finds any more can still be seen.
    """
    wanted = set(ids)
    labels = ledger.ask.labels(AsOf())
    found = {one: labels[one] for one in wanted if one in labels}
    said = {one for one in wanted if kind_of(one) == "statement"}
    asked = {one for one in wanted if kind_of(one) == "reply"}
    for rejected in (False, True):
        if said:
            rows = ledger.ask.statements(as_of, ids=said, labels=labels, rejected=rejected)
            found.update((row.id, row.attributed(MOST)) for row in rows)
        if asked:
            replies = ledger.ask.replies(as_of, rejected=rejected)
            found.update((row.id, row.attributed(MOST)) for row in replies if row.id in asked)
    for one, (source, text, at) in ledger.ask.places(wanted - found.keys()).items():
        words = at.of(ledger.text(text).characters)
        label = labels.get(source, "a source that was taken back")
        found[one] = f"{label} writes: {quoted(words, MOST)}"
    return found
