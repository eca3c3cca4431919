"""The draft desk measured: mutants, posts, quotations, the seed article, and how long it takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.desk import drift, posts, seed, speed, told_as_fact, written
from bench.desk.material import folders, materials
from bench.desk.suite import Tally, tally


def section(data: Path, folder: Path) -> str:
    """Make the tables."""
    folder.mkdir()
    cases, lies = materials(data, folder), folders(data)
    quotations, _ = drift.figures(data)
    article, _ = seed.figures(data)
    told, _ = told_as_fact.figures({one: lies[one.name] for one in cases if one.name in lies})
    return "\n".join(
        [
            "## desk",
            "",
            *_mutants(tallies := tally(cases)),
            *_codes(tallies),
            *written.table(written.figures(lies.values(), folder)),
            *_table("Claims in words of their own", told),
            *_table("Sentences that somebody held an office on a day", posts.figures(data)),
            *_quotations(quotations),
            *_table("The seed article against its own record", article),
            *_table("CPU seconds, constructed case", speed.figures(data, cases[1].case)),
            *_table(
                "CPU seconds a 1,000 words, as a draft grows", speed.growth(data, cases[1].case)
            ),
        ]
    )


def _mutants(tallies: Sequence[Tally]) -> Iterator[str]:
    yield "True sentences of nine cases (the sample, the constructed case, seven of our own) with a"
    yield "fault put in by rule, and the same untouched; each a draft by itself. Recall: mutants"
    yield "found under a code of their kind. Precision: of those and of the untouched in which"
    yield "anything is found. Rules were mended on what was missed: nothing here is held out."
    yield ""
    yield "| kind | mutants | recall | untouched that are flagged | precision |"
    yield "|---|---|---|---|---|"
    for one in tallies:
        yield _row(one.kind.name, one.pairs, one.caught, one.flagged)
    every = (sum(one.pairs for one in tallies), sum(one.caught for one in tallies))
    yield _row("all", *every, sum(one.flagged for one in tallies))
    yield ""


def _codes(tallies: Sequence[Tally]) -> Iterator[str]:
    """How sure a code is: of its findings in the suite, those that were right."""
    right = sum((one.codes for one in tallies), Counter[str]())
    wrong = sum((one.false_codes for one in tallies), Counter[str]())
    yield "| code | found rightly | in what is untouched | precision |"
    yield "|---|---|---|---|"
    for code in sorted(right | wrong):
        precision = right[code] / (right[code] + wrong[code])
        yield f"| {code} | {right[code]} | {wrong[code]} | {precision:.3f} |"
    yield ""


def _row(name: str, pairs: int, caught: int, flagged: int) -> str:
    recall = f"{caught / pairs:.2f}" if pairs else ""
    precision = f"{caught / (caught + flagged):.3f}" if caught + flagged else ""
    return f"| {name} | {pairs} | {recall} | {flagged} | {precision} |"


def _quotations(found: dict[str, tuple[int, int]]) -> Iterator[str]:
    yield "| quotations of news, quoted again | flagged | of |"
    yield "|---|---|---|"
    for name, (flagged, every) in found.items():
        yield f"| {name} | {flagged} | {every} |"
    yield ""


def _table(head: str, figures: dict[str, float]) -> Iterator[str]:
    yield f"| {head} | |"
    yield "|---|---|"
    for name, value in figures.items():
        yield f"| {name} | {value:.0f} |" if value == int(value) else f"| {name} | {value:.3f} |"
    yield ""
