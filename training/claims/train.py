"""Trains the network of claims; can be stopped and run again.

    python -m training.claims.train PREPARED.json ENCODER.npz OUT [--steps N] [--minutes M]

Writes OUT/checkpoint.pt every minute and takes it up again; at the end OUT/weights.pt.
"""

from __future__ import annotations

import argparse
import copy
import json
import math
import random
import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 - the name everybody gives it
from torch import Tensor

from onrecord.assess.claims.labels import LONGEST_CLAIM, LONGEST_STATEMENT, RELATIONS
from training.batches import to
from training.claims import UNKNOWN
from training.claims.edits import edited
from training.claims.network import SHARED, Claims
from training.claims.pairs import invented
from training.claims.spoken import spoken
from training.network import Network
from training.prepare import tokenizer
from training.train import _follow, rate

SAVE_EVERY = 60
"""Seconds between two checkpoints."""
FIXED = ("words.", "positions.", "norm.", *(f"layers.{at}." for at in range(SHARED)))
SHARES = {
    "stories": 30,
    "written": 15,
    "invented": 4,
    "spoken": 4,
    "edited": 3,
    "climate": 2,
    "perspectives": 1,
    "arguments": 1,
}
"""Pairs of each kind in a step."""
OTHERS, APART = 0.15, 4
"""Of the pairs written by hand so many have a claim with what was said of another, so many blocks
away at least: one story has a few blocks."""
ADDRESSED = 0.5
"""Of the pairs of a story so many are of a claim with what addresses it; the rest, with all that
was said in the story, most of which does not: what is merely near is what a case is full of."""
REPORTED = 0.6
"""So many of the pairs of stories are from those that were read as a case is."""
PIECES = 0.04
"""Of the pairs of a story so many have a piece of what was said: a reader draws some too short."""
VOICED = 0.6
"""Of what was written by hand so much is read with whose it is, as statements of a case are."""
_NAMED = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+")
_OURS = re.compile(r"\b(?:I|we|me|us|my|our|mine|ours)\b|\b(?:I|we)['’]", re.IGNORECASE)
_ROLES = (
    "a spokesman", "her lawyer", "the chair of the committee", "a former colleague", "the report",
    "two people who were there", "the ministry", "a source close to the inquiry", "the judge",
    "prosecutors", "the union", "a witness", "the company", "his solicitor", "an expert",
    "the paper", "counsel for the defence", "the inspector", "a neighbour", "the tribunal",
    "people who know him",
)  # fmt: skip
PART, STEP = {"cpu": 15, "cuda": 60}, 16
"""Pairs of like length are read together, so many, with room for so many pieces or a multiple."""


