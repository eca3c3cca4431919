"""What is told to have happened: its days, what is left of it, findings; and hostile text."""

from __future__ import annotations

import time

import pytest
from bench.texts import paragraphs
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.core.dates import When
from onrecord.core.fitting import misfits
from onrecord.core.vocabulary import Event, EventKind, Met, Reading, Realised
from onrecord.reader import TrainedReader

TOLD_ON = When.of("2024-06-01")


def read(*told: str) -> Reading:
    """Read paragraphs told on 1 June 2024."""
    return TrainedReader().read(paragraphs("\n\n".join(told)), TOLD_ON)


def only(kind: EventKind, *told: str) -> Event:
    """Give the one event of a kind that these paragraphs tell."""
    (found,) = [event for event in read(*told).events if event.kind is kind]
    return found


def test_two_years_after_an_arrest_bound_its_day_by_that_of_the_end() -> None:
    """ "More than" gives a bound and no day; a bare length only the month, as about then."""
    end = "the board dropped the charges against Ivo Marr on 15 September 2023."
    more = only(EventKind.ARREST, f"More than two years after Ivo Marr was arrested, {end}")
    bare = only(EventKind.ARREST, f"Two years after Ivo Marr was arrested, {end}")
    assert more.when is not None
    assert more.when.edtf == "../2021-09-15"
    assert bare.when is not None
    assert bare.when.edtf == "2021-09~"


def test_the_year_of_an_act_is_not_the_year_of_the_charge() -> None:
    """The Act is named, its section too, and no day is invented."""
    charge = only(
        EventKind.CHARGE,
        "Ivo Marr was charged with disclosing ledgers under section 4 of the Harbour Act 1922.",
    )
    assert charge.when is None
    assert charge.law == ("section 4 of the Harbour Act 1922",)
    assert charge.matter == "disclosing ledgers"


def test_what_is_past_in_a_dated_saying_was_not_after_it() -> None:
    """The day of the saying bounds what is told; it is not its day."""
    release = only(EventKind.RELEASE, "Ida Morrow said in March 2024 that Tom Pell was released.")
    assert release.when is not None
    assert release.when.edtf == "../2024-03"
    assert release.when.rule == "not after it was said"


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Ivo Marr was never charged with theft.", Realised.DENIED),
        ("Prosecutors have not charged Ivo Marr with theft.", Realised.DENIED),
        ("Prosecutors are considering charging Ivo Marr with theft.", Realised.CONSIDERED),
        ("Ivo Marr may be charged with theft.", Realised.CONSIDERED),
        ("Ivo Marr is to be charged with theft.", Realised.EXPECTED),
        ("Prosecutors refused to charge Ivo Marr with theft.", Realised.DENIED),
        ("Ivo Marr denied that he had been charged with theft.", Realised.DENIED),
    ],
)
def test_less_than_done_is_never_told_as_done(words: str, left: Realised) -> None:
    """Negation, modality and thought are heard."""
    assert only(EventKind.CHARGE, words).realised is left


def test_a_day_that_may_be_that_of_the_offence_is_not_taken_for_that_of_the_charge() -> None:
    """ "Charged with stealing files in 2021" does not say when the charge was brought."""
    charge = only(EventKind.CHARGE, "Ivo Marr was charged with stealing files in March 2021.")
    assert charge.when is None


def test_an_act_of_proceedings_is_an_event_and_no_statement() -> None:
    """Nobody says anything by being charged, or by dropping a case."""
    reading = read(
        "Ivo Marr was charged with spying.",
        "The Crown Office dropped the charges against Ivo Marr and Tom Pell.",
    )
    assert {event.kind for event in reading.events} == {
        EventKind.CHARGE,
        EventKind.DISCONTINUANCE,
    }
    assert reading.statements == ()


def test_to_charge_that_something_is_so_stays_a_statement() -> None:
    """With a clause for its content a charge is something said."""
    assert read("Ivo Marr charged that the board had lied about the ledgers.").statements


