"""Posts and names told in two ways: one post of two namesakes, a post told as past and as present.

Only what two documents say of one post in one body, or of one actor, is held apart. That somebody
holds two posts is no difference, nor that one followed another.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.core.differences import DifferenceRow, Matter, SettledRow, ToldRow
from onrecord.core.folding import fold
from onrecord.core.sentences import stems

_OF = re.compile(r"\s(?:of|for|at|in|to)\s")

NAME_AT_LEAST = 5
"""Letters of a surname: shorter ones differ by a letter too easily."""


@dataclass(frozen=True, slots=True)
class Held:
    """That somebody holds or held a post, in one sentence.

    `who` tells holders apart; `words` are the stems of post and body; `past`: it is told as over;
    `until`: the last day of it, as an ordinal, 0 where that is not told. `wide` are the words with
    those of the body that put the document out, where it names none.
    """

    who: str
    name: str
    post: str
    body: str
    words: frozenset[str]
    past: bool
    row: ToldRow
    around: frozenset[str] = frozenset()
    until: int = 0
    wide: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Borne:
    """A name of somebody, in the words of one place."""

    who: str
    name: str
    row: ToldRow


def two_holders(held: Iterable[Held]) -> Iterator[DifferenceRow]:
    """Find one post of one body that two bearers of one surname are told to hold or have held."""
    posts: dict[tuple[str, str, str], list[Held]] = defaultdict(list)
    for one in held:
        if one.body and len(one.name.split()) > 1:
            posts[fold(one.post), fold(one.body), fold(one.name).split()[-1]].append(one)
    for rows in posts.values():
        if len({row.who for row in rows}) < 2:
            continue
        pairs = [
            (len(a.around & b.around), a, b)
            for n, a in enumerate(rows)
            for b in rows[n + 1 :]
            if a.who != b.who and a.row.source != b.row.source and fold(a.name) != fold(b.name)
        ]
        if not pairs:
            continue
        _, one, other = max(pairs, key=lambda pair: pair[0])
        yield DifferenceRow(
            matter=Matter.HOLDER,
            one=one.row,
            other=other.row,
            because=(
                f"both are told to be or have been {one.post}, {one.body}, and bear one surname",
            ),
            settled=_more_say(one, other, rows),
        )


def _more_say(one: Held, other: Held, rows: Sequence[Held]) -> SettledRow | None:
    backed = {
        side: [r for r in rows if r.who == held.who and r.row.source != held.row.source]
        for side, held in ((1, one), (2, other))
    }
    sides = [side for side, found in backed.items() if found]
    if len(sides) != 1:
        return None
    by = backed[sides[0]][0].row
    because = f"on balance: {by.source_label} tells it so too, and nobody else the other"
    return SettledRow(side=sides[0], because=because, by=by)


def past_and_present(held: Sequence[Held]) -> Iterator[DifferenceRow]:
    """Find a post that a later document tells as held, and an earlier one as over.

    Where the day is told on which it ended, that is before the document that tells it as held,
    whichever of the two came first.
    """
    by_actor: dict[str, list[Held]] = defaultdict(list)
    for one in held:
        by_actor[one.who].append(one)
    for rows in by_actor.values():
        over = [row for row in rows if row.past and row.row.day]
        done: set[frozenset[str]] = set()
        for now in (row for row in rows if not row.past):
            before = next((o for o in over if _is_over(o, now)), None)
            if before is None or before.row.source == now.row.source or before.words in done:
                continue
            done.add(before.words)
            yield DifferenceRow(
                matter=Matter.POST,
                one=before.row,
                other=now.row,
                because=(f"{before.name} is told to hold no longer what is later told as held",),
                settled=_another_post(now, rows) or _its_own_word(before, now),
            )


def _is_over(over: Held, now: Held) -> bool:
    if 0 < over.until < now.row.day and _may_be_one_post(over, now):
        return True
    return _one_post(over, now) and over.row.day <= now.row.day


def _may_be_one_post(one: Held, other: Held) -> bool:
    """Say whether two posts have one noun and a word more in common: its field or its body."""
    noun = stems(_OF.split(one.post)[0])
    same = noun == stems(_OF.split(other.post)[0])
    return same and len(one.wide & other.wide - noun) > 0


def _one_post(one: Held, other: Held) -> bool:
    return len(one.words) > 1 and one.words == other.words


def _its_own_word(over: Held, now: Held) -> SettledRow | None:
    """Say that it is over where an official document gives its last day and the other none."""
    if not over.until or not over.row.official or now.row.official:
        return None
    because = f"so says {over.row.source_label}, an official document"
    return SettledRow(side=1, because=because, by=over.row)


def _another_post(now: Held, rows: Sequence[Held]) -> SettledRow | None:
    """Find the official document that gives another post at about that time."""
    for row in rows:
        near = abs(row.row.day - now.row.day) <= 60
        if row.row.official and near and not row.past and not row.words >= now.words:
            because = (
                f"{row.row.source_label}, an official document, gives another post: {row.post}"
            )
            return SettledRow(side=1, because=because, by=row.row)
    return None


def spelt_apart(borne: Iterable[Borne]) -> Iterator[DifferenceRow]:
    """Find persons whose first names agree and whose surnames differ in one letter."""
    by_first: dict[tuple[str, str], dict[str, Borne]] = defaultdict(dict)
    for one in borne:
        parts = fold(one.name).split()
        if len(parts) > 1 and len(parts[-1]) >= NAME_AT_LEAST:
            by_first[parts[0], parts[-1][0]].setdefault(parts[-1], one)
    for surnames in by_first.values():
        rows = list(surnames.items())
        for n, (name, one) in enumerate(rows):
            for other_name, other in rows[n + 1 :]:
                if one.row.source != other.row.source and one_letter_apart(name, other_name):
                    yield DifferenceRow(
                        matter=Matter.NAME,
                        one=one.row,
                        other=other.row,
                        because=("one letter apart, and the first name is one; two may be meant",),
                    )


def one_letter_apart(one: str, other: str) -> bool:
    """Say whether a letter more, less or other makes two words one, or two that changed places."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    start = 0
    while start < min(len(one), len(other)) and one[start] == other[start]:
        start += 1
    end = 0
    while end < min(len(one), len(other)) - start and one[-1 - end] == other[-1 - end]:
        end += 1
    left, right = one[start : len(one) - end], other[start : len(other) - end]
    return max(len(left), len(right)) <= 1 or (len(left) == 2 and left == right[::-1])
