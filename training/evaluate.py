"""What a network in training gives on dev, decoded as the reader decodes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
import torch

from onrecord.reader.models import decode, pieces
from onrecord.reader.models.labels import ROLES
from training.batches import Batches, Window, cut, to
from training.network import Network

Doc = dict[str, Any]


@torch.no_grad()
def encoded(net: Network, w: Window, device: str) -> torch.Tensor:
    """Encode one window, (1, pieces, HIDDEN)."""
    real = w.place >= 0
    shapes, quotes = np.zeros(len(w.ids), np.int64), np.zeros(len(w.ids), np.int64)
    shapes[real] = w.doc["shapes"][w.place[real]]
    quotes[real] = w.doc["quotes"][w.place[real]]
    ids, s, q = (torch.from_numpy(x)[None].to(device) for x in (w.ids, shapes, quotes))
    return net.encode(ids, s, q, torch.ones_like(ids, dtype=torch.bool))


@torch.no_grad()
def statements(
    net: Network, w: Window, device: str, floor: float = decode.SURE_CUE
) -> list[dict[str, Any]]:
    """Read one window: roles in pieces of the document."""
    h = encoded(net, w, device)
    logits, _, facts = net.told_of(h)
    cues = decode.cues(logits[0].float().softmax(-1).cpu().numpy(), floor)
    if not cues:
        return []
    marked = torch.zeros(len(cues), h.shape[1], dtype=torch.bool, device=device)
    for row, cue in enumerate(cues):
        marked[row, cue.first : cue.last] = True
    n = len(cues)
    mask = torch.ones_like(marked)
    figures, _ = net.roles(h.expand(n, -1, -1), mask, marked, facts.expand(n, -1, -1))
    figures = figures.float().cpu().numpy()
    kinds = len(ROLES)
    answer, score = decode.roles(
        figures[..., :kinds], figures[..., kinds:-1].reshape(*figures.shape[:2], kinds, kinds)
    )
    found = []
    for row, cue in enumerate(cues):
        one: dict[str, Any] = {"probability": cue.probability, "score": float(score[row])}
        one["silence"] = cue.silence
        for role, name in enumerate(ROLES[1:], 1):
            one[name] = [
                (int(w.place[a]), int(w.place[b - 1]) + 1)
                for a, b in decode.runs((answer[row] == role) & (w.place >= 0))
            ]
        found_cue = [(int(w.place[cue.first]), int(w.place[cue.last - 1]) + 1)]
        one["cue"] = one["cue"] or found_cue
        if one["content"] or cue.silence:
            found.append(one)
    return found


def attributions(
    net: Network,
    documents: list[Doc],
    device: str,
    size: int = pieces.WINDOW,
    floor: float = decode.SURE_CUE,
) -> Iterator[Doc]:
    """Give dev's outermost statements in the attribution benchmark's form."""
    for doc in documents:
        made = []
        for w in cut(doc, None, size):
            found = [one for one in statements(net, w, device, floor) if not one["silence"]]
            for one in found:
                if any(_inside(one, other) for other in found if other is not one):
                    continue
                row = {
                    key: [[int(doc["starts"][a]), int(doc["ends"][b - 1])] for a, b in one[key]]
                    for key in ("source", "cue", "content")
                }
                made.append(row | {"p": one["probability"], "score": one["score"]})
        yield {"id": doc["id"], "attributions": made}


def _inside(one: Doc, other: Doc) -> bool:
    return all(any(a <= c and d <= b for a, b in other["content"]) for c, d in one["cue"])


def names_found(net: Network, documents: list[Doc], device: str) -> dict[str, float]:
    """Give precision, recall and F1 of named entities over pieces."""
    right = given = gold = 0
    for doc in documents:
        for w in cut(doc, None, pieces.WINDOW):
            with torch.no_grad():
                manner = torch.zeros(1, dtype=torch.long, device=device)
                figures = net.names(encoded(net, w, device), manner)[0].float().cpu().numpy()
            p = decode.names([figures])[0]
            ours = {(int(w.place[a]), int(w.place[b - 1]), k) for a, b, k in p}
            theirs = _gold_names(doc, w)
            right += len(ours & theirs)
            given += len(ours)
            gold += len(theirs)
    return {"p": right / max(1, given), "r": right / max(1, gold), "f1": 2 * right / (given + gold)}


def _gold_names(doc: Doc, w: Window) -> set[tuple[int, int, int]]:
    found = set()
    tags = doc["names"]
    for first in w.inverse:
        if tags[first] % 2 == 1:
            last = first
            while last + 1 in w.inverse and tags[last + 1] == tags[first] + 1:
                last += 1
            found.add((first, last, int(tags[first] - 1) // 2))
    return found


@torch.no_grad()
def gap_answers(
    net: Network, documents: list[Doc], vocabulary: list[str], device: str
) -> dict[str, float]:
    """Give F1 of GAP where only the two names are candidates (the reader has more)."""
    helper = Batches(documents, vocabulary, 0, 0)
    right = given = gold = 0
    for doc in documents:
        found = cut(doc, None, 160)
        made = helper._gap(found, {id(w): n for n, w in enumerate(found)})
        if made is None:
            continue
        made = to(made, device)
        h = [encoded(net, w, device)[0] for w in found]
        at = made["at"]
        vectors = torch.stack([torch.cat([h[a][b], h[a][c]]) for a, b, c in at.tolist()])
        scores = net.pairs(vectors, made["forms"], made["one"], made["before"], made["feats"])
        best = 1 + int(scores.argmax()) if float(scores.max()) > 0 else 0
        given += best > 0
        gold += doc["answer"] > 0
        right += best > 0 and best == doc["answer"]
    return {"p": right / max(1, given), "r": right / max(1, gold), "f1": 2 * right / (given + gold)}
