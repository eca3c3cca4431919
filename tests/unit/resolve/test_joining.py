"""Which mentions are one actor: by full name, by a person's judgement, and back again."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.core.identity import MentionId, SourceId, TextId, actor_id, mention_id, row_id
from onrecord.core.spans import Span
from onrecord.core.vocabulary import Actor, ActorKind, Judgement, Mention, Naming, Verb
from onrecord.resolve import Seen, likeness
from onrecord.resolve import resolve as resolved


def mention(
    name: str,
    text: int = 0,
    at: int = 0,
    *,
    kind: ActorKind = ActorKind.PERSON,
    naming: Naming = Naming.NAMED,
    same_as: MentionId | None = None,
) -> Mention:
    span = Span(at * 100, at * 100 + len(name))
    return Mention(
        id=mention_id(TextId(f"txt_{text}"), span),
        at=span,
        name=name,
        kind=kind,
        naming=naming,
        same_as=same_as,
    )


def seen(*mentions: Mention) -> list[Seen]:
    """Put each mention in a source of its own."""
    return [Seen(SourceId(f"src_{at}"), each) for at, each in enumerate(mentions)]


def judged(verb: Verb, one: Mention, other: Mention, number: int = 0) -> Judgement:
    about = (one.id, other.id)
    return Judgement(
        id=row_id("jdg", [verb, about, number]), verb=verb, about=about, by="ed", because="seen"
    )


def together(actors: list[Actor]) -> set[frozenset[MentionId]]:
    return {frozenset(each for _, each in actor.mentions) for actor in actors}


def resolve(mentions: list[Seen], judgements: Sequence[Judgement] = ()) -> list[Actor]:
    return resolved(mentions, judgements).actors


MORROW = [mention("Ida Morrow", text) for text in range(4)]
VALES = [mention("Vale", 10), mention("Ann Vale", 11), mention("N. Vale", 12), mention("Vale", 13)]
PEOPLE = [*MORROW, *VALES, mention("Sam Pell", 20), mention("Sam Pell", 21)]


def test_a_full_name_alike_in_two_texts_joins_with_its_reason() -> None:
    """Letter case, accents and the form of an apostrophe aside."""
    (actor,) = resolve(seen(mention("Áine O’Dell", 1), mention("AINE O'DELL", 2)))
    assert actor.because == ("both are named Áine O’Dell",)
    assert actor.id == actor_id(actor.mentions[0][1])


@pytest.mark.parametrize("name", ["Vale", "N. Vale", "N Vale", "É. Vale"])
def test_a_surname_joins_nobody_with_or_without_an_initial(name: str) -> None:
    """It fits a father and a son."""
    assert len(resolve(seen(mention(name, 1), mention(name, 2)))) == 2


def test_a_person_and_a_body_of_one_name_are_not_joined() -> None:
    """A firm may bear its founder's name."""
    firm = mention("Ida Morrow", 2, kind=ActorKind.ORGANISATION)
    assert len(resolve(seen(mention("Ida Morrow", 1), firm))) == 2


@pytest.mark.parametrize("naming", [each for each in Naming if each is not Naming.NAMED])
def test_a_description_joins_nobody(naming: Naming) -> None:
    """It fits whoever holds the post."""
    clerk = [mention("the chief clerk", text, naming=naming) for text in (1, 2)]
    assert len(resolve(seen(*clerk))) == 2


def test_a_body_is_the_same_with_and_without_its_article() -> None:
    """`The Tarn Board` and `Tarn Board` are one body."""
    names = ("The Tarn Board", "Tarn Board")
    bodies = [mention(n, t, kind=ActorKind.PUBLIC_BODY) for t, n in enumerate(names)]
    assert len(resolve(seen(*bodies))) == 1


def test_within_a_text_the_reader_decides() -> None:
    """A pronoun and a surname follow the mention they point to, and its name names the actor."""
    source = SourceId("src_1")
    full = mention("the former chief engineer of the board", 1, 0, naming=Naming.ROLE_ONLY)
    name = mention("Ida Morrow", 1, 1, same_as=full.id)
    later = mention("Morrow", 1, 2, same_as=name.id)
    other = mention("Ida Morrow", 2)
    actors = resolve([*(Seen(source, each) for each in (full, name, later)), *seen(other)])
    assert len(actors) == 1
    assert actors[0].names[0] == "Ida Morrow"
    assert len(actors[0].mentions) == 4


def test_a_pronoun_is_no_name_of_whom_anything_else_names() -> None:
    source = SourceId("src_1")
    name = mention("Ida Morrow", 1, 1)
    later = mention("she", 1, 2, same_as=name.id)
    alone = mention("They", 2, 3, naming=Naming.ROLE_ONLY)
    found = resolve([Seen(source, name), Seen(source, later), *seen(alone)])
    assert [one.names for one in found] == [("Ida Morrow",), ("They",)]


def test_the_same_text_in_two_sources_speaks_of_the_same_people() -> None:
    """Even where it names them by surname alone."""
    assert len(resolve(seen(VALES[0], VALES[0]))) == 1


def test_a_join_keeps_the_older_id_and_says_why() -> None:
    """However many are joined, and in whatever order, every reason stays with the actor."""
    alone = {actor.mentions[0][1]: actor.id for actor in resolve(seen(*VALES))}
    joins = [
        judged(Verb.JOIN, VALES[2], VALES[3], 1),
        judged(Verb.JOIN, VALES[1], VALES[2], 2),
        judged(Verb.JOIN, VALES[0], VALES[1], 3),
    ]
    (actor,) = resolve(seen(*VALES), joins)
    assert actor.id == alone[VALES[0].id]
    assert actor.because == ("ed: seen",)
    reasons = [Judgement(**{**_fields(j), "because": str(n)}) for n, j in enumerate(joins)]
    (actor,) = resolve(seen(*VALES), reasons)
    assert actor.because == ("ed: 0", "ed: 1", "ed: 2")


