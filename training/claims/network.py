"""The network of claims in PyTorch: sentence vectors, and what a statement does to a claim.

The lower layers read each text alone, and so only once. One layer of its own turns what they give
into a sentence vector; the upper layers read claim and statement together, so that who did what to
whom is compared word by word.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from onrecord.assess.claims.labels import Relation
from training.network import HEADS, HIDDEN, INNER, LAYERS, Layer

SHARED = 2
"""Layers that read each text alone."""


class Claims(nn.Module):
    """The encoder and its two ends."""

    def __init__(self, drop: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, HIDDEN)
        self.words.weight.requires_grad_(False)
        self.positions = nn.Embedding(512, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(HIDDEN, HEADS, INNER, drop) for _ in range(LAYERS))
        self.apart = Layer(HIDDEN, HEADS, INNER, drop)
        self.turn = nn.Linear(HIDDEN, HIDDEN)
        self.side = nn.Embedding(2, HIDDEN)
        self.pool = nn.Linear(2 * HIDDEN, HIDDEN)
        self.relation = nn.Linear(HIDDEN, len(Relation))
        self.argument = nn.Linear(HIDDEN, 2)
        nn.init.normal_(self.side.weight, std=0.02)
        nn.init.eye_(self.turn.weight)
        nn.init.zeros_(self.turn.bias)

    def load_encoder(self, file: Path) -> None:
        """Take the pretrained encoder's weights from an `.npz` made by `training.encoder`."""
        kept = {key: torch.from_numpy(value).float() for key, value in np.load(file).items()}
        third = f"layers.{SHARED}."
        kept |= {
            f"apart.{key[len(third) :]}": value
            for key, value in kept.items()
            if key.startswith(third)
        }
        self.load_state_dict(kept, strict=False)

    @torch.no_grad()
    def below(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Read texts alone: (texts, pieces) to (texts, pieces, HIDDEN); this is never changed."""
        x = self.words(ids) + self.positions(torch.arange(ids.shape[1], device=ids.device))
        x = self.norm(x)
        for layer in self.layers[:SHARED]:
            x = layer(x, mask)
        return x

    def vectors(self, x: Tensor, mask: Tensor) -> Tensor:
        """Turn what `below` gives into one vector of length 1 a text."""
        x = self.apart(x, mask)
        share = mask[..., None].to(x.dtype)
        mean = (x * share).sum(1) / share.sum(1)
        return nn.functional.normalize(self.turn(mean).float(), dim=-1)

    def together(self, claim: Tensor, mask: Tensor, said: Tensor, said_mask: Tensor) -> Tensor:
        """Read pairs: what `below` gives of both to (pairs, HIDDEN)."""
        x = torch.cat([claim + self.side.weight[0], said + self.side.weight[1]], dim=1)
        both = torch.cat([mask, said_mask], dim=1)
        for layer in self.layers[SHARED:]:
            x = layer(x, both)
        first = torch.cat([x[:, 0], x[:, claim.shape[1]]], dim=-1)
        return torch.tanh(self.pool(first))
