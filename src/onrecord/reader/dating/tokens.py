"""Letters, digits and marks of a stretch of text, each alone.

"two-year-old", "19th" and "7/8/07" come apart here: how times are written does not keep to the
bounds of words. The longest run of digits is one token, and nothing looks into it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.core.spans import Span

_TOKEN = re.compile(r"[^\W\d_]+|[0-9]+|\S")
_ENDS = frozenset(".!?;")


class Token(NamedTuple):
    """A run of letters or of digits, or a mark; `glued`: no space stands before it."""

    text: str
    low: str
    start: int
    end: int
    glued: bool

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()

    @property
    def number(self) -> int | None:
        """The number, if it is one of at most four digits."""
        return int(self.low) if len(self.low) <= 4 and self.low[0] in "0123456789" else None

    @property
    def digits(self) -> bool:
        return self.low[0] in "0123456789"


NOTHING = Token(" ", " ", -1, -1, False)
"""What stands beyond either end."""
_EDGE = 40
"""How far beyond the ends anybody may look: no form is longer."""


class Tokens:
    """The tokens of one stretch; beyond its ends there is `NOTHING`."""

    def __init__(self, characters: str, at: Span) -> None:
        found: list[Token] = []
        last = -1
        for match in _TOKEN.finditer(characters, at.start, at.end):
            text, start, end = match.group(), match.start(), match.end()
            found.append(Token(text, text.lower(), start, end, start == last))
            last = end
        self.all = found
        edge = [NOTHING] * _EDGE
        self._padded = [*edge, *found, *edge]

    def __len__(self) -> int:
        return len(self.all)

    def __getitem__(self, number: int) -> Token:
        return self._padded[number + _EDGE]

    def low(self, number: int) -> str:
        """Give a token in lower case."""
        return self._padded[number + _EDGE].low

    def sentence_ends(self, number: int) -> bool:
        """Say whether a sentence may end with this token."""
        return self.low(number) in _ENDS and not self[number + 1].glued
