"""Who held which post, in the scorer's terms: one row for each holder and post of the record."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

from bench.case_alder.built import Built
from onrecord.core.dates import When
from onrecord.core.folding import fold
from onrecord.core.posts import TenureRow

_ACTING = re.compile(r"^(acting|interim)\b\s*", re.IGNORECASE)
_KNOWN = ("", "..")


def tenures(built: Built) -> list[dict[str, Any]]:
    """Give the tenures that texts tell of, those of one holder and post put together.

    Rows go together whose holder is one actor and whose post is, but for "acting", one name; of the
    ends that they give, the narrowest that a row states is taken.
    """
    groups: defaultdict[tuple[str, str, bool], list[TenureRow]] = defaultdict(list)
    for row in built.case.posts().tenures():
        if not row.listed and row.name:
            acting = bool(_ACTING.match(row.post))
            groups[row.holder, fold(_ACTING.sub("", row.post)), acting].append(row)
    return [
        {
            "holder": rows[0].name,
            "title": max((_ACTING.sub("", row.post) for row in rows), key=len),
            "edtf": _interval([row.held for row in rows if row.held is not None]),
            "acting": acting,
        }
        for (_, _, acting), rows in groups.items()
    ]


def _interval(held: list[When]) -> str:
    """Join the ends that rows state; an end that none states stays empty."""
    starts, ends = set(), set()
    for one in held:
        start, stroke, end = one.edtf.partition("/")
        starts.add(start)
        ends.add(end if stroke else start)
    stated = [max(starts - set(_KNOWN), default=""), min(ends - set(_KNOWN), default="")]
    if not stated[1] and ".." in ends:
        stated[1] = ".."
    return "/".join(stated)
