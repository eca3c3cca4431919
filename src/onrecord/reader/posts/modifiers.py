"""Reads what stands before a post's noun: "the then", "former", "shadow home", "Harbour Board".

Some of it belongs to the post, some names the body, some says when it was held.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from onrecord.reader.posts.bodies import Bodies
from onrecord.reader.posts.tables import Tables
from onrecord.reader.words import Word

MODIFIERS = 6
"""No post has more words before its noun than so many."""

_ARTICLES = ("a", "an", "the", "this", "that")
_OWNERS = ("his", "her", "their", "its", "our", "my", "your")


class Status(Enum):
    """What the words of a post say of when it is held."""

    HELD = "held"
    OVER = "over"
    THEN = "held then"
    AHEAD = "not begun"


@dataclass(slots=True)
class Before:
    """What stands before a post's noun."""

    first: int
    named: list[str]
    body: str = ""
    status: Status = Status.HELD
    article: str = ""
    nobody: bool = False


def before_noun(words: list[Word], noun: int, bodies: Bodies, tables: Tables) -> Before:
    """Take apart what stands before a post's noun."""
    made = Before(noun, [])
    number = noun - 1
    while number >= 0 and noun - number <= MODIFIERS:
        word = words[number]
        low = word.low
        over = low.removeprefix("ex-")
        if low in tables.words["nobody"]:
            made.nobody = True
        if _is_told_of(low, made, tables):
            pass
        elif over != low and over in tables.words["fields"]:
            made.status = Status.OVER
            made.named.insert(0, word.text[3:])
        elif (
            low in tables.words["newly"]
            or (
                low in tables.words["newly_made"]
                and number
                and words[number - 1].low in tables.words["newly"]
            )
            or _is_joined_adjective(words, number)
        ):
            pass
        elif _is_part(words, number, bodies, tables):
            made.named.insert(0, word.text)
        else:
            break
        made.first = number
        number -= 1
    _owner(words, made, number, bodies, tables)
    return made


def _status(low: str, tables: Tables) -> Status | None:
    if low in tables.words["over"]:
        return Status.OVER
    if low in tables.words["then"]:
        return Status.THEN
    return Status.AHEAD if low in tables.words["ahead"] else None


def _is_joined_adjective(words: list[Word], number: int) -> bool:
    """Say whether a word is like "all-powerful" in "the all-powerful leader"."""
    low = words[number].low
    before = words[number - 1].low if number else ""
    return (
        "-" in low
        and not words[number].capital
        and not low.endswith("-ranking")
        and (before in _ARTICLES + _OWNERS or before.endswith(("'s", "’s")))
    )


def _is_part(words: list[Word], number: int, bodies: Bodies, tables: Tables) -> bool:
    """Say whether a word before the noun belongs to the post: "party", "fifth-ranking"."""
    word = words[number]
    if word.low.endswith("-ranking"):
        return True
    if word.low in tables.words["fields"] or tables.head(word.low) is not None:
        # "Fenwick council leader": the council has a name.
        last = words[number - 1] if number else None
        named = last is not None and last.capital and not bodies.opens(number - 1)
        if last is not None and (last.text[-2:] in ("'s", "’s") or last.text in "'’"):
            named = False
        if bodies.within_a_name(number):
            return False
        return not (word.low in tables.words["groups"] and not word.capital and named)
    if word.capital or not word.text.isalpha():
        return False
    # "the logistics director": an unknown word behind an article.
    before = words[number - 1].low if number else ""
    if words[number + 1].capital:
        return False
    return (before in ("a", "the") or before.endswith(("'s", "’s"))) and not word.low.endswith(
        ("ed", "ly")
    )


def _is_told_of(low: str, made: Before, tables: Tables) -> bool:
    """Say whether a word only tells of the holder or of the time, and take what it says."""
    status = _status(low, tables)
    if status is not None:
        made.status = status
    return status is not None or low in tables.words["outgoing"] | tables.words["dropped"]


def _owner(words: list[Word], made: Before, number: int, bodies: Bodies, tables: Tables) -> None:
    """Take the body or the person that stands before the post, and the article before all."""
    found = bodies.before(words, number)
    if found is not None:
        made.first, made.body, possessive = found
        if possessive:
            made.article = "'s"
        number = made.first - 1
        # "the former Karsk governor", but "the former minister's aide"
        while not possessive and number >= 0 and _is_told_of(words[number].low, made, tables):
            made.first = number
            number -= 1
    if number >= 0 and words[number].low in _ARTICLES + _OWNERS:
        made.first = number
        if not made.article:
            made.article = words[number].low if words[number].low != "an" else "a"
    elif number >= 0 and words[number].low in ("any", "no", "every", "each", "another", "some"):
        made.nobody = True
