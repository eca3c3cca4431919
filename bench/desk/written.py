"""Drafts that people wrote, with faults of ten classes in them, held against their cases.

Unlike mutants they tell what the record has in other words, as reporters do. Who wrote them had
seen the documents and not the desk. A draft is held out until its misses have been looked at.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from bench.case_alder.built import Built
from bench.case_alder.drafts import drafts


@dataclass
class Written:
    """What became of the sentences of some drafts, by class of fault."""

    faults: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    clean: int = 0
    flagged: int = 0

    def add(self, built: Built, only: Iterable[str] | None = None) -> None:
        """Count the drafts of a case, or those of some ids."""
        gold = json.loads((built.folder / "gold.json").read_text("utf-8"))["drafts"]
        held = drafts(built)
        for draft in gold:
            if only is not None and draft["id"] not in only:
                continue
            there = {(one["sentence"], one["class"]) for one in held.get(draft["id"], ())}
            numbers = {sentence for sentence, _ in there}
            for fault in draft["faults"]:
                self.faults[fault["class"]] += 1
                self.found[fault["class"]] += (fault["sentence"], fault["class"]) in there
            self.clean += len(draft["clean"])
            self.flagged += len(numbers.intersection(draft["clean"]))


def figures(folders: Iterable[Path], at: Path, reader: str = "trained") -> Written:
    """Make the cases of some folders at `at`, and hold their drafts against them."""
    from bench.case_alder.built import built

    made = Written()
    for folder in folders:
        with built(folder, at / f"written-{folder.name}", reader=reader) as case:
            made.add(case)
    return made


def table(of: Written) -> list[str]:
    """Give a table of it."""
    rows = ["| drafts that people wrote: class of fault | faults | found |", "|---|---|---|"]
    rows += [f"| {name} | {of.faults[name]} | {of.found[name]} |" for name in sorted(of.faults)]
    every, found = of.faults.total(), of.found.total()
    rows.append(
        f"| all | {every} | {found} ({found / every:.3f}) |" if every else "| all | 0 | 0 |"
    )
    rows.append(f"| clean sentences, and those flagged | {of.clean} | {of.flagged} |")
    return [*rows, ""]
