"""Posts told by what somebody is called: titles before a name, appositions on either side of it."""

from __future__ import annotations

from dataclasses import replace

from onrecord.reader.posts.modifiers import Status
from onrecord.reader.posts.offices import Office, paired
from onrecord.reader.posts.sentence import Person, Sentence
from onrecord.reader.posts.telling import Kind, Told

_COMMAS = (",", "–", "—", "(")
_ENDS = (",", ".", ";", ":", ")", "–", "—", "?", "!")
_HONOURS = frozenset(
    "mr mrs ms miss mx dr sir dame prof professor judge justice lord lady rev baroness".split()
)
_NOW = (("these", "days"), ("at", "present"), ("for", "now"))
_FAR = 6
"""Words of a post's body that the reading of posts may leave outside it."""
_LEADS = ("since", "from", "until")
_BEHIND = ("and", "who", "said", "says", "told", "under", "during", "when", "but")


def named(sentence: Sentence, found: list[Office]) -> tuple[list[Told], dict[int, int]]:
    """Give what names and their appositions tell, and where each person's phrase ends.

    A post is given to one person only; of "the mayor, Tom Pell, the clerk, ..." each takes the one
    before the name.
    """
    told: list[Told] = []
    used: set[int] = set()
    extents: dict[int, int] = {}
    preceded: set[int] = set()
    for office in found:
        person = sentence.starting(office.last)
        if person is not None and not office.plural and _may_be_title(sentence, office):
            told.append(_bears(office, person, office.first, person.last, sentence))
            used.add(office.noun)
            preceded.add(person.first)
    for office in found:
        if office.noun in used:
            continue
        person = _before_comma(sentence, office, preceded)
        if person is not None:
            chain = [o for o in found if _leads_to(o, office, found, sentence)]
            told.extend(_bears(o, person, o.first, person.last, sentence) for o in [*chain, office])
            used.update(o.noun for o in [*chain, office])
            preceded.add(person.first)
            continue
        person = _after_comma(sentence, office)
        if person is not None and person.first not in extents:
            chain = paired(office, found, sentence.words)
            if sentence.low(office.first - 1) == "then":
                chain = [replace(one, status=Status.THEN) for one in chain]
            end = _phrase_end(sentence, chain[-1].last)
            told.extend(_bears(o, person, o.first, end, sentence) for o in chain)
            used.update(o.noun for o in chain)
            extents[person.first] = end
    told = [_once(sentence, one) for one in told]
    for office in found:
        if office.noun not in used and not office.plural:
            told = _dated_before(sentence, office, told)
    return told, extents


def _dated_before(sentence: Sentence, office: Office, told: list[Told]) -> list[Told]:
    """Read a post behind its date: "Ann Vale, then the clerk and since May registrar, ..."."""
    lead = next(
        (
            first - (sentence.low(first) not in _LEADS)
            for first, last, when in sentence.dates
            if when.when and last == office.first
        ),
        -1,
    )
    if sentence.low(lead) not in _LEADS:
        return told
    before = lead - 1
    joined = next((one for one in reversed(told) if _reaches(sentence, one, before)), None)
    if joined is not None and sentence.low(before) in ("and", ",") and joined.person is not None:
        # What is dated so is not the date of the post before.
        told = [
            replace(one, first=min(one.office.first, before), last=before) if one is joined else one
            for one in told
        ]
        person = joined.person
    elif sentence.low(before) == ",":
        found = sentence.ending(_before_brackets(sentence, before))
        if found is None:
            return told
        person = found
    else:
        return told
    is_open = sentence.low(lead) != "until"
    return [*told, Told(office, person, Kind.BEARS, lead, office.last, open=is_open)]


def _reaches(sentence: Sentence, one: Told, number: int) -> bool:
    """Say whether a post's phrase goes up to a word: "clerk to Marrow Rovers" up to its comma."""
    between = range(one.office.last, number)
    return 0 <= number - one.office.last <= _FAR and not any(
        sentence.low(n) in _ENDS or sentence.low(n) == "and" for n in between
    )


def _before_brackets(sentence: Sentence, number: int) -> int:
    """Give where the words before a bracket end: "Ann Vale (first respondent), until ..."."""
    if sentence.low(number - 1) != ")":
        return number
    return next((n for n in range(number - 2, max(-1, number - 9), -1) if sentence.low(n) == "("),
                number)  # fmt: skip


def _bears(office: Office, person: Person, first: int, last: int, sentence: Sentence) -> Told:
    if office.status is Status.THEN:
        first, last = 0, len(sentence.words)
    is_open = office.status is Status.HELD and not _has_years(sentence, office.last, last)
    return Told(office, person, Kind.BEARS, first, last, open=is_open)


