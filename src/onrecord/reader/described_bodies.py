"""The bodies of a text by what they are: "the commission" after the Tarn Commission.

A word leads to the one body whose name has it, "the company" to the one firm named before.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from onrecord.core.identity import MentionId
from onrecord.core.spans import Span
from onrecord.core.vocabulary import ActorKind, Mention, Naming
from onrecord.reader.lexicon import Lexicon
from onrecord.reader.noun_phrases import Phrase

_NEAR = 400
"""Characters in which a firm that "the company" means was named."""
_FIRM = frozenset({"company", "firm"})
_LAST = 8
"""So many firms before a place are looked at."""


class Bodies:
    """The bodies that a text names, by the noun that says what they are."""

    def __init__(self, mentions: Iterable[Mention], lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._named: defaultdict[str, list[Mention]] = defaultdict(list)
        self._firms: list[Mention] = []
        self.words: list[Mention] = []
        """Names of one such noun and no more: "Board" in a headline."""
        for one in mentions:
            if one.naming is Naming.NAMED and one.kind is not ActorKind.PERSON:
                self._take(one)
        self._firm_starts = [one.at.start for one in self._firms]

    def _take(self, one: Mention) -> None:
        nouns, words = self._lexicon.body_nouns, one.name.casefold().split()
        if len(words) == 1 and words[0] in nouns and one.same_as is None:
            self.words.append(one)
        if len(words) > 1 and one.name != one.name.lower():
            head = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
            if head in nouns:
                self._named[head].append(one)
        is_public = set(one.name.split()) & (self._lexicon.outlets | self._lexicon.public_bodies)
        if one.kind is ActorKind.ORGANISATION and not is_public and one.name[:1].isupper():
            self._firms.append(one)

    def meant(self, phrase: Phrase, paragraph: Span) -> MentionId | None:
        """Give the one body of the text that a description can mean, by its own words."""
        fitting = []
        for one in self._named.get(phrase.noun, ()):
            words = iter(one.name.casefold().split())
            if all(word in words for word in phrase.between):  # in their order
                fitting.append(one)
        founders = {one.same_as or one.id for one in fitting}
        if len(founders) > 1:
            here = (m for m in fitting if paragraph.start <= m.at.start < phrase.at.start)
            founders = {one.same_as or one.id for one in here}
        elif not founders and phrase.noun in _FIRM and not phrase.between:
            founders = self._firms_near(phrase.at.start)
        return founders.pop() if len(founders) == 1 else None

    def _firms_near(self, place: int) -> set[MentionId]:
        """Give the firms that were named shortly before."""
        last = bisect_right(self._firm_starts, place)
        near = self._firms[max(0, last - _LAST) : last]
        return {m.same_as or m.id for m in near if place - m.at.end < _NEAR}
