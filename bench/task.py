"""What a task of the benchmark is: how to predict, how to score, what to set beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

Options = Mapping[str, str]
Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Amount:
    """How much was read: documents, and words of their running text."""

    documents: int
    words: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A row of a results table: whose prediction, and its figures by name."""

    who: str
    figures: Figures


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One task.

    Attributes:
        about: one sentence for the results page.
        predict: reads the input, writes the prediction file, says how much it read.
        input: where the input lies under the data folder.
        score: asks the scorer of the data folder, given that folder and the prediction.
        beside: other programs' predictions over the same input: name to function.
        options: what may be told besides the input, with its default.
    """

    about: str
    predict: Callable[[Path, Path, Options], Amount]
    input: str
    score: Callable[[Path, Path], Figures]
    beside: Mapping[str, Callable[[Path, Path], None]]
    options: Mapping[str, str]
