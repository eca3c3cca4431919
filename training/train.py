"""Trains the network on prepared documents; can be stopped and run again.

    python -m training.train PREPARED ENCODER.npz OUT [--steps N] [--seed S] [--minutes M]

Writes OUT/checkpoint.pt every five minutes and takes it up again; at the end OUT/weights.pt,
OUT/dev-*.jsonl (predictions on dev) and a line of figures a step in OUT/log.jsonl.
"""

from __future__ import annotations

import argparse
import copy
import gzip
import json
import math
import pickle
import random
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F  # noqa: N812 - the name everybody gives it
from torch import Tensor

from onrecord.reader.models import decode
from onrecord.reader.models.labels import KINDS, MENTION_TYPES, NAMES, ROLES
from training.batches import Batches, same, to
from training.evaluate import attributions, gap_answers, names_found
from training.network import LONGEST_MENTION, Network, by_length, chain

WEIGHTS = {
    "cue": 1.0,
    "role": 0.1,
    "name": 1.0,
    "span": 0.15,
    "link": 0.3,
    "gap": 0.15,
    "flat": 0.5,
    "kind": 0.3,
}
SAVE_EVERY = 300
"""Seconds between two checkpoints."""
ENCODED_AT_ONCE, READ_AT_ONCE = 12, 24


def losses(net: Network, batch: dict[str, Any], device: str) -> dict[str, Tensor]:
    """Give the loss of each head on one batch."""
    h = _encoded(net, batch)
    told = h + net.convention * batch["gum"][:, None, None]
    cue_logits, flat, facts = net.told_of(told)
    found = {
        "cue": F.cross_entropy(cue_logits.flatten(0, 1), batch["cue"].flatten(), ignore_index=-100)
    }
    found["flat"] = F.cross_entropy(flat.flatten(0, 1), batch["flat"].flatten(), ignore_index=-100)
    found["role"], found["kind"] = _roles(net, batch, told, cue_logits, facts.detach(), device)
    found["name"] = _names(net, batch, h)
    found["span"] = _spans(net, batch, h, device)
    found["link"] = _links(net, batch, h)
    found["gap"] = _gaps(net, batch, h)
    return found


def _encoded(net: Network, batch: dict[str, Any]) -> Tensor:
    """Encode windows of like length together: padding all to the longest is half the work."""
    parts = ("ids", "shapes", "quotes", "mask")
    whole = batch["ids"].shape[1]
    made, order = [], []
    for rows, longest in by_length([size for _, size in batch["windows"]], ENCODED_AT_ONCE):
        h = net.encode(*(batch[part][rows, :longest] for part in parts))
        made.append(F.pad(h, (0, 0, 0, whole - longest)))
        order.extend(rows)
    back = sorted(range(len(order)), key=order.__getitem__)
    return torch.cat(made)[back]


def _read(
    net: Network, batch: dict[str, Any], h: Tensor, facts: Tensor, at: list[int], marked: Tensor
) -> tuple[Tensor, Tensor]:
    """Give `Network.roles` of cues in the windows `at`, windows of like length together."""
    whole = h.shape[1]
    figures, kinds, order = [], [], []
    for rows, longest in by_length([batch["windows"][one][1] for one in at], READ_AT_ONCE):
        where = [at[row] for row in rows]
        found, kind = net.roles(
            h[where, :longest],
            batch["mask"][where, :longest],
            marked[rows, :longest],
            facts[where, :longest],
        )
        figures.append(F.pad(found, (0, 0, 0, whole - longest)))
        kinds.append(kind)
        order.extend(rows)
    back = sorted(range(len(order)), key=order.__getitem__)
    return torch.cat(figures)[back], torch.cat(kinds)[back]


