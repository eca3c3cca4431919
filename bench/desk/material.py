"""What drafts of the benches are made of: sentences of a case, with what the record has in them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from bench import measured
from bench.case_alder.built import Built, built
from onrecord.case import Case
from onrecord.core.dates import When
from onrecord.core.drafts import Checked
from onrecord.core.folding import fold
from onrecord.core.identity import SourceId
from onrecord.core.quotes import Drift
from onrecord.core.rows import SourceRow, StatementRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import ActorKind, BlockKind, Stance, Standing
from onrecord.intake import Told, read_bytes
from onrecord.reader import load

AGAINST = {"denies", "denies_part", "doubts"}
"""Stances of a gold record that are against a claim."""
_DENIED = (Standing.DISPUTED, Standing.DENIED, Standing.WITHDRAWN)
_FIRST = re.compile(r"\b(?:I|[Mm]y|[Mm]ine|[Ww]e|[Oo]urs?|me|us|[Yy]ours?|[Yy]ou)\b")
_FULL = re.compile(r"[A-ZÀ-Þ][\w’'-]+ [A-ZÀ-Þ][\w’'-]+")
_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’")
_OURS = Path(__file__).parents[2] / "tests" / "data"


@dataclass(frozen=True)
class Sentence:
    """A sentence of a source, word for word; `day` is that of the source."""

    source: SourceId
    at: Span
    words: str
    day: When | None

    @property
    def stands_alone(self) -> bool:
        """Say whether it can be said by somebody else: it has no "I", "my" or "we" of its own."""
        return not _FIRST.search(_QUOTED.sub("", self.words))

    def put(self, at: Span, words: str) -> str:
        """Give the sentence with a stretch of its source exchanged."""
        before = self.words[: at.start - self.at.start]
        return before + words + self.words[at.end - self.at.start :]


class Material:
    """A case, and its sentences.

    Args:
        as_facts: where a source tells as a fact what somebody denies, by the gold of the case.
    """

    def __init__(
        self, name: str, case: Case, as_facts: Sequence[tuple[SourceId, Span]] = ()
    ) -> None:
        self.name, self.case, self._as_facts = name, case, as_facts
        self._reader = load()
        self._desk = case.desk(self._reader)

    def held(self, words: str, day: When | None, ignore: tuple[str, ...] = ()) -> Checked:
        """Hold a draft of some words against the case, as if it were of a day."""
        today = day.first_date if day is not None else None
        raw, told = words.encode("utf-8-sig"), Told(language="en")
        document = read_bytes("draft.txt", raw, told=told, today=today or _LATE)[0]
        return self._desk.hold(document, day=day, ignore=ignore)

    @cached_property
    def sentences(self) -> dict[SourceId, list[Sentence]]:
        """The sentences of running text, each wording once in the case."""
        seen: set[str] = set()
        found: dict[SourceId, list[Sentence]] = {}
        for row in self.case.sources():
            found[row.id] = []
            for one in self._of(row) if row.text else ():
                if one.words not in seen:
                    seen.add(one.words)
                    found[row.id].append(one)
        return found

    def _of(self, row: SourceRow) -> Iterator[Sentence]:
        text = self.case.text(row.id)
        blocks = [one for one in text.blocks if one.kind is BlockKind.PARAGRAPH]
        for at in self._reader.read(text, row.published).sentences:
            if any(block.at.holds(at) for block in blocks):
                words = at.of(text.characters)
                made = Sentence(row.id, at, words, row.published)
                apart = (*self.drifting, *self.own_voice, *self._as_facts)
                if any(row.id == source and at.overlaps(other) for source, other in apart):
                    continue
                if "\n\n" not in words and ":" not in words[:40] and made.stands_alone:
                    yield made

    @cached_property
    def own_voice(self) -> list[tuple[SourceId, Span]]:
        """Where a source itself tells as a fact what somebody denies: no true sentence."""
        return [
            (one.statement.source, one.statement.at)
            for row in self.case.claims().rows
            if row.standing in _DENIED
            for one in row.positions
            if one.statement.is_own_voice
        ]

    def around(self, source: SourceId, at: Span) -> Sentence | None:
        """Give the sentence that holds a stretch of a source."""
        return next((one for one in self.sentences.get(source, ()) if one.at.holds(at)), None)

    @cached_property
    def statements(self) -> list[StatementRow]:
        return self.case.statements()

    @cached_property
    def drifting(self) -> list[tuple[SourceId, Span]]:
        """Where quotations stand that differ from the fullest on record, or are given to others."""
        return [
            (one.wording.source, one.wording.at)
            for quote in self.case.carried().quotes
            for one in quote.variants
            if one.drift is not Drift.IDENTICAL
        ]

    @cached_property
    def people(self) -> list[str]:
        """The full names of persons, the most often named first."""
        rows = [row for row in self.case.actors() if row.kind is ActorKind.PERSON]
        return [row.name for row in rows if _FULL.fullmatch(row.name)]

    @cached_property
    def names(self) -> list[str]:
        """Those of them that are no titles, as "Procurator General" is."""
        held = self.case.tenures().values()
        titles = {word for some in held for row in some for word in fold(row.post).split()}
        return [name for name in self.people if not set(fold(name).split()) <= titles]

    @cached_property
    def denied(self) -> set[tuple[SourceId, str]]:
        """The statements that put forward what somebody on record denies, or has taken back."""
        return {
            (one.statement.source, one.statement.id)
            for row in self.case.claims().rows
            if row.standing in _DENIED
            for one in row.positions
            if one.stance in (Stance.ASSERTS, Stance.REPORTS)
        }


_LATE = date(2026, 1, 1)


_OWN = ("marrow", "pellow", "ternquay", "sorrel", "quennick", "vessray", "ferring")
"""Constructed cases of our own; one more is kept apart and not looked at here."""


def folders(data: Path) -> dict[str, Path]:
    """Say where the cases with a gold record lie."""
    return {"alder": data / "case-alder", **{name: _OURS / f"case-{name}" for name in _OWN}}


def materials(data: Path, folder: Path) -> list[Material]:
    """Make the cases in a folder: the sample, the constructed one of `data`, and our own."""
    measured.run(["-m", "onrecord", "demo", str(folder / "demo")], folder / "log")
    made = [Material("sample", Case.open(folder / "demo" / "case"))]
    for name, lies in folders(data).items():
        with built(lies, folder / name, reader="trained") as case:
            facts = list(_as_facts(case, lies))
        made.append(Material(name, Case.open(folder / name), facts))
    return made


def _as_facts(of: Built, folder: Path) -> Iterator[tuple[SourceId, Span]]:
    """Give where an outlet says in its own voice what somebody denies or doubts."""
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    for claim in gold["claims"]:
        if not AGAINST & {one["stance"] for one in claim["stances"]}:
            continue
        for one in claim["stances"]:
            told = one["evidence"]
            for evidence in told if isinstance(told, list) else [told]:
                row, at = of.sources.get(evidence["doc"]), of.place(evidence)
                outlet = one["actor"].rpartition(".")[2]  # "a.lantern" of the Daily Lantern
                if row is not None and at is not None and outlet in fold(row.outlet).split():
                    yield row.id, at
