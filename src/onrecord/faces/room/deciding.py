"""Deciding: a judgement comes on record from a form, and can be taken back from one."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import parse_qsl, quote, urlencode

from fastapi import APIRouter, Form
from starlette.responses import RedirectResponse, Response

from onrecord.core.dates import When
from onrecord.core.errors import WrongUse
from onrecord.core.vocabulary import Verb
from onrecord.faces.room.pages import InRoom, Who

router = APIRouter(include_in_schema=False)
Text = Annotated[str, Form()]

TOLD = ("done", "undone")
"""What an address says was just done: a judgement, an operation that was taken back."""
NO_REASON = "taken back in the reading room"
"""For what is taken back right where it was done, before anybody can rely on it."""


@router.post("/judgements")
def judge(
    room: InRoom,
    who: Who,
    verb: Text,
    about: Annotated[list[str], Form()] = [],  # noqa: B006 (the framework copies it)
    because: Text = "",
    value: Text = "",
    on: Text = "",
    note: Text = "",
    back: Text = "",
) -> Response:
    """Put a judgement on record and lead back to where it was given."""
    with room.case() as case:
        made = case.judging().give(
            _verb(verb),
            [one for one in about if one],
            because=because,
            value=value,
            by=who.name,
            when=When.of(on) if on else None,
            note=note,
        )
    return RedirectResponse(back_to(back, done=made.id), 303)


@router.post("/undo")
def undo(room: InRoom, who: Who, which: Text, because: Text = "", back: Text = "") -> Response:
    """Take back an operation or a judgement with all that rests on it."""
    operation = int(which) if which.isdecimal() else which
    with room.case() as case:
        row = case.take_back(operation, because=because.strip() or NO_REASON, by=who.name)
    return RedirectResponse(back_to(back, undone=str(row.number)), 303)


def _verb(word: str) -> Verb:
    try:
        return Verb(word)
    except ValueError:
        raise WrongUse(f"{word[:40]!r} is nothing that can be decided") from None


def back_to(page: str, **told: str) -> str:
    """Give the address that a form came from, which then tells what was done: a path of ours only.

    Args:
        told: what the page tells, by the name that its address has for it.
    """
    path, _, place = page.partition("#")
    path, _, query = path.partition("?")
    if not path.startswith("/") or path.startswith("//") or "\\" in path:
        path, query, place = "/now/judgements.html", "", ""
    asked = [(key, value) for key, value in parse_qsl(query) if key not in TOLD]
    asked += [(key, value) for key, value in told.items() if value]
    return f"{path}{'?' if asked else ''}{urlencode(asked)}{'#' if place else ''}{quote(place)}"
