"""Whatever a document says, no page of the record does it: in Chromium, under the policy."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Any

from hostile_words import WORDS
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Route
from poisoned import Poisoned, small_case

sys.path.append(str(Path(__file__).parents[1] / "integration"))

from record_in_memory import InventedRecord
from test_dossier_hostile import hostile_record
from test_exports_hostile import draft

from onrecord.case import answers_in, codes
from onrecord.core.activity import ActivityRow
from onrecord.core.errors import OnrecordError
from onrecord.core.identity import kind_of
from onrecord.core.roles import Role
from onrecord.core.vocabulary import AsOf
from onrecord.faces.room import measuring
from onrecord.faces.room.days import Days
from onrecord.faces.room.decide import decide
from onrecord.faces.room.guard import _HEADERS
from onrecord.faces.room.jobs import Job
from onrecord.faces.room.pathing import paths
from onrecord.faces.room.searching import search
from onrecord.faces.room.sessions import Session
from onrecord.faces.room.slots import Slots
from onrecord.faces.room.stand import TEMPLATES, Stand
from onrecord.show import (
    STYLE,
    Site,
    annotated,
    as_csv,
    as_json,
    as_sarif,
    by_source,
    environment,
    held_sentences,
)
from onrecord.show import Page as Shown

STATIC = TEMPLATES.parent / "static"
ROOT = "http://127.0.0.1:9"


class _Held(Stand):
    """A stand of the room over a record that is held in memory."""

    def __init__(self, record: InventedRecord) -> None:
        self.slots, self.env = Slots(), environment(TEMPLATES)
        self.env.globals["signed"] = True
        shared = {"slots": self.slots, "is_sample": False}
        case: Any = record  # no case, but it answers with the same rows
        super().__init__(case, self.env, shared)

    def _days_now(self) -> Days:
        return Days(valid=(), known=())

    def page_of(self, page: Shown) -> str:
        who = Session(self._case.name, Role.OWNER)
        return self.slots.filled(self.html(AsOf(), page, who.role), who, "")


def exports(record: InventedRecord) -> Iterator[tuple[str, str, str]]:
    """Give what else a browser may be made to open: name, type, and all of it."""
    hostile = " ".join(WORDS)
    checked = draft("draft.md", hostile)
    yield "draft.html", "text/html; charset=utf-8", annotated([checked], {"OR101": hostile})
    yield "draft.sarif", "application/json", as_sarif([checked], {"OR101": hostile})
    rows = [*record.statements(), *record.replies(), *record.sources()]
    yield "rows.json", "application/json", as_json(rows)
    cells = [[one.attributed()] for one in rows if hasattr(one, "attributed")]
    yield "rows.csv", "text/plain; charset=utf-8", as_csv([hostile], cells)


def seen_in(chromium: Browser, opened: Iterable[tuple[str, str, str]]) -> tuple[list[str], int]:
    """Open pages by name, type and all of it: what they did or asked for, and how many there were.

    No dialog, no report of the policy, no request elsewhere is what is hoped for.
    """
    said: list[str] = []
    context = chromium.new_context()
    page = context.new_page()
    current = {"html": "", "name": "", "kind": "text/html"}

    def answered(route: Route) -> None:
        if route.request.url == f"{ROOT}/now/{current['name']}":
            # A draft's page brings a policy of its own, and is opened from a folder.
            headers = {} if current["name"] == "draft.html" else _HEADERS
            route.fulfill(body=current["html"], content_type=current["kind"], headers=headers)
            return
        if not route.request.url.startswith(ROOT):
            said.append(f"{current['name']}: asked {route.request.url}")
        file = STATIC / route.request.url.rpartition("/")[2]
        kind = "text/css" if file.suffix == ".css" else "text/javascript"
        if route.request.resource_type == "eventsource":
            kind = "text/event-stream"  # what a job tells while it runs
        route.fulfill(body=file.read_text("utf-8") if file.is_file() else "", content_type=kind)

    def told(message: ConsoleMessage) -> None:
        said.append(f"{current['name']}: {message.text}")

    def asked(dialog: Dialog) -> None:
        said.append(f"{current['name']}: {dialog.message}")
        dialog.dismiss()

    context.route("**/*", answered)
    page.on("console", told)
    page.on("pageerror", lambda error: said.append(f"{current['name']}: {error}"))
    page.on("dialog", asked)
    shown = 0
    for name, kind, html in opened:
        current.update(name=name, kind=kind, html=html)
        page.goto(f"{ROOT}/now/{name}", wait_until="load")
        shown += 1
    context.close()
    return said, shown


def one_of_a_kind(record: Any) -> Iterator[tuple[str, str, str]]:
    """Give the pages of dossier and room: all words stand in every field, so one of a kind does."""
    held = _Held(record)
    for room in (False, True):
        site = held.site(AsOf()) if room else Site(record, AsOf(), datetime(2025, 2, 4, tzinfo=UTC))
        seen: set[str] = set()
        for one in site.pages():
            if one.template not in seen:
                seen.add(one.template)
                html = held.page_of(one) if room else site.press.html(one)
                yield one.name, "text/html", html


def only_in_the_room(record: Any, whole: Any) -> Iterator[tuple[str, str, str]]:
    """Give the pages that no dossier has: they answer, decide, draw, take in, or turn away.

    Args:
        whole: the same record without hostile words, for what people ask of it.
    """
    held, hostile = _Held(record), " ".join(WORDS)

    def made(template: str, filled: Mapping[str, Any], of: str) -> tuple[str, str, str]:
        page = Shown(name=template, template=template, fill=lambda: filled)
        return f"{of}-{template}", "text/html", held.page_of(page)

    for by in ("words", "meaning"):
        asked = {"q": "cup", "by": by, "actor": ""}
        yield made("search.html", search(record, AsOf(), asked), by)
    odd = dict.fromkeys(("q", "kind", "actor", "source", "standing", "start", "end"), hostile[:400])
    yield made("search.html", search(record, AsOf(), odd), "odd")
    yield made("paths.html", paths(record, AsOf(), {"from": "Ruth Maddern", "to": "Ida Quill"}), "")
    yield made("paths.html", paths(record, AsOf(), {"from": hostile, "to": hostile}), "odd")
    said, line = whole.statements()[0], whole.claims().lines[0]
    person = next(row for row in whole.actors() if row.name == "Ruth Maddern")
    source, rated = whole.sources()[0], whole.judging().hypotheses.hypotheses[0]
    for row in (said, line, person, source, rated):
        asked = {"about": row.id, "words": hostile}
        yield made("decide.html", decide(record, AsOf(), asked), kind_of(row.id))
    for kind in whole.auditing().kinds:
        drawn = {"kind": kind, "most": "3", "seed": "1"}
        yield made("audit.html", measuring._filled(record, AsOf(), drawn, "ed"), kind)
    checked = draft("draft.md", hostile)
    yield made("desk.html", {
        "name": hostile, "words": hostile, "day": hostile, "answers": answers_in(""),
        "checked": checked, "codes": codes(), "kept": [hostile],
        "sentences": held_sentences(checked), "sources": by_source(checked),
    }, "")  # fmt: skip
    for state in ("running", "done", "failed"):
        job = Job(id="1", by=hostile, names=(hostile,), state=state, what=hostile, read=[hostile],
                  refused=[(hostile, hostile)], unread=[(hostile, hostile)], error=hostile,
                  operation=1)  # fmt: skip
        yield made("job.html", {"job": job}, state)
        if state != "done":
            added = [row for row in record.log() if row.verb == "add"]
            yield made("add.html", {"jobs": [job], "added": added, "most": 5}, state)
    log, given = record.log()[-1], record.judging().rows[-1]
    for template, filled in {
        "done.html": {"row": given, "undone": False},
        "undone": {"row": log, "undone": True},
        "since.html": {"done": [ActivityRow(log=one) for one in record.log()]},
        "enter.html": {"by_name": True, "name": hostile, "to": hostile,
                       "error": OnrecordError(hostile, where=hostile, help=hostile)},
        "fault.html": {"what": hostile, "where": hostile, "help": hostile, "status": 400,
                       "busy": False, "anew": False},
    }.items():  # fmt: skip
        page = held.env.get_template(template.replace("undone", "done.html"))
        yield template, "text/html", page.render(slots=held.slots, **filled)


def test_nor_do_they_on_pages_that_only_the_room_has(chromium: Browser, tmp_path: Path) -> None:
    """Search, paths, deciding, audits, the desk, adding; what was just done, asked, or turned away.

    Also where they come in an address, a form, or the name of a file.
    """
    with small_case(tmp_path) as case:
        poisoned = Poisoned(case, list(WORDS))
        opened = list(only_in_the_room(poisoned, case))
        said, shown = seen_in(chromium, opened)
    assert said == []
    assert shown >= 25
    bare = {name.rpartition("-")[2] for name, _, _ in opened}
    only = {path.name for path in TEMPLATES.glob("*.html")}
    macros = {"forms.html", "byhand.html", "room.html", "paths-form.html"}
    dossiers = {path.name for path in (STYLE.parents[1] / "templates").glob("*.html")}
    assert only - dossiers - macros <= bare


def test_200_hostile_strings_in_every_field_do_nothing(chromium: Browser) -> None:
    """In what documents say, and in exports; whichever does something is found by what it does."""
    assert len(set(WORDS)) == 200
    record = hostile_record(" ".join(WORDS))
    said, shown = seen_in(chromium, chain(one_of_a_kind(record), exports(record)))
    assert said == []
    assert shown > 50


def test_nor_do_they_in_rows_of_any_kind(chromium: Browser, tmp_path: Path) -> None:
    """Claims, judgements and their notes, hypotheses, proceedings, hops, questions, differences."""
    with small_case(tmp_path) as case:
        poisoned = Poisoned(case, list(WORDS))
        said, shown = seen_in(chromium, one_of_a_kind(poisoned))
    assert said == []
    assert shown > 50
    for field in (
        "ClaimRow.wording", "JudgementRow.because", "HypothesisRow.wording", "Grade.because",
        "EventRow.told", "HopRow.what", "ActorRow.name", "StandsRow.called", "Party.words",
        "StatementRow.speaker", "SourceRow.name", "ActivityRow.worded", "name",
    ):  # fmt: skip
        assert poisoned.met[field], field
