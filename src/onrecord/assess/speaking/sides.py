"""Which body of a case is a side of it: told by what it does, not only by what it is called.

"Prosecutors" are a side in any case. A body is the prosecution, too, where a text says that it lays
or drops the charge, or gives what "prosecutors" say to it: an accuser's office, an examining board.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from enum import StrEnum
from functools import lru_cache

from onrecord.core.charging import deeds
from onrecord.core.folding import fold
from onrecord.core.said import StatementRow


class Side(StrEnum):
    """Bodies that are called by what they do: in one case there is one of each."""

    PROSECUTION = "the prosecution"
    POLICE = "the police"
    COURT = "the court"


_SIDES = (
    (
        Side.PROSECUTION,
        re.compile(
            r"\bprosecut(?:ors?|ion|ions)\b|^(?:the )?(?:state|crown)$"
            r"|\b(?:public accusers?|procurators?|district attorneys?|state attorneys?)\b"
            r"|^(?:the )?fiscals?$"
            r"|\b(?:charging|prosecuting|prosecutions) (?:office|authority|service|board|agency)\b"
            # What a charge says is what the prosecution says.
            r"|^(?:the |an? )?(?:indictment|charge sheet|charging (?:notice|document|statement))\b"
        ),
    ),
    (
        Side.POLICE,
        re.compile(
            r"\b(?:police|detectives?|officers?|investigators?|constabulary|superintendent|"
            r"inspector|constable|supt|crime (?:unit|agency|squad|office))\b"
        ),
    ),
    (Side.COURT, re.compile(r"\b(?:judges?|justice|magistrates?|high court|tribunal)\b")),
)
_OF = re.compile(r"\b(?:of|to|against|by|from|with|about|near|behind)(?: the)? $")
_BY_NAME = re.compile(r"\b(?:prosecutors|prosecution)\b")
_WE = re.compile(r"\b(?:we|it|i)$")
_BEFORE = 90
"""So many characters before the deed are looked at for the name of who does it."""


@lru_cache(maxsize=8192)
def by_words(words: str) -> Side | None:
    """Give the side that words name by what any such side is called."""
    plain = " ".join(words.casefold().split())
    return next((side for side, called in _SIDES if called.search(plain)), None)


class Sides:
    """Knows the sides of one case.

    Args:
        is_body: says whether a name is a body's.
        bodies: how bodies are called, as they are written.
    """

    def __init__(
        self,
        statements: Iterable[StatementRow],
        bodies: Iterable[str],
        is_body: Callable[[str], bool],
    ) -> None:
        statements = list(statements)
        named = [row.actor_name for row in statements if is_body(row.actor_name)]
        written = {fold(name): name for name in dict.fromkeys([*named, *bodies]) if name}
        found: dict[str, str] = {}
        for row in statements:
            if is_body(row.actor_name) and _BY_NAME.search(row.speaker.casefold()):
                found[fold(row.actor_name)] = row.actor_name
            for folded in _charging(row, written):
                if by_words(folded) is not Side.POLICE:  # who may charge, and tries nobody
                    found[folded] = written[folded]
        self._take(found)

    @classmethod
    def again(cls, prosecuting: dict[str, str]) -> Sides:
        """Give the sides of a case of which it is known who prosecutes."""
        made = cls.__new__(cls)
        made._take(prosecuting)
        return made

    def _take(self, prosecuting: dict[str, str]) -> None:
        self.prosecuting = prosecuting
        self._phrases = [phrase for name in prosecuting for phrase in _phrases(name)]

    @property
    def name(self) -> str:
        """How the prosecution is called: by the one body that it is, or as any is."""
        names = list(self.prosecuting.values())
        return names[0] if len(names) == 1 else str(Side.PROSECUTION)

    def of(self, words: str) -> Side | None:
        """Give the side that words name: by what it is called anywhere, or in this case."""
        folded = fold(words)
        for phrase in self._phrases:
            at = f" {folded} ".find(f" {phrase} ")
            if at >= 0 and not _OF.search(folded[:at]):
                return Side.PROSECUTION
        return by_words(words)


def _phrases(name: str) -> tuple[str, ...]:
    """Give how a body is called: "public auditor" of the Public Auditor's Office, and that."""
    post = name.removesuffix(" office")
    post = post.removesuffix("s") if post != name else ""
    of = name.removeprefix("the ").removeprefix("office of the ")
    every = dict.fromkeys(one for one in (name, post, of if of != name else "") if " " in one)
    return tuple(every)


def _charging(row: StatementRow, written: dict[str, str]) -> Iterable[str]:
    """Give the bodies, folded, that a statement says lay or drop a charge."""
    for start in deeds(row.content):
        before = fold(row.content[max(0, start - _BEFORE) : start])
        if _WE.search(before) and fold(row.actor_name) in written:
            yield fold(row.actor_name)
        yield from (name for name in written if " " in name and before.endswith(f" {name}"))
        if before in written:
            yield before
