"""One thing that words tell of, in full: a flow, a quantity, a question, with whose words it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from onrecord.core.errors import NoSuchRow
from onrecord.core.flows import TOLD, name_of
from onrecord.core.spans import OffsetMap, Span
from onrecord.core.vocabulary import AsOf
from onrecord.faces.cli.details import context, pairs, party, raw

if TYPE_CHECKING:
    from onrecord.case import Case
    from onrecord.core.events import ProceedingRow

Row = TypeVar("Row")
Pairs = list[tuple[str, str]]


def _found(rows: Sequence[Row], identifier: str) -> Sequence[Row]:
    if not rows:
        raise NoSuchRow(f"{identifier} is not in force as of then", help="see 'onrecord log'")
    return rows


def _print(case: Case, facts: Pairs, source: str, at: Span, marked: tuple[Span, ...]) -> None:
    """Print what is told of something, where that is written, and the words around it."""
    text = case.text(source)
    place = raw(OffsetMap(text.stretches).raw(at))
    pairs([*facts, ("where", f"{text.id}:{at}; in the raw document {place}")])
    context(text.characters, at, marked)


def flow(case: Case, identifier: str, as_of: AsOf) -> None:
    """Print each hop of a flow, with the arrow it belongs to and who tells it."""
    told = [
        (arrow, hop)
        for arrow in case.flows(as_of).arrows
        for hop in arrow.hops
        if hop.id == identifier
    ]
    for arrow, hop in sorted(_found(told, identifier), key=lambda pair: pair[1].number):
        _print(
            case,
            [
                ("flow", f"{hop.id}, hop {hop.number + 1}"),
                ("from", party(hop.giver)),
                ("to", party(hop.taker)),
                ("what", hop.what or "the words do not say"),
                ("means", hop.means),
                ("when", str(hop.when) if hop.when else "the words do not say"),
                ("told as", TOLD[hop.realised]),
                ("standing", f"{arrow.standing.value} ({'; '.join(arrow.because)})"),
                ("others between", "yes, whom no words name" if hop.gap else ""),
                ("told by", hop.attributed()),
                ("statement", hop.statement.id if hop.statement else ""),
                ("the same arrow", f"{name_of(arrow.giver)} → {name_of(arrow.taker)}"),
                ("in", f"{hop.source_label}  {hop.source}"),
            ],
            hop.source,
            hop.around,
            (hop.at,),
        )


def event(case: Case, identifier: str, as_of: AsOf) -> None:
    """Print what is told to have happened, who tells it, and how its proceeding is told to end."""
    happened = case.events(as_of)
    for row in _found([one for one in happened.rows if one.id == identifier], identifier):
        matters = [
            one
            for one in happened.proceedings
            if any((step.source, step.id) == (row.source, row.id) for step in one.steps)
        ]
        _print(
            case,
            [
                ("event", row.id),
                ("kind", row.kind.value),
                ("told as", TOLD[row.realised]),
                *((role.value, party(one)) for role, one in row.participants),
                ("when", str(row.when) if row.when else "the words do not say"),
                ("place", row.place),
                ("matter", row.matter),
                ("law", "; ".join(row.law)),
                ("outcome", row.outcome),
                ("told by", row.attributed()),
                ("statement", row.statement.id if row.statement else ""),
                ("how it ended", "\n".join(_ending(one) for one in matters)),
                ("in", f"{row.source_label}  {row.source}"),
            ],
            row.source,
            row.around,
            (row.at,),
        )


def _ending(one: ProceedingRow) -> str:
    return one.ending.attributed(240) if one.ending else "no source tells of an end"


def quantity(case: Case, identifier: str, as_of: AsOf) -> None:
    """Print how many or how much, and whose words that is."""
    for row in _found([r for r in case.quantities(as_of) if r.id == identifier], identifier):
        number = "none is given" if row.number is None else f"{row.number:.15g}"
        upto = "" if row.most is None else f" to {row.most:.15g}"
        _print(
            case,
            [
                ("quantity", row.id),
                ("words", row.counted),
                ("bound", row.bound.value),
                ("number", f"{number}{upto}"),
                ("unit", row.unit),
                ("item", row.item),
                ("said of", row.owner),
                ("actor", f"{row.actor_name}  {row.actor}" if row.actor else ""),
                ("told by", row.attributed()),
                ("statement", row.statement.id if row.statement else ""),
                ("in", f"{row.source_label}  {row.source}"),
            ],
            row.source,
            row.around,
            (row.at,),
        )


def question(case: Case, identifier: str, as_of: AsOf) -> None:
    """Print what is asked, of whom, by whom, and by what day."""
    for row in _found([r for r in case.questions(as_of) if r.id == identifier], identifier):
        _print(
            case,
            [
                ("question", row.id),
                ("asked by", row.attribution),
                ("asked", party(row.asked)),
                ("put", str(row.put) if row.put else "the words do not say"),
                ("due", str(row.due) if row.due else "the words do not say"),
                ("statement", row.statement.id),
                ("in", f"{row.source_label}  {row.source}"),
            ],
            row.source,
            row.at,
            row.spans,
        )


BY_KIND: dict[str, Callable[[Case, str, AsOf], None]] = {
    "flow": flow,
    "event": event,
    "quantity": quantity,
    "question": question,
}
