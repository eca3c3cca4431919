"""Reading rooms for the tests that look at them, each served by a process of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page

from onrecord import intake
from onrecord.case import Case
from onrecord.reader import load

WIRE = """Harbour gate stood open, keeper says

“The gate stood open all night,” said Ida Morrow, the keeper, on Monday. She said that nobody had
asked her who closed it on the evening of the storm.

Sam Pell of the canal board denied that the gate had been open. The board keeps the log in a locked
chest beside the upper sluice, and two clerks hold a key to it.

The canal board was founded in 1887 and looks after eleven locks between the old basin and the sea.
"""
BOTH = "Mr Pell said on Friday that the log of the gate had been found under the boat.\n"
"""A namesake, whom nobody should join with the first."""


@dataclass(frozen=True)
class Served:
    """A room: where it is asked, and by what address one comes in."""

    address: str

    @property
    def root(self) -> str:
        return self.address.partition("/enter")[0]

    def opened(self, chromium: Browser, page: str = "index.html", *, scripts: bool = True) -> Page:
        """Come in with a browser of one's own, and open a page."""
        context = chromium.new_context(java_script_enabled=scripts)
        context.set_default_timeout(15_000)
        tab = context.new_page()
        tab.goto(self.address)
        if page != "index.html":
            tab.goto(f"{self.root}/now/{page}")
        return tab


@contextmanager
def served(case: Path, *told: str) -> Iterator[Served]:
    """Serve a case until the test is done.

    Args:
        told: what `onrecord serve` is told besides.
    """
    command = [sys.executable, "-m", "onrecord", "serve", "--case", str(case), "--no-browser"]
    command += told or ("--by", "Ida Marsh")
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        yield Served(process.stdout.readline().strip())
    finally:
        process.terminate()
        process.communicate(timeout=30)


def ten_copies(folder: Path) -> Path:
    """Make a case of an agency's report, ten papers that carry it, and a report of a namesake."""
    reader = load()
    with Case.create(folder / "case", name="The gate") as case:
        for number in range(11):
            outlet = f"Paper {number}" if number else "Harbour Wire"
            path = folder / f"{number}.txt"
            path.write_text(WIRE.replace("Harbour gate", f"Gate {number}" if number else "Gate"))
            day = f"2024-05-{2 + (number > 0) + number // 4:02}"
            told = intake.Told(outlet=outlet, published=day, retrieved=day)
            case.add([path], reader=reader, told=told)
        (folder / "other.txt").write_text(BOTH)
        told = intake.Told(outlet="The Sluice", published="2024-05-10", retrieved="2024-05-10")
        case.add([folder / "other.txt"], reader=reader, told=told)
        pells = [one for one in case.actors() if "Pell" in one.name]
        if len(pells) > 1:
            case.join(pells[0].id, pells[1].id, because="the same name", by="Tom Vane")
    return folder / "case"
