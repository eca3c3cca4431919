"""Measuring error: rows that chance drew, one after the other with their words in their place.

The address says what is drawn, so that whoever goes away comes back to the first row without a
verdict, on any day.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from onrecord.case import Case
from onrecord.core.auditing import AuditRow, DrawnRow
from onrecord.core.deciding import on_scale
from onrecord.core.errors import NoSuchRow, WrongUse
from onrecord.core.grading import Verdict
from onrecord.core.spans import Span
from onrecord.core.vocabulary import AsOf, Judgement
from onrecord.faces.room.pages import InRoom, Who

router = APIRouter(include_in_schema=False)
Words = Annotated[str, Form()]

MOST = 30
"""Rows that are drawn where nobody says how many: an hour's work."""
_MOST = 1000
_AROUND = 300
"""Characters on either side of a row that are shown with it."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a text: of the row itself (`own`), of what it stands in (`at`), or around."""

    words: str
    kind: str


@router.get("/now/audit.html")
def audit(request: Request, room: InRoom, who: Who) -> Response:
    """Show the next row of a sample without a verdict, or ask what is to be drawn."""
    asked = dict(request.query_params)
    fill = partial(_filled, asked=asked, by=who.name)
    return HTMLResponse(room.extra(AsOf(), "audit.html", who, fill))


@router.post("/audit")
def verdict(
    room: InRoom,
    who: Who,
    kind: Words,
    row: Words,
    verdict: Words,
    most: Words = "",
    seed: Words = "",
    because: Words = "",
) -> Response:
    """Record a verdict on a drawn row, and lead to the next."""
    number, first = _number(most, MOST, _MOST), _number(seed, 1, 10**9)
    with room.deciding() as case:
        judged(
            case,
            kind,
            row,
            Verdict(on_scale(Verdict, verdict)),
            most=number,
            seed=first,
            by=who.name,
            because=because.strip(),
        )
        # Named, since the page may be of the record right before.
        left = _which(case.auditing().draw(kind, most=number, seed=first, by=who.name))
    query = _query(kind, number, first) + (f"&row={left}" if left else "")
    return RedirectResponse(f"/now/audit.html?{query}", 303)


def judged(
    case: Case,
    kind: str,
    row: str,
    verdict: Verdict,
    *,
    most: int,
    seed: int,
    by: str,
    because: str,
) -> Judgement:
    """Record somebody's verdict on a row of a draw.

    Raises:
        NoSuchRow: it is none of those that this draw gives now.
        WrongUse: there is no such kind.
    """
    drawn = case.auditing().draw(kind, most=most, seed=seed, by=by)
    one = next((each for each in drawn if each.id == row), None)
    if one is None:
        raise NoSuchRow(f"{row[:40]} was not drawn", help="draw again: the record has changed")
    return case.auditing().judge(one, verdict, by=by, because=because)


def _filled(case: Case, _: AsOf, asked: Mapping[str, str], by: str) -> dict[str, Any]:
    auditing = case.auditing()
    kind = asked.get("kind", "")
    most, seed = _number(asked.get("most"), MOST, _MOST), _number(asked.get("seed"), 1, 10**9)
    filled: dict[str, Any] = {
        "kinds": auditing.kinds,
        "kind": kind,
        "most": most,
        "seed": seed,
        "drawn": [],
        "row": None,
        "audited": case.judging().audited,
    }
    if not kind:
        return filled
    drawn = auditing.draw(kind, most=most, seed=seed, by=by)
    number = _which(drawn, asked.get("row"))
    row = drawn[number - 1] if number else None
    return filled | {
        "drawn": drawn,
        "number": number,
        "row": row,
        "pieces": list(_pieces(case.text(row.source).characters, row)) if row else [],
        "label": next((s.label for s in case.sources() if row and s.id == row.source), ""),
        "done": sum(one.verdict is not None for one in drawn),
        "result": _result(drawn, kind, by),
        "query": _query(kind, most, seed),
    }


def _which(drawn: list[DrawnRow], asked: str | None = None) -> int:
    """Give the number (from 1) of the row to show: the one asked for, or the next; 0: none is."""
    if asked:
        return _number(asked, 1, max(1, len(drawn)))
    return next((n for n, one in enumerate(drawn, 1) if one.verdict is None), 0)


def _result(drawn: list[DrawnRow], kind: str, by: str) -> AuditRow:
    count = {verdict: sum(one.verdict is verdict for one in drawn) for verdict in Verdict}
    readers = ", ".join(dict.fromkeys(one.reader for one in drawn if one.verdict is not None))
    return AuditRow(
        kind=kind, reader=readers, by=by, right=count[Verdict.RIGHT],
        wrong=count[Verdict.WRONG], unsure=count[Verdict.UNSURE],
    )  # fmt: skip


def _pieces(characters: str, row: DrawnRow) -> Iterator[Piece]:
    """Cut the text around a row where the row and its own words begin and end."""
    start, end = max(0, row.at.start - _AROUND), min(len(characters), row.at.end + _AROUND)
    # A word that would be cut in two is left out.
    while 0 < start < row.at.start and not characters[start - 1].isspace():
        start += 1
    while row.at.end < end < len(characters) and not characters[end].isspace():
        end -= 1
    window = Span(start, end)
    edges = {window.start, window.end}
    for span in (row.at, *row.marked):
        edges |= {min(max(edge, window.start), window.end) for edge in span}
    for start, end in pairwise(sorted(edges)):
        piece = Span(start, end)
        own = any(span.holds(piece) for span in row.marked)
        yield Piece(piece.of(characters), "own" if own else "at" if row.at.holds(piece) else "")


def _query(kind: str, most: int, seed: int) -> str:
    return urlencode({"kind": kind, "most": most, "seed": seed})


def _number(words: str | None, default: int, most: int) -> int:
    """Read a number of an address or a form: from 1 up to `most`.

    Raises:
        WrongUse: it is none.
    """
    if not words:
        return default
    if not (words.isascii() and words.isdecimal() and len(words) < 12):
        raise WrongUse(f"{words[:20]!r} is no number", help=f"from 1 to {most}")
    return min(max(1, int(words)), most)
