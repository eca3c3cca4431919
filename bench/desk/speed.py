"""How long a draft of 1,500 words takes against a case, and a keystroke in it, in CPU seconds.

The draft is that of the constructed case's own drafts and the seed article, cut at 1,500 words; of
another case, paragraphs of its own documents: `python -m bench.desk CASE`.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Sequence
from datetime import date
from itertools import islice, product
from pathlib import Path
from string import ascii_lowercase

from onrecord.case import Case
from onrecord.core.vocabulary import BlockKind
from onrecord.intake import Told, read_bytes
from onrecord.reader import TrainedReader

WORDS = 1500
_WINDOWS = 256
_TODAY = date(2024, 11, 1)
_LENGTHS = (2_000, 20_000)


class _Desk:
    """A desk as an editor has it, and what it costs to hold words against the case."""

    def __init__(self, case: Case) -> None:
        self._desk = case.desk(TrainedReader(remembers=_WINDOWS))

    def lay_out(self) -> None:
        """Lay the record out in the case, as `onrecord ready` does."""
        self._desk.lay_out()

    def held(self, words: str) -> float:
        """Hold a draft against the case; gives the seconds."""
        begun, told = time.process_time(), Told(language="en")
        self._desk.hold(read_bytes("draft.txt", words.encode(), told=told, today=_TODAY)[0])
        return time.process_time() - begun


def figures(data: Path, case: Case) -> dict[str, float]:
    """Give the seconds of a draft seen first, seen again, and after a keystroke."""
    return _figures(case, draft(data))


def own_figures(case: Case) -> dict[str, float]:
    """Give the same of a draft made of a case's own paragraphs."""
    return _figures(case, _own(case))


def _figures(case: Case, words: str) -> dict[str, float]:
    begun = time.process_time()
    _Desk(case).lay_out()
    laid = time.process_time() - begun
    gc.collect()  # else what was made is cleared away in what is measured next
    begun = time.process_time()
    desk = _Desk(case)
    desk.held("Nothing but a sentence that makes the record ready, “with a quotation of no one.”")
    ready = time.process_time() - begun
    first, again = desk.held(words), desk.held(words)
    middle = len(words) // 2
    strokes = [
        desk.held(f"{words[:middle]}{'x' * number}{words[middle:]}") for number in range(1, 6)
    ]
    return {
        "the record laid out in the case, after a change of it": laid,
        "a desk begun where it is laid out": ready,
        "a draft seen first": first,
        "the same again": again,
        "a keystroke, the slowest of five": max(strokes),
    }


def growth(data: Path, case: Case) -> dict[str, float]:
    """Give the seconds a thousand words of a short and of a long draft, made of one another."""
    return lengths(case, draft(data), _LENGTHS)


def long_figures(case: Case, some: Sequence[int]) -> dict[str, float]:
    """Give the same of drafts of some lengths, made of a case's own paragraphs."""
    return lengths(case, _own(case), some)


def lengths(case: Case, words: str, some: Sequence[int]) -> dict[str, float]:
    """Give the seconds a thousand words of drafts of some lengths, made of one another."""
    desk = _Desk(case)
    desk.held(words)
    found = {}
    for length in some:
        marks = islice(product(ascii_lowercase, repeat=2), length // max(1, len(words.split())) + 1)
        copies = [words.replace(" the ", f" the {''.join(two)} ") for two in marks]
        whole = " ".join("\n\n".join(copies).split(" ")[:length])
        found[f"{length:,} words"] = desk.held(whole) / length * 1000
    return found


def draft(data: Path) -> str:
    """Give a draft of so many words."""
    paths = [*sorted((data / "case-alder" / "drafts").glob("*.txt")), data / "seed" / "article.txt"]
    return _cut("\n\n".join(path.read_text("utf-8") for path in paths).split("\n\n"))


def _own(case: Case) -> str:
    """Make a draft of paragraphs of a case's own documents, one of each in turn."""
    texts = [case.text(row.id) for row in case.sources() if row.text]
    told = [
        [b.at.of(text.characters) for b in text.blocks if b.kind is BlockKind.PARAGRAPH]
        for text in texts
    ]
    longest = max(map(len, told), default=0)
    return _cut([some[turn] for turn in range(longest) for some in told if turn < len(some)])


def _cut(paragraphs: list[str]) -> str:
    kept: list[str] = []
    left = WORDS
    for paragraph in paragraphs:
        if left > 0:
            kept.append(paragraph)
            left -= len(paragraph.split())
    return "\n\n".join(kept)
