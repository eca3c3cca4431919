"""One word by which several texts call somebody: a firm, a given name, a name taken on."""

from __future__ import annotations

import pytest
from tests.unit.resolve.told_texts import Told, holder, is_one, told

from onrecord.core.identity import MentionId
from onrecord.core.vocabulary import ActorKind

FIRM = ActorKind.ORGANISATION


def a_story(number: int, firm: str = "Brackvale", person: str = "Osric") -> tuple[Told, MentionId]:
    """Give a text that calls a firm and its customer by one word each, and the firm's mention."""
    text = Told(number)
    there = text.add(firm, FIRM)
    text.add(person)
    return text, there


def test_a_firm_of_one_word_is_one_in_texts_that_name_the_same_people() -> None:
    first, one = a_story(1)
    second, other = a_story(2)
    assert is_one(told(first, second), one, other)
    assert "name Osric" in holder(told(first, second), one).because[0]


def test_a_firm_of_one_word_is_not_one_where_nothing_else_is_the_same() -> None:
    first, one = a_story(1)
    second, other = a_story(2, person="Merrial")
    assert not is_one(told(first, second), one, other)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ann Brackvale", ActorKind.PERSON),
        ("Brackvale", ActorKind.PLACE),
    ],
)
def test_a_word_that_names_somebody_else_too_joins_no_firm(name: str, kind: ActorKind) -> None:
    first, one = a_story(1)
    second, other = a_story(2)
    third = Told(3)
    third.add(name, kind)
    fourth = Told(4)
    fourth.add(name, kind)
    assert not is_one(told(first, second, third, fourth), one, other)


def test_a_word_of_two_bodies_names_joins_no_firm() -> None:
    first, one = a_story(1)
    second, other = a_story(2)
    third = Told(3)
    third.add("Brackvale Council", ActorKind.PUBLIC_BODY)
    third.add("Brackvale Shipping", FIRM)
    assert not is_one(told(first, second, third), one, other)


def test_who_holds_a_post_at_a_firm_is_not_the_firm_for_short() -> None:
    first, one = a_story(1)
    second, other = a_story(2)
    office = second.add("Brackvale Controller", FIRM)
    second.role("the controller")
    found = told(first, second)
    assert is_one(found, one, other)
    assert not is_one(found, one, office)


def test_a_given_name_alone_is_of_whom_another_text_names_in_full() -> None:
    first, _ = a_story(1, person="Osric Tallow")
    full = first.seen[-1].mention.id
    second, _ = a_story(2)
    short = second.seen[-1].mention.id
    assert is_one(told(first, second), full, short)


def a_name(number: int, name: str = "Larkspur", title: str = "") -> tuple[Told, MentionId]:
    text = Told(number).company()
    return text, text.add(name, title=title)


def test_one_word_by_which_all_texts_call_a_person_is_one_where_the_company_agrees() -> None:
    (first, one), (second, other) = a_name(1), a_name(2)
    assert is_one(told(first, second), one, other)
    alone = Told(3)
    third = alone.add("Larkspur")
    assert not is_one(told(first, second, alone), one, third)


def test_a_surname_of_somebody_named_in_full_joins_no_others() -> None:
    (first, one), (second, other) = a_name(1), a_name(2)
    third = Told(3)
    third.add("Ann Larkspur")
    fourth = Told(4)
    fourth.add("Tom Larkspur")
    assert not is_one(told(first, second, third, fourth), one, other)


def test_a_title_tells_of_a_surname_and_joins_nobody() -> None:
    (first, one), (second, other) = a_name(1, title="Mr"), a_name(2)
    assert not is_one(told(first, second), one, other)
    (third, plain), elsewhere = a_name(3), Told(4)
    elsewhere.add("Larkspur", title="Mrs")
    assert not is_one(told(second, third, elsewhere), other, plain)


def test_whoever_is_said_to_be_known_by_another_name_is_not_joined_with_its_bearer() -> None:
    (first, named), (second, other) = a_name(1, "Osric Tallow AKA Larkspur"), a_name(2)
    third, full = a_name(3, "Osric Tallow")
    found = told(first, second, third)
    assert is_one(found, named, full)
    assert not is_one(found, named, other)
    assert holder(found, named).names[0] == "Osric Tallow"


def test_a_heading_is_no_name_of_whom_texts_mostly_call_otherwise() -> None:
    text = Told(1).company()
    first = text.add("Larkspur")
    for _ in range(12):
        text.add("Larkspur", same_as=first)
    text.add("ASK LARKSPUR", same_as=first)
    assert holder(told(text), first).names[0] == "Larkspur"


def test_a_he_of_somebody_else_makes_no_person_of_a_firm() -> None:
    texts = [a_story(number) for number in (1, 2, 3)]
    text, firm = a_story(4)
    text.add("he", same_as=firm)
    found = told(*(one for one, _ in texts), text)
    assert is_one(found, texts[0][1], firm)


@pytest.mark.parametrize(
    ("words", "is_he"),
    [
        ("the weaver Osric Tallow", True),
        ("the friend of the weaver Osric Tallow", False),
        ("the man who struck the weaver Osric Tallow", False),
    ],
)
def test_whom_a_description_only_names_is_not_whom_it_describes(words: str, is_he: bool) -> None:
    """Who did something to somebody is not the one to whom it was done."""
    first = Told(1).company()
    full = first.add("Osric Tallow")
    first.role("the weaver")
    second = Told(2).company()
    second.add("Osric Tallow")
    described = second.role(words)
    assert is_one(told(first, second), full, described) is is_he
