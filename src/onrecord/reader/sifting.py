"""What of the stretches that the network spotted can be an actor, and each of them once.

The network marks words that only say how somebody spoke ("told", "according", "to") now and then,
runs past the end of a name into what its bearer did, and marks a phrase with and without what
follows its noun. The cues, which it knows far better, and names tell where an actor ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from onrecord.core.spans import Span
from onrecord.reader.layout import Layout
from onrecord.reader.models.network import Found, Spotted
from onrecord.reader.models.pieces import MARK, Pieces
from onrecord.reader.words import whole

SURE = 0.5
"""A cue as probable as this cuts a mention."""

_POSSESSIVE = frozenset({"’", "'"})


def sifted(
    spotted: Sequence[Spotted], found: Iterable[Found], made: Pieces, layout: Layout
) -> list[Spotted]:
    """Give the mentions that can be actors, of whole words, none into a cue.

    Args:
        spotted: in the order of the text.
        found: the cues, those of silences too; the doubtful ones cut nothing.
    """
    cues = {
        piece
        for one in found
        if one.signs[0] >= SURE
        for first, last in one.cue
        for piece in range(first, last)
    }
    sieve = _Sieve(made, layout, cues)
    return list(sieve.each_once(sieve.cut(spotted)))


def can_be_somebody(at: Span, layout: Layout) -> bool:
    """Say whether words can mean somebody: not small words alone, nor a verb ("said")."""
    lexicon = layout.lexicon
    low = [word.low for word in layout.words(at) if word.low[0].isalnum()]
    if len(low) == 1 and low[0] in lexicon.verbs and low[0] not in lexicon.person_nouns:
        return False
    return any(
        word in lexicon.pronouns or (len(word) > 1 and word not in lexicon.small) for word in low
    )


class _Sieve:
    def __init__(self, made: Pieces, layout: Layout, cues: set[int]) -> None:
        self.made, self.layout, self.cues = made, layout, cues

    def cut(self, spotted: Iterable[Spotted]) -> Iterator[Spotted]:
        """Cut each where a cue begins."""
        for one in spotted:
            full = self._whole(one)
            last = self._end(full)
            if last < full.first:
                continue
            at = Span(self.made.starts[full.first], self.made.ends[last])
            is_written_as_name = one.is_name and not at.of(self.layout.characters).islower()
            if is_written_as_name or can_be_somebody(at, self.layout):
                yield full if last == full.last else replace(full, last=last)

    def each_once(self, spotted: Iterable[Spotted]) -> Iterator[Spotted]:
        """Leave out what only repeats another: a phrase with more of its end, a name with a role.

        Of "a farmer" and "a farmer at the fair" the first says who; of "the keeper" and "the
        keeper of the coins" the second; in "culture minister Ida Pell" the name does.
        """
        some = list(spotted)
        names = {one.last: one.first for one in some if one.is_name and one.kind == 1}
        longer: dict[int, list[Spotted]] = {}
        for one in some:
            if not one.is_name:
                longer.setdefault(one.first, []).append(one)
        left_out = set()
        for alike in longer.values():
            alike.sort(key=lambda one: one.last)
            for short, long in pairwise(alike):
                if short.last == long.last:
                    left_out.add(id(long))
                    continue
                after = self._word(short.last + 1)
                if after == "of":
                    left_out.add(id(short))
                elif after not in _POSSESSIVE and self._follows(after):
                    left_out.add(id(long))
        for one in some:
            begin = names.get(one.last)
            if not one.is_name and begin is not None and self._is_role(one.first, begin):
                left_out.add(id(one))
        return (one for one in some if id(one) not in left_out)

    def _whole(self, one: Spotted) -> Spotted:
        """Give a mention with all of its first and last word: nobody is named by a part of one."""
        made, first, last = self.made, one.first, one.last
        at = whole(self.layout.characters, Span(made.starts[first], made.ends[last]))
        while first > 0 and made.starts[first - 1] >= at.start:
            first -= 1
        while last + 1 < len(made.ends) and made.ends[last + 1] <= at.end:
            last += 1
        as_it_was = (first, last) == (one.first, one.last)
        return one if as_it_was else replace(one, first=first, last=last)

    def _end(self, one: Spotted) -> int:
        """Give the last piece that belongs to a mention; one before its first: nothing does."""
        last = one.last
        cue = next((at for at in range(one.first, last + 1) if at in self.cues), None)
        if cue is None:
            return last
        if one.first == last and self._word(last) in self.layout.lexicon.pronouns:
            return last  # "it declined": a silence is marked with who keeps it
        # A name may hold a word that is a cue elsewhere: "the Say Group". All of it cannot be one.
        if one.is_name and any(at not in self.cues for at in range(one.first, last + 1)):
            return last
        return self._bare(one.first, cue - 1)

    def _bare(self, first: int, last: int) -> int:
        """Leave out marks and small words at an end."""
        while last >= first and (
            self.made.shapes[last] == MARK or self._word(last) in self.layout.lexicon.walls
        ):
            last -= 1
        return last

    def _follows(self, word: str) -> bool:
        """Say whether a word begins what is told of a noun before it."""
        lexicon = self.layout.lexicon
        return word in lexicon.prepositions or word in lexicon.walls

    def _is_role(self, first: int, begin: int) -> bool:
        """Say whether the pieces before a name are nothing but what its bearer is."""
        return first < begin and all(
            self.made.shapes[at] != MARK and not self._follows(self._word(at))
            for at in range(first, begin)
        )

    def _word(self, at: int) -> str:
        if at >= len(self.made.ids):
            return ""
        return self.layout.characters[self.made.starts[at] : self.made.ends[at]].lower()
