"""Posts and names that documents tell in two ways, out of tenures, and of "then" and "former"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence

from onrecord import assess
from onrecord.case.officials import is_official
from onrecord.core.dates import When
from onrecord.core.differences import DifferenceRow, ToldRow
from onrecord.core.identity import ActorId, SourceId
from onrecord.core.posts import TenureRow
from onrecord.core.rows import ActorRow, SourceRow
from onrecord.core.sentences import sentences, stems
from onrecord.core.spans import Span
from onrecord.core.vocabulary import ActorKind, Naming, Text

_OVER = re.compile(
    r"\s*,?\s*(?:who was |was )?(?:the |a |an )?(?:then|former|ex)[- ](?P<post>[^,.;:()\n]{3,60})"
)
"""What follows a name where a post is told as over: "Ida Pell, then harbour master, ..."."""


_HAD = re.compile(r"\b(?:had been|used to be|was once)\b[^,;]*$", re.IGNORECASE)
"""What stands before a post that is told as over."""


class HeldApart:
    """Holds posts and names of one pair of clocks apart.

    Args:
        told: makes a row of a sentence of a source, with its value.
    """

    def __init__(
        self,
        sources: Iterable[SourceRow],
        text: Callable[[SourceRow], Text],
        actors: Sequence[ActorRow],
        tenures: Iterable[TenureRow],
        told: Callable[[SourceId, str, str, Span], ToldRow],
    ) -> None:
        self._told, self._actors, self._tenures = told, actors, list(tenures)
        known = [row for row in sources if row.text is not None]
        self._texts = {row.id: text(row) for row in known}
        self._outlets = {row.id: row.outlet for row in known}
        self._cut: dict[SourceId, list[Span]] = {}

    def rows(self) -> Iterator[DifferenceRow]:
        """Give the differences on posts, then those on names."""
        held = [*self._held(), *self._over()]
        yield from assess.two_holders(held)
        yield from assess.past_and_present(held)
        yield from assess.spelt_apart(self._borne())

    def _held(self) -> Iterator[assess.Held]:
        for row in self._tenures:
            sentence = self._sentence(row.source, row.at)
            if row.listed or sentence is None or not row.mention:
                continue
            words = sentence.of(self._texts[row.source].characters)
            yield assess.Held(
                who=row.holder,
                name=row.name,
                post=row.post,
                body=row.body,
                words=stems(f"{row.post} {row.body}"),
                past=_is_over(row) or bool(_HAD.search(words[: row.at.start - sentence.start])),
                row=self._told(row.source, row.attributed_post, words, sentence),
                around=stems(words),
                until=_until(row),
                wide=stems(f"{row.post} {row.body or self._publisher(row.source)}"),
            )

    def _publisher(self, source: SourceId) -> str:
        """Give the body whose own document a source is; '' for the press."""
        outlet = self._outlets.get(source, "")
        return outlet if is_official(outlet) else ""

    def _over(self) -> Iterator[assess.Held]:
        """Give what stands after a name with "then" or "former"."""
        for actor, source, span in self._named():
            found = _OVER.match(self._texts[source].characters, span.end)
            sentence = self._sentence(source, span)
            if found is None or sentence is None:
                continue
            words = sentence.of(self._texts[source].characters)
            yield assess.Held(
                who=actor.id,
                name=actor.name,
                post=found["post"],
                body="",
                words=stems(found["post"]),
                past=True,
                row=self._told(source, f"no longer {found['post']}", words, sentence),
            )

    def _borne(self) -> Iterator[assess.Borne]:
        seen: set[tuple[ActorId, str]] = set()
        for actor, source, span in self._named():
            name = span.of(self._texts[source].characters)
            sentence = self._sentence(source, span)
            if actor.kind is not ActorKind.PERSON or (actor.id, name) in seen or sentence is None:
                continue
            seen.add((actor.id, name))
            words = sentence.of(self._texts[source].characters)
            yield assess.Borne(actor.id, name, self._told(source, name, words, sentence))

    def _named(self) -> Iterator[tuple[ActorRow, SourceId, Span]]:
        for actor in self._actors:
            if actor.naming is Naming.NAMED:
                for source, span in actor.mentions:
                    if source in self._texts:
                        yield actor, source, span

    def _sentence(self, source: SourceId, at: Span) -> Span | None:
        """Give the sentence that a place begins in; None where no running text holds it."""
        if source not in self._texts:
            return None
        if source not in self._cut:
            self._cut[source] = sorted(sentences(self._texts[source]))
        cut = self._cut[source]
        number = bisect_right(cut, (at.start, 1 << 60)) - 1
        return cut[number] if number >= 0 and cut[number].end > at.start else None


def _is_over(row: TenureRow) -> bool:
    """Say whether a tenure's end is told."""
    return row.held is not None and row.held.edtf.rpartition("/")[2] not in ("", "..")


def _until(row: TenureRow) -> int:
    """Give the last day of a tenure whose end is told to the day; 0 otherwise."""
    if row.held is None or not _is_over(row):
        return 0
    end = row.held.edtf.rpartition("/")[2]
    if len(end) != len("2031-03-05") or "stated" not in (row.held.rule or "").partition("end:")[2]:
        return 0
    return When.of(end).first or 0
