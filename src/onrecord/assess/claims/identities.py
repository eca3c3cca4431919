"""Claims that say who, or what, somebody or something is, and which words speak to them.

"The manager is Ann Beck" is spoken to by whatever says of the manager, or of somebody who is only
described, that it is Ann Beck; "the bowl is a copy" only by words that have a word for a copy, or
for its contrary. The network, left alone, affirms both of whatever is merely near.
"""

from __future__ import annotations

import re
from functools import lru_cache

from onrecord.assess.claims.negation import negates
from onrecord.assess.claims.qualities import alike_or_opposed

_NAME = r"(?:[A-Z][\w’'-]+ ){0,3}[A-Z][\w’'-]+"
_IS = re.compile(rf"^(?P<who>[^,]{{3,80}}?) (?:is|was) (?P<name>{_NAME})\.?$")
_LABEL = re.compile(r"^(?P<who>[^,]{3,80}?) (?:is|was) (?P<label>[A-Z][a-z]+ [A-Z\d]{1,2})\.?$")
"""Who is held to be somebody known by a label: "Ann Beck is Person T"."""
_SAYS = re.compile(r"^(?P<who>.{1,160}?) (?:is|was) (?P<what>[^,;]{2,80})")
_KIND = re.compile(r"^[^,]{3,80}? (?:is|was|are|were) an? (?P<what>[a-z][^,.;]{1,60})")
_OF_KIND = re.compile(
    r"^(?P<who>.{3,160}?) (?:is|was|are|were) (?P<not>not |never )?an? (?P<what>[a-z][^,.;]{1,60})"
)
_NOT = re.compile(r"^(?:not|no|never|neither)\b")
_WORD = re.compile(r"[^\W\d_]{4,}")
_POINTS = re.compile(
    r"^(?:it|he|she|this|that|(?:(?:that|this|the|the same) )?(?:person|man|woman|individual))$",
    re.IGNORECASE,
)
_WHOEVER = (
    r"(?:figure|insider|source|person|man|woman|individual|mole|whistle-?blower|leaker|go-between"
    r"|intermediary|middleman|informant|official|executive|contact|witness|suspect|buyer|purchaser"
    r"|seller|recipient|client|donor|author)\b"
)
_NOBODY_NAMED = re.compile(
    rf"^(?:an?|the|that|this|[A-Z][\w-]+[’']s?) (?:[\w’'-]+ ){{0,4}}?{_WHOEVER}", re.IGNORECASE
)
"""Somebody who is described and not named: whoever is said to be somebody in a story is asked for
by such words."""


_THE_ONE = re.compile(
    rf"\b(?:is|was|be|been|not|as) (?:the|that|this) (?:[\w’'-]+ ){{0,4}}?{_WHOEVER}", re.IGNORECASE
)
"""Words by which somebody is held to be whom others speak of: "to be the buyer described in"."""


@lru_cache(maxsize=4096)
def identity(claim: str) -> tuple[str, str] | None:
    """Give who a claim says is somebody, and the last name of whom; None: it says no such thing."""
    found = _IS.match(claim)
    return None if found is None else (found["who"], found["name"].split()[-1].casefold())


def says_who_it_is(claim: str, words: str) -> bool:
    """Say whether words tell of the one a claim asks after that it is whom the claim names.

    The one may be told in words of the claim, by a pronoun, or described as one whom nobody names;
    a name of somebody else is somebody else.
    """
    asked, told = identity(claim), _SAYS.match(words)
    if asked is None or told is None or _NOT.match(told["what"]):
        return False
    who, name = asked
    if name not in re.findall(r"[\w’'-]+", told["what"].casefold()):
        return False
    theirs = told["who"].strip()
    if _POINTS.match(theirs) or _NOBODY_NAMED.match(theirs):
        return True
    ours = {one[:5].casefold() for one in _WORD.findall(who)}
    return bool(ours & {one[:5].casefold() for one in _WORD.findall(theirs)})


def tells_of_who(claim: str, words: str) -> bool:
    """Say whether words can tell who a claim's somebody is: they tell of the one asked after.

    True of every other claim, and of words that deny something of whom the claim names.
    """
    labelled = _LABEL.match(claim)
    if labelled is not None:
        return (
            labelled["label"].casefold() in words.casefold() or _THE_ONE.search(words) is not None
        )
    asked = identity(claim)
    if asked is None:
        return True
    who, name = asked
    if negates(words) and name in words.casefold():
        return True
    ours = {one[:5].casefold() for one in _WORD.findall(who)}
    return not ours or bool(ours & {one[:5].casefold() for one in _WORD.findall(words)})


def says_kind(claim: str, words: str) -> bool | None:
    """Say whether words say of the same thing that it is of the claim's kind, or that it is not.

    None: they say neither.
    """
    ours, theirs = _KIND.match(claim), _OF_KIND.match(words)
    if ours is None or theirs is None or _head(ours["what"]) != _head(theirs["what"]):
        return None
    of = {one[:4].casefold() for one in _WORD.findall(ours[0][: ours.start("what")])}
    if not of & {one[:4].casefold() for one in _WORD.findall(theirs["who"])}:
        return None
    return theirs["not"] is None


def _head(words: str) -> str:
    """Give the noun of a phrase, by its first letters: "a modern copy of it" is a copy."""
    found = _WORD.findall(re.split(r"\b(?:of|from|by|that|which|made|in|at|for)\b", words)[0])
    return found[-1][:5].casefold() if found else ""


def speaks_of_kind(claim: str, words: str) -> bool:
    """Say whether words can speak to a claim that something is of a kind: they tell the kind.

    True of every other claim.
    """
    found = _KIND.match(claim)
    if found is None:
        return True
    kinds = {one[:4].casefold() for one in _WORD.findall(found["what"].split(" of ")[0])}
    there = {one[:4].casefold() for one in _WORD.findall(words)}
    return not kinds or bool(kinds & there) or alike_or_opposed(found["what"], words)
