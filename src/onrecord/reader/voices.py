"""What kind of speaker a phrase names: by name, by role, not at all, or the paper itself.

It looks at the words of the phrase only. Who bears a name is for later stages to decide.
"""

from __future__ import annotations

from onrecord.core.vocabulary import ActorKind, Mention, Naming
from onrecord.reader.lexicon import Lexicon
from onrecord.reader.words import Word


def naming(phrase: list[Word], named: bool, lexicon: Lexicon) -> Naming:
    """Say how `phrase` names the one who speaks.

    Args:
        named: a name stands in it that is not merely the body spoken for.
    """
    text = " ".join(word.low for word in phrase)
    if any(sign in text for sign in lexicon.anonymous_signs):
        return Naming.ANONYMOUS
    head = _head_of(phrase, lexicon)
    if head.low in lexicon.anonymous and not named:
        return Naming.ANONYMOUS
    if named:
        return Naming.NAMED
    return Naming.ROLE_ONLY


def _head_of(phrase: list[Word], lexicon: Lexicon) -> Word:
    """Give the noun a phrase is about: the last before "of", "for", "with" or a comma."""
    for number, word in enumerate(phrase):
        if number and (word.low in lexicon.prepositions or word.low == "who" or word.is_mark):
            return phrase[number - 1]
    return phrase[-1]


def kind(how: Naming) -> ActorKind:
    """Give the kind of actor that goes with a speaker without a name."""
    return ActorKind.UNNAMED_SOURCE if how is Naming.ANONYMOUS else ActorKind.NOT_KNOWN


def is_outlet(phrase: list[Word], lexicon: Lexicon) -> bool:
    """Say whether the phrase is the paper's own name: "the Harbour Courier"."""
    return bool(phrase) and phrase[-1].text in lexicon.outlets and len(phrase) <= 5


def head_name(phrase: list[Word], names: list[Mention], lexicon: Lexicon) -> Mention | None:
    """Give the name that a phrase is about, not one it only mentions: "Vale's lawyer"."""
    found: list[Mention] = []
    ends = {word.end: number for number, word in enumerate(phrase)}
    starts = {word.start: number for number, word in enumerate(phrase)}
    for mention in names:
        first = starts.get(mention.at.start)
        last = ends.get(mention.at.end)
        if first is None or last is None:
            continue
        following = phrase[last + 1] if last + 1 < len(phrase) else None
        if following is not None and _makes_a_part(following, lexicon):
            continue
        before = phrase[first - 1].low if first else ""
        if before in lexicon.prepositions or (found and before == "the"):
            continue
        found.append(mention)
    people = [mention for mention in found if mention.kind is ActorKind.PERSON]
    return next(iter(people or found), None)


def _makes_a_part(word: Word, lexicon: Lexicon) -> bool:
    """Say whether a word after a name makes the name a mere part: "CPS spokesperson"."""
    if word.text in ("’", "'"):
        return True
    return (
        not word.is_mark
        and not word.quote
        and not word.capital
        and word.low not in lexicon.prepositions
        and word.low not in ("who", "and", "or", "himself", "herself")
    )
