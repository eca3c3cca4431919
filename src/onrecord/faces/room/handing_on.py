"""Handing on: the dossier of a moment as one file, and what the API offers."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from fastapi import APIRouter, Request
from starlette.background import BackgroundTask
from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, JSONResponse, Response

from onrecord.case import Case
from onrecord.faces.room.api import SCHEMAS
from onrecord.faces.room.moments import NOW, as_of_moment
from onrecord.faces.room.pages import InRoom

router = APIRouter(include_in_schema=False)


@router.get("/dossier.zip")
def dossier(room: InRoom, moment: str = NOW) -> Response:
    """Write the dossier of a moment and give it as a zip archive; readers go on meanwhile."""
    then = as_of_moment(moment)
    if then is None:
        raise HTTPException(404, "there is no such moment")
    folder = Path(tempfile.mkdtemp(prefix="onrecord-dossier-"))
    gone = BackgroundTask(shutil.rmtree, folder, ignore_errors=True)
    try:
        with Case.open(room.folder) as case:
            case.dossier(folder / "dossier", then)
        made = shutil.make_archive(str(folder / "dossier"), "zip", folder, "dossier")
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return FileResponse(made, filename="dossier.zip", background=gone)


@router.get("/openapi.json")
def described(request: Request) -> Response:
    """Describe the API."""
    told = request.app.openapi()
    parts = told.setdefault("components", {})
    parts["schemas"] = {**SCHEMAS.parts, **parts.get("schemas", {})}
    parts["securitySchemes"] = {"token": {"type": "http", "scheme": "bearer"}}
    told["security"] = [{"token": []}]
    return JSONResponse(told)
