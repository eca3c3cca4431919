"""The times in the words of a stretch, in order: single ones with what qualifies them, and ranges.

Every form looks at one place and a few tokens after it, so that the whole takes time in proportion
to the words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache

from onrecord.reader.dating import clock, digits, lengths, ranges, relative, seasons, written, years
from onrecord.reader.dating.happened import Happened
from onrecord.reader.dating.senses import (
    Ever,
    Found,
    Hour,
    Kind,
    Match,
    Named,
    Period,
    Weekday,
    Written,
)
from onrecord.reader.dating.tables import tables
from onrecord.reader.dating.tokens import Tokens

_APOSTROPHES = ("'", "’", "‘")


_REACHES = {("prior", "to"): "before", ("up", "to"): "until", ("ahead", "of"): "before"}
"""Two words that make a bound of a date, by the one word that does."""
_TURNED = {("later", "than"): ("after", "by"), ("earlier", "than"): ("before", "after")}
"""The same, and what "no" before them makes of it."""


class Grammar:
    """Reads the times of one stretch.

    Args:
        order: "dmy" or "mdy", how numbers stand in a date; None: not known.
        country: whose financial years are meant (ISO 3166), None: not known.
        happened: the days given so far for what happened.
    """

    def __init__(
        self, tokens: Tokens, order: str | None, country: str | None, happened: Happened
    ) -> None:
        self._tokens, self._order, self._country = tokens, order, country
        self._happened = happened
        self._forms: tuple[Callable[[Tokens, int], Match | None], ...] = (
            *written.WHOLE[:1], seasons.year_first, self._numeric, clock.hour, *written.WHOLE[1:],
            years.decade, years.century, years.spoken, self._fiscal, years.year,
        )  # fmt: skip

    def found(self) -> Iterator[Found]:
        """Give the times in their order; none overlaps another."""
        at, starters = 0, _starters()
        while at < len(self._tokens):
            token = self._tokens[at]
            one = None
            if (token.digits or token.low in starters) and self._may_begin(at):
                one = (
                    ranges.days_of_month(self._tokens, at)
                    or ranges.centuries(self._tokens, at)
                    or self._at(at)
                )
            if one is None:
                at += 1
                continue
            yield one
            at = one.end

    def _may_begin(self, at: int) -> bool:
        """Tell the apostrophe of '82 from all others."""
        return self._tokens.low(at) not in _APOSTROPHES or self._tokens[at + 1].digits

    def _at(self, at: int) -> Found | None:
        match = self._qualified(at)
        if match is None:
            return None
        return self._range(match) or self._single(match)

    # --- one time ---

    def _single(self, match: Match) -> Found:
        first, reach = self._reach(match)
        return Found(first, match.end, (match,), reach)

    def _qualified(self, at: int) -> Match | None:
        """Read a time with "about", "early", "the end of" before it."""
        words, low = tables().words, self._tokens.low(at)
        if low in words["about"]:
            inner = self._time(at + 1 + (self._tokens.low(at + 1) == "."))
            if inner is not None and inner.kind is Kind.DATE and ranges.on_calendar(inner.sense):
                return replace(inner, first=at, about=True)
        start = self._after_part(at)
        if start is not None:
            inner = self._time(start)
            if (
                inner is not None
                and inner.kind in (Kind.DATE, Kind.TIME)
                and not isinstance(inner.sense, Ever | Hour)
            ):
                week = self._tokens.low(start - 2) == "week"
                return replace(inner, first=at, part="week" if week else low)
            bare = self._year_part(at, start)
            if bare is not None:
                return bare
        return self._time(at)

    def _after_part(self, at: int) -> int | None:
        """Say where the time begins of which a part is meant; None: no part is told here."""
        words, tokens = tables().words, self._tokens
        low = tokens.low(at)
        if low in words["early"] or low in words["late"] or low == "mid":
            start = at + 1 + (tokens.low(at + 1) == "-")
            return start + (tokens.low(start) == "in")
        start = at + (low == "the")
        if tokens.low(start) == "week" and tokens.low(start + 1) == "of":
            return start + 2
        start += tokens.low(start) == "very"
        if tokens.low(start) in words["part_of"] and tokens.low(start + 1) == "of":
            return start + 2
        if low == "the" and (
            tokens.low(start) in words["early"] or tokens.low(start) in words["late"]
        ):
            return start + 1 + (tokens.low(start + 1) == "-")
        return None

    def _year_part(self, at: int, start: int) -> Match | None:
        """Read "the end of the year", "later in the year"."""
        unit = self._tokens.low(start + 1)
        if self._tokens.low(start) != "the" or unit not in ("year", "month", "week", "day"):
            return None
        return Match(at, start + 2, Period(unit, 0, named=unit == "day"), part=unit)

    def _time(self, at: int) -> Match | None:
        tokens = self._tokens
        match = self.calendar(at)
        if match is None:
            for form in (
                relative.day_word, relative.week_on, lengths.every, self._away, relative.stepped,
                relative.beside_named, lengths.length, relative.ever,
            ):  # fmt: skip
                match = form(tokens, at)
                if match is not None:
                    break
        return None if match is None else self._with_clock(match)

    def calendar(self, at: int) -> Match | None:
        """Read a time told by the calendar."""
        tokens = self._tokens
        if tokens[at].digits and tokens[at].glued and tokens[at - 1].low in "$£€.,#@_":
            return None
        for form in self._forms:
            match = form(tokens, at)
            if match is not None:
                return match
        return None

    def _numeric(self, tokens: Tokens, at: int) -> Match | None:
        return digits.numeric(tokens, at, self._order)

    def _away(self, tokens: Tokens, at: int) -> Match | None:
        return relative.away(tokens, at, self._happened)

    def _fiscal(self, tokens: Tokens, at: int) -> Match | None:
        start = at + (tokens.low(at) == "the")
        found = years.fiscal(tokens, start, self._country)
        return None if found is None else replace(found, first=at)

    def _with_clock(self, match: Match) -> Match:
        """Take in the time of day that follows: "Friday morning"."""
        names = tables().clock
        word = self._tokens.low(match.end)
        if match.clock or word not in names or match.kind is not Kind.DATE:
            return match
        days = isinstance(match.sense, Weekday) or (
            isinstance(match.sense, Period | Written | Named)
            and ranges.unit_of(match.sense) == "day"
        )
        return replace(match, end=match.end + 1, clock=names[word]) if days else match

    def _reach(self, match: Match) -> tuple[int, str]:
        """Find the word before a date that makes a bound of it."""
        words, before = tables().words, self._tokens.low(match.first - 1)
        after = self._tokens[match.end]
        owner = after.low in ("'", "’") and after.glued
        if match.kind not in (Kind.DATE, Kind.TIME) or owner or not ranges.bounding(match.sense):
            return match.first, ""
        two = self._tokens.low(match.first - 2), before
        if two in _REACHES:
            return match.first - 2, _REACHES[two]
        if two in _TURNED:
            turned = self._tokens.low(match.first - 3) in ("no", "not")
            return match.first - 2 - turned, _TURNED[two][turned]
        if before in words["until"] and two[0] == "not":
            return match.first, ""
        for reach in ("since", "until", "by", "before", "after"):
            if before in words[reach]:
                return match.first - 1, reach
        if before == "from" and after.low in ("on", "onward", "onwards"):
            return match.first - 1, "since"
        return match.first, ""

    # --- ranges ---

    def _range(self, low: Match) -> Found | None:
        if not ranges.on_calendar(low.sense) or low.kind is not Kind.DATE:
            return None
        high_at = ranges.joined(self._tokens, low)
        if high_at is None:
            return None
        high = self._qualified(high_at)
        if high is None or not ranges.on_calendar(high.sense) or high.kind is not Kind.DATE:
            return None
        if ranges.unit_of(low.sense) != ranges.unit_of(high.sense) and self._before(low) not in (
            "from",
            "between",
        ):
            return None
        return self._joined_range(low, high)

    def _joined_range(self, low: Match, high: Match) -> Found:
        first, second = ranges.shared(low.sense, high.sense)
        if isinstance(first, Weekday) and isinstance(second, Weekday) and second.step is None:
            second = replace(second, step=1, same=True)
        lead = self._before(low) in ("from", "between")
        return Found(
            low.first - lead,
            high.end,
            (replace(low, sense=first), replace(high, sense=second)),
        )

    def _before(self, match: Match) -> str:
        return self._tokens.low(match.first - 1)


@lru_cache(maxsize=1)
def _starters() -> frozenset[str]:
    known = tables()
    tables_of = (
        known.months, known.short_months, known.weekdays, known.short_weekdays, known.seasons,
        known.days, known.steps, known.numbers, known.tens, known.ordinals, known.ever,
        known.sets, known.units,
    )  # fmt: skip
    lists = ("some", "early", "late", "middle", "part_of", "about", "fiscal", "less", "more")
    plain = (*tables_of, *(known.words[name] for name in lists))
    others = (
        "the that same every each per half fy ad q h at fewer noon midnight midday hundred number"
    )
    feasts = {words[0] for words in known.feasts}
    return frozenset().union(*plain, others.split(), _APOSTROPHES, feasts)
