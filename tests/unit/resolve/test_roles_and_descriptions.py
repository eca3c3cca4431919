"""Who is meant by a role, a description or a name alone: from posts, sentences and kin."""

from __future__ import annotations

from dataclasses import replace

import pytest
from told_texts import BODY, Told, is_one, is_proposed, told

from onrecord.core.dates import When
from onrecord.core.identity import MentionId, SourceId, TextId, mention_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import ActorKind, Mention, Naming
from onrecord.resolve import Evidence, Holding, Seen


def _holding(source: SourceId, holder: MentionId, held: str, cited: str = "") -> Holding:
    return Holding(
        source=source, holder=holder, post="Director of State Audits",
        held=When.of(held) if held else None, cited=(When.of(cited),) if cited else (),
    )  # fmt: skip


def test_a_role_goes_to_who_is_told_to_hold_the_post_on_the_day_of_the_text() -> None:
    texts = [Told(1), Told(2), Told(3)]
    first, second = texts[0].add("Helen Marsh"), texts[1].add("Osric Dun")
    role = texts[2].role("the director of state audits")
    holdings = (
        _holding(texts[0].source, first, "2022-01-10/2023-08-31"),
        _holding(texts[1].source, second, "2023-09-01/.."),
    )
    evidence = Evidence(told_on={texts[2].source: When.of("2024-03-04")}, holdings=holdings)
    assert is_one(told(*texts, evidence=evidence), second, role)
    early = replace(evidence, told_on={texts[2].source: When.of("2023-02-01")})
    assert is_one(told(*texts, evidence=early), first, role)
    unsaid = replace(evidence, told_on={})
    assert not is_one(told(*texts, evidence=unsaid), first, role)


def test_a_role_is_only_proposed_where_another_may_hold_the_post() -> None:
    texts = [Told(1), Told(2), Told(3)]
    first, second = texts[0].add("Helen Marsh"), texts[1].add("Osric Dun")
    role = texts[2].role("the director of state audits")
    holdings = (
        _holding(texts[0].source, first, "2022-01-10/.."),
        _holding(texts[1].source, second, "", "2024-02-01"),
    )
    evidence = Evidence(told_on={texts[2].source: When.of("2024-03-04")}, holdings=holdings)
    found = told(*texts, evidence=evidence)
    assert not is_one(found, first, role)
    assert is_proposed(found, first, role)
    assert is_proposed(found, second, role)


@pytest.mark.parametrize("words", ["a source", "a person familiar with the matter", "police"])
@pytest.mark.parametrize("naming", [Naming.ANONYMOUS, Naming.ROLE_ONLY])
def test_those_whom_nobody_names_are_never_one_across_texts(words: str, naming: Naming) -> None:
    first, second = Told(1).company(), Told(2).company()
    one, other = first.add(words, naming=naming), second.add(words, naming=naming)
    assert not is_one(told(first, second), one, other)


def test_prosecutors_are_the_one_prosecuting_body_of_the_case() -> None:
    first, second, third = Told(1), Told(2), Told(3)
    body = first.add("Tarn Public Prosecution Office", BODY)
    role = second.role("Prosecutors")
    assert is_one(told(first, second), body, role)
    third.add("Federal Prosecution Service", BODY)
    assert not is_one(told(first, second, third), body, role)


def test_the_only_witness_is_who_a_text_names_as_the_only_one() -> None:
    first, second = Told(1).company(), Told(2).company()
    name = first.add("Callum Reed")
    first.role("Its only eyewitness", same_as=name)
    other = second.role("the only eyewitness")
    assert is_one(told(first, second), name, other)


def test_a_description_may_lead_to_the_name_that_follows_it() -> None:
    """ "The clerk, Ada Finch": the actor is named, and bears the id of the description."""
    text = Told(1)
    at = Span(100, 109)
    later = mention_id(TextId("txt_1"), at)
    text.role("The clerk", same_as=later)
    assert text.add("Ada Finch") == later
    (actor,) = told(text).actors
    assert actor.naming is Naming.NAMED
    assert actor.names == ("Ada Finch", "The clerk")


