"""Writes the pretrained encoder's weights, in half the bytes, under this network's names.

python -m training.encoder OUT.npz
"""

from __future__ import annotations

import json
import struct
import sys
from pathlib import Path

import numpy as np

from training.prepare import encoder_folder


def safetensors(file: Path) -> dict[str, np.ndarray]:
    """Read a safetensors file of 32-bit floats: a length, a table in JSON, the bytes."""
    data = file.read_bytes()
    (size,) = struct.unpack("<Q", data[:8])
    table = json.loads(data[8 : 8 + size])
    body = memoryview(data)[8 + size :]
    return {
        name: np.frombuffer(body[slice(*one["data_offsets"])], np.float32).reshape(one["shape"])
        for name, one in table.items()
        if one.get("dtype") == "F32"
    }


def renamed(given: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Give the weights under the names of `training.network`."""
    made = {
        "words.weight": given["embeddings.word_embeddings.weight"],
        "positions.weight": given["embeddings.position_embeddings.weight"]
        + given["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": given["embeddings.LayerNorm.weight"],
        "norm.bias": given["embeddings.LayerNorm.bias"],
    }
    parts = {
        "out": "attention.output.dense",
        "norm1": "attention.output.LayerNorm",
        "up": "intermediate.dense",
        "down": "output.dense",
        "norm2": "output.LayerNorm",
    }
    for layer in range(6):
        old, new = f"encoder.layer.{layer}.", f"layers.{layer}."
        for end in ("weight", "bias"):
            made[f"{new}qkv.{end}"] = np.concatenate(
                [given[f"{old}attention.self.{p}.{end}"] for p in ("query", "key", "value")]
            )
            for name, was in parts.items():
                made[f"{new}{name}.{end}"] = given[f"{old}{was}.{end}"]
    return made


if __name__ == "__main__":
    weights = renamed(safetensors(encoder_folder() / "model.safetensors"))
    np.savez(sys.argv[1], **{key: value.astype(np.float16) for key, value in weights.items()})
