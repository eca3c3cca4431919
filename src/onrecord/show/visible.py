"""How hostile characters are shown: as visible escapes, so that what is read is what is there.

Control characters, characters that turn the direction of writing, and invisible ones can make a
page say something else than its source. They are never dropped and never passed on.
"""

from __future__ import annotations

import re

from onrecord.core.rows import quoted

_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls, but for tab and new line
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # direction of writing
    "\u200b\u2028\u2029\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb"  # unseen
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"  # no characters at all
    "\U000e0000-\U000e007f]"  # tags
)


def visible(words: str) -> str:
    """Give `words` with each hidden character written as its number, like ⟨U+202E⟩."""
    return _HIDDEN.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", words)


def visibly_quoted(words: str, most: int | None = None) -> str:
    """Give `words` as a page shows them in a list: one line, in quotation marks, cut to `most`."""
    return visible(quoted(words, most))
