"""Documents as they came: their bytes to be taken away, and pages of a PDF as pictures.

Bytes that somebody else wrote are never shown as a page of ours: they go out as a file to be kept,
under a policy that lets nothing in them run.
"""

from __future__ import annotations

import re
import threading
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter
from fastapi import Path as InPath
from starlette.responses import Response

from onrecord import intake
from onrecord.case import Case
from onrecord.core.errors import NoSuchRow
from onrecord.core.rows import SourceRow
from onrecord.faces.room.pages import InRoom
from onrecord.faces.room.pictures import MOST_PAGES

router = APIRouter(include_in_schema=False)

POLICY = "sandbox; default-src 'none'"
_KEPT = "private, max-age=86400, immutable"
"""A source is named by its bytes: what was drawn of it once is so for ever."""
_PLAIN = re.compile(r"[^A-Za-z0-9._-]+")
_ONE = threading.Lock()
"""One page is drawn at a time, however many are asked for."""
Number = Annotated[int, InPath(ge=1, le=MOST_PAGES)]


@router.get("/originals/{source}")
def original(source: str, room: InRoom) -> Response:
    """Give a document's bytes as they came, to be kept as a file."""
    with room.case() as case:
        row, raw = _source(case, source), case.raw(source)
    last = row.name.replace("\\", "/").rpartition("/")[2] or "document"
    plain = _PLAIN.sub("_", last).strip("._") or "document"
    named = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(last, safe='')}"
    headers = {
        "Content-Disposition": named,
        "Content-Security-Policy": POLICY,
        "X-Content-Type-Options": "nosniff",
    }
    return Response(raw, media_type="application/octet-stream", headers=headers)


@router.get("/originals/{source}/pages/{number}")
def picture(source: str, number: Number, room: InRoom) -> Response:
    """Give one page of a PDF as a picture."""
    with room.case() as case:
        _source(case, source)
        raw = case.raw(source)
    with _ONE:
        made = intake.page_image(raw, number)
    headers = {"Content-Security-Policy": POLICY, "Cache-Control": _KEPT}
    return Response(made, media_type="image/png", headers=headers)


def _source(case: Case, id: str) -> SourceRow:
    for row in case.sources():
        if row.id == id:
            return row
    raise NoSuchRow(f"there is no source {id[:40]}", help="it may have been taken back")
