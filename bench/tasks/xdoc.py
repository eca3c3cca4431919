"""Actors across documents: rows of one matter in, `mentions` with clusters that span them out.

The documents of a topic are read one by one and their actors resolved together, as a case does it.
The mentions are given: each gold mention, without its cluster, is matched to the reader's mention
that shares most of it (`bench/case_alder/actors.py`), and gets that one's actor; one the reader has
nothing for goes with the others of its topic that bear the same words, if it is capitalised, and
else stands alone. So the figures measure who is held to be one, not what is spotted.

ECB+ has tokens only: the text is built of them, one paragraph a sentence. Dates are told where the
corpus gives them.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from bench.case_alder.actors import held_by
from bench.rows import Row, by_id, rows
from bench.scorers import Scorer
from bench.task import Amount, Figures, Measured, Options, Task
from bench.texts import paragraphs
from onrecord.core.dates import When
from onrecord.core.folding import fold
from onrecord.core.identity import ActorId, SourceId
from onrecord.core.spans import Span
from onrecord.reader import load
from onrecord.resolve import Evidence, Holding, Seen, resolve

_TIGHT = frozenset(".,;:!?)]}%'’”") | {"'s", "’s", "n't", "'re", "'ve", "'ll", "..."}
_OPEN = frozenset("([{$£€“")


def predict(source: Path, out: Path, options: Options) -> Amount:
    """Read and resolve topic by topic; write `{id, topic, mentions}` a line."""
    reader = load(options["reader"])
    topics: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows(source):
        topics[row["topic"]].append(row)
    documents = words = 0
    with out.open("w", encoding="utf-8") as file:
        for topic in topics.values():
            read = []
            for row in topic:
                text, places = _text(row)
                told = When.of(row["dct"]) if row.get("dct") else None
                reading = reader.read(paragraphs(text), told)
                read.append((row, text, places, reading, told))
                documents += 1
                words += len(text.split())
            for made in _resolved(read):
                file.write(json.dumps(made) + "\n")
    return Amount(documents, words)


def _text(row: Row) -> tuple[str, list[tuple[Row, Span]]]:
    """Give a row's text, and its mentions of actors without their clusters, with their places."""
    if "text" in row:
        return row["text"], [
            ({"s": one["s"], "e": one["e"]}, Span(one["s"], one["e"])) for one in row["entities"]
        ]
    text, starts = "", []
    for sentence in row["sentences"]:
        inside: list[Span] = []
        for token in sentence:
            last = text[-1:]
            if text and last != "\n" and token not in _TIGHT and last not in _OPEN:
                text += " "
            inside.append(Span(len(text), len(text) + len(token)))
            text += token
        starts.append(inside)
        text += "\n"
    places = []
    for one in row["mentions"]:
        if one["kind"] == "entity":
            spans = [starts[one["sent"]][number] for number in one["tokens"]]
            key = {"sent": one["sent"], "tokens": one["tokens"]}
            places.append((key, Span(spans[0].start, spans[-1].end)))
    return text, places


def _resolved(read: Iterable[tuple[Any, ...]]) -> Iterator[Row]:
    """Resolve the readings of one topic together."""
    read = list(read)
    seen = [
        Seen(SourceId(row["id"]), mention)
        for row, _, _, reading, _ in read
        for mention in reading.mentions
    ]
    holdings = [
        Holding(
            source=SourceId(row["id"]), holder=one.holder, post=one.post, body=one.body,
            held=one.held, cited=one.cited,
        )
        for row, _, _, reading, _ in read
        for one in reading.tenures
        if one.holder is not None
    ]  # fmt: skip
    told_on = {SourceId(row["id"]): told for row, _, _, _, told in read if told is not None}
    found = resolve(seen, (), Evidence(told_on=told_on, holdings=holdings))
    where = {(one.source, one.mention.id): one.mention.at for one in seen}
    there: defaultdict[str, list[tuple[Span, ActorId]]] = defaultdict(list)
    for actor in found.actors:
        for source, mention in actor.mentions:
            there[source].append((where[source, mention], actor.id))
    for row, text, places, _, _ in read:
        mentions = []
        for number, (key, span) in enumerate(places):
            words = span.of(text)
            named = f"named {fold(words)}" if words[:1].isupper() else f"{row['id']} {number}"
            cluster = held_by(text, span, there[row["id"]]) or named
            mentions.append({**key, "kind": "entity", "cluster": cluster})
        yield {"id": row["id"], "topic": row["topic"], "mentions": mentions}


def score(data: Path, source: Path, prediction: Path) -> dict[str, Measured]:
    """Score by the benchmarks' own scorer, the documents of a topic pooled."""
    gold = {key: _wanted(row) for key, row in by_id(source).items()}
    scorer = Scorer(data, "coref", group="topic", kind="entity")
    whole = scorer.whole(gold, by_id(prediction))
    figures: Figures = {"CoNLL F1": whole["conll"]}
    figures |= {f"{name} F1": whole[key]["f1"] for name, key in _MEASURES.items()}
    return {"": Measured(figures)}


_MEASURES = {"MUC": "muc", "B-cubed": "b3", "CEAF-e": "ceaf_e", "LEA": "lea"}


def _wanted(row: Row) -> Row:
    if "mentions" in row:
        return row
    mentions = [
        {"s": one["s"], "e": one["e"], "kind": "entity", "cluster": _instance(row, one)}
        for one in row["entities"]
    ]
    return {"id": row["id"], "topic": row["topic"], "mentions": mentions}


def _instance(row: Row, one: Row) -> str:
    """Give the cluster of a MEANTIME entity; one known only in its document stays there."""
    name = str(one["instance"] or one["id"])
    return f"{row['id']} {name}" if name.startswith("local-") or not one["instance"] else name


TASK = Task(
    about="Actors across the documents of one matter, on given mentions: which of them are one, by"
    " the benchmarks' scorer. Dates and things among ECB+'s entities count too, as it scores them.",
    predict=predict,
    inputs={
        "ECB+ dev": "bench/xdoc/data/ecbplus_dev.jsonl.gz",
        "MEANTIME dev": "bench/meantime/data/dev.jsonl.gz",
    },
    score=score,
)
