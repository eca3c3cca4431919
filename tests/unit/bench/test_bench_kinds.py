"""Texts annotated by hand: what counts as found, as the right source, as nested, as tied."""

from __future__ import annotations

from pathlib import Path

import pytest
from bench import kinds, markup
from bench.bootstrap import measured
from reading_by_hand import Made

from onrecord.core.spans import Span
from onrecord.core.vocabulary import Commitment, Naming, Outcome, Polarity, SpeechAct

NESTED = """=== one
[s1 The coroner] [c1 said] [t1 that [s2 a nurse] [c2 had denied] [t2 changing the chart]].
% 1 naming=role-only
% 2 act=denies polarity=negative naming=role-only
"""
POINTING = """=== two
[m:vale Ann Vale] came.
[s1 She] [c1 told] [a1 the board] [t1 it was late], which was [c2+h2 suspected] [t2 to be so].
% 1 who=vale
% 2 naming=agentless commitment=possible
"""
SILENT = """=== three
[s1 The ministry] [n1 did not respond]. [s2 Mr Orde] [n2 would not say]. The mayor declined.
% 1 outcome="did not respond"
% 2 outcome="declined to comment"
"""
SAME = """=== four
[t1 That person] [c1 is understood to be] [t1 Ivo Marsh].
% 1 naming=agentless identity
"""


@pytest.fixture
def annotated(tmp_path: Path):
    def read(words: str) -> tuple[markup.Annotated, Made]:
        file = tmp_path / "t.txt"
        file.write_text(words, encoding="utf-8")
        (gold,) = markup.read_file(file)
        return gold, Made(gold.text)

    return read


def _outer_and_inner(made: Made, linked: bool) -> None:
    role = Naming.ROLE_ONLY
    outer = made.said(
        made.voice("The coroner", naming=role),
        ["said"],
        ["that a nurse had denied changing the chart"],
    )
    made.said(
        made.voice("nurse", naming=role),
        ["had denied"],
        ["changing the chart"],
        act=SpeechAct.DENIES,
        polarity=Polarity.NEGATIVE,
        parent=outer if linked else None,
    )


def test_a_reading_that_agrees_with_the_annotation_has_everything_right(annotated) -> None:
    """ "nurse" for "a nurse" is more than half of the same characters: the source is right."""
    gold, made = annotated(NESTED)
    _outer_and_inner(made, linked=True)
    assert kinds.count(made.reading, gold) == {
        "gold": 2,
        "given": 2,
        "found": 2,
        "who": 2,
        "naming": 2,
        "naming gold": 2,
        "naming given": 2,
        "naming right": 2,
        "act": 2,
        "act gold": 1,
        "act given": 1,
        "act right": 1,
        "polarity": 2,
        "polarity gold": 1,
        "polarity given": 1,
        "polarity right": 1,
        "commitment": 2,
        "nested pairs": 1,
        "nested pairs right": 1,
        "nested documents": 1,
        "nested documents right": 1,
    }


def test_a_child_without_its_parent_link_is_found_but_not_nested(annotated) -> None:
    """Both statements are there, with their sources; the chain is not."""
    gold, made = annotated(NESTED)
    _outer_and_inner(made, linked=False)
    counted = kinds.count(made.reading, gold)
    assert (counted["found"], counted["who"]) == (2, 2)
    assert (counted["nested pairs"], counted.get("nested pairs right", 0)) == (1, 0)
    assert "nested documents right" not in counted


def test_content_is_found_from_a_dice_of_six_tenths(annotated) -> None:
    """ "changing the chart" has 16 letters: 7 of them ("changin") are Dice 0.61, 6 are 0.55."""
    gold, made = annotated(NESTED)
    made.said(None, ["had denied"], ["changin"])
    assert kinds.count(made.reading, gold)["found"] == 1
    _, less = annotated(NESTED)
    less.said(None, ["had denied"], ["changi"])
    assert "found" not in kinds.count(less.reading, gold)


def test_no_source_is_the_wrong_one_where_one_is_named(annotated) -> None:
    """And its naming is that of a statement without an agent."""
    gold, made = annotated(NESTED)
    made.said(None, ["had denied"], ["changing the chart"])
    counted = kinds.count(made.reading, gold)
    assert "who" not in counted
    assert "naming" not in counted


