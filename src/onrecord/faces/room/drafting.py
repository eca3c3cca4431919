"""The draft desk: words that are pasted or dropped, held against the record as of a moment.

It has a connection to the case of its own, so that nobody who reads waits for it. The reader is
loaded once, when the first draft comes. A draft is forgotten when it is answered, unless somebody
asks to keep it.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from fastapi import APIRouter, Depends, Form, Request
from starlette.exceptions import HTTPException
from starlette.responses import HTMLResponse, RedirectResponse, Response

from onrecord.case import Case, answers_in, codes
from onrecord.core.dates import When
from onrecord.core.drafts import Checked
from onrecord.core.errors import Busy, WrongUse
from onrecord.core.vocabulary import AsOf
from onrecord.faces.room.moments import as_of_moment, moment_of
from onrecord.faces.room.pages import InRoom, Who
from onrecord.faces.room.records import PATIENCE
from onrecord.faces.room.room import Room
from onrecord.faces.room.sessions import Session
from onrecord.show import by_source, held_sentences

if TYPE_CHECKING:
    from onrecord.case import Desk
    from onrecord.core.seams import Reader

router = APIRouter(include_in_schema=False)
Words = Annotated[str, Form()]
NAME = "draft.txt"


class DraftDesk:
    """Holds drafts against the case in a folder, one after the other."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._case: Case | None = None
        self._desk: tuple[str, str, Desk] | None = None

    @cached_property
    def _reader(self) -> Reader:
        from onrecord.reader import load  # heavy: it brings the weights

        return load()

    def held(
        self, as_of: AsOf, name: str, raw: bytes, *, day: str = "", answers: str = ""
    ) -> Checked:
        """Hold a draft against the record as of a moment.

        Args:
            answers: what was decided of its findings, as the file beside it would have it.

        Raises:
            Busy: other drafts are being read, and that takes long.
            Refused, WrongUse, UnreadableDate: as for `Desk.hold`.
        """
        if not self._lock.acquire(timeout=PATIENCE):
            raise Busy("other drafts are being read", help="send it again in a moment")
        try:
            desk = self._at_hand(as_of)
            return desk.hold(
                desk.document(Path(name), raw),
                day=When.of(day) if day else None,
                answers=answers_in(answers),
            )
        finally:
            self._lock.release()

    def _at_hand(self, as_of: AsOf) -> Desk:
        self._case = self._case or Case.open(self._folder)
        moment, head = moment_of(as_of), self._case.head().digest
        if self._desk is None or self._desk[:2] != (moment, head):
            self._desk = moment, head, self._case.desk(self._reader, as_of)
        return self._desk[2]

    def close(self) -> None:
        """Close its connection to the case, unless a draft is being held: then the process does."""
        if self._lock.acquire(blocking=False):
            if self._case is not None:
                self._case.__exit__(None, None, None)
            self._case = self._desk = None
            self._lock.release()


def desk_of(request: Request) -> DraftDesk:
    desk: DraftDesk = request.app.state.desk
    return desk


HasDesk = Annotated[DraftDesk, Depends(desk_of)]


@router.get("/{moment}/desk.html")
def begin(moment: str, room: InRoom, who: Who, kept: str = "") -> Response:
    """Give an empty desk, or one with a draft that is kept."""
    filled: dict[str, Any] = {}
    if kept:
        with room.case() as case:
            words, answers = case.drafts.read(kept)
        filled = {"name": kept, "words": words, "answers": answers}
    return _page(room, who, _then(moment), filled)


@router.post("/{moment}/desk.html")
async def hold(request: Request, moment: str, room: InRoom, who: Who, desk: HasDesk) -> Response:
    """Hold a draft against the record, and give it back with what was found in its margin."""
    from starlette.concurrency import run_in_threadpool

    form = await request.form()
    file = form.get("file")
    sent: dict[str, str] = {key: value for key, value in form.items() if isinstance(value, str)}
    name = sent.get("name", "").strip() or NAME
    words = sent.get("words", "").replace("\r\n", "\n")  # as a form sends what was written
    raw = words.encode("utf-8", "replace")
    if not isinstance(file, str) and file is not None and file.filename:
        name, raw = file.filename.replace("\\", "/").rpartition("/")[2][:100], await file.read()
    return await run_in_threadpool(_held, room, who, desk, _then(moment), name, raw, sent)


def _held(
    room: Room,
    who: Session,
    desk: DraftDesk,
    as_of: AsOf,
    name: str,
    raw: bytes,
    sent: Mapping[str, str],
) -> Response:
    answers = answers_in(sent.get("answers", ""))
    number = sent.get("accept", "")
    if number:
        told = (sent.get(f"{key}-{number}", "") for key in ("code", "words", "by", "because"))
        answers = answers.accepting(*told)
    if sent.get("reopen", "").isdecimal():
        answers = answers.without(int(sent["reopen"]))
    day = sent.get("day", "").strip()
    checked = None
    if raw.strip():
        checked = desk.held(as_of, _typed(name), raw, day=day, answers=answers.toml)
    filled = {
        "name": name,
        "words": checked.characters if checked else "",
        "day": day,
        "answers": answers,
        "checked": checked,
    }
    return _page(room, who, as_of, filled)


@router.post("/drafts")
def keep(
    room: InRoom, name: Words = "", words: Words = "", answers: Words = "", forget: Words = ""
) -> Response:
    """Keep a draft beside the record, or delete one that is kept."""
    with room.case() as case:
        if forget:
            case.drafts.forget(forget)
            return RedirectResponse("/now/desk.html", 303)
        if not words.strip():
            raise WrongUse("there is no draft to keep", help="paste one first")
        kept = case.drafts.keep(
            name.strip() or NAME, words.replace("\r\n", "\n"), answers_in(answers)
        )
    return RedirectResponse(f"/now/desk.html?kept={kept}", 303)


@router.post("/drafts/answers")
def answered(name: Words = "", answers: Words = "") -> Response:
    """Give what was decided of a draft's findings as the file that lies beside it."""
    plain = "".join(c if c.isascii() and (c.isalnum() or c in ".-_") else "_" for c in name)
    headers = {"Content-Disposition": f'attachment; filename="{plain or NAME}.desk.toml"'}
    toml = answers_in(answers).toml
    return Response(toml, media_type="application/toml; charset=utf-8", headers=headers)


def _then(moment: str) -> AsOf:
    as_of = as_of_moment(moment)
    if as_of is None:
        raise HTTPException(404, "there is no such page")
    return as_of


def _typed(name: str) -> str:
    """Give a name whose ending says how a draft is read; pasted words are plain text."""
    return name if "." in name else f"{name}.txt"


def _page(room: Room, who: Session, as_of: AsOf, filled: Mapping[str, Any]) -> Response:
    return HTMLResponse(room.extra(as_of, "desk.html", who, partial(_laid_out, filled=filled)))


def _laid_out(case: Case, _: AsOf, filled: Mapping[str, Any]) -> dict[str, Any]:
    checked: Checked | None = filled.get("checked")
    empty = {"name": "", "words": "", "day": "", "answers": answers_in(""), "checked": None}
    return {
        **empty,
        **filled,
        "codes": codes(),
        "kept": case.drafts.names,
        "sentences": held_sentences(checked) if checked else [],
        "sources": by_source(checked) if checked else {},
    }
