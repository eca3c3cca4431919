"""Names met again that the network passed over, and words that say of two names that they are one.

"Ms Pell" after "Ann Pell", "MR PELL" in a transcript, "Witness B" each time, "a man known as
Witness B", "the Tarn Board, formerly the Tarn Trust". Only what the words say is put together: a
name that two in the text could bear is left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace

from onrecord.core.identity import MentionId, mention_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import ActorKind, Mention, Naming
from onrecord.reader.lexicon import Lexicon
from onrecord.reader.names import Roll

LABEL = re.compile(
    r"\b(?:Accused|Applicant|Child|Client|Complainant|Contact|Defendant|Individual|Informant|Juror"
    r"|Officer|Patient|Person|Soldier|Source|Subject|Suspect|Victim|Witness) (?:[A-Z]|\d{1,3})\b"
    r"(?![.’'-]\w)"
)
"""A name that hides a name."""
_LABELLED = re.compile(r"(?:the|that|this)\s+(?:\w+\s+){0,2}", re.IGNORECASE)
"""What may stand before one: "the shadowy Person K"."""

_KNOWN_AS = re.compile(
    r"(?:,? (?:who (?:is|was|will be|has been) )?"
    r"(?:(?:only |so far |then |now )?(?:known|referred to|identified)"
    r"(?: (?!(?:the|an?|him|her|them|it|one|both|two|his|their|its)\b)[a-z]+){0,4} as"
    r"|(?:codenamed|called|named|nicknamed)))(?: only)? $"
)
_CALLS = re.compile(r"\bcall(?:s|ed|ing)? ((?:the|an?) [a-z][\w-]*(?: [a-z][\w-]*)?) $")
"""Before a name that hides a name: "court papers call the agent Witness B"."""
_RENAMED = re.compile(
    r"^(?:"
    r"[,(]? ?\(?(?:formerly|previously|originally|once|since renamed|now|now renamed|later"
    r"|the (?:former|old|one-time|erstwhile))"
    r"(?: known as| called| named)?"
    r"|,? (?:which |that )?"
    r"(?:was|were|is|has been|had been|is being|is to be|will be|would be|to be)"
    r"(?: now| since| then| later| formerly| previously)? (?:renamed|rebranded|known|called)"
    r"(?: [^,.;:()]{1,40}?)??(?: as)?"
    r"|,? (?:which |that )?(?:will|shall|would)(?:,? [^,.;:()]{1,40}?)??,?"
    r" (?:be(?: known as| called| named| renamed)|become|go by the name of)"
    r"|,? (?:which )?(?:became|becomes|has become|had become)"
    r"|,? (?:which )?(?:changed|changes|is changing|will change|has changed) its name"
    r"(?: [^,.;:()]{1,40}?)?? to"
    r")(?: the)? $",
    re.IGNORECASE,
)
_AS_CALLED = re.compile(r"^,? \(?as (?:the )?$", re.IGNORECASE)
_CALLED = re.compile(
    r"^ (?:has been|had been|is|was|were|will be)(?: now| since| then| previously)?"
    r" (?:called|known|named|renamed)\b",
    re.IGNORECASE,
)
_INTRODUCED = re.compile(
    r"(?:^|[.!?:”\"’')] |\n)"
    r"((?:The|Its|Their|His|Her|Our|My|A|An) [A-Za-z][\w-]*(?: [\w-]+){0,6}), $"
)
"""A description at the head of a sentence, before a name in commas: "Its only witness, Pell, "."""
_TITLED = re.compile(r"(?<!\w)(?=([A-Z][A-Za-z]{1,8})\.? ([A-Z][\w’'-]*\w))")
"""A word and a word after it, each with a capital; the second may be the first of the next pair."""
_BETWEEN = 90
"""No more characters stand between two names of which words say that they are one."""

Pair = tuple[Mention, Mention]


def take(characters: str, roll: Roll, lexicon: Lexicon, apart: list[tuple[Span, Span]]) -> None:
    """Enter the names met again, and put together what the words say is one.

    Args:
        apart: places said to be one actor by an identity claim; they are never put together.
    """
    _labels(characters, roll)
    _names(characters, roll, lexicon)
    mentions = sorted(roll.mentions.values(), key=lambda m: m.at)
    _introduced(characters, roll, mentions)
    mentions = sorted(roll.mentions.values(), key=lambda m: m.at)
    pairs = [*_called_so(characters, roll, mentions), *_renamed(characters, mentions)]
    _put_together(roll, [pair for pair in pairs if not _is_claimed(pair, apart)])


def _labels(characters: str, roll: Roll) -> None:
    for found in LABEL.finditer(characters):
        at = Span(*found.span())
        known = roll.mentions.get(at)
        founder = roll.founder((found.group(),), mention_id(roll.text, at))
        same_as = founder if founder != mention_id(roll.text, at) else None
        if known is not None:
            roll.mentions[at] = replace(
                known, kind=ActorKind.PERSON, naming=Naming.NAMED, same_as=same_as
            )
        else:
            roll.mentions[at] = Mention(
                id=mention_id(roll.text, at), at=at, name=found.group(),
                kind=ActorKind.PERSON, same_as=same_as,
            )  # fmt: skip
        for other in [other for other in roll.mentions if other.overlaps(at) and other != at]:
            if _LABELLED.fullmatch(characters, other.start, at.start) and other.end <= at.end:
                roll.mentions[other] = replace(roll.mentions[other], same_as=founder)


def _names(characters: str, roll: Roll, lexicon: Lexicon) -> None:
    """Enter a full name, or a surname with a title, each time it stands where none was spotted."""
    surnames: dict[str, set[MentionId]] = {}
    founders: dict[str, Mention] = {}
    for mention in sorted(roll.mentions.values(), key=lambda m: m.at):
        words = mention.name.split()
        if mention.naming is not Naming.NAMED or len(words) < 2 or mention.name.islower():
            continue
        if mention.kind is not ActorKind.PERSON or not all(word[0].isupper() for word in words):
            continue
        founder = mention.same_as or mention.id
        founders.setdefault(mention.name.casefold(), mention)
        surnames.setdefault(words[-1].casefold(), set()).add(founder)
    starts = sorted(m.at for m in roll.mentions.values() if m.naming is Naming.NAMED)
    for at, title, name in _titled(characters, lexicon):
        bearers = surnames.get(name.casefold(), set())
        if _overlaps(starts, at) or len(bearers) > 1:
            continue
        if bearers:
            (founder,) = bearers
            _enter(roll, at, name, title, founder)
        elif at not in roll.mentions and title.capitalize() in lexicon.plain_titles:
            # "For Ms Pell: Mr Reed", where neither is named otherwise.
            known = roll.founder((name.casefold(),), mention_id(roll.text, at))
            _enter(roll, at, name, title, known)
    for mention in founders.values():
        for start in _occurrences(characters, mention.name):
            at = Span(start, start + len(mention.name))
            if at != mention.at and at not in roll.mentions and not _overlaps(starts, at):
                _enter(roll, at, mention.name, "", mention.same_as or mention.id)


def _titled(characters: str, lexicon: Lexicon) -> Iterator[tuple[Span, str, str]]:
    """Give each title with the one word of a name after it: "Ms Pell", "MR PELL"."""
    titles = {title.casefold() for title in lexicon.titles}
    for found in _TITLED.finditer(characters):
        title, name = found.group(1), re.sub(r"[’']s$", "", found.group(2))
        if title.casefold() in titles and name.casefold() not in titles:
            yield Span(found.start(), found.start(2) + len(name)), title, name


def _occurrences(characters: str, name: str) -> Iterator[int]:
    start = characters.find(name)
    while start >= 0:
        end = start + len(name)
        around = characters[start - 1 : start] + characters[end : end + 1]
        if not any(c.isalnum() for c in around):
            yield start
        start = characters.find(name, end)


def _overlaps(spans: list[Span], at: Span) -> bool:
    number = bisect_left(spans, Span(at.end, 0))
    return any(one.overlaps(at) for one in spans[max(0, number - 2) : number])


def _enter(roll: Roll, at: Span, name: str, title: str, founder: MentionId) -> None:
    identifier = mention_id(roll.text, at)
    roll.mentions[at] = Mention(
        id=identifier, at=at, name=name, title=title, kind=ActorKind.PERSON,
        same_as=None if founder == identifier else founder,
    )  # fmt: skip


def _introduced(characters: str, roll: Roll, mentions: list[Mention]) -> None:
    """Enter what introduces a person at the head of a sentence, where nothing was spotted."""
    for mention in mentions:
        if mention.kind is not ActorKind.PERSON or mention.naming is not Naming.NAMED:
            continue
        start, end = mention.at
        found = _INTRODUCED.search(characters[max(0, start - _BETWEEN) : start])
        if found is None or characters[end : end + 1] != ",":
            continue
        before = max(0, start - _BETWEEN)
        at = Span(before + found.start(1), before + found.end(1))
        known = roll.mentions.get(at)
        founder = mention.same_as or mention.id
        if known is None:
            roll.mentions[at] = Mention(
                id=mention_id(roll.text, at), at=at, name=found.group(1), kind=mention.kind,
                naming=Naming.ROLE_ONLY, same_as=founder,
            )  # fmt: skip
        elif known.naming is Naming.ROLE_ONLY:
            roll.mentions[at] = replace(known, kind=mention.kind, same_as=founder)


# --- what the words put together ---


def _called_so(characters: str, roll: Roll, mentions: list[Mention]) -> Iterator[Pair]:
    """Give a description and the name it is known by: "a man known only as Witness B"."""
    ends: dict[int, Mention] = {}
    for mention in mentions:
        if mention.naming is Naming.ROLE_ONLY:
            ends[mention.at.end] = mention
    for mention in mentions:
        if mention.naming is not Naming.NAMED:
            continue
        start = mention.at.start
        told = _KNOWN_AS.search(characters[max(0, start - _BETWEEN) : start].replace("\n", " "))
        if told is None:
            called = _CALLS.search(characters, max(0, start - _BETWEEN), start)
            if called is not None and called.end() == start:
                at = Span(called.start(1), called.end(1))
                yield roll.add(at, at.of(characters), mention.kind, Naming.ROLE_ONLY), mention
            continue
        before = start - len(told.group())
        described = ends.get(before) or _holding(mentions, before, mention.at.end)
        if described is not None and described.kind in (mention.kind, ActorKind.NOT_KNOWN):
            yield described, mention


def _holding(mentions: list[Mention], before: int, end: int) -> Mention | None:
    """Give the shortest description that begins before a place and holds all up to another."""
    first = bisect_right(mentions, before - 1, key=lambda m: m.at.start)
    for mention in reversed(mentions[max(0, first - 8) : first]):
        if mention.naming is Naming.ROLE_ONLY and mention.at.end >= end:
            return mention
    return None


def _renamed(characters: str, mentions: list[Mention]) -> Iterator[Pair]:
    """Give two names of one body: "the Tarn Board, formerly the Tarn Trust"."""
    bodies = [
        m
        for m in mentions
        if m.kind is not ActorKind.PERSON and (m.naming is Naming.NAMED or "\n" not in m.name)
    ]
    for number, one in enumerate(bodies):
        for other in bodies[number + 1 : number + 4]:
            if other.at.start - one.at.end > _BETWEEN:
                break
            between = characters[one.at.end : other.at.start].replace("\n", " ")
            if Naming.NAMED not in (one.naming, other.naming) or not between:
                continue
            article = "the " if other.name.lower().startswith("the ") else ""
            after = characters[other.at.end : other.at.end + 40]
            if _RENAMED.search(between + article) or (
                _AS_CALLED.search(between) and _CALLED.search(after)
            ):
                yield one, other
                break


def _is_claimed(pair: Pair, apart: Iterable[tuple[Span, Span]]) -> bool:
    return any(
        (a.overlaps(pair[0].at) and b.overlaps(pair[1].at))
        or (b.overlaps(pair[0].at) and a.overlaps(pair[1].at))
        for a, b in apart
    )


def _put_together(roll: Roll, pairs: list[Pair]) -> None:
    """Lead the mentions of pairs to one founder, the earliest in the text."""
    if not pairs:
        return
    places = {m.id: m.at for m in roll.mentions.values()}
    above = {m.id: m.same_as for m in roll.mentions.values() if m.same_as is not None}

    def root(one: MentionId) -> MentionId:
        while one in above:
            one = above[one]
        return one

    for one, other in pairs:
        a, b = root(one.id), root(other.id)
        if a != b:
            first, later = sorted((a, b), key=lambda m: places.get(m, Span(0, 0)))
            above[later] = first
    for at, mention in list(roll.mentions.items()):
        founder = root(mention.id)
        if founder not in (mention.id, mention.same_as):
            roll.mentions[at] = replace(mention, same_as=founder)
