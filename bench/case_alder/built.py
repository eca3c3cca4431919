"""A case made of a folder of documents, and what its bench tells, joined by places in the texts.

A folder has `docs/` and `manifest.jsonl`; each document enters the record on its retrieved day.
What may be told (mentions, wordings of claims, questions) is what the folder's scorer prints for
`--inputs`, or the file of that.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.scorers import ScorerFailed
from onrecord import intake
from onrecord.case import Case
from onrecord.core.rows import SourceRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Text
from onrecord.reader import load

Told = Mapping[str, Any]
_TODAY = datetime(2026, 1, 1, tzinfo=UTC)
_PIECE = re.compile(r"\S+")
_SAME = str.maketrans("‘’“”", "''\"\"")


@dataclass
class Built:
    """A case, its documents by the ids of the manifest, and what its bench tells."""

    case: Case
    folder: Path
    told: Told
    sources: dict[str, SourceRow]
    texts: dict[str, Text]
    documents: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.documents = {row.id: name for name, row in self.sources.items()}

    def place(self, evidence: Told) -> Span | None:
        """Give where the words of `{doc, quote, in?}` stand; None: they do not, or no such text.

        White space, and the shape of quotation marks, do not count.
        """
        text = self.texts.get(evidence["doc"])
        if text is None:
            return None
        around = _find(evidence.get("in") or evidence["quote"], text.characters)
        if around is None or not evidence.get("in"):
            return around
        inner = _find(evidence["quote"], around.of(text.characters))
        return None if inner is None else Span(around.start + inner.start, around.start + inner.end)


def _find(words: str, characters: str) -> Span | None:
    pieces = [re.escape(piece) for piece in _PIECE.findall(words.translate(_SAME))]
    found = re.search(r"\s+".join(pieces), characters.translate(_SAME))
    return None if found is None else Span(*found.span())


@contextmanager
def built(folder: Path, at: Path, *, reader: str, told: Path | None = None) -> Iterator[Built]:
    """Make a case at `at` of a folder's documents.

    Args:
        told: a file of what may be told; None: the folder's `inputs.json`, or else what its own
            scorer prints; where there is neither, nothing is told.

    Raises:
        ScorerFailed: the folder's scorer did not print it.
    """
    manifest = folder / "manifest.jsonl"
    with Case.create(at, name=folder.name, clock=lambda: _TODAY) as case:
        listed = [json.loads(line) for line in manifest.read_text("utf-8").splitlines()]
        case.add(
            [folder / "docs"],
            reader=load(reader),
            each={**intake.read_told(manifest), **_items(listed)},
        )
        names = {Path(row["file"]).name: row["id"] for row in listed}
        sources = {}
        for row in case.sources():
            file, _, item = row.name.partition(":")
            sources[item or names.get(Path(file).name, file)] = row
        texts = {name: case.text(row.id) for name, row in sources.items() if row.text}
        yield Built(case, folder, _told(folder, told), sources, texts)


def _items(listed: list[Told]) -> dict[str, intake.Told]:
    """Give what the manifest tells of the single items of a feed: outlet and day of their own."""
    return {
        f"{Path(row['file']).name}:{item['id']}": intake.Told(
            published=item["published"][:10], outlet=item["outlet"], retrieved=row["retrieved"]
        )
        for row in listed
        for item in row.get("items", ())
    }


def _told(folder: Path, file: Path | None) -> Told:
    file = file or folder / "inputs.json"
    if file.exists():
        return _object(file.read_text("utf-8"))
    scorer, gold = folder / "score.py", folder / "gold.json"
    if not (scorer.exists() and gold.exists()):
        return {}
    command = [sys.executable, str(scorer), "--inputs", str(gold)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ScorerFailed(f"{scorer.name}: {done.stderr.strip()[-400:]}")
    return _object(done.stdout)


def _object(words: str) -> Told:
    told: Told = json.loads(words)
    return told
