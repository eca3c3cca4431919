"""The views of what is said, by whom, and when: rows out of a reading, or of what was entered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from operator import itemgetter

import msgspec

from onrecord.core.dates import When
from onrecord.core.said import Teller
from onrecord.core.spans import Span
from onrecord.core.telling import addressee, called, chain, words_at
from onrecord.core.vocabulary import Naming, Reading

Row = tuple[object, ...]
Bounds = tuple[int | None, int | None]
Where = tuple[None, int, int, str]
"""A row's own number, which it gets later, its entry, its operation, and when it became known."""

_json = msgspec.json.Encoder().encode
_END = itemgetter(1)


def bounds_of(when: When | None) -> Bounds:
    """Give the first day of a date and the first day after it, as ordinals; None: no bound."""
    return (None, None) if when is None else (when.first, when.after)


def mentions(where: Where, source: str, reading: Reading, published: Bounds) -> Iterator[Row]:
    for m in reading.mentions:
        yield (
            *where, m.id, source, *m.at, m.name, m.title, m.kind, m.naming, m.same_as, *published,
        )  # fmt: skip


def dates(
    where: Where,
    source: str,
    reading: Reading,
    characters: str,
    sentence: Callable[[Span], Span],
    published: Bounds,
) -> Iterator[Row]:
    for d in reading.dates:
        around = sentence(d.at)
        when = None if d.when is None else _json(d.when)
        bounds = bounds_of(d.when) if d.when else published
        yield (
            *where, d.id, source, *d.at, *around, around.of(characters), when, *bounds,
        )  # fmt: skip


def statements(
    where: Where,
    source: str,
    reading: Reading,
    characters: str,
    published: Bounds,
    came_through: tuple[Teller, ...] = (),
) -> Iterator[Row]:
    """Give the rows of statements. One that was entered says itself through whom it came."""
    by_id = {statement.id: statement for statement in reading.statements}
    mentions = {mention.id: mention for mention in reading.mentions}
    for s in reading.statements:
        voice, cue, content, hedges = s.source, s.cue.spans, s.content.spans, s.hedges
        spoken = voice.spans if voice else ()
        anchor = content + cue + spoken
        yield (
            *where,
            s.id,
            source,
            min(anchor)[0],
            max(anchor, key=_END)[1],
            voice.mention if voice else None,
            called(voice, mentions, characters),
            voice.naming if voice else Naming.AGENTLESS,
            words_at(cue, characters),
            words_at(content, characters),
            s.mode,
            s.act,
            s.polarity,
            s.commitment,
            _json([span.of(characters) for span in hedges]) if hedges else None,
            _json(s.made) if s.made else None,
            s.parent,
            _json(came_through or chain(s, by_id, mentions, characters)) if s.parent else None,
            _json((spoken, cue, content, hedges)),
            addressee(s, mentions, characters),
            s.sureness,
            s.duplicate_of,
            *(bounds_of(s.made) if s.made else published),
        )
