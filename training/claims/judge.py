"""How well weights tell what addresses a claim from what is merely near, in stories.

    python -m training.claims.judge CLAIMS.zip FOLDER [KEPT]

Every statement of a story is held against every claim of it; FOLDER has stories of statements, or
of reports, which are read as a case is: what was read of them stays in KEPT. Prints the average
precision of what addresses a claim, precision and recall from some figures on, and how often what
addresses one is told to do to it what it does.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.assess.claims.labels import RELATIONS, Relation
from onrecord.assess.claims.model import Network
from training.claims import UNKNOWN
from training.claims.prepare import read, stories
from training.claims.reports import reports


def _stories(folder: Path, kept: Path) -> Iterator[dict[str, Any]]:
    first = next(folder.glob("*.txt")).read_text("utf-8")
    if any(line.startswith("## ") for line in first.splitlines()):
        yield from read(list(reports(folder)), kept)
    else:
        yield from stories(folder)


def main() -> None:
    """Print one line for all, and one a figure."""
    weights, folder, *kept = map(Path, sys.argv[1:])
    network = Network(weights.read_bytes())
    figures, right = [], []
    with tempfile.TemporaryDirectory() as while_judged:
        told = list(_stories(folder, *(kept or [Path(while_judged)])))
    for one in told:
        for number, claim in one["claims"].items():
            said = [pair for pair in one["said"] if pair[1].get(number) != UNKNOWN]
            figures.append(network.relations([(claim, words) for words, _ in said]))
            right += [RELATIONS.index(marked.get(number, "none")) for _, marked in said]
    made, gold = np.concatenate(figures), np.array(right)
    likely, addresses = 1 - made[:, Relation.NONE], gold != Relation.NONE
    order = np.argsort(-likely, kind="stable")
    precision = np.cumsum(addresses[order]) / np.arange(1, len(order) + 1)
    rightly = made[addresses][:, 1:].argmax(1) + 1 == gold[addresses]
    print(
        f"{len(gold)} pairs, {addresses.sum()} address the claim: average precision"
        f" {precision[addresses[order]].mean():.3f}, told rightly what they do {rightly.mean():.3f}"
    )
    for least in (0.5, 0.7, 0.9, 0.95, 0.98):
        found = likely >= least
        print(
            f"from {least}: precision {addresses[found].mean():.3f},"
            f" recall {found[addresses].mean():.3f}"
        )


if __name__ == "__main__":
    main()
