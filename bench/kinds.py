"""A reading held against a text annotated by hand (`bench.markup`): counts, kind by kind.

`count` is pure: the same reading and annotation give the same counts, and counts of documents can
be summed. `figures` makes the figures of the sums. What the figures count:

- *statements*: a statement is found when the characters of its content, white space left out, have
  a Dice overlap of 0.6 or more with the gold content; one to one, the likest first, a shared cue
  weighing 0.3 in the choice (an outer statement and the one inside it share most characters).
- *who said what*: found, and the characters of the sources have an IoU of 0.5 or more, or neither
  has a source.
- *nested*: documents with a statement inside another in which every such pair is right: outer and
  inner found with their sources right, and the inner one's parent is the statement found for the
  outer. `nested pairs` counts the pairs.
- *naming, act, polarity, commitment*: equal, of the statements found; `other than ...` is the F1
  over those where gold or reader gives another value than the usual one.
- *hedges*: spans of the statements found with an IoU of 0.5 or more, one to one; a hedge of a
  statement that is not found is missed, one of a statement that is none is false.
- *addressee*: a found statement whose addressee overlaps the marked one.
- *silences*: the reply's words overlap the marked cue, and the one asked overlaps the marked one.
  False ones are the replies without an answer that match none. *outcome*: equal, of those found.
- *identity claims*: the two mentions overlap the two contents, in either order.
- *who*: of statements whose source is marked with an actor that is also mentioned elsewhere, those
  found whose source is tied to such a mention: the founder of its mention overlaps one (where it is
  itself the founder, the next of its mentions), by half of the shorter of the two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from bench.cast import Cast, len_of, likeness, touches
from bench.markup import Annotated, Marked, Pair
from bench.rates import Counts, f1, only_f1, share
from bench.task import Figures
from onrecord.core.spans import Span, Spans
from onrecord.core.vocabulary import (
    Commitment,
    IdentityClaim,
    Naming,
    Outcome,
    Polarity,
    Reading,
    Reply,
    SpeechAct,
    Statement,
)

CONTENT, SOURCE, HEDGE = 0.6, 0.5, 0.5
_CUE_WEIGHS = 0.3
_ANSWERS = (Outcome.DENIED, Outcome.ANSWERED)
_USUAL = {
    "naming": Naming.NAMED,
    "act": SpeechAct.ASSERTS,
    "polarity": Polarity.POSITIVE,
    "commitment": Commitment.NOT_STATED,
}


def count(reading: Reading, gold: Annotated) -> dict[str, int]:
    """Count what of one annotated document the reading has right."""
    found = match(reading, gold)
    made = Counter(_said(reading, gold, found))
    made.update(_nested(reading, gold, found))
    made.update(_hedges(reading, gold, found))
    made.update(_addressees(reading, gold, found))
    made.update(_silences(reading, gold))
    made.update(_identity(reading, gold))
    made.update(_who(reading, gold, found))
    return {name: number for name, number in made.items() if number}


Found = dict[int, Statement]
"""The statement found for each marked one, by its place in the document's list."""


def match(reading: Reading, gold: Annotated) -> Found:
    """Tie statements to the marked ones, one to one, the likest first."""
    letters = Letters(gold.text)
    wanted = [(place, one) for place, one in enumerate(gold.marked) if not one.silence]
    candidates = []
    for at, statement in enumerate(reading.statements):
        content = letters.of(statement.content.spans)
        for place, one in wanted:
            alike = _dice(content, letters.of(one.content))
            if alike >= CONTENT:
                cue = touches(statement.cue.spans, _places(one.cue))
                candidates.append((-alike - _CUE_WEIGHS * cue, place, at))
    pairs = one_to_one(candidates)
    return {place: reading.statements[at] for place, at in pairs}


def one_to_one(candidates: Iterable[tuple[float, int, int]]) -> list[tuple[int, int]]:
    """Choose pairs, least first, so that none is used twice."""
    left, right, chosen = set[int](), set[int](), []
    for _, one, other in sorted(candidates):
        if one not in left and other not in right:
            left.add(one)
            right.add(other)
            chosen.append((one, other))
    return chosen


