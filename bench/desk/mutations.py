"""Twelve kinds of fault, each put into a true sentence of a case by rule.

A kind gives pairs: a sentence as a source has it (or, of proceedings, as the record has them), and
the same with the fault. What codes a desk should find it under is part of the kind.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from bench.desk.material import Material, Sentence
from onrecord.core.dates import When
from onrecord.core.quantities import same_thing
from onrecord.core.rows import QuantityRow, StatementRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Bound, Mode, Naming, SpeechAct


@dataclass(frozen=True, slots=True)
class Pair:
    """A true sentence, and the same with a fault, as of a day."""

    true: str
    false: str
    day: When | None


Make = Callable[[Material, list[str], Random], Iterator[Pair]]
"""Gives pairs of a case; the strings are quotations of the other cases, to be put in."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of fault: what it is called, the codes it should be found under, and its pairs."""

    name: str
    codes: tuple[str, ...]
    make: Make


_QUOTED = re.compile(r"“([^“”]{20,400})”")
_TURNS = re.compile(
    r" (?:not|never|no|nobody|nothing|only|hardly|unless|about|nearly|almost|most|may|might)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\b[a-z]{5,}\b")
_SAYS = r"(?:has |have |had )?(?:said|says?|alleged?s?|claim(?:s|ed)?|told \w+)"
_NOT_SAID = re.compile(r"\b(?:whether|wonder\w*|question\w*|if|no knowledge|who may|what)\b")
"""Who asks or does not know says no more where the hedge is gone."""
_OTHERS = tuple("harvest ladder morning copper winter garden village market silver candle".split())
_MEANT = re.compile(
    r"\b(is|was|are|were)?\s*\b(?:understood|thought|believed|suspected|said|alleged|reported|"
    r"named|identified) (?:to be|as)\b"
)
_HEDGES = (
    (
        re.compile(r"\b[Ii]t is (?:believed|understood|thought|suspected|alleged|reported) that "),
        "",
    ),
    (re.compile(r"\b(is|was) (?:alleged|said|reported) to have\b"), "has"),
    (re.compile(r"\b(are|were) (?:alleged|said|reported|suspected) to have\b"), "have"),
    (re.compile(r"^[^,“]{0,40}\b(?:believes?|suspects?|understands?) that "), ""),
    (re.compile(r"\b(?:may|might|could) have\b"), "had"),
    (re.compile(r"\b(?:is|was) (?:understood|believed|thought|suspected) to have\b"), "has"),
    (re.compile(r"\b(?:are|were) (?:understood|believed|thought|suspected) to have\b"), "have"),
    (re.compile(r"\b(?:is|was) suspected of having\b"), "has"),
    (re.compile(r"\b(?:allegedly|reportedly|apparently|possibly|probably|perhaps) "), ""),
    (re.compile(r"\bappeared to\b"), "did"),
)
_BOUND = re.compile(
    r"^(?:at least|at most|more than|fewer than|less than|up to|no more than|not fewer than|"
    r"no fewer than|over)\s+",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"\b(\d{1,2})(?= (?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December)\b)"
)
_NUMBER = re.compile(r"\d[\d,]*")
_FIRSTS = ("Alva", "Bruno", "Celia", "Dario", "Edwin", "Flora", "Gideon", "Hanna")


def _attribution_dropped(of: Material, _others: list[str], _chance: Random) -> Iterator[Pair]:
    for row in of.statements:
        around = of.around(row.source, row.at)
        if around is None or (row.source, row.id) not in of.denied or len(row.content_spans) != 1:
            continue
        names = row.naming in (Naming.NAMED, Naming.ROLE_ONLY) and row.mode is not Mode.DIRECT
        content = " ".join(row.content.split())
        content = content.removeprefix("that ").strip(" ,.")
        if not (row.content.startswith("that ") or _is_clause(row, content)):
            continue  # no clause that can stand by itself
        if not any(re.search(rf"\b{name.split()[-1]}\b", content) for name in of.people):
            continue  # of nobody
        if row.act is SpeechAct.ASSERTS and not row.depth and names and content.count(" ") >= 5:
            yield Pair(around.words, f"{content[0].upper()}{content[1:]}.", around.day)


