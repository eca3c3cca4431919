"""The network in PyTorch: one encoder, and the heads that read its vectors.

- cue: is a piece the beginning of a cue, later in one, outside any.
- roles: for one cue, a small transformer over the same vectors says of every piece whether it is
  the cue's source, content, addressee. A chain of roles is scored as a whole (a conditional random
  field whose steps depend on the piece), so that edges are learnt as edges. Statements inside
  statements need nothing of their own: their cues stand inside a content.
- names: people, organisations, places.
- mentions and antecedents: every span that may point to somebody, and whom it points back to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 - the name everybody gives it
from torch import Tensor, nn

from onrecord.reader.models import likeness, pieces
from onrecord.reader.models.labels import CUES, FLAT, KINDS, MENTION_TYPES, NAMES, ROLES

HIDDEN, LAYERS, HEADS, INNER = 384, 6, 12, 1536
SMALL, SMALL_LAYERS, SMALL_HEADS, SMALL_INNER = 192, 2, 6, 512
REACH = 16
"""Distances from a cue are told apart up to so many pieces, then by doubling."""
PLACES = 2 * (REACH + 5) + 1
RANK, PAIR, NEAR = 64, 96, 128
LONGEST_MENTION = 24
STEP = 32
NAME_MANNERS = ("", "wnut17", "re3d", "gum")
"""Corpora of names that draw the line elsewhere learn a difference; the reader keeps the first."""


class Dropout(nn.Module):
    """Dropout whose dice are cheap on a CPU, where torch draws them one at a time on one thread."""

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share
        self.dice = np.random.default_rng()

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or not self.share:
            return x
        if x.device.type != "cpu":
            return F.dropout(x, self.share)
        drawn = torch.from_numpy(self.dice.integers(0, 256, x.shape, np.uint8))
        kept = 256 - round(256 * self.share)
        return x * (drawn < kept).to(x.dtype) * (256 / kept)


class Layer(nn.Module):
    """A transformer layer with its norms after the sums, as BERT has it."""

    def __init__(self, width: int, heads: int, inner: int, drop: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm1 = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=1e-12)
        self.drop = Dropout(drop)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        n, length, width = x.shape
        q, k, v = (
            part.view(n, length, self.heads, -1).transpose(1, 2)
            for part in self.qkv(x).chunk(3, dim=-1)
        )
        # Plain products: on a CPU the fused kernel's backward pass takes a third of a step.
        scores = (q * q.shape[-1] ** -0.5) @ k.transpose(-1, -2)
        a = scores.masked_fill(~mask[:, None, None, :], -1e4).softmax(-1).to(v.dtype) @ v
        x = self.norm1(x + self.drop(self.out(a.transpose(1, 2).reshape(n, length, width))))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x)))))


class Network(nn.Module):
    """The encoder and all its heads."""

    def __init__(self, drop: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(30522, HIDDEN)
        self.words.weight.requires_grad_(False)
        self.positions = nn.Embedding(512, HIDDEN)
        self.shapes = nn.Embedding(pieces.SHAPES, HIDDEN)
        self.quotes = nn.Embedding(pieces.QUOTES, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.drop = Dropout(drop)
        self.layers = nn.ModuleList(Layer(HIDDEN, HEADS, INNER, drop) for _ in range(LAYERS))
        self.convention = nn.Parameter(torch.zeros(HIDDEN))
        self.cue = nn.Linear(HIDDEN, len(CUES))
        self.flat = nn.Linear(HIDDEN, len(FLAT))
        # names
        tags = len(NAMES) + len(NAMES) ** 2
        self.near = nn.Linear(HIDDEN, 3 * NEAR)
        self.name = nn.Linear(NEAR, tags)
        self.name_manner = nn.Parameter(torch.zeros(len(NAME_MANNERS), tags, NEAR))
        # roles
        self.narrow = nn.Linear(HIDDEN, SMALL)
        self.told = nn.Linear(len(CUES) + len(FLAT), SMALL, bias=False)
        self.marked = nn.Embedding(2, SMALL)
        self.place = nn.Embedding(PLACES, SMALL)
        self.small_norm = nn.LayerNorm(SMALL, eps=1e-12)
        self.small = nn.ModuleList(
            Layer(SMALL, SMALL_HEADS, SMALL_INNER, drop) for _ in range(SMALL_LAYERS)
        )
        kinds = len(ROLES)
        self.role = nn.Linear(SMALL, kinds + kinds * kinds + 1)
        self.kind = nn.Linear(SMALL, sum(KINDS.values()))
        # mentions
        types = len(MENTION_TYPES) - 1
        self.begin = nn.Linear(HIDDEN, RANK + types)
        self.finish = nn.Linear(HIDDEN, RANK + types)
        self.by_type = nn.Parameter(torch.randn(types, RANK) * 0.05)
        self.by_length = nn.Embedding(LONGEST_MENTION, types)
        # antecedents
        self.form = nn.Embedding(len(likeness.FORMS), PAIR)
        self.form_before = nn.Embedding(len(likeness.FORMS), PAIR)
        self.one = nn.Linear(2 * HIDDEN, 2 * PAIR)
        self.before = nn.Linear(2 * HIDDEN, 2 * PAIR)
        self.alike = nn.Parameter(torch.zeros(likeness.WIDTH, PAIR))
        self.verdict = nn.Linear(PAIR, 1)
        nn.init.constant_(self.begin.bias[RANK:], -2.0)
        nn.init.constant_(self.finish.bias[RANK:], -2.0)
        for layer in (self.shapes, self.quotes):
            nn.init.zeros_(layer.weight)

    def load_encoder(self, file: Path) -> None:
        """Take the pretrained encoder's weights from an `.npz` made by `training.encoder`."""
        kept = {key: torch.from_numpy(value).float() for key, value in np.load(file).items()}
        _, unknown = self.load_state_dict(kept, strict=False)
        assert not unknown, unknown

    def encode(self, ids: Tensor, shapes: Tensor, quotes: Tensor, mask: Tensor) -> Tensor:
        """Give the vectors of padded windows, (windows, pieces, HIDDEN)."""
        at = torch.arange(ids.shape[1], device=ids.device)
        x = self.words(ids) + self.positions(at) + self.shapes(shapes) + self.quotes(quotes)
        x = self.drop(self.norm(x))
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def roles(
        self, h: Tensor, mask: Tensor, cue_mask: Tensor, told: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Score roles, steps and hedges of pieces round given cues, and the kinds of each cue.

        All arguments have one row a cue; `told` are the probabilities of CUES and FLAT.
        """
        first = cue_mask.float().argmax(dim=1)
        x = self.narrow(h) + self.told(told) + self.marked(cue_mask.long())
        x = self.small_norm(x + self.place(places(first, h.shape[1])))
        for layer in self.small:
            x = layer(x, mask)
        share = cue_mask.float() / cue_mask.float().sum(1, keepdim=True)
        pooled = (share[:, None, :].to(x.dtype) @ x).squeeze(1)
        return self.role(x), self.kind(pooled)

    def told_of(self, h: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Give the figures of CUES and FLAT, and what the roles are told of both."""
        cue, flat = self.cue(h).float(), self.flat(h).float()
        return cue, flat, torch.cat([cue.softmax(-1), flat.softmax(-1)], dim=-1)

    def names(self, h: Tensor, manner: Tensor) -> Tensor:
        """Score tags of names and steps between them: (windows, pieces, NAMES + NAMES squared)."""
        here, before, after = self.near(h).chunk(3, dim=-1)
        x = F.gelu(here + F.pad(before, (0, 0, 1, 0))[:, :-1] + F.pad(after, (0, 0, 0, 1))[:, 1:])
        own = torch.cat([torch.zeros_like(self.name_manner[:1]), self.name_manner[1:]])[manner]
        return self.name(x) + x @ own.to(x.dtype).transpose(1, 2)

    def spans(self, h: Tensor) -> Tensor:
        """Score spans as mentions: (windows, pieces, lengths, types); no mention scores 0."""
        length = h.shape[1]
        b, e = self.begin(h), self.finish(h)
        ends = torch.arange(length, device=h.device)[:, None] + torch.arange(
            LONGEST_MENTION, device=h.device
        )
        ends = ends.clamp(max=length - 1)
        tail = e[:, ends]  # (n, length, lengths, RANK+types)
        product = b[:, :, None, :RANK] * tail[..., :RANK]
        return (
            product @ self.by_type.T
            + b[:, :, None, RANK:]
            + tail[..., RANK:]
            + self.by_length.weight
        )

    def pairs(
        self, vectors: Tensor, forms: Tensor, one: Tensor, before: Tensor, feats: Tensor
    ) -> Tensor:
        """Score pairs of mentions given by their numbers `one` and `before`; feats: multi-hot."""
        a, b = self.one(vectors), self.before(vectors)
        hidden = (
            a[one, :PAIR]
            + b[before, :PAIR]
            + a[one, PAIR:] * b[before, PAIR:]
            + self.form(forms[one])
            + self.form_before(forms[before])
            + feats @ self.alike
        )
        return self.verdict(F.relu(hidden)).squeeze(-1)


def by_length(sizes: Sequence[int], at_once: int) -> Iterator[tuple[list[int], int]]:
    """Give the numbers of rows of like length, so many at once, and room for the longest of them.

    Few lengths mean few shapes: oneDNN writes a kernel for each shape that it meets.
    """
    order = sorted(range(len(sizes)), key=lambda row: sizes[row])
    for start in range(0, len(order), at_once):
        rows = order[start : start + at_once]
        yield rows, -(-sizes[rows[-1]] // STEP) * STEP


def places(first: Tensor, length: int) -> Tensor:
    """Give the step of distance of each piece from each cue's first piece, (cues, pieces)."""
    away = torch.arange(length, device=first.device)[None] - first[:, None]
    size = away.abs().clamp(min=1).float()
    far = REACH + torch.log2(size / REACH).clamp(min=0).floor().long().clamp(max=4) + 1
    step = torch.where(away.abs() <= REACH, away.abs(), far)
    return step * away.sign() + PLACES // 2


def chain(figures: Tensor, allowed: Tensor | None, mask: Tensor, kinds: int) -> Tensor:
    """Give the log of the sum over all chains of labels, or over those `allowed`.

    Args:
        figures: (rows, pieces, kinds + kinds * kinds and what follows): of labels, of steps.
        allowed: (rows, pieces, kinds) of bool.
        mask: (rows, pieces): which pieces are there; the first is.
        kinds: How many labels there are.
    """
    n, length, _ = figures.shape
    figures = figures.float()
    emission = figures[..., :kinds]
    if allowed is not None:
        emission = emission.masked_fill(~allowed, -1e4)
    step = (
        figures[..., kinds : kinds + kinds * kinds].reshape(n, length, kinds, kinds)
        + emission[:, :, None, :]
    )
    same = torch.full((kinds, kinds), -1e4, device=figures.device)
    same.fill_diagonal_(0.0)
    step = torch.where(mask[:, :, None, None], step, same)[:, 1:]
    while step.shape[1] > 1:
        if step.shape[1] % 2:
            step = torch.cat([step, same.expand(n, 1, kinds, kinds)], dim=1)
        left, right = step[:, 0::2], step[:, 1::2]
        step = torch.logsumexp(left[..., :, :, None] + right[..., None, :, :], dim=-2)
    return torch.logsumexp(emission[:, 0, :, None] + step[:, 0], dim=(-2, -1))
