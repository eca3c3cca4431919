"""What a task of the benchmark is: how to predict, how to score, what to set beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

READER = "trained"
"""The reader that is measured where no `--reader` names another."""

Options = Mapping[str, str]
Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Amount:
    """How much was read: documents, and words of their running text."""

    documents: int
    words: int


@dataclass(frozen=True, slots=True)
class Measured:
    """Figures by name, the 95 % interval of those that have one, and lines to print below."""

    figures: Figures
    intervals: Mapping[str, tuple[float, float]] = field(default_factory=dict)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A column of a results table: whose prediction or which texts, and what was measured."""

    who: str
    measured: Measured


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One task.

    Attributes:
        about: what is measured, in a few sentences for the results page.
        predict: reads the input, writes the prediction file, says how much it read.
        inputs: where each input lies under the data folder, by the name of its column.
        score: given the data folder, the input and the prediction; what it measured by part, ""
            being the whole input.
        beside: other programs' predictions over the same input: name to function.
        options: what may be told besides the input, with its default.
        here: the inputs lie in this repository, not in the data folder.
        percent: the figures are shares, and the page prints them in percent.
    """

    about: str
    predict: Callable[[Path, Path, Options], Amount]
    inputs: Mapping[str, str]
    score: Callable[[Path, Path, Path], Mapping[str, Measured]]
    beside: Mapping[str, Callable[[Path, Path], None]] = field(default_factory=dict)
    options: Mapping[str, str] = field(default_factory=lambda: {"reader": READER})
    here: bool = False
    percent: bool = True
