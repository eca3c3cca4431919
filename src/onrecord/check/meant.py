"""What rows of the record do to words of a draft, as the rules ask it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from onrecord.check.draft import Draft
from onrecord.check.record import Record
from onrecord.core.drafts import Near
from onrecord.core.folding import fold
from onrecord.core.spans import Span
from onrecord.core.vocabulary import ActorKind, Mention, Naming, Stance

PUT_FORWARD = (Stance.ASSERTS, Stance.REPORTS)
AGAINST = (Stance.DENIES, Stance.DENIES_IN_PART)
NEGATION = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|cannot)\b|n['’]t\b", re.IGNORECASE
)
PRONOUNS = frozenset("he she they it we i who".split())
_STEM = re.compile(r"[^\W\d_]{4,}")
_NAMED = (ActorKind.PERSON, ActorKind.ORGANISATION, ActorKind.PUBLIC_BODY)
_GRANTS = 0.6
"""Whoever denied something has granted it where they are so surely held to say it."""
SHOWN = 3
"""Rows of the record that are shown with a finding."""


def affirming(near: Sequence[Near], least: float) -> list[Near]:
    """Give the rows of the record that put the same forward, with at least so much certainty."""
    return [one for one in near if one.stance in PUT_FORWARD and one.sure >= least]


def covers(words: str, one: Near) -> float:
    """Give the share of a row's words, by how they begin, that some words of a draft have.

    A passing remark in a long allegation ("to Pell, who hauls freight") is none by itself.
    """
    ours, theirs = stems(words), stems(one.words)
    return len(ours & theirs) / len(theirs) if theirs else 0.0


def stems(words: str) -> set[str]:
    """Give how the longer words begin."""
    return {word[:4].casefold() for word in _STEM.findall(words)}


def people_in(draft: Draft, at: Span) -> list[Mention]:
    """Give the persons and bodies that a stretch names."""
    return [
        one
        for one in draft.mentions_in(at)
        if one.naming is Naming.NAMED and one.kind in _NAMED and one.name
    ]


def still_against(record: Record, near: Sequence[Near]) -> list[Near]:
    """Give the rows of the record that deny, but for those of a party that has since said it.

    Who first denied and later granted it denies it no longer, and who asks denies nothing.
    """
    granted: dict[str, int] = {}
    for one in near:
        if one.party and one.stance in PUT_FORWARD and one.sure >= _GRANTS:
            granted[one.party] = max(granted.get(one.party, 0), _day(record, one))
    return [
        one
        for one in near
        if one.stance in AGAINST
        and granted.get(one.party, -1) <= _day(record, one)
        and not one.words.rstrip(' ”’"').endswith("?")
    ]


def _day(record: Record, near: Near) -> int:
    when = near.statement.made or record.published.get(near.statement.source)
    return (when.first or 0) if when is not None else 0


def surname(name: str) -> str:
    """Give the last word of a name, folded; '' where there is none."""
    return (fold(name).split() or [""])[-1]


def told_as(speaker: str) -> str:
    """Give the words of a source for a speaker: "he" of "Vale (“he”)"."""
    name, _, words = speaker.partition(" (“")
    return words.rstrip("”)") or name


def is_pronoun(speaker: str) -> bool:
    """Say whether a speaker is called by a pronoun: "he", or with whom it is, "Vale (“he”)"."""
    return told_as(speaker).casefold() in PRONOUNS


def concerned(draft: Draft, record: Record, at: Span) -> Callable[[str], bool]:
    """Give what says of a party whether a stretch names or describes those it speaks for."""
    words = set(fold(at.of(draft.characters)).split())
    theirs = {
        record.asked.party(mention.name or mention.at.of(draft.characters))
        for mention in draft.mentions_in(at)
    }
    return lambda party: bool(party) and (surname(party) in words or party in theirs)
