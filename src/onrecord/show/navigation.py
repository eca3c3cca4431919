"""The pages of a dossier in chapters: what every page's head shows, and what each page is for.

Some twenty pages in a row cannot be taken in. The head of a page names the chapters, and under them
the pages of the chapter one is in: two short rows, on a phone too, and no script.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One page: its stem, the word by which it is called, and what stands on it in one line."""

    stem: str
    words: str
    holds: str

    @property
    def file(self) -> str:
        """Give its path in the folder."""
        return f"{self.stem}.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """Pages that belong together; a chapter of one page is that page."""

    words: str
    leaves: tuple[Leaf, ...]

    @property
    def file(self) -> str:
        """Give the page that the chapter's name leads to."""
        return self.leaves[0].file


CHAPTERS = (
    Chapter(
        words="Overview",
        leaves=(Leaf(stem="index", words="Overview", holds="The record on one page"),),
    ),
    Chapter(
        words="Documents",
        leaves=(
            Leaf(stem="sources", words="Sources", holds="Every document, as it reads"),
            Leaf(stem="origins", words="Origins", holds="Which report carries which"),
            Leaf(stem="quotes", words="Quotations", holds="Quotations cut, altered, reattributed"),
            Leaf(stem="versions", words="Versions", holds="What publishers changed in a page"),
            Leaf(stem="coverage", words="Coverage", holds="What was not read, and why"),
        ),
    ),
    Chapter(
        words="People",
        leaves=(
            Leaf(stem="people", words="Everybody", holds="Who speaks or is named, and posts"),
            Leaf(stem="statements", words="Statements", holds="Who is reported to have said what"),
        ),
    ),
    Chapter(
        words="Claims",
        leaves=(
            Leaf(stem="claims", words="Claims", holds="What is claimed, with its standing and why"),
            Leaf(
                stem="disputes",
                words="Disputes and replies",
                holds="Denials and doubts; who was asked, and what became of it",
            ),
            Leaf(
                stem="differences",
                words="Differences",
                holds="Where documents tell one thing in two ways",
            ),
        ),
    ),
    Chapter(
        words="Questions",
        leaves=(
            Leaf(stem="questions", words="Questions", holds="Who was asked what, and what came"),
            Leaf(
                stem="chains",
                words="Right of reply",
                holds="Each one's chance to reply, document by document",
            ),
        ),
    ),
    Chapter(
        words="Time",
        leaves=(
            Leaf(stem="timeline", words="Timeline", holds="Every date, as wide as it may be"),
            Leaf(
                stem="proceedings",
                words="Proceedings",
                holds="Proceedings step by step, and how each ended",
            ),
            Leaf(stem="tests", words="Tests", holds="Legal tests, element by element"),
        ),
    ),
    Chapter(
        words="What passed",
        leaves=(
            Leaf(
                stem="flows",
                words="Hand to hand",
                holds="What is told to have passed from whom to whom",
            ),
            Leaf(
                stem="network",
                words="Network",
                holds="Who is told to have passed what to whom, drawn by standing",
            ),
            Leaf(stem="quantities", words="Quantities", holds="How many and how much, as told"),
        ),
    ),
    Chapter(
        words="Judgements",
        leaves=(
            Leaf(stem="judgements", words="Judgements", holds="What people decided, who and why"),
            Leaf(stem="activity", words="Activity", holds="Every operation, and what undid it"),
            Leaf(
                stem="hypotheses",
                words="Hypotheses",
                holds="Competing explanations against the evidence",
            ),
        ),
    ),
    Chapter(
        words="How to read",
        leaves=(
            Leaf(stem="about", words="How to read", holds="The words and marks, and how to check"),
            Leaf(stem="words", words="Words", holds="Every word of the documents, and where"),
        ),
    ),
)


def stem_of(page: str) -> str:
    """Give the list that a page belongs to: `people-2.html` and `people/x.html` to `people`."""
    first = page.partition("/")[0]
    return re.sub(r"(-\d+)?\.html$", "", first)


def chapter_of(page: str) -> Chapter | None:
    """Give the chapter that a page stands in; None where it stands in none."""
    stem = stem_of(page)
    for chapter in CHAPTERS:
        if any(leaf.stem == stem for leaf in chapter.leaves):
            return chapter
    return None
