"""The names that stand in a text, and which of them are one name said shorter.

A shorter name is the same as an earlier fuller one only if exactly one name fits.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from onrecord.core.identity import MentionId, TextId, mention_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import ActorKind, Mention, Naming

COMMONEST = 50
"""A word that more names of one text bear tells none of them apart, and is not looked through."""


@dataclass(frozen=True, slots=True)
class _Written:
    """A name as it is written: `words` without its title."""

    title: str
    words: tuple[str, ...]
    kind: ActorKind


@dataclass(slots=True)
class Roll:
    """The names of one text, as they come. Kept for one reading only.

    `_by_word` leads from each word of a name to the names that bear it, fullest first met.
    """

    text: TextId
    mentions: dict[Span, Mention] = field(default_factory=dict)
    _kinds: dict[tuple[str, ...], ActorKind] = field(default_factory=dict)
    _founders: dict[tuple[str, ...], MentionId] = field(default_factory=dict)
    _by_word: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    _acronyms: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)

    def name(self, title: str, words: tuple[str, ...], at: Span, kind: ActorKind) -> Mention:
        """Enter a name: its words without the title, its place with it."""
        key = self._fuller(_Written(title, words, kind)) or words
        identifier = mention_id(self.text, at)
        same_as = self._founders.get(key)
        if same_as is None:
            self._found(key, identifier)
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
        return mention

    def add(self, at: Span, name: str, kind: ActorKind, naming: Naming) -> Mention:
        """Enter a speaker without a name of its own."""
        known = self.mentions.get(at)
        if known is not None:
            return known
        mention = Mention(id=mention_id(self.text, at), at=at, name=name, kind=kind, naming=naming)
        self.mentions[at] = mention
        return mention

    def _found(self, key: tuple[str, ...], founder: MentionId) -> None:
        """Enter a name that is met for the first time."""
        self._founders[key] = founder
        self._kinds[key] = ActorKind.NOT_KNOWN
        for word in dict.fromkeys(key):
            self._by_word.setdefault(word, []).append(key)
        if len(key) > 1:
            initials = "".join(word[0] for word in key if word[0].isupper())
            self._acronyms.setdefault(initials, []).append(key)

    def _fuller(self, one: _Written) -> tuple[str, ...] | None:
        """Give the one earlier name that this one says again or shortens; None if not just one."""
        if one.words in self._founders:
            return one.words
        if len(one.words) == 1:
            word = one.words[0]
            expanded = self._acronyms.get(word, []) if word.isupper() and len(word) > 1 else []
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
