"""Works out how sure the reader may say it is; the floors on it stand in `reader/sureness.py`.

    python -m training.calibrate WEIGHTS.pt DEV.jsonl OUT.json [--kinds]

A statement's sureness is a logistic function of three signs: the odds of its cue, the probability
of its whole chain of roles, whether it has a source. It is fitted on the attribution benchmark's
dev part; the calibration error printed is that of two halves, each judged by a fit on the other.
"""

from __future__ import annotations

import argparse
import json
import math
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import torch
from bench.texts import paragraphs

from onrecord.core.identity import statement_id
from onrecord.core.vocabulary import ReaderName
from onrecord.reader.models.network import Network
from onrecord.reader.trained import read
from training.export import write
from training.prepare import rows


def main() -> None:
    """Fit the sureness, write the facts."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("weights", type=Path)
    asked.add_argument("dev", type=Path)
    asked.add_argument("out", type=Path)
    asked.add_argument("--kinds", action="store_true", help="acts and namings were taught")
    told = asked.parse_args()
    state = torch.load(told.weights, map_location="cpu")
    weights = {name: value.float().numpy() for name, value in state.items()}
    documents = list(rows(told.dev))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "reader.zip"
        write(weights, file, {"kinds": told.kinds})
        made = _judged(Network(file.read_bytes()), documents)
    print(f"who-said-what F1 {made['f1']:.4f}")
    signs, right, half = made["signs"], made["right"], made["half"]
    tests = np.zeros(len(right))
    for side in (0, 1):
        tests[half == side] = _sure(
            signs[half == side], _fit(signs[half != side], right[half != side])
        )
    facts = {
        "sureness": [round(float(x), 4) for x in _fit(signs, right)],
        "calibration error": round(_error(tests, right), 4),
        "calibrated on": f"{len(right)} statements of the attribution benchmark's dev part",
        "kinds": told.kinds,
    }
    told.out.write_text(json.dumps(facts, indent=1))
    print(json.dumps(facts, indent=1))


def _judged(net: Network, documents: list[Any]) -> dict[str, Any]:
    """Read dev; say of each outermost statement whether it is right by the benchmark's measure."""
    signs, right, half = [], [], []
    gold = 0
    for number, row in enumerate(documents):
        text = paragraphs(row["text"])
        reading, outlines = read(text, None, net, ReaderName(name="trained", version="", digest=""))
        drawn = (o for o in outlines if o.signs)
        by_id = {statement_id(text.id, o.source, o.cue, o.content): o.signs for o in drawn}
        ours = [s for s in reading.statements if s.parent is None and s.id in by_id]
        verdicts = _matches(row["text"], row["attributions"], ours)
        gold += len(row["attributions"])
        for statement, verdict in zip(ours, verdicts, strict=True):
            probability, path, sourced = by_id[statement.id]
            signs.append(
                (1.0, math.log((probability + 1e-4) / (1 - probability + 1e-4)), path, sourced)
            )
            right.append(verdict)
            half.append(number % 2)
    hits = sum(right)
    f1 = 2 * hits / (len(right) + gold)
    return {
        "signs": np.array(signs),
        "right": np.array(right, float),
        "half": np.array(half),
        "f1": f1,
    }


def _tokens(text: str, pairs: Any) -> frozenset[int]:
    return frozenset(at for s, e in pairs for at in range(s, e) if not text[at].isspace())


def _matches(text: str, gold: list[Any], ours: list[Any]) -> list[bool]:
    """Match one to one by overlap of contents, at least half; right if the sources agree too."""
    theirs = [(_tokens(text, g["content"]), _tokens(text, g["source"])) for g in gold]
    mine = [
        (_tokens(text, s.content.spans), _tokens(text, s.source.spans if s.source else ()))
        for s in ours
    ]
    pairs = []
    for i, (content, source) in enumerate(mine):
        for j, (other, whose) in enumerate(theirs):
            alike = len(content & other) / max(1, len(content | other))
            if alike >= 0.5:
                same = len(source & whose) / len(source | whose) if source | whose else 1.0
                pairs.append((alike, same, i, j))
    verdicts, used = [False] * len(ours), set()
    done = set()
    for _, same, i, j in sorted(pairs, reverse=True):
        if i not in done and j not in used:
            done.add(i)
            used.add(j)
            verdicts[i] = same >= 0.5
    return verdicts


def _fit(signs: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Fit a logistic regression with a little ridge, by Newton's method."""
    w = np.zeros(signs.shape[1])
    for _ in range(30):
        p = _sure(signs, w)
        grad = signs.T @ (right - p) - 0.1 * w
        bend = (signs * (p * (1 - p))[:, None]).T @ signs + 0.1 * np.eye(len(w))
        w = w + np.linalg.solve(bend, grad)
    return w


def _sure(signs: np.ndarray, w: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-signs @ w))


def _error(sure: np.ndarray, right: np.ndarray, bins: int = 10) -> float:
    """Give the expected calibration error over bins of equal width."""
    place = np.minimum((sure * bins).astype(int), bins - 1)
    return float(
        sum(
            abs(right[place == b].mean() - sure[place == b].mean()) * (place == b).mean()
            for b in range(bins)
            if (place == b).any()
        )
    )


if __name__ == "__main__":
    main()
