"""When a row has taken the place of another: its words are the same or nearly so."""

from __future__ import annotations

from onrecord.core.spans import Spans

MOVED = 0.5
"""How much of two places together they must share for one to have taken the place of the other.
Of two rows that do not overlap only one can share more than half with a third."""


def shared(one: Spans, other: Spans) -> float:
    """Give the characters that two places have in common, as a part of all that either has."""
    common = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    everything = sum(span.end - span.start for span in (*one, *other)) - common
    return common / everything if everything else 0.0


def alike(one: Spans, other: Spans, cue: Spans = (), other_cue: Spans = ()) -> float:
    """Say how much of two rows' places is the same; of statements with cues these must meet."""
    if (cue or other_cue) and not shared(cue, other_cue):
        return 0.0
    return shared(one, other)
