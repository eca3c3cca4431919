"""The names that stand in a text, with their titles, and which of them are one name said shorter.

A run of capitalised words counts when a title, a second word, a body's noun or a speech cue makes
it a name; a lone capitalised word counts only as the short form of a name met before. A shorter
name is the same as an earlier fuller one only if exactly one name fits.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from onrecord.core.identity import MentionId, TextId, mention_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import ActorKind, Mention, Naming
from onrecord.reader.lexicon import Lexicon
from onrecord.reader.words import Word

LONGEST = 14
"""No name is longer (words with its title); what goes on is a headline or a list."""

_POSSESSIVES = ("’s", "'s", "’", "'")


@dataclass(slots=True)
class _Run:
    """A run of words that may be a name: `words` without its title, `at` with it."""

    title: str
    words: tuple[str, ...]
    at: Span
    kind: ActorKind
    before_comma: bool


@dataclass(slots=True)
class Roll:
    """The names of one text, as they come. Kept for one reading only.

    `_by_word` leads from each word of a name to the names that bear it, fullest first met.
    """

    text: TextId
    lexicon: Lexicon
    mentions: dict[Span, Mention] = field(default_factory=dict)
    _kinds: dict[tuple[str, ...], ActorKind] = field(default_factory=dict)
    _founders: dict[tuple[str, ...], MentionId] = field(default_factory=dict)
    _by_word: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    _acronyms: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)

    def take(self, found: list[Word], sure: list[Span]) -> list[Mention]:
        """Enter the names among the words of one block and give them in their order.

        Args:
            sure: the phrases that speak, in their order: a lone capitalised word there is a name.
        """
        entered: list[Mention] = []
        ahead = 0
        for run in _runs(found, self.lexicon):
            while ahead < len(sure) and sure[ahead].end <= run.at.start:
                ahead += 1
            speaks = ahead < len(sure) and sure[ahead].holds(run.at)
            speaks = speaks and (run.before_comma or run.at.end == sure[ahead].end)
            mention = self._enter(run, speaks)
            if mention is not None:
                entered.append(mention)
        return entered

    def add(self, at: Span, name: str, kind: ActorKind, naming: Naming) -> Mention:
        """Enter a speaker without a name of its own."""
        known = self.mentions.get(at)
        if known is not None:
            return known
        mention = Mention(id=mention_id(self.text, at), at=at, name=name, kind=kind, naming=naming)
        self.mentions[at] = mention
        return mention

    def _enter(self, run: _Run, speaks: bool) -> Mention | None:
        full = self._fuller(run)
        if full is None and not (run.title or len(run.words) > 1 or speaks):
            return None
        at = run.at
        identifier = mention_id(self.text, at)
        key = full or run.words
        kind = run.kind
        if kind is ActorKind.NOT_KNOWN:
            kind = self._kinds.get(key, kind)
        same_as = self._founders.get(key)
        if same_as is None:
            self._founders[key] = identifier
            for word in dict.fromkeys(key):
                self._by_word.setdefault(word, []).append(key)
            if len(key) > 1:
                initials = "".join(word[0] for word in key if word[0].isupper())
                self._acronyms.setdefault(initials, []).append(key)
        if self._kinds.get(key, ActorKind.NOT_KNOWN) is ActorKind.NOT_KNOWN:
            self._kinds[key] = kind
        mention = Mention(
            id=identifier,
            at=at,
            name=" ".join(run.words),
            title=run.title,
            kind=kind,
            same_as=same_as if same_as != identifier else None,
        )
        self.mentions[at] = mention
        return mention

    def _fuller(self, run: _Run) -> tuple[str, ...] | None:
        """Give the one earlier name that this run says again or shortens; None if not just one."""
        if run.words in self._founders:
            return run.words
        if len(run.words) == 1:
            word = run.words[0]
            expanded = self._acronyms.get(word, []) if word.isupper() and len(word) > 1 else []
            if len(expanded) == 1:
                return expanded[0]
        known = self._by_word.get(run.words[-1], ())
        fitting = [
            key
            for key in known[:50]
            if len(key) > len(run.words) and _shortens(run, key, self._kinds.get(key))
        ]
        return fitting[0] if len(fitting) == 1 and len(known) <= 50 else None


def _shortens(run: _Run, key: tuple[str, ...], kind: ActorKind | None) -> bool:
    """A person goes by surname or given name, a body by its last word or its first ones."""
    size = len(run.words)
    if kind is ActorKind.PERSON or kind is ActorKind.NOT_KNOWN:
        if run.kind not in (ActorKind.PERSON, ActorKind.NOT_KNOWN):
            return False
        return key[-size:] == run.words or (not run.title and size == 1 and key[0] == run.words[0])
    return not run.title and key[-size:] == run.words


def _runs(found: list[Word], lexicon: Lexicon) -> Iterable[_Run]:
    number = 0
    while number < len(found):
        word = found[number]
        if not word.capital or word.quote:
            number += 1
            continue
        end = _end_of_run(found, number, lexicon)
        run = _run(found, number, end, lexicon)
        if run is not None:
            yield run
        number = end


def _end_of_run(found: list[Word], number: int, lexicon: Lexicon) -> int:
    """Give the end of a capitalised run; particles count when a capital follows them."""
    end = number + 1
    stop = min(len(found), number + LONGEST)
    while end < stop:
        if found[end - 1].text.endswith(_POSSESSIVES):
            break
        word = found[end]
        if word.capital and not word.quote:
            end += 1
            continue
        if word.low not in lexicon.particles:
            break
        ahead = end + 1
        if word.low in ("of", "for") and ahead < len(found) and found[ahead].low == "the":
            ahead += 1
        if ahead >= stop or not found[ahead].capital or found[ahead].quote:
            break
        if word.low in ("and", "of", "for", "the", "&") and not _is_body(
            found, number, end, lexicon
        ):
            break
        end = ahead + 1
    return end


def _is_body(found: list[Word], start: int, end: int, lexicon: Lexicon) -> bool:
    words = {word.text for word in found[start:end]}
    return bool(words & (lexicon.public_bodies | lexicon.organisations))


def _run(found: list[Word], start: int, end: int, lexicon: Lexicon) -> _Run | None:
    while (
        start < end
        and found[start].text in lexicon.not_names
        and found[start].text not in lexicon.titles
    ):
        start += 1
    title = start
    while title < end and found[title].text.rstrip(".") in lexicon.titles:
        title += 1
    if title == end and title > start:
        # A title and no name: "the Minister".
        return None
    body = _is_body(found, start, end, lexicon)
    if body:
        title = start
    while end > title and (
        found[end - 1].low in lexicon.particles or found[end - 1].text in lexicon.not_names
    ):
        end -= 1
    if title >= end:
        return None
    last = found[end - 1]
    bare = last.text
    for ending in _POSSESSIVES:
        bare = bare.removesuffix(ending)
    if not bare:
        return None
    words = (*(word.text for word in found[title : end - 1]), bare)
    at = Span(found[start].start, last.start + len(bare))
    comma = end < len(found) and found[end].text in (",", "(")
    called = " ".join(word.text for word in found[start:title])
    return _Run(called, words, at, _kind(words, called, body, lexicon), comma)


def _kind(words: tuple[str, ...], title: str, body: bool, lexicon: Lexicon) -> ActorKind:
    if title:
        return ActorKind.PERSON
    if body:
        if any(word in lexicon.public_bodies for word in words):
            return ActorKind.PUBLIC_BODY
        return ActorKind.ORGANISATION
    if words[0] in lexicon.given and 2 <= len(words) <= 5:
        return ActorKind.PERSON
    return ActorKind.NOT_KNOWN
