"""Stories out of reports that were written for training, read as a case is read.

A story written by hand has tidy sentences, every second of which speaks to a claim. Reports have
what stands between: who was asked, what happens next, who somebody is; and a reader makes of them
what it makes of real ones. The writers marked each sentence.
"""

from __future__ import annotations

import json
import re
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.case_alder.built import Built, built

from onrecord.assess.claims.legal_words import in_one_form
from onrecord.assess.claims.told import plain
from onrecord.core.said import StatementRow
from onrecord.core.spans import Span
from training.claims import UNKNOWN
from training.claims.cases import Drawn, does

_CLAIM = re.compile(r"(?P<number>\d+) (?P<words>.+)")
_MARKED = re.compile(r"(?P<number>\d+)(?P<sign>[-+~?#])")
_WHO = "@ "
"""Who somebody is, for whoever reads the file."""
_DOCUMENT = re.compile(r"## (?P<outlet>.+), (?P<day>\d{4}-\d\d-\d\d)")
_STANCES = {
    "+": "asserts", "-": "denies", "~": "denies_part", "?": "doubts", "#": "differs",
}  # fmt: skip
_IN_GENERAL = "*"
"""A sentence that addresses no one claim, and perhaps all: it is learnt of none."""


@dataclass
class Line:
    """A sentence, and by the number of a claim the stances that it takes on it."""

    words: str
    stances: dict[str, set[str]]
    in_general: bool = False


@dataclass
class Document:
    """What one outlet printed on a day."""

    outlet: str
    day: str
    lines: list[Line] = field(default_factory=list)


@dataclass
class Report:
    """A story: claims by number, and documents."""

    title: str
    claims: dict[str, str] = field(default_factory=dict)
    documents: list[Document] = field(default_factory=list)


def reports(folder: Path) -> list[Report]:
    """Read all stories of a folder's files.

    "= " and a title; claims that begin with their number; "@ " and who somebody is, which is passed
    over; "## ", an outlet, a comma and a day; then the sentences, one a line, those that address
    claims after their signs ("1+ 3-") and a bar, a general one after "* |".

    Raises:
        ValueError: a line names a claim that the story does not have, or stands in no document.
    """
    found: list[Report] = []
    for file in sorted(folder.glob("*.txt")):
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            line = line.strip()
            if line.startswith("= "):
                found.append(Report(line[2:]))
            elif line and not found:
                raise ValueError(f"{file.name}, line {number}: no story has begun")
            elif line:
                _take(found[-1], line, f"{file.name}, line {number}")
    return found


def _take(report: Report, line: str, place: str) -> None:
    if made := _DOCUMENT.fullmatch(line):
        report.documents.append(Document(made["outlet"], made["day"]))
    elif not report.documents and (made := _CLAIM.fullmatch(line)):
        report.claims[made["number"]] = made["words"]
    elif not report.documents and line.startswith(_WHO):
        return
    elif report.documents:
        signs, bar, words = line.partition("|")
        if not bar or _MARKED.sub("", signs.replace(_IN_GENERAL, "")).strip():
            signs, words = "", line
        stances: defaultdict[str, set[str]] = defaultdict(set)
        for one in _MARKED.finditer(signs):
            stances[one["number"]].add(_STANCES[one["sign"]])
        if stances.keys() - report.claims.keys():
            raise ValueError(f"{place}: there is no such claim")
        made_ = Line(" ".join(words.split()), dict(stances), _IN_GENERAL in signs)
        report.documents[-1].lines.append(made_)
    else:
        raise ValueError(f"{place}: it stands in no document")


def story(report: Report) -> dict[str, Any]:
    """Read the documents of a story as a case; give its claims, and what was said, marked.

    Of the pieces that a reader draws of a sentence the one nearest to a claim has the sentence's
    mark; of the others it is not known, nor where a sentence has two voices on one claim.
    """
    with tempfile.TemporaryDirectory() as at:
        folder = Path(at) / "story"
        _write(report, folder)
        with built(folder, Path(at) / "case", reader="trained") as made:
            drawn = Drawn.of(made)
            asked, marks = drawn.asked, drawn.marks
            claims = {number: in_one_form(plain(words)) for number, words in report.claims.items()}
            nearest = {
                number: asked.vectors @ asked.vector(words) for number, words in claims.items()
            }
            for line, rows in _rows(report, made, drawn):
                places = [one for row in rows for one in drawn.by_place[row.source, row.id]]
                for number in claims:
                    stances = line.stances.get(number, set())
                    if not places or not (stances or line.in_general):
                        continue
                    for place in places:
                        marks[place][number] = UNKNOWN
                    if len(stances) == 1:
                        best = max(places, key=lambda one: nearest[number][one])
                        marks[best][number] = does(asked.rows[best], next(iter(stances)))
            return {
                "title": report.title,
                "claims": claims,
                "said": list(zip(asked.whose, marks, strict=True)),
            }


def _rows(report: Report, made: Built, drawn: Drawn) -> Iterator[tuple[Line, list[StatementRow]]]:
    for number, document in enumerate(report.documents):
        characters, after = made.texts[f"d{number}"].characters, 0
        for line in document.lines:
            start = characters.find(line.words, after)
            if start < 0:
                continue  # It was taken for a caption, or the like.
            after = start + len(line.words)
            yield line, drawn.within(made.sources[f"d{number}"].id, Span(start, after))


def _write(report: Report, folder: Path) -> None:
    (folder / "docs").mkdir(parents=True)
    listed = []
    for number, document in enumerate(report.documents):
        words = [line.words for line in document.lines]
        paragraphs = [words[0], *(" ".join(words[at : at + 2]) for at in range(1, len(words), 2))]
        file = f"d{number}.txt"
        (folder / "docs" / file).write_text("\n\n".join(paragraphs) + "\n", "utf-8")
        listed.append(
            {"id": f"d{number}", "file": f"docs/{file}", "outlet": document.outlet,
             "published": document.day, "retrieved": document.day}
        )  # fmt: skip
    lines = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in listed)
    (folder / "manifest.jsonl").write_text(lines, "utf-8")
