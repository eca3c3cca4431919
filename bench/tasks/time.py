"""Time expressions: rows of text with their day of writing in, `timex [{s, e, type, value}]` out.

The reader's own resolver reads them; EDTF becomes TIMEX3. Of a range both ends are given, as the
benchmarks mark them; ages, which they do not mark, are left out. A line that is nothing but the day
of writing is marked as such, and the benchmarks' scorer leaves it out on both sides.

Scored by that scorer: `relaxed` counts expressions that overlap one of the gold, `value` and `type`
those of them with the same value and type. GUM marks dates only and has no TIMEX3: its days, from
and to, get the names that TIMEX3 has for them, and durations, sets and words without a date are
left out of the prediction. MEANTIME marks times in the first six sentences of an article, title
and date included, and in no later one: what is found after those is neither right nor wrong, and
`first six sentences` leaves it out.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bench.bootstrap import measured
from bench.rates import Counts, f1, only_f1
from bench.rows import Row, by_id, rows
from bench.scorers import Scorer, must_agree
from bench.task import Amount, Figures, Measured, Options, Task
from bench.texts import paragraphs
from onrecord.core.dates import When
from onrecord.core.errors import UnreadableDate
from onrecord.core.vocabulary import Text
from onrecord.reader import Expression, time_expressions

Timex = dict[str, Any]

MARKED = 6
"""Sentences of a MEANTIME article in which times are marked: none of 399 marks stands later."""
_MEASURES = ("strict", "relaxed", "value", "type")
_DATED = re.compile(r"(?:BC)?[\dX]{2,4}(?:-(?:\d\d|Q\d|H\d|SP|SU|FA|WI|W\d\d(?:-WE)?))?(?:-\d\d)?")
_RECURRING = {
    ("--03", "--06"): "SP",
    ("--06", "--09"): "SU",
    ("--09", "--12"): "FA",
    ("--12", "--03"): "WI",
}
"""GUM's seasons of any year."""
_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}


def predict(source: Path, out: Path, options: Options) -> Amount:
    """Read every text as told on its day; write `{id, timex}` a line. There is one resolver."""
    del options
    documents = words = 0
    with out.open("w", encoding="utf-8") as file:
        for row in rows(source):
            text = paragraphs(row["text"])
            # Some carry the minute, which no form of EDTF has.
            told = (row.get("dct") or row.get("created") or "")[:10]
            found = timexes(text, When.of(told) if told else None)
            file.write(json.dumps({"id": row["id"], "timex": found}) + "\n")
            documents += 1
            words += len(row["text"].split())
    return Amount(documents, words)


def timexes(text: Text, told_on: When | None) -> list[Timex]:
    """Give the time expressions of a text as TIMEX3, ranges as their ends."""
    lines = {block.at for block in text.blocks}
    found = []
    for one in time_expressions(text, told_on):
        if one.age:
            continue
        for single in one.parts or (one,):
            made = timex(single)
            if one.at in lines and told_on is not None and made["value"] == told_on.edtf:
                made["function"] = "CREATION_TIME"
            found.append(made)
    return found


def timex(one: Expression) -> Timex:
    """Write one time expression as TIMEX3."""
    return {"s": one.at.start, "e": one.at.end, "type": one.kind.value, "value": one.timex}


def score(data: Path, source: Path, prediction: Path) -> dict[str, Measured]:
    """Score by the benchmarks' own scorer, document by document."""
    gold, found = by_id(source), by_id(prediction)
    first = next(iter(gold.values()))
    if "dates" in first:
        # The day of writing is a date like any other here.
        found = {
            key: {**row, "timex": [_plain(one) for one in row["timex"]]}
            for key, row in found.items()
        }
        gold = {key: {"id": key, "timex": dates_of(row)} for key, row in gold.items()}
        found = {key: {"id": key, "timex": dated(row["timex"])} for key, row in found.items()}
        return {"": _scored(data, gold, found, typed=False)}
    made = {"": _scored(data, gold, found)}
    if "topic" in first:
        cut = {key: marked_part(row, gold[key]) for key, row in found.items()}
        made["first six sentences"] = _scored(data, gold, cut)
    return made


def _scored(
    data: Path, gold: dict[str, Row], found: dict[str, Row], typed: bool = True
) -> Measured:
    scorer = Scorer(data, "time")
    documents = [_counts(result) for _, result in scorer.each(gold, found)]
    made = measured(documents, _figures(typed))
    whole = scorer.whole(gold, found)
    must_agree(made.figures, {f"{name} F1": whole[name]["f1"] for name in _MEASURES[:3]})
    return made


