"""Where what is said in general belongs: a general denial, and the end of a case.

What a general denial answers is told in `answering`. Whoever gives up a case no longer puts forward
what he put forward; he has not said that it is untrue.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.assess.claims import general
from onrecord.assess.claims.answering import PUT_FORWARD, Answered, Held, called, in_general
from onrecord.assess.claims.charges import counts
from onrecord.assess.claims.deeds import deeds, main_deed
from onrecord.assess.claims.held_against import touches
from onrecord.assess.claims.tests_met import is_of_test
from onrecord.assess.claims.told import Place, shared, telling
from onrecord.assess.claims.whom import people
from onrecord.assess.speaking import Side, is_body, is_with_teller
from onrecord.core.folding import fold
from onrecord.core.said import StatementRow
from onrecord.core.vocabulary import Naming, Position, SpeechAct, Stance

if TYPE_CHECKING:
    from onrecord.assess.claims.asked import Asked  # it loads numpy

Tells = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class General:
    """A sentence that says something in general, whatever the claims: by its place in `Asked`.

    `gives_up`, `takes_back`: who does so, '' nobody. `unproved`: it says that something was not
    made out.
    """

    at: int
    reach: general.Reach | None
    gives_up: str = ""
    takes_back: str = ""
    unproved: bool = False


def those(asked: Asked, places: Iterable[int] | None = None) -> Iterator[General]:
    """Give the sentences that say something in general; no claim decides which they are.

    Args:
        places: those of such sentences in `asked`, where they are known from before.
    """
    for at in range(len(asked.rows)) if places is None else places:
        row = asked.rows[at]
        if row.duplicate_of is not None:
            continue
        words = asked.words[at]
        reach = general.reach(words, denies=row.act is SpeechAct.DENIES)
        if reach:
            # What "we" deny within what somebody says is what that one denies.
            is_again = bool(row.parent) and is_with_teller(row.speaker)
            if not is_again and not _is_told_of_another(words, asked.holder(row)):
                yield General(at, reach)
            continue
        if general.is_not_made_out(words):
            yield General(at, None, unproved=True)
        if row.act is not SpeechAct.ASKS and (who := _gives_up(asked, row, words)):
            yield General(at, None, gives_up=who)
        elif row.act is not SpeechAct.ASKS and (who := _takes_back(asked, row, words)):
            yield General(at, None, takes_back=who)


_INITIALS = re.compile(r"\b[A-Z]{2,}\b")
_TOLD_BY = re.compile(
    r"\b(?:denials?|claiming|claims|claimed|said|says|saying|insist\w*|according|sources|officials"
    r"|spokes\w+|reports?)\b",
    re.IGNORECASE,
)


def _is_told_of_another(words: str, who: str) -> bool:
    """Say whether a general denial is another's, of which somebody only tells."""
    before = general.before_denial(words)
    named = [*people(before), *(one.casefold() for one in _INITIALS.findall(before))]
    return any(not called(who, [name]) for name in named) or bool(_TOLD_BY.search(before))