def _is_clause(row: StatementRow, content: str) -> bool:
    """Say whether what somebody is told to have said is a sentence without its "that"."""
    says = row.mode is Mode.INDIRECT and re.fullmatch(_SAYS, " ".join(row.cue.split()))
    return bool(says) and bool(re.match(r"(?:the |an? )?[A-Z][\w’-]+ ", content))


def _identity(of: Material, _others: list[str], _chance: Random) -> Iterator[Pair]:
    for row in of.case.identities():
        at = row.statement.at if row.statement is not None else None
        around = of.around(row.source, at) if at is not None else None
        found = _MEANT.search(around.words) if around is not None else None
        if around is not None and found is not None:
            false = around.words[: found.start()] + (found[1] or "is") + around.words[found.end() :]
            yield Pair(around.words, false, around.day)


def _hedge_dropped(of: Material, _others: list[str], _chance: Random) -> Iterator[Pair]:
    for one in _each(of):
        if re.search('[“‘"]', one.words) or _NOT_SAID.search(one.words) or not _told(of, one):
            continue
        for hedge, put in _HEDGES:
            false = hedge.sub(put, one.words, count=1)
            if false != one.words:
                yield Pair(one.words, false[0].upper() + false[1:], one.day)
                break


def _quote_altered(of: Material, _others: list[str], chance: Random) -> Iterator[Pair]:
    for one, quote in _quotes(of):
        found = list(_WORD.finditer(one.words, *quote.span(1)))
        if found:
            word = chance.choice(found)
            put = chance.choice([other for other in _OTHERS if other != word[0]])
            yield Pair(
                one.words, one.words[: word.start()] + put + one.words[word.end() :], one.day
            )


def _quote_cut(of: Material, _others: list[str], chance: Random) -> Iterator[Pair]:
    for one, quote in _quotes(of):
        found = list(_TURNS.finditer(one.words, *quote.span(1)))
        if found:
            word = chance.choice(found)
            yield Pair(one.words, one.words[: word.start()] + one.words[word.end() :], one.day)


def _quote_given_away(of: Material, _others: list[str], chance: Random) -> Iterator[Pair]:
    for row in of.statements:
        around = of.around(row.source, row.at)
        direct = (
            row.mode is Mode.DIRECT and row.naming is Naming.NAMED and len(row.source_spans) == 1
        )
        found = _QUOTED.search(around.words) if around is not None else None
        if around is None or not direct or found is None or found[1].count(" ") < 5:
            continue
        names = [name for name in of.people if not set(name.split()) & set(row.speaker.split())]
        names = [name for name in names if name.split()[-1] not in row.actor_name]
        at = row.source_spans[0]
        # A pronoun or "who" tells nobody apart, least of all in a sentence by itself.
        called = row.actor_name.split()[-1:] == row.speaker.partition(",")[0].split()[-1:]
        inside = found.start() <= at.start - around.at.start < found.end()
        if names and around.at.holds(at) and called and not inside:
            yield Pair(around.words, around.put(at, chance.choice(names[:12])), around.day)


def _never_said(of: Material, others: list[str], chance: Random) -> Iterator[Pair]:
    for one, quote in _quotes(of):
        put = chance.choice(others)
        false = one.words[: quote.start(1)] + put + one.words[quote.end(1) :]
        yield Pair(one.words, false, one.day)


def _number_changed(of: Material, _others: list[str], chance: Random) -> Iterator[Pair]:
    for row in of.case.quantities():
        around = of.around(row.source, row.at)
        if around is None or row.number is None or not (row.item or row.unit):
            continue
        number = _NUMBER.search(around.words, row.at.start - around.at.start)
        if number is None or number.end() > row.at.end - around.at.start:
            continue
        value = int(number[0].replace(",", ""))
        # "Nearly 400,000" may be told of 390,000: less than a half more of it is no fault.
        put = f"{value + max(chance.choice((3, 5, 10, 20)), value // 2)}"
        put = f"{int(put):,}" if "," in number[0] else put
        false = around.words[: number.start()] + put + around.words[number.end() :]
        yield Pair(around.words, false, around.day)


def _bound_dropped(of: Material, _others: list[str], _chance: Random) -> Iterator[Pair]:
    for row in of.case.quantities():
        around = of.around(row.source, row.at)
        if around is None or row.number is None or row.bound is Bound.EXACTLY:
            continue
        bare = _BOUND.sub("", row.counted)
        # Where another source has the bare number it is no fault to follow it.
        if bare != row.counted and not any(_is_bare(row, other) for other in of.case.quantities()):
            yield Pair(around.words, around.put(row.at, bare), around.day)


