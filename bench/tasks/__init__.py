"""The tasks there are, by name. A new one is a module here and a line below."""

from __future__ import annotations

from bench.task import Task
from bench.tasks import (
    alder,
    attribution,
    case,
    claims,
    coref,
    extraction,
    gap,
    gum,
    kinds,
    meantime,
    ner,
    posts,
    relations,
    seed,
    seed_claims,
    time,
    timeline,
    xdoc,
)

TASKS: dict[str, Task] = {
    "extraction": extraction.TASK,
    "attribution": attribution.TASK,
    "kinds": kinds.TASK,
    "seed": seed.TASK,
    "seed-claims": seed_claims.TASK,
    "time": time.TASK,
    "timeline": timeline.TASK,
    "alder": alder.TASK,
    "case": case.TASK,
    "gum": gum.TASK,
    "meantime": meantime.TASK,
    "ner": ner.TASK,
    "coref": coref.TASK,
    "gap": gap.TASK,
    "posts": posts.TASK,
    "claims": claims.TASK,
    "relations": relations.TASK,
    "xdoc": xdoc.TASK,
}