def _roles(
    net: Network, batch: dict[str, Any], h: Tensor, cue_logits: Tensor, facts: Tensor, device: str
) -> tuple[Tensor, Tensor]:
    """Learn the roles round gold cues as they are found, and that a false cue has none."""
    probable = cue_logits.detach().softmax(-1).cpu().numpy()
    gold = {(at, head[0]): (head, may, kind) for at, head, may, kind in batch["cues"] if head}
    tags = batch["cue"].cpu().numpy()
    rows: list[tuple[int, list[int], np.ndarray, dict[str, Any] | None]] = []
    for at, (corpus, size) in enumerate(batch["windows"]):
        if corpus not in ("polnear", "own"):
            continue
        for cue in decode.cues(probable[at, :size], 0.25):
            span = list(range(cue.first, cue.last))
            if (at, cue.first) in gold:
                gold[at, cue.first] = (span, *gold[at, cue.first][1:])
            elif tags[at, cue.first] >= 0 and random.random() < 0.5:
                may = np.zeros((size, 5), np.bool_)
                may[:, 0] = True
                may[span, 4] = True
                rows.append((at, span, may, None))
    rows.extend((at, *one) for (at, _), one in gold.items())
    if not rows:
        return h.sum() * 0, h.sum() * 0
    length = h.shape[1]
    marked = np.zeros((len(rows), length), np.bool_)
    may = np.ones((len(rows), length, 5), np.bool_)
    for row, (_, span, roles, _) in enumerate(rows):
        marked[row, span] = True
        may[row, : len(roles)] = roles
    at = [row[0] for row in rows]
    mask = batch["mask"][at]
    figures, kinds = _read(net, batch, h, facts, at, torch.from_numpy(marked).to(device))
    allowed = torch.from_numpy(may).to(device)
    count = len(ROLES)
    told = (chain(figures, None, mask, count) - chain(figures, allowed, mask, count)).mean()
    return told, _kinds(figures[..., -1].float(), kinds.float(), rows, device)


def _names(net: Network, batch: dict[str, Any], h: Tensor) -> Tensor:
    """Learn the chain of tags; what is -1 may have any."""
    rows = [row for row, (corpus, _) in enumerate(batch["windows"]) if corpus == "ner"]
    if not rows:
        return h.sum() * 0
    gold, mask = batch["name"][rows], batch["mask"][rows]
    figures = net.names(h[rows], batch["manner"][rows])
    tags = torch.arange(len(NAMES), device=h.device)
    right = (gold[..., None] == tags) | (gold[..., None] == -1) | ~mask[..., None]
    loss = chain(figures, None, mask, len(NAMES)) - chain(figures, right, mask, len(NAMES))
    return loss.sum() / mask.sum()


def _kinds(hedges: Tensor, kinds: Tensor, rows: list[Any], device: str) -> Tensor:
    """Learn act, commitment, naming ... and the hedges, where our own corpus tells them."""
    marked = [number for number, row in enumerate(rows) if row[3] is not None]
    if not marked:
        return kinds.sum() * 0 + hedges.sum() * 0
    total = kinds.sum() * 0
    for part, (name, width) in zip(
        kinds[marked].split(list(KINDS.values()), dim=1), KINDS.items(), strict=True
    ):
        aim = torch.tensor([rows[number][3][name] for number in marked], device=device)
        if (aim >= 0).any():
            assert part.shape[1] == width
            total = total + F.cross_entropy(part, aim, ignore_index=-100)
    aims = torch.zeros_like(hedges[marked])
    here = torch.zeros_like(aims)
    for row, number in enumerate(marked):
        aims[row, rows[number][3]["hedges"]] = 1.0
        here[row, : len(rows[number][2])] = 1.0
    loss = F.binary_cross_entropy_with_logits(hedges[marked], aims, reduction="none") * here
    return total + 10 * loss.sum() / here.sum()


