"""Judgements: what they change, and that taking one back undoes all of it but the log."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from judging_steps import Step, Ticking, begun, carry_out, derived, enter, steps

from once import Once
from onrecord.case import Case
from onrecord.case.working import Working
from onrecord.core.briefs import Section
from onrecord.core.dates import When
from onrecord.core.errors import NoSuchRow, WrongUse
from onrecord.core.grading import Verdict
from onrecord.core.vocabulary import AsOf, SpeechAct, Verb
from onrecord.show import verify_dossier


@pytest.fixture
def case(once: Once, tmp_path: Path) -> Iterator[Case]:
    shutil.copytree(once(begun) / "case", tmp_path / "case")
    clock = Ticking()
    clock.at += timedelta(days=1)
    with Case.open(tmp_path / "case", clock=clock) as case:
        yield case


def pages(case: Case, folder: Path) -> dict[str, str]:
    """Give the dossier's files, but for what names the head, and for the page of the log."""
    case.dossier(folder)
    head = re.compile(
        rf"{case.head().digest}|\d+ entr(y|ies) in \d+ batch(es)?"
        r'|"(batches|entries)": \d+|made_at.*|\d{4}-\d\d-\d\dT[\d:+]+|\d+ \w+ \d{4}, \d\d:\d\d UTC'
    )
    return {
        str(path.relative_to(folder)): head.sub("", path.read_text())
        for path in folder.rglob("*")
        if path.is_file()
        and not path.name.startswith(("manifest", "activity"))
        and path.suffix != ".css"
    }


def test_a_rejected_statement_leaves_every_list_and_comes_back(case: Case) -> None:
    """It is out of lists and counts, listed with the rejected, and back when that is undone."""
    before = derived(case)
    said = next(row for row in case.statements() if not row.proposed)
    made = case.judging().give(Verb.REJECT, [said.id[:12]], because="a caption", by="ida")
    assert said.id not in {row.id for row in case.statements()}
    assert [row.id for row in case.statements(rejected=True)] == [said.id]
    counted = {row.id: row.statements for row in case.sources()}
    kept = [r for r in case.statements() if r.source == said.source and r.duplicate_of is None]
    assert counted[said.source] == len(kept)
    (row,) = case.judging().of(about=said.id)
    assert (row.by, row.because, row.known) == ("ida", "a caption", "2026-03-05")
    assert row.words == (said.attributed(240),)
    assert case.verify().faults == []
    case.take_back(made.id, because="it was speech", by="ed")
    assert derived(case) == before
    assert [r.verb for r in case.log()][-2:] == ["reject", "undo"]
    assert "takes back" in case.log()[-1].summary


def test_a_confirmed_proposal_is_no_proposal_any_more(case: Case) -> None:
    """Its source counts it so as well; the reader's own sureness stays beside it."""
    proposed = case.statements(proposals=True)[0]
    count = next(row.proposals for row in case.sources() if row.id == proposed.source)
    case.judging().give(Verb.CONFIRM, [proposed.id], because="read it", by="ed")
    (row,) = case.statements(id=proposed.id)
    assert (row.confirmed, row.proposed, row.sureness) == (True, False, proposed.sureness)
    assert "proposed" not in row.attribution
    assert next(r.proposals for r in case.sources() if r.id == row.source) == count - 1


def test_what_repeats_a_rejected_statement_stands_for_itself(case: Case) -> None:
    """A caption that repeats its article is a statement of its own once the article's is out."""
    again = next(row for row in case.statements() if row.duplicate_of)
    count = next(row.statements for row in case.sources() if row.id == again.source)
    assert again.duplicate_of is not None
    case.judging().give(Verb.REJECT, [again.duplicate_of], because="cut off", by="ed")
    assert case.statements(id=again.id)[0].duplicate_of is None
    assert next(r.statements for r in case.sources() if r.id == again.source) == count


@pytest.mark.parametrize("kind", ["replies", "quantities", "questions"])
def test_rows_of_every_kind_can_be_rejected(case: Case, kind: str) -> None:
    """Each list leaves it out, and lists it with the rejected."""
    ask = getattr(case, kind)
    rows = ask()
    case.judging().give(Verb.REJECT, [rows[0].id], because="misread", by="ed")
    assert ask() == rows[1:]
    assert [row.id for row in ask(rejected=True)] == [rows[0].id]


def test_an_earlier_day_knows_nothing_of_a_later_judgement(case: Case) -> None:
    """As known on the day before it was given, nothing is rejected."""
    earlier = AsOf(known="2026-03-04")
    before = derived(case, earlier)
    case.judging().give(Verb.REJECT, [case.statements()[0].id], because="misread", by="ed")
    assert derived(case, earlier) == before
    assert derived(case) != derived(case, earlier)


