"""Deciding: a judgement comes on record from a form, and can be taken back from one."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form
from starlette.responses import RedirectResponse, Response

from onrecord.core.dates import When
from onrecord.core.errors import WrongUse
from onrecord.core.vocabulary import Verb
from onrecord.faces.room.pages import InRoom, Who

router = APIRouter(include_in_schema=False)
Text = Annotated[str, Form()]


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
    return RedirectResponse(_back(back, made.id), 303)


@router.post("/undo")
def undo(room: InRoom, who: Who, which: Text, because: Text = "", back: Text = "") -> Response:
    """Take back an operation or a judgement with all that rests on it."""
    operation = int(which) if which.isdecimal() else which
    with room.case() as case:
        case.take_back(operation, because=because or "taken back in the reading room", by=who.name)
    return RedirectResponse(_back(back, ""), 303)


def _verb(word: str) -> Verb:
    try:
        return Verb(word)
    except ValueError:
        raise WrongUse(f"{word[:40]!r} is nothing that can be decided") from None


def _back(page: str, done: str) -> str:
    """Give the address of the page that a form came from: a path of ours and nothing else."""
    path, _, place = page.partition("#")
    path = path.partition("?")[0]
    if not path.startswith("/") or path.startswith("//") or "\\" in path:
        path = "/now/judgements.html"
    query = f"?done={done}" if done else ""
    return f"{path}{query}{'#' if place else ''}{place}"
