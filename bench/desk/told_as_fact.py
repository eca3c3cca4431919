"""What somebody denies, in the words of who wrote the case, told as a fact and as an allegation.

The claims of a constructed case are worded by its author and by no source. Each that its gold has
somebody deny or doubt is a draft of one sentence: by itself, which is a fault, and after
"Prosecutors have alleged that", which is none.
"""

from __future__ import annotations

import json
from pathlib import Path

from bench.desk.material import AGAINST, Material
from onrecord.core.drafts import Severity

_CODES = {"OR101", "OR102", "OR103"}
_ALONE = ("OR5",)


def figures(cases: dict[Material, Path]) -> tuple[dict[str, float], list[str]]:
    """Count what is found of both.

    Args:
        cases: each with the folder of its gold.

    Returns:
        The figures, and the facts that were not found.
    """
    facts = found = flagged = 0
    missed = []
    for of, folder in cases.items():
        gold = json.loads((folder / "gold.json").read_text("utf-8"))
        for claim in gold["claims"]:
            if not AGAINST & {one["stance"] for one in claim["stances"]}:
                continue
            words = claim["text"]
            facts += 1
            if _open(of, words) & _CODES:
                found += 1
            else:
                missed.append(words)
            flagged += bool(_open(of, f"Prosecutors have alleged that {_inside(words)}"))
    return {
        "claims that somebody denies or doubts": float(facts),
        "found where told as a fact": float(found),
        "flagged where told as alleged": float(flagged),
    }, missed


def _inside(words: str) -> str:
    """Give a sentence as it stands inside another."""
    first = words.split()[0]
    return words if first not in ("The", "A", "An") else words[0].lower() + words[1:]


def _open(of: Material, words: str) -> set[str]:
    found = of.held(words, None, ignore=_ALONE).findings
    return {one.code for one in found if one.severity is not Severity.INFORMATION}
