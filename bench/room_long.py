"""A document of 100,000 words in the reading room: how quickly it opens and is walked through."""

from __future__ import annotations

import os
import random
import shutil
import time

from bench.room_served import Server, p95

WORDS, STATEMENTS = 100_000, 3_000


def long_document() -> str:
    """Invent a document of 100,000 words in which some 3,000 times somebody says something."""
    chosen = random.Random(7)
    people = ["Ada Quill", "Tom Vane", "Ida Marsh", "Sam Pell", "Lena Oduya", "Ivo Marrin"]
    things = (
        "gate lock log wheel barge sluice ledger boat tower quay crane store bell chart".split()
    )
    places = "north south upper lower old new eastern western inner outer".split()
    verbs = "opened closed moved painted counted measured lost found mended inspected".split()
    rest = "It rained, and the water in the {} basin stood {} inches above the mark of the {} {}."
    lines = []
    for number in range(STATEMENTS):
        place, thing, other = chosen.choice(places), chosen.choice(things), chosen.choice(places)
        said = f"{chosen.choice(people)} said that the {place} {thing} was {chosen.choice(verbs)}"
        line = f"{said} on the {number % 28 + 1}th by the {other} {chosen.choice(things)}."
        filler = rest.format(other, number % 90, place, thing)
        lines.append(f"{line} {filler}")
    return "\n\n".join(lines) + "\n"


def opened_long(server: Server, path: str) -> dict[str, float]:
    """Open a long document in Chromium and walk through it; milliseconds."""
    from playwright.sync_api import sync_playwright

    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium") or ""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{server.port}/enter?token={server.token}")
        page.add_init_script(
            "window.waits = []; new PerformanceObserver(l => l.getEntries().forEach(e =>"
            " window.waits.push(e.duration))).observe({type: 'longtask', buffered: true});"
        )
        begun = time.perf_counter()
        page.goto(f"http://127.0.0.1:{server.port}{path}", wait_until="load")
        load = (time.perf_counter() - begun) * 1000
        paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
        page.evaluate("window.waits = []")
        steps = []
        for _ in range(40):
            begun = time.perf_counter()
            page.keyboard.press("j")
            page.evaluate("new Promise(done => requestAnimationFrame(() => done(1)))")
            steps.append((time.perf_counter() - begun) * 1000)
        waits = page.evaluate("window.waits") or [0]
        browser.close()
    return {
        "first paint": float(paint), "loaded": load, "a step of the walk, p95": p95(steps),
        "the longest task while walking": max(waits),
    }  # fmt: skip