class Batches:
    """Draws what a step reads; the same seed draws the same."""

    def __init__(self, data: dict[str, Any], seed: int, part: int) -> None:
        self.data, self.dice, self.part = data, random.Random(seed), part
        self.cut = tokenizer()
        self.made = {
            "invented": invented(seed),
            "spoken": spoken(seed),
            "edited": edited(data["texts"], seed),
        }
        claims = [row[0][0] for row in data["written"]]
        claims += [claim for story in data["stories"] for claim in story["claims"].values()]
        self.names = sorted({name for claim in claims for name in _NAMED.findall(claim)})

    def ids(self, text: str, longest: int) -> list[int]:
        return [101, *self.cut.encode(text, add_special_tokens=False).ids[:longest], 102]

    def __iter__(self) -> Iterator[list[dict[str, Tensor]]]:
        while True:
            rows: list[tuple[str, str, Any, bool]] = []
            for kind, count in SHARES.items():
                for _ in range(count):
                    if kind in ("written", "stories"):
                        claim, said, answer = (
                            self._written() if kind == "written" else self._story()
                        )
                        rows.append((claim, self._voiced(claim, said), answer, False))
                    elif kind in self.made:
                        claim, said, answer = next(self.made[kind])
                        rows.append((claim, said, [answer], False))
                    else:
                        claim, said, answer = self.dice.choice(self.data[kind])
                        if kind == "perspectives" and self.dice.random() < 0.3:
                            said, answer = self.dice.choice(self.data[kind])[1], ["none"]
                        rows.append((claim, said, answer, kind == "arguments"))
            cut = [
                (self.ids(row[0], LONGEST_CLAIM), self.ids(row[1], LONGEST_STATEMENT), row)
                for row in rows
            ]
            cut.sort(key=lambda one: (len(one[0]) + len(one[1]), one[0], one[1]))
            yield [self._part(cut[at : at + self.part]) for at in range(0, len(cut), self.part)]

    def _written(self) -> tuple[str, str, list[str]]:
        blocks = self.data["written"]
        at = self.dice.randrange(len(blocks))
        claim, said, answer = self.dice.choice(blocks[at])
        if self.dice.random() < OTHERS:
            other = (at + self.dice.randrange(APART, len(blocks) - APART)) % len(blocks)
            said, answer = self.dice.choice(blocks[other])[1], ["none"]
        return claim, said, answer

    def _story(self) -> tuple[str, str, list[str]]:
        stories = self.data["reported" if self.dice.random() < REPORTED else "stories"]
        story = self.dice.choice(stories)
        number, claim = self.dice.choice(list(story["claims"].items()))
        said = story["said"]
        if self.dice.random() < ADDRESSED:
            said = [one for one in said if one[1].get(number)] or said
        words, marked = self.dice.choice([one for one in said if one[1].get(number) != UNKNOWN])
        if self.dice.random() < PIECES:
            return claim, self._piece(words), ["none"]
        return claim, words, [marked.get(number, "none")]

    def _piece(self, words: str) -> str:
        """Give a few words that stand side by side: a piece says nothing by itself."""
        cut = words.split()
        at = self.dice.randrange(max(1, len(cut) - 2))
        return " ".join(cut[at : at + self.dice.randint(1, 3)])

    def _voiced(self, claim: str, said: str) -> str:
        """Say whose some words are: anybody's, unless they tell of themselves."""
        if self.dice.random() > VOICED or ": " in said or _OURS.search(said):
            return said
        those = (self.names, _ROLES, _NAMED.findall(claim) or _ROLES)[self.dice.randrange(3)]
        return f"{self.dice.choice(those)}: {said}"

    def _part(self, cut: list[Any]) -> dict[str, Tensor]:
        may = np.zeros((len(cut), len(RELATIONS)), np.bool_)
        for at, (_, _, (_, _, answer, argues)) in enumerate(cut):
            for one in () if argues else answer:
                may[at, RELATIONS.index(one)] = True
        return {
            "claims": padded([one[0] for one in cut]),
            "said": padded([one[1] for one in cut]),
            "may": torch.from_numpy(may),
            "argument": torch.tensor([one[2][2] if one[2][3] else -100 for one in cut]),
        }


