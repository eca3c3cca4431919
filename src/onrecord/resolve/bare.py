"""Names with a word that is no part of them: "Clerk Ann Vale", "the bursar, Ann Vale, 52".

A reader takes what stands before or behind a name for the name. Where other texts of the case have
the name without it, and what is over is a title, a role, a body's name or an age, the bare name is
meant. "Mary Ann Vale" is not Ann Vale: what could be a name stays.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.core.vocabulary import ActorKind, Mention, Naming
from onrecord.resolve.evidence import Evidence, Seen
from onrecord.resolve.names import folded
from onrecord.resolve.tables import tables

_FULL = 2
"""Words that a name of a person has at least, to be known by."""
_LONGEST = 12
"""Words of a name that are looked at."""
_AGE = re.compile(r"(?:,\s*)?\(?(?:aged )?\d{1,3}\)?,?$")
_DIGIT = re.compile(r"\d")
_BEHIND = re.compile(r"^(?:of|at|from|for|in|with)\b|^,")
"""What stands behind a name begins so, or is one role: "Ann Vale of the mill", "Ann Vale Chair"."""
_NO_NAME = re.compile(
    r"[’']s?$|^(?:of|for|at|to|by|from|with|and|or|about|against|under|in|on|between|near|not|nor"
    r"|as|that|who|whom|is|was|are|said|says|than|like|but|ex|former)$",
    re.IGNORECASE,
)
"""A word before a name that makes the name somebody else's affair: "a friend of Ann Vale"."""
_INSIDE = re.compile(
    r"(?<=\S )(?!of\b|the\b|and\b|for\b|in\b|on\b|at\b|to\b)[a-z][a-z-]+ (?=[A-Z])"
)
"""A small word inside a body's name: "the Harbour's so-called Board"."""
_RANK = re.compile(r"[A-Z]{2,4} (?=[A-Z][^\W\d_]*[a-z])")
"""A rank by its letters: "DI Ann Vale"."""
_PARTS = frozenset(
    "and or who whom whose which that of for at to by from with about against under in on".split()
)
_OWNER = re.compile(r"[’']s$")
_MARKS = ".,;:()“”\"'"


def bared(seen: Sequence[Seen], evidence: Evidence) -> list[Seen]:
    """Give mentions with the names that the case knows, without what is no part of them."""
    known = _full_names(seen)
    posts = frozenset(folded(one.post) for one in evidence.holdings)
    small = _small_words(seen, posts)
    bodies = _bodies(seen)
    by_end: defaultdict[str, list[str]] = defaultdict(list)
    for name in known:
        for word in (name.split()[0], name.split()[-1]):
            by_end[word].append(name)
    made: list[Seen] = []
    kept: set[tuple[str, str, Naming, ActorKind]] = set()
    for one in seen:
        told = one.mention.name, one.mention.title, one.mention.naming, one.mention.kind
        if told not in kept:  # most are called as others are, and nothing is taken off them
            mention = _bared(one.mention, known, by_end, small, bodies, posts)
            if mention is one.mention:
                kept.add(told)
            else:
                one = replace(one, mention=mention)
        made.append(one)
    return made


def _full_names(seen: Iterable[Seen]) -> dict[str, str]:
    """Give by folded name the full names of persons, as they are written."""
    found: dict[str, str] = {}
    for one in seen:
        mention = one.mention
        words = mention.name.split()
        if mention.naming is not Naming.NAMED or mention.kind is not ActorKind.PERSON:
            continue
        if len(words) < _FULL or not all(word[:1].isupper() for word in words):
            continue
        found.setdefault(folded(mention.name), mention.name)
    return found


def _small_words(seen: Iterable[Seen], posts: Iterable[str]) -> frozenset[str]:
    """Give the words that the case has in small letters for roles, or as posts: "clerk"."""
    found = set(tables().titles)
    for one in seen:
        if one.mention.naming is Naming.ROLE_ONLY:
            found |= {w.strip(_MARKS) for w in one.mention.name.split() if w[:1].islower()}
    for post in posts:
        found |= set(post.split())
    return frozenset(found - tables().articles)


def _bodies(seen: Iterable[Seen]) -> frozenset[str]:
    """Give the folded names of bodies, of two words at least."""
    return frozenset(
        folded(one.mention.name).removeprefix("the ")
        for one in seen
        if one.mention.naming is Naming.NAMED
        and one.mention.kind is not ActorKind.PERSON
        and " " in one.mention.name
    )


def _bared(
    mention: Mention,
    known: dict[str, str],
    by_end: dict[str, list[str]],
    small: frozenset[str],
    bodies: frozenset[str],
    posts: frozenset[str],
) -> Mention:
    if mention.naming not in (Naming.NAMED, Naming.ROLE_ONLY):
        return mention
    if mention.naming is Naming.NAMED and mention.kind is not ActorKind.PERSON:
        owner = _OWNER.sub("", mention.name)
        if owner != mention.name and owner.split()[-1].casefold() in tables().body_words:
            return replace(mention, name=owner)  # "the Board's"
        plain = _INSIDE.sub("", mention.name)
        if plain != mention.name and folded(plain).removeprefix("the ") in bodies:
            return replace(mention, name=plain)
    if folded(mention.name).count(" ") < _FULL and not _DIGIT.search(mention.name):
        return mention  # most: nothing is over
    words = [word.strip(_MARKS) for word in folded(_AGE.sub("", mention.name)).split()]
    words = [word for word in words if word]
    if not _FULL < len(words) + (mention.name != _AGE.sub("", mention.name)) <= _LONGEST:
        return mention
    names = {name: None for word in words for name in by_end.get(word, ())}
    for name in sorted(names, key=lambda one: (one.count(" "), one)):  # the barest first
        parts = [part.strip(_MARKS) for part in name.split()]
        at = next(
            (n for n in range(len(words)) if words[n : n + len(parts)] == parts and parts), None
        )
        if at is None or len(parts) == len(words) == len(mention.name.split()):
            continue
        before, behind = words[:at], words[at + len(parts) :]
        is_rank = bool(_RANK.match(mention.name))
        if _is_over(before, small, bodies | posts, is_rank=is_rank) and _is_behind(
            mention.name, behind, name, small
        ):
            told = [] if " ".join(before).removeprefix("the ") in bodies else before
            title = " ".join(dict.fromkeys([*mention.title.split(), *told]))
            kind = ActorKind.PERSON
            return replace(mention, name=known[name], naming=Naming.NAMED, kind=kind, title=title)
    return mention


def _is_over(
    words: list[str], small: frozenset[str], wholes: frozenset[str], *, is_rank: bool
) -> bool:
    """Say whether words before a name are no part of it: a role, a title, a rank, a body's name.

    Args:
        wholes: the names of bodies and of posts, in full.
    """
    if not words:
        return True
    if " ".join(words).removeprefix("the ") in wholes:
        return True
    if set(words) & (tables().elders | tables().youngers):
        return False
    if any(_NO_NAME.search(word) for word in words[-1:]) or set(words) & _PARTS:
        return False  # "the clerk of the weaver Ann Vale" is no Ann Vale
    return words[-1] in small or (len(words) == 1 and is_rank)


def _is_behind(whole: str, words: list[str], name: str, small: frozenset[str]) -> bool:
    """Say whether words behind a name are no part of it."""
    if not words:
        return True
    rest = folded(whole).partition(name)[2].strip()
    return bool(_BEHIND.match(rest)) or (len(words) == 1 and words[0] in small)
