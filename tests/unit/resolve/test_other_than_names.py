"""Names with a word too many, roles that one alone has, lawyers, ages, and whom a paper quoted."""

from __future__ import annotations

import pytest
from tests.unit.resolve.test_rules import BODY, Told, is_one, told

from onrecord.case import surroundings
from onrecord.core.dates import When
from onrecord.core.identity import MentionId, TextId, mention_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import ActorKind, Mention, Naming
from onrecord.resolve import Evidence, Holding

ROLE = Naming.ROLE_ONLY


def post(text: Told, holder: MentionId, what: str) -> Holding:
    return Holding(source=text.source, holder=holder, post=what)


def days(*texts: Told) -> dict:  # type: ignore[type-arg]
    return {one.source: When.of(f"2021-0{one.number}") for one in texts}


@pytest.mark.parametrize(
    "words",
    ["Bursar Ilse Lund", "the bursar, Ilse Lund", "DI Ilse Lund", "Ilse Lund of the choir"],
)
def test_what_stands_with_a_name_is_no_part_of_it(words: str) -> None:
    first, second = Told(1).company(), Told(2)
    bare = first.add("Ilse Lund")
    first.role("a bursar")
    whole = second.add(words)
    assert is_one(told(first, second), bare, whole)


@pytest.mark.parametrize("words", ["Mary Ilse Lund", "friend of Ilse Lund", "Tom and Ilse Lund"])
def test_what_may_be_a_name_of_its_own_stays(words: str) -> None:
    first, second = Told(1).company(), Told(2).company()
    bare = first.add("Ilse Lund")
    first.role("a friend")
    whole = second.add(words)
    assert not is_one(told(first, second), bare, whole)


def test_a_title_in_a_name_hides_no_surname() -> None:
    """ "Lund" has one bearer, and not a second one called Bursar Ilse Lund."""
    first, second, third = Told(1).company(), Told(2).company(), Told(3).company()
    bare = first.add("Ilse Lund")
    first.role("the bursar")
    second.add("Bursar Ilse Lund")
    short = third.add("Lund", title="Ms")
    assert is_one(told(first, second, third), bare, short)


def test_a_bodys_name_in_short_with_a_capital_needs_less_company() -> None:
    first, second, third = Told(1).company(), Told(2).company(), Told(3)
    whole = first.add("Lower Vale Rowing Board", BODY)
    second.add("Lower Vale Rowing Board", BODY)
    third.add("Ada Finch")
    short = third.add("Board", BODY)
    other = third.add("the board", BODY, naming=ROLE)
    found = told(first, second, third)
    assert is_one(found, whole, short)
    assert not is_one(found, whole, other)


def test_one_person_alone_told_to_be_a_keeper_is_the_keeper_whom_a_text_introduces() -> None:
    first, second = Told(1), Told(2).company()
    role = first.role("a museum keeper")
    name = first.add("Ilse Lund")
    again = second.add("Ilse Lund")
    evidence = Evidence(holdings=[post(second, again, "keeper of coins")])
    assert is_one(told(first, second, evidence=evidence), role, name)


@pytest.mark.parametrize("words", ["a museum spokesman", "a person", "a museum board"])
def test_who_only_speaks_and_who_may_be_anybody_is_nobody_named(words: str) -> None:
    first, second = Told(1), Told(2).company()
    role = first.role(words)
    name = first.add("Ilse Lund")
    again = second.add("Ilse Lund")
    evidence = Evidence(holdings=[post(second, again, words.split()[-1])])
    assert not is_one(told(first, second, evidence=evidence), role, name)


def test_two_keepers_in_one_text_are_told_apart_by_nobody() -> None:
    first, second = Told(1), Told(2).company()
    one, other = first.role("a museum keeper"), first.role("a keeper of drawings")
    name = first.add("Ilse Lund")
    again = second.add("Ilse Lund")
    found = told(first, second, evidence=Evidence(holdings=[post(second, again, "keeper")]))
    assert not is_one(found, one, name)
    assert not is_one(found, other, name)


def test_a_post_that_one_alone_holds_names_her_until_her_last_day() -> None:
    texts = Told(1), Told(2).company(), Told(5).company()
    named = texts[0].company().add("Ilse Lund")
    early = texts[1].role("the provost")
    late = texts[2].role("the provost")
    held = Holding(
        source=texts[0].source, holder=named, post="provost", held=When.of("2019-01/2021-03")
    )
    found = told(*texts, evidence=Evidence(told_on=days(*texts), holdings=[held]))
    assert is_one(found, named, early)
    assert not is_one(found, named, late)


def test_the_estimator_is_the_one_whom_the_text_introduces() -> None:
    text = Told(1)
    new, again = text.role("A former estimator of the yard"), text.role("the former estimator")
    assert is_one(told(text), new, again)
    two = Told(2)
    new, more = two.role("an estimator"), two.role("an estimator of the dock")
    again = two.role("the estimator")
    found = told(two)
    assert not is_one(found, new, again)
    assert not is_one(found, more, again)


