"""Names and what they name: rows of text in, `entities [{s, e, type}]` out.

A mention counts as a name when it is held to be named and is no pronoun. Its title ("Mr") and an
article before it are left out of the span, as in the benchmarks. Types that our vocabulary has no
word for (miscellaneous, product, creative work, nationality, date) are left out of the gold on both
sides: `span only` still counts a name right that is given another type. Of WNUT 17, `corporation`
is our organisation and `group` our public body or group. Of GUM the mentions with form `name` are
taken, as its description says.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bench.bootstrap import measured
from bench.rates import Counts, f1, only_f1
from bench.rows import Row, by_id, rows
from bench.scorers import Scorer, must_agree
from bench.task import Amount, Figures, Measured, Options, Task
from bench.texts import paragraphs
from onrecord.core.spans import Span
from onrecord.core.vocabulary import ActorKind, Mention, Naming, Reading
from onrecord.reader import load


def _types(person: str, organisation: str, body: str, place: str) -> dict[ActorKind, str]:
    return {
        ActorKind.PERSON: person,
        ActorKind.ORGANISATION: organisation,
        ActorKind.PUBLIC_BODY: body,
        ActorKind.GROUP: body,
        ActorKind.PLACE: place,
    }


TYPES = {
    "uner": _types("PER", "ORG", "ORG", "LOC"),
    "wikigold": _types("PER", "ORG", "ORG", "LOC"),
    "wnut17": _types("person", "corporation", "group", "location"),
    "re3d": _types("Person", "Organisation", "Organisation", "Location"),
    "gum": _types("person", "organization", "organization", "place"),
}
"""Our kinds in the words of each benchmark, by the first part of its file's name."""

_PRONOUNS = frozenset(
    "i you he she it we they me him her us them his hers its our ours their theirs my mine your "
    "yours who whom whose this that these those himself herself itself themselves".split()
)
_WIKIGOLD_PAGE = 8
_ARTICLE = re.compile(r"(?:the|a|an)\s+", re.IGNORECASE)


def predict(source: Path, out: Path, options: Options) -> Amount:
    """Read every text and write `{id, entities}` a line; say how much there was.

    The reader reads documents: sentences of one are read as its paragraphs, in their order.
    """
    types = TYPES[benchmark_of(source)]
    reader = load(options["reader"])
    documents = words = 0
    with out.open("w", encoding="utf-8") as file:
        for together in pages(source):
            text = "\n".join(row["text"] for row in together)
            found = entities(text, reader.read(paragraphs(text), None), types)
            words += len(text.split())
            start = 0
            for row in together:
                end = start + len(row["text"])
                mine = [
                    one | {"s": one["s"] - start, "e": one["e"] - start}
                    for one in found
                    if start <= one["s"] and one["e"] <= end
                ]
                file.write(json.dumps({"id": row["id"], "entities": mine}) + "\n")
                documents += 1
                start = end + 1
    return Amount(documents, words)


def pages(source: Path) -> Iterator[list[Row]]:
    """Give the rows that stand in one document.

    UNER's ids name it. WikiGold is in file order without marks of its articles: eight sentences
    at a time. Any other row is a document, or stands alone.
    """
    benchmark = benchmark_of(source)
    together: list[Row] = []
    for row in rows(source):
        if together and not _goes_on(together, row, benchmark):
            yield together
            together = []
        together.append(row)
    if together:
        yield together


def _goes_on(together: list[Row], row: Row, benchmark: str) -> bool:
    if benchmark == "uner":
        return _document(row) == _document(together[-1])
    return benchmark == "wikigold" and len(together) < _WIKIGOLD_PAGE


def _document(row: Row) -> str:
    return str(row["id"]).rpartition("-")[0]


def benchmark_of(source: Path) -> str:
    """Tell by its name which benchmark a file is of; any other is taken for GUM."""
    known = (name for name in TYPES if source.name.startswith(name))
    return next(known, "gum")


def entities(text: str, reading: Reading, types: dict[ActorKind, str]) -> list[dict[str, Any]]:
    """Give the names of a reading in the benchmark's words; one that has no kind has type None."""
    found = {}
    for mention in reading.mentions:
        at = name_of(text, mention)
        if at is not None:
            found[at] = types.get(mention.kind)
    return [{"s": at.start, "e": at.end, "type": type_} for at, type_ in sorted(found.items())]


