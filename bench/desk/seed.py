"""The seed article held against its own record: what its own voice takes as given, and no more."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from onrecord.case import Case
from onrecord.core.dates import When
from onrecord.core.drafts import Severity
from onrecord.core.spans import Span
from onrecord.intake import Told, read_bytes
from onrecord.reader import load

_DAY = "2025-10-14"


def figures(data: Path) -> tuple[dict[str, float], list[str]]:
    """Count the gold's faults that are found, and the other sentences flagged as faults."""
    article = data / "seed" / "article.txt"
    gold = json.loads((data / "seed" / "gold.json").read_text("utf-8"))["narrator_assertions"]
    wanted = [Span(one["span"]["s"], one["span"]["e"]) for one in gold if one["issue"]]
    with tempfile.TemporaryDirectory() as folder, Case.create(Path(folder) / "case") as case:
        told = Told(published=_DAY, retrieved=_DAY)
        case.add([article], reader=load(), told=told)
        day = When.of(_DAY).first_date
        assert day is not None
        document = read_bytes(article.name, article.read_bytes(), told=told, today=day)[0]
        checked = case.desk(load()).hold(document, day=When.of(_DAY))
    faults = [one for one in checked.findings if one.severity is Severity.FAULT]
    found = [at for at in wanted if any(one.sentence.overlaps(at) for one in faults)]
    others = {one.sentence for one in faults if not any(one.sentence.overlaps(at) for at in wanted)}
    lines = [f"{one.code}: {' '.join(one.at.of(checked.characters).split())}" for one in faults]
    return {
        "faults of the gold": float(len(wanted)),
        "found": float(len(found)),
        "other sentences flagged as faults": float(len(others)),
    }, lines