def generally(
    asked: Asked,
    claims: Sequence[Held],
    *,
    told: bool = False,
    said: Iterable[General] | None = None,
    tells: Tells = lambda *_: True,
) -> Iterator[tuple[int, Position]]:
    """Give the positions of what is said in general, each with the number of its claim.

    Args:
        told: somebody worded the claims, so that one of guilt is denied by whoever denies guilt,
            in whatever text.
        said: what is said in general, where `those` was asked before.
        tells: says whether what two texts share is more than what is said everywhere.
    """
    rows, holder = asked.by_place, asked.holder
    answers = Answered(asked, claims, told=told)
    by_actor = answers.by_actor
    for one in those(asked) if said is None else said:
        row, words = asked.rows[one.at], asked.words[one.at]
        if one.reach:
            yield from answers.by(row, words, one.reach)
        elif one.unproved:
            for number in dict.fromkeys(by_actor.get(holder(row), ())):
                if _tells_of(claims[number].words, words):
                    yield number, in_general(row, Stance.WITHDRAWS, _NOT_PROVED)
        elif one.gives_up:
            theirs = dict.fromkeys(by_actor.get(one.gives_up, ()))
            given_up = asked.counts.given_up(row.source) if theirs else frozenset[str]()
            for number in theirs:
                told_of = claims[number].words
                if is_of_test(told_of) or general.ends_the_case(told_of):
                    continue  # That a test was met, or the case dropped, is not what is alleged.
                under = _under(asked, claims[number], one.gives_up) if given_up else frozenset()
                if (
                    bool(under & given_up) if under
                    else _is_of_the_case(told_of, asked.accused)
                    or (not people(told_of) and _is_alleged(asked, claims[number], one.gives_up))
                ):  # fmt: skip
                    yield number, in_general(row, Stance.WITHDRAWS, _GIVEN_UP)
        elif put_by := dict.fromkeys(by_actor.get(one.takes_back, ())):
            taken = _TakenBack(row, words, tells)
            for number in put_by:
                before = _said_before(claims[number], rows, holder, one.takes_back)
                if taken.is_of(before, claims[number].words):
                    yield number, in_general(row, Stance.WITHDRAWS, _BACK)


def _under(asked: Asked, claim: Held, who: str) -> frozenset[str]:
    """Give the counts under which somebody put a claim forward; empty: no text tells."""
    named = counts(claim.words)
    return named or frozenset().union(
        *(asked.counts.under(row) for row in _said_before(claim, asked.by_place, asked.holder, who))
    )


_GIVEN_UP = "who gives up the case no longer says it"
_OF_STATE = re.compile(r"\b(?:embassy|consulate|government|foreign ministry|high commission)\b")
_SOMEBODY = re.compile(
    r"\b(?:he|she|they|him|her|them|his|their|I|we|accused|defendants?|suspects?|pair|both)\b",
    re.IGNORECASE,
)


def _is_of_the_case(claim: str, accused: frozenset[str]) -> bool:
    """Say whether a claim is one of what was alleged against those who are accused.

    Whoever drops a case gives that up, and not what else they hold: that papers were secret, or
    that another, who was never charged, is suspected.
    """
    named = set(people(claim))
    return not accused or bool(named & accused) or (not named and bool(_SOMEBODY.search(claim)))


_ALLEGES = re.compile(r"\balleg|\baccus|\bcharg", re.IGNORECASE)


def _is_alleged(asked: Asked, claim: Held, who: str) -> bool:
    """Say whether somebody put a claim forward in so many words as an allegation."""
    before = _said_before(claim, asked.by_place, asked.holder, who)
    return any(_ALLEGES.search(row.cue) for row in before)


def who_gives_up(words: str) -> str:
    """Give the words that say who gave a case up; '' where they tell of no such thing."""
    return general.before_the_end(words) if general.ends_the_case(words) else ""


_DOES = 3
"""Words before those that tell an end, in which it is said who made it: "we formally"."""
_NAMES_SOMEBODY = re.compile(r"\b[A-Z][\w’-]+(?: [A-Z][\w’-]+)*$")


def _gives_up(asked: Asked, row: StatementRow, words: str) -> str:
    """Tell who gives up a case: who speaks, or who is said to by a voice that names nobody."""
    if not general.ends_the_case(f"{row.cue} {words}"):
        return ""
    if row.naming is Naming.PUBLISHER:
        told = general.before_the_end(words)
        # "The charge is gone": a charge is its prosecutors' to give up.
        return asked.doer(told) or ("" if _NAMES_SOMEBODY.search(told) else Side.PROSECUTION)
    holder = asked.holder(row)
    return holder if _has_a_case(row, holder) or _is_of_themselves(row, words) else ""


_ASKED = re.compile(r"\(“(?:I|you)”\)$", re.IGNORECASE)


