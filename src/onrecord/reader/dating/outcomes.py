"""What became of a time: its EDTF text and its TIMEX3 value, and how they were come by."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from onrecord.reader.dating.senses import Between
from onrecord.reader.dating.stretches import DAYS, Stretch


@dataclass(frozen=True, slots=True)
class Outcome:
    """EDTF ('' not resolved), TIMEX3 value, the rule, and the anchor: TOLD, NAMED's EDTF, or ''."""

    edtf: str
    timex: str
    rule: str
    anchor: str = ""
    stretch: Stretch | None = None


def outcome(stretch: Stretch, rule: str, anchor: str = "") -> Outcome:
    return Outcome(stretch.edtf, stretch.timex, rule, anchor, stretch)


def about(stretch: Stretch) -> str:
    if stretch.unit in DAYS and stretch.unit != "day":
        first, last = stretch.days()
        return f"{first.isoformat()}~/{last.isoformat()}~"
    return f"{stretch.edtf}~"


def day_of_week(base: date, number: int, step: int, strict: bool) -> Stretch:
    day = Stretch.around("day", base)
    if step == 0:
        return Stretch.around("day", Stretch.around("week", base).days()[0]).moved(number)
    ahead = (number - base.weekday()) % 7 if step > 0 else -((base.weekday() - number) % 7)
    return day.moved(ahead + 7 * step * (strict and not ahead))


def years_together(sense: Between) -> Outcome:
    timex = sense.timex or f"{sense.first}/{sense.last}"
    if sense.month > 1:
        edtf = f"{sense.first}-{sense.month:02}/{sense.last}-{sense.month - 1:02}"
        return Outcome(edtf, timex, "as written; a financial year of that country")
    return Outcome(f"{sense.first}/{sense.last}", timex, "as written; it lies within these years")


def one_of(days: tuple[Stretch, ...]) -> Outcome:
    for day in days:
        day.days()
    texts = ",".join(day.edtf for day in days)
    return Outcome(
        f"[{texts}]", f"{days[0].edtf[:4]}", "as written; which is the month is not known"
    )
