"""Claims: propositions on which the statements of many documents take a stance.

`grouped` gives the claims of a case: what the machine proposes (`proposed`), with what people
decided laid over it (`decided`). `placed` gives the stance of statements on a claim that is given
in words. All are pure functions of what they are given; what is costly is remembered where `memory`
keeps it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from onrecord.assess.claims.labels import Relation
from onrecord.assess.claims.measure import Measure, Memory
from onrecord.assess.claims.steps import Step
from onrecord.core import doors
from onrecord.core.laid import UNLAID, Laid
from onrecord.core.vocabulary import Claim, Judgement, Position, Stance

if TYPE_CHECKING:
    from onrecord.assess.claims.beside import Nearest
    from onrecord.assess.claims.in_general import who_gives_up
    from onrecord.assess.claims.judged import Placing
    from onrecord.assess.claims.meaning import Meanings
    from onrecord.assess.claims.told import Place
    from onrecord.assess.claims.wordings import WORDINGS
    from onrecord.assess.claims.wordings import wordings as worded
    from onrecord.assess.speaking import Parties
    from onrecord.core.said import StatementRow

doors.open_later(
    __name__,
    {
        "in_general": "who_gives_up",
        "told": "Place",
        "wordings": "WORDINGS wordings:worded",
    },
)


def grouped(
    statements: Sequence[StatementRow],
    judgements: Iterable[Judgement],
    measure: Measure,
    *,
    wordings: Mapping[Place, str] | None = None,
    memory: Memory | None = None,
) -> list[Claim]:
    """Group statements into claims with the stance of each, and apply what people decided.

    Args:
        judgements: those in force, in their order; what is not about claims is passed over.
        statements, measure, wordings, memory: as for `proposed`.
    """
    claims, _ = proposed(statements, measure, wordings=wordings, memory=memory)
    return decided(
        claims,
        judgements,
        lambda: statements,
        lambda words: placed(words, statements, measure, wordings=wordings, memory=memory),
    )


def proposed(
    statements: Sequence[StatementRow],
    measure: Measure,
    *,
    wordings: Mapping[Place, str] | None = None,
    memory: Memory | None = None,
    before: Sequence[Step] = (),
) -> tuple[list[Claim], list[Step]]:
    """Group statements into claims with the stance of each: what the machine proposes.

    Every statement is held against the nearest of those before it; the work grows with their
    number and not with its square. A claim is named by its founding statement: adding statements
    at the end renames none. The same statements give the same claims.

    Args:
        statements: in the order in which they came to be known to the case; the order decides who
            founds a claim.
        measure: compares texts: `load_measure()`.
        wordings: for a statement (source, id), its content with names in the place of pronouns
            (`worded` makes it); where there is none, the content is taken as it is.
        memory: where vectors and comparisons are kept by what they depend on; the ledger is one.
        before: the steps by which statements were grouped before; as far as they fit, they are
            taken again and nothing is worked out.

    Returns:
        The claims, and the steps by which they came about.
    """
    # numpy is loaded only by who asks for claims.
    from onrecord.assess.claims.asked import Asked
    from onrecord.assess.claims.grouping import proposed as grouped_anew

    return grouped_anew(Asked(statements, measure, lambda: wordings or {}, memory), before)


def decided(
    claims: Iterable[Claim],
    judgements: Iterable[Judgement],
    statements: Callable[[], Iterable[StatementRow]],
    placing: Placing,
) -> list[Claim]:
    """Lay what people decided over proposed claims.

    Args:
        judgements: those in force, in their order; what is not about claims is passed over.
        statements: gives those of the case, if a decision names some.
        placing: gives the positions on a claim that somebody writes.
    """
    from onrecord.assess.claims.judged import judged

    return judged(
        claims,
        judgements,
        lambda: (
            Position(source=row.source, statement=row.id, stance=Stance.DOES_NOT_ADDRESS)
            for row in statements()
        ),
        placing,
    )


def placed(
    wording: str,
    statements: Sequence[StatementRow],
    measure: Measure,
    *,
    wordings: Mapping[Place, str] | None = None,
    memory: Memory | None = None,
    parties: Parties | None = None,
) -> tuple[Position, ...]:
    """Give the positions of statements on a claim in words; who does not address it is left out.

    Args:
        wording: the claim: a plain sentence that says who did what.
        statements, measure, wordings, memory: as for `grouped`.
        parties: tells for whom speakers speak; None: the statements alone tell it.
    """
    from onrecord.assess.claims import placing
    from onrecord.assess.claims.asked import Asked

    asked = Asked(statements, measure, lambda: wordings or {}, memory, parties)
    found = placing.placed(wording, asked)
    asked.keep()
    return found


def nearest(
    statements: Sequence[StatementRow],
    measure: Measure,
    *,
    wordings: Callable[[], Mapping[Place, str]],
    memory: Memory | None = None,
    laid: Laid = UNLAID,
) -> Nearest:
    """Make statements ready to be found by what words of a draft mean.

    Args:
        statements, measure, memory: as for `grouped`.
        wordings: gives those that `grouped` is given.
        laid: has what all statements together tell.
    """
    from onrecord.assess.claims.beside import Nearest

    return Nearest(statements, measure, wordings, memory, laid)


def meanings(
    statements: Sequence[StatementRow],
    measure: Measure,
    *,
    wordings: Mapping[Place, str],
    memory: Memory | None = None,
) -> Meanings:
    """Make statements ready to be found by their meaning.

    Args:
        statements, measure, wordings, memory: as for `grouped`.
    """
    from onrecord.assess.claims.meaning import Meanings

    return Meanings.of(statements, measure, wordings, memory)


def read_meanings(body: bytes) -> Meanings:
    """Read the vectors that `Meanings.written` wrote."""
    from onrecord.assess.claims.meaning import Meanings

    return Meanings.read(body)


def load_measure() -> Measure:
    """Give the measure that ships: the network of claims, loaded once a process.

    Its `vectors` serve whatever looks for texts that mean alike.
    """
    from onrecord.assess.claims.model import shipped

    return shipped()


__all__ = [
    "WORDINGS",
    "Measure",
    "Memory",
    "Place",
    "Relation",
    "Step",
    "decided",
    "grouped",
    "load_measure",
    "meanings",
    "nearest",
    "placed",
    "proposed",
    "read_meanings",
    "who_gives_up",
    "worded",
]
