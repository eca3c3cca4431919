"""Who is one across texts by name, who is only proposed, and the traps that join nobody."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from told_texts import BODY, Told, holder, is_one, is_proposed, told

from onrecord.core.identity import MentionId
from onrecord.core.vocabulary import ActorKind, Naming
from onrecord.resolve import Resolved


def test_a_titled_surname_goes_to_its_one_bearer_of_that_gender() -> None:
    """Where several texts name the bearer; a man's title leads to no woman."""
    texts = Told(1), Told(2), Told(3), Told(4)
    full = [one.add("Ilse Lund", title="Ms") for one in texts[:2]]
    short, other = texts[2].add("Lund", title="Ms"), texts[3].add("Lund", title="Mr")
    found = told(*texts)
    assert is_one(found, full[0], full[1])
    assert is_one(found, full[0], short)
    assert not is_one(found, full[0], other)


def test_a_description_that_ends_in_a_label_or_a_bodys_name_is_that_one() -> None:
    """ "A man known as Person C" is Person C; "the harbour board" the one board named so."""
    first, second = Told(1), Told(2)
    label, board = first.add("Person C"), first.add("Tarn Harbour Board", BODY)
    known = second.role("a courier known as Person C")
    short = second.role("the harbour board")
    found = told(first, second)
    assert is_one(found, label, known)
    assert is_one(found, board, short)
    first.add("Ford Harbour Board", BODY)
    assert not is_one(told(first, second), board, short)


def test_a_surname_goes_to_its_only_bearer_where_the_company_agrees() -> None:
    """And the reasons say all of it."""
    first, second = Told(1).company(), Told(2).company()
    full, short = first.add("Ivo Marsh"), second.add("Marsh", title="Mr")
    found = told(first, second)
    assert is_one(found, full, short)
    (because,) = holder(found, full).because
    assert "nobody else in the case bears it" in because
    assert "Ada Finch" in because


def test_a_surname_alone_with_nothing_that_agrees_is_only_proposed() -> None:
    first, second = Told(1), Told(2)
    full, short = first.add("Ivo Marsh"), second.add("Marsh")
    found = told(first, second)
    assert not is_one(found, full, short)
    assert is_proposed(found, full, short)


def test_a_surname_that_two_bear_goes_to_neither() -> None:
    """Father and son, or no relation: it is proposed for both."""
    texts = [Told(number).company() for number in range(3)]
    ivo, ada, short = texts[0].add("Ivo Marsh"), texts[1].add("Una Marsh"), texts[2].add("Marsh")
    found = told(*texts)
    for one in (ivo, ada):
        assert not is_one(found, one, short)
        assert is_proposed(found, one, short)


def test_a_title_tells_the_man_from_the_woman_of_one_surname() -> None:
    texts = [Told(number).company() for number in range(3)]
    ivo = texts[0].add("Ivo Marsh", title="Mr")
    una = texts[1].add("Una Marsh", title="Ms")
    short = texts[2].add("Marsh", title="Mr")
    found = told(*texts)
    assert is_one(found, ivo, short)
    assert not is_one(found, una, short)


def test_the_elder_is_led_to_the_father_where_a_text_says_whose_son_the_other_is() -> None:
    first, second = Told(1).company(), Told(2).company()
    son = first.add("Ivo Marsh")
    first.role("the son of Noel Marsh, a pilot", same_as=son)
    father = first.add("Noel Marsh")
    elder, younger = second.add("Marsh", title="elder"), second.add("Marsh", title="Mr junior")
    found = told(first, second)
    assert is_one(found, father, elder)
    assert is_one(found, son, younger)
    assert not is_one(found, father, son)


def test_father_and_son_of_one_name_are_not_joined() -> None:
    first, second = Told(1).company(), Told(2).company()
    one, other = first.add("Ivo Marsh"), second.add("Ivo Marsh", title="junior")
    assert not is_one(told(first, second), one, other)


def test_a_short_given_name_joins_only_with_two_more_reasons() -> None:
    first, second = Told(1).company(), Told(2).company()
    one, other = first.add("Robert Pell", title="Dr"), second.add("Bob Pell", title="Dr")
    assert is_one(told(first, second), one, other)
    first, second = Told(1).company(), Told(2).company()
    one, other = first.add("Robert Pell"), second.add("Bob Pell")
    found = told(first, second)
    assert not is_one(found, one, other)
    assert is_proposed(found, one, other)


