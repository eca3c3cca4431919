"""Who is told to have passed what to whom: nodes, and lines drawn by their standing.

No line is a fact, and no two standings look the same in grey: who denies it doubles a line, what is
only alleged is dashed, what independent origins tell is heavy, and each has a word besides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

from onrecord.core.flows import ArrowRow, IdentityRow, key_of
from onrecord.core.identity import ActorId
from onrecord.core.rows import Party
from onrecord.core.vocabulary import Naming, Realised, SpeechAct, Standing
from onrecord.core.wording import SOMEBODY, quoted
from onrecord.show.gathered import Gathered
from onrecord.show.graph import Place
from onrecord.show.places import Places, file_name
from onrecord.show.press import page_of, party_shown

_NAME = 28
"""Characters of a name in the picture."""

_FADED = (Standing.WITHDRAWN, Standing.SUPERSEDED, Standing.UNADDRESSED)
_DOUBLED = (Standing.DENIED, Standing.DISPUTED, Standing.DOUBTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What joins two nodes: an arrow that is told, or the claim that two are one.

    `look` are the classes by which it is drawn, `word` says the same, `told` is what it is called
    in full, with whose word it is.
    """

    giver: int
    taker: int
    look: str
    word: str
    told: str
    href: str
    arrow: ArrowRow | None = None
    identity: IdentityRow | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Somebody: `shown` is the name cut short, `focus` the page of the part around them.

    `above`: the name stands above their place in the picture.
    """

    name: str
    shown: str
    page: str
    focus: str
    actor: ActorId | None = None
    place: Place | None = None
    above: bool = False


@dataclass(frozen=True, slots=True)
class Network:
    """All nodes and lines of a record."""

    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]


def network_of(rows: Gathered, places: Places) -> Network:
    """Put together who gave, who took, and who is held to be whom."""
    names = {
        actor.id: actor.name if actor.naming is Naming.NAMED else quoted(actor.name, 80)
        for actor in rows.actors
    }
    nodes: dict[object, Node] = {}
    numbers: dict[object, int] = {}

    def number(party: Party | None, place: object) -> int:
        actor = key_of(party)
        known = names.get(actor) if actor is not None else None
        # Two who are not named are not known to be one.
        key: object = place if known is None else actor
        if key not in nodes:
            name = known or (party_shown(party) if party else SOMEBODY)
            page = None if known is None else places.actor_page(actor)
            nodes[key] = Node(
                name=name,
                shown=_short(name),
                page=page or "",
                focus=f"network/{file_name(str(actor))}.html" if known else "",
                actor=actor if known else None,
            )
            numbers[key] = len(numbers)
        return numbers[key]

    found: list[Line] = []
    for index, arrow in enumerate(rows.arrows):
        look, word = drawn_as(arrow)
        found.append(
            Line(
                giver=number(arrow.giver, (index, 0)),
                taker=number(arrow.taker, (index, 1)),
                look=look,
                word=word,
                told=f"{_title(arrow.giver, arrow.taker, '→')}: {word}; {'; '.join(arrow.because)}",
                href=f"{page_of('flows', index)}#arrow-{index + 1}",
                arrow=arrow,
            )
        )
    for row in _identities(rows):
        one, other = number(row.one, (row.id, 0)), number(row.other, (row.id, 1))
        found.append(
            Line(
                giver=one,
                taker=other,
                look="same",
                word="held to be one",
                told=f"{_title(row.one, row.other, '≟')}: {row.condition}",
                href=places.words(row.source, row.at),
                identity=row,
            )
        )
    return Network(tuple(nodes.values()), tuple(found))


def _short(name: str) -> str:
    """Cut a long name; a description keeps its quotation marks."""
    if len(name) <= _NAME:
        return name
    return quoted(name.strip("“”"), _NAME) if name.startswith("“") else f"{name[: _NAME - 1]}…"


def _identities(rows: Gathered) -> list[IdentityRow]:
    """Give the identity claims that somebody makes, where one of the two is in an arrow."""
    ends = {key_of(party) for arrow in rows.arrows for party in (arrow.giver, arrow.taker)} - {None}
    found = {row.id: row for held in rows.held_to_be.values() for row in held}
    return [
        row
        for row in found.values()
        if ends & {row.one.actor, row.other.actor}
        and not (row.statement is not None and row.statement.act is SpeechAct.DENIES)
    ]


def drawn_as(arrow: ArrowRow) -> tuple[str, str]:
    """Give the classes by which an arrow is drawn, and the word that says the same."""
    done = any(hop.realised is Realised.DONE for hop in arrow.hops)
    look = {
        "heavy": arrow.standing is Standing.CORROBORATED,
        "double": arrow.standing in _DOUBLED,
        "faded": arrow.standing in _FADED,
        "dashed": not done and arrow.standing is not Standing.CORROBORATED,
    }
    alleged = any(hop.realised is Realised.ALLEGED for hop in arrow.hops)
    only = not done and alleged
    if only and arrow.standing is Standing.ASSERTED:
        word = "alleged"
    else:
        word = f"{arrow.standing.value}{', alleged' if only else ''}"
    return " ".join(name for name, on in look.items() if on), word


def _title(one: Party | None, other: Party | None, sign: str) -> str:
    ends = [party_shown(party) if party else SOMEBODY for party in (one, other)]
    return f"{ends[0]} {sign} {ends[1]}"


def around(whole: Network, middle: int) -> Network:
    """Give what lies at most two lines from a node."""
    next_to: dict[int, set[int]] = defaultdict(set)
    for one in whole.lines:
        next_to[one.giver].add(one.taker)
        next_to[one.taker].add(one.giver)
    near = {middle} | next_to[middle]
    near |= {further for node in next_to[middle] for further in next_to[node]}
    return only(whole, near)


def only(whole: Network, kept: Iterable[int]) -> Network:
    """Give what lies between some nodes alone; they get numbers of their own."""
    order = sorted(kept)
    place = {node: number for number, node in enumerate(order)}
    return Network(
        tuple(whole.nodes[node] for node in order),
        tuple(
            replace(one, giver=place[one.giver], taker=place[one.taker])
            for one in whole.lines
            if one.giver in place and one.taker in place
        ),
    )
