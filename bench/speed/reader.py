"""How fast the pattern reader reads, on text of its own making, and on text made to hurt it."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

from bench.speed.row import SpeedRow
from bench.texts import paragraphs
from onrecord.reader import PatternReader

_PARAGRAPH = (
    "The Tarn Valley Water Board said on Monday that its clerk, Ida Morrow, had approved the pump. "
    "“Nobody asked me,” Morrow said. “I would have refused.” A spokesperson for the board, who did "
    "not wish to be named, denied that the pump had failed in March 2023, adding that the inquiry "
    "led by Prof Elin Sorley would report next month. Mr Sorley did not respond to a request for "
    "comment.\n\n"
)
_HOSTILE: dict[str, Callable[[int], str]] = {
    "no full stop": lambda size: "word " * (size // 5),
    "capitals": lambda size: "Vale " * (size // 5),
    "nested quotation marks": lambda size: "“" * (size // 2) + "”" * (size // 2),
    "open single quotes": lambda size: "'a " * (size // 3),
    "weekdays": lambda size: "Monday " * (size // 7),
    "said": lambda size: "Vale said " * (size // 10),
    "commas": lambda size: "Vale, a clerk, " * (size // 15),
}


def speeds(_folder: Path) -> list[SpeedRow]:
    """Give words a processor second, and the worst slow-down from 100 kB to 400 kB of bad text."""
    reader = PatternReader()
    characters = _PARAGRAPH * 400
    used = _seconds(reader, characters)
    rows = [SpeedRow("pattern reader", len(characters.split()) / used, "words/CPU s", 20_000)]
    for name, made in _HOSTILE.items():
        small, large = (_seconds(reader, made(size)) for size in (100_000, 400_000))
        rows.append(SpeedRow(f"hostile, {name}: time for 4 times the text", large / small, "times"))
    return rows


def _seconds(reader: PatternReader, characters: str) -> float:
    text = paragraphs(characters)
    begun = time.process_time()
    reader.read(text, None)
    return max(time.process_time() - begun, 1e-6)
