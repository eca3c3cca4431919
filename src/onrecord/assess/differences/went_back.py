"""What one side denied and later grants, or held and later will not stand by.

Nothing needs to be told of a claim for it. Two things that one voice says are held against each
other where the later goes back by its own words ("we now accept that", "after all", "can no longer
say"), the earlier says the contrary, and both share most of what the shorter is about. A voice is
a person, or a body with those who hold a post in it. That nobody settles it is in its nature.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.assess.differences.differences import alike, weights
from onrecord.core.differences import DifferenceRow, Matter, ToldRow

LEAST = 0.34
"""The share of the lighter one's weight that both must have, weighed by how rare words are."""

_SAME, _NEARLY = 0.6, 0.75
"""How alike two are that are one told again; and how near the best the first has to come."""

_AT_ONCE = 3
"""Days within which the body's own document goes before who reported of it sooner."""

_COMMON = 60
"""What a voice says in more places than this finds nothing: the work grows with the statements."""

_GRANTS = re.compile(
    r"\b(?:accept|acknowledg|conced|admit|recogni[sz]|grant|own)(?:e?s|e?d|ted|ing)?\b"
    r"(?:,? (?:\w+ ){0,2}\w+,)? (?:now |today |freely )?that\b"
    r"|\bnow (?:accept|acknowledg|conced|admit)\w*\b|\bafter all\b|\bon reflection\b"
    r"|\b(?:did|does) (?!(?:not|nothing|no|so|nor|he|she|they|it|you|we|the|an?|this|that|any|"
    r"anyone|anybody|what|as|have|be|well)\b)(?:in fact )?[a-z]+\b"
    r"|\b(?:was|were|is|are) (?:wrong|mistaken|incorrect|untrue) (?:to|when|in|about|that)\b",
    re.IGNORECASE,
)
"""Words by which somebody grants what they did not before."""

_AFTER_ALL = re.compile(r"\bafter all\b", re.IGNORECASE)
_LEAVES = re.compile(
    r"\b(?:can|could|would|will|do|does) (?:no longer|not (?:now|any longer|any more))\b"
    r"|\bno longer (?:claims?|says?|maintains?|believes?|stands?|holds?|insists?|swears?|sure|"
    r"certain)\b|\bcan(?:[’']t|not) (?:\w+ ){1,3}(?:now|any more|any longer)\b"
    r"|\b(?:takes?|took) (?:it |that |this )?back\b|\bgo(?:es|ne)? back on\b|\bwent back on\b",
    re.IGNORECASE,
)
"""Words by which somebody will not stand by what they said."""

_DENIES = re.compile(
    r"\b(?:no|not|never|none|nothing|nobody|neither|nor|without|cannot)\b|n[’']t\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Stood:
    """What a voice says in one place.

    `voices`: all that tells whose it is; who shares one of them is one. `said`: its words, `about`
    their stems. `page` tells versions of one page.
    """

    voices: frozenset[str]
    said: str
    about: frozenset[str]
    row: ToldRow
    page: str = ""

    @property
    def grants(self) -> bool:
        """Say whether it grants something, and does not deny in the same breath."""
        found = _GRANTS.search(self.said)
        return found is not None and not _DENIES.search(self.said, found.end())

    @property
    def leaves(self) -> bool:
        """Say whether it gives up what was said before."""
        return bool(_LEAVES.search(self.said))

    @property
    def denies(self) -> bool:
        return bool(_DENIES.search(self.said))


def turns(words: str) -> bool:
    """Say whether words grant what was denied, or give up what was said."""
    return bool(_GRANTS.search(words) or _LEAVES.search(words))


def went_back(stood: Iterable[Stood]) -> Iterator[DifferenceRow]:
    """Find what a voice says that goes against what it said before, each turn once."""
    rows = list(stood)
    weight = weights(row.about for row in rows)
    holders: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        for voice in row.voices:
            for word in row.about:
                holders[voice, word].append(number)
    done: dict[str, list[tuple[Stood, Stood]]] = defaultdict(list)
    for now in sorted(rows, key=lambda row: row.row.day):
        if not now.row.day or not (now.grants or now.leaves):
            continue
        before = _before(now, rows, holders, weight)
        if before is None or any(
            _is_again(before, now, *one, weight) for voice in before.voices for one in done[voice]
        ):
            continue
        for voice in before.voices:
            done[voice].append((before, now))
        yield DifferenceRow(
            matter=Matter.POSITION if now.grants else Matter.GIVEN_UP,
            one=before.row,
            other=now.row,
            because=(
                "one side says the one and later grants the other"
                if now.grants
                else "one side says the one and later does not stand by it",
            ),
        )


def _is_again(
    before: Stood, now: Stood, first: Stood, turn: Stood, weight: dict[str, float]
) -> bool:
    """Say whether a turn is told already: of the same words, or it is the same turn again."""
    if now.grants != turn.grants:
        return False
    same = before.row.at == first.row.at and before.row.source == first.row.source
    return same or alike(before.about, first.about, weight, fewest=2) >= _SAME


def _before(
    now: Stood,
    rows: Sequence[Stood],
    holders: dict[tuple[str, str], list[int]],
    weight: dict[str, float],
) -> Stood | None:
    """Give where the voice first said what is most like what it says now, and says the contrary.

    Only what shares words that the voice does not use all the time is looked at.
    """
    near: Counter[int] = Counter()
    for word in now.about:
        places: set[int] = set()
        for voice in now.voices:
            if len(holders[voice, word]) <= _COMMON:
                places.update(holders[voice, word])
        near.update(places)
    fewest = 1 if _AFTER_ALL.search(now.said) else 2
    found: list[tuple[float, Stood]] = []
    for one in (rows[number] for number in sorted(near) if near[number] >= fewest):
        if not 0 < one.row.day < now.row.day or (one.page and one.page == now.page):
            continue
        if not (one.denies if now.grants else not one.denies and not one.leaves):
            continue
        if alike(one.about, now.about, weight, fewest=fewest) >= LEAST:
            found.append((sum(weight[word] for word in one.about & now.about), one))
    most = max((shared for shared, _ in found), default=0.0)
    likely = [one for shared, one in found if shared >= _NEARLY * most]
    first = min((one.row.day for one in likely), default=0)
    return min(
        likely,
        key=lambda one: (one.row.day > first + _AT_ONCE, not one.row.official, one.row.day),
        default=None,
    )
