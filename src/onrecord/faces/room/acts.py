"""What forms offer to choose from: scales, names, documents, and the rows a page is about.

Asked for when a page is made, under the lock of its record. Words of statements and claims come out
of it only with whose they are and how they stand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from onrecord.core.deciding import hypothesis_of
from onrecord.core.entered import DateBound
from onrecord.core.grading import Credibility, Fit, Likelihood, Reliability
from onrecord.core.rows import SourceRow
from onrecord.core.vocabulary import Commitment, Met, SpeechAct, Stance, Standing
from onrecord.faces.room import choosing
from onrecord.show import Site


class Acts:
    """What one page offers to choose from."""

    likelihood = tuple(Likelihood)
    reliability = tuple(Reliability)
    credibility = tuple(Credibility)
    fits = tuple(Fit)
    stances = tuple(Stance)
    standings = tuple(Standing)
    met = tuple(Met)
    speech_acts = tuple(SpeechAct)
    commitments = tuple(one.word for one in Commitment)
    bounds = tuple(DateBound)
    orders: Mapping[str, str] = choosing.ORDERS

    def __init__(self, site: Site) -> None:
        self._site = site

    @cached_property
    def holders(self) -> Sequence[str]:
        """Everybody who takes a stance on a claim."""
        return choosing.holders(self._site.rows.claimed.rows)

    @property
    def sources(self) -> Sequence[SourceRow]:
        """The documents that were read."""
        return [row for row in self._site.rows.sources if row.refusal is None]

    def given_by(self, hypothesis: str) -> str:
        """Give the judgement that put a hypothesis on record."""
        given = self._site.rows.judged.rows
        return next((one.id for one in given if hypothesis_of(one.id) == hypothesis), "")
