"""Which decisions a view of the record depends on: a key for each, of all that could change it.

What is costly is remembered under such a key. So a judgement on a claim leaves the actors alone,
and taking a judgement back finds again what was worked out before it.
"""

from __future__ import annotations

from onrecord.core.deciding import FOUND
from onrecord.core.identity import kind_of
from onrecord.core.vocabulary import Judgement, Verb
from onrecord.ledger import Clause

_CLAIM = "claim"
_CLAIMS = (Verb.JOIN, Verb.PART, Verb.CONFIRM, Verb.REJECT, Verb.REWORD, Verb.PLACE)


def people(force: Clause) -> str:
    """Name what actors depend on: who was joined or parted, and which rows were rejected."""
    rejected = sorted(row for row in force.decisions.rejected if kind_of(row) != _CLAIM)
    return force.key_of(_joins_people, rejected)


def rows(force: Clause) -> str:
    """Name what statements and replies depend on, with their actors.

    Not their marks: nothing is worked out from these, and they are laid over what is given out.
    """
    mere = force.decisions.mere
    return force.key_of(lambda one: one.id not in mere and _changes_rows(one))


def marks(force: Clause) -> str:
    """Name what was graded, whatever it is, and what was confirmed that stood already."""
    mere = force.decisions.mere
    return force.key_of(lambda one: one.verb is Verb.GRADE or one.id in mere)


def all_but_marks(force: Clause) -> str:
    """Name every entry in force, but for the judgements that only mark a row."""
    mere = force.decisions.mere
    return force.key_of(lambda one: one.verb is not Verb.GRADE and one.id not in mere)


def claims(force: Clause) -> str:
    """Name what the claims depend on: the rows, and what was decided on claims."""
    mere = force.decisions.mere
    return force.key_of(
        lambda one: (one.id not in mere and _changes_rows(one)) or is_on_claims(one)
    )


def is_on_claims(one: Judgement) -> bool:
    """Say whether a judgement decides something on claims."""
    return one.verb is Verb.WRITE or (one.verb in _CLAIMS and _names_claims(one))


def _joins_people(one: Judgement) -> bool:
    return one.verb in (Verb.JOIN, Verb.PART) and not _names_claims(one)


def _changes_rows(one: Judgement) -> bool:
    if one.verb in (Verb.CONFIRM, Verb.REJECT):
        return any(kind_of(row) in FOUND for row in one.about)
    return _joins_people(one)


def _names_claims(one: Judgement) -> bool:
    return any(kind_of(row) == _CLAIM for row in one.about)
