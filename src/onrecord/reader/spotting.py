"""What the network spotted, put right by what is written: where a name begins, ends and is two.

"Ann Pell and Tom Reed" are two names; a name that fills a line ends with it ("Ann Pell" above
"Chair"); "Mr Reed" is a name whatever it was taken for. Nothing is added that was not spotted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from onrecord.core.sentences import split
from onrecord.core.spans import Span
from onrecord.reader.lexicon import Lexicon
from onrecord.reader.models.network import Spotted
from onrecord.reader.models.pieces import Pieces

_PERSON = 1
_TITLED = re.compile(r"([A-Z][A-Za-z]{1,4})\.?\s+[A-Z][\w’'-]*[\w’]")
_NEXT = 3
"""So many characters after a mention tell whether its full stop ends a sentence."""
_NAME = re.compile(r"[A-Z][\w’'-]*\w(?: (?:[A-Z]\.|[A-Z][\w’'-]*\w))+")
"""Two words or more, each with a capital: as much as a full name has."""


def straighten(
    spotted: list[Spotted], made: Pieces, characters: str, lexicon: Lexicon
) -> list[Spotted]:
    """Give the spotted mentions with their names cut, divided and taken for names."""
    spotted = [_in_one_sentence(one, made, characters) for one in spotted]
    lasts = {one.last for one in spotted if one.is_name}
    ends = {one.first: made.ends[one.last] for one in spotted if one.is_name}
    found: list[Spotted] = []
    for one in spotted:
        at = Span(made.starts[one.first], made.ends[one.last])
        if one.is_name:
            found.extend(
                _divided(_on_one_line(one, made, characters, at), made, characters, lexicon)
            )
        elif one.last not in lasts and _is_titled(at.of(characters), lexicon):
            found.append(replace(one, is_name=True, kind=_PERSON))
        elif characters.startswith(" (", ends.get(one.first + 1, len(characters))):
            continue  # "The Harbour Board (HB": the name says it all
        else:
            found.append(one)
    return found


def _is_titled(words: str, lexicon: Lexicon) -> bool:
    """Say whether it is a title that tells a gender, and one word of a name: "Mr Reed"."""
    told = _TITLED.fullmatch(words)
    if told is None:
        return False
    title = told.group(1).capitalize()
    return title in lexicon.his_titles or title in lexicon.her_titles


def _in_one_sentence(one: Spotted, made: Pieces, characters: str) -> Spotted:
    """Cut a mention at the end of the sentence in which it begins; its full stop is none of it."""
    start, last = made.starts[one.first], made.ends[one.last]
    if characters.find(". ", start, last + 1) < 0:
        return one
    first = next(split(characters, Span(start, min(len(characters), last + _NEXT))), None)
    if first is None or first.end > last or characters[first.end - 1] != ".":
        return one
    number = one.last
    while number > one.first and made.ends[number] >= first.end:
        number -= 1
    return replace(one, last=number)


def _on_one_line(one: Spotted, made: Pieces, characters: str, at: Span) -> Spotted:
    """Cut a name at the end of a line that it fills: the next line is none of it."""
    end = characters.find("\n", at.start, at.end)
    if end < 0 or characters.rfind("\n", 0, at.start) + 1 != at.start:
        return one
    last = one.last
    while last > one.first and made.starts[last] >= end:
        last -= 1
    return replace(one, last=last)


def _divided(one: Spotted, made: Pieces, characters: str, lexicon: Lexicon) -> Iterator[Spotted]:
    """Divide "Ann Pell and Tom Reed", which are two; "Pell and Reed" may be a firm."""
    for number in range(one.first + 2, one.last - 1):
        if characters[made.starts[number] : made.ends[number]] != "and":
            continue
        sides = (
            characters[made.starts[one.first] : made.ends[number - 1]],
            characters[made.starts[number + 1] : made.ends[one.last]],
        )
        if all(_is_full(side, one.kind, lexicon) for side in sides):
            yield replace(one, last=number - 1, kind=_PERSON)
            yield replace(one, first=number + 1, kind=_PERSON)
            return
    yield one


def _is_full(name: str, kind: int, lexicon: Lexicon) -> bool:
    """Say whether it is a person's full name, as far as its words tell."""
    words = name.split()
    if _NAME.fullmatch(" ".join(words)) is None or any(
        word in lexicon.public_bodies or word in lexicon.outlets for word in words
    ):
        return False
    return kind == _PERSON or len(words) == 2
