"""To how many independent origins do the documents that carry a claim go back?

The origin is whoever first made the statement. Each document is put under the most specific thing
that its words give: whoever is named as saying it, then the document it copies, quotes, rewrites or
names, then its outlet's unnamed sources (those of several outlets are one, where nothing tells that
they are two), then the earliest origin there is. So one body is one origin, whenever and wherever
it is quoted; an admission by the other side, a decision and a misreport, each with a speaker of its
own, are origins of their own. Two parties of whom one is said to rest on the other's account are
one. Where nothing tells, nothing is counted twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from onrecord.assess.origins.counting import Partition, origins_of
from onrecord.assess.speaking import Carrier, Tree, origin_of, voice_of
from onrecord.assess.standing import only_proposed
from onrecord.core.claims import PositionRow
from onrecord.core.origins import CountedOrigins
from onrecord.core.vocabulary import Stance

CARRIES = (Stance.ASSERTS, Stance.REPORTS)
"""The stances of a document that carries a claim."""


def claim_origins(positions: Sequence[PositionRow], tree: Tree) -> CountedOrigins:
    """Count the independent origins of a claim, from the positions that statements take on it.

    A position that withdraws takes its origin with it, as does the retraction of a document whose
    origin is in no other document. Later words of the same party stand: give the positions that
    hold as of the day that is asked about.
    """
    carriers = [
        Carrier(
            source=one.statement.source,
            at=one.statement.at,
            statement=None if one.statement.is_own_voice else one.statement,
        )
        for one in _of_the_text(positions, tree)
    ]
    made = _with_those_again(origins_of(carriers, tree), carriers, tree)
    names = {name: number for number, name in enumerate(made.keys)}
    index = []
    for one in positions:
        if one.stance in CARRIES and one.statement.source in made.number:
            index.append(made.number[one.statement.source])
        else:
            voice = origin_of(one.statement, tree)
            key = made.groups.of(voice.key) if voice is not None else ""
            index.append(names.get(key, -1))
    fallen = _fallen(positions, index, made, tree)
    return CountedOrigins(
        origins=made.origins,
        because=made.because,
        index=tuple(index),
        names=made.names,
        fallen=fallen,
    )


def _with_those_again(made: Partition, carriers: Sequence[Carrier], tree: Tree) -> Partition:
    """Add the documents that have the carrying words again, each under the origin of the other.

    They make no origin of their own, so no count is changed by them.
    """
    again = tree.again([(one.source, one.at) for one in carriers])
    if not again:
        return made
    origins = [list(together) for together in made.origins]
    number = dict(made.number)
    because = []
    for source, of in again.items():  # what a document has from another comes after that other
        if source not in tree.documents or of not in number:
            continue
        number[source] = number[of]
        origins[number[of]].append(source)
        names = tree.documents[source].label, tree.documents[of].label
        because.append(f"{names[0]} has the words of {names[1]} again")
    return replace(
        made,
        origins=tuple(tuple(sorted(some, key=tree.order.__getitem__)) for some in origins),
        number=number,
        because=(*made.because, *because),
    )


def _of_the_text(positions: Sequence[PositionRow], tree: Tree) -> list[PositionRow]:
    """Give the positions that carry a claim, without those that are put to another of their text.

    A headline that names somebody in short is put to whom the text names: it is no second voice.
    """
    found = [one for one in positions if one.stance in CARRIES and not only_proposed(one)]
    if len({one.statement.source for one in found}) == len(found):
        return found  # nobody is put to another of their text
    own = {
        one.statement.source
        for one in found
        if (voice := voice_of(one.statement, tree)) is not None
        and one.party == f"party {voice.key}"
    }
    return [
        one
        for one in found
        if one.statement.source not in own
        or (voice := voice_of(one.statement, tree)) is None
        or not voice.is_somebody
        or not one.party.startswith("party ")
        or one.party == f"party {voice.key}"
    ]


def _fallen(
    positions: Sequence[PositionRow], index: Sequence[int], made: Partition, tree: Tree
) -> frozenset[int]:
    """Give the origins whose party has withdrawn since it last asserted, or that were retracted."""
    fallen = set()
    for number, sources in enumerate(made.origins):
        last = _last(one for one, at in zip(positions, index, strict=True) if at == number)
        if last is Stance.WITHDRAWS or sources[0] in tree.retracted:
            fallen.add(number)
    return frozenset(fallen)


def _last(positions: Iterable[PositionRow]) -> Stance | None:
    """Give the stance that was taken last by those who assert or withdraw; undated: as listed."""
    stance = None
    latest = ""
    for one in positions:
        day = one.said.edtf if one.said is not None else latest
        if one.stance in (Stance.ASSERTS, Stance.WITHDRAWS) and day >= latest:
            stance, latest = one.stance, day
    return stance
