"""Whatever a document says, no page of the record does it: in Chromium, under the policy."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from hostile_words import WORDS
from playwright.sync_api import Browser, ConsoleMessage, Dialog, Route

sys.path.append(str(Path(__file__).parents[1] / "integration"))

from invented_record import InventedRecord
from test_dossier_hostile import hostile_record

from onrecord.core.roles import Role
from onrecord.core.vocabulary import AsOf
from onrecord.faces.room.days import Days
from onrecord.faces.room.guard import _HEADERS
from onrecord.faces.room.room import TEMPLATES, Room
from onrecord.faces.room.sessions import Session
from onrecord.faces.room.slots import Slots
from onrecord.show import Page as Shown
from onrecord.show import Site

STATIC = TEMPLATES.parent / "static"
ROOT = "http://127.0.0.1:9"


class _Held(Room):
    """A room over a record that is held in memory."""

    def __init__(self, record: InventedRecord) -> None:
        self._record = record
        self._case = record  # type: ignore[assignment]
        self.slots = Slots()
        self.env.globals["signed"] = True

    def _days_now(self) -> Days:
        return Days(valid=(), known=())

    def page_of(self, site: Site, page: Shown) -> str:
        who = Session(self._record.name, Role.OWNER)
        return self.slots.filled(self._html(site, page, who.role), who, "")


def test_200_hostile_strings_in_every_field_do_nothing(chromium: Browser) -> None:
    """No dialog, no report of the policy, no request elsewhere, in dossier and room.

    All stand in every field at once: whichever does something is found by what it does.
    """
    assert len(set(WORDS)) == 200
    said: list[str] = []
    context = chromium.new_context()
    page = context.new_page()
    current = {"html": "", "name": ""}

    def answered(route: Route) -> None:
        if route.request.url == f"{ROOT}/now/{current['name']}":
            route.fulfill(body=current["html"], content_type="text/html", headers=_HEADERS)
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
    record = hostile_record(" ".join(WORDS))
    held = _Held(record)
    for room in (False, True):
        env = held.env if room else None
        site = Site(record, AsOf(), datetime(2025, 2, 4, tzinfo=UTC), env)
        seen: set[str] = set()
        for one in site.pages():
            if one.template in seen:
                continue  # all words stand in every field: one page of a kind shows them all
            seen.add(one.template)
            current["name"] = one.name
            current["html"] = held.page_of(site, one) if room else site.press.html(one)
            page.goto(f"{ROOT}/now/{one.name}", wait_until="load")
            shown += 1
    context.close()
    assert said == []
    assert shown > 50
