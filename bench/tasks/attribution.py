"""Who said what in news: JSON Lines with `id` and `text` in, attributions out.

The benchmark is flat (a statement reported inside another belongs to the outer one's content), so
only statements without a parent are given. Nothing but the text is used.

Beside the benchmark's own figures stand those *per paragraph unit*, counted as papers do that tag
one paragraph at a time: the text is cut at its line ends, and every paragraph that is not blank is
one unit. A role's pieces in a unit are its fragments, white space cut from both ends, those that
touch or have only white space between them made one, and cut where a paragraph ends; the same piece
counts once in a unit, whatever number of attributions it serves. A piece is right when the gold of
its unit has the same piece: exact P, R and F1, summed over all units, paragraphs in which nothing
is said included. Who belongs to what is not asked. Such papers test on other parts of the corpus;
these are the figures of the development part.

Where the reader says how sure it is of each statement, the expected calibration error is given: ten
bins of equal width; a statement is right when its content is found and its source is right; the sum
over bins of |share right - mean sureness|, weighted by the statements in the bin.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from bench.bootstrap import measured
from bench.rates import Counts, f1, only_f1
from bench.rows import Row, by_id, pairs, predicted
from bench.scorers import ScorerFailed, module_of
from bench.task import Amount, Figures, Measured, Options, Task
from bench.texts import paragraphs
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Reading

ROLES = ("source", "cue", "content")
BINS = 10


def predict(source: Path, out: Path, options: Options) -> Amount:
    """Read every text and write `{id, attributions}` a line; say how much there was."""
    return predicted(source, out, options, lambda _row, read: {"attributions": attributions(read)})


def attributions(reading: Reading) -> list[Row]:
    """Give the outermost statements in the benchmark's form, with their sureness if any."""
    made = []
    for statement in reading.statements:
        if statement.parent is not None:
            continue
        row: Row = {
            "source": pairs(statement.source.spans if statement.source else ()),
            "cue": pairs(statement.cue.spans),
            "content": pairs(statement.content.spans),
        }
        if statement.sureness is not None:
            row["sureness"] = statement.sureness
        made.append(row)
    return made


def score(data: Path, source: Path, prediction: Path) -> dict[str, Measured]:
    """Give the figures of the benchmark's own scorer, those per paragraph, and the calibration."""
    scorer = module_of(data / "bench" / "attribution" / "score.py")
    try:
        gold = scorer.read(str(source), need_text=True)
        found = scorer.read(str(prediction), need_text=False, missing_text_from=gold)
    except scorer.BadInput as problem:
        raise ScorerFailed(str(problem)) from problem
    sure = {key: [one.get("sureness") for one in row["attributions"]]
            for key, row in by_id(prediction).items()}  # fmt: skip
    documents = [
        counts(scorer, row["text"], row["attributions"], found[key]["attributions"], sure[key])
        for key, row in gold.items()
    ]
    made = measured(documents, figures)
    return {"": Measured(made.figures, made.intervals, tuple(calibration(_sum(documents))))}


def counts(
    scorer: ModuleType, text: str, gold: list[Any], found: list[Any], sure: list[float | None]
) -> dict[str, float]:
    """Count one document: the scorer's counts, those per paragraph, and the bins of sureness."""
    result = scorer.score_document(text, gold, found)
    made = {name: result[name] for name in ("gold", "pred", "found", "who")}
    for role in ROLES:
        row = result["roles"][role]
        made |= {f"{role} {name}": row[name] for name in ("gold", "pred", "exact")}
    for kind, (there, noticed, right) in result["kinds"].items():
        made |= {f"{kind} gold": there, f"{kind} found": noticed, f"{kind} who": right}
    made |= per_paragraph(text, *([{r: scorer.normalise(text, one[r]) for r in ROLES}
                                   for one in side] for side in (gold, found)))  # fmt: skip
    right_ones = {at for _, at, _, source, _ in result["pairs"] if source >= 0.5}
    return made | bins(sure, right_ones)


