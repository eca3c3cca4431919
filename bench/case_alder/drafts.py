"""Drafts held against a case, in the scorer's terms: the class of fault of each sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from bench.case_alder.built import Built
from onrecord.core.dates import When
from onrecord.core.drafts import Checked, Severity
from onrecord.core.vocabulary import AsOf, Document
from onrecord.intake import Told, read_bytes
from onrecord.reader import load

CLASSES = {
    "OR101": "unattributed_allegation",
    "OR102": "identity_as_fact",
    "OR103": "dropped_hedge",
    "OR201": "altered_quote",
    "OR202": "altered_quote",
    "OR203": "altered_quote",
    "OR204": "misattributed_quote",
    "OR205": "altered_quote",
    "OR301": "wrong_post",
    "OR302": "wrong_post",
    "OR401": "changed_number",
    "OR402": "changed_number",
    "OR403": "wrong_date",
    "OR501": "missing_denial",
    "OR601": "stale_proceeding",
    "OR602": "stale_proceeding",
}
"""The scorer's classes for our codes; a code that is not here counts as a finding of no class."""


def drafts(built: Built) -> dict[str, list[dict[str, Any]]]:
    """Give what is found in each told draft, as of the day told for it."""
    found = {}
    for name, told in built.told.get("drafts", {}).items():
        at = told["as_of"]
        desk = built.case.desk(load(), AsOf(valid=When.of(at["valid"]), known=at["recorded"]))
        checked = desk.hold(_document(built.folder, told, at["valid"]))
        found[name] = list(_classes(checked, told["sentences"]))
    return found


def _document(folder: Path, told: Mapping[str, Any], day: str) -> Document:
    """Read the draft as its file has it, or else its told sentences, a paragraph each."""
    sentences = [" ".join(one["text"].split()) for one in told["sentences"]]
    raw = "\n\n".join(sentences)
    for path in sorted((folder / "drafts").glob("*.txt")):
        words = path.read_text("utf-8")
        if all(one in " ".join(words.split()) for one in sentences):
            raw = words
    today = date.fromisoformat(day)
    return read_bytes("draft.txt", raw.encode(), told=Told(published=day), today=today)[0]


def _classes(checked: Checked, sentences: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for finding in checked.findings:
        if finding.severity is Severity.INFORMATION:
            continue
        words = " ".join(finding.at.of(checked.characters).split())
        around = " ".join(finding.sentence.of(checked.characters).split())
        for one in sentences:
            text = " ".join(one["text"].split())
            if words in text and (around in text or text in around):
                kind = CLASSES.get(finding.code, finding.code)
                yield {"sentence": one["n"], "class": kind}
                break
