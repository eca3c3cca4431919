"""What did a publisher change between two versions of a page, sentence by sentence?

A sentence that both versions have is unchanged, wherever it stands. Of the rest, those that have
half of their words in common are one sentence in two wordings; the others went or came. Where the
words are the same and are given to somebody else, that is said, whatever else is changed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.assess.speaking import Parties, same_speaker
from onrecord.assess.versions.corrections import notes
from onrecord.assess.versions.passages import LONGEST, Passage, passages
from onrecord.assess.words import Carried, common, word_diff, words
from onrecord.core.identity import SourceId
from onrecord.core.said import StatementRow
from onrecord.core.spans import Span
from onrecord.core.versions import ChangeRow, Edit, PassageRow

ALIKE = 0.5
"""The share of the words of two sentences, taken together, that both have in order."""

SAME_WORDS = 0.8
"""The same of what two statements say, from which it counts as said again by another."""

_MOST = 20
"""How many passages one is compared with: those that share most of its words."""

_HOLDERS = 50
"""A word that more passages hold is not looked up."""


def changes(
    earlier: Carried,
    later: Carried,
    statements: Mapping[SourceId, Iterable[StatementRow]],
    parties: Parties,
) -> list[ChangeRow]:
    """List the changes between two versions, in the order of the page."""
    return _Edits(earlier, later, statements, parties).rows()


def notice(earlier: Carried, later: Carried) -> str:
    """Give the words by which a page says that it was changed; '' where it does not."""
    before = earlier.text.characters
    for note in notes(later.text):
        words = note.at.of(later.text.characters)
        if words not in before:
            return words
    return ""


class _Edits:
    def __init__(
        self,
        earlier: Carried,
        later: Carried,
        statements: Mapping[SourceId, Iterable[StatementRow]],
        parties: Parties,
    ) -> None:
        self._earlier, self._later, self._parties = earlier, later, parties
        self._said = {
            one.source: sorted(statements.get(one.source, ()), key=lambda row: row.at)
            for one in (earlier, later)
        }

    def rows(self) -> list[ChangeRow]:
        removed, added = self._left()
        pairs = _paired(removed, added)
        found: list[tuple[int, int, ChangeRow]] = []
        for number, passage in enumerate(removed):
            other = pairs.get(number)
            if other is None:
                row = ChangeRow(
                    edit=Edit.REMOVED, before=self._row(self._earlier, passage), after=None
                )
            else:
                row = self._changed(passage, added[other])
            found.append((passage.at.start, 0, row))
        for number in sorted(set(range(len(added))) - set(pairs.values())):
            passage = added[number]
            row = ChangeRow(edit=Edit.ADDED, before=None, after=self._row(self._later, passage))
            found.append((passage.at.start, 1, row))
        return [row for *_, row in sorted(found, key=lambda one: one[:2])]

    def _left(self) -> tuple[list[Passage], list[Passage]]:
        """Give the passages that only the earlier and only the later version has."""
        before, after = (list(passages(one)) for one in (self._earlier, self._later))
        had, have = (Counter(one.words for one in many) for many in (before, after))
        return list(_without(before, have)), list(_without(after, had))

    def _changed(self, before: Passage, after: Passage) -> ChangeRow:
        one, other = self._row(self._earlier, before), self._row(self._later, after)
        to_another = self._given_to_another(before, after)
        return ChangeRow(
            edit=Edit.REWORDED if to_another is None else Edit.REATTRIBUTED,
            before=one,
            after=other,
            pieces=tuple(word_diff(before.shown, after.shown, common(before.words, after.words))),
            because=to_another or "",
        )

    def _given_to_another(self, before: Passage, after: Passage) -> str | None:
        """Say to whom what a passage says was given, and to whom it is; None: to the same."""
        for one in self._in(self._earlier, before):
            for other in self._in(self._later, after):
                said, says = _words(one.content), _words(other.content)
                if not said or not says:
                    continue
                share = 2 * len(common(said, says)) / (len(said) + len(says))
                if share >= SAME_WORDS and same_speaker(self._parties, one, other) is False:
                    was, now = (" ".join(row.speaker.split()) for row in (one, other))
                    return f"given to {was} before, and to {now} after"
        return None

    def _in(self, page: Carried, passage: Passage) -> Iterator[StatementRow]:
        for row in self._said[page.source]:
            if row.at.start >= passage.at.end:
                break
            if row.at.end > passage.at.start:
                yield row

    def _row(self, page: Carried, passage: Passage) -> PassageRow:
        return PassageRow(
            source=page.source,
            source_label=page.label,
            kind=passage.kind,
            at=passage.at,
            words=passage.at.of(page.text.characters),
            statements=tuple(row.id for row in self._in(page, passage)),
        )


def _without(passages: Sequence[Passage], others: Counter[tuple[str, ...]]) -> Iterator[Passage]:
    left = others.copy()
    for one in passages:
        left[one.words] -= 1
        if left[one.words] < 0:
            yield one


def _paired(removed: Sequence[Passage], added: Sequence[Passage]) -> dict[int, int]:
    """Pair the passages that are one in two wordings, the most alike first."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, passage in enumerate(added):
        for word in dict.fromkeys(passage.words):
            holders[word].append(number)
    alike: list[tuple[float, int, int]] = []
    for number, passage in enumerate(removed):
        shared = Counter(
            other
            for word in dict.fromkeys(passage.words)
            if len(holders.get(word, ())) <= _HOLDERS
            for other in holders.get(word, ())
        )
        for other, _ in sorted(shared.items(), key=lambda one: (-one[1], one[0]))[:_MOST]:
            mine, theirs = passage.words, added[other].words
            score = 2 * len(common(mine, theirs)) / (len(mine) + len(theirs))
            if score >= ALIKE and (passage.kind is added[other].kind):
                alike.append((-score, number, other))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, number, other in sorted(alike):
        if number not in pairs and other not in taken:
            pairs[number] = other
            taken.add(other)
    return pairs


def _words(content: str) -> tuple[str, ...]:
    return tuple(word for word, _ in words(content, Span(0, len(content)))[:LONGEST])
