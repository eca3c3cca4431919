"""The guided look: on each kind of page, what one is seeing there, and where to look next.

It stands on the page for whoever asks. With the sample case it opens by itself until it was read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What one sees on a kind of page, in a few sentences, and how to go on."""

    number: int
    seen: tuple[str, ...]
    next_page: str = ""
    next_words: str


def look_at(page: str) -> Look | None:
    """Give what is to be told of a page; None: it speaks for itself."""
    stem, inside, _ = page.partition("/")
    return LOOKS.get(f"{stem}/" if inside else stem.removesuffix(".html"))


LOOKS: Mapping[str, Look] = MappingProxyType(
    {
        "index": Look(
            number=1,
            seen=(
                "This is what documents about a contested case say, put in order. Every sentence"
                " shows whose words it has; nothing here is said by the program itself.",
                "“Not known” never means “no”, and what a machine read and nobody has confirmed"
                " yet says so.",
            ),
            next_page="claims.html",
            next_words="What is claimed, and who stands where",
        ),
        "claims": Look(
            number=2,
            seen=(
                "Each row is one thing that is claimed. Its standing – asserted, disputed,"
                " withdrawn – follows by rules from who asserts it and who denies it.",
                "The signs show where each person stands: + asserts, − denies, ? doubts.",
            ),
            next_words="Open a claim: its page gives the reasons for its standing",
        ),
        "claims/": Look(
            number=3,
            seen=(
                "First the standing, why it is so, and what would change it; then every"
                " statement in order of time, with whose it is.",
                "Each quotation leads to the very words in the document they were read from.",
            ),
            next_words="Follow any quotation to its words",
        ),
        "sources/": Look(
            number=4,
            seen=(
                "The document as it reads. Who is reported to have said something is marked in"
                " place; a double line marks denials and doubts, dots a silence.",
                "The margin tells through whom the words came, and how firmly they are put.",
            ),
            next_page="timeline.html",
            next_words="All dates in one picture",
        ),
        "timeline": Look(
            number=5,
            seen=(
                "A date is drawn as wide as the words leave it: a day is a point, “in March” is"
                " a month, and an end that is not known has a question mark.",
                "At the top, “As it is now” turns both clocks back: every page then shows the"
                " record as it was known on that day.",
            ),
            next_page="network.html",
            next_words="Who is told to have passed what to whom",
        ),
        "network": Look(
            number=6,
            seen=(
                "A line is what somebody tells, never a fact. Doubled: somebody denies it."
                " Dashed: only alleged. Heavy: independent reports agree.",
                "Ask for the path between two, and its weakest hop is named, with the reason.",
            ),
            next_page="about.html",
            next_words="All words and marks, and how to check them",
        ),
    }
)
