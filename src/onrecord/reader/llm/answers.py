"""What an answer says, before anybody has looked whether it stands in the text.

The answer as a whole has the form asked for or is refused; an entry that has not is left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from onrecord.core.errors import Refused
from onrecord.core.vocabulary import SpeechAct
from onrecord.reader.llm.endpoint import CODE, parsed

MOST, MOST_PIECES = 300, 30
"""Statements of one window, and pieces of one statement: a text does not hold more in 4,000
characters, and an answer that does is made to keep us busy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pointed:
    """One entry of an answer: words said to be in the text. '' where the model gave none."""

    source: str
    name: str
    anonymous: bool
    cue: str
    content: tuple[str, ...]
    act: SpeechAct


def entries(words: str) -> list[Pointed | None]:
    """Read an answer; None stands for an entry that has not the form asked for.

    Raises:
        Refused: the answer is no JSON object with a list of statements.
    """
    answer = parsed(_bare(words))
    found = answer.get("statements") if isinstance(answer, dict) else None
    if not isinstance(found, list):
        raise Refused(CODE, "the model gave an answer that is not the JSON it was asked for")
    if len(found) > MOST:
        raise Refused(CODE, f"the model gave {len(found)} statements for a few paragraphs")
    return [_pointed(entry) for entry in found]


def _bare(words: str) -> str:
    """Leave out thoughts before the answer and a code fence round it."""
    bare = words.strip()
    if bare.startswith("<think>"):
        bare = bare.partition("</think>")[2].strip()
    if bare.startswith("```") and bare.endswith("```"):
        bare = bare.removesuffix("```").partition("\n")[2]
    return bare


def _pointed(entry: object) -> Pointed | None:
    if not isinstance(entry, Mapping):
        return None
    content = entry.get("content")
    pieces = [content] if isinstance(content, str) else content or []
    if not isinstance(pieces, list) or not all(isinstance(piece, str) for piece in pieces):
        return None
    if len(pieces) > MOST_PIECES:
        return None
    source, name, cue = (_words(entry.get(key)) for key in ("source", "name", "cue"))
    if source is None or name is None or cue is None:
        return None
    return Pointed(
        source=source,
        name=name,
        anonymous=entry.get("naming") == "anonymous",
        cue=cue,
        content=tuple(piece.strip() for piece in pieces if piece.strip()),
        act=_act(entry.get("act")),
    )


def _words(value: object) -> str | None:
    """Give the words of a field, '' for a field without any, None for what is no text."""
    if value is None:
        return ""
    return value.strip() if isinstance(value, str) else None


def _act(value: Any) -> SpeechAct:
    try:
        return SpeechAct(value)
    except ValueError:
        return SpeechAct.ASSERTS
