"""Where a text tells who somebody is that was told of without a name.

"That official was Ivo Marsh", "the Gazette named him as Ivo Marsh", "a clerk, understood to be Ivo
Marsh", "Ivo Marsh is Contact B". Whoever holds an office is no such riddle: "the chairman is Ivo
Marsh" tells his post.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from onrecord.core.letters import CAPITAL
from onrecord.core.spans import Span
from onrecord.core.vocabulary import ActorKind, Mention, Naming
from onrecord.reader.again import LABEL
from onrecord.reader.describing import are_several
from onrecord.reader.layout import Layout
from onrecord.reader.lexicon import Lexicon

Sides = tuple[Span, Span]
"""The words of the two who are said to be one: of who had no name, and the name."""

_HELD = (
    r"(?:understood|believed|thought|said|reported|alleged|known|suspected|rumou?red|presumed"
    r"|assumed|supposed|held|now known)"
)
_NAMES = r"(?:named|identified|unmasked|outed|exposed|revealed)"
_NAMED = r"(?:names?|nam(?:ed|ing)|identif(?:y|ies|ied|ying)|unmask(?:s|ed|ing)?|outed|exposed)"
_IS = (
    r"(?:is|was|had been|has been|may be|might be|could be|must be|must have been|may have been"
    rf"|(?:is|was|has been|had been) (?:\w+ ){{0,2}}{_HELD} to (?:be|have been)"
    r"|(?:has |had )?(?:turned out|proved|proves|turns out) to be|(?:appears|seems) to be)"
)
_ADVERBS = r"(?: (?:also|now|in fact|indeed|really|none other than|\w+ly))*"
_BE_NAMED = rf"(?:is|was|were|has been|have been|had been)(?: \w+){{0,2}} {_NAMES}"
_FREE = r"[^,;:.“”\"()]"
_TITLE = r"(?:[A-Z][a-z]{1,5}\.? )?"
_NO_ADJECTIVE = (
    r"(?:an?|the|to|of|in|at|by|for|from|with|on|and|or|but|as|is|was|are|were|be|been|has|had|have"
    r"|his|her|their|its|who|whom|that|which|when|said|says|not)"
)
_NAMING = re.compile(rf"\b{_NAMED} $")
_ENDS = re.compile(r"(?![’']s?\b|-|\w| [A-Z])")
"""Behind a name that stands by itself: no "Marsh's driver", nor a longer name."""
_LEADS = re.compile(rf"\b(?:(?:is|was|be|been|as){_ADVERBS}) {_TITLE}\Z")
"""What stands right before a name that somebody is told to be."""
_NEAR, _REACH = 45, 240
"""Characters before a name in which that stands, and in which whoever it is of is told of."""
_BEGINS = re.compile(r"(?:[,;:–—(“\"‘] ?|\b(?:and|but|that|because) )$")
"""Before whoever is told of, where a clause begins within a sentence."""


def told(layout: Layout, names: Iterable[Span]) -> list[Sides]:
    """Find all of one text, in the order of the names.

    Args:
        names: where the names of persons stand, in the order of the text.
    """
    patterns = _patterns(layout.lexicon)
    found = []
    for name in names:
        sentence = layout.sentence_at(name.start)
        if sentence is None or not sentence.holds(name):
            continue
        one = _beside(patterns, layout.characters, sentence, name)
        if one is not None:
            found.append((one, name))
    return found


def begins(layout: Layout, one: Span) -> int:
    """Give where it begins that somebody is told to be somebody: where who named them is told."""
    sentence = layout.sentence_at(one.start)
    if sentence is None or not _NAMING.search(layout.characters, sentence.start, one.start):
        return one.start
    return sentence.start


def _beside(
    patterns: Mapping[str, re.Pattern[str]], characters: str, sentence: Span, name: Span
) -> Span | None:
    """Give the words of whom a sentence says a name to be the name."""
    begin = max(sentence.start, name.start - _REACH)
    leads = _LEADS.search(characters, max(begin, name.start - _NEAR), name.start)
    if leads and _ENDS.match(characters, name.end, sentence.end):
        full = " " in name.of(characters)
        for key in ("is", "is named", "names", "apposed", *(["he is"] if full else [])):
            any_place = key in ("names", "apposed")
            for one in _ending(patterns[key], characters, Span(begin, name.start)):
                if any_place or _begins(characters, sentence, one):
                    return one
    for key in ("is who", "is named as"):
        found = patterns[key].match(characters, name.end, sentence.end)
        if found:
            return Span(*found.span("one"))
    named = patterns["who is named"].match(characters, name.end, sentence.end)
    if named and patterns["naming"].search(characters, sentence.start, name.start):
        return Span(*named.span("one"))
    return None


def _ending(pattern: re.Pattern[str], characters: str, at: Span) -> Iterator[Span]:
    """Give whoever is told of in all that ends where a stretch does, the longest first."""
    start = at.start
    while found := pattern.search(characters, start, at.end):
        yield Span(*found.span("one"))
        start = found.start() + 1


def _begins(characters: str, sentence: Span, one: Span) -> bool:
    """Say whether a clause begins with whoever is told of."""
    before = characters[sentence.start : one.start].lstrip("“‘\"'(")
    return not before or _BEGINS.search(before) is not None


@lru_cache(maxsize=4)
def _compiled(hidden: frozenset[str], people: frozenset[str]) -> dict[str, re.Pattern[str]]:
    nouns = "|".join(map(re.escape, sorted(hidden, key=lambda word: (-len(word), word))))
    others = "|".join(map(re.escape, sorted(people, key=lambda word: (-len(word), word))))
    owner = rf"(?:[Tt]he )?(?:{CAPITAL}[\w-]* )*{CAPITAL}[\w-]*[’']s?"
    more = (
        r"(?: (?:close to|of|who|whom|in|at|behind|from|inside|with|for|to|on|he|she|they)"
        r" (?:(?!that |said |says |told )[^\s,.;:“”\"()]+ ?){1,18}?)?"
    )
    definite = rf"(?:[Tt]he|THE|[Tt]hat|[Tt]his|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|{owner})"
    hidden_one = rf"(?:(?!{_NO_ADJECTIVE}\b)[\w’'-]+ ){{0,4}}?(?:{nouns}){more}"
    that_one = rf"[Tt]h(?:at|is) (?:[\w’'-]+ ){{0,2}}?(?:[\w’']+-)?(?:{others})"
    label = LABEL.pattern
    the_one = rf"(?:{label}|{definite} {hidden_one}|{that_one})"
    any_one = rf"(?:{label}|(?:{definite}|[Aa]n?|[Oo]ne) {hidden_one}|{that_one})"
    ends = r"(?=[,.;:!?)”’\"]|\s*$| (?:who|and|but|whom)\b)"
    as_name = rf"(?: {_FREE}{{0,60}}?)? (?:as|to be)"
    made = {
        "is": rf"(?P<one>{any_one}){_ADVERBS} {_IS}{_ADVERBS} {_TITLE}",
        "he is": rf"(?P<one>\b[Hh]e|\b[Ss]he){_ADVERBS} {_IS}{_ADVERBS} {_TITLE}",
        "is named": rf"(?P<one>{any_one}|\b[Hh]e|\b[Ss]he) {_BE_NAMED}{as_name} {_TITLE}",
        "names": rf"\b{_NAMED} (?P<one>him|her|{any_one}){as_name} {_TITLE}",
        "apposed": rf"(?P<one>{any_one}),? (?:(?:\w+ ){{0,2}}{_HELD} to (?:be|have been)"
        rf"|{_NAMES}{as_name}|whom? (?:{_FREE}{{2,50}} )?{_IS}) {_TITLE}",
        "naming": rf"\b{_NAMED} {_TITLE}",
    }
    before = {key: re.compile(rf"{pattern}\Z") for key, pattern in made.items()}
    after = {
        "is who": rf"{_ADVERBS} {_IS}{_ADVERBS} (?P<one>{the_one}){ends}",
        "is named as": rf"(?:,? who)? {_BE_NAMED}{as_name} (?P<one>{the_one}){ends}",
        "who is named": rf"{as_name} (?P<one>{the_one}){ends}",
    }
    return before | {key: re.compile(pattern) for key, pattern in after.items()}


def _patterns(lexicon: Lexicon) -> Mapping[str, re.Pattern[str]]:
    return _compiled(lexicon.hidden | lexicon.blamed, lexicon.person_nouns | lexicon.roles)


def nobody_named(mentions: Iterable[Mention], lexicon: Lexicon) -> list[Mention]:
    """Give the mentions of one person who is told of by no name, in the order of the text."""
    mentions = list(mentions)
    named = {
        one.id for one in mentions if one.naming is Naming.NAMED and not LABEL.fullmatch(one.name)
    }
    found = (
        one
        for one in mentions
        if one.kind is ActorKind.PERSON
        and (one.same_as or one.id) not in named
        and one.name.casefold() not in lexicon.pronouns
        and not are_several(one.name.casefold().split(), lexicon)
    )
    return sorted(found, key=lambda one: one.at)
