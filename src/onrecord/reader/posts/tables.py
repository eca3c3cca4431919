"""The tables of posts and of the verbs by which they are told, read once from the file beside."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

Words = frozenset[str]
_SHORT = 5
"""No noun of so few letters is made an office by the word before it."""


@dataclass(frozen=True, slots=True)
class Tables:
    """All words of `posts.toml`, in lower case. `heads` leads from a form to its singular."""

    heads: Mapping[str, str]
    bound: Mapping[str, Words]
    words: Mapping[str, Words]
    verbs: Mapping[str, Words]
    leads: Mapping[str, str]
    small: Mapping[str, Words]
    numbers: Mapping[str, int]
    signs: Words
    """The words without one of which a sentence tells of no post."""

    def head(self, low: str) -> str | None:
        """Give the post's noun that a word is, in the singular; None if it is none.

        "ex-mayor", "mayor-elect", "vice-chairman" and "mayors" are.
        """
        low = (
            low.removeprefix("ex-")
            .removeprefix("then-")
            .removesuffix("-elect")
            .removesuffix("-designate")
        )
        known = self.heads.get(low)
        if known is not None or "-" not in low:
            return known
        prefix, _, rest = low.partition("-")
        if rest in self.words["after"] and prefix in self.heads:
            general = rest == "general"
            return low if not general or prefix in self.words["before_general"] else None
        noun = self.heads.get(rest) if prefix in self.words["prefixes"] else None
        return None if noun is None else f"{prefix}-{noun}"

    def made(self, low: str, before: str) -> str | None:
        """Give a noun that a word before it makes an office: "Public Defender"; None for none."""
        ends = len(low) > _SHORT and low.isalpha() and low.endswith(("er", "or"))
        open_ = ends and before in self.words["public"] and low not in self.words["no_office"]
        return low if open_ else None


@lru_cache(maxsize=1)
def load() -> Tables:
    """Read the tables. The first call reads the file; later ones give the same object."""
    table = tomllib.loads((resources.files(__package__) / "posts.toml").read_text("utf-8"))
    forms = {plural(head): head for head in table["heads"]}
    forms |= {head: head for head in table["heads"]}
    parts = {part for form in (*forms, *table["leads"], "charge") for part in form.split("-")}
    return Tables(
        signs=frozenset(parts | set(table["public"])),
        heads=forms,
        bound={key: frozenset(words) for key, words in table["bound"].items()},
        words={key: frozenset(words) for key, words in table.items() if isinstance(words, list)},
        verbs={key: frozenset(words) for key, words in table["verbs"].items()},
        leads=table["leads"],
        small={key: frozenset(words) for key, words in table["small"].items()},
        numbers={word: number for number, word in enumerate(table["small"]["numbers"], 1)},
    )


def plural(head: str) -> str:
    """Spell the plural of a post's noun."""
    for ending in ("man", "men"), ("woman", "women"):
        if head.endswith(ending[0]):
            return head.removesuffix(ending[0]) + ending[1]
    if head.endswith("y") and head[-2] not in "aeiou":
        return head[:-1] + "ies"
    if head.endswith(("s", "x", "ch", "sh")):
        return head + "es"
    return head + "s"
