"""Cuts the public data and the real sentences into what the training draws from.

    python -m training.claims.prepare SHARED OUT.json [CASE ...]

CASE is the folder of a constructed case whose statements are learnt from too.

Nothing from a folder named `restricted/` is read.
"""

from __future__ import annotations

import dataclasses
import gzip
import hashlib
import json
import re
import sys
from concurrent.futures import ProcessPoolExecutor
from importlib import resources
from itertools import combinations
from pathlib import Path
from typing import Any

from training.claims.cases import story
from training.claims.edits import sentences
from training.claims.reports import Report, reports
from training.claims.reports import story as read_story

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


_CLAIM = re.compile(r"(?P<number>\d+) (?P<words>.+)")
_MARKED = re.compile(r"(?P<number>\d+)(?P<sign>[-+~?#])")


def stories(folder: Path) -> list[dict[str, Any]]:
    """Give the stories that were written by hand: claims, and what was said, held against all.

    A file has stories parted by blank lines: "= " and a title, claims that begin with their number,
    then lines of ": ", signs with the numbers of claims ("1+ 3-"), "| " and what was said. It does
    not address a claim of the story that it has no sign for.

    Raises:
        ValueError: a line is none of these, or names a claim that the story does not have.
    """
    found: list[dict[str, Any]] = []
    for file in sorted(folder.glob("*.txt")):
        for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
            place = f"{file.name}, line {number}"
            if line.startswith("= "):
                found.append({"title": line[2:].strip(), "claims": {}, "said": []})
            elif claim := _CLAIM.fullmatch(line.strip()):
                found[-1]["claims"][claim["number"]] = claim["words"].strip()
            elif line.startswith(":"):
                signs, bar, words = line[1:].partition("|")
                marked = {one["number"]: _SIGNS[one["sign"]] for one in _MARKED.finditer(signs)}
                if not bar or not words.strip() or _MARKED.sub("", signs).strip():
                    raise ValueError(f"{place}: not signs, a bar and words")
                if marked.keys() - found[-1]["claims"].keys():
                    raise ValueError(f"{place}: there is no such claim")
                found[-1]["said"].append((words.strip(), marked))
            elif line.strip():
                raise ValueError(f"{place}: nothing that a story has")
    return found


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


def _read(one: Report | Path) -> dict[str, Any]:
    return read_story(one) if isinstance(one, Report) else story(one)


def read(every: list[Report | Path], kept: Path) -> list[dict[str, Any]]:
    """Read stories of reports and cases, as many at once as there are processors.

    What was read stays in `kept`, so that a run that was stopped goes on; a story whose words
    changed, or another reader, is read anew.
    """
    kept.mkdir(parents=True, exist_ok=True)
    reader = resources.files("onrecord.reader.models").joinpath("reader.zip").read_bytes()
    files = [
        kept / f"{hashlib.sha256(reader + _words(one)).hexdigest()[:24]}.json" for one in every
    ]
    left = [(one, file) for one, file in zip(every, files, strict=True) if not file.exists()]
    with ProcessPoolExecutor() as beside:
        found = beside.map(_read, [one for one, _ in left])
        for number, ((_, file), made) in enumerate(zip(left, found, strict=True), 1):
            half = file.with_suffix(".part")
            half.write_text(json.dumps(made))
            half.replace(file)
            print(f"{number} of {len(left)}: {made.get('title', 'a case')}", flush=True)
    return [json.loads(file.read_text()) for file in files]


def _words(one: Report | Path) -> bytes:
    if isinstance(one, Report):
        return json.dumps(dataclasses.asdict(one), default=sorted).encode()
    files = sorted(file for file in one.rglob("*") if file.is_file())
    return b"".join(file.read_bytes() for file in files)


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
    made: dict[str, Any] = {
        "texts": texts,
        "written": written(Path(__file__).parent / "written"),
        "stories": stories(Path(__file__).parent / "stories"),
        "reported": read(
            [*reports(Path(__file__).parent / "reports"), *map(Path, sys.argv[3:])],
            out.with_suffix(".stories"),
        ),
        "climate": climate(data / "climate_fever_train.jsonl.gz"),
        "perspectives": pairs,
        "arguments": arguments,
    }
    out.write_text(json.dumps(made))
    print({name: len(value) for name, value in made.items()}, sum(map(len, texts)), "sentences")


if __name__ == "__main__":
    main()
