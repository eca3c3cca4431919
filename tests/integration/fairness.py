"""The fairness rule: no words of a claim or statement without whose they are and how they stand.

Both must stand in the same visual unit as the words: a table's row, a list's entry, a heading's
block; and in an attribute (a title, a label) in the attribute itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from hand_reader import STORY
from lxml import html
from lxml.html import HtmlElement

from onrecord import intake
from onrecord.case import Case
from onrecord.core.claims import ClaimLine
from onrecord.core.dates import When
from onrecord.core.rows import NOBODY, SourceRow, StatementRow
from onrecord.core.vocabulary import AsOf
from onrecord.reader import load
from onrecord.show.visible import visible

_TEXTS = {
    "2024-03-04": STORY,
    "2024-03-11": "Ida Marsh, the harbour master, said that the wheel was lashed. She said the "
    "log was lost.\n\nIvo Marrin denied that the wheel was lashed.\n",
    "2024-04-02": "Ida Marsh claimed that the log was lost.\n\n“The log was lost,” Tom Vane "
    "said.\n",
    "2024-04-20": "Tom Vane no longer says that the log was lost. Ida Marsh denied that the log "
    "was lost.\n\nThe ministry confirmed that the wheel was lashed.\n",
}
_KNOWN = [f"2024-03-{day:02}" for day in range(3, 13, 2)] + [
    f"2024-04-{day:02}" for day in (1, 2, 3, 19, 20)
]
_MOMENTS = [
    *(AsOf(known=day) for day in _KNOWN),
    *(AsOf(valid=When.of(day)) for day in ("2023", "2024-03", *_KNOWN[2:9])),
    AsOf(),
]


def fair_case(folder: Path) -> None:
    """Make a case in which people assert, deny, report and withdraw the same over two months."""
    reader = load()
    with Case.create(folder / "case", name="The wheel") as made:
        for day, words in _TEXTS.items():
            path = folder / f"{day}.txt"
            path.write_text(words, "utf-8")
            told = intake.Told(outlet=f"The Pier {day}", published=day, retrieved=day)
            made.add([path], reader=reader, told=told)


def moments() -> list[AsOf]:
    """Give twenty days, by the one clock and the other."""
    return _MOMENTS


_UNITS = {"tr", "li", "article", "option", "dd", "title", "text", "g", "figcaption"}
_CLASSES = {"entry", "claim", "dated", "row", "unit", "note"}
_LONG = 12
"""Characters of words that are looked for: shorter ones stand on a page by chance."""


def unfair(
    page: str,
    claims: Sequence[ClaimLine],
    statements: Sequence[StatementRow],
    sources: Sequence[SourceRow],
) -> list[str]:
    """List the places of a page where words stand without whose they are or how they stand."""
    tree = html.document_fromstring(page)
    whole = _flat(tree.text_content())
    headlines = [(_flat(row.title), _flat(row.label)) for row in sources if row.metadata.title]
    worded = [(_flat(line.wording), line) for line in claims]
    said = [(_flat(row.content), row) for row in statements]
    found = []
    label = " ".join(_flat(one.text_content()) for one in tree.xpath("//h1"))
    values = [
        (name, _flat(value))
        for element in tree.iter(html.etree.Element)
        for name, value in element.items()
        if not name.startswith("data-") and name not in ("href", "value", "content")
    ]
    for exact in dict.fromkeys(words for words, _ in (*worded, *said)):
        if len(exact) < _LONG:
            continue
        lines = [line for words, line in worded if exact in words]
        rows = [row for words, row in said if exact in words]
        if exact in whole:
            for element in _smallest(tree, exact):
                if element.tag == "textarea":
                    continue  # what a person is to word anew, as the value of a field
                unit = _unit(element)
                told = _told(unit)
                if any(
                    exact in a and f"“{a}" in told and (b in told or b in label)
                    for a, b in headlines
                ):
                    continue  # a headline, quoted, with its outlet
                if _in_document(element) and not any(_flat(r.source_label) in label for r in rows):
                    continue  # the document's own words under its name; nothing of it is in force
                if not fair(told, label if unit.tag != "title" else "", lines, rows):
                    found.append(f"{exact!r} in <{element.tag}>: {told[:200]!r}")
        for name, value in values:
            if exact in value and not fair(value, "", lines, rows):
                found.append(f"{exact!r} in {name}")
    return found


def fair(told: str, label: str, lines: Sequence[ClaimLine], rows: Sequence[StatementRow]) -> bool:
    """Say whether words stand with whose they are, in what is told beside them or its heading."""
    return any(_claimed(told, label, line) for line in lines) or any(
        _said(told, label, row) for row in [*rows]
    )


def _claimed(told: str, label: str, line: ClaimLine) -> bool:
    """With its standing and somebody who takes a stance on it, were it whose page it is."""
    names = [_flat(one.called) for one in line.stands]
    named = any(name in told or name.casefold() in label.casefold() for name in names)
    return line.state in told and (named or not names)


def _said(told: str, label: str, row: StatementRow) -> bool:
    """With its speaker or, where nobody is named, with its source; and what the speaker does."""
    speaker = _flat(row.speaker or NOBODY)
    where = _flat(row.source_label)
    if speaker not in told and f"{where} writes" not in told:
        return False
    # A sentence that is quoted whole tells the denial in its own words for it: “no longer says”.
    denied = "den" in told or (bool(row.cue) and _flat(row.cue) in told)
    return (where in told or where in label) and (denied or row.act.value != "denies")


def _told(unit: HtmlElement) -> str:
    """Give the words of a unit, with the headings that a narrow screen puts into its cells."""
    heads = " ".join(unit.xpath(".//@data-head"))
    return _flat(f"{unit.text_content()} {heads}")


def _in_document(element: HtmlElement) -> bool:
    return any(one.get("class") == "document" for one in element.iterancestors())


def _unit(element: HtmlElement) -> HtmlElement:
    """Give the nearest element that is looked at as one thing."""
    for one in (element, *element.iterancestors()):
        if one.tag in _UNITS or _CLASSES & set(one.get("class", "").split()):
            return one
    return element


def _smallest(tree: HtmlElement, words: str) -> Iterator[HtmlElement]:
    """Give the innermost elements that hold some words."""
    pending = [tree]
    while pending:
        element = pending.pop()
        inside = [
            child
            for child in element
            if isinstance(child.tag, str) and words in _flat(child.text_content())
        ]
        pending += inside
        if not inside and words in _flat(element.text_content()):
            yield element


@lru_cache(maxsize=20_000)
def _flat(words: str) -> str:
    return " ".join(visible(words).split())