@pytest.mark.parametrize("words", ["Lund's solicitor", "a lawyer for Lund", "Ilse Lund’s counsel"])
def test_the_one_lawyer_who_is_named_is_meant_by_whose_lawyer(words: str) -> None:
    first, second = Told(1).company(), Told(2).company()
    first.add("Ilse Lund")
    lawyer = first.add("Piet Aas")
    second.add("Ilse Lund")
    described = second.role(words)
    evidence = Evidence(acting=[("Piet Aas", "Ms Lund")])
    assert is_one(told(first, second, evidence=evidence), lawyer, described)
    both = Evidence(acting=[("Piet Aas", "Ms Lund"), ("Ada Finch", "Ilse Lund")])
    assert not is_one(told(first, second, evidence=both), lawyer, described)


def test_my_client_is_whom_alone_the_named_lawyer_acts_for() -> None:
    first, second = Told(1).company(), Told(2).company()
    client = first.add("Ilse Lund")
    first.add("Piet Aas")
    second.add("Piet Aas")
    said = second.role("my client")
    evidence = Evidence(acting=[("Piet Aas", "Ilse Lund")])
    assert is_one(told(first, second, evidence=evidence), client, said)


def test_an_age_leads_to_the_only_one_named_of_that_age_and_sex() -> None:
    first, second = Told(1).company(), Told(2).company()
    named = first.add("Ilse Lund", title="Ms")
    her, him = second.role("a woman of 34"), second.role("a man of 34")
    ages = {(first.source, named): 34, (second.source, her): 34, (second.source, him): 34}
    found = told(first, second, evidence=Evidence(told_on=days(first, second), ages=ages))
    assert is_one(found, named, her)
    assert not is_one(found, named, him)
    other = second.add("Ada Moss", title="Ms")
    ages[second.source, other] = 34
    found = told(first, second, evidence=Evidence(told_on=days(first, second), ages=ages))
    assert not is_one(found, named, her)


@pytest.mark.parametrize(
    ("who", "paper", "month", "one"),
    [
        ("clerk", "the Echo", "", True),
        ("former clerk", "the Echo", "January", True),
        ("clerk", "the Echo", "April", False),
        ("warden", "the Echo", "", False),
        ("person", "the Echo", "", False),
        ("clerk", "this newspaper", "", False),
    ],
)
def test_whom_a_paper_quoted_is_the_one_so_called_there(
    who: str, paper: str, month: str, one: bool
) -> None:
    first, second = Told(1), Told(2)
    quoted = first.add("a former clerk of the choir", naming=Naming.ANONYMOUS)
    again = second.role(f"the {who} who spoke to {paper}")
    evidence = Evidence(
        told_on=days(first, second),
        outlets={first.source: "The Vale Echo", second.source: "Tarn Post"},
        told_to={(second.source, again): (who, paper, month)},
    )
    assert is_one(told(first, second, evidence=evidence), quoted, again) is one


def _mentions(words: str, *names: tuple[str, Naming]) -> list[Mention]:
    found = []
    for name, naming in names:
        at = Span(words.index(name), words.index(name) + len(name))
        found.append(
            Mention(
                id=mention_id(TextId("txt_1"), at), at=at, name=name,
                kind=ActorKind.PERSON, naming=naming,
            )
        )  # fmt: skip
    return found


class Words:
    """Stands for a text: only its characters are looked at."""

    def __init__(self, characters: str) -> None:
        self.characters = characters


@pytest.mark.parametrize(
    ("words", "name", "naming", "age"),
    [
        ("Ilse Lund, 52, kept the boats.", "Ilse Lund", Naming.NAMED, 52),
        ("Ilse Lund (52) kept the boats.", "Ilse Lund", Naming.NAMED, 52),
        ("A woman of 34 was asked.", "A woman of 34", ROLE, 34),
        ("A 34-year-old rower was asked.", "A 34-year-old rower", ROLE, 34),
        ("Ilse Lund, 52 of the boats are hers", "Ilse Lund", Naming.NAMED, None),
        ("A crew of 34 was asked.", "A crew of 34", ROLE, None),
    ],
)
def test_ages_are_read_where_they_stand(
    words: str, name: str, naming: Naming, age: int | None
) -> None:
    (mention,) = _mentions(words, (name, naming))
    found = surroundings.ages({"s": Words(words)}, [("s", mention)])  # type: ignore[dict-item, list-item]
    assert next(iter(found.values()), None) == age


@pytest.mark.parametrize(
    ("words", "told_so"),
    [
        ("The former clerk who spoke to this newspaper in May",
         ("former clerk", "this newspaper", "May")),
        ("the official whom the Vale Echo quoted", ("official", "the Vale Echo", "")),
        ("The warden whose account we published last April", ("warden", "we", "April")),
        ("the rower quoted by the Echo", ("rower", "the Echo", "")),
        ("the man who told his sister in May", None),
        ("the rower whom the Echo liked", None),
    ],
)  # fmt: skip
def test_whom_a_paper_quoted_is_read(words: str, told_so: tuple[str, str, str] | None) -> None:
    name = " ".join(words.split()[:2])
    (mention,) = _mentions(words, (name, ROLE))
    found = surroundings.told_to({"s": Words(words)}, [("s", mention)])  # type: ignore[dict-item, list-item]
    assert next(iter(found.values()), None) == told_so