def _has_a_case(row: StatementRow, holder: str) -> bool:
    """Say whether somebody speaks for another, or is a body: those bring cases, and end them.

    Not in a turn of a hearing, whoever the witness or counsel speaks for there.
    """
    if row.cue.strip() == ":" or _ASKED.search(row.speaker):
        return False
    if row.naming is Naming.AGENTLESS or is_body(row.actor_name or row.speaker):
        return True
    alone = holder == f"{row.source} {row.speaker}"
    return not alone and not set(fold(row.actor_name).split()) & set(holder.split())


def _is_of_themselves(row: StatementRow, words: str) -> bool:
    """Say whether a person tells of themselves that they gave a case up.

    Witnesses and counsel in a hearing tell of many cases that others dropped.
    """
    told = fold(general.before_the_end(f"{row.cue} {words}")).split()[-_DOES:]
    return not {"i", "we", *fold(row.actor_name).split()[-1:]}.isdisjoint(told)


def _takes_back(asked: Asked, row: StatementRow, words: str) -> str:
    """Tell who takes an account back: who says so, or of whom it is told; '' nobody does.

    "I can no longer say what she carried" names no claim: it takes back what was said before.
    """
    told = general.who_takes_back(words)
    if told:
        return asked.doer(told)
    own = row.naming not in (Naming.PUBLISHER, Naming.AGENTLESS)
    unable = general.no_longer_says(f"{row.cue} {words}")
    return asked.holder(row) if own and (told == "" or unable) else ""


_NOT_PROVED = "who put it forward says that it was not made out"


def _tells_of(claim: str, words: str) -> bool:
    """Say whether words tell a claim's deed by a word of the claim's."""
    deed = main_deed(claim)
    return deed is not None and touches(deed, deeds(words)) and shared(telling(words), claim) > 0


_BACK = "who takes it back no longer says it"
_SAME = 0.3
"""So large a share of the words in which somebody can no longer say something are of what is taken
back."""


def _said_before(
    claim: Held,
    rows: Mapping[Place, StatementRow],
    holder: Callable[[StatementRow], str],
    who: str,
) -> list[StatementRow]:
    """Give the statements by which somebody put a claim forward."""
    return [
        rows[place]
        for place, position in claim.positions.items()
        if position.stance in PUT_FORWARD and holder(rows[place]) == who
    ]


class _TakenBack:
    """What a sentence takes back, read once for all claims that its speaker put forward."""

    def __init__(self, row: StatementRow, words: str, tells: Tells) -> None:
        self._tells = tells
        self._own = {row.id, row.parent}
        self._whole = general.who_takes_back(words) is not None
        told = deeds(words)
        self._like, self._limited = telling(words), any(deed.limit.known for deed in told)
        self._kinds = {deed.kind for deed in told if not deed.noun}

    def is_of(self, before: Sequence[StatementRow], claim: str) -> bool:
        """Say whether what is taken back is what was said before, and not in the same words.

        An account that is withdrawn is all of it; who can no longer say something takes back what
        they saw, or what they said in like words.
        """
        earlier = [one for one in before if one.id not in self._own]
        if self._whole or not earlier:
            return bool(earlier)
        deed = main_deed(claim)
        if deed is not None and self._kinds and deed.kind not in self._kinds:
            return False  # What they no longer say is told, and is something else.
        if deed is not None and not deed.limit.known and self._limited:
            return (
                False  # That it was paid for that, they no longer say; that it was paid, they do.
            )
        return any(
            (
                self._like
                and shared(self._like, one.content) >= _SAME
                and self._tells(self._like, one.content)
            )
            or (deed is not None and deed.kind in _seen(one.content))
            for one in earlier
        )


@lru_cache(maxsize=65536)
def _seen(content: str) -> frozenset[str]:
    """Give the kinds of the deeds that somebody says to have seen."""
    return frozenset(deed.kind for deed in deeds(content) if deed.seen)
