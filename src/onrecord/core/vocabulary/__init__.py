"""The words of the trade: what a record is made of.

Every class is one word of the design's list, frozen, and says where it is written. None of them
has a field for whether a thing is true: there are statements, who made them, and what others say.
"""

from onrecord.core.vocabulary.actors import (
    Actor,
    ActorKind,
    Label,
    Labelled,
    Mention,
    Naming,
    Tenure,
)
from onrecord.core.vocabulary.disputes import (
    Claim,
    IdentityClaim,
    Origin,
    Position,
    Stance,
    Standing,
)
from onrecord.core.vocabulary.documents import (
    Attested,
    Basis,
    Block,
    BlockKind,
    Document,
    Metadata,
    Refusal,
    Source,
    Text,
)
from onrecord.core.vocabulary.events import Bound, Dated, Event, Flow, Hop, Quantity, Question
from onrecord.core.vocabulary.findings import Element, Finding, Met, Proceeding, Test
from onrecord.core.vocabulary.records import AsOf, Judgement, Likeness, ReaderName, Reading, Verb
from onrecord.core.vocabulary.statements import (
    Commitment,
    Content,
    Cue,
    Mode,
    Outcome,
    Polarity,
    Reply,
    SpeechAct,
    Statement,
    Voice,
)

__all__ = [
    "Actor",
    "ActorKind",
    "AsOf",
    "Attested",
    "Basis",
    "Block",
    "BlockKind",
    "Bound",
    "Claim",
    "Commitment",
    "Content",
    "Cue",
    "Dated",
    "Document",
    "Element",
    "Event",
    "Finding",
    "Flow",
    "Hop",
    "IdentityClaim",
    "Judgement",
    "Label",
    "Labelled",
    "Likeness",
    "Mention",
    "Met",
    "Metadata",
    "Mode",
    "Naming",
    "Origin",
    "Outcome",
    "Polarity",
    "Position",
    "Proceeding",
    "Quantity",
    "Question",
    "ReaderName",
    "Reading",
    "Refusal",
    "Reply",
    "Source",
    "SpeechAct",
    "Stance",
    "Standing",
    "Statement",
    "Tenure",
    "Test",
    "Text",
    "Verb",
    "Voice",
]
