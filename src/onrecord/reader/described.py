"""Descriptions met again: "the commission" after the Tarn Commission, "the dealer" after a dealer.

A description in a body's own last word is led to the one body of the text that it can mean, one of
somebody unnamed to the last who was called so before. What was led elsewhere by the network's
measure gives way to the words; what two could bear is left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import replace

from onrecord.core.identity import MentionId, mention_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import ActorKind, Mention, Naming
from onrecord.reader.described_bodies import Bodies
from onrecord.reader.lexicon import Lexicon
from onrecord.reader.names import Roll
from onrecord.reader.noun_phrases import Phrase, goes_on, phrases

_ONE = frozenset({"a", "an", "one", "another"})
_SENTENCE = 250
"""Characters between somebody and "that person" in the next sentence."""
_AGAIN = frozenset({"same", "said", "latter"})
_ANYBODY = frozenset({"person", "people", "man", "woman", "men", "women"})
_OF = re.compile(
    r" of (?:(?:the|an?) )?(?P<first>[A-Za-z][\w’'-]*)(?P<next>(?: [A-Z][\w’'-]*)+| [a-z-]+)?"
)
_ELSEWHERE = re.compile(
    r" (?:(?:quoted|cited|interviewed) (?:by|in) (?:this|the)"
    r"|(?:said|alleged|believed|understood|thought|suspected) to be) "
)
"""After a description of one who was not met before: "the man said to be Witness B"."""
_TITLES = {
    "judge": ("Judge", "Justice", "JUDGE", "JUSTICE"),
    "professor": ("Professor", "Prof"),
    "councillor": ("Councillor", "Cllr"),
    "bishop": ("Bishop",),
    "senator": ("Senator", "Sen"),
}
"""The titles by which one who is called so is named."""
_LAST = 8
"""Of those named or described before, so many are looked back on."""


class Described:
    """Leads the descriptions of one text by their words."""

    def __init__(
        self,
        characters: str,
        roll: Roll,
        lexicon: Lexicon,
        paragraphs: list[Span],
        apart: list[tuple[Span, Span]],
    ) -> None:
        self._characters, self._roll, self._lexicon = characters, roll, lexicon
        self._paragraphs, self._apart = paragraphs, apart
        self._bearers: defaultdict[str, set[MentionId]] = defaultdict(set)
        self._by_start: defaultdict[int, list[Span]] = defaultdict(list)
        mentions = sorted(roll.mentions.values(), key=lambda m: m.at)
        named = {m.id for m in mentions if m.naming is Naming.NAMED}
        for one in mentions:
            self._by_start[one.at.start].append(one.at)
            if one.naming is Naming.ROLE_ONLY and one.same_as in named:
                for word in one.name.casefold().split():
                    self._bearers[word].add(one.same_as)
        self._bodies = Bodies(mentions, lexicon)
        self._ends = {
            m.at.end: m for m in mentions
            if m.naming is Naming.NAMED and m.kind is ActorKind.PERSON
        }  # fmt: skip
        self._titles: defaultdict[str, set[MentionId]] = defaultdict(set)
        for one in self._ends.values():
            for title in one.title.split():
                self._titles[title].add(one.same_as or one.id)
        self._names = [m.at for m in mentions if m.naming is Naming.NAMED]

    def lead(self) -> None:
        """Lead and enter them, in the order of the text."""
        for one in self._bodies.words:  # "Board" in a headline
            phrase = Phrase(one.at, "the", (), one.name.casefold())
            founder = self._bodies.meant(phrase, one.at)
            if founder is not None:
                self._roll.mentions[one.at] = replace(one, same_as=founder)
        lexicon = self._lexicon
        nouns = lexicon.body_nouns | lexicon.person_nouns | _ANYBODY
        small = lexicon.prepositions | lexicon.walls | lexicon.determiners | lexicon.unfinished
        begun: defaultdict[str, list[Phrase]] = defaultdict(list)
        self._last: tuple[int, MentionId, ActorKind] | None = None
        for paragraph in self._paragraphs:
            for phrase in phrases(self._characters, paragraph, nouns, small):
                if phrase.noun in self._lexicon.body_nouns:
                    self._lead_body(phrase, paragraph)
                elif phrase.points:
                    self._lead_person(phrase, begun[phrase.noun][-_LAST:])
                else:
                    begun[phrase.noun].append(phrase)
                    titled = self._titled(phrase, paragraph)
                    if titled is not None:
                        self._enter(phrase.at, titled, ActorKind.PERSON)
                    if phrase.between or phrase.first in _ONE:
                        self._met(phrase.at.end, self._first(phrase))
        self._roll.straighten()

    # --- bodies ---

    def _lead_body(self, phrase: Phrase, paragraph: Span) -> None:
        if phrase.first != "the":
            return
        founder = self._bodies.meant(phrase, paragraph)
        if founder is not None or phrase.between:
            self._enter(phrase.at, founder, ActorKind.ORGANISATION)

    # --- people ---

    def _first(self, phrase: Phrase) -> Mention:
        """Enter somebody who is not named, where it was not: "a senior executive of a bidder"."""
        known = [at for at in self._by_start[phrase.at.start] if at.end >= phrase.at.end]
        if known:
            return self._roll.mentions[min(known)]
        at = Span(phrase.at.start, self._of_whom(phrase.at.end))
        return self._made(at, self._apposed(at), ActorKind.PERSON)

    def _apposed(self, at: Span) -> MentionId | None:
        """Give the person after whose name a description stands: "Edda Vorn, a pilot who ..., "."""
        if self._characters[at.start - 2 : at.start] != ", ":
            return None
        named = self._ends.get(at.start - 2)
        rest = self._characters[at.end : at.end + 12]
        is_told = rest.startswith(". ") or goes_on(rest)  # not "Vorn, a pilot, and a cook"
        return named.same_as or named.id if named is not None and is_told else None

    def _of_whom(self, end: int) -> int:
        """Give the end of a description with the body or the matter that it is of."""
        told = _OF.match(self._characters, end)
        if told is None:
            return end
        following, nouns = (told["next"] or "").strip(), self._lexicon.body_nouns
        goes_on = following in nouns and told["first"] not in nouns
        return told.end() if following[:1].isupper() or goes_on else told.end("first")

    def _titled(self, phrase: Phrase, paragraph: Span) -> MentionId | None:
        """Give the one judge of a text that opens with "A judge": news names whom it opens with."""
        titles = _TITLES.get(phrase.noun, ())
        if phrase.at.start != paragraph.start or phrase.between or not titles:
            return None
        founders = set[MentionId]().union(*(self._titles[title] for title in titles))
        return founders.pop() if len(founders) == 1 else None

    def _met(self, end: int, one: Mention) -> None:
        """Keep in mind who was last told of."""
        self._last = end, one.same_as or one.id, one.kind

    def _lead_person(self, phrase: Phrase, begun: list[Phrase]) -> None:
        """Lead "the executive" to the last who was called an executive, if nobody named is one.

        "That person" is the last of whom anything was told, be it an executive.

        Args:
            begun: those called by the same noun.
        """
        if _ELSEWHERE.match(self._characters, phrase.at.end):
            for at in self._by_start[phrase.at.start]:
                self._roll.mentions[at] = replace(self._roll.mentions[at], same_as=None)
            return  # whom another text quoted, or who is claimed to be somebody
        between = {word for word in phrase.between if word not in _AGAIN}
        called = [before for before in begun if between <= set(before.between)]
        if phrase.noun in _ANYBODY and (phrase.first == "that" or (
            not called and phrase.between == ("same",)
        )):  # fmt: skip
            if self._last is not None and phrase.at.start - self._last[0] < _SENTENCE:
                self._enter(phrase.at, self._last[1], self._last[2])
            return
        if not called or any(one.between != called[-1].between for one in called):
            return  # "a former clerk" and "a young clerk": either may be meant
        if phrase.noun not in _ANYBODY and self._bearers[phrase.noun]:
            return  # somebody named is one too
        one = self._first(called[-1])
        self._enter(phrase.at, one.same_as or one.id, one.kind)
        self._met(phrase.at.end, one)

    # --- entering ---

    def _enter(self, at: Span, founder: MentionId | None, kind: ActorKind) -> None:
        if founder is not None and founder in self._roll.barred(at, self._apart):
            founder = None  # that they are one is somebody's claim, and no more
        known = self._roll.mentions.get(at) or self._longer(at)
        if known is None:
            if not self._is_taken(at):
                self._made(at, founder, kind)
        elif founder is not None and known.naming is not Naming.NAMED and founder != known.id:
            self._roll.mentions[known.at] = replace(known, same_as=founder)

    def _longer(self, at: Span) -> Mention | None:
        """Give the shortest description that begins with a place and tells more of the same."""
        for other in sorted(self._by_start[at.start]):
            if other.end > at.end and goes_on(self._characters[at.end : other.end]):
                return self._roll.mentions[other]
        return None

    def _is_taken(self, at: Span) -> bool:
        """Say whether a longer mention begins there, or a name lies in it."""
        number = bisect_right(self._names, at)
        near = self._names[max(0, number - 2) : number + 2]
        is_owner = self._characters[at.end : at.end + 1] in ("'", "’")  # "the board's former clerk"
        begun = bool(self._by_start[at.start]) and not is_owner
        return begun or any(name.overlaps(at) for name in near)

    def _made(self, at: Span, founder: MentionId | None, kind: ActorKind) -> Mention:
        name = " ".join(at.of(self._characters).split())
        self._roll.mentions[at] = made = Mention(
            id=mention_id(self._roll.text, at), at=at, name=name, kind=kind,
            naming=Naming.ROLE_ONLY, same_as=founder,
        )  # fmt: skip
        self._by_start[at.start].append(at)
        return made
