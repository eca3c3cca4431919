"""Which of what a search found somebody wants to see. It only leaves out; the order stays."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from onrecord.core.dates import When
from onrecord.core.identity import ActorId
from onrecord.core.rows import Hit
from onrecord.core.vocabulary import SpeechAct, Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowed:
    """What is asked of something found; None: that is all the same.

    Args:
        actors: only what one of these is said to say.
        own_voice: only what its document says itself, of nobody; False: only what somebody says.
        standing: only statements that take a stance on a claim which stands so.
        start, end: only what may have been said, or else published, between them.
    """

    act: SpeechAct | None = None
    own_voice: bool | None = None
    actors: frozenset[ActorId] | None = None
    source: str | None = None
    standing: Standing | None = None
    start: When | None = None
    end: When | None = None

    def of(
        self,
        found: Iterable[Hit],
        standings: Callable[[], Mapping[str, Iterable[Standing]]],
        published: Callable[[], Mapping[str, When | None]],
    ) -> Iterator[Hit]:
        """Give what is as asked, in its order.

        Args:
            standings: gives the standings of the claims that each statement speaks to.
            published: gives the day of each source.
        """
        stands = standings() if self.standing is not None else {}
        days = published() if self.start is not None or self.end is not None else {}
        for hit in found:
            said = hit.statement
            if self._fits(hit) and (
                self.standing is None
                or (said is not None and self.standing in stands.get(said.id, ()))
            ):
                made = said.made if said is not None else None
                if self._may_lie(made or days.get(hit.source)):
                    yield hit

    def _fits(self, hit: Hit) -> bool:
        said = None if hit.statement is None or hit.statement.is_own_voice else hit.statement
        return (
            (self.source is None or hit.source == self.source)
            and (self.own_voice is None or self.own_voice == (said is None))
            and (self.act is None or (said is not None and said.act is self.act))
            and (self.actors is None or (said is not None and said.actor in self.actors))
        )

    def _may_lie(self, when: When | None) -> bool:
        if self.start is None and self.end is None:
            return True
        return (
            when is not None
            and (self.start is None or when.is_before(self.start) is not True)
            and (self.end is None or when.is_after(self.end) is not True)
        )
