"""Who is one across texts by rule, who is only proposed, and the traps that join nobody."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.dates import When
from onrecord.core.identity import MentionId, SourceId, TextId, mention_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Actor, ActorKind, Mention, Naming
from onrecord.resolve import Evidence, Holding, Resolved, Seen, resolve

BODY = ActorKind.PUBLIC_BODY


@dataclass
class Told:
    """A text under construction: each mention a hundred characters after the one before."""

    number: int
    seen: list[Seen] = field(default_factory=list)

    @property
    def source(self) -> SourceId:
        return SourceId(f"src_{self.number}")

    def add(
        self,
        name: str,
        kind: ActorKind = ActorKind.PERSON,
        title: str = "",
        naming: Naming = Naming.NAMED,
        same_as: MentionId | None = None,
    ) -> MentionId:
        at = Span(100 * len(self.seen), 100 * len(self.seen) + len(name))
        made = Mention(
            id=mention_id(TextId(f"txt_{self.number}"), at), at=at, name=name, title=title,
            kind=kind, naming=naming, same_as=same_as,
        )  # fmt: skip
        self.seen.append(Seen(self.source, made))
        return made.id

    def role(self, words: str, same_as: MentionId | None = None) -> MentionId:
        return self.add(words, naming=Naming.ROLE_ONLY, same_as=same_as)

    def company(self) -> Told:
        """Name two others, so that texts with company have both in common."""
        self.add("Harbour Inquiry", BODY)
        self.add("Ada Finch")
        return self


def told(*texts: Told, evidence: Evidence = Evidence()) -> Resolved:  # noqa: B008
    return resolve([one for text in texts for one in text.seen], (), evidence)


def holder(found: Resolved, mention: MentionId) -> Actor:
    return next(a for a in found.actors if any(m == mention for _, m in a.mentions))


def is_one(found: Resolved, one: MentionId, other: MentionId) -> bool:
    return holder(found, one).id == holder(found, other).id


def is_proposed(found: Resolved, one: MentionId, other: MentionId) -> bool:
    ends = {holder(found, one).id, holder(found, other).id}
    return any({row.one, row.other} == ends and row.likeness.because for row in found.proposals)


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
