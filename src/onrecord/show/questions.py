"""Questions put on record with what came, and each actor's chance to reply, document by document.

How long ago something was asked is counted to the day as of which the pages are; a question that
nobody addressed is open, which does not say that it was never answered elsewhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from onrecord.core.answers import AnsweredRow, Open
from onrecord.core.chains import ChainRow
from onrecord.core.dates import When, by_time
from onrecord.core.identity import ActorId
from onrecord.core.vocabulary import Naming
from onrecord.core.wording import counted
from onrecord.show.dates import spoken
from onrecord.show.gathered import Gathered
from onrecord.show.places import file_name
from onrecord.show.press import Page, lists, page_of

_IN_DAYS, _IN_MONTHS = 100, 3 * 365
"""What is longer ago than so many days is told in months, and in years."""
HEADINGS = {Open.OPEN: "Open", Open.PARTLY: "Answered in part", Open.ANSWERED: "Answered"}
"""How questions stand, in the order in which a page has them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question as a page has it, under its heading, with when it was put and is due."""

    row: AnsweredRow
    heading: str
    anchor: str
    put: str
    due: str


def questions(rows: Gathered, today: date) -> Iterator[Page]:
    """Give the list of questions, the open ones first, and the chains of right of reply.

    Args:
        today: the day to which it is counted how long ago something was asked.
    """
    published = {row.id: row.published for row in rows.sources}
    ordered = asked_in_order(rows)
    counts = Counter(one.state for one in ordered)
    yield from lists(
        "questions",
        "questions.html",
        [_asked(one, published.get(one.question.source), today) for one in ordered],
        lambda: {"counts": counts, "headings": HEADINGS, "today": spoken(When.on(today))},
    )
    yield from lists(
        "chains",
        "chains.html",
        in_order(rows),
        lambda: {
            "counts": Counter(chain.now for chain in rows.chains),
            "named": {actor.id for actor in rows.actors if actor.naming is Naming.NAMED},
        },
    )


def asked_in_order(rows: Gathered) -> list[AnsweredRow]:
    """Give the questions in the order of their page."""
    order = list(HEADINGS)
    return sorted(
        rows.questions,
        key=lambda one: (
            order.index(one.state), one.question.statement.proposed, by_time(one.question.put),
        ),
    )  # fmt: skip


def question_places(rows: Gathered) -> dict[str, str]:
    """Give where each question stands."""
    return {
        one.question.id: f"{page_of('questions', at)}#{file_name(one.question.id)}"
        for at, one in enumerate(asked_in_order(rows))
    }


def in_order(rows: Gathered) -> list[ChainRow]:
    """Give the chains in the order of their page: the silences first."""
    return sorted(rows.chains, key=lambda chain: not chain.now.is_silence)


def chain_places(rows: Gathered) -> dict[ActorId, str]:
    """Give where each actor's chain stands."""
    return {
        chain.actor: f"{page_of('chains', at)}#{file_name(chain.actor)}"
        for at, chain in enumerate(in_order(rows))
    }


def _asked(one: AnsweredRow, published: When | None, today: date) -> Asked:
    return Asked(
        row=one,
        heading=HEADINGS[one.state],
        anchor=f"state-{list(HEADINGS).index(one.state) + 1}",
        put=_put(one, published, today),
        due=_due(one, today),
    )


def _put(one: AnsweredRow, published: When | None, today: date) -> str:
    """Say when it was put and how long ago; else when it was reported, and that it is that."""
    put = one.question.put or one.question.statement.made
    told, when = ("asked", put) if put is not None else ("reported", published)
    if when is None:
        return "no day is told"
    since = ago(when, today)
    return f"{told} {spoken(when)}{f', {since}' if since else ''}"


def _due(one: AnsweredRow, today: date) -> str:
    """Say by what day an answer was asked for, and whether that day has gone by without one."""
    due = one.question.due
    if due is None:
        return ""
    last = due.last_date
    late = last is not None and last < today and one.state is not Open.ANSWERED
    return f"by {spoken(due)}{f', {ago(due, today)}' if late else ''}"


def ago(when: When, today: date) -> str:
    """Say how long before `today` something was, no more exactly than its date; '': not before."""
    first, last = when.first_date, when.last_date
    if first is None or last is None or last > today:
        return ""
    most, least = (today - first).days, (today - last).days
    if most == 0:
        return "today"
    one, other = _spell(least), _spell(most)
    if one == other:
        return f"{other} ago"
    if one.split()[1:] == other.split()[1:]:
        one = one.split()[0]
    return f"{one} to {other} ago"


def _spell(days: int) -> str:
    if days < _IN_DAYS:
        return counted(days, "day")
    if days < _IN_MONTHS:
        return counted(round(days / 30.44), "month")
    return counted(round(days / 365.25), "year")