class Letters:
    """The characters of a text that are not white space, as places."""

    def __init__(self, text: str) -> None:
        self.text = text

    def of(self, spans: Iterable[Sequence[int]]) -> set[int]:
        return {
            at for start, end in spans for at in range(start, end) if not self.text[at].isspace()
        }


def _dice(one: set[int], other: set[int]) -> float:
    return 2 * len(one & other) / (len(one) + len(other)) if one or other else 0.0


def source_right(statement: Statement, one: Marked, letters: Letters) -> bool:
    """Say whether a statement names the marked source, or neither names one."""
    given = letters.of(statement.source.spans if statement.source else ())
    marked = letters.of(one.source)
    if not given and not marked:
        return True
    return len(given & marked) >= SOURCE * len(given | marked)


def values_of(statement: Statement) -> dict[str, object]:
    """Give a statement's naming, act, polarity and commitment; no source at all is agentless."""
    return {
        "naming": statement.source.naming if statement.source else Naming.AGENTLESS,
        "act": statement.act,
        "polarity": statement.polarity,
        "commitment": statement.commitment,
    }


def _said(reading: Reading, gold: Annotated, found: Found) -> dict[str, int]:
    letters = Letters(gold.text)
    made = Counter(
        {"gold": len(gold.statements), "given": len(reading.statements), "found": len(found)}
    )
    for place, statement in found.items():
        one = gold.marked[place]
        made["who"] += source_right(statement, one, letters)
        for key, value in values_of(statement).items():
            wanted = getattr(one, key)
            made[key] += value == wanted
            made[f"{key} gold"] += wanted != _USUAL[key]
            made[f"{key} given"] += value != _USUAL[key]
            made[f"{key} right"] += value == wanted != _USUAL[key]
    return made


def _nested(reading: Reading, gold: Annotated, found: Found) -> dict[str, int]:
    letters = Letters(gold.text)
    right = []
    for place, one in enumerate(gold.marked):
        if one.silence or one.parent is None:
            continue
        outer, inner = found.get(one.parent), found.get(place)
        right.append(
            outer is not None
            and inner is not None
            and inner.parent == outer.id
            and source_right(outer, gold.marked[one.parent], letters)
            and source_right(inner, one, letters)
        )
    return {
        "nested pairs": len(right),
        "nested pairs right": sum(right),
        "nested documents": bool(right),
        "nested documents right": bool(right) and all(right),
    }


def _hedges(reading: Reading, gold: Annotated, found: Found) -> dict[str, int]:
    right = 0
    for place, statement in found.items():
        marked = _places(gold.marked[place].hedges)
        right += len(_paired(statement.hedges, marked))
    return {
        "hedges gold": sum(len(one.hedges) for one in gold.statements),
        "hedges given": sum(len(statement.hedges) for statement in reading.statements),
        "hedges right": right,
    }


def _paired(given: Spans, marked: Spans) -> list[tuple[int, int]]:
    candidates = (
        (-likeness(one, other), at, place)
        for at, one in enumerate(given)
        for place, other in enumerate(marked)
    )
    return one_to_one(row for row in candidates if -row[0] >= HEDGE)


def _addressees(reading: Reading, gold: Annotated, found: Found) -> dict[str, int]:
    mentions = Cast(reading).mentions
    right = 0
    for place, statement in found.items():
        if statement.addressee in mentions:
            at = mentions[statement.addressee].at
            right += touches([at], _places(gold.marked[place].addressee))
    return {
        "addressee gold": sum(bool(one.addressee) for one in gold.statements),
        "addressee given": sum(one.addressee is not None for one in reading.statements),
        "addressee right": right,
    }


def _silences(reading: Reading, gold: Annotated) -> dict[str, int]:
    candidates = (
        (0.0, place, at)
        for place, one in enumerate(gold.silences)
        for at, reply in enumerate(reading.replies)
        if _is(reply, one)
    )
    pairs = one_to_one(candidates)
    matched = {at for _, at in pairs}
    unmatched = (one for at, one in enumerate(reading.replies) if at not in matched)
    return {
        "silences gold": len(gold.silences),
        "silences found": len(pairs),
        "silences false": sum(reply.outcome not in _ANSWERS for reply in unmatched),
        "outcome": sum(
            reading.replies[at].outcome is gold.silences[place].outcome for place, at in pairs
        ),
    }


