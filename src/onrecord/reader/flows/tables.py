"""The tables that what passes is read by: verbs and nouns of passing, and the words round them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib import resources
from typing import Any

from onrecord.core.vocabulary import Realised
from onrecord.reader.lexicon import forms


class Frame(StrEnum):
    """What the subject of a verb is to what passes."""

    GIVES = "gives"
    CARRIES = "carries"
    RECEIVES = "receives"
    SUPPLIES = "supplies"
    REACHES = "reaches"


@dataclass(frozen=True, slots=True)
class Passing:
    """What one form of a verb can mean. `loose`: only with a thing for its object."""

    lemma: str
    frames: tuple[tuple[Frame, bool], ...]

    def loose(self, frame: Frame) -> bool:
        """Say whether the verb needs a thing in this frame."""
        return dict(self.frames)[frame]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tables:
    """All tables, ready to look up; words are in lower case but for the names of `apps`."""

    verbs: Mapping[str, Passing]
    nouns: Mapping[str, bool]
    realised: Mapping[str, Realised]
    words: Mapping[str, frozenset[str]]

    def has(self, table: str, low: str) -> bool:
        """Say whether a word stands in one of the lists of words."""
        return low in self.words[table]


@lru_cache(maxsize=1)
def load() -> Tables:
    """Read the tables; the first call reads the file. A noun is True where it is what passes."""
    file = resources.files(__package__).joinpath("tables.toml")
    made = tomllib.loads(file.read_text("utf-8"))
    return Tables(
        verbs=_verbs(made["verbs"], made["irregular"]),
        nouns=dict.fromkeys(made["nouns"]["passing"], False)
        | dict.fromkeys(made["nouns"]["own"], True),
        realised={
            word: Realised(kind) for kind, words in made["realised"].items() for word in words
        },
        words={key: frozenset(words) for key, words in made["words"].items()},
    )


def _verbs(
    groups: list[Mapping[str, Any]], irregular: Mapping[str, list[str]]
) -> dict[str, Passing]:
    found: dict[str, Passing] = {}
    for group in groups:
        frame = (Frame(group["frame"]), bool(group.get("loose")))
        for lemma in group["lemmas"]:
            for form in (lemma, *irregular.get(lemma, forms(lemma))):
                before = found.get(form)
                frames = (*before.frames, frame) if before and before.lemma == lemma else (frame,)
                found[form] = Passing(lemma, frames)
    return found
