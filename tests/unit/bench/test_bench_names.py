"""Names, who is who, pronouns and attributions in the words of the public benchmarks."""

from __future__ import annotations

import pytest
from bench.cast import Cast, likeness, touches
from bench.scorers import ScorerFailed, must_agree
from bench.tasks import coref, gap, gum, ner
from reading_by_hand import Made

from onrecord.core.spans import Span
from onrecord.core.vocabulary import ActorKind, Naming, Polarity

TEXT = (
    "Mr Leon Tarrick met the Harbour Board in Port Carrow. He said the clerk lied, Tarrick's aide"
    " heard."
)


def _made() -> Made:
    made = Made(TEXT)
    tarrick = made.mention("Mr Leon Tarrick", name="Leon Tarrick", title="Mr")
    made.mention("the Harbour Board", kind=ActorKind.PUBLIC_BODY)
    made.mention("Port Carrow", kind=ActorKind.PLACE)
    he = made.mention("He", same_as=tarrick)
    made.mention("the clerk", naming=Naming.ROLE_ONLY)
    made.mention("Tarrick's", name="Tarrick", same_as=he)
    return made


def test_the_span_of_a_name_is_the_name_alone() -> None:
    """No title, no article, no genitive; pronouns and descriptions are no names."""
    found = ner.entities(TEXT, _made().reading, ner.TYPES["uner"])
    assert [(TEXT[one["s"] : one["e"]], one["type"]) for one in found] == [
        ("Leon Tarrick", "PER"),
        ("Harbour Board", "ORG"),
        ("Port Carrow", "LOC"),
        ("Tarrick", "PER"),
    ]


def test_a_kind_the_benchmark_has_no_word_for_is_no_type() -> None:
    """The name is still given, for the figure of spans alone."""
    made = Made("Alder met them.")
    made.mention("Alder", kind=ActorKind.NOT_KNOWN)
    made.mention("them")
    found = ner.entities("Alder met them.", made.reading, ner.TYPES["re3d"])
    assert found == [{"s": 0, "e": 5, "type": None}]


def test_gold_types_without_a_word_of_ours_are_left_out() -> None:
    """Of GUM, whose rows list every noun phrase, names only."""
    uner = {"entities": [{"s": 0, "e": 1, "type": "PER"}, {"s": 2, "e": 3, "type": "MISC"}]}
    assert ner.wanted(uner, {"PER"}) == uner["entities"][:1]
    named = {"s": 0, "e": 1, "type": "place", "form": "name"}
    row = {"mentions": [named, {**named, "form": "other"}, {**named, "type": "event"}]}
    assert ner.wanted(row, {"place"}) == [named]


def test_name_counts_are_made_of_the_scorers_shares() -> None:
    """One of two found is right; of the two places both are, one with another type."""
    gold = [{"s": 0, "e": 1, "type": "PER"}, {"s": 2, "e": 3, "type": "LOC"}]
    found = [{"s": 0, "e": 1, "type": "PER"}, {"s": 2, "e": 3, "type": None}]
    result = {
        "exact": {"p": 0.5},
        "span_only": {"p": 1.0},
        "gold": 2,
        "pred": 2,
        "types": {"PER": {"p": 1.0, "gold": 1}, "LOC": {"p": 0.0, "gold": 1}},
    }
    figures = ner.figures(ner.counts(gold, found, result))
    assert figures["exact F1"] == 0.5
    assert figures["span only F1"] == figures["persons F1"] == 1
    assert figures["places F1"] == 0
    assert "bodies F1" not in figures


def test_mentions_of_one_founder_are_one_cluster() -> None:
    """A chain of two links leads to its first mention."""
    made = _made()
    found = {TEXT[row["s"] : row["e"]]: row["cluster"] for row in coref.mentions(made.reading)}
    assert found["Mr Leon Tarrick"] == found["He"] == found["Tarrick's"]
    assert len(set(found.values())) == 4


def test_links_that_run_in_a_circle_do_not_hang() -> None:
    """A reader may be wrong."""
    made = Made("Vale met Orde.")
    orde_at = Made("Vale met Orde.").mention("Orde")
    vale = made.mention("Vale", same_as=orde_at)
    made.mention("Orde", same_as=vale)
    assert Cast(made.reading).founder(vale) == orde_at
    assert len(coref.mentions(made.reading)) == 2


