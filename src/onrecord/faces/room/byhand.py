"""Entering by hand: a statement, a mention or a date comes on record from a form, or by the API.

A form gives words as they were typed or pasted, and beside them where they were chosen if a script
knows. The place counts only while the words are those that stand there: who changes the words after
choosing them means the new ones.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, Literal

from fastapi import APIRouter, Form
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import RedirectResponse, Response

from onrecord.case import Case
from onrecord.core.dates import When
from onrecord.core.entered import Chosen, DateBound, Whose
from onrecord.core.errors import WrongUse
from onrecord.core.judged import JudgementRow
from onrecord.core.vocabulary import (
    ActorKind,
    Commitment,
    Judgement,
    Mode,
    Naming,
    Polarity,
    SpeechAct,
)
from onrecord.faces.room.api import SCHEMAS, as_row, gives
from onrecord.faces.room.deciding import back_to
from onrecord.faces.room.pages import InRoom, Who

forms = APIRouter(include_in_schema=False)
router = APIRouter(prefix="/api/v1")

Words = Annotated[str, Field(max_length=20_000)]
Short = Annotated[str, Field(max_length=200)]
Text = Annotated[str, Form()]
Texts = Annotated[list[str], Form()]
_AT = re.compile(r"(\d{1,12})-(\d{1,12})")


class ByHand(BaseModel):
    """A row to enter, in the words of a document. Whose entry it is, the server knows.

    Words are given as they stand there, white space aside, or as `@START-END`: code points, first
    counted in, last out.
    """

    model_config = ConfigDict(extra="forbid")

    kind: Literal["statement", "mention", "date"]
    document: Short = Field(description="Its id, which may be cut short, or its file's name.")
    because: str = Field(max_length=10_000, description="Why.")
    words: Words = Field(default="", description="Of a mention or a date.")
    content: list[Words] = Field(default=[], max_length=50, description="The words attributed.")
    speaker: list[Words] = Field(
        default=[], max_length=10, description="The words for who says it."
    )
    cue: list[Words] = Field(default=[], max_length=10, description="The words that attribute.")
    hedges: list[Words] = Field(default=[], max_length=20)
    nth: int | None = Field(default=None, ge=1, description="Which place of the words.")
    actor: Short = Field(default="", description="Somebody of the case: an id or a name.")
    new_actor: Short = Field(default="", description="Somebody new, by name.")
    actor_kind: ActorKind = ActorKind.NOT_KNOWN
    title: Short = ""
    naming: Naming | None = None
    act: SpeechAct = SpeechAct.ASSERTS
    polarity: Polarity = Polarity.POSITIVE
    commitment: Short = Field(default="not stated", description="A word of the scale.")
    mode: Mode | None = None
    made: str = Field(default="", max_length=40, description="When it was said (EDTF).")
    when: str = Field(default="", max_length=200, description="What a date means (EDTF).")
    bound: DateBound = DateBound.ON
    instead: Short = Field(default="", description="The row that it stands in place of.")


def put(case: Case, told: ByHand, by: str) -> Judgement:
    """Enter a row.

    Raises:
        NoSuchRow, WrongUse, UnreadableDate: as for `Case.entering`.
    """
    room, because = case.entering(), told.because
    if told.kind == "date":
        if not told.when.strip():
            raise WrongUse("a date is given in EDTF", help="2024, 2024-04, 2024-04-09, ../2024-04")
        return room.date(
            told.document, told.words, When.of(told.when), told.bound, because=because, by=by,
            nth=told.nth,
        )  # fmt: skip
    whose = Whose(
        actor=told.actor.strip(), new=told.new_actor.strip(), kind=told.actor_kind,
        title=told.title.strip(), naming=told.naming,
    )  # fmt: skip
    if told.kind == "mention":
        return room.mention(
            told.document, told.words, whose, because=because, by=by, nth=told.nth,
            instead=told.instead,
        )  # fmt: skip
    chosen = Chosen(
        content=_some(told.content),
        voice=_some(told.speaker),
        cue=_some(told.cue),
        hedges=_some(told.hedges),
        nth=told.nth,
        whose=whose,
        act=told.act,
        polarity=told.polarity,
        commitment=_commitment(told.commitment),
        mode=told.mode,
        made=When.of(told.made) if told.made.strip() else None,
        instead=told.instead,
    )
    return room.statement(told.document, chosen, because=because, by=by)


def _some(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(one for one in words if one.strip())


def _commitment(word: str) -> Commitment:
    for one in Commitment:
        if one.word == word.strip().casefold().replace("-", " "):
            return one
    words = ", ".join(one.word for one in Commitment)
    raise WrongUse(f"{word[:40]!r} is no commitment", help=f"it is one of: {words}")


@router.post(
    "/entered",
    operation_id="enter",
    summary="Enter by hand what no reader found, or mend what it found.",
    status_code=201,
    responses=gives(
        SCHEMAS.of(JudgementRow), "The judgement; its first row is what it enters.", 201
    ),
    response_class=Response,
)
def enter(room: InRoom, who: Who, told: ByHand) -> Response:
    with room.deciding() as case:
        made = put(case, told, who.name)
        row = case.judging().row(made.id)
    return as_row(row, 201)


@forms.post("/entered")
def entered(
    room: InRoom,
    who: Who,
    kind: Text,
    document: Text,
    because: Text = "",
    words: Text = "",
    words_at: Text = "",
    content: Texts = [],  # noqa: B006 - the framework copies it
    content_at: Texts = [],  # noqa: B006 - it is copied
    speaker: Texts = [],  # noqa: B006 - it is copied
    speaker_at: Texts = [],  # noqa: B006 - it is copied
    cue: Texts = [],  # noqa: B006 - it is copied
    cue_at: Texts = [],  # noqa: B006 - it is copied
    nth: Text = "",
    actor: Text = "",
    new_actor: Text = "",
    act: Text = "asserts",
    polarity: Text = "positive",
    commitment: Text = "not stated",
    made: Text = "",
    when: Text = "",
    bound: Text = "on",
    instead: Text = "",
    back: Text = "",
) -> Response:
    """Enter what a form tells, and lead back to where it was chosen."""
    with room.deciding() as case:
        text = case.text(document).characters
        told = ByHand(
            kind=_one_of(("statement", "mention", "date"), kind),  # type: ignore[arg-type] # one of them
            document=document,
            because=because[:10_000],
            words=_placed([words], [words_at], text)[0],
            content=_placed(content, content_at, text),
            speaker=_placed(speaker, speaker_at, text),
            cue=_placed(cue, cue_at, text),
            nth=int(nth)
            if nth.isascii() and nth.isdecimal() and len(nth) < 6 and int(nth)
            else None,
            actor=actor[:200],
            new_actor=new_actor[:200],
            act=SpeechAct(_one_of(SpeechAct, act)),
            polarity=Polarity(_one_of(Polarity, polarity)),
            commitment=commitment[:200],
            made=made[:40],
            when=when[:200],
            bound=DateBound(_one_of(DateBound, bound)),
            instead=instead[:200],
        )
        given = put(case, told, who.name)
    return RedirectResponse(back_to(back, done=given.id), 303)


def _one_of(words: Iterable[str], word: str) -> str:
    known = [str(one) for one in words]
    if word not in known:
        raise WrongUse(f"{word[:40]!r} cannot be entered", help=f"one of: {', '.join(known)}")
    return word


def _placed(words: list[str], places: list[str], text: str) -> list[str]:
    """Put the place before words that stand there still; other words stand for themselves."""
    made = []
    for number, some in enumerate(words):
        found = _AT.fullmatch(places[number]) if number < len(places) else None
        there = found is not None and text[int(found[1]) : int(found[2])].split() == some.split()
        made.append(f"@{places[number]} {some}" if there else some[:20_000])
    return made
