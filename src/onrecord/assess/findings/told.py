"""What a text tells to have been found of a test's elements, where the elements are known.

Read sentence by sentence, by set phrases ("was not made out", "no fresh assessment of", "on the
footing that"), beside words that name an element, the standard, or each of the elements. A sentence
without a day goes on from the finding before it in its text; a report of another's finding is that
other's. What names no element that the test has is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from onrecord.assess.findings.labels import headed, labelled, others
from onrecord.assess.findings.phrases import (
    ALONE,
    ASKED_FOR,
    BACK,
    BECAUSE,
    CLAUSE,
    GOES_ON,
    MIND,
    NAMED,
    OF_A_TEST,
    OF_THE_WHOLE,
    PATTERNS,
    SUBJECT,
    TURN,
    WAS,
)
from onrecord.assess.findings.placing import by_words, placed
from onrecord.assess.findings.rulings import follows, reason_after, ruled, ruled_in_words
from onrecord.core.dates import When
from onrecord.core.findings import WHOLE, FoundRow
from onrecord.core.folding import fold
from onrecord.core.identity import SourceId, row_id
from onrecord.core.said import StatementRow
from onrecord.core.shaping import dataclass
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Met, Test

_PRONOUNS = ("he", "she", "it", "they", "we", "i", "who", "which", "that")
_SOON = 60
"""Days within which a report that gives no day is held to be of the finding before it."""

_DECIDING = (Met.MET, Met.NOT_MET, Met.NO_LONGER_MET)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a source: the days it names, who says it, and when it was published."""

    source: SourceId
    source_label: str
    at: Span
    words: str
    days: tuple[When, ...]
    statement: StatementRow | None
    published: When | None
    publisher: str
    official: bool = False
    question: bool = False


def told_findings(sentences: Iterable[Sentence], test: Test) -> Iterator[FoundRow]:
    """Give what is told to have been found of a test, in the order of the sentences."""
    for _, some in groupby(sentences, key=lambda one: one.source):
        told, text = _Told(test), list(some)
        for number, one in enumerate(text):
            yield from told.of(one, text[number + 1 : number + 2])


class _Told:
    """What one text has told up to a sentence: of whose finding, on which day, of which parts."""

    def __init__(self, test: Test) -> None:
        self._test = test
        self._day: When | None = None
        self._finder = self._speaking = self._turn = ""
        self._of_whole, self._counting = False, 0
        self._before: tuple[str, ...] = ()
        self._under: tuple[str, ...] = ()
        self._last: When | None = None

    def of(self, one: Sentence, following: Sequence[Sentence] = ()) -> Iterator[FoundRow]:
        """Give what one sentence tells to have been found; `following`: those right after it."""
        if (ruling := self._ruling(one, following)) is not None:
            yield from ruling
            return
        goes_on = self._of_whole and GOES_ON.match(one.words) is not None
        self._of_whole = bool(OF_THE_WHOLE.search(one.words)) or goes_on
        if turn := TURN.match(one.words):
            self._turn = _speaker(one) or turn["who"].title()
        if not one.words.rstrip().endswith("?"):
            for clause in CLAUSE.split(one.words):
                yield from self._clause(one, clause, goes_on)
        named = _parts(one.words, one.words, self._test, False, None, self._counting > 0)
        self._before = named if WHOLE not in named else ()
        counts = NAMED.search(one.words) is not None and OF_A_TEST.search(one.words) is not None
        alone = self._counting > 0 and ALONE.search(one.words) is not None
        self._counting = 2 if counts or alone else self._counting - 1
        self._speaking = _speaker(one) or self._speaking

    def _ruling(self, one: Sentence, following: Sequence[Sentence]) -> list[FoundRow] | None:
        """Give what is ruled under a heading; None: the sentence is neither it nor its ruling."""
        keys, words = headed(one.words, self._test)
        if keys:
            self._under = keys
        found = ruled(words if keys else one.words) if self._under else None
        after = [each.words for each in following]
        why = reason_after(after, self._under, self._test)
        if found is None and self._under and not keys and one.official:
            found = ruled_in_words(one.words, self._under, self._test)
            why = follows(one.words)
        if found is None:
            return [] if keys else None
        under, self._under = self._under, ()
        row = self._row(one, one.words, found, under, one.published, self._who(one), why)
        return [replace(row, day_told=True)]

    def _row(
        self,
        one: Sentence,
        clause: str,
        found: Met,
        parts: tuple[str, ...],
        day: When | None,
        finder: str,
        why: str | None,
    ) -> FoundRow:
        # What one body tells that another found is a report, and dates from when it was found.
        subject = SUBJECT.match(one.words)
        of_another = subject is not None and not _same_finder(finder, one.publisher)
        return FoundRow(
            id=row_id("fnd", [one.source, *one.at, clause, found, *parts]),
            elements=parts,
            found=found,
            when=day or one.published,
            finder=finder,
            reason=why,
            said_of=" ".join(clause.split()),
            source=one.source,
            source_label=one.source_label,
            words=one.words,
            around=one.at,
            statement=one.statement,
            official=one.official and not of_another,
            day_told=day is not None or (one.official and not of_another),
        )

    def _clause(self, one: Sentence, clause: str, goes_on: bool) -> Iterator[FoundRow]:
        here = next((met for met, words in PATTERNS if words.search(clause)), None)
        found = here or next((met for met, words in PATTERNS if words.search(one.words)), None)
        if found is None or (found is Met.MET and ASKED_FOR.search(one.words)):
            return
        rest = others(clause, one.words, self._test)
        parts = rest or _parts(clause, one.words, self._test, goes_on, found, self._counting > 0)
        if not parts and found not in _DECIDING and BACK.search(clause):
            parts = self._before
        if not parts:
            return
        # Of "the other four" a sentence tells what was done with them when it was with the one.
        dated = self._last if rest else _dated(one, found)
        day = dated or self._day or _made(one)
        self._last = dated
        if exact := [when for when in one.days if _is_day(when)]:
            self._day = exact[0]
        why = BECAUSE.search(clause)
        told = " ".join(why["why"].split()) if why and found is not Met.DOUBTED else None
        yield self._row(one, clause, found, parts, day, self._who(one), told)

    def _who(self, one: Sentence) -> str:
        """Give who found: who says it, whose mind it is, who speaks, or who was told to find."""
        if MIND.search(one.words):
            return self._speaking or one.publisher
        if subject := SUBJECT.match(one.words):
            self._finder = " ".join(subject["who"].split())
            return self._finder
        self._finder = _speaker(one) or self._turn or self._finder or one.publisher
        return self._finder


