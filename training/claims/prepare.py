"""Cuts the public data and the real sentences into what the training draws from.

    python -m training.claims.prepare SHARED OUT.json

Nothing from a folder named `restricted/` is read.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from itertools import combinations
from pathlib import Path
from typing import Any

from training.claims.edits import sentences

_MARKS = re.compile(r"\[(?:m:)?[\w+]+ ?|\]")
_ANSWERS = {
    "SUPPORTS": ["affirms"],
    "REFUTES": ["denies", "differs", "in part", "doubts"],
    "NOT_ENOUGH_INFO": ["none"],
}


def rows(file: Path) -> list[dict[str, Any]]:
    """Read JSON Lines."""
    with gzip.open(file, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def climate(file: Path) -> list[tuple[str, str, list[str]]]:
    """Give claim, evidence and what the evidence may do to the claim."""
    found = []
    for row in rows(file):
        for one in row["evidence"]:
            found.append((row["claim"], one["text"], _ANSWERS[one["label"]]))
    return found


def perspectives(
    file: Path,
) -> tuple[list[tuple[str, str, list[str]]], list[tuple[str, str, int]]]:
    """Give pairs of like and of opposite perspectives; arguments for (1) and against (0)."""
    pairs, arguments = [], []
    for row in rows(file):
        texts = [[" ".join(text.split()) for text in one["texts"]] for one in row["perspectives"]]
        for one, same in zip(row["perspectives"], texts, strict=True):
            arguments += [(row["claim"], text, int(one["stance"] == "SUPPORT")) for text in same]
            pairs += [(a, b, ["affirms"]) for a, b in combinations(same, 2)]
        for one, other in combinations(texts, 2):
            pairs.append((one[0], other[-1], ["none", "denies"]))
    return pairs, arguments


_SIGNS = {
    "+": "affirms", "-": "denies", "~": "in part", "?": "doubts", "#": "differs", "0": "none",
}  # fmt: skip


def written(folder: Path) -> list[list[tuple[str, str, list[str]]]]:
    """Give the pairs that were written by hand, claim by claim in the order of the files.

    A file has blocks parted by blank lines: "% " and the claim, then a sign and a sentence a line.

    Raises:
        ValueError: a line is neither.
    """
    found: list[list[tuple[str, str, list[str]]]] = []
    for file in sorted(folder.glob("*.txt")):
        claim = ""
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            sign, _, words = line.strip().partition(" ")
            if sign == "%":
                claim = words.strip()
                found.append([])
            elif sign in _SIGNS and claim and words:
                found[-1].append((claim, words.strip(), [_SIGNS[sign]]))
            elif line.strip():
                raise ValueError(f"{file.name}, line {number}: no sign begins it")
    return [one for one in found if one]


def own(folder: Path) -> list[list[str]]:
    """Give the sentences of each document that we wrote for the reader."""
    found = []
    for file in sorted(folder.glob("*.txt")):
        for text in re.split(r"^===.*$", file.read_text("utf-8"), flags=re.M):
            lines = [line for line in text.split("\n") if not line.startswith(("%", "#"))]
            found.append(sentences(_MARKS.sub("", "\n".join(lines))))
    return [one for one in found if len(one) > 3]


def inquiries(file: Path, most: int = 400) -> list[list[str]]:
    """Give sentences of hearing days, some of each."""
    found = []
    for row in rows(file):
        cut = sentences("\n".join(turn.get("text", "") for turn in row["turns"]))
        found.append(cut[:: max(1, len(cut) // most)])
    return [one for one in found if len(one) > 3]


def main() -> None:
    """Write one file."""
    shared, out = Path(sys.argv[1]), Path(sys.argv[2])
    data = shared / "bench/claims/data"
    pairs, arguments = perspectives(data / "perspectrum_train.jsonl.gz")
    evidence = [
        sentences(one["text"])
        for row in rows(data / "climate_fever_train.jsonl.gz")
        for one in row["evidence"]
    ]
    joined = [one for few in evidence for one in few]
    texts = own(Path(__file__).parent.parent / "corpus")
    texts += inquiries(shared / "bench/cases/data/inquiries.jsonl.gz")
    texts += [joined[at : at + 40] for at in range(0, len(joined), 40)]
    made = {
        "texts": texts,
        "written": written(Path(__file__).parent / "written"),
        "climate": climate(data / "climate_fever_train.jsonl.gz"),
        "perspectives": pairs,
        "arguments": arguments,
    }
    out.write_text(json.dumps(made))
    print({name: len(value) for name, value in made.items()}, sum(map(len, texts)), "sentences")


if __name__ == "__main__":
    main()
