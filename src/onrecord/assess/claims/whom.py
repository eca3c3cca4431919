"""Whom some words speak of: names, how they are described, and whether it is somebody else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from onrecord.assess.speaking import is_body
from onrecord.core.alone import of_words
from onrecord.core.dates import MONTHS
from onrecord.core.letters import CAPITAL
from onrecord.core.said import StatementRow
from onrecord.core.vocabulary import Naming

_NAMES = re.compile(rf"\b(?:{CAPITAL}[\w’'-]* )*({CAPITAL}[\w’'-]*[a-z])\b")
_TURNS = re.compile(r"\b(?:by|from|was|were|been|being|is|are|be)\b")
"""Words by which the one who did it may stand last: a passive, "received from"."""
_RELATIVE = re.compile(r"\b(?:who|whom|whose|which)\b")
_TAKES = re.compile(
    r"\b(?:receiv|obtain|accept|took|tak(?:e|ing)|got|gets?\b|pocket|borrow|bought|had\b|has\b"
    r"|heard|learn)"
)
"""Verbs whose doer is the one to whom it was done in other words."""
_TELLS = re.compile(
    r"\b(?:saw|seen?|heard?|watch\w*|notic\w+|said|says?|told|tells?|stat\w+|alleg\w+|believ\w+"
    r"|kn[eo]w\w*"
    r"|remember\w*|recall\w*|accept\w*|admit\w*|conced\w+|den(?:y|ies|ied)|claim\w*|wr[io]te\w*"
    r"|reject\w*"
    r"|swore|insist\w*|suspect\w*|think\w*|thought|doubt\w*|lawyer|solicitor|barrister|counsel)\b",
    re.IGNORECASE,
)
"""Who stands first only tells what another did."""
_LOWER = re.compile(r"[^\W\d_]+")


def people(words: str, known: Sequence[str] | None = None) -> list[str]:
    """Give the last words of the names in some words, in their order.

    Args:
        known: names; a single first word with a capital, as every first word has, counts only where
            it is one of them. None: it counts unless it is a common word.
    """
    found = []
    for one in _NAMES.finditer(words):
        first, last = one.group().split(" ")[0], one.group(1)
        if first == one.group() and first.casefold() in OPENS:
            continue
        if (
            one.start() == 0
            and first == last
            and known is not None
            and last.casefold() not in known
        ):
            continue
        found.append(last.removesuffix("’s").removesuffix("'s").casefold())
    return list(dict.fromkeys(found))


_TITLED = re.compile(
    rf"\b(Mr|Mrs|Ms|Miss|Sir|Lady|Dame)\.? (?:{CAPITAL}[\w’'-]+ )?({CAPITAL}[\w’'-]*[a-z])"
)


_CALLED = re.compile(
    rf"(?P<name>{CAPITAL}[\w’-]+(?: {CAPITAL}[\w’-]+)+), (?:\d+, )?"
    r"(?:then |now |the |an? |former |its |their )*"
    r"(?P<what>[a-z][a-z-]+(?: of [a-z]+| [a-z-]+){0,2})\b"
    rf"|\b[Tt]he (?P<that>[a-z][a-z-]+(?: of [a-z]+)?),? (?P<who>{CAPITAL}[\w’-]+ {CAPITAL}[\w’-]+)"
)
_NO_OFFICE = frozenset(
    "said says told who which that was were is are has had will would and but also after before"
    " when while whose for in on at by with from as to of last this next then where could".split()
)


def described(contents: Iterable[str]) -> dict[str, frozenset[str]]:
    """Give for last names how they are described: "Ann Vale, 34, keeper of coins", as beginnings.

    Only the first word and the last count, the office; one that several bear tells nobody apart,
    and is left.
    """
    found: dict[str, set[str]] = {}
    for content in dict.fromkeys(contents):
        for name, what in _called(content):
            words = _office(what.split())
            found.setdefault(name, set()).update(word[:5] for word in words if len(word) > 3)
    borne: dict[str, int] = {}
    for words_ in found.values():
        for word in words_:
            borne[word] = borne.get(word, 0) + 1
    return {
        name: frozenset(word for word in words_ if borne[word] == 1)
        for name, words_ in found.items()
    }


@of_words(list)
def _called(content: str) -> list[list[str]]:
    """Give the last names in some words that stand beside a description, and that."""
    return [
        [(one["name"] or one["who"]).split()[-1].casefold(), one["what"] or one["that"]]
        for one in _CALLED.finditer(content)
    ]


def _office(words: Sequence[str]) -> list[str]:
    """Give the first word of an office and its head: "keeper of coins", "transport minister"."""
    end = next((at for at, one in enumerate(words) if one in _NO_OFFICE), len(words))
    return [*words[: min(1, end)], *words[max(end - 1, 0) : end]]


_IS = re.compile(
    rf"^[^,]{{3,80}}? (?:is|was) (?P<name>{CAPITAL}[\w’'-]+(?: {CAPITAL}[\w’'-]+)+)\.?$"
)


def names_who_it_is(claim: str, words: str) -> bool:
    """Say whether words name whom a claim says somebody is; so does whatever is said of others."""
    found = _IS.match(claim)
    return found is None or found["name"].split()[-1].casefold() in words.casefold()


def unnamed(claim: str) -> str:
    """Give the words of a claim that are no names."""
    return " ".join(one for one in claim.split() if not one[:1].isupper()) or claim


def speaking(row: StatementRow) -> tuple[frozenset[str], frozenset[str]]:
    """Give the names of who speaks, and the beginnings of the words that describe them."""
    words = _LOWER.findall(row.speaker)
    described = frozenset(one[:5] for one in words if one.islower() and len(one) > 3)
    name = row.actor_name or row.speaker
    if row.naming is Naming.PUBLISHER and is_body(name):
        # "Beck Fine Art" speaks of itself as "the gallery"; the name of its house is in its own.
        return frozenset(one.casefold() for one in _LOWER.findall(name) if len(one) > 2), described
    return frozenset(people(name)), described


def genders(contents: Iterable[str]) -> dict[str, str]:
    """Give `m` or `f` for the last names that stand with one title only, in small letters."""
    found: dict[str, set[str]] = {}
    for content in dict.fromkeys(contents):
        for title, name in _titled(content):
            gender = "m" if title in ("Mr", "Sir") else "f"
            found.setdefault(name.casefold().split("’")[0].split("'")[0], set()).add(gender)
    return {name: next(iter(some)) for name, some in found.items() if len(some) == 1}


@of_words(list)
def _titled(words: str) -> list[list[str]]:
    """Give the titles in some words, each with the last name that it stands before."""
    return [list(one) for one in _TITLED.findall(words)]


_ACCUSED = re.compile(
    r"\b(?:charg(?:es?|ed|ing)|accus(?:es?|ed|ing)|prosecut(?:es?|ed|ing)|indict(?:s|ed|ing)"
    r"|defendants?|on trial|stands? trial|(?:case|charges?|proceedings) against)\b",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:no(?! longer)|not|nobody|never)\b|n['’]t\b", re.IGNORECASE)


_CHARGES = re.compile(
    r"(?<!was )(?<!were )(?<!been )(?<!is )(?<!are )(?<!be )(?<!being )"
    r"\b(?:charges|charged|accuses|accused|prosecutes|indicts|indicted)"
    rf" (?=(?:each|both|the|all|him|her|them|two|three|four)\b|{CAPITAL})"
)
"""After it stands who is accused, and before it who accuses."""


def accused(contents: Iterable[str]) -> frozenset[str]:
    """Give the last names of those of whom some words tell that they are accused or charged."""
    return frozenset(
        name
        for words in dict.fromkeys(contents)
        if _accuses(words)
        for name in people(_CHARGES.split(words)[-1])
    )


@of_words(bool)
def _accuses(words: str) -> bool:
    return _ACCUSED.search(words) is not None and _NOT.search(words) is None


_IS_CHARGED = re.compile(
    rf"\b(?P<name>{CAPITAL}[\w’-]+),? (?:ha[sd] |have )?(?:was|were|is|are|been|stands?|be) "
    r"(?:\w+ )?(?:charged|accused|indicted|prosecuted|on trial)\b"
)
_FULL = re.compile(rf"\b(?!(?:The|A|An|In|On|At|Mr|Mrs|Ms|Dr)\b){CAPITAL}[\w’-]+ {CAPITAL}[\w’-]+")


def persons(contents: Iterable[str], named: Iterable[str]) -> frozenset[str]:
    """Give the last names of people: with a title, with a first name, or of who "was charged".

    Args:
        named: the names of speakers.
    """
    found = set[str]()
    for words in dict.fromkeys(contents):
        found |= {name.casefold() for _, name in _titled(words)}
        found.update(_charged(words))
    full = {name for name in named if _FULL.fullmatch(name) and not is_body(name)}
    return frozenset(found | {name.split()[-1].casefold() for name in full})


@of_words(list)
def _charged(words: str) -> list[str]:
    return [one["name"].casefold() for one in _IS_CHARGED.finditer(words)]


_PLACE = re.compile(r"\b(?:in|outside|near) (?P<where>[A-Z][\w-]+)(?![\w’'-])")
_NO_PLACES = {*map(str.casefold, MONTHS)}.union(
    "monday tuesday wednesday thursday friday saturday sunday parliament".split()
)


def places(contents: Iterable[str]) -> frozenset[str]:
    """Give the names before which a text has "in": those of places, in small letters.

    A name that stands with a title somewhere is a person's.
    """
    found, people_ = set[str](), set[str]()
    for content in dict.fromkeys(contents):
        found.update(_placed(content))
        people_ |= {name.casefold() for _, name in _titled(content)}
    return frozenset(found - people_ - _NO_PLACES)


@of_words(list)
def _placed(words: str) -> list[str]:
    return [one["where"].casefold() for one in _PLACE.finditer(words)]


OPENS = frozenset(
    """the a an no nobody nothing none some any every each this that these those it they he she we
    i you there who what when where how if in on at for from by with to of and but as is was
    were not never papers documents results all between after before under last about
    ministers officials prosecutors police investigators detectives restricted neither our
    my his her their its monday tuesday wednesday thursday friday saturday sunday january
    february march april may june july august september october november december""".split()
)


def _stands_first(name: str, words: str) -> bool:
    """Say whether a sentence begins with a name, or with a time and a comma before it."""
    at = next((one.start() for one in _NAMES.finditer(words) if name in one.group().casefold()), -1)
    return at == 0 or words[: max(at, 0)].rstrip().endswith(",")


def others(claim: str, said: str, words: str) -> bool:
    """Say whether some words speak of other people than a claim does.

    Either they name people, and none whom the claim names; or both are plainly active, and whoever
    stands first there, as the one who did something, is nobody whom the claim names.

    Args:
        said: the words with whose they are.
        words: the words alone.
    """
    ours = people(claim)
    if not ours:
        return False
    lower = {one.casefold() for one in _LOWER.findall(said)}
    there = people(words, ours)
    if not any(one in lower for one in ours):
        return bool(there)
    if not there or not _stands_first(there[0], words):
        return False
    if there[0] == ours[0] or (there[0] in ours and ours[0] in lower):
        return False
    return not any(one.search(words) for one in (_TURNS, _TAKES, _RELATIVE, _TELLS)) and not (
        _TURNS.search(claim) or _TAKES.search(claim)
    )


def exchanged(claim: str, words: str) -> bool:
    """Say whether two people stand the other way round: who gave is now who was given to.

    Only where both sentences are plainly active; else their order says nothing.
    """
    if _TURNS.search(claim) or _TURNS.search(words) or _RELATIVE.search(words):
        return False
    order = list(dict.fromkeys(_NAMES.findall(claim)))
    there = [one for one in dict.fromkeys(_NAMES.findall(words)) if one in order]
    return len(there) > 1 and [order.index(one) for one in there] == sorted(
        (order.index(one) for one in there), reverse=True
    )