@pytest.mark.parametrize(
    ("words", "met"),
    [
        ("Sam Quill said the evidence no longer met the evidential test.", Met.NO_LONGER_MET),
        ("The evidential standard was not met, Sam Quill said.", Met.NOT_MET),
        ("Sam Quill said the case met the evidential test in April 2023.", Met.MET),
        ("The evidence failed the evidential test, Sam Quill said.", Met.NOT_MET),
    ],
)
def test_a_finding_says_whether_the_test_was_met(words: str, met: Met) -> None:
    """No longer met is not the same as not met."""
    (finding,) = read(words).findings
    assert finding.found is met
    assert finding.reason is None


def test_what_a_test_asks_for_is_no_finding() -> None:
    """Nor is whether it was met, or that it has to be."""
    for words in (
        "Sam Quill was asked whether the evidential test was met.",
        "The evidential test must be met before anyone is charged.",
        "The test requires a realistic prospect of conviction.",
    ):
        assert read(words).findings == (), words


def test_steps_about_the_same_people_are_one_proceeding() -> None:
    """Charge and end stand together, with who brought it and how it ended in the words used."""
    (matter,) = read(
        "In April 2023 the Crown Office charged Ivo Marr with spying.",
        "The Crown Office dropped the charges against Ivo Marr on 9 May 2024.",
    ).proceedings
    assert len(matter.steps) == 2
    assert matter.body == "Crown Office"
    assert matter.ended == "dropped the charges"
    assert matter.opened is not None
    assert matter.opened.edtf == "2023-04"


_PIECES = st.sampled_from(
    "was charged with the arrest of Ivo Marr , who in 2021 and after two years before not if the"
    " charges dropped ; no longer met evidential test Act 1922 section ( ) “ ” ’s to be a an by"
    " court hearing expected denied of against their . ? : whether that letter"
    " resigned appeal".split()
)


@settings(max_examples=40, deadline=None)
@given(st.lists(_PIECES, min_size=1, max_size=60))
def test_whatever_the_words_every_row_fits_its_text(pieces: list[str]) -> None:
    """No order of words makes a row without words, or of a statement that is not there."""
    text = paragraphs(" ".join(pieces))
    reading = TrainedReader().read(text, TOLD_ON)
    assert list(misfits(reading, text)) == []
    assert len({event.id for event in reading.events}) == len(reading.events)


def test_a_text_of_nothing_but_signs_takes_time_in_proportion() -> None:
    """Four times the words take no more than some eight times as long, beside the network."""
    reader = TrainedReader(remembers=1_000)

    def seconds(count: int) -> float:
        words = "that his arrest of the arrest by two years after he was charged with " * count
        text, began = paragraphs(words), time.process_time()
        reader.read(text, TOLD_ON)
        return time.process_time() - began

    seconds(200)  # after this the network's answers are remembered
    assert seconds(800) < 8 * max(seconds(200), 0.05)


def test_who_gives_up_a_prosecution_has_dropped_it() -> None:
    """Giving up anything else ends nothing."""
    end = only(EventKind.DISCONTINUANCE, "The state has given up its prosecution of Ivo Marr.")
    assert end.realised is Realised.DONE
    assert not read("Ida Morrow gave up her seat.").events


@pytest.mark.parametrize(
    ("words", "kind", "day"),
    [
        ("OSTREY, May 30 (RHA) - Prosecutors on Tuesday dropped the charge against Ida Marr.",
         EventKind.DISCONTINUANCE, "2024-05-28"),
        ("The director filed two counts against Ida Marr on 3 May 2024.",
         EventKind.CHARGE, "2024-05-03"),
        ("The appeal will be heard on 3 July 2024.", EventKind.HEARING, "2024-07-03"),
        ("The judge listed the case for trial on 3 July 2024.",
         EventKind.TRIAL_DATE_SET, "2024-07-03"),
    ],
)  # fmt: skip
def test_steps_are_told_in_many_words_and_have_their_day(
    words: str, kind: EventKind, day: str
) -> None:
    step = only(kind, words)
    assert step.when is not None
    assert step.when.edtf == day


def test_the_day_of_what_is_to_come_is_not_that_of_what_has_been() -> None:
    words = "Tom Pell and Ida Marr have been detained and will be heard by a judge this week."
    assert only(EventKind.ARREST, words).when is None
