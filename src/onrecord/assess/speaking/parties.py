"""For whom does a speaker speak: for themselves, for a body, for a client?

A spokesman and a chief executive speak for their body, a lawyer for the client, and "prosecutors"
and the director of prosecutions for one side. Only words decide: what a statement calls its speaker
here, and what other statements call the same name elsewhere. A former official speaks for nobody
but themselves, and whoever is not named for nobody who could be told.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.assess.speaking.gathering import gathered
from onrecord.assess.speaking.names import (
    LONGEST,
    MEANT,
    PRONOUNS,
    as_written,
    is_body,
    outlet_in,
    person,
)
from onrecord.assess.speaking.sides import Side, Sides, by_words
from onrecord.assess.speaking.spoken_for import LOOSE_CLIENT, SpokenFor
from onrecord.core.folding import fold
from onrecord.core.laid import Laid
from onrecord.core.said import StatementRow
from onrecord.core.vocabulary import Naming

_UNNAMED = re.compile(
    r"\b(?:sources?|insiders?|whistle-?blowers?)\b|\b(?:familiar with|close to|knowledge of)\b"
    r"|\bnot (?:to be|be) (?:named|identified)\b|\banonym",
    re.IGNORECASE,
)
_FOR_THEM = re.compile(
    r"\(“(?:(?:my|our) clients?|i|we|me|us)”\)$|^(?:(?:my|our) clients?|i|we)$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Party:
    """Whose a statement is. `key` tells parties apart, `name` says it in words.

    `sure`: the words of the text themselves name it in full, so that another name is another party.
    `known`: it is a body, a side or a name, and not only described ("the only witness").
    """

    key: str
    name: str
    sure: bool = True
    known: bool = True


@dataclass(frozen=True, slots=True)
class _Told:
    """What the statements of a case together tell of speakers; see `Parties`."""

    meant: dict[str, set[str]]
    bodies: set[str]
    prosecuting: dict[str, str]
    one_body: dict[str, str]
    courts: frozenset[str]
    press: dict[str, str]
    written: dict[str, str]
    called: dict[str, set[str]]
    full: dict[str, set[str]]


class Parties:
    """Tells for whom speakers speak, from what all statements of a case call them."""

    def __init__(
        self,
        statements: Iterable[StatementRow],
        outlets: Iterable[str] = (),
        acting: Iterable[tuple[str, str]] = (),
        bodies: Iterable[Sequence[str]] = (),
    ) -> None:
        """Take in what speakers are called.

        Args:
            outlets: those who put the documents out.
            acting: the names of who acts for somebody, and of whom, where texts tell it.
            bodies: the names of each body that the case holds to be one under several names, the
                one it goes by first.
        """
        statements, outlets = list(statements), list(outlets)
        self._known = gathered(statements, outlets, acting, bodies)
        self._courts = _courts(statements, self._known.bodies)
        self._press = {fold(name): name for name in outlets if not is_body(name)}
        self._written = as_written(
            [*outlets, *(name for row in statements for name in (row.actor_name, row.speaker))]
        )
        self._told: dict[tuple[str, str, Naming], Party | None] = {}
        self._outlets: dict[str, str] = {}

    @classmethod
    def laid(cls, laid: Laid, name: str, make: Callable[[], Parties]) -> Parties:
        """Give what is laid out under a name, or made and laid out."""
        told, made = laid.value(name, _Told, lambda: make()._all_told()), cls.__new__(cls)
        made._known = SpokenFor(
            Sides.again(told.prosecuting), told.bodies, told.one_body,
            meant=told.meant, called=told.called, full=told.full,
        )  # fmt: skip
        made._courts, made._press, made._written = told.courts, told.press, told.written
        made._told, made._outlets = {}, {}
        return made

    def _all_told(self) -> _Told:
        known = self._known
        return _Told(
            known.meant, known.bodies, known.sides.prosecuting, known.one_body, self._courts,
            self._press, self._written, known.called, known.full,
        )  # fmt: skip

    def press(self, words: str) -> str:
        """Give the outlet of the record that is named; '' where none is."""
        if words not in self._outlets:  # asked of the same few speakers for every statement
            plain = MEANT.sub("", words)
            self._outlets[words] = self._press.get(fold(outlet_in(plain) or plain), "")
        return self._outlets[words]

    def of(self, words: str, name: str, naming: Naming) -> Party | None:
        """Say whose a statement is.

        Args:
            words: what the statement calls its speaker.
            name: the name of the actor who is meant; '' where none is known.

        Returns:
            None where nobody is named and no side either: an unnamed source, or no source at all.
        """
        asked = words, name, naming
        if asked not in self._told:  # few speakers say much: their names are cut once
            self._told[asked] = self._of(words, name, naming)
        return self._told[asked]

    def _of(self, words: str, name: str, naming: Naming) -> Party | None:
        if naming in (Naming.ANONYMOUS, Naming.AGENTLESS, Naming.PUBLISHER):
            return None
        words = " ".join(words.split())[:LONGEST]
        plain = MEANT.sub("", words)
        plain = outlet_in(plain) or plain
        meant = MEANT.search(words)
        sure = meant is None or bool(person(meant.group().strip(" (“”)")))
        if plain.casefold() in PRONOUNS:
            plain, sure = name, False
        if not plain or plain.casefold() in PRONOUNS:
            return None
        if naming is not Naming.NAMED and _UNNAMED.search(plain):
            return None
        # "His lawyers" are those of whom this text means, whoever is meant by them elsewhere.
        of_owner = self._known.whom(name) if name and LOOSE_CLIENT.search(plain) else None
        whom = of_owner or self._known.whom(plain)
        if whom is not None:
            return self._party(whom, sure)
        who = max(
            (self._known.in_full(person(one)) for one in (plain, name)), key=lambda n: " " in n
        )
        told = self._known.in_full(person(plain))
        full = self._known.in_full(person(name))
        if told and " " not in told and full.endswith(f" {told}"):
            told = full  # of two with one surname, it is whom the text has been led to
        who = told or who
        if not who:
            # Whom several texts only describe is one by whatever words: as the case holds it.
            meant_so = name if name and name.casefold() not in PRONOUNS else plain
            return Party(fold(meant_so), meant_so, sure=False, known=False)
        return self._party(who, sure and " " in who)

    def named(self, name: str) -> Party | None:
        """Say who is meant by a name that a text gives in passing."""
        return self.of(name, "", Naming.NAMED)

    def head(self, who: str, post: str) -> tuple[Party, Party] | None:
        """Give who holds an accuser's post, and the side that it is; None: it is no side's."""
        if self._known.sides.of(post) is not Side.PROSECUTION:
            return None
        one = self.named(who)
        side = Party(Side.PROSECUTION, self._known.sides.name)
        return (one, side) if one is not None and one.known and one.key != side.key else None

    def of_outlet(self, outlet: str) -> Party | None:
        """Say whose the voice of a document is where a body put it out itself; None: the press."""
        if not outlet or not is_body(outlet):
            return None
        side = self._known.sides.of(outlet)
        return Party(side, outlet) if side else Party(self._known.body(fold(outlet)), outlet)

    def _party(self, key: str, sure: bool) -> Party:
        """Give a party its key: a person who speaks for one body only is that body."""
        whoms = self._known.called.get(key, set())
        if len(whoms) == 1:
            (key,) = whoms
        key = self._court(key)
        if key in tuple(Side):
            name = str(key)
            if key == Side.PROSECUTION:
                name = self._known.sides.name
            elif key == Side.COURT and len(self._courts) == 1:
                (name,) = (self._written.get(court) or name for court in self._courts)
            return Party(key, name, sure=sure)
        written = self._written.get(key) or key.title()
        return Party(key, written, sure=sure)

    def _court(self, key: str) -> str:
        """Give the side of the court for the only court or tribunal that the case names."""
        return str(Side.COURT) if len(self._courts) == 1 and key in self._courts else key


def _courts(statements: Iterable[StatementRow], bodies: Iterable[str]) -> frozenset[str]:
    """Give the courts and tribunals, folded, that speak in a case under a name of their own."""
    named = {fold(row.actor_name) for row in statements if is_body(row.actor_name)}
    found = {name.removeprefix("the ") for name in named.union(bodies)}
    return frozenset(
        name for name in found if " " in name and by_words(name) is Side.COURT and is_body(name)
    )


@lru_cache(maxsize=8192)
def is_with_teller(words: str) -> bool:
    """Say whether a speaker is whoever tells of them, or their client: "my client accepts"."""
    return _FOR_THEM.search(" ".join(words.split())) is not None


def same_speaker(
    parties: Parties, one: StatementRow | None, other: StatementRow | None
) -> bool | None:
    """Say whether two statements are given to one speaker; None: not known.

    A body and whoever speaks for it are one. Two are different only where both texts name them
    themselves, or one names somebody and the other gives the words to somebody it does not name.
    """
    if one is None or other is None:
        return None
    voices = (one, other)
    if any(v.naming in (Naming.AGENTLESS, Naming.PUBLISHER) for v in voices):
        return None
    if any(parties.press(v.speaker) or parties.press(v.actor_name) for v in voices):
        return None
    unnamed = [v.naming is Naming.ANONYMOUS for v in voices]
    if all(unnamed):
        return None
    if any(unnamed):
        named = voices[0] if unnamed[1] else voices[1]
        return False if named.naming is Naming.NAMED else None
    first, second = (parties.of(v.speaker, v.actor_name, v.naming) for v in voices)
    if first is None or second is None:
        return None
    if first.key == second.key:
        return True
    return False if first.sure and second.sure else None