def _dated(one: Sentence, found: Met) -> When | None:
    """Give the day that a sentence names; or the month, where something was met in it."""
    exact = [when for when in one.days if _is_day(when)]
    if exact:
        return exact[0]
    then = [
        when
        for when in one.days
        if _is_bounded(when) and re.search(rf"\bin {re.escape(when.words)}\b", one.words)
    ]
    met_then = found in _DECIDING and WAS.search(one.words) is not None
    begins = [when for when in then if one.words.startswith(f"In {when.words}")]
    return next(iter(then if met_then else begins), None)


def _parts(
    clause: str, sentence: str, test: Test, goes_on: bool, found: Met | None, counting: bool
) -> tuple[str, ...]:
    """Give what of the test a clause is about; `counting`: elements are being gone through."""
    if keys := labelled(clause, test):
        return keys
    if counting and (alone := ALONE.search(clause)):
        return placed(f"{alone.group()} element", test)
    named = NAMED.search(clause)
    if named is not None and (OF_A_TEST.search(clause) or re.match(r"the \w+ on\b", clause)):
        words = named.group()
        return placed(words if "element" in words else f"{words} element", test)
    if OF_THE_WHOLE.search(clause) or goes_on:
        return placed("", test)
    if found in _DECIDING and not OF_A_TEST.search(sentence):
        return ()  # "never met" is said of people, "found" of things: only beside the test's words
    return by_words(clause, test.elements)


def _is_day(when: When) -> bool:
    first, after = when.first, when.after
    return first is not None and after is not None and after - first == 1


def _is_bounded(when: When) -> bool:
    return when.first is not None and when.after is not None


def _made(one: Sentence) -> When | None:
    """Give when a finding was told, as its text says: a day, or a month that was over by then.

    What "your predecessor told us in April" was found in April, and not on the day of the letter.
    """
    made = one.statement.made if one.statement is not None else None
    if made is None or _is_day(made):
        return made
    told = one.published.first if one.published is not None else None
    is_over = made.after is not None and told is not None and made.after <= told
    return made if _is_bounded(made) and is_over else None


def _speaker(one: Sentence) -> str:
    said = one.statement
    if said is None:
        return ""
    words = said.actor_name or " ".join(said.speaker.split())
    return "" if words.casefold() in _PRONOUNS else words


def prevailing(rows: Sequence[FoundRow]) -> tuple[list[FoundRow], list[FoundRow]]:
    """Part what counts from what an official document reports of the same finding.

    The same is what one finder found of one element on one day; a report that gives no day goes
    with a like finding of not long before.
    """
    official = [row for row in rows if row.official]
    kept: list[FoundRow] = []
    aside: list[FoundRow] = []
    for row in rows:
        same = not row.official and any(_is_report_of(row, one) for one in official)
        (aside if same else kept).append(row)
    return kept, aside


def _same_finder(one: str, other: str) -> bool:
    """Say whether two names are one finder's: "the Panel" is how "Appeals Panel" ends."""
    short, whole = sorted(
        (fold(name).removeprefix("the ") for name in (one, other)), key=lambda name: len(name)
    )
    return short == whole or (bool(short) and whole.endswith(f" {short}"))


def _is_report_of(row: FoundRow, one: FoundRow) -> bool:
    if not _same_finder(row.finder, one.finder) or not {*row.elements} & {*one.elements}:
        return False
    if row.when is None or one.when is None:
        return False
    mine, theirs = row.when.first, one.when.first
    if mine == theirs:
        return True
    if mine is not None and theirs is not None and mine <= theirs < (row.when.after or mine):
        return True  # told by the month only
    near = mine is not None and theirs is not None and 0 < mine - theirs <= _SOON
    return near and not row.day_told and row.found is one.found
