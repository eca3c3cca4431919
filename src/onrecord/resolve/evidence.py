"""What a case knows besides mentions: days, outlets, pages, and who is told to have held what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from onrecord.core.dates import When
from onrecord.core.identity import MentionId, SourceId
from onrecord.core.vocabulary import Mention


@dataclass(frozen=True, slots=True)
class Seen:
    """A mention and the source it stands in."""

    source: SourceId
    mention: Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """That somebody named in a text held a post: the interval it gives, and the days it cites."""

    source: SourceId
    holder: MentionId
    post: str
    body: str = ""
    held: When | None = None
    cited: tuple[When, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What bears on who is who.

    Attributes:
        told_on: the day a source was published; missing where that is not known.
        outlets: who published a source.
        pages: the page a source is a version of; missing where it is the only one.
        around: the words in which a mention stands, of sources that are versions of a page.
        sentences: the sentence in which somebody who is not named is described.
        holdings: who held which post, as texts tell.
        accusing: by source, who is told to lay or to drop a charge.
        apposed: by source, a description and the name beside it of whom it describes.
        ages: the age that stands with somebody, named or described.
        told_to: who is told by the paper they spoke to: what they are called, the paper as the text
            has it ("this newspaper", "we", "the Echo"), and the month, "" where none is told.
        acting: the names of who acts for somebody, and of whom.
    """

    told_on: Mapping[SourceId, When] = field(default_factory=dict)
    outlets: Mapping[SourceId, str] = field(default_factory=dict)
    pages: Mapping[SourceId, str] = field(default_factory=dict)
    around: Mapping[tuple[SourceId, MentionId], str] = field(default_factory=dict)
    sentences: Mapping[tuple[SourceId, MentionId], str] = field(default_factory=dict)
    holdings: Sequence[Holding] = ()
    accusing: Sequence[tuple[SourceId, MentionId]] = ()
    apposed: Sequence[tuple[SourceId, MentionId, MentionId]] = ()
    ages: Mapping[tuple[SourceId, MentionId], int] = field(default_factory=dict)
    told_to: Mapping[tuple[SourceId, MentionId], tuple[str, str, str]] = field(default_factory=dict)
    acting: Sequence[tuple[str, str]] = ()
