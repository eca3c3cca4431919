"""Bytes of script and style that a page of the room loads: run `python -m bench.page_bytes`.

What a template names is followed to what its scripts import. Nothing is served and no browser is
needed: files are counted as they lie there, and beside it as they are sent, which is compressed.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.faces.room.stand import TEMPLATES
from onrecord.show import STYLE

STATIC = TEMPLATES.parent / "static"
MUST, AIM = 150_000, 80_000

_NAMED = re.compile(r'/static/([\w.-]+\.(?:js|css))"')
_IMPORTED = re.compile(r'(?:from|import)\s*["`\']\./([\w.-]+\.js)["`\']')


def loaded(names: set[str]) -> set[str]:
    """Give scripts and styles with all that these scripts import."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            if name.endswith(".js"):
                waiting += _IMPORTED.findall((STATIC / name).read_text(encoding="utf-8"))
    return found


@dataclass(frozen=True, slots=True)
class Weight:
    """Bytes that a kind of page loads; `sent` has them compressed."""

    page: str
    script: int
    style: int
    sent: int

    @property
    def both(self) -> int:
        return self.script + self.style


def by_page() -> Iterator[Weight]:
    """Weigh each kind of page that has a script of its own, and any other page.

    Raises:
        FileNotFoundError: the scripts are not built (`make islands`).
    """
    every = set(_NAMED.findall((TEMPLATES / "room.html").read_text(encoding="utf-8")))
    pages = {"any other page": every}
    for path in sorted(TEMPLATES.glob("*.html")):
        own = set(_NAMED.findall(path.read_text(encoding="utf-8")))
        if own - every and path.name != "room.html":
            pages[path.stem] = every | own
    for page, names in pages.items():
        files = {name: _content(name) for name in loaded(names) | {STYLE.name}}
        script = sum(len(held) for name, held in files.items() if name.endswith(".js"))
        style = sum(len(held) for name, held in files.items() if name.endswith(".css"))
        yield Weight(page, script, style, sum(len(gzip.compress(f)) for f in files.values()))


def _content(name: str) -> bytes:
    return (STYLE if name == STYLE.name else STATIC / name).read_bytes()


def main() -> None:
    print(f"{'page':<20}{'script':>9}{'style':>9}{'both':>9}{'as sent':>9}")
    for one in by_page():
        figures = (one.script, one.style, one.both, one.sent)
        print(f"{one.page:<20}" + "".join(f"{figure:>9,}" for figure in figures))
    print(f"must: at most {MUST:,} bytes; aim: {AIM:,}")


if __name__ == "__main__":
    main()
