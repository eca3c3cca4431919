"""Questions are closed only by what the one asked says afterwards about what is asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.assess import Reply, answered
from onrecord.assess.answers import parts_of
from onrecord.core.answers import AnsweredRow, Open
from onrecord.core.dates import When
from onrecord.core.identity import ActorId, RowId, SourceId, StatementId, TextId
from onrecord.core.rows import Party, QuestionRow, StatementRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Commitment, Mode, Naming, Polarity, SpeechAct

PELL, MARR = ActorId("act_pell"), ActorId("act_marr")


def said(
    words: str,
    by: ActorId = PELL,
    act: SpeechAct = SpeechAct.ASSERTS,
    at: int = 0,
    source: str = "2",
) -> StatementRow:
    place = Span(at, at + len(words))
    return StatementRow(
        id=StatementId(f"sta_{at}_{words}"), source=SourceId(f"src_{source}"), source_label="reply",
        text=TextId("txt_1"), speaker=by, naming=Naming.NAMED, actor=by, actor_name=by, cue="",
        content=words, at=place, content_spans=(place,), source_spans=(), cue_spans=(),
        hedge_spans=(), mention=None, mode=Mode.DIRECT, act=act, polarity=Polarity.POSITIVE,
        commitment=Commitment.NOT_STATED, hedges=(), made=None, parent=None, chain=(),
        reader="by hand", known="2024-01-01",
    )  # fmt: skip


def question(words: str, of: ActorId = PELL, put: str | None = "2024-03-01") -> QuestionRow:
    return QuestionRow(
        id=RowId(f"que_{words}"), source=SourceId("src_1"), source_label="letter", words=words,
        at=Span(0, 1), spans=(Span(0, 1),), asked=Party(words=of, actor=of), due=None,
        put=None if put is None else When.of(put),
        statement=said(words, by=MARR, act=SpeechAct.ASKS, source="1"),
    )  # fmt: skip


def reply(words: str, number: str = "", day: str | None = "2024-03-09", **how: object) -> Reply:
    row = said(words, **how)  # type: ignore[arg-type]  # whatever `said` takes
    return Reply(
        statement=row, words=words, said=None if day is None else When.of(day), number=number
    )


def lay(words: str, *replies: Reply, number: str = "") -> AnsweredRow:
    return answered([(question(words), number)], replies)[0]


TIDE = "Was the tide gauge at Ostrey read before the sluice was opened?"


def test_only_the_one_asked_can_answer_and_only_afterwards() -> None:
    words = "The tide gauge was read at noon, before the sluice was opened"
    assert lay(TIDE, reply(words)).state is Open.ANSWERED
    assert lay(TIDE, reply(words, by=MARR)).state is Open.OPEN
    assert lay(TIDE, reply(words, day="2024-02-01")).state is Open.OPEN
    assert lay(TIDE).state is Open.OPEN


def test_what_speaks_of_something_else_leaves_it_open() -> None:
    assert lay(TIDE, reply("The committee does valuable work")).state is Open.OPEN


def test_how_many_wants_a_number_and_when_wants_a_day() -> None:
    many = "How many sluice gates were open?"
    assert lay(many, reply("The sluice gates were open")).state is Open.OPEN
    assert lay(many, reply("Nine sluice gates were open")).state is Open.ANSWERED
    when = "On what date was the gauge at Ostrey mended?"
    assert lay(when, reply("The gauge at Ostrey was mended")).state is Open.OPEN
    assert lay(when, reply("The gauge at Ostrey was mended on 4 May")).state is Open.ANSWERED


def test_a_question_of_two_parts_is_answered_partly() -> None:
    row = lay("How many sluice gates were open, and how many were later sealed with concrete?",
              reply("Nine sluice gates were open"))  # fmt: skip
    assert [part.is_answered for part in row.parts] == [True, False]
    assert row.state is Open.PARTLY
    row = lay("Was any warden, or any clerk outside the port, told of the flood?",
              reply("No warden was told of the flood"))  # fmt: skip
    assert row.state is Open.PARTLY


def test_why_is_answered_in_full_only_with_a_reason_for_each_thing_named() -> None:
    which = "Which of the three gauges was no longer used, and why?"
    bare = reply("The second gauge was no longer used", at=0)
    reasoned = reply("The third gauge was no longer used because the float had sunk", at=100)
    assert lay(which, bare).state is Open.PARTLY
    assert lay(which, reasoned).state is Open.ANSWERED
    both = lay(which, bare, reasoned)
    assert both.state is Open.PARTLY
    assert "no reason is given" in both.limits[0]


def test_a_letter_that_goes_by_numbers_answers_one_by_one() -> None:
    one = reply("It was shut at dusk", number="1", at=0)
    two = reply("We are not able to say who was there", number="2", at=50)
    assert lay("Was the lock guarded?", one, two, number="1").state is Open.ANSWERED
    declined = lay("Who was there when the lock was guarded?", one, two, number="2")
    assert declined.state is Open.OPEN
    assert declined.answers[0].declines


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("Who opened it, and why?", ["Who opened it", "why?"]),
        ("Was any warden, or any clerk, told?", ["Was any warden told?", "Was any clerk told?"]),
        ("Was he there?", ["Was he there?"]),
    ],
)
def test_a_question_is_cut_into_what_it_asks(words: str, parts: list[str]) -> None:
    assert parts_of(words) == parts


_replies = st.lists(
    st.builds(
        reply,
        st.sampled_from(
            [
                "Nine sluice gates were open",
                "No warden was told",
                "The gates were sealed because of rust",
                "The tide gauge was read before the sluice was opened on 4 May",
            ]
        ),
        at=st.integers(0, 3),
    ),
    max_size=4,
)


@given(replies=_replies, more=_replies)
def test_what_is_said_later_never_opens_a_question_again(
    replies: list[Reply], more: list[Reply]
) -> None:
    """A part that is answered stays answered, whatever else is said."""
    before = lay(TIDE, *replies)
    after = lay(TIDE, *replies, *more)
    for one, other in zip(before.parts, after.parts, strict=True):
        assert other.is_answered or not one.is_answered


def test_of_two_kinds_of_people_each_has_to_be_answered_unless_it_was_nobody() -> None:
    words = "Did any steward or adviser ask for the regatta to be stopped?"
    assert len(parts_of(words)) == 2
    assert lay(words, reply("An adviser asked for the regatta to be stopped.")).state is Open.PARTLY
    assert lay(words, reply("Nobody asked for the regatta to be stopped.")).state is Open.ANSWERED
    assert len(parts_of("Did any letter or parcel ask for the regatta to be stopped?")) == 1


def test_when_first_is_answered_by_the_day_of_the_first() -> None:
    words = "On what date did the museum first have cause to think that the etchings were gone?"
    told = "It was on 26 April 2023 that we first had cause to look."
    assert lay(words, reply(told)).state is Open.ANSWERED
    assert lay(words, reply("We had cause to look.")).state is Open.OPEN


def test_did_he_make_the_call_is_answered_by_who_tells_of_the_call() -> None:
    words = "I ask him one thing: did he make the call that the Echo described on 22 September?"
    assert lay(words, reply("I made one call, about a rota.")).state is Open.ANSWERED
    assert lay(words, reply("He made one call, about a rota.")).state is Open.OPEN
    assert lay(words, reply("I made a cake, about noon.")).state is Open.OPEN