def _spans(net: Network, batch: dict[str, Any], h: Tensor, device: str) -> Tensor:
    if not batch["spans"]:
        return h.sum() * 0
    at = torch.tensor([one[0] for one in batch["spans"]], device=device)
    scores = net.spans(h[at]).float()
    n, length, lengths, _ = scores.shape
    scores = torch.cat([scores.new_zeros(n, length, lengths, 1), scores], dim=-1)
    target = np.zeros((n, length, lengths), np.int64)
    known = np.zeros((n, length, lengths), np.bool_)
    free = np.zeros(n, np.bool_)
    other = MENTION_TYPES.index("other")
    for row, (window, mentions, real) in enumerate(batch["spans"]):
        size = len(real)
        for span in range(min(LONGEST_MENTION, size)):
            known[row, : size - span, span] = real[: size - span] & real[span:]
        target[row, mentions[:, 0], mentions[:, 1]] = mentions[:, 2]
        free[row] = batch["windows"][window][0] == "litbank"
    aim = torch.from_numpy(target).to(device)
    logs = scores.log_softmax(-1)
    chosen = logs.gather(-1, aim[..., None]).squeeze(-1)
    either = torch.logaddexp(logs[..., 0], logs[..., other])
    maybe = torch.from_numpy(free).to(device)[:, None, None] & (aim == 0)
    loss = -torch.where(maybe, either, chosen)
    count = max(1, int((target > 0).sum()))
    return (loss * torch.from_numpy(known).to(device)).sum() / count


def _scores(net: Network, h: Tensor, one: dict[str, Tensor]) -> Tensor:
    at = one["at"]
    vectors = torch.cat([h[at[:, 0], at[:, 1]], h[at[:, 0], at[:, 2]]], dim=-1)
    return net.pairs(vectors, one["forms"], one["one"], one["before"], one["feats"]).float()


def _links(net: Network, batch: dict[str, Any], h: Tensor) -> Tensor:
    """Learn the antecedents: the sum over all right ones, nothing before it where there is none."""
    total, count = h.sum() * 0, 0
    for one in batch["links"]:
        mentions = len(one["at"])
        if mentions < 2:
            continue
        scores = _scores(net, h, one)
        table = scores.new_full((mentions, mentions + 1), -1e4)
        right = torch.zeros_like(table, dtype=torch.bool)
        table[:, -1] = 0.0
        table = table.index_put((one["one"], one["before"]), scores)
        right[one["one"], one["before"]] = one["gold"]
        right[:, -1] = ~right[:, :-1].any(dim=1)
        gold = table.masked_fill(~right, -1e4).logsumexp(1)
        total = total + (table.logsumexp(1) - gold).sum()
        count += mentions
    return total / max(1, count) * 2


def _gaps(net: Network, batch: dict[str, Any], h: Tensor) -> Tensor:
    rows = []
    for one in batch["gaps"]:
        scores = torch.cat([h.new_zeros(1).float(), _scores(net, h, one)])
        rows.append(F.cross_entropy(scores[None], torch.tensor([one["answer"]], device=h.device)))
    return torch.stack(rows).mean() if rows else h.sum() * 0


def rate(done: float) -> float:
    """Give the share of the full learning rate: warm up over 4 %, then fall to zero."""
    return min(done / 0.04 + 0.002, max(0.0, (1 - done) / 0.96))


