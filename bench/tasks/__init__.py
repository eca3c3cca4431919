"""The tasks there are, by name. A new one is a module here and a line below."""

from __future__ import annotations

from bench.task import Task
from bench.tasks import attribution, extraction, seed

TASKS: dict[str, Task] = {
    "extraction": extraction.TASK,
    "attribution": attribution.TASK,
    "seed": seed.TASK,
}
