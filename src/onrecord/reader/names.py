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

COMMONEST = 50
"""A word that more names of one text bear tells none of them apart, and is not looked through."""

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

    def name(self, title: str, name: tuple[str, ...], at: Span, kind: ActorKind) -> Mention | None:
        """Enter a name that is known to be one: its words without the title, its place with it."""
        return self._enter(_Run(title, name, at, kind, before_comma=False), speaks=True)

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
        key = full or run.words
        identifier = mention_id(self.text, run.at)
        same_as = self._founders.get(key)
        if same_as is None:
            self._found(key, identifier)
        if self._kinds[key] is ActorKind.NOT_KNOWN:
            self._kinds[key] = run.kind
        mention = Mention(
            id=identifier,
            at=run.at,
            name=" ".join(run.words),
            title=run.title,
            kind=self._kinds[key] if run.kind is ActorKind.NOT_KNOWN else run.kind,
            # Where blocks overlap, the same words come again.
            same_as=same_as if same_as != identifier else None,
        )
        self.mentions[run.at] = mention
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
        if len(known) > COMMONEST:
            return None
        fitting = [
            key
            for key in known
            if len(key) > len(run.words) and _shortens(run, key, self._kinds[key])
        ]
        return fitting[0] if len(fitting) == 1 else None


def _shortens(run: _Run, key: tuple[str, ...], kind: ActorKind) -> bool:
    """Say whether a run is short for a name: a person's surname or first name, a body's end."""
    size = len(run.words)
    if ActorKind.PLACE in (kind, run.kind):
        return False
    if kind in (ActorKind.PERSON, ActorKind.NOT_KNOWN):
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
    name = start
    while name < end and found[name].text.rstrip(".") in lexicon.titles:
        name += 1
    if name == end:
        # A title and no name: "the Minister".
        return None
    body = _is_body(found, start, end, lexicon)
    if body:
        name = start
    while end > name and (
        found[end - 1].low in lexicon.particles or found[end - 1].text in lexicon.not_names
    ):
        end -= 1
    bare = _without_possessive(found[end - 1].text) if end > name else ""
    if not bare:
        return None
    words = (*(word.text for word in found[name : end - 1]), bare)
    at = Span(found[start].start, found[end - 1].start + len(bare))
    title = " ".join(word.text for word in found[start:name])
    comma = end < len(found) and found[end].text in (",", "(")
    return _Run(title, words, at, _kind(words, title, body, lexicon), comma)


def _without_possessive(word: str) -> str:
    for ending in _POSSESSIVES:
        word = word.removesuffix(ending)
    return word


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
