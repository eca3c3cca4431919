"""Finding the words that a person chose in a text: as they stand there, or by where they stand.

White space aside they must stand there word for word. Words that stand in several places are not
guessed at: the places are told, and one is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.core.errors import WrongUse
from onrecord.core.rows import quoted
from onrecord.core.spans import Span, Spans

_PLACE = re.compile(r"(?s)\s*@(?P<start>\d{1,12})-(?P<end>\d{1,12})(?:\s+(?P<words>.*))?")
_TOLD = 6
"""So many places are told of words that stand in several."""


def pick(chosen: str, text: str, *, nth: int | None = None, near: Sequence[Spans] = ()) -> Span:
    """Find chosen words: `words`, or by code points `@start-end` or `@start-end words`.

    Args:
        nth: which of the places where the words stand, counted from 1.
        near: stretches to look in first, one list after another: where the words stand once in the
            first that has them, that place is meant.

    Raises:
        WrongUse: the words stand nowhere, or in several places; the place has other words.
    """
    if (found := _PLACE.fullmatch(chosen)) is not None:
        return _at(
            Span(int(found["start"]), int(found["end"])), (found["words"] or "").strip(), text
        )
    words = chosen.split()
    if not words:
        raise WrongUse("no words were chosen", help="give them as they stand in the document")
    places = [Span(*one.span()) for one in re.finditer(r"\s+".join(map(re.escape, words)), text)]
    if not places:
        raise WrongUse(
            f"{quoted(chosen, 60)} does not stand in the document",
            help="give the words exactly as they stand there, without leaving any out",
        )
    if nth is not None:
        if not 1 <= nth <= len(places):
            raise WrongUse(f"{quoted(chosen, 60)} stands {_times(len(places))} there, not {nth}")
        return places[nth - 1]
    for stretches in near:
        inside = [one for one in places if any(each.holds(one) for each in stretches)]
        if inside:
            places = inside
            break
    if len(places) > 1:
        told = ", ".join(f"@{one}" for one in places[:_TOLD])
        more = f" and {len(places) - _TOLD} more" if len(places) > _TOLD else ""
        raise WrongUse(
            f"{quoted(chosen, 60)} stands {_times(len(places))} there: at {told}{more}",
            help=f"say which: give @{places[0]} in place of the words, or its number from 1 on",
        )
    return places[0]


def _at(span: Span, words: str, text: str) -> Span:
    if not span.fits(text) or not span.of(text).strip():
        raise WrongUse(f"there are no words at @{span}", help=f"the text ends at {len(text)}")
    if words and words.split() != span.of(text).split():
        raise WrongUse(
            f"at @{span} stands {quoted(span.of(text), 60)}, not {quoted(words, 60)}",
            help="choose the words again, or leave the place out",
        )
    return span.trimmed(text)


def _times(number: int) -> str:
    return "once" if number == 1 else f"{number} times"