def _day_changed(of: Material, _others: list[str], chance: Random) -> Iterator[Pair]:
    for row in of.case.events().rows:
        around = of.around(row.source, row.around)
        day = row.when.first_date if row.when is not None and not row.when.is_interval else None
        found = _DAY.search(around.words) if around is not None else None
        if around is None or found is None or day is None or int(found[1]) != day.day:
            continue
        put = str((int(found[1]) + chance.choice((2, 3, 5)) - 1) % 27 + 1)
        false = around.words[: found.start()] + put + around.words[found.end() :]
        yield Pair(around.words, false, around.day)


def _name_changed(of: Material, _others: list[str], chance: Random) -> Iterator[Pair]:
    for one in _each(of):
        name = next((n for n in of.names if re.search(rf"\b{n}\b", one.words)), None)
        if name is None:
            continue
        first, last = name.split()
        if chance.random() < 0.5 or len(last) < 6:
            put = f"{chance.choice([other for other in _FIRSTS if other[0] != first[0]])} {last}"
        else:
            at = chance.randrange(2, len(last) - 1)
            put = f"{first} {last[:at]}{last[at + 1 :]}"
        yield Pair(one.words, one.words.replace(name, put), one.day)


_STALE = (
    "{} is awaiting trial.",
    "{} faces trial over the charges.",
    "{} is still charged.",
    "{} was convicted of the charge.",
    "{} will stand trial.",
    "{} was found guilty.",
)
_ENDED = (
    "The case against {} was dropped.",
    "The charges against {} have been dropped.",
    "{} was charged, and the case was later dropped.",
    "{} had been awaiting trial when the case was dropped.",
    "{} is no longer charged.",
    "The prosecution of {} was discontinued.",
)


def _proceeding_stale(of: Material, _others: list[str], _chance: Random) -> Iterator[Pair]:
    ended = [row for row in of.case.proceedings() if row.ending is not None]
    names = [
        party.actor_name for row in ended for party in row.parties if party.actor_name in of.people
    ]
    last = max((row.published for row in of.case.sources() if row.published), key=_latest)
    for name in dict.fromkeys(names):
        for true, false in zip(_ENDED, _STALE, strict=True):
            yield Pair(true.format(name), false.format(name), last)


KINDS = (
    Kind("attribution dropped", ("OR101", "OR102", "OR103"), _attribution_dropped),
    Kind("identity as fact", ("OR102", "OR103", "OR101"), _identity),
    Kind("hedge dropped", ("OR103", "OR101", "OR102"), _hedge_dropped),
    Kind("quotation altered", ("OR201", "OR203", "OR205"), _quote_altered),
    Kind("quotation cut", ("OR201", "OR202", "OR203"), _quote_cut),
    Kind("quotation given to another", ("OR204",), _quote_given_away),
    Kind("quotation nobody said", ("OR201", "OR205"), _never_said),
    Kind("number changed", ("OR401",), _number_changed),
    Kind("bound dropped", ("OR401", "OR402"), _bound_dropped),
    Kind("day changed", ("OR403",), _day_changed),
    Kind("name changed", ("OR303", "OR304", "OR302"), _name_changed),
    Kind("proceeding stale", ("OR601", "OR602"), _proceeding_stale),
)


def _is_bare(row: QuantityRow, other: QuantityRow) -> bool:
    same = same_thing(other.item) == same_thing(row.item) and other.unit == row.unit
    return same and other.bound is Bound.EXACTLY and other.number == row.number


def _each(of: Material) -> Iterator[Sentence]:
    for some in of.sentences.values():
        yield from some


def _quotes(of: Material) -> Iterator[tuple[Sentence, re.Match[str]]]:
    for one in _each(of):
        found = _QUOTED.search(one.words)
        if found is not None and found[1].count(" ") >= 4:
            yield one, found


def _told(of: Material, one: Sentence) -> bool:
    """Say whether a statement of the record stands in a sentence, so that it is on record."""
    return any(row.source == one.source and one.at.holds(Span(*row.at)) for row in of.statements)


def _latest(when: When) -> int:
    return when.after or 0


def quotations(of: Material) -> list[str]:
    """Give the quotations of a case."""
    return [quote[1] for _, quote in _quotes(of)]