def main() -> None:
    """Train, evaluate on dev, write."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("prepared", type=Path)
    asked.add_argument("encoder", type=Path)
    asked.add_argument("out", type=Path)
    asked.add_argument("--steps", type=int, default=2500)
    asked.add_argument("--seed", type=int, default=0)
    asked.add_argument("--minutes", type=float, default=math.inf, help="end sooner than the steps")
    asked.add_argument("--rate", type=float, default=1.5e-4)
    asked.add_argument("--roles", type=float, default=WEIGHTS["role"])
    asked.add_argument("--drop", type=float, default=0.1)
    asked.add_argument("--heads", type=float, default=1e-3)
    asked.add_argument("--start", type=Path, help="weights of an earlier run to go on from")
    asked.add_argument("--without", default="")
    asked.add_argument("--workers", type=int, default=1)
    told = asked.parse_args()
    begun = time.monotonic()
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.manual_seed(told.seed)
    random.seed(told.seed)
    opened = gzip.open if told.prepared.suffix == ".gz" else open
    with opened(told.prepared, "rb") as file:
        data = pickle.load(file)
    told.out.mkdir(parents=True, exist_ok=True)
    documents = [doc for doc in data["train"] if doc["corpus"] != told.without]
    batches = Batches(documents, data["vocabulary"], told.seed, told.steps)
    net = Network(told.drop).to(device)
    weights = WEIGHTS | {"role": told.roles}
    net.load_encoder(told.encoder)
    if told.start:
        _warm(net, told.start)
    average = copy.deepcopy(net).eval()
    encoder = [p for n, p in net.named_parameters() if n.startswith("layers.") and p.requires_grad]
    heads = [
        p for n, p in net.named_parameters() if not n.startswith("layers.") and p.requires_grad
    ]
    optimiser = torch.optim.AdamW(
        [{"params": encoder, "lr": told.rate}, {"params": heads, "lr": told.heads}],
        betas=(0.9, 0.98),
        weight_decay=0.01,
    )
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser,
        lambda step: rate(max(step / told.steps, (time.monotonic() - begun) / 60 / told.minutes)),
    )
    start = 0
    checkpoint = told.out / "checkpoint.pt"
    if checkpoint.exists():
        kept = torch.load(checkpoint, map_location=device)
        net.load_state_dict(kept["net"])
        average.load_state_dict(kept["average"])
        optimiser.load_state_dict(kept["optimiser"])
        schedule.load_state_dict(kept["schedule"])
        start = kept["step"]
    loader = torch.utils.data.DataLoader(
        batches,
        batch_size=None,
        collate_fn=same,
        num_workers=told.workers,
        sampler=range(start, told.steps),
        prefetch_factor=4 if told.workers else None,
    )
    net.train()
    log = (told.out / "log.jsonl").open("a")
    step, saved = start, time.monotonic()
    for step, raw in enumerate(loader, start):
        batch = to(raw, device)
        with torch.autocast(device, torch.bfloat16):
            found = losses(net, batch, device)
            loss = sum(weights[name] * one for name, one in found.items())
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        _follow(average, net, min(0.999, (step + 1) / (step + 10)))
        if step % 50 == 0:
            row = {name: round(one.item(), 4) for name, one in found.items()}
            row |= {"step": step, "minutes": round((time.monotonic() - begun) / 60, 2)}
            print(json.dumps(row), file=log, flush=True)
            print(row, flush=True)
        late = time.monotonic() - begun > told.minutes * 60
        if late or time.monotonic() - saved > SAVE_EVERY:
            _save(checkpoint, net, average, optimiser, schedule, step + 1)
            saved = time.monotonic()
        if late:
            break
    torch.save(average.state_dict(), told.out / "weights.pt")
    report = evaluate(average, data["dev"], data["vocabulary"], device, told.out)
    report["minutes"] = round((time.monotonic() - begun) / 60, 2)
    report["step"] = step + 1
    (told.out / "report.json").write_text(json.dumps(report, indent=1))
    print(json.dumps(report))


def _warm(net: Network, file: Path) -> None:
    """Take over the weights of an earlier run, as far as they fit."""
    kept, ours = torch.load(file, map_location="cpu"), net.state_dict()
    fitting = {n: value for n, value in kept.items() if n in ours and ours[n].shape == value.shape}
    net.load_state_dict(fitting, strict=False)
    print("begin anew:", sorted(set(ours) - set(fitting)))


def _save(file: Path, net: Any, average: Any, optimiser: Any, schedule: Any, step: int) -> None:
    half = file.with_suffix(".part")
    kept = {"net": net, "average": average, "optimiser": optimiser, "schedule": schedule}
    torch.save({name: one.state_dict() for name, one in kept.items()} | {"step": step}, half)
    half.replace(file)


@torch.no_grad()
def _follow(average: Network, net: Network, keep: float) -> None:
    ours = [p for p in average.parameters() if p.dtype.is_floating_point]
    theirs = [p for p in net.parameters() if p.dtype.is_floating_point]
    torch._foreach_lerp_(ours, theirs, 1 - keep)


def evaluate(
    net: Network, dev: dict[str, Any], vocabulary: list[str], device: str, out: Path
) -> dict[str, Any]:
    """Predict dev and write it; give the figures that need no scorer of others."""
    with (out / "dev-attribution.jsonl").open("w") as file:
        for row in attributions(net, dev["polnear"], device):
            file.write(json.dumps(row) + "\n")
    report: dict[str, Any] = {}
    for name in ("uner", "wikigold"):
        report[name] = names_found(net, dev[name], device)
    report["gap"] = gap_answers(net, dev["gap"], vocabulary, device)
    return report


if __name__ == "__main__":
    main()
