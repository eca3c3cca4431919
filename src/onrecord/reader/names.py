"""The names that stand in a text, and which of them are one name said shorter.

A shorter name is the same as an earlier fuller one only if exactly one name fits.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from onrecord.core.identity import MentionId, TextId, mention_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import ActorKind, Mention, Naming

COMMONEST = 50
"""A word that more names of one text bear tells none of them apart, and is not looked through."""


@dataclass(frozen=True, slots=True)
class _Written:
    """A name: `words` without its title, in small letters; `acronym`: it may be initials."""

    title: str
    words: tuple[str, ...]
    kind: ActorKind
    acronym: str
    paragraph: int


@dataclass(slots=True)
class Roll:
    """The names of one text, as they come. Kept for one reading only.

    `_by_word` leads from each word of a name to the names that bear it, fullest first met.
    """

    text: TextId
    mentions: dict[Span, Mention] = field(default_factory=dict)
    _kinds: dict[tuple[str, ...], ActorKind] = field(default_factory=dict)
    _founders: dict[tuple[str, ...], MentionId] = field(default_factory=dict)
    _last: dict[tuple[str, ...], int] = field(default_factory=dict)
    _by_word: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    _acronyms: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)

    def name(
        self,
        title: str,
        words: tuple[str, ...],
        at: Span,
        kind: ActorKind,
        generation: str = "",
        paragraph: int = 0,
    ) -> Mention:
        """Enter a name: its words without the title, its place with it.

        Args:
            generation: the word that tells father from son ("the elder Pell", "Pell Jr"); a name
                with one is short for none without it.
            paragraph: where the paragraph begins; of several that a name could be short for, the
                one that is named in it is meant.
        """
        # "THE TARN BOARD" at the head of a notice is the Tarn Board.
        low = (*(word.casefold() for word in words), *([generation] if generation else []))
        acronym = words[0] if len(words) == 1 and words[0].isupper() else ""
        key = self._fuller(_Written(title, low, kind, acronym, paragraph)) or low
        identifier = mention_id(self.text, at)
        same_as = self._founders.get(key)
        if same_as is None:
            self._found(key, identifier, words)
        if self._kinds[key] is ActorKind.NOT_KNOWN:
            self._kinds[key] = kind
        mention = Mention(
            id=identifier,
            at=at,
            name=" ".join(words),
            title=title,
            kind=self._kinds[key] if kind is ActorKind.NOT_KNOWN else kind,
            # Where blocks overlap, the same words come again.
            same_as=same_as if same_as != identifier else None,
        )
        self.mentions[at] = mention
        self._last[key] = at.start
        return mention

    def founder(self, words: tuple[str, ...], identifier: MentionId) -> MentionId:
        """Give who founded a name that no other is short for; the mention does if none has yet."""
        return self._founders.setdefault(words, identifier)

    def add(
        self,
        at: Span,
        name: str,
        kind: ActorKind,
        naming: Naming,
        same_as: MentionId | None = None,
    ) -> Mention:
        """Enter a speaker without a name of its own."""
        known = self.mentions.get(at)
        if known is not None:
            return known
        mention = Mention(
            id=mention_id(self.text, at), at=at, name=name, kind=kind, naming=naming,
            same_as=same_as,
        )  # fmt: skip
        self.mentions[at] = mention
        return mention

    def barred(self, at: Span, apart: Iterable[tuple[Span, Span]]) -> set[MentionId]:
        """Give whom an identity claim says a place to be: nothing leads it there.

        Args:
            apart: places said to be one actor by an identity claim.
        """
        claimed = [
            theirs
            for a, b in apart
            for mine, theirs in ((a, b), (b, a))
            if mine.overlaps(at)
        ]  # fmt: skip
        return {
            one.same_as or one.id
            for theirs in claimed
            for one in self.mentions.values()
            if theirs.overlaps(one.at)
        }

    def straighten(self) -> None:
        """Lead each mention straight to the one at the end of its way."""
        above = {one.id: one.same_as for one in self.mentions.values() if one.same_as is not None}
        for at, mention in self.mentions.items():
            end, way = mention.same_as, {mention.id}
            while end in above and end not in way:
                way.add(end)
                end = above[end]
            if end != mention.same_as and end != mention.id:
                self.mentions[at] = replace(mention, same_as=end)

    def _found(self, key: tuple[str, ...], founder: MentionId, words: tuple[str, ...]) -> None:
        """Enter a name that is met for the first time, by its key and as it is written."""
        self._founders[key] = founder
        self._kinds[key] = ActorKind.NOT_KNOWN
        for word in dict.fromkeys(key):
            self._by_word.setdefault(word, []).append(key)
        if len(key) > 1:
            initials = "".join(word[0] for word in words if word[0].isupper())
            self._acronyms.setdefault(initials, []).append(key)

    def _fuller(self, one: _Written) -> tuple[str, ...] | None:
        """Give the one earlier name that this one says again or shortens; None if not just one."""
        if one.words in self._founders:
            return one.words
        if len(one.acronym) > 1:
            expanded = self._acronyms.get(one.acronym, [])
            if len(expanded) == 1:
                return expanded[0]
        known = self._by_word.get(one.words[-1], ())
        if len(known) > COMMONEST:
            return None
        fitting = [
            key
            for key in known
            if len(key) > len(one.words) and _shortens(one, key, self._kinds[key])
        ]
        if len(fitting) > 1:
            fitting = [key for key in fitting if self._last[key] >= one.paragraph]
        return fitting[0] if len(fitting) == 1 else None


def _shortens(one: _Written, key: tuple[str, ...], kind: ActorKind) -> bool:
    """Say whether a name is short for another: a person's surname or first name, a body's end."""
    size = len(one.words)
    if ActorKind.PLACE in (kind, one.kind):
        return False
    if kind in (ActorKind.PERSON, ActorKind.NOT_KNOWN):
        if one.kind not in (ActorKind.PERSON, ActorKind.NOT_KNOWN):
            return False
        return key[-size:] == one.words or (not one.title and size == 1 and key[0] == one.words[0])
    return not one.title and key[-size:] == one.words