def _matter(
    first: str, second: str, names: tuple[str, str], naming: Naming = Naming.ROLE_ONLY
) -> bool:
    """Say whether two who are described in two sentences are put together."""
    texts = Told(1), Told(2)
    marks = [text.add(name, naming=naming) for text, name in zip(texts, names, strict=True)]
    sentences = {
        (text.source, mark): words
        for text, mark, words in zip(texts, marks, (first, second), strict=True)
    }
    return is_one(told(*texts, evidence=Evidence(sentences=sentences)), *marks)


def test_one_description_of_whom_two_texts_tell_the_same_is_one() -> None:
    first = "Vorn is said to have sold the barge to a shipowner abroad."
    second = "The inquiry maintains that Vorn sold the barge to a shipowner abroad."
    assert _matter(first, second, ("a shipowner abroad", "a shipowner"))


@pytest.mark.parametrize(
    ("second", "name"),
    [
        ("A shipowner abroad has written to the harbour.", "a shipowner abroad"),  # another matter
        ("Vorn is said to have sold the barge to a banker.", "a banker"),
    ],
)
def test_a_description_of_another_or_in_another_matter_is_not(second: str, name: str) -> None:
    first = "Vorn is said to have sold the barge to a shipowner abroad."
    assert not _matter(first, second, ("a shipowner abroad", name))


def test_descriptions_that_say_two_things_are_two() -> None:
    first = "Vorn sold the barge to a manager of Delph Lines in the spring."
    second = "Vorn sold the barge to a manager of Orrin Freight in the spring."
    assert not _matter(first, second, ("a manager of Delph Lines", "a manager of Orrin Freight"))


def test_a_source_is_one_across_texts_only_where_the_sentence_is() -> None:
    """Two papers may each have an official who knows the matter."""
    names = ("an official of the port", "an official of the port")
    copied = "An official of the port said Vorn sold the barge and two engines abroad."
    assert _matter(copied, copied, names, Naming.ANONYMOUS)
    other = "An official of the port said yesterday that Vorn had sold a barge."
    assert not _matter(copied, other, names, Naming.ANONYMOUS)


def test_what_fits_anybody_tells_nobody_apart() -> None:
    words = "Vorn sold the barge to a person with two engines abroad."
    assert not _matter(words, words, ("a person", "a person"))


def test_a_given_name_alone_is_the_one_person_who_bears_it() -> None:
    first, second = Told(1).company(), Told(2).company()
    full, given_name = first.add("Edda Vorn"), second.add("Edda")
    assert is_one(told(first, second), full, given_name)
    first.add("Edda Hale")
    assert not is_one(told(first, second), full, given_name)


def test_a_surname_that_was_taken_for_a_firm_goes_to_its_bearer() -> None:
    first, second = Told(1).company(), Told(2).company()
    full, word = first.add("Edda Vorn"), second.add("Vorn", ActorKind.ORGANISATION)
    assert is_one(told(first, second), full, word)
    second.add("Vorn Shipping", ActorKind.ORGANISATION)
    assert not is_one(told(first, second), full, word)


def test_a_word_that_a_person_bears_is_not_a_firm_for_short() -> None:
    first, second = Told(1).company(), Told(2).company()
    firm = first.add("Vorn Shipping", ActorKind.ORGANISATION)
    first.add("Edda Vorn")
    word = second.add("Vorn", ActorKind.ORGANISATION)
    assert not is_one(told(first, second), firm, word)


def test_his_son_is_the_only_one_who_is_told_to_be_a_son_of_his() -> None:
    first, second = Told(1).company(), Told(2).company()
    child = first.add("Matti Hale")
    first.role("the son of Oskar Hale", same_as=child)
    first.add("Oskar Hale")
    father = second.add("Oskar Hale")
    his = second.seen[-1].mention.at.end
    owner = Mention(
        id=mention_id(TextId("txt_2"), Span(his + 1, his + 4)), at=Span(his + 1, his + 4),
        name="his", kind=ActorKind.PERSON, same_as=father,
    )  # fmt: skip
    son = Mention(
        id=mention_id(TextId("txt_2"), Span(his + 1, his + 8)), at=Span(his + 1, his + 8),
        name="his son", kind=ActorKind.PERSON, naming=Naming.ROLE_ONLY,
    )  # fmt: skip
    second.seen += [Seen(second.source, owner), Seen(second.source, son)]
    assert is_one(told(first, second), child, son.id)
    other = first.add("Edda Hale")
    first.role("the daughter of Oskar Hale", same_as=other)
    found = told(first, second)
    assert not is_one(found, child, son.id)
    assert not is_one(found, other, son.id)


