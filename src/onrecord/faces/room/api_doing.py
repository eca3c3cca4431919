"""The writing half of the API: judgements, taking back, documents, and drafts that are checked."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Form, UploadFile
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import JSONResponse, Response

from onrecord.core.dates import When
from onrecord.core.drafts import Checked
from onrecord.core.judged import JudgementRow
from onrecord.core.rows import LogRow
from onrecord.core.vocabulary import Verb
from onrecord.faces.room import adding
from onrecord.faces.room.adding import HasJobs
from onrecord.faces.room.api import SCHEMAS, Known, Valid, as_row, gives
from onrecord.faces.room.deciding import taken_back
from onrecord.faces.room.jobs import Job
from onrecord.faces.room.moments import as_of
from onrecord.faces.room.pages import InRoom, Who

router = APIRouter(prefix="/api/v1")


class _Told(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Judged(_Told):
    """A judgement to put on record. Whose it is, the server knows."""

    verb: Verb
    about: list[Annotated[str, Field(max_length=200)]] = Field(
        default=[], max_length=1_000, description="The rows it is about; ids may be cut short."
    )
    because: str = Field(max_length=10_000, description="Why.")
    value: str = Field(default="", max_length=10_000, description="What the verb does not say.")
    on: str = Field(default="", max_length=40, description="The day for which it holds (EDTF).")
    note: str = Field(default="", max_length=10_000)


class TakenBack(_Told):
    """What to take back."""

    which: str = Field(max_length=200, description="A judgement's id, or an operation's number.")
    because: str = Field(default="", max_length=10_000)


class Draft(_Told):
    """A draft to hold against the record; nothing of it is kept."""

    text: str = Field(max_length=500_000)
    name: str = Field(default="draft.md", max_length=100)
    day: str = Field(default="", max_length=40, description="The draft's own day (EDTF).")


@router.post(
    "/judgements",
    operation_id="judge",
    summary="Put a judgement on record.",
    status_code=201,
    responses=gives(SCHEMAS.of(JudgementRow), "The judgement.", 201),
    response_class=Response,
)
def judge(room: InRoom, who: Who, told: Judged) -> Response:
    with room.deciding() as case:
        made = case.judging().give(
            told.verb,
            [one for one in told.about if one],
            because=told.because,
            value=told.value,
            by=who.name,
            when=When.of(told.on) if told.on else None,
            note=told.note,
        )
        row = case.judging().row(made.id)
    return as_row(row, 201)


@router.post(
    "/undo",
    operation_id="undo",
    summary="Take back a judgement or an operation, with all that rests on it.",
    responses=gives(SCHEMAS.of(LogRow), "What was taken back."),
    response_class=Response,
)
def undo(room: InRoom, who: Who, told: TakenBack) -> Response:
    return as_row(taken_back(room, who, told.which, told.because))


@router.post(
    "/check",
    operation_id="check",
    summary="Hold a draft against the record.",
    responses=gives(SCHEMAS.of(Checked), "The findings, each with the words it rests on."),
    response_class=Response,
)
def check(room: InRoom, told: Draft, valid: Valid = "", known: Known = "") -> Response:
    then, day = as_of(valid, known), When.of(told.day) if told.day else None
    reader = room.reader
    with room.case() as case:
        desk = case.desk(reader, then)
        document = desk.document(Path(adding.plain_name(told.name)), told.text.encode())
        checked = desk.hold(document, day=day)
    return as_row(checked)


@router.post(
    "/documents",
    operation_id="add",
    summary="Take in documents; read beside, as a job.",
    status_code=202,
    responses=gives(SCHEMAS.of(Job), "The job, as far as it is.", 202),
    response_class=Response,
)
async def add(
    who: Who,
    jobs: HasJobs,
    files: list[UploadFile],
    outlet: Annotated[str, Form()] = "",
    address: Annotated[str, Form()] = "",
    published: Annotated[str, Form()] = "",
    retrieved: Annotated[str, Form()] = "",
) -> Response:
    told = {"outlet": outlet, "address": address, "published": published, "retrieved": retrieved}
    job = await adding.begun(jobs, who, files, told)
    return _told(job, 202)


@router.get(
    "/jobs",
    operation_id="jobs",
    summary="What was taken in since the server was started, newest first.",
    responses=gives({"type": "array", "items": SCHEMAS.of(Job)}, "The jobs."),
    response_class=Response,
)
def jobs_(jobs: HasJobs) -> Response:
    return JSONResponse([job.told() for job in jobs])


@router.get(
    "/jobs/{job}",
    operation_id="job",
    summary="How far a job is.",
    responses=gives(SCHEMAS.of(Job), "The job."),
    response_class=Response,
)
def job_(jobs: HasJobs, job: str) -> Response:
    return _told(jobs.of(job))


@router.post(
    "/jobs/{job}/cancel",
    operation_id="cancel",
    summary="Stop a job; what was kept until now stays kept.",
    responses=gives(SCHEMAS.of(Job), "The job."),
    response_class=Response,
)
def cancel(jobs: HasJobs, job: str) -> Response:
    return _told(jobs.cancel(job))


def _told(job: Job, status: int = 200) -> Response:
    told: dict[str, Any] = job.told()
    return JSONResponse(told, status)