def test_what_nobody_knows_is_no_row_to_judge(case: Case) -> None:
    """One line says so, and nothing is written."""
    head = case.head()
    with pytest.raises(NoSuchRow, match="nothing here is called sta_none"):
        case.judging().give(Verb.CONFIRM, ["sta_none"], because="read it")
    with pytest.raises(NoSuchRow, match="no actor"):
        case.judging().give(Verb.JOIN, ["act_none", "act_nil"], because="read it")
    assert case.head() == head


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(told=steps, gone=st.sets(st.integers(0, 5)))
def test_a_judgement_taken_back_leaves_all_as_if_never_given(
    once: Once, told: list[Step], gone: set[int]
) -> None:
    """Every list and every page is the same; the log keeps what was given and what was undone."""
    numbered = list(enumerate(told))
    gone &= {number for number, _ in numbered}
    with TemporaryDirectory() as name:
        one, other = Path(name) / "one", Path(name) / "other"
        shutil.copytree(once(begun) / "case", one)
        shutil.copytree(once(begun) / "case", other)
        clock = Ticking()
        with Case.open(one, clock=clock) as undone, Case.open(other, clock=clock) as never:
            ids = carry_out(undone, clock, numbered)
            taken = [row for at in sorted(gone) if (row := ids[at]) is not None]
            for row in taken:
                undone.take_back(row, because="after all not", by="ida")
            carry_out(never, clock, [step for step in numbered if step[0] not in gone])
            assert derived(undone) == derived(never)
            assert pages(undone, one / "pages") == pages(never, other / "pages")
            log = undone.log()
            assert sum(row.verb == "undo" for row in log) == len(taken)
            assert sum(row.undone_by is not None for row in log) == len(taken)
            assert undone.verify().faults == []
            rows = derived(undone)
            undone.rebuild()
            assert derived(undone) == rows
            with Case.open(one, clock=clock) as anew:
                assert derived(anew) == rows


def test_a_sample_is_drawn_judged_and_gone_on_with(case: Case) -> None:
    """The same seed draws the same rows; a verdict stays, and rejects nothing."""
    auditing = case.auditing()
    drawn = auditing.draw("statements", most=4, seed=7, by="ed")
    assert len({row.id for row in drawn}) == 4
    assert [row.verdict for row in drawn] == [None] * 4
    assert auditing.draw("statements", most=4, seed=8, by="ed") != drawn
    for row, verdict in zip(drawn, ("right", "right", "wrong"), strict=False):
        auditing.judge(row, Verdict(verdict), by="ed")
    again = case.auditing().draw("statements", most=4, seed=7, by="ed")
    assert [row.id for row in again] == [row.id for row in drawn]
    assert [row.verdict and row.verdict.value for row in again] == ["right", "right", "wrong", None]
    others = case.auditing().draw("statements", most=9, seed=7, by="ida")
    assert {row.verdict for row in others} == {None}
    found = case.judging().audited
    assert sum(row.right for row in found) == 2
    assert sum(row.wrong for row in found) == 1
    assert {row.reader for row in found} <= {row.reader for row in drawn}
    assert drawn[2].id in {row.id for row in case.statements()}
    with pytest.raises(WrongUse, match="one of: statements"):
        auditing.draw("rumours", most=1, seed=1, by="ed")
    for kind in auditing.kinds:
        for row in auditing.draw(kind, most=50, seed=1, by="ed"):
            assert row.words
            assert row.marked


def test_grades_of_two_persons_stand_beside_the_source_with_their_history(case: Case) -> None:
    """The latest of each stands; as of an earlier day the earlier one does."""
    source = case.sources()[0].id
    for value, day, by in (("B", "2026-03", "ed"), ("D", "2025-01", "ed"), ("C", None, "ida")):
        case.judging().give(
            Verb.GRADE, [source], value=value, because="its record", by=by,
            when=When.of(day) if day else None,
        )  # fmt: skip
    grades = case.sources()[0].grades
    assert [(one.value, one.by, one.stands) for one in grades] == [
        ("D", "ed", False), ("B", "ed", True), ("C", "ida", True)
    ]  # fmt: skip
    then = case.judging(AsOf(valid=When.of("2025-06"))).grades[source]
    assert [(one.value, one.by) for one in then if one.stands] == [("D", "ed"), ("C", "ida")]