def padded(lists: list[list[int]]) -> Tensor:
    """Put lists of pieces into one table; 0 is padding. Few lengths: few kernels to write."""
    longest = -(-max(map(len, lists)) // STEP) * STEP
    return torch.tensor([one + [0] * (longest - len(one)) for one in lists])


def teacher(net: Network, ids: Tensor) -> Tensor:
    """Give the sentence vectors of the encoder as it was pretrained, all six layers."""
    mask = ids > 0
    x = net.norm(net.words(ids) + net.positions(torch.arange(ids.shape[1], device=ids.device)))
    for layer in net.layers:
        x = layer(x, mask)
    share = mask[..., None].to(x.dtype)
    return F.normalize(((x * share).sum(1) / share.sum(1)).float(), dim=-1)


def losses(net: Claims, old: Network | None, batch: dict[str, Tensor]) -> dict[str, Tensor]:
    """Give the loss of each end on one batch; the vectors' only where the old encoder is given."""
    claims, said = batch["claims"], batch["said"]
    claim_mask, said_mask = claims > 0, said > 0
    low, high = net.below(claims, claim_mask), net.below(said, said_mask)
    seen = net.together(low, claim_mask, high, said_mask)
    logs = net.relation(seen).float().log_softmax(-1)
    asked = batch["may"].any(1)
    right = logs.masked_fill(~batch["may"], -1e4).logsumexp(1)
    pairs = len(claims)
    found = {"relation": -(right[asked]).sum() / pairs}
    found["argument"] = (
        F.cross_entropy(
            net.argument(seen).float(), batch["argument"], ignore_index=-100, reduction="sum"
        )
        / pairs
    )
    if old is None:
        return found
    # What the vectors learn: to be as those of the six layers were.
    own, mask, ids = high, said_mask, said
    with torch.no_grad():
        aim = teacher(old, ids)
    vectors = net.vectors(own, mask)
    likeness = F.mse_loss(vectors @ vectors.T, aim @ aim.T)
    found["vector"] = (1 - (vectors * aim).sum(-1)).mean() + 10 * likeness
    return found


WEIGHTS = {"relation": 1.0, "argument": 0.2, "vector": 1.0}
"""The vectors are taught on one part of a step, the others on all."""


def main() -> None:
    """Train and write."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("prepared", type=Path)
    asked.add_argument("encoder", type=Path)
    asked.add_argument("out", type=Path)
    asked.add_argument("--steps", type=int, default=3000)
    asked.add_argument("--minutes", type=float, default=math.inf, help="end sooner than the steps")
    asked.add_argument("--rate", type=float, default=1.5e-4)
    asked.add_argument("--heads", type=float, default=6e-4)
    asked.add_argument("--seed", type=int, default=1)
    asked.add_argument("--start", type=Path, help="weights to go on from")
    told = asked.parse_args()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.set_num_threads(1)
    torch.manual_seed(told.seed)
    begun = time.monotonic()
    told.out.mkdir(parents=True, exist_ok=True)
    net, old = Claims(), Network().eval()
    net.load_encoder(told.encoder)
    old.load_encoder(told.encoder)
    if told.start is not None:
        net.load_state_dict(torch.load(told.start))
    net, old = net.to(device), old.to(device)
    average = copy.deepcopy(net).eval()
    named = [(name, p) for name, p in net.named_parameters() if not name.startswith(FIXED)]
    inner = [p for name, p in named if name.startswith(("layers.", "apart."))]
    heads = [p for name, p in named if not name.startswith(("layers.", "apart."))]
    optimiser = torch.optim.AdamW(
        [{"params": inner, "lr": told.rate}, {"params": heads, "lr": told.heads}],
        betas=(0.9, 0.98), weight_decay=0.01,
    )  # fmt: skip
    spent = 0.0
    start, checkpoint = 0, told.out / "checkpoint.pt"
    if checkpoint.exists():
        kept = torch.load(checkpoint, map_location=device)
        net.load_state_dict(kept["net"])
        average.load_state_dict(kept["average"])
        optimiser.load_state_dict(kept["optimiser"])
        start, spent = kept["step"], kept["minutes"]
    net.train()
    for layer in net.layers[:SHARED]:
        layer.requires_grad_(False).eval()
    data = json.loads(told.prepared.read_text())
    batches = iter(Batches(data, told.seed + start, PART[device]))
    rates = [group["lr"] for group in ({"lr": told.rate}, {"lr": told.heads})]
    sums: dict[str, Any] = {}
    saved = time.monotonic()
    for step in range(start, told.steps):
        minutes = spent + (time.monotonic() - begun) / 60
        share = rate(max(step / told.steps, minutes / told.minutes))
        for group, full in zip(optimiser.param_groups, rates, strict=True):
            group["lr"] = full * share
        optimiser.zero_grad(set_to_none=True)
        parts = next(batches)
        for number, batch in enumerate(parts):
            with torch.autocast(device, torch.bfloat16):
                once = number == step % len(parts)
                found = losses(net, old if once else None, to(batch, device))
                if once:
                    found["vector"] = found["vector"] * len(parts)
                loss = sum(WEIGHTS[name] * one for name, one in found.items())
            (loss / len(parts)).backward()
            for name, one in found.items():
                sums[name] = sums.get(name, 0.0) + one.detach() / len(parts)
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimiser.step()
        _follow(average, net, min(0.998, (step + 1) / (step + 10)))
        if (step + 1) % 25 == 0:
            row = {name: round(float(one) / 25, 4) for name, one in sums.items()}
            print(json.dumps(row | {"step": step + 1, "minutes": round(minutes, 2)}), flush=True)
            sums = {}
        late = minutes >= told.minutes
        if time.monotonic() - saved > SAVE_EVERY or late or step + 1 == told.steps:
            saved = time.monotonic()
            half = checkpoint.with_suffix(".part")
            torch.save(
                {"net": net.state_dict(), "average": average.state_dict(),
                 "optimiser": optimiser.state_dict(), "step": step + 1, "minutes": minutes}, half,
            )  # fmt: skip
            half.replace(checkpoint)
            torch.save(average.state_dict(), told.out / "weights.pt")
        if late:
            break


if __name__ == "__main__":
    main()
