"""Bodies by a common noun, by an owner, by who heads them, and outlets in short; and the traps."""

from __future__ import annotations

import pytest
from tests.unit.resolve.test_rules import BODY, Told, is_one, told

from onrecord.core.vocabulary import ActorKind, Naming
from onrecord.resolve import Evidence, Holding

ROLE = Naming.ROLE_ONLY


def two_with(name: str) -> tuple[Told, Told]:
    """Give two texts of one company that name a body in full."""
    first, second = Told(1).company(), Told(2).company()
    first.add(name, BODY)
    second.add(name, BODY)
    return first, second


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Rowing Appeals Tribunal", "A tribunal"),
        ("Rowing Appeals Tribunal", "the tribunal"),
        ("Vale Schools Trust", "a schools trust"),
        ("Lower Vale Hospitals", "the hospital"),
        ("Federation of Organ Builders", "the federation"),
    ],
)
def test_a_noun_leads_to_the_one_body_of_the_case_that_bears_it(name: str, words: str) -> None:
    first, second = two_with(name)
    third = Told(3).company()
    body, short = first.seen[-1].mention.id, third.add(words, BODY, naming=ROLE)
    assert is_one(told(first, second, third), body, short)


@pytest.mark.parametrize(
    "other",
    ["Harbour Appeals Tribunal", "the tribunal that heard the sculler"],
)
def test_where_another_may_be_meant_a_noun_leads_nowhere(other: str) -> None:
    first, second = two_with("Rowing Appeals Tribunal")
    third, fourth = Told(3).company(), Told(4)
    fourth.add(other, BODY, naming=ROLE if other.startswith("the") else Naming.NAMED)
    body, short = first.seen[-1].mention.id, third.add("the tribunal", BODY, naming=ROLE)
    assert not is_one(told(first, second, third, fourth), body, short)


def test_without_company_in_common_a_noun_leads_nowhere() -> None:
    first, second = two_with("Rowing Appeals Tribunal")
    third = Told(3)
    body, short = first.seen[-1].mention.id, third.add("the tribunal", BODY, naming=ROLE)
    assert not is_one(told(first, second, third), body, short)


def test_a_body_is_told_by_who_holds_one_office_of_both() -> None:
    """ "The watchdog's registrar" is registrar of the Music Schools Council elsewhere."""
    first, second = two_with("Music Schools Council")
    body = first.seen[-1].mention.id
    here = first.add("Una Pell")
    third = Told(3).company()
    there = third.add("Una Pell")
    third.role("the watchdog's registrar", same_as=there)
    short = third.add("the watchdog", BODY, naming=ROLE)
    holding = Holding(
        source=first.source, holder=here, post="registrar", body="Music Schools Council"
    )
    found = told(first, second, third, evidence=Evidence(holdings=(holding,)))
    assert is_one(found, body, short)
    another = Holding(source=first.source, holder=here, post="patron", body="Music Schools Council")
    assert not is_one(
        told(first, second, third, evidence=Evidence(holdings=(another,))), body, short
    )


@pytest.mark.parametrize(
    ("outlet", "words"),
    [
        ("Tarn Valley Herald", "the Herald"),
        ("Tarn Valley Herald", "this newspaper"),
        ("Tarn Valley Herald", "TVH"),
        ("Tarn Valley Herald", "the newspaper Tarn Valley Herald"),
    ],
)
def test_an_outlet_in_short_is_the_one_outlet_of_the_case(outlet: str, words: str) -> None:
    first, second = Told(1), Told(2)
    whole = first.add(outlet, ActorKind.ORGANISATION)
    naming = ROLE if words.startswith("th") else Naming.NAMED
    short = second.add(words, ActorKind.ORGANISATION, naming=naming)
    one = {first.source: "Radio Marsh", second.source: outlet}
    assert is_one(told(first, second, evidence=Evidence(outlets=one)), whole, short)


def test_two_outlets_of_one_last_word_are_two() -> None:
    first, second = Told(1), Told(2)
    whole = first.add("Tarn Herald", ActorKind.ORGANISATION)
    short = second.add("the Herald", ActorKind.ORGANISATION)
    outlets = {first.source: "Tarn Herald", second.source: "Marsh Herald"}
    assert not is_one(told(first, second, evidence=Evidence(outlets=outlets)), whole, short)


def test_a_woman_led_to_an_outlet_is_not_joined_with_it() -> None:
    """A source who met the Herald must not become it, nor anybody else who is."""
    first, second = Told(1), Told(2)
    whole = first.add("Tarn Herald", ActorKind.ORGANISATION)
    short = second.add("the Herald", ActorKind.ORGANISATION, naming=ROLE)
    second.add("she", same_as=short)
    outlets = {first.source: "Tarn Herald", second.source: "Tarn Herald"}
    assert not is_one(told(first, second, evidence=Evidence(outlets=outlets)), whole, short)


def test_her_union_is_one_across_texts() -> None:
    first, second, third = Told(1).company(), Told(2).company(), Told(3).company()
    first.add("Una Pell", title="Ms")
    one = first.add("Her union", ActorKind.ORGANISATION, naming=ROLE)
    second.add("Una Pell", title="Ms")
    two = second.add("union of Una Pell", ActorKind.ORGANISATION)
    third.add("Ida Moss", title="Ms")
    another = third.add("Her union", ActorKind.ORGANISATION, naming=ROLE)
    found = told(first, second, third)
    assert is_one(found, one, two)
    assert not is_one(found, one, another)


def test_police_are_the_one_force_of_the_case_where_company_agrees() -> None:
    first, second, third = Told(1).company(), Told(2).company(), Told(3)
    force = first.add("Marsh Constabulary", BODY)
    here, there = second.role("Detectives"), third.role("Detectives")
    found = told(first, second, third)
    assert is_one(found, force, here)
    assert not is_one(found, force, there)


def test_a_text_that_names_one_of_two_cousins_means_that_one() -> None:
    first, second = Told(1).company(), Told(2).company()
    una, ivo = first.add("Una Pell"), first.add("Ivo Pell")
    second.add("Ivo Pell")
    short = second.add("Pell", title="Dr")
    found = told(first, second)
    assert is_one(found, ivo, short)
    assert not is_one(found, una, short)


def test_a_firm_that_one_text_takes_for_a_town_is_still_that_firm() -> None:
    texts = [Told(number).company() for number in range(4)]
    firm = texts[0].add("Marlow Organs", ActorKind.ORGANISATION)
    short = texts[1].add("Marlow", ActorKind.ORGANISATION)
    texts[2].add("Marlow", ActorKind.ORGANISATION)
    texts[3].add("Marlow", ActorKind.PLACE)
    assert is_one(told(*texts), firm, short)