def test_a_grade_is_laid_over_claims_that_are_not_worked_out_again(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It stands by the words on a claim's page at once, and goes with the judgement."""
    claim = next(row for row in case.claims().rows if row.positions)
    said = claim.positions[0].statement
    worked: list[object] = []
    monkeypatch.setattr(Working, "kept", lambda _self, state: worked.append(state))
    case.judging().give(Verb.GRADE, [said.id], value="2", because="two heard it", by="ed")
    graded = case.claims().claim(claim.id).positions[0].statement
    assert [grade.value for grade in graded.grades] == ["2"]
    (row,) = [row for row in case.claims().rows if row.id == claim.id]
    assert row.positions[0].statement == graded
    assert {row.id: row.grades for row in case.statements()}[said.id] == graded.grades
    case.take_back(because="one of them did not")
    assert case.claims().claim(claim.id).positions[0].statement == said
    assert worked == []


def test_who_confirms_what_stood_has_nothing_worked_out_again(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is shown as confirmed everywhere at once, and what is made of it stays as it was."""
    claim = next(row for row in case.claims().rows if row.positions)
    said = claim.positions[0].statement
    assert not said.proposed
    assert not said.confirmed
    before, listed = case.claims().lines, (case.differing(), case.answered())
    worked: list[object] = []
    monkeypatch.setattr(Working, "kept", lambda _self, state: worked.append(state))
    case.judging().give(Verb.CONFIRM, [said.id], because="read in the paper", by="ed")
    assert case.claims().claim(claim.id).positions[0].statement.confirmed
    assert next(row for row in case.statements() if row.id == said.id).confirmed
    told = [row.statement for row in case.timeline() if row.statement]
    assert all(row.confirmed for row in told if row.id == said.id)
    assert case.claims().lines == before
    case.take_back(because="it was another edition")
    assert case.claims().claim(claim.id).positions[0].statement == said
    assert (case.differing(), case.answered()) == listed
    assert worked == []


def test_who_confirms_what_was_rejected_before_brings_it_back(case: Case) -> None:
    """Then it is more than a mark: the row stood nowhere, and claims rest on it again."""
    claim = next(row for row in case.claims().rows if row.positions)
    said = claim.positions[0].statement
    case.judging().give(Verb.REJECT, [said.id], because="misread", by="ed")
    assert said.id not in {row.id for row in case.statements()}
    case.judging().give(Verb.CONFIRM, [said.id], because="read once more", by="ida")
    assert next(row for row in case.statements() if row.id == said.id).confirmed
    assert case.claims().claim(claim.id).positions[0].statement.confirmed


def test_who_confirms_what_was_mended_before_brings_it_back(case: Case) -> None:
    """Whoever entered the other in its place had put it aside as one who rejects does."""
    source = next(row.id for row in case.sources() if row.name == "counted.txt")
    old = next(
        row for row in case.statements() if row.source == source and row.speaker == "Sam Pell"
    )
    assert case.claims().lines
    enter(case, "mend", 1, 0, 0)
    assert old.id not in {row.id for row in case.statements()}
    assert case.claims().lines
    case.judging().give(Verb.CONFIRM, [old.id], because="both were said", by="ida")
    assert next(row for row in case.statements() if row.id == old.id).confirmed


def test_a_dossier_carries_what_was_decided_and_is_sound(case: Case, tmp_path: Path) -> None:
    """Error on the overview, grades where the words are, a matrix: each with its person."""
    said = next(row for row in case.statements() if row.act is SpeechAct.DENIES)
    give, source = case.judging().give, said.source
    give(Verb.GRADE, [source], value="B", because="its record", by="ida")
    give(Verb.GRADE, [said.id], value="2", because="two heard it", by="ed")
    give(Verb.REJECT, [case.replies()[0].id], because="nobody was asked", by="ed")
    lost = case.judging().hypotheses.hypotheses[0].id
    give(Verb.RATE, [lost, said.id], value="II", because="he was there", by="ida")
    (row, *_) = case.auditing().draw("statements", most=1, seed=1, by="ed")
    case.auditing().judge(row, Verdict.RIGHT, by="ed")
    made = pages(case, tmp_path / "pages")
    assert "1 of 1; 95 % interval 21% to 100%" in made["index.html"]
    assert "1 of 1; 95 % interval 21% to 100%" in made["judgements.html"]
    assert "nobody was asked" in made["judgements.html"]
    assert "B (usually reliable) by ida" in made[f"sources/{source}.html"]
    assert "credibility 2 by ed" in made["statements.html"]
    assert "As rated by" in made["hypotheses.html"]
    assert "2 (1 II, 0 I)" in made["hypotheses.html"]
    assert verify_dossier(tmp_path / "pages") == []


def test_a_brief_is_of_what_is_contested_new_and_open(case: Case) -> None:
    """A decision made since is told, one of before is not; a silence is open."""
    case.judging().give(Verb.REJECT, [case.statements()[0].id], because="misread", by="ida")
    brief = case.brief(since="2026-03-05")
    told = [row.what for row in brief.under(Section.CHANGED)["decisions"]]
    assert len(told) == 1
    assert told[0].endswith("by ida")
    assert brief.under(Section.OPEN)["silences"]
    assert "documents" not in brief.under(Section.CHANGED)
    assert case.brief(since="2026-03-04").under(Section.CHANGED)["documents"]
    assert case.brief().since == "2026-03-05"
