"""What the words beside the names of a text say that their bearers are.

"Gov. Ida Pell", "the union's candidate, Tom Reed", "Ann Vale, the director of the port": whoever is
called a candidate in a text is meant by "the candidate", and nobody else.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from onrecord.core.identity import MentionId
from onrecord.core.vocabulary import ActorKind, Mention, Naming
from onrecord.reader.lexicon import Lexicon

_ENDS = re.compile(r"[.;:!?()“”\"\n–—]")
_WORDS = 6
_AFTER = re.compile(
    r"(?:, (?:\d\d, )?(?:who (?:is|was) )?| (?:is|was|became|remains) )"
    r"(?P<words>[\w’'-]+(?: [\w’'-]+){0,7})"
)
_FAR = 90
_MARKS = ",.;:\"“”’'"
_SMALL = frozenset("the a an his her its their our my your this that former then now late".split())
_RANKS = frozenset("vice deputy assistant acting shadow junior senior chief".split())
"""Who is the vice president is not the president."""
_SPEAKS = "spokes"
_POSSESSIVE = ("’s", "'s")


class Bearing:
    """Tells it for one text, once all its names are entered."""

    def __init__(self, characters: str, lexicon: Lexicon, names: Iterable[Mention]) -> None:
        self._characters, self._lexicon = characters, lexicon
        self._by_noun: defaultdict[str, list[tuple[str, frozenset[str]]]] = defaultdict(list)
        self._surnames: dict[MentionId, str] = {}
        for one in names:
            if one.naming is not Naming.NAMED or one.kind is not ActorKind.PERSON:
                continue
            surname = one.name.casefold().split()[-1]
            self._surnames[one.same_as or one.id] = surname
            for words in self._beside(one):
                noun = bare(noun_of(words, lexicon))
                self._by_noun[noun].append((surname, frozenset(words)))

    def may_be(self, founder: MentionId, words: Sequence[str]) -> bool:
        """Say whether a description may mean somebody.

        Not if the text calls others so and not them, nor if what stands with its noun ("Labour",
        "deputy") is told of another who bears it; whom it never called a spokesman is none.

        Args:
            words: of the description, in small letters.
        """
        phrase = {bare(word) for word in phrase_of(words, self._lexicon)}
        noun = bare(noun_of(words, self._lexicon))
        bearers = self._by_noun.get(noun, ())
        if not bearers:
            return not noun.startswith(_SPEAKS)
        # Of one surname: "Vale" in a headline is yet to be put together with "Ann Vale".
        surname = self._surnames.get(founder)
        mine = [called for one, called in bearers if one == surname]
        more = phrase - {noun} - _SMALL
        others = any(_fits(more, called) for one, called in bearers if one != surname)
        return bool(mine) and (not more or not others or any(_fits(more, one) for one in mine))

    def _beside(self, one: Mention) -> Iterator[list[str]]:
        """Give the words of each description that stands beside a name, in small letters."""
        if one.title:
            yield one.title.casefold().replace(".", "").split()
        start = max(0, one.at.start - _FAR)
        before = _ENDS.split(self._characters[start : one.at.start])[-1].rstrip(", ")
        words = before[before.rfind(",") + 1 :].casefold().split()[-_WORDS:]
        last = max((n for n, word in enumerate(words) if self._is_wall(word)), default=-1)
        if words[last + 1 :]:
            yield words[last + 1 :]
        after = _AFTER.match(
            self._characters, one.at.end, min(len(self._characters), one.at.end + _FAR)
        )
        if after is not None:
            yield after["words"].casefold().split()

    def _is_wall(self, word: str) -> bool:
        """Say whether nothing before a word belongs to the description that it stands before."""
        lexicon = self._lexicon
        return _ends(word, lexicon) or word in lexicon.verbs or word.endswith(_POSSESSIVE)


def _fits(more: set[str], called: frozenset[str]) -> bool:
    """Say whether somebody is called by all that stands with a noun, and of no other rank."""
    return more <= called and more & _RANKS == called & _RANKS


def phrase_of(words: Sequence[str], lexicon: Lexicon) -> list[str]:
    """Give the words of a description up to its noun: what a preposition begins is left out."""
    found: list[str] = []
    for word in words:
        if found and found[-1] and _ends(word, lexicon):
            break
        found.append(word.strip(_MARKS))
    return found


def noun_of(words: Sequence[str], lexicon: Lexicon) -> str:
    """Give the noun of a description, in small letters; '' where there are no words."""
    return next(reversed(phrase_of(words, lexicon)), "")


def _ends(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.prepositions or word in lexicon.walls


def bare(word: str) -> str:
    """Leave out the ending of an owner: "the boy's"."""
    return word.removesuffix("’s").removesuffix("'s")
