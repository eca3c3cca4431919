"""What a text tells to have been found of a test's elements, where the elements are known.

Read sentence by sentence, by set phrases ("was not made out", "no fresh assessment of", "on the
footing that"), beside words that name an element, the standard, or each of the elements. A sentence
without a day goes on from the finding before it in its text; a report of another's finding is that
other's. What names no element that the test has is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from onrecord.assess.findings.placing import by_words, placed
from onrecord.core.dates import When
from onrecord.core.findings import FoundRow
from onrecord.core.identity import SourceId, row_id
from onrecord.core.said import StatementRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Met, Test

_FOUND = (
    (Met.NOT_DECIDED, r"\bnot a finding\b|\b(?:made|makes|making) no finding\b"
                      r"|\bon the footing that\b|\bassum(?:e[sd]?|ing) (?:for|that)\b"
                      r"|\bleft open\b"),
    (Met.NOT_ASSESSED, r"\bno (?:fresh |new |further )?(?:assessment|review|consideration)\b"
                       r"|\bnot (?:been )?(?:re-?)?(?:assessed|considered|reviewed)\b"
                       r"|\bdid not (?:re-?)?(?:assess|consider|review)\b"),
    (Met.DOUBTED, r"\b(?:far from|not at all|not) (?:obvious|clear|apparent)\b"
                  r"|\bdoubt(?:s|ed|ful)?\b|\b(?:hard|difficult) to see\b"
                  r"|\bcould not see (?:what|where|how)\b"),
    (Met.NO_LONGER_MET, r"\bno longer (?:met|satisfied|made out)\b|\bceased to be met\b"),
    (Met.NOT_MET, r"\b(?:not|never|n[’']t) (?:been )?(?:met|satisfied|made out|established|proved"
                  r"|proven)\b|\b(?:could|can) ?not be (?:proved|proven|established|met|made out)\b"
                  r"|\bno (?:longer a )?realistic prospect\b|\bfell away\b|\bfails?\b"),
    (Met.MET, r"\b(?:was|is|were|are|been) (?:met|satisfied|made out|established|proved)\b"
              r"|\brealistic prospect\b|\brests? on\b|\bfound (?:that|to be)\b|\bsatisfied that\b"),
)  # fmt: skip
_PATTERNS = tuple((met, re.compile(words, re.IGNORECASE)) for met, words in _FOUND)
_OF_A_TEST = re.compile(
    r"\b(?:elements?|limbs?|standard|threshold|prospect of (?:a )?conviction|ingredients?)\b",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"\b(?:standard|threshold|prospect of (?:a )?conviction|test)\b", re.IGNORECASE)
_NAMED = re.compile(
    r"\b(?:each|every|all|both)\b[^.;]{0,20}\belements?\b"
    r"|\b(?:first|second|third|fourth|fifth|sixth)\b"
    r"(?:,? (?:and|or) (?:first|second|third|fourth|fifth|sixth))*(?: elements?)?",
    re.IGNORECASE,
)
_BECAUSE = re.compile(
    r"\b(?:because|since|once|as|after|owing to|given that|rests? on|resting on|on)\s+"
    r"(?P<why>(?:the|a|an|his|her|its|their|only|one|two|there|nobody|no)\b[^.;]{5,160}?)"
    r"(?=[.;]|,? and the (?:first|second|third|fourth)\b|$)",
    re.IGNORECASE,
)
_PRONOUNS = ("he", "she", "it", "they", "we", "i")
_SOON = 60
"""Days within which a report that gives no day is held to be of the finding before it."""

_DECIDING = (Met.MET, Met.NOT_MET, Met.NO_LONGER_MET)
_CLAUSE = re.compile(r",? and (?=the (?:first|second|third|fourth|fifth|sixth)\b)", re.IGNORECASE)


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
    of_source: SourceId | None = None
    day: When | None = None
    finder = ""
    subject = False
    for one in sentences:
        if one.source != of_source:
            of_source, day, finder, subject = one.source, None, "", False
        goes_on = subject and re.match(r"(?:On [^,]{4,24},? )?[Ii]t\b", one.words) is not None
        subject = bool(_WHOLE.search(one.words)) or goes_on
        if one.words.rstrip().endswith("?"):
            continue
        exact = [when for when in one.days if _is_day(when)]
        for clause in _CLAUSE.split(one.words):
            found = next((met for met, words in _PATTERNS if words.search(one.words)), None)
            parts = _parts(clause, one.words, test, goes_on, found)
            if found is None or not parts:
                continue
            told = bool(exact or day or _made(one))
            day = exact[0] if exact else day or _made(one) or one.published
            finder = _speaker(one) or finder or one.publisher
            why = _BECAUSE.search(clause)
            yield FoundRow(
                id=row_id("fnd", [one.source, *one.at, clause, found, *parts]),
                elements=parts,
                found=found,
                when=day,
                finder=finder,
                reason=" ".join(why["why"].split()) if why and found is not Met.DOUBTED else None,
                said_of=" ".join(clause.split()),
                source=one.source,
                source_label=one.source_label,
                words=one.words,
                around=one.at,
                statement=one.statement,
                official=one.official,
                day_told=told or one.official,
            )


def _parts(
    clause: str, sentence: str, test: Test, goes_on: bool, found: Met | None
) -> tuple[str, ...]:
    """Give what of the test a clause is about."""
    named = _NAMED.search(clause)
    if named is not None and (_OF_A_TEST.search(clause) or re.match(r"the \w+ on\b", clause)):
        words = named.group()
        return placed(words if "element" in words else f"{words} element", test)
    if _WHOLE.search(clause) or goes_on:
        return placed("", test)
    if found in _DECIDING and not _OF_A_TEST.search(sentence):
        return ()  # "never met" is said of people, "found" of things: only beside the test's words
    return by_words(clause, test.elements)


def _is_day(when: When) -> bool:
    first, after = when.first, when.after
    return first is not None and after is not None and after - first == 1


def _made(one: Sentence) -> When | None:
    made = one.statement.made if one.statement is not None else None
    return made if made is not None and _is_day(made) else None


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


def _is_report_of(row: FoundRow, one: FoundRow) -> bool:
    if row.finder != one.finder or not {*row.elements} & {*one.elements}:
        return False
    if row.when is None or one.when is None:
        return False
    mine, theirs = row.when.first, one.when.first
    if mine == theirs:
        return True
    near = mine is not None and theirs is not None and 0 < mine - theirs <= _SOON
    return near and not row.day_told and row.found is one.found
