"""What passes: hops out of sentences, whose they are, and hostile ones in bounded time."""

from __future__ import annotations

import time

import pytest
from bench.texts import paragraphs

from onrecord.core.dates import When
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Flow, Realised
from onrecord.reader import TrainedReader
from onrecord.reader.flows.grammar import find
from onrecord.reader.flows.phrases import Phrases
from onrecord.reader.flows.tables import load as load_tables
from onrecord.reader.lexicon import load
from onrecord.reader.words import words


def flows(text: str) -> tuple[Flow, ...]:
    return TrainedReader().read(paragraphs(text), When.of("2024-06-01")).flows


def realised(text: str) -> list[Realised]:
    return [hop.realised for flow in flows(text) for hop in flow.hops]


@pytest.mark.parametrize(
    ("before", "left"),
    [
        ("Ada Vale passed", Realised.DONE),
        ("Ada Vale allegedly passed", Realised.ALLEGED),
        ("Ada Vale is said to have passed", Realised.ALLEGED),
        ("Ada Vale, it is alleged, passed", Realised.ALLEGED),
        ("Ada Vale never passed", Realised.DENIED),
        ("Ada Vale refused to pass", Realised.DENIED),
        ("Ada Vale tried to pass", Realised.ATTEMPTED),
        ("Ada Vale failed to pass", Realised.ATTEMPTED),
        ("Ada Vale agreed to pass", Realised.CONSIDERED),
        ("Tom Pell told Ada Vale to pass", Realised.CONSIDERED),
        ("It is not known whether Ada Vale passed", Realised.CONSIDERED),
        ("Tom Pell denied that Ada Vale passed", Realised.DENIED),
        ("Tom Pell says that Ada Vale never passed", Realised.DENIED),
        ("No clerk who worked there passed", Realised.DENIED),
        ("Tom Pell says Ada Vale did not pass", Realised.DENIED),
        ("Tom Pell denied that Ada Vale never passed", Realised.DONE),
        ("Ada Vale did not deny passing", Realised.ALLEGED),
    ],
)
def test_the_words_before_a_verb_say_what_is_left_of_it(before: str, left: Realised) -> None:
    """Done only where nothing takes it back; what leaves least of it counts."""
    assert realised(f"{before} the papers to Ivo Marr.") == [left]


def test_a_question_says_that_nothing_passed() -> None:
    """It asks."""
    assert realised("Did Ada Vale hand the list to Ivo Marr?") == [Realised.CONSIDERED]


def test_each_hop_of_a_flow_is_a_step_of_its_own() -> None:
    """Through two others: three hops, each end named once; what no words name stays empty."""
    (flow,) = flows("The papers reached Ivo Marr through Ada Vale.")
    assert [hop.giver is None for hop in flow.hops] == [True, False]
    (flow,) = flows("Sam Quill sent the file to Ivo Marr via Ada Vale and via Tom Pell.")
    assert len(flow.hops) == 3


def test_nobody_gives_to_himself() -> None:
    """ "He" who took from Marr is not Marr, whatever a pronoun is led to."""
    text = (
        "Ida Morrow said that Ivo Marr passed the survey papers to Tom Pell.\n\n"
        "Tom Pell denied that he had received the survey papers from Ivo Marr."
    )
    ends = [
        (hop.giver.mention, hop.taker.mention)
        for flow in flows(text)
        for hop in flow.hops
        if hop.giver and hop.taker
    ]
    assert len(ends) == 2
    assert len(set(ends)) == 1


def test_who_that_courier_was_reaches_the_hop() -> None:
    """A description that repeats the noun of the one unnamed taker is that taker."""
    text = "Tom Pell handed the papers to a courier.\n\nThat courier is understood to be Sam Quill."
    reading = TrainedReader().read(paragraphs(text), None)
    ((hop,),) = (flow.hops for flow in reading.flows)
    (claim,) = reading.identity_claims
    led = {mention.id: mention.same_as or mention.id for mention in reading.mentions}
    assert hop.taker is not None
    assert led[claim.one] == hop.taker.mention


@pytest.mark.parametrize(
    "told",
    [
        "passed the papers to Pell ", "gave ", "Marr passed it to Pell and ", "payments from ",
        "chain that carried papers out of ", "Marr, who ", "was said to be alleged to have ",
        "on Monday gave it to Pell ", "“Pell gave it to Marr,” he said. ",
    ],
)  # fmt: skip
def test_hostile_sentences_take_time_in_proportion(told: str) -> None:
    """Four times the words in one sentence take some four times as long."""
    took = []
    for times in (500, 2_000):
        characters = told * times
        found = words(characters, Span(0, len(characters)), load())
        begun = time.process_time()
        list(find(Phrases(found, load(), load_tables(), {}, set())))
        took.append(time.process_time() - begun)
    assert took[1] < 10 * took[0] + 0.2
