"""What the heads of the network tell apart, in the order of their outputs."""

from __future__ import annotations

from onrecord.core.vocabulary import Commitment, Naming, Outcome, SpeechAct

CUES = ("O", "B", "I", "B-silence", "I-silence")
"""A piece outside any cue, first or later in a statement's cue, first or later in a silence's."""

ROLES = ("O", "source", "content", "addressee", "cue")
"""What a piece is to one cue."""

FLAT = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
"""What a piece is to the outermost statements, whichever they are: what the roles are told."""

NAMES = ("O", "B-person", "I-person", "B-organisation", "I-organisation", "B-place", "I-place")

MENTION_TYPES = ("none", "person", "organisation", "place", "other")

ACTS = tuple(SpeechAct)
COMMITMENTS = tuple(Commitment)
NAMINGS = tuple(Naming)
OUTCOMES = tuple(Outcome)

KINDS = {
    "act": len(ACTS),
    "commitment": len(COMMITMENTS),
    "naming": len(NAMINGS),
    "outcome": len(OUTCOMES),
    "negative": 2,
    "identity": 2,
}
"""What is told of a cue as a whole, and in how many kinds."""
