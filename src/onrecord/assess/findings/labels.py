"""Elements by labels: "matter (b)", "grounds 1 and 3", "each of the five charges", "the other two".

A label is an element's own where its wording begins with one, "(b) she knew of it"; else the second
letter or number is the second element, and only beside a noun for parts of what is decided.
"""

from __future__ import annotations

import re

from onrecord.assess.findings.placing import covered
from onrecord.core.vocabulary import Element, Test

_SEVERAL, _NEARLY = 2, 0.75
"""So many elements, with such a share of their words, are gone through in one sentence."""

PARTS = (
    r"(?:elements?|limbs?|ingredients?|matters?|grounds?|allegations?|heads?|particulars?|points?"
    r"|issues?|criteri(?:a|on)|conditions?|requirements?|charges?)"
)
"""What the parts of a test, a charge or an appeal are called."""

_LABEL = r"(?:\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)|\d{1,2}\b|[A-Z]\b)"
_LIST = rf"{_LABEL}(?:(?:,| and| or|, and| to| &) {_LABEL})*"
_LABELLED = re.compile(rf"\b(?i:{PARTS}) (?P<labels>{_LIST})")
_BARE = re.compile(r"(?<![\w)])\((?:[a-z]|[ivx]{1,4}|\d{1,2})\)(?!\w)")
_ONE = re.compile(r"[a-z]+|\d+", re.IGNORECASE)
_OWN = re.compile(r"\(?(?P<label>[a-z]|[ivx]{1,4}|\d{1,2})[).]\s", re.IGNORECASE)
_ROMAN = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "v": 5,
    "vi": 6,
    "vii": 7,
    "viii": 8,
    "ix": 9,
    "x": 10,
}
_NUMBERS = {
    word: number
    for number, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve".split(), start=2
    )
}
_WORDED = re.compile(
    rf"\b(?P<part>count|ground|allegation|particular|matter|limb|element|issue)"
    rf" (?P<label>one|{'|'.join(_NUMBERS)}|\d{{1,2}}|[A-Z]\b)\b",
    re.IGNORECASE,
)
"""A part by its noun and a number in words: "count one"; also inside an element's own wording."""
_COUNT = rf"(?P<count>{'|'.join(_NUMBERS)}|\d{{1,2}})"
_EACH = re.compile(
    rf"\b(?:each|every one|all|both) (?:of )?(?:the |these |those )?(?:{_COUNT} )?{PARTS}\b"
    rf"|\b(?:each|every) {PARTS}\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    rf"\bthe (?:other|remaining) {_COUNT}(?: {PARTS})?\b|\bthe (?:others|rest)\b", re.IGNORECASE
)
HEADING = re.compile(
    rf"(?:\d{{1,2}}\. )?(?:(?i:{PARTS}) )?(?P<labels>{_LIST})"
    r"\s*(?:[.:–—-]\s*(?P<ruling>[^.]*)\.?)?$"
)
"""A line that only says of which part the next ones are, and perhaps how it was decided."""


def labelled(words: str, test: Test) -> tuple[str, ...]:
    """Give the keys of the elements that words name by label, or all where they say "each"."""
    every = _EACH.search(words)
    if every is not None and _fits(every["count"], len(test.elements)):
        return tuple(element.key for element in test.elements)
    if worded := _worded(words, test):
        return worded
    own = _own(test.elements)
    found = [label for one in _LABELLED.finditer(words) for label in _labels(one["labels"])]
    if own:
        found += [label for one in _BARE.finditer(words) for label in _labels(one.group())]
    return _keys(found, test, own)


def _worded(words: str, test: Test) -> tuple[str, ...]:
    """Give the elements that words name as "count one": by their wordings, or else by order."""
    told = [(one["part"].casefold(), _number(one["label"])) for one in _WORDED.finditer(words)]
    if not told:
        return ()
    own = {
        (one["part"].casefold(), _number(one["label"])): element.key
        for element in test.elements
        for one in _WORDED.finditer(element.wording)
    }
    parts = {part for part, _ in own}
    keys = []
    for part, number in told:
        if part in parts:
            keys.append(own.get((part, number), ""))
        elif number.isdigit() and part != "count":  # a count may have all the elements
            keys.append(_by_order(number, test.elements) or "")
    return tuple(dict.fromkeys(key for key in keys if key))


def enumerated(words: str, test: Test) -> tuple[str, ...]:
    """Give the elements that a sentence goes through, nearly in their own words; two at least."""
    if len(test.elements) < _SEVERAL:
        return ()
    found = tuple(e.key for e in test.elements if covered(words, e) >= _NEARLY)
    return found if len(found) >= _SEVERAL else ()


def _number(label: str) -> str:
    plain = label.casefold()
    return "1" if plain == "one" else str(_NUMBERS.get(plain, plain))


def headed(words: str, test: Test) -> tuple[tuple[str, ...], str]:
    """Give the elements that a heading is of, and what it says of them: "Ground 2: dismissed"."""
    found = HEADING.match(" ".join(words.split()))
    if found is None:
        return (), ""
    own = _own(test.elements)
    if not own and not re.match(rf"(?:\d{{1,2}}\. )?{PARTS}\b", words, re.IGNORECASE):
        return (), ""
    return _keys(_labels(found["labels"]), test, own), found["ruling"] or ""


def others(clause: str, sentence: str, test: Test) -> tuple[str, ...]:
    """Give the elements that "the other four" are, where the sentence names the rest of them."""
    found = _OTHERS.search(clause)
    named = labelled(sentence[: sentence.find(clause)] if found else "", test)
    rest = tuple(element.key for element in test.elements if element.key not in named)
    if found is None or not named or not rest or not _fits(found["count"], len(rest)):
        return ()
    return rest


def _fits(count: str | None, number: int) -> bool:
    if count is None:
        return True
    return (_NUMBERS.get(count.casefold()) or (int(count) if count.isdigit() else 0)) == number


def _labels(words: str) -> list[str]:
    return [
        one.group().casefold()
        for one in _ONE.finditer(words)
        if one.group().casefold() not in ("and", "or", "to")
    ]


def _own(elements: tuple[Element, ...]) -> dict[str, str]:
    """Give the elements' keys by the labels with which their wordings begin, if all have one."""
    found = {
        told["label"].casefold(): element.key
        for element in elements
        if (told := _OWN.match(element.wording)) is not None
    }
    return found if len(found) == len(elements) else {}


def _keys(labels: list[str], test: Test, own: dict[str, str]) -> tuple[str, ...]:
    keys = (own.get(label) if own else _by_order(label, test.elements) for label in labels)
    return tuple(dict.fromkeys(key for key in keys if key))


def _by_order(label: str, elements: tuple[Element, ...]) -> str | None:
    if label.isdigit():
        number = int(label)
    elif len(label) == 1 and label not in ("i", "v", "x"):
        number = ord(label) - ord("a") + 1
    else:
        number = _ROMAN.get(label, 0)
    return elements[number - 1].key if 0 < number <= len(elements) else None
