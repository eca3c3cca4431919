"""Who went back on what they said: what each voice of a case says, put to be held apart."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from onrecord import assess
from onrecord.case.officials import is_official
from onrecord.core.differences import DifferenceRow, ToldRow
from onrecord.core.folding import fold
from onrecord.core.identity import ActorId, SourceId
from onrecord.core.posts import TenureRow
from onrecord.core.rows import ActorRow, SourceRow, StatementRow
from onrecord.core.sentences import sentences, stems
from onrecord.core.spans import Span
from onrecord.core.vocabulary import ActorKind, Naming, Text


class WentBack:
    """Holds what voices say at one pair of clocks against what they said before.

    Args:
        told: makes a row of a sentence of a source, with its value.
    """

    def __init__(
        self,
        sources: Iterable[SourceRow],
        text: Callable[[SourceRow], Text],
        actors: Iterable[ActorRow],
        tenures: Iterable[TenureRow],
        statements: Iterable[StatementRow],
        told: Callable[[SourceId, str, str, Span], ToldRow],
    ) -> None:
        self._sources = {row.id: row for row in sources if row.text is not None}
        self._texts = {row.id: text(row) for row in self._sources.values()}
        self._told, self._said = told, list(statements)
        self._bodies = _bodies(actors)
        self._of: dict[ActorId, set[str]] = defaultdict(set)
        for row in tenures:
            if row.actor is not None and not row.listed:
                own = self._sources.get(row.source)
                put_out = own.outlet if own is not None and is_official(own.outlet) else ""
                if row.body or put_out:
                    self._of[row.actor].add(self._body(row.body or put_out))

    def rows(self) -> Iterator[DifferenceRow]:
        """Give what somebody grants that they denied, or does not stand by any longer."""
        yield from assess.went_back(self._stood())

    def _stood(self) -> Iterator[assess.Stood]:
        by_source: dict[SourceId, list[StatementRow]] = defaultdict(list)
        for row in self._said:
            by_source[row.source].append(row)
        for source in self._sources.values():
            text = self._texts[source.id]
            characters = text.characters
            cut = sorted(sentences(text))
            own = is_official(source.outlet)
            said = [] if text.is_rows else by_source[source.id]
            more = assess.own_voice(source, text, said) if own and not text.is_rows else ()
            for row in (*said, *more):
                voices = self._voices(row, source)
                here = [one for one in _around(cut, row.at) if one.overlaps(row.at)]
                if not voices or not here:
                    continue
                turning = next((one for one in here if assess.turns(one.of(characters))), here[0])
                parts = [(one, _within(row, one, characters)) for one in here]
                # What is said in several sentences turns, as a rule, in one of them.
                for at, content in (*(parts if len(here) > 1 else ()), (turning, row.content)):
                    yield assess.Stood(
                        voices=voices,
                        said=f"{row.cue} that {content}" if row.cue else content,
                        about=stems(content),
                        row=self._told(source.id, _short(content), at.of(characters), at),
                        page=source.page,
                    )

    def _voices(self, row: StatementRow, source: SourceRow) -> frozenset[str]:
        """Give whose words they are: the person's and the body's that they hold a post in."""
        if row.is_own_voice:
            return frozenset({self._body(source.outlet)})
        if row.actor is None or row.naming in (Naming.ANONYMOUS, Naming.AGENTLESS):
            return frozenset()
        return frozenset({str(row.actor)} | self._of[row.actor])

    def _body(self, name: str) -> str:
        """Name a body by the one actor that it is; by its own words where none is known."""
        return self._bodies.get(fold(name), f"body {fold(name)}")


def _bodies(actors: Iterable[ActorRow]) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in actors:
        if row.kind is not ActorKind.PERSON:
            for name in row.names:
                key = fold(name)
                found[key] = str(row.id) if key not in found else ""
    return {key: actor for key, actor in found.items() if actor}


def _around(cut: Sequence[Span], at: Span) -> Iterator[Span]:
    """Give the sentences that a place touches."""
    first = max(bisect_right(cut, (at.start, 1 << 60)) - 1, 0)
    for number in range(first, len(cut)):
        if cut[number].start >= at.end:
            break
        yield cut[number]


def _within(row: StatementRow, at: Span, characters: str) -> str:
    """Give what of a statement's content stands in one sentence."""
    pieces = [Span(max(one.start, at.start), min(one.end, at.end)) for one in row.content_spans]
    return " ".join(one.of(characters) for one in pieces if one.start < one.end)


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= 60 else f"{plain[:57]}..."
