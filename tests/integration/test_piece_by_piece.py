"""What a case works out piece by piece, as it goes, is what it would work out from nothing."""

from __future__ import annotations

import shutil
from collections import Counter
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import apsw
from hand_reader import STORY, HandReader
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from judging_steps import BEGUN, Ticking, begun, carry_out, derived, steps

from once import Once
from onrecord.case import Case
from onrecord.core.dates import When
from onrecord.core.rows import Tally
from onrecord.core.vocabulary import AsOf, Verb
from onrecord.intake import Told

DEEDS = st.lists(
    st.one_of(
        steps.map(lambda some: ("judge", some[:1])),
        st.tuples(st.sampled_from(["claim", "undo", "add"]), st.integers(0, 9)),
    ),
    min_size=1,
    max_size=6,
)


def on_a_claim(case: Case, which: int) -> None:
    """Decide something on one claim or two, if there are any."""
    lines = case.claims().lines
    if len(lines) < 2:
        return
    one, other = lines[which % len(lines)].id, lines[(which + 1) % len(lines)].id
    verb = (Verb.REJECT, Verb.CONFIRM, Verb.REWORD, Verb.JOIN, Verb.PART)[which % 5]
    about = (one, other) if verb in (Verb.JOIN, Verb.PART) else (one,)
    value = f"In other words, {which}" if verb is Verb.REWORD else ""
    case.judging().give(verb, about, value=value, because="as read", by="ed")


def more(case: Case, folder: Path, which: int) -> None:
    """Add one document more, which has the story's words and some of its own."""
    file = folder / f"more-{which}.txt"
    file.write_text(f"{STORY}\nPage {which}.\n")
    told = Told(published=f"2026-03-{which + 2:02}", outlet=f"The Quay {which % 3}")
    case.add([file], reader=HandReader(), told=told, by="ed")


def firsts_of(case: Case, as_of: AsOf, most: int) -> dict[str, object]:
    """Give the first rows of the listings that have them at hand."""
    return {
        "statements": case.statements(as_of, limit=most),
        "actors": case.actors(as_of, limit=most),
        "timeline": case.timeline(as_of, limit=most),
        "claims": case.claims(as_of).first(most)[0],
    }


def held(case: Case) -> str:
    """Hold a draft against the case: all that is found in it, as it is."""
    desk = case.desk(HandReader())
    return repr(desk.hold(desk.document(Path("draft.txt"), STORY.encode())))


def counts(case: Case) -> bool:
    """Say whether actors have as many statements and proposals as are listed with them.

    And whether as many are counted in all as are listed, now and as of a day before.
    """
    for as_of in (AsOf(), AsOf(known=BEGUN.date().isoformat()), AsOf(valid=When.of("2026-03-03"))):
        assert case.tally(as_of) == Tally.of(case.statements(as_of))
    said = [row for row in case.statements() if row.duplicate_of is None]
    every, proposed = (
        Counter(row.actor for row in rows) for rows in (said, [row for row in said if row.proposed])
    )
    found = case.actors()
    return bool(found) and all(
        (one.statements, one.proposals) == (every[one.id], proposed[one.id]) for one in found
    )


@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(deeds=DEEDS)
def test_piece_by_piece_it_comes_to_what_it_comes_to_from_nothing(
    once: Once,
    deeds: list[tuple[str, object]],
) -> None:
    """Judgements, undoing and documents in any order; asked now and as of a day before."""
    with TemporaryDirectory() as name:
        folder, clock = Path(name) / "case", Ticking()
        shutil.copytree(once(begun) / "case", folder)
        with Case.open(folder, clock=clock) as case:
            for number, (what, told) in enumerate(deeds, 1):
                clock.at = BEGUN + timedelta(days=number)
                if what == "judge":
                    assert isinstance(told, list)
                    carry_out(case, clock, [(number * 24, told[0])])
                elif isinstance(told, int) and what == "claim":
                    on_a_claim(case, told)
                elif isinstance(told, int) and what == "add":
                    more(case, Path(name), told)
                elif any(row.undone_by is None for row in case.log()[3:]):
                    case.take_back(because="after all not", by="ida")
                case.claims().lines  # noqa: B018 - what follows goes on from what is worked out
                checked = held(case) if number in (1, len(deeds)) else ""
            then = AsOf(known=BEGUN.date().isoformat())
            rows = derived(case), derived(case, then), case.claims().rows, case.claims().changed()
        connection = apsw.Connection(str(folder / "case.db"))
        connection.execute("DELETE FROM memory")
        connection.close()
        with Case.open(folder, clock=clock) as case:
            anew = derived(case), derived(case, then), case.claims().rows, case.claims().changed()
            firsts = [firsts_of(case, as_of, 2) for as_of in (AsOf(), then)]
            assert counts(case)
            assert held(case) == checked
        with Case.open(folder, clock=clock) as case:
            assert [firsts_of(case, as_of, 2) for as_of in (AsOf(), then)] == firsts
        for told, all_of in zip(firsts, anew[:2], strict=True):
            assert told == {key: all_of[key][:2] for key in told}  # type: ignore[index]  # the rows are of many kinds
        for one, other in zip(rows[:2], anew[:2], strict=True):
            assert {key for key in one if one[key] != other[key]} == set()
        assert rows[2:] == anew[2:]
