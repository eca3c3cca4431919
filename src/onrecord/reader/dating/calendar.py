"""The calendar of one text: its times in order, each resolved against what it is counted from.

A day told as a month or a year gives bounds: what its first and its last day bound together. The
zone of a time of day never moves a day. With no anchor the words are marked and nothing is made up.
"""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.core.dates import When
from onrecord.core.errors import UnreadableDate
from onrecord.core.identity import RowId, TextId, anchored
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Dated
from onrecord.reader.dating import digits
from onrecord.reader.dating.grammar import Grammar
from onrecord.reader.dating.happened import Happened
from onrecord.reader.dating.outcomes import Outcome
from onrecord.reader.dating.resolver import TOLD, Resolver
from onrecord.reader.dating.senses import Away, Ever, Expression, Found, Kind, Lately, Match
from onrecord.reader.dating.tables import tables
from onrecord.reader.dating.tense import tense
from onrecord.reader.dating.tokens import Tokens

_BOUNDS = frozenset(("since", "until", "till", "by", "before", "after", "than", "to"))
"""Words before a date on which, with them, nothing is told to have happened."""


class Calendar:
    """Reads the times of one text, stretch by stretch in the order of the text.

    Args:
        told_on: the day the text was told on, as closely as it is known; None: not known.
        country: the outlet's, by ISO 3166: it decides what 3/4/2024 means; None: not known.
    """

    def __init__(
        self, text: TextId, told_on: When | None, characters: str, country: str | None = None
    ) -> None:
        first = told_on.first_date if told_on else None
        last = told_on.last_date if told_on else None
        ends = [first, last] if first is not None and last is not None else [None]
        self._resolvers = [Resolver(end) for end in dict.fromkeys(ends)]
        self._told = told_on.edtf if told_on else ""
        self._text, self._characters, self._country = text, characters, country
        self._order = _order_of(country)
        self._order_sought = self._order is not None
        self._happened = Happened()

    def dates(self, at: Span) -> list[Dated]:
        """Give the dates in a stretch, in order, not overlapping: those that name days, or would
        with an anchor. Durations, ages, times of day and what comes back are none.
        """
        return [self._dated(*one) for one in self._read(at) if _is_date(*one)]

    def expressions(self, at: Span) -> list[Expression]:
        """Give all time expressions in a stretch, in order, with the words that tell them alone."""
        return [expression for _, _, expression in self._read(at)]

    def _read(self, at: Span) -> Iterator[tuple[Tokens, Found, Expression]]:
        tokens = Tokens(self._characters, at)
        grammar = Grammar(tokens, self._numeric_order(), self._country, self._happened)
        for found in grammar.found():
            yield tokens, found, self._expression(tokens, found)

    def _numeric_order(self) -> str | None:
        """Give the order of numbers: the country's, or what other dates of the text show."""
        if not self._order_sought:
            self._order = digits.order_shown(self._characters)
            self._order_sought = True
        return self._order

    def _expression(self, tokens: Tokens, found: Found) -> Expression:
        parts = tuple(self._single(tokens, match) for match in found.times)
        if len(parts) == 1:
            return parts[0]
        low, high = parts
        at = Span(tokens[found.first].start, tokens[found.end - 1].end)
        edtf = ""
        if low.edtf and high.edtf:
            edtf = _readable(f"{_end(low.edtf, 0)}/{_end(high.edtf, 1)}")
        timex = f"{low.timex}/{high.timex}"
        for resolver in self._resolvers:
            resolver.story.range(edtf, timex, at.end)
        anchor = low.anchor or high.anchor
        rule = f"from and to: {low.rule}"
        return Expression(
            at=at, kind=Kind.DATE, edtf=edtf, timex=timex, rule=rule, anchor=anchor, parts=parts
        )

    def _single(self, tokens: Tokens, match: Match) -> Expression:
        at = Span(tokens[match.first].start, tokens[match.end - 1].end)
        told = tense(tokens, match.first, match.end)
        made = [resolver.resolve(match, at.start, told) for resolver in self._resolvers]
        first, last = made[0], made[-1]
        self._enter(tokens, match, first, last)
        edtf = first.edtf
        if edtf != last.edtf:
            # Counted otherwise from the last day than from the first, it has no bounds in common.
            edtf = _hull(first.edtf, last.edtf) if first.rule == last.rule else ""
        if match.kind in (Kind.DATE, Kind.TIME):
            edtf = _readable(edtf)
        return Expression(
            at=at,
            kind=match.kind,
            edtf=edtf,
            timex=first.timex if first.timex == last.timex else "XXXX",
            rule=first.rule,
            anchor=self._anchor(first),
            age=getattr(match.sense, "age", False),
        )

    def _enter(self, tokens: Tokens, match: Match, first: Outcome, last: Outcome) -> None:
        """Enter what is told to have happened on a date that is known, and is no bound."""
        day = first.stretch
        if day is None or day.year is None or day != last.stretch or match.about:
            return
        if tokens.low(match.first - 1) in _BOUNDS or isinstance(match.sense, Away):
            return
        self._happened.enter(tokens, match.first, match.end, day)

    def _anchor(self, made: Outcome) -> str:
        return self._told if made.anchor == TOLD else made.anchor

    def _dated(self, tokens: Tokens, found: Found, expression: Expression) -> Dated:
        at = Span(tokens[found.first].start, tokens[found.end - 1].end)
        edtf, rule = expression.edtf, expression.rule
        if found.reach and edtf:
            edtf, rule = _readable(_bound(found.reach, edtf)), f"{found.reach}: {rule}"
        when = None
        if edtf:
            when = When(
                edtf=edtf, words=at.of(self._characters), at=at, anchor=expression.anchor, rule=rule
            )
        return Dated(id=RowId(anchored("dat", self._text, [at])), at=at, when=when)


