"""Whom a text tells of before it names them: "A former clerk says so. Ann Vale, 52, told us ...".

A report often opens with somebody who is only described, and gives the name with the same story
further down. Both are one where what they say is of the same matter and neither denies it, and the
name is new to the text there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from onrecord.core.identity import MentionId
from onrecord.core.spans import Span, Spans
from onrecord.core.vocabulary import ActorKind, Mention, Naming, SpeechAct, Statement
from onrecord.reader.bearing import noun_of
from onrecord.reader.describing import OF_A_PERSON
from onrecord.reader.layout import Layout
from onrecord.reader.names import Roll

_OPENS = 600
"""Characters from the first statement of a text on in which somebody is told of unnamed."""
_REACH = 2_500
"""Characters after that in which the name must stand."""
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SOMEBODY = (ActorKind.PERSON, ActorKind.NOT_KNOWN)
_UNNAMED = (Naming.ROLE_ONLY, Naming.ANONYMOUS)
_NEW = frozenset({"a", "an", "one"})
_SAYS_NOT = (SpeechAct.DENIES, SpeechAct.DOUBTS, SpeechAct.DECLINES)
_AGAIN = frozenset({"claim", "claims", "allegation", "allegations", "accusation", "accusations"})
_MAKES = frozenset(
    {"make", "makes", "made", "making", "level", "levels", "levelled", "repeat", "repeated"}
)
_LETTERS, _STEM, _LEAST = 4, 5, 2
"""Words of so many letters are compared by so many of their first; so many must be the same."""


def introduced(
    layout: Layout,
    roll: Roll,
    statements: Sequence[Statement],
    apart: Sequence[tuple[Span, Span]],
) -> tuple[Statement, ...]:
    """Lead who is described where a text opens to whom it names later with the same story.

    Gives the statements with who makes them.

    Args:
        apart: places that are only claimed to be one actor: they are never led together.
    """
    by_id = {one.id: one for one in roll.mentions.values()}
    met: dict[MentionId, int] = {}
    for mention in by_id.values():
        founder = mention.same_as or mention.id
        met[founder] = min(met.get(founder, mention.at.start), mention.at.start)
    told = [(one, who) for one in statements if one.parent is None and (who := _who(by_id, one))]
    led: dict[MentionId, MentionId] = {}
    for number, (opening, described) in enumerate(told):
        if not _is_new(layout, described) or described.id in led:
            continue
        if described.at.start > told[0][1].at.start + _OPENS:
            break
        barred = _barred(roll, described, apart)
        for later, named in told[number + 1 :]:
            if named.id in barred:
                continue
            begins = met[named.id] - described.at.end
            if _is_named(named) and 0 < begins < _REACH and _is_same(layout, opening, later):
                led[described.id] = named.id
                break
    for at, mention in list(roll.mentions.items()):
        lead = led.get(mention.same_as or mention.id)
        if lead is not None:
            roll.mentions[at] = replace(mention, same_as=lead)
    return tuple(_with_lead(one, led) for one in statements) if led else tuple(statements)


def _barred(roll: Roll, described: Mention, apart: Sequence[tuple[Span, Span]]) -> set[MentionId]:
    """Give whom somebody is only claimed to be, by whichever of the words for them."""
    theirs = (one for one in roll.mentions.values() if described.id in (one.id, one.same_as))
    return set().union(*(roll.barred(one.at, apart) for one in theirs)) if apart else set()


def _with_lead(one: Statement, led: Mapping[MentionId, MentionId]) -> Statement:
    voice = one.source
    lead = led.get(voice.mention) if voice is not None and voice.mention else None
    return (
        one if voice is None or lead is None else replace(one, source=replace(voice, mention=lead))
    )


def _who(by_id: Mapping[MentionId, Mention], one: Statement) -> Mention | None:
    """Give the founding mention of who makes a statement."""
    found = by_id.get(one.source.mention) if one.source and one.source.mention else None
    return by_id.get(found.same_as, found) if found is not None and found.same_as else found


def _is_new(layout: Layout, one: Mention) -> bool:
    """Say whether a mention only describes somebody, who is new to the text: "a clerk"."""
    words = [word.low for word in layout.words(one.at)]
    if one.naming not in _UNNAMED or one.kind not in _SOMEBODY or words[:1] == []:
        return False
    lexicon, noun = layout.lexicon, noun_of(words, layout.lexicon)
    is_somebody = noun in lexicon.person_nouns or OF_A_PERSON.search(noun) is not None
    return words[0] in _NEW and is_somebody and lexicon.anonymous.isdisjoint(words)


def _is_named(one: Mention) -> bool:
    return one.naming is Naming.NAMED and one.kind is ActorKind.PERSON


def _is_same(layout: Layout, one: Statement, other: Statement) -> bool:
    """Say whether two statements are of one matter, and neither says that it is not so."""
    if other.act in _SAYS_NOT or one.act in _SAYS_NOT or one.polarity is not other.polarity:
        return False
    mine, theirs = _words(layout, one.content.spans), _words(layout, other.content.spans)
    cue = {word.casefold() for word in _words(layout, other.cue.spans)}
    if _MAKES & cue and {word.casefold() for word in theirs} <= {*_AGAIN, "the", "that", "this"}:
        return True
    if _is_negated(layout, mine) is not _is_negated(layout, theirs):
        return False
    return len(_matter(layout, mine) & _matter(layout, theirs)) >= _LEAST


def _words(layout: Layout, spans: Spans) -> list[str]:
    """Give the words of some stretches, those within quotations too."""
    return [word for at in spans for word in _WORD.findall(at.of(layout.characters))]


def _is_negated(layout: Layout, words: Iterable[str]) -> bool:
    """Say whether some words say "not", or tell of a denial."""
    lexicon = layout.lexicon
    for word in words:
        low = word.casefold().replace("’", "'")
        verb = lexicon.verbs.get(low)
        if low in lexicon.negations or low.endswith("n't") or (verb and verb.act in _SAYS_NOT):
            return True
    return False


def _matter(layout: Layout, words: Iterable[str]) -> set[str]:
    """Give what some words are about, by the beginnings of those that are no names."""
    lexicon = layout.lexicon
    common = lexicon.small | lexicon.pronouns | lexicon.adverbs | lexicon.relatives
    return {
        one[:_STEM]
        for one in words
        if one[0].islower() and len(one) >= _LETTERS and one not in common
    }
