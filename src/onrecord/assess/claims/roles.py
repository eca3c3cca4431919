"""Who or what takes a part in a deed, taken from the words that stand for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.assess.claims.clauses import NOT

PRONOUNS = {
    "he": "m", "him": "m", "himself": "m", "she": "f", "her": "f", "herself": "f", "it": "x",
    "they": "x", "them": "x", "this": "x", "that": "x", "these": "x", "those": "x", "i": "1",
    "we": "1", "us": "1", "me": "1", "you": "x", "one": "x",
}  # fmt: skip
_ANY = frozenset("nobody anybody anyone nothing anything none anyone’s anybody’s noone".split())
_SMALL = frozenset(
    """the a an his her its their our my your this that these those some any all each every no
    neither nor either both other another such more most at least about than two three mr mrs ms
    dr prof professor sir lady lord judge very own up off away back down least kind kinds sort sorts
    thing things nature whatsoever""".split()
)


@dataclass(frozen=True, slots=True)
class Role:
    """Who or what takes a part: names and stems of its words, in small letters.

    `gender`: of a pronoun alone, `m`, `f` or `x`; `1`: who speaks. `anybody`: it is nobody, or
    anybody there is. `initials`: short forms in capitals, and those of names of three words and
    more, in small letters. `new`: "a list", "two lists" are told of for the first time, and are
    no other word for what was told of before, as "the list" may be.
    """

    names: frozenset[str] = frozenset()
    stems: frozenset[str] = frozenset()
    gender: str = ""
    anybody: bool = False
    initials: frozenset[str] = frozenset()
    new: bool = False

    @property
    def known(self) -> bool:
        """Say whether the words tell who or what it is."""
        return bool(self.names or self.stems or self.anybody)


UNKNOWN = Role()
"""Nobody and nothing is told."""


_LEVELS = frozenset("level rank standing seniority stature position".split())


def _is_measure(words: Sequence[str], place: int) -> bool:
    """Say whether a name only tells of what rank somebody is: "at the level of Vale"."""
    before = [word.casefold() for word in words[max(0, place - 3) : place]]
    after = [word.casefold() for word in words[place + 1 : place + 3]]
    own = words[place].endswith(("’s", "'s"))
    return bool(_LEVELS & set(before) and "of" in before) or (own and bool(_LEVELS & set(after)))


def role(words: Sequence[str]) -> Role:
    """Take the words of a part of a sentence apart."""
    names, stems, gender = set[str](), set[str](), ""
    anybody = False
    for place, word in enumerate(words):
        low = word.casefold().removesuffix("’s").removesuffix("'s").strip("’'")
        if low in _ANY or (place == 0 and low in ("no", "none")):
            anybody = True
        elif low in PRONOUNS:
            gender = gender or PRONOUNS[low]
        elif word.isupper() and len(word) == 1 and place and words[place - 1][:1].isupper():
            names.add(low)
        elif (
            low in _SMALL
            or low in NOT
            or (len(low) < 3 and not low.isdigit())
            or (word[:1].isupper() and _is_measure(words, place))
        ):
            continue
        elif word[:1].isupper() and _NATION.fullmatch(word):
            stems.add(low[:5])  # "A British firm" is not called so.
        elif word[:1].isupper() and not (place == 0 and low in _OPENS):
            names.add(low)
        elif low[:1].isdigit():
            stems.add(low.replace(",", ""))
        elif len(low) > 3 or low in _SHORT:
            stems.add(low[:5])
    only = not names and not stems
    return Role(
        frozenset(names), frozenset(stems), gender if only else "", anybody, _initials(words),
        new=bool(words) and (words[0].casefold() in _NEW or any(map(str.isdigit, words[:3]))),
    )  # fmt: skip


_SHORT = frozenset(("fee", "sum", "map", "key", "box", "bag"))
_NEW = frozenset(
    "a an some several two three four five six seven eight nine ten eleven twelve".split()
)


_NATION = re.compile(
    r"[A-Z][a-z]+(?:ish|ese)|(?:Russ|Ital|Ind|Iran|Austral|Austr|Belg|Bulgar|Canad|Ukrain|Norweg"
    r"|Ir|Pol|Hungar|Roman|Syr|Brazil|Egypt|Niger|Chil|Argentin|Alban|Serb|Croat|Eston|Latv"
    r"|Lithuan)ian|(?:Americ|Germ|Mexic|Kore|Afric|Europ|Rom)(?:an|ean)|French|Dutch|Greek|Swiss"
    r"|Iraqi|Israeli|Pakistani|Saudi"
)


def _initials(words: Sequence[str]) -> frozenset[str]:
    """Give short forms, and the first letters of each run of three capitalised words or more."""
    found = {word.casefold() for word in words if 2 < len(word) < 7 and word.isupper()}
    run = ""
    for word in (*words, ""):
        if word[:1].isupper() and not word.isupper():
            run += word[0]
        elif word not in ("of", "the", "and", "for"):
            found |= {run.casefold()} if len(run) > 2 else set()
            run = ""
    return frozenset(found)


_OPENS = frozenset(
    """papers documents results police investigators detectives prosecutors officials ministers
    trustees officers restricted material money keepers keeper staff nobody somebody someone
    people evidence""".split()
)
