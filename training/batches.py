"""Windows out of prepared documents, and the labels each head learns from, step by step.

A step's batch depends on the seed and the step's number alone, so that a run that was stopped goes
on as if it had not been.
"""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch
from torch import Tensor

from onrecord.reader.models import likeness, pieces
from onrecord.reader.models.decode import runs
from onrecord.reader.models.labels import ROLES
from training.network import LONGEST_MENTION, NAME_MANNERS, STEP

Doc = dict[str, Any]
CLS, SEP, MASK = 101, 102, 103
PAIRS_BACK = 30
"""A mention is compared with so many before it."""


@dataclass(slots=True)
class Window:
    """One window: pieces with marks, and where each stands in its document (-1: a mark)."""

    doc: Doc
    ids: np.ndarray
    place: np.ndarray
    inverse: dict[int, int] = field(default_factory=dict)

    def at(self, found: list[int]) -> list[int]:
        """Lead pieces of the document to pieces of the window, where they are in it."""
        return [self.inverse[one] for one in found if one in self.inverse]


def window(doc: Doc, parts: list[tuple[int, int]]) -> Window:
    """Put paragraphs between marks: [CLS] p [SEP] p [SEP]."""
    ids, place = [CLS], [-1]
    for first, last in parts:
        ids.extend(doc["ids"][first:last].tolist())
        place.extend(range(first, last))
        ids.append(SEP)
        place.append(-1)
    made = Window(doc, np.array(ids), np.array(place))
    made.inverse = {one: number for number, one in enumerate(place) if one >= 0}
    return made


def cut(doc: Doc, dice: random.Random | None, size: int) -> list[Window]:
    """Cut a document into windows; with `dice`, at a place of their choosing."""
    parts = doc["paragraphs"]
    skip = dice.randrange(min(4, len(parts))) if dice else 0
    made = pieces.windows(parts[:skip], size) + pieces.windows(parts[skip:], size)
    return [window(doc, one) for one in made]


def prepare(doc: Doc) -> None:
    """Add to a document what does not change from step to step."""
    size = len(doc["ids"])
    if "statements" in doc:
        tags, known = np.zeros(size, np.int8), np.ones(size, np.bool_)
        if doc["corpus"] == "polnear":
            for one in doc["statements"]:
                known[one["content"]] = False
        for one in doc["statements"]:
            silence = one.get("silence", False)
            one["head"] = _first_run(one["cue"])
            known[one["cue"]] = False
            tags[one["head"]] = 4 if silence else 2
            known[one["head"]] = True
        for one in doc["statements"]:
            tags[one["head"][0]] = 3 if one.get("silence", False) else 1
        doc["tags"], doc["known"] = tags, known
        if doc["corpus"] != "gum":
            doc["flat"] = _flat(doc, size)
        doc["begins"] = {one["head"][0]: one for one in doc["statements"]}


def _flat(doc: Doc, size: int) -> np.ndarray:
    """Tag the outermost statements: 0, or 2 n + 1 at the beginning of part n and 2 n + 2 in it."""
    made = np.zeros(size, np.int64)
    within = np.zeros(size, np.bool_)
    ordered = sorted(doc["statements"], key=lambda one: -len(one["content"]))
    for one in ordered:
        if one.get("silence") or within[one["cue"]].any():
            continue
        for number, key in enumerate(("source", "cue", "content")):
            before = -2
            for at in one[key]:
                if made[at] == 0:
                    made[at] = 2 * number + (2 if at == before + 1 else 1)
                before = at
        within[one["content"]] = True
    return made


def _first_run(found: list[int]) -> list[int]:
    end = 1
    while end < len(found) and found[end] == found[end - 1] + 1:
        end += 1
    return found[:end]


def allowed(doc: Doc, one: Doc | None, w: Window) -> np.ndarray:
    """Give which roles each piece of the window may have to a cue; None: a cue that is none."""
    made = np.zeros((len(w.ids), len(ROLES)), np.bool_)
    made[:, 0] = True
    if one is None:
        return made
    if doc["corpus"] != "own":
        made[:, 3] = w.place >= 0
    if doc["corpus"] == "gum":
        made[:, 4] = w.place >= 0
        if not one["sourced"]:
            made[:, 1] = w.place >= 0
    for role, key in ((1, "source"), (2, "content"), (3, "addressee"), (4, "cue")):
        at = w.at(one.get(key, []))
        made[at] = False
        made[at, role] = True
    return made


def kinds(one: Doc, w: Window) -> Doc | None:
    """Give what our own corpus says of a cue as a whole, and its hedges; None where none does."""
    if "act" not in one:
        return None
    silence = one["silence"]
    return {
        "act": -100 if silence else one["act"],
        "commitment": -100 if silence else one["commitment"],
        "naming": one["naming"],
        "outcome": one["outcome"] if silence else -100,
        "negative": -100 if silence else int(one["negative"]),
        "identity": -100 if silence else int(one["identity"]),
        "hedges": w.at(one["hedges"]),
    }


