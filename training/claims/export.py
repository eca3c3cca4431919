"""Writes the one file of claims that ships: three ONNX graphs in 8-bit whole numbers, vocabulary.

python -m training.claims.export WEIGHTS.pt OUT.zip
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import numpy as np
import torch

from training.claims.network import SHARED
from training.export import Graph, _figures, _whole, embedded, pack, vocabulary
from training.network import HEADS, HIDDEN, LAYERS


def below(weights: dict[str, np.ndarray]) -> bytes:
    """Write the graph of the lower layers: one text in, (1, pieces, HIDDEN) out."""
    g = Graph(weights)
    x = g.norm(embedded(g, ("positions",)), "norm")
    for layer in range(SHARED):
        x = g.layer(x, f"layers.{layer}", HEADS, "below" if layer == SHARED - 1 else "")
    n = [1, "pieces"]
    return g.model([_whole("ids", n), _whole("positions", n)], [_figures("below", [*n, HIDDEN])])


def apart(weights: dict[str, np.ndarray]) -> bytes:
    """Write the graph that makes one vector of length 1 of one text."""
    g = Graph(weights)
    x = g.layer("below", "apart", HEADS)
    axis = g.table(np.array([1], np.int64))
    mean = g.run("ReduceMean", x, axis, keepdims=0)
    g.run("LpNormalization", g.exact(mean, "turn"), axis=-1, p=2, out="vector")
    return g.model([_figures("below", [1, "pieces", HIDDEN])], [_figures("vector", [1, HIDDEN])])


def pair(weights: dict[str, np.ndarray]) -> bytes:
    """Write the graph that reads a claim and a statement together."""
    g = Graph(weights)
    side = weights["side.weight"]
    one = g.run("Add", "claim", g.table(side[0]))
    other = g.run("Add", "said", g.table(side[1]))
    x = g.run("Concat", one, other, axis=1)
    for layer in range(SHARED, LAYERS):
        x = g.layer(x, f"layers.{layer}", HEADS)
    # The first piece of each: of the claim at 0, of the statement where the claim ends.
    zero, axis = g.table(np.array([0], np.int64)), g.table(np.array([1], np.int64))
    first = g.run("Slice", x, zero, axis, axis)
    length = g.run("Slice", g.run("Shape", "claim"), axis, g.table(np.array([2], np.int64)))
    second = g.run("Gather", x, length, axis=1)
    both = g.run("Squeeze", g.run("Concat", first, second, axis=-1), axis)
    pooled = g.run("Tanh", g.exact(both, "pool"))
    g.run("Softmax", g.exact(pooled, "relation"), axis=-1, out="relation")
    return g.model(
        [_figures("claim", [1, "pieces", HIDDEN]), _figures("said", [1, "others", HIDDEN])],
        [_figures("relation", [1, None])],
    )


def members(weights: dict[str, np.ndarray]) -> dict[str, bytes]:
    """Give what the file holds."""
    return {
        "below.onnx": below(weights),
        "apart.onnx": apart(weights),
        "pair.onnx": pair(weights),
        "vocabulary.txt": vocabulary(),
    }


def main() -> None:
    """Read the weights and write the file; the same weights give the same bytes."""
    source, out = Path(sys.argv[1]), Path(sys.argv[2])
    state: dict[str, Any] = torch.load(source, map_location="cpu")
    pack(members({name: one.float().numpy() for name, one in state.items()}), out)
    print(f"{out}: {out.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
