"""How long a draft of 1,500 words takes against a case, and a keystroke in it, in CPU seconds.

The draft is that of the case's own drafts and the seed article, cut at 1,500 words.
"""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path

from onrecord.case import Case
from onrecord.intake import Told, read_bytes
from onrecord.reader import TrainedReader

WORDS = 1500
_WINDOWS = 256
_TODAY = date(2024, 11, 1)


def figures(data: Path, case: Case) -> dict[str, float]:
    """Give the seconds of a draft seen first, seen again, and after a keystroke."""
    desk = case.desk(TrainedReader(remembers=_WINDOWS))
    words = draft(data)

    def held(some: str) -> float:
        begun = time.process_time()
        document = read_bytes("draft.txt", some.encode(), told=Told(language="en"), today=_TODAY)[0]
        desk.hold(document)
        return time.process_time() - begun

    held("Nothing but a sentence that makes the record ready.")
    first, again = held(words), held(words)
    middle = len(words) // 2
    strokes = [held(f"{words[:middle]}{'x' * number}{words[middle:]}") for number in range(1, 6)]
    return {"a draft seen first": first, "the same again": again, "a keystroke": max(strokes)}


def draft(data: Path) -> str:
    """Give a draft of so many words."""
    paths = [*sorted((data / "case-alder" / "drafts").glob("*.txt")), data / "seed" / "article.txt"]
    kept: list[str] = []
    left = WORDS
    for paragraph in "\n\n".join(path.read_text("utf-8") for path in paths).split("\n\n"):
        if left > 0:
            kept.append(paragraph)
            left -= len(paragraph.split())
    return "\n\n".join(kept)
