"""Searching from a page: what was filled in, and what is found by words or by meaning."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from onrecord.case import Case
from onrecord.core.claims import ClaimRow
from onrecord.core.dates import When
from onrecord.core.errors import OnrecordError
from onrecord.core.folding import fold
from onrecord.core.rows import ActorRow, Hit
from onrecord.core.vocabulary import AsOf, SpeechAct, Standing

MOST, MORE = 50, 250
"""So much is shown at first, and on wish."""
_FEW = 8
"""People and claims that are shown above what was said."""
_LONGEST = 400
OWN = "own voice"
"""The choice of what documents say themselves, beside what somebody is said to do."""


@dataclass(frozen=True, slots=True)
class Sought:
    """What was filled in; `wrong` says what of it makes no sense, in one line."""

    q: str = ""
    meaning: bool = False
    kind: str = ""
    actor: str = ""
    source: str = ""
    standing: str = ""
    start: str = ""
    end: str = ""
    most: int = MOST
    wrong: str = ""
    found: list[Hit] = field(default_factory=list)

    @property
    def is_narrowed(self) -> bool:
        return any((self.kind, self.actor, self.source, self.standing, self.start, self.end))


def search(case: Case, as_of: AsOf, asked: Mapping[str, str]) -> Mapping[str, Any]:
    """Fill the page of a search."""
    given = {key: asked.get(key, "").strip()[:_LONGEST] for key in _FIELDS}
    meaning, most = asked.get("by") == "meaning", MORE if asked.get("more") else MOST
    found, wrong = list[Hit](), ""
    if given["q"]:
        try:
            found = _found(case, as_of, given, most, meaning=meaning)
        except OnrecordError as error:
            wrong = f"{error.what}{f'; {error.help}' if error.help else ''}"
    return {
        "q": given["q"],
        "sought": Sought(meaning=meaning, most=most, wrong=wrong, found=found, **given),
        "kinds": _KINDS,
        "standings": [one.value for one in Standing],
        "people_called": people_called,
        "claims_worded": claims_worded,
    }


def _found(
    case: Case, as_of: AsOf, given: Mapping[str, str], most: int, *, meaning: bool
) -> list[Hit]:
    kind = given["kind"]
    find = case.alike if meaning else case.search
    return find(
        given["q"],
        as_of,
        most=most + 1,  # one more tells that there is more
        act=SpeechAct(kind) if kind in set(SpeechAct) else None,
        own_voice=True if kind == OWN else None,
        actor=given["actor"] or None,
        source=given["source"] or None,
        standing=Standing(given["standing"]) if given["standing"] in set(Standing) else None,
        start=When.of(given["start"]) if given["start"] else None,
        end=When.of(given["end"]) if given["end"] else None,
    )


def people_called(actors: Iterable[ActorRow], words: str) -> list[ActorRow]:
    """Give a few actors one of whose names has all the words."""
    asked = fold(words).split()
    return _first(
        actor
        for actor in actors
        if asked and any(all(one in fold(name) for one in asked) for name in actor.names)
    )


def claims_worded(claims: Iterable[ClaimRow], words: str) -> list[ClaimRow]:
    """Give a few claims whose wording has all the words."""
    asked = fold(words).split()
    return _first(row for row in claims if asked and all(one in fold(row.wording) for one in asked))


def _first(rows: Iterator[Any]) -> list[Any]:
    return [row for row, _ in zip(rows, range(_FEW), strict=False)]


_FIELDS = ("q", "kind", "actor", "source", "standing", "start", "end")
_KINDS = {
    **{act.value: f"somebody {word}" for act, word in (
        (SpeechAct.ASSERTS, "says"), (SpeechAct.DENIES, "denies"), (SpeechAct.DOUBTS, "doubts"),
        (SpeechAct.CRITICISES, "criticises"), (SpeechAct.DECLINES, "declines to say"),
        (SpeechAct.ASKS, "asks"), (SpeechAct.PROMISES, "promises"),
    )},
    OWN: "the document says itself",
}  # fmt: skip
