"""What days a time can mean, counted from one day on which the text was told (None: not known).

Every rule rises with that day: told later, a time is never earlier. So the first and the last day
that a text may have been told on bound whatever lies between. A date in words that tell it in full
needs none; where an anchor is needed and missing, nothing is made up.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from onrecord.reader.dating import lengths
from onrecord.reader.dating.outcomes import (
    Outcome,
    about,
    day_of_week,
    one_of,
    outcome,
    years_together,
)
from onrecord.reader.dating.senses import (
    Away,
    Between,
    Doubtful,
    Ever,
    Every,
    Hour,
    Lately,
    Length,
    Match,
    Named,
    Period,
    Same,
    Sense,
    Weekday,
    Written,
)
from onrecord.reader.dating.story import Story
from onrecord.reader.dating.stretches import DAYS, Beyond, Stretch
from onrecord.reader.dating.tense import Tense

TOLD = "the day it was told on"
NAMED = "the date named before"
LONG_PAST = 90
"""Days after which "will open on 20 November" does not mean the one that was."""
FAR_AHEAD = 30
"""Days ahead from which "was arrested on 20 November" does not mean the one to come."""
_FINE = {"day": 0, "weekend": 1, "week": 1, "month": 2, "quarter": 3, "season": 3, "half": 4,
         "year": 5, "decade": 6, "century": 7}  # fmt: skip


class Resolver:
    """Resolves the times of one text in their order; remembers what was named."""

    def __init__(self, told: date | None) -> None:
        self._told = told
        self.story = Story()

    def resolve(self, match: Match, place: int, tense: Tense) -> Outcome:
        """Resolve one time.

        Args:
            place: where it stands, in code points of the text.
            tense: what the words around tell of.
        """
        try:
            made = self._qualified(match, self._resolve(match.sense, place, tense))
        except Beyond:
            return Outcome("", "XXXX", "no such day")
        if made.edtf and made.stretch is not None and made.stretch.year is not None:
            self.story.name(made.stretch, place, isinstance(match.sense, Written))
        return made

    def _qualified(self, match: Match, made: Outcome) -> Outcome:
        """Add what stands beside a time: its time of day, "about", "the week of", "early"."""
        if made.stretch is not None and made.stretch.unit == "day":
            if match.part == "week":
                week = Stretch.around("week", made.stretch.days()[0])
                made = outcome(week, f"the week of it, {made.rule}", made.anchor)
            elif match.clock:
                made = replace(made, timex=made.timex + match.clock)
        if match.about and made.stretch is not None and not made.edtf.endswith("~"):
            made = replace(made, edtf=about(made.stretch))
        if match.part and match.part != "week":
            made = replace(made, rule=f"{made.rule}; whole, since its part has no bounds")
        return made

    def _resolve(self, sense: Sense, place: int, tense: Tense) -> Outcome:
        match sense:
            case Written(stretch):
                if stretch.year is None or stretch.year > 0:
                    stretch.days()
                return outcome(stretch, "as written")
            case Between():
                return years_together(sense)
            case Doubtful(days):
                return one_of(days)
            case Named():
                return self._named(sense, place, tense)
            case Weekday():
                return self._weekday(sense, place, tense)
            case Period():
                return self._period(sense, place, tense)
            case Away():
                return self._away(sense, place, tense)
            case Lately():
                return self._lately(sense)
            case Same():
                last = self.story.last(place)
                if last is None:
                    return Outcome("", "XXXX", "no date is named before")
                return Outcome(last[0], last[1], NAMED, last[0])
            case Hour(clock):
                day = self.story.day(place) or self._told_as("day")
                return Outcome("", f"{day.edtf if day else 'XXXX-XX-XX'}{clock}", "a time of day")
            case Length(value):
                return Outcome(value, value, "a length of time")
            case Every(value):
                return Outcome("", value, "what comes back")
            case Ever("PAST_REF"):
                edtf = f"[..{self._told.isoformat()}]" if self._told else ""
                return Outcome(edtf, "PAST_REF", f"up to {TOLD}", TOLD)
            case Ever(value):
                return Outcome("", value, "no bounds are told")

    def _told_as(self, unit: str) -> Stretch | None:
        return None if self._told is None else Stretch.around(unit, self._told)

    # --- a year is missing ---

    def _named(self, sense: Named, place: int, tense: Tense) -> Outcome:
        stretch, rule = sense.stretch, f"beside {TOLD}"
        if sense.within is not None:
            whole = self._period(sense.within, place, tense)
            if whole.stretch is None or whole.stretch.year is None or sense.within.unit != "year":
                return Outcome("", "XXXX", whole.rule)
            made = replace(stretch, year=whole.stretch.year)
            made.days()
            return outcome(made, f"in the year told by words beside {whole.rule}", whole.anchor)
        if sense.named:
            return self._named_after(stretch, sense.step or 0, place)
        if sense.step is None:
            year = self.story.year(place, self._told.year if self._told else None)
            if year is not None:
                made = replace(stretch, year=year)
                made.days()
                return outcome(made, "in the year of the dates named before", f"{year}")
        if self._told is None:
            replace(stretch, year=2000).days()
            return outcome(stretch, "as written; the year is not known")
        if stretch.unit == "day":
            made = self._nearest(stretch, tense)
            return outcome(made, f"{rule}: nearest", TOLD)
        if sense.step is None and tense is Tense.ALWAYS:
            return outcome(stretch, "as written; no one year is meant")
        current = Stretch.around(stretch.unit, self._told)
        if sense.step == 0:
            return outcome(replace(stretch, year=self._told.year), f"{rule}: of that year", TOLD)
        if sense.step == 1 or (sense.step is None and tense is Tense.TO_COME):
            made = self._turn(stretch, current, 1, strict=sense.step == 1)
            return outcome(made, f"{rule}: next", TOLD)
        made = self._turn(stretch, current, -1, strict=sense.step == -1)
        return outcome(made, f"{rule}: latest", TOLD)

    def _named_after(self, stretch: Stretch, step: int, place: int) -> Outcome:
        base = self.story.named(place)
        if base is None:
            return Outcome("", "XXXX", "no date is named before")
        # A year holds the month of its own: after 2019 the following March is one of two.
        if _FINE[base.unit] > _FINE[stretch.unit]:
            return Outcome("", "XXXX", "the anchor is not told closely enough")
        current = Stretch.around(stretch.unit, base.days()[0])
        if not step:
            return outcome(replace(stretch, year=current.year), NAMED, base.edtf)
        return outcome(self._turn(stretch, current, step, strict=True), NAMED, base.edtf)

    def _turn(self, stretch: Stretch, current: Stretch, sign: int, strict: bool) -> Stretch:
        """Find the nearest of its name before or after the current one, or that itself."""
        made = replace(stretch, year=current.year)
        ahead = (made.part - current.part) * sign
        return (
            made.moved(sign * _PER_YEAR[made.unit]) if ahead < 0 or (strict and not ahead) else made
        )

    def _nearest(self, stretch: Stretch, tense: Tense) -> Stretch:
        """Find the nearest day of that name; long past, where the words tell of time to come, it
        is the next; far ahead, where they tell what was, it is the one before.
        """
        assert self._told is not None
        told, candidates = self._told, []
        for year in range(max(1, told.year - 8), min(9999, told.year + 8) + 1):
            made = replace(stretch, year=year)
            try:
                away = (made.days()[0] - told).days
            except Beyond:
                continue
            if tense is Tense.TO_COME and away <= -LONG_PAST:
                continue
            if away < {Tense.OVER: FAR_AHEAD, Tense.GONE: 1}.get(tense, away + 1):
                candidates.append((abs(away), year, made))
        if not candidates:
            raise Beyond
        return min(candidates, key=lambda one: one[:2])[2]

    # --- weeks and days ---

    def _weekday(self, sense: Weekday, place: int, tense: Tense) -> Outcome:
        if sense.within is not None:
            week = self._period(sense.within, place, tense)
            if week.stretch is None:
                return week
            monday, _ = week.stretch.days()
            return outcome(
                Stretch.around("day", monday).moved(sense.number), week.rule, week.anchor
            )
        if sense.any:
            return Outcome("", f"XXXX-WXX-{sense.number + 1}", "no one day is meant")
        if sense.same:
            base = self.story.day(place)
            if base is None:
                return Outcome("", "XXXX", "no day is named before")
            made = day_of_week(base.days()[0], sense.number, sense.step or 0, True)
            return outcome(made, NAMED, base.edtf)
        if self._told is None:
            return Outcome("", "XXXX", f"beside {TOLD}, which is not known")
        step = sense.step if sense.step is not None else (1 if tense is Tense.TO_COME else -1)
        made = day_of_week(self._told, sense.number, step, sense.step is not None)
        made = made.moved(7 * sense.weeks)
        return outcome(made, f"beside {TOLD}: {_WHICH[step]}", TOLD)

    def _period(self, sense: Period, place: int, tense: Tense) -> Outcome:
        if sense.named:
            reported = sense.unit == "quarter" and not sense.step
            base = self.story.quarter if reported else self.story.named(place)
            if base is None:
                return Outcome("", "XXXX", "no such date is named before")
            if _FINE[base.unit] > _FINE.get(sense.unit, 0):
                return Outcome("", "XXXX", "no such date is named before")
            made = Stretch.around(sense.unit, base.days()[0]).moved(sense.step)
            return outcome(made, NAMED, base.edtf)
        current = self._told_as(sense.unit)
        if current is None or self._told is None:
            return Outcome("", "XXXX", f"beside {TOLD}, which is not known")
        if (
            sense.unit == "weekend"
            and not sense.step
            and tense in (Tense.PAST, Tense.OVER, Tense.GONE)
        ):
            # "This weekend it was": before Friday the one that was.
            current = current.moved(-(self._told.weekday() < 4))
        return outcome(current.moved(sense.step), f"beside {TOLD}", TOLD)

    # --- so far away ---

    def _away(self, sense: Away, place: int, tense: Tense) -> Outcome:
        base, rule, anchor = self._base(sense, place, tense)
        if sense.count is None or sense.unit not in _FINE:
            vague = "FUTURE_REF" if sense.sign > 0 else "PAST_REF"
            timex = vague if sense.count is None else lengths.written(sense.count, sense.unit)
            return Outcome("", timex, "it is not told how far away")
        if base is None or base.year is None:
            return Outcome("", "XXXX", rule)
        unit, count = sense.unit, sense.count
        if unit in ("decade", "century"):
            unit, count = "year", count * (10 if unit == "decade" else 100)
        if unit == "year" and count != int(count):
            unit, count = "month", count * 12
        if count != int(count) or count > 10000 or _FINE[base.unit] > _FINE[unit]:
            return Outcome("", "XXXX", "the anchor is not told closely enough")
        made = Stretch.around(unit, base.days()[0]).moved(sense.sign * int(count))
        if sense.beyond:
            bound = made.days()[0 if sense.beyond * sense.sign > 0 else 1].isoformat()
            edtf = f"[{bound}..]" if sense.beyond * sense.sign > 0 else f"[..{bound}]"
            return Outcome(edtf, made.timex, f"{rule}; a bound only", anchor)
        exact = unit == "day"
        timex = made.timex
        named = self.story.named(place)
        if sense.base is None and named is not None and named.unit == "quarter" and unit == "year":
            # A year earlier than a quarter is TIMEX3's same quarter; no narrower for us.
            timex = named.moved(4 * sense.sign * int(count)).timex
        return Outcome(made.edtf if exact else about(made), timex, rule, anchor, made)

    def _base(self, sense: Away, place: int, tense: Tense) -> tuple[Stretch | None, str, str]:
        if sense.base is not None:
            made = self._resolve(sense.base, place, tense)
            given = f"given for “{sense.event}”" if sense.event else "beside it"
            return made.stretch, f"counted from the date {given}", made.edtf
        if sense.named:
            base = self.story.named(place)
            return base, f"counted from {NAMED}", base.edtf if base else ""
        return self._told_as("day"), f"counted from {TOLD}", TOLD

    def _lately(self, sense: Lately) -> Outcome:
        timex = lengths.written(sense.count, sense.unit)
        if self._told is None or sense.count is None or sense.unit not in _FINE:
            return Outcome("", timex, "it is not told how long")
        there = self._away(Away(sense.count, sense.unit, sense.sign), 0, Tense.PAST)
        if there.stretch is None:
            return Outcome("", timex, there.rule)
        first, last = there.stretch.days()
        told = self._told.isoformat()
        far = there.stretch.edtf if there.stretch.unit not in DAYS else first.isoformat()
        if sense.sign > 0:
            far = there.stretch.edtf if there.stretch.unit not in DAYS else last.isoformat()
        edtf = f"{far}~/{told}" if sense.sign < 0 else f"{told}/{far}~"
        return Outcome(edtf, timex, f"up to {TOLD}" if sense.sign < 0 else f"from {TOLD}", TOLD)


_PER_YEAR = {"month": 12, "quarter": 4, "half": 2, "season": 4}
_WHICH = {-1: "latest", 0: "of that week", 1: "next"}
