"""Writes the one file that ships: two ONNX graphs in 8-bit whole numbers, tables, vocabulary.

    python -m training.export WEIGHTS.pt OUT.zip [--calibration FILE]

The graphs are written by hand with onnxruntime's fused operators, so that no exporter is needed. A
matrix has one scale a column; the vectors it meets are scaled as they come, one window at a time,
so that what a window gives depends on that window alone.
"""

from __future__ import annotations

import argparse
import io
import json
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from training.network import HEADS, HIDDEN, LAYERS, NEAR, RANK, SMALL, SMALL_HEADS, SMALL_LAYERS
from training.prepare import tokenizer

FUSED = "com.microsoft"


class Graph:
    """An ONNX graph in the making."""

    def __init__(self, weights: dict[str, np.ndarray]) -> None:
        self.weights = weights
        self.nodes: list[Any] = []
        self.tables: list[Any] = []
        self._count = 0

    def table(self, value: np.ndarray, name: str = "") -> str:
        self._count += 1
        name = f"{name or 'c'}_{self._count}"
        self.tables.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def run(self, op: str, *inputs: str, out: str = "", domain: str = "", **how: Any) -> str:
        self._count += 1
        out = out or f"{op.lower()}_{self._count}"
        self.nodes.append(helper.make_node(op, list(inputs), [out], domain=domain, **how))
        return out

    def linear(self, x: str, name: str, out: str = "") -> str:
        """Multiply by a matrix of 8-bit numbers, with a scale a column."""
        matrix = self.weights[f"{name}.weight"].T
        scale = np.abs(matrix).max(axis=0) / 127 + 1e-12
        whole = np.clip(np.rint(matrix / scale), -127, 127).astype(np.int8)
        bias = self.weights.get(f"{name}.bias")
        return self.run(
            "DynamicQuantizeMatMul", x, self.table(whole, name),
            self.table(scale.astype(np.float32)), self.table(np.zeros(len(scale), np.int8)),
            self.table(bias if bias is not None else np.zeros(len(scale), np.float32)),
            out=out, domain=FUSED,
        )  # fmt: skip

    def exact(self, x: str, name: str, out: str = "") -> str:
        """Multiply by a small matrix as it is."""
        made = self.run("MatMul", x, self.table(self.weights[f"{name}.weight"].T, name))
        if f"{name}.bias" not in self.weights:
            return made
        return self.run("Add", made, self.table(self.weights[f"{name}.bias"]), out=out)

    def norm(self, x: str, name: str, out: str = "") -> str:
        w = self.weights
        return self.run(
            "LayerNormalization", x, self.table(w[f"{name}.weight"]),
            self.table(w[f"{name}.bias"]), out=out, axis=-1, epsilon=1e-12,
        )  # fmt: skip

    def skip_norm(self, x: str, other: str, name: str, out: str = "") -> str:
        """Norm a sum. As two operators: onnxruntime's fused one takes ten times as long."""
        return self.norm(self.run("Add", x, other), name, out)

    def layer(self, x: str, name: str, heads: int, out: str = "") -> str:
        qkv = self.linear(x, f"{name}.qkv")
        self._count += 1
        parts = [f"{part}_{self._count}" for part in "qkv"]
        self.nodes.append(helper.make_node("Split", [qkv], parts, axis=-1, num_outputs=3))
        a = self.run("MultiHeadAttention", *parts, domain=FUSED, num_heads=heads)
        x = self.skip_norm(x, self.linear(a, f"{name}.out"), f"{name}.norm1")
        up = self.run("Gelu", self.linear(x, f"{name}.up"), domain=FUSED)
        return self.skip_norm(x, self.linear(up, f"{name}.down"), f"{name}.norm2", out)

    def model(self, inputs: list[Any], outputs: list[Any]) -> bytes:
        graph = helper.make_graph(self.nodes, "reader", inputs, outputs, self.tables)
        sets = [helper.make_opsetid("", 18), helper.make_opsetid(FUSED, 1)]
        made = helper.make_model(graph, opset_imports=sets, ir_version=9)
        return bytes(made.SerializeToString())


def _whole(name: str, shape: list[Any]) -> Any:
    return helper.make_tensor_value_info(name, TensorProto.INT64, shape)


def _figures(name: str, shape: list[Any]) -> Any:
    return helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)


def embedded(g: Graph, beside: Sequence[str]) -> str:
    """Write the vectors of the pieces, in whole numbers with a scale each, and what is added."""
    words = g.weights["words.weight"]
    scale = np.abs(words).max(axis=1, keepdims=True) / 127 + 1e-12
    whole = g.run("Gather", g.table(np.rint(words / scale).astype(np.int8), "words"), "ids")
    x = g.run(
        "Mul", g.run("Cast", whole, to=TensorProto.FLOAT),
        g.run("Gather", g.table(scale.astype(np.float32)), "ids"),
    )  # fmt: skip
    for name in beside:
        x = g.run("Add", x, g.run("Gather", g.table(g.weights[f"{name}.weight"], name), name))
    return x


