"""Between which words the dates of a verb stand: those of its own clause."""

from __future__ import annotations

from onrecord.reader.posts.offices import Office
from onrecord.reader.posts.sentence import Sentence


class Clauses:
    """Finds the edges of the clauses of one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self._s = sentence

    def is_dated(self, office: Office) -> bool:
        """Say whether a date follows a post in its clause."""
        return any(office.last <= at < self.end(office.last) for at, _, _ in self._s.dates)

    def start(self, verb: int) -> int:
        """Give where the dates begin that belong to a verb: behind the verb and post before."""
        for number in range(verb - 1, -1, -1):
            if self._s.low(number) in ("and", "but", "who", ";") or (
                self._s.low(number) == ","
                and self._s.low(number - 1) not in ("", ",")
                and not self._opens(number)
            ):
                return number
        return 0

    def _opens(self, comma: int) -> bool:
        """Say whether nothing but a date stands before a comma: "In 1998, "."""
        return any(last == comma and first <= 3 for first, last, _ in self._s.dates) or comma < 4

    def end(self, number: int) -> int:
        """Give where the dates end that belong to a post's verb: before the next verb's clause."""
        while number < len(self._s.words):
            low = self._s.low(number)
            dated = any(first in (number + 1, number + 2) for first, _, _ in self._s.dates)
            if low in (";", "who", "which", "but") or (low in (",", "and") and not dated):
                return number
            number += 1
        return number
