"""Whatever a document says, no page of the record does it: in Chromium, under the policy."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Any

from hostile_words import WORDS
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Route
from poisoned import Poisoned, small_case

sys.path.append(str(Path(__file__).parents[1] / "integration"))

from invented_record import InventedRecord
from test_dossier_hostile import hostile_record
from test_exports_hostile import draft

from onrecord.core.roles import Role
from onrecord.core.vocabulary import AsOf
from onrecord.faces.room.days import Days
from onrecord.faces.room.guard import _HEADERS
from onrecord.faces.room.room import TEMPLATES
from onrecord.faces.room.sessions import Session
from onrecord.faces.room.slots import Slots
from onrecord.faces.room.stand import Stand
from onrecord.show import Page as Shown
from onrecord.show import Site, annotated, as_csv, as_json, as_sarif, environment

STATIC = TEMPLATES.parent / "static"
ROOT = "http://127.0.0.1:9"


class _Held(Stand):
    """A stand of the room over a record that is held in memory."""

    def __init__(self, record: InventedRecord) -> None:
        self.slots, self.env = Slots(), environment(TEMPLATES)
        self.env.globals["signed"] = True
        shared = {"slots": self.slots, "is_sample": False}
        super().__init__(record, self.env, shared)  # type: ignore[arg-type] # no case, but rows alike

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