def encoder(weights: dict[str, np.ndarray]) -> bytes:
    """Write the graph that reads one window: (1, pieces) in, figures of every piece out."""
    g = Graph(weights)
    x = g.norm(embedded(g, ("positions", "shapes", "quotes")), "norm")
    for layer in range(LAYERS):
        x = g.layer(x, f"layers.{layer}", HEADS, "vectors" if layer == LAYERS - 1 else "")
    cue = g.run("Softmax", g.exact(x, "cue"), axis=-1, out="cues")
    flat = g.run("Softmax", g.exact(x, "flat"), axis=-1)
    names(g, x)
    told = g.exact(g.run("Concat", cue, flat, axis=-1), "told")
    g.run("Add", g.linear(x, "narrow"), told, out="narrow")
    g.linear(x, "begin", out="begins")
    g.linear(x, "finish", out="finishes")
    n = [1, "pieces"]
    return g.model(
        [_whole(name, n) for name in ("ids", "positions", "shapes", "quotes")],
        [_figures("vectors", [*n, HIDDEN]), _figures("narrow", [*n, SMALL])]
        + [_figures(name, [*n, None]) for name in ("cues", "names", "begins", "finishes")],
    )


def names(g: Graph, x: str) -> None:
    """Write the head of names: each piece is told of the two beside it."""
    parts = [f"near_{at}" for at in range(3)]
    near = g.linear(x, "near")
    g.nodes.append(helper.make_node("Split", [near], parts, axis=-1, num_outputs=3))
    axis = g.table(np.array([1], np.int64))
    none = g.table(np.zeros((1, 1, NEAR), np.float32))
    first, last = g.table(np.array([0], np.int64)), g.table(np.array([-1], np.int64))
    second, end = g.table(np.array([1], np.int64)), g.table(np.array([1 << 30], np.int64))
    before = g.run("Concat", none, g.run("Slice", parts[1], first, last, axis), axis=1)
    after = g.run("Concat", g.run("Slice", parts[2], second, end, axis), none, axis=1)
    beside = g.run("Add", g.run("Add", parts[0], before), after)
    g.exact(g.run("Gelu", beside, domain=FUSED), "name", out="names")


def roles(weights: dict[str, np.ndarray]) -> bytes:
    """Write the graph that reads the roles round the cues of one window."""
    g = Graph(weights)
    x = g.run("Add", "narrow", g.run("Gather", g.table(weights["marked.weight"]), "marked"))
    x = g.run("Add", x, g.run("Gather", g.table(weights["place.weight"]), "places"))
    x = g.norm(x, "small_norm")
    for layer in range(SMALL_LAYERS):
        x = g.layer(x, f"small.{layer}", SMALL_HEADS)
    g.exact(x, "role", out="roles")
    share = g.run("Cast", "marked", to=TensorProto.FLOAT)
    axis = g.table(np.array([1], np.int64))
    share = g.run("Div", share, g.run("ReduceSum", share, axis, keepdims=1))
    pooled = g.run("Squeeze", g.run("MatMul", g.run("Unsqueeze", share, axis), x), axis)
    g.exact(pooled, "kind", out="kinds")
    n = ["cues", "pieces"]
    return g.model(
        [_figures("narrow", [1, "pieces", SMALL]), _whole("marked", n), _whole("places", n)],
        [_figures("roles", [*n, None]), _figures("kinds", ["cues", None])],
    )


def pairs(weights: dict[str, np.ndarray]) -> bytes:
    """Write the small tables for mentions and antecedents."""
    kept = ("by_type", "by_length.weight", "form.weight", "form_before.weight", "one.weight",
            "one.bias", "before.weight", "before.bias", "alike", "verdict.weight",
            "verdict.bias")  # fmt: skip
    out = io.BytesIO()
    np.savez(out, **{name.replace(".", "_"): weights[name].astype(np.float16) for name in kept})
    return out.getvalue()


def write(weights: dict[str, np.ndarray], out: Path, facts: dict[str, Any]) -> None:
    """Write the file; the same weights give the same bytes."""
    members = {
        "encoder.onnx": encoder(weights),
        "roles.onnx": roles(weights),
        "pairs.npz": pairs(weights),
        "vocabulary.txt": vocabulary(),
        "facts.json": json.dumps(facts, indent=1, sort_keys=True).encode(),
    }
    pack(members, out)


def vocabulary() -> bytes:
    """Give the pieces in the order of their numbers, one a line."""
    given = tokenizer()
    pieces = (str(given.id_to_token(number)) for number in range(given.get_vocab_size()))
    return "\n".join(pieces).encode()


def pack(members: dict[str, bytes], out: Path) -> None:
    """Put the parts into one file; the same parts give the same bytes.

    They are stored as they are: weights hardly shrink (23.8 to 21.7 MB), and to unpack them took a
    fifth of the time from start to first reading.
    """
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as file:
        for name, data in members.items():
            file.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), data)


def main() -> None:
    """Read the weights and write the file."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("weights", type=Path)
    asked.add_argument("out", type=Path)
    asked.add_argument("--facts", type=Path)
    told = asked.parse_args()
    state = torch.load(told.weights, map_location="cpu")
    weights = {name: value.float().numpy() for name, value in state.items()}
    facts = json.loads(told.facts.read_text()) if told.facts else {}
    write(weights, told.out, facts)
    print(f"{told.out}: {told.out.stat().st_size:,} bytes, rank {RANK}, onnx {onnx.__version__}")


if __name__ == "__main__":
    main()
