"""Questions: who asks whom, out of reports and letters, and the last day for an answer."""

from __future__ import annotations

from bench.texts import paragraphs

from onrecord.core.vocabulary import Question, Reading
from onrecord.reader import TrainedReader

LETTER = """3 February 2025

Dear Mr Marr,

I write about the dropped case. Why was the evidence withdrawn? Who decided it?

I should be grateful for answers by 5 March 2025. The public has waited long enough.

Yours sincerely,
Ann Vale
Chair, Harbour Committee
"""


def asked(text: str) -> list[tuple[str, str, str, str, str]]:
    """Give for each question its words, asker, asked, day and last day."""
    reading = TrainedReader().read(paragraphs(text), None)
    return [_shown(reading, question, text) for question in reading.questions]


def _shown(reading: Reading, question: Question, text: str) -> tuple[str, str, str, str, str]:
    names = {mention.id: mention.name for mention in reading.mentions}
    parties = [
        "" if voice is None or voice.mention is None else names[voice.mention].removeprefix("the ")
        for voice in (question.asker, question.asked)
    ]
    days = [when.edtf if when else "" for when in (question.put, question.due)]
    return (question.at[0].of(text), parties[0], parties[1], days[0], days[1])


def test_a_report_of_a_demand_names_who_asks_whom() -> None:
    """ "Called on", "asked": the one addressed; "demanded from": the one it is demanded from."""
    assert asked("Ann Vale called on the Harbour Board to publish the minutes.") == [
        ("to publish the minutes", "Ann Vale", "Harbour Board", "", "")
    ]
    ((words, who, whom, *_),) = asked("The union demanded an explanation from the minister.")
    assert words.startswith("an explanation")
    assert (who, whom) == ("The union", "minister")


def test_nobody_is_asked_where_no_words_say_whom() -> None:
    """And what is only said asks nothing."""
    ((_, who, whom, *_),) = asked("Ann Vale called for an inquiry.")
    assert (who, whom) == ("Ann Vale", "")
    assert asked("Ann Vale said that the clerk was ill.") == []


def test_a_letter_may_ask_somebody_else_than_whom_it_is_written_to() -> None:
    """ "I ask him" means whom the sentence before named."""
    letter = LETTER.replace(
        "I should be grateful", "I have also written to Mr Tom Pell, who left in May. I ask him one"
        " thing: did he keep the ledger?\n\nI should be grateful"
    )  # fmt: skip
    found = {words: whom for words, _, whom, *_ in asked(letter)}
    assert next(whom for words, whom in found.items() if "ledger" in words) == "Tom Pell"
    assert next(whom for words, whom in found.items() if "withdrawn" in words) == "Marr"


def test_by_a_day_counts_it_in_and_before_it_does_not() -> None:
    """A date that is no deadline sets none."""
    told = "Ann Vale urged the board to release the report {} 12 May 2024."
    due = {word: asked(told.format(word))[0][-1] for word in ("by", "before", "of")}
    assert due == {"by": "2024-05-12", "before": "2024-05-11", "of": ""}


def test_a_letter_asks_with_and_without_question_marks_and_sets_one_day_for_all() -> None:
    """Its writer asks, whom it greets is asked, on the day above it."""
    found = asked(LETTER)
    assert all(one[1:] == ("Ann Vale", "Marr", "2025-02-03", "2025-03-05") for one in found)
    wanted = ("Why was the evidence withdrawn?", "Who decided it?", "answers by 5 March 2025")
    assert all(words in one[0] for words, one in zip(wanted, found, strict=True))


TURNED = """3 February 2025

To: Ida Marr, Harbour Director
Copied to: Tom Pell, Weir Office

Dear Director,

I should be grateful for answers by 5 March 2025 to the following.

1. Why was the gauge not read?

I ask Mr Pell, by the same day, one thing:

2. Was the sluice shut?

Yours sincerely,
Ann Vale
Chair, Harbour Committee
"""


def test_a_letter_asks_its_addressee_until_it_turns_to_somebody_else() -> None:
    """ "To: Ida Marr" above, "I ask Mr Pell:" between; what only leads in is no question."""
    found = asked(TURNED)
    assert [(words, whom) for words, _, whom, _, _ in found] == [
        ("Why was the gauge not read?", "Ida Marr"),
        ("Was the sluice shut?", "Tom Pell"),
    ]
    assert {due for *_, due in found} == {"2025-03-05"}


TO_TWO = """HARBOUR COMMITTEE

3 February 2025

To: Oskar Marr, Registrar, Pilots Board
    Tilda Quent, Chief Executive, Tarn Ferries

The lost logs

We have heard two stories and shall be glad of replies by 5 March 2025.

Of Mr Marr:

1. Who looked after the logs in May, and is there a list of them?
2. When was the Board told?

Of Ms Quent:

3. Does Tarn Ferries stand by its notice?

Ann Vale
Chair
"""


def test_a_list_in_a_letter_asks_each_of_those_it_is_addressed_to() -> None:
    """No salutation stands in an official letter: the line "To:" opens it."""
    found = asked(TO_TWO)
    assert [(one[0][:9], one[1], one[2].split()[-1], *one[3:]) for one in found] == [
        ("Who looke", "Ann Vale", "Marr", "2025-02-03", "2025-03-05"),
        ("When was ", "Ann Vale", "Marr", "2025-02-03", "2025-03-05"),
        ("Does Tarn", "Ann Vale", "Quent", "2025-02-03", "2025-03-05"),
    ]


def test_a_letter_to_several_asks_each_under_a_line_of_their_own() -> None:
    """The line "To Ms Pell:" is nobody's turn in a transcript, and the list after it is hers."""
    letter = (
        "3 February 2025\n\nDear all,\n\nMy members want answers.\n\n"
        "To Ms Pell:\n\n1. Who opened the sluice on 4 May?\n\n"
        "To Mr Marr:\n\n2. When was the keeper told of it?\n\n"
        "Yours in sailing,\n\nAnn Vale\nSecretary\n"
    )
    told = {words: whom for words, _, whom, *_ in asked(letter) if words.endswith("?")}
    assert told == {
        "Who opened the sluice on 4 May?": "Pell",
        "When was the keeper told of it?": "Marr",
    }


def test_who_is_ordered_or_begged_to_do_something_owes_no_answer() -> None:
    assert not asked("The keeper was ordered to remain in custody by a Marrow magistrate.")
    assert not asked("Neighbours pleaded with him to stop the engine, Ann Vale said.")
