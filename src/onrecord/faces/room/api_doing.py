"""The writing half of the API: judgements, taking back, documents, and drafts that are checked."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Form, UploadFile
from pydantic import BaseModel, ConfigDict, Field
from starlette.responses import JSONResponse, Response

from onrecord.case import answers_in
from onrecord.core.dates import When
from onrecord.core.drafts import Checked
from onrecord.core.findings import WHOLE
from onrecord.core.grading import Verdict
from onrecord.core.judged import JudgementRow
from onrecord.core.rows import LogRow
from onrecord.core.vocabulary import Met, Verb
from onrecord.faces.room import adding
from onrecord.faces.room.adding import HasJobs
from onrecord.faces.room.api import FAULTS, SCHEMAS, Known, Valid, as_row, gives
from onrecord.faces.room.deciding import taken_back
from onrecord.faces.room.jobs import Job
from onrecord.faces.room.measuring import MOST as DRAWN
from onrecord.faces.room.measuring import judged
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
    answers: str = Field(
        default="", max_length=500_000, description="What was decided of its findings (TOML)."
    )


class Found(_Told):
    """What somebody is said to have found of an element of a test, or of the whole."""

    test: str = Field(max_length=200)
    element: str = Field(default=WHOLE, max_length=200)
    found: Met
    finder: str = Field(max_length=200, description="Who found it.")
    on: str = Field(default="", max_length=40, description="The day of the finding (EDTF).")
    statement: str = Field(default="", max_length=200, description="One that reports it.")
    because: str = Field(default="", max_length=10_000)


class Verdicted(_Told):
    """A verdict on a row that chance drew: of the same kind, number and seed as it was drawn."""

    kind: str = Field(default="statements", max_length=40)
    most: int = Field(default=DRAWN, ge=1, le=1_000)
    seed: int = Field(default=1, ge=1, le=10**9)
    row: str = Field(max_length=200)
    verdict: Verdict
    because: str = Field(default="", max_length=10_000)


class Kept(_Told):
    """A draft to keep beside the record, with what was decided of its findings."""

    name: str = Field(max_length=100)
    text: str = Field(max_length=500_000)
    answers: str = Field(default="", max_length=500_000)


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
    "/findings",
    operation_id="find",
    summary="Record what somebody is said to have found of an element of a test.",
    status_code=201,
    responses=gives(SCHEMAS.of(JudgementRow), "The judgement.", 201),
    response_class=Response,
)
def find(room: InRoom, who: Who, told: Found) -> Response:
    with room.deciding() as case:
        case.tests().find(
            told.test,
            told.element,
            told.found,
            when=When.of(told.on) if told.on else None,
            finder=told.finder.strip(),
            reason=told.because.strip(),
            statement=case.find(told.statement) if told.statement else "",
            by=who.name,
        )
        row = case.judging().row(case.judging().given[-1].id)
    return as_row(row, 201)


@router.post(
    "/audit",
    operation_id="verdict",
    summary="Record your verdict on a row that chance drew.",
    status_code=201,
    responses=gives(SCHEMAS.of(JudgementRow), "The judgement.", 201),
    response_class=Response,
)
def verdict(room: InRoom, who: Who, told: Verdicted) -> Response:
    with room.deciding() as case:
        made = judged(
            case,
            told.kind,
            told.row,
            told.verdict,
            most=told.most,
            seed=told.seed,
            by=who.name,
            because=told.because.strip(),
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
        checked = desk.hold(document, day=day, answers=answers_in(told.answers))
    return as_row(checked)


@router.get(
    "/drafts/{name}",
    operation_id="draft",
    summary="A draft that is kept, with what was decided of its findings.",
    responses=gives({"$ref": "#/components/schemas/Kept"}, "The draft."),
    response_class=Response,
)
def draft(room: InRoom, name: str) -> Response:
    with room.case() as case:
        text, answers = case.drafts.read(name)
    return JSONResponse({"name": name, "text": text, "answers": answers.toml})


@router.post(
    "/drafts",
    operation_id="keep",
    summary="Keep a draft beside the record, instead of an earlier one of its name.",
    status_code=201,
    responses=gives({"$ref": "#/components/schemas/Kept"}, "The draft as it is kept.", 201),
    response_class=Response,
)
def keep(room: InRoom, told: Kept) -> Response:
    answers = answers_in(told.answers)
    with room.case() as case:
        name = case.drafts.keep(told.name.strip(), told.text, answers)
    return JSONResponse({"name": name, "text": told.text, "answers": answers.toml}, 201)


@router.delete(
    "/drafts/{name}",
    operation_id="forget",
    summary="Delete a draft that is kept.",
    status_code=204,
    responses={**FAULTS, 204: {"description": "It is gone."}},
)
def forget(room: InRoom, name: str) -> Response:
    with room.case() as case:
        case.drafts.forget(name)
    return Response(status_code=204)


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
