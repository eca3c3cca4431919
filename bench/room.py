"""How quick the reading room is: every kind of page, in the server and in Chromium; many at once.

Run on a case that exists (`--case FOLDER`, which is copied first), or on the 54 inquiry documents,
which are read first. Figures of the server are on the clock as a client sees them, beside what the
server's processor took, which does not depend on what else the machine does.
"""

from __future__ import annotations

import http.client
import json
import os
import random
import re
import shutil
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from bench import measured, record
from bench.room_long import long_document, opened_long
from bench.room_served import Server, ask, p95, served

LISTS = (
    "index", "sources", "people", "claims", "statements", "timeline", "flows", "network",
    "proceedings", "tests", "questions", "differences", "origins", "quotes", "versions",
    "quantities", "judgements", "activity", "hypotheses", "coverage", "words",
)  # fmt: skip
MANY = 40
"""Pages of one kind that are opened."""
READERS, WRITERS = 20, 2
VERBS = "confirm", "confirm", "reject"
"""What is judged of statements, by chance: what confirms changes a mark, what rejects all else."""
_SIZES = """performance.getEntriesByType('resource')
    .filter(one => /\\.(js|css)$/.test(new URL(one.name).pathname))
    .reduce((sum, one) => sum + one.decodedBodySize, 0)"""


@dataclass
class Timed:
    """What pages of one kind took, in milliseconds: on the clock, of the processor, and again."""

    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    again: list[float] = field(default_factory=list)


def timed(server: Server) -> tuple[float, dict[str, Timed], dict[str, list[str]]]:
    """Open pages of every kind: the seconds of the first, what each took, and their addresses."""
    client, found = server.client(), dict[str, Timed]()
    begun = time.perf_counter()
    ask(server, client, "/now/index.html")
    first = time.perf_counter() - begun
    kinds = {name: [f"/now/{name}.html"] for name in LISTS}
    for path in [paths[0] for paths in kinds.values()]:
        status, page = ask(server, client, path)
        if status == 404:
            del kinds[path[5:-5]]
        for name in re.findall(rb'href="((?:sources|people|claims)/[\w.-]+\.html)', page):
            kind, _, _ = name.decode().partition("/")
            kinds.setdefault(f"one of {kind}", []).append(f"/now/{name.decode()}")
    chosen = random.Random(1)
    for kind, paths in kinds.items():
        paths[:] = sorted(set(paths))
        chosen.shuffle(paths)
        del paths[MANY:]
        one = found.setdefault(kind, Timed())
        for path in paths * (5 if len(paths) == 1 else 1):
            used, begun = server.cpu(), time.perf_counter()
            status, _ = ask(server, client, path)
            one.wall.append((time.perf_counter() - begun) * 1000)
            one.cpu.append((server.cpu() - used) * 1000)
            begun = time.perf_counter()
            ask(server, client, path)
            one.again.append((time.perf_counter() - begun) * 1000)
            if status != 200:
                raise measured.ProgramFailed(f"{path} answered {status}")
    return first, found, kinds


def painted(server: Server, kinds: dict[str, list[str]]) -> dict[str, tuple[float, int]]:
    """Open one page of each kind in Chromium: ms to the first paint, bytes of script and style."""
    from playwright.sync_api import sync_playwright

    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or ""
    found = {}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for kind, paths in kinds.items():
            context = browser.new_context()
            page = context.new_page()
            page.goto(f"http://127.0.0.1:{server.port}/enter?token={server.token}")
            page.goto(f"http://127.0.0.1:{server.port}{paths[0]}", wait_until="load")
            paint = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? -1"
            shown = -1.0
            while shown < 0:  # a page's policy allows no script that waits for it
                shown = float(page.evaluate(paint))
            size = page.evaluate(_SIZES)
            found[kind] = shown, int(size)
            context.close()
        browser.close()
    return found


@dataclass
class Crowd:
    """What came of many at once: milliseconds by reader and writer, and what went wrong."""

    read: list[float] = field(default_factory=list)
    wrote: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