def test_this_newspaper_is_who_published_the_text() -> None:
    first, second = Told(1).company(), Told(2).company()
    paper = first.add("Tarn Argus", ActorKind.ORGANISATION)
    this = second.add("this newspaper", ActorKind.ORGANISATION, naming=Naming.ROLE_ONLY)
    evidence = Evidence(outlets={second.source: "The Tarn Argus"})
    assert is_one(told(first, second, evidence=evidence), paper, this)
    assert not is_one(told(first, second), paper, this)


def test_who_was_quoted_by_this_newspaper_on_a_day_is_who_its_text_of_that_day_quotes() -> None:
    first, second = Told(1), Told(2)
    one = first.add("A former pilot of the port", naming=Naming.ANONYMOUS)
    other = second.role("The former pilot quoted by this newspaper on 3 May")
    argus = dict.fromkeys((first.source, second.source), "Tarn Argus")
    days = {first.source: When.of("2024-05-03"), second.source: When.of("2024-05-20")}
    evidence = Evidence(outlets=argus, told_on=days)
    assert is_one(told(first, second, evidence=evidence), one, other)
    first.add("A former pilot of the port", naming=Naming.ANONYMOUS)
    assert not is_one(told(first, second, evidence=evidence), one, other)
    late = replace(evidence, told_on={first.source: When.of("2024-05-04")})
    assert not is_one(told(first, second, evidence=late), one, other)


def _post(text: Told, holder: MentionId, post: str) -> Holding:
    return Holding(source=text.source, holder=holder, post=post)


def test_the_minister_is_the_only_one_in_the_case_whom_the_text_names() -> None:
    first, second = Told(1), Told(2)
    holder = first.add("Edda Vorn")
    role = first.role("the minister")
    evidence = Evidence(holdings=(_post(first, holder, "minister for ports"),))
    assert is_one(told(first, evidence=evidence), holder, role)
    elsewhere = second.role("the minister")
    assert not is_one(told(first, second, evidence=evidence), holder, elsewhere)


def test_of_two_directors_the_one_who_was_named_last_is_meant() -> None:
    text = Told(1)
    first, second = text.add("Edda Vorn"), text.add("Matti Hale")
    role = text.role("the director")
    held = (_post(text, first, "director of ports"), _post(text, second, "director of roads"))
    found = told(text, evidence=Evidence(holdings=held))
    assert is_one(found, second, role)
    text.add("Lena Stroud")
    later = text.role("the director")
    found = told(text, evidence=Evidence(holdings=held))
    assert not is_one(found, second, later)
    assert not is_one(found, first, later)


def test_her_office_is_the_body_of_which_she_is_told_to_be_director() -> None:
    text = Told(1)
    body = text.add("Office of State Audits", BODY)
    holder = text.add("Edda Vorn")
    start = text.seen[-1].mention.at.end + 10
    owner = Mention(
        id=mention_id(TextId("txt_1"), Span(start, start + 3)), at=Span(start, start + 3),
        name="her", kind=ActorKind.PERSON, same_as=holder,
    )  # fmt: skip
    office = Mention(
        id=mention_id(TextId("txt_1"), Span(start, start + 10)), at=Span(start, start + 10),
        name="her office", kind=ActorKind.ORGANISATION, naming=Naming.ROLE_ONLY,
    )  # fmt: skip
    text.seen += [Seen(text.source, owner), Seen(text.source, office)]
    evidence = Evidence(holdings=(_post(text, holder, "director of state audits"),))
    assert is_one(told(text, evidence=evidence), body, office.id)
    assert not is_one(told(text), body, office.id)
