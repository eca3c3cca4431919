"""Finds the phrases that name a post in a sentence: "the then chairman of the Harbour Board".

Each is taken apart into the post in its own words, the body, and what its words say of when it was
held. Who holds it is not asked here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from onrecord.reader.posts.bodies import Bodies
from onrecord.reader.posts.modifiers import Status, before_noun
from onrecord.reader.posts.tables import Tables
from onrecord.reader.words import Word

_BEFORE = re.compile(r"^(?:ex|then)-", re.IGNORECASE)
_ACRONYMS = ("mp", "msp")


@dataclass(frozen=True, slots=True)
class Office:
    """A phrase that names a post: words `[first, last)` of its sentence, its article included.

    `noun` is the number of the post's noun. `article` is "the", "a", "his" or "" for none, and
    "'s" where a body or a person stands before it in the possessive. `nobody`: nobody holds it, or
    nobody in particular. `own`: its body's words, where one phrase names several.
    """

    first: int
    noun: int
    last: int
    post: str
    body: str
    status: Status = Status.HELD
    article: str = ""
    plural: bool = False
    nobody: bool = False
    own: tuple[int, int] | None = None


def offices(words: list[Word], bodies: Bodies, tables: Tables) -> list[Office]:
    """Find the posts of a sentence in their order, not overlapping."""
    found: list[Office] = []
    number = 0
    while number < len(words):
        noun = tables.head(words[number].low)
        if noun is None and number:
            noun = tables.made(words[number].low, words[number - 1].low)
        if noun is None or not _is_noun(words, number, noun, tables):
            number += 1
            continue
        made = _office(words, number, noun, bodies, tables)
        if found and made.first < found[-1].last:
            made = replace(made, first=found[-1].last)
        found.extend(_one_of_each(made, words, bodies))
        number = max(made.last, number + 1)
    return _joined(found, words)


def _is_noun(words: list[Word], number: int, noun: str, tables: Tables) -> bool:
    """Say whether the post's noun ends here: not "chief" in "chief executive"."""
    word = words[number]
    before = words[number - 1].low if number else ""
    following = words[number + 1].low if number + 1 < len(words) else ""
    if noun in _ACRONYMS:
        return word.text[:2].isupper()
    bound = tables.bound.get(noun)
    if noun in tables.words["titles"] and word.capital:
        return bool(following) and words[number + 1].capital and not tables.head(following)
    if noun == "general":
        return False
    of_something = following == "of" and noun in tables.words["of_things"]
    if bound is not None and not of_something and not _stands_by(before, bound, tables):
        return False
    if following in tables.words["after"] and noun in tables.words["before_general"]:
        return True
    if noun == "chief" and following in tables.words["fields"] and number + 2 < len(words):
        last = tables.head(words[number + 2].low)
        if last is not None and _stands_by(following, tables.bound.get(last, _ANY), tables):
            return False  # "chief operating officer"
    # "chief inspector", "justice minister", "deputy mayor", "general secretary"
    next_noun = tables.head(following)
    if next_noun is None or following in tables.words["titles"]:
        return True
    bound = tables.bound.get(next_noun)
    return bound is not None and not _stands_by(word.low, bound, tables)


_ANY = frozenset({"*"})


def _stands_by(before: str, bound: frozenset[str], tables: Tables) -> bool:
    """Say whether a word makes a post of a noun that is none by itself: "press officer"."""
    anything = before in tables.words["fields"] or before.endswith("ranking")
    return before in bound or ("*" in bound and anything)


def _office(words: list[Word], number: int, noun: str, bodies: Bodies, tables: Tables) -> Office:
    low = words[number].low
    bare = _BEFORE.sub("", low.removesuffix("-elect").removesuffix("-designate"))
    plural = bare != noun and tables.heads.get(bare) != bare
    status = Status.HELD
    if low.startswith("ex-"):
        status = Status.OVER
    if low.startswith("then-"):
        status = Status.THEN
    if low.endswith(("-elect", "-designate")):
        status = Status.AHEAD
    last = number + 1
    named = [_bare(words[number].text, plural, noun)]
    if last < len(words) and words[last].low in tables.words["after"]:
        named.append(words[last].text)
        last += 1
    before = before_noun(words, number, bodies, tables)
    own = " ".join([*before.named, *named])
    extended, more, body = bodies.after(words, last, own.lower())
    return Office(
        first=before.first,
        noun=number,
        last=extended,
        post=f"{own} {more}".strip(),
        body=body or before.body,
        status=before.status if status is Status.HELD else status,
        article=before.article,
        plural=plural,
        nobody=before.nobody,
    )


def _bare(text: str, plural: bool, noun: str) -> str:
    if plural and not text[0].isupper():
        return noun
    low = text.lower()
    text = _BEFORE.sub("", text)
    for ending in ("-elect", "-designate"):
        if low.endswith(ending):
            text = text[: -len(ending)]
    return text


def _one_of_each(made: Office, words: list[Word], bodies: Bodies) -> list[Office]:
    """Part "the chairs of the home affairs and justice committees" into one post a body."""
    if not made.plural:
        return [made]
    each = bodies.each(words, made.noun + 1)
    if each is None:
        return [made]
    last, names = each
    return [replace(made, body=name, last=last, own=(a, b)) for name, a, b in names]


def _joined(found: list[Office], words: list[Word]) -> list[Office]:
    """Give "founder and chief executive of the firm" one body."""
    made = list(found)
    for number in range(len(made) - 1):
        one, other = made[number], made[number + 1]
        if not _is_pair(one, other, words):
            continue
        body = one.body or other.body
        status = one.status if other.status is Status.HELD else other.status
        made[number] = replace(one, body=body)
        made[number + 1] = replace(other, body=other.body or body, status=status)
    return made


def _is_pair(one: Office, other: Office, words: list[Word]) -> bool:
    return (
        other.first == one.last + 1
        and words[one.last].low in ("and", "&")
        and not other.article
        and other.first <= other.noun
    )


def paired(one: Office, found: list[Office], words: list[Word]) -> list[Office]:
    """Give the post and those joined to it behind: "president and treasurer"."""
    chain = [one]
    for other in found:
        if other.first > one.first and _is_pair(chain[-1], other, words):
            chain.append(other)
    return chain