def _order_of(country: str | None) -> str | None:
    words = tables().words
    if country in words["month_first"]:
        return "mdy"
    return "dmy" if country in words["day_first"] else None


def _is_date(tokens: Tokens, found: Found, expression: Expression) -> bool:
    sense = found.times[0].sense
    if isinstance(sense, Ever):
        return sense.value == "PAST_REF" and tokens.low(found.first) in ("recently", "lately")
    if isinstance(sense, Lately):
        return bool(expression.edtf)
    if expression.kind is Kind.TIME:
        return bool(expression.edtf) or bool(found.times[0].clock)
    return expression.kind is Kind.DATE and not expression.timex.startswith("P")


def _readable(edtf: str) -> str:
    """Give what core can read as it stands, and nothing where it cannot: 31 February is no day."""
    try:
        return When.of(edtf).edtf if edtf else ""
    except UnreadableDate:
        return ""


def _hull(first: str, last: str) -> str:
    """Give "some time from the one to the other"; '' where one of them is not known."""
    if not first or not last:
        return ""
    low, high = When.of(first), When.of(last)
    if low.first_date is None:
        return f"[..{_end(last, 1)}]" if high.last_date else ""
    if high.last_date is None:
        return f"[{_end(first, 0)}..]"
    return f"[{_end(first, 0)}..{_end(last, 1)}]"


def _end(edtf: str, which: int) -> str:
    """Give the first (0) or last (1) date of an EDTF text: of an interval its end, else itself."""
    if edtf[0] not in "[{":
        return edtf.split("/")[-which if "/" in edtf else 0]
    when = When.of(edtf)
    day = when.last_date if which else when.first_date
    return day.isoformat() if day else ".."


def _bound(reach: str, edtf: str) -> str:
    """Make a bound of a date. The date itself stays inside: "before Monday" may be that morning."""
    match reach:
        case "since":
            return f"{_end(edtf, 0)}/.."
        case "until":
            return f"../{_end(edtf, 1)}"
        case "after":
            return f"[{_end(edtf, 0)}..]"
    return f"[..{_end(edtf, 1)}]"