def test_coreference_counts_by_hand() -> None:
    """Gold {a b} {c}; found {a b c}: MUC finds the one link it should and one too many."""
    result = {
        "mentions": {"p": 1.0, "r": 1.0},
        "muc": {"p": 0.5, "r": 1.0},
        "b3": {"p": 5 / 9, "r": 1.0},
        "ceaf_e": {"p": 0.8, "r": 0.4},
        "lea": {"p": 1 / 3, "r": 2 / 3},
    }
    counted = coref.counts([{"a", "b"}, {"c"}], [{"a", "b", "c"}], result)
    assert (counted["muc r of"], counted["muc p of"], counted["ceaf_e r of"]) == (1, 2, 2)
    figures = coref.figures(counted)
    assert figures["mentions F1"] == 1
    assert figures["LEA F1"] == pytest.approx(4 / 9)
    muc, b3, ceaf = 2 / 3, 10 / 14, 2 * 0.8 * 0.4 / 1.2
    assert figures["CoNLL F1"] == pytest.approx((muc + b3 + ceaf) / 3)


def test_only_mentions_of_actors_are_asked_for() -> None:
    """The reader does not look for events and substances."""
    row = {"mentions": [{"type": "person"}, {"type": "event"}, {"type": "GPE"}, {"type": "VEH"}]}
    assert [one["type"] for one in coref.wanted(row)] == ["person", "GPE"]


def test_a_pronoun_points_to_the_name_of_its_cluster() -> None:
    """Places are found by the largest shared part; a place that no mention touches is no one."""
    made = _made()
    row = {
        "pronoun": list(made.at("He")),
        "a": list(made.at("Leon Tarrick")),
        "b": list(made.at("Harbour Board")),
    }
    assert gap.answers(row, made.reading) == {"a_coref": True, "b_coref": False}
    row["pronoun"] = list(made.at("heard"))
    assert gap.answers(row, made.reading) == {"a_coref": False, "b_coref": False}


def test_pronoun_counts_by_hand() -> None:
    """One of two decisions right: the name it points to was missed."""
    counted = gap.counts({"a_coref": True, "b_coref": False}, {"a_coref": False, "b_coref": False})
    assert gap.figures(counted) == {"recall": 0, "F1": 0, "accuracy": 0.5}


def test_attributions_carry_polarity_and_source_with_cue() -> None:
    """A statement without a source has no source key."""
    made = _made()
    made.said(made.voice("He"), ["said"], ["the clerk lied"], polarity=Polarity.NEGATIVE)
    made.said(None, ["heard"], ["lied"])
    one, other = gum.attributions(made.reading)
    assert one["source_cue"] == [list(made.at("He")), list(made.at("said"))]
    assert (one["polarity"], one["cue"]) == ("negative", list(made.at("said")))
    assert "source" not in other


def test_attribution_counts_by_hand() -> None:
    """Two of four found are right, one of the two with the right polarity."""
    counted = gum.counts({"gold": 5, "pred": 4, "p": 0.5, "polarity": 0.5})
    assert gum.figures(counted) == {
        "content precision": 0.5,
        "content recall": 0.4,
        "content F1": pytest.approx(4 / 9),
        "polarity": 0.5,
    }


def test_our_counts_must_give_the_scorers_figure() -> None:
    """Rounding passes; a difference stops the benchmark and is named."""
    must_agree({"F1": 0.50004}, {"F1": 0.5})
    with pytest.raises(ScorerFailed, match=r"F1: counted 0\.4000, scorer 0\.5000"):
        must_agree({"F1": 0.4}, {"F1": 0.5})


def test_likeness_and_touching_by_hand() -> None:
    """Two of six places are shared; neighbours do not touch."""
    assert likeness(Span(0, 4), Span(2, 6)) == pytest.approx(1 / 3)
    assert likeness(Span(0, 2), Span(2, 4)) == 0
    assert not touches([Span(0, 2)], [Span(2, 4)])
