"""Acts of proceedings that look like attributions: "were charged with spying", "dropped the case".

Whoever is charged, arrested or tried is so by an act, and nobody has said anything: that is an
event, not a statement. It is a statement only where its content is a clause or is quoted: "he
charged that the books were false".
"""

from __future__ import annotations

import re

from onrecord.core.spans import Spans
from onrecord.reader.layout import Layout
from onrecord.reader.words import Word


def is_act(layout: Layout, cue: Spans, content: Spans) -> bool:
    """Say whether a cue is an act of proceedings, or a thought of one, without a content clause."""
    lexicon = layout.lexicon
    words = layout.words_of(cue)
    if not content or any(layout.quotations_at(span) for span in content):
        return False
    said = layout.words_of(content)
    if _is_clause(layout, said):
        return False
    lows = {word.low for word in words}
    acts = lows & lexicon.acts
    if acts and not any(low in lexicon.verbs for low in lows - acts):
        return True
    first = next((word.low for word in said if word.low not in ("to", "not")), "")
    return first in lexicon.acts and bool(lows & lexicon.weighing)


_TURNS_TO = re.compile(r"(?:And |and )?(?:To|Of|For) [^.?!:\n]{2,80}:$")


def is_heading(layout: Layout, cue: Spans) -> bool:
    """Say whether a colon ends a line that tells to whom what follows is put: "To Ms Pell:"."""
    if len(cue) != 1 or cue[0].of(layout.characters) != ":":
        return False
    begins = layout.characters.rfind("\n", 0, cue[0].start) + 1
    line = layout.characters[begins : cue[0].end].strip()
    ends = layout.characters[cue[0].end : cue[0].end + 1]
    return ends in ("", "\n") and _TURNS_TO.fullmatch(line) is not None


def _is_clause(layout: Layout, said: list[Word]) -> bool:
    """Say whether words hold a finite verb, as far as small words show it, or begin with "that"."""
    return any(word.low in _FINITE for word in said) or said[0].low in ("that", "whether", "if")


_FINITE = frozenset(
    "is are was were has have had does did do will would can could should may might must 's ’s am"
    " isn’t isn't aren’t aren't wasn’t wasn't weren’t weren't won’t won't didn’t didn't".split()
)
