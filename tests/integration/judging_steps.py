"""A case to judge in, judgements of every kind as steps to be drawn at random, and what follows."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hand_reader import STORY, HandReader
from hypothesis import strategies as st

from onrecord.case import Case
from onrecord.core.dates import When
from onrecord.core.entered import Chosen, DateBound, Whose
from onrecord.core.spans import Span
from onrecord.core.vocabulary import AsOf, Judgement, SpeechAct, Verb
from onrecord.intake import Told
from onrecord.reader import TrainedReader

COUNTED = """Pier asks about logs

Ivo Marrin said that at least 34 logs had been lost. Sam Pell denied that he had seen them.

“When were they lost?” the harbour board asked Mr Pell on 3 March 2026.
"""
BEGUN = datetime(2026, 3, 4, 9, tzinfo=UTC)


class Ticking:
    """A clock that is set for each judgement, so that the same one has the same id anywhere."""

    def __init__(self) -> None:
        self.at = BEGUN

    def __call__(self) -> datetime:
        return self.at


def begun(folder: Path) -> None:
    """Make a case of two documents in `case`, to be copied."""
    files = folder / "files"
    files.mkdir()
    (files / "story.txt").write_text(STORY)
    (files / "counted.txt").write_text(COUNTED)
    told = Told(published="2026-03-01", outlet="The Pier")
    with Case.create(folder / "case", by="ed", clock=Ticking(), name="harbour") as case:
        case.add([files / "story.txt"], reader=HandReader(), told=told, by="ed")
        case.add([files / "counted.txt"], reader=TrainedReader(), told=told, by="ed")
        assert case.statements()
        assert case.replies()
        assert case.quantities()
        for words in ("it was lost", "it was burnt"):
            case.judging().give(Verb.SUPPOSE, value=words, because="it is gone", by="max")
        case.judging().give(Verb.WRITE, value="The log is gone", because="asked", by="max")


def derived(case: Case, as_of: AsOf = AsOf()) -> dict[str, object]:
    """Give all that follows from the record, but for the log."""
    return {
        "sources": case.sources(as_of),
        "statements": case.statements(as_of),
        "replies": case.replies(as_of),
        "actors": case.actors(as_of),
        "timeline": case.timeline(as_of),
        "quantities": case.quantities(as_of),
        "questions": case.questions(as_of),
        "arrows": case.arrows(as_of),
        "origins": case.origins(as_of),
        "tenures": case.posts(as_of).tenures(),
        "rejected": case.statements(as_of, rejected=True),
        "judgements": case.judging(as_of).rows,
        "search": case.search("logs", as_of),
        "claims": case.claims(as_of).lines,
        "what claims rest on": case.claims(as_of).rows,
        "moves": case.claims(as_of).changed(),
        "differences": case.differing(as_of),
        "answered": case.answered(as_of),
        "grades": case.judging(as_of).grades,
        "hypotheses": case.judging(as_of).hypotheses,
        "audited": case.judging(as_of).audited,
    }


def enter(case: Case, what: str, number: int, one: int, other: int) -> Judgement:
    """Enter a row on a word of its own, so that it rests on no other decision."""
    source = next(row for row in case.sources() if row.name == "counted.txt")
    words = [Span(*found.span()) for found in re.finditer(r"\w+", case.text(source.id).characters)]
    at = f"@{words[number % len(words)]}"
    because, entering = f"number {number}", case.entering()
    whose = Whose(new=f"Kit Tarn {one}") if one % 2 else Whose()
    if what == "enter mention":
        return entering.mention(source.id, at, whose, because=because, by="ed")
    if what == "enter date":
        when, bound = When.of(f"20{10 + one}"), list(DateBound)[other % 6]
        return entering.date(source.id, at, when, bound, because=because, by="ed")
    instead = ""
    if what == "mend":
        instead = next(
            row.id for rejected in (False, True) for row in case.statements(rejected=rejected)
            if row.source == source.id and row.speaker == "Sam Pell"
        )  # fmt: skip
    acts = list(SpeechAct)
    chosen = Chosen(
        content=(f"@{words[-1 - number % len(words)]}",), voice=(at,), whose=whose,
        act=acts[other % len(acts)], instead=instead,
    )  # fmt: skip
    return entering.statement(source.id, chosen, because=because, by="ed")


Step = tuple[str, int, int]
GIVEN = ["confirm", "reject", "join", "part", "grade", "grade source", "suppose", "rate", "audit",
         "write", "place", "enter statement", "enter mention", "enter date", "mend"]  # fmt: skip
steps = st.lists(
    st.tuples(st.sampled_from(GIVEN), st.integers(0, 30), st.integers(0, 30)),
    min_size=1,
    max_size=7,
)


def carry_out(case: Case, clock: Ticking, told: list[tuple[int, Step]]) -> list[str | None]:
    """Give judgements, each at the hour of its number; of what is impossible nothing."""
    with_ids = sorted(row[0] for row in case._ledger._connection.execute(
        "SELECT id FROM statement UNION SELECT id FROM reply UNION SELECT id FROM quantity"
    ))  # fmt: skip
    mentions = [m.id for _, _, m in case._ledger.ask.mentions(AsOf())]
    sources = [row.id for row in case.sources()]
    given_ids: list[str | None] = []
    for number, (what, one, other) in told:
        clock.at = BEGUN + timedelta(hours=number)
        if what.startswith(("enter", "mend")):
            there = any(row.name == "counted.txt" for row in case.sources())
            made = enter(case, what, number, one, other) if there else None
            given_ids.append(made and made.id)
            continue
        row, verb, value = with_ids[one % len(with_ids)], Verb(what.split()[0]), ""
        about = [row]
        if verb in (Verb.JOIN, Verb.PART):
            about = [mentions[one % len(mentions)], mentions[other % len(mentions)]]
        elif what == "grade source":
            about, value = [sources[one % len(sources)]], "ABCDEF"[other % 6]
        elif verb is Verb.GRADE:
            about, value = [next(i for i in with_ids if i[:3] == "sta")], "123456"[other % 6]
        elif verb is Verb.SUPPOSE:
            about, value = [], f"supposition {one}"
        elif verb is Verb.RATE:
            hypotheses = [one.id for one in case.judging().hypotheses.hypotheses[:2]]
            about, value = [hypotheses[other % 2], row], ["C", "I", "II", "N"][other % 4]
        elif verb is Verb.AUDIT:
            value = ["right", "wrong", "unsure"][other % 3]
        elif verb is Verb.WRITE:
            about, value = [i for i in with_ids if i[:3] == "sta"][: one % 3], f"claim {other}"
        elif verb is Verb.PLACE:
            # Somebody may have rejected it since, reworded it, or joined it with an older one.
            written = [line.id for line in case.claims().lines if line.worded_by == "max"][:1]
            about = [*written, [i for i in with_ids if i[:3] == "sta"][one % 3]]
            value = ["asserts", "denies", "doubts"][other % 3]
        if len(set(about)) < len(about) or (verb is Verb.PLACE and len(about) < 2):
            given_ids.append(None)
            continue
        made = case.judging().give(verb, about, value=value, because=f"number {number}", by="ed")
        given_ids.append(made.id)
    return given_ids
