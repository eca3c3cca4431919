"""Who held which post, in the scorer's terms: one row for each holder and post of the record."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

from bench.case_alder.built import Built
from onrecord.core.dates import When
from onrecord.core.folding import fold
from onrecord.core.posts import TenureRow
from onrecord.core.vocabulary import ActorKind

_ACTING = re.compile(r"^(acting|interim)\b\s*", re.IGNORECASE)
_KNOWN = ("", "..")
_OF = re.compile(r"\s(?:of|for|at|in)\s", re.IGNORECASE)
_SMALL = frozenset("the of for at in and".split())
_NO_OFFICE = frozenset(
    "lawyer solicitor barrister counsel attorney advocate founder co-founder owner".split()
)
_RANKS = frozenset(
    "superintendent inspector sergeant constable detective judge justice professor prof colonel "
    "general captain lieutenant commander".split()
)
"""Titles before a name, where no body is told."""


_Key = tuple[str, str, bool]
"""Whose a tenure is, the noun of its post, and whether it is acting."""


def tenures(built: Built) -> list[dict[str, Any]]:
    """Give the tenures that texts tell of, those of one holder and post put together.

    Rows go together whose holder is one actor and whose post is, but for "acting", one name: its
    noun with what stands before is the same ("director"), and what one says of its field or body
    ("of prisons") the other leaves out or has too. Of the ends that they give, the narrowest that a
    row states is taken. A title borne before the name with no body, who acts for a client, who
    founded a firm and whom no text names are left out: the scorer's tenures are offices of named
    people.
    """
    bodies = _bodies(built)
    groups: defaultdict[tuple[str, str, bool], list[TenureRow]] = defaultdict(list)
    for row in built.case.posts().tenures():
        if not row.listed and row.actor and row.name and not _is_no_office(row):
            acting = bool(_ACTING.match(row.post))
            groups[row.holder, _noun(row), acting].append(row)
    return [
        {
            "holder": rows[0].name,
            "title": max((_title(row) for row in rows), key=len),
            "edtf": _interval([row.held for row in rows if row.held is not None]),
            "acting": acting,
        }
        for (_, _, acting), together in _told_shortly(groups).items()
        for rows in _by_field(together, bodies)
    ]


def _bodies(built: Built) -> dict[str, str]:
    """Give the one actor that each name of a body is of, by the folded name."""
    found: dict[str, str] = {}
    for row in built.case.actors():
        for name in row.names if row.kind is not ActorKind.PERSON else ():
            key = _plain(name)
            found[key] = row.id if found.get(key, row.id) == row.id else ""
    return found


def _plain(name: str) -> str:
    return " ".join(word for word in fold(name).split() if word not in _SMALL)


def _told_shortly(groups: dict[_Key, list[TenureRow]]) -> dict[_Key, list[TenureRow]]:
    """Put "the minister" with the one post of the holder that ends so: "trade minister"."""
    made = {key: list(rows) for key, rows in groups.items()}
    for key, rows in groups.items():
        holder, noun, acting = key
        longer = [one for one in made
                  if one[::2] == (holder, acting) and one[1].endswith(f" {noun}")]  # fmt: skip
        if len(longer) == 1 and not any(row.body or _complement(row) for row in rows):
            made[longer[0]].extend(made.pop(key))
    return made


def _is_no_office(row: TenureRow) -> bool:
    first, _, last = fold(_noun(row)).rpartition(" ")
    if last == "advocate" and first:  # "the Public Advocate" is an office, an advocate none
        return False
    return last in _NO_OFFICE or (not row.body and not _complement(row) and last in _RANKS)


def _noun(row: TenureRow) -> str:
    return fold(_OF.split(_ACTING.sub("", row.post))[0])


def _complement(row: TenureRow) -> frozenset[str]:
    """Give the words of the field or body that a row tells, small words aside."""
    words = [*_OF.split(row.post)[1:], row.body]
    return frozenset(fold(" ".join(words)).split()) - _SMALL


def _title(row: TenureRow) -> str:
    return _ACTING.sub("", row.post)


def _by_field(rows: list[TenureRow], bodies: dict[str, str]) -> list[list[TenureRow]]:
    """Put rows of one noun together; one that fits several goes with the fullest.

    Two names of one body are one, as the record has it: "the club" and "Marrow Rovers".
    """
    made: list[tuple[frozenset[str], list[TenureRow]]] = []
    for row in sorted(rows, key=lambda row: -len(_complement(row))):
        mine = _complement(row)
        body = bodies.get(_plain(row.body), "")
        for field, together in made:
            one_body = body and any(bodies.get(_plain(r.body)) == body for r in together)
            if one_body or mine <= field or len(mine & field) * 2 >= len(mine):
                together.append(row)
                break
        else:
            made.append((mine, [row]))
    return [together for _, together in made]


def _interval(held: list[When]) -> str:
    """Join the ends that rows state; one that none states, or only bounds, stays empty."""
    starts, ends = set(), set()
    for one in held:
        start, stroke, end = one.edtf.partition("/")
        starts.add("" if "start: not before" in (one.rule or "") else start)
        ends.add("" if "end: not after" in (one.rule or "") else end if stroke else start)
    stated = [max(starts - set(_KNOWN), default=""), min(ends - set(_KNOWN), default="")]
    if not stated[1] and ".." in ends:
        stated[1] = ".."
    return "/".join(stated)
