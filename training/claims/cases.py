"""Stories out of constructed cases: what their documents say, as the reader draws it.

Stories written by hand have whole sentences only. A case has what a reader makes of documents:
words with whose they are, pronouns that were given names, pieces cut too short. Its gold tells what
a statement does to a claim.
"""

from __future__ import annotations

import json
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.case_alder.built import Built, built

from onrecord.assess import load_measure
from onrecord.assess.claims.asked import Asked
from onrecord.assess.claims.legal_words import in_one_form
from onrecord.assess.claims.placing import placed
from onrecord.assess.claims.stance import is_turned
from onrecord.assess.claims.told import Place, plain
from onrecord.case.claiming import all_said
from onrecord.core.identity import SourceId
from onrecord.core.said import StatementRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Mode, SpeechAct
from training.claims import UNKNOWN


@dataclass
class Drawn:
    """What a reader draws of the documents of a case: sentences, and room for their marks."""

    said: list[StatementRow]
    asked: Asked
    marks: list[dict[str, str]]
    by_place: dict[Place, list[int]]

    @classmethod
    def of(cls, made: Built) -> Drawn:
        """Draw it; copies are left out."""
        case = made.case
        every = all_said(case.statements(), case.sources(), lambda source: case.text(source.id))
        said = [row for row in every if row.duplicate_of is None]
        asked = Asked(said, load_measure(), case.wordings(said))
        by_place: defaultdict[Place, list[int]] = defaultdict(list)
        for number, row in enumerate(asked.rows):
            by_place[row.source, row.id].append(number)
        return cls(said, asked, [{} for _ in asked.rows], by_place)

    def within(self, source: SourceId, at: Span) -> list[StatementRow]:
        """Give the statements whose contents touch a place of a document."""
        return [
            row for row in self.said
            if row.source == source
            and any(span.overlaps(at) for span in (row.content_spans or (row.at,)))
        ]  # fmt: skip


def story(folder: Path) -> dict[str, Any]:
    """Give the claims of a case and what its documents say, marked by the case's gold.

    A statement of the gold that has several sentences is marked at the one nearest to the claim;
    of the others it is not known, nor of statements that the rules place and the gold does not.
    """
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    with (
        tempfile.TemporaryDirectory() as at,
        built(folder, Path(at) / "case", reader="trained") as made,
    ):
        drawn = Drawn.of(made)
        asked, marks, by_place = drawn.asked, drawn.marks, drawn.by_place
        claims = {}
        for number, claim in enumerate(gold["claims"], 1):
            claims[str(number)] = words = in_one_form(plain(claim["text"]))
            nearest = asked.vectors @ asked.vector(words)
            for one in placed(claim["text"], asked):
                for place in by_place[one.source, one.statement]:
                    marks[place][str(number)] = UNKNOWN
            told = [{"stance": "reports", "evidence": claim["asserted_in"]}, *claim["stances"]]
            for stance in told:
                for row in _where(made, stance["evidence"], drawn):
                    places = by_place[row.source, row.id]
                    for place in places:
                        marks[place][str(number)] = UNKNOWN
                    best = max(places, key=lambda place: nearest[place])
                    marks[best][str(number)] = does(row, stance["stance"])
    return {
        "title": folder.name,
        "claims": claims,
        "said": list(zip(asked.whose, marks, strict=True)),
    }


def _where(made: Built, evidence: Any, drawn: Drawn) -> list[StatementRow]:
    found = []
    for one in evidence if isinstance(evidence, list) else [evidence]:
        at = made.place(one)
        if at is not None:
            found += drawn.within(made.sources[one["doc"]].id, at)
    return found


def does(row: StatementRow, stance: str) -> str:
    """Say what the words of a statement do to a claim on which it takes a stance."""
    if stance in ("asserts", "reports", "denies"):
        affirms = stance != "denies"
        turned = row.act is SpeechAct.DENIES and is_turned(row)
        return "affirms" if affirms is not turned else "denies"
    if stance == "doubts":
        told = row.act is SpeechAct.DOUBTS and row.mode is Mode.INDIRECT
        return "affirms" if told else "doubts"
    if stance == "differs":
        return UNKNOWN if row.act is SpeechAct.DENIES else "differs"
    return "in part" if stance == "denies_part" else UNKNOWN
