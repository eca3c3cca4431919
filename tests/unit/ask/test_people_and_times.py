"""People with all their words, and a timeline in an order that never claims to know too much."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from onrecord.ask import (
    Choice,
    Window,
    actor_rows,
    replies_with_actors,
    spoken,
    timeline,
    with_actors,
)
from onrecord.core.dates import When
from onrecord.core.identity import ActorId, MentionId, RowId, SourceId, StatementId, TextId
from onrecord.core.rows import Party, ReplyRow, SourceRow, StatementRow, Teller, TimelineRow
from onrecord.core.spans import Span
from onrecord.core.vocabulary import (
    Actor,
    ActorKind,
    Attested,
    Basis,
    Commitment,
    Mention,
    Metadata,
    Mode,
    Naming,
    Outcome,
    Polarity,
    SpeechAct,
    Standing,
)

WHENS = [
    "2024",
    "2024-04",
    "2024-04-09",
    "2024-05-01",
    "2023-12/2024-02",
    "2024-04~",
    "../2023",
    "2024-06/..",
    "[2023-01-05,2024-01-05]",
]


def source(number: int, published: str | None = None, modified: str | None = None) -> SourceRow:
    def day(value: str | None) -> Attested | None:
        return None if value is None else Attested(value, Basis.META)

    return SourceRow(
        id=SourceId(f"src_{number}"),
        name=f"{number}.txt",
        media_type="text/plain",
        size=1,
        sha256="",
        known="2026-01-01",
        entered="2026-01-01T00:00:00Z",
        metadata=Metadata(published=day(published), modified=day(modified)),
        text=None,
        refusal=None,
    )


def statement(number: int, made: str | None, mention: str | None = None) -> StatementRow:
    return StatementRow(
        id=StatementId(f"sta_{number}"),
        source=SourceId(f"src_{number}"),
        source_label=f"{number}.txt",
        text=TextId(f"txt_{number}"),
        speaker="Ida Morrow",
        naming=Naming.NAMED,
        actor=None,
        actor_name="",
        cue="said",
        content="the gate stood open",
        at=Span(10, 40),
        content_spans=(Span(10, 29),),
        source_spans=(Span(30, 40),),
        cue_spans=(Span(41, 45),),
        hedge_spans=(),
        mention=None if mention is None else MentionId(mention),
        mode=Mode.INDIRECT,
        act=SpeechAct.ASSERTS,
        polarity=Polarity.POSITIVE,
        commitment=Commitment.NOT_STATED,
        hedges=(),
        made=None if made is None else When.of(made),
        parent=None,
        chain=(),
        reader="by hand 1",
        known="2026-01-01",
    )


def dated(number: int, when: str | None) -> TimelineRow:
    return TimelineRow(
        when=None if when is None else When.of(when),
        kind="in the text",
        source=SourceId(f"src_{number}"),
        source_label=f"{number}.txt",
        words="It failed then.",
        at=Span(number, number + 5),
    )


@given(
    st.lists(st.sampled_from([*WHENS, None]), max_size=8),
    st.lists(st.sampled_from(WHENS), max_size=4),
    st.randoms(use_true_random=False),
)
def test_the_timeline_is_one_order_whatever_order_rows_come_in(
    days: list[str | None], published: list[str], chance: Random
) -> None:
    """What surely came before stands before; what has no date stands last; nothing is left out."""
    sources = [source(100 + at, day) for at, day in enumerate(published)]
    statements = [statement(200 + at, day) for at, day in enumerate(days)]
    rows = [dated(at, day) for at, day in enumerate(days)]
    line = timeline(sources, statements, rows)
    assert len(line) == len(published) + sum(day is not None for day in days) + len(days)
    for each in (sources, statements, rows):
        chance.shuffle(each)
    assert timeline(sources, statements, rows) == line
    undated = [row.when is None for row in line]
    assert undated == sorted(undated)
    for earlier, later in combinations([row for row in line if row.when is not None], 2):
        assert earlier.when is not None
        assert later.when is not None
        first, second = earlier.when.first, later.when.first
        assert first is None or second is None or first <= second


def test_a_source_appears_when_it_came_out_and_when_it_was_changed() -> None:
    """On the basis on which the day was taken; a source without days does not appear."""
    line = timeline([source(1, "2024-04-09", "2024-05"), source(2)], [], [])
    assert [(row.kind, str(row.when)) for row in line] == [
        ("published", "2024-04-09"),
        ("modified", "2024-05"),
    ]
    assert line[0].when is not None
    assert line[0].when.rule == "meta tag"
    assert line[0].attributed() == "1.txt, 2024-04-09: published “1.txt”"


def test_a_dated_statement_stands_in_the_timeline_as_somebodys_words() -> None:
    """Never as an event in our own voice."""
    (row,) = timeline([], [statement(1, "2024-04")], [])
    assert row.kind == "said"
    assert row.attributed() == "Ida Morrow (said; 1.txt): “the gate stood open”"


def mention(number: int, name: str, title: str = "") -> Mention:
    return Mention(
        id=MentionId(f"men_{number}"), at=Span(number, number + 9), name=name, title=title
    )


def actor(number: int, *mentions: int) -> Actor:
    return Actor(
        id=ActorId(f"act_{number}"),
        kind=ActorKind.PERSON,
        naming=Naming.NAMED,
        names=(f"Person {number}",),
        mentions=tuple((SourceId(f"src_{m}"), MentionId(f"men_{m}")) for m in mentions),
        because=("both are named so",),
    )


def test_every_statement_goes_to_the_actor_of_its_own_source() -> None:
    """The same mention in two sources may be of two actors; one without a mention has none."""
    rows = [statement(1, None, "men_1"), statement(2, None, "men_1"), statement(3, None)]
    named = list(with_actors(rows, [actor(1, 1)]))
    assert [row.actor for row in named] == ["act_1", None, None]
    assert [row.actor_name for row in named] == ["Person 1", "", ""]


def test_a_duplicate_is_not_dated_again() -> None:
    """A caption that repeats the body is not a second statement."""
    first = statement(1, "2024-04", "men_1")
    again = replace(first, id=StatementId("sta_2"), duplicate_of=first.id)
    assert [row.statement for row in timeline([], [first, again], [])] == [first]


def test_who_speaks_is_counted_with_what_is_only_proposed() -> None:
    """By the mention, and by no other of the same text."""
    one, other = (SourceId("src_1"), MentionId("men_1")), (SourceId("src_1"), MentionId("men_2"))
    said, proposed = spoken([(one, False), (other, True), (one, True)])
    assert said == {one: 2, other: 1}
    assert (proposed[one], proposed[other]) == (1, 1)


def test_statements_are_chosen_by_proposal_depth_naming_and_act() -> None:
    """Each leaves out what is not as asked, and changes nothing."""
    plain = statement(1, None)
    outer = Teller(
        id=StatementId("sta_0"),
        speaker="an aide",
        name="",
        naming=Naming.ROLE_ONLY,
        cue="said",
        act=SpeechAct.ASSERTS,
        polarity=Polarity.POSITIVE,
        commitment=Commitment.NOT_STATED,
        hedges=(),
    )
    deep = replace(plain, chain=(outer,), naming=Naming.ANONYMOUS)
    unsure = replace(plain, sureness=0.3, act=SpeechAct.DENIES)
    rows = [plain, deep, unsure]
    assert Choice().of(rows) == rows
    assert Choice(proposals=True).of(rows) == [unsure]
    assert Choice(proposals=False).of(rows) == [plain, deep]
    assert Choice(min_depth=1).of(rows) == [deep]
    assert Choice(naming=Naming.ANONYMOUS).of(rows) == [deep]
    assert Choice(act=SpeechAct.DENIES).of(rows) == [unsure]
    assert Choice(act=SpeechAct.DENIES, min_depth=1).of(rows) == []


def test_those_who_ask_and_are_asked_are_the_actors_they_are_held_to_be() -> None:
    """Whoever asked, was asked, or answered for another; nobody is invented."""
    row = ReplyRow(
        id=RowId("rep_1"),
        source=SourceId("src_1"),
        source_label="1.txt",
        asked=Party(words="she", mention=MentionId("men_1")),
        outcome=Outcome.NO_RESPONSE,
        words="did not respond",
        at=Span(0, 5),
        through=Party(words="her lawyer", mention=MentionId("men_9")),
    )
    (named,) = replies_with_actors([row], [actor(1, 1)])
    assert (named.asked.actor, named.asked.actor_name) == ("act_1", "Person 1")
    assert (named.asked_by, named.through) == (None, row.through)


def test_those_who_speak_most_come_first_with_titles_by_use() -> None:
    """Counts are of statements; places are of every mention; reasons come along."""
    mentions = [
        (SourceId(f"src_{n}"), mention(n, "x", "Dr" if n > 1 else "Prof")) for n in range(5)
    ]
    spoke = Counter({(SourceId("src_3"), MentionId("men_3")): 4})
    proposed = Counter({(SourceId("src_3"), MentionId("men_3")): 1})
    first, second = actor_rows([actor(1, 0, 1, 2), actor(2, 3, 4)], mentions, spoke, proposed)
    assert (first.id, first.statements, first.proposals, first.sources) == ("act_2", 4, 1, 2)
    assert (second.id, second.statements, second.titles) == ("act_1", 0, ("Prof", "Dr"))
    assert second.because == ("both are named so",)
    assert second.mentions[0] == ("src_0", Span(0, 9))


def moment(when: str | None, **more: Any) -> TimelineRow:
    values: dict[str, Any] = {"kind": "in the text", "source": SourceId("src_1"), **more}
    return TimelineRow(
        when=When.of(when) if when else None, source_label="1.txt", words="x", at=Span(0, 1),
        **values,
    )  # fmt: skip


@given(st.lists(st.sampled_from([*WHENS, None])), st.sampled_from(WHENS), st.sampled_from(WHENS))
def test_a_window_leaves_out_only_what_surely_lies_outside(
    dates: list[str | None], start: str, end: str
) -> None:
    """A month that may lie in it stays; what has no date is not in it."""
    rows = [moment(date) for date in dates]
    low, high = When.of(start), When.of(end)
    kept = Window(start=low, end=high).of(rows)
    for row in rows:
        outside = row.when is not None and (row.when.is_before(low) or row.when.is_after(high))
        assert (row in kept) == (row.when is not None and not outside)


def test_a_window_asks_who_speaks_or_takes_part_and_how_it_stands() -> None:
    """Each of them alone, and all together."""
    ida, board = ActorId("act_ida"), ActorId("act_board")
    said = moment("2024", kind="said", statement=replace(statement(1, None), actor=ida))
    passed = moment(
        "2024", kind="passed", parties=(Party(words="the board", actor=board),),
        standing=Standing.DISPUTED, source=SourceId("src_2"),
    )  # fmt: skip
    rows = [said, passed, moment("2024")]
    assert Window(actors=frozenset({ida})).of(rows) == [said]
    assert Window(actors=frozenset({board})).of(rows) == [passed]
    assert Window(kind="said").of(rows) == [said]
    assert Window(standing=Standing.DISPUTED).of(rows) == [passed]
    assert Window(source="src_2").of(rows) == [passed]
    assert Window().of(rows) == rows
    assert Window(actors=frozenset({ida}), kind="passed").of(rows) == []
