"""A case in which every text field of every row has hostile words too, whatever kind of row it is.

What pages rest on stays: ids, dates, the characters of a document and the spans in them. (What a
document itself says is hostile in the invented record, beside this one.)
"""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Mapping
from datetime import date
from enum import Enum
from pathlib import Path
from typing import Any

from onrecord import intake
from onrecord.case import Case
from onrecord.core.dates import When
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Attested, Text, Verb
from onrecord.reader import load

STORIES = {
    "2024-03-04": """Two held over the regatta's cup

Ruth Maddern, the bursar of the rowing club, was arrested on 2 March 2024 and charged with theft on
3 March 2024. Owen Tarr of the club said that she had given the cup to Ivo Marrin in 2022. “I sold
nothing,” Ruth Maddern said. She denied that she had given the cup to Ivo Marrin.

The cup is worth 12,000 pounds, Owen Tarr said. At least 34 cups were counted. Ruth Maddern handed
the minutes of the club to Ivo Marrin, a court was told. Ivo Marrin passed the minutes to Ida Quill,
Owen Tarr said. The club did not respond to a request for comment.
""",
    "2024-04-08": """Regatta case dropped

The prosecutor dropped the case against Ruth Maddern on 5 April 2024. Owen Tarr no longer says that
she had given the cup to Ivo Marrin. The bursar was charged on 4 March 2024, Ida Quill said.

The cup is worth 9,000 pounds, Owen Tarr said. Ivo Marrin is understood to be Person A. The
governors asked the club who held the keys. About 30 cups were counted.
""",
}
KEPT = frozenset(
    "id source text actor edtf page known entered about operation entry sha256 media_type address"
    " url head digest test element standard parent mention size".split()
)
"""Fields that links, spans and clocks rest on."""
_ID = re.compile(r"[a-z]{3}_[0-9a-f]{8,}|[0-9a-f]{64}|\d{4}(-\d\d){0,2}\S*|")


def small_case(folder: Path) -> Case:
    """Make a case with rows of nearly every kind, and with what people decided about them."""
    case = Case.create(folder / "case", by="ed", name="The cup")
    reader = load()
    for day, words in STORIES.items():
        path = folder / f"report of {day}.txt"
        path.write_text(words, "utf-8")
        case.add([path], reader=reader, told=intake.Told(outlet="Pier", published=day))
    rows, judging = case.statements(), case.judging()
    judging.give(Verb.WRITE, [rows[0].id], because="in dispute", value="The cup was sold")
    judging.give(Verb.GRADE, [case.sources()[0].id], because="often wrong", value="D")
    judging.give(Verb.CONFIRM, [rows[-1].id], because="read")
    judging.give(Verb.SUPPOSE, [], because="it is one reading", value="The cup was never there")
    case.take_back(because="a mistake")
    judging.give(Verb.SUPPOSE, [], because="it is another", value="The cup was lent")
    return case


class Poisoned:
    """Gives what a case gives, with hostile words in it: all in each field, and then some."""

    def __init__(self, whole: Any, words: list[str], met: Counter[str] | None = None) -> None:
        self._whole, self._words = whole, words
        self.met: Counter[str] = Counter() if met is None else met

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._whole, name)
        if name in ("text", "raw", "head", "only_read"):
            return value
        if callable(value):
            return lambda *given, **named: self.poisoned(value(*given, **named), name)
        return self.poisoned(value, name)

    def __iter__(self) -> Any:
        return (self.poisoned(one, "") for one in self._whole)

    def poisoned(self, value: Any, field: str) -> Any:
        """Put hostile words into all that is text."""
        if value is None or isinstance(value, (Enum, int, float, bytes, date, Span, Text)):
            return value
        if type(value) is str:
            return value if field in KEPT or _ID.fullmatch(value) else value + self._next(field)
        if isinstance(value, When):
            return dataclasses.replace(value, rule=value.rule + self._next("When.rule"))
        if isinstance(value, Attested):
            day = _ID.fullmatch(str(value.value))
            return value if day else Attested(value.value + self._next(field), value.basis)
        if dataclasses.is_dataclass(value) and not isinstance(value, type):
            kind = type(value).__name__
            changed = {
                f.name: self.poisoned(old, f.name if f.name in KEPT else f"{kind}.{f.name}")
                for f in dataclasses.fields(value)
                if f.init and (old := getattr(value, f.name)) is not None
            }
            return dataclasses.replace(value, **changed)
        if isinstance(value, Mapping):
            return {key: self.poisoned(one, field) for key, one in value.items()}
        if isinstance(value, tuple) and hasattr(value, "_fields"):
            return value
        if isinstance(value, (tuple, list, set, frozenset)):
            return type(value)(self.poisoned(one, field) for one in value)
        if callable(value):
            return lambda *given, **named: self.poisoned(value(*given, **named), field)
        return Poisoned(value, self._words, self.met)

    def _next(self, field: str) -> str:
        """Give all words where a field is met first, and then a quarter of them each time."""
        quarter, met = len(self._words) // 4, self.met[field]
        self.met[field] += 1
        at = met % 4 * quarter
        return " ".join(self._words[at : at + quarter] if met else self._words)