def test_a_misspelt_name_is_proposed() -> None:
    first, second = Told(1), Told(2)
    one, other = first.add("Anselm Ketterick"), second.add("Anselm Keterick")
    found = told(first, second)
    assert not is_one(found, one, other)
    assert is_proposed(found, one, other)


def test_a_renamed_body_is_one_where_a_text_has_both_names() -> None:
    """The second text has the old name, the third the new one; the first says that they are one."""
    texts = [Told(number).company() for number in range(3)]
    old = texts[0].add("Tarn Lock Board", BODY)
    texts[0].add("Tarn Navigation Agency", BODY, same_as=old)
    second = texts[1].add("Tarn Lock Board", BODY)
    third = texts[2].add("Tarn Navigation Agency", BODY)
    assert is_one(told(*texts), second, third)
    assert not is_one(told(*texts[1:]), second, third)


def test_a_body_in_two_words_of_its_name_is_the_only_one_that_ends_so() -> None:
    texts = [Told(number).company() for number in range(3)]
    board = texts[0].add("Upper Tarn Lock Board", BODY)
    short = texts[1].add("the lock board", BODY, naming=Naming.ROLE_ONLY)
    assert is_one(told(*texts), board, short)
    other = texts[2].add("Lower Tarn Lock Board", BODY)
    found = told(*texts)
    assert not is_one(found, board, short)
    assert is_proposed(found, board, short)
    assert is_proposed(found, other, short)


@pytest.mark.parametrize("short", ["the board", "the agency", "the committee"])
def test_a_word_that_any_body_may_be_called_by_joins_nothing(short: str) -> None:
    first, second = Told(1).company(), Told(2).company()
    name = f"Tarn Lock {short.removeprefix('the ').title()}"
    one, other = first.add(name, BODY), second.add(short, BODY, naming=Naming.ROLE_ONLY)
    assert not is_one(told(first, second), one, other)


def test_a_place_in_a_bodys_name_is_not_the_body() -> None:
    first, second = Told(1).company(), Told(2).company()
    court = first.add("High Court at Port Tarn", BODY)
    place = second.add("Port Tarn", ActorKind.PLACE)
    assert not is_one(told(first, second), court, place)


def test_initials_join_where_a_text_gives_them_for_the_body() -> None:
    first, second = Told(1), Told(2)
    body = first.add("Office of State Audits", BODY)
    first.add("OSA", BODY, same_as=body)
    other = second.add("OSA", BODY)
    assert is_one(told(first, second), body, other)
    third = Told(3)
    body = third.add("Office of State Audits", BODY)
    found = told(third, second)
    assert not is_one(found, body, other)
    assert is_proposed(found, body, other)


NAMES = st.sampled_from(
    ["Ivo Marsh", "Una Marsh", "Marsh", "I. Marsh", "Ada Finch", "Finch", "Robert Pell", "Bob Pell"]
)
TEXTS = st.lists(st.lists(NAMES, min_size=1, max_size=4, unique=True), min_size=1, max_size=6)


@given(TEXTS, st.randoms())
def test_who_is_one_does_not_hang_on_the_order_of_texts(
    texts: list[list[str]], chance: object
) -> None:
    """Only which id an actor bears does, and which of two stands first in a proposal."""
    made = [Told(number) for number in range(len(texts))]
    for text, names in zip(made, texts, strict=True):
        for name in names:
            text.add(name)
    mixed = list(made)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    one, other = told(*made), told(*mixed)
    assert _parts(one) == _parts(other)
    assert _pairs(one) == _pairs(other)


def _parts(found: Resolved) -> set[frozenset[MentionId]]:
    return {frozenset(m for _, m in actor.mentions) for actor in found.actors}


def _pairs(found: Resolved) -> set[frozenset[frozenset[MentionId]]]:
    parts = {a.id: frozenset(m for _, m in a.mentions) for a in found.actors}
    return {frozenset({parts[row.one], parts[row.other]}) for row in found.proposals}