def _counts(result: Row) -> dict[str, float]:
    made: dict[str, float] = {"gold": result["gold"], "found": result["pred"]}
    return made | {name: round(result[name]["p"] * result["pred"]) for name in _MEASURES}


def _figures(typed: bool) -> Callable[[Counts], Figures]:
    def figures(totals: Counts) -> Figures:
        made = f1("value", totals["value"], totals["found"], totals["gold"])
        made |= f1("relaxed", totals["relaxed"], totals["found"], totals["gold"])
        made |= only_f1("strict", totals["strict"], totals["found"], totals["gold"])
        if typed:
            made |= only_f1("type", totals["type"], totals["found"], totals["gold"])
        return made

    return figures


def marked_part(row: Row, gold: Row) -> Row:
    """Leave out what stands after the sixth sentence, where marks of time end."""
    end = gold["sentences"][:MARKED][-1][1]
    return {**row, "timex": [one for one in row["timex"] if one["s"] < end]}


def dates_of(row: Row) -> list[Timex]:
    """Give GUM's dates with the names that TIMEX3 has for such days."""
    made = []
    for one in row["dates"]:
        one = {
            key: _padded(value) if isinstance(value, str) else value for key, value in one.items()
        }
        first = one.get("when") or one.get("from") or one.get("notBefore")
        last = one.get("when") or one.get("to") or one.get("notAfter")
        value = _name(first, last) if first and last else f"{first or ''}/{last or ''}"
        made.append({"s": one["s"], "e": one["e"], "type": "DATE", "value": value})
    return made


def dated(found: list[Timex]) -> list[Timex]:
    """Keep what names days, without the time of day."""
    kept = []
    for one in found:
        value = str(one["value"]).partition("T")[0]
        hour = one["type"] == "TIME" and re.search(r"T\d", one["value"])
        if (
            one["type"] in ("DATE", "TIME")
            and not hour
            and _DATED.fullmatch(value)
            and value != "XXXX"
        ):
            kept.append({**one, "value": value, "type": "DATE"})
    return kept


def _plain(one: Timex) -> Timex:
    return {key: value for key, value in one.items() if key != "function"}


def _padded(value: str) -> str:
    """Write 1830-1-1 as 1830-01-01."""
    return re.sub(r"-(\d)(?!\d)", r"-0\1", value).upper()


def _name(first: str, last: str) -> str:
    """Give the name of the stretch from one ISO value to another."""
    if first == last:
        if first.startswith("--"):
            return first.replace("--", "XXXX-", 1)
        return f"BC{first[1:].zfill(4)}" if first.startswith("-") else first.zfill(4)
    if (first[:4], last[:4]) in _RECURRING:
        return f"XXXX-{_RECURRING[first[:4], last[:4]]}"
    try:
        begun, ended = When.of(first).first_date, When.of(last).last_date
    except UnreadableDate:
        return f"{first}/{last}"
    if begun is None or ended is None:
        return f"{first}/{last}"
    return _unit(begun, ended) or f"{first}/{last}"


def _unit(begun: date, ended: date) -> str:
    after = ended + timedelta(days=1)
    months = (after.year - begun.year) * 12 + after.month - begun.month
    if begun.day == after.day == 1:
        year = f"{begun.year:04}"
        if begun.month == 1 and not begun.year * 12 % months and months in (12, 120, 1200):
            return {12: year, 120: year[:3], 1200: year[:2]}[months]
        if months == 1:
            return f"{year}-{begun.month:02}"
        if months == 3:
            named = begun.month in (1, 4, 7, 10)
            return (
                f"{year}-{f'Q{begun.month // 3 + 1}' if named else _SEASONS.get(begun.month, '')}"
            )
        if months == 6 and begun.month in (1, 7):
            return f"{year}-H{begun.month // 6 + 1}"
    if (after - begun).days == 2 and begun.weekday() == 5:
        return f"{begun.isocalendar().year}-W{begun.isocalendar().week:02}-WE"
    if (after - begun).days == 7 and not begun.weekday():
        return f"{begun.isocalendar().year}-W{begun.isocalendar().week:02}"
    return ""


TASK = Task(
    about="Time expressions with the day of writing told, by the benchmarks' scorer: value F1 is"
    " the figure of the targets. TBAQ dev (TimeBank, AQUAINT) is only measured.",
    predict=predict,
    inputs={
        "GUM dev": "bench/gum/data/dev.jsonl.gz",
        "MEANTIME dev": "bench/meantime/data/dev.jsonl.gz",
        "TBAQ dev": "bench/time/restricted/tbaq_dev.jsonl.gz",
    },
    score=score,
    options={},
)
