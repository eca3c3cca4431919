"""Names, titles, and shorter names for the same one."""

from __future__ import annotations

from onrecord.core.vocabulary import ActorKind, Naming


def _names(found):
    names = {mention.id: mention.name for mention in found.reading.mentions}
    return [(m.title, m.name, m.kind, names.get(m.same_as)) for m in found.reading.mentions]


def test_a_title_stands_apart_from_the_name_and_makes_it_a_person(read) -> None:
    """The span shows the title too."""
    found = read("Prof Elin Sorley left.")
    assert _names(found) == [("Prof", "Elin Sorley", ActorKind.PERSON, None)]
    assert found.reading.mentions[0].at.of(found.text.characters) == "Prof Elin Sorley"


def test_a_shorter_name_is_the_fuller_one_before_it(read) -> None:
    """Mr Marr is Oskar Marr as long as there is one Marr."""
    found = read("Dr Oskar Marr left. Mr Marr came back. Marr stayed.")
    assert [same for *_, same in _names(found)] == [None, "Oskar Marr", "Oskar Marr"]


def test_a_surname_of_two_is_nobodys_short_form(read) -> None:
    """With two of the name, nothing tells which is meant."""
    found = read("Oskar Marr met Ida Marr. Mr Marr left.")
    assert _names(found)[-1] == ("Mr", "Marr", ActorKind.PERSON, None)


def test_a_bodys_noun_tells_its_kind(read) -> None:
    """Councils and companies are told apart by their last words."""
    found = read("Tarn Valley Council paid Harrow Pumps Ltd for it.")
    named = [m for m in found.reading.mentions if m.naming is Naming.NAMED]
    assert [(m.name, m.kind) for m in named if m.same_as is None] == [
        ("Tarn Valley Council", ActorKind.PUBLIC_BODY),
        ("Harrow Pumps Ltd", ActorKind.ORGANISATION),
    ]


def test_capitals_in_brackets_are_the_name_before_them(read) -> None:
    """Initials stand for the one body that bears them."""
    found = read("The Tarn Water Authority (TWA) met. The TWA agreed it failed.")
    short = [same for _, name, _, same in _names(found) if name == "TWA"]
    assert short == ["Tarn Water Authority"] * 2


def test_a_word_that_opens_a_sentence_is_not_a_name_for_that(read) -> None:
    """Capital letters alone make nobody an actor."""
    assert read("Nothing happened. Rain fell. Yesterday was dry.").reading.mentions == ()