def per_paragraph(text: str, gold: Sequence[Row], found: Sequence[Row]) -> dict[str, float]:
    """Count the pieces of each role, paragraph by paragraph; fragments are normalised before."""
    units = [block.at for block in paragraphs(text).blocks]
    made: dict[str, float] = {}
    for role in ROLES:
        there, given = (_pieces(text, units, [one[role] for one in side]) for side in (gold, found))
        made |= {
            f"unit {role} gold": len(there),
            f"unit {role} pred": len(given),
            f"unit {role} exact": len(there & given),
        }
    return made


def _pieces(text: str, units: list[Span], spans: list[Any]) -> set[Span]:
    pieces = set()
    for start, end in (fragment for span in spans for fragment in span):
        for unit in units:
            cut = Span(max(start, unit.start), min(end, unit.end))
            if cut.start < cut.end:
                pieces.add(cut.trimmed(text))
    return {piece for piece in pieces if piece.start < piece.end}


def bins(sure: list[float | None], right: set[int]) -> dict[str, float]:
    """Count statements, their sureness and the right ones by tenths; nothing if one has none."""
    made: Counter[str] = Counter()
    for at, sureness in enumerate(sure):
        if sureness is None:
            return {}
        tenth = min(int(sureness * BINS), BINS - 1)
        made[f"bin {tenth}"] += 1
        made[f"sure {tenth}"] += sureness  # type: ignore[assignment]
        made[f"right {tenth}"] += at in right
    return dict(made)


def _sum(documents: Sequence[Counts]) -> dict[str, float]:
    totals: dict[str, float] = {}
    for document in documents:
        for key, value in document.items():
            totals[key] = totals.get(key, 0) + value
    return totals


def figures(totals: Counts) -> Figures:
    """Make all figures of summed counts."""
    made = f1("content-found", totals["found"], totals["pred"], totals["gold"])
    made |= f1("who-said-what", totals["who"], totals["pred"], totals["gold"])
    for role in ROLES:
        made |= only_f1(f"{role} exact", *_of(totals, role))
    for kind in ("direct", "mixed", "indirect", "with source", "no source"):
        if there := totals.get(f"{kind} gold"):
            made[f"who-said-what recall, {kind}"] = totals[f"{kind} who"] / there
    for role in ROLES:
        made |= f1(f"per paragraph unit, {role}", *_of(totals, f"unit {role}"))
    return made | _error(totals)


def _of(totals: Counts, role: str) -> tuple[float, float, float]:
    return totals[f"{role} exact"], totals[f"{role} pred"], totals[f"{role} gold"]


def _tenths(totals: Counts) -> list[tuple[int, float, float, float]]:
    """Give each tenth that holds statements: how many, their mean sureness, the share right."""
    found = []
    for tenth in range(BINS):
        if many := totals.get(f"bin {tenth}", 0):
            sure, right = totals[f"sure {tenth}"], totals.get(f"right {tenth}", 0)
            found.append((tenth, many, sure / many, right / many))
    return found


def _error(totals: Counts) -> Figures:
    tenths = _tenths(totals)
    if not tenths:
        return {}
    many = sum(row[1] for row in tenths)
    error = sum(n * abs(right - sure) for _, n, sure, right in tenths)
    return {"expected calibration error": error / many}


def calibration(totals: Counts) -> list[str]:
    """Write the table of how sure and how often right, tenth by tenth; nothing without sureness."""
    tenths = _tenths(totals)
    if not tenths:
        return []
    body = [
        f"| {tenth / BINS:.1f} to {(tenth + 1) / BINS:.1f} | {many:,.0f}"
        f" | {sure:.2f} | {right:.2f} |"
        for tenth, many, sure, right in tenths
    ]
    return ["| sureness | statements | mean | share right |", "|---|---|---|---|", *body]


TASK = Task(
    about="Who said what in news articles (PolNeAR dev), by the benchmark's scorer; outermost"
    " statements only, since the corpus is flat. Per paragraph unit: each paragraph that is not"
    " blank is one unit, exact pieces of each role, summed.",
    predict=predict,
    inputs={"": "bench/attribution/data/dev.jsonl"},
    score=score,
)