def _has_years(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether numbers follow that no date was read from: "(chief inspector, 1890-92)"."""
    read = sentence.date_words()
    return any(
        sentence.words[n].text[0].isdigit() and n not in read and n > first
        for n in range(first, min(last, len(sentence.words)))
    )


def _once(sentence: Sentence, told: Told) -> Told:
    """Read "once deputy mayor" and "previously head of security" as over."""
    if not sentence.small(told.office.first - 1, "once"):
        return told
    return replace(told, open=False, over=True)


def _may_be_title(sentence: Sentence, office: Office) -> bool:
    """Say whether it can stand before a name: "mayor Lena Corrigan", not "a fellow Vale"."""
    if office.post.lower() in ("fellow", "member", "chair", "head", "founder"):
        return False
    return (
        office.last == office.noun + 1
        or sentence.low(office.last - 1)
        in (
            "general",
            *sentence.tables.words["fields"],
        )
        or office.last - office.noun <= 4
    )


def _leads_to(one: Office, other: Office, found: list[Office], sentence: Sentence) -> bool:
    return one is not other and other in paired(one, found, sentence.words)


def _before_comma(sentence: Sentence, office: Office, preceded: set[int]) -> Person | None:
    """Give Tom Pell of "the mayor, Tom Pell," if the post is not of somebody before it."""
    if sentence.low(office.last) != "," or office.plural:
        return None
    person = sentence.starting(_past_honour(sentence, office.last + 1))
    if person is None:
        return None
    if not office.article and sentence.low(office.first - 1) in ("for", "as", "be"):
        return None  # "a candidate for governor, Ann Vale"
    before = sentence.ending(office.first - 1)
    if sentence.low(office.first - 1) in _COMMAS and before and before.first not in preceded:
        return None
    if office.first == 0 and office.article in ("a", ""):
        return person
    closed = sentence.low(person.last) in ("", *_ENDS)
    listed = sentence.low(person.last) == "," and sentence.low(person.last + 1) == "and"
    return person if closed and not listed else None


def _past_honour(sentence: Sentence, number: int) -> int:
    while sentence.low(number).rstrip(".") in _HONOURS:
        number += 1
    return number


def _after_comma(sentence: Sentence, office: Office) -> Person | None:
    """Give Ann Vale of "Ann Vale, 61, the mayor of Oxlow,"."""
    number = office.first - 1
    while sentence.small(number, "adverbs") or _these_days(sentence, number):
        number -= 1 if sentence.small(number, "adverbs") else 2
    if sentence.low(number) not in _COMMAS:
        return None
    person = sentence.ending(number)
    if person is None and sentence.low(number - 1).isdigit():
        aged = number - 3 if sentence.small(number - 2, "ages") else number - 2
        person = sentence.ending(aged) if sentence.low(aged) in _COMMAS else None
    if person is None or office.plural:
        return None
    return person if _closes(sentence, office) else None


def _these_days(sentence: Sentence, number: int) -> bool:
    """Say whether "these days", which is "now", ends there: "Tom Pell, these days adviser"."""
    return (sentence.low(number - 1), sentence.low(number)) in _NOW


def _closes(sentence: Sentence, office: Office) -> bool:
    """Say whether an apposition can end there: at a mark, a date, another post."""
    end = office.last
    low = sentence.low(end)
    if (
        low == ","
        and sentence.starting(end + 1)
        and sentence.low(end + 1 + _size(sentence, end))
        in (
            "and",
            ",",
        )
    ):
        # "Ann Vale, the mayor, Tom Pell and ...": who is the mayor is not clear
        return office.article in ("a", "")
    if low == "and":
        return sentence.low(end + 1) not in ("the", "a", "an") or bool(office.body)
    if low in _ENDS or not low or low in _BEHIND:
        return True
    return low in ("since", "from", "until", "between", "in", "for", "on", "at", "to", "with")


def _size(sentence: Sentence, end: int) -> int:
    person = sentence.starting(end + 1)
    return person.last - person.first if person else 0


def _phrase_end(sentence: Sentence, number: int) -> int:
    """Give where an apposition ends: its dates belong to it."""
    while number < len(sentence.words):
        low = sentence.low(number)
        following = any(first == number + 1 for first, _, _ in sentence.dates)
        counted = sentence.low(number + 1)[:1].isdigit()
        if low in _ENDS and not (low == "," and (following or counted)):
            return number
        number += 1
    return number
