"""Deciding: a judgement comes on record from a form, and can be taken back from one."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import parse_qsl, quote, urlencode

from fastapi import APIRouter, Form
from starlette.responses import RedirectResponse, Response

from onrecord.core.dates import When
from onrecord.core.deciding import on_scale
from onrecord.core.errors import WrongUse
from onrecord.core.findings import WHOLE
from onrecord.core.roles import Role
from onrecord.core.rows import LogRow
from onrecord.core.vocabulary import Met, Verb
from onrecord.faces.room.guard import Turned
from onrecord.faces.room.moments import ours
from onrecord.faces.room.pages import InRoom, Who
from onrecord.faces.room.room import Room
from onrecord.faces.room.sessions import Session

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
    with room.deciding() as case:
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


@router.post("/findings")
def find(
    room: InRoom,
    who: Who,
    test: Text,
    found: Text,
    finder: Text,
    element: Text = WHOLE,
    on: Text = "",
    statement: Text = "",
    because: Text = "",
    back: Text = "",
) -> Response:
    """Record what somebody is said to have found of an element, and lead back to the test."""
    with room.deciding() as case:
        case.tests().find(
            test,
            element,
            Met(on_scale(Met, found)),
            when=When.of(on) if on.strip() else None,
            finder=finder.strip(),
            reason=because.strip(),
            statement=case.find(statement.strip()) if statement.strip() else "",
            by=who.name,
        )
        made = case.judging().given[-1]
    return RedirectResponse(back_to(back, done=made.id), 303)


@router.post("/undo")
def undo(room: InRoom, who: Who, which: Text, because: Text = "", back: Text = "") -> Response:
    """Take back an operation or a judgement with all that rests on it."""
    row = taken_back(room, who, which, because)
    return RedirectResponse(back_to(back, undone=str(row.number)), 303)


def taken_back(room: Room, who: Session, which: str, because: str) -> LogRow:
    """Take back what somebody may take back: a reviewer their own, an editor anything.

    Raises:
        Turned: it is another's.
        NoSuchRow, WrongUse: as for `Case.take_back`.
    """
    numbered = which.isascii() and which.isdecimal() and len(which) < 12
    with room.deciding() as case:
        if who.role < Role.EDITOR:
            if numbered:
                given = next((row.by for row in case.log() if row.number == int(which)), "")
            else:
                id = case.find(which)
                given = next((row.by for row in case.judging().given if row.id == id), "")
            if given != who.name:
                raise Turned(403, "this was not given by you", help="an editor can take it back")
        return case.take_back(
            int(which) if numbered else which,
            because=because.strip() or NO_REASON,
            by=who.name,
        )


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
    path, _, place = ours(page, "/now/judgements.html").partition("#")
    path, _, query = path.partition("?")
    asked = [(key, value) for key, value in parse_qsl(query) if key not in TOLD]
    asked += [(key, value) for key, value in told.items() if value]
    return f"{path}{'?' if asked else ''}{urlencode(asked)}{'#' if place else ''}{quote(place)}"
