"""Adding: files that are dropped or a text that is pasted; and how far the reading of them is."""

from __future__ import annotations

import asyncio
import json
import re
import shutil
import tempfile
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Request, UploadFile
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, RedirectResponse, Response, StreamingResponse

from onrecord.case import Case
from onrecord.core.dates import When
from onrecord.core.errors import Unwritable, WrongUse
from onrecord.core.vocabulary import AsOf
from onrecord.faces.room.jobs import Job, Jobs
from onrecord.faces.room.moments import as_of_moment
from onrecord.faces.room.pages import InRoom, Who
from onrecord.faces.room.sessions import Session

router = APIRouter(include_in_schema=False)
_EVERY = 0.5
"""Seconds between two looks at a job whose progress is sent."""
_PLAIN = re.compile(r"[^\w.()\- ]+")


def jobs_of(request: Request) -> Jobs:
    jobs: Jobs = request.app.state.jobs
    return jobs


_SHOWN = 12
"""Earlier additions on the page that adds; the page of activity has all."""
HasJobs = Annotated[Jobs, Depends(jobs_of)]
Words = Annotated[str, Form()]


@router.post("/documents")
async def add(
    who: Who,
    jobs: HasJobs,
    files: list[UploadFile] = [],  # noqa: B006 (the framework copies it)
    pasted: Words = "",
    title: Words = "",
    outlet: Words = "",
    address: Words = "",
    published: Words = "",
    retrieved: Words = "",
) -> Response:
    """Begin to take in what came, and lead to how far it is."""
    told = {"outlet": outlet, "address": address, "published": published, "retrieved": retrieved}
    job = await begun(jobs, who, files, told, pasted=pasted, title=title)
    return RedirectResponse(f"/jobs/{job.id}", 303)


async def begun(
    jobs: Jobs,
    who: Session,
    files: list[UploadFile],
    told: dict[str, str],
    *,
    pasted: str = "",
    title: str = "",
) -> Job:
    """Begin to take in what came.

    Raises:
        WrongUse: nothing came, or a day that is told is none.
        Unwritable: it cannot be kept until it is read.
    """
    told = {key: value.strip() for key, value in told.items() if value.strip()}
    for day in (told.get("published"), told.get("retrieved")):
        if day:
            When.of(day)
    folder = Path(tempfile.mkdtemp(prefix="onrecord-"))
    try:
        paths = await _kept(folder, files, pasted, title)
        if not paths:
            raise WrongUse("nothing was given", help="drop files, or paste a text")
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise Unwritable(f"what was sent cannot be kept ({error.strerror})") from None
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return jobs.take_in(paths, told, who.name, folder)


async def _kept(folder: Path, files: list[UploadFile], pasted: str, title: str) -> list[Path]:
    """Write what came into a folder, each file in a folder of its own."""
    paths = []
    for number, file in enumerate(files):
        if not file.filename:
            continue
        path = folder / str(number) / plain_name(file.filename)
        path.parent.mkdir()
        with path.open("wb") as out:
            while piece := await file.read(1 << 20):
                out.write(piece)
        paths.append(path)
    if pasted.strip():
        path = folder / "pasted" / f"{plain_name(title or 'pasted text')}.txt"
        path.parent.mkdir()
        path.write_text(pasted, "utf-8", errors="replace", newline="\n")
        paths.append(path)
    return paths


@router.get("/{moment}/add.html")
def offer(moment: str, room: InRoom, who: Who, jobs: HasJobs) -> Response:
    """Show where documents are dropped, what is being read, and what was added before."""
    then = as_of_moment(moment)
    if then is None:
        raise HTTPException(404, "there is no such page")
    open_jobs = [replace(job) for job in jobs if job.state != "done"][:_SHOWN]
    return HTMLResponse(room.extra(then, "add.html", who, partial(_offered, jobs=open_jobs)))


def _offered(case: Case, as_of: AsOf, jobs: Sequence[Job]) -> dict[str, Any]:
    added = [row for row in reversed(case.log(as_of.known)) if row.verb == "add"]
    return {"jobs": jobs, "added": added, "most": _SHOWN}


@router.get("/jobs/{job}")
def follow(job: str, room: InRoom, who: Who, jobs: HasJobs) -> Response:
    """Show how far a job is; without scripts the page asks again by itself."""
    fill = partial(_followed, job=replace(jobs.of(job)))
    return HTMLResponse(room.extra(AsOf(), "job.html", who, fill))


def _followed(_: Case, __: AsOf, job: Job) -> dict[str, Any]:
    return {"job": job}


@router.get("/jobs/{job}/events")
def events(job: str, jobs: HasJobs) -> Response:
    """Send how far a job is whenever that changes, until it ends."""
    jobs.of(job)
    return StreamingResponse(_events(jobs, job), media_type="text/event-stream")


@router.post("/jobs/{job}/cancel")
def cancel(job: str, jobs: HasJobs) -> Response:
    jobs.cancel(job)
    return RedirectResponse(f"/jobs/{job}", 303)


async def _events(jobs: Jobs, id: str) -> AsyncIterator[str]:
    last = ""
    while True:
        told = jobs.of(id).told()
        now = json.dumps(told)
        if now != last:
            last = now
            yield f"data: {now}\n\n"
        if told["state"] != "running":
            return
        await asyncio.sleep(_EVERY)


def plain_name(given: str) -> str:
    """Give a plain file name of what somebody's machine calls a file: never a path."""
    last = given.replace("\\", "/").rpartition("/")[2]
    stem, dot, ending = _PLAIN.sub("_", last).strip(" .").rpartition(".")
    kept = f"{stem[:45]}{dot}{ending[:15]}" if stem else ending[:60]
    return kept.strip(" .") or "document"
