"""Who speaks in one text: which mention a phrase beside a cue leads to.

It remembers the last speaker, so that "she" may lead to one; where somebody else has come between,
"she" is left open.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.core.identity import MentionId
from onrecord.core.spans import Span
from onrecord.core.vocabulary import ActorKind, Mention, Naming, Voice
from onrecord.reader import voices
from onrecord.reader.lexicon import Lexicon
from onrecord.reader.names import Roll
from onrecord.reader.phrases import Range, span_of
from onrecord.reader.words import Word, words


@dataclass(slots=True)
class Speakers:
    """The speakers of one text, as they come. Kept for one reading only."""

    characters: str
    lexicon: Lexicon
    roll: Roll
    _last: Mention | None = None
    _people_since: set[MentionId] = field(default_factory=set)
    """Who has been named from the last speaker on, that one included."""

    def meet(self, names: Iterable[Mention]) -> None:
        """Take note of the names in a sentence before its speakers are asked for."""
        self._people_since |= {
            name.same_as or name.id
            for name in names
            if name.kind in (ActorKind.PERSON, ActorKind.NOT_KNOWN)
        }

    def voice(self, sentence: list[Word], at: Range, cue: Range, names: list[Mention]) -> Voice:
        """Give the one whom the phrase `at` names as speaking with the words of `cue`."""
        phrase = sentence[at[0] : at[1]]
        span = span_of(sentence, at)
        if len(phrase) == 1 and phrase[0].low in self.lexicon.pronouns:
            return self._by_pronoun(phrase[0], span, names)
        verbs = {word.low for word in sentence[cue[0] : cue[1]]}
        named = head_name(phrase, names, self.lexicon)
        if voices.is_outlet(phrase, self.lexicon) and verbs & self.lexicon.publisher_verbs:
            mention = named or self.described(span, ActorKind.ORGANISATION, Naming.PUBLISHER)
            return Voice(spans=(span,), naming=Naming.PUBLISHER, mention=mention.id)
        how = voices.naming(phrase, named is not None, self.lexicon)
        if named is None or how is Naming.ANONYMOUS:
            named = self.described(span, voices.kind(how), how)
        self._speaks(named)
        return Voice(spans=(span,), naming=how, mention=named.id)

    def described(self, span: Span, kind: ActorKind, naming: Naming) -> Mention:
        """Enter somebody who is described and not named."""
        name = " ".join(span.of(self.characters).split())
        return self.roll.add(span, name, kind, naming)

    def _speaks(self, mention: Mention) -> None:
        self._last = mention
        self._people_since = {mention.same_as or mention.id}

    def _by_pronoun(self, word: Word, span: Span, names: list[Mention]) -> Voice:
        if word.low in self.lexicon.relatives:
            return self._by_relative(span, names)
        if word.low not in self.lexicon.personal:
            how = Naming.ANONYMOUS if word.low in ("some", "many", "others") else Naming.ROLE_ONLY
            return Voice(spans=(span,), naming=how)
        last = self._last
        if last is None or len(self._people_since) > 1 or not self._may_be(last, word):
            return Voice(spans=(span,), naming=Naming.NAMED)
        return Voice(spans=(span,), naming=last.naming, mention=last.id)

    def _by_relative(self, span: Span, names: list[Mention]) -> Voice:
        """Resolve "who" to the name it follows, a comma between them or not."""
        before = [name for name in names if name.at.end <= span.start <= name.at.end + 3]
        if not before:
            return Voice(spans=(span,), naming=Naming.ROLE_ONLY)
        self._speaks(before[-1])
        return Voice(spans=(span,), naming=Naming.NAMED, mention=before[-1].id)

    def _may_be(self, mention: Mention, pronoun: Word) -> bool:
        """Say whether `pronoun` can be meant: "he" is no body, and not several people."""
        if pronoun.low == "they":
            return True
        if mention.naming is Naming.NAMED:
            return mention.kind not in (ActorKind.ORGANISATION, ActorKind.PUBLIC_BODY)
        found = words(self.characters, mention.at, self.lexicon)
        return not voices.head_of(found, self.lexicon).low.endswith("s")


def head_name(phrase: list[Word], names: list[Mention], lexicon: Lexicon) -> Mention | None:
    """Give the name that a phrase is about, not one it only mentions: "Vale's lawyer"."""
    found: list[Mention] = []
    ends = {word.end: number for number, word in enumerate(phrase)}
    starts = {word.start: number for number, word in enumerate(phrase)}
    for mention in names:
        first = starts.get(mention.at.start)
        last = ends.get(mention.at.end)
        if first is None or last is None:
            continue
        following = phrase[last + 1] if last + 1 < len(phrase) else None
        if following is not None and _makes_a_part(following, lexicon):
            continue
        before = phrase[first - 1].low if first else ""
        if before in lexicon.prepositions or (found and before == "the"):
            continue
        found.append(mention)
    people = [mention for mention in found if mention.kind is ActorKind.PERSON]
    return next(iter(people or found), None)


def _makes_a_part(word: Word, lexicon: Lexicon) -> bool:
    """Say whether a word after a name makes the name a mere part: "CPS spokesperson"."""
    if word.text in ("’", "'"):
        return True
    return (
        not word.is_mark
        and not word.quote
        and not word.capital
        and word.low not in lexicon.prepositions
        and word.low not in ("who", "and", "or", "himself", "herself")
    )
