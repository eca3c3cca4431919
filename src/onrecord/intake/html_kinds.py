"""What kind is each block of a page? The article's own by shape, the rest by wording and place.

Headline, byline and dateline are looked for only where the article begins; a line that is none of
the kinds and not in the article is boilerplate.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from onrecord.core.vocabulary import BlockKind
from onrecord.intake import furniture
from onrecord.intake.html_blocks import Piece
from onrecord.intake.html_main import Candidate, Sort, is_credit, main_text
from onrecord.intake.html_values import day

_WORD = re.compile(r"\w+")
_SHAPES = {"list": BlockKind.LIST, "table": BlockKind.TABLE}
_HEADINGS = frozenset(("h1", "h2", "h3"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What the page's head says, against which its lines are held."""

    titles: tuple[str, ...] = ()
    byline: str = ""
    body: str = ""


def kinds(found: Sequence[tuple[Piece, str]], told: Told) -> list[BlockKind]:
    """Say of each block of a page, in order, what kind it is."""
    candidates, kept = main_text(found, told.body)
    kept = kept or _all_that_may_be_text(candidates)
    titles = [frozenset(_words(title)) for title in told.titles if title]
    repeats = {n for n, candidate in enumerate(candidates) if _is_title(candidate, titles)}
    headline = _headline(candidates, repeats, kept)
    first = min(kept - repeats, default=0)
    last = max(kept, default=-1)
    result = []
    for n, candidate in enumerate(candidates):
        if n == headline:
            kind = BlockKind.HEADLINE
        elif n in repeats:
            kind = BlockKind.BOILERPLATE
        elif headline >= 0 and n not in kept and _stands_first(candidates, headline, n, first):
            kind = BlockKind.HEADLINE
        elif n <= max(first, headline + 3) and (opening := _opening(candidate, told.byline)):
            kind = opening
        elif last - 1 <= n <= last + 1 and _signs_off(candidate):
            kind = BlockKind.BYLINE
        else:
            kind = _kind(candidate, n in kept)
        result.append(kind)
    return result


def _stands_first(candidates: Sequence[Candidate], headline: int, n: int, first: int) -> bool:
    """Recognise the standfirst: the line or sentence under the headline, in the same container."""
    if not headline < n <= min(headline + 2, first):
        return False
    candidate, above = candidates[n], candidates[headline]
    return (
        candidate.place.parent is above.place.parent
        and candidate.linked < 0.1
        and candidate.text.count(" ") >= 5
        and _opening(candidate, "") is None
        and candidate.sort not in (Sort.PICTURE, Sort.WORDING, Sort.LINKS)
    )


def _all_that_may_be_text(candidates: Sequence[Candidate]) -> set[int]:
    """Take what is no furniture, where nothing looks like an article; else all but links."""
    apart = {Sort.LINKS, Sort.WORDING, Sort.PICTURE}
    may_be = {n for n, candidate in enumerate(candidates) if candidate.sort not in apart}
    return {n for n in may_be if candidates[n].sort is not Sort.AROUND} or may_be


def _kind(candidate: Candidate, in_article: bool) -> BlockKind:
    if candidate.sort is Sort.PICTURE:
        return _picture_kind(candidate)
    if in_article:
        return _SHAPES.get(candidate.piece.shape, BlockKind.PARAGRAPH)
    return BlockKind.BOILERPLATE


def _picture_kind(candidate: Candidate) -> BlockKind:
    if candidate.linked > 0.5:
        return BlockKind.BOILERPLATE
    named = any("credit" in place.hints for place in islice(candidate.place.outward(), 2))
    if is_credit(candidate.text) or (named and len(candidate.text) < 150):
        return BlockKind.CREDIT
    return BlockKind.CAPTION


def _opening(candidate: Candidate, byline: str) -> BlockKind | None:
    """Recognise who wrote it and when, near the headline or as the last line."""
    text = candidate.text
    if len(text) > 150 or candidate.sort is Sort.SENTENCES:
        return None
    named = bool(byline) and byline in text and len(text) < 2 * len(byline)
    if named or _is_byline(text):
        return BlockKind.BYLINE
    hints = " ".join(place.hints for place in islice(candidate.place.outward(), 3))
    dated = candidate.piece.dated or furniture.TIME.search(hints)
    if (dated and any(letter.isdigit() for letter in text)) or _is_date(text):
        return BlockKind.DATELINE
    if furniture.SIGNATURE.search(hints) and candidate.sort is not Sort.HEADING:
        return BlockKind.BYLINE
    return None


def _is_byline(text: str) -> bool:
    return bool(furniture.BYLINE.match(text)) and not text.endswith((".", "!", "?", ":"))


def _is_date(text: str) -> bool:
    return len(text) < 60 and not text.endswith(".") and bool(day(text))


def _signs_off(candidate: Candidate) -> bool:
    text = candidate.text
    return len(text) < 250 and (_is_byline(text) or bool(furniture.SIGN_OFF.match(text)))


def _headline(candidates: Sequence[Candidate], repeats: set[int], kept: set[int]) -> int:
    """Find the headline: the heading that says the title, else the last h1 before the article."""
    end = max(kept, default=len(candidates))
    said = [n for n in sorted(repeats) if n <= end]
    for n in said:
        if candidates[n].place.tag == "h1":
            return n
    if said:
        return said[0]
    first = min(kept, default=0)
    for n in range(first, -1, -1):
        if n < len(candidates) and candidates[n].place.tag == "h1":
            return n
    return -1


def _is_title(candidate: Candidate, titles: Sequence[frozenset[str]]) -> bool:
    if len(candidate.text) > 300:
        return False
    words = frozenset(_words(candidate.text))
    heading = candidate.place.tag in _HEADINGS and len(words) > 3
    for title in titles:
        shared = len(words & title)
        if heading and shared >= 0.8 * len(words):
            return True
        # A line that is no heading must say most of a title that may name the outlet too.
        if shared > 2 and shared >= 0.9 * len(words) and shared >= 0.5 * len(title):
            return True
        if shared and shared >= 0.8 * len(words | title):
            return True
    return False


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())
