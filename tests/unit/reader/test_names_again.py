"""Names met again in one text, and words that say that two names are of one."""

from __future__ import annotations

import pytest

from onrecord.core.identity import TextId
from onrecord.core.spans import Span
from onrecord.core.vocabulary import ActorKind, Mention, Naming
from onrecord.reader import again, lexicon
from onrecord.reader.names import Roll

BODY, PERSON = ActorKind.PUBLIC_BODY, ActorKind.PERSON


def roll(characters: str, *named: tuple[str, ActorKind], described: tuple[str, ...] = ()) -> Roll:
    """Enter each name where it first stands, then what is met again."""
    made = Roll(TextId("txt_1"))
    for name, kind in named:
        start = characters.index(name)
        made.name("", tuple(name.split()), Span(start, start + len(name)), kind)
    for words in described:
        start = characters.index(words)
        made.add(Span(start, start + len(words)), words, BODY, Naming.ROLE_ONLY)
    again.take(characters, made, lexicon.load(), [])
    return made


def at(made: Roll, characters: str, words: str) -> Mention:
    start = characters.rindex(words)
    return made.mentions[Span(start, start + len(words))]


def founder(mention: Mention) -> str:
    return mention.same_as or mention.id


@pytest.mark.parametrize("short", ["Ms Reed", "MS REED", "Ms. Reed"])
def test_a_surname_with_a_title_is_the_one_who_bears_it(short: str) -> None:
    text = f"Una Reed spoke. {short}: the log was kept."
    made = roll(text, ("Una Reed", PERSON))
    assert founder(at(made, text, short)) == founder(at(made, text, "Una Reed"))


def test_a_surname_that_two_bear_is_left_alone() -> None:
    text = "Una Reed and Ivo Reed spoke. Mr Reed left."
    made = roll(text, ("Una Reed", PERSON), ("Ivo Reed", PERSON))
    assert len(made.mentions) == 2


def test_a_name_that_hides_a_name_is_one_each_time() -> None:
    text = "Witness B saw it. A man known only as Witness B left."
    made = roll(text)
    assert len({founder(one) for one in made.mentions.values()}) == 1
    assert {one.kind for one in made.mentions.values()} == {PERSON}


@pytest.mark.parametrize(
    "words",
    [
        "the {} , formerly the {} ,",
        "the {} (formerly known as the {})",
        "the {} will be known from 1 April as the {}.",
        "the {} was renamed the {}.",
        "the {}, now called the {},",
        "the {}, as the {} has been called since May,",
        "the {}, which changed its name in May to the {},",
    ],
)
def test_words_of_renaming_make_two_names_one(words: str) -> None:
    old, new = "Tarn Lock Board", "Tarn Navigation Agency"
    text = words.format(old, new).replace(" ,", ",")
    made = roll(text, (old, BODY), (new, BODY))
    assert founder(at(made, text, old)) == founder(at(made, text, new))


@pytest.mark.parametrize("words", ["the {} and the {}", "the {} told the {}", "the {} sued the {}"])
def test_two_bodies_of_one_sentence_stay_two(words: str) -> None:
    old, new = "Tarn Lock Board", "Tarn Navigation Agency"
    text = words.format(old, new)
    made = roll(text, (old, BODY), (new, BODY))
    assert founder(at(made, text, old)) != founder(at(made, text, new))


def test_what_introduces_a_person_in_commas_is_the_person() -> None:
    text = "Its only witness, Una Reed, withdrew."
    made = roll(text, ("Una Reed", PERSON))
    assert founder(at(made, text, "Its only witness")) == founder(at(made, text, "Una Reed"))


def test_the_elder_is_short_for_nobody_without_the_word() -> None:
    """And of two who bear a surname, the one named in the paragraph is meant."""
    made = Roll(TextId("txt_1"))
    ivo = made.name("", ("Ivo", "Marsh"), Span(0, 9), PERSON)
    elder = made.name("elder", ("Marsh",), Span(20, 25), PERSON, "elder")
    assert elder.same_as is None
    made.name("", ("Noel", "Marsh"), Span(40, 50), PERSON)
    assert made.name("Mr", ("Marsh",), Span(60, 65), PERSON).same_as is None
    made = Roll(TextId("txt_1"))
    ivo = made.name("", ("Ivo", "Marsh"), Span(0, 9), PERSON)
    made.name("", ("Noel", "Marsh"), Span(40, 50), PERSON, paragraph=30)
    later = made.name("Mr", ("Marsh",), Span(60, 65), PERSON, paragraph=30)
    assert later.same_as not in (None, ivo.id)


def test_a_hostile_text_takes_linear_time() -> None:
    text = "Ms Reed " * 20_000 + "the Tarn Lock Board, formerly " * 5_000
    made = roll(f"Una Reed. {text}", ("Una Reed", PERSON))
    assert len(made.mentions) > 20_000