def together(server: Server, kinds: dict[str, list[str]], seconds: float) -> Crowd:
    """Read with 20 and judge with 2 at once; a reader looks at each page for a second or two."""
    crowd, end = Crowd(), time.monotonic() + seconds
    paths = [path for some in kinds.values() for path in some]
    rows = json.loads(ask(server, server.client(), "/api/v1/statements?limit=200")[1])

    def reads(number: int) -> None:
        client, chosen = server.client(), random.Random(number)
        while time.monotonic() < end:
            path = chosen.choice(paths)
            begun = time.perf_counter()
            try:
                client.request("GET", path, headers=server.headers)
                answer = client.getresponse()
                answer.read()
            except (OSError, http.client.HTTPException) as problem:
                crowd.wrong.append(f"{type(problem).__name__} {path}")
                client = server.client()
                continue
            crowd.read.append((time.perf_counter() - begun) * 1000)
            if answer.status not in (200, 404):  # a row that was rejected has no page for a while
                crowd.wrong.append(f"{answer.status} {path}")
            time.sleep(chosen.uniform(1, 2))

    def writes(number: int) -> None:
        client, chosen = server.client(), random.Random(-number)
        while time.monotonic() < end:
            verb = chosen.choice(VERBS)
            sent = {"verb": verb, "about": [chosen.choice(rows)["id"]], "because": "read"}
            begun = time.perf_counter()
            status, made = ask(server, client, "/api/v1/judgements", sent)
            crowd.wrote.append((time.perf_counter() - begun) * 1000)
            if status == 201:
                status, _ = ask(server, client, "/api/v1/undo", {"which": json.loads(made)["id"]})
            if status not in (200, 201):
                crowd.wrong.append(f"{status} when judging")
            time.sleep(chosen.uniform(5, 10))

    threads = [threading.Thread(target=reads, args=(n,)) for n in range(READERS)]
    threads += [threading.Thread(target=writes, args=(n,)) for n in range(1, WRITERS + 1)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    return crowd


def section(data: Path, folder: Path, case: Path | None, seconds: float) -> str:
    """Measure, and write the section."""
    folder.mkdir(parents=True, exist_ok=True)
    there = folder / "case"
    if case is not None:
        shutil.copytree(case, there)
    else:
        given = record.inquiry(data, folder, record.DOCUMENTS)
        measured.run(["-m", "onrecord", "new", str(there)], folder / "new.log")
        measured.run(
            ["-m", "onrecord", "add", str(given), "--case", str(there)], folder / "add.log"
        )
    with served(there) as server:
        first, pages, kinds = timed(server)
        paints = painted(server, kinds)
        crowd = together(server, kinds, seconds)
    text, longer = folder / "long.txt", folder / "long"
    text.write_text(long_document(), "utf-8")
    measured.run(["-m", "onrecord", "new", str(longer)], folder / "new.log")
    measured.run(["-m", "onrecord", "add", str(text), "--case", str(longer)], folder / "add.log")
    with served(longer) as server:
        client = server.client()
        sources = json.loads(ask(server, client, "/api/v1/sources")[1])
        path = f"/now/sources/{sources[0]['id']}.html"
        begun = time.perf_counter()
        ask(server, client, path)
        made = (time.perf_counter() - begun) * 1000
        walked = opened_long(server, path)
    return "\n".join(_lines(first, pages, paints, crowd, seconds, sources[0], made, walked))


def _lines(
    first: float,
    pages: dict[str, Timed],
    paints: dict[str, tuple[float, int]],
    crowd: Crowd,
    seconds: float,
    source: dict[str, int],
    made: float,
    walked: dict[str, float],
) -> Iterator[str]:
    yield "## room"
    yield ""
    yield (
        f"The first page after the start, with all that it rests on: {first:,.1f} s. Then, in"
        " milliseconds (p95 over the pages of a kind; `again`: a page that was made before):"
    )
    yield ""
    yield "| page | opened | server, on the clock | of its processor | again | first paint | kB |"
    yield "|---|---|---|---|---|---|---|"
    for kind, one in pages.items():
        paint, size = paints[kind]
        yield (
            f"| {kind} | {len(one.wall)} | {p95(one.wall):,.0f} | {p95(one.cpu):,.0f} |"
            f" {p95(one.again):,.0f} | {paint:,.0f} | {size / 1000:,.0f} |"
        )
    yield ""
    yield (
        f"{READERS} readers and {WRITERS} writers at once for {seconds:,.0f} s:"
        f" {len(crowd.read):,} pages, {len(crowd.wrote):,} judgements,"
        f" {len(crowd.wrong)} errors; pages p50 {median(crowd.read):,.0f} ms,"
        f" p95 {p95(crowd.read):,.0f} ms; judgements p95 {p95(crowd.wrote):,.0f} ms."
    )
    for wrong in sorted(set(crowd.wrong))[:5]:
        yield f"- {wrong}"
    yield ""
    yield (
        f"A document of {source['words']:,} words with {source['statements']:,} statements: made in"
        f" {made:,.0f} ms; " + ", ".join(f"{k} {v:,.0f} ms" for k, v in walked.items()) + "."
    )
    yield ""