def _is(reply: Reply, one: Marked) -> bool:
    return touches(reply.at, _places(one.cue)) and touches(reply.asked.spans, _places(one.source))


def _identity(reading: Reading, gold: Annotated) -> dict[str, int]:
    cast = Cast(reading)
    marked = [_places([one.content[0], one.content[-1]]) for one in gold.statements if one.identity]
    candidates = (
        (0.0, place, at)
        for place, contents in enumerate(marked)
        for at, claim in enumerate(reading.identity_claims)
        if _claims(cast, claim, contents)
    )
    return {
        "identity gold": len(marked),
        "identity given": len(reading.identity_claims),
        "identity right": len(one_to_one(candidates)),
    }


def _claims(cast: Cast, claim: IdentityClaim, contents: Spans) -> bool:
    if claim.one not in cast.mentions or claim.other not in cast.mentions:
        return False
    one, other = cast.mentions[claim.one].at, cast.mentions[claim.other].at
    first, second = contents
    return (one.overlaps(first) and other.overlaps(second)) or (
        one.overlaps(second) and other.overlaps(first)
    )


def _who(reading: Reading, gold: Annotated, found: Found) -> dict[str, int]:
    cast = Cast(reading)
    asked = noticed = right = 0
    for place, one in enumerate(gold.marked):
        own = _places(one.source)
        elsewhere = [
            Span(*at) for at, actor in gold.mentions
            if actor == one.who and not touches([Span(*at)], own)
        ]  # fmt: skip
        if one.silence or not one.who or not elsewhere:
            continue
        asked += 1
        if place not in found:
            continue
        noticed += 1
        pointed = _stands_for(cast, found[place])
        right += pointed is not None and any(_mostly(pointed, other) for other in elsewhere)
    return {"who asked": asked, "who noticed": noticed, "who tied": right}


def _stands_for(cast: Cast, statement: Statement) -> Span | None:
    """Give the founder's place, or the next of its mentions' where the source is the founder."""
    voice = statement.source
    if voice is None or voice.mention is None or voice.mention not in cast.mentions:
        return None
    founder = cast.founder(voice.mention)
    if founder in cast.mentions and not touches([cast.mentions[founder].at], voice.spans):
        return cast.mentions[founder].at
    others = (m.at for m in cast.cluster(voice.mention) if not touches([m.at], voice.spans))
    return next(others, None)


def _mostly(one: Span, other: Span) -> bool:
    both = min(one.end, other.end) - max(one.start, other.start)
    return 2 * both >= min(len_of(one), len_of(other))


def _places(pairs: Iterable[Pair]) -> Spans:
    return tuple(Span(*pair) for pair in pairs)


def figures(counts: Counts) -> Figures:
    """Make the figures of summed counts; what the texts do not ask has none."""

    def n(name: str) -> float:
        return counts.get(name, 0)

    made = f1("statements", n("found"), n("given"), n("gold"))
    made |= f1("who said what", n("who"), n("given"), n("gold"))
    made |= share("nested documents right", n("nested documents right"), n("nested documents"))
    made |= share("nested pairs right", n("nested pairs right"), n("nested pairs"))
    for key, usual in _USUAL.items():
        made |= share(key, n(key), n("found"))
        word = usual.word if isinstance(usual, Commitment) else usual.value
        rows = n(f"{key} right"), n(f"{key} given"), n(f"{key} gold")
        made |= only_f1(f"{key}, other than {word},", *rows)
    made |= only_f1("hedges", n("hedges right"), n("hedges given"), n("hedges gold"))
    made |= only_f1("addressee", n("addressee right"), n("addressee given"), n("addressee gold"))
    made |= share("silences recall", n("silences found"), n("silences gold"))
    given = n("silences found") + n("silences false")
    made |= share("false silences, of those given", n("silences false"), given)
    made |= share("outcome", n("outcome"), n("silences found"))
    made |= f1("identity claims", n("identity right"), n("identity given"), n("identity gold"))
    made |= share("who, of all", n("who tied"), n("who asked"))
    return made | share("who, of those found", n("who tied"), n("who noticed"))
