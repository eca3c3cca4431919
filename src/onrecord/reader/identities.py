"""Identity claims: "That person is understood to be Ivo Marsh". Two actors stay two until then."""

from __future__ import annotations

from onrecord.core.identity import MentionId, RowId, anchored
from onrecord.core.spans import Span
from onrecord.core.vocabulary import ActorKind, IdentityClaim, Mention, Naming
from onrecord.reader.again import LABEL
from onrecord.reader.cast import Cast
from onrecord.reader.identified import Sides, begins, nobody_named
from onrecord.reader.layout import Layout
from onrecord.reader.noun_phrases import goes_on
from onrecord.reader.outlines import Outline
from onrecord.reader.statements import Statements

_POINTING = frozenset({"he", "she", "him", "her", "it"})
_NEAR = 300
"""Characters between one whose name is kept back and a pronoun that tells who it is."""


def sides(outline: Outline, layout: Layout, taught: bool) -> Sides | None:
    """Give the two who are said to be one; None where a statement says no such thing.

    They are the two pieces of its content ("That person" ... "Ivo Marsh"), or stand on either side
    of "is" or "was" in its one piece ("that the man was Ivo Marsh").
    """
    if len(outline.content) == 1:
        said = taught and outline.kinds["identity"]
        return _round_a_copula(outline.content[0], layout) if said else None
    if len(outline.content) != 2 or not outline.content[0].end <= outline.cue[0].start:
        return None
    one, other = outline.content
    if taught and outline.kinds["identity"]:
        return one, other
    low = [word.low for word in layout.words_of(outline.cue)]
    if not set(low) & layout.lexicon.agentless:
        return None
    opens = [word.low for word in layout.words(other)[:2]]
    return (one, other) if "to be" in (" ".join(low[-2:]), " ".join(opens)) else None


def _round_a_copula(content: Span, layout: Layout) -> Sides | None:
    found = [word for word in layout.words(content) if not word.is_mark]
    if found and found[0].low in ("whether", "if"):
        return None  # which is only asked
    first = 1 if found and found[0].low == "that" else 0
    for number, word in enumerate(found):
        if word.low in layout.lexicon.be and first < number < len(found) - 1:
            return Span(found[first].start, found[number - 1].end), Span(word.end, content.end)
    return None


def identities(
    layout: Layout,
    cast: Cast,
    statements: Statements,
    outlines: list[Outline],
    claiming: list[tuple[Outline, Sides]],
    told: list[Sides],
) -> tuple[IdentityClaim, ...]:
    """Give the claims of the statements that claim one, and those that a text tells itself.

    Args:
        told: who is told to be whom in set forms, by the text or in a statement.
    """
    said = [one for one in outlines if not one.caption]
    found = [(_innermost(said, other), one, other) for one, other in told]
    taken = [other for _, other in told]
    found += [
        (outline, one, other)
        for outline, (one, other) in claiming
        if not outline.caption and not any(other.overlaps(name) for name in taken)
    ]
    unnamed = nobody_named(cast.roll.mentions.values(), layout.lexicon) if found else []
    made = []
    for outline, one, other in found:
        names = cast.names_in(other)
        if not names or not _heads(names[0], other, layout):
            continue
        mine, theirs = _told_of(cast, one, unnamed), names[0].same_as or names[0].id
        if mine is None or mine == theirs or LABEL.fullmatch(names[0].name):
            continue  # what somebody goes by, to hide a name, says nothing of who that is
        first, last = sorted((one, names[0].at))
        made.append(
            IdentityClaim(
                id=RowId(anchored("idc", layout.text.id, [first, last], [one], [names[0].at])),
                one=mine,
                other=theirs,
                statement=None if outline is None else statements.id_of(outline),
                at=(Span(begins(layout, first), last.end),),
            )
        )
    return tuple(sorted(made, key=lambda claim: claim.at))


def _innermost(outlines: list[Outline], name: Span) -> Outline | None:
    """Give the shortest statement in whose content a name stands."""
    holding = (one for one in outlines if any(at.holds(name) for at in one.content))
    return min(holding, key=lambda one: one.size, default=None)


def _heads(name: Mention, other: Span, layout: Layout) -> bool:
    """Say whether a name is what some words are about: no "Marsh's driver", no "aide of Marsh"."""
    before = layout.words(Span(other.start, name.at.start)) if name.at.start > other.start else []
    owns = layout.characters[name.at.end : name.at.end + 2] in ("’s", "'s")
    return not owns and not any(word.low in layout.lexicon.prepositions for word in before)


def _told_of(cast: Cast, one: Span, unnamed: list[Mention]) -> MentionId | None:
    """Give whom words tell of who is said to be somebody.

    Args:
        unnamed: those whose names are kept back: a pronoun that leads to no such one means the
            last of them, for nobody is told to be somebody who was named before.
    """
    words, mentions = one.of(cast.text.characters), cast.roll.mentions
    at = max((at for at in mentions if at.start == one.start and one.holds(at)), default=None)
    founder = None if at is None else mentions[at].same_as or mentions[at].id
    if words.casefold() in _POINTING:
        if founder in {known.same_as or known.id for known in unnamed}:
            return founder
        before = [known for known in unnamed if one.start - _NEAR < known.at.end <= one.start]
        return before[-1].same_as or before[-1].id if before else None
    if at is not None:
        head, rest = words[: at.end - at.start], words[at.end - at.start :]
        if not head.endswith(("’s", "'s")) and (not rest or goes_on(rest)):
            return founder
    if " " in words and (words.split()[0].casefold() in cast.lexicon.determiners or "’s " in words):
        return cast.roll.add(one, " ".join(words.split()), ActorKind.PERSON, Naming.ROLE_ONLY).id
    return cast.voice((one,), set(), hint=None).mention
