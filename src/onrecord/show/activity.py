"""Activity: every operation on the case, the last first, with what took what back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from onrecord.show.gathered import Gathered
from onrecord.show.press import Page, lists, page_of


def activity(rows: Gathered) -> Iterator[Page]:
    """Give the list of operations: who did what, when and why, and what became of it."""
    done = rows.activity[::-1]
    place = {
        one.log.number: f"{page_of('activity', at)}#op-{one.log.number}"
        for at, one in enumerate(done)
    }
    yield from lists(
        "activity",
        "activity.html",
        done,
        lambda: {"place": place, "by": Counter(one.log.by for one in done)},
    )
