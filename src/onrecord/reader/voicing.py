"""Whom the words for a speaker name: by name, by pronoun, by role, or not at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from onrecord.core.spans import Span
from onrecord.core.vocabulary import ActorKind, Mention, Naming, Voice
from onrecord.reader import voices
from onrecord.reader.lexicon import Lexicon
from onrecord.reader.names import Roll
from onrecord.reader.noun_phrases import goes_on
from onrecord.reader.words import Word, words

_APPOSITION = 100
"""What stands between a name and its "who" is no longer than so many characters."""


@dataclass(frozen=True, slots=True)
class Voicing:
    """Finds the voices of one text; `names_in` gives the names that lie in a stretch."""

    characters: str
    lexicon: Lexicon
    roll: Roll
    names_in: Callable[[Span], list[Mention]]

    def voice(self, spans: tuple[Span, ...], verbs: set[str], *, hint: Naming | None) -> Voice:
        """Give the one whom the source's words name.

        Args:
            verbs: the words of the cue, in small letters.
            hint: what the network makes of the naming; None where it was not taught.
        """
        at = Span(spans[0].start, spans[-1].end)
        phrase = words(self.characters, at, self.lexicon)
        if len(phrase) == 1 and phrase[0].low in self.lexicon.pronouns:
            return self._by_pronoun(phrase[0], spans, hint)
        several = self._several(phrase, at)
        if several is not None:
            return Voice(spans=spans, naming=several.naming, mention=several.id)
        named = voices.head_name(phrase, self.names_in(at), self.lexicon)
        outlet = voices.is_outlet(phrase, self.lexicon) or hint is Naming.PUBLISHER
        if outlet and (verbs & self.lexicon.publisher_verbs or hint is Naming.PUBLISHER):
            mention = named or self._described(at, ActorKind.ORGANISATION, Naming.PUBLISHER)
            return Voice(spans=spans, naming=Naming.PUBLISHER, mention=mention.id)
        how = voices.naming(phrase, named is not None, self.lexicon)
        if hint is Naming.ANONYMOUS and named is None:
            how = Naming.ANONYMOUS
        if named is None or how is Naming.ANONYMOUS:
            named = self._described(at, voices.kind(how), how)
        return Voice(spans=spans, naming=how, mention=named.same_as or named.id)

    def _several(self, phrase: list[Word], at: Span) -> Mention | None:
        """Enter several who speak together: "Vale and Marsh", "two MPs and the Harbour Board"."""
        names = self.names_in(at)
        for word in phrase:
            if word.low not in ("and", "&") or any(n.at.holds(word.span) for n in names):
                continue
            before = [n for n in names if n.at.end <= word.start]
            after = [n for n in names if n.at.start >= word.end]
            between = self.characters[word.end : after[0].at.start] if after else "-"
            if not between.strip() and (before or "," not in self._until(at, word)):
                if before and self.characters[before[-1].at.end : word.start].strip(" ,"):
                    continue
                naming = Naming.NAMED if before else Naming.ROLE_ONLY
                return self._described(at, ActorKind.GROUP, naming)
        return None

    def _until(self, at: Span, word: Word) -> str:
        return self.characters[at.start : word.start]

    def _antecedent(self, start: int) -> Mention | None:
        """Give whom "who" means: the name before it, or the last person's if more stands between.

        "Tom Pell, a clerk at the Harbour Board, who said ..." is Pell.
        """
        near = self.names_in(Span(max(0, start - _APPOSITION), start))
        if near and near[-1].at.end >= start - 3:
            before = [m for m in near if m.kind is ActorKind.PERSON and m is not near[-1]]
            if near[-1].kind is ActorKind.PERSON or not before:
                return near[-1]
            near = before
        people = [m for m in near if m.kind is ActorKind.PERSON]
        if not people:
            return None
        between = self.characters[people[-1].at.end : start]
        return people[-1] if between[:1] == "," and not set(between) & set(".;:!?\n") else None

    def _described(self, at: Span, kind: ActorKind, naming: Naming) -> Mention:
        """Enter a speaker by the words; who was entered by the first of them alone is the same."""
        name = " ".join(at.of(self.characters).split())
        if naming is Naming.NAMED or kind is ActorKind.GROUP:
            return self.roll.add(at, name, kind, naming)
        shorter = self._shorter(at)
        if shorter is None:
            return self.roll.add(at, name, kind, naming)
        if naming is Naming.ANONYMOUS and shorter.same_as is None:
            shorter = replace(shorter, naming=naming, kind=kind)
            self.roll.mentions[shorter.at] = shorter
        if shorter.at == at:
            return shorter
        founder = shorter.same_as or shorter.id
        return self.roll.add(at, name, kind, naming, same_as=founder)

    def _shorter(self, at: Span) -> Mention | None:
        """Give the description that begins there, and of which all else in a stretch tells."""
        for word in words(self.characters, at, self.lexicon)[1:]:
            known = self.roll.mentions.get(Span(at.start, word.end))
            rest = self.characters[word.end : at.end]
            if (
                known is not None
                and known.naming in (Naming.ROLE_ONLY, Naming.ANONYMOUS)
                and (not rest or goes_on(rest))
            ):
                return known
        return None

    def _by_pronoun(self, word: Word, spans: tuple[Span, ...], hint: Naming | None) -> Voice:
        mention = self.roll.mentions.get(word.span)
        if mention is not None and mention.same_as is not None:
            return Voice(spans=spans, naming=mention.naming, mention=mention.same_as)
        if word.low in self.lexicon.relatives:
            one = self._antecedent(word.start)
            if one is not None:
                return Voice(spans=spans, naming=Naming.NAMED, mention=one.same_as or one.id)
        if word.low in ("some", "many", "others", "several"):
            return Voice(spans=spans, naming=Naming.ANONYMOUS)
        if word.low in self.lexicon.personal:
            return Voice(spans=spans, naming=hint or Naming.NAMED)
        return Voice(spans=spans, naming=Naming.ROLE_ONLY)