def _fields(judgement: Judgement) -> dict[str, object]:
    return {name: getattr(judgement, name) for name in ("id", "verb", "about", "by", "because")}


def test_a_parting_stands_against_the_rule_even_through_a_third_of_the_name() -> None:
    """The second and the third Ida Morrow are held apart, though both are like the first."""
    actors = resolve(seen(*MORROW), [judged(Verb.PART, MORROW[1], MORROW[2])])
    assert together(actors) == {
        frozenset({MORROW[0].id, MORROW[1].id, MORROW[3].id}),
        frozenset({MORROW[2].id}),
    }


def test_of_judgements_that_contradict_each_other_the_latest_stands() -> None:
    """Two joined through a third and then held apart are apart; the older join rests."""
    a, b, c = VALES[:3]
    older = [judged(Verb.JOIN, a, b, 1), judged(Verb.JOIN, b, c, 2)]
    parted = [*older, judged(Verb.PART, a, c, 3)]
    assert together(resolve(seen(a, b, c), parted)) == {
        frozenset({a.id}),
        frozenset({b.id, c.id}),
    }
    again = [*parted, judged(Verb.JOIN, a, c, 4)]
    assert len(resolve(seen(a, b, c), again)) == 1


def test_a_judgement_whose_words_are_gone_rests_and_comes_back_with_them() -> None:
    """It is anchored to mentions; a reading without them leaves it without effect."""
    join = [judged(Verb.JOIN, VALES[0], VALES[1])]
    assert len(resolve(seen(VALES[0]), join)) == 1
    assert len(resolve(seen(*VALES[:2]), join)) == 1


STEPS = st.lists(
    st.tuples(st.sampled_from(["join", "part", "take back"]), st.integers(0, 9), st.integers(0, 9)),
    max_size=12,
)


@given(STEPS)
def test_join_part_and_take_back_end_where_they_began(steps: list[tuple[str, int, int]]) -> None:
    """Whatever was judged, once all of it is taken back the actors are what they were."""
    before = resolve(seen(*PEOPLE))
    standing: list[Judgement] = []
    history = [before]
    for number, (verb, one, other) in enumerate(steps):
        if verb == "take back":
            if standing:
                standing.pop()
                history.pop()
                assert resolve(seen(*PEOPLE), standing) == history[-1]
        elif one != other:
            standing.append(judged(Verb(verb), PEOPLE[one], PEOPLE[other], number))
            history.append(resolve(seen(*PEOPLE), standing))
            last = together(history[-1])
            both = any({PEOPLE[one].id, PEOPLE[other].id} <= each for each in last)
            assert both == (verb == "join")
    assert resolve(seen(*PEOPLE)) == before


@given(STEPS)
def test_every_mention_belongs_to_one_actor_who_bears_the_oldest_id(
    steps: list[tuple[str, int, int]],
) -> None:
    """Nobody is lost, nobody counted twice."""
    judgements = [
        judged(Verb(verb), PEOPLE[one], PEOPLE[other], number)
        for number, (verb, one, other) in enumerate(steps)
        if verb != "take back"
    ]
    actors = resolve(seen(*PEOPLE), judgements)
    found = [each for actor in actors for _, each in actor.mentions]
    assert sorted(found) == sorted(each.id for each in PEOPLE)
    order = {each.id: at for at, each in enumerate(PEOPLE)}
    for actor in actors:
        assert actor.id == actor_id(
            min((each for _, each in actor.mentions), key=order.__getitem__)
        )


@given(st.permutations(PEOPLE))
def test_who_is_one_actor_does_not_hang_on_the_order_of_arrival(people: list[Mention]) -> None:
    """Only which id the actor bears does."""
    assert together(resolve(seen(*people))) == together(resolve(seen(*PEOPLE)))


@given(st.sampled_from(PEOPLE), st.sampled_from(PEOPLE))
def test_a_likeness_is_the_same_both_ways_and_always_says_why(one: Mention, other: Mention) -> None:
    """A score between 0 and 1, never without its reasons."""
    forth, back = likeness(one, other), likeness(other, one)
    assert forth.score == back.score
    assert 0 <= forth.score <= 1
    assert forth.because
    assert back.because


def test_a_likeness_below_sure_is_only_offered() -> None:
    """An initial that fits and a surname alone are for a person to decide."""
    ann, initial, bare = mention("Nan Vale", 1), mention("N. Vale", 2), mention("Vale", 3)
    assert 0 < likeness(ann, bare).score < likeness(ann, initial).score < 1
    assert likeness(ann, mention("Sam Pell", 4)).score == 0


def test_a_pronoun_before_a_description_does_not_name_anybody() -> None:
    """What comes first of "“We paid nobody,” said a clerk" is no name."""
    clerk = mention("a clerk", 30, 2, naming=Naming.ROLE_ONLY)
    we = mention("We", 30, 1, naming=Naming.ROLE_ONLY, same_as=clerk.id)
    source = SourceId("src_30")
    (actor,) = resolve([Seen(source, we), Seen(source, clerk)])
    assert actor.names[0] == "a clerk"
