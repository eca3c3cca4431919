"""Reads the weights back out of a reader's file, to go on from what ships.

    python -m training.unpack READER.zip OUT.pt

Matrices come back as their 8-bit numbers times their scales: a network that goes on learning makes
up for the difference within some steps. What does not ship (the conventions of single corpora)
is not there, and begins anew.
"""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import numpy_helper

NORMS = {
    "encoder.onnx": ["norm", *(f"layers.{at}.norm{n}" for at in range(6) for n in (1, 2))],
    "roles.onnx": ["small_norm", *(f"small.{at}.norm{n}" for at in range(2) for n in (1, 2))],
}
"""The norms of each graph in the order in which `training.export` writes them."""
GATHERED = {"marked": "marked", "places": "place"}
"""Tables without a name of their own, by what chooses their rows."""


def unpacked(data: bytes, norms: list[str]) -> dict[str, np.ndarray]:
    """Give the weights of one graph under the names of `training.network`."""
    graph = onnx.load_from_string(data).graph
    tables = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    adds = {name: node for node in graph.node if node.op_type == "Add" for name in node.input}
    made: dict[str, np.ndarray] = {}
    left = iter(norms)
    for node in graph.node:
        given = list(node.input)
        name = given[1].rpartition("_")[0] if len(given) > 1 else ""
        if node.op_type == "DynamicQuantizeMatMul":
            made[f"{name}.weight"] = (tables[given[1]] * tables[given[2]]).T
            made[f"{name}.bias"] = tables[given[4]]
        elif node.op_type == "LayerNormalization":
            name = next(left)
            made[f"{name}.weight"], made[f"{name}.bias"] = (tables[one] for one in given[1:])
        elif node.op_type == "MatMul" and given[1] in tables:
            made[f"{name}.weight"] = tables[given[1]].T
            added = adds.get(node.output[0])
            if added is not None and added.input[1] in tables:
                made[f"{name}.bias"] = tables[added.input[1]]
        elif node.op_type == "Gather" and given[0] in tables:
            name = GATHERED.get(given[1]) or given[0].rpartition("_")[0]
            if name == "c":  # The scales of the words, which stand before them.
                made["words.weight"] = made["words.weight"] * tables[given[0]]
            else:
                made[f"{name}.weight"] = tables[given[0]].astype(np.float32)
    return made


def weights(file: Path) -> dict[str, np.ndarray]:
    """Give all weights that a reader's file holds."""
    made: dict[str, np.ndarray] = {}
    with zipfile.ZipFile(file) as packed:
        for name, norms in NORMS.items():
            made |= unpacked(packed.read(name), norms)
        pairs = np.load(io.BytesIO(packed.read("pairs.npz")))
    for name in pairs.files:
        stem, _, end = name.rpartition("_")
        whole = f"{stem}.{end}" if end in ("weight", "bias") else name
        made[whole] = pairs[name].astype(np.float32)
    return made


def main() -> None:
    """Read the file and write the weights."""
    source, out = map(Path, sys.argv[1:])
    made = {name: torch.from_numpy(np.array(one)) for name, one in weights(source).items()}
    torch.save(made, out)
    print(f"{out}: {len(made)} arrays, {sum(one.numel() for one in made.values()):,} figures")


if __name__ == "__main__":
    main()
