"""To whom a letter is written: "you", "your" and "Dear Director" mean the one it names.

That is whom the salutation names, or else the person of the line that begins with "To:". The "To:"
of a mail's head is a name too, where it is more than a mailbox.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from onrecord.core.identity import mention_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import ActorKind, Block, BlockKind, Mention, Naming
from onrecord.reader.letters import Letter
from onrecord.reader.lexicon import Lexicon
from onrecord.reader.names import Roll

_TO_LINE = re.compile(r"^[ \t]*To:?[ \t]+(?=[A-Z])", re.MULTILINE)
_TO_MAIL = re.compile(r"\s*To:\s*(?P<name>[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*){1,4})\s*(?:<|$)")
_YOU = re.compile(r"\b[Yy]our?\b")
_DEAR = re.compile(r"\s*Dear\s+(?=\S)")


def mail(characters: str, blocks: Iterable[Block], roll: Roll, lexicon: Lexicon) -> None:
    """Enter the name of the head of a mail: "To: Morning Argus <desk@argus.example>"."""
    for block in blocks:
        found = _TO_MAIL.match(block.at.of(characters)) if block.kind is BlockKind.BYLINE else None
        if found is None:
            continue
        words = tuple(found["name"].split())
        is_body = words[-1] in lexicon.outlets or not lexicon.public_bodies.isdisjoint(words)
        at = Span(block.at.start + found.start("name"), block.at.start + found.end("name"))
        roll.name("", words, at, ActorKind.ORGANISATION if is_body else ActorKind.NOT_KNOWN)


def lead(characters: str, roll: Roll, letter: Letter, is_quoted: Callable[[Span], bool]) -> None:
    """Lead "you" and "your" of a letter, and its salutation, to whom it is written.

    Args:
        is_quoted: whether a place stands in a quotation, and so is said to somebody else.
    """
    one = _addressee(characters, roll, letter)
    if one is None:
        return
    dear = _DEAR.match(characters, letter.salutation.start)
    if dear is not None:
        at = Span(dear.end(), letter.salutation.end)
        while at.end > at.start and characters[at.end - 1] in ",: ":
            at = Span(at.start, at.end - 1)
        for other in [m for m in roll.mentions.values() if m.at.overlaps(letter.salutation)]:
            if other.naming is not Naming.NAMED:
                roll.mentions[other.at] = replace(other, same_as=one.same_as or one.id)
        if not any(m.at.overlaps(at) for m in roll.mentions.values()):
            _put(characters, roll, at, one, Naming.ROLE_ONLY)
    for part in letter.body:
        for found in _YOU.finditer(characters, part.start, part.end):
            at = Span(*found.span())
            if not is_quoted(at):
                _put(characters, roll, at, one, one.naming)


def _addressee(characters: str, roll: Roll, letter: Letter) -> Mention | None:
    named = [m for m in roll.mentions.values()
             if m.naming is Naming.NAMED and m.kind is ActorKind.PERSON]  # fmt: skip
    for one in named:
        if one.at.overlaps(letter.salutation):
            return one
    line = _TO_LINE.search(characters, 0, letter.salutation.start)
    if line is None:
        return None
    end = characters.find("\n", line.end())
    here = [m for m in named if line.end() <= m.at.start < end]
    return min(here, key=lambda m: m.at) if here else None


def _put(characters: str, roll: Roll, at: Span, one: Mention, naming: Naming) -> None:
    founder = one.same_as or one.id
    known = roll.mentions.get(at)
    name = " ".join(at.of(characters).split())
    identifier = mention_id(roll.text, at)
    if identifier == founder:
        return
    made = known or Mention(id=identifier, at=at, name=name, kind=one.kind, naming=naming)
    roll.mentions[at] = replace(made, same_as=founder, naming=naming)
