"""Checked drafts for others: SARIF for editors and build servers, an annotated page for people.

SARIF is the OASIS format 2.1.0 (docs.oasis-open.org/sarif/sarif/v2.1.0): one run, a rule for each
code, a result for each finding; columns count code points, as our spans do.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import quote

from onrecord import __version__
from onrecord.core.drafts import Checked, Finding, SentenceRow, Severity
from onrecord.core.spans import Span

_LEVELS = {Severity.FAULT: "error", Severity.WARNING: "warning", Severity.INFORMATION: "note"}
_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_MOST = 600
_DOUBLE = re.compile(r"^/{2,}")
"""What would make the name of another machine of a path's beginning."""
_LINKING = re.compile(r"[\\\[\]]")


def as_sarif(drafts: Sequence[Checked], codes: Mapping[str, str]) -> str:
    """Write findings as SARIF.

    Args:
        codes: what each code is called.
    """
    used = sorted({one.code for draft in drafts for one in draft.findings})
    rules = [{"id": code, "shortDescription": {"text": codes[code]}} for code in used]
    run = {
        "tool": {"driver": {"name": "onrecord", "version": __version__, "rules": rules}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(draft, one) for draft in drafts for one in draft.findings],
    }
    page = {"$schema": _SCHEMA, "version": "2.1.0"}
    return json.dumps(page | {"runs": [run]}, ensure_ascii=False, indent=1)


def _result(draft: Checked, finding: Finding) -> dict[str, Any]:
    told = [finding.says, *(held.attributed(_MOST) for held in finding.rests_on)]
    if finding.wording:
        told.append(f"{finding.offered.capitalize()}: {finding.wording}")
    return {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": _plain("\n".join(told))},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(_DOUBLE.sub("/", draft.draft))},
                    "region": _region(draft, finding.at),
                }
            }
        ],
        # All results of a run have them or none has (SARIF 3.27.23): an open one has an empty list.
        "suppressions": _suppressions(finding),
    }


def _suppressions(finding: Finding) -> list[dict[str, str]]:
    answered = finding.answered
    return [{"kind": "external", "justification": answered}] if answered else []


def _plain(words: str) -> str:
    """Write words so that no viewer makes a link of them: brackets are marked (SARIF 3.11.6)."""
    return _LINKING.sub(r"\\\g<0>", words)


def _region(draft: Checked, at: Span) -> dict[str, int]:
    line, column = draft.place(at)
    last, after = draft.place(Span(at.end, at.end))
    return {"startLine": line, "startColumn": column, "endLine": last, "endColumn": after}


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a draft as it stands, and the numbers of the findings that are about it.

    `ends`: those of them that end with it, after which their number stands.
    """

    words: str
    numbers: tuple[int, ...]
    ends: tuple[int, ...]


def annotated(drafts: Sequence[Checked], codes: Mapping[str, str]) -> str:
    """Write drafts as one page to print: findings in the margin, then the fact sheet."""
    from onrecord.show.press import environment

    style = (Path(__file__).parent / "templates" / "draft.css").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    shown = [
        {
            "draft": one,
            "sentences": held_sentences(one),
            "numbered": list(enumerate(one.findings, 1)),
            "sources": by_source(one),
        }
        for one in drafts
    ]
    template = environment().get_template("draft.html")
    return template.render(drafts=shown, codes=codes, style=style, digest=digest, most=_MOST)


def by_source(draft: Checked) -> dict[str, dict[str, list[int]]]:
    """Give what each source has beside a draft, and by number the sentences beside which it is."""
    found: dict[str, dict[str, list[int]]] = {}
    for number, row in enumerate(draft.sentences, 1):
        for held in row.support:
            numbers = found.setdefault(held.source_label, {}).setdefault(held.attributed(_MOST), [])
            if number not in numbers:
                numbers.append(number)
    return dict(sorted(found.items()))


def held_sentences(draft: Checked) -> list[dict[str, Any]]:
    """Give each sentence of a draft cut where findings begin and end, and its findings by number.

    The numbers count the findings of the whole draft from 1.
    """
    numbers = {id(one): number for number, one in enumerate(draft.findings, 1)}
    return [_sentence(draft, row, numbers) for row in draft.sentences]


def _sentence(draft: Checked, row: SentenceRow, numbers: Mapping[int, int]) -> dict[str, Any]:
    mine = [(numbers[id(one)], one) for one in row.findings]
    return {"row": row, "pieces": list(_pieces(draft, row.at, mine)), "findings": mine}


def _pieces(draft: Checked, at: Span, findings: list[tuple[int, Finding]]) -> Iterator[Piece]:
    """Cut a sentence where a finding begins or ends."""
    edges = {at.start, at.end}
    for _, one in findings:
        edges |= {max(at.start, one.at.start), min(at.end, max(one.at.end, at.start))}
    order = sorted(edges)
    for start, end in pairwise(order):
        piece = Span(start, end)
        mine = [(number, one) for number, one in findings if one.at.holds(piece)]
        ends = tuple(number for number, one in mine if min(one.at.end, at.end) == end)
        yield Piece(piece.of(draft.characters), tuple(number for number, _ in mine), ends)
