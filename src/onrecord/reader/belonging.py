"""To whom a quantity belongs: its words for the owner, led to the mention that they name.

"We" and "our" are whoever says it, and outside a statement nobody who is known.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from onrecord.core.identity import MentionId
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Quantity, Statement
from onrecord.reader.cast import Cast
from onrecord.reader.voices import head_name
from onrecord.reader.words import words

_OWN = frozenset(("i", "we", "my", "our"))


def belonging(
    quantities: Iterable[Quantity], cast: Cast, statements: Sequence[Statement]
) -> Iterator[Quantity]:
    """Give each quantity the mention of its owner, where its words lead to one."""
    contents = sorted(
        (at, number) for number, one in enumerate(statements) for at in one.content.spans
    )
    open_, next_ = [], 0  # pieces of content begun so far and not yet ended
    for quantity in quantities:
        while next_ < len(contents) and contents[next_][0].start <= quantity.at.start:
            open_.append(contents[next_])
            next_ += 1
        open_ = [one for one in open_ if one[0].end > quantity.at.start]
        if not quantity.owner_at:
            yield quantity
            continue
        (at,) = quantity.owner_at
        if at.of(cast.text.characters).lower() in _OWN:
            holding = [one for one in open_ if one[0].holds(quantity.at)]
            yield replace(quantity, owner=_speaker(holding, statements))
        else:
            yield replace(quantity, owner=_named(at, cast))


def _speaker(holding: list[tuple[Span, int]], statements: Sequence[Statement]) -> MentionId | None:
    """Give who says the narrowest of the contents that hold a place."""
    if not holding:
        return None
    _, number = min(holding, key=lambda one: one[0].end - one[0].start)
    source = statements[number].source
    return source.mention if source else None


def _named(at: Span, cast: Cast) -> MentionId | None:
    phrase = words(cast.text.characters, at, cast.lexicon)
    found = cast.roll.mentions.get(at) or head_name(phrase, cast.names_in(at), cast.lexicon)
    return None if found is None else found.same_as or found.id
