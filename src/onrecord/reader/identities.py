"""Identity claims: "That person is understood to be Ivo Marsh". Two actors stay two until then."""

from __future__ import annotations

from onrecord.core.identity import RowId, anchored
from onrecord.core.spans import Span
from onrecord.core.vocabulary import IdentityClaim
from onrecord.reader.cast import Cast
from onrecord.reader.layout import Layout
from onrecord.reader.outlines import Outline
from onrecord.reader.statements import Statements

Sides = tuple[Span, Span]
"""The words of the two who are said to be one."""


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
    for number, word in enumerate(found):
        if word.low in layout.lexicon.be and 0 < number < len(found) - 1:
            return Span(content.start, found[number - 1].end), Span(word.end, content.end)
    return None


def identities(
    layout: Layout, cast: Cast, statements: Statements, claiming: list[tuple[Outline, Sides]]
) -> tuple[IdentityClaim, ...]:
    """Give the claims of the statements that claim one; the second of the two must be named."""
    made = []
    for outline, (one, other) in claiming:
        if outline.caption:
            continue
        names = cast.names_in(other)
        if not names:
            continue
        mine = cast.voice((one,), set(), hint=None).mention
        theirs = names[0].same_as or names[0].id
        if mine is None or mine == theirs:
            continue
        at = Span(one.start, names[0].at.end)
        made.append(
            IdentityClaim(
                id=RowId(anchored("idc", layout.text.id, [at], [one], [names[0].at])),
                one=mine,
                other=theirs,
                statement=statements.id_of(outline),
                at=(at,),
            )
        )
    return tuple(made)