def name_of(text: str, mention: Mention) -> Span | None:
    """Find the name alone in a mention; None where the mention is no name."""
    if mention.naming is not Naming.NAMED:
        return None
    words = mention.at.of(text)
    within = words.find(mention.name) if mention.name else -1
    at = mention.at
    if within >= 0:
        at = Span(at.start + within, at.start + within + len(mention.name))
    elif mention.title and words.startswith(mention.title):
        at = Span(at.start + len(mention.title), at.end)
    at = at.trimmed(text)
    if article := _ARTICLE.match(at.of(text)):
        at = Span(at.start + article.end(), at.end)
    name = at.of(text)
    if not name or name.lower() in _PRONOUNS:
        return None
    return at


def score(data: Path, source: Path, prediction: Path) -> dict[str, Measured]:
    """Score by the benchmarks' own scorer, sentence by sentence (re3d, GUM: by document)."""
    known = set(TYPES[benchmark_of(source)].values())
    gold = {key: {"entities": wanted(row, known)} for key, row in by_id(source).items()}
    found = by_id(prediction)
    scorer = Scorer(data, "ner")
    documents = [
        counts(gold[key]["entities"], found[key]["entities"], result)
        for key, result in scorer.each(gold, found)
    ]
    whole = scorer.whole(gold, found)
    made = measured(documents, figures)
    must_agree(
        made.figures, {"exact F1": whole["exact"]["f1"], "span only F1": whole["span_only"]["f1"]}
    )
    return {"": made}


def wanted(row: Row, known: set[str]) -> list[dict[str, Any]]:
    """Give the gold names of the types that we have a word for."""
    given = row.get("entities")
    if given is None:
        given = [one for one in row["mentions"] if one["form"] == "name"]
    return [one for one in given if one["type"] in known]


def counts(
    gold: list[dict[str, Any]], found: list[dict[str, Any]], result: dict[str, Any]
) -> dict[str, float]:
    """Make counts of what the scorer says of one document."""
    places = {(one["s"], one["e"]) for one in gold}, {(one["s"], one["e"]) for one in found}
    made: dict[str, float] = {
        "gold": result["gold"],
        "found": result["pred"],
        "right": round(result["exact"]["p"] * result["pred"]),
        "gold places": len(places[0]),
        "found places": len(places[1]),
        "right places": round(result["span_only"]["p"] * len(places[1])),
    }
    for type_, row in result["types"].items():
        given = sum(str(one["type"]) == type_ for one in found)
        made[f"gold {type_}"], made[f"found {type_}"] = row["gold"], given
        made[f"right {type_}"] = round(row["p"] * given)
    return made


def figures(totals: Counts) -> Figures:
    """Make the figures: exact span and type, span only, and F1 by what is named."""
    made = f1("exact", totals["right"], totals["found"], totals["gold"])
    made |= only_f1(
        "span only", totals["right places"], totals["found places"], totals["gold places"]
    )
    for kind, words in _BY_KIND.items():
        keys = [word for word in words if totals.get(f"gold {word}")]
        sums = (sum(totals.get(f"{what} {key}", 0) for key in keys) for what in _PARTS)
        made |= only_f1(kind, *sums)
    return made


_PARTS = ("right", "found", "gold")
_BY_KIND = {
    "persons": ("PER", "person", "Person"),
    "bodies": ("ORG", "organization", "Organisation", "corporation", "group"),
    "places": ("LOC", "place", "Location", "location"),
}


TASK = Task(
    about="Names of persons, bodies and places, exact to the character and with their kind, by the"
    " benchmarks' scorer. Kinds that our vocabulary has no word for are left out.",
    predict=predict,
    inputs={
        "UNER EWT dev": "bench/ner/data/uner_ewt_dev.jsonl.gz",
        "WikiGold dev": "bench/ner/data/wikigold_dev.jsonl.gz",
        "re3d dev": "bench/ner/data/re3d_dev.jsonl.gz",
        "WNUT 17 dev": "bench/ner/data/wnut17_dev.jsonl.gz",
        "GUM dev": "bench/gum/data/dev.jsonl.gz",
    },
    score=score,
)