def words_of(doc: Doc, first: int, last: int, vocabulary: list[str]) -> list[str]:
    """Give the words of some pieces, in small letters, split ones put together again."""
    made: list[str] = []
    for number in doc["ids"][first : last + 1].tolist():
        piece = vocabulary[number]
        if piece.startswith("##") and made:
            made[-1] += piece[2:]
        else:
            made.append(piece)
    return made


def look(doc: Doc, first: int, last: int, vocabulary: list[str]) -> likeness.Seen:
    """See a mention as the reader will."""
    shape = int(doc["shapes"][last])
    capital = shape in (pieces.CAPITAL, pieces.CAPITALS, pieces.MIXED)
    return likeness.seen(first, last, words_of(doc, first, last, vocabulary), capital)


class Batches(torch.utils.data.Dataset):  # type: ignore[type-arg]
    """Batch number `step` of a run."""

    def __init__(self, documents: list[Doc], vocabulary: list[str], seed: int, steps: int) -> None:
        self.seed, self.steps, self.vocabulary = seed, steps, vocabulary
        self.by: dict[str, list[Doc]] = defaultdict(list)
        for doc in documents:
            prepare(doc)
            self.by[doc["corpus"]].append(doc)
        self.weights = {
            name: np.cumsum([len(doc["ids"]) * doc.get("times", 1) for doc in docs])
            for name, docs in self.by.items()
        }

    def __len__(self) -> int:
        return self.steps

    def _doc(self, corpus: str, dice: random.Random) -> Doc:
        sums = self.weights[corpus]
        return self.by[corpus][int(np.searchsorted(sums, dice.randrange(int(sums[-1])), "right"))]

    def _windows(self, corpus: str, count: int, dice: random.Random) -> list[Window]:
        if corpus not in self.by:
            return []
        made = []
        for _ in range(count):
            size = dice.choice((64, 96, 128, 128, 160))
            made.append(dice.choice(cut(self._doc(corpus, dice), dice, size)))
        return made

    def _chunk(self, corpus: str, room: int, dice: random.Random) -> list[Window]:
        if corpus not in self.by:
            return []
        found = cut(self._doc(corpus, dice), dice, dice.choice((64, 96, 128, 160)))
        first = dice.randrange(len(found))
        taken: list[Window] = []
        for one in found[first:]:
            if sum(len(w.ids) for w in taken) + len(one.ids) > room and taken:
                break
            taken.append(one)
        return taken

    def __getitem__(self, step: int) -> Doc:
        dice = random.Random(f"{self.seed}/{step}")
        own = 16 if "own" in self.by else 0
        flat = self._windows("polnear", 28, dice) + self._windows("own", own, dice)
        flat += self._windows("ner", 20, dice)
        chunks = [self._chunk("gum", 600, dice), self._chunk("litbank", 400, dice)]
        if "own" in self.by:
            chunks.append(self._chunk("own", 300, dice))
        gaps = []
        for _ in range(4):
            doc = self._doc("gap", dice)
            gaps.append(cut(doc, dice, dice.choice((64, 96, 160))))
        every = flat + [w for chunk in chunks for w in chunk] + [w for g in gaps for w in g]
        return self._tensors(every, chunks, gaps, dice)

    def _tensors(
        self,
        every: list[Window],
        chunks: list[list[Window]],
        gaps: list[list[Window]],
        dice: random.Random,
    ) -> Doc:
        number = {id(w): at for at, w in enumerate(every)}
        length = -(-max(len(w.ids) for w in every) // STEP) * STEP
        shape = (len(every), length)
        made: Doc = {
            "ids": np.zeros(shape, np.int64),
            "shapes": np.zeros(shape, np.int64),
            "quotes": np.zeros(shape, np.int64),
            "mask": np.zeros(shape, np.bool_),
            "cue": np.full(shape, -100, np.int64),
            "name": np.zeros(shape, np.int64),
            "flat": np.full(shape, -100, np.int64),
            "gum": np.zeros(len(every), np.bool_),
            "manner": np.zeros(len(every), np.int64),
        }
        noise = np.random.default_rng(dice.randrange(1 << 30))
        cues: list[tuple[int, list[int], np.ndarray, Doc | None]] = []
        spans: list[tuple[int, np.ndarray, np.ndarray]] = []
        for at, w in enumerate(every):
            doc, size = w.doc, len(w.ids)
            real = w.place >= 0
            made["ids"][at, :size] = w.ids
            made["ids"][at, :size][real & (noise.random(size) < 0.03)] = MASK
            made["mask"][at, :size] = True
            made["shapes"][at, :size][real] = doc["shapes"][w.place[real]]
            made["quotes"][at, :size][real] = doc["quotes"][w.place[real]]
            made["gum"][at] = doc["corpus"] == "gum"
            if "names" in doc:
                made["manner"][at] = NAME_MANNERS.index(doc["manner"])
                made["name"][at, :size][real] = doc["names"][w.place[real]]
            if "tags" in doc:
                tags = np.where(doc["known"], doc["tags"], -100)
                made["cue"][at, :size][real] = tags[w.place[real]]
                if "flat" in doc:
                    made["flat"][at, :size][real] = doc["flat"][w.place[real]]
                for first, one in doc["begins"].items():
                    if first in w.inverse:
                        cues.append((at, w.at(one["head"]), allowed(doc, one, w), kinds(one, w)))
            if "mentions" in doc:
                spans.append(self._spans(at, w))
        made["cues"] = cues
        made["spans"] = spans
        made["links"] = [self._links(chunk, number) for chunk in chunks if chunk]
        made["gaps"] = [self._gap(g, number) for g in gaps]
        made["gaps"] = [one for one in made["gaps"] if one is not None]
        made["windows"] = [(w.doc["corpus"], len(w.ids)) for w in every]
        for key in ("ids", "shapes", "quotes", "mask", "cue", "name", "flat", "gum", "manner"):
            made[key] = torch.from_numpy(made[key])
        return made

    def _spans(self, at: int, w: Window) -> tuple[int, np.ndarray, np.ndarray]:
        """Give (window, [first, length, type] of its mentions, its real pieces)."""
        rows = [
            (w.inverse[first], w.inverse[last] - w.inverse[first], kind)
            for first, last, kind, _ in w.doc["mentions"]
            if first in w.inverse
            and last in w.inverse
            and 0 <= w.inverse[last] - w.inverse[first] < LONGEST_MENTION
        ]
        return at, np.array(rows, np.int64).reshape(-1, 3), w.place >= 0

    def _links(self, chunk: list[Window], number: dict[int, int]) -> Doc:
        """Give the mentions of a chunk of one document and which pairs of them are one actor."""
        doc = chunk[0].doc
        if "mentions" in doc:
            marked = [(first, last, cluster) for first, last, _, cluster in doc["mentions"]]
        else:
            marked = [(found[0], found[-1], slug) for found, slug in doc.get("who", []) if found]
        placed = []
        for first, last, cluster in sorted(set(marked)):
            for w in chunk:
                if first in w.inverse and last in w.inverse:
                    placed.append(
                        (number[id(w)], w.inverse[first], w.inverse[last], first, last, cluster)
                    )
        seen = [look(doc, p[3], p[4], self.vocabulary) for p in placed]
        one, before, feats, gold = [], [], [], []
        for m in range(len(placed)):
            for k in range(max(0, m - PAIRS_BACK), m):
                one.append(m)
                before.append(k)
                gold.append(placed[m][5] == placed[k][5])
                feats.append(likeness.features(seen[m], seen[k], m - k))
        return _pairs(placed, seen, one, before, feats, gold)

    def _gap(self, found: list[Window], number: dict[int, int]) -> Doc | None:
        doc = found[0].doc
        placed = []
        for first, last in doc["gap"]:
            w = next((w for w in found if first in w.inverse and last in w.inverse), None)
            if w is None:
                return None
            placed.append((number[id(w)], w.inverse[first], w.inverse[last], first, last, ""))
        seen = [look(doc, p[3], p[4], self.vocabulary) for p in placed]
        feats = [
            likeness.features(seen[0], seen[k], max(1, (seen[0].first - seen[k].last) // 5))
            for k in (1, 2)
        ]
        made = _pairs(placed, seen, [0, 0], [1, 2], feats, [False, False])
        made["answer"] = doc["answer"]
        return made


def _pairs(
    placed: list[Any],
    seen: list[likeness.Seen],
    one: list[int],
    before: list[int],
    feats: list[list[int]],
    gold: list[bool],
) -> Doc:
    many = np.zeros((len(one), likeness.WIDTH), np.float32)
    for row, found in enumerate(feats):
        many[row, found] = 1.0
    return {
        "at": torch.tensor([p[:3] for p in placed], dtype=torch.long).reshape(-1, 3),
        "forms": torch.tensor([s.form for s in seen], dtype=torch.long),
        "one": torch.tensor(one, dtype=torch.long),
        "before": torch.tensor(before, dtype=torch.long),
        "feats": torch.from_numpy(many),
        "gold": torch.tensor(gold, dtype=torch.bool),
    }


def same(batch: Any) -> Any:
    """Collate nothing: a batch is made whole."""
    return batch


def to(value: Any, device: str) -> Any:
    """Move all tensors of a batch."""
    if isinstance(value, Tensor):
        return value.to(device, non_blocking=True)
    if isinstance(value, dict):
        return {key: to(one, device) for key, one in value.items()}
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [to(one, device) for one in value]
    return value


__all__ = ["Batches", "Window", "allowed", "cut", "look", "prepare", "runs", "same", "to", "window"]
