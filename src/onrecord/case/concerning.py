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

    Not their grades: nothing is worked out from these, and they are laid over what is given out.
    """
    return force.key_of(_changes_rows)


def grades(force: Clause) -> str:
    """Name what was graded, whatever it is."""
    return force.key_of(lambda one: one.verb is Verb.GRADE)


def claims(force: Clause) -> str:
    """Name what the claims depend on: the rows, and what was decided on claims."""
    return force.key_of(lambda one: _changes_rows(one) or is_on_claims(one))


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
