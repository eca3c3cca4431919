"""What a text says to a claim: rows of claim and evidence, or of headline and body, in.

The rows say themselves which bench they are of: `evidence` is one text (FEVER-symmetric, HealthVer)
or five (CLIMATE-FEVER); `headline` and `body_id` are of the Fake News Challenge, whose bodies lie
beside them. The reader is not asked: what is measured is the network of claims alone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from bench.bootstrap import measured
from bench.rates import Counts, share
from bench.rows import Row, rows
from bench.scorers import Scorer, must_agree
from bench.stances import Compared, Texts, shared
from bench.task import Amount, Figures, Measured, Options, Task
from onrecord.assess import Relation, load_measure

NEGATIVE = (Relation.DENIES, Relation.IN_PART, Relation.DOUBTS, Relation.DIFFERS)
RELATED_COSINE, RELATED_WORDS = 0.5, 0.5
"""A headline belongs to a body with a sentence so near, or with so many of the headline's words."""
DISAGREES, AGREES = 0.6, 0.9
BODIES = "fnc1_bodies.jsonl.gz"


def predict(source: Path, out: Path, options: Options) -> Amount:
    """Write the row's key and its class a line."""
    del options
    texts = Texts(load_measure())
    bodies: dict[object, str] = {}
    documents = words = 0
    with out.open("w", encoding="utf-8") as file:
        for row in rows(source):
            if "headline" in row and not bodies:
                bodies = _bodies(source)
            made = _answer(row, texts, bodies, source.name)
            documents += 1
            words += len(made.pop("words"))
            file.write(json.dumps(made) + "\n")
    return Amount(documents, words)


def _bodies(source: Path) -> dict[object, str]:
    beside = next(
        (one for one in (source.parent / BODIES, source.parent.parent / BODIES) if one.exists()),
        None,
    )
    if beside is None:
        raise FileNotFoundError(f"{BODIES} does not lie beside {source}")
    return {row["body_id"]: row["text"] for row in rows(beside)}


def _answer(row: Row, texts: Texts, bodies: Mapping[object, str], name: str) -> Row:
    if "headline" in row:
        body = bodies[row["body_id"]]
        stance = _headline(row["headline"], body, texts)
        key = {"headline": row["headline"], "body_id": row["body_id"]}
        return {**key, "stance": stance, "words": body.split()}
    if isinstance(row["evidence"], list):
        evidence = [one["text"] for one in row["evidence"]]
        label = _five(row["claim"], evidence, texts)
        return {"id": row["id"], "label": label, "words": " ".join(evidence).split()}
    found = texts.compare(row["claim"], row["evidence"])
    label = _three(found) if "health" in name.casefold() else _two(found)
    return {"id": row["id"], "label": label, "words": row["evidence"].split()}


def _two(found: Compared) -> str:
    return "SUPPORTS" if found.most(Relation.AFFIRMS) >= found.most(*NEGATIVE) else "REFUTES"


def _three(found: Compared) -> str:
    yes, no = found.most(Relation.AFFIRMS), found.most(*NEGATIVE)
    if max(yes, no) < 0.5:
        return "Neutral"
    return "Supports" if yes >= no else "Refutes"


def _five(claim: str, evidence: list[str], texts: Texts) -> str:
    """Say what five sentences do together, as those who labelled them did: any clear one counts."""
    figures = texts.measure.relations([(claim, one) for one in evidence])
    yes = float(figures[:, Relation.AFFIRMS].max())
    no = float(figures[:, list(NEGATIVE)].sum(axis=1).max())
    if min(yes, no) > 0.5:
        return "DISPUTED"
    if max(yes, no) < 0.5:
        return "NOT_ENOUGH_INFO"
    return "SUPPORTS" if yes >= no else "REFUTES"


def _headline(headline: str, body: str, texts: Texts) -> str:
    found = texts.compare(headline, body, least=RELATED_COSINE)
    if found.nearest < RELATED_COSINE and shared(headline, [body]) < RELATED_WORDS:
        return "unrelated"
    if found.most(Relation.DENIES, Relation.DOUBTS) > DISAGREES:
        return "disagree"
    return "agree" if found.most(Relation.AFFIRMS) > AGREES else "discuss"


def score(data: Path, source: Path, prediction: Path) -> dict[str, Measured]:
    """Count the right classes; the benchmarks' own scorer must agree."""
    fnc = "fnc" in source.name
    gold, found = _keyed(source), _keyed(prediction)
    whole = Scorer(data, "label", fnc=fnc).whole(gold, found)
    field = "stance" if fnc else "label"
    counts = [
        {"asked": 1.0, "right": float(row[field] == found[key][field])} for key, row in gold.items()
    ]
    made = measured(counts, figures)
    must_agree(made.figures, {"accuracy": whole["accuracy"]})
    more = {"macro F1": whole["macro_f1"]} | ({"weighted score": whole["fnc"]} if fnc else {})
    return {"": Measured({**made.figures, **more}, made.intervals)}


def _keyed(source: Path) -> dict[str, Row]:
    return {
        f"{row['body_id']}\t{row['headline']}" if "headline" in row else row["id"]: row
        for row in rows(source)
    }


def figures(totals: Counts) -> Figures:
    """Make the share of classes that are right."""
    return share("accuracy", totals["right"], totals["asked"])


TASK = Task(
    about="What a text says to a claim, by the network of claims alone: claim and evidence, or"
    " headline and body. FEVER-symmetric, CLIMATE-FEVER; HealthVer and the Fake News Challenge are"
    " measured only.",
    predict=predict,
    inputs={
        "FEVER-symmetric": "bench/claims/data/fever_symmetric_dev.jsonl.gz",
        "CLIMATE-FEVER": "bench/claims/data/climate_fever_dev.jsonl.gz",
        "HealthVer": "bench/claims/restricted/healthver_dev.jsonl.gz",
        "FNC-1": "bench/claims/restricted/fnc1_dev.jsonl.gz",
    },
    score=score,
    options={},
)