def test_a_pronoun_is_tied_when_its_founder_is_the_actors_other_mention(annotated) -> None:
    """Tied to the addressee instead, it is not."""
    gold, made = annotated(POINTING)
    vale = made.mention("Ann Vale")
    she = made.mention("She", same_as=vale)
    board = made.mention("board")
    told = made.said(made.voice("She", mention=she), ["told"], ["it was late"], addressee=board)
    made.said(
        None,
        ["suspected"],
        ["to be so"],
        hedges=(made.at("suspected"),),
        commitment=Commitment.POSSIBLE,
        parent=told,
    )
    counted = kinds.count(made.reading, gold)
    assert (counted["who asked"], counted["who noticed"], counted["who tied"]) == (1, 1, 1)
    assert (counted["addressee gold"], counted["addressee right"]) == (1, 1)
    assert (counted["hedges gold"], counted["hedges given"], counted["hedges right"]) == (1, 1, 1)
    assert counted["commitment right"] == 1
    _, wrong = annotated(POINTING)
    other = wrong.mention("the board")
    wrong.said(
        wrong.voice("She", mention=wrong.mention("She", same_as=other)), ["told"], ["it was late"]
    )
    counted = kinds.count(wrong.reading, gold)
    assert counted["who noticed"] == 1
    assert "who tied" not in counted


def test_a_hedge_of_another_extent_is_right_from_half_of_the_characters(annotated) -> None:
    """ "suspected to" shares 9 of 12 places with "suspected" and is right; "to be" shares none."""
    gold, made = annotated(POINTING)
    made.said(None, ["suspected"], ["to be so"], hedges=made.spans(["suspected to"]))
    assert kinds.count(made.reading, gold)["hedges right"] == 1
    _, other = annotated(POINTING)
    other.said(None, ["suspected"], ["to be so"], hedges=other.spans(["to be"]))
    assert "hedges right" not in kinds.count(other.reading, gold)


def test_silences_are_found_one_to_one_and_the_rest_are_false(annotated) -> None:
    """One found with its outcome, one with the wrong outcome, one that nobody marked."""
    gold, made = annotated(SILENT)
    made.reply(made.voice("The ministry"), "did not respond", outcome=Outcome.NO_RESPONSE)
    made.reply(made.voice("Orde"), "would not say", outcome=Outcome.NO_RESPONSE)
    made.reply(made.voice("The mayor"), "declined")
    made.reply(made.voice("The mayor"), "declined", outcome=Outcome.ANSWERED)
    counted = kinds.count(made.reading, gold)
    assert counted["silences gold"] == counted["silences found"] == 2
    assert counted["silences false"] == 1
    assert counted["outcome"] == 1
    found = kinds.figures(counted)
    assert found["silences recall"] == 1
    assert found["false silences, of those given"] == pytest.approx(1 / 3)
    assert found["outcome"] == 0.5


def test_an_identity_claim_needs_both_sides(annotated) -> None:
    """In either order; a claim of other people is false."""
    gold, made = annotated(SAME)
    person, marsh = made.mention("That person"), made.mention("Marsh")
    made.one_and_the_same(marsh, person)
    made.one_and_the_same(marsh, marsh)
    counted = kinds.count(made.reading, gold)
    assert counted["identity gold"] == counted["identity right"] == 1
    assert counted["identity given"] == 2


def test_the_likest_pair_is_chosen_first_and_none_twice() -> None:
    """The least number wins; ties go to the earlier."""
    assert kinds.one_to_one([(-0.7, 0, 0), (-0.9, 1, 0), (-0.6, 0, 1), (-0.6, 1, 1)]) == [
        (1, 0),
        (0, 1),
    ]


def test_what_the_texts_do_not_ask_has_no_figure(annotated) -> None:
    """No silence was marked and none given: there is no recall of silences."""
    gold, made = annotated(NESTED)
    _outer_and_inner(made, linked=True)
    found = measured([kinds.count(made.reading, gold)], kinds.figures).figures
    assert found["statements F1"] == found["who said what F1"] == found["act"] == 1
    assert found["act, other than asserts, F1"] == 1
    assert not {"silences recall", "who, of all", "identity claims F1", "hedges F1"} & found.keys()


def test_places_count_characters_of_the_document() -> None:
    """White space does not weigh."""
    assert kinds.Letters("a b").of([Span(0, 3)]) == {0, 2}
