"""What a text tells to have been found of a test's elements, where the elements are known.

Read sentence by sentence, by set phrases ("was not made out", "no fresh assessment of", "on the
footing that"), beside words that name an element, the standard, or each of the elements. A sentence
without a day goes on from the finding before it in its text; a report of another's finding is that
other's. What names no element that the test has is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from onrecord.assess.findings.labels import enumerated, headed, labelled, others
from onrecord.assess.findings.phrases import (
    AFTER,
    ALONE,
    ASKED_FOR,
    BACK,
    BECAUSE,
    CLAUSE,
    CONDITION,
    EACH_OF_THEM,
    FINDS_IT,
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
from onrecord.core.letters import CAPITAL
from onrecord.core.said import StatementRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Met, Naming, Test

_PRONOUNS = ("he", "she", "it", "they", "we", "i", "who", "which", "that")
_SOON = 60
"""Days within which a report that gives no day is held to be of the finding before it."""

_BENCH = re.compile(r"\b(?:courts?|tribunal|panel|committee|assize|inquiry|bench)\b", re.IGNORECASE)
_SIGNED = 4
"""Sentences at the end of a paper among which it is signed."""
_SIGNS = re.compile(
    rf"(?P<who>{CAPITAL}[\w’'-]+(?: (?:(?:de|van|von|al) )?{CAPITAL}[\w’'-]+){{1,2}})"
    rf"(?:,? (?:(?:[Aa]cting|[Dd]eputy|[Ff]irst|[Ii]nterim) )?{CAPITAL}[\w’'-]+"
    rf"(?: (?:of|for|the|and|to|{CAPITAL}[\w’'-]+)){{0,6}})?\.?"
)
"""Who signs: "Ann Vale", "Ann Vale, Head of Licensing"."""

_REST = re.compile(r"^(?:\d+\.\s*)?(?:On|As to|As for|Of) [^,]{3,30}?,\s*", re.IGNORECASE)

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
        text = list(some)
        told = _Told(test, _signer(text))
        for number, one in enumerate(text):
            yield from told.of(one, text[number + 1 : number + 2])


class _Told:
    """What one text has told up to a sentence: of whose finding, on which day, of which parts."""

    def __init__(self, test: Test, signer: str = "") -> None:
        self._test, self._signer = test, signer
        self._day: When | None = None
        self._finder = self._speaking = self._turn = ""
        self._of_whole, self._counting = False, 0
        self._before: tuple[str, ...] = ()
        self._each: tuple[str, ...] = ()
        self._label: tuple[str, ...] = ()
        self._because = ""
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
        if labels := labelled(one.words, self._test):
            self._label, self._because = labels, one.words
        self._each = enumerated(one.words, self._test) or self._each
        counts = NAMED.search(one.words) is not None and OF_A_TEST.search(one.words) is not None
        alone = self._counting > 0 and ALONE.search(one.words) is not None
        counts = counts or EACH_OF_THEM.search(one.words) is not None
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
        if found is Met.MET and CONDITION.search(clause):
            return
        rest = others(clause, one.words, self._test) or self._back(clause)
        parts = rest or _parts(clause, one.words, self._test, goes_on, found, self._counting > 0)
        if not parts and found not in _DECIDING and BACK.search(clause):
            parts = self._before
        if not parts:
            return
        # Of "the other four" a sentence tells what was done with them when it was with the one.
        dated = self._last if others(clause, one.words, self._test) else _dated(one, found)
        day = dated or self._day or _made(one)
        self._last = dated
        if exact := [when for when in one.days if _is_day(when)]:
            self._day = exact[0]
        elif dated is not None and _is_day(dated):
            self._day = dated
        why = BECAUSE.search(clause) or (AFTER.search(clause) if found in _DECIDING else None)
        told = " ".join(why["why"].split()) if why and found is not Met.DOUBTED else None
        if told is None and parts == self._label and FINDS_IT.search(clause):
            told = reason_after([_REST.sub("", self._because)], parts, self._test)
        yield self._row(one, clause, found, parts, day, self._who(one), told)

    def _back(self, clause: str) -> tuple[str, ...]:
        """Give what "each of them", and what "we find it proved", are of; nothing else."""
        if self._each and EACH_OF_THEM.search(clause):
            return self._each
        return self._label if FINDS_IT.search(clause) and not labelled(clause, self._test) else ()

    def _who(self, one: Sentence) -> str:
        """Give who found: who says it, whose mind it is, who speaks, or who was told to find."""
        if MIND.search(one.words):
            return self._speaking or one.publisher
        subject = SUBJECT.match(one.words)
        if subject is not None and subject["who"].casefold() not in _PRONOUNS:
            self._finder = " ".join(subject["who"].split()).removeprefix("The ").strip()
            return self._finder
        own = self._signer or one.publisher.rpartition(", ")[2]
        self._finder = _speaker(one) or self._turn or self._finder or own
        return self._finder


def _signer(text: Sequence[Sentence]) -> str:
    """Give who signs a body's paper by name; '' where a bench signs, or "for the Board"."""
    if not text or not text[0].official or _BENCH.search(text[0].publisher):
        return ""
    for one in reversed(text[-_SIGNED:]):
        found = _SIGNS.fullmatch(", ".join(filter(None, map(str.strip, one.words.splitlines()))))
        if found is not None:
            return found["who"]
    return ""


def _dated(one: Sentence, found: Met) -> When | None:
    """Give the day that a sentence names; or the month, where something was met in it."""
    exact = [when for when in one.days if _is_day(when)]
    if exact:
        return exact[0]
    by = next((when for when in one.days if when.edtf.startswith(("[..", "../"))), None)
    if by is not None and by.last_date is not None and found in _DECIDING:
        return When.of(by.last_date.isoformat())
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
    if said is None or (one.official and said.naming is not Naming.NAMED):
        return ""  # what a register shows, or nobody, in a body's paper is the body's to find
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
    owned = whole.replace("’", "'").startswith((f"{short}'s ", f"office of the {short}"))
    return short == whole or (bool(short) and (whole.endswith(f" {short}") or owned))


def _is_report_of(row: FoundRow, one: FoundRow) -> bool:
    body = one.source_label.rpartition(",")[0]  # what its head signs, reports give to the body
    same = _same_finder(row.finder, one.finder) or (body and _same_finder(row.finder, body))
    if not same or not {*row.elements} & {*one.elements}:
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
